"""What a paragraph opens with to say where or when its news was: "Kano:", "Pataz (La Libertad)", "3 May, Loja"."""

from collections.abc import Collection, Sequence
from typing import Final

from importers.language.tokens import Token

MARKS: Final = frozenset(".:-–—|")
"""What parts it from what is told."""
BULLETS: Final = frozenset("-–—•·*●▪")
_JOINING: Final = frozenset(
    {",", "(", ")", "/", "&", "and", "of", "the", "y", "e", "de", "del", "la", "las", "los", "el"}
)
_LONGEST: Final = 10
"""Words and marks."""


def end_of_names(tokens: Sequence[Token], at: int, named: Collection[int]) -> int | None:
    """Return the index of the mark behind the names that stand at ``at``, that of the end where they fill the line.

    None where other words stand among them, or no name that is told to be a place. ``named``: the indexes of the words
    of places.
    """
    told = False
    for index in range(at, min(at + _LONGEST, len(tokens))):
        token = tokens[index]
        if index in named:
            told = True
        elif token.text in MARKS:
            return index if told else None
        elif token.lower not in _JOINING and not (token.kind == "word" and token.is_capital):
            return None
    return len(tokens) if told and len(tokens) - at <= _LONGEST else None
