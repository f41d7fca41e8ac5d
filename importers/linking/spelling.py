"""Is it one name, spelled or cut in two ways ("Valdemar" and "Waldemar", "Ana Isabel Mora" and "Isabel Mora Paz")?"""

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import Levenshtein

from importers.extraction.lexicon.namewords import name_words
from importers.linking.sides import LONG

_SLIPS: Final = 2
"""Letters in which a surname may be spelled differently."""


def spelled_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether two names of two words or more differ in how one word is spelled or divided ("Leon Gomez").

    A surname may be spelled in two ways where two more words agree; "Mario" and "Maria" are two at any rate.
    """
    less, more = sorted((mine, theirs), key=lambda told: (len(told), sorted(told)))
    if len(less) < 2:
        return False
    own, rest = sorted(less - more), sorted(more - less)
    if "".join(own) in {"".join(rest), "".join(reversed(rest))} or "".join(rest) == "".join(reversed(own)):
        return bool(less & more)
    if len(own) != 1:
        return False
    return any(_one_letter(own[0], other) or (len(less) > 2 and _one_surname(own[0], other)) for other in rest)


def continues(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether the one ends as the other begins, in two words or more ("Ana Isabel Mora", "Isabel Mora Paz")."""
    shortest = min(len(one), len(other))
    return any(one[-size:] == other[:size] or other[-size:] == one[:size] for size in range(2, shortest))


def _one_letter(a: str, b: str) -> bool:
    """Say whether two words differ in one letter that is not the last."""
    if min(len(a), len(b)) < LONG or a[-1] != b[-1]:
        return False
    short, long = sorted((a, b), key=len)
    same = next((at for at, (one, other) in enumerate(zip(short, long, strict=False)) if one != other), len(short))
    return long[same + 1 :] == short[same + (len(short) == len(long)) :]


def _one_surname(a: str, b: str) -> bool:
    """Say whether two words, neither a given name, begin alike and differ in two letters at most."""
    if min(len(a), len(b)) < LONG or a[:2] != b[:2] or not name_words().given.isdisjoint((a, b)):
        return False
    return Levenshtein.distance(a, b, score_cutoff=_SLIPS) <= _SLIPS
