"""What a dialog says below its lines: a sentence over as many lines as it takes, for a cut one explains nothing."""

from typing import Final

from textual import events

from tui.panes.lines import Role, StaticLines
from tui.text import few_lines, visible

MOST_LINES: Final = 6


class Sentence(StaticLines):
    """As high as its sentence is long."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._said: tuple[str, Role] = "", "dim"

    def say(self, text: str, role: Role = "dim") -> None:
        """Say something in place of what was said; a newline ends a line."""
        self._said = text, role
        cells = self.screen.size.width - 2
        lines = [line for part in text.split("\n") for line in few_lines(visible(part), cells, MOST_LINES)]
        self.styles.height = len(lines)
        self.set_lines(tuple(((f" {line}", role),) for line in lines))

    def on_resize(self, _: events.Resize) -> None:
        """Called by Textual when the terminal is wider or narrower than before."""
        self.say(*self._said)
