"""The sources pane: the articles that a filter keeps, near-copies folded under the article they copy."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from store import codec, corpus
from store.connection import Database, Value
from store.corpus import source_ids
from store.errors import translated
from store.filter_sql import IN_SOURCES, Query, compile_filter, full_text, phrase
from store.filters import EVERYTHING, Filter
from store.records import Source, SourceRow
from store.terms import And, FromSource, InText, Node, Not, Or, Outlet, Words


@dataclass(frozen=True, slots=True)
class SourceMatches:
    """The articles that a filter keeps, in the order of the pane, at the moment it was asked."""

    filter: Filter
    ids: "array[int]"
    folded: bytes
    """1 for an article that stands under the one it copies."""
    query: Query | None

    @property
    def total(self) -> int:
        return len(self.ids)


def source_matches(db: Database, wanted: Filter, *, selected: frozenset[int] = frozenset()) -> SourceMatches:
    """Ask which articles a filter keeps: those that report an event it keeps, and, for a filter of words, outlets and
    articles alone, those it finds by their own title, outlet and text.
    """
    with translated():
        query = compile_filter(db, wanted, selected=selected)
        conditions, values = ["1"], []
        if query is not None:
            reporting = f"SELECT source_id FROM event_sources WHERE key IN (SELECT {query.key} FROM {query.tables} WHERE {query.where})"
            conditions, values = [f"id IN ({reporting})"], list(query.parameters)
            own = _own(db, wanted.tree) if wanted.tree is not None else None
            if own is not None:
                conditions.append(own[0])
                values += own[1]
        # Its copies after each article, in the order of ids: the index sources_order has them so.
        sql = f"SELECT id, copy_of FROM sources WHERE {' OR '.join(conditions)} "
        order = "ORDER BY coalesce(copy_of, id), copy_of IS NOT NULL, id"
        rows = db.execute(sql + order, values).fetchall()
    ids = array("q", (number for number, _ in rows))
    leaders = {leader for _, leader in rows if leader is not None}.intersection(ids)
    return SourceMatches(wanted, ids, bytes(leader in leaders for _, leader in rows), query)


def source_total(db: Database, wanted: Filter, *, selected: frozenset[int] = frozenset()) -> int:
    """How many articles a filter keeps."""
    return source_matches(db, wanted, selected=selected).total


def source_window(
    db: Database, wanted: Filter | SourceMatches, start: int, count: int, *, selected: frozenset[int] = frozenset()
) -> tuple[SourceRow, ...]:
    """The rows from number ``start`` on. Given SourceMatches, the filter is not asked again."""
    found = wanted if isinstance(wanted, SourceMatches) else source_matches(db, wanted, selected=selected)
    with translated():
        return tuple(_row(db, found, at) for at in range(max(0, start), min(start + count, found.total)))


def _own(db: Database, node: Node) -> tuple[str, list[Value]] | None:
    """The condition on an article itself; None if a term speaks of events."""
    match node:
        case Words(_, _, ""):
            return f"id IN ({IN_SOURCES})", [full_text(node)]
        case InText(text, prefix):
            return f"id IN ({IN_SOURCES})", [phrase(text, prefix=prefix)]
        case Outlet(name, prefix):
            return f"id IN ({IN_SOURCES})", [f"outlet : {phrase(name, prefix=prefix)}"]
        case FromSource(ref):
            ids = source_ids(db, ref)
            return f"id IN ({', '.join(map(str, ids))})", []
        case Not(part):
            inner = _own(db, part)
            return (f"NOT ({inner[0]})", inner[1]) if inner else None
        case And(nodes) | Or(nodes):
            parts = [_own(db, part) for part in nodes]
            known = [part for part in parts if part is not None]
            if len(known) < len(parts):
                return None
            word = " AND " if isinstance(node, And) else " OR "
            return f"({word.join(sql for sql, _ in known)})", [value for _, values in known for value in values]
        case _:
            return None


_ROW = ("id", "title", "outlet", "path", "language", "copy_of", *codec.PUBLISHED)


def _row(db: Database, found: SourceMatches, at: int) -> SourceRow:
    number = found.ids[at]
    row = db.execute(f"SELECT {', '.join(_ROW)} FROM sources WHERE id = ?", (number,)).fetchone()
    (copies,) = db.execute("SELECT count(*) FROM sources WHERE copy_of = ?", (number,)).fetchone()
    of_source = "SELECT key FROM event_sources WHERE source_id = ?"
    if found.query is None:
        (events,) = db.execute(f"SELECT count(*) FROM ({of_source})", (number,)).fetchone()
    else:
        query = found.query
        sql = f"SELECT count(*) FROM {query.tables} WHERE {query.where} AND {query.key} IN ({of_source})"
        (events,) = db.execute(sql, (*query.parameters, number)).fetchone()
    return SourceRow(
        id=row[0],
        depth=found.folded[at],
        title=row[1],
        outlet=row[2],
        published=codec.published_of(row[6:12]),
        file=codec.value_path(row[3]).replace("\\", "/").rpartition("/")[2],
        language=row[4],
        copies=copies,
        events=events,
    )


def sources(db: Database, wanted: Filter = EVERYTHING) -> Iterator[Source]:
    """The articles that a filter keeps, whole, in the order of the pane, each read as it is asked for."""
    found = source_matches(db, wanted)
    with translated():
        for number in found.ids:
            yield corpus.source(db, number)
