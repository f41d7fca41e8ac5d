"""The commands by which a person decides, and takes decisions back: date, star, tag, note, status, undo, redo, log."""

import sys
from collections.abc import Sequence
from typing import Annotated, Final, get_args

import typer

from store import queries, writer
from store.connection import Database, reading, writing
from store.decisions import REPORTS
from store.journal import SHELVED, Edit
from store.overlay import Json
from store.records.event import Status
from store.wording import deed_words, edit_words, entity_words, said_words
from tui.cli.importing import timeline_line
from tui.cli.options import Format, ListFormat, Store, one_of, opened
from tui.cli.output import csv_text, json_lines, line, message, table

LOG_COLUMNS: Final = ("when", "of", "field", "before", "after", "reason", "undone")


def date(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="An article's id or file name.")],
    typed: Annotated[
        str, typer.Argument(metavar="DATE", help="As people write it: '2 Sep 2023', 2023-09-02, 'Sep 2023'.")
    ],
    store: Store = None,
    reason: Annotated[str, typer.Option("--reason", help="Kept in the log.")] = "",
) -> None:
    """Set an article's publication date and re-date its events.

    Events of other articles may hang on it too.
    """
    from importers.byhand import set_published
    from importers.typed.errors import DateError
    from tui.panes.words import published_short

    try:
        found, changes = set_published(opened(store), source, typed, reason)
    except DateError as error:
        raise typer.BadParameter(str(error), param_hint="DATE") from error
    line(f"{found.article.path}: published {published_short(found.published)}.")
    line(timeline_line(changes))


Events = Annotated[list[str], typer.Argument(metavar="ID", help="Events' ids, such as EV-000012 or 12.")]


def star(
    events: Events,
    store: Store = None,
    off: Annotated[bool, typer.Option("--off", help="Take the star away.")] = False,
) -> None:
    """Star events, or take their stars away."""
    with writing(opened(store)) as db:
        writer.star(db, _numbers(db, events), not off)


def tag(
    events: Events,
    store: Store = None,
    add: Annotated[list[str] | None, typer.Option("--add", "-a", metavar="TAG", help="Repeatable.")] = None,
    drop: Annotated[list[str] | None, typer.Option("--drop", "-d", metavar="TAG", help="Repeatable.")] = None,
) -> None:
    """Put tags on events, and take others off."""
    if not add and not drop:
        raise typer.BadParameter("Name a tag to --add or to --drop.")
    with writing(opened(store)) as db:
        writer.tag(db, _numbers(db, events), tuple(add or ()), tuple(drop or ()))


def note(
    event: Annotated[str, typer.Argument(metavar="ID", help="An event's id, such as EV-000012 or 12.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The note; '' takes it away.")],
    store: Store = None,
) -> None:
    """Write a note on an event."""
    with writing(opened(store)) as db:
        writer.note(db, _numbers(db, [event])[0], text)


def status(
    status: Annotated[
        Status,
        typer.Argument(metavar="STATUS", parser=one_of(*get_args(Status)), help="new, checked, contested or rejected."),
    ],
    events: Events,
    store: Store = None,
    reason: Annotated[str, typer.Option("--reason", help="Kept in the log.")] = "",
) -> None:
    """Mark events as new, checked, contested or rejected.

    Rejected ones are left out of exports.
    """
    with writing(opened(store)) as db:
        writer.set_status(db, _numbers(db, events), status, reason)


def _numbers(db: Database, refs: Sequence[str]) -> list[int]:
    return [queries.living(db, ref) for ref in refs]


def undo(store: Store = None) -> None:
    """Take back the last change, an import or reextract too."""
    from importers.byhand import undo as take_back

    edits = take_back(opened(store))
    _tell("Undone", "undo", edits)
    if any(edit.entity in SHELVED for edit in edits):
        message("ecu-tui redo brings it back.")


def redo(store: Store = None) -> None:
    """Make the change again that was last undone."""
    from importers.byhand import redo as make_again

    _tell("Done again", "redo", make_again(opened(store)))


def _tell(done: str, verb: str, edits: tuple[Edit, ...]) -> None:
    if not edits:
        message(f"Nothing to {verb}.")
    for edit in edits:
        line(f"{done}: {edit_words(edit)}")


def log(store: Store = None, format_: Format = ListFormat.TABLE) -> None:
    """List every change, what it was before, and why.

    Imports and reextract are listed, too.
    """
    from tui.panes.changes import values_before

    with reading(opened(store)) as db:
        edits = writer.log(db)
    before = values_before(edits)
    rows = [_cells(edit, before[edit.id]) for edit in edits]
    match format_:
        case ListFormat.TABLE:
            heads = ("when (UTC)", *LOG_COLUMNS[1:-1], "")
            table(heads, ((at[: len("2026-11-23T01:06")].replace("T", " "), *rest) for at, *rest in rows))
        case ListFormat.JSONL:
            json_lines({**dict(zip(LOG_COLUMNS, row, strict=True)), LOG_COLUMNS[-1]: bool(row[-1])} for row in rows)
        case ListFormat.CSV:
            sys.stdout.write(csv_text(LOG_COLUMNS, rows))


def _cells(edit: Edit, held: Json) -> tuple[str, ...]:
    decided = deed_words(edit) if edit.entity == REPORTS else ""
    before = "" if decided else said_words(edit, held)
    after = decided or said_words(edit, edit.human)
    undone = "undone" if edit.undone else ""
    return (edit.at, entity_words(edit), edit.field, before, after, edit.reason, undone)
