"""A line to type in. What is pasted or put into it is made visible like all other text."""

from collections.abc import Awaitable, Callable, Sequence

from textual import events
from textual.suggester import Suggester
from textual.widgets import Input

from tui.text import visible

Complete = Callable[[str], Awaitable[Sequence[str]]]
"""What a typed text may go on as: whole texts, the likeliest first."""


class _Completer(Suggester):
    """Keeps what a text may go on as, and suggests the first of it."""

    def __init__(self, complete: Complete) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete
        self._offers: Sequence[str] = ()
        self._typed = ""

    async def get_suggestion(self, value: str) -> str | None:
        """Called by Textual for each text that stands in the line."""
        if value in self._offers and len(self._offers) > 1:
            return None  # one that was taken: the next Tab takes the next one
        offers = await self._complete(value)
        self._offers, self._typed = offers, value
        first = offers[0] if offers else ""
        return first if first.casefold().startswith(value.casefold()) and first != value else None

    def after(self, value: str) -> str | None:
        """The offer to take when ``value`` stands in the line: the first, or the one after that taken before."""
        if value in self._offers:
            return self._offers[(self._offers.index(value) + 1) % len(self._offers)]
        return self._offers[0] if self._offers and value == self._typed else None


class LineInput(Input):
    """One line high, without a blinking cursor: idle, it writes nothing."""

    def __init__(
        self,
        value: str = "",
        *,
        id: str = "answer",  # noqa: A002 - Textual's name
        placeholder: str = "",
        complete: Complete | None = None,
        select: bool = False,
    ) -> None:
        """``select``: the value is marked as a whole when the line gets the focus, so that typing replaces it."""
        self._completer = _Completer(complete) if complete else None
        super().__init__(
            value, id=id, placeholder=placeholder, suggester=self._completer, compact=True, select_on_focus=select
        )
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Called by Textual before a value is taken."""
        return visible(value)

    def on_paste(self, event: events.Paste) -> None:
        """Make one line of several: Textual's own handler, which runs after this, would drop all but the first."""
        event.text = " ".join(line for line in event.text.splitlines() if line.strip())

    def action_complete(self) -> None:
        """Take what is offered; again: the next of it."""
        taken = self._completer.after(self.value) if self._completer else None
        if taken is not None:
            self.value = taken
            self.cursor_position = len(taken)
