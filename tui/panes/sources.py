"""The Sources pane: the articles, with near-copies folded under the one they copy."""

from typing import Final

from store.records import SourceRow
from tui.commands import bindings_for
from tui.panes.events import pane_title, place_of
from tui.panes.lines import BLANK, Line, spread
from tui.panes.row_list import RowList
from tui.panes.words import published_short
from tui.text import fit

_DATE_FROM: Final = 40
_DATE_CELLS: Final = 12


def source_line(row: SourceRow, cells: int, chosen: frozenset[int], *, last_copy: bool = True) -> Line:
    """An article in ``cells``: chosen or not, title or file name, publication day and number of events."""
    doubtful = row.published.status in ("contradicted", "unknown")
    name = row.title or row.file
    if row.outlet and cells >= _DATE_FROM + 40:
        name = f"{name} · {row.outlet}"
    right: Line = ()
    if cells >= _DATE_FROM:
        date = fit(published_short(row.published, _DATE_CELLS), _DATE_CELLS, right=True)
        right += ((f" {date}", "sign" if doubtful else "date"),)
    elif doubtful:
        right += ((" ≠" if row.published.status == "contradicted" else " ?", "sign"),)
    right += ((f"{row.events:>4} ", "dim" if row.depth else "text"),)
    branch = ("└ " if last_copy else "├ ") if row.depth else ""
    left: Line = (
        ("●" if row.id in chosen else " ", "mark"),
        (f" {branch}", "dim"),
        (fit(name, cells).rstrip(), "dim" if row.depth else "text"),
    )
    return spread(left, right, cells)


class SourcesPane(RowList[SourceRow]):
    """Rows of the sources table. ``chosen`` and ``empty`` are set by the screen."""

    BINDINGS = bindings_for("list", "sources")
    scope = "sources"
    name_of_pane = "sources"

    def __init__(self) -> None:
        super().__init__(id="sources")
        self.chosen: frozenset[int] = frozenset()
        self.empty: tuple[Line, ...] = ()

    def id_of(self, row: SourceRow) -> int:
        return row.id

    def draw_header(self, y: int) -> Line:
        detail = f"{len(self.chosen)} chosen" if self.chosen else ""
        place = place_of(self.cursor, self.total, focused=self.has_focus)
        return pane_title("Sources", detail, place, self.size.width, focused=self.has_focus, tabs=self.tabs)

    def draw_row(self, index: int, row: SourceRow) -> Line:
        below = self.window.get(index + 1)
        return source_line(row, self.row_cells, self.chosen, last_copy=below is None or not below.depth)

    def draw_empty(self, y: int) -> Line:
        return self.empty[y] if y < len(self.empty) else BLANK
