"""How many: counts in words or digits with their modifiers, as low, best and high. English and Spanish.

Only what can count people or things: dates, years, times, durations, ages, money, percentages, measures, ordinals,
ranks and numbers of routes, laws or battalions are left out.
"""

from collections.abc import Sequence
from typing import Final, Literal

from importers.language.numerals import STARTS, Numeral, numeral_at
from importers.language.tokens import Sentence, Token
from importers.language.uncountable import is_uncountable
from importers.language.words import words
from store.records.record import record
from store.records.span import Span

Rule = Literal[
    "exact", "at_least", "more_than", "about", "nearly", "up_to", "fewer_than", "between", "vague", "article"
]


@record
class Quantity:
    """A count with its modifier. ``first`` and ``last`` are token indexes: ``sentence.tokens[first:last]``.

    ====================  ====  ====  ====
    words                 low   best  high
    ====================  ====  ====  ====
    six                   6     6     6
    at least six          6     6     None
    more than 2,200       2200  2200  None
    about 50              None  50    None
    nearly 400            None  400   400
    up to 20              None  20    20
    fewer than 20         None  None  20
    between 10 and 15     10    None  15
    two or three          2     None  3
    dozens, several       12,3  None  None
    ====================  ====  ====  ====
    """

    start: int
    end: int
    phrase: str
    low: int | None
    best: int | None
    high: int | None
    rule: Rule
    first: int
    last: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


_BEFORE: Final[dict[str, dict[str, Rule]]] = {
    "en": {
        "at least": "at_least", "no fewer than": "at_least", "no less than": "at_least", "not less than": "at_least",
        "not fewer than": "at_least", "a minimum of": "at_least", "minimum of": "at_least",
        "more than": "more_than", "over": "more_than", "in excess of": "more_than", "upwards of": "more_than",
        "upward of": "more_than", "exceeding": "more_than", "well over": "more_than", "just over": "more_than",
        "slightly more than": "more_than", "well more than": "more_than", "a little over": "more_than",
        "about": "about", "around": "about", "some": "about", "approximately": "about", "roughly": "about",
        "an estimated": "about", "estimated": "about", "approx": "about", "circa": "about",
        "nearly": "nearly", "almost": "nearly", "close to": "nearly", "just under": "nearly",
        "up to": "up_to", "as many as": "up_to", "at most": "up_to", "no more than": "up_to", "not more than": "up_to",
        "a maximum of": "up_to", "maximum of": "up_to",
        "fewer than": "fewer_than", "less than": "fewer_than",
        "exactly": "exact", "only": "exact", "just": "exact", "a total of": "exact",
    },
    "es": {
        "al menos": "at_least", "por lo menos": "at_least", "cuando menos": "at_least", "no menos de": "at_least",
        "como mínimo": "at_least", "un mínimo de": "at_least", "mínimo": "at_least",
        "más de": "more_than", "mas de": "more_than", "por encima de": "more_than", "poco más de": "more_than",
        "unos": "about", "unas": "about", "cerca de": "about", "alrededor de": "about", "aproximadamente": "about",
        "en torno a": "about", "como": "about", "cerca de los": "about", "cerca de las": "about",
        "casi": "nearly", "hasta": "up_to", "no más de": "up_to", "como máximo": "up_to", "un máximo de": "up_to",
        "menos de": "fewer_than", "solo": "exact", "sólo": "exact", "un total de": "exact",
    },
}  # fmt: skip
_AFTER: Final[dict[str, dict[str, Rule]]] = {
    "en": {"or more": "at_least", "at least": "at_least", "or so": "about", "or fewer": "up_to", "or less": "up_to"},
    "es": {"o más": "at_least", "por lo menos": "at_least", "al menos": "at_least", "como mínimo": "at_least",
           "aproximadamente": "about", "o menos": "up_to"},
}  # fmt: skip
_LAST_BEFORE: Final = {lang: frozenset(row.split()[-1] for row in rows) for lang, rows in _BEFORE.items()}
_FIRST_AFTER: Final = {lang: frozenset(row.split()[0] for row in rows) for lang, rows in _AFTER.items()}
"""Without these words beside it a number has no modifier: most have none."""
_LONGEST_BEFORE: Final = 4
_LONGEST_AFTER: Final = 3
_RANGE_WORDS: Final = {"en": frozenset({"or", "to", "-", "–"}), "es": frozenset({"o", "u", "a", "-", "–"})}
_BETWEEN: Final = {"en": ("between", "and"), "es": ("entre", "y")}
_NOT_ONE: Final = words(
    "no any every each some this that another which day can must should would could may might who is was has cannot 's"
)
"""Words beside a "one" that is a pronoun or "one day"."""
_GROUP_NOUNS: Final = words(
    "lot number group series few bit result fin parte serie grupo número numero vez saldo balance cantidad total"
)
_FAMILIES: Final = frozenset({"family", "familia"})
"""Of these one is several people, whatever they are like ("an entire family")."""
_PAIRS: Final = frozenset({"couple"})
"""A noun that counts two, behind an adjective, too ("a Dutch couple")."""
_MOST_ADJECTIVES: Final = 2
"""Between the article and a noun of many ("an unusually large number of people")."""


def find_quantities(sentence: Sentence, text: str, *, articles: bool = False) -> tuple[Quantity, ...]:
    """Find the counts of a sentence, in order, none overlapping.

    ``text`` is the text the sentence was cut from. With ``articles``, "a guard" and "un guardia" count as one, too.
    """
    tokens = sentence.tokens
    lang = "es" if tokens and tokens[0].language == "es" else "en"
    found: list[Quantity] = []
    after = 0
    starts = STARTS[lang]
    # Few words can begin a number, or be an article that counts as one.
    opening = [
        at for at, token in enumerate(tokens) if token.kind == "number" or token.lower in starts or "-" in token.lower
    ]
    for at in opening:
        if at < after:
            continue
        numeral = numeral_at(tokens, at, lang)
        if numeral is None or _is_article(tokens, numeral, lang):
            if articles and _counts_one(tokens, at, lang):
                if _counts_pair(tokens, at):
                    found.append(_quantity(tokens, text, at, at + 1, (2, 2, 2), "exact"))
                else:
                    found.append(_quantity(tokens, text, at, at + 1, (1, 1, 1), "article"))
            continue
        after = numeral.last
        if is_uncountable(tokens, numeral.first, numeral.last, numeral.low, capitals=sentence.capitals):
            continue
        quantity = _range(tokens, text, numeral, lang, capitals=sentence.capitals) or _single(
            tokens, text, numeral, lang
        )
        if quantity is not None:
            found.append(quantity)
            after = quantity.last
    return tuple(found)


def _is_article(tokens: Sequence[Token], numeral: Numeral, lang: str) -> bool:
    """Tell whether a "one" is an article or a pronoun ("un", "no one", "one another")."""
    if numeral.last - numeral.first != 1 or numeral.low != 1 or tokens[numeral.first].kind != "word":
        return False
    if lang == "es":
        return tokens[numeral.first].lower != "uno" or _lower(tokens, numeral.last) != "de"
    after = numeral.last
    return (
        _lower(tokens, numeral.first - 1) in _NOT_ONE
        or _lower(tokens, after) in _NOT_ONE
        or (_lower(tokens, after) == "of" and _lower(tokens, after + 1) == "which")
    )


def _counts_one(tokens: Sequence[Token], at: int, lang: str) -> bool:
    """Tell whether ``tokens[at]`` is an article that counts the noun after it, not "a number", "an unknown number"."""
    if tokens[at].lower not in (("un", "una") if lang == "es" else ("a", "an")) or at + 1 >= len(tokens):
        return False
    noun = tokens[at + 1]
    if noun.kind != "word" or noun.lower in _GROUP_NOUNS | _FAMILIES or _lower(tokens, at + 2) in _FAMILIES:
        return False
    return not any(_lower(tokens, i) in _GROUP_NOUNS and _lower(tokens, i + 1) in {"of", "de"} for i in _described(at))


def _counts_pair(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the article at ``at`` counts a pair behind adjectives ("a Dutch couple")."""
    noun = next((i for i in _described(at) if _lower(tokens, i) in _PAIRS), at)
    return noun > at and all(one.kind == "word" and one.lower not in _JOINING for one in tokens[at + 1 : noun])


_JOINING: Final = frozenset({"and", "or"})


def _described(at: int) -> range:
    """Where the noun may stand of an article at ``at`` and adjectives."""
    return range(at + 2, at + 2 + _MOST_ADJECTIVES)


def _range(tokens: Sequence[Token], text: str, low: Numeral, lang: str, *, capitals: bool) -> Quantity | None:
    """Read "between 10 and 15", "10 to 15", "10-15", "two or three"."""
    link = low.last
    opener, joiner = _BETWEEN[lang]
    between = _lower(tokens, low.first - 1) == opener
    if link + 1 >= len(tokens) or _lower(tokens, link) not in (_RANGE_WORDS[lang] | ({joiner} if between else set())):
        return None
    high = numeral_at(tokens, link + 1, lang)
    if high is None or low.best is None or high.best is None or low.best >= high.best:
        return None
    if is_uncountable(tokens, high.first, high.last, high.low, capitals=capitals, ends_range=True):
        return None
    first = low.first - 1 if between else low.first
    return _quantity(tokens, text, first, high.last, (low.best, None, high.best), "between")


def _single(tokens: Sequence[Token], text: str, numeral: Numeral, lang: str) -> Quantity:
    first, last = numeral.first, numeral.last
    rule: Rule = "exact"
    before = min(_LONGEST_BEFORE, first) if _lower(tokens, first - 1) in _LAST_BEFORE[lang] else 0
    after = _LONGEST_AFTER if _lower(tokens, last) in _FIRST_AFTER[lang] else 0
    for size in range(before, 0, -1):
        modifier = " ".join(token.lower for token in tokens[first - size : first])
        if modifier in _BEFORE[lang]:
            first, rule = first - size, _BEFORE[lang][modifier]
            break
    else:
        for size in range(after, 0, -1):
            modifier = " ".join(token.lower for token in tokens[last : last + size])
            if modifier in _AFTER[lang]:
                last, rule = last + size, _AFTER[lang][modifier]
                break
    if numeral.vague:
        return _quantity(tokens, text, first, last, (numeral.low, None, None), "vague")
    return _quantity(tokens, text, first, last, _estimate(numeral.low, rule), rule)


def _estimate(count: int, rule: str) -> tuple[int | None, int | None, int | None]:
    """Return low, best and high of a count under a modifier."""
    return {
        "at_least": (count, count, None),
        "more_than": (count, count, None),
        "about": (None, count, None),
        "nearly": (None, count, count),
        "up_to": (None, count, count),
        "fewer_than": (None, None, count),
    }.get(rule, (count, count, count))


def _quantity(
    tokens: Sequence[Token],
    text: str,
    first: int,
    last: int,
    estimate: tuple[int | None, int | None, int | None],
    rule: Rule,
) -> Quantity:
    start, end = tokens[first].start, tokens[last - 1].end
    return Quantity(start, end, text[start:end], *estimate, rule, first, last)


def _lower(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""
