"""Where the lines of the timeline stand: headings, gaps and events, from counts per day alone.

Nothing here looks at an event: a million of them are a few thousand counted days, so the plan of the whole timeline
is made in milliseconds and any line of it is found by bisection.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate, pairwise
from typing import Final, Literal, NamedTuple

Zoom = Literal["day", "week", "month", "year"]
ZOOMS: Final[tuple[Zoom, ...]] = ("day", "week", "month", "year")

_GAP_AT_LEAST: Final[dict[Zoom, int]] = {"day": 10, "week": 28, "month": 92, "year": 731}
"""The shortest empty stretch that is named, in days."""
_GAP_TIMES_USUAL: Final = 3
"""... and it must be so many times the usual distance between days with events: in a sparse timeline less is said."""

MONTH_NAMES: Final = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Heading(NamedTuple):
    """A period with events. ``first`` and ``last`` are its first and last day (ordinals); None for "no date"."""

    first: int | None
    last: int | None
    events: int


class Gap(NamedTuple):
    """Days without an event."""

    days: int


class Plan(NamedTuple):
    """The lines of a timeline. Block ``i`` is an optional gap line, a heading line and ``counts[i]`` events."""

    zoom: Zoom
    starts: tuple[int | None, ...]
    counts: tuple[int, ...]
    gaps: tuple[int, ...]
    """Days of the gap named before each block, 0 for none."""
    rows_before: tuple[int, ...]
    lines_before: tuple[int, ...]

    @property
    def lines(self) -> int:
        return self.lines_before[-1]

    @property
    def rows(self) -> int:
        return self.rows_before[-1]

    def block_of_row(self, row: int) -> int:
        return max(0, min(bisect_right(self.rows_before, row) - 1, len(self.counts) - 1))

    def line_of(self, row: int) -> int:
        """The line an event stands on."""
        if not self.counts:
            return 0
        block = self.block_of_row(row)
        return self.lines_before[block] + bool(self.gaps[block]) + 1 + row - self.rows_before[block]

    def at(self, line: int) -> Heading | Gap | int | None:
        """What stands on a line: a heading, a gap, an event's row, or nothing past the end."""
        if not 0 <= line < self.lines:
            return None
        block = bisect_right(self.lines_before, line) - 1
        within = line - self.lines_before[block]
        if self.gaps[block]:
            if within == 0:
                return Gap(self.gaps[block])
            within -= 1
        if within == 0:
            return self.heading(block)
        return self.rows_before[block] + within - 1

    def heading(self, block: int) -> Heading:
        start = self.starts[block]
        return Heading(start, None if start is None else last_day(start, self.zoom), self.counts[block])

    def rows_between(self, line: int, stop: int) -> tuple[int, int]:
        """The events, first and past the last, on the lines from ``line`` up to ``stop``."""
        return self._rows_before_line(line), self._rows_before_line(stop)

    def _rows_before_line(self, line: int) -> int:
        if line <= 0 or not self.counts:
            return 0
        if line >= self.lines:
            return self.rows
        block = bisect_right(self.lines_before, line) - 1
        within = line - self.lines_before[block] - bool(self.gaps[block]) - 1
        return self.rows_before[block] + max(0, within)

    def next_gap(self, row: int, step: int) -> int | None:
        """The first event after the next named gap, or the last one before the gap before; None if there is none."""
        block = self.block_of_row(row)
        if step > 0:
            later = (i for i in range(block + 1, len(self.gaps)) if self.gaps[i])
            return next((self.rows_before[i] for i in later), None)
        at_or_before = (i for i in range(block, 0, -1) if self.gaps[i])
        return next((self.rows_before[i] - 1 for i in at_or_before), None)

    def step_period(self, row: int, step: int) -> int:
        """The first event of the next period, or of this one and then of the one before."""
        if not self.counts:
            return row
        block = self.block_of_row(row)
        if step < 0 and row > self.rows_before[block]:
            return self.rows_before[block]
        return self.rows_before[max(0, min(block + step, len(self.counts) - 1))]


def plan(days: Sequence[tuple[int, int]], undated: int, zoom: Zoom) -> Plan:
    """Lay out ``days`` (ordinal, number of events; ascending) and ``undated`` events, which come last."""
    starts: list[int | None] = []
    counts: list[int] = []
    gaps: list[int] = []
    least = _least_gap(days, zoom)
    before: int | None = None
    by_day = zoom == "day"
    for day, count in days:
        start = day if by_day else first_day(day, zoom)
        empty = 0 if before is None else day - before - 1
        before = day
        if starts and starts[-1] == start:
            counts[-1] += count
            continue
        starts.append(start)
        counts.append(count)
        gaps.append(empty if empty >= least else 0)
    if undated:
        starts.append(None)
        counts.append(undated)
        gaps.append(0)
    lines = [bool(gap) + 1 + count for gap, count in zip(gaps, counts, strict=True)]
    return Plan(
        zoom,
        tuple(starts),
        tuple(counts),
        tuple(gaps),
        (0, *accumulate(counts)),
        (0, *accumulate(lines)),
    )


def _least_gap(days: Sequence[tuple[int, int]], zoom: Zoom) -> int:
    between = sorted(later[0] - sooner[0] for sooner, later in pairwise(days))
    usual = between[(len(between) - 1) // 2] if between else 1
    return max(_GAP_AT_LEAST[zoom], _GAP_TIMES_USUAL * usual)


def first_day(day: int, zoom: Zoom) -> int:
    """The first day of the period that a day lies in (weeks begin on Monday)."""
    if zoom == "day":
        return day
    if zoom == "week":
        return max(1, day - (day - 1) % 7)
    on = date.fromordinal(day)
    return on.replace(day=1).toordinal() if zoom == "month" else date(on.year, 1, 1).toordinal()


def last_day(first: int, zoom: Zoom) -> int:
    """The last day of the period that begins on ``first``."""
    if zoom == "day":
        return first
    if zoom == "week":
        return min(first + 6, date.max.toordinal())
    on = date.fromordinal(first)
    if zoom == "year":
        return date(on.year, 12, 31).toordinal()
    if on.month == 12:
        return date(on.year, 12, 31).toordinal()
    return date(on.year, on.month + 1, 1).toordinal() - 1


def heading_text(heading: Heading, zoom: Zoom) -> str:
    """The heading of a period: "Thursday 31 August 2023", "28 Aug – 3 Sep 2023", "August 2023", "2023", "No date"."""
    if heading.first is None or heading.last is None:
        return "No date"
    first, last = date.fromordinal(heading.first), date.fromordinal(heading.last)
    if zoom == "day":
        return f"{WEEKDAYS[first.weekday()]} {first.day} {MONTH_NAMES[first.month]} {first.year}"
    if zoom == "week":
        start = f"{first.day} {MONTH_NAMES[first.month][:3]}"
        if first.year != last.year:
            start += f" {first.year}"
        return f"{start} – {last.day} {MONTH_NAMES[last.month][:3]} {last.year}"
    return f"{MONTH_NAMES[first.month]} {first.year}" if zoom == "month" else f"{first.year}"


def gap_text(days: int) -> str:
    """An empty stretch in words, "9 months without an event": in days up to two weeks, then weeks, months, years."""
    if days < 14:
        amount, unit = days, "day"
    elif days < 61:
        amount, unit = round(days / 7), "week"
    elif days < 730:
        amount, unit = round(days / 30.44), "month"
    else:
        amount, unit = round(days / 365.25), "year"
    return f"{amount} {unit}{'' if amount == 1 else 's'} without an event"


def label(day: int, zoom: Zoom) -> str:
    """An event's day as it stands beside it under a heading of this zoom: "Thu 31", "31 Aug", or nothing by day."""
    on = date.fromordinal(day)
    if zoom == "day":
        return ""
    return f"{on.day:>2} {MONTH_NAMES[on.month][:3]}" if zoom == "year" else f"{WEEKDAYS[on.weekday()][:3]} {on.day:>2}"


LABEL_CELLS: Final = 6

_LEVELS: Final = " ▁▂▃▄▅▆▇█"


def density(days: Iterable[tuple[int, int]], first: int, last: int, cells: int) -> tuple[int, ...]:
    """How many events fall on each of ``cells`` equal stretches from day ``first`` to day ``last``."""
    bins = [0] * max(1, cells)
    span = max(1, last - first + 1)
    for day, count in days:
        if first <= day <= last:
            bins[(day - first) * len(bins) // span] += count
    return tuple(bins)


def levels(bins: Sequence[int], highest: int = 0) -> str:
    """Counts as blocks from ▁ to █; a stretch with any event shows at least ▁. ``highest`` is what █ stands for."""
    top = max(highest, *bins, 1)
    return "".join(_LEVELS[0 if not n else max(1, -(-n * 8 // top))] for n in bins)


def axis(first: int, last: int, cells: int) -> str:
    """Years (or months, for a short period) under the density strip, each where it begins."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    span = max(1, last - first + 1)
    marks: list[tuple[int, str]] = []
    if span > 800:
        every = max(1, (end.year - start.year) * 6 // max(1, cells) + 1)
        marks = [(date(y, 1, 1).toordinal(), str(y)) for y in range(start.year, end.year + 1, every)]
    else:
        months = [(y, m) for y in range(start.year, end.year + 1) for m in range(1, 13)]
        marks = [(date(y, m, 1).toordinal(), _month_mark(y, m, start)) for y, m in months]
    line = [" "] * cells
    free = 0
    for day, text in marks:
        at = 0 if day < first else (day - first) * cells // span
        if day < first and first_day(first, "year" if span > 800 else "month") != day:
            continue
        if day <= last and at >= free and at + len(text) <= cells:
            line[at : at + len(text)] = text
            free = at + len(text) + 1
    return "".join(line)


def _month_mark(year: int, month: int, start: date) -> str:
    name = MONTH_NAMES[month][:3]
    return f"{name} {year}" if month == 1 or (year, month) == (start.year, start.month) else name


def row_of_day(days: Sequence[tuple[int, int]], before: Sequence[int], day: int) -> int:
    """The number of the first event on or after a day; ``before[i]`` counts the events before ``days[i]``."""
    return before[min(bisect_left(days, (day, 0)), len(days))]
