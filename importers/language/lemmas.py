"""Dictionary forms by simplemma, one look-up a word.

simplemma's data costs 0.25 s (English) and 0.9 s (Spanish) on first use, so it is imported by the first word asked for.
"""

from functools import lru_cache
from typing import Final

LANGUAGES: Final = frozenset({"en", "es"})
"""The languages whose lemmas are looked up; elsewhere a word is its own lemma."""


@lru_cache(maxsize=1 << 16)
def lemma_of(word: str, language: str) -> str:
    """Return the lemma of ``word`` (small letters) in small letters; ``word`` itself where none is known."""
    if language not in LANGUAGES or not word.isalpha():
        return word
    import simplemma

    return simplemma.lemmatize(word, lang=language).lower()


@lru_cache(maxsize=1 << 16)
def is_word(word: str, language: str) -> bool:
    """Tell whether ``word`` (small letters) is in the dictionary of ``language``. Names mostly are not."""
    if language not in LANGUAGES:
        return False
    import simplemma

    return simplemma.is_known(word, lang=language)
