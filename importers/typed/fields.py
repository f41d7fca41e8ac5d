"""The fields of an event that a person may set by typing, and an event with one of them set. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from importers.typed.dates import read_date
from importers.typed.errors import FieldError, TypedError, did_you_mean
from importers.typed.figures import read_figure
from importers.typed.kinds import FACTUALITIES, read_factuality, read_type, types
from importers.typed.people import read_actors
from importers.typed.places import read_place
from store.records.event import FIELDS, Event
from store.records.report import ROLES
from store.records.when import UNDATED

_NONE: Final = frozenset({"", "none", "no date", "undated", "nowhere", "-"})


def field_named(name: str) -> str:
    """Give the field that a person names ("Killed"). Raises FieldError."""
    field = name.strip().casefold()
    if field in ROLES:
        raise FieldError(
            f"“{field}” is a role: set actors to all who took part, as in “perpetrator: Los Lobos; victim: Ana Mora”. "
            f"pin lets the {field} that one source names stand, and all others as they are."
        )
    return _one_of(FIELDS, field, name)


def stated_field(name: str) -> str:
    """Give what a person names to let a source's value of it stand: a field, or one role of the actors.

    Raises FieldError.
    """
    return _one_of((*FIELDS, *ROLES), name.strip().casefold(), name)


def _one_of(fields: Sequence[str], field: str, typed: str) -> str:
    if field not in fields:
        raise FieldError(
            f"Events have no field “{typed}”.{did_you_mean(field, fields)} It is one of {', '.join(fields)}."
        )
    return field


def choices(field: str, lexicons: Sequence[Path] = ()) -> tuple[str, ...]:
    """What may be typed for a field, or begin it, where that can be listed; for completion. Raises LexiconError."""
    match field:
        case "type":
            return tuple(sorted(types(lexicons)))
        case "factuality":
            return FACTUALITIES
        case "actors":
            return tuple(f"{role}: " for role in ROLES)
        case _:
            return ()


def with_typed(event: Event, field: str, typed: str, lexicons: Sequence[Path] = ()) -> Event:
    """The event with one of FIELDS set as typed; "" empties what can be empty. Raises TypedError.

    The event's own country says which of the places of one name is meant.
    """
    text = "" if typed.strip().casefold() in _NONE else typed
    match field:
        case "title":
            return replace(event, title=_title(typed))
        case "type":
            event_type, sub_event_type = read_type(typed, lexicons)
            return replace(event, event_type=event_type, sub_event_type=sub_event_type)
        case "date":
            return replace(event, when=read_date(text) if text else replace(UNDATED, chain=("user", "no date")))
        case "place":
            return replace(event, place=read_place(text, event.place))
        case "actors":
            return replace(event, actors=read_actors(text, event.actors))
        case "instruments":
            parts = (" ".join(part.split()) for part in text.replace(";", ",").split(","))
            return replace(event, instruments=tuple(dict.fromkeys(filter(None, parts))))
        case "factuality":
            return replace(event, factuality=read_factuality(typed))
        case _:
            estimate = read_figure(text)
            figures = {name: known for name, known in event.figures.items() if name != field}
            return replace(event, figures=figures | ({field: estimate} if estimate else {}))


def _title(typed: str) -> str:
    title = " ".join(typed.split())
    if not title:
        raise TypedError("A title needs a word at least.")
    return title
