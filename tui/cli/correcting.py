"""The commands by which a person sets what an event says: edit, pin."""

from typing import Annotated

import typer

from store.records import Event
from store.wording import field_words
from tui.cli.options import Store, opened
from tui.cli.output import line
from tui.lexicons import lexicon_files

EventId = Annotated[str, typer.Argument(metavar="ID", help="An event's id, such as EV-000012 or 12.")]
Reason = Annotated[str, typer.Option("--reason", help="Kept in the log, and shown beside the value.")]


def _complete_field(incomplete: str) -> list[str]:
    from importers.typed.fields import FIELDS

    return [field for field in FIELDS if field.startswith(incomplete)]


def _complete_value(context: typer.Context, incomplete: str) -> list[str]:
    from importers.typed.fields import choices

    known = choices(str(context.params.get("field") or ""), lexicon_files())
    return [value for value in known if value.startswith(incomplete)]


Field = Annotated[
    str,
    typer.Argument(
        metavar="FIELD",
        help="title, type, date, place, actors, instruments, factuality, or a figure such as killed.",
        autocompletion=_complete_field,
    ),
]


def edit(
    event: EventId,
    field: Field,
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="VALUE",
            help="As people write it: '2-4 Sep 2023', 'prison in Cuenca', 'at least 31', 'victim: Ana Mora'. "
            "'' says there is none.",
            autocompletion=_complete_value,
        ),
    ] = None,
    store: Store = None,
    machine: Annotated[bool, typer.Option("--machine", help="Take the machine's value again.")] = False,
    reason: Reason = "",
) -> None:
    """Set what an event says: its type, title, date, place, actors, figures or factuality.

    The machine's value is kept beside yours; undo takes the edit back.
    """
    from importers.run import set_field
    from importers.typed.errors import TypedError

    if (value is None) != machine:
        raise typer.BadParameter("Give a value, or --machine to take the machine's again, and not both.")
    try:
        (after,) = set_field(opened(store), [event], field, value, reason, lexicons=lexicon_files())
    except TypedError as error:
        raise typer.BadParameter(str(error), param_hint="VALUE") from error
    _tell(after, field)


def pin(
    event: EventId,
    field: Field,
    source: Annotated[
        str, typer.Option("--source", "-s", metavar="SOURCE", help="Whose value stands: an article's id or file name.")
    ],
    store: Store = None,
    reason: Reason = "",
) -> None:
    """Let one source's value of a field stand where sources differ.

    The event no longer counts as disputed on it; cards and exports still say that sources differ.
    """
    from importers.run import pin as let_stand
    from importers.typed.errors import TypedError

    try:
        after = let_stand(opened(store), event, field, source, reason)
    except TypedError as error:
        raise typer.BadParameter(str(error)) from error
    _tell(after, field)


def _tell(after: Event, field: str) -> None:
    name = field.strip().casefold()
    kept = next((one for one in after.corrections if one.field == name), None)
    beside = f" (machine: {kept.machine})" if kept else " (the machine's)"
    line(f"{after.ref} {name}: {field_words(after, name)}{beside}")
