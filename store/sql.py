"""Reading the store by SQL of one's own: one statement, which can look and not touch."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from store.connection import Database, Value
from store.errors import QueryError

STEPS: Final = 100_000
"""Steps of SQLite's machine between two looks at whether Ctrl+C was pressed: some milliseconds."""

_TELLING: Final = frozenset(("data_version", "index_info", "index_list", "table_info", "table_list", "table_xinfo"))
"""Pragmas that only tell; full-text tables ask for the first themselves."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a query gave. Names of columns are distinct: a second ``id`` is ``id:2``."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Value, ...]]


def select(db: Database, statement: str) -> Rows:
    """Run one statement that only reads. Rows come as they are asked for; both may raise QueryError."""
    conn = db.conn
    conn.set_authorizer(_allowed)
    # Ctrl+C is only seen where Python runs, so that a long query must now and then come by.
    conn.set_progress_handler(lambda: 0, STEPS)
    with _explained():
        cursor = conn.execute(statement)
    if cursor.description is None:
        raise QueryError("That gives no rows.", "Only SELECT can be asked.")
    return Rows(_distinct([column[0] for column in cursor.description]), _fetched(cursor))


def _fetched(cursor: sqlite3.Cursor) -> Iterator[tuple[Value, ...]]:
    with _explained():
        yield from cursor


def _allowed(action: int, name: str | None, *_: str | None) -> int:
    """Refuse what leads out of a reader's connection; that nothing is written is the connection's own doing."""
    leads_out = action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH)
    sets = action == sqlite3.SQLITE_PRAGMA and name not in _TELLING
    return sqlite3.SQLITE_DENY if leads_out or sets else sqlite3.SQLITE_OK


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        match getattr(error, "sqlite_errorcode", 0) & 0xFF:
            case sqlite3.SQLITE_INTERRUPT:
                raise KeyboardInterrupt from error
            case sqlite3.SQLITE_AUTH | sqlite3.SQLITE_READONLY:
                raise QueryError("The store is only read here.", "Only SELECT can be asked.") from error
            case _:
                raise QueryError(f"SQLite says: {str(error).rstrip('.')}.", _TABLES) from error


_TABLES: Final = "The tables: ecu-tui sql \"SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'view')\""


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    distinct = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        distinct.append(name if seen[name] == 1 else f"{name}:{seen[name]}")
    return tuple(distinct)
