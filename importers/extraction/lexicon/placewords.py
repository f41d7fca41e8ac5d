"""The words that tell places, read from places.toml once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from importers.extraction.lexicon.files import SHIPPED
from importers.gazetteer.fold import fold

Level = Literal["country", "admin1", "admin2", "region", "town", "quarter", "district", "institution", "site"]
LEVELS: Final[dict[Level, int]] = {
    "country": 0, "admin1": 1, "region": 1, "admin2": 2, "town": 3, "quarter": 4, "district": 4,
    "institution": 5, "site": 5,
}  # fmt: skip
"""How specific a place of each kind is."""

_FILE: Final = SHIPPED / "places.toml"
_KINDS: Final[tuple[Level, ...]] = ("admin1", "admin2", "region", "town", "quarter", "district", "institution", "site")
_BEFORE_UNKNOWN: Final = ("locative_only", "at", "entered", "joining", "of")
_POINTING: Final = ("here_nouns", "capital", "here_alone", "same")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of places.toml, folded (see ``importers.gazetteer.fold``)."""

    kinds: dict[str, Level]
    """Words for kinds of places."""
    institutions: frozenset[str]
    suburbs: frozenset[str]
    villages: frozenset[str]
    known_only: frozenset[str]
    qualifiers: frozenset[str]
    before_bare: frozenset[str]
    part_of_name: frozenset[str]
    locative: frozenset[str]
    locative_only: frozenset[str]
    pairing: frozenset[str]
    joining: frozenset[str]
    offering: frozenset[str]
    at: frozenset[str]
    entered: frozenset[str]
    measured_from: frozenset[str]
    against: frozenset[str]
    struck: frozenset[str]
    belonging: frozenset[str]
    origin: frozenset[str]
    native: frozenset[str]
    goal: frozenset[str]
    heading: frozenset[str]
    abroad: frozenset[str]
    reaching: frozenset[str]
    borders: frozenset[str]
    shared: frozenset[str]
    being: frozenset[str]
    containing: frozenset[str]
    nearby: frozenset[str]
    determiners: frozenset[str]
    joined_articles: frozenset[str]
    indefinite: frozenset[str]
    capital: frozenset[str]
    of: frozenset[str]
    called: frozenset[str]
    called_as: frozenset[str]
    here: frozenset[str]
    here_nouns: frozenset[str]
    here_alone: frozenset[str]
    not_capital: frozenset[str]
    compass: frozenset[str]
    elsewhere: frozenset[str]
    never: frozenset[str]
    communities: frozenset[str]
    outlying: frozenset[str]
    same: frozenset[str]
    sections: frozenset[str]
    parts: frozenset[str]
    saying: frozenset[str]
    spokesmen: frozenset[str]
    hearers: frozenset[str]
    to_hearers: frozenset[str]
    measures: frozenset[str]
    long_measures: frozenset[str]
    between_measure: frozenset[str]
    opposite: frozenset[str]
    directions: frozenset[str]
    passed_over: frozenset[str]
    """Articles, compass words and what a place is said to be, between a preposition and a name."""
    before_unknown: frozenset[str]
    """What may stand right before a place that no list has."""
    pointing: frozenset[str]
    """What stands for a place told of before or by another name."""


@cache
def place_words() -> PlaceWords:
    """Read places.toml, once."""
    lists: dict[str, str] = tomllib.loads(_FILE.read_text("utf-8"))
    folded = {name: frozenset(fold(word) for word in text.split()) for name, text in lists.items()}
    institutions = folded["institution"]
    # A word of two kinds ("port") is the earlier, less specific one.
    kinds = {word: kind for kind in reversed(_KINDS) for word in sorted(folded.pop(kind))}
    compass = folded["compass"] | folded.pop("compass_es")
    passed_over = folded["determiners"] | folded["indefinite"] | compass | folded.pop("described")
    before_unknown = frozenset().union(*map(folded.__getitem__, _BEFORE_UNKNOWN))
    pointing = frozenset().union(*map(folded.__getitem__, _POINTING))
    return PlaceWords(
        kinds, institutions, **folded, passed_over=passed_over, before_unknown=before_unknown, pointing=pointing
    )


def without_place_words(phrase: str) -> str:
    """The name in "Borno state", "town of Tosagua"."""
    words, told = phrase.split(), place_words()
    while len(words) > 1 and (fold(words[0]) in told.kinds or fold(words[0]) in told.of):
        words.pop(0)
    while len(words) > 1 and fold(words[-1]) in told.kinds:
        words.pop()
    return " ".join(words)
