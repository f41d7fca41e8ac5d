"""The command that lets a person ask the store in SQL: sql."""

import sys
from typing import Annotated

import typer

from store.connection import Value
from tui.cli.options import Format, ListFormat, Store, opened
from tui.cli.output import csv_text, json_lines, table


def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One SELECT, e.g. 'SELECT title FROM events'.")],
    store: Store = None,
    format_: Format = ListFormat.TABLE,
) -> None:
    """Ask the store in SQL; it is only read.

    The main tables are sources, reports, claims, events and edits; sqlite_master lists all. What the tables hold may
    change from version to version: events and sources with --format jsonl do not.
    """
    from store.connection import reading
    from store.sql import select

    with reading(opened(store)) as db:
        found = select(db, query)
        match format_:
            case ListFormat.TABLE:
                table(found.columns, (tuple(map(_text, row)) for row in found.rows))
            case ListFormat.JSONL:
                json_lines(dict(zip(found.columns, map(_plain, row), strict=True)) for row in found.rows)
            case ListFormat.CSV:
                sys.stdout.write(csv_text(found.columns, (tuple(map(_text, row)) for row in found.rows)))


def _plain(value: Value) -> Value:
    """Bytes have no JSON: they are written in hexadecimal."""
    return value.hex() if isinstance(value, bytes) else value


def _text(value: Value) -> str:
    return "" if value is None else str(_plain(value))
