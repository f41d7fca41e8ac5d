"""What an article's own words say of its publication day, as bounds (see ``PublicationBound``)."""

from collections.abc import Sequence

from store.records import PublicationBound, TimeExpression


def bounds(text: str, expressions: Sequence[TimeExpression], language: str) -> tuple[PublicationBound, ...]:
    """Collect bounds; conservative, for a wrong bound is worse than none."""
    return ()
