"""Tables for people: cells laid out as lines, whole for a pipe, fitted to a terminal. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from tui.text import cut, fit, visible, width

GAP: Final = "  "
LEAST: Final = 30
"""Cells of the column that gives way, before others are left out for it."""
WIDEST: Final = 10_000
"""Cells that no column exceeds, in a pipe either: a table's text may be a whole article."""


def whole(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The rows as lines, each column as wide as its widest cell."""
    shown = [[visible(cell) for cell in row] for row in rows]
    return _lines(shown, _widths(shown))


def fitted(
    heads: Sequence[str], rows: Iterable[Sequence[str]], cells: int, *, gives: str = "", spare: Sequence[str] = ()
) -> Iterator[str]:
    """The heads and the rows as lines of at most ``cells``.

    The column named ``gives`` gives way, down to ``LEAST``; then those named ``spare`` are left out, the first of them
    first; then the widest are cut.
    """
    shown = [[visible(cell) for cell in row] for row in chain((heads,), rows)]
    widths = dict(zip(heads, _widths(shown), strict=True))
    kept = list(heads)
    for name in spare:
        if _taken(min(widths[head], LEAST) if head == gives else widths[head] for head in kept) <= cells:
            break
        kept.remove(name)
    if gives in kept:
        others = _taken(widths[head] for head in kept) - widths[gives]
        widths[gives] = min(widths[gives], max(LEAST, cells - others))
    at = [number for number, head in enumerate(heads) if head in kept]
    narrowed = _narrowed([widths[head] for head in kept], cells)
    return _lines([[row[number] for number in at] for row in shown], narrowed)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [min(WIDEST, max(map(width, column))) for column in zip(*rows, strict=True)]


def _taken(widths: Iterable[int]) -> int:
    """Cells that columns of these widths take, with the gaps between them."""
    taken = list(widths)
    return sum(taken) + len(GAP) * (len(taken) - 1)


def _narrowed(widths: Sequence[int], cells: int) -> list[int]:
    """The widths, the widest of them cut to one width at which all fit; to one cell each if they never do."""
    most = max(widths, default=0)
    while most > 1 and _taken(min(most, one) for one in widths) > cells:
        most -= 1
    return [min(most, one) for one in widths]


def _lines(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    for row in rows:
        *first, last = zip(row, widths, strict=True)
        yield (GAP.join([*(fit(text, size) for text, size in first), cut(*last)])).rstrip()
