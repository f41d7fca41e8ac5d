"""What pairs of mentions weigh in their corpus: what both say, whose stories they are, and what else would fit.

That two articles tell of a killing in one town on one day may be chance where many tell of killings, and hardly is
where nothing else in the corpus could be meant. So a pair weighs more if neither mention fits another one as well, and
more still if their articles name the same people and places: they follow one story.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from importers.linking.blocking import pairs
from importers.linking.compatible import GENERIC
from importers.linking.evidence import SUGGEST, Evidence, weigh
from importers.linking.excluding import exclusion
from importers.linking.mentions import Mention, Rarity, rarity_of
from importers.linking.scales import Scales
from importers.linking.stories import Articles, Stories

_KIN: Final = 2.5
_TWICE: Final = 2
"""Two articles are on the same days if so many pairs of their mentions, so alike, agree in something telling."""
_ONLY: Final = 0.5
"""What it adds to a pair of one kind that nothing else in the corpus fits as well."""
_ONE_STORY: Final = 1.0
"""What it adds to such a pair that their articles name the same people and places."""
MARGIN: Final = 0.5
"""Points within which two pairs weigh about the same."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions, by their positions, and what speaks for their being one event."""

    score: float
    a: int
    b: int
    evidence: Evidence


Rivals = Mapping[int, Sequence[Pair]]
"""For each mention the pairs that would tie it to another."""


def weighed_pairs(ordered: Sequence[Mention], scales: Scales) -> tuple[list[Pair], frozenset[Articles]]:
    """Weigh the pairs of two articles that nothing excludes and that are worth asking about, the strongest first.

    Returns also which articles tell of the same days.
    """
    rarity = rarity_of(ordered)
    weighed = [
        Pair(evidence.score, a, b, evidence)
        for a, b in pairs(ordered, rarity)
        if ordered[a].source != ordered[b].source
        and not (evidence := scales.weigh(ordered[a], ordered[b], rarity)).excluded
    ]
    told = _on_same_days(strongest_first(weighed), ordered)
    weighed = [pair for pair in weighed if _articles(pair, ordered) not in told]
    weighed += _told_together(told, ordered, rarity)
    raised = _raised(weighed, ordered, told)
    return strongest_first(pair for pair in raised if pair.score >= SUGGEST), frozenset(told)


def strongest_first(weighed: Iterable[Pair]) -> list[Pair]:
    """Order pairs by what they weigh, ties by their positions."""
    return sorted(weighed, key=lambda pair: (-pair.score, pair.a, pair.b))


def rivals_among(weighed: Iterable[Pair]) -> Rivals:
    """Give for each mention the pairs that it is in."""
    found: dict[int, list[Pair]] = {}
    for pair in weighed:
        found.setdefault(pair.a, []).append(pair)
        found.setdefault(pair.b, []).append(pair)
    return found


def rivals_of(pair: Pair, rivals: Rivals) -> Iterator[tuple[int, int, Pair]]:
    """Give for each mention of a pair what else would tie it: the other mention, a third one, the pair with that."""
    for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for rival in rivals.get(mine, ()):
            third = rival.a if rival.b == mine else rival.b
            if third != other:
                yield other, third, rival


def _articles(pair: Pair, ordered: Sequence[Mention]) -> Articles:
    a, b = ordered[pair.a].source, ordered[pair.b].source
    return min(a, b), max(a, b)


def _on_same_days(weighed: Sequence[Pair], ordered: Sequence[Mention]) -> set[Articles]:
    """Find articles on the same days: two happenings of the one agree in something telling with two of the other."""
    used: dict[Articles, set[int]] = {}
    count: Counter[Articles] = Counter()
    for pair in weighed:
        articles = _articles(pair, ordered)
        if not pair.evidence.specific or pair.score < _KIN:
            continue
        taken = used.setdefault(articles, set())
        if pair.a not in taken and pair.b not in taken:
            taken |= {pair.a, pair.b}
            count[articles] += 1
    return {articles for articles, found in count.items() if found >= _TWICE}


def _told_together(told: Iterable[Articles], ordered: Sequence[Mention], rarity: Rarity) -> Iterator[Pair]:
    """Weigh all that two articles on the same days tell against each other, knowing that they are."""
    by_article: dict[int, list[int]] = {}
    for number, mention in enumerate(ordered):
        by_article.setdefault(mention.source, []).append(number)
    for one, other in sorted(told):
        for a in by_article[one]:
            for b in by_article[other]:
                if not set(ordered[a].groups).isdisjoint(ordered[b].groups):
                    evidence = weigh(ordered[a], ordered[b], rarity, one_story=True)
                    if not evidence.excluded:
                        yield Pair(evidence.score, min(a, b), max(a, b), evidence)


def _raised(weighed: Sequence[Pair], ordered: Sequence[Mention], told: set[Articles]) -> Iterator[Pair]:
    """Raise the pairs that nothing else in the corpus fits as well."""
    rivals = rivals_among(pair for pair in weighed if pair.score >= SUGGEST - MARGIN)
    stories = Stories(ordered)
    for pair in weighed:
        a, b = ordered[pair.a], ordered[pair.b]
        if pair.score < SUGGEST or not _may_be_one_deed(a, b, pair.evidence) or _rivalled(pair, rivals, ordered):
            yield pair
            continue
        kin = _articles(pair, ordered) not in told and stories.one_story(a, b)
        reasons = (*pair.evidence.reasons, *_WHY[: 1 + kin])
        score = pair.score + _ONLY + (_ONE_STORY if kin else 0.0)
        evidence = replace(pair.evidence, score=score, reasons=reasons, dated=pair.evidence.dated or kin)
        yield Pair(score, pair.a, pair.b, evidence)


_WHY: Final = ("nothing else in the corpus fits as well", "both articles name the same people and places")


def _may_be_one_deed(a: Mention, b: Mention, evidence: Evidence) -> bool:
    """Say whether both are of one kind, nothing speaks against them, and neither counts several as one.

    Of a kind that is told daily, both must count those whom it befell.
    """
    days_apart = a.days.gap(b.days) if a.days and b.days else 0
    elsewhere = bool(a.site and b.site) and a.site.isdisjoint(b.site)
    telling = a.sub_event_type not in GENERIC or not a.figures.keys().isdisjoint(b.figures)
    against = days_apart > 1 or elsewhere or bool(evidence.doubts) or evidence.parts
    return a.sub_event_type == b.sub_event_type and telling and not against


def _rivalled(pair: Pair, rivals: Rivals, ordered: Sequence[Mention]) -> bool:
    """Say whether one of a pair fits about as well what the other cannot be, or an article tells the two apart."""
    return _told_apart(pair, rivals, ordered) or any(
        rival.score >= pair.score - MARGIN and _are_two(ordered[third], ordered[other])
        for other, third, rival in rivals_of(pair, rivals)
    )


def _told_apart(pair: Pair, rivals: Rivals, ordered: Sequence[Mention]) -> bool:
    """Say whether one of the pair fits this mention of a third article best, and the other that one."""
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for other, third, rival in rivals_of(pair, rivals):
        key = other, ordered[third].source
        best[key] = max(best.get(key, (0.0, 0)), (rival.score, third))
    return any(
        other == pair.a and best.get((pair.b, source), (0.0, third))[1] != third
        for (other, source), (_, third) in best.items()
    )


def _are_two(a: Mention, b: Mention) -> bool:
    return a.source == b.source or bool(exclusion(a, b))
