"""Merging and splitting events and keeping them apart by hand: written to the journal, applied by comparing afresh."""

from collections.abc import Mapping, Sequence

from store import journal, overlay, rows
from store.articles import set_pending
from store.clock import Clock, stamp, system_clock
from store.connection import Database, transaction
from store.decisions import REPORTS, Decision
from store.errors import Refused
from store.events import living
from store.records.event import event_ref


def merge(db: Database, refs: Sequence[int | str], reason: str = "", *, now: Clock = system_clock) -> Decision:
    """Decide that events are one, the first of them: it keeps its id, the others' ids will stand for it.

    What people have said of the others goes to it: stars, tags and notes beside its own, corrected values where it has
    none. Until articles are compared afresh the store is ``pending``. Raises NotFound, Refused.
    """
    with transaction(db):
        events = _living(db, refs)
        if len(events) < 2:
            raise Refused("One event cannot be merged with itself.", "Name two events or more.")
        decision = Decision("merge", events, tuple(_reports(db, event) for event in events))
        batch = _decide(db, decision, reason, now)
        inherited = _inherited(events, journal.edits_by_event(db, events))
        first = rows.load(db, events[0]).machine_event
        changes = [(first.id, name, overlay.value_of(first, name), value) for name, value in inherited.items()]
        others = ", ".join(map(event_ref, events[1:]))
        journal.append(db, stamp(now), "event", changes, f"merged with {others}", batch=batch)
    return decision


def split(
    db: Database, ref: int | str, reports: Sequence[int], reason: str = "", *, now: Clock = system_clock
) -> Decision:
    """Decide that some reports of an event are another happening than the rest of it, which keeps the id.

    Each side stays whole. Until articles are compared afresh the store is ``pending``. Raises NotFound, Refused.
    """
    with transaction(db):
        (event,) = _living(db, [ref])
        own = _reports(db, event)
        strange = sorted(set(reports) - set(own))
        if strange or not reports:
            listed = ", ".join(map(str, own))
            none = f"{event_ref(event)} has no report {strange[0]}." if strange else "No report is named."
            raise Refused(none, f"Its reports are {listed}: ecu-tui show {event_ref(event)}")
        rest = tuple(report for report in own if report not in set(reports))
        if not rest:
            raise Refused(
                f"That is all of {event_ref(event)}: nothing would be left of it.", "Name some of its reports, not all."
            )
        decision = Decision("split", (event,), (tuple(sorted(set(reports))), rest))
        _decide(db, decision, reason, now)
    return decision


def keep_apart(db: Database, a: int | str, b: int | str, reason: str = "", *, now: Clock = system_clock) -> Decision:
    """Decide that two events are not the same, now and when more is reported. Raises NotFound, Refused."""
    with transaction(db):
        events = _living(db, [a, b])
        if len(events) < 2:
            ref = event_ref(events[0])
            raise Refused(f"{ref} is one event.", f"To take reports out of it: ecu-tui split {ref}")
        decision = Decision("apart", events, tuple(_reports(db, event) for event in events))
        _decide(db, decision, reason, now)
    return decision


def _decide(db: Database, decision: Decision, reason: str, now: Clock) -> int:
    if not all(decision.groups):
        raise Refused("An event without reports cannot be merged or kept apart.")
    change = (decision.events[0], decision.kind, None, decision.json)
    batch = journal.append(db, stamp(now), REPORTS, [change], reason)
    set_pending(db, True)
    return batch


def _living(db: Database, refs: Sequence[int | str]) -> tuple[int, ...]:
    """The living events that these name, each once, in this order."""
    return tuple(dict.fromkeys(living(db, ref) for ref in refs))


def _reports(db: Database, event: int) -> tuple[int, ...]:
    return tuple(report for (report,) in db.execute("SELECT id FROM reports WHERE event_id = ? ORDER BY id", (event,)))


def _inherited(events: Sequence[int], said: Mapping[int, Mapping[str, overlay.Json]]) -> dict[str, overlay.Json]:
    """What the first of some events is to say for all of them, by field, where another one says something.

    Said in so many words, since of edits of two events that became one the last would hold.
    """
    fields = {name for event in events[1:] for name in said.get(event, {})}
    return {name: _together(name, [said.get(event, {}).get(name) for event in events]) for name in sorted(fields)}


def _together(name: str, values: Sequence[overlay.Json]) -> overlay.Json:
    """What several events say of a field as one; ``values``: of each, None where a person has said nothing."""
    match name:
        case "status":
            return values[0] or "new"  # that a part was checked, or rejected, says nothing of the whole
        case "starred":
            return any(values)
        case "tags":
            return sorted({tag for tags in values for tag in tags or ()})
        case "note":
            return "\n\n".join(dict.fromkeys(filter(None, values)))
        case _:
            return next(value for value in values if value is not None)
