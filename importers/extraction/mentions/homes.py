"""The country of an event whose place nothing says: that of an office, a seat, a state that answers for it."""

from collections.abc import Sequence

from importers.extraction.locating.mentions import PlaceMention
from importers.extraction.locating.records import country_place
from importers.extraction.mentions.drafts import Draft
from importers.extraction.sentences.nations import as_state
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.syntax.nominals import of_complement
from importers.gazetteer.countries import names
from importers.gazetteer.fold import fold
from store.records.place import NOWHERE, Place


def home_of(draft: Draft, mentions: Sequence[PlaceMention]) -> Place:
    """The country that was hit itself, or named with the office of those it befell or the seat that was hit.

    NOWHERE for none. Envoys are abroad.
    """
    context = draft.context
    at_home, abroad = context.lexicon.words("offices"), context.lexicon.words("envoys")
    at_work = context.lexicon.words("seats")
    if hit := _country_hit(draft):
        return country_place(hit)
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
    return _of_police(draft, mentions) or _of_state(draft, mentions)


def _of_police(draft: Draft, mentions: Sequence[PlaceMention]) -> Place | None:
    """The country whose police did it, which act at home ("Peruvian police said they had ..."); None for none."""
    context, clause = draft.context, draft.clause
    above = context.parsed.by_verb.get(clause.governor) if clause is not None else None
    told = [entity.chunk for entity in draft.roles.get("agent", ())]
    if not told and draft.filled.pronoun_role == "agent" and above is not None:
        told = [*above.subject]
    for at in told:
        entity, chunk = entity_of(at, context), context.parsed.chunks[at]
        if entity is None or entity.kind is None or entity.kind.name not in context.lexicon.words("home_forces"):
            continue
        first, last = context.words[chunk.first].start, context.words[chunk.last - 1].end
        for mention in mentions:
            if mention.kind == "people" and first <= mention.start < last:
                return mention.place
    return None


def is_abroad(mention: PlaceMention, draft: Draft) -> bool:
    """Is the place in another country than the one that was hit ("dispatched to Chad after the invasion of Niger")?"""
    hit = _country_hit(draft)
    return bool(hit) and mention.place.country != hit


def _country_hit(draft: Draft) -> str:
    """The code of the country to which the deed was done ("invaded Kuwait", "the attack on Kuwait"), "" for none."""
    befalls = draft.trigger.frame.befalls
    if befalls == "people" or not (draft.event_type.violent or befalls == "things"):
        return ""
    states = (as_state(entity) for entity in draft.people() if entity.is_place_name)
    return next((names()[fold(state.value)] for state in states if state is not None), "")


def _of_state(draft: Draft, mentions: Sequence[PlaceMention]) -> Place:
    """The country whose state the sentence names with a known deed ("asked the Peruvian government to clear up ...").

    Only if it names no other; who speaks of the deed may do so from anywhere.
    """
    aside = draft.clause is not None and draft.clause.aside
    if not (aside if draft.found.pos == "verb" else draft.definite):
        return NOWHERE
    peoples = [mention for mention in mentions if mention.kind == "people"]
    if not peoples:
        return NOWHERE
    context = draft.context
    answering = context.lexicon.words("governments")
    speaks = context.lexicon.speaking
    speakers = {
        at for clause in context.parsed.clauses if context.parsed.main(clause).verb in speaks for at in clause.subject
    }
    found = set()
    for mention in peoples:
        at = context.parsed.chunk_at(mention.start)
        entity = entity_of(at, context) if at != draft.found.chunk else None
        if entity is not None and entity.head in answering and at not in speakers:
            found.add(mention.place)
    return found.pop() if len(found) == 1 else NOWHERE
