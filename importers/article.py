"""From a document to an Article: title, outlet, byline, dateline; and what is not article text set aside."""

from importers.document import Document
from store.records import Article


def build(
    document: Document, *, path: str, sha256: str, size: int, format: str, encoding: str, notes: tuple[str, ...] = ()  # noqa: A002
) -> Article:
    """The article in ``document``; the keywords are those of the record."""
    metadata = document.metadata
    return Article(
        path=path,
        sha256=sha256,
        size=size,
        format=format,
        encoding=encoding,
        text=document.text,
        title=metadata.title,
        outlet=metadata.outlet,
        byline=metadata.author,
        url=metadata.url,
        language=metadata.language,
        notes=notes + document.notes,
    )
