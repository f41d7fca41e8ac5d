"""Printing for people and for programs: JSON and tables to stdout, messages to stderr."""

import csv
import io
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import Final, TextIO

from store.csv import safe_cell
from store.jsonl import Json
from store.jsonl import line as json_line
from tui.text import visible, width

_INDENT: Final = "  "
"""What is broken over several lines is indented so much further."""


def message(text: str) -> None:
    """Print a line for people, on stderr."""
    sys.stderr.write(_laid_out(text, sys.stderr) + "\n")


def line(text: str = "") -> None:
    """Print a line of the result, on stdout."""
    sys.stdout.write(_laid_out(text, sys.stdout) + "\n")


def _laid_out(text: str, stream: TextIO) -> str:
    """A line made visible; for a terminal that it is too long for broken between words, indented below its start."""
    shown = visible(text)
    if not stream.isatty() or width(shown) <= (cells := shutil.get_terminal_size().columns):
        return shown
    below = " " * (len(shown) - len(shown.lstrip()) + len(_INDENT))
    return textwrap.fill(shown, cells, subsequent_indent=below, break_long_words=False, break_on_hyphens=False)


def take_any_text() -> None:
    """Let no character stop the output: what the terminal's encoding lacks is written as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def json_lines(rows: Iterable[Json]) -> None:
    """One JSON object a line, on stdout, in ASCII alone where that cannot take all characters."""
    ascii_only = not (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    for row in rows:
        sys.stdout.write(json_line(row, ascii_only=ascii_only) + "\n")


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows as CSV; cells that a spreadsheet would run as a formula are made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([visible(safe_cell(cell)) for cell in row] for row in rows)
    return out.getvalue()


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, gives: str = "", spare: Sequence[str] = ()) -> None:
    """Print a table for people: under heads and fitted to the terminal, or as wide as it is where there is none.

    In a narrow terminal ``gives`` is the column that gives way, and ``spare`` are those to leave out, see ``fitted``.
    """
    from tui.cli.tables import fitted, whole

    if sys.stdout.isatty():
        first, *lines = fitted(heads, rows, terminal_cells(), gives=gives, spare=spare)
        printed = [f"\x1b[1m{first}\x1b[m", *lines]
    else:
        printed = list(whole(rows))
    sys.stdout.writelines(f"{one}\n" for one in printed)


def terminal_cells() -> int:
    """How wide the terminal is; 0 where the output is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
