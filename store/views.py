"""Saved views: filters by name."""

from dataclasses import dataclass
from typing import Final

from store.connection import Database, transaction
from store.errors import NotFound, translated
from store.filters import parse

NEWEST: Final = "newest"
"""The order that begins with the newest event."""


@dataclass(frozen=True, slots=True)
class View:
    """A saved filter. ``sort`` is NEWEST, or "" for the usual order, the oldest event first."""

    name: str
    filter: str
    sort: str = ""


def views(db: Database) -> tuple[View, ...]:
    """All saved views by name."""
    with translated():
        return tuple(View(*row) for row in db.execute("SELECT name, filter, sort FROM views ORDER BY name"))


def view(db: Database, name: str) -> View:
    """The view of that name. Raises NotFound."""
    with translated():
        row = db.execute("SELECT name, filter, sort FROM views WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise _no_view(name)
    return View(*row)


def save_view(db: Database, view: View) -> None:
    """Save a view, in place of one of the same name. Raises FilterError if its filter cannot be read."""
    parse(view.filter)
    with transaction(db):
        sql = "INSERT OR REPLACE INTO views (name, filter, sort) VALUES (?, ?, ?)"
        db.execute(sql, (view.name, view.filter, view.sort))


def drop_view(db: Database, name: str) -> None:
    """Forget a view. Raises NotFound."""
    with transaction(db):
        if db.execute("DELETE FROM views WHERE name = ?", (name,)).rowcount == 0:
            raise _no_view(name)


def _no_view(name: str) -> NotFound:
    return NotFound(f"There is no view “{name}”.", "ecu-tui views lists them.")
