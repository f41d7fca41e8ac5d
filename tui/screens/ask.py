"""A question with one line for the answer, at the bottom of the screen; what it covers does not change."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.panes.line_input import Complete, LineInput
from tui.panes.lines import StaticLines
from tui.panes.sentence import Sentence
from tui.text import cut

Check = Callable[[str], str | None]
"""Why an answer will not do, as a sentence; None if it will."""


class AskScreen(ModalScreen[str | None]):
    """Dismissed with the answer, or with None by Esc."""

    BINDINGS = [  # noqa: RUF012 - Textual's own form
        Binding("escape", "cancel", "cancel", show=False),
        Binding("tab", "complete", "complete", show=False, priority=True),
    ]

    def __init__(
        self,
        question: str,
        answer: str = "",
        hint: str = "",
        check: Check | None = None,
        complete: Complete | None = None,
    ) -> None:
        super().__init__()
        self._question, self._answer, self._hint, self._check = question, answer, hint, check
        self._complete = complete

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield StaticLines(id="question")
            yield LineInput(self._answer, complete=self._complete, select=True)
            yield Sentence(id="answer-hint")

    def on_mount(self) -> None:
        self._say(self._hint)
        cells = self.size.width
        self.query_one("#question", StaticLines).set_lines((((f" {cut(self._question, cells - 2)}", "heading"),),))

    def _say(self, text: str, *, error: bool = False) -> None:
        shown = text or "Enter accepts · Esc cancels"
        self.query_one("#answer-hint", Sentence).say(shown, "error" if error else "dim")

    def on_input_changed(self) -> None:
        self._say(self._hint)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        problem = self._check(event.value) if self._check else None
        if problem is None:
            self.dismiss(event.value)
        else:
            self._say(problem, error=True)

    def action_complete(self) -> None:
        """Take the completion that is shown."""
        self.query_one(LineInput).action_complete()

    def action_cancel(self) -> None:
        self.dismiss(None)
