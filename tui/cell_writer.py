"""The shortest sequences that write changed cells to a terminal.

What changed is cut where its colours change, and what has the same colours is written together wherever it stands: to
go somewhere costs seven bytes, to change colours twelve, and to change an attribute alone four.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tui.cells import UNKNOWN, Cell, Look, blank_look, seen_on_blanks, sure_width, switch

_GAP: Final = 3
"""Unchanged cells in one look that are cheaper to write again than to jump over."""
_ERASE_FROM: Final = 12
"""Blank cells that are cheaper to erase (ECH) and step over than to write."""
_ERASE_LAST_FROM: Final = 6
"""The same at the end of a span, where nothing is to be stepped over."""
_ERASE_LINE_FROM: Final = 4
"""The same at the end of the line (EL)."""
_BLANKS: Final = re.compile(f" {{{_ERASE_LINE_FROM},}}")


class Piece(NamedTuple):
    """Cells of a line from ``start`` to before ``stop`` in one look; of blanks among them the background alone."""

    start: int
    stop: int
    look: Look


class Span(NamedTuple):
    """Pieces of line ``y`` side by side, in the same colours.

    One with a character of which terminals disagree how wide it is also holds what follows it in other colours: that
    must be written after it.
    """

    y: int
    line: Sequence[Cell]
    pieces: tuple[Piece, ...]
    sure: bool

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def stop(self) -> int:
        return self.pieces[-1].stop

    @property
    def look(self) -> Look:
        """The look it begins in."""
        return self.pieces[0].look


def spans(old: Sequence[Cell], new: Sequence[Cell], y: int) -> Iterator[Span]:
    """What is to be written so that line ``y`` shows ``new`` and no more ``old``."""
    if old == new:
        return
    at, last = 0, len(new)
    while at < last:
        if old[at] == new[at] or new[at] is UNKNOWN:
            at += 1
            continue
        end = _run_end(old, new, at)
        if new[at][0] == "" and at:
            at -= 1  # a wide character is written from its left half
        yield from _cut(new, _pieces(new, at, end), y)
        at = end


def _run_end(old: Sequence[Cell], new: Sequence[Cell], start: int) -> int:
    """Past the last cell of a run of changed cells, with short stretches of unchanged ones in it."""
    end, look = start + 1, new[start][1]
    gap = 0
    for at in range(end, len(new)):
        cell = new[at]
        if old[at] != cell:
            if cell is UNKNOWN:
                break
            if cell[0] != " ":
                look = cell[1]
            end, gap = at + 1, 0
            continue
        gap += 1
        if gap > _GAP or (cell[1] != look and cell != (" ", blank_look(look))):
            break
    while end < len(new) and new[end][0] == "":
        end += 1
    return end


def _pieces(cells: Sequence[Cell], start: int, stop: int) -> list[Piece]:
    """Cells as stretches of one look. Blanks take that of their neighbours, if it shows no more of itself on them."""
    pieces: list[Piece] = []
    first, (char, look) = start, cells[start]
    only_blanks = char == " "
    for at in range(start + 1, stop):
        char, own = cells[at]
        if own is look or own == look:
            if only_blanks and char != " ":
                only_blanks = False
        elif char == " " and _shows(look, own):
            pass
        elif only_blanks and _shows(own, look):
            look, only_blanks = own, False
        else:
            pieces.append(Piece(first, at, look))
            first, look, only_blanks = at, own, char == " "
    pieces.append(Piece(first, stop, look))
    return pieces


def _shows(look: Look, blank: Look) -> bool:
    """Whether a blank can be written in a look that is not its own: one that shows its background and no line."""
    return look[2] == blank[2] and not blank[0] and not blank[1] and not seen_on_blanks(look)


def _cut(line: Sequence[Cell], pieces: list[Piece], y: int) -> Iterator[Span]:
    """Pieces as spans: cut where colours change."""
    if not sure_width(line[pieces[0].start : pieces[-1].stop]):
        yield Span(y, line, tuple(pieces), sure=False)
        return
    first = 0
    for at in range(1, len(pieces)):
        if pieces[at].look[1:] != pieces[first].look[1:]:
            yield Span(y, line, tuple(pieces[first:at]), sure=True)
            first = at
    yield Span(y, line, tuple(pieces[first:]), sure=True)


def in_order(found: Sequence[Span], look: Look | None) -> Iterator[Span]:
    """Spans in the order that switches colours least, beginning in ``look``; those of the same colours from the top."""
    groups: dict[tuple[str, str], list[Span]] = {}
    for span in found:
        groups.setdefault(span.look[1:], []).append(span)
    for fore, back in [*groups]:
        host = next((one for one in groups if one[1] == back and one[0]), None)
        if not fore and host is not None and all(span.look == ("", "", back) for span in groups["", back]):
            groups[host] = sorted(groups[host] + groups.pop(("", back)), key=lambda span: (span.y, span.start))
    while groups:
        nearest = min(groups, key=lambda one: 0 if look and one == look[1:] else len(switch(look, groups[one][0].look)))
        for span in groups.pop(nearest):
            yield span
            look = span.look


class Pen:
    """Collects sequences, knowing where the terminal's cursor is and in which look it writes."""

    def __init__(self, look: Look | None, *, erase: bool) -> None:
        """``look``: what the terminal writes in; None if that is not known."""
        self._erase = erase
        self._out: list[str] = []
        self.look = look
        self._at: tuple[int, int] | None = None

    @property
    def written(self) -> str:
        """All sequences so far."""
        return "".join(self._out)

    def write(self, span: Span) -> None:
        """Go there and write it."""
        self._move(span.start, span.y)
        self._at = (span.stop, span.y)
        for piece in span.pieces:
            cells = span.line[piece.start : piece.stop]
            self._wear(piece.look if piece.look[0] or piece.look[1] else self._for_blanks(piece.look, cells))
            if not span.sure:
                self._write_unsure(span, piece)
                continue
            text = "".join([char for char, _ in cells])
            if self._erase and "    " in text and not seen_on_blanks(piece.look):
                self._write_erasing(text, span, piece)
            else:
                self._out.append(text)

    def _write_unsure(self, span: Span, piece: Piece) -> None:
        """Say after each character of unsure width where the next one is."""
        for at in range(piece.start, piece.stop):
            char = span.line[at][0]
            self._out.append(char)
            if char and not sure_width(span.line[at : at + 1]):
                after = at + (2 if at + 1 < span.stop and span.line[at + 1][0] == "" else 1)
                if after < span.stop:
                    self._out.append(f"\x1b[{span.y + 1};{after + 1}H")
                else:
                    self._at = None

    def _write_erasing(self, text: str, span: Span, piece: Piece) -> None:
        """Erase blanks where that is shorter than to write them."""
        done = 0
        for found in _BLANKS.finditer(text):
            first, end = found.span()
            count = end - first
            if end < len(text) or piece.stop < span.stop:
                erasing = f"\x1b[{count}X\x1b[{count}C" if count >= _ERASE_FROM else ""
            elif piece.stop == len(span.line):
                erasing = "\x1b[K"
            else:
                erasing = f"\x1b[{count}X" if count >= _ERASE_LAST_FROM else ""
            if erasing:
                self._out += [text[done:first], erasing]
                done = end
                if end == len(text) and piece.stop == span.stop:
                    self._at = (piece.start + first, span.y)
        self._out.append(text[done:])

    def _for_blanks(self, blank: Look, cells: Sequence[Cell]) -> Look:
        """What to write cells of no attribute and no colour of their own in: blanks change as little as possible."""
        now = self.look
        if now is None or any(char != " " for char, _ in cells):
            return blank
        return "" if seen_on_blanks(now) else now[0], now[1], blank[2]

    def _wear(self, look: Look) -> None:
        if look != self.look:
            self._out.append(switch(self.look, look))
            self.look = look

    def _move(self, x: int, y: int) -> None:
        if self._at == (x, y):
            return
        absolute = f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"
        if self._at is not None and self._at[1] == y and x > self._at[0]:
            steps = x - self._at[0]
            absolute = min("\x1b[C" if steps == 1 else f"\x1b[{steps}C", absolute, key=len)
        self._out.append(absolute)
        self._at = (x, y)
