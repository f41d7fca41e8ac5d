"""What the events merged so far say of dates: for phrases that hang on an event, and for publication days."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from importers.linking.mentions import Mention, when_of
from importers.linking.spans import Days, approximate, days_of, meet
from importers.linking.textindex import TextIndex
from importers.linking.words import words
from store.records.report import Report
from store.records.span import Span
from store.records.when import UNDATED, When

_NAMED: Final = 2
"""Words of names that an anchor must share with an event told in another article only."""
_FEW: Final = 3
_STEM: Final = 6
_REACH: Final = 30_000
"""Characters from what is told up to which "the operation" takes it up: nobody thinks of it ten pages on."""


@dataclass(frozen=True, slots=True)
class Known:
    """The events merged so far, looked up by mention."""

    groups: tuple[tuple[Mention, ...], ...]
    numbers: Mapping[tuple[int, int], int]
    """(source, cluster) -> position of its group."""
    by_source: Mapping[int, tuple[Mention, ...]]
    triggers: Mapping[int, TextIndex[tuple[Report, Mention]]]
    """The reports of an article with their mentions, by where their triggers stand."""
    named: Mapping[str, tuple[int, ...]]
    """The stem of a word of a victim's name -> the positions of the groups with such a victim."""

    def group_of(self, mention: Mention) -> tuple[Mention, ...]:
        """Give all mentions of the same event."""
        return self.groups[self.numbers[mention.source, mention.cluster]]

    def others(self, mention: Mention) -> tuple[Mention, ...]:
        """Give the mentions of the same event in other articles."""
        return tuple(other for other in self.group_of(mention) if other.source != mention.source)


def known(groups: tuple[tuple[Mention, ...], ...]) -> Known:
    """Index the groups of mentions that are one event each."""
    by_source: dict[int, list[Mention]] = {}
    named: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for mention in group:
            by_source.setdefault(mention.source, []).append(mention)
        for word in sorted({word[:_STEM] for mention in group for word in mention.deceased}):
            named.setdefault(word, []).append(number)
    triggers = {
        source: TextIndex((_trigger(report), (report, mention)) for mention in found for report in mention.reports)
        for source, found in by_source.items()
    }
    return Known(
        groups,
        {(mention.source, mention.cluster): number for number, group in enumerate(groups) for mention in group},
        {source: tuple(sorted(found, key=lambda mention: mention.key)) for source, found in by_source.items()},
        triggers,
        {word: tuple(numbers) for word, numbers in named.items()},
    )


def agreed(mentions: Iterable[Mention], *, without: Span | None = None, source: int | None = None) -> When:
    """Narrow the dates of some mentions by one another, the surest first; dates that do not fit are left out.

    ``without`` is a time phrase of ``source`` that may not date the event: it hangs on it itself.
    """
    dated = [
        (
            report.time_basis not in ("own", ""),
            approximate(report.when),
            report.when.precision,
            mention.key,
            report.when,
        )
        for mention in mentions
        for report in mention.reports
        if report.when.dated and not (mention.source == source and report.time == without)
    ]
    result = When()
    for *_, when in sorted(dated, key=lambda entry: entry[:4]):
        result = meet(result, when) or result
    return result


def settled(group: Sequence[Mention]) -> tuple[Mention, ...]:
    """Let every report of an event say its day as exactly as its article, in all, says it.

    What only stands near a report, or dates the telling, is what the event's own day leaves of it: nothing where that
    excludes it.
    """
    own = any(report.when.dated and report.time_basis == "own" for mention in group for report in mention.reports)
    when = agreed(group) if own else UNDATED

    def fitting(report: Report, told: When) -> Report:
        loose = own and report.time_basis not in ("own", "")
        if not report.when.dated:
            return report
        fitted = meet(report.when, when if loose else told)
        return replace(report, when=fitted or (UNDATED if loose else report.when))

    def fitted(mention: Mention) -> Mention:
        reports = tuple(fitting(report, mention.when) for report in mention.reports)
        told = when_of(reports)
        return replace(mention, reports=reports, when=told, days=days_of(told))

    return tuple(fitted(mention) for mention in group)


def anchored(source: int, anchor: Span, text: str, events: Known, *, phrase: Span | None = None) -> When:
    """Date the event that the words at ``anchor`` of an article name, in this article or another; undated if unknown.

    ``phrase`` is the time phrase that hangs on it.
    """
    found = named_here(source, anchor, text, events, phrase) or _named_elsewhere(source, anchor, text, events)
    if found is None:
        return UNDATED
    when = agreed(events.group_of(found), without=phrase, source=source)
    return when if when.dated else _the_only(found, events, phrase)


def _the_only(named: Mention, events: Known, phrase: Span | None) -> When:
    """Date an event by the one deed of that kind that its article, or one on the same days, tells of elsewhere.

    "The vote" is the one of the 15th; articles on the same days mean the same vote by it.
    """
    return _agreement(alike(named, events), events, phrase, named.source) or UNDATED


def ahead(
    anchor: str, named: Mention | None, fellows: Iterable[int], events: Known
) -> tuple[When, tuple[Mention, ...]]:
    """Date what an article expects by what articles on the same days tell as lying ahead of them.

    ``anchor`` is how the article names it ("presidential elections") and ``named`` its mention there, if it is one.
    Returns also the mentions that date it: told in the same words, or of the same kind in the same country.
    """
    wanted = _content(anchor)

    def same(other: Mention) -> bool:
        if named and named.sub_event_type == other.sub_event_type and named.place.country == other.place.country:
            return True
        return bool(wanted & _triggers(other)) or len(wanted & _content(" ".join(other.words))) >= _NAMED

    told = (other for source in fellows for other in events.by_source.get(source, ()))
    found = tuple(other for other in told if _ahead(other) and same(other))
    return _agreement(found, events) or UNDATED, found


def _ahead(mention: Mention) -> bool:
    """Say whether an article dates what it tells after its own day."""
    first, told = mention.days and mention.days.first, mention.published and mention.published.last
    return first is not None and (told is None or first > told)


def _agreement(
    mentions: Iterable[Mention], events: Known, phrase: Span | None = None, source: int | None = None
) -> When | None:
    """Give the date that all of some events have; None if they differ."""
    when = UNDATED
    for mention in mentions:
        both = meet(when, agreed(events.group_of(mention), without=phrase, source=source))
        if both is None:
            return None
        when = both
    return when


def alike(named: Mention, events: Known) -> tuple[Mention, ...]:
    """Give an article's other mentions of the same kind of deed."""
    return tuple(
        other
        for other in events.by_source.get(named.source, ())
        if other.sub_event_type == named.sub_event_type and other.key != named.key
    )


def mention_at(source: int, anchor: Span, events: Known) -> Mention | None:
    """Give the mention of an article whose trigger stands in ``anchor``."""
    told = events.triggers.get(source)
    found = (mention for _, mention in told.within(anchor)) if told is not None else ()
    return min(found, key=lambda mention: mention.key, default=None)


def _trigger(report: Report) -> Span:
    return Span(report.trigger_start, report.trigger_end)


def named_here(source: int, anchor: Span, text: str, events: Known, phrase: Span | None = None) -> Mention | None:
    """Find what an anchor names in its own article.

    It is a report within the anchor's own words, or the last one told before in those words ("the operation").
    """
    exact = mention_at(source, anchor, events)
    if exact is not None:
        return exact
    wanted, told = _content(text[anchor.start : anchor.end]), events.triggers.get(source)
    if told is None:
        return None
    before = told.before(anchor.start, _REACH)
    return next((it for report, it in before if report.time != phrase and wanted & _content(report.trigger)), None)


def _named_elsewhere(source: int, anchor: Span, text: str, events: Known) -> Mention | None:
    """By names: the one event whose people the anchor names."""
    wanted = _content(text[anchor.start : anchor.end])
    shared = Counter(number for word in wanted for number in events.named.get(word, ()))
    found = [
        events.groups[number][0]
        for number, words_shared in sorted(shared.items())
        if words_shared >= _NAMED
        and any(member.source != source and wanted & _triggers(member) for member in events.groups[number])
    ]
    return found[0] if len(found) == 1 else None


def _triggers(mention: Mention) -> set[str]:
    return {word for report in mention.reports for word in _content(report.trigger)}


@lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    """Words longer than function words, cut to the stem most forms of a word share."""
    return frozenset(word[:_STEM] for word in words(text) if len(word) > _FEW)


def told_elsewhere(source: int, events: Known) -> Iterator[tuple[Mention, tuple[Mention, ...], Days]]:
    """Give an article's mentions of events that others date, with the mentions that do and the days they give."""
    for mention in events.by_source.get(source, ()):
        others = tuple(other for other in events.others(mention) if other.when.dated)
        days = days_of(agreed(others))
        if days is not None:
            yield mention, others, days


def titles(mentions: Sequence[Mention]) -> str:
    """Say what an event is called, for people."""
    report = mentions[0].reports[0]
    return report.title or report.trigger
