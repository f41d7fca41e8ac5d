"""Which events are one and which are not, decided by hand: merging, splitting, keeping apart, and the suggestions."""

from asyncio import to_thread
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from store import queries
from store.connection import Database
from store.records.event import Event, event_ref
from tui import pages
from tui.panes.card import CardData, Evidence, source_words
from tui.panes.lines import Line
from tui.panes.words import short_date
from tui.screens.editing import Editing
from tui.text import cut, fit, plural, width

if TYPE_CHECKING:
    from tui.screens.decide import Decided

_MOST_LISTED = 8
_DATED = 17
"""Cells of a date in that list: enough for a stretch of days with its year."""


class Joining(Editing):
    """The commands on whole events."""

    def action_merge(self) -> None:
        """Make one event of those selected, or of the one selected and the one under the cursor."""
        ids = self._two_or_more()
        if len(ids) < 2:
            self.say("Select the events that are one (Space), then m makes one of them.")
        else:
            self.start("open", self._ask_merge, ids)

    def action_apart(self) -> None:
        """Say that two events are not the same."""
        ids = self._two_or_more()
        if len(ids) != 2:
            self.say("Select two events (Space), then M says that they are not the same.")
        else:
            self.start("open", self._ask_apart, ids)

    def _two_or_more(self) -> tuple[int, ...]:
        """The selected events; where it is one alone, and the one under the cursor."""
        ids = set(self.selected)
        if len(ids) == 1 and self.event_id:
            ids.add(self.event_id)
        return tuple(sorted(ids))

    async def _ask_merge(self, ids: tuple[int, ...]) -> None:
        from tui.screens.decide import DecideScreen

        events = await self.ask("open", load_events, ids)
        question = f"Make one event of these {len(events)}? {events[0].ref} keeps its id"

        def decided(answer: "Decided | None") -> None:
            if answer is not None:
                self.start_write(self.merge, ids, answer.reason)

        self.app.push_screen(DecideScreen(question, event_lines(events, self.size.width)), decided)

    async def _ask_apart(self, ids: tuple[int, ...]) -> None:
        from tui.screens.decide import DecideScreen

        events = await self.ask("open", load_events, ids)

        def decided(answer: "Decided | None") -> None:
            if answer is not None:
                self.start_write(self.keep_apart, ids, answer.reason)

        question = "These are not the same, now and when more is reported"
        self.app.push_screen(DecideScreen(question, event_lines(events, self.size.width)), decided)

    async def merge(self, ids: Sequence[int], reason: str) -> None:
        """Make one event of several; the first keeps its id."""
        from importers.byhand import merge_events

        self.say(f"Making one of {plural(len(ids), 'event')} …")
        done = await to_thread(merge_events, self.store, tuple(ids), reason)
        self.selected = self.selected - frozenset(ids)
        self.event_id = done.event_id
        self.reload(whole=True)
        self.say(f"{plural(len(ids), 'event')} are one now, {event_ref(done.event_id)}. u undoes.")

    async def keep_apart(self, ids: Sequence[int], reason: str) -> None:
        """Remember that two events are not the same."""
        from importers.byhand import keep_apart

        a, b = ids
        await to_thread(keep_apart, self.store, a, b, reason)
        self.reload(whole=True)
        self.say(f"{event_ref(a)} and {event_ref(b)} are kept apart. u undoes.")

    # Splitting

    def ask_split(self, card: CardData, taken: Sequence[Evidence]) -> None:
        """Ask before reports are taken out of their event, and near-copies' reports in the same words with them."""
        words = {_flat(evidence.text) for evidence in taken}
        chosen = {evidence.report.id for evidence in taken}
        chosen |= {one.report.id for one in card.evidence if one.copy and _flat(one.text) in words}
        if len(chosen) == len(card.evidence):
            self.say("That is all of this event: there is nothing else in it to part it from.")
            return
        from tui.screens.decide import DecideScreen

        lines: list[Line] = [
            ((f" {cut(source_words(one), 40)}: ", "dim"), (f"“{_flat(one.text)}”", "text")) for one in taken
        ]

        def decided(answer: "Decided | None") -> None:
            if answer is not None:
                self.start_write(self._split, card.event.id, tuple(sorted(chosen)), answer.reason)

        question = f"Take {plural(len(taken), 'report')} out of {card.event.ref}: another happening"
        self.app.push_screen(DecideScreen(question, lines), decided)

    async def _split(self, event_id: int, report_ids: tuple[int, ...], reason: str) -> None:
        from importers.byhand import split_reports

        self.say("Parting the event …")
        done = await to_thread(split_reports, self.store, event_id, report_ids, reason)
        self.reload(whole=True)
        self.say(f"{event_ref(done.event_id)} is an event of its own now. u undoes.")

    # Suggestions

    def action_suggestions(self) -> None:
        self.start("open", self._suggestions)

    async def _suggestions(self) -> None:
        from tui.screens.suggestions import SuggestionsScreen

        found = await self.ask("open", queries.suggestions)
        if not found:
            self.say("There are no two events that may be one and are not judged yet.")
            return
        self.app.push_screen(SuggestionsScreen(self, found))

    def decide_then(self, decide: Awaitable[None], then: Callable[[], Awaitable[None]]) -> None:
        """Carry out a decision made on a screen over this one, and let that screen go on."""

        async def work() -> None:
            await decide
            await then()

        self.start_write(work)


def load_events(db: Database, ids: Sequence[int]) -> tuple[Event, ...]:
    """Events by id, those that are there."""
    return tuple(card.event for card in pages.load_cards(db, tuple(ids)))


def event_lines(events: Sequence[Event], cells: int) -> list[Line]:
    """Events a line each: id, date, title, sources."""
    shown = events[:_MOST_LISTED]
    dates = [short_date(event.when, _DATED) for event in shown]
    dated = max(map(width, dates), default=0)
    lines: list[Line] = [
        (
            (f" {event.ref}  ", "dim"),
            (f"{fit(date, dated)}  ", "date"),
            (cut(event.title, max(20, cells - dated - len(" EV-000001      12 sources"))), "title"),
            (f"  {plural(event.number_of_sources, 'source')}", "dim"),
        )
        for date, event in zip(dates, shown, strict=True)
    ]
    if len(events) > _MOST_LISTED:
        lines.append(((f" … and {len(events) - _MOST_LISTED} more", "dim"),))
    return lines


def _flat(text: str) -> str:
    return " ".join(text.split())
