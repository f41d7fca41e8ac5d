"""Reading articles whole, alone and with all that comparing them needs."""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

from collections.abc import Iterator, Mapping

from store import article_codec, codec, journal, reading_codec
from store.connection import Database
from store.errors import NotFound, translated
from store.event_words import file_name
from store.events import reports_of
from store.records.article import DateCandidate
from store.records.linking import CorpusSource
from store.records.published import Published
from store.records.source import Source

_SOURCE = (
    *article_codec.ARTICLE,
    *codec.PUBLISHED,
    "id",
    "copy_of",
    "similarity",
    "imported_at",
    "(SELECT count(*) FROM event_sources WHERE source_id = sources.id)",
)


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
        name = file_name(path)
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
