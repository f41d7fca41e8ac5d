"""Who took part in an event, for its readers: the reading best supported, and whether voices name different sides.

Each report states who did what to whom in words of its own, and keeps them as its claims: nothing that is left out here
is lost. Of those who are said to have done it, each side that anybody blames is shown: that is the disagreement that
matters most. What one of many voices says alone of a side that others name, too, stands only where nobody says more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from importers.linking.parties import DOERS, SUFFERERS, Party, parties_of, reports_of
from importers.linking.sides import MANY_SORTS, is_one_of, parts
from importers.linking.voices import Voice
from store.records.event import ACCUSED, Actor
from store.records.report import ROLES, Report, Role

_ALONE: Final = 10
"""What so many times fewer voices say than name another in the same part is an error of one of them."""
_MANY: Final = 4
"""Voices among which one alone does not say who of a side did it, nor who of none."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who took part, by role, those first whom most voices name."""

    actors: tuple[Actor, ...]
    contested: bool
    """Whether different voices, or people quoted, say it of different sides, or those accused deny it."""
    denials: frozenset[int]
    """The reports by which somebody denies a part of their own, not the deed."""


def cast_of(voices: Sequence[Voice]) -> Cast:
    """Give who took part in an event, as its voices tell it."""
    told_of = _of_one_part(parties_of(voices))
    hit = max((len(party.voices) for role in (*SUFFERERS, "target") for party in told_of.get(role, ())), default=0)
    parties = [party for told in told_of.values() for party in _standing(told, len(voices), hit)]
    parties.sort(key=lambda party: (ROLES.index(party.role), -len(party.voices), not party.best.named, party.best.name))
    actors = tuple(Actor(party.shown(_unknown(party, parties, told_of)), party.role, party.kind) for party in parties)
    accused = [party for party in parties if party.role == ACCUSED]
    contradicted = any(_contradict(one, other) for one, other in combinations(accused, 2))
    told_all = [report for _, _, report in reports_of(voices)]
    denied = [report for report in told_all if report.factuality == "denied"]
    told = [party for party in accused if not party.reports <= {report.id for report in denied}]
    names = [parts(one.name) for party in told for one in party.wordings]
    own = frozenset(report.id for report in denied if is_one_of(report.attributed_to, [*names, *_accused(report)]))
    contested = contradicted or (bool(own) and len(denied) < len(told_all))
    return Cast(actors, contested, own)


def _standing(parties: Sequence[Party], voices: int, hit: int) -> list[Party]:
    """Leave out what too few say of too many, unless a report lists it beside one that stands.

    Beside what ten times as many say, one voice's list adds names alone; to those who did it, nobody where the event
    has ten times as many voices: whom so few accuse may never have been tried. ``hit``: how many voices at most tell of
    one whom, or of one thing that, it befell.
    """
    doing = parties[0].role in DOERS
    kept = _best_told(parties, voices) if doing else _settled(parties)
    if parties[0].role == "target" and len(kept[0].voices) * _ALONE < hit:
        # Of so many who tell whom it befell, one alone says that something was hit.
        return []
    listed = frozenset().union(*(party.reports for party in kept))
    most = max(len(party.voices) for party in parties)

    def stands_beside(party: Party) -> bool:
        if not party.reports & listed or (doing and len(party.voices) * _ALONE < voices):
            return False
        return party.named or (not party.anyone and len(party.voices) * _ALONE >= most)

    standing = [party for party in parties if party in kept or stands_beside(party)]
    return [party for party in standing if not (doing and any(_is_of(party, other) for other in standing))]


def _is_of(party: Party, other: Party) -> bool:
    """Say whether they can only be men of a state's army that more voices name as a whole ("members of the Army")."""
    mine, theirs = party.best.side, other.best.side
    unnamed = party.kind == other.kind and not (mine.whole_force or mine.own or mine.excludes(theirs))
    return theirs.whole_force and unnamed and len(party.voices) < len(other.voices)


def _settled(parties: Sequence[Party]) -> list[Party]:
    """Choose whom it befell: all who are told of, unless most of many voices say whom, and another is named by one."""
    most = max(len(party.voices) for party in parties)
    telling = len(frozenset().union(*(party.voices for party in parties)))
    settled = telling >= _MANY and any(2 * len(party.voices) >= telling for party in parties if not party.anyone)
    least = max(most / _ALONE, 2 if settled else 1)
    return [party for party in parties if len(party.voices) >= least]


def _best_told(parties: Sequence[Party], voices: int) -> list[Party]:
    """Choose who did it: all whom several of many voices name, and of each side that anybody blames the best supported.

    Where many tell of it and nobody blames a side, it is the one that is told most surely. "Men" are any of those,
    where no report tells them apart, and stand where nobody stands who is told more closely.
    """
    told = sorted((party for party in parties if not party.anyone), key=lambda one: (-len(one.voices), _doubt(one)))
    anyone = [party for party in parties if party.anyone]
    several = [party for party in told if len(party.voices) > 1]
    few = voices < _MANY
    kept = [party for party in told if party in several or (few and (party.best.side.side or not several))]
    for party in told:
        if party.best.side.side and all(_contradict(party, other) for other in kept if other.best.side.side):
            kept.append(party)
    if not kept and not any(len(party.voices) > 1 for party in anyone):
        kept = told[:1]
    return kept + [party for party in anyone if all(party.reports & other.reports for other in kept)]


def _unknown(party: Party, standing: Sequence[Party], told: Mapping[Role, Sequence[Party]]) -> Party | None:
    """Find the "gunmen" whom others call by their body, where it is the only one to have done it."""
    if party.role not in DOERS or sum(other.role == party.role for other in standing) > 1:
        return None
    others = (other for other in told[party.role] if other is not party and other.anyone)
    return next((other for other in others if not party.reports & other.reports), None)


def _doubt(party: Party) -> tuple[object, ...]:
    """Order the least doubtful first: a side of a fight before people of any kind, and a person by name last."""
    side = party.best.side
    return side.person, not side.side, -party.confidence, party.best.name


def _of_one_part(told: Mapping[Role, Sequence[Party]]) -> Mapping[Role, Sequence[Party]]:
    """Leave out as doer whom as many voices name as the one it befell, but for the sides of a fight.

    Nor is somebody whom it befell a thing that was hit.
    """
    suffering = [party for role in SUFFERERS for party in told.get(role, ())]

    def befell(party: Party) -> bool:
        return any(
            len(party.voices) <= len(other.voices) and parts(party.best.name) == parts(other.best.name)
            for other in suffering
        )

    def kept(party: Party) -> bool:
        if party.role == "target":
            return not (party.named and befell(party))
        return party.role not in DOERS or party.best.kind not in MANY_SORTS or not befell(party)

    left = {role: [party for party in parties if kept(party)] for role, parties in told.items()}
    return {role: parties for role, parties in left.items() if parties}


def _contradict(one: Party, other: Party) -> bool:
    """Say whether two parties are of different sides, each named by somebody who does not name the other."""
    if not (one.sayers - other.sayers and other.sayers - one.sayers):
        return False
    return one.best.side.excludes(other.best.side)


def _accused(report: Report) -> list[frozenset[str]]:
    return [parts(claim.value) for claim in report.claims if claim.field == ACCUSED]
