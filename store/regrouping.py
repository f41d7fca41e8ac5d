"""How changes move reports between events, remembered so that undoing one gives every event its id back.

Comparing articles gives events without ids; ``store.identity`` finds the ids by the reports that events share with
those stored. After an undo that alone would guess: of two events that were one for a while, the larger part would
keep the id. So what applying a batch of edits did is written down when the timeline is saved (``settle``), and what an
undone or redone batch asks of the next saving is read from there (``due``). Between the edit and the saving the
program may end; nothing is lost by it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from store import codec
from store.connection import Database
from store.decisions import decision_of, events_after
from store.identity import Identities, Retired, heir
from store.journal import REDATING, Edit, log

Membership = Mapping[int, int]
"""Report id -> the event it is of."""


@dataclass(frozen=True, slots=True)
class Regrouping:
    """What applying one batch did."""

    moved: Mapping[int, tuple[int | None, int | None]]
    """Report -> its event before and after."""
    former: Mapping[int, tuple[int, ...] | None]
    """Events that it brought to life -> the reports they had when they were retired; None if new."""

    def followed_by(self, later: "Regrouping") -> "Regrouping":
        """One step of this and what came after it."""
        moved = dict(self.moved)
        for report, (before, after) in later.moved.items():
            moved[report] = moved.get(report, (before, after))[0], after
        return Regrouping(moved, {**later.former, **self.former})


NOTHING_MOVED: Final = Regrouping({}, {})


@dataclass(frozen=True, slots=True)
class Due:
    """What the journal asks of the next saving of the timeline."""

    taken_back: Mapping[int, Regrouping] = field(default_factory=dict)
    """Batches undone since the last saving, the newest first."""
    again: Mapping[int, Regrouping] = field(default_factory=dict)
    """Batches redone since, the oldest first."""
    fresh: frozenset[int] = frozenset()
    """Batches that are new since."""
    edits: Mapping[int, Sequence[Edit]] = field(default_factory=dict)
    """Of all batches, what is applied by comparing the articles afresh."""
    highest: int = 0

    def restored(self, now: Membership) -> dict[int, int | None]:
        """Which reports are to be of which event again; None: of none that lives."""
        wished: dict[int, int | None] = {}
        steps = [
            *((regrouping, False) for regrouping in self.taken_back.values()),
            *((regrouping, True) for regrouping in self.again.values()),
        ]
        for regrouping, forward in steps:
            for report, (before, after) in regrouping.moved.items():
                source, target = (before, after) if forward else (after, before)
                if wished.get(report, now.get(report)) == source:
                    wished[report] = target
        return wished

    def decided(self, now: Membership) -> dict[int, int | None]:
        """Which reports are to be of which event by new decisions and by merges done again; None: of another one."""
        wished: dict[int, int | None] = {}
        for batch in sorted(self.fresh | self.again.keys()):
            for edit in self.edits[batch]:
                decision = decision_of(edit)
                if decision and (batch in self.fresh or decision.kind == "merge"):
                    wished |= events_after(decision, now)
        return wished


def due(db: Database) -> Due:
    """What has been done, undone and redone since the timeline was saved. Inside a transaction."""
    known = {
        batch: (bool(in_force), Regrouping(_moved(moved), _former(former)))
        for batch, in_force, moved, former in db.execute("SELECT batch, in_force, moved, former FROM regroupings")
    }
    batches: dict[int, list[Edit]] = {}
    for edit in log(db, REDATING):
        batches.setdefault(edit.batch, []).append(edit)
    taken_back: dict[int, Regrouping] = {}
    again: dict[int, Regrouping] = {}
    fresh: set[int] = set()
    for batch, edits in sorted(batches.items()):
        in_force, regrouping = known.get(batch, (False, None))
        if edits[0].undone and in_force and regrouping:
            taken_back = {batch: regrouping, **taken_back}
        elif not edits[0].undone and regrouping and not in_force:
            again[batch] = regrouping
        elif not edits[0].undone and regrouping is None:
            fresh.add(batch)
    (highest,) = db.execute("SELECT coalesce(max(highest), 0) FROM regroupings").fetchone()
    return Due(taken_back, again, frozenset(fresh), batches, highest)


def remembered(asked: Due, identities: Identities, stored: Mapping[int, Sequence[int]], now: Membership) -> Identities:
    """The identities, where a batch was taken back with what was retired before it.

    ``stored``: the reports of events before this saving; ``now``: the events of reports after it.

    Ids that it made are forgotten unless something has come to them since, and ids that it called back are retired
    with the reports they had.
    """
    retired = dict(identities.retired)
    for regrouping in asked.taken_back.values():
        for event, members in regrouping.former.items():
            if event not in retired:
                continue
            if members is not None:
                retired[event] = Retired(heir(members, now), members)
            elif set(stored.get(event, ())) <= regrouping.moved.keys():
                del retired[event]
    return Identities(identities.ids, retired)


def settle(db: Database, asked: Due, before: Membership, after: Membership, retired: Mapping[int, Retired]) -> None:
    """Write down what was done by the saving. Inside a transaction.

    ``before``: the events of reports, with what was undone or redone already applied; ``retired`` as stored before.
    """
    db.conn.executemany("UPDATE regroupings SET in_force = 0 WHERE batch = ?", [(batch,) for batch in asked.taken_back])
    steps = {**asked.again, **dict.fromkeys(asked.fresh, NOTHING_MOVED)}
    if not steps:
        return
    last = max(steps)
    brought = _brought(db, asked.fresh - {last})
    for batch, step in _shared(_difference(before, after, retired), after, brought, last).items():
        steps[batch] = steps[batch].followed_by(step)
    highest = max((asked.highest, *before.values(), *after.values(), *retired))
    db.conn.executemany(
        "INSERT OR REPLACE INTO regroupings (batch, in_force, moved, former, highest) VALUES (?, 1, ?, ?, ?)",
        [
            (
                batch,
                codec.dumps([(report, *events) for report, events in sorted(step.moved.items())]),
                codec.dumps(sorted(step.former.items())),
                highest,
            )
            for batch, step in sorted(steps.items())
        ],
    )


def _difference(before: Membership, after: Membership, retired: Mapping[int, Retired]) -> Regrouping:
    moved = {
        report: (before.get(report), after.get(report))
        for report in before.keys() | after.keys()
        if before.get(report) != after.get(report)
    }
    born = set(after.values()) - set(before.values())
    return Regrouping(moved, {event: retired[event].members if event in retired else None for event in born})


def _brought(db: Database, batches: Iterable[int]) -> dict[int, int]:
    """The reports of articles that these batches have brought, and which of them."""
    sql = (
        "SELECT reports.id, batch FROM other_versions JOIN reports USING (source_id) "
        "WHERE part = 'article' AND batch = ?"
    )
    return {report: of for batch in batches for report, of in db.execute(sql, (batch,))}


def _shared(whole: Regrouping, after: Membership, brought: Mapping[int, int], last: int) -> dict[int, Regrouping]:
    """What was done by each batch of those applied at once, as imports that ran at the same time are.

    What became of a report is the doing of the batch that brought it, and else of the last one; so is a new event of
    the first of its reports.
    """
    first: dict[int, int] = {}
    for report, event in after.items():
        first[event] = min(first.get(event, last), brought.get(report, last))
    shares: dict[int, Regrouping] = {}
    for batch in sorted({last, *brought.values()}):
        moved = {report: events for report, events in whole.moved.items() if brought.get(report, last) == batch}
        former = {event: members for event, members in whole.former.items() if first[event] == batch}
        shares[batch] = Regrouping(moved, former)
    return shares


def _moved(value: str) -> dict[int, tuple[int | None, int | None]]:
    return {report: (before, after) for report, before, after in json.loads(value)}


def _former(value: str) -> dict[int, tuple[int, ...] | None]:
    return {event: None if members is None else tuple(members) for event, members in json.loads(value)}
