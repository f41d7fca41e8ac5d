"""What a name found in a sentence is, and what its words can be: shared by prose and text in capitals."""

from typing import Final, Literal

from importers.extraction.lexicon.namewords import name_words
from importers.language.tokens import Sentence
from store.records.record import record


@record
class Found:
    """A name at ``tokens[first:last]`` and its title at ``tokens[title[0]:title[1]]``."""

    first: int
    last: int
    kind: Literal["person", "organisation", "place", "other"]
    title: tuple[int, int] | None


def function_words(language: str) -> frozenset[str]:
    """Return the words that are never part of a name, in small letters."""
    known = name_words()
    return known.function_es if language == "es" else known.function_en


_FULL_STOPS: Final = frozenset(".!?")


def capitals_tell(sentence: Sentence) -> bool:
    """Tell whether a capital letter means a name: not in text all in capitals nor in a headline."""
    if sentence.capitals:
        return False
    if not _FULL_STOPS.isdisjoint([token.text for token in sentence.tokens[-2:]]):
        return True
    capital = other = 0
    for token in sentence.tokens:
        if token.kind == "word" and len(token.text) > 3:
            if token.is_capital:
                capital += 1
            else:
                other += 1
    return capital < 4 or capital < 3 * other
