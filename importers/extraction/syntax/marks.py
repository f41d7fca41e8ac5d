"""What a mark does in its sentence: a dash that parts a phrase or joins two words, the apostrophe of an owner."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from importers.language.tokens import Token

_LONG_DASHES: Final = frozenset({"—", "--"})
DASHES: Final = _LONG_DASHES | {"–", "-"}


def sets_off(tokens: Sequence[Token], at: int) -> bool:
    """Does the dash at ``at`` do what a comma does ("el alcalde —Luis Paz— fue", "two men – both guards – fled")?

    Not one that joins words, is between numbers or opens the sentence; nor what parts two names between spaces, a
    hyphen or a lone dash ("the Loja – Cali highway"). A hyphen close to one word is one of a pair ("-Luis Paz-").
    """
    if not 0 < at < len(tokens) - 1 or tokens[at - 1].kind == tokens[at + 1].kind == "number":
        return False
    mark, leans = tokens[at].lower, _leans(tokens, at)
    if mark in _LONG_DASHES or leans == (True, True):
        return mark in _LONG_DASHES
    if leans == (False, False):
        named = tokens[at - 1].text[0].isupper() and tokens[at + 1].text[0].isupper()
        return not named or (mark != "-" and sum(token.lower == mark for token in tokens) > 1)
    others = range(at + 1, len(tokens) - 1) if leans == (False, True) else range(1, at)
    return mark != "-" or any(tokens[one].lower == "-" and _leans(tokens, one) == leans[::-1] for one in others)


def _leans(tokens: Sequence[Token], at: int) -> tuple[bool, bool]:
    """Does the mark at ``at`` stand right behind the word before it, and right before the one behind it?

    Another mark behind it is no word ("-Luis Paz-,").
    """
    behind = tokens[at + 1]
    close = tokens[at].end == behind.start and behind.kind != "punct"
    return tokens[at - 1].end == tokens[at].start, close


def marks_owner(tokens: Sequence[Token], at: int) -> bool:
    """Is the apostrophe at ``at`` that of a plural owner ("the girls' school"), and not the end of a quotation?"""
    if not 0 < at < len(tokens) - 1 or not tokens[at - 1].lower.endswith("s") or tokens[at - 1].end != tokens[at].start:
        return False
    if tokens[at + 1].kind != "word":
        return False
    mark = tokens[at].lower
    opening = {mark, "‘" if mark == "’" else mark}
    return not any(
        token.lower in opening and token.end == following.start for token, following in pairwise(tokens[: at + 1])
    )
