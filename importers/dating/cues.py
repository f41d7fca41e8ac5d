"""What a rule cannot match without: most sentences hold nothing of what most rules read, and are never put to them.

Reads patterns as ``vocabulary.spelled`` writes them: class characters, groups and alternatives, ``? * + $``, and
looks ahead or behind.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

from importers.dating.vocabulary import CHAR, IDLE

Needs = tuple[frozenset[str], ...]
"""Alternatives; each with all the class characters that it asks for.

Not with those of ``IDLE``, which most sentences hold.
"""
_NOTHING: Final[Needs] = (frozenset(),)
_CLASSES: Final = frozenset(CHAR.values())
_GROUP: Final = re.compile(r"\((?:\?P<\w+>|\?:|(?P<around>\?<?[=!]))?")


def needs(pattern: str) -> Needs:
    """What every match of a spelled pattern holds."""
    return _alternatives(pattern, 0)[0]


def met(alternatives: Needs, present: frozenset[str]) -> bool:
    """Whether nodes of the classes that are ``present`` hold what a match needs."""
    return any(map(present.issuperset, alternatives))


def _alternatives(pattern: str, at: int) -> tuple[Needs, int]:
    """The needs of the alternatives from ``at`` on, and where the bracket stands that closes them."""
    found: list[frozenset[str]] = []
    needed: list[Needs] = []
    while at < len(pattern) and pattern[at] != ")":
        mark = pattern[at]
        if opening := _GROUP.match(pattern, at):
            inner, at = _alternatives(pattern, opening.end())
            needed.append(_NOTHING if opening["around"] else inner)
        elif mark == "|":
            found += _in_row(needed)
            needed = []
        elif mark in "?*":
            needed.pop()
        elif mark in _CLASSES:
            needed.append(_NOTHING if mark in IDLE else (frozenset(mark),))
        elif mark not in "+$":
            raise ValueError(f"a grammar's pattern has no {mark!r}")
        at += 1
    return _fewest([*found, *_in_row(needed)]), at


def _in_row(needed: Sequence[Needs]) -> Needs:
    """What is asked for by all of what stands in a row: each choice of their alternatives is one."""
    return _fewest([frozenset().union(*choice) for choice in product(*needed)])


def _fewest(alternatives: Iterable[frozenset[str]]) -> Needs:
    """The alternatives without those that ask for all that another does, and more."""
    every = list(dict.fromkeys(alternatives))
    return tuple(one for one in every if not any(other < one for other in every))
