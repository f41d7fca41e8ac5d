"""What one article tells of one happening, in the form that comparing needs.

A mention gathers the reports of one article that extraction found to be one happening (``Report.cluster``). Its ``key``
is made of the article's hash and an offset: the order of mentions never depends on ids or on the order of import.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log
from typing import Final

from importers.extraction.lexicon.namewords import name_words
from importers.language.lemmas import is_word, lemma_of
from importers.linking.compatible import VIOLENT, groups_of
from importers.linking.figures import Stated, stated
from importers.linking.sides import MANY_SORTS, UNTOLD, means_anyone, parts, side_of
from importers.linking.spans import Days, approximate, days_of, meet
from importers.linking.words import fold, words
from store.records.linking import CorpusSource
from store.records.place import NOWHERE, Place
from store.records.report import BASIS_RANK, Claim, Factuality, Report
from store.records.span import Span
from store.records.when import UNDATED, When

Key = tuple[str, int]

_WORD: Final = re.compile(r"\w+")

PEOPLE: Final = ("victim", "target", "actor1", "actor2", "perpetrator")
_NOT_NEWS: Final = ("planned", "possible", "denied")
_SURENESS: Final[dict[Factuality, int]] = {
    "happened": 0,
    "ongoing": 1,
    "background": 2,
    "planned": 3,
    "possible": 4,
    "denied": 5,
}
_FURTHER: Final = frozenset({
    "another", "other", "second", "third", "further", "more", "additional", "also", "separate",
    "otro", "otra", "otros", "otras", "segundo", "segunda", "tercer", "tercera", "mas", "tambien", "adicional",
})  # fmt: skip
_PRIOR: Final = 20
_FEW: Final = 3
"""Letters up to which a word is a function word more often than not."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A duration that an article names: the phrase, and its days (2 for "48 hours")."""

    phrase: Span
    days: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One happening as one article tells it."""

    key: Key
    source: int
    language: str
    cluster: int
    reports: tuple[Report, ...]
    event_type: str
    sub_event_type: str
    groups: tuple[str, ...]
    factuality: Factuality
    when: When
    days: Days | None
    """The days of ``when``; None if undated."""
    published: Days | None
    """When the article may have been published; None if nothing is known."""
    place: Place
    figures: Mapping[str, Stated]
    instruments: frozenset[str]
    names: frozenset[str]
    """Words of the names of the people and bodies in it."""
    deceased: frozenset[str]
    """Words of the names of victims and targets alone."""
    described: frozenset[str]
    """Words that say what its victims were ("Jesuit", "priest"), those of a side of a fight and just anybody aside."""
    hurt: frozenset[str]
    """The kinds of those it befell, but for the kinds that just anybody may be of."""
    around: frozenset[str]
    """Words with a capital in its sentences, places aside: names that were not told apart as victims or the like."""
    site: frozenset[str]
    """Words of the site and of what was aimed at ("former", "office")."""
    words: frozenset[str]
    """What is told, as lemmas, without names of places and words of the type."""
    texts: frozenset[tuple[str, ...]]
    """The evidence sentences, normalised, with the trigger: equal ones are one text."""
    further: bool
    """Told as one more ("another", "two more"), so not the one told before."""
    part_of: int | None
    follows: int | None
    is_total: bool
    within: Spell | None
    """The time that all of a total lie within ("four car bombs in 48 hours")."""

    @property
    def news(self) -> bool:
        """Told as having happened, as news."""
        return self.factuality in ("happened", "ongoing")

    @property
    def placed(self) -> bool:
        """Whether its own words name its place: one that the telling has stayed in is only likely."""
        claims = ((claim, report) for report in self.reports for claim in report.claims if claim.field == "place")
        return any(report.start <= claim.start < report.end for claim, report in claims)

    @property
    def by_hand(self) -> bool:
        """Marked in the article by a person: an event of its own unless a person joins it to others."""
        return any(report.origin == "by hand" for report in self.reports)


def undated(source: CorpusSource) -> tuple[Mention, ...]:
    """Gather an article's reports into mentions, in the order of the text, leaving their dates open."""
    article = source.source.article
    body = article.body
    plain = _without(body, [expression.span for expression in source.expressions])
    by_cluster: dict[int, list[Report]] = {}
    for report in sorted(source.reports, key=lambda report: (report.start, report.trigger_start, report.end)):
        by_cluster.setdefault(report.cluster, []).append(report)
    return tuple(
        _mention((article.sha256, reports[0].trigger_start), source.source.id, reports, body, plain, article.language)
        for reports in by_cluster.values()
    )


def dated(mention: Mention, whens: Mapping[int, When], spells: Mapping[Span, Spell], published: Days) -> Mention:
    """Date a mention by the dates of its reports, by id.

    ``spells`` are the article's durations, by their phrases; ``published`` is when it may have been published.
    """
    reports = tuple(replace(report, when=whens[report.id]) for report in mention.reports)
    when = when_of(reports)
    days = days_of(when)
    ahead = days and days.first and published.last and days.first > published.last
    recalled = mention.factuality == "background" and mention.event_type not in VIOLENT
    factuality = "planned" if ahead and recalled else mention.factuality
    within = next((spells[r.time] for r in reports if r.is_total and r.time is not None and r.time in spells), None)
    return replace(
        mention, reports=reports, when=when, days=days, published=published, factuality=factuality, within=within
    )


def _without(body: str, spans: Sequence[Span]) -> str:
    """Blank the time phrases: that two reports say "Thursday" is weighed as a date, not as a word."""
    ends = [0, *(span.end for span in spans)]
    kept = (body[end : span.start] + " " * (span.end - span.start) for end, span in zip(ends, spans, strict=False))
    return "".join(kept) + body[ends[-1] :]


def _mention(key: Key, source: int, reports: Sequence[Report], body: str, plain: str, language: str) -> Mention:
    lead = min(reports, key=lambda report: (_SURENESS[report.factuality], -report.confidence, report.start))
    place = place_of(reports)
    claims = [claim for report in reports for claim in report.claims]
    where = set(words(f"{place.country_name} {place.admin1} {place.location}"))
    deceased = _name_words((claim.value for claim in claims if claim.field in ("victim", "target")), language) - where
    names = deceased | _name_words((claim.value for claim in claims if claim.field in PEOPLE), language) - where
    sites = (place.site, *(claim.value for claim in claims if claim.field == "target"))
    return Mention(
        key=key,
        source=source,
        language=language,
        cluster=reports[0].cluster,
        reports=tuple(reports),
        event_type=lead.event_type,
        sub_event_type=lead.sub_event_type,
        groups=groups_of(lead.sub_event_type),
        factuality=lead.factuality,
        when=UNDATED,
        days=None,
        published=None,
        place=place,
        figures=stated(reports, body),
        instruments=frozenset(claim.value.casefold() for claim in claims if claim.field == "instrument"),
        names=names,
        around=frozenset().union(*(_capitals(plain[report.start : report.end]) for report in reports)) - where,
        deceased=deceased,
        described=frozenset().union(*(_description(claim) for claim in claims if claim.field == "victim")),
        hurt=frozenset(claim.unit for claim in claims if claim.field == "victim") - MANY_SORTS,
        site=_lemmas(" ".join(sites), language) - where,
        words=_telling(reports, lead.sub_event_type, plain, language) - where,
        texts=frozenset((*words(body[report.start : report.end]), report.trigger.lower()) for report in reports),
        further=not _FURTHER.isdisjoint(words(body[reports[0].start : reports[0].trigger_end])),
        part_of=next((report.part_of for report in reports if report.part_of is not None), None),
        follows=next((report.follows for report in reports if report.follows is not None), None),
        is_total=lead.is_total,
        within=None,
    )


def _telling(reports: Sequence[Report], sub_event_type: str, plain: str, language: str) -> frozenset[str]:
    """The words of the reports but for those that say what kind of event it is."""
    told = frozenset().union(*(_lemmas(plain[report.start : report.end], language) for report in reports))
    kind = {lemma_of(word, language) for report in reports for word in words(report.trigger)}
    kind |= {lemma_of(word, language) for word in sub_event_type.split("_")}
    return frozenset(word for word in told if not word.isdigit()) - kind


def _lemmas(text: str, language: str) -> frozenset[str]:
    """The dictionary forms of all words but the shortest."""
    return frozenset(lemma_of(word, language) for word in words(text) if len(word) > _FEW)


def when_of(reports: Sequence[Report]) -> When:
    """Date one article's reports of one happening: own phrases first, of a day before about one, narrow before wide."""
    dated = [
        ((BASIS_RANK[report.time_basis], approximate(report.when), report.when.precision), report.start, report.when)
        for report in reports
        if report.when.dated
    ]
    if not dated:
        return When()
    dated.sort(key=lambda entry: entry[:2])
    best = dated[0][2]
    for _, _, when in dated[1:]:
        best = meet(best, when) or best
    return best


def place_of(reports: Sequence[Report]) -> Place:
    """Give where a happening was: as its surest report says, and closer if another fits that and says more.

    A weak report never says against a sure one.
    """
    best = NOWHERE
    for place in (report.place for report in sorted(reports, key=lambda report: (-report.confidence, report.start))):
        if place != NOWHERE and fits(best, place) and specificity(place) > specificity(best):
            best = place
    return best


def fits(a: Place, b: Place) -> bool:
    """Say whether two places may be one, or one may lie in the other."""
    if a.location and a.location == b.location:
        return a.country == b.country or not (a.country and b.country)
    pairs = [(a.country, b.country), (a.admin1, b.admin1), (a.location, b.location)]
    if a.admin1 == b.admin1 != "" and (a.latitude is None) != (b.latitude is None):
        # A village that no list has may be of the town, or of its district, that another article names.
        pairs.pop()
    return not any(one and other and one != other for one, other in pairs)


def one_site(a: Place, b: Place) -> bool:
    """Say whether both name one site, whatever town it is said to be of: an airport between two."""
    told = [{word for word in words(place.site) if len(word) > _FEW} for place in (a, b)]
    return a.country == b.country and len(told[0] & told[1]) >= SAME_WORDS


SAME_WORDS: Final = 3
"""Words that two sites share if they are one: a name and what it is the name of."""


def shared_town(a: Mention, b: Mention) -> str:
    """Name the town or village that both are told of, "" for none.

    One that no list has may be what the other names the site by ("in Vila Alta", "the Vila Alta mosque in Matola").
    """
    one, other = a.place, b.place
    if one.location and fold(one.location) == fold(other.location):
        return one.location
    if one.country != other.country or (one.admin1 and other.admin1 and one.admin1 != other.admin1):
        return ""
    return next((x.place.location for x, y in ((a, b), (b, a)) if _is_site_of(x, y)), "")


def _is_site_of(a: Mention, b: Mention) -> bool:
    """Say whether a mention's village, which no list has, is named in the site of the other, or in what was hit."""
    village = _lemmas(a.place.location, a.language) if a.place.latitude is None else frozenset()
    return bool(village) and village <= b.site


def specificity(place: Place) -> int:
    """How much a place says: 0 nothing, 1 the country, 2 the province, 4 the town, one more with a site."""
    level = 4 if place.location else 2 if place.admin1 else 1 if place.country else 0
    return level + bool(place.site)


def _name_words(values: Iterable[str], language: str) -> frozenset[str]:
    """Give words of names; a description in small letters ("six police officers") names nobody."""
    return frozenset().union(*(_words_of_name(value, language) for value in values))


@lru_cache(maxsize=1 << 14)
def _words_of_name(value: str, language: str) -> frozenset[str]:
    """In capitals, and in headlines, only words that are given names or surnames or in no dictionary are names.

    Elsewhere any word with a capital is, beside such a one ("Rosa Almeida"): extraction has found where a name starts.
    """
    lists = name_words()
    parts = {
        fold(match[0]): match[0].lower()
        for match in _WORD.finditer(value)
        if match[0][:1].isupper() and len(match[0]) > _FEW
    }
    parts = {
        word: text for word, text in parts.items() if word not in lists.titles and word not in lists.title_modifiers
    }
    names = {
        word
        for word, text in parts.items()
        if word in lists.given or word in lists.surnames or not is_word(text, language)
    }
    return frozenset(names if value.isupper() or not names else parts)


def _description(claim: Claim) -> frozenset[str]:
    """Give the words that say what a victim is, beside the name or instead of one; none of those who fight."""
    who = side_of(claim.value, claim.unit, frozenset())
    if who.side:
        return frozenset()
    told = parts(claim.phrase) - parts(claim.value) if who.person and not claim.head else parts(claim.value)
    return frozenset(word for word in told - UNTOLD if not means_anyone(word, "") and not word.isdigit())


def _capitals(sentence: str) -> frozenset[str]:
    """Words with a capital; none if the sentence is all in capitals, and never the first."""
    found = [match[0] for match in _WORD.finditer(sentence)]
    if sum(word.isupper() for word in found) > len(found) // 2:
        return frozenset()
    return frozenset("".join(words(word)) for word in found[1:] if word[:1].isupper() and len(word) > _FEW)


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare words are."""

    counts: Mapping[str, int]
    """In how many articles each word, and each word of a name, stands."""
    weights: Mapping[str, float]
    """How telling each is: one that few articles use tells more.

    A few articles say little of what is rare: ``_PRIOR`` more that lack the word are assumed.
    """


def rarity_of(mentions: Iterable[Mention]) -> Rarity:
    """Count words over articles."""
    seen: dict[int, set[str]] = {}
    for mention in mentions:
        seen.setdefault(mention.source, set()).update(mention.words, mention.names, mention.site)
    return rareness(seen)


def rareness(told: Mapping[int, Collection[str]]) -> Rarity:
    """Say how rare words are of which each article, by its source, tells some."""
    counts = Counter(word for found in told.values() for word in found)
    weights = {word: log((len(told) + _PRIOR) / (count + 1)) for word, count in counts.items()}
    return Rarity(counts, weights)


def expected(mention: Mention) -> bool:
    """Whether the article speaks of something ahead, or that may not happen."""
    return mention.factuality in _NOT_NEWS
