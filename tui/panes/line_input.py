"""A line to type in. What is pasted or put into it is made visible like all other text."""

from textual.suggester import Suggester
from textual.widgets import Input

from tui.text import visible


class LineInput(Input):
    """One line high, without a blinking cursor: idle, it writes nothing."""

    def __init__(
        self,
        value: str = "",
        *,
        id: str = "answer",  # noqa: A002 - Textual's name
        placeholder: str = "",
        suggester: Suggester | None = None,
    ) -> None:
        super().__init__(
            value, id=id, placeholder=placeholder, suggester=suggester, compact=True, select_on_focus=False
        )
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Called by Textual before a value is taken."""
        return visible(value)
