"""The Events pane: what was extracted, from the chosen sources or from all, one line an event."""

from typing import Final

from store.records import EventRow
from tui.commands import bindings_for
from tui.panes.lines import BLANK, Line, spread
from tui.panes.row_list import RowList
from tui.panes.words import DATE_CELLS, marks, short_date, signs
from tui.text import fit, number

_FIGURES_FROM: Final = 58
_FULL_DATE_FROM: Final = 44
_NARROW_DATE: Final = 9


def event_line(row: EventRow, cells: int, selected: frozenset[int]) -> Line:
    """An event in ``cells``: marks, date, title, and at the right its figures, signs and number of sources."""
    faint = row.candidate or row.status == "rejected"
    date_cells = DATE_CELLS if cells >= _FULL_DATE_FROM else _NARROW_DATE
    right: Line = ()
    if cells >= _FIGURES_FROM and row.figures:
        right += ((fit(row.figures, min(len(row.figures), cells // 4)), "aside" if faint else "figure"),)
    right += signs(row)
    right += ((f"{row.number_of_sources:>3} ", "dim"),)
    left: Line = (
        *marks(row.id, selected, starred=row.starred),
        (fit(short_date(row.when, date_cells), date_cells, right=True), "dim" if faint else "date"),
        ("  ", "text"),
        (fit(row.title, cells).rstrip(), "dim" if faint else "text"),
    )
    return spread(left, right, cells)


def pane_title(key: str, name: str, detail: str, place: str, cells: int, *, focused: bool) -> Line:
    """The first line of a pane: the key that leads to it, its name, a detail, and where the cursor is."""
    left: Line = ((f" {key} ", "key"), (name, "heading" if focused else "dim"))
    if detail:
        left += ((f"  {detail}", "dim"),)
    return spread(left, ((f"{place} ", "dim"),), cells)


def place_of(cursor: int, total: int) -> str:
    """``12/1,234``, or nothing in an empty list."""
    return f"{number(cursor + 1)}/{number(total)}" if total else ""


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
        place = place_of(self.cursor, self.total)
        return pane_title("2", "Events", self.detail, place, self.size.width, focused=self.has_focus)

    def draw_row(self, index: int, row: EventRow) -> Line:
        return event_line(row, self.size.width, self.selected)

    def draw_empty(self, y: int) -> Line:
        return self.empty[y] if y < len(self.empty) else BLANK
