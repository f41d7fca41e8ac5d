"""The filter bar: an input line that underlines the word at fault, and completes the key or value being typed."""

from collections.abc import Sequence

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events, on
from textual.binding import Binding
from textual.widgets import Input

from tui.messages import FilterEdited, FilterLeft
from tui.panes.line_input import Complete, LineInput


class _Fault(Highlighter):
    """Underlines the word at fault."""

    def __init__(self) -> None:
        self.span: tuple[int, int] | None = None

    def highlight(self, text: Text) -> None:
        if self.span is not None:
            start, end = self.span
            text.stylize("underline bold", start, max(end, start + 1))


class FilterBar(LineInput):
    """Typed text goes up as FilterEdited; Enter and Esc as FilterLeft; Up and Down walk through the history."""

    BINDINGS = [  # noqa: RUF012 - Textual's own form; these are no commands of the table but the ways of an input line
        Binding("up", "history(-1)", "older filter", show=False),
        Binding("down", "history(1)", "newer filter", show=False),
        Binding("tab", "complete", "complete", show=False),
        Binding("enter", "leave(True)", "keep the filter", show=False),
        Binding("escape", "leave(False)", "step back", show=False),
    ]

    def __init__(self, complete: Complete) -> None:
        self._fault = _Fault()
        super().__init__(
            id="filter",
            placeholder="filter: words, type:car_bomb, date:2023-08 …",
            complete=complete,
        )
        self.highlighter = self._fault
        self.history: Sequence[str] = ()
        self._at = 0
        self._typed = ""
        self.before = ""
        """The text when the bar was entered: what Esc goes back to."""

    def show_fault(self, span: tuple[int, int] | None) -> None:
        """Underline a stretch of the text, or nothing."""
        if self._fault.span != span:
            self._fault.span = span
            self.refresh()

    def set_text(self, text: str) -> None:
        """Put another text in, without saying so."""
        if text != self.value:
            with self.prevent(Input.Changed):
                self.value = text
            self.cursor_position = len(text)

    @on(Input.Changed)
    def _tell(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(FilterEdited(event.value))

    def on_focus(self, event: events.Focus) -> None:
        self._at = 0
        self._typed = self.before = self.value

    def action_history(self, step: int) -> None:
        """Older (-1) or newer (1) filters; past the newest stands what was typed."""
        if self._at == 0:
            self._typed = self.value
        self._at = max(-len(self.history), min(0, self._at + step))
        text = self.history[self._at] if self._at else self._typed
        if text != self.value:
            self.value = text
            self.cursor_position = len(text)

    def action_leave(self, keep: bool) -> None:
        self.post_message(FilterLeft(keep=keep))
