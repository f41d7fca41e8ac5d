"""The Events pane: what was extracted, from the chosen sources or from all, one line an event."""

from typing import Final

from store.records.rows import EventRow
from tui.commands import bindings_for
from tui.panes.lines import BLANK, Line, Piece, line_width, spread
from tui.panes.row_list import RowList
from tui.panes.words import DATE_CELLS, marks, short_date, signs
from tui.text import cut, fit, width

_FULL_DATE_FROM: Final = 44
_NARROW_DATE: Final = 10


def event_line(row: EventRow, cells: int, selected: frozenset[int]) -> Line:
    """An event in ``cells``: marks, date, title, and at the right its figures, signs and number of sources."""
    faint = row.candidate or row.status == "rejected"
    date_cells = DATE_CELLS if cells >= _FULL_DATE_FROM else _NARROW_DATE
    left: Line = (
        *marks(row.id, selected, starred=row.starred),
        (fit(short_date(row.when, date_cells), date_cells, right=True), "dim" if faint else "date"),
        ("  ", "text"),
    )
    room = cells - date_cells - 4
    title = cut(row.title, room)
    count: Piece = (f"{row.number_of_sources:>3} ", "text")  # as the title: no colour to switch in every line
    figures: Line = ((f" {cut(row.figures, 24)}", "aside" if faint else "figure"),) if row.figures else ()
    right = right_part(
        ((*figures, *signs(row), count), (*signs(row), count), (*signs(row, terse=True), count)), room - width(title)
    )
    return spread((*left, (title, "dim" if faint else "text")), right, cells)


def right_part(choices: tuple[Line, ...], room: int) -> Line:
    """The first of several right ends, the fullest first, beside which a title fits whole; else the last."""
    return next((line for line in choices if line_width(line) < room), choices[-1])


TABS: Final = (("1", "Sources"), ("2", "Events"), ("3", "Timeline"))


def pane_title(name: str, detail: str, place: str, cells: int, *, focused: bool, tabs: bool = False) -> Line:
    """The first line of a pane: the key that leads to it, its name, a detail, and where the cursor is.

    ``tabs``: it is the only pane shown, and the line names the others too.
    """
    left: Line = ()
    for key, title in TABS:
        if title == name:
            left += ((f" {key} ", "key"), (title, "heading" if focused else "dim"), (" ", "text"))
        elif tabs:
            left += ((f" {key} {title} ", "dim"),)
    if detail:
        left += ((f" {detail}", "dim"),)
    return spread(left, ((f"{place} ", "dim"),), cells)


class EventsPane(RowList[EventRow]):
    """Rows of the events table. ``detail`` and ``empty`` are set by the screen."""

    BINDINGS = bindings_for("list")
    name_of_pane = "events"

    def __init__(self) -> None:
        super().__init__(id="events")
        self.selected: frozenset[int] = frozenset()
        self.detail = ""
        self.empty: tuple[Line, ...] = ()

    def id_of(self, row: EventRow) -> int:
        return row.id

    def draw_header(self, y: int) -> Line:
        return pane_title("Events", self.detail, self.where, self.size.width, focused=self.has_focus, tabs=self.tabs)

    @property
    def lead_cells(self) -> int:
        return 4 + (DATE_CELLS if self.row_cells >= _FULL_DATE_FROM else _NARROW_DATE)

    def draw_row(self, index: int, row: EventRow) -> Line:
        return event_line(row, self.row_cells, self.selected)

    def draw_empty(self, y: int) -> Line:
        return self.empty[y] if y < len(self.empty) else BLANK
