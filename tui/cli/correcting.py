"""The commands by which a person sets what an event says, or adds one: edit, pin, add."""

from pathlib import Path
from typing import Annotated

import typer

from store.event_words import place_words
from store.records.event import FIELDS, Event, settled_by
from store.records.report import ROLES
from store.records.span import Span
from store.when import describe
from store.wording import field_words
from tui.cli.importing import checked
from tui.cli.options import Store, opened
from tui.cli.output import line
from tui.lexicons import lexicon_files
from tui.text import visible

EventId = Annotated[str, typer.Argument(metavar="ID", help="An event's id, such as EV-000012 or 12.")]
Reason = Annotated[str, typer.Option("--reason", help="Kept in the log, and shown beside the value.")]


def _complete_field(incomplete: str) -> list[str]:
    return [field for field in FIELDS if field.startswith(incomplete)]


def _complete_stated(incomplete: str) -> list[str]:
    return [field for field in (*FIELDS, *ROLES) if field.startswith(incomplete)]


def _complete_value(context: typer.Context, incomplete: str) -> list[str]:
    from importers.extraction.lexicon.schema import LexiconError
    from importers.typed.fields import choices

    try:
        known = choices(str(context.params.get("field") or ""), lexicon_files())
    except LexiconError:  # `ecu-tui edit` itself says what is wrong with it
        return []
    return [value for value in known if value.startswith(incomplete)]


Field = Annotated[
    str,
    typer.Argument(
        metavar="FIELD",
        help="title, type, date, place, actors, instruments, factuality, or a figure such as killed.",
        autocompletion=_complete_field,
    ),
]

Stated = Annotated[
    str,
    typer.Argument(
        metavar="FIELD",
        help="A field as edit sets it; or one role of the actors, such as perpetrator: all others stay as they are.",
        autocompletion=_complete_stated,
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
    """Set what an event says: type, date, place, figures, ...

    The machine's value is kept beside yours; undo takes the edit back.
    """
    from importers.byhand import set_field
    from importers.typed.errors import FieldError, TypedError

    if (value is None) != machine:
        raise typer.BadParameter("Give a value, or --machine to take the machine's again, and not both.")
    try:
        (after,) = set_field(opened(store), [event], field, value, reason, lexicons=checked(None))
    except TypedError as error:
        at_fault = "FIELD" if isinstance(error, FieldError) else "VALUE"
        raise typer.BadParameter(str(error), param_hint=at_fault) from error
    _tell(after, field)


def pin(
    event: EventId,
    field: Stated,
    source: Annotated[
        str, typer.Option("--source", "-s", metavar="SOURCE", help="Whose value stands: an article's id or file name.")
    ],
    store: Store = None,
    reason: Reason = "",
) -> None:
    """Let one source's value of a field stand where sources differ.

    The event no longer counts as disputed on it; cards and exports still say that sources differ.
    """
    from importers.byhand import pin as let_stand
    from importers.typed.errors import TypedError

    try:
        after = let_stand(opened(store), event, field, source, reason)
    except TypedError as error:
        raise typer.BadParameter(str(error)) from error
    _tell(after, field)


def add(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="An article's id or file name.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The words of the article that tell of the event.")],
    kind: Annotated[
        str,
        typer.Option("--type", metavar="TYPE", help="Such as car_bomb; ecu-tui lexicon show lists them."),
    ],
    store: Store = None,
    title: Annotated[str, typer.Option("--title", metavar="TITLE", help="Else the words themselves.")] = "",
    date: Annotated[str, typer.Option("--date", metavar="DATE", help="Else as the words say.")] = "",
    place: Annotated[str, typer.Option("--place", metavar="PLACE", help="Else as the words say.")] = "",
    more: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="FIELD=VALUE", help="Any other field, as edit takes it. Repeatable."),
    ] = None,
    nth: Annotated[
        int | None, typer.Option("--nth", min=1, help="Which one, where the words occur more than once.")
    ] = None,
    reason: Reason = "",
) -> None:
    """Add an event by hand, with an article's words as evidence.

    It stays an event of its own unless you merge it; undo takes it away.
    """
    from importers.byhand import add_event
    from importers.typed.errors import TypedError

    fields = {"title": title, "date": date, "place": place}
    fields = {name: value for name, value in fields.items() if value} | dict(map(_pair, more or ()))
    span = _found(opened(store), source, words, nth)
    try:
        event = add_event(opened(store), source, span, kind, fields, reason, lexicons=checked(None))
    except TypedError as error:
        raise typer.BadParameter(str(error)) from error
    when_and_where = ", ".join(filter(None, (describe(event.when), place_words(event.place))))
    line(f"{event.ref} added: {event.title} ({when_and_where})")


def _pair(typed: str) -> tuple[str, str]:
    name, equals, value = typed.partition("=")
    if not equals:
        raise typer.BadParameter(f"“{typed}” is no FIELD=VALUE.", param_hint="--set")
    return name, value


def _found(store: Path, source: str, words: str, nth: int | None) -> Span:
    """Find the words in the article; which one is meant must be plain."""
    from importers.marking import occurrences
    from store import queries
    from store.connection import reading

    with reading(store) as db:
        text = queries.source(db, source).article.text
    found = occurrences(text, words)
    if not found:
        raise typer.BadParameter("The article does not have these words.", param_hint="WORDS")
    if nth and nth > len(found):
        raise typer.BadParameter(f"The words occur {len(found)} times only.", param_hint="--nth")
    if len(found) > 1 and not nth:
        listed = "\n".join(
            f"  --nth {number}: … {visible(_around(text, span))} …" for number, span in enumerate(found, 1)
        )
        raise typer.BadParameter(f"The words occur {len(found)} times. Say which:\n{listed}", param_hint="WORDS")
    return found[(nth or 1) - 1]


def _around(text: str, span: Span) -> str:
    return " ".join(text[max(0, span.start - 40) : span.end + 40].split())


def _tell(after: Event, field: str) -> None:
    name = settled_by(field.strip().casefold())
    kept = next((one for one in after.corrections if one.field == name), None)
    beside = f" (machine: {kept.machine})" if kept else " (the machine's)"
    line(f"{after.ref} {name}: {field_words(after, name)}{beside}")
