"""The wordings of who took part in an event, folded: one party for one person or body, whatever it is called.

A short name is folded into the full one, a name into another spelling of it, "the rebels" into the rebels that somebody
names, and "men" or "people" into anybody told of more closely. What a report lists side by side is not one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from importers.linking.mentions import Mention
from importers.linking.sides import (
    MANY_SORTS,
    STATE,
    UNTOLD,
    Side,
    is_body,
    means_anyone,
    parts,
    says_nothing,
    side_of,
    singular,
)
from importers.linking.spelling import continues, spelled_alike
from importers.linking.voices import Voice
from importers.linking.words import DEFINITE, words
from store.records.event import FIGURES
from store.records.report import ROLES, Claim, Report, Role

DOERS: Final = ("perpetrator", "actor1")
SUFFERERS: Final = ("victim", "actor2")

_ANY_BAND: Final = "band"
"""The kind of "group" and "command", of which other words tell more."""
_OF_ANY_FORCE: Final = frozenset({"officer", "oficial"})
"""Ranks of the police and the army alike."""
_OTHERS: Final = frozenset({"other", "others", "another", "otro", "otra", "otros", "otras"})
"""Words that tell people apart from those told of before."""
_HARDLY_WEAK: Final = 0.4
"""So sure is what only tells who was hurt in a deed that others tell."""

_Use = tuple[Claim, Report, Mention, int]
"""A claim of who had a part, with its report, its mention and the number of its voice."""

Sayer = tuple[int, str]
"""Who says a thing: a voice by its number, in its own words or (the name) in those of somebody whom it quotes."""


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One wording of a party, with all reports that use it."""

    role: Role
    name: str
    head: str
    """The noun that says what they are; "" for a name."""
    kind: str
    phrases: frozenset[str]
    reports: frozenset[int]
    sources: frozenset[int]
    voices: frozenset[int]
    sayers: frozenset[Sayer]
    languages: frozenset[str]
    confidence: float
    """Of the surest report that uses it."""
    number: int | None = None
    """How many of them a report counts, the most if several do."""

    @property
    def named(self) -> bool:
        return not self.head

    @property
    def anyone(self) -> bool:
        return means_anyone(self.head, self.kind)

    @property
    def others(self) -> bool:
        """Whether they are told of as others than those named ("two other people")."""
        return all(not _OTHERS.isdisjoint(words(phrase)) for phrase in self.phrases)

    @property
    def known(self) -> bool:
        """Whether they are told of as known, by a bare noun in the plural ("the clergymen")."""
        told = [words(phrase) for phrase in self.phrases]
        return all(len(row) == 2 and row[0] in DEFINITE and singular(row[1]) != row[1] for row in told)

    @property
    def plain(self) -> str:
        """What it is called, without a name in brackets."""
        return self.name.partition(" [")[0]

    @property
    def calling(self) -> str:
        """What it calls people of a body that others name, in a word or two; "" if it does not."""
        return self.plain if self.calls and len(parts(self.plain) - UNTOLD - parts(self.head)) <= 1 else ""

    @property
    def calls(self) -> bool:
        """Whether it says what people of a body are called that others name, in however many words."""
        named = side_of(self.plain, self.kind, self.languages).own
        return bool(self.head) and not self.anyone and not named and not self.body

    def repeats(self, body: "Wording") -> bool:
        """Say whether it calls people by the words for their body ("members of the army")."""
        return not parts(self.plain).isdisjoint(parts(body.name))

    @property
    def body(self) -> bool:
        """Is it a body of the state's men, called by the noun for all of them ("the army")?"""
        return self.side.side == STATE and is_body(self.name, self.head)

    @property
    def side(self) -> Side:
        return side_of(self.name, self.kind, self.languages, self.phrases)


@dataclass(eq=False)
class Party:
    """One person or body, in all wordings."""

    wordings: list[Wording]

    @property
    def role(self) -> Role:
        return self.wordings[0].role

    @property
    def voices(self) -> frozenset[int]:
        """The voices that tell of it; of one told of closely, without those that speak of anybody."""
        telling = [one.voices for one in self.wordings if not one.anyone] or [one.voices for one in self.wordings]
        return frozenset().union(*telling)

    @property
    def sayers(self) -> frozenset[Sayer]:
        return frozenset().union(*(one.sayers for one in self.wordings))

    @property
    def reports(self) -> frozenset[int]:
        return frozenset().union(*(one.reports for one in self.wordings))

    @property
    def named(self) -> bool:
        return any(one.named for one in self.wordings)

    @property
    def anyone(self) -> bool:
        return all(one.anyone for one in self.wordings)

    @property
    def number(self) -> int | None:
        """How many they are, None where nobody counts them."""
        return 1 if self.named else max((one.number for one in self.wordings if one.number is not None), default=None)

    @property
    def kind(self) -> str:
        """The kind of the wording shown; of a bare name what others call its bearer."""
        return self.best.kind or max((one.kind for one in self.wordings if one.named), default="")

    @property
    def confidence(self) -> float:
        return max(one.confidence for one in self.wordings)

    @property
    def best(self) -> Wording:
        """The wording to show: the name that most voices give, in full or shortened; else what most voices say."""

        def standing(one: Wording) -> tuple[object, ...]:
            told = parts(one.name)
            alike = (
                other.voices
                for other in self.wordings
                if other is one
                or (parts(other.name) <= told if one.named else (other.head, other.kind) == (one.head, one.kind))
            )
            most = len(frozenset().union(*alike))
            # Of soldiers whom few call officers, who may be of the police as well.
            kin = len(frozenset().union(*(other.voices for other in self.wordings if other.kind == one.kind)))
            return not one.named, one.anyone, 0 if one.named else -kin, -most, -len(one.voices), -len(told), one.name

        return min(self.wordings, key=standing)

    def shown(self, anyone: "Party | None" = None) -> str:
        """What to call it: the best wording, and of a body also what most voices call its people, in front of it.

        ``anyone``: those told of as "gunmen" and the like who can only have been its people.
        """
        best = self.best
        calling = self._callings(anyone) if self.role in DOERS else {}
        if not calling:
            return best.name
        common = min(calling, key=lambda name: (-len(calling[name]), len(parts(name)), name))
        short = re.search(r"\(([^()]+)\)$", best.name)
        return f"{common} [{short[1] if short else best.name}]"

    def _callings(self, anyone: "Party | None") -> dict[str, frozenset[int]]:
        """What the people of a body are called, with the voices that do: in a word or two before in many."""
        best = self.best
        own = [one for one in self.wordings if one.kind == best.kind and one.calls and not one.repeats(best)]
        of_body = (best.named and (best.side.armed or best.side.whole_force)) or best.body
        plain = [(one.calling, one) for one in own if one.calling] if of_body else []
        others = anyone.wordings if anyone is not None and "[" not in best.name else []
        told_apart = bool(best.side.side and (best.named or best.side.own))
        men = [(one.name, one) for one in others if told_apart and not says_nothing(one.head)]
        long = [(one.plain, one) for one in own] if of_body else []
        found: dict[str, frozenset[int]] = {}
        for name, one in plain or men or long:
            found[name] = found.get(name, frozenset()) | one.voices
        return found


def parties_of(voices: Sequence[Voice]) -> dict[Role, list[Party]]:
    """Give who has which role in an event, folded; the roles that somebody has, in the order of ``Role``.

    A weak report names nobody beside a sure one: a name wrongly given a part in a deed is the worst of errors. Nor does
    a report that denies the deed beside one that tells it. Which side of a fight did it is taken from a weak one, too;
    and whom it befell from one in an article that tells the deed surely elsewhere ("two clerks were hurt" behind it).
    """
    told = list(reports_of(voices))
    sure = [one for one in told if not one[2].candidate] or told
    sure = [one for one in sure if one[2].factuality != "denied"] or sure
    blaming = [one for one in told if one not in sure and one[2].factuality != "denied"]
    telling = [mention for _, mention, _ in sure]
    outcome = [one for one in blaming if one[1] in telling and one[2].confidence >= _HARDLY_WEAK]
    found = _uses(sure)
    suffered = _uses(outcome)
    for role in SUFFERERS:
        for name, weakly in suffered.get(role, {}).items():
            found.setdefault(role, {}).setdefault(name, []).extend(weakly)
    for role, uses in _uses(blaming).items():
        blamed = {name: told for name, told in uses.items() if _is_of_a_side(name, told)}
        if role in DOERS and blamed and not any(doer in found for doer in DOERS):
            found[role] = blamed
    return {
        role: _folded([_wording(role, name, uses) for name, uses in sorted(found[role].items())])
        for role in ROLES
        if role in found
    }


def reports_of(voices: Sequence[Voice]) -> Iterator[tuple[int, Mention, Report]]:
    """Give all reports of an event, each with its mention and the number of its voice."""
    for number, voice in enumerate(voices):
        for mention in voice.mentions:
            for report in mention.reports:
                yield number, mention, report


def _uses(told: Sequence[tuple[int, Mention, Report]]) -> dict[str, dict[str, list[_Use]]]:
    """Gather the claims of reports by field and value."""
    found: dict[str, dict[str, list[_Use]]] = {}
    for number, mention, report in told:
        for claim in report.claims:
            if claim.value:
                found.setdefault(claim.field, {}).setdefault(claim.value, []).append((claim, report, mention, number))
    return found


def _is_of_a_side(name: str, uses: Sequence[_Use]) -> bool:
    """Say whether those named are a side of a fight, nobody by name."""
    languages = frozenset(mention.language for _, _, mention, _ in uses)
    return any(side_of(name, claim.unit, languages).side for claim, *_ in uses)


def _wording(role: Role, name: str, told: Sequence[_Use]) -> Wording:
    return Wording(
        role,
        name,
        min(claim.head for claim, *_ in told),
        max(claim.unit for claim, *_ in told),
        frozenset(claim.phrase for claim, *_ in told),
        frozenset(report.id for _, report, *_ in told),
        frozenset(mention.source for *_, mention, _ in told),
        frozenset(voice for *_, voice in told),
        frozenset((voice, report.attributed_to) for _, report, _, voice in told),
        frozenset(mention.language for *_, mention, _ in told),
        max(report.confidence for _, report, *_ in told),
        max((number for claim, report, *_ in told if (number := _number(claim, report)) is not None), default=None),
    )


def _number(told: Claim, report: Report) -> int | None:
    """Give how many of those told of a report counts."""
    counts = (
        claim.best
        for claim in report.claims
        if claim.best is not None and claim.field in FIGURES and claim.start <= told.start < claim.end <= told.end
    )
    return max(counts, default=None)


def _folded(wordings: Sequence[Wording]) -> list[Party]:
    """Fold the wordings of one role: names first, then what says most, what may be anybody last."""
    parties: list[Party] = []

    def order(one: Wording) -> tuple[object, ...]:
        return not one.named, one.anyone, -len(parts(one.name)), -len(one.voices), one.name

    for one in sorted(wordings, key=order):
        home = next((party for party in parties if any(_same(one, other) for other in party.wordings)), None)
        if home is None and not one.named and one.role != "target":
            home = _reworded(one, parties) or _described(one, parties) or _more_exact(one, parties)
        if home is not None:
            home.wordings.append(one)
        else:
            parties.append(Party([one]))
    return parties


def _same(one: Wording, other: Wording) -> bool:
    """Say whether two wordings are one: the other says all that this one does, or spells the name in another way."""
    mine, theirs = parts(one.name), parts(other.name)
    if (mine - UNTOLD or mine) <= theirs:
        return True
    if one.side.whole_force and other.side.whole_force:
        return not one.side.excludes(other.side) and not one.reports & other.reports
    if not one.named or not other.named or one.sources & other.sources:
        return False
    return spelled_alike(mine, theirs) or continues(words(one.name), words(other.name))


def _reworded(one: Wording, parties: Sequence[Party]) -> Party | None:
    """Find the group that has other adjectives elsewhere ("slain priests", "Jesuit priests", "Jesuits")."""
    mine = parts(one.name)
    for party in parties:
        if party.named or one.reports & party.reports:
            continue
        if any(
            one.kind == other.kind
            and (one.head in parts(other.name) or other.head in mine)
            and not one.side.excludes(other.side)
            for other in party.wordings
        ):
            return party
    return None


def _described(one: Wording, parties: Sequence[Party]) -> Party | None:
    """Find the person a description is of: "the minister" is the one who is called so beside the name."""
    called = [
        party
        for party in parties
        if any(one.head in words(phrase) for other in party.wordings if other.named for phrase in other.phrases)
    ]
    several = not any(one.head in words(phrase) for phrase in one.phrases)
    return called[0] if len(called) > int(several) else None


def _more_exact(one: Wording, parties: Sequence[Party]) -> Party | None:
    """Find whom a general wording can only mean: no report lists the two side by side.

    Of a side of a fight, any wording that names nobody else; the one that most voices tell of, if there are several.
    """
    if one.others:
        return None
    others = [party for party in parties if not one.reports & party.reports]
    if one.anyone:
        if one.role in DOERS:  # whether they are any of those told of more closely is asked once it is known who stands
            return next((party for party in others if party.anyone), None)
        told = [party for party in others if party.named or party.best.kind in MANY_SORTS]
        return None if _are_more(one, told) else next(iter(told), None)
    named = [party for party in others if party.named]
    if one.role in SUFFERERS and one.number is not None and one.number == len(named) > 1:
        return named[0]
    if one.kind in MANY_SORTS:
        groups = [party for party in others if not party.named and party.best.kind == one.kind]
        return groups[0] if one.known and len(groups) == 1 else None
    fitting = [party for party in others if any(_may_mean(one, other) for other in party.wordings)]
    return min(fitting, key=lambda party: (-len(party.voices), party.best.name), default=None)


def _are_more(one: Wording, told: Sequence[Party]) -> bool:
    """Say whether those counted are more than all that are told of more closely ("nine people", and two by name)."""
    numbers = [party.number for party in told]
    return one.number is not None and one.number > sum(number or one.number for number in numbers)


def _may_mean(one: Wording, other: Wording) -> bool:
    """Say whether a general wording may mean what the other does: of its kind, or with a name of it."""
    if other.side.person:
        return False
    if (one.kind == _ANY_BAND and not one.side.own) or one.head in _OF_ANY_FORCE:
        return bool(other.side.side) and not one.side.excludes(other.side) and one.side.may_be(other.side)
    if one.kind != other.kind:
        return not one.side.excludes(other.side) and not one.side.own.isdisjoint(other.side.own)
    if one.role in DOERS:
        return one.side.may_be(other.side)
    return len(parts(one.name) - UNTOLD - parts(other.name)) <= 1
