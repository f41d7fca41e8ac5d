"""Where paragraphs start and end: blank lines, lines that are paragraphs, wire copy wrapped at some column."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_WIDEST_WRAP: Final = 100
"""Nobody wraps wider: a text with longer lines has one paragraph a line."""
_BLANKED: Final = 8
"""That many spaces in a row are a stretch set aside, not a gap between words."""

# Most characters are no white space, and told so at once.
_BREAK = re.compile(
    rf"(?=\s)(?:(?:\r?\n|[\f\v\x85\u2028\u2029])[ \t]*+(?:[\r\n\f\v\x85\u2028\u2029][ \t]*+)++|[ ]{{{_BLANKED},}}+)"
)
_LINE_END = re.compile(r"[\r\n\f\v\x85\u2028\u2029]++")
_BLANK = " " * _BLANKED
_ENDS = frozenset(".!?…:\"'”’»)]")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of ``text`` as (start, end), without white space around them."""
    wrapped = _is_wrapped(text)
    at = 0
    for match in [*_BREAK.finditer(text), None]:
        start, end = match.span() if match is not None else (len(text), len(text))
        yield from _block(text, at, start, wrapped)
        at = end


def _is_wrapped(text: str) -> bool:
    """Tell whether the text is hard-wrapped: hardly one of its lines is longer than anybody wraps.

    A stretch set aside, be it the head of several lines before the text, makes no line of it longer.
    """
    lines = [part.strip() for line in _LINE_END.split(text) for part in line.split(_BLANK)]
    filled = [line for line in lines if line]
    return sum([len(line) > _WIDEST_WRAP for line in filled]) * 20 <= len(filled)


def _block(text: str, start: int, end: int, wrapped: bool) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a block without blank lines."""
    lines = []
    at = start
    for match in [*_LINE_END.finditer(text, start, end), None]:
        stop = match.start() if match is not None else end
        trimmed = _trim(text, at, stop)
        if trimmed is not None:
            lines.append((at, *trimmed))
        at = match.end() if match is not None else end
    if not lines:
        return
    lengths = [stop - line for line, _, stop in lines]
    blanked = start - (text.rfind("\n", 0, start) + 1)
    # A line behind a blanked dateline is as long as it is on the page; one of several blanked lines is a full one.
    width = max(lengths[1:], default=lengths[0]) if blanked else max(lengths)
    lengths[0] = min(lengths[0] + blanked, max(width, lengths[0]))
    first = lines[0][1]
    for length, ((_, _, stop), (next_line, next_start, next_stop)) in zip(lengths, pairwise(lines), strict=False):
        indented = next_start - next_line >= 2 and next_start - next_line > lines[0][1] - lines[0][0]
        # However long its lines: a sentence that has not ended goes on in small letters.
        runs_on = text[next_start].islower() and text[stop - 1] not in _ENDS
        own = indented or not wrapped or _on_purpose(text, length, stop, next_start, next_stop, width)
        if own and not runs_on:
            yield first, stop
            first = next_start
    yield first, lines[-1][2]


def _on_purpose(text: str, length: int, stop: int, next_start: int, next_stop: int, width: int) -> bool:
    """Tell whether the line was broken although the next word would have fitted."""
    if text[next_start].islower():
        return False
    left = width - length - 1 - len(text[next_start:next_stop].split(None, 1)[0])
    return left > width // 3 or (left > width // 8 and text[stop - 1] in _ENDS)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    line = text[start:end]
    first, last = end - len(line.lstrip()), start + len(line.rstrip())
    return (first, last) if first < last else None
