"""Where an event happened whose own sentence does not say it: by the scene, its company, the address, the article."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from importers.extraction.happenings.happenings import Cluster
from importers.extraction.happenings.narration import looks_back, several_days
from importers.extraction.happenings.ordering import says
from importers.extraction.locating.mentions import PlaceMention
from importers.extraction.locating.places import Scenery
from importers.extraction.locating.records import country_place, fill, holds, is_exact
from importers.extraction.mentions.drafts import Draft, Site
from importers.extraction.mentions.sites import points_to_town
from importers.gazetteer.countries import names, peoples
from importers.gazetteer.fold import fold
from importers.language.tokens import Sentence
from store.records.place import NOWHERE, Place, in_common
from store.records.report import REAL, TimeBasis
from store.records.span import Span

_FEW_SENTENCES = 2
"""So far back a place named by itself is that of what is told next."""
_OPENING = 3
"""Sentences that are headline and lead."""


def carry_scenes(drafts: Sequence[Draft]) -> None:
    """What a sentence leaves out is that of the scene: the event told just before it in the same paragraph.

    What a relative clause only looks back on is not the scene of what the text tells next.
    """
    line = [draft for draft in drafts if not looks_back(draft)]
    for before, draft in pairwise(line):
        near = draft.sentence.paragraph == before.sentence.paragraph and (
            draft.sentence.number - before.sentence.number <= 1
        )
        if draft.found.pos != "verb" and (draft.definite or draft.trigger.pointing):
            continue
        if not near or draft.stance.background or draft.stance.factuality not in REAL:
            continue
        placeless = not is_exact(draft.place) and not draft.place.country and not draft.event_type.wide
        # What adds up over days adds up over more towns than the one just told of.
        placeless = placeless and not draft.is_total and not (draft.site is not None and draft.site.several)
        # A deed was not where somebody is arrested or tried for it.
        caught = before.event_type.answers and draft.event_type.violent
        if placeless and is_exact(before.place) and not caught:
            elsewhere = draft.distinct or draft.site is not None or draft.event_type.family != before.event_type.family
            draft.place = replace(before.place, site="") if elsewhere else before.place
            draft.from_scene = True
        if draft.time is None and before.time is not None and _goes_on(draft, before, drafts):
            draft.time = before.time
            told: TimeBasis = "reported" if before.time_basis == "reported" else "frame"
            draft.time_basis = "sequence" if says(draft.context, "sequence") else told


def _goes_on(draft: Draft, before: Draft, drafts: Sequence[Draft]) -> bool:
    """Does the telling stay in the one time of the event before: the next sentence, news as that was?"""
    return (
        draft.sentence.number != before.sentence.number
        and before.stance.factuality in REAL
        and not before.stance.background
        and not before.is_total
        and not draft.is_total
        # A march is on no day of the deed it recalls, nor is an arrest.
        and (before.event_type.violent or not draft.event_type.violent)
        and not several_days([other for other in drafts if other.sentence is before.sentence])
    )


def settle_places(drafts: Sequence[Draft], clusters: Sequence[Cluster], scenery: Scenery) -> None:
    """Give each happening without a place the nearest one that the article supports, its country at least."""
    _by_company(drafts, clusters)
    told = _told_at(drafts)
    scenery = _with_scenes(scenery, told)
    deeds = _without(scenery, _caught_at(drafts))
    around = [
        _told_around(cluster, deeds if cluster.lead.event_type.violent else scenery, told) for cluster in clusters
    ]
    for cluster, near in zip(clusters, around, strict=True):
        if not _held_in_several(cluster, clusters):
            _by_scene(cluster, near)
    places = [(_stated(cluster), _home(cluster, near)) for cluster, near in zip(clusters, around, strict=True)]
    for cluster in clusters:
        _put_quarter(cluster, scenery)
    for draft in drafts:
        stated, home = places[draft.cluster] if draft.cluster >= 0 else (NOWHERE, scenery.country)
        if draft.from_scene and not (holds(draft.place, stated) or holds(stated, draft.place)):
            draft.place = stated
        if draft.site is not None and not draft.place.site and not draft.site.pointing:
            draft.place = replace(draft.place, site=draft.site.words)
        if not draft.place.country:
            country = in_common([stated]) if stated.country else home
            draft.place = fill(draft.place, country) if draft.place != NOWHERE else country


def _told_at(drafts: Sequence[Draft]) -> frozenset[Span]:
    """The words for places in which a sentence itself puts an event."""
    return frozenset(
        draft.place_span
        for draft in drafts
        if draft.place_span is not None and not draft.from_scene and draft.stance.factuality in REAL
    )


def _caught_at(drafts: Sequence[Draft]) -> frozenset[Span]:
    """The words for places in which a sentence puts nothing but an arrest or a trial: no scene of a deed told there."""
    answers = frozenset(draft.place_span for draft in drafts if draft.place_span and draft.event_type.answers)
    return answers - {draft.place_span for draft in drafts if not draft.event_type.answers}


def _without(scenery: Scenery, spans: frozenset[Span]) -> Scenery:
    """The scenery without the places told by those words."""
    if not spans:
        return scenery
    return replace(scenery, mentions=tuple(one for one in scenery.mentions if one.span not in spans))


def _with_scenes(scenery: Scenery, spans: frozenset[Span]) -> Scenery:
    """The scenery in which what an event has been put in is a scene, too ("stormed the town of Loja")."""
    if all(mention.located or mention.span not in spans for mention in scenery.mentions):
        return scenery
    mentions = (replace(one, located=one.located or one.span in spans) for one in scenery.mentions)
    return replace(scenery, mentions=tuple(mentions))


def _told_around(cluster: Cluster, scenery: Scenery, spans: frozenset[Span]) -> Scenery:
    """The scenery with the country that the paragraph has turned to before it tells of the happening, if any.

    It does so by an event that it puts there, or with what opens a sentence ("In Peru, ..."); not by telling who is
    in a country, or what they agreed on there, unless it turns home by that.
    """
    draft, home = cluster.drafts[0], scenery.filed.country
    told = (
        mention.place.country
        for mention in reversed(scenery.mentions)
        if mention.paragraph == draft.sentence.paragraph and mention.sentence < draft.sentence.number
        if mention.located and not mention.weak
        if mention.span in spans or mention.fronted or mention.place.country == home
    )
    country = next(told, scenery.country.country)
    return scenery if country == scenery.country.country else replace(scenery, country=country_place(country))


def _put_quarter(cluster: Cluster, scenery: Scenery) -> None:
    """The one quarter that a happening is said to have been in goes with its site, wherever in the article it is named.

    "The home of the mayor, Florida neighbourhood".
    """
    spans = {draft.place_span for draft in cluster.drafts if not draft.is_total}
    quarters = {
        mention.place.site for mention in scenery.mentions if mention.kind == "quarter" and mention.span in spans
    }
    quarters.discard("")
    if len(quarters) != 1:
        return
    quarter = quarters.pop()
    for draft in cluster.drafts:
        site = draft.site.words if draft.site is not None and not _is_vague(draft.site) else ""
        if draft.place.site in {"", quarter} and site and quarter not in site and not draft.is_total:
            whole = quarter if site in quarter else f"{site}, {quarter}"
            draft.place = replace(draft.place, site=whole)


def _is_vague(site: Site) -> bool:
    return site.several or site.pointing


def _stated(cluster: Cluster) -> Place:
    """The most exact place that the sentences of a happening say themselves; it is never told against by a guess.

    A total's ("the blasts began in Quito") is not that of all it adds up.
    """
    own = (draft for draft in cluster.drafts if draft.place_span is not None)
    told = [draft.place for draft in own if not (draft.from_scene or draft.is_total)]
    return max(told, key=_exactness, default=NOWHERE)


def _home(cluster: Cluster, scenery: Scenery) -> Place:
    """The country it is in if nothing says where it was: that of the office of those it befell, or the article's.

    What an article only recalls that speaks of another country than it was written in may have been in either.
    """
    recalled = all(draft.stance.background or draft.definite or not _is_news(draft) for draft in cluster.drafts)
    abroad = (recalled and scenery.filed_abroad) or _strikes_out(cluster, scenery)
    usual = NOWHERE if abroad else scenery.country
    return next((draft.home for draft in cluster.drafts if draft.home != NOWHERE), usual)


def _strikes_out(cluster: Cluster, scenery: Scenery) -> bool:
    """Is it a strike by the article's own country, where it speaks of another, too ("Iran launched two missiles")?"""
    home = scenery.country.country
    doers = (doer for draft in cluster.drafts if draft.event_type.national for doer in draft.roles.get("agent", ()))
    own = any(
        home in {names().get(fold(doer.value)), peoples().get(fold(doer.value.partition(" ")[0]))} for doer in doers
    )
    return own and any(mention.place.country not in {"", home} for mention in scenery.mentions)


def _by_company(drafts: Sequence[Draft], clusters: Sequence[Cluster]) -> None:
    """An event without a place of its own lies where the other event that its sentence ties it to does.

    But not where somebody was tried or caught for it.
    """
    for draft in drafts:
        if draft.place != NOWHERE or draft.cluster < 0 or not draft.event_type.violent or draft.is_total:
            continue
        if draft.stance.background or draft.definite:
            continue
        if any(other.place_span is not None for other in drafts if other.sentence is draft.sentence):
            continue
        for other in drafts:
            if other.sentence is not draft.sentence or other is draft or other.cluster < 0 or other.event_type.answers:
                continue
            place = max((d.place for d in clusters[other.cluster].drafts), key=_exactness)
            if is_exact(place):
                draft.place, draft.from_scene = place, True
                break


def _exactness(place: Place) -> int:
    return 4 * bool(place.location) + 2 * bool(place.admin1) + bool(place.site)


def _by_scene(cluster: Cluster, scenery: Scenery) -> None:
    """A happening told as news without a town is where the telling is: the place named last, or the only one."""
    if any(draft.place.location or draft.place.admin1 for draft in cluster.drafts):
        return
    if _in_several(cluster):
        return
    draft = cluster.drafts[0]
    if draft.is_total or draft.stance.background or not _is_news(draft):
        return
    if (draft.place.country or _home(cluster, scenery).country) != scenery.country.country:
        return
    real = draft.stance.factuality in REAL
    # A region of its own ("in the Catatumbo region") is no part of the town named before.
    told = real and draft.place_span is None
    mention = _named_last(draft, scenery) or _heading_of(draft, scenery) or _only_one(scenery) if told else None
    town = _own_town(scenery)
    if mention is not None:
        draft.place_span = mention.span
        _put(cluster, mention.place)
    elif town.country == scenery.country.country and (
        any(map(_is_address, cluster.drafts)) or _in_quarter(draft, scenery)
    ):
        # "On 5th Street" needs no town in the town where the article was written.
        _put(cluster, town)


def _held_in_several(cluster: Cluster, clusters: Sequence[Cluster]) -> bool:
    """Is it the release of those who were held in several places ("96 guards in five prisons. All were freed")?"""
    needs = cluster.follows is not None and cluster.lead.event_type.follows
    return bool(needs) and _in_several(clusters[cluster.follows or 0])


def _in_several(cluster: Cluster) -> bool:
    return any(draft.site is not None and draft.site.several for draft in cluster.drafts)


def _own_town(scenery: Scenery) -> Place:
    """The town where the article was written; without a dateline, the only one that headline and lead tell of."""
    opening = {m.place for m in scenery.mentions if m.sentence < _OPENING and _is_scene(m, scenery)}
    towns = {place.location: place for place in opening if place.location and not place.site}
    return scenery.filed if scenery.filed.location or len(towns) != 1 else next(iter(towns.values()))


def _in_quarter(draft: Draft, scenery: Scenery) -> bool:
    """Is it told to have been in a quarter ("in the Florida neighbourhood")? Of some town it is one."""
    return any(mention.kind == "quarter" and mention.span == draft.place_span for mention in scenery.mentions)


def _put(cluster: Cluster, place: Place) -> None:
    for draft in cluster.drafts:
        if draft.place.country in {"", place.country}:
            draft.place, draft.from_scene = fill(draft.place, place), True


def _is_news(draft: Draft) -> bool:
    """Is it something that happens on a spot, told in a clause of its own ("the man who was killed in May" is not)?"""
    clause = draft.clause if draft.found.pos == "verb" else None
    aside = clause is not None and (clause.relative or clause.reduced)
    aside = aside and clause is not None and not draft.context.parsed.leaves_out_be(clause)
    return not draft.event_type.wide and not aside


def _named_last(draft: Draft, scenery: Scenery) -> PlaceMention | None:
    """The last place that the sentences just before the event's say something is in.

    Of another paragraph, which may tell of something else, only where headline and lead play.
    """
    sentence = draft.sentence
    few = range(0 if points_to_town(draft) else sentence.number - _FEW_SENTENCES, sentence.number)
    near = [
        mention
        for mention in scenery.mentions
        if (mention.sentence in few and _is_scene(mention, scenery)) or _is_topic(mention, sentence, scenery)
    ]
    if not near:
        return None
    lead = 0 if scenery.headings else _OPENING
    opening = {mention.place.location for mention in scenery.mentions if mention.sentence < lead}
    last = near[-1]
    if len(near) > 1 and _is_around(last, near[-2]):
        last = near[-2]
    here = last.paragraph == sentence.paragraph or (last.place.location or None) in opening or points_to_town(draft)
    return last if here else None


def _heading_of(draft: Draft, scenery: Scenery) -> PlaceMention | None:
    """The place that the nearest heading over a mention names; what opens another paragraph is none over this one."""
    paragraph = draft.sentence.paragraph
    over = (one for one, below in reversed(scenery.headings) if below or one.paragraph == paragraph)
    return next((one for one in over if is_exact(one.place)), None)


def _is_topic(mention: PlaceMention, sentence: Sentence, scenery: Scenery) -> bool:
    """Does the paragraph tell of the place before: does a sentence of it begin with its name?"""
    before = mention.paragraph == sentence.paragraph and mention.sentence < sentence.number
    return before and mention.opens and not mention.weak and _is_exact(mention, scenery)


def _is_around(larger: PlaceMention, mention: PlaceMention) -> bool:
    """Does the one say where the other is that it follows ("in the Surco district in Lima", "in Tosagua, Manabí")?"""
    beside = 0 < larger.start - mention.end <= _BESIDE and larger.specificity <= mention.specificity
    division = larger.place.country, larger.place.admin1
    return beside and mention.place.country == division[0] and division[1] in {"", mention.place.admin1}


_BESIDE = 4
"""Characters of ", " or " in "."""


def _only_one(scenery: Scenery) -> PlaceMention | None:
    """The one town or division of its country that the article names, if it names no other in any way."""
    named = [mention for mention in scenery.mentions if _is_exact(mention, scenery)]
    # What opens one paragraph of a digest is not over the next.
    heads = {mention.start for mention, _ in scenery.headings}
    told = [mention for mention in named if _is_scene(mention, scenery) and mention.start not in heads]
    best = max(told, key=lambda mention: mention.specificity, default=None)
    if best is None or not all(holds(mention.place, best.place) for mention in named):
        return None
    return best


def _is_scene(mention: PlaceMention, scenery: Scenery) -> bool:
    return _is_exact(mention, scenery) and mention.located and not mention.weak


def _is_exact(mention: PlaceMention, scenery: Scenery) -> bool:
    place = mention.place
    return bool(place.location or place.admin1) and place.country == scenery.country.country


def _is_address(draft: Draft) -> bool:
    """Is the site one of a town: a street, a quarter, the cathedral?"""
    if draft.site is not None and draft.site.local:
        return True
    site = draft.place.site or (draft.site.words if draft.site is not None else "")
    # "The corner of Sucre and Bolívar streets"
    addresses = draft.context.lexicon.words("addresses")
    return any(word in addresses or word.removesuffix("s") in addresses for word in site.lower().split())
