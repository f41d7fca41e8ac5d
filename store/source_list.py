"""The sources pane: the articles that a filter keeps, near-copies folded under the article they copy.

A filter keeps an article if it keeps an event that the article reports; one of words, outlets and articles alone also
if the article's own title, outlet and text have what it asks for.
"""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from store import codec, corpus
from store.connection import Database, Value
from store.corpus import source_ids
from store.errors import translated
from store.filter_sql import IN_SOURCES, full_text, leaves, phrase
from store.filters import EVERYTHING, Filter
from store.matches import Matches, having, matches
from store.records import Source, SourceRow
from store.terms import And, FromSource, InText, Node, Not, Or, Outlet, Words

_FEW: Final = 5_000
"""Articles that are faster found one by one than by walking through the order of the pane."""

_SEEK: Final = 200
"""What finding one key in a word's entry costs, in rows of walking through the entry (measured: 25 against 0.1 µs)."""


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
        kept = None if wanted.tree is None else _kept(db, wanted.tree, found)
        return SourceMatches(wanted, _ordered(db, kept), found)


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
        events = _events(db, found.events, found.ids[start:stop].tolist())
        return tuple(_row(db, found, at, events) for at in range(start, min(stop, found.total)))


def sources(db: Database, wanted: Filter = EVERYTHING) -> Iterator[Source]:
    """The articles that a filter keeps, whole, in the order of the pane, each read as it is asked for."""
    found = source_matches(db, wanted)
    with translated():
        for number in found.ids:
            yield corpus.source(db, number)


def _kept(db: Database, tree: Node, found: Matches) -> set[int] | None:
    """The articles that a filter keeps; None for all."""
    own = _own(db, tree)
    if own is None:
        return _reporting(db, found)
    if own[0] == IN_SOURCES and _count(db, *own) == _count(db, _EACH):
        return None
    kept = set(chain.from_iterable(db.execute(*own)))
    if found.total <= _FEW:
        return kept | _reporting(db, found)
    left = set(chain.from_iterable(db.execute(_EACH))) - kept
    if len(left) * _SEEK < found.total:
        return kept.union(_events(db, found, sorted(left))) if left else None
    if not isinstance(tree, Words):
        return kept | _reporting(db, found)
    # The evidence of an event is part of its articles' text, so what is left to find are articles whose events have
    # the word in their title, place, actors or type alone.
    match = f"{{title place who what}} : {full_text(tree)}"
    sql = (
        "SELECT DISTINCT s.source_id FROM timeline_fts f CROSS JOIN event_sources s ON s.key = f.rowid "
        "WHERE timeline_fts MATCH ?"
    )
    return kept.union(chain.from_iterable(db.execute(sql, (match,))))


_EACH: Final = "SELECT id FROM sources"


def _count(db: Database, sql: str, parameters: Sequence[Value] = ()) -> int:
    (n,) = db.execute(f"SELECT count(*) FROM ({sql})", parameters).fetchone()
    return int(n)


def _reporting(db: Database, found: Matches) -> set[int]:
    """The articles that report these events."""
    assert found.query is not None
    if found.keys is not None and len(found.keys) <= _FEW:
        sql = "SELECT DISTINCT source_id FROM event_sources WHERE key IN (SELECT value FROM json_each(?))"
        return set(chain.from_iterable(db.execute(sql, (json.dumps(found.keys.tolist()),))))
    query = found.query
    sql = (
        f"SELECT DISTINCT s.source_id FROM {query.tables} CROSS JOIN event_sources s ON s.key = {query.key} "
        f"WHERE {query.where}"
    )
    return set(chain.from_iterable(db.execute(sql, query.parameters)))


def _own(db: Database, tree: Node) -> tuple[str, list[Value]] | None:
    """The articles that a filter keeps by what they are themselves; None if a term of it speaks of events."""
    condition = _condition(db, tree)
    if condition is None:
        return None
    match = full_text(tree) if all(isinstance(leaf, Words) for leaf in leaves(tree)) else None
    if match is not None:
        return IN_SOURCES, [match]
    return f"SELECT id FROM sources WHERE {condition[0]}", condition[1]


def _condition(db: Database, node: Node) -> tuple[str, list[Value]] | None:
    match node:
        case Words(text, prefix, "") | InText(text, prefix):
            return f"id IN ({IN_SOURCES})", [phrase(text, prefix=prefix)]
        case Outlet(name, prefix):
            return f"id IN ({IN_SOURCES})", [f"outlet : {phrase(name, prefix=prefix)}"]
        case FromSource(ref):
            return f"id IN ({', '.join(map(str, source_ids(db, ref)))})", []
        case Not(part):
            inner = _condition(db, part)
            return (f"NOT ({inner[0]})", inner[1]) if inner else None
        case And(nodes) | Or(nodes):
            parts = [_condition(db, part) for part in nodes]
            known = [part for part in parts if part is not None]
            if len(known) < len(parts):
                return None
            word = " AND " if isinstance(node, And) else " OR "
            return f"({word.join(sql for sql, _ in known)})", [value for _, values in known for value in values]
        case _:
            return None


_ALL: Final = "SELECT id FROM sources ORDER BY coalesce(copy_of, id), copy_of IS NOT NULL, id"
"""Each article's copies after it, in the order of ids, as the index sources_order has them."""


def _ordered(db: Database, kept: set[int] | None) -> "array[int]":
    """Articles in the order of the pane; None: all."""
    if kept is not None and len(kept) <= _FEW:
        sql = _ALL.replace("ORDER BY", "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY")
        return array("q", chain.from_iterable(db.execute(sql, (json.dumps(sorted(kept)),))))
    ordered = chain.from_iterable(db.execute(_ALL))
    return array("q", ordered if kept is None else filter(kept.__contains__, ordered))


def _events(db: Database, found: Matches, numbers: list[int]) -> dict[int, int]:
    """How many of these events each of some articles reports; articles that report none are left out."""
    listed = json.dumps(numbers)
    if found.query is None:
        sql = (
            "SELECT source_id, count(*) FROM event_sources WHERE source_id IN (SELECT value FROM json_each(?)) "
            "GROUP BY source_id"
        )
        return dict(db.execute(sql, (listed,)).fetchall())
    sql = "SELECT source_id, key FROM event_sources WHERE source_id IN (SELECT value FROM json_each(?))"
    reported = db.execute(sql, (listed,)).fetchall()
    held = having(db, found, {key for _, key in reported})
    counts: dict[int, int] = {}
    for number, key in reported:
        if key in held:
            counts[number] = counts.get(number, 0) + 1
    return counts


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
        file=codec.value_path(row[3]).replace("\\", "/").rpartition("/")[2],
        language=row[4],
        copies=copies,
        events=events.get(number, 0),
    )


def _follows(db: Database, found: SourceMatches, at: int, leader: int) -> bool:
    """Whether the article that this one copies is in the list: then it stands before it and its other copies."""
    (copies,) = db.execute(_COPIES, (leader,)).fetchone()
    return leader in found.ids[max(0, at - copies) : at]
