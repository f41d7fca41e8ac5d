"""Which stored event a merged event is, so that ids people cite stay: by the reports they share. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Retired:
    """An event that is no more: what it became (None: not found again) and the reports it had."""

    into: int | None
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Identities:
    """The id of each draft, and what became of the ids that none of them has."""

    ids: tuple[int, ...]
    retired: dict[int, Retired]


def identify(
    drafts: Sequence[Sequence[int]],
    stored: Mapping[int, Sequence[int]],
    retired: Mapping[int, Retired],
    wished: Mapping[int, int | None] | None = None,
    *,
    above: int = 0,
) -> Identities:
    """Give each draft (the report ids it was merged from) the id of the stored event with which it shares most reports.

    The oldest id wins ties. An event that was merged away gets its id back when its reports come apart again,
    but living events choose first. Drafts that are left get new ids in the order given; no id is used twice, nor one
    up to ``above``. ``wished`` says of some reports that they count for another event than the stored one, or for none.
    """
    found = {report: event for event, reports in stored.items() for report in reports}
    living = {report: event for report, event in (found | dict(wished or {})).items() if event is not None}
    taken: dict[int, int] = {}
    _claim(taken, {*stored, *living.values()}, _overlaps(drafts, living), drafts)
    former: dict[int, list[int]] = {}
    for event in sorted(retired):
        for report in retired[event].members:
            former.setdefault(report, []).append(event)
    pairs = Counter(
        (n, event) for n, draft in enumerate(drafts) for report in draft for event in former.get(report, ())
    )
    _claim(taken, retired.keys() - taken.values(), [(count, event, n) for (n, event), count in pairs.items()], drafts)
    new = max((*stored, *retired, *living.values(), above))
    ids: list[int] = []
    for n in range(len(drafts)):
        if n not in taken:
            new += 1
            taken[n] = new
        ids.append(taken[n])
    used = set(ids)
    at = {report: event for event, draft in zip(ids, drafts, strict=True) for report in draft}
    gone = {event: Retired(None, tuple(reports)) for event, reports in stored.items() if event not in used}
    gone.update((event, old) for event, old in retired.items() if event not in used)
    return Identities(tuple(ids), {event: Retired(heir(old.members, at), old.members) for event, old in gone.items()})


def _overlaps(drafts: Sequence[Sequence[int]], living: Mapping[int, int]) -> list[tuple[int, int, int]]:
    """(shared reports, event, draft) for every pair that shares any."""
    pairs = Counter((n, living[report]) for n, draft in enumerate(drafts) for report in draft if report in living)
    return [(count, event, n) for (n, event), count in pairs.items()]


def _claim(
    taken: dict[int, int], free: set[int], overlaps: list[tuple[int, int, int]], drafts: Sequence[Sequence[int]]
) -> None:
    """Largest overlap first, then the oldest event, then the draft with the oldest report."""
    for _, event, n in sorted(overlaps, key=lambda pair: (-pair[0], pair[1], min(drafts[pair[2]]))):
        if event in free and n not in taken:
            taken[n] = event
            free.discard(event)


def heir(members: Sequence[int], at: Mapping[int, int]) -> int | None:
    """The event that most of these reports are in now; the oldest of several."""
    heirs = Counter(at[report] for report in members if report in at)
    return min(heirs, key=lambda event: (-heirs[event], event), default=None)
