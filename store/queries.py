"""Every question to the store, in one place to import from."""

from store.corpus import article, corpus, event, event_id, reports_of, source, sources

__all__ = ["article", "corpus", "event", "event_id", "reports_of", "source", "sources"]
