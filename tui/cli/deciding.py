"""The commands by which a person decides, and takes decisions back: date, undo, redo, log."""

from typing import Annotated

import typer

from store.journal import Edit
from tui.cli.options import Store, opened
from tui.cli.output import line, message, table


def date(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="An article's id or file name.")],
    typed: Annotated[
        str, typer.Argument(metavar="DATE", help="As people write it: '2 Sep 2023', 2023-09-02, 'Sep 2023'.")
    ],
    store: Store = None,
    reason: Annotated[str, typer.Option("--reason", help="Kept in the log.")] = "",
) -> None:
    """Set an article's publication date, and re-date all that hangs on it, in other articles too."""
    from importers.run import DateError, set_published
    from tui.panes.words import published_short

    try:
        found, changes = set_published(opened(store), source, typed, reason)
    except DateError as error:
        raise typer.BadParameter(str(error), param_hint="DATE") from error
    line(f"{found.article.path}: published {published_short(found.published)}.")
    line(f"Timeline: {changes.added} events added, {changes.changed} changed, {changes.dropped} dropped.")


def undo(store: Store = None) -> None:
    """Take back the last change made by hand, and all that hangs on it."""
    from importers.run import undo as take_back

    _tell("Undone", "undo", take_back(opened(store)))


def redo(store: Store = None) -> None:
    """Make the change again that was last undone."""
    from importers.run import redo as make_again

    _tell("Done again", "redo", make_again(opened(store)))


def _tell(done: str, verb: str, edits: tuple[Edit, ...]) -> None:
    if not edits:
        message(f"Nothing to {verb}.")
    for edit in edits:
        line(f"{done}: {edit.field} of {_of(edit)} ({_value(edit.machine)} / {_value(edit.human)})")


def log(store: Store = None) -> None:
    """List every change made by hand: when, of what, the machine's value, the person's, and why."""
    from store import writer
    from store.connection import reading

    with reading(opened(store)) as db:
        table(("when", "of", "field", "machine", "person", "reason", ""), map(_cells, writer.log(db)))


def _cells(edit: Edit) -> tuple[str, ...]:
    undone = "undone" if edit.undone else ""
    return (edit.at, _of(edit), edit.field, _value(edit.machine), _value(edit.human), edit.reason, undone)


def _of(edit: Edit) -> str:
    return f"EV-{edit.entity_id:06d}" if edit.entity == "event" else f"source {edit.entity_id}"


def _value(value: object) -> str:
    """Word a value for people: of a publication day's row, the first that says something."""
    if isinstance(value, list):
        return next((str(part) for part in value if part), "none")
    return "the machine's" if value is None else str(value)
