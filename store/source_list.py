"""The sources pane: the articles that a filter keeps, near-copies folded under the article they copy.

A filter keeps an article if it keeps an event that the article reports; one of words, outlets and articles alone also
if the article's own title, outlet and text have what it asks for.
"""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from store import codec, corpus
from store.connection import Database, Value
from store.corpus import source_ids
from store.errors import translated
from store.filter_sql import IN_SOURCES, full_text, phrase
from store.filters import EVERYTHING, Filter
from store.matches import Matches, having, matches
from store.records import Source, SourceRow
from store.rows import BLOCK
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
    folded: bytes = field(repr=False)
    """1 for an article that stands under the one it copies."""
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
        rows = _ordered(db, kept)
    ids = array("q", (number for number, _ in rows))
    leaders = {leader for _, leader in rows if leader is not None}.intersection(ids)
    return SourceMatches(wanted, ids, bytes(leader in leaders for _, leader in rows), found)


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
        shown = zip(found.ids[start:stop], found.folded[start:stop], strict=True)
        return tuple(_row(db, number, depth, events.get(number, 0)) for number, depth in shown)


def sources(db: Database, wanted: Filter = EVERYTHING) -> Iterator[Source]:
    """The articles that a filter keeps, whole, in the order of the pane, each read as it is asked for."""
    found = source_matches(db, wanted)
    with translated():
        for number in found.ids:
            yield corpus.source(db, number)


def _kept(db: Database, tree: Node, found: Matches) -> set[int]:
    own = _own(db, tree)
    if own is None:
        return _reporting(db, found)
    kept = {number for (number,) in db.execute(*own)}
    if found.keys is not None:
        return kept | _reporting(db, found)
    # One word that may be in most events. The evidence of an event is part of its articles' text, so what is left to
    # find are articles whose events have the word in their title, place, actors or type alone.
    (all_of_them,) = db.execute("SELECT count(*) FROM source_paths WHERE position = 0").fetchone()
    left = all_of_them - len(kept)
    if not left:
        return kept
    if left * _SEEK < found.total:
        others = [n for (n,) in db.execute("SELECT source_id FROM source_paths WHERE position = 0") if n not in kept]
        return kept.union(_events(db, found, others))
    match = f"{{title place who what}} : {full_text(tree)}"
    sql = (
        "SELECT DISTINCT s.source_id FROM timeline_fts f CROSS JOIN event_sources s ON s.key = f.rowid "
        "WHERE timeline_fts MATCH ?"
    )
    return kept.union(number for (number,) in db.execute(sql, (match,)))


def _reporting(db: Database, found: Matches) -> set[int]:
    """The articles that report these events."""
    assert found.query is not None
    if found.keys is not None and len(found.keys) <= BLOCK:
        sql = "SELECT DISTINCT source_id FROM event_sources WHERE key IN (SELECT value FROM json_each(?))"
        return {number for (number,) in db.execute(sql, (json.dumps(found.keys.tolist()),))}
    query = found.query
    sql = (
        f"SELECT DISTINCT s.source_id FROM {query.tables} CROSS JOIN event_sources s ON s.key = {query.key} "
        f"WHERE {query.where}"
    )
    return {number for (number,) in db.execute(sql, query.parameters)}


def _own(db: Database, tree: Node) -> tuple[str, list[Value]] | None:
    """The articles that a filter keeps by what they are themselves; None if a term of it speaks of events."""
    condition = _condition(db, tree)
    if condition is None:
        return None
    if isinstance(tree, Words):
        return IN_SOURCES, condition[1]
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


def _ordered(db: Database, kept: set[int] | None) -> list[tuple[int, int | None]]:
    """Articles with what they copy, each one's copies after it, in the order of their ids."""
    if kept is not None and len(kept) <= _FEW:
        sql = "SELECT id, copy_of FROM sources WHERE id IN (SELECT value FROM json_each(?))"
        found: list[tuple[int, int | None]] = db.execute(sql, (json.dumps(sorted(kept)),)).fetchall()
        return sorted(found, key=lambda row: (row[1] or row[0], row[1] is not None, row[0]))
    # As the index sources_order has them.
    rows = db.execute("SELECT id, copy_of FROM sources ORDER BY coalesce(copy_of, id), copy_of IS NOT NULL, id")
    return [row for row in rows if kept is None or row[0] in kept]


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


_ROW: Final = ("id", "title", "outlet", "path", "language", *codec.PUBLISHED)


def _row(db: Database, number: int, depth: int, events: int) -> SourceRow:
    row = db.execute(f"SELECT {', '.join(_ROW)} FROM sources WHERE id = ?", (number,)).fetchone()
    (copies,) = db.execute("SELECT count(*) FROM sources WHERE copy_of = ?", (number,)).fetchone()
    return SourceRow(
        id=row[0],
        depth=depth,
        title=row[1],
        outlet=row[2],
        published=codec.published_of(row[5:11]),
        file=codec.value_path(row[3]).replace("\\", "/").rpartition("/")[2],
        language=row[4],
        copies=copies,
        events=events,
    )
