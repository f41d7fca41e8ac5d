"""Who took part in an event, for its readers: one entry for one person or body, the best supported first.

Each report states who did what to whom in words of its own, and keeps them as its claims. Here they are folded: a short
name into the full one, a name into another spelling of it, "the rebels" into the rebels that somebody names, and "men"
or "people" into anybody told of more closely. What a report lists side by side is not one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, get_args

from importers.linking.mentions import Mention
from importers.linking.voices import Voice
from importers.linking.words import words
from store.records.event import Actor
from store.records.report import Claim, Report, Role

_ROLES: Final[tuple[Role, ...]] = get_args(Role)
_DOERS: Final = ("perpetrator", "actor1")
_SUFFERERS: Final = ("victim", "actor2")

_ANYONE: Final = frozenset({
    "person", "people", "individual", "man", "other", "others", "someone", "victim", "subject", "hostage",
    "captive", "group", "organization", "perpetrator", "killer", "murderer", "attacker", "assailant",
    "persona", "gente", "individuo", "hombre", "otro", "víctima", "sujeto", "rehén", "cautivo", "grupo",
    "organización", "autor", "responsable", "asesino", "atacante", "agresor",
})  # fmt: skip
"""Nouns that say nothing beside any other, unless an adjective says more ("military men")."""
_UNTOLD: Final = frozenset({
    "unidentified", "unknown", "alleged", "presumed", "suspected", "hooded", "masked", "several", "other",
    "desconocido", "presunto", "supuesto", "encapuchado", "enmascarado", "vario", "otro",
})  # fmt: skip
"""Adjectives that do not tell people apart, without the ending of a plural."""
_LINKS: Final = frozenset({
    "a", "an", "and", "of", "the", "his", "her", "its", "their",
    "el", "la", "los", "las", "de", "del", "un", "una", "y", "e", "su", "sus",
})  # fmt: skip
_MANY_SORTS: Final = frozenset({"", "civilians", "official", "candidate"})
"""Kinds of people who are told apart by more than their kind; two wordings of another kind are one side of a fight."""
_OF_ANYONE: Final = _MANY_SORTS | {"band", "gang"}
"""The kinds of a noun that may mean anyone: "unidentified men" are a gang at most."""
_ALONE: Final = 10
"""What so many times fewer voices say than name another in the same part is an error of one of them."""
_LONG: Final = 5
"""Letters from which on a name may be spelled in two ways."""


@dataclass(frozen=True, slots=True, eq=False)
class _Stated:
    """One wording of an actor, with all reports that use it."""

    role: Role
    name: str
    head: str
    kind: str
    phrases: frozenset[str]
    reports: frozenset[int]
    sources: frozenset[int]
    voices: frozenset[int]

    @property
    def named(self) -> bool:
        return not self.head

    @property
    def anyone(self) -> bool:
        return self.head in _ANYONE and self.kind in _OF_ANYONE


@dataclass(eq=False)
class _Party:
    """One person or body, in all wordings."""

    wordings: list[_Stated]

    @property
    def role(self) -> Role:
        return self.wordings[0].role

    @property
    def voices(self) -> frozenset[int]:
        return frozenset().union(*(one.voices for one in self.wordings))

    @property
    def reports(self) -> frozenset[int]:
        return frozenset().union(*(one.reports for one in self.wordings))

    @property
    def named(self) -> bool:
        return any(one.named for one in self.wordings)

    @property
    def best(self) -> _Stated:
        """The wording to show: the name that most voices give, in full or shortened; else what most voices say."""

        def standing(one: _Stated) -> tuple[object, ...]:
            parts = _parts(one.name)
            told = (other.voices for other in self.wordings if other is one or (one.named and _within(other, parts)))
            return not one.named, one.anyone, -len(frozenset().union(*told)), -len(parts), one.name

        return min(self.wordings, key=standing)


def _within(one: _Stated, parts: frozenset[str]) -> bool:
    return _parts(one.name) <= parts


def actors_of(voices: Sequence[Voice]) -> tuple[Actor, ...]:
    """Give who took part, by role, those first whom most voices name.

    A weak report names nobody beside a sure one: a name wrongly given a part in a deed is the worst of errors.
    """
    stated = _stated(voices)
    parties = [party for role in _ROLES for party in _folded([one for one in stated if one.role == role])]
    parties = _of_one_part(_supported(parties))
    parties.sort(
        key=lambda party: (_ROLES.index(party.role), -len(party.voices), not party.best.named, party.best.name)
    )
    return tuple(Actor(party.best.name, party.role, _kind(party)) for party in parties)


def _stated(voices: Sequence[Voice]) -> list[_Stated]:
    found: dict[tuple[Role, str], list[tuple[Claim, Report, int, int]]] = {}
    sure = any(not report.candidate for _, _, report in _reports(voices))
    for number, mention, report in _reports(voices):
        if sure and report.candidate:
            continue
        for claim in report.claims:
            for role in _ROLES:
                if claim.field == role and claim.value:
                    found.setdefault((role, claim.value), []).append((claim, report, mention.source, number))
    return [_wording(role, name, told) for (role, name), told in sorted(found.items())]


def _reports(voices: Sequence[Voice]) -> Iterator[tuple[int, Mention, Report]]:
    for number, voice in enumerate(voices):
        for mention in voice.mentions:
            for report in mention.reports:
                yield number, mention, report


def _wording(role: Role, name: str, told: Sequence[tuple[Claim, Report, int, int]]) -> _Stated:
    return _Stated(
        role,
        name,
        min(claim.head for claim, *_ in told),
        max(claim.unit for claim, *_ in told),
        frozenset(claim.phrase for claim, *_ in told),
        frozenset(report.id for _, report, *_ in told),
        frozenset(source for *_, source, _ in told),
        frozenset(voice for *_, voice in told),
    )


def _folded(stated: Sequence[_Stated]) -> list[_Party]:
    """Fold the wordings of one role: names first, then what says most, what may be anybody last."""
    parties: list[_Party] = []

    def order(one: _Stated) -> tuple[object, ...]:
        return not one.named, one.anyone, -len(_parts(one.name)), -len(one.voices), one.name

    for one in sorted(stated, key=order):
        home = next((party for party in parties if any(_same(one, other) for other in party.wordings)), None)
        if home is None and not one.named and one.role != "target":
            home = _reworded(one, parties) or _described(one, parties) or _more_exact(one, parties)
        if home is not None:
            home.wordings.append(one)
        else:
            parties.append(_Party([one]))
    return parties


def _same(one: _Stated, other: _Stated) -> bool:
    """Say whether two wordings are one: the other says all that this one does, or spells the name in another way."""
    mine, theirs = _parts(one.name), _parts(other.name)
    if mine <= theirs:
        return True
    return one.named and other.named and not one.sources & other.sources and _spelled_alike(mine, theirs)


def _reworded(one: _Stated, parties: Sequence[_Party]) -> _Party | None:
    """Find the group that has other adjectives elsewhere ("slain priests", "Jesuit priests", "Jesuits")."""
    mine = _parts(one.name)
    for party in parties:
        if party.named or one.reports & party.reports:
            continue
        if any(
            one.kind == other.kind and (one.head in _parts(other.name) or other.head in mine)
            for other in party.wordings
        ):
            return party
    return None


def _described(one: _Stated, parties: Sequence[_Party]) -> _Party | None:
    """Find the person a description is of: "the minister" is the one who is called so beside the name."""
    called = [
        party
        for party in parties
        if any(one.head in words(phrase) for other in party.wordings if other.named for phrase in other.phrases)
    ]
    several = not any(one.head in words(phrase) for phrase in one.phrases)
    return called[0] if len(called) > int(several) else None


def _more_exact(one: _Stated, parties: Sequence[_Party]) -> _Party | None:
    """Find whom a general wording can only mean: no report lists the two side by side."""
    others = [party for party in parties if not one.reports & party.reports]
    if one.anyone:
        return next((p for p in others if one.role in _DOERS or p.named or p.best.kind in _MANY_SORTS), None)
    if one.kind in _MANY_SORTS:
        return None
    own = _parts(one.name) - _UNTOLD
    return next(
        (
            party
            for party in others
            if any(other.kind == one.kind and len(own - _parts(other.name)) <= 1 for other in party.wordings)
        ),
        None,
    )


def _supported(parties: Sequence[_Party]) -> list[_Party]:
    """Leave out what hardly anybody says where many say another thing, unless both stand side by side in a report."""
    first: dict[Role, _Party] = {}
    for party in parties:
        if party.role not in first or len(party.voices) > len(first[party.role].voices):
            first[party.role] = party
    return [
        party
        for party in parties
        if len(party.voices) * _ALONE >= len(first[party.role].voices) or party.reports & first[party.role].reports
    ]


def _of_one_part(parties: Sequence[_Party]) -> list[_Party]:
    """Leave out as doer whom as many voices name as the one it befell, but for the sides of a fight."""
    suffering = [party for party in parties if party.role in _SUFFERERS]

    def befell(doer: _Party) -> bool:
        return any(
            len(doer.voices) <= len(other.voices) and _parts(doer.best.name) == _parts(other.best.name)
            for other in suffering
        )

    return [
        party
        for party in parties
        if party.role not in _DOERS or party.best.kind not in _MANY_SORTS or not befell(party)
    ]


def _kind(party: _Party) -> str:
    """The kind of the wording shown; of a bare name what others call its bearer."""
    return party.best.kind or max((one.kind for one in party.wordings if one.named), default="")


@lru_cache(maxsize=1 << 12)
def _parts(name: str) -> frozenset[str]:
    """The words of a name, without articles and the ending of a plural."""
    return frozenset(_singular(word) for word in words(name) if word not in _LINKS)


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-3] + "man"
    return word.removesuffix("s").removesuffix("e") if len(word) > _LONG else word


def _spelled_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether two names of two words or more differ in how one word is spelled or divided ("Leon Gomez")."""
    less, more = sorted((mine, theirs), key=lambda parts: (len(parts), sorted(parts)))
    if len(less) < 2:
        return False
    own, rest = sorted(less - more), sorted(more - less)
    if "".join(own) in {"".join(rest), "".join(reversed(rest))} or "".join(rest) == "".join(reversed(own)):
        return bool(less & more)
    return len(own) == 1 and any(_one_letter(own[0], other) for other in rest)


def _one_letter(a: str, b: str) -> bool:
    """Say whether two words differ in one letter that is not the last: "Mario" and "Maria" are two."""
    if min(len(a), len(b)) < _LONG or a[-1] != b[-1]:
        return False
    short, long = sorted((a, b), key=len)
    same = next((at for at, (one, other) in enumerate(zip(short, long, strict=False)) if one != other), len(short))
    return long[same + 1 :] == short[same + (len(short) == len(long)) :]
