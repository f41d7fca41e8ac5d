"""Which articles a filter keeps.

By an event that the article reports; where it asks for words, outlets and articles alone also by what the article is.
"""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

import json
from collections.abc import Sequence
from itertools import chain
from typing import Final

from store.connection import Database, Value
from store.corpus import source_ids
from store.filter_sql import IN_SOURCES, full_text, leaves, phrase
from store.matches import Matches
from store.reporting import FEW, events_of
from store.terms import And, FromSource, InText, Node, Not, Or, Outlet, Words

_SEEK: Final = 200
"""What finding one key in a word's entry costs, in rows of walking through the entry (measured: 25 against 0.1 µs)."""


def kept(db: Database, tree: Node, found: Matches) -> set[int] | None:
    """The articles that a filter keeps; None for all."""
    own = _own(db, tree)
    if own is None:
        return _reporting(db, found)
    if own[0] == IN_SOURCES and _count(db, *own) == _count(db, _EACH):
        return None
    mine = set(chain.from_iterable(db.execute(*own)))
    if found.total <= FEW:
        return mine | _reporting(db, found)
    left = set(chain.from_iterable(db.execute(_EACH))) - mine
    if len(left) * _SEEK < found.total:
        return mine.union(events_of(db, found, sorted(left))) if left else None
    if not isinstance(tree, Words):
        return mine | _reporting(db, found)
    # The evidence of an event is part of its articles' text, so what is left to find are articles whose events have
    # the word in their title, place, actors or type alone.
    match = f"{{title place who what}} : {full_text(tree)}"
    sql = (
        "SELECT DISTINCT s.source_id FROM timeline_fts f CROSS JOIN event_sources s ON s.key = f.rowid "
        "WHERE timeline_fts MATCH ?"
    )
    return mine.union(chain.from_iterable(db.execute(sql, (match,))))


_EACH: Final = "SELECT id FROM sources"


def _count(db: Database, sql: str, parameters: Sequence[Value] = ()) -> int:
    (n,) = db.execute(f"SELECT count(*) FROM ({sql})", parameters).fetchone()
    return int(n)


def _reporting(db: Database, found: Matches) -> set[int]:
    """The articles that report these events."""
    assert found.query is not None
    if found.keys is not None and len(found.keys) <= FEW:
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
