"""Which articles follow one story: of one fortnight, and naming the same people and places."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from importers.linking.evidence import NEWS_WINDOW, cosine
from importers.linking.excluding import distance
from importers.linking.mentions import Mention, rareness
from importers.linking.words import words
from store.records.place import Place

Articles = tuple[int, int]
"""Two sources, the lower number first."""

_ALIKE: Final = 0.15
"""How alike the names in two articles of one story are, at least, rare ones counting more."""
_RARE: Final = 12
"""Articles up to which a name says which of them may follow one story."""


class Stories:
    """Knows the names that each article tells of."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._names: dict[int, frozenset[str]] = {}
        for mention in mentions:
            self._names[mention.source] = self._names.get(mention.source, frozenset()) | _named_by(mention)
        self._rarity = rareness(self._names)

    def one_story(self, a: Mention, b: Mention) -> bool:
        """Say whether the articles of two mentions follow one story, by the names beside those of where both were."""
        gap = distance(a.published, b.published)
        if gap is None or gap > NEWS_WINDOW:
            return False
        told = _words_of(a.place) & _words_of(b.place)
        return cosine(self._names[a.source] - told, self._names[b.source] - told, self._rarity) >= _ALIKE

    def alike(self) -> Iterator[Articles]:
        """Give the articles that have a rare name in common, each pair once, in order: no others follow one story."""
        naming: dict[str, list[int]] = {}
        for source, names in self._names.items():
            for name in names:
                if self._rarity.counts[name] <= _RARE:
                    naming.setdefault(name, []).append(source)
        yield from sorted({pair for sources in naming.values() for pair in combinations(sorted(sources), 2)})


def _named_by(mention: Mention) -> frozenset[str]:
    """Words of the names of people, bodies and places that a mention tells of."""
    return mention.around | mention.names | _words_of(mention.place)


def _words_of(place: Place) -> frozenset[str]:
    return frozenset(words(f"{place.admin1} {place.location}"))
