"""The cells of a terminal: what stands in each, how it looks, and how to switch from one look to another."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rich.cells import get_character_cell_size
from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

Look = tuple[str, str, str]
"""Attributes, foreground and background of a cell as SGR parameters."""
Cell = tuple[str, Look]
"""What stands in a cell; "" is the right half of a wide character."""

NO_LOOK: Final[Look] = ("", "", "")
PLAIN: Final = "\x1b[0m"
"""Switches off all attributes and colours."""
UNKNOWN: Final[Cell] = ("\0", NO_LOOK)
"""Equal to no cell that is ever meant: drawn text holds no NUL."""

_OFF: Final = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""What switches an attribute off; 22 switches off both bold and dim."""
_UNSEEN_ON_BLANKS: Final = frozenset(("", "1", "2", "3"))
_SIGNS: Final = "\u2010-\u2027\u2190-\u22ff\u2500-\u25ef"
"""Punctuation, arrows, box drawing, blocks and geometric shapes: one cell in every terminal we know of."""
_ONE_EACH: Final = re.compile(f"[ -~\u00a0-\u00ac\u00ae-\u02ff{_SIGNS}]*")
"""Latin letters and signs: nothing that is wide, combines or is not shown."""
_UNSURE: Final = re.compile(f"[^ -\u10ff{_SIGNS}]")


@lru_cache(maxsize=2048)
def look_of(style: Style | None, system: ColorSystem) -> Look:
    """How a style looks in a terminal with these colours."""
    if style is None:
        return NO_LOOK
    attributes = style.without_color.render("x", color_system=system)
    start, end = attributes.find("\x1b["), attributes.find("m")
    codes = attributes[start + 2 : end] if start >= 0 and style.link is None else ""
    fore = ";".join(style.color.downgrade(system).get_ansi_codes()) if style.color else ""
    back = ";".join(style.bgcolor.downgrade(system).get_ansi_codes(foreground=False)) if style.bgcolor else ""
    return codes, "" if fore == "39" else fore, "" if back == "49" else back


def cells_of(strip: Strip, system: ColorSystem) -> list[Cell]:
    """The cells a strip takes."""
    cells: list[Cell] = []
    for text, style, control in strip:
        if control:
            continue
        look = look_of(style, system)
        blank = (" ", blank_look(look))
        if _ONE_EACH.fullmatch(text):
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


def _attach(cells: list[Cell], char: str) -> None:
    """Put a combining character on the cell before it."""
    at = len(cells) - 1
    if at > 0 and cells[at][0] == "":
        at -= 1
    if at >= 0:
        cells[at] = (cells[at][0] + char, cells[at][1])


@lru_cache(maxsize=2048)
def blank_look(look: Look) -> Look:
    """A look as far as it shows on a blank cell: the foreground does only where it draws a line or is reversed."""
    return look if seen_on_blanks(look) else ("", "", look[2])


@lru_cache(maxsize=2048)
def seen_on_blanks(look: Look) -> bool:
    """Whether an attribute of a look shows where no character stands: a line, or swapped colours."""
    return not _UNSEEN_ON_BLANKS.issuperset(look[0].split(";"))


@lru_cache(maxsize=4096)
def switch(old: Look | None, new: Look) -> str:
    """The sequence that turns one look into another: what differs, or a reset and all of it, whichever is shorter.

    ``old`` is None where it is not known what the terminal writes in.
    """
    whole = f"\x1b[{';'.join(part for part in ('0', *new) if part)}m"
    if old is None:
        return whole
    before, after = set(old[0].split(";")) - {""}, set(new[0].split(";")) - {""}
    off = before - after
    if not off <= _OFF.keys() or (off & {"1", "2"} and after & {"1", "2"}):
        return whole
    parts = sorted(_OFF[code] for code in off) + sorted(after - before)
    parts += [new[1] or "39"] if new[1] != old[1] else []
    parts += [new[2] or "49"] if new[2] != old[2] else []
    return min(f"\x1b[{';'.join(parts)}m", whole, key=len)


def sure_width(cells: Sequence[Cell]) -> bool:
    """Whether all terminals agree on how many cells these take: not of letters that combine, and of emoji."""
    text = "".join([char for char, _ in cells])
    return text.isascii() or (len(text) == len(cells) and not _UNSURE.search(text))
