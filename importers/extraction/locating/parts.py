"""The parts of a text that tells of several places in turn: a digest, a round-up, a list of incidents.

A heading on a line of its own ("COLOMBIA") is of all that stands below it up to the next; what a paragraph opens with
("Kano: ...", "6 May, Beni (North Kivu). ...") of that paragraph. What one part tells says nothing of the next.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from importers.extraction.locating.line import Candidate
from importers.language.leadins import BULLETS, end_of_names
from importers.language.tokens import BORDER, Sentence
from store.records.record import record
from store.records.timex import TimeExpression

_FEWEST: Final = 2
"""Places that head something, or rows of a table, from which a text is one of several parts."""
_LONGEST_TITLE: Final = 8
"""Words of a heading that names no place."""
_ENDS: Final = frozenset('.!?…:;,"”»')


@record
class Heading:
    """Words that say where what follows is, at ``text[start:end]``."""

    start: int
    end: int
    sentence: int
    country: str
    """The code of the country that they name, "" for another place."""
    below: bool
    """They are over what stands below their line, too: all of the line, or before what is a title itself."""
    capitals: bool


@record
class Part:
    """The sentences of a part, by their numbers, and what heads it, the widest first."""

    numbers: range
    headings: tuple[Heading, ...] = ()


def parts_of(
    sentences: Sequence[Sentence], candidates: Sequence[Sequence[Candidate]], expressions: Sequence[TimeExpression]
) -> tuple[Part, ...]:
    """Return the parts of a text in order; all of it is one where it has no headings of two places.

    ``candidates``: the places of each sentence; ``expressions``: the time phrases, which may stand before a place.
    """
    stamps = {expression.start: expression.end for expression in expressions}
    paragraphs = [tuple(told) for _, told in groupby(sentences, key=lambda sentence: sentence.paragraph)]
    headings = [None, *(_heading(paragraph, candidates, stamps) for paragraph in paragraphs[1:])]
    places = {_words(heading, sentences) for heading in headings if heading is not None}
    if max(len(places), sum(map(_is_row, paragraphs))) < _FEWEST:
        return (Part(range(len(sentences))),)
    starts = [Part(range(1)), *_starts(paragraphs, headings)]
    ends = [*(part.numbers.start for part in starts[1:]), len(sentences)]
    return tuple(Part(range(part.numbers.start, end), part.headings) for part, end in zip(starts, ends, strict=True))


def _starts(paragraphs: Sequence[Sequence[Sentence]], headings: Sequence[Heading | None]) -> Iterator[Part]:
    """Yield where each part begins, with the headings that stand over it."""
    over: tuple[Heading, ...] = ()
    for at, (paragraph, heading) in enumerate(zip(paragraphs, headings, strict=True)):
        first = paragraph[0]
        if heading is not None:
            # One of a list is of its own line alone; "Mexico: Two killed in Celaya" above a paragraph is its title.
            listed = any(headings[at - 1 : at]) or any(headings[at + 1 : at + 2])
            heading = replace(heading, below=heading.below or (not listed and _is_open(paragraph)))
            around = () if heading.country else tuple(one for one in over if one.country or not heading.below)
            yield Part(range(first.number, first.number + 1), (*around, heading))
            over = (*around, heading) if heading.below else over
        elif at and (_is_row(paragraph) or _is_row(paragraphs[at - 1])):
            yield Part(range(first.number, first.number + 1), over)
        elif at and is_title(paragraph):
            # A title of the same rank ends what the heading governs.
            over = tuple(one for one in over if one.capitals != _is_upper(first))
            yield Part(range(first.number, first.number + 1), over)


def _heading(
    paragraph: Sequence[Sentence], candidates: Sequence[Sequence[Candidate]], stamps: dict[int, int]
) -> Heading | None:
    """Return what a paragraph opens with, or is, that says where what follows is."""
    first = paragraph[0]
    at = _behind_stamp(first, stamps)
    found: tuple[int, int] | None = None
    named: list[Candidate] = []
    filled = False
    for sentence in paragraph:
        told = [one for one in candidates[sentence.number] if not one.people]
        covered = {index for one in told for index in range(one.begin, one.end)}
        begin = at if sentence is first else 0
        end = end_of_names(sentence.tokens, begin, covered)
        if end is None:
            if begin < len(sentence.tokens) or found is not None:
                break
            continue
        found = (sentence.tokens[begin].start if found is None else found[0], sentence.tokens[end - 1].end)
        named += [one for one in told if one.begin < end]
        filled = end >= len(sentence.tokens) - 1 and sentence is paragraph[-1]
        if end < len(sentence.tokens) - 1 or sentence.tokens[-1].text != BORDER:
            break
    if found is None:
        return None
    country = next((one.options[0].country for one in named if one.options and one.options[0].kind == "country"), "")
    return Heading(*found, first.number, country if len(named) == 1 else "", filled, _is_upper(first))


def _behind_stamp(sentence: Sentence, stamps: dict[int, int]) -> int:
    """Return the index of the word behind what may stand before a place: a bullet, a number, a date with its mark."""
    tokens, at = sentence.tokens, 0
    while at < len(tokens) and (tokens[at].text in BULLETS or tokens[at].start in stamps):
        end = stamps.get(tokens[at].start, tokens[at].end)
        while at < len(tokens) and (tokens[at].start < end or tokens[at].text in {",", "|", ":", "."}):
            at += 1
    return at


def _words(heading: Heading, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    tokens = (token for token in sentences[heading.sentence].tokens if heading.start <= token.start < heading.end)
    return tuple(token.lower for token in tokens)


def _is_row(paragraph: Sequence[Sentence]) -> bool:
    """Tell whether it is a row of a table: one sentence after another ends at the border of a cell."""
    return len(paragraph) > 1 and paragraph[0].tokens[-1].text == BORDER


def is_title(paragraph: Sequence[Sentence]) -> bool:
    """Tell whether a paragraph is a short line without a full stop."""
    words = sum(token.kind != "punct" for token in paragraph[0].tokens)
    opens = paragraph[0].tokens[0].is_capital
    return len(paragraph) == 1 and opens and words <= _LONGEST_TITLE and _is_open(paragraph)


def _is_open(paragraph: Sequence[Sentence]) -> bool:
    return paragraph[-1].tokens[-1].text not in _ENDS


def _is_upper(sentence: Sentence) -> bool:
    return all(token.text.isupper() for token in sentence.tokens if token.kind == "word")
