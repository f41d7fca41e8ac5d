"""The command that compares two articles word by word."""

from collections.abc import Iterator
from typing import Annotated

import typer

from store.connection import Database
from store.records.source import Source
from tui.cli.options import Store, opened
from tui.cli.output import line
from tui.panes.words import published_short

_CELLS = 96


def diff(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="An article's id or file name.")],
    other: Annotated[
        str, typer.Argument(metavar="OTHER", help="Another; without it, the article that the first one copies.")
    ] = "",
    store: Store = None,
) -> None:
    """Show word by word what one article says differently.

    [-words-] stand in the first alone, {+words+} in the second.
    """
    from importers.linking.copies import differences
    from store.connection import reading
    from tui.panes.difference import inline
    from tui.panes.lines import plain

    with reading(opened(store)) as db:
        first, second = _pair(db, source, other)
    parts = differences(first.article.text, second.article.text)
    for head in _heads(first, second):
        line(head)
    line()
    drawn = inline(first.article.text, second.article.text, parts, _CELLS)
    for at in range(len(drawn)):
        line(plain(drawn.draw(at, -1)))


def _pair(db: Database, ref: str, other: str) -> tuple[Source, Source]:
    """Find the two articles to compare, the one that is copied first."""
    from store import queries
    from store.errors import NotFound

    one = queries.source(db, ref)
    if other:
        return one, queries.source(db, other)
    if one.copy_of is None:
        raise NotFound(f"{one.article.path} copies no other article.", "Name two: ecu-tui diff SOURCE OTHER.")
    return queries.source(db, one.copy_of), one


def _heads(first: Source, second: Source) -> Iterator[str]:
    for signs, source in (("[-…-]", first), ("{+…+}", second)):
        article = source.article
        parts = (article.title, article.outlet, published_short(source.published, 40), article.path)
        yield f"{signs}  {' · '.join(part for part in parts if part)}"
    if second.copy_of == first.id:
        yield f"{second.similarity or 0:.0%} alike"
