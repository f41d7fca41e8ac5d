"""Working through the events: which are still to be looked at, the next of them, and how much is left."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from store import keys
from store.connection import Database
from store.errors import translated
from store.filters import EVERYTHING, Filter, both, parse
from store.matches import Matches, event_keys, matches
from store.records import CANDIDATE_BELOW
from store.rows import STATUSES

UNREVIEWED: Final = parse("status:new -is:candidate")
"""What a person has still to look at: neither checked, contested nor rejected, and no weak find."""


@dataclass(frozen=True, slots=True)
class ReviewCounts:
    """How far people are with the events of a filter; weak finds that nobody has touched are in none of these."""

    left: int
    checked: int
    contested: int
    rejected: int


def review_counts(
    db: Database,
    wanted: Filter = EVERYTHING,
    *,
    sources: frozenset[int] = frozenset(),
    selected: frozenset[int] = frozenset(),
) -> ReviewCounts:
    """Count what is left of the events that a filter keeps, and what was decided."""
    if wanted.everything and not sources:
        return _counts_of_all(db)

    def count(status: str) -> int:
        return matches(db, both(wanted, parse(f"status:{status}")), sources=sources, selected=selected).total

    left = unreviewed(db, wanted, sources=sources, selected=selected).total
    return ReviewCounts(left, count("checked"), count("contested"), count("rejected"))


def _counts_of_all(db: Database) -> ReviewCounts:
    """Count without reading more than the events' days, and the status of those that have another than "new"."""
    whole = matches(db, EVERYTHING)
    with translated():
        rows = db.execute(
            "SELECT status, count(*), sum(confidence >= ?) FROM timeline WHERE status <> ? GROUP BY status",
            (CANDIDATE_BELOW, STATUSES.index("new")),
        )
        found = {STATUSES[status]: (number, sure) for status, number, sure in rows}
    checked, contested, rejected = (found.get(status, (0, 0)) for status in ("checked", "contested", "rejected"))
    left = whole.total - whole.candidates - whole.rejected - checked[1] - contested[1]
    return ReviewCounts(left, checked[0], contested[0], rejected[0])


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
