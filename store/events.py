"""Reading events whole, with what reports them."""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from store import codec, event_codec, report_codec
from store.connection import BLOCK, Database
from store.errors import NotFound, translated
from store.event_words import file_name
from store.records.event import Correction, Event, event_ref
from store.records.published import Published
from store.records.report import Claim, Report

_REPORT = (*report_codec.REPORT, "id", "source_id", "event_id", "extractor_version")


def event_id(db: Database, ref: int | str) -> int | None:
    """The living event that "EV-000012", "ev-12", "12" or 12 names, also by the id of one merged into it."""
    text = str(ref).strip().upper().removeprefix("EV-")
    if not (text.isascii() and text.isdigit()) or len(text) > 18:
        return None
    with translated():
        at: int | None = int(text)
        while at is not None:
            if db.execute("SELECT 1 FROM events WHERE id = ?", (at,)).fetchone():
                return at
            row = db.execute("SELECT new_id FROM redirects WHERE old_id = ?", (at,)).fetchone()
            at = row[0] if row else None
    return None


def living(db: Database, ref: int | str) -> int:
    """As ``event_id``. Raises NotFound if nothing goes by that id."""
    number = event_id(db, ref)
    if number is None:
        name = event_ref(ref) if isinstance(ref, int) else ref
        raise NotFound(f"There is no event {name}.", "ecu-tui events lists them.")
    return number


def event_of(db: Database, report_id: int) -> int | None:
    """The event that a report is of; None if there is no such report, or it was not yet compared."""
    with translated():
        row = db.execute("SELECT event_id FROM reports WHERE id = ?", (report_id,)).fetchone()
    return row[0] if row else None


def event(db: Database, ref: int | str) -> Event | None:
    """An event whole, with its reports and their claims; None if nothing goes by that id."""
    number = event_id(db, ref)
    return known_event(db, number) if number is not None else None


def known_event(db: Database, ref: int | str) -> Event:
    """An event whole. Raises NotFound if nothing goes by that id."""
    number = living(db, ref)
    with translated():
        return next(events_by_id(db, [number]))


def events_by_id(db: Database, ids: Sequence[int]) -> Iterator[Event]:
    """These events whole, in the order given; ids that do not exist are left out."""
    columns = ", ".join(event_codec.EVENT)
    for at in range(0, len(ids), BLOCK):
        for number in ids[at : at + BLOCK]:
            row = db.execute(f"SELECT {columns}, key, machine FROM events WHERE id = ?", (number,)).fetchone()
            if row is None:
                continue
            *values, key, machine = row
            tags = db.execute("SELECT tag FROM event_tags WHERE key = ? ORDER BY tag", (key,))
            reports = _reports(db, "WHERE event_id = ? ORDER BY source_id, start, id", number)
            found = event_codec.event_of(values, tuple(tag for (tag,) in tags), reports)
            yield replace(found, corrections=_corrections(db, number, machine)) if machine else found


def _corrections(db: Database, number: int, machine: str) -> tuple[Correction, ...]:
    from store import journal, wording  # few events were edited

    standing = journal.standing_edits(db, [number])
    return wording.corrections(event_codec.json_event(machine), standing.get(number, {}))


def reports_of(db: Database, source_id: int) -> tuple[Report, ...]:
    """The reports of one article, in the order of the text."""
    with translated():
        return _reports(db, "WHERE source_id = ? ORDER BY start, id", source_id)


def _reports(db: Database, rest: str, parameter: int) -> tuple[Report, ...]:
    found = db.execute(f"SELECT {', '.join(_REPORT)} FROM reports {rest}", (parameter,)).fetchall()
    return tuple(report_codec.report_of(row, _claims(db, row[-4])) for row in found)


def _claims(db: Database, report_id: int) -> tuple[Claim, ...]:
    columns = ", ".join(report_codec.CLAIM)
    found = db.execute(f"SELECT {columns} FROM claims WHERE report_id = ? ORDER BY position", (report_id,))
    return tuple(map(report_codec.claim_of, found))


class Cited(NamedTuple):
    """An article as far as it is cited for an event."""

    text: str
    name: str
    """Its outlet; else its title, or the name of its file."""
    published: Published
    copy: bool
    """Whether it is a near-copy of another."""


_CITED: Final = f"SELECT text, outlet, title, path, copy_of, {', '.join(codec.PUBLISHED)} FROM sources WHERE id = ?"


def cited(db: Database, source_id: int) -> Cited:
    """An article that reports an event."""
    with translated():
        text, outlet, title, path, copy_of, *published = db.execute(_CITED, (source_id,)).fetchone()
    name = outlet or title or file_name(codec.value_path(path))
    return Cited(text, name, codec.published_of(published), copy_of is not None)
