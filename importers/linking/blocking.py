"""Which pairs of mentions are worth weighing: never all of them.

Two mentions are compared if some key is common to both: a day and a group of types; a rare word, a name or an exact
number and a group; or one sentence. A key that too many share is cut finer by place, and dropped if that does not help.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from importers.linking.mentions import Mention, Rarity
from importers.linking.spans import Days

Block = tuple[str, ...]

_CROWD: Final = 40
"""Mentions from which a key is cut finer."""
_MOB: Final = 80
"""Mentions from which a key, cut finer, tells nothing."""
_SPAN: Final = 7
"""Days up to which a date is a key."""
_RARE: Final = 12
"""Articles up to which a word is a key."""


def pairs(mentions: Sequence[Mention], rarity: Rarity) -> list[tuple[int, int]]:
    """Give the pairs to weigh, as positions in ``mentions``, each once, in order."""
    blocks: dict[Block, list[int]] = {}
    for number, mention in enumerate(mentions):
        for key in _keys(mention, rarity):
            blocks.setdefault(key, []).append(number)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        for block in _finer(members, mentions):
            found.update(combinations(block, 2))
    return sorted(found)


def _finer(members: list[int], mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """Cut a crowded block by town; mentions without a town are compared with each other and dropped from the rest."""
    if len(members) <= _CROWD:
        yield members
        return
    towns: dict[str, list[int]] = {}
    for number in members:
        place = mentions[number].place
        towns.setdefault(place.location or place.admin1 or place.country, []).append(number)
    for block in towns.values():
        if len(block) <= _MOB:
            yield block


def _keys(mention: Mention, rarity: Rarity) -> Iterator[Block]:
    for text in sorted(mention.texts):
        if len(text) > 6:
            yield ("text", " ".join(text))
    words = sorted(mention.names | mention.site | mention.words)
    rare = [word for word in words if rarity.counts.get(word, 0) <= _RARE]
    for group in mention.groups:
        for day in _days(mention.days):
            yield ("day", day, group)
        for word in rare:
            yield ("word", word, group)
        for field, stated in mention.figures.items():
            value = stated.estimate.best
            if value is not None and value >= 10:
                yield ("figure", field, str(value), group)


def _days(days: Days | None) -> Iterator[str]:
    if days and days.first and days.last and (days.length or 0) <= _SPAN:
        for ordinal in range(days.first.toordinal(), days.last.toordinal() + 1):
            yield str(ordinal)
