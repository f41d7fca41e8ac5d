"""What a person has made of an event, laid over what the machine says. Pure.

A human value is JSON by the name of its field; ``apply`` reads it, ``value_of`` writes the machine's beside it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from store import codec
from store.records.event import FIELDS, FIGURES, Actor, Estimate, Event, settled_by

Json = Any
"""A value that went through JSON."""

NOTHING: Final = Estimate()
_BLANK: Final = Event(0, "", "", "")

OWN: Final = ("starred", "tags", "note", "status")
"""What only people say of an event; the machine has no value for it."""


def value_of(event: Event, field: str) -> Json:
    """The value of a field as JSON."""
    match field:
        case "type":
            return [event.event_type, event.sub_event_type]
        case "date":
            return list(codec.when_row(event.when))
        case "place":
            return codec.place_json(event.place)
        case "actors":
            return [[actor.name, actor.role, actor.kind] for actor in event.actors]
        case "instruments" | "tags":
            return list(getattr(event, field))
        case _ if field in FIGURES:
            estimate = event.figures.get(field, NOTHING)
            return [estimate.low, estimate.best, estimate.high]
        case _ if field in OWN or field in FIELDS:
            return getattr(event, field)
        case _:
            raise ValueError(f"events have no field {field!r} that can be edited")


def says(event: Event, field: str) -> bool:
    """Whether an event says anything of a field."""
    return bool(value_of(event, field) != value_of(_BLANK, field))


def with_value(event: Event, field: str, value: Json) -> Event:
    """The event with one field set from JSON."""
    match field:
        case "type":
            return replace(event, event_type=value[0], sub_event_type=value[1])
        case "date":
            return replace(event, when=codec.when_of(value))
        case "place":
            return replace(event, place=codec.place_of(value))
        case "actors":
            return replace(event, actors=tuple(Actor(*one) for one in value))
        case "instruments":
            return replace(event, instruments=tuple(value))
        case "tags":
            return replace(event, tags=tuple(sorted(set(value))))
        case _ if field in FIGURES:
            figures = {name: e for name, e in event.figures.items() if name != field}
            if Estimate(*value) != NOTHING:
                figures[field] = Estimate(*value)
            return replace(event, figures={name: figures[name] for name in FIGURES if name in figures})
        case "title" | "factuality" | "starred" | "note" | "status":
            return replace(event, **{field: value})
        case _:
            raise ValueError(f"events have no field {field!r} that can be edited")


def apply(machine: Event, edits: Mapping[str, Json]) -> Event:
    """The machine's event with the human values laid over it. What a person has settled is no longer disputed."""
    event = machine
    for field in (*FIELDS, *OWN):
        if field in edits:
            event = with_value(event, field, edits[field])
    return replace(event, disputed=tuple(name for name in event.disputed if not _settles(edits, name, machine, event)))


def _settles(edits: Mapping[str, Json], name: str, machine: Event, event: Event) -> bool:
    """Whether what a person has set says which value of a disputed field or role stands.

    Who did it is left open by whoever set only other roles; to set all as the machine has them is to agree with it.
    """
    field = settled_by(name)
    if field not in edits or field == name:
        return field in edits
    return event.actors == machine.actors or _cast(event, name) != _cast(machine, name)


def _cast(event: Event, role: str) -> tuple[Actor, ...]:
    return tuple(actor for actor in event.actors if actor.role == role)
