"""Reports into events: mentions of all articles are joined where the evidence is enough and nothing excludes it.

The joining is agglomerative under constraints, in a fixed order (the strongest pair first; ties by the articles'
hashes): two groups are joined only if no member of the one excludes a member of the other. So A-B and B-C never make
one event of A and C that cannot be one, and the result does not depend on the order of import.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Final

from importers.linking.compatible import SELDOM
from importers.linking.decided import ruled
from importers.linking.evidence import (
    as_many,
    bare,
    comes_back,
    in_one_place,
    told_as_one,
    weigh,
)
from importers.linking.excluding import exclusion
from importers.linking.knowndeeds import known_deeds
from importers.linking.mentions import Mention, Rarity, rarity_of
from importers.linking.scales import Scales
from importers.linking.spans import Days
from importers.linking.stories import Articles
from importers.linking.weighing import MARGIN, Pair, Rivals, rivals_among, rivals_of, strongest_first, weighed_pairs
from store.records.linking import UNDECIDED, Decisions

_NONE: Final[frozenset[int]] = frozenset()
_STRETCH: Final = 30_000
"""Characters over which an article comes back to what it has told: more than nearly any has."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Mentions, in an order of their own, and which of them are one event."""

    mentions: tuple[Mention, ...]
    events: tuple[tuple[int, ...], ...]
    """The mentions of each event, by their positions."""
    held: Mapping[Pair, str]
    """What has kept apart pairs for which much speaks."""
    apart: Mapping[int, frozenset[int]]
    """For each mention those that people keep it apart from."""
    stories: frozenset[Articles]
    """Articles that tell of the same days."""

    @property
    def groups(self) -> tuple[tuple[Mention, ...], ...]:
        """The mentions of each event."""
        return tuple(tuple(self.mentions[number] for number in members) for members in self.events)


def merge(mentions: Iterable[Mention], decisions: Decisions = UNDECIDED, scales: Scales | None = None) -> Merged:
    """Join mentions, in any order, into events.

    What people decided holds before all evidence: what they said is one is joined first, whatever excludes it, and
    what they said is not the same is never joined, also not by a third mention. ``scales`` are those of the rounds
    before.
    """
    ordered = sorted(mentions, key=lambda mention: mention.key)
    weighed, same_days = weighed_pairs(ordered, scales or Scales())
    decided = ruled(ordered, decisions)
    groups = _Groups(ordered, decided.apart)
    for a, b in decided.together:
        groups.unites(a, b)
    _come_back(_within(ordered, rarity_of(ordered)), groups)
    _bundle(weighed, groups)
    held: dict[Pair, str] = {}
    rivals = rivals_among(pair for pair in weighed if pair.evidence.merges)
    for pair in weighed:
        against = groups.judges(pair, rivals)
        if against:
            held[pair] = against
    for a, b in list(known_deeds(groups.members, ordered)):
        groups.joins(a, b)
    for a, b in _over_one_deed(ordered, groups):
        groups.joins(a, b)
    events = tuple(tuple(members) for _, members in sorted(groups.members.items()))
    return Merged(tuple(ordered), events, held, decided.apart, same_days)


def _within(ordered: Sequence[Mention], rarity: Rarity) -> list[Pair]:
    """Weigh what each article tells apart of one kind; of one longer than any, what each of its stretches does."""
    alike: dict[tuple[int, int, str], list[int]] = {}
    for number, mention in enumerate(ordered):
        stretch = mention.reports[0].start // _STRETCH
        alike.setdefault((mention.source, stretch, mention.sub_event_type), []).append(number)
    weighed = (
        (a, b, weigh(ordered[a], ordered[b], rarity, one_story=True))
        for numbers in alike.values()
        for a, b in combinations(numbers, 2)
    )
    return strongest_first(Pair(one.score, a, b, one) for a, b, one in weighed if not one.excluded)


def _come_back(weighed: Sequence[Pair], groups: "_Groups") -> None:
    """Join what an article comes back to, before articles are compared.

    Of kinds that an article seldom tells twice, a bare mention ("all the hostages were freed on Saturday") means the
    only one told that it can mean.
    """
    for pair in weighed:
        one, other = groups.mentions[pair.a], groups.mentions[pair.b]
        if comes_back(one, other, pair.evidence):
            groups.joins(pair.a, pair.b)
    told: dict[int, set[int]] = {}
    for pair in weighed:
        one, other = groups.mentions[pair.a], groups.mentions[pair.b]
        if one.sub_event_type in SELDOM:
            for mine, its in ((pair.a, pair.b), (pair.b, pair.a)):
                if bare(groups.mentions[mine]):
                    told.setdefault(mine, set()).add(its)
    for mine, others in told.items():
        if len({groups.of[number] for number in others}) == 1:
            groups.joins(mine, min(others))


def _bundle(weighed: Sequence[Pair], groups: "_Groups") -> None:
    """Join what one article tells as one ("two car bombs in Quito") with what another tells one by one.

    Only in one place, and only if the other article tells of no more such deeds than the one counts, and does not
    tell them as one itself.
    """
    parts: dict[tuple[int, int], list[Pair]] = {}
    whole_there: set[tuple[int, int]] = set()
    for pair in weighed:
        one, other = groups.mentions[pair.a], groups.mentions[pair.b]
        if one.sub_event_type != other.sub_event_type or not in_one_place(one, other):
            continue
        for whole, part in ((pair.a, pair.b), (pair.b, pair.a)):
            counted, single = told_as_one(groups.mentions[whole]), told_as_one(groups.mentions[part])
            key = (whole, groups.mentions[part].source)
            if counted > single == 1:
                parts.setdefault(key, []).append(pair)
            elif counted == single > 1:
                whole_there.add(key)
    for key, found in parts.items():
        if len(found) <= told_as_one(groups.mentions[key[0]]) and key not in whole_there:
            for pair in found:
                groups.joins(pair.a, pair.b)


def _over_one_deed(ordered: Sequence[Mention], groups: "_Groups") -> list[tuple[int, int]]:
    """Pair what articles tell after one and the same event, of one kind and number: six arrested over two bombs."""
    homes = {(mention.source, mention.cluster): number for number, mention in enumerate(ordered)}
    after: dict[tuple[str, int], list[int]] = {}
    for number, mention in enumerate(ordered):
        deed = homes.get((mention.source, mention.follows)) if mention.follows is not None else None
        if deed is not None:
            after.setdefault((mention.sub_event_type, groups.of[deed]), []).append(number)
    return [
        (a, b)
        for numbers in after.values()
        for a, b in combinations(numbers, 2)
        if ordered[a].source != ordered[b].source and as_many(ordered[a], ordered[b])
    ]


class _Groups:
    """The groups as they grow. Kept as lists of positions; the smallest position names a group."""

    def __init__(self, mentions: Sequence[Mention], apart: Mapping[int, frozenset[int]]) -> None:
        self.mentions = mentions
        self.apart = apart
        self.of = list(range(len(mentions)))
        self.members: dict[int, list[int]] = {number: [number] for number in self.of}

    def judges(self, pair: Pair, rivals: Rivals) -> str:
        """Join the groups of a pair of two articles, and return "", or return what speaks against it."""
        if self.of[pair.a] == self.of[pair.b]:
            return ""
        if pair.evidence.parts:
            return "one tells several deeds as one"
        if not pair.evidence.merges:
            return "not enough evidence"
        if self._torn(pair, rivals):
            return "fits two different events alike"
        return self.joins(pair.a, pair.b)

    def joins(self, a: int, b: int) -> str:
        """Make one group of those of two mentions, and return "", or return what excludes it."""
        first, second = sorted((self.of[a], self.of[b]))
        if first == second:
            return ""
        against = self._against(first, second)
        if not against:
            self._unite(first, second)
        return against

    def unites(self, a: int, b: int) -> None:
        """Make one group of those of two mentions whatever the evidence, unless people keep some of them apart."""
        first, second = sorted((self.of[a], self.of[b]))
        if first != second and not self.kept_apart(first, second):
            self._unite(first, second)

    def kept_apart(self, a: int, b: int) -> bool:
        """Say whether people keep some member of the one group apart from some member of the other."""
        return any(not self.apart.get(number, _NONE).isdisjoint(self.members[b]) for number in self.members[a])

    def _unite(self, first: int, second: int) -> None:
        for number in self.members[second]:
            self.of[number] = first
        self.members[first] = sorted(self.members[first] + self.members.pop(second))

    def _torn(self, pair: Pair, rivals: Rivals) -> bool:
        """Say whether one of a pair fits about as well what the other cannot be, or its article tells apart."""
        for other, third, rival in rivals_of(pair, rivals):
            if abs(rival.score - pair.score) < MARGIN and self.of[third] not in (self.of[pair.a], self.of[pair.b]):
                one, two = self.mentions[third], self.mentions[other]
                if one.source == two.source or third in self.apart.get(other, _NONE) or exclusion(one, two):
                    return True
        return False

    def _against(self, a: int, b: int) -> str:
        if self.kept_apart(a, b):
            return "kept apart by hand"
        days = {self.mentions[number].days for group in (a, b) for number in self.members[group]} - {None}
        day = next(iter(days)) if len(days) == 1 else None
        pairs = product(self._dated(a, day), self._dated(b, day))
        return next(filter(None, (exclusion(one, other) for one, other in pairs)), "")

    def _dated(self, group: int, day: Days | None) -> list[Mention]:
        """The mentions of a group, those without a day as if of ``day``: one event has one."""
        found = (self.mentions[number] for number in self.members[group])
        return [replace(mention, days=day) if day and not mention.days else mention for mention in found]
