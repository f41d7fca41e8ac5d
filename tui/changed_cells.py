"""Write only the cells that changed.

Textual writes whole spans of lines, each segment with its own reset: 46 kB to start, a pane for every scroll. Over a
slow line that is what one waits for. ``CellShadow`` remembers what the terminal shows and turns an update into the
shortest sequences that change it; ``ChangedCells`` puts it between Textual's compositor and its driver.

It leans on private names of Textual (``App._display``, the compositor's updates). ``supported`` looks whether they are
as expected; where they are not, or ECU_TUI_PLAIN_OUTPUT is set, Textual's own output is used and nothing is lost but
bytes. The shadow is forgotten whenever the terminal may show something else: on resize, on resume, on redraw.

Between two updates the terminal keeps the colours of the last cell written: a reset, and setting them again, would be a
tenth of what a key costs. So whoever takes the terminal back is to write ``PLAIN`` first.
"""

import inspect
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from rich.cells import get_character_cell_size
from rich.color import ColorSystem
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.style import Style
from textual import _compositor as compositor
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input

PLAIN_OUTPUT: Final = "ECU_TUI_PLAIN_OUTPUT"

_GAP: Final = 5
"""Unchanged cells in one style that are cheaper to write again than to jump over."""

Look = tuple[str, str, str]
"""Attributes, foreground and background of a cell as SGR parameters."""
Cell = tuple[str, Look]
"""What stands in a cell; "" is the right half of a wide character."""
Placed = tuple[int, int, Strip]
"""A strip and where its first cell is: x, y."""

_PLAIN: Final[Look] = ("", "", "")
PLAIN: Final = "\x1b[0m"
"""Switches off what the last update left on."""
_OFF: Final = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""What switches an attribute off; 22 switches off both bold and dim."""

_UNSEEN_ON_BLANKS: Final = frozenset(("", "1", "2", "3"))

_ERASE_FROM: Final = 12
"""Blank cells that are cheaper to erase (ECH) and step over than to write."""
_ERASE_LAST_FROM: Final = 6
"""The same at the end of a run, where nothing is to be stepped over."""
_UNKNOWN: Final[Cell] = ("\0", _PLAIN)
"""Equal to no cell that is ever meant: drawn text holds no NUL."""


def supported() -> bool:
    """Whether this Textual is put together as this module expects, and its use is not switched off."""
    if os.environ.get(PLAIN_OUTPUT):
        return False
    names = {
        "LayoutUpdate": {"strips", "region"},
        "ChopsUpdate": {"chops", "spans", "chop_ends"},
    }
    for name, wanted in names.items():
        found = getattr(compositor, name, None)
        if found is None or not wanted <= set(inspect.signature(found.__init__).parameters):
            return False
    display = getattr(App, "_display", None)
    return display is not None and list(inspect.signature(display).parameters) == ["self", "screen", "renderable"]


def erases_in_colour(environ: Mapping[str, str]) -> bool:
    """Whether erased cells take the background that is set (BCE); of the terminals in use GNU screen does not."""
    return bool(environ.get("TMUX")) or not environ.get("TERM", "").startswith("screen")


@lru_cache(maxsize=2048)
def _look(style: Style | None, system: ColorSystem) -> Look:
    if style is None:
        return _PLAIN
    attributes = style.without_color.render("x", color_system=system)
    start, end = attributes.find("\x1b["), attributes.find("m")
    codes = attributes[start + 2 : end] if start >= 0 and style.link is None else ""
    fore = ";".join(style.color.downgrade(system).get_ansi_codes()) if style.color else ""
    back = ";".join(style.bgcolor.downgrade(system).get_ansi_codes(foreground=False)) if style.bgcolor else ""
    return codes, "" if fore == "39" else fore, "" if back == "49" else back


def _switch(old: Look, new: Look) -> str:
    """The sequence that turns one look into another: what differs, or a reset and all of it, whichever is shorter."""
    whole = _whole(new)
    before, after = set(old[0].split(";")) - {""}, set(new[0].split(";")) - {""}
    off = before - after
    if not off <= _OFF.keys() or (off & {"1", "2"} and after & {"1", "2"}):
        return whole
    parts = sorted(_OFF[code] for code in off) + sorted(after - before)
    parts += [new[1] or "39"] if new[1] != old[1] else []
    parts += [new[2] or "49"] if new[2] != old[2] else []
    partial = f"\x1b[{';'.join(parts)}m"
    return min(partial, whole, key=len)


def _whole(look: Look) -> str:
    return f"\x1b[{';'.join(part for part in ('0', *look) if part)}m"


def cells_of(strip: Strip, system: ColorSystem) -> list[Cell]:
    """The cells a strip takes."""
    cells: list[Cell] = []
    for text, style, control in strip:
        if control:
            continue
        look = _look(style, system)
        blank = (" ", _blank_look(look))
        if text.isascii():
            cells += [blank] * len(text) if text.isspace() else [blank if c == " " else (c, look) for c in text]
            continue
        for char in text:
            if char == " ":
                cells.append(blank)
                continue
            size = get_character_cell_size(char)
            if size == 0:
                _attach(cells, char)
                continue
            cells.append((char, look))
            if size == 2:
                cells.append(("", look))
    return cells


@lru_cache(maxsize=2048)
def _blank_look(look: Look) -> Look:
    """A look as far as it shows on a blank cell: the foreground does only where it draws a line or is reversed."""
    seen = [code for code in look[0].split(";") if code not in _UNSEEN_ON_BLANKS]
    return (";".join(seen), look[1], look[2]) if seen else ("", "", look[2])


def _for_blank(now: Look, look: Look) -> Look:
    """What to write a blank in: of what differs from the look now, only what can be seen on it."""
    if look[0] or look[1] or any(code not in _UNSEEN_ON_BLANKS for code in now[0].split(";")):
        return look
    return now[0], now[1], look[2]


def _attach(cells: list[Cell], char: str) -> None:
    """Put a combining character on the cell before it."""
    at = len(cells) - 1
    if at > 0 and cells[at][0] == "":
        at -= 1
    if at >= 0:
        cells[at] = (cells[at][0] + char, cells[at][1])


class CellShadow:
    """What the terminal shows, cell by cell, as far as it was written through here."""

    def __init__(self, *, erase: bool = True) -> None:
        self._rows: dict[int, list[Cell]] = {}
        self._size = Size(0, 0)
        self._erase = erase
        self._look: Look | None = None

    def forget(self) -> None:
        """The terminal may show anything: the next update is written whole."""
        self._rows.clear()
        self._look = None

    def update(self, strips: Iterable[Placed], size: Size, system: ColorSystem) -> str:
        """The sequences that bring the terminal to show these strips."""
        if size != self._size:
            self.forget()
            self._size = size
        pen = _Pen(self._look, erase=self._erase)
        for x, y, strip in strips:
            if not 0 <= y < size.height or x >= size.width or x < 0:
                continue
            row = self._rows.get(y)
            if row is None:
                row = self._rows[y] = [_UNKNOWN] * size.width
            new = cells_of(strip, system)[: size.width - x]
            self._write(pen, row, x, y, new)
        self._look = pen.look
        return pen.written

    def _write(self, pen: "_Pen", row: list[Cell], x: int, y: int, new: list[Cell]) -> None:
        stop = x + len(new)
        old = row[x:stop]
        if old == new:
            return
        if x and row[x][0] == "" and new[0][0] != "":
            row[x - 1] = _UNKNOWN  # half of a wide character is gone: so is the other half
        if stop < len(row) and row[stop][0] == "" and new[-1][0] != "":
            row[stop] = _UNKNOWN
        row[x:stop] = new
        at, count = 0, len(new)
        while at < count:
            if old[at] == new[at]:
                at += 1
                continue
            end = _run_end(old, new, at)
            if new[at][0] == "" and at:
                at -= 1  # a wide character is written from its left half
            pen.write(x + at, y, new[at:end])
            at = end


def _run_end(old: list[Cell], new: list[Cell], start: int) -> int:
    """Past the last cell of a run of changed cells, with short stretches of unchanged ones in it."""
    end, look = start + 1, new[start][1]
    at, gap = end, 0
    while at < len(new):
        if old[at] != new[at]:
            look = new[at][1] if new[at][0] != " " else look
            at += 1
            end, gap = at, 0
            continue
        gap += 1
        if gap > _GAP or (new[at][1] != look and new[at] != (" ", _blank_look(look))):
            break
        at += 1
    while end < len(new) and new[end][0] == "":
        end += 1
    return end


class _Pen:
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

    def write(self, x: int, y: int, cells: list[Cell]) -> None:
        self._move(x, y)
        after_blanks = 0
        for index, (char, look) in enumerate(cells):
            if char == "" or index < after_blanks:
                continue
            if char == " " and self.look is not None:
                look = _for_blank(self.look, look)
            if look != self.look:
                self._out.append(_whole(look) if self.look is None else _switch(self.look, look))
                self.look = look
            if char == " " and self._erase:
                blanks = _blanks(cells, index)
                last = index + blanks == len(cells)
                if blanks >= (_ERASE_LAST_FROM if last else _ERASE_FROM):
                    after_blanks = index + blanks
                    self._out.append(f"\x1b[{blanks}X" if last else f"\x1b[{blanks}X\x1b[{blanks}C")
                    continue
            self._out.append(char)
            if not char.isascii() and (len(char) > 1 or ord(char) >= 0x1100) and index + 1 < len(cells):
                # terminals disagree on the width of some of these: say where the next cell is
                after = index + (2 if cells[index + 1][0] == "" else 1)
                if after < len(cells) and ord(char[0]) not in _BLOCKS:
                    self._out.append(f"\x1b[{y + 1};{x + after + 1}H")
        self._at = (x + len(cells), y)
        if after_blanks == len(cells) or (cells and (len(cells[-1][0]) > 1 or cells[-1][0] == "")):
            self._at = None

    def _move(self, x: int, y: int) -> None:
        if self._at == (x, y):
            return
        absolute = f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"
        if self._at is not None and self._at[1] == y and x > self._at[0]:
            forward = f"\x1b[{x - self._at[0]}C"
            self._out.append(min(forward, absolute, key=len))
        else:
            self._out.append(absolute)
        self._at = (x, y)


def _blanks(cells: list[Cell], start: int) -> int:
    """How many cells from ``start`` on are blank in one look that an erased cell can have: a background alone."""
    look = cells[start][1]
    if look[0]:
        return 0
    end = start
    while end < len(cells) and cells[end] == (" ", look):
        end += 1
    return end - start


_BLOCKS: Final = range(0x2010, 0x2C00)
"""Punctuation, arrows, box drawing, blocks and geometric shapes: one cell in every terminal we know of."""


class _ChangedUpdate:
    """An update of the compositor, written through a shadow.

    It is no update of the compositor itself: after each of those Textual moves the terminal's hidden cursor, which
    matters to input methods alone, that is while something is typed.
    """

    def __init__(self, inner: LayoutUpdate | ChopsUpdate, shadow: CellShadow, size: Size, after: str) -> None:
        self._inner, self._shadow, self._size, self._after = inner, shadow, size, after

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """The sequences for this update (called by Textual), and what is to come after them."""
        name = console.color_system
        system = ColorSystem.TRUECOLOR if name is None else _SYSTEMS[name]
        yield Segment(self._shadow.update(_placed(self._inner), self._size, system) + self._after)


_SYSTEMS: Final = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
    "windows": ColorSystem.WINDOWS,
}


def _placed(update: LayoutUpdate | ChopsUpdate) -> Iterator[Placed]:
    """Where each strip of an update goes, just as Textual's own ``render_segments`` of these classes places it."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield x, y, strip
                x += strip.cell_length
        return
    for y, first, last in update.spans:
        for end, (x, maybe) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if maybe is None or x > last or end <= first:
                continue
            whole = last > x >= first and end <= last
            yield x, y, maybe if whole else maybe.crop(0, min(end, last) - x)


class ChangedCells(App[int]):
    """An App that writes only changed cells, where this Textual allows it."""

    _shadow: CellShadow | None = None

    def start_changed_cells(self) -> None:
        """Begin to keep a shadow; called once, before the app runs."""
        if supported():
            self._shadow = CellShadow(erase=erases_in_colour(os.environ))

    def forget_screen(self) -> None:
        """The terminal may show anything now: write the next update whole."""
        if self._shadow is not None:
            self._shadow.forget()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if self._shadow is not None and isinstance(renderable, LayoutUpdate | ChopsUpdate) and not self._batch_count:
            x, y = screen.outer_size.clamp_offset(self.cursor_position)
            after = f"\x1b[{y + 1};{x + 1}H" if isinstance(screen.focused, Input) else ""
            renderable = _ChangedUpdate(renderable, self._shadow, self.size, after)
        super()._display(screen, renderable)

    def on_mount(self) -> None:
        self.app_suspend_signal.subscribe(self, lambda _: self._write_plain())

    def on_unmount(self) -> None:
        self._write_plain()

    def _write_plain(self) -> None:
        """Give the terminal back without the colours of what was written last."""
        if self._shadow is not None and self._driver is not None:
            self._driver.write(PLAIN)
            self._driver.flush()
