"""The grammars: TOML tables of words and rules, compiled once a language.

``words_<language>.toml`` holds the words by class. ``grammar_<language>.toml`` holds the rules by level, each a row of
its name, the class of node it makes, the builder that gives it its meaning, and its patterns: regular expressions over
class names (see ``vocabulary``), in which blanks mean nothing and a group ``p`` marks the phrase within its context.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final, cast

from importers.dating import builders, deictic, fields, parts, ranges, shifts
from importers.dating.cascade import Build, Level, Rule, level, rule
from importers.dating.vocabulary import Lexicon, build_lexicon

_BUILDERS: Final[dict[str, Build]] = {
    name: made
    for module in (builders, deictic, fields, parts, ranges, shifts)
    for name, made in vars(module).items()
    if callable(made) and not name.startswith("_")
}
_ORDERS: Final = ("day_first", "month_first")
"""The builders of dates in figures."""
OWN: Final = ("en", "es")
"""The languages with a grammar of their own."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's words and its rules, level by level."""

    lexicon: Lexicon
    levels: tuple[Level, ...]


def grammar(language: str, day_first: bool | None = None) -> Grammar:
    """Give the grammar for an ISO 639-1 code; languages without their own share one.

    ``day_first``: which number of a date in figures is the day, if that is known; else the language's habit counts.
    """
    return _load(language if language in OWN else "any", day_first)


@lru_cache(maxsize=6)
def _load(language: str, day_first: bool | None) -> Grammar:
    table = _read(f"grammar_{language}.toml")
    macros = cast("dict[str, str]", table["macros"])
    levels = tuple(
        level(_rule(row, macros, day_first) for row in cast("list[list[str]]", table[name]))
        for name in cast("list[str]", table["levels"])
    )
    return Grammar(Lexicon({}) if language == "any" else build_lexicon(_read(f"words_{language}.toml")), levels)


def _rule(row: list[str], macros: dict[str, str], day_first: bool | None) -> Rule:
    name, makes, build, *patterns = row
    if build in _ORDERS and day_first is not None:
        build = _ORDERS[not day_first]
    return rule(name, makes, "|".join(patterns), _BUILDERS[build], macros)


def _read(name: str) -> dict[str, object]:
    return tomllib.loads(files("importers.dating").joinpath(name).read_text(encoding="utf-8"))
