"""What was read ahead of the cursor, so that one paint answers a key: the row, the other panes and the card."""

from typing import Final

from store.queries import SourceMatches
from tui.pages import Followed, Page

_KEPT: Final = 64
"""Events whose places and cards are kept: one goes back and forth among neighbours."""


class ReadAhead:
    """Where the panes go from events near the cursor, as long as the same page is shown."""

    def __init__(self) -> None:
        self._page: Page | None = None
        self._sources: SourceMatches | None = None
        self._known: dict[tuple[str, int], Followed] = {}

    def turn(self, page: Page, sources: SourceMatches | None) -> None:
        """What is shown now; what was read for another page is forgotten."""
        if page is not self._page or sources is not self._sources:
            self._page, self._sources = page, sources
            self._known.clear()

    def get(self, moved: str, event_id: int) -> Followed | None:
        """Where pane ``moved`` takes the others with this event; None if that was not read."""
        return self._known.get((moved, event_id))

    def keep(self, page: Page, moved: str, event_id: int, followed: Followed) -> None:
        """Keep what was read for a page, if that is the one that is shown."""
        if page is not self._page:
            return
        self._known[moved, event_id] = followed
        if len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]
