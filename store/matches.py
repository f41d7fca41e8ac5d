"""The events that a filter keeps: how many, on which days, and any window of them, without reading past it.

``matches`` asks once and gives an immutable snapshot. Of everything, and of much, it holds counts by day: a window
starts at its day's key and reads no further than its rows. Of few, whose rows may lie far apart, and of what takes
preparing, it holds the keys themselves, eight bytes each, and a window is a slice.
"""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

import json
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain
from typing import Final

from store import codec, keys
from store.connection import BLOCK, Database, Value
from store.errors import translated
from store.events import events_by_id
from store.filters import Filter
from store.query import Query
from store.records.event import Event
from store.records.rows import EventRow

HELD: Final = 10_000
"""The most keys that are held where rows can be read directly: where there are more, they lie close together."""

_IN_ORDER: Final = Query("timeline t", "t.key", "1", ())


@dataclass(frozen=True, slots=True)
class Matches:
    """What a filter keeps, at the moment it was asked."""

    filter: Filter
    total: int
    """Candidates, rejected and undated ones included."""
    candidates: int
    rejected: int
    undated: int
    days: tuple[tuple[int, int], ...] = field(repr=False)
    """(``date.toordinal()``, events) of each day that has events, in order; undated ones left out."""
    in_text: tuple[str, ...]
    """Words that were found only in the text of articles, in no event's own title and evidence."""
    query: Query | None = field(repr=False)
    keys: "array[int] | None" = field(repr=False, compare=False)
    starts: tuple[int, ...] = field(repr=False)
    """The day part of the key of each day, undated buckets included."""
    before: tuple[int, ...] = field(repr=False)
    """How many events stand before each of ``starts``, and last the total."""
    partial: bool = False
    """A glimpse: only some of the events, those around a place; nothing of it counts."""

    @property
    def sentence(self) -> str:
        return self.filter.sentence

    @property
    def dated(self) -> int:
        return self.total - self.undated


def matches(
    db: Database, wanted: Filter, *, sources: frozenset[int] = frozenset(), selected: frozenset[int] = frozenset()
) -> Matches:
    """Ask which events a filter keeps. ``sources``: only those that one of these sources reports."""
    with translated():
        query = _query(db, wanted, sources, selected)
        if query is None:
            return _matches(wanted, None, db.execute("SELECT bucket, n FROM timeline_days ORDER BY bucket"))
        held = _held(db, query)
        if held is not None:
            return _matches(wanted, query, _buckets(held), held)
        sql = f"SELECT {query.key} >> {keys.BUCKET_SHIFT} AS bucket, count(*) {_read(query)} GROUP BY 1 ORDER BY 1"
        return _matches(wanted, query, db.execute(sql, query.parameters))


def glimpse(
    db: Database, wanted: Filter, event_id: int, day: int, around: int, *, selected: frozenset[int] = frozenset()
) -> Matches | None:
    """The events that a filter keeps next to an event, or to a day (ordinal) where there is no such event: ``around``
    before and as many after it.

    None where the whole is had as soon: where there are few, or where a list of their keys has to be made first.
    """
    with translated():
        query = _query(db, wanted, frozenset(), selected)
        if query is None or not query.direct or _count(db, query, HELD + 1) <= HELD:
            return None
        row = db.execute("SELECT key FROM events WHERE id = ?", (event_id,)).fetchone()
        pivot = row[0] if row else day << keys.DAY_SHIFT
        near = array("q")
        for side, order in (("<", "DESC"), (">=", "ASC")):
            sql = f"SELECT {query.key} {_read(query)} AND {query.key} {side} ? ORDER BY {query.key} {order} LIMIT ?"
            near.extend(chain.from_iterable(db.execute(sql, (*query.parameters, pivot, around))))
        held = array("q", sorted(near))
        return replace(_matches(wanted, query, _buckets(held), held), partial=True)


def total(db: Database, wanted: Filter, *, selected: frozenset[int] = frozenset()) -> int:
    """How many events a filter keeps: a fifth of the work of ``matches``, which has to sort them by day."""
    with translated():
        query = _query(db, wanted, frozenset(), selected)
        if query is None:
            (n,) = db.execute("SELECT coalesce(sum(n), 0) FROM timeline_days").fetchone()
        else:
            (n,) = db.execute(f"SELECT count(*) {_read(query)}", query.parameters).fetchone()
    return int(n)


def _count(db: Database, query: Query, limit: int) -> int:
    (n,) = db.execute(f"SELECT count(*) FROM (SELECT 1 {_read(query)} LIMIT {limit})", query.parameters).fetchone()
    return int(n)


def _query(db: Database, wanted: Filter, sources: frozenset[int], selected: frozenset[int]) -> Query | None:
    if wanted.everything and not sources:
        return None
    from store.filter_sql import compile_filter

    return compile_filter(db, wanted, sources=sources, selected=selected)


def _read(query: Query) -> str:
    return f"FROM {query.tables} WHERE {query.where}"


def _held(db: Database, query: Query) -> "array[int] | None":
    """The keys of a query's events in order; None if they need not be held."""
    limit = ""
    if query.direct:
        limit = f" LIMIT {HELD + 1}"
        if query.full_text and _count(db, query, HELD + 1) > HELD:  # counting is far cheaper than handing keys over
            return None
    sql = f"SELECT {query.key} {_read(query)} ORDER BY {query.key}{limit}"
    held = array("q", chain.from_iterable(db.execute(sql, query.parameters)))
    return None if query.direct and len(held) > HELD else held


def _buckets(held: "array[int]") -> Iterator[tuple[int, int]]:
    """Keys in order, counted by bucket."""
    at = 0
    while at < len(held):
        bucket = held[at] >> keys.BUCKET_SHIFT
        end = bisect_left(held, (bucket + 1) << keys.BUCKET_SHIFT, at)
        yield bucket, end - at
        at = end


def _matches(
    wanted: Filter, query: Query | None, buckets: Iterable[tuple[int, int]], held: "array[int] | None" = None
) -> Matches:
    candidates = rejected = 0
    per_day: dict[int, int] = {}
    for bucket, n in buckets:
        day = bucket >> (keys.DAY_SHIFT - keys.BUCKET_SHIFT)
        per_day[day] = per_day.get(day, 0) + n
        if bucket & keys.REJECTED:
            rejected += n
        elif bucket & keys.CANDIDATE:
            candidates += n
    before = tuple(accumulate(per_day.values(), initial=0))
    days = tuple((day, n) for day, n in per_day.items() if day < keys.UNDATED_DAY)
    return Matches(
        filter=wanted,
        total=before[-1],
        candidates=candidates,
        rejected=rejected,
        undated=before[-1] - sum(n for _, n in days),
        days=days,
        in_text=query.in_text if query else (),
        query=query,
        keys=held,
        starts=tuple(per_day),
        before=before,
    )


def event_window(
    db: Database, found: Matches, start: int, count: int, *, newest_first: bool = False
) -> tuple[EventRow, ...]:
    """The rows from number ``start`` on (0 is the first). Undated events are last in either order."""
    start, stop = max(0, start), min(start + count, found.total)
    with translated():
        if not newest_first:
            return _ascending(db, found, start, stop)
        dated = found.dated
        turned = _ascending(db, found, dated - min(stop, dated), dated - start) if start < dated else ()
        return turned[::-1] + _ascending(db, found, max(start, dated), stop)


def position(db: Database, found: Matches, event_id: int, *, newest_first: bool = False) -> int | None:
    """The number of an event among these; None if it is not among them."""
    with translated():
        row = db.execute("SELECT key FROM events WHERE id = ?", (event_id,)).fetchone()
        number = _number(db, found, row[0]) if row else None
    if number is None:
        return None
    return found.dated - 1 - number if newest_first and number < found.dated else number


def _number(db: Database, found: Matches, key: int) -> int | None:
    if found.keys is not None:
        at = bisect_left(found.keys, key)
        return at if at < len(found.keys) and found.keys[at] == key else None
    day = key >> keys.DAY_SHIFT
    at = bisect_left(found.starts, day)
    if at == len(found.starts) or found.starts[at] != day:
        return None
    query = found.query or _IN_ORDER
    sql = f"SELECT count(*), max({query.key}) {_read(query)} AND {query.key} BETWEEN ? AND ?"
    n, last = db.execute(sql, (*query.parameters, day << keys.DAY_SHIFT, key)).fetchone()
    return found.before[at] + int(n) - 1 if last == key else None


def event_keys(db: Database, found: Matches, start: int, stop: int) -> list[int]:
    """The keys of the events from number ``start`` to before ``stop``, in the order of the timeline."""
    if start >= stop:
        return []
    if found.keys is not None:
        return found.keys[start:stop].tolist()
    query = found.query or _IN_ORDER
    at = bisect_right(found.before, start, hi=len(found.starts)) - 1
    values: tuple[Value, ...] = (found.starts[at] << keys.DAY_SHIFT, stop - start, start - found.before[at])
    sql = f"SELECT {query.key} {_read(query)} AND {query.key} >= ? ORDER BY {query.key}"
    return [key for (key,) in db.execute(f"{sql} LIMIT ? OFFSET ?", (*query.parameters, *values))]


def having(db: Database, found: Matches, wanted: set[int]) -> set[int]:
    """Those of some keys that are among these events."""
    if found.keys is not None:
        return {
            key for key in wanted if (at := bisect_left(found.keys, key)) < len(found.keys) and found.keys[at] == key
        }
    query = found.query or _IN_ORDER
    sql = f"SELECT {query.key} {_read(query)} AND {query.key} IN (SELECT value FROM json_each(?))"
    return {key for (key,) in db.execute(sql, (*query.parameters, json.dumps(sorted(wanted))))}


_ROW: Final = (
    "id",
    "date_start",
    "date_end",
    "date_edtf",
    "time_precision",
    "date_basis",
    "title",
    "event_type",
    "sub_event_type",
    "place_text",
    "figures_text",
    "factuality",
    "confidence",
    "number_of_sources",
    "num_articles",
    "disputed",
    "status",
    "starred",
    "first_source",
    "key",
    "actors",
)
_KEY_AT: Final = _ROW.index("key")


def _ascending(db: Database, found: Matches, start: int, stop: int) -> tuple[EventRow, ...]:
    return event_rows(db, (keys.id_of(key) for key in event_keys(db, found, start, stop)))


def event_rows(db: Database, ids: Iterable[int]) -> tuple[EventRow, ...]:
    """The rows of these living events; ids that do not exist are left out."""
    names = ", ".join(f"e.{name}" for name in _ROW)
    listed = json.dumps([*ids])
    sql = (
        f"SELECT {names}, s.outlet FROM json_each(?) j CROSS JOIN events e ON e.id = j.value "
        "LEFT JOIN sources s ON s.id = e.first_source ORDER BY j.id"
    )
    rows = db.execute(sql, (listed,)).fetchall()
    tags: dict[int, list[str]] = {}
    sql = (
        "SELECT e.key, t.tag FROM json_each(?) j CROSS JOIN events e ON e.id = j.value "
        "CROSS JOIN event_tags t INDEXED BY event_tags_key ON t.key = e.key ORDER BY t.tag"
    )
    for key, tag in db.execute(sql, (listed,)):
        tags.setdefault(key, []).append(tag)
    return tuple(_event_row(row, tags.get(row[_KEY_AT], ())) for row in rows)


def _event_row(row: codec.Row, tags: Iterable[str]) -> EventRow:
    return EventRow(
        id=row[0],
        when=codec.when_of(row[1:6]),
        title=row[6],
        event_type=row[7],
        sub_event_type=row[8],
        place=row[9],
        figures=row[10],
        factuality=row[11],
        confidence=row[12],
        number_of_sources=row[13],
        num_articles=row[14],
        disputed=codec.texts_of(row[15]),
        status=row[16],
        starred=bool(row[17]),
        source_id=row[18],
        tags=tuple(tags),
        actor=_who(row[20]),
        outlet=row[21] or "",
    )


def _who(actors: str) -> str:
    """The first of an event's actors who did something; "" if those named had it done to them."""
    listed = json.loads(actors) if actors != "[]" else ()
    return next((name for name, role, _ in listed if role not in ("victim", "target")), "")


def events(
    db: Database,
    wanted: Filter,
    *,
    sources: frozenset[int] = frozenset(),
    selected: frozenset[int] = frozenset(),
    newest_first: bool = False,
) -> Iterator[Event]:
    """The events that a filter keeps, whole, in the order of the timeline, each read as it is asked for."""
    found = matches(db, wanted, sources=sources, selected=selected)
    with translated():
        for start in range(0, found.total, BLOCK):
            rows = event_window(db, found, start, BLOCK, newest_first=newest_first)
            yield from events_by_id(db, [row.id for row in rows])
