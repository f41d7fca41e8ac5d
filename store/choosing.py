"""What an export holds: the selection, else what a filter keeps, and what of it is left out, and why."""

from dataclasses import dataclass
from typing import Final

from store import corpus
from store.connection import Database
from store.export import LeftOut
from store.filters import EVERYTHING, Filter, parse
from store.matches import events, matches
from store.records.event import Event
from store.records.source import Source
from store.terms import After, And, Before, Days, HasStatus, Is, Node, Not, Number, Or

_SELECTED: Final = parse("is:selected")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The events of an export in the order of the timeline, the sources of their reports, and what is not in it."""

    events: tuple[Event, ...]
    sources: dict[int, Source]
    sentence: str
    left_out: tuple[LeftOut, ...]


def choose(
    db: Database, wanted: Filter = EVERYTHING, *, selected: frozenset[int] = frozenset(), candidates: bool = False
) -> Chosen:
    """What to export. ``selected`` events, if there are any, are taken as they are, whatever the filter.

    Else what the filter keeps: without candidates, unless told or the filter asks for them, and without what was
    rejected by hand, unless the filter asks for it.
    """
    if selected:
        found = tuple(events(db, _SELECTED, selected=selected))
        return Chosen(found, _sources_of(db, found), f"{len(found)} selected by hand", _beside(db, len(found)))
    candidates = candidates or _asks(wanted.tree, (Is("candidate"),))
    rejected = _asks(wanted.tree, (Is("rejected"), HasStatus("rejected")))
    kept: list[Event] = []
    weak: list[Event] = []
    refused: list[Event] = []
    for event in events(db, wanted):
        if event.status == "rejected" and not rejected:
            refused.append(event)
        elif event.candidate and not candidates:
            weak.append(event)
        else:
            kept.append(event)
    left = [
        LeftOut("rejected by hand", len(refused), tuple(refused)),
        LeftOut("for weak evidence (confidence under 0.5)", len(weak), tuple(weak)),
        *_filtered(db, wanted),
    ]
    return Chosen(tuple(kept), _sources_of(db, kept), wanted.sentence, tuple(item for item in left if item.count))


def _beside(db: Database, chosen: int) -> tuple[LeftOut, ...]:
    others = matches(db, EVERYTHING).total - chosen
    return (LeftOut("not selected", others),) if others else ()


def _filtered(db: Database, wanted: Filter) -> list[LeftOut]:
    if wanted.everything:
        return []
    whole, found = matches(db, EVERYTHING), matches(db, wanted)
    undated = whole.undated - found.undated if _dates(wanted.tree) else 0
    return [
        LeftOut("without a date, which no period holds", undated),
        LeftOut("that the filter does not keep", whole.total - found.total - undated),
    ]


def _asks(node: Node | None, terms: tuple[Node, ...]) -> bool:
    """Whether a filter asks for one of these terms, rather than leaving it out."""
    match node:
        case And(nodes) | Or(nodes):
            return any(_asks(part, terms) for part in nodes)
        case Number("confidence", low, high):
            return Is("candidate") in terms and high is not None and (low is None or low < high)
        case _:
            return node in terms


def _dates(node: Node | None) -> bool:
    match node:
        case And(nodes) | Or(nodes):
            return any(_dates(part) for part in nodes)
        case Not(part):
            return _dates(part)
        case _:
            return isinstance(node, Days | Before | After) or node == Is("dated")


def _sources_of(db: Database, found: "tuple[Event, ...] | list[Event]") -> dict[int, Source]:
    """The sources of these events' reports, and those that they copy."""
    wanted = {report.source_id for event in found for report in event.reports}
    sources = {number: corpus.source(db, number) for number in sorted(wanted)}
    leaders = {source.copy_of for source in sources.values() if source.copy_of is not None} - wanted
    return sources | {number: corpus.source(db, number) for number in sorted(leaders)}
