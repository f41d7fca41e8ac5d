"""The last line of a screen: what the keys do here, or what is to be said."""

from collections.abc import Iterable, Mapping
from typing import Final

from tui.commands import Command, face
from tui.panes.lines import Line, Piece, line_width
from tui.text import width

MOST_KEYS: Final = 6
_WIDE: Final = 120
_MOST_WIDE_KEYS: Final = 9


def footer_line(commands: Iterable[Command], cells: int, keys: Mapping[str, str] | None = None) -> Line:
    """The commands marked for the footer with their keys, as many as fit; at most six under 120 columns."""
    chosen = keys or {}
    most = MOST_KEYS if cells < _WIDE else _MOST_WIDE_KEYS
    pieces: list[Piece] = []
    shown = 0
    for command in commands:
        key = chosen.get(command.id, command.keys).split(",")[0]
        entry: list[Piece] = [(f" {face(key)} ", "key"), (f"{command.title} ", "dim")]
        if not command.footer or shown == most or line_width((*pieces, *entry)) > cells:
            continue
        pieces += entry
        shown += 1
    return tuple(pieces)


def said(text: str, cells: int, *, error: bool = False) -> Line:
    """A sentence in the footer's place."""
    from tui.text import cut

    return ((f" {cut(text, cells - 2)}", "error" if error else "strong"),) if width(text) else ()
