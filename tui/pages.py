"""What the panes show, read in one go on the reader's thread: one immutable page, so that panes cannot disagree.

The functions take the reader's connection first and are handed to ``Reader.run``. They hold no SQL and no widgets.
"""

from typing import TYPE_CHECKING, Final, NamedTuple

from store import queries
from store.connection import Database
from store.events import Cited
from store.filters import EVERYTHING, Filter
from store.keys import id_of
from store.matches import event_keys
from store.queries import Matches, SourceMatches
from store.records.event import Event
from store.records.report import Report
from store.records.rows import EventRow, SourceRow
from tui.panes.card import CardData, Evidence
from tui.panes.periods import row_of_day
from tui.panes.windows import Window

if TYPE_CHECKING:
    from store.facets import Facets
    from store.records.source import Source

WINDOW_ROWS: Final = 120
"""Rows fetched around a cursor with a page: some screens full."""
SOURCE_ROWS: Final = 90
"""The same for sources, whose events are counted row by row."""


class Ask(NamedTuple):
    """What is wanted: the filter, what is chosen, and where the cursor was."""

    filter: Filter
    chosen: frozenset[int] = frozenset()
    """Sources that the Events pane is narrowed to."""
    known: frozenset[int] | None = None
    """The sources published by a chosen day; None if no day was chosen."""
    selected: frozenset[int] = frozenset()
    newest_first: bool = False
    event_id: int = 0
    day: int = 0
    """The day (ordinal) the cursor was on, to fall back to where the event is filtered out."""
    source_id: int = 0


class Listed(NamedTuple):
    """Where a cursor goes in a list, and rows around it."""

    cursor: int = 0
    window: Window[EventRow] = Window()


class Page(NamedTuple):
    """All that three panes and the card show."""

    ask: Ask
    timeline: Matches
    events: Matches
    in_timeline: Listed
    in_events: Listed
    card: CardData | None
    version: int = 0
    """Of the store's data (``queries.data_version``)."""
    missing: str = ""
    """Where the filter keeps nothing: what it asks for that the store does not have."""


class SourcesPage(NamedTuple):
    """What the Sources pane shows. It is read after the page: counting the articles of a filter takes longest."""

    sources: SourceMatches
    cursor: int
    rows: Window[SourceRow]


class Followed(NamedTuple):
    """Where the other panes go when the cursor is on an event. None: it is not in that pane."""

    card: CardData | None
    events_row: int | None
    timeline_row: int | None
    source: tuple[int, SourceRow] | None
    changed: bool
    """Another program has changed the store since the page was read."""


def load_page(db: Database, ask: Ask) -> Page:
    """The page for ``ask``."""
    version = queries.data_version(db)
    timeline = _matches(db, ask, ask.known)
    narrowed = ask.chosen if ask.known is None else ask.chosen & ask.known
    page = _page(db, ask, timeline, _matches(db, ask, narrowed) if ask.chosen else timeline, version)
    return page if timeline.total else page._replace(missing=queries.missing(db, ask.filter.tree))


def moved(db: Database, page: Page, ask: Ask) -> Page:
    """The same page with the cursor where ``ask`` has it."""
    return _page(db, ask, page.timeline, page.events, page.version)


def load_glimpse(db: Database, ask: Ask) -> Page | None:
    """The page around the cursor alone, where counting all of it takes long; else None."""
    if ask.chosen or ask.known is not None:
        return None
    version = queries.data_version(db)
    near = queries.glimpse(db, ask.filter, ask.event_id, ask.day, WINDOW_ROWS // 2, selected=ask.selected)
    return None if near is None else _page(db, ask, near, near, version)


def load_total(db: Database, ask: Ask) -> int:
    """How many events the filter keeps; told long before they are counted by day."""
    return queries.total(db, ask.filter, selected=ask.selected)


def _page(db: Database, ask: Ask, timeline: Matches, events: Matches, version: int) -> Page:
    in_events = _listed(db, events, ask, newest_first=ask.newest_first)
    current = in_events.window.get(in_events.cursor)
    in_timeline = in_events
    if events is not timeline or ask.newest_first:
        follow = ask._replace(event_id=current.id) if current else ask
        in_timeline = _listed(db, timeline, follow, newest_first=False)
    card = load_card(db, current.id) if current else None
    return Page(ask, timeline, events, in_timeline, in_events, card, version)


def load_sources_page(db: Database, page: Page, source_id: int) -> SourcesPage:
    """The articles for what a page asks, with the cursor on a source."""
    ask = page.ask
    counted = page.timeline if ask.known is None and not page.timeline.partial else None
    sources = queries.source_matches(db, ask.filter, selected=ask.selected, events=counted)
    at = source_row(sources, source_id) or 0
    start = max(0, at - SOURCE_ROWS // 2)
    return SourcesPage(sources, at, Window(start, queries.source_window(db, sources, start, SOURCE_ROWS)))


def shown_sources(ask: Ask) -> frozenset[int]:
    """The articles whose events the Events pane lists; none are named where it lists those of all."""
    narrowed = ask.chosen if ask.known is None or not ask.chosen else ask.chosen & ask.known
    wanted = narrowed if ask.chosen else ask.known
    return frozenset() if wanted is None else wanted or frozenset((0,))


def _matches(db: Database, ask: Ask, sources: frozenset[int] | None) -> Matches:
    """The events of the filter, of all sources (None) or of these alone; of no source there are none."""
    nowhere = frozenset((0,))
    return queries.matches(
        db, ask.filter, sources=frozenset() if sources is None else sources or nowhere, selected=ask.selected
    )


def load_whole(db: Database) -> Matches:
    """All events of the store, counted."""
    return queries.matches(db, EVERYTHING)


def still_there(db: Database, events: frozenset[int], sources: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Those of these events and articles that the store still has."""
    return (
        frozenset(number for number in events if queries.event_id(db, number) == number),
        frozenset(number for number in sources if queries.has_source(db, number)),
    )


def source_row(sources: SourceMatches, source_id: int) -> int | None:
    """Which row a source is in; None if the filter leaves it out."""
    try:
        return sources.ids.index(source_id)
    except ValueError:
        return None


def _listed(db: Database, matches: Matches, ask: Ask, *, newest_first: bool) -> Listed:
    """The cursor on the event asked for, else on the first one from its day on, and rows around it."""
    if not matches.total:
        return Listed()
    at = queries.position(db, matches, ask.event_id, newest_first=newest_first) if ask.event_id else None
    if at is None:
        at = _nearest(matches, ask.day) if ask.day else 0
        if newest_first and ask.day:
            at = turned(matches, at)
    start = max(0, at - WINDOW_ROWS // 2)
    rows = queries.event_window(db, matches, start, WINDOW_ROWS, newest_first=newest_first)
    return Listed(at, Window(start, rows))


def _nearest(matches: Matches, day: int) -> int:
    return min(row_of_day(matches.days, matches.before, day), matches.total - 1)


def turned(matches: Matches, row: int) -> int:
    """A row of the list in the other order (oldest first, newest first); undated events stay last."""
    return matches.dated - 1 - row if row < matches.dated else row


def load_left(db: Database, ask: Ask) -> int:
    """How many events nobody has looked at, of those that the Events pane lists."""
    sources = shown_sources(ask)
    if ask.filter.everything and not sources:
        return queries.left_to_review(db)
    return queries.unreviewed(db, ask.filter, sources=sources, selected=ask.selected).total


def load_events(db: Database, matches: Matches, newest_first: bool, start: int, count: int) -> tuple[EventRow, ...]:
    """A window of a list of events."""
    return queries.event_window(db, matches, start, count, newest_first=newest_first)


def load_sources(db: Database, sources: SourceMatches, start: int, count: int) -> tuple[SourceRow, ...]:
    """A window of the list of sources."""
    return queries.source_window(db, sources, start, count)


def load_ids(db: Database, matches: Matches) -> frozenset[int]:
    """The ids of all events of a list."""
    return frozenset(id_of(key) for key in event_keys(db, matches, 0, matches.total))


def load_counted(db: Database, ask: Ask) -> Matches:
    """All events of the page for ``ask``, of which a glimpse may be shown yet."""
    return load_page(db, ask).events


def follow(
    db: Database, page: Page, sources: SourceMatches | None, source_id: int, event_id: int, moved: str
) -> Followed:
    """Where the other panes go when the cursor of pane ``moved`` is on an event that a source reports."""
    ask = page.ask
    events_row = timeline_row = None
    if moved != "events":
        events_row = queries.position(db, page.events, event_id, newest_first=ask.newest_first)
    if moved != "timeline":
        timeline_row = queries.position(db, page.timeline, event_id)
    at = source_row(sources, source_id) if sources is not None and moved != "sources" else None
    row = queries.source_window(db, sources, at, 1) if sources is not None and at is not None else ()
    source = (at, row[0]) if at is not None and row else None
    changed = queries.data_version(db) != page.version
    return Followed(load_card(db, event_id), events_row, timeline_row, source, changed)


def first_event_of(db: Database, ask: Ask, source_id: int) -> tuple[int, int] | None:
    """The first event (id, day) under the filter that a source reports."""
    found = queries.matches(db, ask.filter, sources=frozenset((source_id,)), selected=ask.selected)
    rows = queries.event_window(db, found, 0, 1) if found.total else ()
    if not rows:
        return None
    day = rows[0].when.start or rows[0].when.end
    return rows[0].id, day.toordinal() if day else 0


def load_card(db: Database, event_id: int) -> CardData | None:
    """An event with its evidence: independent sources first, then near-copies."""
    event = queries.event(db, event_id)
    return None if event is None else with_evidence(db, event)


def with_evidence(db: Database, event: Event) -> CardData:
    """An event with the sentences of its reports."""
    known: dict[int, Cited] = {}
    evidence = []
    for report in event.reports:
        source = known.get(report.source_id)
        if source is None:
            source = known[report.source_id] = queries.cited(db, report.source_id)
        words = source.text[report.start : report.end]
        time = source.text[report.time.start : report.time.end] if report.time else ""
        evidence.append(Evidence(report, words, time, source.name, source.published, source.copy))
    evidence.sort(key=lambda e: (e.copy, e.report.candidate))
    return CardData(event, tuple(evidence))


def load_cards(db: Database, event_ids: tuple[int, ...]) -> tuple[CardData, ...]:
    """Several events with their evidence, those that are still there."""
    return tuple(card for card in (load_card(db, event_id) for event_id in event_ids) if card is not None)


def load_reporting(db: Database, event: Event) -> "dict[int, Source]":
    """The articles that report an event, by id."""
    return {number: queries.article(db, number) for number in sorted({one.source_id for one in event.reports})}


def load_article(db: Database, source_id: int) -> "tuple[Source, tuple[Report, ...]]":
    """An article and its reports."""
    return queries.article(db, source_id), queries.reports_of(db, source_id)


def load_values(db: Database, key: str, typed: str) -> tuple[str, ...]:
    """The values of a filter's key that begin as typed."""
    from store.values import values

    return values(db, key, typed)


def load_facets(db: Database, found: Matches) -> "Facets":
    """What there is among the events of a list."""
    from store.facets import facets

    return facets(db, found)
