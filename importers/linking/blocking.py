"""Which pairs of mentions are worth weighing: never all of them.

Two mentions are compared if some key is common to both: a day and a group of types; a rare word, a victim's name or an
exact number and a group; or one sentence. A day that too many share is cut by town; of the many mentions of one name,
each is compared with the few that say most.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from importers.linking.mentions import Mention, Rarity
from importers.linking.spans import Days, approximate

Block = tuple[str, ...]

_CROWD: Final = 40
"""Mentions from which a key is cut finer."""
_MOB: Final = 80
"""Mentions from which a key, cut finer, tells nothing."""
_PIVOTS: Final = 12
_NAME: Final = 4
"""Words of a victim's name, the rarest, of which each two are a key."""
_SPAN: Final = 7
"""Days up to which a date is a key."""
_RARE: Final = 12
"""Articles up to which a word is a key."""


def pairs(mentions: Sequence[Mention], rarity: Rarity) -> list[tuple[int, int]]:
    """Give the pairs to weigh, as positions in ``mentions``, each once, in order.

    What one article alone has in common is none: its own mentions have been told apart.
    """
    blocks: dict[Block, list[int]] = {}
    for number, mention in enumerate(mentions):
        for key in _keys(mention, rarity):
            blocks.setdefault(key, []).append(number)
    found: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        if len({mentions[number].source for number in members}) == 1:
            continue
        if len(members) <= _CROWD:
            found.update(combinations(members, 2))
        elif key[0] == "day":
            for block in _by_town(members, mentions):
                found.update(combinations(block, 2))
        else:
            found.update(_with_pivots(members, mentions))
    return sorted(found)


def _by_town(members: Sequence[int], mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """Cut the deeds of one day by town; those without a town are compared with each other alone."""
    towns: dict[str, list[int]] = {}
    for number in members:
        place = mentions[number].place
        towns.setdefault(place.location or place.admin1 or place.country, []).append(number)
    for block in towns.values():
        if len(block) <= _MOB:
            yield block


def _with_pivots(members: Sequence[int], mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pair the many mentions of one name or number with those of them that say most: the rest would add nothing."""

    def says_little(number: int) -> tuple[bool, bool, int]:
        mention = mentions[number]
        return mention.days is None, not mention.place.location, number

    pivots = sorted(members, key=says_little)[:_PIVOTS]
    for number in members:
        for pivot in pivots:
            if number != pivot:
                yield min(number, pivot), max(number, pivot)


def _keys(mention: Mention, rarity: Rarity) -> Iterator[Block]:
    for text in sorted(mention.texts):
        if len(text) > 6:
            yield ("text", " ".join(text))
    words = sorted(mention.names | mention.site | mention.words)
    rare = [word for word in words if rarity.counts.get(word, 0) <= _RARE]
    dead = sorted(mention.deceased, key=lambda word: (rarity.counts.get(word, 0), word))[:_NAME]
    days = tuple(_days(mention.days, 1 if approximate(mention.when) else 0))
    for group in mention.groups:
        for one, other in combinations(dead, 2):
            yield ("dead", *sorted((one, other)), group)
        for day in days:
            yield ("day", day, group)
        for word in rare:
            yield ("word", word, group)
        for field, stated in mention.figures.items():
            value = stated.estimate.best
            if value is not None and value >= 10:
                yield ("figure", field, str(value), group)


def _days(days: Days | None, around: int) -> Iterator[str]:
    if days and days.first and days.last and (days.length or 0) <= _SPAN:
        for ordinal in range(days.first.toordinal() - around, days.last.toordinal() + around + 1):
            yield str(ordinal)
