"""What a rule cannot match without: most sentences hold nothing of what most rules read, and are never put to them.

Reads patterns as ``vocabulary.spelled`` writes them: class characters, groups and alternatives, ``? * + $``, and
looks ahead or behind.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from importers.dating.vocabulary import CHAR, IDLE

Needs = tuple[tuple["str | Needs", ...], ...]
"""Alternatives; each with all the class characters, or alternatives of them, that it asks for.

Not with those of ``IDLE``, which most sentences hold.
"""
_NOTHING: Final[Needs] = ((),)
_CLASSES: Final = frozenset(CHAR.values())
_GROUP: Final = re.compile(r"\((?:\?P<\w+>|\?:|(?P<around>\?<?[=!]))?")


def needs(pattern: str) -> Needs:
    """What every match of a spelled pattern holds."""
    return _alternatives(pattern, 0)[0]


def classes(alternatives: Needs) -> Iterator[str]:
    """All class characters that are asked for, some of them several times."""
    for needed in alternatives:
        for need in needed:
            yield from (need if isinstance(need, str) else classes(need))


def met(alternatives: Needs, present: frozenset[str]) -> bool:
    """Whether nodes of the classes that are ``present`` hold what a match needs."""
    return any(
        all(need in present if isinstance(need, str) else met(need, present) for need in needed)
        for needed in alternatives
    )


def _alternatives(pattern: str, at: int) -> tuple[Needs, int]:
    """The needs of the alternatives from ``at`` on, and where the bracket stands that closes them."""
    found: list[tuple[str | Needs, ...]] = []
    needed: list[str | Needs] = []
    while at < len(pattern) and pattern[at] != ")":
        mark = pattern[at]
        if opening := _GROUP.match(pattern, at):
            inner, at = _alternatives(pattern, opening.end())
            needed.append(_NOTHING if opening["around"] else inner)
        elif mark == "|":
            found.append(tuple(needed))
            needed = []
        elif mark in "?*":
            needed.pop()
        elif mark in _CLASSES:
            needed.append(_NOTHING if mark in IDLE else mark)
        elif mark not in "+$":
            raise ValueError(f"a grammar's pattern has no {mark!r}")
        at += 1
    return _without_nothing([*found, tuple(needed)]), at


def _without_nothing(alternatives: Iterable[tuple[str | Needs, ...]]) -> Needs:
    """What they ask for and no more: alternatives one of which asks for nothing ask for nothing."""
    asked = tuple(tuple(need for need in needed if need != _NOTHING) for needed in alternatives)
    return asked if all(asked) else _NOTHING
