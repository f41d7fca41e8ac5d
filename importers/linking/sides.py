"""The sides of a fight, as the words for its parties tell them: which wordings may be one party, and which cannot.

"Guerrillas" and "the army" are two sides; "gunmen" may be of any. What is named apart is told apart: "ELN guerrillas"
are not the FMLN, and Honduran troops not the Salvadoran army.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from importers.extraction.lexicon.namewords import name_words
from importers.gazetteer.countries import names, peoples
from importers.language.lemmas import is_word
from importers.linking.words import WORD, fold, words

_ANYONE: Final = (
    "person", "people", "individual", "man", "other", "others", "someone", "victim", "subject", "hostage",
    "captive", "companion", "group", "organization", "perpetrator", "killer", "murderer", "attacker", "assailant",
    "gunman", "assassin", "hitman", "kidnapper", "captor", "bomber", "aggressor", "culprit", "shooter", "suspect",
    "criminal",
    "persona", "gente", "individuo", "hombre", "otro", "víctima", "sujeto", "rehén", "cautivo", "compañero", "grupo",
    "organización", "autor", "responsable", "asesino", "atacante", "agresor", "desconocido", "encapuchado",
    "enmascarado", "sicario", "pistolero", "secuestrador", "sospechoso", "tirador", "gatillero", "delincuente",
    "antisocial", "malhechor",
)  # fmt: skip
_UNTOLD: Final = (
    "unidentified", "unknown", "alleged", "presumed", "suspected", "hooded", "masked", "several", "other", "armed",
    "self-styled", "so-called", "autodenominado", "autodenominada",
    "desconocido", "presunto", "supuesto", "encapuchado", "enmascarado", "vario", "otro", "armado",
)  # fmt: skip
_FIGHTERS: Final = (
    "group", "terrorist", "extremist", "militant", "fighter", "mercenary", "mercenaries", "militia", "militiaman",
    "jihadist", "jihadi", "islamist", "fundamentalist", "fanatic", "radical", "irregular",
    "grupo", "terrorista", "extremista", "combatiente", "mercenario", "milicia", "miliciano", "yihadista", "islamista",
    "fanático",
)  # fmt: skip
"""Nouns for those who fight a state, or whom it fights, that do not say for whom they do."""
_GOVERNING: Final = (
    "government", "regime", "authority", "authorities", "junta", "dictatorship", "cabinet", "ministry",
    "gobierno", "régimen", "autoridad", "autoridades", "dictadura", "gabinete", "ministerio",
)  # fmt: skip
"""Officials who are the state; others are persons."""
_VAGUEST: Final = frozenset({
    "person", "people", "other", "others", "someone", "group", "organization", "organisation",
    "perpetrator", "killer", "murderer", "culprit",
    "persona", "gente", "otro", "alguien", "grupo", "organización", "autor", "responsable", "asesino",
})  # fmt: skip
"""Nouns for anybody that do not even tell men from women, or no more than that they did it."""
_BODIES: Final = frozenset({
    "army", "force", "military", "police", "guard", "navy", "battalion", "brigade", "regiment", "patrol", "unit",
    "staff", "command",
    "ejército", "fuerza", "policía", "guardia", "armada", "batallón", "brigada", "regimiento", "patrulla", "unidad",
    "mando",
})  # fmt: skip
"""Nouns for all the men of a force of the state."""
_MEMBERS: Final = frozenset({"member", "element", "personnel", "miembro", "elemento", "integrante", "efectivo"})
"""Nouns for some of them ("members of the army")."""
_WHOLE_FORCE: Final = frozenset({"army", "armed", "forces", "military", "ejercito", "fuerzas", "armadas"})
"""Words of which the names are made by which a state's army is called."""
_OFFICIAL: Final = "official"
_LINKS: Final = frozenset({
    "a", "an", "and", "of", "the", "his", "her", "its", "their",
    "el", "la", "los", "las", "de", "del", "un", "una", "y", "e", "su", "sus",
})  # fmt: skip
MANY_SORTS: Final = frozenset({"", "civilians", "official", "candidate"})
"""Kinds of people who are told apart by more than their kind; two wordings of another kind are one side of a fight."""
_OF_ANYONE: Final = MANY_SORTS | {"band", "gang", "thieves"}
"""The kinds of a noun that may mean anyone: "unidentified men" are a gang at most."""
STATE: Final = "state"
_SIDES: Final = {
    "army": STATE, "police": STATE, "prison_guards": STATE, "official": STATE, "mob": "crowd",
    **dict.fromkeys(("", "band", "civilians", "candidate", "court", "assembly"), ""),
}  # fmt: skip
LONG: Final = 5
"""Letters from which on a word may be spelled in two ways, and beyond which it may end in a plural."""
_ACRONYM: Final = 3
"""Letters of the shortest abbreviation."""


def parts(name: str) -> frozenset[str]:
    """Give the words of a name, without articles and the ending of a plural."""
    return frozenset(_parts(name))


def is_one_of(name: str, named: Sequence[frozenset[str]]) -> bool:
    """Say whether somebody is among those whose names are ``named``, in full or in short."""
    who = parts(name)
    return bool(who) and any(who <= other or other <= who for other in named)


@lru_cache(maxsize=1 << 12)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(singular(word) for word in words(name) if word not in _LINKS)


def singular(word: str) -> str:
    """Give a word without the ending of a plural, alike for both numbers."""
    if word.endswith("men"):
        return word[:-3] + "man"
    return word.removesuffix("s").removesuffix("e") if len(word) > LONG else word


_SOMEBODY: Final = frozenset(singular(word) for noun in _ANYONE for word in words(noun))
"""Nouns that say nothing beside any other, unless an adjective says more ("military men")."""
_ANY_FIGHTERS: Final = frozenset(singular(word) for noun in _FIGHTERS for word in words(noun))
_GOVERNMENT: Final = frozenset(singular(word) for noun in _GOVERNING for word in words(noun))
UNTOLD: Final = frozenset(singular(word) for adjective in _UNTOLD for word in words(adjective))
"""Adjectives that do not tell people apart."""


def means_anyone(name: str, kind: str) -> bool:
    """Say whether a noun of this kind, alone or with others, may mean any of them ("men", "the attackers")."""
    return kind in _OF_ANYONE and not _SOMEBODY.isdisjoint(_parts(name))


def says_nothing(head: str) -> bool:
    """Say whether a noun tells nothing of people, not even beside the name of their body."""
    return head in _VAGUEST


def is_body(name: str, head: str) -> bool:
    """Say whether a wording means all the men of a force of the state together, by its noun."""
    return head in _BODIES and _MEMBERS.isdisjoint(_parts(name))


@dataclass(frozen=True, slots=True)
class Side:
    """What the words for a party tell of whose side it is on."""

    side: str
    """The side, where its kind tells one: of the state, or what its kind is called."""
    name: str
    phrases: frozenset[str]
    """What else it is called."""
    person: bool
    """Whether it is a person's name."""
    languages: frozenset[str]
    """The languages of the articles: a word of theirs is no name."""

    @property
    def armed(self) -> bool:
        """Whether it is a side other than the state's."""
        return self.side not in ("", STATE)

    @property
    def any_fighters(self) -> bool:
        """Whether it is told only to be no force of the state ("an armed group", "terrorists")."""
        return self.armed and parts(self.name) - UNTOLD <= _ANY_FIGHTERS

    @property
    def nations(self) -> frozenset[str]:
        """The codes of the countries named in it."""
        return frozenset(_nations(words(self.name)))

    @property
    def whole_force(self) -> bool:
        """Whether it is called by the nouns for all of a state's men alone ("the Salvadoran Army", "Armed Forces")."""
        told = frozenset(word for word in words(self.name) if word not in peoples())
        return self.side == STATE and told <= _WHOLE_FORCE | _LINKS

    @property
    def own(self) -> frozenset[str]:
        """The words of names in it, by which it is told from others of its kind."""
        named = (self.name, *self.phrases)
        told = frozenset().union(*(_own(name, self.languages, by_capitals=self.side != STATE) for name in named))
        return told - _ANY_FIGHTERS

    def excludes(self, other: "Side") -> bool:
        """Say whether the two cannot be one party: two sides, armies of two states, or two bodies by their names."""
        if not self.side or not other.side:
            return False
        if self.any_fighters or other.any_fighters:
            return STATE in (self.side, other.side)
        if self.side != other.side or _apart(self.nations, other.nations):
            return True
        return self.side != STATE and bool(self.own and other.own) and not self.shares_name(other)

    def may_be(self, other: "Side") -> bool:
        """Say whether nothing that is named in the one is missing in the other."""
        return not _apart(self.nations, other.nations) and (not self.own or self.shares_name(other))

    def shares_name(self, other: "Side") -> bool:
        """Say whether the two have a name in common, or one an abbreviation of the other's."""
        if not self.own.isdisjoint(other.own):
            return True
        return _abbreviates(self.own, parts(other.name)) or _abbreviates(other.own, parts(self.name))


def side_of(name: str, kind: str, languages: frozenset[str], phrases: frozenset[str] = frozenset()) -> Side:
    """Read what a party of this kind is called, by its name and in the phrases of the articles."""
    told = words(name)
    side = _SIDES.get(kind, kind)
    if kind == _OFFICIAL and _GOVERNMENT.isdisjoint(parts(name)):
        side = ""
    country = not kind and " ".join(told) in names()
    person = side in ("", STATE) and not country and _is_person(told)
    if country:
        side = STATE
    elif person or means_anyone(name, kind):
        side = ""
    return Side(side, name, phrases, person, languages)


def _apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _abbreviates(short: frozenset[str], long: frozenset[str]) -> bool:
    """Say whether a word is made of the first letters of others, in any order, as translated names have them."""
    initials = Counter(word[0] for word in long)
    return any(len(word) >= _ACRONYM and Counter(word) <= initials for word in short)


def _is_person(told: Sequence[str]) -> bool:
    lists = name_words()
    known = (lists.given, lists.surnames, lists.particles)
    return bool(told) and (told[0] in lists.given or all(any(word in names for names in known) for word in told))


def _nations(told: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(told):
        for name in (word, f"{word} {told[at + 1]}" if at + 1 < len(told) else ""):
            code = peoples().get(name) or names().get(name)
            if code:
                yield code


@lru_cache(maxsize=1 << 12)
def _own(name: str, languages: frozenset[str], *, by_capitals: bool) -> frozenset[str]:
    """Give the words that are names: in no dictionary, or with a capital within words that have none."""
    cased = by_capitals and not name.isupper()
    found = []
    for at, word in enumerate(match[0] for match in WORD.finditer(name)):
        known = any(is_word(word.lower(), language) for language in languages)
        if fold(word) not in peoples() and (not known or (cased and at and word[0].isupper())):
            found.append(singular(fold(word)))
    return frozenset(found)
