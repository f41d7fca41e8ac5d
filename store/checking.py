"""Whether a store is whole."""

from store.articles import pending
from store.connection import Database
from store.errors import translated

_SAME = (
    ("SELECT count(*) FROM events", "SELECT count(*) FROM timeline", "events and the timeline"),
    ("SELECT count(*) FROM timeline", "SELECT count(*) FROM event_words", "the timeline and its words"),
    ("SELECT count(*) FROM timeline", "SELECT coalesce(sum(n), 0) FROM timeline_days", "the timeline and its days"),
    ("SELECT count(*) FROM event_words", "SELECT count(*) FROM timeline_fts_docsize", "words and their index"),
    ("SELECT count(*) FROM sources", "SELECT count(*) FROM sources_fts_docsize", "articles and their index"),
)


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
