"""What there is among the events that a filter keeps: types, places, people, outlets and months, counted."""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from store.connection import Database, Value
from store.errors import translated
from store.keys import ID_MASK
from store.matches import Matches, event_keys

MOST_EVENTS: Final = 20_000
"""Events that are counted over: enough to choose by, and a fraction of a second."""
_MOST_VALUES: Final = 12

Counted = tuple[tuple[str, int], ...]
"""The commonest values and how many events have them, the commonest first; months in their order."""


@dataclass(frozen=True, slots=True)
class Facets:
    """Counted values of events."""

    types: Counted
    places: Counted
    people: Counted
    outlets: Counted
    months: Counted
    complete: bool
    """False where but the first MOST_EVENTS were counted (months are always complete)."""


_EVENTS: Final = f"FROM json_each(?) k CROSS JOIN events e ON e.id = k.value & {ID_MASK}"
_TYPES: Final = f"SELECT coalesce(nullif(e.sub_event_type, ''), e.event_type), count(*) {_EVENTS} GROUP BY 1"
_PLACES: Final = (
    "SELECT coalesce(nullif(e.location, ''), nullif(e.admin1, ''), nullif(e.country_name, ''), e.country), count(*) "
    f"{_EVENTS} GROUP BY 1"
)
_PEOPLE: Final = (
    f"SELECT name, count(*) FROM (SELECT e.actor1 AS name {_EVENTS} UNION ALL "
    f"SELECT e.actor2 {_EVENTS} WHERE e.actor2 != e.actor1) GROUP BY 1"
)
_OUTLETS: Final = (
    "SELECT o.outlet, count(DISTINCT k.value) FROM json_each(?) k CROSS JOIN event_sources s ON s.key = k.value "
    "CROSS JOIN sources o ON o.id = s.source_id GROUP BY 1"
)


def facets(db: Database, found: Matches) -> Facets:
    """Count the values of these events, of the first MOST_EVENTS at most."""
    with translated():
        counted = json.dumps(event_keys(db, found, 0, min(found.total, MOST_EVENTS)))
        return Facets(
            _ranked(db, _TYPES, counted),
            _ranked(db, _PLACES, counted),
            _ranked(db, _PEOPLE, counted, counted),
            _ranked(db, _OUTLETS, counted),
            tuple(sorted(_commonest(_months(found)))),
            complete=found.total <= MOST_EVENTS,
        )


def _ranked(db: Database, sql: str, *values: Value) -> Counted:
    return _commonest(Counter(dict(db.execute(sql, values).fetchall())))


def _months(found: Matches) -> Counter[str]:
    months: Counter[str] = Counter()
    for day, count in found.days:
        months[date.fromordinal(day).isoformat()[:7]] += count
    return months


def _commonest(counts: Counter[str]) -> Counted:
    kept = [(value, count) for value, count in counts.items() if value]
    return tuple(sorted(kept, key=lambda item: (-item[1], item[0]))[:_MOST_VALUES])
