"""What the texts say of their publication days, as limits on days for ``importers.dating.solve``.

Four kinds, surest first:

- the article's own words on a day ("the vote on 15 October will ..."), where the day itself is certain;
- its words on an event that another article dates ("the upcoming elections");
- an event that it tells as past and another article dates: it was published on that day or later; within a week after,
  where it opens with it as news, and where its own weekday ("on Thursday") must be that very day, or one that what it
  tells of beside it leaves ("four car bombs in 48 hours", the release of those who had been taken);
- days without a year (see ``years``).

The last two kinds are used for articles that state no day of their own; but for a part of the year that the text
measures, they never contradict a stated one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from importers.dating.kinds import from_publication
from importers.dating.resolve import resolve
from importers.dating.solve import Limit
from importers.linking.cases import Case, names, quoted, spelled
from importers.linking.events import Known, ahead, anchored, mention_at, titles, told_elsewhere
from importers.linking.limits import ties_of
from importers.linking.mentions import Mention, expected
from importers.linking.openings import opens_as_news
from importers.linking.reading import WEEK
from importers.linking.spans import Days, day_at
from importers.linking.years import season_of, year_of
from store.records.reading import PublicationBound
from store.records.report import TimeBasis
from store.records.span import Span
from store.records.timex import TimeExpression
from store.records.when import When

YEAR: Final = 365
_EXACT: Final = 7
_ROOM: Final = 14
"""Days beyond those an article may be of in which a phrase is tried: where it ends among them, it sets a limit."""
_OFF: Final = 1
"""Days by which two articles may differ on one night's event."""
_OWN: Final[frozenset[TimeBasis]] = frozenset({"own"})
_OWN_OR_TOLD: Final[frozenset[TimeBasis]] = frozenset({"own", "reported"})


def limits_of(
    case: Case,
    cases: Mapping[int, Case],
    events: Known,
    stories: Mapping[int, Sequence[int]],
    stated: Mapping[date, Case],
) -> tuple[Limit, ...]:
    """Give all limits on the day an article was published; ``stated`` are ``years.stated_days`` of all articles."""
    found = list(_own_words(case, certain=True))
    on_events = list(_own_words_on_events(case, cases, events, stories))
    if case.stated:
        return tuple(dict.fromkeys([*found, *season_of(case, events), *on_events]))
    years = list(year_of(case, cases, stories, events, stated))
    if years:  # then it says where the year of its own words comes from
        on_events = [limit for limit in on_events if not limit.own]
    found += on_events
    found += years or _own_words(case, certain=False)
    found += _events_elsewhere(case, cases, events)
    found += _ties(case, events)
    return tuple(dict.fromkeys(found))


def _own_words(case: Case, *, certain: bool) -> Iterator[Limit]:
    """Give what an article says of days named with their year, or of days as they are under the limits known so far."""
    source = case.source
    if not source.bounds:
        return
    timexes = resolve(source.expressions, None) if certain else case.read.timexes
    by_span = {Span(timex.start, timex.end): timex.when for timex in timexes}
    for bound in source.bounds:
        when = by_span.get(bound.expression) if bound.expression else None
        if when is not None and when.dated:
            limit = _limit(bound, when, f"its text says “{quoted(bound.text)}”", own=True)
            if limit:
                yield limit


def _own_words_on_events(
    case: Case, cases: Mapping[int, Case], events: Known, stories: Mapping[int, Sequence[int]]
) -> Iterator[Limit]:
    """Events that an article calls past or upcoming and other articles date."""
    text = case.source.source.article.text
    key = case.source.source.id
    for bound in case.source.bounds:
        if bound.anchor is None:
            continue
        named = mention_at(key, bound.anchor, events)
        others = tuple(one for one in events.others(named) if cases[one.source].voice != case.voice) if named else ()
        when = anchored(key, bound.anchor, text, events, phrase=bound.expression)
        if not when.dated and bound.high is not None and bound.high < 0:
            name = text[bound.anchor.start : bound.anchor.end]
            when, others = ahead(name, named, stories.get(key, ()), events)
        if when.dated and (others or not case.stated):
            by = f" ({names(others, cases)})" if others else ""
            day = when.start if when.start == when.end else when.edtf
            limit = _limit(
                bound, when, f"its text says “{quoted(bound.text)}”, and that is dated {day}{by}", own=not others
            )
            if limit:
                yield limit


def _limit(bound: PublicationBound, when: When, why: str, *, own: bool) -> Limit | None:
    first = _shifted(when.start, bound.low)
    last = _shifted(when.end, bound.high)
    return Limit((first, last), why, own) if first or last else None


def _shifted(day: date | None, days: int | None) -> date | None:
    if day is None or days is None:
        return None
    return day_at(day.toordinal() + days)


def _events_elsewhere(case: Case, cases: Mapping[int, Case], events: Known) -> Iterator[Limit]:
    for mention, others, days in told_elsewhere(case.source.source.id, events):
        known = f"{names(others, cases)} dates “{quoted(titles(others))}” to {spelled(days)}"
        if expected(mention):
            if days.last and mention.factuality == "planned":
                yield Limit((None, days.last), f"it expects what {known}", own=False, firm=False)
            continue
        if days.first:
            yield Limit((days.first, None), f"it tells as past what {known}", own=False, firm=False)
        if days.first and days.last and (days.length or 0) <= _EXACT:
            yield from _on_its_days(mention, case, days, f"is the day that {known}")
            if any(opens_as_news(report) for report in mention.reports):
                last = day_at(days.last.toordinal() + WEEK)
                why = f"it opens with what {known}, and news is of the week up to it"
                yield Limit((None, last), why, own=False, firm=False)


def _ties(case: Case, events: Known) -> Iterator[Limit]:
    """A weekday of what its article tells after, or counts into one total with, what has a day."""
    for mention in events.by_source.get(case.source.source.id, ()):
        for tie in ties_of(mention, events.groups, events.numbers):
            yield from _on_its_days(mention, case, tie.days, f"is {tie.why}")


def _on_its_days(mention: Mention, case: Case, days: Days, why: str) -> Iterator[Limit]:
    """The days of publication under which a mention's own phrase, counted from them, is one of ``days``, or a day off.

    Nobody tells of it before it has happened: for a first day alone, the phrase may be that of the telling.
    """
    about = Days(*(day and day_at(day.toordinal() + off) for day, off in zip(days, (-_OFF, _OFF), strict=True)))
    for phrase in _phrases(mention, case, _OWN if days.last else _OWN_OR_TOLD):
        when = _when_it_fits(case, phrase, about)
        if when:
            yield Limit((when.first, when.last), f"its “{quoted(phrase.text)}” {why}", own=False, firm=False)


def _phrases(mention: Mention, case: Case, bases: frozenset[TimeBasis]) -> tuple[TimeExpression, ...]:
    """Give the phrases that date a mention on some basis and are counted from the publication day."""
    told = {report.time for report in mention.reports if report.time_basis in bases}
    return tuple(phrase for phrase in case.source.expressions if phrase.span in told and from_publication(phrase))


def _when_it_fits(case: Case, phrase: TimeExpression, days: Days) -> Days | None:
    """Give the publication days under which a phrase of an article, counted from them, means one of ``days``.

    A phrase's day grows with the publication day, so the first and the last such day are found by halving.
    """
    first, last = case.days
    if not days.first:
        return None
    low = first.toordinal() - _ROOM if first else days.first.toordinal() - YEAR
    high = last.toordinal() + _ROOM if last else (days.last or days.first).toordinal() + YEAR

    def meaning(ordinal: int) -> When:
        day = day_at(ordinal)
        return resolve((phrase,), (day, day))[0].when

    at_first = _first(low, high, lambda ordinal: _reaches(meaning(ordinal).end, days.first))
    at_last = _first(low, high, lambda ordinal: _passes(meaning(ordinal).start, days.last)) - 1
    if at_first > at_last or at_first > high or meaning(at_first) == meaning(at_first + YEAR):
        return None
    # An end at which the article's own days end is no limit that the phrase sets.
    found = Days(
        day_at(at_first) if at_first > low or first is None else None, day_at(at_last) if at_last < high else None
    )
    return found if found.first or found.last else None


def _reaches(day: date | None, target: date | None) -> bool:
    return day is not None and target is not None and day >= target


def _passes(day: date | None, target: date | None) -> bool:
    return day is not None and target is not None and day > target


def _first(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """Give the first number from ``low`` on for which a condition that stays true once true holds; high + 1 if none."""
    high += 1
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low
