"""The words of the events that begin as typed.

Beginnings of up to three letters have an index of their own. Of a longer one FTS5 first merges the entries of all words
that begin so; told the words themselves, mostly a few, it reads their entries side by side, and from any place on.
"""

from typing import Final

from store.connection import Database

INDEXED: Final = 3
"""Letters of the longest beginnings that have an index (``prefix='1 2 3'``)."""
_MOST: Final = 16
"""Words from which on merging is as quick."""
_TABLE: Final = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.event_terms USING fts5vocab(main, timeline_fts, 'instance')"
_FROM: Final = "SELECT term FROM temp.event_terms WHERE term >= ? LIMIT 1"


def prepare(db: Database) -> None:
    """Let the words be looked up; on a read-only connection before it becomes one."""
    db.execute(_TABLE)


def beginning(db: Database, text: str) -> tuple[str, ...] | None:
    """The words that begin with ``text``; None if they are too many, or it is one that FTS5 has to take apart itself.

    Only ASCII letters and digits are sure to be one word, and folded as the index folds them.
    """
    if len(text) <= INDEXED or not (text.isascii() and text.isalnum()):
        return None
    prepare(db)
    start = text.lower()
    found: list[str] = []
    at = start
    while (row := db.execute(_FROM, (at,)).fetchone()) and row[0].startswith(start):
        if len(found) == _MOST:
            return None
        found.append(row[0])
        at = f"{row[0]}\0"  # the first one after it
    return tuple(found)
