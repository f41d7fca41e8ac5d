"""The commands by which a person says which reports are one event: merge, split, apart, suggestions."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from store import queries
from store.connection import reading
from store.records.event import event_ref
from store.records.rows import EventRow
from store.records.suggestion import Suggestion
from tui.cli.options import Format, ListFormat, Store, opened
from tui.cli.output import csv_text, json_lines, line, message
from tui.text import plural

Reason = Annotated[str, typer.Option("--reason", help="Kept in the log.")]


def merge(
    events: Annotated[list[str], typer.Argument(metavar="ID...", help="Events' ids; the first one's stays.")],
    store: Store = None,
    reason: Reason = "",
) -> None:
    """Make one event of several: they are one happening.

    The first keeps its id, the others' ids stand for it from now on; stars, tags and notes come along. undo takes it
    back.
    """
    from importers.byhand import merge_events

    path = opened(store)
    with reading(path) as db:
        numbers = [queries.living(db, ref) for ref in events]
    merged = merge_events(path, numbers, reason)
    others = dict.fromkeys(event_ref(number) for number in numbers if number != merged.event_id)
    line(f"{event_ref(merged.event_id)} is one event with {', '.join(others)} now.")


def split(
    event: Annotated[str, typer.Argument(metavar="ID", help="The event's id.")],
    report: Annotated[
        list[int],
        typer.Option("--report", "-r", metavar="N", help="A report to take out: its number in show. Repeatable."),
    ],
    store: Store = None,
    reason: Reason = "",
) -> None:
    """Take reports out of an event: they are another happening.

    The rest keeps the id. undo takes it back.
    """
    from importers.byhand import split_reports

    parted = split_reports(opened(store), event, report, reason)
    line(f"{event_ref(parted.event_id)} has what was taken out of {event_ref(parted.other_id)}.")


def apart(
    a: Annotated[str, typer.Argument(metavar="ID", help="An event's id.")],
    b: Annotated[str, typer.Argument(metavar="ID", help="The other event's id.")],
    store: Store = None,
    reason: Reason = "",
) -> None:
    """Say that two events are not the same.

    They are not merged when more is reported, nor suggested again. undo takes it back.
    """
    from importers.byhand import keep_apart

    kept = keep_apart(opened(store), a, b, reason)
    line(f"{event_ref(kept.event_id)} and {event_ref(kept.other_id)} are kept apart.")


def suggestions(store: Store = None, format_: Format = ListFormat.TABLE) -> None:
    """List events that may be one, the likeliest first, and why.

    merge makes them one; apart says that they are not the same.
    """
    from tui.cli.listing import tell_pending

    with reading(opened(store)) as db:
        tell_pending(db)
        found = queries.suggestions(db)
    match format_:
        case ListFormat.TABLE:
            for suggestion in found:
                for printed in _lines(suggestion):
                    line(printed)
            if found:
                message(
                    "ecu-tui merge ID ID makes two of them one, ecu-tui apart ID ID says that they are not the same."
                )
            else:
                message("No two events look as if they might be one.")
        case ListFormat.JSONL:
            json_lines(map(_json, found))
        case ListFormat.CSV:
            heads = ("a", "b", "score", "for", "against", "title_a", "title_b")
            sys.stdout.write(csv_text(heads, map(_cells, found)))


def _lines(suggestion: Suggestion) -> Iterator[str]:
    yield f"{suggestion.score:4.1f}  {_row(suggestion.a)}"
    yield f"      {_row(suggestion.b)}"
    yield f"      for: {', '.join(suggestion.reasons) or 'little'}; against: {suggestion.against}"


def _row(row: EventRow) -> str:
    from store.when import describe

    parts = (describe(row.when), row.place, row.figures, plural(row.num_articles, "article"))
    return f"{row.ref}  {row.title} ({'; '.join(filter(None, parts))})"


def _json(suggestion: Suggestion) -> dict[str, object]:
    return {
        "a": suggestion.a.ref,
        "b": suggestion.b.ref,
        "score": round(suggestion.score, 2),
        "for": list(suggestion.reasons),
        "against": suggestion.against,
        "title_a": suggestion.a.title,
        "title_b": suggestion.b.title,
    }


def _cells(suggestion: Suggestion) -> tuple[str, ...]:
    a, b = suggestion.a, suggestion.b
    reasons = "; ".join(suggestion.reasons)
    return (a.ref, b.ref, f"{suggestion.score:.2f}", reasons, suggestion.against, a.title, b.title)
