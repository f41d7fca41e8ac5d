"""What a change of the store does to its events, told field by field: one store as it is, beside it as it was."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from store.connection import Database
from store.errors import translated
from store.events import event_id, known_event
from store.records.event import FIELDS, Event, event_ref
from store.when import describe
from store.wording import field_words


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an event, in words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EventChange:
    """What becomes of one event."""

    kind: Literal["added", "dropped", "changed"]
    event_id: int
    title: str
    date: str
    """In words, as it is after the change; of one that is dropped, as it was."""
    fields: tuple[FieldChange, ...] = ()
    into: int | None = None
    """Of one that is dropped: the event that its reports are in now."""

    @property
    def ref(self) -> str:
        return event_ref(self.event_id)


def event_changes(before: Database, after: Database) -> Iterator[EventChange]:
    """Tell the events apart that differ, by id. Both must have been opened on the same store."""
    was, now = _prints(before), _prints(after)
    for number in sorted(was.keys() | now.keys()):
        if number not in now:
            gone = known_event(before, number)
            yield EventChange("dropped", number, gone.title, describe(gone.when), into=event_id(after, number))
        elif number not in was:
            new = known_event(after, number)
            yield EventChange("added", number, new.title, describe(new.when))
        elif was[number] != now[number]:
            old, new = known_event(before, number), known_event(after, number)
            yield EventChange("changed", number, new.title, describe(new.when), tuple(_fields(old, new)))


def _prints(db: Database) -> dict[int, bytes]:
    with translated():
        return dict(db.execute("SELECT id, fingerprint FROM events"))


def _fields(old: Event, new: Event) -> Iterator[FieldChange]:
    pairs = {name: (field_words(old, name), field_words(new, name)) for name in FIELDS}
    pairs["disputed"] = ", ".join(old.disputed) or "none", ", ".join(new.disputed) or "none"
    pairs["confidence"] = f"{old.confidence:.2f}", f"{new.confidence:.2f}"
    pairs["sources"] = str(old.number_of_sources), str(new.number_of_sources)
    pairs["reports"] = str(old.num_reports), str(new.num_reports)
    for name, (was, now) in pairs.items():
        if was != now:
            yield FieldChange(name, was, now)
