"""Finds the events of stored articles afresh, after an upgrade or with another lexicon, and tells what would change.

The texts are read and compared first, which takes its time and touches nothing; then all is written in one short
transaction, which is taken back at its end unless the change is to be kept.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from importers.garbage import seldom_collected
from importers.run import Progress, analysing, never, read_on, rebuild
from store import queries, writer
from store.changes import EventChange
from store.connection import Database, reading, writing
from store.filters import Filter
from store.records.linking import CorpusSource
from store.records.reading import Reading
from store.records.report import Report
from store.writer import Rewritten


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that is no longer found and stays, because a person has worked on its event."""

    report_id: int
    event_id: int | None
    source_id: int
    words: str
    """The evidence."""


@dataclass(frozen=True, slots=True)
class Reextracted:
    """What finding the events afresh gives."""

    sources: int
    added: int
    changed: int
    dropped: int
    """All three of reports."""
    kept: tuple[Kept, ...]
    events: tuple[EventChange, ...]
    applied: bool
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """One article read afresh."""

    one: CorpusSource
    rewritten: Rewritten
    added: int
    changed: int
    kept: tuple[Kept, ...]


def reextract(
    store: Path,
    refs: Sequence[int | str] = (),
    wanted: Filter | None = None,
    *,
    apply: bool = False,
    lexicons: Sequence[Path] = (),
    cancelled: Callable[[], bool] = never,
) -> Iterator[Progress | Reextracted]:
    """Read stored articles with today's rules, yielding progress and last what becomes of their events.

    The articles are those of ``refs`` (ids, file names) and those that report an event of the filter ``wanted``; all,
    if neither is given. Without ``apply``, nothing changes. Raises StoreError, LexiconError.
    """
    with writing(store) as db, reading(store) as before, seldom_collected():
        if writer.pending(db):
            rebuild(db)
        version, first_new = queries.data_version(db), queries.highest_report(db) + 1
        corpus = queries.corpus(db)
        chosen = _chosen(db, refs, wanted) if refs or wanted is not None else {one.source.id for one in corpus}
        touched = queries.touched_reports(db)
        found: list[_Found] = []
        for one in corpus:
            if one.source.id not in chosen:
                continue
            at = Progress(len(found), len(chosen), one.source.article.path)
            yield at
            work = analysing(one.source.article, tuple(lexicons))
            fresh = None if cancelled() else (yield from read_on(work, at, cancelled))
            if fresh is None:
                yield Reextracted(len(found), 0, 0, 0, (), (), applied=False, cancelled=True)
                return
            found.append(_matched(one, fresh, touched, first_new))
            first_new += found[-1].added
        yield _write(db, before, version, corpus, found, keep=apply)


def _chosen(db: Database, refs: Sequence[int | str], wanted: Filter | None) -> set[int]:
    chosen = {queries.source(db, ref).id for ref in refs}
    if wanted is not None:
        chosen.update(report.source_id for event in queries.events(db, wanted) for report in event.reports)
    return chosen


def _matched(one: CorpusSource, fresh: Reading, touched: frozenset[int], first_new: int) -> _Found:
    """Put the reports of the ``fresh`` reading of an article to those that it has."""
    from importers.matching import match

    by_hand = [report for report in one.reports if report.origin == "by hand"]
    matched = match([report for report in one.reports if report.origin != "by hand"], fresh.reports)
    numbered, new = [], first_new
    for report in matched.reports:
        numbered.append(report if report.id else replace(report, id=new, source_id=one.source.id))
        new += not report.id
    staying = [report for report in matched.dropped if report.id in touched]
    kept = _apart([*by_hand, *(replace(report, origin="kept") for report in staying)])
    added = range(first_new, new)
    changed = frozenset((*matched.changed, *added, *(report.id for report in kept if report not in one.reports)))
    dropped = tuple(report.id for report in matched.dropped if report.id not in touched)
    reading = replace(fresh, reports=(*numbered, *kept))
    listed = tuple(
        Kept(report.id, report.event_id, one.source.id, one.source.article.text[report.start : report.end])
        for report in staying
    )
    return _Found(one, Rewritten(one.source.id, reading, changed, dropped), len(added), len(matched.changed), listed)


def _apart(reports: Sequence[Report]) -> list[Report]:
    """Give what extraction did not find clusters below all that it gives: it is told by itself."""
    below = {report.cluster: report.cluster for report in reports if report.cluster < 0}
    for report in reports:
        below.setdefault(report.cluster, min((0, *below.values())) - 1)
    return [
        report if report.cluster < 0 else replace(report, cluster=below[report.cluster], part_of=None)
        for report in reports
    ]


def _write(
    db: Database, before: Database, version: int, corpus: Sequence[CorpusSource], found: Sequence[_Found], *, keep: bool
) -> Reextracted:
    from importers.linking.corpus import build

    fresh = {item.one.source.id: _with(item.one, item.rewritten.reading) for item in found}
    timeline = build([fresh.get(one.source.id, one) for one in corpus], queries.decisions(db))
    events = writer.rewrite(db, before, version, [item.rewritten for item in found], timeline, keep=keep)
    kept = tuple(kept for item in found for kept in item.kept)
    added = sum(item.added for item in found)
    changed = sum(item.changed for item in found)
    dropped = sum(len(item.rewritten.dropped) for item in found)
    return Reextracted(len(found), added, changed, dropped, kept, events, applied=keep)


def _with(one: CorpusSource, reading: Reading) -> CorpusSource:
    return replace(
        one,
        expressions=reading.expressions,
        reports=reading.reports,
        bounds=reading.bounds,
        signature=reading.signature,
    )
