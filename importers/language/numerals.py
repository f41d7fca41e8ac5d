"""Numbers in digits and in words, English and Spanish: where one stands in a sentence and what it is worth.

text2num gives the value of a run of number words; the runs are found here, so that offsets stay those of the tokens.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from importers.language.tokens import Token
from importers.language.words import words
from store.records.record import record


@record
class Numeral:
    """A number at ``tokens[first:last]``. ``best`` is None where only a least value is said ("dozens")."""

    first: int
    last: int
    low: int
    best: int | None
    vague: bool
    """Said without a number: "several", "dozens", "a few hundred"."""


_UNITS: Final = {
    "en": words("one two three four five six seven eight nine"),
    "es": words("un uno una dos tres cuatro cinco seis siete ocho nueve"),
}
_TENS: Final = {
    "en": words("twenty thirty forty fifty sixty seventy eighty ninety"),
    "es": words("treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
}
_OTHERS: Final = {
    "en": words("zero ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
    "es": words(
        "cero diez once doce trece catorce quince dieciséis dieciseis diecisiete dieciocho diecinueve veinte veintiún "
        "veintiun veintiuno veintiuna veintidós veintidos veintitrés veintitres veinticuatro veinticinco veintiséis "
        "veintiseis veintisiete veintiocho veintinueve cien ciento doscientos doscientas trescientos trescientas "
        "cuatrocientos cuatrocientas quinientos quinientas seiscientos seiscientas setecientos setecientas "
        "ochocientos ochocientas novecientos novecientas"
    ),
}
_SCALES: Final = {
    "en": {"hundred": 100, "thousand": 1000, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9},
    "es": {"mil": 1000, "millón": 10**6, "millon": 10**6, "millones": 10**6},
}
_NUMBER_WORDS: Final = {
    language: _UNITS[language] | _TENS[language] | _OTHERS[language] | frozenset(_SCALES[language])
    for language in ("en", "es")
}
_GROUPS: Final = {
    "en": {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6, "pair": 2, "couple": 2},
    "es": {"docena": 12, "decena": 10, "veintena": 20, "treintena": 30, "centenar": 100, "centena": 100,
           "millar": 1000, "par": 2, "pareja": 2, "docenas": 12, "decenas": 10, "centenares": 100, "millares": 1000},
}  # fmt: skip
"""Nouns that count: "a dozen", "two dozen", "un centenar"."""
_PLURALS: Final = {
    "en": {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6},
    "es": {"decenas": 10, "docenas": 12, "veintenas": 20, "centenares": 100, "cientos": 100, "centenas": 100,
           "miles": 1000, "millares": 1000, "millones": 10**6},
}  # fmt: skip
"""At least so many, by ACLED's table (its fatality FAQ: tens 10, dozens 12, hundreds 100)."""
_SEVERAL: Final = {
    "en": {"several": 3, "few": 2},
    "es": {"varios": 3, "varias": 3, "pocos": 2, "pocas": 2},
}
"""At least so many: "several" is more than two."""
_ARTICLES: Final = {"en": words("a an"), "es": words("un una")}
_HALF: Final = {"en": "half", "es": "media"}
_OF: Final = {"en": "of", "es": "de"}
STARTS: Final = {
    language: _NUMBER_WORDS[language].union(
        _PLURALS[language], _SEVERAL[language], _ARTICLES[language], _ARTICLES["en"], [_HALF[language]]
    )
    for language in ("en", "es")
}
"""All words a number in words can start with."""
_ONLY_ARTICLES: Final = {language: _ARTICLES["en"] - _NUMBER_WORDS[language] for language in ("en", "es")}
_COUNTED_BY_ARTICLE: Final = {language: frozenset({"few", *_GROUPS[language]}) for language in ("en", "es")}
"""What an article makes a number of ("a few", "a dozen"): before all else "a" counts nothing."""
_PLURAL_ONLY: Final = words("tens scores")
"""Only with "of" or those counted after them: "the scores", "tens" alone are something else."""
_OF_PEOPLE: Final = words("more others wounded injured hurt killed dead died missing")
_AUXILIARIES: Final = words("were are have")
"""Words behind "scores" that people are counted by; the latter where it opens its sentence."""
_CARDINAL_FORMS: Final = {
    "veintiún": "veintiuno", "veintiun": "veintiuno", "veintiuna": "veintiuno", "veintidos": "veintidós",
    "veintitres": "veintitrés", "veintiseis": "veintiséis", "dieciseis": "dieciséis", "millon": "millón",
}  # fmt: skip
"""Forms text2num does not know, as it does."""
_LONGEST: Final = 10
"""Tokens of one spelled number."""


def numeral_at(tokens: Sequence[Token], at: int, language: str) -> Numeral | None:
    """Return the longest number that starts at ``tokens[at]``, None if none does."""
    lang = "es" if language == "es" else "en"
    token = tokens[at]
    if token.kind == "number":
        return _digits(tokens, at, lang)
    if token.kind != "word" or not (token.lower in STARTS[lang] or "-" in token.lower):
        return None
    if token.lower in _ONLY_ARTICLES[lang] and _word(tokens, at + 1) not in _COUNTED_BY_ARTICLE[lang]:
        return None
    return _vague(tokens, at, lang) or _counting_noun(tokens, at, lang) or _spelled(tokens, at, lang)


def digits_value(text: str) -> float | None:
    """Return the value of digits with separators: 2,200 and 2.200 are 2200, 2.5 and 2,5 are 2.5; None for times.

    A separator before exactly three digits parts thousands in either language: people are not counted in thousandths,
    and Spanish is written with either mark.
    """
    if ":" in text:
        return None
    parts = text.replace(",", ".").split(".")
    if any(not part.isascii() or len(part) > 12 for part in parts):
        return None
    if len(parts) == 1:
        return float(text)
    if all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3 and not parts[0].startswith("0"):
        return float("".join(parts))
    if len(parts[-1]) < 3 and all(len(part) == 3 for part in parts[1:-1]):
        return float("".join(parts[:-1]) + "." + parts[-1])
    return None


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _digits(tokens: Sequence[Token], at: int, lang: str) -> Numeral | None:
    value = digits_value(tokens[at].text)
    if value is None:
        return None
    last = at + 1
    if lang == "es" and _is_spaced_group(tokens, at):
        value, last = value * 1000 + float(tokens[last].text), at + 2
    while last < len(tokens) and (scale := _SCALES[lang].get(_word(tokens, last))) is not None:
        value *= scale
        last += 1
    if (noun := _GROUPS[lang].get(_word(tokens, last))) is not None and noun == 12:
        value *= noun
        last += 1
    if value != int(value) or value > 10**12:
        return None
    return Numeral(at, last, int(value), int(value), vague=False)


def _is_spaced_group(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether three digits follow after a space, as Spanish writes thousands: "12 000"."""
    if at + 1 >= len(tokens) or not tokens[at].text.isdecimal() or len(tokens[at].text) > 3:
        return False
    following = tokens[at + 1]
    return following.text.isdecimal() and len(following.text) == 3 and following.start == tokens[at].end + 1


def _spelled(tokens: Sequence[Token], at: int, lang: str) -> Numeral | None:
    """Find a run of number words: "two hundred and fifty", "treinta y cuatro"."""
    found: list[str] = []
    ends: list[tuple[int, int]] = []
    index = at
    while index < len(tokens) and len(found) < _LONGEST:
        parts = _number_words(_word(tokens, index), lang)
        if not parts:
            joined = found and _joins(_word(tokens, index), found[-1], _word(tokens, index + 1), lang)
            if not joined:
                break
            parts = (_word(tokens, index),)
        else:
            ends.append((index + 1, len(found) + len(parts)))
        found.extend(parts)
        index += 1
    # Two numbers side by side do not parse as one: leave out words at the end until what is left does.
    for last, count in reversed(ends):
        value = _value(" ".join(found[:count]), lang)
        if value is not None:
            if (noun := _GROUPS[lang].get(_word(tokens, last))) is not None and noun not in _SCALES[lang].values():
                return Numeral(at, last + 1, value * noun, value * noun, vague=False)
            return Numeral(at, last, value, value, vague=False)
    return None


def _number_words(word: str, lang: str) -> tuple[str, ...]:
    """Split a number word at its hyphens; () if it is not one all through ("twenty-five" is, "five-day" is not)."""
    known = _NUMBER_WORDS[lang]
    if word in known:
        return (word,)
    if "-" in word:
        parts = tuple(word.split("-"))
        if all(part in known for part in parts):
            return parts
    return ()


def _joins(connector: str, before: str, after: str, lang: str) -> bool:
    """Tell whether a word between two number words is part of the number."""
    if lang == "es":
        return connector == "y" and before in _TENS["es"] and after in _UNITS["es"]
    return connector == "and" and before in _SCALES["en"] and bool(_number_words(after, "en"))


@lru_cache(maxsize=4096)
def _value(spelled: str, lang: str) -> int | None:
    from text_to_num import text2num  # type: ignore[import-untyped]

    known = " ".join(_CARDINAL_FORMS.get(word, word) for word in spelled.split())
    try:
        value = text2num(known, lang)
    except ValueError:
        return None
    return int(value)


def _counting_noun(tokens: Sequence[Token], at: int, lang: str) -> Numeral | None:
    """Find "a dozen", "half a dozen", "a hundred and ten", "un centenar", "a couple"."""
    word = _word(tokens, at)
    groups = _GROUPS[lang]
    if word == _HALF[lang]:
        noun_at = at + 2 if _word(tokens, at + 1) in _ARTICLES[lang] else at + 1
        if groups.get(_word(tokens, noun_at)) == 12:
            return Numeral(at, noun_at + 1, 6, 6, vague=False)
        return None
    if word not in _ARTICLES[lang] or (count := groups.get(_word(tokens, at + 1))) is None:
        return None
    if lang == "en" and count in _SCALES["en"].values() and (longer := _spelled(tokens, at + 1, lang)) is not None:
        return Numeral(at, longer.last, longer.low, longer.best, vague=False)
    return Numeral(at, at + 2, count, count, vague=False)


def _counts_people(tokens: Sequence[Token], at: int) -> bool:
    """Is it people that "scores" counts, by the word behind it ("scores more", "scores wounded"), and no goals?"""
    behind = _word(tokens, at + 1)
    return behind in _OF_PEOPLE or (at == 0 and behind in _AUXILIARIES)


def _vague(tokens: Sequence[Token], at: int, lang: str) -> Numeral | None:
    """Find "dozens", "tens of thousands", "several", "a few hundred", "cientos de miles"."""
    word = _word(tokens, at)
    plurals = _PLURALS[lang]
    if word in plurals:
        low = plurals[word]
        followed = _word(tokens, at + 1) == _OF[lang]
        if followed and (more := plurals.get(_word(tokens, at + 2))) is not None and more > low:
            return Numeral(at, at + 3, low * more, None, vague=True)
        if word in _PLURAL_ONLY and not (followed or _counts_people(tokens, at)):
            return None
        return Numeral(at, at + 1, low, None, vague=True)
    first = at + 1 if word in _ARTICLES["en"] and _word(tokens, at + 1) == "few" else at
    low = _SEVERAL[lang].get(_word(tokens, first), 0)
    if not low or (_word(tokens, first) == "few" and first == at):
        return None
    noun = {**_SCALES[lang], **_GROUPS[lang]}.get(_word(tokens, first + 1))
    if noun is not None:
        return Numeral(at, first + 2, 2 * noun, None, vague=True)
    return Numeral(at, first + 1, low, None, vague=True)
