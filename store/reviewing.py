"""Working through the events: which are still to be looked at, the next of them, and how much is left."""

from bisect import bisect_right
from typing import Final

from store import keys
from store.connection import Database
from store.errors import translated
from store.filters import EVERYTHING, Filter, both, parse
from store.matches import Matches, event_keys, matches
from store.records.report import CANDIDATE_BELOW
from store.rows import STATUSES

UNREVIEWED: Final = parse("status:new -is:candidate")
"""What a person has still to look at: neither checked, contested nor rejected, and no weak find."""


def left_to_review(db: Database) -> int:
    """How many events of the store are still to be looked at, without reading more than the days of the others."""
    whole = matches(db, EVERYTHING)
    with translated():
        (looked_at,) = db.execute(
            "SELECT count(*) FROM timeline WHERE status IN (?, ?) AND confidence >= ?",
            (STATUSES.index("checked"), STATUSES.index("contested"), CANDIDATE_BELOW),
        ).fetchone()
    return int(whole.total - whole.candidates - whole.rejected - looked_at)


def unreviewed(
    db: Database, wanted: Filter, *, sources: frozenset[int] = frozenset(), selected: frozenset[int] = frozenset()
) -> Matches:
    """Those events of a filter that are still to be looked at."""
    return matches(db, both(wanted, UNREVIEWED), sources=sources, selected=selected)


def next_unreviewed(
    db: Database,
    wanted: Filter,
    after: int = 0,
    *,
    sources: frozenset[int] = frozenset(),
    selected: frozenset[int] = frozenset(),
) -> int | None:
    """The next event to look at in the order of the timeline, after the event ``after``; behind the last the first.

    None if nothing is left but, at most, that event itself.
    """
    found = unreviewed(db, wanted, sources=sources, selected=selected)
    with translated():
        row = db.execute("SELECT key FROM events WHERE id = ?", (after,)).fetchone()
        at = _after(db, found, row[0]) if row else 0
        for number in (at, 0):
            event_id = next((keys.id_of(key) for key in event_keys(db, found, number, number + 1)), None)
            if event_id not in (None, after):
                return event_id
    return None


def _after(db: Database, found: Matches, key: int) -> int:
    """How many of some events stand up to a key."""
    if found.keys is not None:
        return bisect_right(found.keys, key)
    day = key >> keys.DAY_SHIFT
    at = bisect_right(found.starts, day) - 1
    if at < 0:
        return 0
    start, stop = found.before[at], found.before[at + 1]
    if found.starts[at] < day:
        return stop
    return start + bisect_right(event_keys(db, found, start, stop), key)
