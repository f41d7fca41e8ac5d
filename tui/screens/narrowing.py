"""Ways to narrow what is shown without typing a filter: facets, views, articles known by a day."""

from asyncio import to_thread
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from store import queries
from tui import pages
from tui.completion import quoted
from tui.pages import Ask, Page
from tui.panes.periods import MONTH_NAMES
from tui.panes.words import words_of
from tui.screens.panes_screen import PanesScreen
from tui.text import number, plural

if TYPE_CHECKING:
    from store.views import View


class Narrowing(PanesScreen):
    """The commands that narrow; views are kept in the store."""

    saved: "tuple[View, ...]" = ()
    """The saved views, as last read."""

    # Facets

    def action_facets(self) -> None:
        if self.page is not None:
            self.start("facets", self._facets, self.page)

    async def _facets(self, page: Page) -> None:
        from tui.screens.choose import Choice, ChoiceScreen

        found = await self.ask("facets", pages.load_counted, page.ask) if page.timeline.partial else page.timeline
        facets = await self.ask("facets", pages.load_facets, found)
        groups = (
            ("Types", "type", facets.types),
            ("Places", "place", facets.places),
            ("People", "who", facets.people),
            ("Outlets", "outlet", facets.outlets),
            ("Months", "date", facets.months),
        )
        choices = [
            Choice(f"{key}:{quoted(value)}", _facet_label(key, value), number(count), name)
            for name, key, counted in groups
            for value, count in counted
        ]
        title = "Narrow to" if facets.complete else "Narrow to (counted over the first 20,000 events)"
        self.app.push_screen(ChoiceScreen(title, choices, ticks=True, empty="No event is shown."), self._use_facets)

    def _use_facets(self, chosen: tuple[str, ...] | None) -> None:
        if not chosen:
            return
        by_key: dict[str, list[str]] = {}
        for part in chosen:
            by_key.setdefault(part.partition(":")[0], []).append(part)
        parts = [p[0] if len(p) == 1 else f"({' OR '.join(p)})" for p in by_key.values()]
        before = f"({self.filter.text})" if " OR " in self.filter.text else self.filter.text
        self.set_filter(" ".join(part for part in (before.strip(), *parts) if part))
        self.remember_filter()

    # Views

    async def load_beside(self, ask: Ask, total: int) -> None:
        """Load the saved views too, for the list of commands."""
        await super().load_beside(ask, total)
        self.saved = await self.ask("views", queries.views)

    def action_views(self) -> None:
        self.start("views", self._views)

    async def _views(self) -> None:
        """Offer the store's views and the filters used before."""
        from store.views import View
        from tui.screens.choose import Choice, ChoiceScreen

        self.saved = await self.ask("views", queries.views)
        offered = [*self.saved, *(View("", text) for text in reversed(self.bar.history))]
        choices = [
            Choice(str(at), view.name or view.filter, _view_words(view) if view.name else "", _group(view))
            for at, view in enumerate(offered)
        ]

        def chosen(answer: tuple[str, ...] | None) -> None:
            if answer:
                self.use_view(offered[int(answer[0])])

        empty = "No filter was saved (V saves one) or used before."
        self.app.push_screen(ChoiceScreen("Filters", choices, empty=empty), chosen)

    def use_view(self, view: "View") -> None:
        """Show what a view shows, in its order if it has one."""
        if view.name:
            from store.views import NEWEST

            self.newest_first = view.sort == NEWEST
        self.set_filter(view.filter)

    def action_save_view(self) -> None:
        text = self.filter.text
        if not text.strip():
            self.say("There is no filter to save: / types one.")
            return
        from store.views import NEWEST, View
        from tui.screens.ask import AskScreen

        def named(name: str | None) -> None:
            if name and name.strip():
                view = View(name.strip(), text, NEWEST if self.newest_first else "")
                self.start_write(self._save_view, view)

        self.app.push_screen(AskScreen("Save this filter as", self.filter.sentence, text), named)

    async def _save_view(self, view: "View") -> None:
        await to_thread(keep_view, self.store, view)
        self.saved = await self.ask("views", queries.views)
        self.say(f"Saved as “{view.name}”: v lists it, u undoes.")

    # Known by a day

    def action_known_by(self) -> None:
        from tui.screens.ask import AskScreen

        answer = self.known_day.isoformat() if self.known_day else ""
        hint = "A day such as 2023-09-02 or 2 Sep 2023: only what articles published by then report. Empty: all."
        self.app.push_screen(AskScreen("Known by", answer, hint, _check_day), self._use_known_by)

    def _use_known_by(self, typed: str | None) -> None:
        if typed is not None:
            self.start("known", self._know_by, read_day(typed) if typed.strip() else None)

    async def _know_by(self, day: date | None) -> None:
        self.known_day = day
        self.known = None if day is None else await self.ask("known", queries.published_by, day)
        self.reload()
        if self.known is not None:
            self.say(f"What {plural(len(self.known), 'article')} published by then report. K changes the day.")


def keep_view(store: Path, view: "View") -> None:
    """Save a view in the store, in place of one of the same name."""
    from store.connection import writing
    from store.writer import save_view

    with writing(store) as db:
        save_view(db, view)


def _view_words(view: "View") -> str:
    from store.views import NEWEST

    return " · ".join(part for part in (view.filter, "newest first" if view.sort == NEWEST else "") if part)


def _group(view: "View") -> str:
    return "Saved" if view.name else "Used before"


def _facet_label(key: str, value: str) -> str:
    if key != "date":
        return words_of(value)
    year, month = value.split("-")
    return f"{MONTH_NAMES[int(month)]} {int(year)}"


def read_day(typed: str) -> date:
    """The day that is typed, of a month or a year its last. Raises DateError."""
    from importers.typed.dates import read_date
    from importers.typed.errors import DateError

    end = read_date(typed).end
    if end is None:
        raise DateError(f"“{typed}” has no end. Type a day, such as 2 Sep 2023.")
    return end


def _check_day(typed: str) -> str | None:
    from importers.typed.errors import DateError

    try:
        if typed.strip():
            read_day(typed)
    except DateError as error:
        return str(error)
    return None
