"""Printing for people and for programs: JSON and tables to stdout, messages to stderr."""

import csv
import io
import sys
from collections.abc import Iterable, Sequence

from store.csv import safe_cell
from store.jsonl import Json
from store.jsonl import line as json_line
from tui.text import visible


def message(text: str) -> None:
    """Print a line for people, on stderr."""
    sys.stderr.write(visible(text) + "\n")


def line(text: str = "") -> None:
    """Print a line of the result, on stdout."""
    sys.stdout.write(visible(text) + "\n")


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


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table for people, fitted to the terminal, or as wide as it is where the output is no terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    tty = sys.stdout.isatty()
    grid = Table(box=None, pad_edge=False, header_style="bold", show_header=tty)
    for column in columns:
        grid.add_column(column, overflow="ellipsis", no_wrap=True)
    for row in rows:
        grid.add_row(*(Text(visible(cell)) for cell in row))
    console = Console(markup=False, highlight=False, width=None if tty else 10_000)
    with console.capture() as capture:
        console.print(grid)
    for printed in capture.get().splitlines():
        sys.stdout.write(printed.rstrip() + "\n")
