"""Pairs of events that may be one, for a person to judge: both side by side, with what speaks for and against it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store import queries
from store.records.suggestion import Suggestion
from tui import pages
from tui.commands import bindings_for
from tui.panes.lines import BLANK, Line
from tui.panes.pair import pair_lines, reasons_lines
from tui.panes.scroll_lines import ScrollLines
from tui.panes.words import short_date
from tui.screens.choose import Choice
from tui.screens.listed import ListedScreen
from tui.screens.stack import is_open
from tui.text import cut, plural, visible

if TYPE_CHECKING:
    from tui.screens.joining import Joining


class SuggestionsScreen(ListedScreen):
    """``m`` makes one event of a pair, ``x`` says that they are not the same; both can be undone."""

    BINDINGS = bindings_for("suggestions")
    scope = "suggestions"

    def __init__(self, browser: "Joining", suggestions: Sequence[Suggestion]) -> None:
        self._pair = ScrollLines(id="pair")
        super().__init__(browser, self._pair)
        self._browser = browser
        self.suggestions = tuple(suggestions)

    @property
    def current(self) -> Suggestion | None:
        choice = self.list.current
        return self.suggestions[int(choice.id)] if choice else None

    def on_resize(self) -> None:
        self.list.styles.height = max(3, min(len(self.suggestions), self.size.height // 4))

    def fill(self, cursor: int) -> None:
        half = max(16, (self.size.width - 20) // 2)
        choices = []
        for number, one in enumerate(self.suggestions):
            titles = f"{cut(visible(one.a.title), half):<{half}} ≟ {cut(visible(one.b.title), half)}"
            choices.append(Choice(str(number), f"{short_date(one.a.when):>13} {titles}"))
        self.put(f"{plural(len(choices), 'pair')} of events that may be one", choices, cursor)

    def show_item(self) -> None:
        if self.current is not None:
            self._browser.start("pair", self._load_pair, self.current)
        else:
            self._pair.set_lines((((" All of them are judged. Esc goes back.", "dim"),),))

    async def _load_pair(self, suggestion: Suggestion) -> None:
        cards = await self._browser.ask("pair", pages.load_cards, (suggestion.a.id, suggestion.b.id))
        if not is_open(self) or self.current is not suggestion or len(cards) < 2:
            return
        cells = self.size.width
        lines: list[Line] = [*pair_lines(cards[0], cards[1], cells), BLANK]
        self._pair.set_lines((*reasons_lines(suggestion, cells), BLANK, *lines))

    async def _reload(self) -> None:
        self.suggestions = await self._browser.ask("pair", queries.suggestions)
        if is_open(self):
            self.fill(min(self.list.cursor, max(0, len(self.suggestions) - 1)))

    # Commands

    def action_accept(self) -> None:
        """Make one event of the pair."""
        if (one := self.current) is not None:
            self._browser.decide_then(self._browser.merge((one.a.id, one.b.id), "suggested"), self._reload)

    def action_decline(self) -> None:
        """Remember that the two are not the same."""
        if (one := self.current) is not None:
            self._browser.decide_then(self._browser.keep_apart((one.a.id, one.b.id), "suggested"), self._reload)

    def action_undo(self) -> None:
        self._browser.decide_then(self._browser.take_back(), self._reload)

    def action_scroll(self, where: str) -> None:
        self._pair.action_move(where)

    def action_open(self) -> None:
        """Go to the first of the two in the panes."""
        if (one := self.current) is not None:
            self.dismiss(None)
            self._browser.go_to_event(one.a.id)
