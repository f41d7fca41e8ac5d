"""The Sources pane: the articles, with near-copies folded under the one they copy."""

from typing import Final

from store.records.rows import SourceRow
from tui.commands import bindings_for
from tui.panes.events import pane_title
from tui.panes.lines import BLANK, Line, spread
from tui.panes.row_list import MARK, RowList
from tui.panes.words import published_short
from tui.text import cut, fit

_DATE_FROM: Final = 40
_DATE_CELLS: Final = 12


def source_line(row: SourceRow, cells: int, chosen: frozenset[int], *, last_copy: bool = True) -> Line:
    """An article in ``cells``: chosen or not, title or file name, publication day and number of events."""
    doubtful = row.published.doubtful
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
        self.followed: SourceRow | None = None
        """The article that another pane is at, while it stands further up or down than can be seen."""

    def id_of(self, row: SourceRow) -> int:
        return row.id

    def follow(self, at: int, row: SourceRow) -> None:
        """Go along with another pane to the article in row ``at``, without scrolling.

        Neighbours in time are strangers in the list of articles: it would be drawn anew at every key. So an article out
        of sight is named on the last line, until this pane gets the focus.
        """
        if self.shows(at):
            self._point_out(None)
            self.place(at)
            return
        old, self.cursor = self.cursor, at
        self.redraw_row(old)
        self._point_out(row)

    def _point_out(self, row: SourceRow | None) -> None:
        if row != self.followed:
            self.followed = row
            self.redraw_line(self.size.height - 1)

    def on_focus(self) -> None:
        if self.followed is not None:
            self._point_out(None)
            self.bring_into_view()

    def content(self, y: int) -> Line:
        if self.followed is None or y != self.size.height - 1:
            return super().content(y)
        arrow = "↓" if self.line_of(self.cursor) >= self.top else "↑"
        return (MARK, (f"{arrow} ", "key"), (cut(self.followed.title or self.followed.file, self.size.width), "text"))

    def draw_header(self, y: int) -> Line:
        detail = f"{len(self.chosen)} chosen" if self.chosen else ""
        return pane_title("Sources", detail, self.where, self.size.width, focused=self.has_focus, tabs=self.tabs)

    def draw_row(self, index: int, row: SourceRow) -> Line:
        below = self.window.get(index + 1)
        return source_line(row, self.row_cells, self.chosen, last_copy=below is None or not below.depth)

    def draw_empty(self, y: int) -> Line:
        return self.empty[y] if y < len(self.empty) else BLANK
