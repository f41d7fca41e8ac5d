"""The other version of what a batch of the journal has replaced: exchanged for what stands when it is undone or redone.

An import is undone by taking its articles out, finding events afresh by bringing the former reports back. So a batch
has, for each article that it has to do with, the version that stands in the store while the batch does not hold.
Undoing it exchanges that version for the one that stands, and so does redoing it. What follows from comparing all
articles (copies, which report is of which event) is no part of a version: that is done afresh.
"""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

import json
import zlib
from collections.abc import Mapping
from typing import Final, Literal

from store import codec
from store.articles import index, keep_numbers, unindex
from store.connection import Database, Value

Part = Literal["article", "paths", "extraction"]
"""What a version is a version of: an article with all that it gives; its paths; or what was found in it."""

Version = Mapping[str, list[dict[str, Value]]]
"""Rows by table."""

_TABLES: Final[Mapping[Part, tuple[str, ...]]] = {
    "article": ("sources", "source_paths", "date_candidates", "readings", "reports", "claims"),
    "paths": ("source_paths",),
    "extraction": ("readings", "reports", "claims"),
}
_OF: Final = {
    "sources": "id = ?",
    "claims": "report_id IN (SELECT id FROM reports WHERE source_id = ?)",
}
"""Which rows of a table are of a source, where it has no ``source_id``."""

_COMPARED: Final = {"sources": {"copy_of", "similarity"}, "reports": {"event_id"}}
"""Columns that comparing all articles gives, and that point at rows which may be no more."""


def version(db: Database, part: Part, source_id: int) -> Version:
    """What stands in the store."""
    found = {}
    for table in _TABLES[part]:
        columns = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")]
        kept = [name for name in columns if name not in _COMPARED.get(table, ())]
        rows = db.execute(f"SELECT {', '.join(map(_quoted, kept))} FROM {table} WHERE {_of(table)}", (source_id,))
        found[table] = [dict(zip(kept, row, strict=True)) for row in rows]
    return found


def keep(db: Database, batch: int, part: Part, source_id: int, other: Version | None) -> None:
    """Keep what is to stand when the batch is undone, the first word on it; None: nothing. Inside a transaction."""
    values = (batch, source_id, part, None if other is None else _packed(other))
    db.execute("INSERT OR IGNORE INTO other_versions (batch, source_id, part, content) VALUES (?, ?, ?, ?)", values)


def exchange(db: Database, batch: int) -> None:
    """Put the other versions of a batch in the place of those that stand, and these on the shelf.

    The articles must be compared afresh then, unless only paths were exchanged. Inside a transaction.
    """
    found = db.execute("SELECT source_id, part FROM other_versions WHERE batch = ? ORDER BY source_id", (batch,))
    parts = found.fetchall()
    if parts:
        keep_numbers(db)
    for source_id, part in parts:
        at = (batch, source_id)
        where = "WHERE batch = ? AND source_id = ?"
        (content,) = db.execute(f"SELECT content FROM other_versions {where}", at).fetchone()
        stood = version(db, part, source_id)
        there = part != "article" or bool(stood["sources"])
        _replace(db, part, source_id, None if content is None else _unpacked(content))
        db.execute(f"UPDATE other_versions SET content = ? {where}", (_packed(stood) if there else None, *at))


def clear(db: Database) -> None:
    """Drop the versions that can come back no more: of what is undone for good. Inside a transaction."""
    db.execute("DELETE FROM other_versions WHERE batch NOT IN (SELECT batch FROM edits WHERE undone < 2)")


def write_events_anew(db: Database, source_id: int) -> None:
    """Let the events of an article be written anew when all are compared, though nothing but its words has changed."""
    db.execute(
        "UPDATE events SET fingerprint = x'' WHERE id IN (SELECT event_id FROM reports WHERE source_id = ?)",
        (source_id,),
    )


def _replace(db: Database, part: Part, source_id: int, new: Version | None) -> None:
    of_events: list[tuple[int, int]] = []
    if part != "paths":
        sql = "SELECT event_id, id FROM reports WHERE source_id = ? AND event_id IS NOT NULL"
        of_events = db.execute(sql, (source_id,)).fetchall()
        write_events_anew(db, source_id)
    if part == "article":
        unindex(db, source_id)
        db.execute("UPDATE sources SET copy_of = NULL, similarity = NULL WHERE copy_of = ?", (source_id,))
    for table in reversed(_TABLES[part]):
        db.execute(f"DELETE FROM {table} WHERE {_of(table)}", (source_id,))
    for table, rows in (new or {}).items():
        for row in rows:
            marks = ", ".join("?" * len(row))
            names = ", ".join(map(_quoted, row))
            db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
    if part == "article" and new is not None:
        index(db, source_id)
    db.conn.executemany("UPDATE reports SET event_id = ? WHERE id = ?", of_events)


def _of(table: str) -> str:
    return _OF.get(table, "source_id = ?")


def _quoted(name: str) -> str:
    return f'"{name}"'


def _packed(content: Version) -> bytes:
    return zlib.compress(codec.dumps({table: [*map(_plain, rows)] for table, rows in content.items()}).encode())


def _plain(row: Mapping[str, Value]) -> dict[str, object]:
    return {name: {"hex": value.hex()} if isinstance(value, bytes) else value for name, value in row.items()}


def _unpacked(content: bytes) -> Version:
    found: Version = json.loads(zlib.decompress(content), object_hook=_bytes)
    return found


def _bytes(value: dict[str, Value]) -> dict[str, Value] | bytes:
    return bytes.fromhex(str(value["hex"])) if value.keys() == {"hex"} else value
