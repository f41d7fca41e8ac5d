"""What the texts say of their publication days, as limits on days for ``importers.dating.solve``.

Four kinds, surest first:

- the article's own words on a day ("the vote on 15 October will ..."), where the day itself is certain;
- its words on an event that another article dates ("the upcoming elections");
- an event that it tells as past and another article dates: it was published on that day or later; and where its own
  weekday ("on Thursday") must be that very day, within the week after;
- days without a year. Articles that tell of the same days were published close together: so an article whose text
  fits only a part of the year ("less than two months before the vote of October 15") belongs to the year that brings
  it next to the day that a fellow article states, even one that is itself contradicted by some months (a file is
  stamped late more often than years early). Without any stated year among its fellows, no year is inferred.

The last two kinds are used for articles that state no day of their own; they never contradict a stated one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from importers.dating.resolve import resolve
from importers.dating.solve import Limit
from importers.linking.events import Known, ahead, alike, anchored, mention_at, named_here, titles, told_elsewhere
from importers.linking.mentions import Mention, expected
from importers.linking.reading import Read
from importers.linking.spans import Days
from store.records import CorpusSource, PublicationBound, Span, When

YEAR: Final = 365
HALF: Final = 182
"""Days from publication within which a day named without its year lies: of an older one a newspaper gives the year."""
NEAR: Final = 92
"""Days between the articles of one story, at most, for the year of the one to be the year of the other."""
_EXACT: Final = 7
_QUOTE: Final = 80


@dataclass(frozen=True, slots=True)
class Case:
    """An article with what is known of its day so far."""

    read: Read
    days: Days
    stated: bool
    """The file or a person gives a day that nothing contradicts."""
    name: str
    voice: int
    """The article that it is a near-copy of, or itself."""

    @property
    def source(self) -> CorpusSource:
        return self.read.source


def limits_of(
    case: Case, cases: Mapping[int, Case], events: Known, stories: Mapping[int, Sequence[int]]
) -> tuple[Limit, ...]:
    """Give all limits on the day an article was published."""
    found = list(_own_words(case, certain=True))
    on_events = list(_own_words_on_events(case, cases, events, stories))
    if case.stated:
        return tuple(dict.fromkeys([*found, *on_events]))
    years = list(_year(case, cases, stories, events))
    if years:  # then it says where the year of its own words comes from
        on_events = [limit for limit in on_events if not limit.own]
    found += on_events
    found += years or _own_words(case, certain=False)
    found += _events_elsewhere(case, cases, events)
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
            limit = _limit(bound, when, f"its text says “{_quote(bound.text)}”", own=True)
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
            by = f" ({_names(others, cases)})" if others else ""
            day = when.start if when.start == when.end else when.edtf
            limit = _limit(
                bound, when, f"its text says “{_quote(bound.text)}”, and that is dated {day}{by}", own=not others
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
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def _events_elsewhere(case: Case, cases: Mapping[int, Case], events: Known) -> Iterator[Limit]:
    for mention, others, days in told_elsewhere(case.source.source.id, events):
        known = f"{_names(others, cases)} dates “{_quote(titles(others))}” to {_spell(days)}"
        if expected(mention):
            if days.last and mention.factuality == "planned":
                yield Limit((None, days.last), f"it expects what {known}", own=False)
            continue
        if days.first:
            yield Limit((days.first, None), f"it tells as past what {known}", own=False)
        if days.first and days.last and (days.length or 0) <= _EXACT:
            for span in _phrases(mention):
                when = _when_it_fits(case, span, days)
                if when:
                    quoted = case.source.source.article.text[span.start : span.end]
                    yield Limit((when.first, when.last), f"its “{quoted}” is the day that {known}", own=False)


def _phrases(mention: Mention) -> tuple[Span, ...]:
    """Give the phrases that date a mention in its own clauses."""
    return tuple(dict.fromkeys(report.time for report in mention.reports if report.time and report.time_basis == "own"))


def _when_it_fits(case: Case, span: Span, days: Days) -> Days | None:
    """Give the publication days under which a phrase of the article means one of ``days``.

    A phrase's day grows with the publication day, so the first and the last such day are found by halving.
    """
    expressions = case.source.expressions
    number = next((at for at, expression in enumerate(expressions) if expression.span == span), None)
    first, last = case.days
    if number is None or not days.first or not days.last:
        return None
    low = first.toordinal() if first else days.first.toordinal() - YEAR
    high = last.toordinal() if last else days.last.toordinal() + YEAR

    def meaning(ordinal: int) -> When:
        day = date.fromordinal(ordinal)
        return resolve(expressions, (day, day))[number].when

    at_first = _first(low, high, lambda ordinal: _reaches(meaning(ordinal).end, days.first))
    at_last = _first(low, high, lambda ordinal: _passes(meaning(ordinal).start, days.last)) - 1
    if at_first > at_last or at_first > high or meaning(at_first) == meaning(at_first + YEAR):
        return None
    return Days(date.fromordinal(at_first), date.fromordinal(at_last) if at_last < high else last)


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


def _year(
    case: Case, cases: Mapping[int, Case], stories: Mapping[int, Sequence[int]], events: Known
) -> Iterator[Limit]:
    """Give the year of days that name none, from the articles of the same story."""
    key = case.source.source.id
    fellows = [cases[other] for other in stories.get(key, ())]
    floating = list(_floating(case, events)) if fellows else []
    if not floating:
        return
    found = [
        (basis is None, window.gap(Days(day, day)), day, fellow.source.source.article.sha256, window, fellow.name)
        for fellow in fellows
        for basis, day in _known_days(fellow)
        for window in _windows(floating, day)
    ]
    near = [entry for entry in found if entry[1] <= NEAR]
    if not near:
        return
    _, _, day, _, window, name = min(near, key=lambda entry: entry[:4])
    quotes = ", ".join(f"“{_quote(text)}”" for text in dict.fromkeys(text for _, _, text in floating))
    whose = f"the year is that of {name} ({day}), which tells of the same days"
    yield Limit((window.first, window.last), f"its text says {quotes}; {whose}", own=False)


def _known_days(case: Case) -> Iterator[tuple[str | None, date]]:
    """Give the day an article states and by what, or the first of those inferred for it if they are a few months."""
    fixed, candidates = case.source.fixed, case.source.source.article.candidates
    if fixed and fixed.start:
        yield fixed.basis, fixed.start
    elif candidates:
        yield candidates[0].basis, candidates[0].start
    elif case.days.first and case.days.last and (case.days.length or YEAR) < HALF:
        yield None, case.days.first


Floating = tuple[tuple[date, date], PublicationBound, str]


def _floating(case: Case, events: Known) -> Iterator[Floating]:
    """Say what the article says of its day by days without a year: those days in some year, and what is said."""
    source = case.source
    if not source.bounds:
        return
    text = source.source.article.text
    probe, later = date(2001, 7, 1), date(2002, 7, 1)
    one = resolve(source.expressions, (probe, probe))
    other = resolve(source.expressions, (later, later))
    by_span = {}
    for a, b in zip(one, other, strict=True):
        if a.when.start and a.when.end and b.when.start and b.when.end and (a.when.end - a.when.start).days < _EXACT:
            same = (a.when.start.month, a.when.start.day) == (b.when.start.month, b.when.start.day)
            if same and b.when.start.year == a.when.start.year + 1:
                by_span[Span(a.start, a.end)] = (a.when.start, a.when.end)
    for bound in source.bounds:
        spans: list[Span | None] = [bound.expression]
        mention = named_here(source.source.id, bound.anchor, text, events) if bound.anchor else None
        if mention:
            told = [*(one for one in events.group_of(mention) if one.source == mention.source), *alike(mention, events)]
            spans += [report.time for one in told for report in one.reports]
        for span in spans:
            if span in by_span:
                yield by_span[span], bound, bound.text
                break


def _windows(floating: Sequence[Floating], near: date) -> Iterator[Days]:
    """Give the stretches around a day in which all that is said of days without a year can be true."""
    stretches = [Days(date.min, date.max)]
    for (start, end), bound, _ in floating:
        low = bound.low if bound.low is not None else -HALF
        high = bound.high if bound.high is not None else HALF
        options = []
        for year in range(near.year - 2, near.year + 3):
            shift = timedelta(days=round((year - start.year) * 365.2425))
            options.append(Days(start + shift + timedelta(days=low), end + shift + timedelta(days=high)))
        stretches = [one.narrowed(option) for one in stretches for option in options if one.overlaps(option)]
    yield from (one for one in stretches if one.first != date.min)


def _names(mentions: Sequence[Mention], cases: Mapping[int, Case]) -> str:
    return ", ".join(dict.fromkeys(cases[mention.source].name for mention in mentions[:2]))


def _spell(days: Days) -> str:
    first, last = days
    return f"{first}" if first == last else f"{first or '..'}/{last or '..'}"


def _quote(text: str) -> str:
    short = " ".join(text.split())
    return short if len(short) <= _QUOTE else short[: _QUOTE - 1].rsplit(" ", 1)[0] + " …"
