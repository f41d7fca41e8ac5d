"""Dictionary forms by simplemma, one look-up a word.

simplemma's data costs 0.25 s (English) and 0.9 s (Spanish) on first use, so it is imported by the first word asked for.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final
from unicodedata import normalize

LANGUAGES: Final = frozenset({"en", "es"})
"""The languages whose lemmas are looked up; elsewhere a word is its own lemma."""


@lru_cache(maxsize=1 << 16)
def lemma_of(word: str, language: str) -> str:
    """Return the lemma of ``word`` (small letters) in small letters; ``word`` itself where none is known."""
    if language not in LANGUAGES or not word.isalpha():
        return word
    import simplemma

    # What is in no dictionary may still be told by how it ends.
    return (_entry(word, language) or simplemma.lemmatize(word, lang=language)).lower()


def is_word(word: str, language: str) -> bool:
    """Tell whether ``word`` (small letters) is in the dictionary of ``language``. Names mostly are not."""
    return language in LANGUAGES and _entry(word, language) is not None


@lru_cache(maxsize=1 << 16)
def _entry(word: str, language: str) -> str | None:
    """The lemma that the dictionary gives for a word, None for a word it does not have."""
    return _dictionary()(normalize("NFC", word), language)


@cache
def _dictionary() -> Callable[[str, str], str | None]:
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy().get_lemma
