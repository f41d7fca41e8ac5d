"""Every question to the store, in one place to import from."""

from store.corpus import article, corpus, event, event_id, reports_of, source, sources
from store.matches import Matches, event_window, events, matches, position
from store.source_list import SourceMatches, source_matches, source_total, source_window

__all__ = [
    "Matches",
    "SourceMatches",
    "article",
    "corpus",
    "event",
    "event_id",
    "event_window",
    "events",
    "matches",
    "position",
    "reports_of",
    "source",
    "source_matches",
    "source_total",
    "source_window",
    "sources",
]
