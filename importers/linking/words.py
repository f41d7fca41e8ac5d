"""Words as they are compared: small letters, no accents, no punctuation, each with its place in the text."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from store.records.span import Span

DEFINITE = frozenset({"the", "these", "those", "el", "la", "los", "las", "estos", "estas", "esos", "esas"})
"""Words by which those meant are told of as known."""
WORD = re.compile(r"[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+|\n+")


def words(text: str) -> list[str]:
    """Give the words of a text, normalised, in order."""
    return [*map(fold, WORD.findall(text))]


def words_with_spans(text: str) -> tuple[list[str], list[Span]]:
    """Give the words of a text, normalised, and where each stands."""
    found = list(WORD.finditer(text))
    return [fold(match[0]) for match in found], [Span(match.start(), match.end()) for match in found]


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """One word in small letters without accents or apostrophes ("Ordóñez" and "ORDONEZ" are one)."""
    if word.isascii():
        return word.lower().replace("'", "")
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char) and char not in "'’")


def rough_sentences(text: str) -> Iterator[Span]:
    """Where the sentences of a text lie, cut at full stops and line ends.

    Rougher than ``importers.language.tokens`` and much faster: both sides of a comparison are cut alike, which is all
    that finding shared sentences needs.
    """
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if text[start : end.start()].strip():
            yield Span(start, end.start())
        start = end.end()
    if text[start:].strip():
        yield Span(start, len(text))
