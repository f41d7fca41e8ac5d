"""Every change to the store, in one place to import from."""

from store.articles import add_article, add_path, known, pending
from store.timeline import Changes, save_timeline

__all__ = ["Changes", "add_article", "add_path", "known", "pending", "save_timeline"]
