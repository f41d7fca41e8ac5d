"""What a store holds, and whether it is whole."""
# ruff: noqa: S608 - values are bound

from dataclasses import dataclass

from store.articles import pending
from store.connection import Database
from store.errors import translated
from store.filters import EVERYTHING
from store.journal import SHELVED
from store.matches import matches

_SAME = (
    ("SELECT count(*) FROM events", "SELECT count(*) FROM timeline", "events and the timeline"),
    ("SELECT count(*) FROM timeline", "SELECT count(*) FROM event_words", "the timeline and its words"),
    ("SELECT count(*) FROM timeline", "SELECT coalesce(sum(n), 0) FROM timeline_days", "the timeline and its days"),
    ("SELECT count(*) FROM event_words", "SELECT count(*) FROM timeline_fts_docsize", "words and their index"),
    ("SELECT count(*) FROM sources", "SELECT count(*) FROM sources_fts_docsize", "articles and their index"),
)


@dataclass(frozen=True, slots=True)
class Stats:
    """How much a store holds."""

    sources: int
    copies: int
    """Of the sources, near-copies of another."""
    doubtful: int
    """Of the sources, those whose publication day is contradicted or not known."""
    reports: int
    events: int
    candidates: int
    rejected: int
    undated: int
    """All three of the events."""
    edits: int
    """Human changes that hold."""
    pending: bool
    """Articles were read and not yet compared."""


def stats(db: Database) -> Stats:
    """Count what the store holds."""
    with translated():
        found = matches(db, EVERYTHING)
        sources, copies, doubtful = db.execute(
            "SELECT count(*), count(copy_of), "
            "count(CASE WHEN published_status IN ('contradicted', 'unknown') "
            "OR published_start IS NULL OR published_end IS NULL THEN 1 END) FROM sources"
        ).fetchone()
        (reports,) = db.execute("SELECT count(*) FROM reports").fetchone()
        marks = ", ".join("?" * len(SHELVED))
        sql = f"SELECT count(*) FROM edits WHERE NOT undone AND entity NOT IN ({marks})"
        (edits,) = db.execute(sql, SHELVED).fetchone()
    dim = found.candidates, found.rejected, found.undated
    return Stats(sources, copies, doubtful, reports, found.total, *dim, edits, pending(db))


def problems(db: Database) -> tuple[str, ...]:
    """What is wrong with the store, a sentence each; () if it is whole."""
    found: list[str] = []
    with translated():
        for (text,) in db.execute("PRAGMA integrity_check"):
            if text != "ok":
                found.append(f"The file is damaged: {text}.")
        broken = db.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            found.append(f"{len(broken)} rows point at rows that are not there, the first in {broken[0][0]}.")
        for left, right, what in _SAME:
            if db.execute(left).fetchone() != db.execute(right).fetchone():
                found.append(f"The numbers of {what} differ.")
        if pending(db):
            found.append("Articles were read and not yet compared: an import was cut short. Import again to finish.")
    return tuple(found)
