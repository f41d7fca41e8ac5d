"""A list of any length that draws only what is visible, in the manner of Textual's ``_log.py``.

Rows come in windows from the reader's thread. The cursor's row and the first visible line change only together with
the rows they show, so a line is never drawn empty and a held key never queues: the newest place wins. When the cursor
leaves the window it jumps by half a page, because a scroll by one line repaints the whole pane.
"""

from typing import Final, Generic, NamedTuple

from textual import events

from tui.commands import Scope
from tui.messages import CursorMoved, Opened, RowsCame
from tui.panes.lines import BLANK, Line, Lines, Piece, under_cursor
from tui.panes.windows import Fetch, R, Rows, Window, Windows, no_rows
from tui.text import number

MARK: Final[Piece] = ("▌", "accent")
_NO_MARK: Final[Piece] = (" ", "text")
"""The first cell of a line says where the cursor is, also in the panes that follow: one cell to write, not a line."""

DIGITS: Final = "0123456789"
COUNT_STARTS: Final = "0456789"
MOST_DIGITS: Final = 7

WHEEL: Final = 3
"""Lines that one turn of the mouse wheel scrolls by."""


class _Place(NamedTuple):
    """Where the cursor and the first visible line go, and whether the user moved them."""

    row: int
    top: int
    told: bool


COUNTING: Final = "…"
"""Stands for a number that is still being counted."""


def place_of(cursor: int, total: int, *, focused: bool) -> str:
    """``12/1,234`` in the pane that has the focus, else ``1,234``; nothing in an empty list."""
    if not total:
        return ""
    return f"{number(cursor + 1)}/{number(total)}" if focused else number(total)


class RowList(Lines, Generic[R], can_focus=True):
    """A pane of rows. A subclass says what a row looks like, and what its id is."""

    scope: Scope = "list"
    name_of_pane = ""
    header_lines = 1

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.total = 0
        self.cursor = 0
        self.top = 0
        self.jumped = 0
        """Whether the last move of the cursor took the first line with it: 1 down, -1 up, 0 not."""
        self._stride = 1
        """By how many lines the user last went down, or (below 0) up: a line, a page; 0 for a leap elsewhere."""
        self._typed_count = ""
        self._count = 1
        """How often the key that is being handled is meant, by the digits typed before it."""
        self._seen = 0
        """On which of the visible lines the cursor is."""
        self._rows: Windows[R] = Windows(no_rows, Window())
        self.counted = True
        """Whether ``total`` is how many there are, and not only how many are known of yet."""
        self.tabs = False
        """The only pane shown: its first line names the others too."""
        self._wanted: _Place | None = None
        self._filling = False

    # What a subclass says

    def draw_header(self, y: int) -> Line:
        """Line ``y`` of the header, which does not scroll."""
        raise NotImplementedError

    def draw_row(self, index: int, row: R) -> Line:
        """A row as a line, in ``row_cells``."""
        raise NotImplementedError

    def draw_empty(self, y: int) -> Line:
        """Line ``y`` under the header when there are no rows: what to do about it."""
        return BLANK

    def id_of(self, row: R) -> int:
        """The row's id in the store."""
        raise NotImplementedError

    # Lines and rows; the timeline has lines that are no rows

    @property
    def line_total(self) -> int:
        return self.total

    def line_of(self, row: int) -> int:
        """The line on which a row stands."""
        return row

    def row_at(self, line: int) -> int | None:
        """The row that stands on a line, if it is one."""
        return line if 0 <= line < self.total else None

    def rows_between(self, line: int, stop: int) -> Rows:
        """The rows, first and past the last, that stand on the lines from ``line`` to ``stop``."""
        return max(0, line), min(self.total, stop)

    def draw_line(self, line: int) -> Line:
        """A line under the header."""
        row = self.row_at(line)
        if row is None:
            return BLANK
        value = self.window.get(row)
        return BLANK if value is None else self.draw_row(row, value)

    # What the screen calls

    @property
    def lead_cells(self) -> int:
        """How many cells of the cursor's line are shown as under it, in the pane that has the focus."""
        return self.drawn_cells

    @property
    def row_cells(self) -> int:
        """The room a row has beside the mark of the cursor."""
        return self.drawn_cells - 1

    @property
    def page_lines(self) -> int:
        """How many lines are visible under the header."""
        return max(1, self.size.height - self.header_lines)

    @property
    def where(self) -> str:
        """Where the cursor is, for the header: "12/1,234"; while a count is typed, that."""
        if self._typed_count:
            return f"{self._typed_count}{COUNTING}"
        return place_of(self.cursor, self.total, focused=self.has_focus) if self.counted else COUNTING

    @property
    def window(self) -> Window[R]:
        """The rows that are drawn, and some around them."""
        return self._rows.shown

    @property
    def current(self) -> R | None:
        """The row under the cursor."""
        return self.window.get(self.cursor)

    @property
    def onward(self) -> R | None:
        """The row that one more step the same way leads to, if it is at hand."""
        return self._rows.get(self._stepped(self.cursor, self._stride))

    @property
    def ends(self) -> tuple[R, ...]:
        """The first and the last row, if they are at hand."""
        found = (self._rows.get(0), self._rows.get(self.total - 1))
        return tuple(row for row in found if row is not None)

    @property
    def waiting(self) -> bool:
        """Whether the cursor is to go where the rows are yet to come."""
        return self._wanted is not None

    @property
    def target(self) -> int:
        """The row the cursor is on its way to, or is on."""
        return self._wanted.row if self._wanted else self.cursor

    def show(self, total: int, fetch: Fetch[R], cursor: int, window: Window[R]) -> None:
        """Show other rows, with the cursor on ``cursor``. ``window`` holds rows around it (it may hold too few).

        What is under the cursor stays where it is on the screen, if it is the same as before.
        """
        before = self.current
        self.total, self._rows = total, Windows(fetch, window)
        self._wanted = None
        row = max(0, min(cursor, total - 1))
        self.cursor = row
        after = self.current
        if before is not None and after is not None and self.id_of(before) == self.id_of(after):
            self.top = max(0, min(self.line_of(row) - self._seen, self.line_total - self.page_lines))
        self.top = self._top_for(row)
        self._seen = self.line_of(row) - self.top
        self.refresh()
        self._ensure(_Place(row, self.top, told=False))

    def shows(self, row: int) -> bool:
        """Whether a row is visible now."""
        return self.top <= self.line_of(row) < self.top + self.page_lines

    def place(self, row: int, *, jump: int = 0) -> None:
        """Follow another pane to a row; ``jump`` as that pane has jumped."""
        if self.total:
            self._go(row, told=False)
            if jump and not self.jumped:
                self.align(jump)

    def bring_into_view(self) -> None:
        """Scroll to where the cursor is, if it is out of sight."""
        if self.total:
            self._ensure(_Place(self.target, self._top_for(self.target), told=False))

    def align(self, direction: int) -> None:
        """Bring the line of the cursor to where a jump down (1) or up (-1) would have put it."""
        row = self.target
        line = self.line_of(row)
        top = line - self._lead(row) - 1 if direction > 0 else line - self.page_lines + 2
        self._ensure(_Place(row, max(0, min(top, self.line_total - self.page_lines)), told=False))

    def move_to(self, row: int) -> None:
        """Move the cursor for the user, and say so."""
        if self.total:
            self._go(row, told=True)

    async def read_ahead(self) -> None:
        """Fetch what a page further on, and either end of the list, would show, as far as it is not at hand."""
        if self.waiting:
            return  # what is wanted now goes first
        page, last = self.page_lines, self.line_total - self.page_lines
        onward = (self.top, self.top + 3 * page) if self._stride >= 0 else (self.top - 2 * page, self.top + page)
        lines = {"onward": onward, "first": (0, page), "last": (last, last + page)}
        wanted = {name: self.rows_between(max(0, at), min(stop, self.line_total)) for name, (at, stop) in lines.items()}
        await self._rows.read_ahead(wanted, page)

    def refresh_rows(self) -> None:
        """Draw what is visible afresh (after a selection)."""
        self.refresh()

    # Moving

    def on_key(self, event: events.Key) -> None:
        """Take digits as a count for the next key. 1, 2 and 3 are panes, unless another digit stands before them."""
        if event.character and event.character in (DIGITS if self._typed_count else COUNT_STARTS):
            self._typed_count = (self._typed_count + event.character)[-MOST_DIGITS:]
            self.redraw_line(0)
            event.stop()
            return
        if self._typed_count:
            self.redraw_line(0)
        self._count, self._typed_count = max(1, int(self._typed_count or "1")), ""

    def action_move(self, where: str) -> None:
        here, count = self.target, self._count
        page = count * max(1, self.page_lines - 1)
        self._stride = {"down": 1, "up": -1, "page_down": page, "page_up": -page}.get(where, 0)
        if where in ("first", "last"):
            self.move_to(count - 1 if count > 1 else 0 if where == "first" else self.total - 1)
        elif where in ("down", "up"):
            self.move_to(here + count * self._stride)
        else:
            self.move_to(self._stepped(here, self._stride))

    def _stepped(self, row: int, lines: int) -> int:
        """Where a step by so many lines leads from a row: to another one, however few stand there."""
        if abs(lines) <= 1:
            return row + lines
        first, stop = sorted((self.line_of(row), self.line_of(row) + lines))
        rows = self.rows_between(max(0, first), max(0, stop))
        return max(row + 1, rows[1]) if lines > 0 else min(row - 1, rows[0])

    def _top_for(self, row: int) -> int:
        """The first visible line once the cursor is on ``row``: unchanged if it is visible, else half a page on."""
        if not self.size.height:
            return 0  # not shown yet: the first size it gets will tell
        line, page = self.line_of(row), self.page_lines
        top = self._wanted.top if self._wanted else self.top
        lead = line - self._lead(row)
        if line >= top + page:
            # stepping out below: on by nearly a page, for each jump repaints the pane; from afar: into the middle
            top = lead - 1 if line < top + 2 * page else line - page // 2
        elif lead < top:
            top = line - page + 2 if lead >= top - page else line - page // 2
        return max(0, min(top, lead, self.line_total - page))

    def _lead(self, row: int) -> int:
        """How many lines above a row belong to it and should be visible with it."""
        return 0

    def _go(self, row: int, *, told: bool) -> None:
        row = max(0, min(row, self.total - 1))
        if row == self.target and (self._wanted is None or self._wanted.told == told):
            return
        self.jumped = 0
        self._ensure(_Place(row, self._top_for(row), told))

    def _ensure(self, place: _Place) -> None:
        """Take the place at once if its rows are here, else when they are."""
        shown = self.window
        if self._rows.show(self._needed(place.top)):
            self._wanted = None
            self._take(place, fresh=self.window is not shown)
            return
        self._wanted = place
        if not self._filling:
            self._filling = True
            # by the screen: it says what goes wrong in a worker
            self.screen.run_worker(self._fill(), group=f"rows-{self.id}", exit_on_error=False)

    def _needed(self, top: int) -> Rows:
        return self.rows_between(top, min(top + self.page_lines, self.line_total))

    async def _fill(self) -> None:
        """Fetch rows around the wanted place until it is the newest."""
        try:
            while (place := self._wanted) is not None:
                rows = self._rows
                window = await rows.read(self._needed(place.top), self.page_lines)
                newest = self._wanted
                if newest is None or rows is not self._rows:
                    continue
                if newest is place or window.covers(self._needed(newest.top)):
                    self._wanted = None
                    rows.put(window)
                    self._take(newest, fresh=True)
        finally:
            self._filling, self._wanted = False, None  # also where it was given up: nothing else waits for it
            self.screen.post_message(RowsCame())

    def _take(self, place: _Place, *, fresh: bool = False) -> None:
        old_row, old_top = self.cursor, self.top
        self.cursor, self.top = place.row, place.top
        self._seen = self.line_of(place.row) - place.top
        if fresh or old_top != place.top:
            self.jumped = (place.top > old_top) - (place.top < old_top)
            self.refresh()
        elif old_row != place.row:
            self.redraw_row(old_row)
            self.redraw_row(place.row)
        self.cursor_taken(old_row)
        value = self.current
        if place.told and value is not None:
            self.screen.post_message(CursorMoved(self.name_of_pane, self.id_of(value)))

    def cursor_taken(self, old_row: int) -> None:
        """The cursor moved from ``old_row``: draw what else depends on it."""
        self.redraw_line(0)

    def redraw_row(self, row: int) -> None:
        y = self.line_of(row) - self.top
        if 0 <= y < self.page_lines:
            self.redraw_line(y + self.header_lines)

    # Drawing

    def content(self, y: int) -> Line:
        if y < self.header_lines:
            return self.draw_header(y)
        if not self.total:
            return self.draw_empty(y - self.header_lines)
        line = y - self.header_lines + self.top
        if self.row_at(line) != self.cursor:
            return (_NO_MARK, *self.draw_line(line))
        marked: Line = (MARK, *self.draw_line(line))
        return under_cursor(marked, self.lead_cells) if self.has_focus else marked

    # Mouse and size

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(WHEEL)
        event.stop()

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(-WHEEL)
        event.stop()

    def _wheel(self, lines: int) -> None:
        if not self.total:
            return
        here = self._wanted.top if self._wanted else self.top
        top = max(0, min(here + lines, self.line_total - self.page_lines))
        first, stop = self.rows_between(top, top + self.page_lines)
        self._ensure(_Place(max(first, min(self.target, stop - 1)), top, told=True))

    def on_click(self, event: events.Click) -> None:
        line = event.y - self.header_lines + self.top
        row = self.row_at(line) if event.y >= self.header_lines else None
        if row is None:
            return
        self.move_to(row)
        if event.chain == 2:
            self.post_message(Opened())

    def on_resize(self) -> None:
        self.refresh()  # lines may have been drawn for the old first line before this handler ran
        if self.total:
            self.top = self._top_for(self.cursor)
            self._ensure(_Place(self.cursor, self.top, told=False))
