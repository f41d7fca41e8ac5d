"""Values of events and of edits, in words: for cards, logs and exports."""

from collections.abc import Mapping, Sequence
from typing import Final

from store import codec, overlay
from store.decisions import Decision, decision_of
from store.event_words import counted, number_text, place_words
from store.journal import PUBLISHED_FIELD, Edit, published_value
from store.marking import ADDED, marked
from store.records.event import FIELDS, FIGURES, Correction, Estimate, Event, event_ref
from store.records.when import When
from store.views import viewed
from store.when import describe

MACHINES: Final = "the machine's"
"""What stands for a human value that takes the machine's again."""


def value_words(field: str, value: overlay.Json) -> str:
    """Word a value of an edit ("31+", "31 Aug 2023", "Quito, Pichincha, Ecuador"); None is the machine's."""
    if value is None:
        return "nothing" if field == ADDED else MACHINES
    match field:
        case _ if field == ADDED:
            return f"“{marked(value).title}”"
        case "date":
            return describe(codec.when_of(value))
        case "place":
            return place_words(codec.place_of(value)) or "nowhere"
        case "actors":
            return "; ".join(f"{role}: {name}" for name, role, _ in value) or "none"
        case "type":
            return str(value[1] or value[0]).replace("_", " ")
        case _ if field == PUBLISHED_FIELD:
            published = published_value(value)
            day = describe(When(published.start, published.end, published.edtf))
            return day if published.basis == "user" else f"{day}, {published.status}"
        case _ if field in FIGURES:
            return number_text(Estimate(*value)) or "none"
        case _ if isinstance(value, bool):
            return "yes" if value else "no"
        case _:
            return (", ".join(map(str, value)) if isinstance(value, list) else str(value)) or "none"


def field_words(event: Event, field: str) -> str:
    """Word what an event says of one of the fields that people may set."""
    return value_words(field, overlay.value_of(event, field))


def entity_words(edit: Edit) -> str:
    """Name what an edit is of: "EV-000012", "source 3", "12 articles"."""
    match edit.entity:
        case "source":
            return f"source {edit.entity_id}"
        case "marking":
            return f"source {marked(edit.human).source_id}"
        case "event" | "reports":
            return event_ref(edit.entity_id)
        case "view":
            return "view"
        case "articles" | "extraction":
            return counted(edit.human["number"], "article")
        case "paths":
            return counted(edit.human["number"], "known article")


def said_words(edit: Edit, value: overlay.Json) -> str:
    """Word a value of an edit: what it says, or what was said before it."""
    match edit.entity:
        case "view":
            found = viewed(edit.field, value)
            return "nothing" if found is None else ", ".join(filter(None, (found.filter or "everything", found.sort)))
        case "articles" | "paths":
            return "" if value is None else f"from {value['from']}"
        case "extraction":
            return ""
        case _:
            return value_words(edit.field, value)


def deed_words(edit: Edit) -> str:
    """Say in a clause what an edit did that sets no value: "import of 12 articles from news"; else ""."""
    match edit.entity:
        case "reports":
            decision = decision_of(edit)
            return decision_words(decision) if decision else ""
        case "articles":
            return f"import of {entity_words(edit)} {said_words(edit, edit.human)}"
        case "paths":
            return f"{entity_words(edit)} found again, {said_words(edit, edit.human)}"
        case "extraction":
            return f"events of {entity_words(edit)} found afresh"
        case _:
            return ""


def edit_words(edit: Edit) -> str:
    """Say in a clause what an edit did: "merge of EV-000003 and EV-000007", "killed of EV-000003: 57 (machine: 31)"."""
    human, machine = said_words(edit, edit.human), said_words(edit, edit.machine)
    match edit.entity:
        case "marking":
            return f"event added by words of {entity_words(edit)}: {human}"
        case "view":
            return f"view “{edit.field}”: {human} (before: {machine})"
        case _:
            return deed_words(edit) or f"{edit.field} of {entity_words(edit)}: {human} (machine: {machine})"


def decision_words(decision: Decision) -> str:
    """Say in a clause what was decided of whole events."""
    refs = _listed([event_ref(event) for event in decision.events])
    match decision.kind:
        case "merge":
            return f"merge of {refs}"
        case "split":
            out = decision.groups[0]
            return f"report{'' if len(out) == 1 else 's'} {_listed(list(map(str, out)))} split off {refs}"
        case "apart":
            return f"{refs} kept apart"


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def corrections(machine: Event, edits: Mapping[str, Edit]) -> tuple[Correction, ...]:
    """What a person has set of an event beside what the machine says, in the order of the fields."""
    return tuple(
        Correction(
            field,
            value_words(field, edit.human),
            field_words(machine, field),
            edit.reason,
            edit.at,
            machine.differs_on(field),
        )
        for field in FIELDS
        if (edit := edits.get(field)) is not None
    )
