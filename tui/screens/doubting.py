"""The publication dates in doubt: why, with every candidate, and one key to decide."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from store import queries
from store.connection import Database
from store.event_words import file_name
from tui.panes.words import published_short
from tui.screens.editing import Editing, no_publication

if TYPE_CHECKING:
    from store.records.source import Source
    from tui.screens.choose import Choice

TYPE: Final = "type"
OPEN: Final = "open"


class Doubting(Editing):
    """The list of articles whose publication date is missing, inferred or contradicted."""

    def action_doubtful(self) -> None:
        self.start("doubtful", self._doubtful)

    async def _doubtful(self) -> None:
        from tui.screens.choose import ChoiceScreen

        sources = {source.id: source for source in await self.ask("doubtful", doubtful_sources)}
        choices = [choice for source in sources.values() for choice in choices_of(source)]

        def decided(chosen: tuple[str, ...] | None) -> None:
            if chosen:
                number, _, decision = chosen[0].partition(" ")
                self._decide(sources[int(number)], decision)

        empty = "No article's date is in doubt."
        hint = "Enter decides; u takes it back · type to narrow · Esc closes"
        self.app.push_screen(ChoiceScreen("Doubtful dates", choices, empty=empty, hint=hint), decided)

    def _decide(self, source: "Source", decision: str) -> None:
        if decision == TYPE:
            self.ask_date(source)
        elif decision == OPEN:
            self.source_id = source.id
            self.show_pane("sources")
            self.reload()
        elif problem := no_publication(decision):
            self.say(problem, error=True)
        else:
            self.start_write(self._set_date, source, decision)


def doubtful_sources(db: Database) -> "tuple[Source, ...]":
    """The articles whose date is not plainly stated, contradicted ones first."""
    order = ("contradicted", "unknown", "inferred")
    found = [source for source in queries.sources(db) if source.published.status in order]
    return tuple(sorted(found, key=lambda source: (order.index(source.published.status), source.id)))


def choices_of(source: "Source") -> "Iterator[Choice]":
    """What can be decided of one article's date: each candidate as it is, another day, or to look first."""
    from tui.screens.choose import Choice

    published, article = source.published, source.article
    file = file_name(article.path)
    state = f"{published_short(published, 40)}  {published.status}"
    group = f"{state} — {article.title or file}" + (f": {published.why}" if published.why else "")
    for day in dict.fromkeys(one.start for one in article.candidates if one.start == one.end):
        found = " and ".join(one.where for one in article.candidates if one.start == day)
        label = f"It was published on {day.day} {day:%b %Y}, as its {found} says"
        yield Choice(f"{source.id} {day.isoformat()}", label, file, group)
    yield Choice(f"{source.id} {TYPE}", "Type another date …", file, group)
    yield Choice(f"{source.id} {OPEN}", "Go to the article, and leave the date as it is", file, group)
