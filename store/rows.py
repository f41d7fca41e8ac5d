"""The rows that make up one event: what it is, and all that the panes scroll and filter by, written together."""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, get_args

from store import codec, event_codec, keys, overlay
from store.connection import BLOCK, Database, Value
from store.event_words import figures_text
from store.records.event import FIELDS, FIGURES, Event, Status
from store.records.place import Place
from store.records.report import Factuality

FACTUALITIES: Final[tuple[Factuality, ...]] = get_args(Factuality)
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
"""Stored by their number: a new one goes to the end."""

STARRED: Final = 1
DISPUTED: Final = 2
EDITED: Final = 4
COPY: Final = 8
NOTED: Final = 16


@dataclass(frozen=True)
class StoredEvent:
    """An event as it is stored: with human values applied, its sources, and the words it is found by."""

    event: Event
    sources: tuple[int, ...]
    """The sources that report it, the one to show first in front."""
    evidence: str
    copied: bool
    """Whether one of its sources is a near-copy of another source."""
    edited: bool
    fingerprint: bytes
    machine: str | None = None

    @property
    def machine_event(self) -> Event:
        """The event as the machine has it, without what people say of it."""
        if self.machine:
            return event_codec.json_event(self.machine)
        return replace(self.event, starred=False, tags=(), note="", status="new")

    @cached_property
    def key(self) -> int:
        return keys.key_of(self.event.id, self.event.when, keys.grade_of(self.event.confidence, self.event.status))


def put(db: Database, stored: Iterable[StoredEvent]) -> None:
    """Write events, in place of what was there under their ids. Inside a transaction."""
    block: list[StoredEvent] = []
    touched: set[int] = set()
    left: set[_Names] = set()
    for item in stored:
        block.append(item)
        if len(block) == BLOCK:
            touched |= _put_block(db, block, left)
            block = []
    touched |= _put_block(db, block, left)
    _forget(db, left)
    _count_days(db, touched)


def remove(db: Database, event_ids: Sequence[int]) -> None:
    """Take events out. Inside a transaction."""
    left = _names(db, event_ids)
    touched = _unhang(db, event_ids)
    db.conn.executemany("DELETE FROM events WHERE id = ?", [(event_id,) for event_id in event_ids])
    _forget(db, left.values())
    _count_days(db, touched)


def relaid(stored: StoredEvent, edits: Mapping[str, overlay.Json]) -> StoredEvent:
    """A stored event with these human values over the machine's in place of those it had."""
    machine = stored.machine_event
    return replace(
        stored,
        event=overlay.apply(machine, edits),
        edited=bool(edits),
        machine=event_codec.event_json(machine) if any(field in FIELDS for field in edits) else None,
    )


def load(db: Database, event_id: int) -> StoredEvent:
    """An event as it is stored, without its reports."""
    columns = ", ".join(event_codec.EVENT)
    row = db.execute(f"SELECT {columns}, key, fingerprint, machine FROM events WHERE id = ?", (event_id,)).fetchone()
    *values, key, fingerprint, machine = row
    tags = tuple(tag for (tag,) in db.execute("SELECT tag FROM event_tags WHERE key = ? ORDER BY tag", (key,)))
    (evidence,) = db.execute("SELECT evidence FROM event_words WHERE key = ?", (key,)).fetchone()
    (flags,) = db.execute("SELECT flags FROM timeline WHERE key = ?", (key,)).fetchone()
    (first,) = db.execute("SELECT first_source FROM events WHERE id = ?", (event_id,)).fetchone()
    others = [n for (n,) in db.execute("SELECT source_id FROM event_sources WHERE key = ? ORDER BY source_id", (key,))]
    sources = (first, *(n for n in others if n != first)) if others else ()
    event = event_codec.event_of(values, tags, ())
    return StoredEvent(event, sources, evidence, bool(flags & COPY), bool(flags & EDITED), fingerprint, machine)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names that an event has rows for: of its type and its country."""

    type_id: int
    country: tuple[str, str]


def _name(db: Database, event: Event) -> _Names:
    """Let the type and the country of an event have names."""
    number = keys.type_number(event.event_type, event.sub_event_type)
    country = event.place.country, codec.clean(event.place.country_name)
    db.execute("INSERT OR IGNORE INTO types VALUES (?, ?, ?)", (number, event.event_type, event.sub_event_type))
    if event.place.country:
        db.execute("INSERT OR IGNORE INTO countries (code, name) VALUES (?, ?)", country)
    return _Names(number, country)


def _names(db: Database, event_ids: Iterable[int]) -> dict[int, _Names]:
    """The names that events have now; those not stored are left out."""
    sql = (
        "SELECT type_id, timeline.country, country_name FROM events JOIN timeline ON timeline.key = events.key "
        "WHERE events.id = ?"
    )
    found = ((event_id, db.execute(sql, (event_id,)).fetchone()) for event_id in event_ids)
    return {event_id: _Names(row[0], (row[1], row[2])) for event_id, row in found if row}


def _forget(db: Database, names: Iterable[_Names]) -> None:
    """Forget those of these names that no event has any more, so that names depend on the events alone."""
    left = set(names)
    db.conn.executemany(
        "DELETE FROM types WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM timeline WHERE type_id = ?1)",
        sorted({(one.type_id,) for one in left}),
    )
    db.conn.executemany(
        "DELETE FROM countries WHERE code = ?1 AND name = ?2 AND NOT EXISTS (SELECT 1 FROM timeline "
        f"JOIN events ON events.id = timeline.key & {keys.ID_MASK} WHERE timeline.country = ?1 AND country_name = ?2)",
        sorted({one.country for one in left}),
    )


EVENT_COLUMNS: Final = (
    *event_codec.EVENT,
    "key",
    "actor1",
    "actor2",
    "place_text",
    "figures_text",
    "first_source",
    "fingerprint",
    "machine",
)


def _put_block(db: Database, block: Sequence[StoredEvent], left: set[_Names]) -> set[int]:
    """Write these events; the buckets touched. ``left`` takes the names that they had and have no more."""
    if not block:
        return set()
    before = _names(db, [item.event.id for item in block])
    named = {item.event.id: _name(db, item.event) for item in block}
    left |= {names for number, names in before.items() if names != named[number]}
    touched = _unhang(db, [item.event.id for item in block])
    ordered = sorted(block, key=lambda item: item.key)
    updates = ", ".join(f"{name} = excluded.{name}" for name in EVENT_COLUMNS if name != "id")
    _insert(db, "events", EVENT_COLUMNS, map(_event_values, ordered), f" ON CONFLICT (id) DO UPDATE SET {updates}")
    _insert(db, "timeline", TIMELINE_COLUMNS, map(_timeline_values, ordered))
    words = [_words(item) for item in ordered]
    _insert(db, "event_words", WORD_COLUMNS, words)
    _insert(db, "timeline_fts", ("rowid", *WORD_COLUMNS[1:]), words)
    _insert(
        db,
        "event_figures",
        ("field", "key", "low", "best", "high"),
        [(name, i.key, e.low, e.best, e.high) for i in ordered for name, e in i.event.figures.items()],
    )
    _insert(db, "event_sources", ("source_id", "key"), [(n, i.key) for i in ordered for n in sorted(i.sources)])
    _insert(db, "event_tags", ("tag", "key"), [(tag, item.key) for item in ordered for tag in item.event.tags])
    return touched | {item.key >> keys.BUCKET_SHIFT for item in ordered}


def _unhang(db: Database, event_ids: Sequence[int]) -> set[int]:
    """Take all rows that hang on the keys of these events; the buckets they stood in."""
    found = [
        int(row[0])
        for event_id in event_ids
        if (row := db.execute("SELECT key FROM events WHERE id = ?", (event_id,)).fetchone())
    ]
    doomed = [(key,) for key in found]
    words = ", ".join(WORD_COLUMNS[1:])
    db.conn.executemany(
        f"INSERT INTO timeline_fts (timeline_fts, rowid, {words}) SELECT 'delete', key, {words} FROM event_words "
        "WHERE key = ?",
        doomed,
    )
    for table in ("event_words", "timeline", "event_sources", "event_tags"):
        db.conn.executemany(f"DELETE FROM {table} WHERE key = ?", doomed)
    db.conn.executemany(
        "DELETE FROM event_figures WHERE field = ? AND key = ?", [(name, key) for key in found for name in FIGURES]
    )
    return {key >> keys.BUCKET_SHIFT for key in found}


def _count_days(db: Database, buckets: Iterable[int]) -> None:
    """Count these buckets afresh: a count that is never added to can never drift."""
    ordered = [(bucket,) for bucket in sorted(buckets)]
    db.conn.executemany(
        f"INSERT OR REPLACE INTO timeline_days (bucket, n) SELECT ?1, count(*) FROM timeline "
        f"WHERE key >= ?1 << {keys.BUCKET_SHIFT} AND key < (?1 + 1) << {keys.BUCKET_SHIFT}",
        ordered,
    )
    db.execute("DELETE FROM timeline_days WHERE n = 0")


def _insert(
    db: Database, table: str, columns: Sequence[str], rows: Iterable[tuple[Value, ...]], conflict: str = ""
) -> None:
    marks = ", ".join("?" * len(columns))
    db.conn.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}){conflict}", rows)


def _event_values(item: StoredEvent) -> tuple[Value, ...]:
    event = item.event
    names = [codec.clean(actor.name) for actor in event.actors]
    return (
        *event_codec.event_row(event),
        item.key,
        names[0] if names else "",
        names[1] if len(names) > 1 else "",
        codec.clean(place_text(event.place)),
        figures_text(event.figures),
        item.sources[0] if item.sources else 0,
        item.fingerprint,
        item.machine,
    )


TIMELINE_COLUMNS: Final = (
    "key",
    "type_id",
    "country",
    "first_day",
    "last_day",
    "factuality",
    "status",
    "flags",
    "confidence",
    "voices",
    "articles",
)


def _timeline_values(item: StoredEvent) -> tuple[Value, ...]:
    event = item.event
    flags = (
        STARRED * event.starred
        | DISPUTED * bool(event.disputed)
        | EDITED * item.edited
        | COPY * item.copied
        | NOTED * bool(event.note)
    )
    return (
        item.key,
        keys.type_number(event.event_type, event.sub_event_type),
        event.place.country,
        event.when.start.toordinal() if event.when.start else None,
        event.when.end.toordinal() if event.when.end else None,
        FACTUALITIES.index(event.factuality),
        STATUSES.index(event.status),
        flags,
        event.confidence,
        event.number_of_sources,
        event.num_articles,
    )


WORD_COLUMNS: Final = ("key", "title", "evidence", "place", "who", "what")


def _words(item: StoredEvent) -> tuple[Value, ...]:
    event, place = item.event, item.event.place
    texts = (
        event.title,
        item.evidence,
        "\n".join(part for part in (place.location, place.admin1, place.country_name, place.site) if part),
        "\n".join(f"{actor.name} {actor.kind}".strip() for actor in event.actors),
        "\n".join((event.event_type, event.sub_event_type.replace("_", " "), *event.instruments)),
    )
    return (item.key, *map(codec.clean, texts))


def place_text(place: Place) -> str:
    """A place as short as it is clear: "Quito, EC", "prison in Cuenca, EC", "Ecuador", ""."""
    nearest = place.location or place.site or place.admin1
    if not nearest:
        return place.country_name or place.country
    return f"{nearest}, {place.country}" if place.country else nearest
