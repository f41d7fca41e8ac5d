"""Articles into the store, each in one transaction, and what is known of them."""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from store import article_codec, codec, reading_codec, report_codec
from store.clock import Clock, stamp, system_clock
from store.connection import Database, Value, transaction
from store.errors import translated
from store.records.article import DateCandidate
from store.records.reading import Reading
from store.records.report import Claim, Report

_WORDS: Final = "title, outlet, text"
"""What an article is found by."""


def known(db: Database, sha256: str) -> int | None:
    """The source with these exact bytes, if there is one."""
    with translated():
        row = db.execute("SELECT id FROM sources WHERE sha256 = ?", (sha256,)).fetchone()
    return int(row[0]) if row else None


def add_path(db: Database, source_id: int, path: str) -> bool:
    """Note another path of the same bytes. False if it was known."""
    with transaction(db):
        cursor = db.execute(
            "INSERT OR IGNORE INTO source_paths (source_id, position, path) "
            "SELECT ?1, count(*), ?2 FROM source_paths WHERE source_id = ?1",
            (source_id, codec.path_value(path)),
        )
        return cursor.rowcount == 1


def add_article(db: Database, reading: Reading, *, now: Clock = system_clock) -> int:
    """Store what one file gives. Its source's id; that of the one already there if the same bytes are known."""
    article = reading.article
    with transaction(db):
        source_id = known(db, article.sha256)
        if source_id is not None:
            add_path(db, source_id, article.path)
            return source_id
        source_id = _highest(db, "source") + 1
        columns = ("id", *article_codec.ARTICLE, "imported_at")
        db.execute(_insert("sources", columns), (source_id, *article_codec.article_row(article), stamp(now)))
        index(db, source_id)
        add_path(db, source_id, article.path)
        set_candidates(db, source_id, article.candidates)
        db.execute(
            _insert("readings", ("source_id", "expressions", "bounds", "signature")),
            (
                source_id,
                reading_codec.expressions_json(reading.expressions),
                reading_codec.bounds_json(reading.bounds),
                reading.signature,
            ),
        )
        add_reports(db, source_id, reading.reports, reading.extractor)
        set_pending(db, True)
    return source_id


def add_reports(db: Database, source_id: int, reports: Iterable[Report], extractor: str) -> tuple[int, ...]:
    """Store reports of an article under their ids, or new ones where they have none; the ids. Inside a transaction."""
    sql = _insert("reports", ("id", *report_codec.REPORT, "source_id", "extractor_version"))
    new = highest_report(db)
    ids = []
    for report in reports:
        new += not report.id
        ids.append(report.id or new)
        db.execute(
            sql, (ids[-1], *report_codec.report_row(report), source_id, report_codec.version_of(report, extractor))
        )
        add_claims(db, ids[-1], report.claims)
    return tuple(ids)


def highest_report(db: Database) -> int:
    """The highest id that a report has or had: decisions and undone additions name reports, so none is used twice."""
    with translated():
        (marked,) = db.execute("SELECT coalesce(max(entity_id), 0) FROM edits WHERE entity = 'marking'").fetchone()
        return max(_highest(db, "report"), int(marked))


def _highest(db: Database, kind: Literal["report", "source"]) -> int:
    row = db.execute(
        f"SELECT max(coalesce((SELECT max(id) FROM {kind}s), 0), "
        f"coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'highest_{kind}'), 0))"
    ).fetchone()
    return int(row[0])


def keep_numbers(db: Database) -> None:
    """Note which ids articles and reports have had, before any is taken out: theirs stay theirs.

    Inside a transaction.
    """
    numbers = [("highest_report", str(highest_report(db))), ("highest_source", str(_highest(db, "source")))]
    db.conn.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", numbers)


def retire_reports(db: Database, ids: Sequence[int]) -> None:
    """Take reports out for good; their ids stay theirs. Inside a transaction."""
    if ids:
        keep_numbers(db)
        db.conn.executemany("DELETE FROM reports WHERE id = ?", [(number,) for number in ids])


def index(db: Database, source_id: int) -> None:
    """Let an article be found by its words. Inside a transaction."""
    db.execute(f"INSERT INTO sources_fts (rowid, {_WORDS}) SELECT id, {_WORDS} FROM sources WHERE id = ?", (source_id,))


def unindex(db: Database, source_id: int) -> None:
    """Take an article's words out of the index, before it is taken out itself. Inside a transaction."""
    db.execute(
        f"INSERT INTO sources_fts (sources_fts, rowid, {_WORDS}) SELECT 'delete', id, {_WORDS} FROM sources "
        "WHERE id = ?",
        (source_id,),
    )


def add_claims(db: Database, report_id: int, claims: Iterable[Claim]) -> None:
    rows: list[tuple[Value, ...]] = [(report_id, n, *report_codec.claim_row(claim)) for n, claim in enumerate(claims)]
    db.conn.executemany(_insert("claims", ("report_id", "position", *report_codec.CLAIM)), rows)


def set_candidates(db: Database, source_id: int, candidates: Iterable[DateCandidate]) -> None:
    rows: list[tuple[Value, ...]] = [(source_id, n, *article_codec.candidate_row(c)) for n, c in enumerate(candidates)]
    db.execute("DELETE FROM date_candidates WHERE source_id = ?", (source_id,))
    db.conn.executemany(_insert("date_candidates", ("source_id", "position", *article_codec.CANDIDATE)), rows)


def pending(db: Database) -> bool:
    """Whether the timeline does not yet tell what the articles do: an import was cut short before the comparison."""
    with translated():
        return db.execute("SELECT 1 FROM meta WHERE name = 'pending'").fetchone() is not None


def set_pending(db: Database, value: bool) -> None:
    if value:
        db.execute("INSERT OR REPLACE INTO meta (name, value) VALUES ('pending', '1')")
    else:
        db.execute("DELETE FROM meta WHERE name = 'pending'")


def _insert(table: str, columns: Iterable[str]) -> str:
    names = list(columns)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
