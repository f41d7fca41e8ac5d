"""The event card on a screen of its own: the fields across the sources, then each report beside its sentence."""

from asyncio import to_thread
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.screen import Screen

from tui import pages
from tui.commands import bindings_for, in_scope
from tui.panes.card import CardData, Evidence
from tui.panes.card_view import CardView, Part, same_place, sheet
from tui.panes.comparison import Comparison, Row, compare
from tui.panes.footer import footer_line, said
from tui.panes.lines import StaticLines
from tui.screens.stack import is_open

if TYPE_CHECKING:
    from importers.linking.comparing import Telling
    from store.records.event import Event
    from store.records.source import Source
    from tui.screens.browse import BrowseScreen


_ONWARD: Final = "next_unreviewed"
"""The one command of the browser's that leads from this event to another."""


class CardScreen(Screen[None]):
    """One event whole; ``[`` and ``]`` go to its neighbours in the browser below."""

    BINDINGS = bindings_for("card")

    def __init__(self, browser: "BrowseScreen") -> None:
        super().__init__()
        self._browser = browser
        self._card: CardData | None = None
        self.comparison: Comparison | None = None
        self.told: tuple[Telling, ...] = ()
        self._follows = True
        """Whether the next event that the browser is on is the one to show: not where an edit has sent it elsewhere."""

    def compose(self) -> ComposeResult:
        yield CardView(self.action_open)
        yield StaticLines(id="card-foot", classes="bar")

    @property
    def view(self) -> CardView:
        return self.query_one(CardView)

    def on_mount(self) -> None:
        self.view.focus()
        self._browser.card_shown = self.show
        self._browser.heard = self._hear

    def on_unmount(self) -> None:
        self._browser.card_shown = self._browser.heard = self._browser.alone = None

    def on_resize(self) -> None:
        self._hear("", error=False)
        self.show(self._browser.looked_at)

    def _hear(self, text: str, *, error: bool) -> None:
        """Say in the last line what the browser below says, else show the keys."""
        if not is_open(self):
            return
        cells = self.size.width
        line = said(text, cells, error=error) if text else footer_line(in_scope("card"), cells, self._browser.keys)
        self.query_one("#card-foot", StaticLines).set_lines((line,))

    def show(self, card: CardData | None) -> None:
        """Show an event at once, and across its sources when that is worked out.

        An event that an edit took out of the filter stays here: it is what the user looks at.
        """
        same = card is not None and self._card is not None and card.event.id == self._card.event.id
        if self._card is not None and not same and not self._follows:
            self._browser.start("alone", self._show_again, self._card.event.id)
            return
        self._put(card, same=same)

    async def _show_again(self, event_id: int) -> None:
        card = await self._browser.ask("alone", pages.load_card, event_id)
        if not is_open(self):
            return
        if card is None:
            done = self._browser.message[0]  # what has taken the event away, such as an import undone
            self._browser.say(f"{done} That event is gone.".lstrip())
            self.dismiss(None)
        else:
            self._put(card, same=card.event.id == event_id)

    def _put(self, card: CardData | None, *, same: bool) -> None:
        if not is_open(self):
            return
        self._card = self._browser.alone = card
        if not same:
            self.comparison, self.told = None, ()
        self._draw(keep=same)
        if card is not None:
            self._browser.start("compare", self._compare, card)

    def _draw(self, *, keep: bool) -> None:
        view = self.view
        shown = sheet(self._card, self.comparison, self.size.width) if self._card else None
        if shown is None:
            view.set_lines(())
            return
        cursor = same_place(view.sheet.parts, view.cursor, shown.parts) if keep else None
        view.show(shown, cursor=self._first_disputed if cursor is None else cursor, top=view.top if keep else 0)

    @property
    def _first_disputed(self) -> int:
        """Where to begin: what the sources disagree on."""
        rows = self.comparison.rows if self.comparison and len(self.comparison.voices) > 1 else ()
        return next((number for number, row in enumerate(rows) if row.disputed), 0)

    async def _compare(self, card: CardData) -> None:
        sources = await self._browser.ask("compare", pages.load_reporting, card.event)
        told = await to_thread(tell, card.event, sources)
        if self._card is card and is_open(self):
            self.told, self.comparison = told, compare(card, told)
            self._draw(keep=True)

    # What the cursor is on

    @property
    def _part(self) -> Part | None:
        return self.view.part

    @property
    def row(self) -> Row | None:
        """The field under the cursor."""
        part = self._part
        return self.comparison.rows[part.number] if part and part.kind == "field" and self.comparison else None

    @property
    def evidence(self) -> Evidence | None:
        """The report under the cursor."""
        part = self._part
        return self._card.evidence[part.number] if part and part.kind == "report" and self._card else None

    # Commands

    def action_neighbour(self, step: int) -> None:
        self._follows = True
        pane = self._browser.timeline if self._browser.shown == "timeline" else self._browser.events
        pane.action_move("down" if step > 0 else "up")

    def action_open(self) -> None:
        """Open the article of the report under the cursor, else the event's first."""
        evidence = self.evidence
        if evidence is not None:
            self._browser.open_report(evidence.report)
        else:
            self._browser.action_open()

    def action_pin(self) -> None:
        row, card = self.row, self._card
        if row is None or card is None or self.comparison is None:
            self._browser.say("Move to a field that several sources tell of (j, k): p lets one value of it stand.")
            return
        self._follows = False
        self._browser.ask_pin(card.event, row, self.comparison.voices, self.told)

    def action_split(self) -> None:
        evidence, card = self.evidence, self._card
        if evidence is None or card is None:
            self._browser.say("Move to a report (j, k): s takes it out of this event.")
            return
        self._follows = False
        self._browser.ask_split(card, [evidence])

    async def action_on_event(self, action: str) -> None:
        """A command of the browser's, on this event."""
        self._follows = action == _ONWARD
        await self.app.run_action(action, default_namespace=self._browser)

    def action_back(self) -> None:
        self.dismiss(None)


def tell(event: "Event", sources: "dict[int, Source]") -> "tuple[Telling, ...]":
    """The event voice by voice."""
    from importers.linking.comparing import tellings

    return tellings(event, sources)
