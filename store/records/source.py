"""An article as it is stored."""

from dataclasses import dataclass

from store.records.article import Article
from store.records.published import UNPUBLISHED, Published


@dataclass(frozen=True, slots=True)
class Source:
    """A stored article: everything but its reports."""

    id: int
    article: Article
    published: Published = UNPUBLISHED
    paths: tuple[str, ...] = ()
    """Every path these exact bytes were found at; ``article.path`` is the first."""
    copy_of: int | None = None
    """The source that stands for its group of near-copies (None: itself)."""
    similarity: float | None = None
    """To the source it is a copy of, 0-1."""
    imported_at: str = ""
    events: int = 0
