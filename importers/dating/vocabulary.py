"""The word classes the grammars are written in, and the words of a language that belong to them.

A text is turned into one character per word (its class), so that a grammar rule is an ordinary regular
expression over classes, written with their names: ``"THE? ORD UNIT OF MONTH"``. This keeps the grammars
declarative and fast: most words of a text have the class OTHER and match nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, cast

CLASSES: Final[tuple[str, ...]] = (
    # what the lexer itself knows
    "OTHER",
    "BREAK",
    "DOT",
    "COMMA",
    "HYPHEN",
    "DASH",
    "SLASH",
    "APOSTROPHE",
    "POSSESSIVE",
    "OPEN",
    "CLOSE",
    "COLON",
    "DAYNUM",
    "YEARNUM",
    "NUM",
    "ORDINAL",
    "CLOCK",
    "AMPM",
    "DECADENUM",
    "FULLDATE",
    # words
    "NUMWORD",
    "SCALE",
    "ROMAN",
    "MONTH",
    "MAYBEMONTH",
    "MAYBEDAY",
    "MAYBESEASON",
    "WEEKDAY",
    "WEEKDAYS",
    "SEASON",
    "HOLIDAY",
    "PART",
    "PARTS",
    "NOON",
    "UNIT",
    "UNITS",
    "TUNIT",
    "TUNITS",
    "QUARTER",
    "QUARTERS",
    "HALF",
    "WEEKEND",
    "WEEKENDS",
    "FISCAL",
    "PERIOD",
    "YEARWORD",
    "DECADEWORD",
    "DEICTIC",
    "TONIGHT",
    "OVERNIGHT",
    "THIS",
    "THAT",
    "SAME",
    "LAST",
    "PAST",
    "NEXT",
    "COMING",
    "FOLLOWING",
    "CURRENT",
    "LATEST",
    "BEFORELAST",
    "RECENT",
    "EACH",
    "AGO",
    "EARLIER",
    "LATER",
    "BEFORE",
    "AFTER",
    "HENCE",
    "EARLY",
    "LATE",
    "MID",
    "ENDOF",
    "STARTOF",
    "MIDDLEOF",
    "ABOUT",
    "MORETHAN",
    "LESSTHAN",
    "SUFFIX",
    "A",
    "THE",
    "OF",
    "IN",
    "ON",
    "AT",
    "BY",
    "FOR",
    "SINCE",
    "UNTIL",
    "FROM",
    "TO",
    "BETWEEN",
    "AND",
    "OR",
    "DURING",
    "WITHIN",
    "FEW",
    "MORE",
    "ONLY",
    "NOW",
    "PASTREF",
    "FUTUREREF",
    "TIMES",
    "SETWORD",
    "OLD",
    "ZONE",
    "OCLOCK",
    "DAYWORD",
    "FULL",
    "EVE",
    "WEEKWORD",
    "ITS",
    "TILL",
    "TRADING",
    "THERE",
    "VAGUE",
    "NEAR",
    "QLETTER",
    "HALFWORD",
    "TEE",
    "STARTING",
    "SOONAS",
    "DEL",
    "NAMED",
    "MONEY",
    "AS",
    "THES",
    "ENDED",
    "AWAY",
    "STOP",
    # what the cascade makes
    "COUNT",
    "QTY",
    "TIME",
    "DATE",
    "SPAN",
    "REF",
    "SETNODE",
)
CHAR: Final[Mapping[str, str]] = {name: chr(0x100 + number) for number, name in enumerate(CLASSES)}
NAME: Final[Mapping[str, str]] = {char: name for name, char in CHAR.items()}
IDLE: Final = frozenset(
    CHAR[name]
    for name in (
        "OTHER",
        "BREAK",
        "DOT",
        "COMMA",
        "HYPHEN",
        "DASH",
        "SLASH",
        "APOSTROPHE",
        "POSSESSIVE",
        "OPEN",
        "CLOSE",
        "COLON",
        "A",
        "THE",
        "OF",
        "IN",
        "ON",
        "AT",
        "BY",
        "FOR",
        "FROM",
        "TO",
        "BETWEEN",
        "AND",
        "OR",
        "DURING",
        "WITHIN",
        "THAT",
        "MORE",
        "ITS",
        "ABOUT",
        "MORETHAN",
        "LESSTHAN",
        "UNTIL",
        "SINCE",
    )
)
"""Classes of what any sentence holds: words of these alone tell no time."""

Value = float | str
"""What a word means within its class: a month's number, a unit's name, a count."""

_PLAIN: Final = dict(zip("áéíóúü", "aeiouu", strict=True))
_NAME = re.compile(r"(?<!\?)\b[A-Z]+\b")


def spelled(pattern: str, macros: Mapping[str, str]) -> str:
    """Write a rule over class names as a regular expression over class characters; blanks mean nothing."""

    def spell(match: re.Match[str]) -> str:
        name = match[0]
        if name in macros:
            return "(?:" + _NAME.sub(spell, macros[name]) + ")"
        return CHAR[name]

    return re.sub(r"\s+", "", _NAME.sub(spell, pattern))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The time words of one language: ``words`` by lower-case form, ``phrases`` of several words by their first."""

    words: Mapping[str, tuple[str, Value]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, Value], ...]] = field(default_factory=dict)
    written_small: frozenset[str] = frozenset()
    """Classes whose words have no capital of their own, so that one tells of a name ("Julio Vera", "Plaza de Mayo")."""


def without_accents(word: str) -> str:
    """Write a word as much wire copy does: "miércoles" as "miercoles" (but "año" stays, for "ano" is another word)."""
    return "".join(_PLAIN.get(char, char) for char in word)


def build_lexicon(table: Mapping[str, object]) -> Lexicon:
    """Make a lexicon of a table as TOML gives it: class -> words, or class -> value -> words."""
    words: dict[str, tuple[str, Value]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, Value]]] = {}
    small = frozenset(CHAR[name] for name in cast("list[str]", table.get("written_small", ())))
    for name, entries in table.items():
        if name == "written_small":
            continue
        groups = cast("dict[str, list[str]]", entries if isinstance(entries, dict) else {"": entries})
        for key, spelled in groups.items():
            value: Value = int(key) if re.fullmatch(r"-?\d+", key) else key
            for entry in sorted({*spelled, *map(without_accents, spelled)}):
                parts = tuple(re.findall(r"['’]s\b|[^\W\d_]+|\S", entry))
                if len(parts) == 1:
                    words[entry] = (CHAR[name], value)
                else:
                    phrases.setdefault(parts[0], []).append((parts, CHAR[name], value))
    ordered = {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in phrases.items()}
    return Lexicon(words, ordered, small)
