"""The options that several commands share, each declared once."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from store.connection import Database
from store.filters import Filter
from tui.text import visible
from tui.upgrading import tell_upgrade

C = TypeVar("C", bound=str)


def one_of(*choices: C) -> Callable[[str], C]:
    """Read a word as one of some; another is a usage error that lists them."""

    def read(typed: str) -> C:
        found = next((choice for choice in choices if choice == typed), None)
        if found is None:
            raise typer.BadParameter(f"“{visible(typed)}” is none of {', '.join(choices)}.")
        return found

    return read


class TextFormat(StrEnum):
    """How one thing is printed."""

    TEXT = "text"
    JSON = "json"


class ListFormat(StrEnum):
    """How a listing is printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def _or_global(context: typer.Context, value: Path | None) -> Path:
    """Choose the store named after the command, else before it, else the default one."""
    if value is not None:
        return value
    if isinstance(context.obj, Path):
        return context.obj
    from store.connection import default_path

    return default_path()


STORE_HELP = "The store: one SQLite file."

GlobalStore = Annotated[
    Path | None, typer.Option("--store", envvar="ECU_TUI_STORE", metavar="FILE", help=STORE_HELP, show_envvar=False)
]
Store = Annotated[
    Path | None,
    typer.Option("--store", metavar="FILE", help=STORE_HELP, callback=_or_global, show_default=False),
]
FilterText = Annotated[
    str,
    typer.Option("--filter", "-f", metavar="FILTER", help="Only what the filter finds, e.g. 'quito type:car_bomb'."),
]
ViewName = Annotated[
    str, typer.Option("--view", metavar="NAME", help="Only what this saved filter finds, in its order.")
]
Format = Annotated[
    ListFormat,
    typer.Option(
        "--format",
        parser=one_of(*ListFormat),
        metavar="[table|jsonl|csv]",
        help="table for people; jsonl and csv for programs.",
    ),
]
Lexicons = Annotated[
    list[Path] | None,
    typer.Option("--lexicon", metavar="FILE", help="A TOML file with event types and words of your own. Repeatable."),
]


def opened(store: Path | None, *, create: bool = False) -> Path:
    """Give the store's path once its option's callback has run (typer types it as optional).

    A store that an older program made is brought up to date, and it is said where it was copied to before.
    Raises StoreError if there is none and it is not to ``create``.
    """
    from store.connection import must_exist

    assert store is not None
    if not create:
        must_exist(store)
    tell_upgrade(store)
    return store


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events a command is about, and in which order."""

    filter: Filter
    newest_first: bool = False


def wanted_of(db: Database, typed: Filter, view_name: str) -> Wanted:
    """Join the filter typed with the saved one of that name, if one is named. Raises NotFound."""
    if not view_name:
        return Wanted(typed)
    from store import queries
    from store.filters import both, parse
    from store.views import NEWEST

    view = queries.view(db, view_name)
    return Wanted(both(parse(view.filter), typed), view.sort == NEWEST)


def parsed(filter_text: str, named: str = "--filter") -> Filter:
    """Read a filter typed as an option; a fault is a usage error that points at the word."""
    from store.filters import FilterError, parse

    try:
        return parse(filter_text)
    except FilterError as error:
        under = " " * error.start + "^" * max(1, error.end - error.start)
        raise typer.BadParameter(f"{error.message}\n  {visible(filter_text)}\n  {under}", param_hint=named) from error
