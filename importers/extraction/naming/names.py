"""The persons and organisations an article names: titles, acronyms tied to long forms, short names to full ones."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from importers.extraction.lexicon.namewords import name_words
from importers.extraction.naming.base import Found, capitals_tell
from importers.extraction.naming.capitals import find_in_capitals
from importers.extraction.naming.prose import find_in_prose
from importers.gazetteer.fold import fold
from importers.language.lemmas import is_word
from importers.language.tokens import Sentence, Token
from store.records.record import record
from store.records.span import Span

NameKind = Literal["person", "organisation", "place", "other"]


@record
class Name:
    """A name as it stands in the text; ``first`` and ``last`` index its tokens: ``sentence.tokens[first:last]``."""

    start: int
    end: int
    text: str
    """White space made single, without the title."""
    kind: NameKind
    title: str
    """"President", "presidential candidate", "governor of Azuay province", as worded; "" if none stands beside it."""
    canonical: str
    """The fullest form the article gives: "Daniel Pontón" for "Pontón", the long form for an acronym."""
    sentence: int
    """The number of its sentence."""
    first: int
    last: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


_ACRONYM = re.compile(r"[^\W\d_]{2,8}(?:-[^\W\d_]{2,6}|-\d{1,2})?")
_BEFORE_ACRONYM = frozenset("([,")
_LONGEST_FORM = 11
"""Words of a long form before its acronym."""


def find_names(sentences: Sequence[Sentence], text: str) -> tuple[Name, ...]:
    """Find the names in all sentences of an article, in order, none overlapping."""
    found: list[Name] = []
    long_forms: dict[str, str] = {}
    for sentence in sentences:
        told = capitals_tell(sentence)
        spans = find_in_prose(sentence) if told else find_in_capitals(sentence)
        pairs = list(_acronyms(sentence, spans))
        for short, long in pairs:
            for token in short:
                long_forms.setdefault(fold(token.text), " ".join(text[long[0].start : long[-1].end].split()))
        found += _names(sentence, text, _with_acronyms(sentence, spans, pairs))
    found = _acronyms_everywhere(sentences, text, found, long_forms)
    return _canonical(_surnames_everywhere(sentences, text, found), long_forms)


def _names(sentence: Sentence, text: str, spans: Iterable[Found]) -> list[Name]:
    names = []
    for span in spans:
        start, end = sentence.tokens[span.first].start, sentence.tokens[span.last - 1].end
        words = " ".join(text[start:end].split())
        title = ""
        if span.title is not None:
            title_start, title_end = sentence.tokens[span.title[0]].start, sentence.tokens[span.title[1] - 1].end
            title = " ".join(text[title_start:title_end].split())
        names.append(Name(start, end, words, span.kind, title, words, sentence.number, span.first, span.last))
    return names


Pair = tuple[tuple[Token, ...], tuple[Token, ...]]
"""An acronym's token and the tokens of its long form."""


def _acronyms(sentence: Sentence, spans: Sequence[Found]) -> Iterable[Pair]:
    """Find "Long Form (ACRONYM)", "Long Form, ACRONYM," and "ACRONYM [Long Form]"."""
    tokens = sentence.tokens
    for at in [at for at, token in enumerate(tokens[:-2]) if token.text in _BEFORE_ACRONYM and at > 0]:
        token = tokens[at]
        if tokens[at + 2].text in {")", "]", ",", "."} and _is_acronym(tokens[at + 1]):
            long = _long_form_before(tokens, at, spans, capitals=sentence.capitals)
            if long and _initials_match(
                tokens[at + 1].text, long, strictly=token.text == "," or _is_plain(tokens[at + 1], sentence)
            ):
                yield (tokens[at + 1],), long
        elif token.text != "," and _is_acronym(tokens[at - 1]):
            end = next((i for i in range(at + 1, min(at + 12, len(tokens))) if tokens[i].text in {")", "]"}), at)
            long = tokens[at + 1 : end]
            named = len(long) > 1 and all(word.kind == "word" for word in long)
            if named and _initials_match(tokens[at - 1].text, long, strictly=_is_plain(tokens[at - 1], sentence)):
                yield (tokens[at - 1],), tuple(long)


def _is_plain(token: Token, sentence: Sentence) -> bool:
    """Tell whether only all its letters tell an acronym from a word: in capitals, "UP [Patriotic Union]" from "up"."""
    return sentence.capitals and is_word(token.lower, "en")


def _is_acronym(token: Token) -> bool:
    return token.kind == "word" and token.text.isupper() and _ACRONYM.fullmatch(token.text) is not None


def _long_form_before(tokens: Sequence[Token], at: int, spans: Sequence[Found], *, capitals: bool) -> tuple[Token, ...]:
    """Return the words before ``at`` that can be a long form: a name, or in capitals the words back to an article."""
    for span in spans:
        if span.last == at and span.last - span.first > 1 and span.kind != "person":
            return tuple(tokens[span.first : span.last])
    if not capitals:
        return ()
    first = at
    while first > 0 and at - first < _LONGEST_FORM:
        token = tokens[first - 1]
        if token.kind == "punct" or token.lower in {"the", "a", "an", "by", "that", "and", "in", "with", "from", "to"}:
            break
        first -= 1
    return tuple(tokens[first:at])


def _initials_match(acronym: str, long: Sequence[Token], *, strictly: bool) -> bool:
    """Tell whether at least half of the letters (all, if strictly) begin words of the long form, in any order.

    Translated names keep the acronym of the original: "National Liberation Army [ELN]".
    """
    initials = [fold(token.text)[:1] for token in long if fold(token.text) not in name_words().connectors]
    letters = [letter for letter in fold(acronym) if letter.isalpha()]
    if len(initials) < 2 or not letters:
        return False
    matched = 0
    left = list(initials)
    for letter in letters:
        if letter in left:
            left.remove(letter)
            matched += 1
    return matched == len(letters) if strictly else matched * 2 >= len(letters)


def _with_acronyms(sentence: Sentence, spans: Sequence[Found], pairs: Sequence[Pair]) -> list[Found]:
    """Make each acronym and each long form a span of its own, in place of what they overlap."""
    found = list(spans)
    if not pairs:
        return found
    at_start = {token.start: index for index, token in enumerate(sentence.tokens)}
    for pair in pairs:
        for words in pair:
            first = at_start[words[0].start]
            made = Found(first, first + len(words), "organisation", None)
            found = [span for span in found if span.last <= made.first or span.first >= made.last] + [made]
    return sorted(found, key=lambda span: span.first)


def _acronyms_everywhere(
    sentences: Sequence[Sentence], text: str, names: Sequence[Name], long_forms: dict[str, str]
) -> list[Name]:
    """Add the acronyms that the article explains wherever they stand."""
    if not long_forms:
        return list(names)
    taken = [(name.start, name.end) for name in names]
    added = []
    for sentence in sentences:
        tokens = sentence.tokens
        for index in [at for at, one in enumerate(tokens) if one.text.isupper() and fold(one.text) in long_forms]:
            token = tokens[index]
            if token.kind != "word":
                continue
            if sentence.capitals and is_word(token.lower, "en"):
                continue
            if not any(start < token.end and token.start < end for start, end in taken):
                added += _names(sentence, text, [Found(index, index + 1, "organisation", None)])
    return sorted([*names, *added], key=lambda name: name.start)


def _surnames_everywhere(sentences: Sequence[Sentence], text: str, names: Sequence[Name]) -> list[Name]:
    """Add, in text in capitals, the surnames of persons named in full ("CRISTIANI SAID")."""
    surnames = {words[-1] for name in names if name.kind == "person" and len(words := fold(name.text).split()) > 1}
    if not surnames:
        return list(names)
    taken = {(name.sentence, index) for name in names for index in range(name.first, name.last)}
    added = []
    for sentence in sentences:
        if capitals_tell(sentence):
            continue
        for index in [at for at, token in enumerate(sentence.tokens) if fold(token.lower) in surnames]:
            token = sentence.tokens[index]
            form = fold(token.lower)
            if len(form) < 4 or not token.is_capital or (sentence.number, index) in taken:
                continue
            before = fold(sentence.tokens[index - 1].lower) if index else ""
            if before not in name_words().particles and (form in name_words().surnames or not is_word(form, "en")):
                added += _names(sentence, text, [Found(index, index + 1, "person", None)])
    return sorted([*names, *added], key=lambda name: name.start)


def _canonical(names: Sequence[Name], long_forms: dict[str, str]) -> tuple[Name, ...]:
    """Tie each name to the fullest form of it, and know a surname alone for the person it belongs to."""
    full: dict[str, list[tuple[Name, frozenset[str]]]] = {}
    alone = set()
    folded = [fold(name.text) for name in names]
    for name, form in zip(names, folded, strict=True):
        words = form.split() if name.kind == "person" else []
        if len(words) > 1:
            for word in words:
                full.setdefault(word, []).append((name, frozenset(words)))
        elif words and name.title:
            alone.add(words[0])
    tied = []
    known: dict[str, Name] = {}
    for name, form in zip(names, folded, strict=True):
        words, long = form.split(), long_forms.get(form)
        if long is not None and name.kind != "person":
            tied.append(replace(name, canonical=long, kind="organisation"))
            continue
        whole = _full_name(name, words, full.get(words[0], ()) if words else (), known.get(form))
        if whole is not None:
            known.setdefault(form, whole)
            tied.append(replace(name, canonical=whole.text, kind="person"))
        elif name.kind != "organisation" and len(words) == 1 and words[0] in alone:
            tied.append(replace(name, kind="person"))
        else:
            tied.append(name)
    return tuple(tied)


def _full_name(
    name: Name, words: Sequence[str], full: Sequence[tuple[Name, frozenset[str]]], known: Name | None
) -> Name | None:
    """Return the fuller name that the words stand for: the last one before them, else the first after.

    Whom the article has called so, ``known``, it calls so again where another of that name ("Luz Paz, his sister") was
    told of before the sentence that goes before.
    """
    if name.kind == "organisation":
        return None
    fuller = [other for other, parts in full if len(parts) > len(words) and parts.issuperset(words)]
    if name.kind != "person":
        # A given name alone, or a word before the surname, is no sign yet.
        fuller = [other for other in fuller if words[-1] in fold(other.text).split()[1:]]
        if len(words) == 1 and words[0] in name_words().given:
            return None
    before = [other for other in fuller if other.start < name.start]
    if not before:
        return next(iter(fuller), None)
    last = before[-1]
    another = known is not None and not frozenset(fold(known.text).split()) <= frozenset(fold(last.text).split())
    return known if another and last.sentence < name.sentence - 1 else last
