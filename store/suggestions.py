"""Pairs of events that may be one: kept from one comparison of the articles to the next, for a person to judge."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from store import codec
from store.connection import Database
from store.errors import translated
from store.matches import event_rows
from store.records.linking import LikelyPair
from store.records.report import CANDIDATE_BELOW
from store.records.suggestion import Suggestion

AN_EVENT: Final = 3
"""Suggestions that one event may stand in, the strongest: more would be a list to scroll, not a question."""


def save_suggestions(db: Database, likely: Sequence[LikelyPair]) -> None:
    """Write the pairs worth asking for, in place of those there were. Inside a transaction, after the events."""
    of_report: dict[int, int] = dict(db.execute("SELECT id, event_id FROM reports WHERE event_id IS NOT NULL"))
    weak = {event for (event,) in db.execute("SELECT id FROM events WHERE confidence < ?", (CANDIDATE_BELOW,))}
    asked: Counter[int] = Counter()
    found = []
    for pair in likely:
        a, b = sorted((of_report[pair.a[0]], of_report[pair.b[0]]))
        if max(asked[a], asked[b]) < AN_EVENT and not {a, b} & weak:
            asked.update((a, b))
            found.append((a, b, pair.score, codec.dumps(pair.reasons), pair.against))
    found.sort()
    if found != db.execute("SELECT a, b, score, reasons, against FROM suggestions ORDER BY a, b").fetchall():
        db.execute("DELETE FROM suggestions")
        db.conn.executemany("INSERT INTO suggestions (a, b, score, reasons, against) VALUES (?, ?, ?, ?, ?)", found)


def suggestions(db: Database) -> tuple[Suggestion, ...]:
    """Events that may be one, the likeliest first; those with a rejected event are left out."""
    with translated():
        found = db.execute("SELECT a, b, score, reasons, against FROM suggestions ORDER BY score DESC, a, b").fetchall()
        events = {row.id: row for row in event_rows(db, {event for a, b, *_ in found for event in (a, b)})}
        standing = {number for number, row in events.items() if row.status != "rejected"}
        return tuple(
            Suggestion(events[a], events[b], score, codec.texts_of(reasons), against)
            for a, b, score, reasons, against in found
            if {a, b} <= standing
        )
