"""What people decide of whole events: that some are one, that one is two, that two are not the same.

A decision is kept in the journal by the reports it was made on, for these stay while events come and go. Of two
decisions on the same two reports the newer one holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final, Literal, get_args

from store import journal
from store.connection import Database
from store.errors import translated
from store.journal import Edit
from store.overlay import Json
from store.records.linking import Decisions

Kind = Literal["merge", "split", "apart"]

REPORTS: Final[journal.Entity] = "reports"
"""The journal's entity of decisions; an edit's ``entity_id`` is their first event, its ``field`` their kind."""

_KINDS: Final[dict[str, Kind]] = {kind: kind for kind in get_args(Kind)}

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, on groups of reports.

    merge: all reports are one happening. split: each group is one, and no two groups are the same. apart: no two
    groups are the same happening, whatever each of them is.
    """

    kind: Kind
    events: tuple[int, ...]
    """The events it was made on, by their ids of then."""
    groups: tuple[tuple[int, ...], ...]
    """merge, apart: the reports of each event; split: those taken out, and the rest of the event."""

    @property
    def json(self) -> Json:
        return {"events": self.events, "reports": self.groups}


def decision_of(edit: Edit) -> Decision | None:
    """The decision that an edit keeps; None if it is another kind of edit."""
    if edit.entity != REPORTS:
        return None
    value = edit.human
    return Decision(_KINDS[edit.field], tuple(value["events"]), tuple(map(tuple, value["reports"])))


def decisions(db: Database) -> Decisions:
    """What holds now of all decisions."""
    with translated():
        made = (decision_of(edit) for edit in journal.log(db, [REPORTS]) if not edit.undone)
        return resolved([decision for decision in made if decision])


def decisions_on(db: Database, event_id: int) -> tuple[Edit, ...]:
    """The decisions in force that concern any report of an event, the oldest first."""
    with translated():
        reports = {report for (report,) in db.execute("SELECT id FROM reports WHERE event_id = ?", (event_id,))}
        found = ((edit, decision_of(edit)) for edit in journal.log(db, [REPORTS]) if not edit.undone)
        return tuple(
            edit for edit, made in found if made and any(not reports.isdisjoint(group) for group in made.groups)
        )


def resolved(made: Sequence[Decision]) -> Decisions:
    """Settle decisions, given the oldest first, so that nothing contradicts.

    From the newest decision to the oldest, and only where no newer one says otherwise, also not by a chain: where A
    and B were found to be different, an older word that A, B and C are one still joins C with the first of them.
    """
    said: set[Pair] = set()
    sets = _Sets()
    for decision in reversed(made):
        together = [pair for pair in _together(decision) if pair not in said]
        apart = [pair for pair in _apart(decision) if pair not in said]
        for a, b in together:
            sets.join(a, b)
        for a, b in apart:
            sets.part(a, b)
        said.update(together, apart)
    return Decisions(sets.joined(), sets.parted())


def _together(decision: Decision) -> Iterator[Pair]:
    match decision.kind:
        case "merge":
            yield from combinations(sorted(report for group in decision.groups for report in group), 2)
        case "split":
            for group in decision.groups:
                yield from combinations(sorted(group), 2)
        case "apart":
            pass


def _apart(decision: Decision) -> Iterator[Pair]:
    if decision.kind != "merge":
        for one, other in combinations(decision.groups, 2):
            yield from (_pair(a, b) for a, b in product(sorted(one), sorted(other)))


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


class _Sets:
    """Reports joined into sets and sets held apart, each word only where no earlier one speaks against it."""

    def __init__(self) -> None:
        self._of: dict[int, set[int]] = {}
        self._pairs: set[Pair] = set()

    def join(self, a: int, b: int) -> None:
        one, other = self._set(a), self._set(b)
        if one is other or any(_pair(x, y) in self._pairs for x, y in product(one, other)):
            return
        one |= other
        self._of.update(dict.fromkeys(other, one))

    def part(self, a: int, b: int) -> None:
        if self._set(a) is not self._set(b):
            self._pairs.add(_pair(a, b))

    def joined(self) -> tuple[frozenset[int], ...]:
        found = {min(members): frozenset(members) for members in self._of.values() if len(members) > 1}
        return tuple(found[first] for first in sorted(found))

    def parted(self) -> frozenset[Pair]:
        return frozenset(self._pairs)

    def _set(self, report: int) -> set[int]:
        return self._of.setdefault(report, {report})


def events_after(decision: Decision, now: Mapping[int, int]) -> dict[int, int | None]:
    """Which event each report is to be of by a decision: the one that keeps its id; None for another one.

    ``now``: the events of all reports. What has come to the events of a merge since it was made goes with them.
    """
    first = decision.events[0]
    match decision.kind:
        case "merge":
            events = {now[report] for group in decision.groups for report in group if report in now}
            return {report: first for report, event in now.items() if event in events}
        case "split":
            out, rest = decision.groups
            return dict.fromkeys(out, None) | dict.fromkeys(rest, first)
        case "apart":
            return {}
