"""A view of many lines that scrolls: the article, the help, a whole card, the log. Only visible lines are drawn."""

from collections.abc import Sequence

from textual import events

from tui.commands import bindings_for
from tui.panes.lines import BLANK, Line, Lines
from tui.panes.row_list import WHEEL


class ScrollLines(Lines, can_focus=True):
    """Lines with a first visible one. Subclasses may draw them as they are needed."""

    BINDINGS = bindings_for("list")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.top = 0
        self._lines: Sequence[Line] = ()

    @property
    def line_total(self) -> int:
        return len(self._lines)

    def draw_line(self, line: int) -> Line:
        """A line of the whole."""
        return self._lines[line]

    def set_lines(self, lines: Sequence[Line], *, top: int = 0) -> None:
        self._lines = lines
        self.top = self._clamped(top)
        self.refresh()

    def scroll_line_into_view(self, line: int, *, above: int = 3) -> None:
        """Show a line, with some lines above it; nothing moves if it is well in view."""
        if not self.top <= line < self.top + self.size.height - 2:
            self.scroll_to_line(line - above)

    def scroll_to_line(self, top: int) -> None:
        top = self._clamped(top)
        if top != self.top:
            self.top = top
            self.refresh()
            self.scrolled()

    def scrolled(self) -> None:
        """The first visible line changed."""

    def _clamped(self, top: int) -> int:
        return max(0, min(top, self.line_total - max(1, self.size.height)))

    def action_move(self, where: str) -> None:
        page = max(1, self.size.height - 2)
        step = {"down": 1, "up": -1, "page_down": page, "page_up": -page}.get(where)
        self.scroll_to_line(self.top + step if step is not None else 0 if where == "first" else self.line_total)

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.scroll_to_line(self.top + WHEEL)
        event.stop()

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.scroll_to_line(self.top - WHEEL)
        event.stop()

    def content(self, y: int) -> Line:
        line = self.top + y
        return self.draw_line(line) if line < self.line_total else BLANK
