"""Where: which place of the text belongs to a mention."""

from collections.abc import Sequence
from dataclasses import replace

from importers.extraction.lexicon.placewords import place_words
from importers.extraction.locating.mentions import PlaceMention
from importers.extraction.locating.records import country_place, fill, holds
from importers.extraction.mentions.answering import answers_for
from importers.extraction.mentions.drafts import Draft, Site
from importers.extraction.mentions.homes import home_of, is_abroad
from importers.extraction.mentions.placelists import SETTLED, beside_unnamed, listed_with, put_list
from importers.extraction.mentions.sites import is_cared_for, is_elsewhere, is_goal, is_whence, site_of
from importers.extraction.mentions.telling import WITHIN, by_doers, nouns_of, tells_of
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.sentences.owners import owner_of
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import of_complement
from importers.gazetteer.fold import fold

_ELSEWHERE = 3
"""Beyond this tier a place is where something else is."""


def place_drafts(drafts: Sequence[Draft], mentions: Sequence[PlaceMention]) -> None:
    """Give each mention of one sentence the place that its clause, else its sentence names."""
    if not drafts:
        return
    text = drafts[0].context.text
    usable = [mention for mention in mentions if not mention.weak]
    # "In Barsalogho, 80 km north of Kaya": the nearest town is where it happened only if no place is told.
    told = any((mention.place.location or mention.place.admin1) and not mention.beside for mention in usable)
    usable = [
        mention for mention in usable if not (mention.beside and told) and not _only_tells_where(mention, usable, text)
    ]
    for draft in drafts:
        if draft.ranked:
            # "The second raid in the province" was somewhere there: it is the row that was there.
            continue
        site = site_of(draft)
        draft.site = site if site is not None and not _is_town(site, usable, draft.context.text) else None
        draft.home = home_of(draft, mentions)
        tiers: dict[int, list[PlaceMention]] = {}
        when = _only_says_when(draft)
        for mention in usable:
            if when and mention.start < draft.start:
                continue
            tier = _tier(draft, mention, drafts)
            if tier <= _ELSEWHERE:
                tiers.setdefault(tier, []).append(mention)
        for tier in sorted(tiers):
            best = _best_place(draft, tiers[tier])
            if draft.place_span is None:
                if not _put(draft, tiers[tier], near=tier < _ELSEWHERE):
                    break
            elif _pinpoints(best, draft):
                draft.place, draft.place_span = fill(best.place, draft.place), best.span
            else:
                _fill_up(draft, best, near=tier < _ELSEWHERE)


def _only_says_when(draft: Draft) -> bool:
    """Does the noun of the deed only say when something else was ("was in Loja at the time of the murder")?"""
    parsed, at, lexicon = draft.context.parsed, draft.found.chunk - 2, draft.context.lexicon
    if draft.found.pos == "verb" or at < 0:
        return False
    of = parsed.words[parsed.chunks[at + 1].first].lower in lexicon.words("of")
    return of and parsed.words[parsed.chunks[at].head].lemma in lexicon.words("moments")


def _only_tells_where(mention: PlaceMention, mentions: Sequence[PlaceMention], text: str) -> bool:
    """Is it only said that another lies near it ("in Tosagua, near Chone")?"""
    if not mention.near:
        return False
    before = (text[one.end : mention.start] for one in mentions if one.place.location and one.end < mention.start)
    return any(len(between.replace(",", "").split()) <= _LONGEST_NEAR for between in before)


_LONGEST_NEAR = 2
"""Words of "cerca de"."""


def _tier(draft: Draft, mention: PlaceMention, drafts: Sequence[Draft]) -> int:
    """How near to what tells of the event a place is named: 0 nearest, beyond ``_ELSEWHERE`` where other things are."""
    at = draft.context.parsed.chunk_at(mention.start)
    if (
        at in draft.elsewhere
        or is_abroad(mention, draft)
        or is_elsewhere(at, draft)
        or is_cared_for(at, draft.context)
        or is_whence(at, draft.context)
    ):
        return _ELSEWHERE + 1
    if draft.event_type.violent and is_goal(at, draft.context):
        return _ELSEWHERE + 1
    tier = _place_tier(draft, mention, drafts)
    if tier <= _ELSEWHERE and _is_of_office(mention, draft):
        tier = _ELSEWHERE
    elif any(_is_of_office(mention, other) for other in drafts):
        # "The mayor of Loja was shot dead and that of Tosagua was kidnapped": each in his own town.
        return _ELSEWHERE + 1
    if draft.demonstrative and draft.trigger.pointing and tier > 0:
        # "Amid these events, 12 were freed in Loja": the events were where they have been told.
        return _ELSEWHERE + 1
    named = (entity for entity in draft.people() if entity.named and not entity.is_place_name)
    if any((entity.start, entity.end) == (mention.start, mention.end) for entity in named):
        # "Lincoln was assassinated"
        return _ELSEWHERE + 1
    if draft.series >= 0 and any(draft.end <= one.start < mention.start and not one.plural for one in drafts):
        # "The string of blasts began with a car bomb in Quito": one of them was there.
        return _ELSEWHERE + 1
    another = (tier or draft.event_type.about) and _is_of_other_noun(at, draft, drafts)
    return _ELSEWHERE + 1 if another or (tier > 1 and _in_other_event(draft, mention, drafts)) else tier


def _put(draft: Draft, mentions: Sequence[PlaceMention], *, near: bool) -> bool:
    """Give a mention of an event one of the places named as near to it, or all of a list; tell whether it is one.

    ``near``: its own clause names them.
    """
    best = _best_place(draft, mentions)
    if len(listed := listed_with(best, mentions, draft.context)) > 1:
        put_list(draft, listed)
        for mention in mentions:
            # "In Shan State, a farmer was killed between Lashio and Hsipaw"
            if mention not in listed and mention.kind == "admin1":
                draft.place = fill(draft.place, mention.place)
        return False
    draft.place, draft.place_span = best.place, best.span
    if beside_unnamed(best, mentions, draft.context):
        draft.place = country_place(best.place.country)
        return False
    if best.beside or best.near:
        draft.place = replace(best.place, geo_precision=2)
    draft.by_office = draft.from_scene = _is_of_office(best, draft)
    for mention in mentions:
        # "In Loja, two men were shot in the Sucre neighbourhood": that of Loja.
        larger = near and mention.specificity < best.specificity
        if mention is not best and (larger or _next_to(mention, best, draft.context.text)):
            draft.place = fill(draft.place, mention.place)
    return True


def _fill_up(draft: Draft, mention: PlaceMention, *, near: bool) -> None:
    """Add what a place named farther off says.

    Who tells of what happened in a province ("officials in Quetta said") does not put it in a town.
    """
    only_division = draft.place.admin1 and not draft.place.location
    if near or not only_division or not mention.place.location:
        draft.place = fill(draft.place, mention.place)


def _pinpoints(mention: PlaceMention, draft: Draft) -> bool:
    """Does what the doers did name the quarter or street of a town ("shot in Loja by men who sat in Pine Street")?"""
    known = draft.place.site or draft.site or mention.place.location
    owner = owner_of(mention.start, draft.context) if mention.kind in {"quarter", "site"} and not known else None
    return owner is not None and by_doers(owner, draft)


def _is_of_office(mention: PlaceMention, draft: Draft) -> bool:
    """Does it only say where whom it befell holds an office ("the mayor of X was shot in Y", "X mayor Ana Mora")?"""
    context = draft.context
    at = context.parsed.chunk_at(mention.start)
    offices = context.lexicon.words("offices")
    if any(one.named and one.chunk == at and mention.text not in one.value for one in draft.people()):
        return True
    befell = {entity.chunk for entity in draft.people()}
    # "The mayor of X", "the mayor of X, Ana Mora,", "Ana Mora, mayor of X,"
    beside = (at - 2, *range(at, at + _APPOSED), context.parsed.nominals.apposed_to(at - 2))
    if at < 2 or befell.isdisjoint(beside):
        return False
    holder = entity_of(at - 2, context)
    if holder is None or holder.kind is None or holder.kind.name not in offices:
        return False
    return of_complement(context.parsed.chunks, context.words, at - 2, context.lexicon) == at


_APPOSED = 3
"""So many chunks after an office's place stands the name of who holds it ("the mayor of X, Ana Mora")."""


def _is_town(site: Site, mentions: Sequence[PlaceMention], text: str) -> bool:
    """Are its words those of a town, a division or a country ("the town of Loja", "the centre of Mali")?"""
    first, last = site.span.start, site.span.end
    towns = [mention for mention in mentions if mention.kind in SETTLED and not mention.place.site]
    if fold(site.words.split()[0]) in place_words().passed_over and any(
        mention.kind == "country" and first < mention.end <= last for mention in mentions
    ):
        return True
    return any(_before_name(site, town, text) and first < town.end and last <= town.end for town in towns)


def _before_name(site: Site, town: PlaceMention, text: str) -> bool:
    """Do only an article and what it is like stand before the name in the words of the site?"""
    before = text[site.span.start : town.start].lower().split()
    return town.start < site.span.end and all(word in place_words().passed_over for word in before)


def _in_other_event(draft: Draft, mention: PlaceMention, drafts: Sequence[Draft]) -> bool:
    """Does the place stand in the clause of another event, told of as well ("took hostages and bombed X in Y")?"""
    owner = owner_of(mention.start, draft.context)
    if owner is None or _opens_both(mention, owner, draft):
        return False
    return any(
        part.found.pos == "verb" and part.clause is not None and part.clause.verb == owner.verb
        for other in drafts
        if other is not draft
        and other.event_type.family != draft.event_type.family
        and (other.event_type.violent or not other.trigger.weak)
        for part in (other, *other.absorbed)
    )


def _opens_both(mention: PlaceMention, owner: Clause, draft: Draft) -> bool:
    """Does the place stand before the subject of both verbs ("In Loja, rebels blocked the road and shot two men")?"""
    at, subject = draft.context.parsed.chunk_at(mention.start), draft.clause.subject if draft.clause else ()
    return bool(subject) and subject == owner.subject and at < min(*subject, owner.verb)


def _is_of_other_noun(index: int, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Does the chunk stand behind the noun of another event beside it ("the murder on 3 May and an attack in Loja")?"""
    context, own = draft.context, nouns_of(draft)
    chunks, words = context.parsed.chunks, context.words
    others = {other.found.chunk for other in drafts if other is not draft and other.found.pos != "verb"} - own
    if index in others and _is_about(index, draft):
        # "Lawyers marched in Loja over the Quito bombing"
        return True
    at = index - 1
    while at > 0 and chunks[at].kind in WITHIN and at not in others | own:
        at -= 1
    if at in others and (draft.event_type.answers or _is_pursued_for(at, draft) or _is_about(at, draft)):
        # "A court in Loja sentenced a man for a bombing in Quito", "lawyers marched in Loja over a bombing in Quito"
        return True
    if at not in others or words[chunks[at - 1].first].lower not in context.lexicon.words("conjunctions"):
        return False
    # "A kidnapping and a murder in Loja" are both there, unless the first is told apart by its day.
    return any(chunk.kind == "time" for chunk in chunks[draft.found.chunk : at - 1])


def _is_about(at: int, draft: Draft) -> bool:
    """Is the noun at ``at`` what a protest is about ("marched against the killings in Loja")?"""
    about = draft.event_type.about and draft.context.parsed.chunks[at - 1].kind == "prep"
    before = draft.context.words[draft.context.parsed.chunks[at - 1].first]
    return about and before.lower in draft.context.lexicon.words("motives")


def _is_pursued_for(at: int, draft: Draft) -> bool:
    """Is the noun at ``at`` what somebody is held for ("arrested a man in connection with a bombing in Quito")?"""
    lexicon, words = draft.context.lexicon, draft.context.words
    chunk = draft.context.parsed.chunks[at - 1]
    prep = " ".join(word.lower for word in words[chunk.first : chunk.last])
    return words[draft.found.first].verb in lexicon.words("pursue_verbs") and prep in lexicon.words("pursued_for")


def _best_place(draft: Draft, mentions: Sequence[PlaceMention]) -> PlaceMention:
    settlements = draft.context.lexicon.words("settlements")
    hit = [entity for entity in draft.people() if entity.is_place_name or entity.head in settlements]

    def rank(mention: PlaceMention) -> tuple[bool, bool, int]:
        after = mention.start >= draft.end
        distance = mention.start - draft.end if after else (draft.start - mention.end) + 40
        # "Attacked the town of X, in the hills above Y": the town that was hit.
        at = draft.context.parsed.chunk_at(mention.start)
        is_hit = mention.kind == "town" and any(_names_itself(at, entity, draft.context) for entity in hit)
        return (mention.specificity == 0, not is_hit, distance)

    nearest = min(mentions, key=rank)
    # "In the Manabí region, a woman was killed in the town of Tosagua": the town, wherever the region is named.
    inner = [other for other in mentions if _lies_within(other, nearest, draft)]
    return min(inner, key=rank) if inner else nearest


def _names_itself(at: int, hit: Entity, context: Context) -> bool:
    """Is the chunk at ``at`` the name of the place that was hit ("the town of X")?"""
    return at in {hit.chunk, of_complement(context.parsed.chunks, context.words, hit.chunk, context.lexicon)}


def _lies_within(mention: PlaceMention, larger: PlaceMention, draft: Draft) -> bool:
    """Is it a town of the division or region that the other is, in which the telling begins?"""
    if mention.place.country != larger.place.country:
        return False
    if mention.kind == "quarter" and larger.kind in _TOWNS:
        # "In Loja, in the Sucre neighbourhood": a quarter is one of the town that the same words name.
        return larger.place.location == mention.place.location if mention.place.location else not _is_district(mention)
    if not holds(larger.place, mention.place):
        return False
    if mention.place.site and (not larger.place.site or larger.kind == "region"):
        # "In Gracias, a village in Lempira municipality": the village.
        return 0 < larger.start - mention.end <= _APPOSITION
    # "Killed 31 across Gaza, twelve of them in Rafah" is not in Rafah.
    begins = min(larger.start, mention.start) < draft.start
    return begins and larger.kind in {"admin1", "region"} and mention.kind in _TOWNS


def _is_district(mention: PlaceMention) -> bool:
    """Is it called by a word that a quarter and the country around a town share?"""
    return any(place_words().kinds.get(fold(word)) == "district" for word in mention.text.split())


_TOWNS = frozenset({"town", "capital", "admin2"})
_APPOSITION = 30
"""Characters of ", a village 12 km north of "."""


def _next_to(one: PlaceMention, other: PlaceMention, text: str) -> bool:
    """Are the two named one after the other, with no verb between ("in X, Y department")?"""
    low, high = sorted((one.span, other.span))
    return high.start - low.end <= 30 and "." not in text[low.end : high.start]


def _place_tier(draft: Draft, mention: PlaceMention, drafts: Sequence[Draft]) -> int:
    context = draft.context
    parsed = context.parsed
    owner = owner_of(mention.start, context)
    mine = draft.clause
    if draft.found.pos != "verb" and _follows_noun(draft, mention, context):
        return 0
    if owner is None or mine is None:
        return 2
    says = parsed.main(owner).verb in context.lexicon.saying
    at = context.parsed.chunk_at(mention.start)
    if says and draft.found.pos != "verb" and owner.subject and min(owner.subject) <= at < owner.verb:
        # "Amid these attacks, the mayor of Loja said ...": where who says it is from.
        return _ELSEWHERE + 1
    if draft.found.pos != "verb" and owner.verb == mine.verb and _only_speaks_of(at, draft, owner):
        # "In Quito, the minister condemned the attack": where he speaks.
        return _ELSEWHERE + 1
    if owner.verb != mine.verb and _speaks(at, owner, context):
        # "Shot nine, for which Quito blamed rebels": the government.
        return _ELSEWHERE + 1
    if owner.verb == mine.verb or any(d.clause is not None and d.clause.verb == owner.verb for d in draft.absorbed):
        return 1
    if owner.link in context.lexicon.words("next_links") and parsed.governs(mine, owner):
        # "Left 48 dead before a truce was signed in Doha": where something was done later.
        return _ELSEWHERE + 1
    if says:
        return _ELSEWHERE + (not _speak_there(at, owner, context))
    rejected = parsed.main(owner).verb in context.lexicon.cues("denied_verbs") and at < owner.verb
    if rejected and parsed.governs(owner, mine):
        # "A spokesman in Loja rejected claims that the raid was planned there"
        return _ELSEWHERE + 1
    if answers_for(draft, owner):
        # "A spokesman in Loja blamed the army for the massacre"
        return _ELSEWHERE + 1
    aside = owner.relative or (owner.reduced and draft.definite) or _describes_saying(owner, context)
    if aside and not (tells_of(owner, draft, drafts) or by_doers(owner, draft)):
        # "... who spends his summers in Miami", "said at a meeting held in Lima": where something else is.
        return _ELSEWHERE + 1
    if parsed.governs(owner, mine) or parsed.governs(mine, owner):
        return 2
    return 3


def _only_speaks_of(at: int, draft: Draft, owner: Clause) -> bool:
    """Does the clause only say what somebody thinks of what is known, or, in front of its noun, who is tried for it?"""
    context = draft.context
    tried = at < draft.found.chunk and answers_for(draft, owner)
    return tried or context.parsed.main(owner).verb in context.lexicon.words("known_verbs")


def _speaks(at: int, owner: Clause, context: Context) -> bool:
    """Is the place itself said to say, blame or deny something, as the government that sits there?"""
    verbs = context.lexicon.saying | context.lexicon.either("blame_verbs", "finger_verbs", "known_verbs")
    return not owner.passive and at in owner.subject and context.parsed.main(owner).verb in verbs


def _describes_saying(owner: Clause, context: Context) -> bool:
    """Does the clause describe something in a clause by which somebody says what happened?"""
    parent = context.parsed.by_verb.get(owner.governor) if owner.reduced else None
    return parent is not None and context.parsed.main(parent).verb in context.lexicon.saying


def _speak_there(at: int, saying: Clause, context: Context) -> bool:
    """Does the place say where those are who tell of it ("police in Loja", "in Loja, police said that ...")?"""
    chunks, words = context.parsed.chunks, context.words
    if not saying.subject or not 0 < at < saying.verb or chunks[at - 1].kind != "prep":
        return False
    return words[chunks[at - 1].first].lower in context.lexicon.words("title_prepositions")


def _follows_noun(draft: Draft, mention: PlaceMention, context: Context) -> bool:
    """Does the place stand in the prepositional phrases right after the trigger's noun?"""
    chunks, words = context.parsed.chunks, context.words
    at = draft.found.chunk
    while at < len(chunks) and (chunks[at].kind in WITHIN or at == draft.found.chunk or _joins_places(at, context)):
        first, last = words[chunks[at].first].start, words[chunks[at].last - 1].end
        if first <= mention.start < last:
            return True
        at += 1
    return False


def _joins_places(at: int, context: Context) -> bool:
    """Is it the comma or "and" between two places ("in Guayas and Esmeraldas")?"""
    chunks, words = context.parsed.chunks, context.words
    if at + 1 >= len(chunks) or not (chunks[at].kind == "conj" or words[chunks[at].first].lower == ","):
        return False
    return all(words[chunks[beside].head].start in context.places for beside in (at - 1, at + 1))
