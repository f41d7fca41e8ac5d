"""The command that writes the timeline to a file: export."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from store.choosing import Chosen
from tui.cli.listing import tell_pending
from tui.cli.options import FilterText, Store, ViewName, one_of, opened, parsed, wanted_of
from tui.cli.output import csv_text, message


class ExportFormat(StrEnum):
    """What `ecu-tui export` writes."""

    MARKDOWN = "markdown"
    CSV = "csv"
    JSONL = "jsonl"


def export(
    store: Store = None,
    filter_text: FilterText = "",
    view: ViewName = "",
    format_: Annotated[
        ExportFormat,
        typer.Option(
            "--format",
            parser=one_of(*ExportFormat),
            metavar="[markdown|csv|jsonl]",
            help="markdown cites every line; csv and jsonl hold every field.",
        ),
    ] = ExportFormat.MARKDOWN,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.", show_default="stdout")
    ] = None,
    title: Annotated[str, typer.Option("--title", help="The Markdown document's title.")] = "Timeline",
    candidates: Annotated[bool, typer.Option("--candidates", help="Weak finds too.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
) -> None:
    """Write the events in order of time, with their evidence.

    Weak finds and rejected events are left out, and the Markdown ends with a list of what was. An existing file is
    not overwritten unless told.
    """
    from store.choosing import choose
    from store.connection import reading
    from store.export import write_new
    from tui.citing import written

    typed = parsed(filter_text)
    with reading(opened(store)) as db:
        tell_pending(db)
        chosen = choose(db, wanted_of(db, typed, view).filter, candidates=candidates)
    text = _text(chosen, format_, title)
    if output is None:
        sys.stdout.write(text)
        return
    write_new(output, text, overwrite=force)
    message(written(chosen, output))


def _text(chosen: Chosen, format_: ExportFormat, title: str) -> str:
    match format_:
        case ExportFormat.MARKDOWN:
            from store.export import to_markdown

            return to_markdown(
                chosen.events,
                chosen.sources,
                title=title,
                filter_sentence=chosen.sentence,
                left_out=chosen.left_out,
            )
        case ExportFormat.CSV:
            from store.csv import EVENT_COLUMNS, event_cells

            return csv_text(EVENT_COLUMNS, (event_cells(event, chosen.sources) for event in chosen.events))
        case ExportFormat.JSONL:
            from store.jsonl import event_json, line

            return "".join(line(event_json(event, chosen.sources)) + "\n" for event in chosen.events)
