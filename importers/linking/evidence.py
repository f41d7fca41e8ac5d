"""Whether two mentions are one event: what speaks for it, unless something excludes it (see ``excluding``).

ACLED takes same day, place, actors and type for one event and a difference in any of them for two. Articles seldom
give all four, so what they give is weighed. The weights say how much a thing tells: a shared day and town of one
telling kind of event are just enough; of a kind that a large town sees daily (an attack, an arrest) they are not, and
one agreeing detail more is needed.
"""

from dataclasses import dataclass
from math import fsum, sqrt
from typing import Final

from importers.linking.compatible import FATAL, GENERIC, SELDOM
from importers.linking.copies import LONG_SENTENCE
from importers.linking.excluding import LARGE, distance, exclusion, number, other_force, same_dead
from importers.linking.figures import COUNTED, TOLLS, compare, least
from importers.linking.mentions import Mention, Rarity, shared_town
from importers.linking.spans import agree

MERGE: Final = 4.5
"""Enough evidence for one event: one day, one town, one telling kind of event, and nothing against it."""
SUGGEST: Final = 3.0
"""Enough to ask a person."""
SAME_ARTICLE: Final = 3.5
"""Enough, with something telling, for one event where one article tells them apart: it may come back to it in a way
that extraction missed."""

NEWS_WINDOW: Final = 14
"""Days before publication within which undated news happened, as a rule."""
_DAY, _WEEK, _MONTH = 1, 7, 31
_ONE_DEATH: Final = 3.0
"""What the full name of the same victim tells of two killings, beside what the name tells of any two deeds."""
_SEVERAL: Final = 3
"""Dead from which on that as many of one description died twice is seldom."""
_AS_MANY: Final = 0.7
"""What it tells that both tell of as many deeds as one ("two car bombs")."""

_LIKE: Final = 0.3
"""Points of wording from which it tells anything."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much speaks for two mentions being one event. ``excluded`` says what rules it out, if anything does."""

    score: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    """What speaks against it, and does not rule it out."""
    excluded: str = ""
    specific: bool = False
    """Something agrees that chance does not bring: a name, a site, a large exact number, one and the same sentence."""
    dated: bool = False
    """The dates say that it is one time."""
    parts: bool = False
    """One tells several deeds as one ("two car bombs"), the other a single one or another number of them."""

    @property
    def merges(self) -> bool:
        return not self.excluded and not self.parts and self.score >= MERGE and (self.dated or self.specific)


def bare(mention: Mention) -> bool:
    """Say whether a mention names no number, nobody and no town: it can only mean what the article has told."""
    return not (mention.figures or mention.deceased or mention.place.location or mention.site or mention.further)


def told_as_one(mention: Mention) -> int:
    """Count the deeds that a mention tells as one: 2 for "two car bombs"."""
    devices = mention.figures.get("devices")
    return (devices.estimate.best or 1) if devices else 1


def as_many(a: Mention, b: Mention) -> bool:
    """Say whether both count the same, and more than one."""
    return any(how == "equal" and (one.best or 0) > 1 for _, how, one, _ in compare(a.figures, b.figures))


def in_one_place(a: Mention, b: Mention) -> bool:
    """Say whether both are told of one town, or of one province and no town in it."""
    one, other = a.place, b.place
    return bool(one.location or one.admin1) and (one.admin1, one.location) == (other.admin1, other.location)


def comes_back(a: Mention, b: Mention, evidence: Evidence) -> bool:
    """Say whether an article's second mention comes back to its first: the same kind of deed with a telling detail.

    One that is told as one more is not, nor what the first one's sentence tells to have befallen somebody else.
    """
    later = max(a, b, key=lambda mention: mention.key)
    return (
        not evidence.excluded
        and a.sub_event_type == b.sub_event_type
        and evidence.specific
        and evidence.score >= SAME_ARTICLE
        and not later.further
        and not _told_of_others(a, b)
    )


def _told_of_others(a: Mention, b: Mention) -> bool:
    """Say whether one sentence tells both, one of a day and one of none, each of people of another description."""
    in_one = {report.start for report in a.reports} & {report.start for report in b.reports}
    apart = bool(in_one and a.described and b.described) and (a.days is None) != (b.days is None)
    return apart and a.described.isdisjoint(b.described)


_ONLY_BY_HAND: Final = "one was marked by a person, who alone says what else tells of it"


def weigh(a: Mention, b: Mention, rarity: Rarity, *, one_story: bool = False) -> Evidence:
    """Weigh all that speaks for two mentions being one event.

    ``one_story`` says that their articles are known to tell of the same days (copies, or several events in common).
    """
    excluded = exclusion(a, b) or (_ONLY_BY_HAND if a.by_hand or b.by_hand else "")
    return Evidence(0.0, (), excluded=excluded) if excluded else likeness(a, b, rarity, one_story=one_story)


def likeness(a: Mention, b: Mention, rarity: Rarity, *, one_story: bool = False) -> Evidence:
    """Weigh as ``weigh`` does, whatever excludes that they are one."""
    if any(len(text) > LONG_SENTENCE for text in a.texts & b.texts):
        return Evidence(10.0, ("one and the same sentence",), specific=True, dated=True)
    reasons: list[str] = []
    doubts: list[str] = []
    score, dated = _date_evidence(a, b, reasons, doubts, one_story=one_story)
    score += _place_evidence(a, b, reasons)
    if a.sub_event_type == b.sub_event_type:
        score += 0.5 if a.sub_event_type in GENERIC else 1.0
        reasons.append(f"both {a.sub_event_type.replace('_', ' ')}")
    figures, specific = _figure_evidence(a, b, reasons, doubts)
    names = _name_evidence(a, b, rarity, reasons) + _described_evidence(a, b, reasons)
    if other_force(a, b):
        doubts.append(f"{' '.join(sorted(a.hurt))} against {' '.join(sorted(b.hurt))}")
        score -= 1.0
    if (count := told_as_one(a)) == told_as_one(b) > 1:
        score += _AS_MANY
        reasons.append(f"both tell of {count} as one")
    likeness = 2 * cosine(a.words, b.words, rarity)
    if likeness >= _LIKE:
        reasons.append("alike in wording")
        score += likeness
    if {a.sub_event_type, b.sub_event_type} <= FATAL | {"attack"}:
        same = same_dead(a, b)
        names += _ONE_DEATH if same > 1 else same
        reasons += ["nobody dies twice"] if same else []
    if a.instruments & b.instruments:
        score += 0.4
    alike = figures > 0 or names > 0 or likeness >= _LIKE or bool(a.site & b.site or a.instruments & b.instruments)
    if a.sub_event_type != b.sub_event_type and not alike:
        doubts.append("of two kinds, and nothing telling in common")
        score -= 1.0
    telling = a.sub_event_type == b.sub_event_type and a.sub_event_type not in GENERIC
    specific = specific or names >= 1.5
    specific = specific or (telling and bool(shared_town(a, b)) and (figures >= 1.0 or _one_site(a, b)))
    score += figures + names
    if a.factuality == "denied" or b.factuality == "denied":
        score -= 1.0
    parts = told_as_one(a) != told_as_one(b)
    return Evidence(round(score, 3), tuple(reasons), tuple(doubts), specific=specific, dated=dated, parts=parts)


def _date_evidence(
    a: Mention, b: Mention, reasons: list[str], doubts: list[str], *, one_story: bool
) -> tuple[float, bool]:
    score, dated = _time_evidence(a, b, reasons, doubts)
    if one_story and score >= 0:
        reasons.append("both articles tell of the same days")
        return score + 1.0, True
    return score, dated


def _time_evidence(a: Mention, b: Mention, reasons: list[str], doubts: list[str]) -> tuple[float, bool]:
    if a.days and b.days:
        gap = a.days.gap(b.days)
        if gap == 1 and agree(a.when, b.when):
            reasons.append("about the same day")
            return 1.0, True
        if gap == 1:
            reasons.append("a day apart")
            return 0.5, False
        if gap:
            doubts.append(f"{gap} days apart")
            return -0.5, False
        wide = max(a.days.length or 999, b.days.length or 999)
        if wide == _DAY:
            reasons.append("same day")
            return 2.0, True
        if wide <= _WEEK:
            reasons.append("same days")
            return 1.5, True
        if wide <= _MONTH:
            reasons.append("dates fit")
            return 1.0, True
        return 0.5, False
    return _undated_evidence(a, b, reasons)


def _undated_evidence(a: Mention, b: Mention, reasons: list[str]) -> tuple[float, bool]:
    """Ask, where one has no date, whether it is news of about the time of the other."""
    gap = distance(a.days or a.published, b.days or b.published)
    recalled = any(mention.factuality == "background" and not mention.days for mention in (a, b))
    if gap is not None and gap <= NEWS_WINDOW and (a.news == b.news or recalled):
        reasons.append("in the news at that time")
        return 1.0, False
    return 0.0, False


def _place_evidence(a: Mention, b: Mention, reasons: list[str]) -> float:
    one, other = a.place, b.place
    score = 0.0
    if town := shared_town(a, b):
        score += 1.5
        reasons.append(f"both in {town}")
    elif one.admin1 and one.admin1 == other.admin1:
        score += 0.8 if one.location or other.location else 1.5
        reasons.append(f"both in {one.admin1}")
    elif one.country and one.country == other.country:
        score += _country_evidence(a, b)
    if a.site and b.site:
        shared = a.site & b.site
        if shared:
            score += 1.0 * len(shared) / min(len(a.site), len(b.site))
            reasons.append("same site: " + " ".join(sorted(shared)))
        elif town and one.location == other.location and a.language == b.language:
            # Where one calls the site by the other's village, that says nothing of which site of the village it was.
            score -= 1.0
    return score


def _one_site(a: Mention, b: Mention) -> bool:
    """Say whether one names the site in no word that the other does not ("the depot", "a fuel depot")."""
    return bool(a.site and b.site) and (a.site <= b.site or b.site <= a.site)


def _country_evidence(a: Mention, b: Mention) -> float:
    """Weigh that two deeds were in one country: for a dated one that concerns the whole of it, as much as a town."""
    if not a.sub_event_type == b.sub_event_type in SELDOM:
        return 0.4
    nationwide = not (a.place.admin1 or b.place.admin1 or a.place.location or b.place.location)
    return 1.5 if nationwide and a.days and b.days else 0.8


def _figure_evidence(a: Mention, b: Mention, reasons: list[str], doubts: list[str]) -> tuple[float, bool]:
    score, specific = 0.0, False
    for field, how, one, other in compare(a.figures, b.figures):
        value = one.best if one.best is not None else (one.low or 0)
        if field in COUNTED:
            continue
        if how == "equal":
            specific = specific or value >= LARGE
            score += 1.5 if value >= LARGE else 1.0 if value > 1 else 0.3
            reasons.append(f"both {value} {field}")
        elif how == "agree":
            score += 0.4
        elif field in TOLLS and _raised(a, b, field):
            first, last = sorted((one, other), key=least)
            reasons.append(f"{field} raised from {number(first.best, first.low)} to {number(last.best, last.low)}")
        elif how == "near" and (field in TOLLS or value >= LARGE):
            # Two counts of those held at one moment differ a little; two deeds seldom come to nearly the same.
            score += 0.0 if field in TOLLS else 0.5
            reasons.append(f"nearly as many {field}")
        else:
            score -= 0.5 if how == "near" else 1.0
            doubts.append(f"{value} {field} against {number(other.best, other.low)}")
    return score, specific


def _raised(a: Mention, b: Mention, field: str) -> bool:
    """Say whether the article published later gives the higher toll."""
    one, other = a.published, b.published
    if one is None or other is None or one.last is None or other.last is None or one.last == other.last:
        return False
    first, second = (a, b) if one.last < other.last else (b, a)
    return least(first.figures[field].estimate) < least(second.figures[field].estimate)


def _name_evidence(a: Mention, b: Mention, rarity: Rarity, reasons: list[str]) -> float:
    shared = a.names & b.names
    if shared:
        reasons.append("same names: " + " ".join(sorted(shared)))
        if len(shared) == 1 and min(len(a.names), len(b.names)) > 1:
            return 0.5  # a surname that others bear
        told = a.deceased & b.deceased
        weights = (rarity.weights[word] * (0.5 if word in told else 0.25) for word in shared)
        return min(2.5, fsum(weights))
    return -1.0 if a.deceased and b.deceased else 0.0


def _described_evidence(a: Mention, b: Mention, reasons: list[str]) -> float:
    """Weigh that both tell of as many dead of one description ("six Jesuit priests", "the six Jesuits")."""
    shared = a.described & b.described
    if not shared or "killed" not in a.figures or "killed" not in b.figures:
        return 0.0
    dead = a.figures["killed"].estimate.best
    if not dead or dead < _SEVERAL or dead != b.figures["killed"].estimate.best:
        return 0.0
    reasons.append("same victims: " + " ".join(sorted(shared)))
    return 1.5


def cosine(a: frozenset[str], b: frozenset[str], rarity: Rarity) -> float:
    """Give how alike two sets of words are, rare words counting more. fsum: the order of a set must not matter."""
    shared = fsum(rarity.weights[word] ** 2 for word in a & b)
    if not shared:
        return 0.0
    return shared / sqrt(fsum(rarity.weights[word] ** 2 for word in a) * fsum(rarity.weights[word] ** 2 for word in b))
