"""The browser as a screen: one filter and one page, shown in its panes, its card and its lines at top and bottom.

Panes tell what the user wants by messages; this screen alone decides, asks the reader, and tells the panes what to
show.
"""

import gc
from asyncio import sleep
from collections.abc import Sequence
from datetime import date
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal

from store.queries import Matches
from store.reader import Reader
from store.records.rows import EventRow, SourceRow
from store.records.when import When
from store.when import describe
from tui import pages
from tui.commands import bindings_for
from tui.pages import Ask, Page, SourcesPage
from tui.panes import empty
from tui.panes.events import EventsPane
from tui.panes.lines import RightLines, StaticLines
from tui.panes.row_list import RowList
from tui.panes.sources import SourcesPane
from tui.panes.status import count_line, status_line
from tui.panes.timeline import TimelinePane
from tui.panes.windows import Fetch
from tui.screens.following import FollowingScreen, PaneName
from tui.text import plural

PANES: Final[tuple[PaneName, ...]] = ("sources", "events", "timeline")

_FIRST_PAINT: Final = 0.3
"""Seconds that the first paint waits for the store, so that the screen is written once."""
_BESIDE: Final = 0.1
"""Seconds after a page from which on is read what no pane needs."""
_TYPING_PAUSE: Final = 0.01
"""Seconds that typing must rest before a query starts; the next key cancels the wait, or interrupts the query."""
MOST_COUNTED: Final = 200_000
"""Events up to which those left to look at are counted: beyond, the count would keep the cursor waiting."""
THREE_PANES_FROM: Final = 100
_CARD_FROM: Final = 34

_WIDTHS: Final[list[tuple[int, str]]] = [(0, "-one"), (THREE_PANES_FROM, "-three"), (140, "-wide")]
_HEIGHTS: Final[list[tuple[int, str]]] = [(0, "-short"), (_CARD_FROM, "-tall")]


def size_classes(columns: int, lines: int) -> tuple[str, str]:
    """The style classes of a screen of this size."""
    return (
        next(name for least, name in reversed(_WIDTHS) if columns >= least),
        next(name for least, name in reversed(_HEIGHTS) if lines >= least),
    )


class PanesScreen(FollowingScreen):
    """Shows. What is done with what is shown is in ``BrowseScreen``."""

    BINDINGS = bindings_for("browser")
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS
    AUTO_FOCUS = "#events"

    def __init__(self, reader: Reader, keys: dict[str, str] | None = None) -> None:
        super().__init__(reader)
        self.keys = keys or {}
        self.chosen: frozenset[int] = frozenset()
        self.selected: frozenset[int] = frozenset()
        self.known: frozenset[int] | None = None
        self.known_day: date | None = None
        self.newest_first = False
        self.whole: Matches | None = None
        """All events of the store; None until they are read, and once the store has changed."""
        self._whole_version = 0
        self.found: int | None = None
        """How many events the filter keeps, told before they are counted by day; None until then."""
        self.left: int | None = None
        """How many of the events that are listed nobody has looked at yet; None while that is not counted."""
        self._counter = RightLines(id="count")
        self._status = StaticLines(id="status", classes="bar")

    @property
    def importing(self) -> bool:
        """Whether an import is running."""
        return False

    @property
    def narrowed(self) -> bool:
        """Whether less than the store is shown: what a filter keeps, or what was known by a day."""
        return not self.filter.everything or self.known is not None

    def compose(self) -> ComposeResult:
        slash = StaticLines(id="slash")
        slash.lines = (((" / ", "key"),),)
        with Horizontal(id="top"):
            yield slash
            yield self.bar
            yield self._counter
        with Horizontal(id="panes"):
            yield self.sources
            yield self.events
            yield self.timeline
        yield StaticLines(id="card-rule")
        yield self.card
        yield self._status

    def on_mount(self) -> None:
        self.hold_paint(_FIRST_PAINT)
        self.show_pane(self.shown)
        self.reload()

    def on_resize(self) -> None:
        rule = self.query_one("#card-rule", StaticLines)
        rule.set_lines(((("─" * self.size.width, "rule"),),))
        one = self.size.width < THREE_PANES_FROM
        for pane in (self.sources, self.events, self.timeline):
            pane.tabs = one
        self.draw_top()
        self.draw_status()

    # Loading pages

    def reload(self, *, pause: float = 0.0, whole: bool = False) -> None:
        """Ask for the page of the filter and selection as they are now; ``whole``: the store itself changed."""
        if whole:
            self.whole = None
        self.start("page", self._load, pause)

    async def _load(self, pause: float) -> None:
        self.workers.cancel_group(self, "beside")
        if pause:
            await sleep(pause)
        try:
            await self._load_page()
        finally:
            self.paint()
        if not gc.isenabled():  # run_browser switched it off for the start; what stands now stays to the end
            gc.freeze()
            gc.enable()

    async def _load_page(self) -> None:
        ask = Ask(
            self.filter,
            self.chosen,
            self.known,
            self.selected,
            self.newest_first,
            self.event_id,
            self.event_day,
            self.source_id,
        )
        self.found = None
        near = await self.ask("page", pages.load_glimpse, ask) if not ask.filter.everything else None
        if near is not None and self.whole is not None:
            self.show_page(near)
            self.found = await self.ask("page", pages.load_total, ask)
            self.draw_top()
        page = await self.ask("page", pages.load_page, self._asked_here(ask))
        if self.whole is None or self._whole_version != page.version:  # or another program has changed the store
            everything = ask.filter.everything and ask.known is None
            self.whole = page.timeline if everything else await self.ask("page", pages.load_whole)
            self._whole_version = page.version
        while (here := self._asked_here(ask)) != page.ask:  # keys that came meanwhile have led elsewhere
            page = await self.ask("page", pages.moved, page, here)
        self.show_page(page)
        source_id = self.source_id or (self.events.current.source_id if self.events.current else 0)
        self.show_sources(await self.ask("page", pages.load_sources_page, page, source_id))
        self.start("beside", self.load_beside, ask, self.whole.total)

    def _asked_here(self, ask: Ask) -> Ask:
        """What is asked, with the cursor where it is by now."""
        return ask._replace(event_id=self.event_id, day=self.event_day)

    async def load_beside(self, ask: Ask, total: int) -> None:
        """Load what is not needed to show the panes: what the next keys may ask for, and how many events are left to
        look at, of a store of ``total``.
        """
        await sleep(_BESIDE)  # typing goes first
        self.read_ahead()
        self.left = await self.ask("beside", pages.load_left, ask) if total <= MOST_COUNTED else 0
        self.draw_status()

    def show_sources(self, page: SourcesPage) -> None:
        """Hand its rows to the Sources pane."""
        self.sources_page = page
        self.sources.chosen = self.chosen
        self._show_hints()
        self.sources.show(page.sources.total, self._sources_fetch(page), page.cursor, page.rows)
        self.draw_top()

    def _show_hints(self) -> None:
        articles = self.sources_page.sources.total if self.sources_page else 0
        found = self.page.timeline.total if self.page else 0
        whole = self.whole.total if self.whole else 0
        missing = self.page.missing if self.page else ""
        chosen = bool(self.chosen)
        hints = empty.hints(articles, found, whole, filtered=self.narrowed, chosen=chosen, missing=missing)
        self.sources.empty, self.events.empty, self.timeline.empty = hints.sources, hints.events, hints.events
        self.card.empty = hints.card
        if self.page is None or self.page.card is None:
            self.card.forget()
        if not found:
            self.events.refresh()
            self.timeline.refresh()

    def show_page(self, page: Page) -> None:
        """Hand a page to the panes."""
        self.page = page
        for pane in (self.events, self.timeline):
            pane.selected = self.selected
        self._name_details()
        listed = page.in_events
        self.events.show(page.events.total, self._events_fetch(page, "events"), listed.cursor, listed.window)
        whole = self.whole.days if self.whole else ()
        found = page.timeline
        self.events.counted = not found.partial
        self.timeline.set_days(found.days, found.undated, whole, counted=not found.partial)
        listed = page.in_timeline
        self.timeline.show(page.timeline.total, self._events_fetch(page, "timeline"), listed.cursor, listed.window)
        self.show_card(page.card)
        row = self.events.current
        if row is not None:
            self.be_on(row)
        self.draw_top()
        self.draw_status()

    def _name_details(self) -> None:
        """Say over the panes what narrows or turns them and stands in no filter."""
        known = f"known by {describe(When(self.known_day, self.known_day))}" if self.known_day else ""
        chosen = f"of {plural(len(self.chosen), 'chosen source')}" if self.chosen else ""
        order = "newest first" if self.newest_first and not chosen else ""
        self.timeline.detail = known
        self.events.detail = " · ".join(part for part in (chosen or order, known) if part)

    def _events_fetch(self, page: Page, pane: PaneName) -> Fetch[EventRow]:
        matches = page.events if pane == "events" else page.timeline
        newest = page.ask.newest_first and pane == "events"

        async def fetch(start: int, count: int, ahead: bool) -> Sequence[EventRow]:
            return await self.ask(
                f"{'ahead' if ahead else 'rows'}-{pane}", pages.load_events, matches, newest, start, count
            )

        return fetch

    def _sources_fetch(self, page: SourcesPage) -> Fetch[SourceRow]:
        async def fetch(start: int, count: int, ahead: bool) -> Sequence[SourceRow]:
            return await self.ask(
                "ahead-sources" if ahead else "rows-sources", pages.load_sources, page.sources, start, count
            )

        return fetch

    # Panes and focus

    def show_pane(self, name: PaneName) -> None:
        """Focus a pane, and where only one fits show it."""
        self.shown = name
        for pane in (self.sources, self.events, self.timeline):
            pane.set_class(pane.id == name, "-shown")
        pane = self.pane(name)
        self.set_focus(pane, scroll_visible=False)  # at once: focus() lets the next key go astray
        if not isinstance(pane, SourcesPane):
            self.look_here(pane)
        self.draw_status()

    def pane(self, name: PaneName) -> SourcesPane | EventsPane | TimelinePane:
        panes: dict[PaneName, SourcesPane | EventsPane | TimelinePane]
        panes = {"sources": self.sources, "events": self.events, "timeline": self.timeline}
        return panes[name]

    def on_descendant_focus(self) -> None:
        focused = self.focused
        if isinstance(focused, RowList) and focused.id in PANES and focused.id != self.shown:
            self.show_pane(focused.id)
        self.draw_status()

    # The filter

    def filter_changed(self) -> None:
        self.reload(pause=_TYPING_PAUSE)

    def filter_left(self) -> None:
        self.show_pane(self.shown)

    # What is said of the whole

    def draw_status(self) -> None:
        """Draw the last line."""
        line = status_line(
            self.size.width,
            selected=len(self.selected),
            left=self.left or 0,
            message=self.message,
            fault=self.fault.message if self.fault else "",
            typed=self.filter if self.bar.has_focus else None,
            offers=self.offers,
            in_timeline=self.shown == "timeline",
            keys=self.keys,
        )
        self._status.set_lines((line,))

    def draw_top(self) -> None:
        """Draw the count at the right of the filter bar."""
        page, whole, sources = self.page, self.whole, self.sources_page
        if page is not None and whole is not None and sources is not None:
            shown = self.found if page.timeline.partial else page.timeline.total
            line = count_line(shown, whole.total, sources.sources.total, filtered=self.narrowed)
            self._counter.set_lines((line,))
