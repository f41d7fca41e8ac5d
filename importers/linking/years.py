"""The year of days that name none ("the vote of October 15").

Articles that tell of the same days were published close together: so an article whose text fits only a part of the
year ("less than two months before the vote of October 15") belongs to the year that brings it next to the day that a
fellow article states, even one that is itself contradicted by some months (a file is stamped late more often than
years early). Without any stated year among its fellows, no year is inferred.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from importers.dating.resolve import resolve
from importers.dating.solve import Limit
from importers.linking.cases import Case, quoted
from importers.linking.events import Known, alike, named_here, told_elsewhere
from importers.linking.spans import Days, day_at
from store.records.reading import PublicationBound
from store.records.span import Span

HALF: Final = 182
"""Days from publication within which a day named without its year lies: of an older one a newspaper gives the year."""
NEAR: Final = 92
"""Days between the articles of one story, at most, for the year of the one to be the year of the other."""
OVER_NEW_YEAR: Final = 120
"""Days that a day to come without its year may lie ahead, if that is in the next year."""
_YEAR: Final = 365
_WEEK: Final = 7
_MONTH: Final = 31

Floating = tuple[tuple[date, date], PublicationBound, str]
"""The first and last day that is meant, in some year; what is said of it; and in which words."""


def stated_days(cases: Iterable[Case]) -> Mapping[date, Case]:
    """Give one article of each day that any states for itself."""
    stated: dict[date, Case] = {}
    for case in sorted(cases, key=lambda case: case.source.source.article.sha256):
        for basis, day in _known_days(case):
            if basis is not None:
                stated.setdefault(day, case)
    return stated


def year_of(
    case: Case,
    cases: Mapping[int, Case],
    stories: Mapping[int, Sequence[int]],
    events: Known,
    stated: Mapping[date, Case],
) -> Iterator[Limit]:
    """Give the year of days that name none, from articles on the same days, or else from those that share an event.

    An event may be recalled for years: articles that merely share one count only if they leave no choice of year. So
    do, for a dateline, any articles of the week, or else the month, around it in some year: what is gathered together
    is of one time.
    ``stated`` are those that state their days (``stated_days``).
    """
    key = case.source.source.id
    floating = list(_floating(case, events))
    if not floating:
        return
    story = [cases[other] for other in stories.get(key, ())]
    sharing = sorted({other.source for _, others, _ in told_elsewhere(key, events) for other in others})
    dateline = [entry for entry in floating if entry[1].is_that_day]
    near = (
        list(_near(floating, story))
        or _of_one_year(_near(floating, [cases[other] for other in sharing]))
        or _of_one_year(_near(dateline, stated.values(), within=_WEEK))
        or _of_one_year(_near(dateline, stated.values(), within=_MONTH))
    )
    if near:
        best = min(near, key=lambda entry: entry.order)
        whose = f"the year is that of {best.name} ({best.day}), of the same days"
        yield Limit(best.window, f"its text says {_quotes(floating)}", own=False, firm=False, year=whose)


def _of_one_year(near: Iterable["_Near"]) -> list["_Near"]:
    """Give what is near if it leaves no choice of year."""
    found = list(near)
    return found if len({entry.window for entry in found}) == 1 else []


def season_of(case: Case, events: Known) -> Iterator[Limit]:
    """Give the days of the year that a stated day must be among, where the text measures them ("less than a week").

    Whatever the year, an article that calls 20 August less than a week away was not published in December.
    """
    measured = [entry for entry in map(_measured, _floating(case, events)) if entry is not None]
    day = next((day for _, day in _known_days(case)), None)
    if measured and day:
        # A file is stamped late, when it is fetched or filed, and not before it is written.
        stamped = Days(day, day)
        windows = sorted(_windows(measured, day), key=lambda window: (window.gap(stamped), window))
        window = next((one for one in windows if one.first and one.first <= day), next(iter(windows), None))
        if window:
            yield Limit(window, f"its text says {_quotes(measured)}, in whatever year")


def _measured(entry: Floating) -> Floating | None:
    """Give what is said of a day with both its limits, if it has them.

    A day to come that goes without its year is of the year of publication, or else near: in December nobody says "on
    15 October" of the next one.
    """
    (start, end), bound, text = entry
    if bound.low is None and bound.high is not None and bound.high < 0:
        ahead = max(start.timetuple().tm_yday - 1, OVER_NEW_YEAR)
        return (start, end), replace(bound, low=-ahead), text
    return entry if bound.low is not None and bound.high is not None else None


@dataclass(frozen=True, slots=True)
class _Near:
    """A stretch in which an article may have been published, near the day of a fellow."""

    order: tuple[bool, int, date, str]
    window: Days
    name: str
    day: date


def _near(floating: Sequence[Floating], fellows: Iterable[Case], within: int = NEAR) -> Iterator[_Near]:
    for fellow in fellows if floating else ():
        for basis, day in _known_days(fellow):
            for window in _windows(floating, day):
                gap = window.gap(Days(day, day))
                if gap <= within:
                    order = (basis is None, gap, day, fellow.source.source.article.sha256)
                    yield _Near(order, window, fellow.name, day)


def _quotes(floating: Sequence[Floating]) -> str:
    return ", ".join(f"“{quoted(text)}”" for text in dict.fromkeys(text for _, _, text in floating))


def _known_days(case: Case) -> Iterator[tuple[str | None, date]]:
    """Give the day an article states and by what, or the first of those inferred for it if they are a few months."""
    fixed, candidates = case.source.fixed, case.source.source.article.candidates
    if fixed and fixed.start:
        yield fixed.basis, fixed.start
    elif candidates:
        yield candidates[0].basis, candidates[0].start
    elif case.days.first and case.days.last and (case.days.length or _YEAR) < HALF:
        yield None, case.days.first


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
        if a.when.start and a.when.end and b.when.start and b.when.end and (a.when.end - a.when.start).days < _WEEK:
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
        shifts = [(start.replace(year=year) - start).days for year in range(near.year - 2, near.year + 3)]
        options = [Days(_moved(start, shift + low), _moved(end, shift + high)) for shift in shifts]
        stretches = [one.narrowed(option) for one in stretches for option in options if one.overlaps(option)]
    yield from (one for one in stretches if one.first != date.min)


def _moved(day: date, days: int) -> date:
    return day_at(day.toordinal() + days)
