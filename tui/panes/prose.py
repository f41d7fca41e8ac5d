"""Running text with highlights: wrapped lines of an article or a sentence, cut into pieces by what lies over them."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tui.panes.lines import Line, Piece, Role
from tui.text import one_to_one, visible, wrap

_STRONGEST_FIRST: Final[tuple[Role, ...]] = (
    "match", "current", "removed", "added", "found", "evidence", "strong", "title", "aside",
)  # fmt: skip


class Highlight(NamedTuple):
    """A stretch of the text, in offsets into it, and what it is."""

    start: int
    end: int
    role: Role


def line_pieces(text: str, start: int, end: int, highlights: Sequence[Highlight], base: Role = "text") -> Line:
    """``text[start:end]`` as one drawable line; where highlights overlap the strongest shows."""
    over = [h for h in highlights if h.start < end and start < h.end]
    if not over:
        return ((visible(text[start:end]), base),) if end > start else ()
    cuts = sorted({start, end, *(max(start, h.start) for h in over), *(min(end, h.end) for h in over)})
    pieces: list[Piece] = []
    for first, stop in pairwise(cuts):
        roles = {h.role for h in over if h.start <= first and stop <= h.end}
        role = next((r for r in _STRONGEST_FIRST if r in roles), base)
        pieces.append((visible(text[first:stop]), role))
    return tuple(piece for piece in pieces if piece[0])


class Prose:
    """A text wrapped to a width, of which any line can be drawn; it holds offsets only, so it may be long."""

    def __init__(self, text: str, cells: int) -> None:
        self.text = text
        self.cells = cells
        self.lines = wrap(text, cells)
        self._starts = [start for start, _ in self.lines]

    def __len__(self) -> int:
        return len(self.lines)

    def line_at(self, offset: int) -> int:
        """The line that a character of the text stands on."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def draw(self, line: int, highlights: Sequence[Highlight]) -> Line:
        start, end = self.lines[line]
        return line_pieces(self.text, start, end, highlights)


def paragraph(text: str, highlights: Sequence[Highlight], cells: int, base: Role = "text") -> list[Line]:
    """A short text wrapped and drawn whole; newlines and runs of space in it count as one space each."""
    flat = one_to_one(text)
    return [line_pieces(flat, start, end, highlights, base) for start, end in wrap(flat, cells)]
