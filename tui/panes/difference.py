"""Two texts laid over or beside each other, with the words that only one of them has marked: ``[-gone-] {+new+}``.

The marks are part of what is drawn, so they say without colour what is whose, and stay when the lines are copied.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from tui.panes.lines import BLANK, Line, Role, crop, line_width
from tui.panes.prose import Highlight, line_pieces
from tui.panes.scroll_lines import ScrollLines
from tui.text import wrap

if TYPE_CHECKING:
    from importers.linking.copies import Difference

SIDE_BY_SIDE_FROM: Final = 120
"""Columns from which two texts beside each other are easier to read than one with marks."""
_MOST_CELLS: Final = 96
_BETWEEN: Final = " │ "

Whose = Literal["removed", "added"]
_SIGNS: Final[dict[Whose, tuple[str, str]]] = {"removed": ("[-", "-]"), "added": ("{+", "+}")}

Row = tuple[int, int] | None
"""Where a drawn line stands in its side's text; None for a line left empty beside one of the other side."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a side's text that only one of the two texts has."""

    start: int
    end: int
    whose: Whose
    number: int
    """Of the difference it belongs to, from 0."""


@dataclass(frozen=True, slots=True)
class Side:
    """A text as it is drawn, its marks in order, and its lines."""

    text: str
    marks: tuple[Mark, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn: one text with the words of both, or two beside each other with as many lines each."""

    sides: tuple[Side, ...]
    cells: int
    """The width of a side."""
    stops: tuple[int, ...]
    """The first line of each difference."""

    def __len__(self) -> int:
        return len(self.sides[0].rows)

    def draw(self, line: int, current: int) -> Line:
        """A line; the difference numbered ``current`` is drawn strongest."""
        drawn: list[tuple[str, Role]] = []
        for at, side in enumerate(self.sides):
            row = side.rows[line]
            pieces = crop(_pieces(side, row, current), self.cells) if row else BLANK
            drawn += pieces
            if at + 1 < len(self.sides):
                drawn += [(" " * (self.cells - line_width(pieces)), "text"), (_BETWEEN, "rule")]
        return tuple(drawn)


def _pieces(side: Side, row: tuple[int, int], current: int) -> Line:
    start, end = row
    first = bisect_left(side.marks, start, key=lambda mark: mark.end)
    over = []
    for mark in side.marks[first:]:
        if mark.start >= end:
            break
        over.append(Highlight(mark.start, mark.end, "current" if mark.number == current else mark.whose))
    return line_pieces(side.text, start, end, over)


class _Writer:
    """Writes one side's text, and where its marks stand and the other side keeps step with it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.steps = [0]

    def write(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    def mark(self, text: str, whose: Whose, number: int) -> None:
        opening, closing = _SIGNS[whose]
        start = self.length
        self.write(f"{opening}{text}{closing}")
        self.marks.append(Mark(start, self.length, whose, number))

    @property
    def text(self) -> str:
        return "".join(self._parts)


def sheet(a: str, b: str, differences: Sequence["Difference"], cells: int) -> Sheet:
    """Lay out two texts compared word by word for a screen of ``cells``: side by side where there is room."""
    if cells >= SIDE_BY_SIDE_FROM:
        return side_by_side(a, b, differences, cells)
    return inline(a, b, differences, cells)


def inline(a: str, b: str, differences: Iterable["Difference"], cells: int) -> Sheet:
    """One text: that of ``b``, with what ``a`` has instead before it."""
    cells = min(cells, _MOST_CELLS)
    out = _Writer()
    at_a = at_b = number = 0
    for part in differences:
        if part.kind == "equal":
            out.write(b[at_b : part.b.end])
            at_a, at_b = part.a.end, part.b.end
            continue
        if part.b.start < part.b.end:
            out.write(b[at_b : part.b.start])
        else:
            out.write(a[at_a : part.a.start])
        if part.a.start < part.a.end:
            out.mark(a[part.a.start : part.a.end], "removed", number)
            at_a = part.a.end
        if part.b.start < part.b.end:
            out.mark(b[part.b.start : part.b.end], "added", number)
            at_b = part.b.end
        number += 1
    out.write(b[at_b:])
    text = out.text
    return _sheet((Side(text, tuple(out.marks), tuple(wrap(text.rstrip(), cells))),), cells, number)


def side_by_side(a: str, b: str, differences: Iterable["Difference"], cells: int) -> Sheet:
    """Two texts whose paragraphs begin on the same line where they are the same."""
    half = min((cells - len(_BETWEEN)) // 2, _MOST_CELLS)
    left, right = _Writer(), _Writer()
    at_a = at_b = number = 0
    for part in differences:
        if part.kind == "equal":
            _write_equal(left, right, a[at_a : part.a.end], b[at_b : part.b.end])
            at_a, at_b = part.a.end, part.b.end
            continue
        if part.a.start < part.a.end:
            left.write(a[at_a : part.a.start])
            left.mark(a[part.a.start : part.a.end], "removed", number)
            at_a = part.a.end
        if part.b.start < part.b.end:
            right.write(b[at_b : part.b.start])
            right.mark(b[part.b.start : part.b.end], "added", number)
            at_b = part.b.end
        number += 1
    left.write(a[at_a:])
    right.write(b[at_b:])
    rows = _rows_in_step(left, right, half)
    sides = (Side(left.text, tuple(left.marks), rows[0]), Side(right.text, tuple(right.marks), rows[1]))
    return _sheet(sides, half, number)


def _write_equal(left: _Writer, right: _Writer, a: str, b: str) -> None:
    """Write the same words on both sides; where both begin a line, or one a paragraph, they begin one together."""
    from importers.linking.words import words_with_spans

    spans_a, spans_b = words_with_spans(a)[1], words_with_spans(b)[1]
    last_a = last_b = 0
    for one, other in zip(spans_a, spans_b, strict=True):
        gap_a, gap_b = a[last_a : one.start], b[last_b : other.start]
        if ("\n" in gap_a and "\n" in gap_b) or "\n\n" in gap_a or "\n\n" in gap_b:
            left.steps.append(left.length + one.start)
            right.steps.append(right.length + other.start)
        last_a, last_b = one.end, other.end
    left.write(a)
    right.write(b)


def _rows_in_step(left: _Writer, right: _Writer, cells: int) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    rows: tuple[list[Row], list[Row]] = ([], [])
    ends = [(*writer.steps[1:], writer.length) for writer in (left, right)]
    texts = (left.text, right.text)
    for block, starts in enumerate(zip(left.steps, right.steps, strict=True)):
        wrapped: list[list[Row]] = []
        gap = False
        for text, start, end in zip(texts, starts, (ends[0][block], ends[1][block]), strict=True):
            whole = text[start:end]
            stripped = whole.rstrip()
            gap = gap or whole.count("\n", len(stripped)) > 1
            wrapped.append([(start + first, start + last) for first, last in wrap(stripped, cells)])
        height = max(map(len, wrapped)) + gap
        for side, lines in zip(rows, wrapped, strict=True):
            side += [*lines, *[None] * (height - len(lines))]
    return tuple(rows[0]), tuple(rows[1])


def _sheet(sides: tuple[Side, ...], cells: int, count: int) -> Sheet:
    stops = [len(sides[0].rows)] * count
    for side in sides:
        marks = iter(side.marks)
        mark = next(marks, None)
        for line, row in enumerate(side.rows):
            while mark is not None and row is not None and mark.start < row[1]:
                stops[mark.number] = min(stops[mark.number], line)
                mark = next(marks, None)
    return Sheet(sides, cells, tuple(stops))


class DifferenceView(ScrollLines):
    """A sheet that scrolls, with one of its differences current."""

    def __init__(self) -> None:
        super().__init__(id="difference")
        self.sheet = Sheet((Side("", (), ()),), 40, ())
        self.current = 0

    @property
    def line_total(self) -> int:
        return len(self.sheet)

    def draw_line(self, line: int) -> Line:
        return ((" ", "text"), *self.sheet.draw(line, self.current))

    def show(self, sheet: Sheet) -> None:
        """Show a sheet, with the current difference in view."""
        self.sheet = sheet
        self.refresh()
        self.call_after_refresh(self.go_to, self.current)

    def go_to(self, number: int) -> None:
        """Make a difference current and bring it into view."""
        self.current = number
        self.refresh()
        if number < len(self.sheet.stops):
            self.scroll_line_into_view(self.sheet.stops[number], above=self.size.height // 3)
