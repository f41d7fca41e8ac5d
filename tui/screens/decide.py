"""A decision before it is made: what it is about, a value where one is asked for, and why. At the bottom of the screen.

The value is checked in a thread, since reading a place or a date opens large tables; what is wrong with it is said in
the dialog, and nothing is lost.
"""

from asyncio import to_thread
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.panes.line_input import Complete, LineInput
from tui.panes.lines import Line, StaticLines
from tui.panes.sentence import Sentence
from tui.text import cut

Check = Callable[[str], str | None]
"""Why a value will not do, as a sentence; None if it will."""

MOST_LINES: Final = 12


@dataclass(frozen=True, slots=True)
class Decided:
    """What was typed: the value ("" where none was asked for) and the reason."""

    value: str
    reason: str


class DecideScreen(ModalScreen[Decided | None]):
    """Dismissed with what was typed, or with None by Esc. Tab goes from the value to the reason."""

    BINDINGS = [  # noqa: RUF012 - Textual's own form
        Binding("escape", "cancel", "cancel", show=False),
        Binding("tab,down", "turn(1)", "next line", show=False, priority=True),
        Binding("shift+tab,up", "turn(-1)", "line before", show=False, priority=True),
    ]

    def __init__(
        self,
        question: str,
        lines: Sequence[Line] = (),
        *,
        value: str | None = None,
        check: Check | None = None,
        complete: Complete | None = None,
        hint: str = "",
    ) -> None:
        """``value`` is what the line for one holds at first; None: no value is asked for."""
        super().__init__()
        self._question, self._lines = question, tuple(lines[:MOST_LINES])
        self._value, self._check, self._complete = value, check, complete
        self._hint = hint or "Enter does it · Esc cancels · u takes it back later"

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield StaticLines(id="question")
            if self._lines:
                yield StaticLines(id="about")
            if self._value is not None:
                yield LineInput(self._value, id="value", complete=self._complete)
            yield LineInput(id="reason", placeholder="why (may stay empty)")
            yield Sentence(id="answer-hint")

    def on_mount(self) -> None:
        cells = self.size.width
        self.query_one("#question", StaticLines).set_lines((((f" {cut(self._question, cells - 2)}", "heading"),),))
        if self._lines:
            about = self.query_one("#about", StaticLines)
            about.styles.height = len(self._lines)
            about.set_lines(self._lines)
        first = self.query(Input).first()
        if self._value:
            first.selection = Selection(len(first.value), 0)  # all of it, and its beginning in view
        self._say(self._hint)

    def _say(self, text: str, *, error: bool = False) -> None:
        self.query_one("#answer-hint", Sentence).say(text, "error" if error else "dim")

    def on_input_changed(self) -> None:
        self._say(self._hint)

    def on_input_submitted(self) -> None:
        decided = Decided(
            self.query_one("#value", Input).value if self._value is not None else "",
            self.query_one("#reason", Input).value.strip(),
        )
        if self._check is None:
            self.dismiss(decided)
        else:
            self.run_worker(self._checked(decided, self._check), group="check", exclusive=True)

    async def _checked(self, decided: Decided, check: Check) -> None:
        problem = await to_thread(check, decided.value)
        if problem is None:
            self.dismiss(decided)
        else:
            self._say(problem, error=True)
            self.query_one("#value", Input).focus()

    def action_turn(self, step: int) -> None:
        """To the other line; in the line for a value, Tab first takes the completion that is shown."""
        lines = list(self.query(LineInput))
        at = next((number for number, line in enumerate(lines) if line.has_focus), 0)
        line = lines[at]
        before = line.value
        if step > 0 and self._complete is not None and line.id == "value":
            line.action_complete()
            if line.value != before:
                return
        self.set_focus(lines[(at + step) % len(lines)])

    def action_cancel(self) -> None:
        self.dismiss(None)
