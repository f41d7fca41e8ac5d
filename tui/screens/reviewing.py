"""Working through the events: what was looked at, the next that was not, and all that was changed by hand so far."""

from typing import Final

from store import queries, writer
from store.connection import Database
from store.filters import Filter, parse
from store.journal import Edit
from store.keys import UNDATED_KEY, id_of
from store.matches import event_keys
from store.records import Status
from tui import pages
from tui.pages import Page
from tui.screens.editing import Editing
from tui.text import plural

_SAID: Final[dict[Status, str]] = {
    "new": "new again",
    "checked": "checked",
    "contested": "contested",
    "rejected": "rejected",
}
_STATUSES: Final[dict[str, Status]] = {status: status for status in _SAID}
_UNREVIEWED: Final = "status:new -is:candidate"


class Reviewing(Editing):
    """The commands that mark events as looked at, go to the next that is not, and list what was changed."""

    def action_mark(self, name: str) -> None:
        """Give the selected events, or this one, a status; a second time they are new again."""
        ids, card = self.targets(), self.card.card
        if not ids or card is None:
            self.say("There is no event here to mark.")
            return
        status = _STATUSES[name]
        wanted: Status = "new" if card.event.status == status else status

        def change(db: Database) -> str:
            writer.set_status(db, ids, wanted)
            return f"{plural(len(ids), 'event')} {_SAID[wanted]}. N goes to the next unreviewed, u undoes."

        self.write(change)

    def action_next_unreviewed(self) -> None:
        if self.page is not None:
            self.start("open", self._next_unreviewed, self.page)

    async def _next_unreviewed(self, page: Page) -> None:
        event_id, left = await self.ask("open", next_unreviewed, page, self.event_id)
        if event_id is None:
            under = "" if self.filter.everything else " under this filter"
            self.say(f"Every sure event{under} was looked at: checked, contested or rejected.")
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
        from tui.screens.history import HistoryScreen

        edits, titles = await self.ask("open", load_history)
        if not edits:
            self.say("Nothing was changed by hand yet.")
            return
        self.app.push_screen(HistoryScreen(self, edits, titles))


def unreviewed(wanted: Filter) -> Filter:
    """A filter narrowed to the sure events that nobody has looked at."""
    return parse(_UNREVIEWED if wanted.everything else f"({wanted.text}) {_UNREVIEWED}")


def next_unreviewed(db: Database, page: Page, event_id: int) -> tuple[int | None, int]:
    """The next event after one, as the Events pane lists them, that nobody has looked at, and how many are left.

    Past the end it begins again.
    """
    found = pages.matches_of(db, page.ask, unreviewed(page.ask.filter))
    keys = event_keys(db, found, 0, found.total)
    if not keys:
        return None, 0
    newest = page.ask.newest_first
    order = sorted(keys, key=lambda key: _rank(key, newest=newest))
    at = queries.position(db, page.events, event_id)
    if at is None:
        return id_of(order[0]), len(order)
    (here,) = event_keys(db, page.events, at, at + 1)
    rank = _rank(here, newest=newest)
    after = (key for key in order if _rank(key, newest=newest) > rank)
    return id_of(next(after, order[0])), len(order)


def _rank(key: int, *, newest: bool) -> tuple[bool, int]:
    """Where an event stands in the Events pane: undated ones last in either order."""
    undated = key >= UNDATED_KEY
    return undated, -key if newest and not undated else key


def load_history(db: Database) -> tuple[tuple[Edit, ...], dict[int, str]]:
    """Every edit, the oldest first, and the titles of the events and articles they are of, by the edit's id."""
    edits = writer.log(db)
    return edits, {edit.id: _title(db, edit) for edit in edits}


def _title(db: Database, edit: Edit) -> str:
    if edit.entity == "source":
        article = queries.source(db, edit.entity_id).article
        return article.title or article.path.rsplit("/", 1)[-1]
    event = queries.event(db, edit.entity_id)
    return event.title if event else "an event that is no more"
