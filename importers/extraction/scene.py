"""Where: which place of the text belongs to a mention."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from importers.extraction.appositions import entities
from importers.extraction.clauses import Clause
from importers.extraction.drafts import Draft, Site
from importers.extraction.entities import Context, Entity, entity_of
from importers.extraction.fillers import of_another_deed
from importers.extraction.following import preps_after
from importers.extraction.lexicon import Lexicon
from importers.extraction.nominals import of_complement
from importers.extraction.placerecords import fill, holds
from importers.extraction.places import PlaceMention
from importers.extraction.placewords import place_words
from importers.extraction.telling import tells_of
from importers.extraction.timing import answers_for, owner_of
from store.records.place import NOWHERE, Place, in_common
from store.records.span import Span


def place_drafts(drafts: Sequence[Draft], mentions: Sequence[PlaceMention]) -> None:
    """Give each mention of one sentence the place that its clause, else its sentence names."""
    usable = [mention for mention in mentions if not mention.weak]
    # "In Barsalogho, 80 km north of Kaya": the nearest town is where it happened only if no place is told.
    usable = [mention for mention in usable if not mention.beside] or usable
    for draft in drafts:
        site = site_of(draft)
        draft.site = site if site is not None and not _is_town(site, usable) else None
        draft.home = _home(draft, mentions)
        tiers: dict[int, list[PlaceMention]] = {}
        for mention in usable:
            at = draft.context.parsed.chunk_at(mention.start)
            if (
                at in draft.elsewhere
                or _elsewhere(at, draft)
                or _cared_for(at, draft.context)
                or _is_whence(at, draft.context)
            ):
                continue
            if draft.event_type.violent and _is_goal(at, draft.context):
                continue
            tier = _place_tier(draft, mention, drafts)
            if tier <= _ELSEWHERE and _is_of_office(mention, draft):
                tier = _ELSEWHERE
            if draft.demonstrative and draft.trigger.pointing and tier > 0:
                # "Amid these events, 12 were freed in Loja": the events were where they have been told.
                continue
            if tier > 1 and _in_other_event(draft, mention, drafts):
                tier = _ELSEWHERE + 1
            tiers.setdefault(tier, []).append(mention)
        for tier in sorted(tiers):
            if tier > _ELSEWHERE:
                break
            best = _best_place(draft, tiers[tier])
            if draft.place_span is None and len(listed := _listed(best, tiers[tier], draft.context)) > 1:
                _put_list(draft, listed)
                break
            if draft.place_span is None:
                draft.place, draft.place_span = best.place, best.span
                draft.by_office = draft.from_scene = _is_of_office(best, draft)
                rest = [mention for mention in tiers[tier] if mention is not best]
                for mention in rest:
                    if _next_to(mention, best, draft.context.text):
                        draft.place = fill(draft.place, mention.place)
            else:
                draft.place = fill(draft.place, best.place)


def _is_of_office(mention: PlaceMention, draft: Draft) -> bool:
    """Does it only say where whom it befell holds an office ("the mayor of X was shot dead in Y")?"""
    context = draft.context
    at = context.parsed.chunk_at(mention.start)
    holder = entity_of(at - 2, context) if at > 1 else None
    if holder is None or holder.kind is None or holder.kind.name not in context.lexicon.words("offices"):
        return False
    befell = {entity.chunk for entity in draft.people()}
    own = at - 2 in befell or not befell.isdisjoint(range(at, at + _APPOSED))
    return own and of_complement(context.parsed.chunks, context.words, at - 2, context.lexicon) == at


_APPOSED = 3
"""So many chunks after an office's place stands the name of who holds it ("the mayor of X, Ana Mora")."""


def _is_town(site: Site, mentions: Sequence[PlaceMention]) -> bool:
    """Are the words of the site those of a town or division ("the town of Cacaopera", "el departamento del Cauca")?"""
    first, last = site.span.start, site.span.end
    towns = (mention for mention in mentions if mention.kind in _SETTLED and not mention.place.site)
    return any(town.start - first <= _ARTICLE and first < town.end and last <= town.end for town in towns)


_SETTLED = frozenset({"town", "admin1", "admin2"})
"""Kinds of place that an event has besides its site."""
_ARTICLE = 4
"""Characters of "the"."""


def _is_whence(at: int, context: Context) -> bool:
    """Does the place at a chunk say where those a clause tells of are from ("two men from Punjab were ...")?"""
    chunks, words = context.parsed.chunks, context.words
    if at < 2 or chunks[at - 1].kind != "prep" or words[chunks[at - 1].first].lower not in place_words().origin:
        return False
    who = entity_of(at - 2, context) if chunks[at - 2].kind == "np" else None
    subject = any(at - 2 in clause.subject for clause in context.parsed.clauses)
    return subject and who is not None and who.kind is not None and who.kind.cls == "person"


def _is_goal(at: int, context: Context) -> bool:
    """Does the place at a chunk say where somebody or something goes ("forcing residents to flee to X")?"""
    chunks, words = context.parsed.chunks, context.words
    return at > 0 and chunks[at - 1].kind == "prep" and words[chunks[at - 1].first].lower in place_words().goal


def _home(draft: Draft, mentions: Sequence[PlaceMention]) -> Place:
    """The country named with the office of those it befell, or with the seat that was hit, NOWHERE for none.

    Envoys are abroad.
    """
    context = draft.context
    at_home, abroad = context.lexicon.words("offices"), context.lexicon.words("envoys")
    at_work = context.lexicon.words("seats")
    for entity in draft.people():
        if entity.kind is None or entity.head in abroad:
            continue
        if entity.kind.name not in at_home and not (entity.kind.cls == "place" and entity.head in at_work):
            continue
        inner = of_complement(context.parsed.chunks, context.words, entity.chunk, context.lexicon)
        chunk = context.parsed.chunks[entity.chunk]
        last_chunk = chunk if inner < 0 or entity.kind.name in at_home else context.parsed.chunks[inner]
        first, last = context.words[chunk.first].start, context.words[last_chunk.last - 1].end
        for mention in mentions:
            if mention.kind == "people" and first <= mention.start < last:
                return mention.place
    return NOWHERE


def _listed(best: PlaceMention, mentions: Sequence[PlaceMention], context: Context) -> list[PlaceMention]:
    """The list of places that ``best`` is one of ("Guayas and Esmeraldas provinces"), if none holds another."""
    marks = context.lexicon.words("conjunctions") | {","}
    ordered = sorted((mention for mention in mentions if mention.specificity), key=lambda mention: mention.start)
    runs: list[list[PlaceMention]] = [[]]
    for mention in ordered:
        between = context.text[runs[-1][-1].end : mention.start] if runs[-1] else ""
        if runs[-1] and not set(between.replace(",", " , ").lower().split()) <= marks:
            runs.append([])
        runs[-1].append(mention)
    run = next((run for run in runs if best in run), [])
    words = set(context.text[run[0].start : run[-1].end].lower().split()) if run else set()
    apart = not any(holds(other.place, one.place) for one, other in permutations(run, 2))
    return run if apart and words & context.lexicon.words("conjunctions") else []


def _put_list(draft: Draft, places: Sequence[PlaceMention]) -> None:
    """Several places are none of them: what they have in common, with their words."""
    first, last = places[0], places[-1]
    words = " ".join(draft.context.text[first.start : last.end].split())
    before = next((word for word in reversed(draft.context.words) if word.end <= first.start), None)
    span = Span(first.start, last.end)
    draft.place, draft.place_span = in_common([mention.place for mention in places]), span
    if before is None or before.tag != "prep" or before.lower in draft.context.lexicon.words("plain_locatives"):
        # "Near X and Y", "between X and Y" is neither in the one nor in the other.
        draft.listed = tuple(places)
    draft.site = draft.site or Site(words, span, before.lower if before is not None else "", several=True)


_ELSEWHERE = 3
"""Beyond this tier a place is where something else is."""


def site_of(draft: Draft) -> Site | None:
    """The site as worded, where the clause or the noun's phrase names one: "under a bridge", "six prisons"."""
    context = draft.context
    lexicon = context.lexicon
    own = [entity for entity in draft.people() if entity.kind is not None and entity.kind.cls == "place"]
    here = ((prep, entity) for prep, entity in _located(draft) if entity.chunk not in draft.elsewhere)
    located = ((prep, entity) for prep, entity in here if _is_site(entity, lexicon))
    sites = [
        (prep, entity)
        for prep, entity in located
        if not (
            _elsewhere(entity.chunk, draft) or _cared_for(entity.chunk, context) or _is_penalty(entity.chunk, context)
        )
    ]
    for entity in own:
        # Several houses that burned are what was hit, not where.
        if (
            _is_site(entity, lexicon)
            and not _is_several(entity)
            and all(entity.chunk != other.chunk for _, other in sites)
        ):
            sites.append(("", entity))
    if not sites:
        return None
    prep, entity = sites[0]
    start, end = entity.start, entity.end
    several = entity.quantity is not None and _is_several(entity)
    single = entity.quantity is None and not entity.plural
    local = single and entity.head in lexicon.words("town_sites")
    inner = of_complement(context.parsed.chunks, context.words, entity.chunk, lexicon)
    if inner >= 0:
        stop = context.words[context.parsed.chunks[inner].last - 1].end
        end = stop if stop - start <= _LONGEST_SITE else end
    before = context.parsed.chunks[entity.chunk - 1]
    if prep and prep not in lexicon.words("plain_locatives") and before.kind == "prep":
        start = context.words[before.first].start
        return Site(" ".join(context.text[start:end].split()), Span(start, end), "", several, local)
    first = context.words[context.parsed.chunks[entity.chunk].first]
    if first.start == start and first.tag in {"det", "poss"} and entity.quantity is not None:
        start = first.end + 1
    return Site(" ".join(context.text[start:end].split()), Span(start, end), prep, several, local)


_LONGEST_SITE = 70


def _is_site(entity: Entity, lexicon: Lexicon) -> bool:
    if entity.kind is None or not entity.kind.name or entity.kind.cls != "place":
        return False
    # "In the town" is in a town that has been named, or in none.
    settlement = entity.head in lexicon.words("settlements") and not _is_several(entity)
    return not settlement and entity.end - entity.start <= _LONGEST_SITE


def _is_several(entity: Entity) -> bool:
    if entity.quantity is None:
        return entity.plural
    return (entity.quantity.best or entity.quantity.low or 1) > 1


def _elsewhere(index: int, draft: Draft) -> bool:
    """Does the chunk stand in what another deed is told by, not this mention or one it has taken in?"""
    parsed = draft.context.parsed
    own = {one.found.chunk for one in (draft, *draft.absorbed)}
    # "Death" tells of no other deed in "shot to death in Loja".
    taken = {parsed.chunk_at(draft.context.words[at].start) for at in draft.found.taken}
    own |= {at for at in taken if parsed.chunks[at].kind == "np"}
    return of_another_deed(index, frozenset(own), draft.context)


def _cared_for(index: int, context: Context) -> bool:
    """Is the chunk where the wounded are taken, or die ("they were taken to a hospital in Loja")?"""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    at = index
    while at > 1 and chunks[at].kind == "np" and words[chunks[at].head].lemma not in lexicon.words("care_sites"):
        at = at - 2 if chunks[at - 1].kind == "prep" else -1
    owner = owner_of(words[chunks[at].first].start, context) if at >= 0 else None
    if owner is None or words[chunks[at].head].lemma not in lexicon.words("care_sites"):
        return False
    return context.parsed.main(owner).verb in lexicon.words("care_verbs")


def _is_penalty(index: int, context: Context) -> bool:
    """Is the chunk where a sentence is to be served ("to life in prison", "a 20 años en prisión")?"""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    at = index - 2
    if at >= 0 and chunks[at].kind == "np" and words[chunks[at].head].lemma in lexicon.words("penalties"):
        return True
    while at > 0 and chunks[at].kind == "time":
        at -= 1
    return 0 <= at < index - 2 and words[chunks[at].first].lower in lexicon.words("penalty_prepositions")


def _is_argument(draft: Draft, clause: Clause) -> bool:
    """Is the mention's noun subject or object of the clause?"""
    return draft.found.chunk in clause.subject or any(draft.found.chunk in nominal for nominal in clause.objects)


def _located(draft: Draft) -> Iterator[tuple[str, Entity]]:
    """The noun phrases after prepositions of place that belong to the mention, the nearest first."""
    context = draft.context
    locative = context.lexicon.words("locatives")
    if draft.found.pos != "verb":
        for prep, nominal in preps_after(draft.found.chunk + 1, context):
            if prep in locative:
                yield from ((prep, entity) for entity in entities(nominal, context))
    clause = draft.clause
    if clause is not None and (draft.found.pos == "verb" or _is_argument(draft, clause)):
        for prep, nominal in clause.preps:
            if prep in locative:
                yield from ((prep, entity) for entity in entities(nominal, context))
    for other in draft.absorbed:
        yield from _located(other)


def _in_other_event(draft: Draft, mention: PlaceMention, drafts: Sequence[Draft]) -> bool:
    """Does the place stand in the clause of another event, told of as well ("took hostages and bombed X in Y")?"""
    owner = owner_of(mention.start, draft.context)
    if owner is None:
        return False
    return any(
        other is not draft
        and other.clause is not None
        and other.clause.verb == owner.verb
        and other.event_type.family != draft.event_type.family
        and (other.event_type.violent or not other.trigger.weak)
        and other.found.pos == "verb"
        for other in drafts
    )


def _best_place(draft: Draft, mentions: Sequence[PlaceMention]) -> PlaceMention:
    def rank(mention: PlaceMention) -> tuple[bool, int]:
        after = mention.start >= draft.end
        distance = mention.start - draft.end if after else (draft.start - mention.end) + 40
        return (mention.specificity == 0, distance)

    return min(mentions, key=rank)


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
    says = parsed.main(owner).verb in context.lexicon.attribution.get("verbs", ())
    at = context.parsed.chunk_at(mention.start)
    if says and draft.found.pos != "verb" and owner.subject and min(owner.subject) <= at < owner.verb:
        # "Amid these attacks, the mayor of Loja said ...": where who says it is from.
        return _ELSEWHERE + 1
    if owner.verb == mine.verb or any(d.clause is not None and d.clause.verb == owner.verb for d in draft.absorbed):
        return 1
    if says:
        return _ELSEWHERE + (not _speak_there(at, owner, context))
    if answers_for(draft, owner):
        # "A spokesman in Loja blamed the army for the massacre"
        return _ELSEWHERE + 1
    if owner.relative and not tells_of(owner, draft, drafts):
        # "... who spends his summers in Miami": where something else is.
        return _ELSEWHERE + 1
    if parsed.governs(owner, mine) or parsed.governs(mine, owner):
        return 2
    return 3


def _speak_there(at: int, saying: Clause, context: Context) -> bool:
    """Does the place say where those are who tell of it ("police in Loja", "in Loja, police said that ...")?"""
    chunks, words = context.parsed.chunks, context.words
    if not saying.subject or not 0 < at < saying.verb or chunks[at - 1].kind != "prep":
        return False
    return words[chunks[at - 1].first].lower in context.lexicon.words("title_prepositions")


def is_exact(place: Place) -> bool:
    """Does it say more than a country?"""
    return bool(place.site or place.location or place.admin1)


def _follows_noun(draft: Draft, mention: PlaceMention, context: Context) -> bool:
    """Does the place stand in the prepositional phrases right after the trigger's noun?"""
    chunks, words = context.parsed.chunks, context.words
    at = draft.found.chunk
    while at < len(chunks) and (chunks[at].kind in _IN_PHRASE or at == draft.found.chunk or _joins_places(at, context)):
        first, last = words[chunks[at].first].start, words[chunks[at].last - 1].end
        if first <= mention.start < last:
            return True
        at += 1
    return False


_IN_PHRASE = frozenset({"np", "prep", "time", "aside", "adv"})


def _joins_places(at: int, context: Context) -> bool:
    """Is it the comma or "and" between two places ("in Guayas and Esmeraldas")?"""
    chunks, words = context.parsed.chunks, context.words
    if at + 1 >= len(chunks) or not (chunks[at].kind == "conj" or words[chunks[at].first].lower == ","):
        return False
    return all(words[chunks[beside].head].start in context.places for beside in (at - 1, at + 1))


def has_sequence_word(context: Context) -> bool:
    """Does the sentence say that it goes on from what was told before?"""
    words = [word.lower for word in context.words]
    text = f" {' '.join(words)} "
    return any(f" {cue} " in text for cue in context.lexicon.words("sequence"))
