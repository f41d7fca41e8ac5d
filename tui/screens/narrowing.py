"""Ways to narrow what is shown without typing a filter: facets, views, articles known by a day."""

from asyncio import to_thread
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from store import queries
from store.connection import Database
from store.filters import EVERYTHING
from store.queries import Matches, View
from store.records import EventRow, SourceRow
from store.terms import FLAGS, KEYS, STATUS_NAMES
from store.views import NEWEST
from tui.panes.periods import MONTH_NAMES
from tui.panes.words import words_of
from tui.screens.choose import Choice, ChoiceScreen
from tui.screens.panes_screen import PanesScreen
from tui.text import number, plural

MOST_ROWS: Final = 20_000
"""Events that facets are counted over: enough to choose by, and a fraction of a second."""
_MOST_VALUES: Final = 12
MOST_LEARNT: Final = 2_000
"""... and that completion learns values from."""
_BLOCK: Final = 100


@dataclass(frozen=True, slots=True)
class Facets:
    """Counted values of the events shown."""

    types: tuple[tuple[str, int], ...]
    places: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[str, int], ...]
    months: tuple[tuple[str, int], ...]
    complete: bool
    """False where only the first MOST_ROWS events were counted."""


class _Tally:
    """Counts the values of events as their rows come in."""

    def __init__(self) -> None:
        self.types: Counter[str] = Counter()
        self.places: Counter[str] = Counter()
        self.sources: Counter[int] = Counter()

    def add(self, rows: Iterable[EventRow]) -> None:
        for row in rows:
            self.types[row.sub_event_type or row.event_type] += 1
            self.places[row.place.rpartition(", ")[0] or row.place] += 1
            self.sources[row.source_id] += 1


def load_outlets(db: Database, sources: Mapping[int, int]) -> Counter[str]:
    """Events by outlet, given events by source."""
    outlets: Counter[str] = Counter()
    for source_id, count in sources.items():
        if source_id:
            outlets[queries.source(db, source_id).article.outlet] += count
    return outlets


def months_of(found: Matches) -> Counter[str]:
    """Events by month ("2023-08")."""
    months: Counter[str] = Counter()
    for day, count in found.days:
        months[date.fromordinal(day).isoformat()[:7]] += count
    return months


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    kept = [(value, count) for value, count in counts.items() if value]
    return tuple(sorted(kept, key=lambda item: (-item[1], item[0]))[:_MOST_VALUES])


def load_source_rows(db: Database) -> tuple[SourceRow, ...]:
    """All rows of the sources pane."""
    found = queries.source_matches(db, EVERYTHING)
    return queries.source_window(db, found, 0, found.total)


def known_sources(db: Database, day: date) -> frozenset[int]:
    """The articles that were certainly published by a day."""
    rows = load_source_rows(db)
    return frozenset(row.id for row in rows if row.published.end is not None and row.published.end <= day)


def quoted(value: str) -> str:
    """A value as a filter takes it."""
    return value if value.replace("_", "").replace("-", "").isalnum() else '"' + value.replace('"', "") + '"'


def completion(text: str, values: dict[str, tuple[str, ...]]) -> str | None:
    """The filter's last word completed to a key, or to a value of its key; None if nothing fits."""
    head, space, last = text.rpartition(" ")
    sign = "-" if last.startswith("-") else ""
    word = last[len(sign) :]
    if not word or word.startswith('"'):
        return None
    key, colon, typed = word.partition(":")
    if not colon:
        fits = sorted(name for name in KEYS if name.startswith(word.casefold()) and name != word.casefold())
        return f"{head}{space}{sign}{fits[0]}:" if fits and len(word) > 1 else None
    known = values.get(key.casefold(), ())
    fits = [value for value in known if typed and value.casefold().startswith(typed.casefold()) and value != typed]
    return f"{head}{space}{sign}{key}:{quoted(fits[0]) if ' ' in fits[0] else fits[0]}" if fits else None


class Narrowing(PanesScreen):
    """The commands that narrow. ``store`` is set by the browser; views are kept there."""

    store: Path
    _values: dict[str, tuple[str, ...]] = {"is": FLAGS, "status": STATUS_NAMES}  # noqa: RUF012 - replaced, never changed

    def complete(self, text: str) -> str | None:
        return completion(text, self._values)

    def on_filter_used(self, facets: Facets) -> None:
        """Offer the values of the store as completions."""
        self._values = {
            **self._values,
            "type": tuple(value for value, _ in facets.types),
            "place": tuple(value for value, _ in facets.places),
            "outlet": tuple(value for value, _ in facets.outlets),
        }

    def learn_values(self) -> None:
        """Count the store's values once, for completion."""
        if "type" not in self._values and self.whole is not None:
            self.start("learn", self._learn, self.whole)

    async def _learn(self, whole: Matches) -> None:
        self.on_filter_used(await self._count(whole, MOST_LEARNT))

    async def _count(self, found: Matches, most: int) -> Facets:
        """Count the values of events, block by block: other questions to the reader get their turn in between."""
        tally = _Tally()
        for start in range(0, min(found.total, most), _BLOCK):
            rows = await self.reader.run(queries.event_window, found, start, min(_BLOCK, most - start))
            tally.add(rows)
        outlets: Counter[str] = Counter()
        sources = tally.sources.most_common(most // 4)
        for start in range(0, len(sources), _BLOCK):
            outlets += await self.reader.run(load_outlets, dict(sources[start : start + _BLOCK]))
        return Facets(
            _ranked(tally.types),
            _ranked(tally.places),
            _ranked(outlets),
            _ranked(months_of(found)),
            complete=found.total <= most,
        )

    # Facets

    def action_facets(self) -> None:
        if self.page is not None:
            self.start("facets", self._facets, self.page.timeline)

    async def _facets(self, found: Matches) -> None:
        facets = await self._count(found, MOST_ROWS)
        groups = (
            ("Types", "type", facets.types),
            ("Places", "place", facets.places),
            ("Outlets", "outlet", facets.outlets),
            ("Months", "date", facets.months),
        )
        choices = [
            Choice(f"{key}:{quoted(value)}", _facet_label(key, value), number(count), name)
            for name, key, counted in groups
            for value, count in counted
        ]
        title = "Narrow to" if facets.complete else f"Narrow to (the first {MOST_ROWS:,} events)"
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

    # Views

    def action_views(self) -> None:
        self.start("views", self._views)

    async def _views(self) -> None:
        """Offer the store's views and the filters used before."""
        saved = await self.ask("views", queries.views)
        offered = [*saved, *(View("", text) for text in reversed(self.bar.history))]
        choices = [
            Choice(str(at), view.name or view.filter, _view_words(view) if view.name else "", _group(view))
            for at, view in enumerate(offered)
        ]

        def chosen(answer: tuple[str, ...] | None) -> None:
            if answer:
                self.use_view(offered[int(answer[0])])

        empty = "No filter was saved (V saves one) or used before."
        self.app.push_screen(ChoiceScreen("Filters", choices, empty=empty), chosen)

    def use_view(self, view: View) -> None:
        """Show what a view shows, in its order if it has one."""
        if view.name:
            self.newest_first = view.sort == NEWEST
        self.set_filter(view.filter)

    def action_save_view(self) -> None:
        text = self.filter.text
        if not text.strip():
            self.say("There is no filter to save: / types one.")
            return
        from tui.screens.ask import AskScreen

        def named(name: str | None) -> None:
            if name and name.strip():
                view = View(name.strip(), text, NEWEST if self.newest_first else "")
                self.start("write", self._save_view, view)

        self.app.push_screen(AskScreen("Save this filter as", self.filter.sentence, text), named)

    async def _save_view(self, view: View) -> None:
        await to_thread(keep_view, self.store, view)
        self.say(f"Saved as “{view.name}”: v lists it.")

    # Known by a day

    def action_known_by(self) -> None:
        from tui.screens.ask import AskScreen

        answer = self.known_day.isoformat() if self.known_day else ""
        hint = "A day as 2023-09-02: only what articles published by then report. Empty: all."
        self.app.push_screen(AskScreen("Known by", answer, hint, _check_day), self._use_known_by)

    def _use_known_by(self, typed: str | None) -> None:
        if typed is not None:
            self.start("known", self._know_by, date.fromisoformat(typed.strip()) if typed.strip() else None)

    async def _know_by(self, day: date | None) -> None:
        self.known_day = day
        self.known = None if day is None else await self.ask("known", known_sources, day)
        self.timeline.detail = f"known by {day.day} {MONTH_NAMES[day.month][:3]} {day.year}" if day else ""
        self.reload()
        if self.known is not None:
            self.say(f"What {plural(len(self.known), 'article')} published by then report. K changes the day.")


def keep_view(store: Path, view: View) -> None:
    """Save a view in the store, in place of one of the same name."""
    from store.connection import writing
    from store.writer import save_view

    with writing(store) as db:
        save_view(db, view)


def _view_words(view: View) -> str:
    return " · ".join(part for part in (view.filter, "newest first" if view.sort == NEWEST else "") if part)


def _group(view: View) -> str:
    return "Saved" if view.name else "Used before"


def _facet_label(key: str, value: str) -> str:
    if key != "date":
        return words_of(value)
    year, month = value.split("-")
    return f"{MONTH_NAMES[int(month)]} {int(year)}"


def _check_day(typed: str) -> str | None:
    if not typed.strip():
        return None
    try:
        date.fromisoformat(typed.strip())
    except ValueError:
        return "Type the day as 2023-09-02."
    return None
