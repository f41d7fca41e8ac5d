"""Reports found afresh in articles that are stored: written over the old ones, in one transaction with their events."""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from store import journal, reading_codec, report_codec, shelf
from store.articles import add_claims, add_reports, retire_reports
from store.changes import EventChange, event_changes
from store.clock import Clock, stamp, system_clock
from store.connection import Database, data_version, rehearsal, transaction
from store.decisions import REPORTS, decision_of
from store.errors import StoreError, translated
from store.events import event_of
from store.records.linking import Timeline
from store.records.reading import Reading
from store.records.report import Report
from store.timeline import save_timeline

EXTRACTION: Final[journal.Entity] = "extraction"
"""The journal's entity of articles read afresh; an edit's ``human`` says how many."""

REREAD: Final = "read afresh"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One stored article read afresh: all its reports as they are to be stored, under their ids."""

    source_id: int
    reading: Reading
    changed: frozenset[int]
    """Of its reports, those that are new or other than stored."""
    dropped: tuple[int, ...]


def rewrite(
    db: Database,
    before: Database,
    version: int,
    articles: Sequence[Rewritten],
    timeline: Timeline,
    *,
    keep: bool,
    now: Clock = system_clock,
) -> tuple[EventChange, ...]:
    """Write articles read afresh and the timeline made of them; what becomes of events. Unless ``keep``, undo it all.

    Where anything else was found than before, it is one edit of the journal.

    ``before`` is a reader of the same store, which still sees it as it was; ``version`` what ``data_version`` gave
    before anything was read. Raises StoreError if another program has changed the store since.
    """
    with transaction(db) if keep else rehearsal(db):
        if data_version(db) != version:
            raise StoreError("The store was changed by another program meanwhile.", "Do the same again.")
        gone = {
            report: event
            for article in articles
            for report in article.dropped
            if (event := event_of(db, report)) is not None
        }
        replaced = {article.source_id: found for article in articles if (found := _rewrite_one(db, article))}
        if keep and replaced:
            _note(db, replaced, stamp(now))
        save_timeline(db, timeline, gone)
        return tuple(event_changes(before, db))


def _note(db: Database, replaced: Mapping[int, shelf.Version], at: str) -> None:
    """Enter in the journal that articles were read afresh, and keep what was found in them before."""
    batch = journal.append(db, at, EXTRACTION, [(0, REREAD, None, {"number": len(replaced)})], "")
    for source_id, version in replaced.items():
        shelf.keep(db, batch, "extraction", source_id, version)


def _rewrite_one(db: Database, article: Rewritten) -> shelf.Version | None:
    """What was found in the article before, if it was anything else."""
    reading = article.reading
    before = shelf.version(db, "extraction", article.source_id)
    retire_reports(db, article.dropped)
    known = {number for (number,) in db.execute("SELECT id FROM reports WHERE source_id = ?", (article.source_id,))}
    for report in reading.reports:
        if report.id not in known:
            add_reports(db, article.source_id, [report], reading.extractor)
        elif report.id in article.changed:
            _overwrite(db, report, reading.extractor)
    found = [(reading.extractor, report.id) for report in reading.reports if report.origin == "found"]
    db.conn.executemany("UPDATE reports SET extractor_version = ? WHERE id = ?", found)
    db.execute(
        "UPDATE readings SET expressions = ?, bounds = ?, signature = ? WHERE source_id = ?",
        (
            reading_codec.expressions_json(reading.expressions),
            reading_codec.bounds_json(reading.bounds),
            reading.signature,
            article.source_id,
        ),
    )
    if before == shelf.version(db, "extraction", article.source_id):
        return None
    shelf.write_events_anew(db, article.source_id)
    return before


def _overwrite(db: Database, report: Report, extractor: str) -> None:
    updates = ", ".join(f"{name} = ?" for name in report_codec.REPORT)
    values = (*report_codec.report_row(report), report_codec.version_of(report, extractor), report.id)
    db.execute(f"UPDATE reports SET {updates}, extractor_version = ? WHERE id = ?", values)
    db.execute("DELETE FROM claims WHERE report_id = ?", (report.id,))
    add_claims(db, report.id, report.claims)


def touched_reports(db: Database) -> frozenset[int]:
    """The reports that a person's work hangs on: of edited events, or named in a decision that holds."""
    with translated():
        found: set[int] = set()
        for event in journal.standing_edits(db):
            found.update(number for (number,) in db.execute("SELECT id FROM reports WHERE event_id = ?", (event,)))
        for edit in journal.log(db, [REPORTS]):
            made = None if edit.undone else decision_of(edit)
            found.update(report for group in (made.groups if made else ()) for report in group)
    return frozenset(found)


def extractors(db: Database) -> Counter[str]:
    """How many reports each version of the extractor has found."""
    with translated():
        rows = db.execute("SELECT extractor_version, count(*) FROM reports GROUP BY 1")
        return Counter({version: number for version, number in rows if version not in report_codec.ORIGINS})
