"""The blocks an article's text is made of: a line each, or a paragraph each where the lines are wrapped by hand."""

import re
from itertools import pairwise
from typing import Final

from store.records.span import Span

_LINE: Final = re.compile(r"[^\n]+")
_ENDS: Final = tuple('.!?:;"”»)…')
_KEYED: Final = re.compile(r"\s*[A-Za-zÁÉÍÓÚÑáéíóúñ][\wáéíóúñ ]{1,24}:\s")
_SHORT: Final = 60
"""Characters. A first line shorter than this may be a headline with header lines right under it."""
_LONGEST_WRAPPED: Final = 100
"""Characters. Longer lines are wrapped by the screen alone."""
_SAMPLE: Final = 400
"""Lines looked at to tell whether a text is wrapped."""


def blocks(text: str) -> tuple[Span, ...]:
    """Cut ``text`` into its blocks, without the white space around them; they hold every visible character."""
    lines = [span for found in _LINE.finditer(text) if (span := _stripped(text, found.start(), found.end()))]
    return tuple(_paragraphs(text, lines) if _wrapped(text, lines) else lines)


def _stripped(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    left = len(line) - len(line.lstrip())
    return Span(start + left, start + len(line.rstrip())) if left < len(line) else None


def _adjoin(text: str, before: Span, after: Span) -> bool:
    """Whether ``after`` is the next line, not indented: the same paragraph of wrapped text."""
    between = text[before.end : after.start]
    return between.count("\n") == 1 and len(between) - between.rindex("\n") <= 2


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Lines of wrapped text are nearly as long as each other and stop in the middle of a sentence."""
    inner = [a for a, b in pairwise(lines[:_SAMPLE]) if _adjoin(text, a, b)]
    if len(inner) < 2:
        return False
    if 2 * sum(line.end - line.start > _LONGEST_WRAPPED for line in lines[:_SAMPLE]) > len(inner):
        return False  # only the head's lines stand close together
    even = sum(40 <= a.end - a.start <= _LONGEST_WRAPPED for a in inner)
    open_ended = sum(not text[a.start : a.end].endswith(_ENDS) for a in inner)
    return even >= 0.8 * len(inner) and open_ended >= 0.6 * len(inner)


def _paragraphs(text: str, lines: list[Span]) -> list[Span]:
    """Join lines to paragraphs. Above the article a line such as "Source: ..." stays a block of its own."""
    joined: list[Span] = []
    above, after_keyed = True, False
    for number, line in enumerate(lines):
        keyed = _KEYED.match(text, line.start, line.end) is not None
        if not joined or (above and (keyed or after_keyed)) or not _adjoin(text, joined[-1], line):
            joined.append(line)
        else:
            joined[-1] = Span(joined[-1].start, line.end)
        above = above and (keyed or (number == 0 and line.end - line.start < _SHORT))
        after_keyed = keyed
    return joined
