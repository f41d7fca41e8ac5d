"""The commands that print what the store holds: events, sources, timeline, show, check, keys."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Annotated

import typer

from store.connection import Database
from store.filters import Filter
from store.records.event import Event
from store.records.rows import EventRow, SourceRow
from store.records.source import Source
from tui.cli import DROPPED
from tui.cli.options import (
    FilterText,
    Format,
    ListFormat,
    Store,
    TextFormat,
    ViewName,
    Wanted,
    one_of,
    opened,
    parsed,
    wanted_of,
)
from tui.cli.output import csv_text, json_lines, line, message, table, terminal_cells

EVENT_HEADS = ("id", "date", "event", "type", "place", "figures", "sources", "")
SOURCE_HEADS = ("id", "published", "title", "outlet", "language", "events", "file", "")
ROOMY = 120
"""Columns of a terminal from which dates are written in full."""
DATED = 17
"""Cells of a date that is not."""
WINDOW = 500
"""Rows asked of the store at a time."""


def events(
    store: Store = None, filter_text: FilterText = "", view: ViewName = "", format_: Format = ListFormat.TABLE
) -> None:
    """List the events in order of time, the undated last.

    Weak finds, disputes and plans are marked.
    """
    from store import queries
    from store.connection import reading

    typed = parsed(filter_text)
    with reading(opened(store)) as db:
        tell_pending(db)
        wanted = wanted_of(db, typed, view)
        if format_ is not ListFormat.TABLE:
            _print_events(db, queries.events(db, wanted.filter, newest_first=wanted.newest_first), format_)
            return
        short = 0 < terminal_cells() < ROOMY
        rows = [_event_cells(row, short=short) for row in _event_rows(db, wanted)]
        table(EVENT_HEADS, rows, gives="event", spare=("type", "place", "sources", "figures"))
        _tell_none(db, rows, "event", wanted.filter)


def _print_events(db: Database, found: Iterable[Event], format_: ListFormat) -> None:
    """Print whole events for programs: an object or a row each."""
    from store import queries
    from store.csv import EVENT_COLUMNS, event_cells
    from store.jsonl import event_json

    known = {source.id: source for source in queries.sources(db)}
    if format_ is ListFormat.JSONL:
        json_lines(event_json(event, known) for event in found)
    else:
        sys.stdout.write(csv_text(EVENT_COLUMNS, (event_cells(event, known) for event in found)))


def tell_pending(db: Database) -> None:
    """Say on stderr where events are missing because an import has not reached its end."""
    from store import queries

    if queries.pending(db):
        message("Articles were read and not yet compared: an import runs, or was cut short and must be run again.")


def _tell_none(db: Database, rows: Sequence[object], what: str, wanted: Filter) -> None:
    """Say to people, on stderr, why a list is empty."""
    from store import queries

    if not rows:
        where = "in the store yet: ecu-tui import FOLDER" if wanted.everything else "that this filter keeps"
        message(f"There is no {what} {where}. {queries.missing(db, wanted.tree)}".rstrip())


def _event_rows(db: Database, wanted: Wanted) -> Iterator[EventRow]:
    from store import queries

    found = queries.matches(db, wanted.filter)
    for start in range(0, found.total, WINDOW):
        yield from queries.event_window(db, found, start, WINDOW, newest_first=wanted.newest_first)


def _event_cells(row: EventRow, *, short: bool) -> tuple[str, ...]:
    from store.when import describe
    from tui.panes.words import short_date, words_of

    date = short_date(row.when, DATED) if short else describe(row.when)
    kind = words_of(row.sub_event_type or row.event_type)
    voices = f"{row.number_of_sources}/{row.num_articles}"
    return (row.ref, date, row.title, kind, row.place, row.figures, voices, _signs(row))


def _signs(row: EventRow) -> str:
    from tui.panes.words import signs

    return "".join(text for text, _ in signs(row)).strip()


def sources(store: Store = None, filter_text: FilterText = "", format_: Format = ListFormat.TABLE) -> None:
    """List the articles, and how sure their publication date is.

    Near-copies stand under the article they copy.
    """
    from store import queries
    from store.connection import reading
    from store.csv import SOURCE_COLUMNS, source_cells
    from store.jsonl import source_json

    wanted = parsed(filter_text)
    with reading(opened(store)) as db:
        rows = list(_source_rows(db, wanted))
        if format_ is ListFormat.TABLE:
            table(SOURCE_HEADS, map(_source_cells, rows), gives="title", spare=("language", "outlet", "file", "events"))
            _tell_none(db, rows, "article", wanted)
            return
        found = (queries.source(db, row.id) for row in rows)
        if format_ is ListFormat.JSONL:
            json_lines(map(source_json, found))
        else:
            sys.stdout.write(csv_text(SOURCE_COLUMNS, map(source_cells, found)))


def _source_rows(db: Database, wanted: Filter) -> Iterator[SourceRow]:
    from store import queries

    found = queries.source_matches(db, wanted)
    for start in range(0, found.total, WINDOW):
        yield from queries.source_window(db, found, start, WINDOW)


def _source_cells(row: SourceRow) -> tuple[str, ...]:
    from tui.panes.words import published_short

    fold = "  └ copy: " if row.depth else ""
    copies = f"+{row.copies} cop{'y' if row.copies == 1 else 'ies'}" if row.copies else ""
    published = published_short(row.published, 40)
    return (str(row.id), published, fold + row.title, row.outlet, row.language, str(row.events), row.file, copies)


def timeline(
    store: Store = None, filter_text: FilterText = "", view: ViewName = "", format_: Format = ListFormat.TABLE
) -> None:
    """Print the events under their dates, the undated last.

    Weak finds and rejected events are left out.
    """
    from store import queries
    from store.connection import reading

    typed = parsed(filter_text)
    with reading(opened(store)) as db:
        tell_pending(db)
        wanted = wanted_of(db, typed, view)
        if format_ is not ListFormat.TABLE:
            found = queries.events(db, wanted.filter, newest_first=wanted.newest_first)
            _print_events(db, (one for one in found if not one.candidate and one.status != "rejected"), format_)
            return
        rows = [row for row in _event_rows(db, wanted) if not row.candidate and row.status != "rejected"]
        _tell_none(db, rows, "event", wanted.filter)
        for number, (date, under) in enumerate(by_date(rows)):
            if number:
                line()
            line(date)
            for row in under:
                details = "; ".join(part for part in (row.place, row.figures) if part)
                voices = f"[{row.number_of_sources} source{'' if row.number_of_sources == 1 else 's'}]"
                line(f"  {row.ref}  {row.title}{' — ' if details else ''}{details} {voices} {_signs(row)}".rstrip())


def by_date(rows: Iterable[EventRow]) -> Iterator[tuple[str, list[EventRow]]]:
    """The events under each date, in order; what is of about a day stands apart from what is of the same day."""
    from store.when import describe

    for _, together in groupby(rows, key=lambda row: (row.when.start, row.when.end)):
        under: dict[str, list[EventRow]] = {}
        for row in together:
            under.setdefault(describe(row.when), []).append(row)
        yield from under.items()


def show(
    event: Annotated[str, typer.Argument(metavar="ID", help="An event's id, such as EV-000012 or 12.")],
    store: Store = None,
    format_: Annotated[
        TextFormat,
        typer.Option(
            "--format",
            parser=one_of(*TextFormat),
            metavar="[text|json]",
            help="text for people; json for programs.",
        ),
    ] = TextFormat.TEXT,
) -> None:
    """Show one event: every value beside the sentence it came from."""
    from store import queries
    from store.connection import reading
    from store.jsonl import event_json
    from tui.cli.card import WIDTH, card_lines

    with reading(opened(store)) as db:
        found = queries.known_event(db, event)
        known = {report.source_id: queries.source(db, report.source_id) for report in found.reports}
        decided = queries.decisions_on(db, found.id)
    if int(event.strip().upper().removeprefix("EV-")) != found.id:
        message(f"{event} is part of {found.ref} now.")
    if format_ is TextFormat.JSON:
        json_lines([event_json(found, known)])
    else:
        for printed in card_lines(found, known, decided, min(WIDTH, terminal_cells() or WIDTH)):
            line(printed)


def check(
    store: Store = None,
    dates: Annotated[bool, typer.Option("--dates", help="Only the publication dates in doubt.")] = False,
) -> None:
    """Check that the store is whole, and which dates are in doubt.

    Publication dates that are missing, inferred or contradicted are listed. Exits with 1 if anything was found.
    """
    from store import queries
    from store.checking import problems
    from store.connection import reading

    found = False
    with reading(opened(store)) as db:
        if not dates:
            for problem in problems(db):
                line(f"store: {problem}")
                found = True
            _hint_of_older(queries.extractors(db))
        for printed in _doubts(queries.sources(db)):
            line(printed)
            found = True
    if found:
        raise typer.Exit(DROPPED)
    line(f"Nothing to report: {'' if dates else 'the file is whole, '}the publication dates are stated.")


def _hint_of_older(found: Mapping[str, int]) -> None:
    """Say how many reports other rules than today's have found; that is no fault of the store."""
    from importers.extractor import extractor_version
    from tui.lexicons import lexicon_files

    today = extractor_version(lexicon_files())
    older = sum(number for version, number in found.items() if version != today)
    if older:
        message(f"{older} of the reports were found by other rules than today's: ecu-tui reextract shows what differs.")


def _doubts(sources: Iterable[Source]) -> Iterator[str]:
    from tui.panes.words import published_short

    for source in sources:
        published = source.published
        if published.status == "stated":
            continue
        yield f"{published.status:<12} {source.id:>4}  {source.article.path}: {published_short(published, 40)}"
        if published.why:
            yield f"{'':18}{published.why}"
        for candidate in source.article.candidates:
            value = candidate.start.isoformat() + ("" if candidate.end == candidate.start else f"/{candidate.end}")
            yield f"{'':18}candidate {value} ({candidate.where}) {candidate.verdict} {candidate.why}".rstrip()
        yield f"{'':18}ecu-tui date {source.id} DATE sets it"


def keys(
    markdown: Annotated[bool, typer.Option("--markdown", help="As the README prints them.")] = False,
) -> None:
    """List the browser's keys, and the ids to remap them by."""
    from tui.commands import COMMANDS, SCOPES, face
    from tui.commands import markdown as as_markdown

    if markdown:
        sys.stdout.write(as_markdown())
        return
    table(
        ("where", "keys", "what", "id"),
        (
            (SCOPES[command.scope], " ".join(face(key) for key in command.keys.split(",")), command.help, command.id)
            for command in COMMANDS
            if command.keys
        ),
    )
