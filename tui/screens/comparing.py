"""What copies say differently: which two articles to compare, and showing them."""

from asyncio import to_thread
from typing import TYPE_CHECKING

from store import queries
from store.connection import Database
from store.filters import EVERYTHING
from store.records.rows import SourceRow
from tui import pages
from tui.panes.words import published_short
from tui.screens.panes_screen import PanesScreen

if TYPE_CHECKING:
    from importers.linking.copies import Difference
    from store.records.source import Source


class Comparing(PanesScreen):
    """The command that compares two articles."""

    def action_card(self) -> None:
        """Show the event card; in Sources what a copy says differently, where there is one."""
        row = self.sources.current
        if self.shown == "sources" and len(self.chosen) == 2:
            self.start("open", self._compare, *sorted(self.chosen))
        elif self.shown == "sources" and row is not None and (row.depth or row.copies):
            self.start("open", self._compare_copy, row)
        elif self.card.card is not None:
            self.open_card()

    def open_card(self) -> None:
        """Show the event card on a screen of its own."""
        raise NotImplementedError

    async def _compare_copy(self, row: SourceRow) -> None:
        """Compare a copy with what it copies; of several copies of one article ask which."""
        if row.depth:
            source, _ = await self.ask("open", pages.load_article, row.id)
            if source.copy_of is not None:
                await self._compare(source.copy_of, source.id)
            return
        copies = await self.ask("open", load_copies, row.id)
        if len(copies) == 1:
            await self._compare(row.id, copies[0].id)
            return
        from tui.screens.choose import Choice, ChoiceScreen

        choices = [
            Choice(
                str(copy.id), copy.title or copy.file, f"{copy.outlet}  {published_short(copy.published)}  {copy.file}"
            )
            for copy in copies
        ]

        def chosen(ids: tuple[str, ...] | None) -> None:
            if ids:
                self.start("open", self._compare, row.id, int(ids[0]))

        self.app.push_screen(ChoiceScreen("Which copy to compare", choices), chosen)

    async def _compare(self, first: int, second: int) -> None:
        from tui.screens.difference import DifferenceScreen

        one, other = await self.ask("open", load_pair, first, second)
        differences = await to_thread(differences_of, one, other)
        self.app.push_screen(DifferenceScreen(one, other, differences))


def load_copies(db: Database, source_id: int) -> tuple[SourceRow, ...]:
    """The rows of the copies folded under a source."""
    found = queries.source_matches(db, EVERYTHING)
    at = pages.source_row(found, source_id)
    if at is None:
        return ()
    (row,) = queries.source_window(db, found, at, 1)
    return queries.source_window(db, found, at + 1, row.copies)


def load_pair(db: Database, first: int, second: int) -> "tuple[Source, Source]":
    """Two articles; where one copies the other, the one that is copied first."""
    one, other = queries.article(db, first), queries.article(db, second)
    return (other, one) if one.copy_of == other.id else (one, other)


def differences_of(one: "Source", other: "Source") -> "tuple[Difference, ...]":
    """Two articles compared word by word."""
    from importers.linking.copies import differences

    return differences(one.article.text, other.article.text)
