"""Saved views: filters by name. Saving and dropping one are edits like others."""

from dataclasses import dataclass
from typing import Final

from store import journal
from store.clock import Clock, stamp, system_clock
from store.connection import Database, transaction
from store.errors import NotFound, translated
from store.filters import parse
from store.journal import Edit, Entity
from store.overlay import Json

VIEW: Final[Entity] = "view"
"""The journal's entity of views; an edit's ``field`` is the name."""

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
        found = _stored(db, name)
    if found is None:
        raise _no_view(name)
    return found


def save_view(db: Database, view: View, *, now: Clock = system_clock) -> None:
    """Save a view, in place of one of the same name. Raises FilterError if its filter cannot be read."""
    parse(view.filter)
    with transaction(db):
        _change(db, view.name, view, now)


def drop_view(db: Database, name: str, *, now: Clock = system_clock) -> None:
    """Forget a view. Raises NotFound."""
    with transaction(db):
        if _stored(db, name) is None:
            raise _no_view(name)
        _change(db, name, None, now)


def restore_view(db: Database, edit: Edit) -> None:
    """Let a view be what an edit made of it, or what it was before if that is undone. Inside a transaction."""
    _put(db, edit.field, viewed(edit.field, edit.machine if edit.undone else edit.human))


def viewed(name: str, value: Json) -> View | None:
    """The view that an edit keeps; None if there was or is none."""
    return None if value is None else View(name, *value)


def _change(db: Database, name: str, view: View | None, now: Clock) -> None:
    before = _stored(db, name)
    if view != before:
        journal.append(db, stamp(now), VIEW, [(0, name, _value(before), _value(view))], "")
        _put(db, name, view)


def _put(db: Database, name: str, view: View | None) -> None:
    if view is None:
        db.execute("DELETE FROM views WHERE name = ?", (name,))
    else:
        sql = "INSERT OR REPLACE INTO views (name, filter, sort) VALUES (?, ?, ?)"
        db.execute(sql, (name, view.filter, view.sort))


def _stored(db: Database, name: str) -> View | None:
    row = db.execute("SELECT name, filter, sort FROM views WHERE name = ?", (name,)).fetchone()
    return View(*row) if row else None


def _value(view: View | None) -> Json:
    return [view.filter, view.sort] if view else None


def _no_view(name: str) -> NotFound:
    return NotFound(f"There is no view “{name}”.", "ecu-tui views lists them.")
