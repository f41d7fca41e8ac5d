"""The browser: what the keys do with what is shown. Showing it is ``PanesScreen``'s part."""

from pathlib import Path
from shutil import get_terminal_size
from typing import Final

from store.filters import FilterError, parse
from store.reader import Reader
from store.records.report import Report
from tui import pages, session
from tui.messages import Opened
from tui.panes.periods import ZOOMS
from tui.panes.timeline import LANES
from tui.screens.adding import Adding
from tui.screens.comparing import Comparing
from tui.screens.doubting import Doubting
from tui.screens.joining import Joining
from tui.screens.narrowing import Narrowing
from tui.screens.outputs import Outputs
from tui.screens.panes_screen import PANES, THREE_PANES_FROM, size_classes
from tui.screens.reviewing import Reviewing
from tui.screens.setting import Setting
from tui.screens.watching import Watching
from tui.session import Session

_LEAST_PANE = 18
_SELECTED_WORD = "selected"


class BrowseScreen(Adding, Comparing, Doubting, Joining, Narrowing, Outputs, Reviewing, Setting, Watching):
    """Three panes, and all that can be done from them."""

    def __init__(self, store: Path, reader: Reader, kept: Session, keys: dict[str, str] | None = None) -> None:
        super().__init__(reader, keys)
        size = get_terminal_size()
        self.add_class(*size_classes(size.columns, size.lines))  # right from the start: a change restyles everything
        self.store = store
        self.kept = kept
        self.to_watch: Path | None = None
        """A folder to watch from the start."""
        self.to_say: list[str] = []
        """What went wrong before there was a screen to say it on."""
        self._typed = ""
        self._restore(kept)

    # What is restored, and kept

    def _restore(self, kept: Session) -> None:
        self.event_id = kept.event_id
        self.newest_first = kept.newest_first
        self.selected = frozenset(kept.selected)
        self.timeline.zoom_level = next((zoom for zoom in ZOOMS if zoom == kept.zoom), "day")
        self.timeline.lane = next((lane for lane in LANES if lane == kept.lane), "")
        self.shown = next((name for name in PANES if name == kept.pane), "events")
        self.pane(self.shown).add_class("-shown")
        self.bar.history = kept.history
        if kept.filter_text:
            try:
                self.filter = parse(kept.filter_text)
            except FilterError as error:
                self.to_say.append(f"The filter “{kept.filter_text}” cannot be read: {error.message}")
            else:
                self._typed = kept.filter_text

    def session_now(self) -> Session:
        """What the next start should restore."""
        return self.kept._replace(
            filter_text=self.filter.text,
            pane=self.shown,
            event_id=self.event_id,
            zoom=self.timeline.zoom_level,
            lane=self.timeline.lane,
            newest_first=self.newest_first,
            selected=tuple(sorted(self.selected)),
            history=session.remember(tuple(self.bar.history), self.filter.text),
        )

    def on_mount(self) -> None:
        self.bar.set_text(self._typed)
        self._apply_widths()
        for sentence in self.to_say:
            self.say(sentence, error=True)
        if self.to_watch is not None:
            self.watch_folder(self.to_watch)

    def on_resize(self) -> None:
        self._apply_widths()

    def _apply_widths(self) -> None:
        """Widths that the user has set, where there is room for them."""
        three = self.size.width >= THREE_PANES_FROM
        for pane, cells in ((self.sources, self.kept.sources_cells), (self.timeline, self.kept.timeline_cells)):
            if cells and three:
                pane.styles.width = max(_LEAST_PANE, min(cells, self.size.width // 2))
            elif pane.styles.has_rule("width") and not three:
                pane.styles.clear_rule("width")

    # Moving about

    def action_filter(self) -> None:
        self.set_focus(self.bar)  # at once: what is typed right after the key belongs to the filter
        self.draw_status()

    def action_back(self) -> None:
        """One level back: an import, the filter, the day known by, the chosen sources, the selection. Never out."""
        if self.cancel_running():
            return
        self.unsay()
        if self.fault is not None or self.bar.value:
            self.bar.history = session.remember(tuple(self.bar.history), self.filter.text)
            self.set_filter("")
        elif self.known is not None:
            self.start("known", self._know_by, None)
        elif self.chosen:
            self.chosen = frozenset()
            self.reload()
        elif self.selected:
            self._select(frozenset())
            self.say("Nothing is selected now.")
        else:
            self.say("Nothing to step back from. q quits.")

    def action_next_pane(self) -> None:
        self.show_pane(PANES[(PANES.index(self.shown) + 1) % len(PANES)])

    def action_previous_pane(self) -> None:
        self.show_pane(PANES[PANES.index(self.shown) - 1])

    def action_pane(self, name: str) -> None:
        for pane in PANES:
            if pane == name:
                self.show_pane(pane)

    def action_resize(self, cells: int) -> None:
        """Make the focused pane wider or narrower; Events gives or takes the room."""
        pane = self.timeline if self.shown == "timeline" else self.sources
        step = -cells if self.shown == "events" else cells
        wide = max(_LEAST_PANE, min(pane.outer_size.width + step, self.size.width // 2))
        if pane is self.timeline:
            self.kept = self.kept._replace(timeline_cells=wide)
        else:
            self.kept = self.kept._replace(sources_cells=wide)
        self._apply_widths()

    def action_reverse(self) -> None:
        self.newest_first = not self.newest_first
        self.reload()

    # Selecting

    def action_select(self) -> None:
        """Select the event under the cursor; in Sources choose the source, which narrows Events to it."""
        if self.shown == "sources":
            row = self.sources.current
            if row is not None:
                self.chosen ^= {row.id}
                self.source_id = row.id
                self.reload()
            return
        pane = self.events if self.shown == "events" else self.timeline
        if pane.current is not None:
            self._select(self.selected ^ {pane.current.id})

    def action_select_all(self) -> None:
        if self.page is not None and self.page.events.total:
            self.start("select", self._select_all, self.page)

    async def _select_all(self, page: pages.Page) -> None:
        found = await self.ask("select", pages.load_counted, page.ask) if page.events.partial else page.events
        shown = await self.ask("select", pages.load_ids, found)
        self._select(self.selected - shown if shown <= self.selected else self.selected | shown)

    def _select(self, ids: frozenset[int]) -> None:
        self.selected = ids
        for pane in (self.events, self.timeline):
            pane.selected = ids
            pane.refresh_rows()
        self.draw_status()
        if _SELECTED_WORD in self.filter.text:
            self.reload()

    # Opening

    def on_opened(self, _: Opened) -> None:
        self.action_open()

    def action_open(self) -> None:
        source_id = self.source_here()
        if source_id:
            self.start("open", self._open, source_id)

    def source_here(self) -> int:
        """The article that the cursor speaks of, 0 if none."""
        if self.shown == "sources":
            return self.sources.current.id if self.sources.current else 0
        pane = self.events if self.shown == "events" else self.timeline
        row = pane.current
        if row is None:
            return 0
        card = self.card.card
        reporting = {e.report.source_id for e in card.evidence} if card and card.event.id == row.id else set()
        return self.source_id if self.source_id in reporting else row.source_id

    def open_report(self, report: Report) -> None:
        """Open an article at one of its reports."""
        self.start("open", self._open, report.source_id, report.id)

    async def _open(self, source_id: int, report_id: int = 0) -> None:
        from tui.screens.article import ArticleScreen

        source, reports = await self.ask("open", pages.load_article, source_id)
        screen = ArticleScreen(
            source,
            reports,
            event_id=self.event_id,
            report_id=report_id,
            read_in_pager=self.read_in_pager,
            set_date=self.ask_date,
            add_event=self.ask_event,
            take_back=self.undo_in,
        )
        above = self.heard

        def closed(_: None) -> None:
            self.heard = above

        self.heard = screen.hear
        self.app.push_screen(screen, closed)

    def open_card(self) -> None:
        from tui.screens.card import CardScreen

        self.app.push_screen(CardScreen(self))

    def action_tour(self) -> None:
        from tui.screens.text import TextScreen

        self.app.push_screen(TextScreen("A tour in five steps", TOUR.split("\n")))


TOUR: Final = """\
1  Look. Three panes show one thing: the articles, what happened, and when. Move with j and k, change panes with Tab \
or 1 2 3; the others follow. Where there is room the event's card stands below; c shows it alone.

2  Check. Enter opens the article at the sentence an event rests on. n and N go from one piece of evidence to the \
next, m shows how the article was read and dated, Esc comes back.

3  Narrow. / filters all panes as you type: words, type:car_bomb, place:Quito, date:2023-08, killed:>=3, is:disputed. \
F offers what there is with counts, Esc clears. In Sources, Space chooses articles: Events then lists only what they \
report.

4  Decide. a marks an event as checked, C as contested, x rejects it, N goes to the next. c shows what each source \
says of it: p lets one value stand, E sets any, s parts reports that are another happening. Space selects, m makes one \
event of those selected, S lists pairs that may be one. d sets an article's date and re-dates its events. u undoes, H \
lists all that was done.

5  Take it with you. e exports the selection (or the filter, or all) to Markdown with a footnote for every value; y \
copies one event with its citations. ? shows all keys.
"""
