"""What people decide by hand, written to the store, for the command line and the screen alike.

Dates, fields, events of their own, and which events are one. What other events hang on is compared afresh at once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from importers.run import rebuild
from importers.typed.errors import TypedError
from store import overlay, queries, writer
from store.connection import Database, transaction, writing
from store.records.event import Event, settled_by
from store.records.published import Published
from store.records.report import ROLES
from store.records.source import Source
from store.records.span import Span

NO_FIELDS: Final[Mapping[str, str]] = {}


@contextmanager
def _compared(store: Path) -> Iterator[Database]:
    """Open a store to be changed by comparing its articles afresh.

    What an import that was cut short has left is compared first: so each change is undone by itself.
    """
    with writing(store) as db:
        if writer.pending(db):
            rebuild(db)
        yield db


def typed_publication(typed: str) -> Published:
    """Read a publication date as a person types it today. Raises DateError."""
    from importers.typed.dates import read_publication

    return read_publication(typed, datetime.now(tz=UTC).date())


def set_published(store: Path, ref: str, typed: str, reason: str = "") -> tuple[Source, writer.Changes]:
    """Set a source's publication date as a person types it and re-date all that hangs on it.

    ``ref`` is the source's id or file name. Raises DateError, StoreError.
    """
    when = typed_publication(typed)
    with _compared(store) as db:
        source = queries.source(db, ref)
        writer.set_published(db, source.id, when, reason)
        changes = rebuild(db)
        return queries.source(db, source.id), changes


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What a decision on whole events has come to."""

    event_id: int
    """merge: the event that is left. split: the event of the reports taken out. apart: the first of the two."""
    other_id: int
    """split: the event of the other reports. apart: the second one. merge: as ``event_id``."""
    changes: writer.Changes


def merge_events(store: Path, event_ids: Sequence[int | str], reason: str = "") -> Regrouped:
    """Make one event of several; the first keeps its id, and the ids of the others stand for it from now on.

    Raises StoreError: NotFound and Refused where it makes no sense.
    """
    with _compared(store) as db:
        return _regrouped(db, writer.merge(db, event_ids, reason))


def split_reports(store: Path, event_id: int | str, report_ids: Sequence[int], reason: str = "") -> Regrouped:
    """Take reports out of an event: they are another happening.

    The rest keeps the id, unless those alone held it apart from another event: then it is part of that.

    Raises StoreError: NotFound and Refused where it makes no sense.
    """
    with _compared(store) as db:
        return _regrouped(db, writer.split(db, event_id, report_ids, reason))


def keep_apart(store: Path, a: int | str, b: int | str, reason: str = "") -> Regrouped:
    """Say that two events are not the same: they are never merged by the machine, nor suggested again.

    Raises StoreError: NotFound and Refused where it makes no sense.
    """
    with _compared(store) as db:
        return _regrouped(db, writer.keep_apart(db, a, b, reason))


def _regrouped(db: Database, decision: writer.Decision) -> Regrouped:
    changes = rebuild(db)
    first, second = (queries.event_of(db, group[0]) for group in decision.groups[:2])
    assert first is not None
    assert second is not None
    return Regrouped(first, second, changes)


def add_event(
    store: Path,
    source_ref: int | str,
    span: Span,
    sub_event_type: str,
    fields: Mapping[str, str] = NO_FIELDS,
    reason: str = "",
    *,
    lexicons: Sequence[Path] = (),
) -> Event:
    """Add an event that a person marks in an article, with its other fields as typed; the event.

    ``span`` is the evidence in the article's text. Raises TypedError, StoreError; then nothing has changed.
    """
    from importers.marking import mark
    from importers.typed.fields import field_named, with_typed
    from importers.typed.kinds import read_type

    kind = read_type(sub_event_type, lexicons)
    with _compared(store) as db:
        one = queries.corpus_source(db, source_ref)
        article = one.source.article
        if not article.text[span.start : span.end].strip():
            raise TypedError("No words are marked: the evidence of an event is a part of the article's text.")
        # Below those that extraction gives, now or when it is done again.
        cluster = min((0, *(report.cluster for report in one.reports))) - 1
        report = mark(article, span, kind, one.expressions, cluster)
        told = Event(0, report.title, *kind, place=report.place)
        typed = {field_named(name): text for name, text in fields.items()}
        for name, text in typed.items():
            told = with_typed(told, name, text, lexicons)
        report_id, batch = writer.add_report(db, one.source.id, report, reason)
        rebuild(db)
        number = queries.event_of(db, report_id)
        assert number is not None
        writer.correct(db, {number: told}, typed, reason, batch=batch)
        return queries.known_event(db, number)


def set_field(
    store: Path,
    refs: Sequence[int | str],
    field: str,
    typed: str | None,
    reason: str = "",
    *,
    lexicons: Sequence[Path] = (),
) -> tuple[Event, ...]:
    """Set a field of events as a person types it, or with None take the machine's value again; the events after.

    The fields are ``importers.typed.fields.FIELDS``. All events are set or none. Raises TypedError, StoreError.
    """
    from importers.typed.fields import field_named, with_typed

    name = field_named(field)
    with writing(store) as db:
        events = [queries.known_event(db, ref) for ref in refs]
        told = {one.id: with_typed(one, name, typed, lexicons) if typed is not None else None for one in events}
        writer.correct(db, told, [name], reason)
        return tuple(queries.known_event(db, number) for number in told)


def pin(store: Path, ref: int | str, field: str, source_ref: int | str, reason: str = "") -> Event:
    """Let what one source says of a field of an event stand; the event after. Raises TypedError, StoreError.

    Of a role (one of ROLES) it settles who had that one only, and is kept as a correction of the ``actors``.
    """
    from importers.linking.stating import stated_by, with_role_of
    from importers.typed.fields import stated_field

    name = stated_field(field)
    with writing(store) as db:
        event, source = queries.known_event(db, ref), queries.source(db, source_ref)
        told = stated_by(source, event)
        if told is None:
            sources = ", ".join(str(number) for number in sorted({report.source_id for report in event.reports}))
            raise TypedError(f"Source {source.id} does not report {event.ref}. Choose one of {sources}.")
        if name in ROLES:
            says, told = any(actor.role == name for actor in told.actors), with_role_of(event, told, name)
        else:
            says = overlay.says(told, name)
        if not says:
            raise TypedError(f"Source {source.id} does not say the {name} of {event.ref}: type a value instead.")
        if name == "date":
            chain = ("user", f"as source {source.id} says", *told.when.chain)
            told = replace(told, when=replace(told.when, chain=chain))
        said = f"as {source.article.outlet or source.article.title or source.article.path} says (source {source.id})"
        writer.correct(db, {event.id: told}, [settled_by(name)], f"{said}: {reason}" if reason else said)
        return queries.known_event(db, event.id)


def undo(store: Path) -> tuple[writer.Edit, ...]:
    """Take back the last change, import or finding of events afresh; its edits. Raises StoreError."""
    return _again(store, writer.undo)


def redo(store: Path) -> tuple[writer.Edit, ...]:
    """Make the change again that was last undone; its edits. Raises StoreError."""
    return _again(store, writer.redo)


def _again(store: Path, change: Callable[[Database], tuple[writer.Edit, ...]]) -> tuple[writer.Edit, ...]:
    # Whole or not at all: nobody sees events of articles that are gone.
    with writing(store) as db, transaction(db):
        edits = change(db)
        if any(edit.redates for edit in edits):
            rebuild(db)
        return edits
