"""The event card on a screen of its own, where it does not fit below the panes."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import Screen

from tui.commands import bindings_for, in_scope
from tui.panes.card import CardData, card_lines
from tui.panes.footer import footer_line
from tui.panes.lines import StaticLines
from tui.panes.scroll_lines import ScrollLines

if TYPE_CHECKING:
    from tui.screens.browse import BrowseScreen


class CardScreen(Screen[None]):
    """One event whole; ``[`` and ``]`` go to its neighbours in the browser below."""

    BINDINGS = bindings_for("card")

    def __init__(self, browser: "BrowseScreen") -> None:
        super().__init__()
        self._browser = browser

    def compose(self) -> ComposeResult:
        yield ScrollLines(id="card-lines")
        yield StaticLines(id="card-foot", classes="bar")

    def on_mount(self) -> None:
        self.query_one(ScrollLines).focus()
        self._browser.card_shown = self.show

    def on_unmount(self) -> None:
        self._browser.card_shown = None

    def on_resize(self) -> None:
        self.query_one("#card-foot", StaticLines).set_lines((footer_line(in_scope("card"), self.size.width),))
        self.show(self._browser.card.card)

    def show(self, card: CardData | None) -> None:
        """Show an event."""
        lines = card_lines(card, self.size.width) if card is not None else ()
        self.query_one(ScrollLines).set_lines(lines)

    def action_neighbour(self, step: int) -> None:
        pane = self._browser.timeline if self._browser.shown == "timeline" else self._browser.events
        pane.action_move("down" if step > 0 else "up")

    def action_open(self) -> None:
        self._browser.action_open()

    def action_copy(self) -> None:
        self._browser.action_copy()
        said = self._browser.message[0]
        self.query_one("#card-foot", StaticLines).set_lines((((f" {said}", "strong"),),))

    def action_back(self) -> None:
        self.dismiss(None)
