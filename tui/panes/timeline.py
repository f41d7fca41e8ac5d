"""The Timeline pane: events under the headings of their days, weeks, months or years, with what lies between."""

from collections import Counter
from datetime import date
from typing import Final, Literal, get_args

from store.records.rows import EventRow
from store.records.when import When
from tui.commands import bindings_for
from tui.panes import periods
from tui.panes.events import pane_title, right_part
from tui.panes.lines import BLANK, Line, Piece, line_width, spread
from tui.panes.periods import Gap, Heading, Plan, Zoom
from tui.panes.row_list import RowList
from tui.panes.words import marks, short_date, signs, words_of
from tui.text import cut, fit, number, width

Lane = Literal["", "type", "place", "actor", "source"]
LANES: Final[tuple[Lane, ...]] = get_args(Lane)

_TRACK_FROM: Final = 44
_WIDE_TRACK_FROM: Final = 72
_LANE_COUNT: Final = 4
Days = tuple[tuple[int, int], ...]


def track(when: When, scale: tuple[int, int], cells: int, point: str = "●") -> str:
    """An event on a scale of days, ``cells`` wide: a point, a bar as wide as its date is uncertain, ◂ ▸ beyond."""
    first, last = scale
    start = when.start.toordinal() if when.start else None
    end = when.end.toordinal() if when.end else None
    if start is None and end is None:
        return " " * cells

    def cell(day: int) -> int:
        return (day - first) * cells // max(1, last - first + 1)

    left = -1 if start is None or start < first else min(cell(start), cells - 1)
    right = cells if end is None or end > last else max(cell(end), 0)
    if start is not None and start == end:
        at = max(0, min(max(left, 0), cells - 1))
        return " " * at + point + " " * (cells - at - 1)
    stroke = "┄" if start is None or end is None else "─"
    line = [" "] * cells
    for at in range(max(0, left), min(cells, right + 1)):
        line[at] = stroke
    if left < 0 and right >= cells:
        line[0], line[-1] = "◂", "▸"
    elif left < 0:
        line[0], line[max(0, right)] = "◂", "┤"
    elif right >= cells:
        line[left], line[-1] = "├", "▸"
    elif left == right:
        line[left] = "┼"
    else:
        line[left], line[right] = "├", "┤"
    return "".join(line)


def scale_of(heading: Heading, zoom: Zoom) -> tuple[int, int] | None:
    """The days a track shows under a heading: the period, or by day the month around it."""
    if heading.first is None or heading.last is None:
        return None
    if zoom != "day":
        return heading.first, heading.last
    first = periods.first_day(heading.first, "month")
    return first, periods.last_day(first, "month")


def timeline_line(
    row: EventRow,
    heading: Heading,
    zoom: Zoom,
    cells: int,
    selected: frozenset[int],
    *,
    same_day: bool = False,
    lanes: tuple[str, ...] = (),
    lane: int = 0,
) -> Line:
    """An event under its heading. ``same_day``: the event above has the same date, which is not said again."""
    faint = row.candidate or row.status == "rejected"
    point = "◇" if row.factuality in ("planned", "possible") else "○" if faint or row.factuality == "denied" else "●"
    left: list[Piece] = list(marks(row.id, selected, starred=row.starred))
    exact = row.when.start is not None and row.when.start == row.when.end
    if zoom != "day":
        text = periods.label(row.when.start.toordinal(), zoom) if exact and row.when.start and not same_day else ""
        left.append((f"{fit(text, periods.LABEL_CELLS)} ", "date"))
    if lanes:
        left += [(f" {point}", "bar") if at == lane else (" │", "rule") for at in range(len(lanes))]
        left.append(("  ", "text"))
    elif cells >= _TRACK_FROM and (scale := scale_of(heading, zoom)) is not None:
        wide = 16 if cells >= _WIDE_TRACK_FROM else 10
        left += [(track(row.when, scale, wide, point), "bar-rest" if faint else "bar"), ("  ", "text")]
    else:
        left.append((f" {point} ", "bar-rest" if faint else "bar"))
    if not exact and row.when.dated:
        left.append((f"{short_date(row.when)}  ", "date"))
    room = cells - line_width(tuple(left))
    title = cut(row.title, room)
    end: Piece = (" ", "text")
    right = right_part(((*signs(row), end), (*signs(row, terse=True), end)), room - width(title))
    return spread((*left, (title, "dim" if faint else "text")), right, cells)


def heading_line(heading: Heading, zoom: Zoom, cells: int, *, since: bool = False) -> Line:
    """The name of a period, a rule if there is room, and how many events it has.

    ``since``: they are somewhere from that day on.
    """
    text = f"{'from ' if since else ''}{periods.heading_text(heading, zoom)}"
    count = number(heading.events)
    rule = max(0, cells - len(text) - len(count) - 4)
    return ((f"{text} ", "heading"), ("─" * rule, "rule"), (f" {count}  " if rule else count, "dim"))


def gap_line(gap: Gap, cells: int) -> Line:
    """An empty stretch, named."""
    text = f" ┆  {periods.gap_text(gap.days)}"
    return ((fit(text, cells), "aside"),)


def strip_line(shown: tuple[int, ...], whole: tuple[int, ...]) -> Line:
    """The density strip: what the filter leaves bright, and a dim trace where it leaves nothing of what there is."""
    bright = periods.levels(shown)
    pieces: list[Piece] = []
    for char, count, all_of_it in zip(bright, shown, whole, strict=True):
        piece: Piece = (char, "bar") if count else ("▁" if all_of_it else " ", "bar-rest")
        if pieces and pieces[-1][1] == piece[1]:
            pieces[-1] = (pieces[-1][0] + piece[0], piece[1])
        else:
            pieces.append(piece)
    return tuple(pieces)


def _with_cursor(strip: Line, at: int) -> Line:
    """The strip with the stretch at ``at`` marked as the one the cursor is in."""
    pieces: list[Piece] = []
    for text, role in strip:
        if 0 <= at < len(text):
            pieces += [(text[:at], role), (text[at], "here"), (text[at + 1 :], role)]
        else:
            pieces.append((text, role))
        at -= len(text)
    return tuple(piece for piece in pieces if piece[0])


class TimelinePane(RowList[EventRow]):
    """Merged events in time. The screen sets what it shows; zoom and lanes are its own."""

    BINDINGS = bindings_for("list", "timeline")
    scope = "timeline"
    name_of_pane = "timeline"
    header_lines = 3

    def __init__(self) -> None:
        super().__init__(id="timeline")
        self.selected: frozenset[int] = frozenset()
        self.empty: tuple[Line, ...] = ()
        self.zoom_level: Zoom = "day"
        self.lane: Lane = ""
        self.days: Days = ()
        self.whole_days: Days = ()
        self.undated = 0
        self.plan: Plan = periods.plan((), 0, "day")
        self.detail = ""
        self._strip: tuple[int, Line, str] = (0, BLANK, "")

    def id_of(self, row: EventRow) -> int:
        return row.id

    def set_days(self, days: Days, undated: int, whole_days: Days, *, counted: bool = True) -> None:
        """Counts of the events to be shown by day, and of all events of the store (for the density strip, which waits
        until they are ``counted``).
        """
        self.days, self.undated, self.whole_days, self.counted = days, undated, whole_days or days, counted
        self.plan = periods.plan(days, undated, self.zoom_level)
        if counted:
            self._strip = (0, BLANK, "")

    # Lines and rows

    @property
    def line_total(self) -> int:
        return self.plan.lines

    def line_of(self, row: int) -> int:
        return self.plan.line_of(row)

    def row_at(self, line: int) -> int | None:
        found = self.plan.at(line)
        return found if isinstance(found, int) else None

    def rows_between(self, line: int, stop: int) -> tuple[int, int]:
        return self.plan.rows_between(line, stop)

    def _lead(self, row: int) -> int:
        block = self.plan.block_of_row(row)
        return 1 + bool(self.plan.gaps[block]) if self.plan.counts and row == self.plan.rows_before[block] else 0

    # Keys

    def action_zoom(self, step: int) -> None:
        """Shorter (-1) or longer (1) periods; the cursor stays on its event."""
        at = periods.ZOOMS.index(self.zoom_level) + step
        if 0 <= at < len(periods.ZOOMS):
            self.set_zoom(periods.ZOOMS[at])

    def set_zoom(self, zoom: Zoom) -> None:
        self.zoom_level = zoom
        self.plan = periods.plan(self.days, self.undated, zoom)
        if self.total:
            self.show(self.total, self._rows.fetch, self.cursor, self.window)
        self.refresh()

    def action_gap(self, step: int) -> None:
        row = self.target
        for _ in range(min(self._count, len(self.plan.counts))):
            row = next_row if (next_row := self.plan.next_gap(row, step)) is not None else row
        self.move_to(row)

    def action_period(self, step: int) -> None:
        row = self.target
        for _ in range(min(self._count, len(self.plan.counts))):
            row = self.plan.step_period(row, step)
        self.move_to(row)

    def action_lanes(self) -> None:
        self.lane = LANES[(LANES.index(self.lane) + 1) % len(LANES)]
        self.refresh()

    # Drawing

    def cursor_taken(self, old_row: int) -> None:
        self.redraw_line(0)
        self.redraw_line(1)

    def draw_header(self, y: int) -> Line:
        cells = self.size.width
        if y == 0:
            detail = f"by {self.zoom_level}" + (f" · lanes by {self.lane}" if self.lane else "")
            detail += f" · {self.detail}" if self.detail else ""
            return pane_title("Timeline", detail, self.where, cells, focused=self.has_focus, tabs=self.tabs)
        if not self.whole_days:
            return BLANK
        if y == 2 and self.lane:
            return self._lane_header(cells)
        first, last = self.whole_days[0][0], self.whole_days[-1][0]
        wide = max(1, cells - 2)
        if self._strip[0] != wide:
            shown = periods.density(self.days, first, last, wide)
            all_of_it = self.days is self.whole_days
            whole = shown if all_of_it else periods.density(self.whole_days, first, last, wide)
            self._strip = (wide, strip_line(shown, whole), periods.axis(first, last, wide))
        if y == 2:
            return ((" ", "text"), (self._strip[2], "dim"))
        at = self._cursor_cell(first, last, wide)
        return ((" ", "text"), *(self._strip[1] if at is None else _with_cursor(self._strip[1], at)))

    def _cursor_cell(self, first: int, last: int, wide: int) -> int | None:
        row = self.current
        day = (row.when.start or row.when.end) if row else None
        if day is None:
            return None
        return max(0, min((day.toordinal() - first) * wide // max(1, last - first + 1), wide - 1))

    def draw_line(self, line: int) -> Line:
        found = self.plan.at(line)
        cells = self.row_cells
        if isinstance(found, Heading):
            return heading_line(found, self.zoom_level, cells, since=self._since(line))
        if isinstance(found, Gap):
            return gap_line(found, cells)
        row = None if found is None else self.window.get(found)
        return BLANK if found is None or row is None else self.draw_row(found, row)

    def _since(self, line: int) -> bool:
        """Whether a heading names a day on which no event below it is sure to be."""
        if self.zoom_level != "day":
            return False
        first = self.plan.rows_between(line, line + 1)[0]
        block = self.plan.block_of_row(first)
        rows = [self.window.get(at) for at in range(first, first + min(self.plan.counts[block], self.page_lines))]
        known = [row.when for row in rows if row is not None and row.when.dated]
        return bool(known) and all(when.start != when.end for when in known)

    def draw_row(self, index: int, row: EventRow) -> Line:
        block = self.plan.block_of_row(index)
        above = self.window.get(index - 1) if index > self.plan.rows_before[block] else None
        lanes = self._lanes() if self.lane else ()
        return timeline_line(
            row,
            self.plan.heading(block),
            self.zoom_level,
            self.row_cells,
            self.selected,
            same_day=above is not None and above.when.start == row.when.start and above.when.end == above.when.start,
            lanes=lanes,
            lane=self._lane_of(row, lanes) if lanes else 0,
        )

    def draw_empty(self, y: int) -> Line:
        return self.empty[y] if y < len(self.empty) else BLANK

    # Lanes

    def _lane_value(self, row: EventRow) -> str:
        if self.lane == "type":
            return words_of(row.sub_event_type or row.event_type)
        if self.lane == "place":
            return row.place.split(",")[0] or "no place"
        if self.lane == "actor":
            return row.actor or "nobody named"
        return row.outlet or f"article {row.source_id}"

    def _lanes(self) -> tuple[str, ...]:
        """The commonest values among the rows at hand, and a last lane for the rest."""
        common = Counter(self._lane_value(row) for row in self.window.rows)
        ranked = sorted(common, key=lambda value: (-common[value], value))[:_LANE_COUNT]
        return (*ranked, "other")

    def _lane_of(self, row: EventRow, lanes: tuple[str, ...]) -> int:
        value = self._lane_value(row)
        return lanes.index(value) if value in lanes else len(lanes) - 1

    def _lane_header(self, cells: int) -> Line:
        lanes = self._lanes()
        each = max(4, (cells - 2) // len(lanes))
        pieces: list[Piece] = [(" ", "text")]
        for at, name in enumerate(lanes):
            pieces += [(f"{at + 1} ", "key"), (fit(name, each - 3) + " ", "dim")]
        return tuple(pieces)


def day_of(when: When) -> date | None:
    """The day an event stands at in the timeline."""
    return when.start or when.end
