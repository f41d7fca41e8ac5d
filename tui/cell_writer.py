"""The shortest sequences that write changed cells to a terminal.

What changed is cut where its colours change, and what has the same colours is written together wherever it stands: to
go somewhere costs seven bytes, to change colours twelve, and to change an attribute alone four.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.cells import UNKNOWN, Cell, Look, blank_look, seen_on_blanks, sure_width, switch

_GAP: Final = 5
"""Unchanged cells in one look that are cheaper to write again than to jump over."""
_ERASE_FROM: Final = 12
"""Blank cells that are cheaper to erase (ECH) and step over than to write."""
_ERASE_LAST_FROM: Final = 6
"""The same at the end of a span, where nothing is to be stepped over."""
_ERASE_LINE_FROM: Final = 4
"""The same at the end of the line (EL)."""


@dataclass(frozen=True, slots=True)
class Span:
    """Cells to write from ``x``, ``y`` on, all in the colours of ``look``; of blanks the background alone is seen.

    One with a character of which terminals disagree how wide it is also holds what follows it in other colours: that
    must be written after it.
    """

    x: int
    y: int
    cells: Sequence[Cell]
    look: Look


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
        yield from _split(new, at, end, y)
        at = end


def _run_end(old: Sequence[Cell], new: Sequence[Cell], start: int) -> int:
    """Past the last cell of a run of changed cells, with short stretches of unchanged ones in it."""
    end, look = start + 1, new[start][1]
    at, gap = end, 0
    while at < len(new) and new[at] is not UNKNOWN:
        if old[at] != new[at]:
            look = new[at][1] if new[at][0] != " " else look
            at += 1
            end, gap = at, 0
            continue
        gap += 1
        if gap > _GAP or (new[at][1] != look and new[at] != (" ", blank_look(look))):
            break
        at += 1
    while end < len(new) and new[end][0] == "":
        end += 1
    return end


def _split(cells: Sequence[Cell], start: int, stop: int, y: int) -> Iterator[Span]:
    """Cut a run where its colours change."""
    if not all(sure_width(char) for char, _ in cells[start:stop]):
        yield Span(start, y, cells[start:stop], cells[start][1])
        return
    first, look, only_blanks = start, cells[start][1], cells[start][0] == " "
    for at in range(start + 1, stop):
        char, own = cells[at]
        if own[1:] == look[1:] or (char == " " and _goes_with(own, look)):
            only_blanks = only_blanks and char == " "
        elif only_blanks and _goes_with(look, own):
            look, only_blanks = own, False
        else:
            yield Span(first, y, cells[first:at], look)
            first, look, only_blanks = at, own, char == " "
    yield Span(first, y, cells[first:stop], look)


def _goes_with(blank: Look, look: Look) -> bool:
    """Whether a blank can be written in the colours of a look: of one that shows no line, the background alone is seen."""
    return blank[2] == look[2] and not blank[0] and not blank[1]


def in_order(found: Sequence[Span], look: Look | None) -> Iterator[Span]:
    """Spans in the order that switches colours least, beginning in ``look``; those of the same colours from the top."""
    groups: dict[tuple[str, str], list[Span]] = {}
    for span in found:
        groups.setdefault(span.look[1:], []).append(span)
    for fore, back in [*groups]:
        hosts = [one for one in groups if one[1] == back and one[0]]
        if not fore and hosts and all(char == " " and not own[0] for s in groups["", back] for char, own in s.cells):
            groups[hosts[0]] = sorted(groups[hosts[0]] + groups.pop(("", back)), key=lambda span: (span.y, span.x))
    while groups:
        nearest = min(groups, key=lambda one: 0 if look and one == look[1:] else len(switch(look, groups[one][0].look)))
        for span in groups.pop(nearest):
            yield span
            look = span.look


class Pen:
    """Collects sequences, knowing where the terminal's cursor is and in which look it writes."""

    def __init__(self, look: Look | None, columns: int, *, erase: bool) -> None:
        """``look``: what the terminal writes in; None if that is not known."""
        self._erase = erase
        self._columns = columns
        self._out: list[str] = []
        self.look = look
        self._at: tuple[int, int] | None = None

    @property
    def written(self) -> str:
        """All sequences so far."""
        return "".join(self._out)

    def write(self, span: Span) -> None:
        """Go there and write it."""
        self._move(span.x, span.y)
        cells, skip_to = span.cells, 0
        for index, (char, look) in enumerate(cells):
            if char == "" or index < skip_to:
                continue
            self._wear(self._for_blank(look, span.look) if char == " " else look)
            if char == " " and self._erase and not look[0]:
                skip_to = self._erased(span, index)
                if skip_to > index:
                    continue
            self._out.append(char)
            if not sure_width(char) and index + 1 < len(cells):
                after = span.x + index + (2 if cells[index + 1][0] == "" else 1)
                self._out.append(f"\x1b[{span.y + 1};{after + 1}H")
        self._at = (span.x + len(cells), span.y)
        if skip_to == len(cells) or not sure_width(cells[-1][0]) or cells[-1][0] == "":
            self._at = None

    def _for_blank(self, blank: Look, around: Look) -> Look:
        """What to write a blank in, that stands among cells in a look: as little as possible of it changes."""
        now = self.look
        if now is None or blank[0] or blank[1]:
            return blank
        shown = seen_on_blanks(now)
        if now[2] == blank[2]:
            return ("", *now[1:]) if shown else now
        if around[2] == blank[2] and not seen_on_blanks(around):
            return around
        return ("" if shown else now[0]), now[1], blank[2]

    def _wear(self, look: Look) -> None:
        if look != self.look:
            self._out.append(switch(self.look, look))
            self.look = look

    def _erased(self, span: Span, index: int) -> int:
        """Erase the blanks from ``index`` on, where that is shorter; the index after them, else ``index``."""
        end = index
        while end < len(span.cells) and span.cells[end] == span.cells[index]:
            end += 1
        count = end - index
        if end < len(span.cells):
            if count >= _ERASE_FROM:
                self._out.append(f"\x1b[{count}X\x1b[{count}C")
                return end
        elif span.x + end == self._columns:
            if count >= _ERASE_LINE_FROM:
                self._out.append("\x1b[K")
                return end
        elif count >= _ERASE_LAST_FROM:
            self._out.append(f"\x1b[{count}X")
            return end
        return index

    def _move(self, x: int, y: int) -> None:
        if self._at == (x, y):
            return
        absolute = f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"
        if self._at is not None and self._at[1] == y and x > self._at[0]:
            steps = x - self._at[0]
            absolute = min("\x1b[C" if steps == 1 else f"\x1b[{steps}C", absolute, key=len)
        self._out.append(absolute)
        self._at = (x, y)
