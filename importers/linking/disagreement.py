"""One event from its mentions: the value of each field, who supports it, and where independent sources disagree.

Every value is weighed by independent voices, never by files: ten reprints are one voice. Dates are narrowed by one
another where they fit; how figures are weighed is told in ``counts``.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from importers.linking.actors import Cast, cast_of
from importers.linking.compatible import GENERIC
from importers.linking.counts import figures_of
from importers.linking.mentions import Mention, expected, fits, one_site, shared_town, specificity
from importers.linking.spans import agree, approximate, meet
from importers.linking.spans import disputed as disputed_date
from importers.linking.titling import FACTUALITIES, title_of
from importers.linking.voices import Voice, voices_of
from importers.linking.words import words
from store.records.event import ACCUSED, Event
from store.records.linking import EventDraft
from store.records.place import NOWHERE, Place, in_common
from store.records.report import BASIS_RANK, REAL
from store.records.when import When

_FEW: Final = 3
"""Letters up to which a word is a function word more often than not."""
_SLACK: Final = 1
"""Days that an event may be dated after an article that tells of it, as time zones have it."""


def draft(mentions: Sequence[Mention], originals: Mapping[int, int]) -> EventDraft:
    """Merge the mentions of one event. ``originals`` gives for each near-copy the article it copies."""
    ordered = sorted(mentions, key=lambda mention: mention.key)
    voices = voices_of(ordered, originals)
    reports = [report for mention in ordered for report in mention.reports]
    when, date_disputed = _when(voices)
    place, place_disputed = _place(voices)
    figures, quarrels = figures_of(voices)
    factuality = min((mention.factuality for mention in ordered), key=FACTUALITIES.index)
    kind = _kind(voices)
    cast = cast_of(voices)
    denied = any(mention.factuality == "denied" and not _denies_a_part(mention, cast) for mention in ordered)
    against = denied and factuality in REAL
    event = Event(
        id=0,
        title="",
        event_type=kind[0],
        sub_event_type=kind[1],
        when=when,
        place=place,
        actors=cast.actors,
        instruments=_instruments(voices),
        figures=figures,
        factuality=factuality,
        confidence=_confidence(voices),
        number_of_sources=len(voices),
        num_reports=len(reports),
        num_articles=len({mention.source for mention in ordered}),
        disputed=tuple(
            name
            for name, holds in (
                ("date", date_disputed),
                ("place", place_disputed),
                *((quarrel, True) for quarrel in quarrels),
                (ACCUSED, cast.contested),
                ("factuality", against),
            )
            if holds
        ),
    )
    event = replace(event, title=title_of(ordered, event))
    return EventDraft(event, tuple(sorted(report.id for report in reports)))


def _denies_a_part(mention: Mention, cast: Cast) -> bool:
    """Say whether all that a mention denies is a part in the deed, by those who are said to have had it."""
    return all(report.id in cast.denials for report in mention.reports if report.factuality == "denied")


def _kind(voices: Sequence[Voice]) -> tuple[str, str]:
    """Give the type most voices give; a telling one before a generic one."""
    counts = Counter((mention.event_type, mention.sub_event_type) for voice in voices for mention in voice.mentions[:1])
    for voice in voices:
        for mention in voice.mentions[1:]:
            counts.setdefault((mention.event_type, mention.sub_event_type), 0)
    return min(counts, key=lambda kind: (kind[1] in GENERIC, -counts[kind], kind))


@dataclass(frozen=True, slots=True)
class _Dated:
    when: When
    basis: int
    voice: int


def _when(voices: Sequence[Voice]) -> tuple[When, bool]:
    """Give the date that most voices allow, narrowed by all that fit it, and whether a voice excludes it."""
    found = [
        _Dated(mention.when, _basis(mention), number)
        for number, voice in enumerate(voices)
        for mention in voice.mentions
        if mention.when.dated
    ]
    found = _possible(found, voices)
    if not found:
        return When(), False

    def support(one: _Dated) -> tuple[int, bool, int, int]:
        fits = {other.voice for other in found if agree(one.when, other.when)}
        length = (one.when.end - one.when.start).days if one.when.start and one.when.end else 10**6
        return -len(fits), approximate(one.when), one.basis, length

    base = min(found, key=support)
    when = base.when
    outside = []
    for other in sorted(found, key=lambda one: (one.basis, support(one))):
        narrowed = meet(when, other.when)
        if narrowed:
            when = narrowed
        elif other.voice != base.voice and other.basis <= 1 and not agree(when, other.when):
            outside.append(other)
    if not outside:
        return when, False
    if -support(base)[0] > max(-support(one)[0] for one in outside):
        return when, True
    steps = tuple(dict.fromkeys(step for one in (base, *outside) for step in one.when.chain))
    return disputed_date([when, *(one.when for one in outside)], ("sources differ", *steps)), True


def _possible(found: list[_Dated], voices: Sequence[Voice]) -> list[_Dated]:
    """Leave out dates before which some article told of the event: a phrase of other news has strayed to it."""
    told = [
        day
        for voice in voices
        for mention in voice.mentions
        if not expected(mention) and mention.published and (day := mention.published.last)
    ]
    if not told:
        return found
    first = min(told)
    return [one for one in found if one.when.start is None or (one.when.start - first).days <= _SLACK] or found


def _basis(mention: Mention) -> int:
    return min((BASIS_RANK[report.time_basis] for report in mention.reports if report.when.dated), default=1)


def _place(voices: Sequence[Voice]) -> tuple[Place, bool]:
    """Give the closest place told as news, the one most voices give among equals, and whether others exclude it.

    Of a town, the site that most name in it. What names its place tells of it before what is only likely to be there.

    Where as many voices agree on another, it is what all have in common.
    """
    told = [mention for voice in voices for mention in voice.mentions if mention.place != NOWHERE]
    told = [mention for mention in told if mention.placed] or told
    news = [mention for mention in told if mention.news] or told
    if not news:
        return NOWHERE, False
    counts = Counter((mention.place.country, mention.place.admin1, mention.place.location) for mention in news)
    sites = Counter(tuple(words(mention.place.site)) for mention in news if mention.place.site)
    telling = Counter(word for mention in news for word in set(words(mention.place.site)) if len(word) > _FEW)

    def standing(place: Place) -> tuple[object, ...]:
        site = tuple(words(place.site))
        alike = max((telling[word] for word in site), default=0)
        said = counts[place.country, place.admin1, place.location]
        return specificity(place) // 2, said, alike, sites[site], bool(site), repr(place)

    best = max((mention.place for mention in news), key=standing)
    if not best.site:
        # "Killed at the university", of which the others only say in which town.
        nearer = [mention.place for mention in news if mention.place.site and not mention.place.location]
        site = max((place for place in nearer if fits(place, best)), key=standing, default=best).site
        best = replace(best, site=site)
    # Nobody contradicts who names that place as well ("near Bougouni" in a headline, then the village).
    agreeing = [mention for mention in told if _names(mention.place, best)]
    others = [voice for voice in voices if not any(mention in agreeing for mention in voice.mentions)]
    lead = [voice.lead for voice in others if voice.lead in told]
    outside = [one for one in lead if not (fits(one.place, best) or one_site(one.place, best))]
    against = {one.place for one in outside if not any(shared_town(one, other) for other in agreeing)}
    if not against:
        return best, False
    supporters = sum(fits(voice.lead.place, best) and voice.lead.place.location == best.location for voice in voices)
    if supporters > max(Counter((place.country, place.location) for place in against).values()):
        return best, True
    return in_common([best, *against]), True


def _names(place: Place, best: Place) -> bool:
    """Say whether a place is the town of another one, or its division where that one is of no town."""
    nearest = place.location == best.location and (bool(place.location) or place.admin1 == best.admin1)
    return nearest and fits(place, best)


def _instruments(voices: Sequence[Voice]) -> tuple[str, ...]:
    """Give what it was done with, by how many voices say so; one thing in the singular and the plural is one."""
    counts: Counter[str] = Counter()
    for voice in voices:
        counts.update(
            {
                claim.value
                for mention in voice.mentions
                for report in mention.reports
                for claim in report.claims
                if claim.field == "instrument" and claim.value
            }
        )
    told: dict[frozenset[str], str] = {}
    for value in sorted(counts, key=lambda value: (-counts[value], value)):
        told.setdefault(frozenset(word.removesuffix("s") for word in words(value)), value)
    return tuple(told.values())


def _confidence(voices: Sequence[Voice]) -> float:
    """Give the surest voice's own, raised by each further voice: half of what it would take away from the doubt."""
    sure = sorted(
        (max(report.confidence for mention in voice.mentions for report in mention.reports) for voice in voices),
        reverse=True,
    )
    confidence = sure[0]
    for more in sure[1:]:
        confidence += (1 - confidence) * more / 2
    # Only what a person has marked is certain.
    return round(min(confidence, max(0.99, sure[0])), 3)
