"""A screen of lines to read: the log of messages, the tour."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from tui.panes.lines import Line, StaticLines
from tui.panes.prose import paragraph
from tui.panes.scroll_lines import ScrollLines


class TextScreen(Screen[None]):
    """Paragraphs under a title; Esc, q or Enter closes."""

    BINDINGS = [Binding("escape,q,enter", "close", "close", show=False)]  # noqa: RUF012 - Textual's own form

    def __init__(self, title: str, paragraphs: Sequence[str], *, at_end: bool = False) -> None:
        super().__init__()
        self._heading, self._paragraphs, self._at_end = title, paragraphs, at_end

    def compose(self) -> ComposeResult:
        yield StaticLines(id="text-title", classes="bar")
        yield ScrollLines(id="text-lines")
        yield StaticLines(id="text-foot", classes="bar")

    def on_mount(self) -> None:
        self.query_one("#text-title", StaticLines).set_lines((((f" {self._heading}", "heading"),),))
        foot = " j k PgUp PgDn scroll · Esc closes"
        self.query_one("#text-foot", StaticLines).set_lines((((foot, "dim"),),))
        self.query_one(ScrollLines).focus()

    def on_resize(self) -> None:
        lines: list[Line] = []
        cells = max(20, min(self.size.width - 4, 100))
        for text in self._paragraphs:
            lines += [(("  ", "text"), *line) for part in text.split("\n") for line in paragraph(part, (), cells)]
        view = self.query_one(ScrollLines)
        view.set_lines(tuple(lines), top=len(lines) if self._at_end else view.top)

    def action_close(self) -> None:
        self.dismiss(None)
