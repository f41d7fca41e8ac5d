"""What a rule cannot match without: most sentences hold nothing of what most rules read, and are never put to them.

Reads patterns as ``vocabulary.spelled`` writes them: class characters, groups and alternatives, ``? * + $``, and
looks ahead or behind.
"""

import re
from collections.abc import Sequence
from typing import Final

from importers.dating.vocabulary import CHAR, IDLE

ANY: Final = frozenset(CHAR.values())
_GROUP: Final = re.compile(r"\((?:\?P<\w+>|\?:|(?P<around>\?<?[=!]))?")


def cues(pattern: str) -> frozenset[str]:
    """Class characters of which every match of a spelled pattern holds at least one; all of them if none is sure."""
    return _group(pattern, 0)[0]


def _group(pattern: str, at: int) -> tuple[frozenset[str], int]:
    """The cues of the alternatives from ``at`` on, and where the bracket stands that closes them."""
    found: frozenset[str] = frozenset()
    needed: list[frozenset[str]] = []
    while at < len(pattern) and pattern[at] != ")":
        mark = pattern[at]
        if opening := _GROUP.match(pattern, at):
            inner, at = _group(pattern, opening.end())
            needed.append(ANY if opening["around"] else inner)
        elif mark == "|":
            found |= _rarest(needed)
            needed = []
        elif mark in "?*":
            needed.pop()
        elif mark in ANY:
            needed.append(frozenset(mark))
        elif mark not in "+$":
            raise ValueError(f"a grammar's pattern has no {mark!r}")
        at += 1
    return found | _rarest(needed), at


def _rarest(needed: Sequence[frozenset[str]]) -> frozenset[str]:
    """Of what all must be there, that which fewest sentences hold."""
    return min(needed, key=lambda cue: (len(cue & IDLE), len(cue)), default=ANY)
