"""All articles compared: publication days, copies, dated reports, and the events merged from them.

Each of these waits for the others: a report's day needs the publication day, the publication day needs events that
other articles date, events are merged by their days, and phrases that hang on an event ("three weeks after the
assassination") need the event's day. So the steps are repeated until nothing moves, in a fixed order and a bounded
number of times: publication days -> time phrases -> reports -> events -> limits on publication days.

Pure: the result depends on the articles alone, not on ids, order of import, today's date or locale.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from importers.dating.resolve import resolve
from importers.dating.solve import Limit, Solved, Unknown, solve
from importers.linking.asking import likely
from importers.linking.cases import Case
from importers.linking.copies import Text, find_copies
from importers.linking.dayorder import Readings, readings
from importers.linking.decided import parted
from importers.linking.disagreement import draft
from importers.linking.events import Known, anchored, known, settled
from importers.linking.limits import dated_by_limits
from importers.linking.mentions import undated
from importers.linking.merging import Merged, merge
from importers.linking.openings import dated_as_news
from importers.linking.publication import limits_of
from importers.linking.reading import Read, read
from importers.linking.scales import Scales
from importers.linking.spans import EVER, Days
from importers.linking.years import stated_days
from store.records.linking import UNDECIDED, Copy, CorpusSource, Decisions, Timeline
from store.records.span import Span
from store.records.timex import Timex
from store.records.when import When

ROUNDS: Final = 8
"""Repetitions at most. Real folders settle in two or three; a chain of articles that date each other takes more."""
EXACT: Final = 31
"""Days up to which an event's date is good enough to count from."""

Anchors = Mapping[Span, When]


@dataclass(frozen=True, slots=True)
class _State:
    solved: Mapping[int, Solved]
    anchors: Mapping[int, Anchors]


def build(corpus: Sequence[CorpusSource], decisions: Decisions = UNDECIDED) -> Timeline:
    """Compare all articles, keeping to what people decided. Report ids must be unique in the corpus."""
    ordered = tuple(sorted(parted(corpus, decisions), key=lambda one: (one.source.article.sha256, one.source.id)))
    dates = readings(ordered)
    ordered = tuple(_with_likely(one, dates[one.source.id]) if one.source.id in dates else one for one in ordered)
    copies = find_copies(_text(one) for one in ordered)
    state = _State(solve(_unknowns(ordered, copies, dates, {})), {})
    told = {one.source.id: undated(one) for one in ordered}
    reads: dict[int, tuple[Days, Anchors, Read]] = {}
    scales = Scales()
    for _ in range(ROUNDS):
        for one in ordered:
            days = _days(state.solved[one.source.id])
            anchors = state.anchors.get(one.source.id, {})
            before = reads.get(one.source.id)
            if before is None or before[:2] != (days, anchors):
                reads[one.source.id] = (days, anchors, read(one, told[one.source.id], days, anchors))
        merged = merge((mention for _, _, found in reads.values() for mention in found.mentions), decisions, scales)
        after = _next(ordered, copies, dates, {key: found for key, (_, _, found) in reads.items()}, merged, state)
        if after == state:
            break
        state = after
    return _timeline(ordered, copies, state, reads, merged)


def timexes_of(source: CorpusSource, timeline: Timeline) -> tuple[Timex, ...]:
    """Resolve the time phrases of one source as the timeline dates it."""
    published = timeline.published[source.source.id]
    days = Days(published.start, published.end) if published.status in ("stated", "inferred") else EVER
    reference = (days.first, days.last) if days.first and days.last else None
    anchors: dict[Span, When] = {}
    for expression in source.expressions:
        if expression.anchor is None:
            continue
        for report in source.reports:
            trigger = Span(report.trigger_start, report.trigger_end)
            when = timeline.whens.get(report.id, When())
            if expression.anchor.contains(trigger) and report.time != expression.span and when.dated:
                anchors.setdefault(expression.anchor, when)
    return resolve(source.expressions, reference, anchors=anchors)


def _text(one: CorpusSource) -> Text:
    article = one.source.article
    days = [candidate.start for candidate in article.candidates]
    return Text(one.source.id, article.sha256, article.body, one.signature, min(days, default=None))


def _with_likely(one: CorpusSource, dates: Readings) -> CorpusSource:
    """Leave an article only those of its publication dates that something speaks for."""
    likely = tuple(candidate for candidate in dates.candidates if candidate not in dates.unlikely)
    return replace(one, source=replace(one.source, article=replace(one.source.article, candidates=likely)))


def _days(solved: Solved) -> Days:
    return Days(*solved.days)


def _unknowns(
    ordered: Sequence[CorpusSource],
    copies: Mapping[int, Copy],
    dates: Mapping[int, Readings],
    limits: Mapping[int, tuple[Limit, ...]],
) -> tuple[Unknown, ...]:
    return tuple(
        Unknown(
            key=one.source.id,
            candidates=_dates_of(one, dates).candidates,
            unlikely=_dates_of(one, dates).unlikely,
            fixed=one.fixed,
            limits=limits.get(one.source.id, ()),
            copy_of=copies[one.source.id].copy_of if one.source.id in copies else None,
            name=_name(one),
            yearless=next((bound.text for bound in one.bounds if bound.is_that_day), ""),
        )
        for one in ordered
    )


def _dates_of(one: CorpusSource, dates: Mapping[int, Readings]) -> Readings:
    """Give the publication dates of an article: in both orders where it has one that may be read in either."""
    return dates.get(one.source.id) or Readings(one.source.article.candidates, frozenset())


def _name(one: CorpusSource) -> str:
    return PurePath(one.source.article.path).name


def _next(
    ordered: Sequence[CorpusSource],
    copies: Mapping[int, Copy],
    dates: Mapping[int, Readings],
    reads: Mapping[int, Read],
    merged: Merged,
    state: _State,
) -> _State:
    """Say what the merged events say of publication days and of the phrases that hang on events.

    What contradicted a date once stays: dropping the date may take away the evidence that it is wrong.
    """
    events = known(merged.groups)
    cases = {
        one.source.id: Case(
            reads[one.source.id],
            _days(state.solved[one.source.id]),
            state.solved[one.source.id].published.status == "stated",
            _name(one),
            copies[one.source.id].copy_of if one.source.id in copies else one.source.id,
        )
        for one in ordered
    }
    stories: dict[int, list[int]] = {}
    for a, b in sorted(merged.stories | {(key, copy.copy_of) for key, copy in copies.items()}):
        stories.setdefault(a, []).append(b)
        stories.setdefault(b, []).append(a)
    stated = stated_days(cases.values())
    limits = {
        key: (*state.solved[key].against, *limits_of(case, cases, events, stories, stated))
        for key, case in cases.items()
    }
    return _State(
        solve(_unknowns(ordered, copies, dates, limits)),
        {one.source.id: found for one in ordered if (found := _anchors(one, events))},
    )


def _anchors(one: CorpusSource, events: Known) -> Anchors:
    found: dict[Span, When] = {}
    for expression in one.expressions:
        if expression.anchor is not None and expression.anchor not in found:
            text = one.source.article.text
            when = anchored(one.source.id, expression.anchor, text, events, phrase=expression.span)
            if when.start and when.end and (when.end - when.start).days < EXACT:
                found[expression.anchor] = when
    return found


def _timeline(
    ordered: Sequence[CorpusSource],
    copies: Mapping[int, Copy],
    state: _State,
    reads: Mapping[int, tuple[Days, Anchors, Read]],
    merged: Merged,
) -> Timeline:
    originals = {key: copy.copy_of for key, copy in copies.items()}
    last = {key: found for key, (_, _, found) in reads.items()}
    groups = [dated_as_news(group, last) for group in dated_by_limits([settled(group) for group in merged.groups])]
    drafts = [draft(group, originals) for group in groups]
    whens = {key: when for _, _, found in reads.values() for key, when in found.whens.items()}
    whens |= {report.id: report.when for group in groups for mention in group for report in mention.reports}
    return Timeline(
        published={one.source.id: state.solved[one.source.id].published for one in ordered},
        candidates={one.source.id: state.solved[one.source.id].candidates for one in ordered},
        copies=dict(copies),
        whens=whens,
        drafts=tuple(drafts),
        likely=likely(merged, groups),
    )
