"""Sentences and tokens with offsets, for English and Spanish news in any casing.

Offsets count characters of the text given; ``text[token.start:token.end] == token.text``. The text may hold blanked
stretches (runs of spaces in place of what was set aside): they separate like a blank line. Regular expressions only,
all linear; simplemma is loaded when the first lemma is asked for.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Literal

from importers.language.abbreviations import ABBREVIATIONS, BEFORE_NUMBERS, MAY_END, STARTERS, STATES, UNITS_AND_MONTHS
from importers.language.lemmas import lemma_of
from importers.language.paragraphs import paragraphs
from store.records.record import record
from store.records.span import Span

Kind = Literal["word", "number", "punct"]


@record
class Token:
    """A word, a number or a mark. "didn't" is two tokens (did, n't), so is "Ecuador's" (Ecuador, 's)."""

    start: int
    end: int
    text: str
    lower: str
    """In small letters; an abbreviation without its dot ("gen" for "Gen."), initials with theirs ("u.s.", "a.m.")."""
    kind: Kind
    language: str

    @property
    def lemma(self) -> str:
        """The dictionary form in small letters ("were" -> "be"); the word itself where it is unknown."""
        return lemma_of(self.lower, self.language) if self.kind == "word" else self.lower

    @property
    def is_capital(self) -> bool:
        """Starts with a capital letter. In a sentence all in capitals this says nothing (see Sentence.capitals)."""
        return self.text[:1].isupper()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@record
class Sentence:
    """A sentence, or a line that stands alone (headline, list item)."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int
    """Counts from 0."""
    number: int
    """Counts from 0 through the whole text."""
    capitals: bool
    """Its letters' size tells nothing: all are capitals (old wire copy, some headlines), or none is."""


# What begins with a space is no token, and told so at once.
_TOKEN = re.compile(
    r"""
    (?=\S)(?:
      (?P<plain>[^\W\d_]++(?![\w'’‑.@:+$-]))
    | (?P<link>(?:https?://|www\.)\S++ | [^\W_][\w.+-]*+@[^\W_][\w-]*+(?:\.[^\W_][\w-]*+)++ )
    | (?P<initials>(?:[^\W\d_]++[-‑])?(?:[^\W\d_]\.){2,}+(?:-[^\W_]++)*+
        | (?P<one>[A-Z])(?P=one)\.[ ]?(?P<two>[A-Z])(?P=two)(?:\.|\b) | [ap]\.[ ]m\. )
    | (?P<number>\d++(?:[.,:]\d++)*+)(?P<suffix>[-'’]?[^\W\d_][^\W_]*+(?:[-‑'’][^\W_]++)*+)?
    | (?P<word>[^\W\d_][^\W_]*+(?:[-‑'’][^\W_]++)*+)
    | (?P<punct>\.{2,}+ | -{2,}+ | \S)
    )
    """,
    re.VERBOSE,
)
_INITIALS = {"US": "u.s.", "UK": "u.k."}
"""Initials without their dots that are, in small letters, another word or none."""
_BESIDE = 12
"""Letters beside them that tell whether all is in capitals."""
_PARAGRAPH = 20
"""Words and marks of a paragraph that is taken to have been written without capitals."""
_CLITIC = re.compile(r"(?i)(?:n['’]t|['’](?:s|ll|re|ve|d|m))\Z")
BORDER = "|"
"""Ends the cell of a table."""
_TERMINATORS = frozenset((*".!?…", BORDER))
_PAUSES = frozenset(",;:")
LONGEST_SENTENCE: Final = 300
"""Words and marks. The longest of the news have 220, and reading one takes as long as the square of its length."""
_CLOSERS = frozenset("\"'”’»)]")
_CLOSING = _CLOSERS | _TERMINATORS
_OPENERS = frozenset("\"'“‘«([¿¡—–-*•")
QUOTES = {'"': '"', "“": "”", "«": "»", "‘": "’", "'": "'", "`": "'"}
"""Opening quotes with those that close them."""


def sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """Split ``text`` into sentences with their tokens, in order. ``language`` is an ISO 639-1 code or ""."""
    found: list[Sentence] = []
    for paragraph, (start, end) in enumerate(paragraphs(text)):
        tokens = tuple(tokenize(text, language, start, end))
        capitals = _all_capitals(tokens)
        small = not capitals and _all_small(tokens)
        at = 0
        for cut in [*_cuts(tokens, capitals, small), len(tokens)]:
            for part in _pieces(tokens[at:cut], text):
                span = Span(part[0].start, part[-1].end)
                plain = capitals or small or _all_capitals(part)
                found.append(Sentence(span, part, paragraph, len(found), plain))
            at = cut
    return tuple(found)


def _pieces(tokens: tuple[Token, ...], text: str) -> Iterator[tuple[Token, ...]]:
    """Yield what stands up to a full stop: a sentence; its lines or what commas part, if it is too long for one.

    Logs and tables have no full stops, nor has what a machine wrote down.
    """
    if len(tokens) <= LONGEST_SENTENCE:
        if tokens:
            yield tokens
        return
    lines = [at for at in range(1, len(tokens)) if "\n" in text[tokens[at - 1].end : tokens[at].start]]
    for begin, end in pairwise([0, *lines, len(tokens)]):
        at = begin
        while end - at > LONGEST_SENTENCE:
            furthest = at + LONGEST_SENTENCE
            commas = (to for to in range(furthest, at + 1, -1) if tokens[to - 1].text in _PAUSES)
            cut = next(commas, furthest)
            yield tokens[at:cut]
            at = cut
        yield tokens[at:end]


def tokenize(text: str, language: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, offsets into the whole text."""
    stop = len(text) if end is None else end
    tokens: list[Token] = []
    # A dot that belongs to an abbreviation has been taken with it: the mark found at it next is skipped.
    taken = start
    for match in _TOKEN.finditer(text, start, stop):
        at, to = match.span()
        if at < taken:
            continue
        word = match.group()
        group = match.lastgroup
        if group == "plain":
            lower = _without_dots(text, at, to) if word in _INITIALS else word.lower()
            tokens.append(Token(at, to, word, lower, "word", language))
        elif group == "punct":
            tokens.append(Token(at, to, word, word, "punct", language))
        elif group == "number":
            tokens.append(Token(at, to, word, word, "number", language))
        elif group in {"initials", "link"}:
            taken = to
            tokens.append(Token(at, to, word, word.lower().replace(" ", ""), "word", language))
        elif (clitic := _CLITIC.search(word)) is not None and clitic.start() > 0:
            cut = at + clitic.start()
            tokens.append(Token(at, cut, text[at:cut], text[at:cut].lower(), "word", language))
            small = text[cut:to].lower().replace("’", "'")
            tokens.append(Token(cut, to, text[cut:to], small, "word", language))
        else:
            lower = word.lower()
            taken = to + (to < stop and text[to] == "." and _keeps_dot(text, word, lower, to, stop))
            tokens.append(Token(at, taken, text[at:taken], lower, "word", language))
    return tokens


def _without_dots(text: str, start: int, end: int) -> str:
    """The small form of initials without their dots, where the capitals beside them are not those of a whole line."""
    word, around = text[start:end], text[max(start - _BESIDE, 0) : end + _BESIDE]
    return _INITIALS[word] if any(letter.islower() for letter in around) else word.lower()


def _keeps_dot(text: str, word: str, lower: str, dot: int, stop: int) -> bool:
    """Tell whether the dot at ``dot`` is part of the word before it (an abbreviation or an initial)."""
    if dot + 1 < stop and text[dot + 1] == ".":
        return False
    if len(word) == 1:
        # "John F. Paz", "Jonas W., 34", "Jonas W. had": no sentence ends before a comma or a small letter.
        behind = text[dot + 1 : min(dot + 3, stop)].lstrip()[:1]
        return word.isupper() and (behind.isalpha() or behind == ",")
    if lower in ABBREVIATIONS:
        return True
    if lower in BEFORE_NUMBERS or lower in UNITS_AND_MONTHS:
        rest = text[dot + 1 : dot + 4].lstrip()
        return rest[:1].isdigit() or (lower in UNITS_AND_MONTHS and (rest[:1].islower() or rest[:1] == ","))
    return False


def _cuts(tokens: tuple[Token, ...], capitals: bool, small: bool) -> Iterator[int]:
    """Yield the indexes of the tokens that start a new sentence (never 0); ``small``: sentences start small, too."""
    last = len(tokens) - 1
    skip_to = 0
    # A mark of several characters is of one kind ("...").
    for index in [at for at, token in enumerate(tokens) if token.text[-1] in _TERMINATORS]:
        token = tokens[index]
        if index < skip_to or index == last:
            continue
        if token.kind == "punct":
            after = index + 1
            while after <= last and _closes(tokens, after):
                after += 1
            skip_to = after
            if after <= last and _may_start(tokens, after, token.text, small):
                yield after
        elif token.text[-1] == "." and (token.lower in MAY_END or _is_last_letter(tokens, index)):
            following = tokens[index + 1]
            # In capitals, "U.S. IN" tells nothing; only words that hardly follow a noun do.
            starts = following.lower in STARTERS and not (capitals and len(following.lower) < 3)
            if following.is_capital and (starts or (not capitals and _closes_address(tokens, index))):
                yield index + 1


def _closes_address(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a state behind its town ends a sentence: one word with a capital follows ("N.Y. Paz said")."""
    if tokens[index].lower not in STATES or tokens[index - 1].text != ",":
        return False
    return all(token.text.islower() for token in tokens[index + 2 : index + 3])


def _is_last_letter(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a letter with a dot may be the last of its sentence, no initial before a name.

    By the small word before it ("said on X. The") or behind the next ("arrested Jonas W. The police"). Of "a E. A. G."
    the next letter goes on.
    """
    following = tokens[index + 1].text
    if len(tokens[index].lower) != 1 or index == 0 or (len(following) > 1 and following[1:] == "."):
        return False
    behind = tokens[index + 2 : index + 3]
    return tokens[index - 1].text.islower() or all(token.text.islower() for token in behind)


def _closes(tokens: tuple[Token, ...], index: int) -> bool:
    token = tokens[index]
    return token.start == tokens[index - 1].end and token.text[0] in _CLOSING


def _may_start(tokens: tuple[Token, ...], index: int, mark: str, small: bool) -> bool:
    """Tell whether a sentence may start at ``tokens[index]``, after ``mark`` and its closing quotes."""
    token = tokens[index]
    gap = token.start > tokens[index - 1].end
    if token.kind == "punct":
        return gap and token.text[0] in _OPENERS
    if token.kind == "number":
        return gap
    if token.text[0].islower():
        return small and gap and mark == "."
    return gap or mark != "..." or token.is_capital


def _all_small(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a paragraph of some length has no capital, or next to none, not even where it begins."""
    if len(tokens) < _PARAGRAPH or tokens[0].is_capital:
        return False
    return 40 * sum(token.is_capital for token in tokens) < len(tokens)


def _all_capitals(tokens: tuple[Token, ...]) -> bool:
    """Tell whether (nearly) all words are in capitals. Words of one letter do not count."""
    upper = other = 0
    for token in tokens:
        if token.kind == "word" and token.end - token.start > 1:
            if token.text.isupper():
                upper += 1
            elif token.text[0] not in "'’":
                other += 1
                if other * 8 > len(tokens):
                    return False
    return upper >= 3 and other * 8 <= upper
