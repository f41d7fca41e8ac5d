"""What a drawn line is made of, and the widget that draws lines and nothing else.

Panes build lines from plain text and *roles* (what a piece means: a date, a title, a dispute); only ``tui.palette``
says what a role looks like. So a pane's drawing is a pure function that a test reads as text, and a theme, a terminal
with 16 colours and NO_COLOR change nothing in it.
"""

from functools import lru_cache
from itertools import chain
from typing import Final, Self

from rich.cells import split_text
from rich.segment import Segment
from textual.geometry import Region
from textual.messages import Update
from textual.strip import Strip
from textual.widget import Widget

from tui.palette import Palette, Role, make_palette
from tui.text import fit, visible, width

__all__ = [
    "BLANK",
    "Line",
    "Lines",
    "Piece",
    "Role",
    "StaticLines",
    "crop",
    "line_width",
    "plain",
    "spread",
    "under_cursor",
]

Piece = tuple[str, Role]
Line = tuple[Piece, ...]
"""Pieces from left to right. Their text is drawable: it came through ``tui.text``, or is the program's own."""

BLANK: Final[Line] = ()


def plain(line: Line) -> str:
    """The characters of a line, for tests and for copying."""
    return "".join(text for text, _ in line)


def line_width(line: Line) -> int:
    """Cells a line takes."""
    return sum(width(text) for text, _ in line)


def crop(line: Line, cells: int) -> Line:
    """The line cut to ``cells``; a piece that does not fit whole ends in an ellipsis."""
    kept: list[Piece] = []
    left = cells
    for text, role in line:
        size = width(text)
        if size <= left:
            kept.append((text, role))
            left -= size
            continue
        if left > 0:
            kept.append((fit(text, left), role))
        break
    return tuple(kept)


def spread(left: Line, right: Line, cells: int) -> Line:
    """Two lines in one: ``left`` at the left edge, ``right`` at the right; ``left`` gives way."""
    gap = cells - line_width(right)
    if gap < 8:
        return crop(left, cells)
    kept = crop(left, gap - 1)
    return (*kept, (" " * (gap - line_width(kept)), "text"), *right)


def under_cursor(line: Line, cells: int) -> Line:
    """The line with its first ``cells`` shown as under the cursor."""
    pieces: list[Piece] = []
    left = cells
    for text, role in line:
        head, tail = (text, "") if width(text) <= left else split_text(text, left)
        pieces += [(head, "under"), (tail, role)]
        left -= width(head)
    if left > 0:
        pieces.append((" " * left, "under"))
    return tuple(piece for piece in pieces if piece[0])


@lru_cache(maxsize=8)
def theme_palette(name: str, variables: tuple[tuple[str, str], ...], ansi: bool) -> Palette:
    """The palette of a theme, worked out once."""
    return make_palette(dict(variables), ansi=ansi)


class Lines(Widget):
    """A widget whose lines are drawn from roles.

    It draws itself whole: what a stylesheet may say of borders, tints and the like is looked up for each line, which
    took as long as the lines themselves. Of padding it knows the one at the left, which holds a rule.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._palette: Palette | None = None
        self._strips: dict[int, Strip] = {}
        """What was drawn of each line, as long as that holds."""
        self._drawn_cells = 0, 0
        """The cells that lines had when they were drawn, and those of the rule at their left."""
        self._told = False
        """Whether the screen knows that this widget is to be drawn."""

    def notify_style_update(self) -> None:
        """Forget the colours: the theme may have changed."""
        self._palette = None
        self._strips.clear()
        super().notify_style_update()

    @property
    def palette(self) -> Palette:
        """The terminal's styles of the roles, under the theme as it is."""
        if self._palette is None:
            app = self.app
            whole = theme_palette(app.theme, tuple(app.theme_variables.items()), app.native_ansi_color)
            self._palette = self._filtered(whole) if app.get_line_filters() else whole
        return self._palette

    def _filtered(self, whole: Palette) -> Palette:
        """Styles as the app's filters have them (no colours, for one)."""
        segments = [Segment("", style) for style in whole.values()]
        for one in self.app.get_line_filters():
            segments = one.apply(segments, self.background_colors[1])
        return {role: segment.style or style for (role, style), segment in zip(whole.items(), segments, strict=True)}

    @property
    def drawn_cells(self) -> int:
        """How wide the lines are that are being drawn: to ask for ``size`` takes as long as to draw half a line."""
        return self._drawn_cells[0]

    def paint(self, line: Line) -> Strip:
        """A line as a strip of exactly the widget's width."""
        cells = self._drawn_cells[0]
        palette = self.palette
        line = tuple((visible(text), role) for text, role in line)  # the last gate: nothing raw gets past it
        size = line_width(line)
        if size > cells:
            line, size = crop(line, cells), cells
        segments = [Segment(text, palette[role]) for text, role in line if text]
        if size < cells:
            segments.append(Segment(" " * (cells - size), palette["text"]))
        return Strip(segments, cells)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As Textual's, but the screen is told at once and not when this widget is idle.

        So all that one key changes is painted together: that is written in fewer bytes, and done sooner.
        """
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if repaint and regions:
            for y in chain.from_iterable(region.line_range for region in regions):
                self._strips.pop(y, None)
        elif repaint:
            self._strips.clear()
        if repaint and self.display and self.is_running and not self._told:
            self._told = True
            self.screen.post_message(Update(self))
        return self

    def render_lines(self, crop: Region) -> list[Strip]:
        """Called by Textual to draw what has changed, and what has not."""
        self._told = False
        drawn = self.size.width, self.styles.gutter.left
        if drawn != self._drawn_cells:
            self._drawn_cells = drawn
            self._strips.clear()
        strips = [self._strips.get(y) or self._draw(y) for y in crop.line_range]
        return strips if crop.column_span == (0, sum(drawn)) else [strip.crop(*crop.column_span) for strip in strips]

    def _draw(self, y: int) -> Strip:
        strip = self.render_line(y)
        if self._drawn_cells[1]:
            strip = Strip([Segment("│", self.palette["rule"]), *strip], strip.cell_length + 1)
        self._strips[y] = strip
        return strip

    def redraw_line(self, y: int) -> None:
        """Draw one line of the widget afresh."""
        self.refresh(Region(0, y, self.size.width, 1))

    def content(self, y: int) -> Line:
        """What stands on line ``y`` of the widget."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """A line of the widget, without the rule at its left."""
        return self.paint(self.content(y))


class StaticLines(Lines):
    """Lines that are set from outside; only those that differ are drawn afresh."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.lines: tuple[Line, ...] = ()

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        old, self.lines = self.lines, lines
        for y in range(max(len(old), len(lines))):
            before = old[y] if y < len(old) else BLANK
            after = lines[y] if y < len(lines) else BLANK
            if before != after:
                self.redraw_line(y)

    def content(self, y: int) -> Line:
        return self.lines[y] if y < len(self.lines) else BLANK


class RightLines(StaticLines):
    """Lines that end at the right edge."""

    def content(self, y: int) -> Line:
        line = crop(super().content(y), self.size.width)
        return ((" " * (self.size.width - line_width(line)), "text"), *line)
