"""The language of an article: script first, then function words, then the dictionaries of simplemma.

Function words decide news of any length and casing in microseconds; simplemma's own detection loads a dictionary for
each language it compares (seconds, hundreds of MB), so only the two whose events are looked for are ever asked.
"""

import re
from typing import Final

from importers.language.lemmas import is_word

_PREFIX: Final = 2000
"""Characters read: later text of an article is in the same language."""

_WORD = re.compile(r"[^\W\d_]+")

_FUNCTION_WORDS: Final[dict[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in a that is was for on with by at from said has have were are it an which who not",
        "es": "el la de que y en los las del se por con una un para su al lo como más fue dijo tras según sus pero es "
        "a este esta cuando ayer hoy dos tres desde",
        "pt": "o os da do que e em não uma um para com no na dos das ao pela foi são mais disse como se segundo os "
        "a dois desde",
        "fr": "le la les de des et du une un est dans en pour qui que par sur avec au aux ses pas sont été selon ce "
        "plus a à ont après il elle",
        "de": "der die das und in den von mit dem ist nicht ein eine im auf sich des für wurde nach auch als zu hat "
        "wird am an bei einem einer einen wie sind worden",
        "it": "il di che e la in della un una per con del non sono le gli dei nel alla è stato dopo più anche ha da al "
        "si hanno",
        "ca": "el la els les de i que amb per una un del dels va ha als seva aquest aquesta són més és dos",
        "nl": "de het een van en in is dat op te met voor niet zijn aan werd door bij na ook die heeft",
        "sv": "och att det som en på är av för med den till inte har om ett var från efter",
        "da": "og at det som en på er af for med den til ikke har om et var fra efter blev",
        "nb": "og at det som en på er av for med den til ikke har om et var fra etter ble",
        "pl": "i w na z do że się nie jest o jak przez po od za są dla został oraz przed",
        "ro": "și de în la cu care pe din nu a fost un o pentru mai au este al prin după",
        "tr": "ve bir bu için ile da de olarak daha çok sonra kadar olan gibi ne en",
        "id": "yang dan di untuk dengan dari pada ini itu tidak dalam akan telah oleh ke",
        "eu": "eta da ez du dira zen dute izan bat ere baina hau duen",
        "gl": "o a os as e que do da dos das non unha un para con nos máis foi segundo",
    }.items()
}

_LANGUAGES_OF: Final[dict[str, tuple[str, ...]]] = {
    word: tuple(language for language, words in _FUNCTION_WORDS.items() if word in words)
    for word in sorted(frozenset[str]().union(*_FUNCTION_WORDS.values()))
}

_SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
"""The language that stands for a script, with the script's letters; the first that has a quarter of the letters."""

_OWN_LETTERS: Final = {"ru": ("uk", re.compile(r"[іїєґ]")), "ar": ("fa", re.compile(r"[پچژگ]"))}
"""Letters that tell another language of the same script."""


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the language of ``text`` ("en", "es", ...), "" where nothing tells."""
    words = _WORD.findall(text[:_PREFIX].lower())
    if not words:
        return ""
    scores = _by_function_words(words)
    (first, best), (_, second) = scores[0], scores[1]
    # Two function words more than any other language, and one in at least every twelfth word.
    if best >= second + 2 and best * 12 >= len(words):
        return first
    letters = "".join(words)
    if sum(letter < "\u0250" for letter in letters) * 2 < len(letters):
        return _by_script(letters)
    tied = {language for language, score in scores if score == best > 0}
    return _by_dictionary(words, tied) or (first if best > second else "")


def _by_function_words(words: list[str]) -> list[tuple[str, int]]:
    """Return the languages with the number of words that are function words of theirs, most first."""
    scores = dict.fromkeys(_FUNCTION_WORDS, 0)
    for word in words:
        for language in _LANGUAGES_OF.get(word, ()):
            scores[language] += 1
    return sorted(scores.items(), key=lambda score: -score[1])


def _by_dictionary(words: list[str], tied: set[str]) -> str:
    """Choose English or Spanish where clearly more of the words are in its dictionary; ``tied`` are the candidates."""
    if tied and not tied & {"en", "es"}:
        return ""
    sample = words[:200]
    english = sum(is_word(word, "en") for word in sample)
    spanish = sum(is_word(word, "es") for word in sample)
    if max(english, spanish) * 2 < len(sample):
        return ""
    if english == spanish:
        return next((language for language in ("en", "es") if language in tied), "")
    return "en" if english > spanish else "es"


def _by_script(letters: str) -> str:
    """Return the language that stands for the script most of the letters are in."""
    for language, script in _SCRIPTS:
        if len(script.findall(letters)) * 4 > len(letters):
            other, own = _OWN_LETTERS.get(language, (language, script))
            return other if own.search(letters) else language
    return ""
