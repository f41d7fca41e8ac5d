"""The questions of screen and command line to the store, in one place to import from; what an export holds is
asked of ``store.choosing``.
"""

from typing import TYPE_CHECKING

from store.facade import lazily

if TYPE_CHECKING:
    from store.articles import highest_report, pending
    from store.checking import Stats, problems, stats
    from store.connection import data_version
    from store.corpus import article, corpus, corpus_source, has_source, source
    from store.decisions import decisions, decisions_on
    from store.events import cited, event, event_id, event_of, known_event, living, reports_of
    from store.matches import Matches, event_window, events, glimpse, matches, position, total
    from store.reextracting import extractors, touched_reports
    from store.reviewing import left_to_review, next_unreviewed, unreviewed
    from store.source_list import SourceMatches, published_by, source_matches, source_total, source_window, sources
    from store.suggestions import suggestions
    from store.values import missing
    from store.views import View, view, views

__getattr__ = lazily(
    globals(),
    {
        "articles": "highest_report pending",
        "checking": "Stats problems stats",
        "connection": "data_version",
        "corpus": "article corpus corpus_source has_source source",
        "decisions": "decisions decisions_on",
        "events": "cited event event_id event_of known_event living reports_of",
        "matches": "Matches event_window events glimpse matches position total",
        "reextracting": "extractors touched_reports",
        "reviewing": "left_to_review next_unreviewed unreviewed",
        "source_list": "SourceMatches published_by source_matches source_total source_window sources",
        "suggestions": "suggestions",
        "values": "missing",
        "views": "View view views",
    },
)
