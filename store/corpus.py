"""Reading articles, reports and events whole: for comparing, for cards, for exports."""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from store import article_codec, codec, event_codec, journal, reading_codec, report_codec, wording
from store.connection import Database
from store.errors import NotFound, translated
from store.records.article import DateCandidate
from store.records.event import Correction, Event, event_ref
from store.records.linking import CorpusSource
from store.records.published import Published
from store.records.report import Claim, Report
from store.records.source import Source
from store.rows import BLOCK

_SOURCE = (
    *article_codec.ARTICLE,
    *codec.PUBLISHED,
    "id",
    "copy_of",
    "similarity",
    "imported_at",
    "(SELECT count(*) FROM event_sources WHERE source_id = sources.id)",
)
_REPORT = (*report_codec.REPORT, "id", "source_id", "event_id", "extractor_version")


def source(db: Database, ref: int | str) -> Source:
    """A source by its id, the name of its file or its path. Raises NotFound, also where a name fits several."""
    with translated():
        ids = source_ids(db, str(ref))
        if not ids:
            raise NotFound(f"There is no source “{ref}”.", "ecu-tui sources lists ids and file names.")
        if len(ids) > 1:
            listed = ", ".join(map(str, ids[:5])) + (", …" if len(ids) > 5 else "")
            raise NotFound(f"“{ref}” fits {len(ids)} sources: {listed}.", "Name one by its id.")
        return next(_sources(db, "WHERE id = ?", ids[0]))


article = source


def source_ids(db: Database, ref: str) -> tuple[int, ...]:
    """The sources that a reference fits: an id, else a path, a file name, one without its suffix, or its beginning."""
    if ref.isascii() and ref.isdigit() and len(ref) < 19 and ref[0] != "0":  # "004" names 004_talks.txt, not number 4
        row = db.execute("SELECT id FROM sources WHERE id = ?", (int(ref),)).fetchone()
        if row:
            return (int(row[0]),)
    exact, named, stem, begun = set(), set(), set(), set()
    for number, value in db.execute("SELECT source_id, path FROM source_paths"):
        path = codec.value_path(value)
        name = path.replace("\\", "/").rpartition("/")[2]
        if path == ref:
            exact.add(int(number))
        elif name == ref:
            named.add(int(number))
        elif name.rpartition(".")[0] == ref:
            stem.add(int(number))
        elif ref and name.startswith(ref):
            begun.add(int(number))
    return tuple(sorted(exact or named or stem or begun))


def has_source(db: Database, source_id: int) -> bool:
    """Whether an article of this id is in the store; it may have been, before its import was undone."""
    with translated():
        return db.execute("SELECT 1 FROM sources WHERE id = ?", (source_id,)).fetchone() is not None


def corpus(db: Database) -> tuple[CorpusSource, ...]:
    """What comparing articles needs of every source, in the order of their ids."""
    with translated():
        fixed = journal.fixed_dates(db)
        return tuple(_with_reading(db, one, fixed) for one in _sources(db, "ORDER BY id"))


def corpus_source(db: Database, ref: int | str) -> CorpusSource:
    """What comparing articles needs of one source. Raises NotFound."""
    with translated():
        return _with_reading(db, source(db, ref), journal.fixed_dates(db))


def _with_reading(db: Database, one: Source, fixed: Mapping[int, Published]) -> CorpusSource:
    expressions, bounds, signature = db.execute(
        "SELECT expressions, bounds, signature FROM readings WHERE source_id = ?", (one.id,)
    ).fetchone()
    return CorpusSource(
        one,
        reading_codec.expressions_of(expressions),
        reports_of(db, one.id),
        reading_codec.bounds_of(bounds),
        signature,
        fixed.get(one.id),
    )


def reports_of(db: Database, source_id: int) -> tuple[Report, ...]:
    """The reports of one article, in the order of the text."""
    with translated():
        return _reports(db, "WHERE source_id = ? ORDER BY start, id", source_id)


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
    standing = journal.standing_edits(db, [number])
    return wording.corrections(event_codec.json_event(machine), standing.get(number, {}))


def _sources(db: Database, rest: str, *parameters: int) -> Iterator[Source]:
    width = len(article_codec.ARTICLE)
    for row in db.execute(f"SELECT {', '.join(_SOURCE)} FROM sources {rest}", parameters).fetchall():
        number, copy_of, similarity, imported_at, events = row[width + 6 :]
        paths = db.execute("SELECT path FROM source_paths WHERE source_id = ? ORDER BY position", (number,))
        yield Source(
            number,
            article_codec.article_of(row[:width], _candidates(db, number)),
            codec.published_of(row[width : width + 6]),
            tuple(codec.value_path(path) for (path,) in paths),
            copy_of,
            similarity,
            imported_at,
            events,
        )


def _candidates(db: Database, source_id: int) -> tuple[DateCandidate, ...]:
    columns = ", ".join(article_codec.CANDIDATE)
    found = db.execute(f"SELECT {columns} FROM date_candidates WHERE source_id = ? ORDER BY position", (source_id,))
    return tuple(map(article_codec.candidate_of, found))


def _reports(db: Database, rest: str, parameter: int) -> tuple[Report, ...]:
    found = db.execute(f"SELECT {', '.join(_REPORT)} FROM reports {rest}", (parameter,)).fetchall()
    return tuple(report_codec.report_of(row, _claims(db, row[-4])) for row in found)


def _claims(db: Database, report_id: int) -> tuple[Claim, ...]:
    columns = ", ".join(report_codec.CLAIM)
    found = db.execute(f"SELECT {columns} FROM claims WHERE report_id = ? ORDER BY position", (report_id,))
    return tuple(map(report_codec.claim_of, found))
