"""What people do to events and publication days: journalled, held over the machine's values; and undoing any change."""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

from collections.abc import Iterable, Mapping, Sequence

from store import codec, journal, overlay, rows, shelf
from store.articles import set_pending
from store.clock import Clock, stamp, system_clock
from store.connection import Database, transaction
from store.errors import NotFound
from store.events import event_id, living
from store.journal import Edit
from store.marking import MARKING, restore_marking
from store.records.event import Event, Status
from store.records.published import Published
from store.views import VIEW, restore_view


def set_published(
    db: Database, source_id: int, published: Published | None, reason: str = "", *, now: Clock = system_clock
) -> None:
    """Set a source's publication day by hand; None takes the machine's again.

    Dates that hang on it follow when the articles are compared afresh (``save_timeline``); until then ``pending``.
    """
    with transaction(db):
        columns = ", ".join(codec.PUBLISHED)
        row = db.execute(f"SELECT {columns} FROM sources WHERE id = ?", (source_id,)).fetchone()
        if row is None:
            raise NotFound(f"There is no source {source_id}.", "ecu-tui sources lists ids and file names.")
        before = journal.machine_value(db, "source", source_id, journal.PUBLISHED_FIELD)
        machine = before[0] if before else list(row)
        human = list(codec.published_row(published)) if published else None
        changes = [(source_id, journal.PUBLISHED_FIELD, machine, human)]
        journal.append(db, stamp(now), "source", changes, reason)
        _restore_published(db, source_id, machine)


def star(db: Database, event_ids: Sequence[int], starred: bool = True, *, now: Clock = system_clock) -> None:
    """Star events, or take their stars."""
    edit_events(db, dict.fromkeys(event_ids, starred), "starred", now=now)


def tag(
    db: Database,
    event_ids: Sequence[int],
    add: Sequence[str] = (),
    drop: Sequence[str] = (),
    *,
    now: Clock = system_clock,
) -> None:
    """Put tags on events and take others off."""
    with transaction(db):
        tags = {}
        for number in event_ids:
            has = rows.load(db, living(db, number)).event.tags
            tags[number] = sorted({*has, *(name.strip() for name in add if name.strip())} - set(drop))
        edit_events(db, tags, "tags", now=now)


def note(db: Database, event_id: int, text: str, *, now: Clock = system_clock) -> None:
    """Write a note on an event; "" takes it away."""
    edit_events(db, {event_id: text}, "note", now=now)


def set_status(
    db: Database, event_ids: Sequence[int], status: Status, reason: str = "", *, now: Clock = system_clock
) -> None:
    """Mark events new, checked, contested or rejected."""
    edit_events(db, dict.fromkeys(event_ids, status), "status", reason, now=now)


def edit_events(
    db: Database, values: Mapping[int, overlay.Json], field: str, reason: str = "", *, now: Clock = system_clock
) -> None:
    """Set a field of events to human values: one command, undone together.

    ``values`` are JSON as ``overlay.value_of`` writes it; None takes the machine's value again. What an event
    already says is no edit, unless sources dispute it. Raises NotFound if an event does not exist, and then changes
    nothing.
    """
    _edit(db, {event: {field: value} for event, value in values.items()}, reason, now=now)


def correct(
    db: Database,
    told: Mapping[int, Event | None],
    fields: Iterable[str],
    reason: str = "",
    *,
    batch: int = 0,
    now: Clock = system_clock,
) -> None:
    """Set fields of events, by id, to what is ``told`` of them, as ``edit_events`` does; None: as the machine says.

    ``batch``: of a command that has done something else already, with which they are undone.
    """
    values = {
        number: {field: overlay.value_of(event, field) if event else None for field in fields}
        for number, event in told.items()
    }
    _edit(db, values, reason, batch=batch, now=now)


def _edit(
    db: Database, values: Mapping[int, Mapping[str, overlay.Json]], reason: str, *, batch: int = 0, now: Clock
) -> None:
    with transaction(db):
        numbers = {ref: living(db, ref) for ref in values}
        said = journal.edits_by_event(db, numbers.values())
        changes = []
        for ref, number in numbers.items():
            stored = rows.load(db, number)
            for field, value in values[ref].items():
                if _says_more(stored, field, value, said.get(number, {})):
                    changes.append((number, field, overlay.value_of(stored.machine_event, field), value))
        if changes:
            journal.append(db, stamp(now), "event", changes, reason, batch=batch)
            _refresh_events(db, list(dict.fromkeys(number for number, *_ in changes)))


def _says_more(stored: rows.StoredEvent, field: str, value: overlay.Json, said: Mapping[str, overlay.Json]) -> bool:
    """Whether a value is another than what holds, or settles what sources dispute."""
    machine = stored.machine_event
    if field in overlay.OWN:
        wanted = overlay.apply(machine, {} if value is None else {field: value})
        return bool(overlay.value_of(wanted, field) != overlay.value_of(stored.event, field))
    if value is None:
        return field in said
    wanted = overlay.value_of(overlay.with_value(machine, field, value), field)
    if field in said:
        return bool(wanted != said[field])
    return machine.differs_on(field) or bool(wanted != overlay.value_of(machine, field))


def undo(db: Database) -> tuple[Edit, ...]:
    """Undo the last command that is not undone, and return its edits; () if there is none.

    Where one ``redates``, the articles must be compared afresh; until then the store is ``pending``.
    """
    with transaction(db):
        edits = journal.take_back(db)
        _refresh(db, edits)
    return edits


def redo(db: Database) -> tuple[Edit, ...]:
    """Do again what was undone last, and return its edits; () if there is nothing, or a new edit came between."""
    with transaction(db):
        edits = journal.do_again(db)
        _refresh(db, edits)
    return edits


def _refresh(db: Database, edits: Sequence[Edit]) -> None:
    events = {number for edit in edits if edit.entity == "event" and (number := event_id(db, edit.entity_id))}
    _refresh_events(db, sorted(events))
    for edit in edits:
        if edit.entity == "source":
            _restore_published(db, edit.entity_id, edit.machine)
        elif edit.entity == MARKING:
            restore_marking(db, edit)
        elif edit.entity == VIEW:
            restore_view(db, edit)
    for batch in sorted({edit.batch for edit in edits if edit.entity in journal.SHELVED}):
        shelf.exchange(db, batch)
    if any(edit.redates for edit in edits):
        set_pending(db, True)


def _restore_published(db: Database, source_id: int, machine: Sequence[str | None]) -> None:
    """Show what holds now of a publication day: the human value, else the machine's."""
    fixed = journal.fixed_dates(db).get(source_id)
    values = codec.published_row(fixed) if fixed else tuple(machine)
    updates = ", ".join(f"{name} = ?" for name in codec.PUBLISHED)
    db.execute(f"UPDATE sources SET {updates} WHERE id = ?", (*values, source_id))
    set_pending(db, True)


def _refresh_events(db: Database, event_ids: Sequence[int]) -> None:
    """Lay what holds now of the human values over the machine's, and write the events."""
    said = journal.edits_by_event(db, event_ids)
    rows.put(db, [rows.relaid(rows.load(db, number), said.get(number, {})) for number in event_ids])
