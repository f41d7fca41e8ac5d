"""The journal of changes to the store: what was changed, when, why, and undoing and redoing it, across restarts.

An edit is never deleted. What holds is the last edit of a field that is not undone; so undoing is marking, and what
the machine said stays beside it. Edits of one command share a ``batch`` and are undone together. A new edit ends what
could be redone.

Most edits are people's, of what the machine says. An import and finding events afresh are edits, too: of "articles",
"paths" or an "extraction", and what they replaced is kept by ``store.shelf``.
"""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from store import codec, overlay, shelf
from store.connection import Database
from store.errors import translated
from store.records.published import Published

Entity = Literal["event", "source", "reports", "marking", "view", "articles", "paths", "extraction"]
UNDONE: Final = 1
FOR_GOOD: Final = 2
"""How an edit is undone: it can be done again, or something else was done since."""

REDATING: Final[tuple[Entity, ...]] = ("source", "reports", "marking", "articles", "extraction")
"""Changes of these are applied by comparing the articles afresh."""

SHELVED: Final[tuple[Entity, ...]] = ("articles", "paths", "extraction")
"""Changes of these are applied by exchanging what stands for its other version. No person has judged anything."""

PUBLISHED_FIELD: Final = "published"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change. ``machine`` and ``human`` are what JSON gives; ``human`` None takes the machine's value.

    Of a view they are what it was and what it is, None where there was or is none.
    """

    id: int
    batch: int
    at: str
    entity: Entity
    entity_id: int
    field: str
    machine: overlay.Json
    human: overlay.Json
    reason: str
    undone: bool

    @property
    def redates(self) -> bool:
        """Whether events or their dates hang on it, so that the articles must be compared afresh."""
        return self.entity in REDATING


def log(db: Database, entities: Sequence[Entity] = ()) -> tuple[Edit, ...]:
    """Every edit (of these entities, if any are named), the oldest first, undone ones included."""
    marks = ", ".join("?" * len(entities))
    with translated():
        return _edits(db, f"WHERE entity IN ({marks}) ORDER BY id" if entities else "ORDER BY id", *entities)


def append(
    db: Database,
    at: str,
    entity: Entity,
    changes: Iterable[tuple[int, str, overlay.Json, overlay.Json]],
    reason: str,
    *,
    batch: int = 0,
) -> int:
    """Add one command's edits: (id, field, machine's value, human value). Inside a transaction.

    Returns their batch; given again, it takes more edits of the same command.
    """
    if not batch:
        (batch,) = db.execute("SELECT coalesce(max(batch), 0) + 1 FROM edits").fetchone()
        end_redo(db)
    db.conn.executemany(
        "INSERT INTO edits (batch, at, entity, entity_id, field, machine, human, reason) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (batch, at, entity, number, field, codec.dumps(machine), codec.dumps(human), codec.clean(reason))
            for number, field, machine, human in changes
        ],
    )
    return batch


def amend(db: Database, batch: int, entity: Entity, human: overlay.Json) -> bool:
    """Let the edit of this kind that a batch has say more, as its command goes on; False if it has none."""
    sql = "UPDATE edits SET human = ? WHERE batch = ? AND entity = ?"
    return db.execute(sql, (codec.dumps(human), batch, entity)).rowcount > 0


def open_batch(db: Database, batch: int) -> bool:
    """Whether a command may go on with its batch: it is neither undone by now nor applied by comparing articles."""
    row = db.execute(
        "SELECT 1 FROM edits WHERE batch = ?1 AND NOT undone "
        "AND NOT EXISTS (SELECT 1 FROM regroupings WHERE batch = ?1)",
        (batch,),
    ).fetchone()
    return row is not None


def end_redo(db: Database) -> None:
    """Let nothing that is undone be done again. Inside a transaction."""
    if db.execute("UPDATE edits SET undone = ? WHERE undone = ?", (FOR_GOOD, UNDONE)).rowcount:
        shelf.clear(db)


def to_undo(db: Database) -> tuple[Edit, ...]:
    """The last command's edits that hold; () if there is none."""
    with translated():
        return _edits(db, "WHERE batch = (SELECT max(batch) FROM edits WHERE NOT undone) ORDER BY id")


def to_redo(db: Database) -> tuple[Edit, ...]:
    """The edits that were undone last and can be done again; () if there is none."""
    with translated():
        return _edits(db, "WHERE batch = (SELECT min(batch) FROM edits WHERE undone = ?) ORDER BY id", UNDONE)


def take_back(db: Database) -> tuple[Edit, ...]:
    """Mark the last command's edits undone, and return them; () if there is none. Inside a transaction."""
    return _mark(db, to_undo(db), undone=True)


def do_again(db: Database) -> tuple[Edit, ...]:
    """Mark the edits that were undone last as done again, and return them; () if there is none to redo."""
    return _mark(db, to_redo(db), undone=False)


def _mark(db: Database, edits: Sequence[Edit], *, undone: bool) -> tuple[Edit, ...]:
    for batch in {edit.batch for edit in edits}:
        db.execute("UPDATE edits SET undone = ? WHERE batch = ?", (UNDONE if undone else 0, batch))
    return tuple(replace(edit, undone=undone) for edit in edits)


def _edits(db: Database, rest: str, *parameters: int | str) -> tuple[Edit, ...]:
    sql = f"SELECT id, batch, at, entity, entity_id, field, machine, human, reason, undone FROM edits {rest}"
    return tuple(
        Edit(number, batch, at, entity, of, field, json.loads(machine), json.loads(human), reason, bool(undone))
        for number, batch, at, entity, of, field, machine, human, reason, undone in db.execute(sql, parameters)
    )


def published_value(value: overlay.Json) -> Published:
    """The publication day that an edit of a source's keeps."""
    assert isinstance(value, list)
    return codec.published_of(tuple(value))


def machine_value(db: Database, entity: Entity, number: int, field: str) -> tuple[overlay.Json] | None:
    """What the machine said when a person first changed this field, in a tuple; None if no edit of it holds."""
    row = db.execute(
        "SELECT machine FROM edits WHERE entity = ? AND entity_id = ? AND field = ? AND NOT undone ORDER BY id LIMIT 1",
        (entity, number, field),
    ).fetchone()
    return (json.loads(row[0]),) if row else None


def fixed_dates(db: Database) -> dict[int, Published]:
    """The publication days that people have set, by source."""
    found = db.execute(
        "SELECT entity_id, human FROM edits WHERE entity = 'source' AND field = 'published' AND NOT undone ORDER BY id"
    )
    last = {source_id: json.loads(human) for source_id, human in found}
    return {source_id: codec.published_of(value) for source_id, value in last.items() if value is not None}


def edits_by_event(db: Database, only: Iterable[int] | None = None) -> dict[int, dict[str, overlay.Json]]:
    """What people say of events, by event and field, as ``standing_edits``."""
    standing = standing_edits(db, only)
    return {number: {field: edit.human for field, edit in fields.items()} for number, fields in standing.items()}


def standing_edits(db: Database, only: Iterable[int] | None = None) -> dict[int, dict[str, Edit]]:
    """The edits of events that hold, by event and field; ``only``: of these living events.

    What they said of one merged away goes to what it became. The last word on a field holds.
    """
    heirs: dict[int, int | None] = dict(db.execute("SELECT old_id, new_id FROM redirects"))
    where, parameters = "", tuple[str, ...]()
    if only is not None:
        wanted = set(only)
        wanted |= {gone for gone in heirs if heir_of(gone, heirs) in wanted}
        where, parameters = "AND entity_id IN (SELECT value FROM json_each(?))", (codec.dumps(sorted(wanted)),)
    last: dict[tuple[int, str], Edit] = {}
    for edit in _edits(db, f"WHERE entity = 'event' AND NOT undone {where} ORDER BY id", *parameters):
        last[edit.entity_id, edit.field] = edit
    said: dict[int, dict[str, Edit]] = {}
    for edit in sorted(last.values(), key=lambda edit: edit.id):
        heir = heir_of(edit.entity_id, heirs)
        # "The machine's value" said of one merged away is no word on what it became.
        if heir is not None and (edit.human is not None or heir == edit.entity_id):
            said.setdefault(heir, {})[edit.field] = edit
    kept = {
        number: {f: edit for f, edit in fields.items() if edit.human is not None} for number, fields in said.items()
    }
    return {number: fields for number, fields in kept.items() if fields}


def heir_of(event_id: int, heirs: Mapping[int, int | None]) -> int | None:
    """The living event that an id stands for; None if it was dropped."""
    at: int | None = event_id
    while at is not None and at in heirs:
        at = heirs[at]
    return at
