"""What stands in a text, looked up by where it stands, without walking through all of the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from store.records.span import Span

_Item = TypeVar("_Item")


class TextIndex(Generic[_Item]):
    """Items by the stretches of one text at which they stand; given back in the order of the text."""

    def __init__(self, items: Iterable[tuple[Span, _Item]]) -> None:
        self._items = sorted(items, key=lambda placed: placed[0])
        self._starts = [span.start for span, _ in self._items]
        self._longest = max((span.end - span.start for span, _ in self._items), default=0)

    def within(self, stretch: Span) -> list[_Item]:
        """List what stands in a stretch."""
        return [item for span, item in self._beginning(stretch.start, stretch.end) if span.end <= stretch.end]

    def around(self, stretch: Span) -> list[_Item]:
        """List what a stretch stands in."""
        first = stretch.end - self._longest
        return [item for span, item in self._beginning(first, stretch.start) if span.contains(stretch)]

    def before(self, at: int, reach: int) -> Iterator[_Item]:
        """Yield what begins before an offset, the nearest first, up to ``reach`` characters back."""
        for place in range(bisect_left(self._starts, at) - 1, bisect_left(self._starts, at - reach) - 1, -1):
            yield self._items[place][1]

    def _beginning(self, first: int, last: int) -> list[tuple[Span, _Item]]:
        return self._items[bisect_left(self._starts, first) : bisect_right(self._starts, last)]
