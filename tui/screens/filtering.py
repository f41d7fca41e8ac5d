"""The filter as it is typed: read, explained where it cannot be, completed from the store, remembered."""

from collections.abc import Sequence
from typing import NamedTuple

from store.filters import EVERYTHING, Filter, FilterError, parse
from store.reader import Reader
from tui import pages
from tui.completion import keys_like, unfinished, with_values
from tui.messages import FilterEdited, FilterLeft
from tui.panes.filter_bar import FilterBar
from tui.screens.asking import AskingScreen
from tui.session import remember


class Fault(NamedTuple):
    """What is wrong with the filter as it is typed, and where."""

    message: str
    start: int
    end: int


class FilteringScreen(AskingScreen):
    """Holds the filter bar and the filter that holds; what is shown under it is the subclass's to say."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.filter: Filter = EVERYTHING
        self.fault: Fault | None = None
        self.offers: tuple[str, ...] = ()
        """What the last word of the filter may go on as."""
        self.bar = FilterBar(self.complete)

    def filter_changed(self) -> None:
        """Show what the filter keeps."""
        raise NotImplementedError

    def filter_left(self) -> None:
        """Give the focus back."""
        raise NotImplementedError

    def on_filter_edited(self, message: FilterEdited) -> None:
        """As typed: all panes follow; a filter that cannot be read is explained and changes nothing."""
        self.message = ("", False)
        try:
            read = parse(message.text)
        except FilterError as error:
            self.fault = Fault(error.message, error.start, error.end)
            self.bar.show_fault((error.start, error.end))
            self.draw_status()
            return
        self.fault = None
        self.bar.show_fault(None)
        self.filter = read
        self.filter_changed()
        self.draw_status()

    def set_filter(self, text: str) -> bool:
        """Filter by a text from elsewhere (a view, a facet, the command line). False if it cannot be read."""
        self.bar.set_text(text)
        self.on_filter_edited(FilterEdited(text))
        return self.fault is None

    def on_filter_left(self, message: FilterLeft) -> None:
        self.remember_filter()  # one that was stepped back from can be come back to
        if not message.keep:
            self.set_filter(self.bar.before)
        self.filter_left()

    def remember_filter(self) -> None:
        """Keep the filter that holds among those used before."""
        if self.fault is None:
            self.bar.history = remember(tuple(self.bar.history), self.filter.text)

    async def complete(self, text: str) -> Sequence[str]:
        """What the typed filter may go on as."""
        word = unfinished(text)
        if word is None:
            offers: tuple[str, ...] = ()
        elif not word.key:
            offers = keys_like(word)
        else:
            offers = with_values(word, await self.ask("complete", pages.load_values, word.key, word.typed))
        shown = tuple(offer[len(word.before) :] for offer in offers if offer != text) if word else ()
        if shown != self.offers:
            self.offers = shown
            self.draw_status()
        return offers
