"""The sources pane: the articles that a filter keeps, near-copies folded under the article they copy.

A filter keeps an article if it keeps an event that the article reports; one of words, outlets and articles alone also
if the article's own title, outlet and text have what it asks for.
"""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Final

from store import codec
from store.connection import Database
from store.errors import translated
from store.event_words import file_name
from store.filters import EVERYTHING, Filter
from store.matches import Matches, matches
from store.records.rows import SourceRow
from store.reporting import FEW, events_of

if TYPE_CHECKING:
    from store.records.source import Source


@dataclass(frozen=True, slots=True)
class SourceMatches:
    """The articles that a filter keeps, in the order of the pane, at the moment it was asked."""

    filter: Filter
    ids: "array[int]" = field(repr=False)
    events: Matches = field(repr=False)

    @property
    def total(self) -> int:
        return len(self.ids)


def source_matches(
    db: Database, wanted: Filter, *, selected: frozenset[int] = frozenset(), events: Matches | None = None
) -> SourceMatches:
    """Ask which articles a filter keeps. ``events``: what it keeps of the events, if that was asked before."""
    with translated():
        found = events or matches(db, wanted, selected=selected)
        return SourceMatches(wanted, _ordered(db, _kept(db, wanted, found)), found)


def _kept(db: Database, wanted: Filter, found: Matches) -> set[int] | None:
    if wanted.tree is None:
        return None
    from store.source_filter import kept

    return kept(db, wanted.tree, found)


def source_total(db: Database, wanted: Filter, *, selected: frozenset[int] = frozenset()) -> int:
    """How many articles a filter keeps."""
    return source_matches(db, wanted, selected=selected).total


def source_window(
    db: Database, wanted: Filter | SourceMatches, start: int, count: int, *, selected: frozenset[int] = frozenset()
) -> tuple[SourceRow, ...]:
    """The rows from number ``start`` on. Given SourceMatches, the filter is not asked again."""
    found = wanted if isinstance(wanted, SourceMatches) else source_matches(db, wanted, selected=selected)
    start, stop = max(0, start), max(0, start + count)
    with translated():
        events = events_of(db, found.events, found.ids[start:stop].tolist())
        return tuple(_row(db, found, at, events) for at in range(start, min(stop, found.total)))


def sources(db: Database, wanted: Filter = EVERYTHING) -> "Iterator[Source]":
    """The articles that a filter keeps, whole, in the order of the pane, each read as it is asked for."""
    from store import corpus

    found = source_matches(db, wanted)
    with translated():
        for number in found.ids:
            yield corpus.source(db, number)


def published_by(db: Database, day: date) -> frozenset[int]:
    """The articles that were certainly published by a day."""
    with translated():
        return frozenset(chain.from_iterable(db.execute(_PUBLISHED_BY, (day.isoformat(),))))


_PUBLISHED_BY: Final = "SELECT id FROM sources WHERE published_end <= ?"
_ALL: Final = "SELECT id FROM sources ORDER BY coalesce(copy_of, id), copy_of IS NOT NULL, id"
"""Each article's copies after it, in the order of ids, as the index sources_order has them."""


def _ordered(db: Database, kept: set[int] | None) -> "array[int]":
    """Articles in the order of the pane; None: all."""
    if kept is not None and len(kept) <= FEW:
        sql = _ALL.replace("ORDER BY", "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY")
        return array("q", chain.from_iterable(db.execute(sql, (json.dumps(sorted(kept)),))))
    (listed,) = db.execute(f"SELECT json_group_array(id) FROM ({_ALL})").fetchone()  # a quarter of the time row by row
    ordered = json.loads(listed)
    return array("q", ordered if kept is None else filter(kept.__contains__, ordered))


_ROW: Final = ("id", "title", "outlet", "path", "language", "copy_of", *codec.PUBLISHED)
_COPIES: Final = "SELECT count(*) FROM sources WHERE copy_of = ?"


def _row(db: Database, found: SourceMatches, at: int, events: dict[int, int]) -> SourceRow:
    number = found.ids[at]
    row = db.execute(f"SELECT {', '.join(_ROW)} FROM sources WHERE id = ?", (number,)).fetchone()
    (copies,) = db.execute(_COPIES, (number,)).fetchone()
    return SourceRow(
        id=number,
        depth=int(row[5] is not None and _follows(db, found, at, row[5])),
        title=row[1],
        outlet=row[2],
        published=codec.published_of(row[6:12]),
        file=file_name(codec.value_path(row[3])),
        language=row[4],
        copies=copies,
        events=events.get(number, 0),
    )


def _follows(db: Database, found: SourceMatches, at: int, leader: int) -> bool:
    """Whether the article that this one copies is in the list: then it stands before it and its other copies."""
    (copies,) = db.execute(_COPIES, (leader,)).fetchone()
    return leader in found.ids[max(0, at - copies) : at]
