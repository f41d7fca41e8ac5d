"""The articles that report events, counted."""

import json
from typing import Final

from store.connection import Database
from store.matches import Matches, having

FEW: Final = 5_000
"""Articles that are faster found one by one than by walking through the order of the pane."""


def events_of(db: Database, found: Matches, numbers: list[int]) -> dict[int, int]:
    """How many of these events each of some articles reports; articles that report none are left out."""
    listed = json.dumps(numbers)
    if found.query is None:
        sql = (
            "SELECT source_id, count(*) FROM event_sources WHERE source_id IN (SELECT value FROM json_each(?)) "
            "GROUP BY source_id"
        )
        return dict(db.execute(sql, (listed,)).fetchall())
    sql = "SELECT source_id, key FROM event_sources WHERE source_id IN (SELECT value FROM json_each(?))"
    reported = db.execute(sql, (listed,)).fetchall()
    held = having(db, found, {key for _, key in reported})
    counts: dict[int, int] = {}
    for number, key in reported:
        if key in held:
            counts[number] = counts.get(number, 0) + 1
    return counts
