"""Which pairs of events a person is asked about: those that may be one, though nothing allows to join them.

Newsrooms err on the day, the town and the number of one deed, and call it by different kinds. So what forbids that two
events are joined is no more than a doubt here, if their articles follow one story: of what two such articles tell, that
is asked about which fits best on either side. An article that tells of both events has told them apart.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from importers.linking.compatible import VIOLENT, compatible
from importers.linking.evidence import SUGGEST, Evidence, likeness
from importers.linking.excluding import exclusion
from importers.linking.mentions import Mention, rarity_of
from importers.linking.merging import Merged
from importers.linking.stories import Stories
from importers.linking.weighing import Pair, strongest_first
from store.records.linking import LikelyPair
from store.records.report import CANDIDATE_BELOW

_ONE_STORY: Final = 1.5
"""What it adds that two articles follow one story."""
_APART: Final = 7
"""Days apart up to which two articles may mean one day."""

Members = tuple[int, ...]
"""An event, as the positions of its mentions."""


def likely(merged: Merged, dated: Iterable[Sequence[Mention]]) -> tuple[LikelyPair, ...]:
    """Give the pairs of events to ask about, the strongest first.

    ``dated``: the mentions of each event, in the order of ``merged.events``, as the event dates them.
    """
    mentions = list(merged.mentions)
    for members, group in zip(merged.events, dated, strict=True):
        for number, mention in zip(members, group, strict=True):
            mentions[number] = mention
    home = {number: members for members in merged.events for number in members}
    found: dict[tuple[Members, Members], LikelyPair] = {}
    for pair in strongest_first((*_held(merged), *_in_one_story(mentions))):
        a, b = sorted((home[pair.a], home[pair.b]))
        if (a, b) in found or a == b or not _may_be_one(mentions[pair.a], mentions[pair.b]):
            continue
        if _told_in_one_article(a, b, mentions) or _kept_apart(a, b, merged.apart):
            continue
        against = merged.held.get(pair) or exclusion(mentions[pair.a], mentions[pair.b]) or "not enough evidence"
        found[a, b] = LikelyPair(
            tuple(sorted(report.id for number in a for report in mentions[number].reports)),
            tuple(sorted(report.id for number in b for report in mentions[number].reports)),
            pair.score,
            pair.evidence.reasons,
            ", ".join(dict.fromkeys((*pair.evidence.doubts, against))),
        )
    return tuple(found.values())


def _held(merged: Merged) -> Iterator[Pair]:
    """Give the pairs held back that are of one kind, or alike in something telling; no part of a sum."""
    for pair in merged.held:
        kind = merged.mentions[pair.a].sub_event_type == merged.mentions[pair.b].sub_event_type
        if (kind or pair.evidence.specific) and not pair.evidence.parts:
            yield pair


def _told_in_one_article(a: Members, b: Members, mentions: Sequence[Mention]) -> bool:
    return not {mentions[number].source for number in a}.isdisjoint(mentions[number].source for number in b)


def _kept_apart(a: Members, b: Members, apart: Mapping[int, frozenset[int]]) -> bool:
    return any(not apart.get(number, frozenset()).isdisjoint(b) for number in a)


def _may_be_one(a: Mention, b: Mention) -> bool:
    """Say whether what two articles tell may be one happening, were one of them wrong on its day, town or number."""
    if not (compatible(a.sub_event_type, b.sub_event_type) or {a.event_type, b.event_type} <= VIOLENT):
        return False
    if a.is_total != b.is_total or (a.place.country and b.place.country and a.place.country != b.place.country):
        return False
    return not (a.days and b.days) or a.days.gap(b.days) <= _APART


def _in_one_story(mentions: Sequence[Mention]) -> Iterator[Pair]:
    """Give the pairs of mentions that fit each other best in two articles of one story."""
    stories, rarity = Stories(mentions), rarity_of(mentions)
    of_article: dict[int, list[int]] = {}
    for number, mention in enumerate(mentions):
        if not mention.by_hand and any(report.confidence >= CANDIDATE_BELOW for report in mention.reports):
            of_article.setdefault(mention.source, []).append(number)
    for one, other in stories.alike():
        weighed = [
            Pair(evidence.score + _ONE_STORY, a, b, evidence)
            for a, b in map(sorted, product(of_article.get(one, ()), of_article.get(other, ())))
            if _may_be_one(mentions[a], mentions[b])
            and stories.one_story(mentions[a], mentions[b])
            and _tells(evidence := likeness(mentions[a], mentions[b], rarity), exclusion(mentions[a], mentions[b]))
        ]
        yield from _best_on_either_side(pair for pair in weighed if pair.score >= SUGGEST)


def _tells(evidence: Evidence, against: str) -> bool:
    """Say whether evidence is worth a question: against what forbids it, a time or something telling must stand."""
    return not evidence.parts and (not against or evidence.dated or evidence.specific)


def _best_on_either_side(weighed: Iterable[Pair]) -> Iterator[Pair]:
    """Give the pairs of two articles than which neither mention is in a stronger one."""
    taken: set[int] = set()
    for pair in strongest_first(weighed):
        if taken.isdisjoint((pair.a, pair.b)):
            yield pair
        taken |= {pair.a, pair.b}
