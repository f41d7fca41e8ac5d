"""The only way article text becomes something drawable: no markup, no control characters, measured in cells.

An article is hostile until shown otherwise: an escape sequence in it could repaint the reader's terminal, a bidi
override could reverse what a sentence seems to say. Every function here takes plain strings and gives plain strings
(or offsets into the string given); colour is decided elsewhere.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rich.cells import cell_len, get_character_cell_size

ELLIPSIS: Final = "…"
BIDI: Final = "⇆"
"""Stands where a bidi override or isolate stood: reading order is never changed by an article."""
UNKNOWN: Final = "�"
NOTHING: Final = "\u2060"
"""What joins, selects or breaks without being seen becomes this, then nothing: terminals disagree on its width."""

_BIDI_CONTROLS: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNSEEN: Final = "\u00ad\u180e\u200b\u200c\u200d\u2061\u2062\u2063\u2064\ufeff\ufe0e\ufe0f"


def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table[0x7F] = "␡"
    table |= dict.fromkeys(range(0x80, 0xA0), UNKNOWN)
    table |= dict.fromkeys(map(ord, _BIDI_CONTROLS), BIDI)
    table |= dict.fromkeys(map(ord, _UNSEEN), NOTHING)
    table |= dict.fromkeys(range(0xFE00, 0xFE0E), NOTHING)
    table |= dict.fromkeys((0x2028, 0x2029, 0x85, 0x09, 0x0A, 0x0D, 0x0C, 0x0B), " ")
    table |= dict.fromkeys((0xFFFE, 0xFFFF, *range(0xFFF9, 0xFFFC)), UNKNOWN)
    table |= dict.fromkeys(range(0xE0000, 0xE0080), UNKNOWN)
    table |= dict.fromkeys(range(0xD800, 0xE000), UNKNOWN)
    return table


_TABLE: Final = _table()
_NEEDS_CARE: Final = re.compile(r"[^ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]").search
_FLOOD: Final = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u0652\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})"
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u0652\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
"""More than three marks on one letter: no language writes them, and they climb over the lines above."""


def one_to_one(text: str) -> str:
    """The text with what must not reach a terminal replaced, character for character (offsets still agree)."""
    return text.translate(_TABLE) if _NEEDS_CARE(text) else text


def visible(text: str) -> str:
    """The text as it may be drawn on one line: control characters shown, nothing invisible left in it."""
    if not _NEEDS_CARE(text):
        return text
    return _FLOOD.sub(r"\1", text.translate(_TABLE).replace(NOTHING, ""))


def width(text: str) -> int:
    """Cells that an already visible text takes."""
    return len(text) if text.isascii() else cell_len(text)


@lru_cache(maxsize=4096)
def fit(text: str, cells: int, *, right: bool = False) -> str:
    """``text`` made visible and exactly ``cells`` wide: cut with an ellipsis or padded (on the left if ``right``)."""
    if cells <= 0:
        return ""
    shown = visible(text[: cells * 8 + 64])  # a line of a megabyte is cut before it is measured
    size = width(shown)
    if size > cells:
        shown = _head(shown, cells - 1) + ELLIPSIS
        size = width(shown)
    pad = " " * (cells - size)
    return pad + shown if right else shown + pad


def cut(text: str, cells: int) -> str:
    """``text`` made visible and at most ``cells`` wide, with an ellipsis where it was cut."""
    return fit(text, cells).rstrip(" ")


def _head(text: str, cells: int) -> str:
    """The longest start of ``text`` that is at most ``cells`` wide."""
    if text.isascii():
        return text[: max(0, cells)]
    used = 0
    for index, char in enumerate(text):
        used += get_character_cell_size(char)
        if used > cells:
            return text[:index]
    return text


def wrap(text: str, cells: int) -> list[tuple[int, int]]:
    """Where the lines of ``text`` stand, as offsets into it, none wider than ``cells``; a newline ends a line.

    Lines break at spaces, or inside a word that is wider than the line. The space a line breaks at belongs to no
    line. Time grows with the length of the text alone, also for one line of ten megabytes.
    """
    cells = max(2, cells)
    lines: list[tuple[int, int]] = []
    start = 0
    for part in text.split("\n"):
        end = start + len(part)
        stop = end - 1 if part.endswith("\r") else end
        if stop - start <= cells and part.isascii():
            lines.append((start, stop))
        else:
            lines += _wrap_narrow(text, start, stop, cells) if part.isascii() else _wrap_wide(text, start, stop, cells)
        start = end + 1
    return lines


def few_lines(text: str, cells: int, most: int) -> list[str]:
    """A visible text in at most ``most`` lines of so many cells, the last cut with an ellipsis where there is more."""
    lines = [text[start:end] for start, end in wrap(text, cells)]
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]) + ELLIPSIS, cells)]
    return lines


def _wrap_narrow(text: str, start: int, end: int, cells: int) -> Iterator[tuple[int, int]]:
    """Wrap text of one cell a character, without looking at each character."""
    while end - start > cells:
        at = text.rfind(" ", start, start + cells + 1)
        if at <= start:
            yield start, start + cells
            start += cells
        else:
            yield start, at
            start = at + 1
    yield start, end


def _wrap_wide(text: str, start: int, end: int, cells: int) -> Iterator[tuple[int, int]]:
    """Wrap text that may hold wide and combining characters."""
    part = one_to_one(text[start:end])
    used, line, space = 0, 0, -1
    used_after_space = 0
    for index, char in enumerate(part):
        size = 0 if char == NOTHING else get_character_cell_size(char)
        if char == " ":
            if used + 1 > cells:  # the space itself does not fit: the line ends before it
                yield start + line, start + index
                line, used, space = index + 1, 0, -1
                continue
            space, used_after_space = index, 0
            used += 1
            continue
        if used + size > cells:
            if space >= line:
                yield start + line, start + space
                line, used, space = space + 1, used_after_space, -1
            if used + size > cells:  # no space to break at, or a wide character that the rest has no room for
                yield start + line, start + index
                line, used, space = index, 0, -1
        used += size
        used_after_space += size
    yield start + line, end


def number(value: int) -> str:
    """``12345`` as ``12,345``."""
    return f"{value:,}"


def plural(count: int, one: str, many: str = "") -> str:
    """``1 event``, ``2,000 events``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
