"""The journal of human changes: what was changed, when, why, and undoing and redoing it, across restarts.

An edit is never deleted. What holds is the last edit of a field that is not undone; so undoing is marking, and what
the machine said stays beside it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from store import codec, overlay, rows
from store.articles import set_pending
from store.clock import Clock, stamp, system_clock
from store.connection import Database, transaction
from store.errors import NotFound
from store.records import Published, Status

Entity = Literal["event", "source"]


def fixed_dates(db: Database) -> dict[int, Published]:
    """The publication days that people have set, by source."""
    found = db.execute(
        "SELECT entity_id, human FROM edits WHERE entity = 'source' AND field = 'published' AND NOT undone ORDER BY id"
    )
    last = {source_id: json.loads(human) if human else None for source_id, human in found}
    return {source_id: codec.published_of(value) for source_id, value in last.items() if value}


def edits_by_event(db: Database) -> dict[int, dict[str, overlay.Json]]:
    """What people say of events, by event and field; what they said of one merged away goes to what it became."""
    heirs = dict(db.execute("SELECT old_id, new_id FROM redirects"))
    said: dict[int, dict[str, overlay.Json]] = {}
    found = db.execute("SELECT entity_id, field, human FROM edits WHERE entity = 'event' AND NOT undone ORDER BY id")
    for event_id, field, human in found:
        heir = heir_of(event_id, heirs)
        if heir is not None:
            said.setdefault(heir, {})[field] = json.loads(human) if human is not None else None
            if human is None:
                del said[heir][field]
    return {event_id: fields for event_id, fields in said.items() if fields}


def heir_of(event_id: int, heirs: Mapping[int, int | None]) -> int | None:
    """The living event that an id stands for; None if it was dropped."""
    at: int | None = event_id
    while at is not None and at in heirs:
        at = heirs[at]
    return at
