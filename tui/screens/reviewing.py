"""Working through the events: what was looked at, the next that was not, and all that was changed so far."""

from typing import Final

from store import queries, writer
from store.connection import Database
from store.records.event import Status
from tui import pages
from tui.pages import Page
from tui.screens.editing import Editing, told_of
from tui.text import plural

_SAID: Final[dict[Status, str]] = {
    "new": "new again",
    "checked": "checked",
    "contested": "contested",
    "rejected": "rejected",
}
_STATUSES: Final[dict[str, Status]] = {status: status for status in _SAID}


class Reviewing(Editing):
    """The commands that mark events as looked at, go to the next that is not, and list what was changed."""

    def action_mark(self, name: str) -> None:
        """Give the selected events, or this one, a status; a second time they are new again."""
        ids = self.targets()
        if not ids:
            self.say("There is no event here to mark.")
            return
        status, on = _STATUSES[name], self.looked_at_id or ids[0]

        def change(db: Database) -> str:
            # Asked of the store: of keys in quick succession the card shows the event before.
            wanted: Status = "new" if queries.known_event(db, on).status == status else status
            writer.set_status(db, ids, wanted)
            return f"{told_of(db, ids)} {_SAID[wanted]}. N goes to the next, u undoes."

        self.write(change)

    def action_next_unreviewed(self) -> None:
        if self.page is not None:
            self.start("open", self._next_unreviewed, self.page)

    async def _next_unreviewed(self, page: Page) -> None:
        event_id, left = await self.ask("open", next_unreviewed, page, self.looked_at_id)
        if event_id is None:
            under = "" if self.filter.everything else " under this filter"
            last = f"This is the last event to look at{under}." if left else ""
            self.say(last or f"Every sure event{under} was looked at: checked, contested or rejected.")
            return
        self.event_id = event_id
        if self.shown == "sources":
            self.show_pane("events")
        self.reload()
        self.say(f"{plural(left, 'event')} to look at. a checks, C contests, x rejects, N goes on.")

    # What was changed

    def action_history(self) -> None:
        self.start("open", self._history)

    async def _history(self) -> None:
        from tui.screens.history import HistoryScreen, load_history

        made = await self.ask("open", load_history)
        if not made:
            self.say("Nothing was changed yet.")
            return
        self.app.push_screen(HistoryScreen(self, made))


def next_unreviewed(db: Database, page: Page, event_id: int) -> tuple[int | None, int]:
    """The next event after one that nobody has looked at, of those in the Events pane, and how many are left.

    Past the end it begins again; None if no other is left.
    """
    ask = page.ask
    sources = pages.shown_sources(ask)
    left = queries.unreviewed(db, ask.filter, sources=sources, selected=ask.selected).total
    found = queries.next_unreviewed(db, ask.filter, event_id, sources=sources, selected=ask.selected) if left else None
    return found, left
