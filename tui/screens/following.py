"""One cursor in three panes and a card: where the user goes in one of them, the others go along.

What that takes is read ahead, so that a key is mostly answered by one paint and no question to the store.
"""

from asyncio import sleep
from collections.abc import Callable
from typing import Final, Literal

from store.reader import Reader
from store.records.rows import EventRow
from tui import pages
from tui.ahead import ReadAhead
from tui.messages import CursorMoved, RowsCame
from tui.pages import Followed, Page, SourcesPage
from tui.panes.card import CardData, CardPane
from tui.panes.events import EventsPane
from tui.panes.sources import SourcesPane
from tui.panes.timeline import TimelinePane, day_of
from tui.screens.filtering import FilteringScreen

PaneName = Literal["sources", "events", "timeline"]

_FOLLOWING: Final = 0.03
"""Seconds that the paint of a move waits for where it takes the other panes, so that each line is drawn once."""
_BEFORE_READING_AHEAD: Final = 0.01


class FollowingScreen(FilteringScreen):
    """Holds the panes and the card, and the page that they show; loading it is the subclass's part."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.event_id = 0
        self.event_day = 0
        self.source_id = 0
        self.page: Page | None = None
        self.sources_page: SourcesPage | None = None
        self.sources = SourcesPane()
        self.events = EventsPane()
        self.timeline = TimelinePane()
        self.card = CardPane()
        self.shown: PaneName = "events"
        """The pane that has the focus, or had it last."""
        self.card_shown: Callable[[CardData | None], None] | None = None
        self.alone: CardData | None = None
        """The event on a card screen over this one: while it stands there, commands are about it alone."""
        self._ahead = ReadAhead()
        self._following = False
        """Whether it is yet to be read where the others go along to."""

    def reload(self, *, pause: float = 0.0, whole: bool = False) -> None:
        """Ask for the page of the filter and selection as they are now; ``whole``: the store itself changed."""
        raise NotImplementedError

    def be_on(self, row: EventRow) -> None:
        day = day_of(row.when)
        self.event_id, self.event_day = row.id, day.toordinal() if day else 0

    def on_cursor_moved(self, message: CursorMoved) -> None:
        """Bring the other panes and the card to where the user went."""
        page = self.page
        if page is None:
            return
        self.unsay()
        if message.pane == "sources":
            self.source_id = message.item_id
            self.start("follow", self._follow_source, page, message.item_id)
            return
        pane = self.events if message.pane == "events" else self.timeline
        row = pane.current
        if row is None or row.id != message.item_id:
            return
        self.be_on(row)
        self.source_id = row.source_id
        if page.events is page.timeline:
            other = self.timeline if pane is self.events else self.events
            other.place(
                pages.turned(page.events, pane.cursor) if page.ask.newest_first else pane.cursor, jump=pane.jumped
            )
            if other.jumped and not pane.jumped:
                pane.align(1)  # two panes that jump at the same key jump half as often
        self._turn_to(page)
        known = self._ahead.get(pane.name_of_pane, row.id)
        self._following = known is None
        if known is not None:
            self._go_along(known)
        if self._following or self._waiting:
            self.hold_paint(_FOLLOWING)
        self.start("follow", self._follow_row, page, row, pane)

    @property
    def _waiting(self) -> bool:
        return self.events.waiting or self.timeline.waiting

    def on_rows_came(self, _: RowsCame) -> None:
        self._paint_together()

    def _paint_together(self) -> None:
        """Paint what a key has led to once all of it is there: a second paint would cost as much again."""
        if not (self._following or self._waiting):
            self.paint()

    async def _follow_row(self, page: Page, row: EventRow, pane: EventsPane | TimelinePane) -> None:
        """Bring the others to where a pane has gone, and read ahead where its next row will bring them."""
        moved = pane.name_of_pane
        if self._ahead.get(moved, row.id) is None:
            followed = await self._follow(page, row.id, row.source_id, moved)
            self._following = False
            if page is not self.page:
                return  # its rows have other numbers now
            self._ahead.keep(page, moved, row.id, followed)
            self._go_along(followed)
            self._paint_together()
        await sleep(_BEFORE_READING_AHEAD)  # the key's paint goes first
        onward = pane.onward or row
        followed = await self._follow(page, onward.id, onward.source_id, moved)
        self._ahead.keep(page, moved, onward.id, followed)
        self._look_for_changes(followed)
        self.read_ahead()

    def read_ahead(self) -> None:
        """Read what the next keys may ask for, while nothing else is to do."""
        if self.page is not None:
            self.start("ahead", self._read_ahead, self.page, self.timeline if self.shown == "timeline" else self.events)

    async def _read_ahead(self, page: Page, pane: EventsPane | TimelinePane) -> None:
        """Read what a page on from here, and either end of the list, would show and bring the others to."""
        await self.events.read_ahead()
        await self.timeline.read_ahead()
        if page is not self.page:
            return
        self._turn_to(page)
        moved = pane.name_of_pane
        for row in pane.ends:
            if self._ahead.get(moved, row.id) is None:
                followed = await self._follow(page, row.id, row.source_id, moved, group="ahead")
                self._ahead.keep(page, moved, row.id, followed)

    def _turn_to(self, page: Page) -> None:
        self._ahead.turn(page, self.sources_page.sources if self.sources_page else None)

    async def _follow(
        self, page: Page, event_id: int, source_id: int, moved: str, *, group: str = "follow"
    ) -> Followed:
        listed = self.sources_page.sources if self.sources_page else None
        return await self.ask(group, pages.follow, page, listed, source_id, event_id, moved)

    async def _follow_source(self, page: Page, source_id: int) -> None:
        found = await self.ask("follow", pages.first_event_of, page.ask, source_id)
        if found is not None:
            self.event_id, self.event_day = found
            followed = await self._follow(page, found[0], self.source_id, "sources")
            if page is self.page:
                self._go_along(followed)
                self._look_for_changes(followed)

    def look_here(self, pane: EventsPane | TimelinePane) -> None:
        """Let the card show what the cursor of a pane is on; where Events lists less than the timeline, that may be
        another event than the one that was gone to.
        """
        row, page = pane.current, self.page
        if row is None or page is None or page.events is page.timeline or row.id == self.event_id:
            return
        if self._following or pane.waiting:
            return  # it is on its way to where the last key led
        self.be_on(row)
        self.start("follow", self._look_at, row.id)

    async def _look_at(self, event_id: int) -> None:
        self.show_card(await self.ask("follow", pages.load_card, event_id))

    def _go_along(self, followed: Followed) -> None:
        if followed.events_row is not None:
            self.events.place(followed.events_row)
        if followed.timeline_row is not None:
            self.timeline.place(followed.timeline_row)
        if followed.source is not None:
            self.sources.follow(*followed.source)
        self.show_card(followed.card)

    def _look_for_changes(self, followed: Followed) -> None:
        if followed.changed:
            self.reload(whole=True)

    @property
    def looked_at_id(self) -> int:
        """The event that commands are about: on the card screen, else under the cursor; 0 if there is none.

        Asked of the pane, which is where the last key left it before the screen has heard of that.
        """
        if self.alone is not None:
            return self.alone.event.id
        pane = {"events": self.events, "timeline": self.timeline}.get(self.shown)
        row = pane.current if pane is not None else None
        return row.id if row is not None else self.event_id

    @property
    def looked_at(self) -> CardData | None:
        """The same event whole; None while it is read, as the card still shows the one before."""
        card = self.alone or self.card.card
        return card if card is not None and card.event.id == self.looked_at_id else None

    def show_card(self, card: CardData | None) -> None:
        self.card.show(card)
        if self.card_shown is not None:
            self.card_shown(card)
