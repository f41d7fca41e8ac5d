"""The command that finds the events of stored articles afresh: reextract."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from store.changes import EventChange
from store.filters import Filter
from store.jsonl import Json
from store.records.event import event_ref
from tui.cli import INTERRUPTED
from tui.cli.importing import Stop, checked, progress_bar
from tui.cli.options import FilterText, Lexicons, Store, one_of, opened, parsed
from tui.cli.output import json_lines, line, message
from tui.text import plural

if TYPE_CHECKING:
    from importers.reextract import Kept, Reextracted


class ChangeFormat(StrEnum):
    """How changes of events are printed."""

    TABLE = "table"
    JSONL = "jsonl"


_SIGNS = {"added": "+", "dropped": "-", "changed": "~"}


def reextract(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE]...", help="Articles' ids or file names; all, if none is named."),
    ] = None,
    store: Store = None,
    filter_text: FilterText = "",
    lexicon: Lexicons = None,
    apply: Annotated[bool, typer.Option("--apply", help="Make the change; else it is only shown.")] = False,
    format_: Annotated[
        ChangeFormat,
        typer.Option(
            "--format",
            parser=one_of(*ChangeFormat),
            metavar="[table|jsonl]",
            help="table for people; jsonl for programs, an event a line.",
        ),
    ] = ChangeFormat.TABLE,
) -> None:
    """Find the events of stored articles by new rules or words.

    After an upgrade, or with another lexicon: shows which events would be added, dropped or changed. What you have
    set, starred, noted or decided stays, and so does what it hangs on.
    """
    wanted = parsed(filter_text) if filter_text else None
    done = _done(opened(store), sources or [], wanted, lexicon, apply)
    if done.cancelled:
        message("Stopped: nothing was changed.")
        raise typer.Exit(INTERRUPTED)
    if format_ is ChangeFormat.JSONL:
        json_lines(map(_json, done.events))
        return
    for printed in _lines(done):
        line(printed)


def _done(
    store: Path, sources: list[str], wanted: Filter | None, lexicon: list[Path] | None, apply: bool
) -> "Reextracted":
    from importers.reextract import Reextracted
    from importers.reextract import reextract as steps

    stop = Stop()
    with stop.on_interrupt(), progress_bar() as show:
        for step in steps(store, sources, wanted, apply=apply, lexicons=checked(lexicon), cancelled=stop.asked):
            if isinstance(step, Reextracted):
                return step
            show(step)
    raise AssertionError("reextract ends with its result")


def _lines(done: "Reextracted") -> Iterator[str]:
    """Say what changes: reports in numbers, then a line for each event and each report that is kept."""
    would = "were" if done.applied else "would be"
    yield (
        f"{plural(done.sources, 'article')} read afresh. Reports: {done.added} {would} added, {done.changed} changed, "
        f"{done.dropped} dropped, {len(done.kept)} kept for your work on them."
    )
    kinds = [change.kind for change in done.events]
    yield f"Events: {', '.join(f'{kinds.count(kind)} {kind}' for kind in ('added', 'changed', 'dropped'))}."
    for change in done.events:
        yield f"  {_SIGNS[change.kind]} {change.ref}  {change.date}  {change.title}{_what(change)}"
    for kept in done.kept:
        yield f"  = report {kept.report_id} of source {kept.source_id} is no longer found and stays: {_quoted(kept)}"
    if not done.applied and (done.events or done.added or done.changed or done.dropped):
        yield "Nothing has been changed yet: the same command with --apply does it."


def _what(change: EventChange) -> str:
    if change.into is not None:
        return f" (now in {event_ref(change.into)})"
    told = "; ".join(f"{one.field} {one.before} → {one.after}" for one in change.fields)
    return f": {told}" if told else ""


def _quoted(kept: "Kept") -> str:
    words = " ".join(kept.words.split())
    return f"“{words if len(words) <= _WORDS else words[: _WORDS - 1] + '…'}”"


_WORDS = 80


def _json(change: EventChange) -> Json:
    return {
        "change": change.kind,
        "id": change.ref,
        "title": change.title,
        "date": change.date,
        "into": event_ref(change.into) if change.into is not None else None,
        "fields": {one.field: {"before": one.before, "after": one.after} for one in change.fields},
    }
