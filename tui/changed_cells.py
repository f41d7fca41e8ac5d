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
from typing import Final

from rich.color import ColorSystem
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from textual import _compositor as compositor
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input

from tui.cell_writer import Pen, in_order, spans
from tui.cells import PLAIN, UNKNOWN, Cell, Look, cells_of

PLAIN_OUTPUT: Final = "ECU_TUI_PLAIN_OUTPUT"

Placed = tuple[int, int, Strip]
"""A strip and where its first cell is: x, y."""


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
        before: dict[int, list[Cell]] = {}
        for x, y, strip in strips:
            if 0 <= y < size.height and 0 <= x < size.width:
                row = self._rows.get(y) or [UNKNOWN] * size.width
                before.setdefault(y, row)
                self._rows[y] = _laid(row, x, cells_of(strip, system)[: size.width - x])
        changed = [span for y in sorted(before) for span in spans(before[y], self._rows[y], y)]
        pen = Pen(self._look, erase=self._erase)
        for span in in_order(changed, self._look):
            pen.write(span)
        self._look = pen.look
        return pen.written


def _laid(row: list[Cell], x: int, cells: list[Cell]) -> list[Cell]:
    """The row with these cells laid over it. Where they cover half of a wide character, the other half is gone too."""
    if not cells:
        return row
    stop = x + len(cells)
    before, after = row[:x], row[stop:]
    if before and row[x][0] == "" and cells[0][0] != "":
        before[-1] = UNKNOWN
    if after and after[0][0] == "" and cells[-1][0] != "":
        after[0] = UNKNOWN
    return before + cells + after


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
