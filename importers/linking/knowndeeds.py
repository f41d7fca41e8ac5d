"""Deeds that articles take for known: "the murder of the Jesuit priests", with no day, is the one that others report.

Who they were says which deed it is where it is told so by several articles, and of one deed alone.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from importers.linking.compatible import FATAL
from importers.linking.mentions import Mention, expected
from importers.linking.spans import Days
from importers.linking.words import DEFINITE, words

_TOLD: Final = 3
"""Articles that must tell of a deed in the same words."""
_SEVERAL: Final = 3
"""Dead from which on that as many of one description died twice is seldom."""
_WEEK: Final = 7


def known_deeds(members: Mapping[int, Sequence[int]], mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Give pairs of mentions, by position: one of a deed that its article takes for known, and one of that deed.

    ``members`` are the groups of mentions that are one event so far, each by its first.
    """
    groups = {key: [mentions[number] for number in numbers] for key, numbers in members.items()}
    reported: dict[tuple[str, str], list[int]] = {}
    for key, group in groups.items():
        for word in _told_of(group):
            reported.setdefault((_country(group), word), []).append(key)
    for key, group in groups.items():
        if all(_takes_for_known(mention) for mention in group):
            deed = _likest(group, groups, reported)
            if deed is not None and any(_means(mention, groups[deed]) for mention in group):
                yield key, deed


def _likest(
    group: Sequence[Mention], groups: Mapping[int, Sequence[Mention]], reported: Mapping[tuple[str, str], Sequence[int]]
) -> int | None:
    """Find the deed of which most is told in a group's words; None if there is none, or several on different days."""
    shared = Counter(
        deed
        for word in {word for mention in group for word in mention.described}
        for deed in reported.get((_country(group), word), ())
    )
    if not shared:
        return None
    most = max(shared.values())
    likest, *others = sorted((deed for deed in shared if shared[deed] == most), key=lambda deed: -len(groups[deed]))
    return likest if all(_one_day(groups[likest], groups[deed]) for deed in others) else None


def _country(group: Sequence[Mention]) -> str:
    return next((mention.place.country for mention in group if mention.place.country), "")


def _told_of(group: Sequence[Mention]) -> Iterator[str]:
    """Give the words by which several articles say whom a deed of one day befell, if it befell several."""
    told = [mention for mention in group if mention.sub_event_type in FATAL]
    dead = sorted(number for mention in told if (number := _dead(mention)) is not None)
    if not any(_dated(mention) for mention in told) or not dead or dead[len(dead) // 2] < _SEVERAL:
        return
    for word in sorted({word for mention in told for word in mention.described}):
        if len({mention.source for mention in told if word in mention.described}) >= _TOLD:
            yield word


def _dead(mention: Mention) -> int | None:
    stated = mention.figures.get("killed")
    return stated.estimate.best if stated else None


def _dated(mention: Mention) -> bool:
    return mention.days is not None and (mention.days.length or _WEEK + 1) <= _WEEK


def _deed_days(group: Sequence[Mention]) -> Days:
    """The days that most of a group give, of those that give the fewest; ``_told_of`` has seen that some are given."""
    given = [mention.days for mention in group if mention.days and _dated(mention)]
    fewest = min(days.length or _WEEK for days in given)
    exact = Counter(days for days in given if days.length == fewest)
    return min(exact, key=lambda days: (-exact[days], days))


def _one_day(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    """Say whether two groups are of one day: one deed that something has kept apart."""
    return _deed_days(one).gap(_deed_days(other)) <= 1


def _takes_for_known(mention: Mention) -> bool:
    """Say whether a mention of a death gives no day and no name, and is neither ahead nor one more."""
    plain = not (mention.days or mention.deceased or mention.further or mention.is_total or expected(mention))
    return plain and mention.sub_event_type in FATAL


def _means(mention: Mention, deed: Sequence[Mention]) -> bool:
    """Say whether the article can mean that deed: it is later, and names them as known, or as many dead."""
    told, days = mention.published and mention.published.last, _deed_days(deed)
    if told is None or (days.first is not None and told < days.first):
        return False
    number = _dead(mention)
    if number is not None and number >= _SEVERAL:
        return any(_dead(one) == number for one in deed)
    victims = [claim for report in mention.reports for claim in report.claims if claim.field == "victim"]
    return any(word in DEFINITE for claim in victims for word in words(claim.phrase)[:1])
