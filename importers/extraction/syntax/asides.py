"""Words set aside from the clause they stand in: what brackets hold, ages, hedges, "five of them foreigners"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.syntax.word import AUXILIARIES, FINITE_TAGS, Word
from importers.language.tokens import QUOTES, Token

BRACKETS: Final = {"[": "]", "(": ")"}
_LONGEST = 14
"""Words of an aside in brackets."""
_LONGEST_HEDGE = 9
_OLDEST = 110
_LONGEST_AGE = 12
_LONGEST_DIVISION = 3
"""Words of a state's name and one."""
_HEDGES = frozenset({"adv", "num", "time"})
"""Tags of words that make a number less exact ("about", which may be tagged as a part of it or of "30 years")."""
_MARKS = frozenset({",", ";", "."})


def some_day(words: list[Word], lexicon: Lexicon) -> None:
    """Make a time of a day that is not told further: "was shot [one night]", "killed [early one] Sunday morning".

    "Shot one Sunday" may tell of one who was shot.
    """
    parts, early = lexicon.words("day_parts"), lexicon.words("early")
    for at in [at for at, word in enumerate(words[1:-1], 1) if word.lower in lexicon.words("some_day")]:
        day = words[at + 1]
        bare = day.lower in parts and day.tag != "time"
        timed = day.tag == "time" and any(word.lower in parts for word in words[at + 1 : at + 3])
        if words[at - 1].tag in {"prep", "det"} or not (bare or timed):
            continue
        first = at - (words[at - 1].lower in early)
        for index in range(first, at + 1 + bare):
            words[index] = words[index].retagged("time")


def emphatics(words: list[Word], lexicon: Lexicon) -> None:
    """Set aside the "themselves" of "the rebels themselves killed two", "were themselves shot"."""
    for at in [at for at, word in enumerate(words[1:], 1) if word.lower in lexicon.words("emphatics")]:
        if words[at - 1].tag in AUXILIARIES | {"noun"}:
            words[at] = words[at].retagged("adv")


def none_of(words: list[Word], lexicon: Lexicon) -> None:
    """Make a noun phrase's opening of the "none" of "none of the men", which negates no verb by itself."""
    nobody, of = lexicon.words("negative_pronouns"), lexicon.words("of")
    for at in [at for at, word in enumerate(words[:-1]) if word.lower in nobody and words[at + 1].lower in of]:
        words[at] = words[at].retagged("det")


def set_aside_brackets(words: list[Word]) -> None:
    """Words in brackets inside a sentence are asides: the clause goes on over them."""
    for at in [at for at, word in enumerate(words) if word.lower in BRACKETS]:
        closing = BRACKETS[words[at].lower]
        last = min(at + _LONGEST, len(words))
        stop = next((index for index in range(at + 1, last) if words[index].lower == closing), None)
        if stop is not None and (at > 0 or stop < len(words) - 1):
            _set_aside(words, at, stop + 1)


def set_aside_parentheses(words: list[Word], lexicon: Lexicon) -> None:
    """Set aside what stands between commas and counts nobody else: an age, "five of them foreigners", "among them"."""
    for at in [at for at, word in enumerate(words[:-2]) if word.lower == "," and at > 0]:
        if not _may_open(words, at + 1, lexicon):
            continue
        end = _closing(words, at + 1, lexicon)
        inside = words[at + 1 : end]
        age = words[at - 1].tag == "noun" and _is_age(words, at + 1, end, lexicon)
        if age or _is_part(inside, lexicon):
            _set_aside(words, at + 1, end)


def set_aside_aliases(words: list[Word], lexicon: Lexicon) -> None:
    """Set aside the other name that quotes hold ("Luis Paz alias 'El Tuerto'"); the quotes alone if there is no first.

    "Capturaron a alias 'El Tuerto'": that is what he is called by.
    """
    for at in [at for at, word in enumerate(words[:-2]) if word.lower in lexicon.words("aliases")]:
        opening = at + 1
        mark, stop = QUOTES.get(words[opening].lower, ""), min(opening + _LONGEST_ALIAS, len(words))
        closing = next((index for index in range(opening + 1, stop) if words[index].lower == mark), 0)
        if closing and at and words[at - 1].tag == "noun":
            _set_aside(words, at, closing + 1)
        elif closing:
            _set_aside(words, at, opening + 1)
            _set_aside(words, closing, closing + 1)


_LONGEST_ALIAS: Final = 6
"""Words of another name with its quotes."""


def join_dates(words: list[Word]) -> None:
    """Take the comma that closes a date before its noun for a part of it ("charged in the May 3, 1988, bombing")."""
    for at in [at for at, word in enumerate(words[:-1]) if word.lower == "," and at > 1]:
        first = at
        while first > 0 and words[first - 1].tag == "time":
            first -= 1
        if 0 < first < at - 1 and words[first - 1].tag == "det" and words[at + 1].tag == "noun":
            words[at] = words[at].retagged("time")


def set_aside_divisions(words: list[Word], tokens: Sequence[Token], lexicon: Lexicon) -> None:
    """Set aside in which state the town lies from which a noun is: "a Loja, Ohio, clerk", "the Loja, N.Y., bank".

    An article before the name and a small noun behind it tell that it goes on; behind "the" it might be a list.
    """
    commas = [at for at, word in enumerate(words) if word.lower == "," and at > 1]
    opening = [at for at, behind in pairwise(commas) if behind - at <= _LONGEST_DIVISION]
    capitals = frozenset([token.start for token in tokens if token.is_capital]) if opening else frozenset[int]()
    for at in opening:
        first, end = _name_start(words, at, capitals), at + 1
        while end < len(words) - 1 and words[end].tag == "noun" and words[end].start in capitals:
            end += 1
        if not 0 < first < at or not at + 1 < end <= at + _LONGEST_DIVISION or words[end].lower != ",":
            continue
        short = any("." in word.lower or word.end - word.start > len(word.lower) for word in words[at + 1 : end])
        behind = words[end + 1] if end + 1 < len(words) else None
        noun = behind is not None and behind.tag == "noun" and behind.start not in capitals
        if noun and words[first - 1].tag == "det" and (short or words[first - 1].lower in lexicon.words("of_one")):
            _set_aside(words, at, end + 1)


def _name_start(words: Sequence[Word], end: int, capitals: frozenset[int]) -> int:
    """Where the name starts that ends before the word at ``end``, ``end`` itself for none."""
    at = end
    while at > 0 and words[at - 1].tag == "noun" and words[at - 1].start in capitals:
        at -= 1
    return at


def set_aside_ages(words: list[Word], lexicon: Lexicon) -> None:
    """Set aside how old people are where no comma does: "un hombre de 30 años y una mujer de 25", "men aged 20"."""
    openers = lexicon.words("age_openers")
    for at in [at for at, word in enumerate(words) if word.lower in openers]:
        if at == 0 or words[at - 1].tag != "noun":
            continue
        end = _quality_end(words, _age_end(words, at + 1, lexicon), lexicon)
        # Other than "aged", "of" counts many things ("a crew of 20", "a convoy of 12").
        of = words[at].lower in lexicon.words("of")
        if end > at + 1 and (not of or _is_somebody(words, at - 1, lexicon, many=_tells_unit(words, at, end, lexicon))):
            _set_aside(words, at, end)


def _quality_end(words: Sequence[Word], end: int, lexicon: Lexicon) -> int:
    """The word behind what is said with an age of somebody; ``end`` for nothing.

    "De 30 años y nacionalidad rusa", "de 30 años y vecino de Loja"
    """
    at = end + 1
    if at < len(words) and words[at].lower in lexicon.words("of"):
        at += 1
    joined = at < len(words) and words[end].lower in lexicon.words("conjunctions")
    resides = joined and words[at].lemma in lexicon.words("residents")
    if not (resides or (joined and words[at].lemma in lexicon.words("qualities"))):
        return end
    while at < len(words) and (words[at].tag == "noun" or (resides and words[at].tag == "prep")):
        at += 1
    return at


def _tells_unit(words: Sequence[Word], first: int, last: int, lexicon: Lexicon) -> bool:
    """Does "years" stand among the words from ``first`` to ``last``?"""
    return any(word.lower in lexicon.words("age_units") for word in words[first:last])


def _is_somebody(words: Sequence[Word], at: int, lexicon: Lexicon, *, many: bool) -> bool:
    """Do the nouns that end at ``at`` name a person or persons ("un joven venezolano")?

    ``many``: it may be a body of them, which "of" may also count ("a crew of 20").
    """
    somebody = False
    while at >= 0 and words[at].tag == "noun":
        lemma = words[at].lemma
        if not many and (lemma in lexicon.words("collectives") or lemma in lexicon.words("partitives")):
            return False
        somebody = somebody or any(kind.cls == "person" for _, kind in lexicon.nouns.get(lemma, ()))
        at -= 1
    return somebody


def set_aside_hedges(words: list[Word], lexicon: Lexicon) -> None:
    """Set aside what leaves to others what somebody or something is: "by what police described as rebels".

    "By what appeared to be soldiers", "in what officials called a revenge attack": the preposition has the noun behind.
    """
    opening = lexicon.words("free_relatives")
    for at in [at for at, word in enumerate(words) if word.lower in opening and at and words[at - 1].tag == "prep"]:
        end = _hedge_end(words, at + 1, lexicon)
        if end < len(words) and words[end].tag in {"det", "poss", "num", "noun"}:
            _set_aside(words, at, end)


def _hedge_end(words: Sequence[Word], first: int, lexicon: Lexicon) -> int:
    """The word behind the verb that says what it is ("described as", "appeared to be", "said were"); 0 for none."""
    for at in range(first, min(first + _LONGEST_HEDGE, len(words) - 1)):
        word, following = words[at], words[at + 1]
        if word.tag == "punct":
            return 0
        if word.verb in lexicon.words("naming"):
            return at + 2 if following.lower in lexicon.words("role_prepositions") else at + 1
        thought = following.verb in lexicon.words("raising_verbs") or following.tag == "adv"
        if word.tag == "be" and not thought:
            return at + 1
    return 0


def _set_aside(words: list[Word], first: int, last: int) -> None:
    for at in range(first, last):
        word = words[at]
        words[at] = word.retagged("aside")


def _may_open(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    counted = words[at].tag in {"num", "det"} or words[at].lower in lexicon.words("age_words")
    return counted or _tells_members(words, at, lexicon)


def _tells_members(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Does "among them", or a word for another name ("alias"), stand at ``at``?"""
    among = words[at].lower in lexicon.words("among") and words[at + 1].lower in lexicon.words("those_told")
    return among or words[at].lower in lexicon.words("aliases")


def _closing(words: Sequence[Word], first: int, lexicon: Lexicon) -> int:
    """Return the index of the mark behind an aside that begins at ``first``, that index itself for none.

    Of "ages 22, 25 and 31" and "22, 25 and 31" it is the one behind the last.
    """
    marks = [at for at in range(first + 1, len(words)) if words[at].lower in _MARKS]
    if not marks:
        return first
    named = words[first].lower in lexicon.words("age_words")
    if not (named or words[first].lower.isdigit()):
        return marks[0]
    for at in marks:
        goes_on = words[at].lower == "," and words[at - 2].tag != "conj" and at + 1 < len(words)
        # "19, 23 and 40", but "45, 12 soldiers and a nurse"
        alone = named or at + 2 >= len(words) or words[at + 2].tag == "conj" or words[at + 2].lower in _MARKS
        if not (goes_on and words[at + 1].tag == "num" and alone):
            return at
    return marks[-1] + 1


def _is_part(inside: Sequence[Word], lexicon: Lexicon) -> bool:
    """Is it "five of them foreigners", "the majority of them soldiers" or "among them two children", without a verb?"""
    if len(inside) < 3 or any(word.tag in FINITE_TAGS for word in inside):
        return False
    of = 2 if inside[0].tag == "det" and inside[1].tag in {"det", "noun"} else 1
    pair = [word.lower for word in inside[of : of + 2]]
    of_them = len(pair) > 1 and pair[0] in lexicon.words("of") and pair[1] in lexicon.words("those_told")
    return of_them or _tells_members(inside, 0, lexicon)


def _age_end(words: Sequence[Word], first: int, lexicon: Lexicon) -> int:
    """The word behind the years that begin at ``first``, ``first`` itself for none.

    "42", "entre 22 y 46 años", "22, 25 and 31", "30 años de edad"; not the "30" of "30 gunmen".
    """
    at, number, endings = first, False, lexicon.words("age_endings")
    while at < len(words):
        word = words[at]
        if number and word.lower in lexicon.words("age_units"):
            # "30 years old", "30 años de edad"
            named = (end for end in (at + 1, at + 2) if end < len(words) and words[end].lower in endings)
            return next(named, at) + 1
        joins = number and (word.lower == "," or word.lower in lexicon.words("conjunctions"))
        if joins and not (at + 1 < len(words) and _is_years(words, at + 1, lexicon)):
            break
        if _is_years(words, at, lexicon):
            number = True
        elif not joins and (number or not (word.tag in _HEDGES or word.lower in lexicon.words("age_words"))):
            break
        at += 1
    return at if number else first


def _is_years(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """May the word at ``at`` be how many years old somebody is, and not the number of a noun ("30 gunmen")?"""
    word = words[at]
    if word.lower.isdigit() and int(word.lower) > _OLDEST:
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    told = behind is not None and behind.lower in lexicon.words("age_units")
    if not word.lower.isdigit():
        return told and word.tag in {"num", "time"}
    return told or behind is None or behind.tag not in {"noun", "num"}


def _is_age(words: Sequence[Word], first: int, end: int, lexicon: Lexicon) -> bool:
    """Do the words from ``first`` to ``end`` only tell ages: "42", "aged 42", "de 42 años", "ages 22, 25 and 31"?"""
    opening = words[first].lower in lexicon.words("age_openers")
    after = _quality_end(words, _age_end(words, first + opening, lexicon), lexicon)
    return after == end and end - first <= _LONGEST_AGE
