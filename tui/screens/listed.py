"""A list over the browser, with the item under the cursor shown whole below it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from tui.commands import Scope, in_scope
from tui.panes.footer import footer_line, said
from tui.panes.lines import Lines, StaticLines
from tui.screens.choose import Choice, ChoiceList
from tui.screens.stack import is_open

if TYPE_CHECKING:
    from tui.screens.panes_screen import PanesScreen


class ListedScreen(Screen[None]):
    """Says in its last line what the browser below it says. A subclass fills the list, and shows the item."""

    scope: ClassVar[Scope]

    def __init__(self, below: "PanesScreen", item: Lines) -> None:
        """``item`` is the widget that shows the item under the cursor."""
        super().__init__()
        self._below, self._item = below, item

    def compose(self) -> ComposeResult:
        yield StaticLines(id="list-head", classes="bar")
        yield ChoiceList(self.action_open, moved=self.show_item)
        yield StaticLines(id="list-rule", classes="bar")
        yield self._item
        yield StaticLines(id="list-foot", classes="bar")

    def fill(self, cursor: int) -> None:
        """Put the items into the list, with the cursor on the one of that number."""
        raise NotImplementedError

    def show_item(self) -> None:
        """Show the item under the cursor."""
        raise NotImplementedError

    def action_open(self) -> None:
        """Go to the item in the browser."""
        raise NotImplementedError

    @property
    def list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    def on_mount(self) -> None:
        self._below.heard = self._hear
        self.list.focus()

    def on_unmount(self) -> None:
        self._below.heard = None

    def on_resize(self) -> None:
        self.query_one("#list-rule", StaticLines).set_lines(((("─" * self.size.width, "rule"),),))
        self.fill(self.list.cursor)
        self._hear("", error=False)

    def put(self, head: str, choices: Sequence[Choice], cursor: int) -> None:
        """Show a list under its head."""
        self.list.set_choices(choices)
        self.list.go_to(cursor)
        self.query_one("#list-head", StaticLines).set_lines((((f" {head}", "heading"),),))
        self.show_item()

    def _hear(self, text: str, *, error: bool) -> None:
        if not is_open(self):
            return
        cells = self.size.width
        line = said(text, cells, error=error) if text else footer_line(in_scope(self.scope), cells, self._below.keys)
        self.query_one("#list-foot", StaticLines).set_lines((line,))

    def action_back(self) -> None:
        self.dismiss(None)
