"""Who did to somebody what a passive tells, where another clause of the sentence names them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.extraction.roles.filled import Filled
from importers.extraction.roles.fillers import put
from importers.extraction.roles.following import list_from
from importers.extraction.roles.refining import refined
from importers.extraction.roles.support import by_whom, is_of_a_side
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.syntax.clauses import Clause


def done_by_others(roles: dict[str, list[Entity]], clause: Clause, context: Context) -> None:
    """Who did to somebody what a passive tells, where another clause of the sentence names them.

    "Were abducted and murdered by rebels", "were abducted by rebels and murdered"; "was shot when gunmen broke into
    her house", "when her car was stopped by gunmen"; "the rebels are holding two nurses, kidnapped in May".
    """
    if roles.get("agent"):
        return
    lexicon = context.lexicon
    joined = lexicon.words("conjunctions")
    for other in context.parsed.clauses:
        doers = _captors(other, clause, context) or _in_whose_deed(other, clause, context)
        if other.verb == clause.governor and clause.link in joined and other.subject == clause.subject:
            doers = doers or by_whom(other, context)
        elif other.governor == clause.verb:
            doers = doers or _by_whom_behind(other, context)
            if not doers and other.link in joined and other.subject == clause.subject and not clause.preps:
                doers = by_whom(other, context)
            elif not doers and other.link in lexicon.words("scene_links") and not _is_apart(other, clause, context):
                doers = by_whom(other, context) if other.passive else entities(other.subject, context)
                befell = {entity.kind.side for entity in roles.get("patient", ()) if entity.kind is not None}
                doers = doers if all(entity.side == "armed" for entity in doers) and "armed" not in befell else ()
        for entity in doers:
            put(roles, "agent", entity)


def beside_doers(clause: Clause, context: Context) -> Iterator[Entity]:
    """Who did it with the subject, told between it and the verb ("Luis Paz, along with two others, killed a judge")."""
    chunks, words = context.parsed.chunks, context.words
    with_whom = context.lexicon.words("companion_prepositions")
    for at in range(max(clause.subject, default=clause.verb) + 1, clause.verb - 1):
        if chunks[at].kind == "vg":
            return
        if words[chunks[at].first].lower in with_whom and chunks[at + 1].kind == "np":
            told = entities(list_from(at + 1, context), context)
            yield from (entity for entity in told if entity.cls == "person" and not entity.pronoun)


def spare_crews(told: Sequence[Filled], context: Context) -> Iterator[Filled]:
    """The mentions of a sentence, with nobody for a doer whose vehicle only met with harm itself.

    "An army truck overturned, killing three soldiers", "a police van hit a mine, killing two".
    """
    met = {
        one.found.clause.verb
        for one in told
        if one.found.pos == "verb" and one.found.clause is not None and _met_with_harm(one, context)
    }
    for one in told:
        clause, doers = one.found.clause, one.roles.get("agent", ())
        above = set(clause.subject) if clause is not None and one.found.pos == "verb" and doers else set()
        crews = above and all(doer.chunk in above and _is_vehicle(doer.chunk, context) for doer in doers)
        if crews and any(up.verb in met and above & set(up.subject) for up in context.parsed.upward(clause)):
            roles = {role: fillers for role, fillers in one.roles.items() if role != "agent"}
            yield replace(one, roles=roles, type=refined(one.trigger.type, roles, context, one.found))
        else:
            yield one


def _met_with_harm(told: Filled, context: Context) -> bool:
    slot = told.trigger.frame.verb.get("subject")
    return slot == "patient" or (slot == "instrument" and context.lexicon.types[told.type].peril)


def _is_vehicle(at: int, context: Context) -> bool:
    entity = entity_of(at, context)
    return entity is not None and entity.is_thing


def _by_whom_behind(scene: Clause, context: Context) -> Sequence[Entity]:
    """By whom it was done that is told behind the scene ("was shot as he left home by rebels", not "walked by")."""
    if scene.passive:
        return ()
    agents, chunks = context.lexicon.words("agent_prepositions"), context.parsed.chunks
    rows = [nominal for nominal in scene.phrases(agents) if nominal[0] > scene.verb + 2]
    people = entities(rows[0], context) if rows and chunks[rows[0][0] - 1].kind == "prep" else ()
    return people if all(entity.cls == "person" and not entity.pronoun for entity in people) else ()


def _is_apart(other: Clause, clause: Clause, context: Context) -> bool:
    """Does the other clause only say when ("a day after rebels burned a school"), or tell of another town?"""
    verb = context.parsed.main(other)
    if any(anchor.start <= verb.start < anchor.end for anchor in context.anchors.values()):
        return True
    here, there = _towns(clause, context), _towns(other, context)
    return bool(here and there) and here.isdisjoint(there)


def _towns(clause: Clause, context: Context) -> frozenset[str]:
    """The places that a clause's own phrases name, in small letters."""
    firsts = (context.words[context.parsed.chunks[at].first] for _, nominal in clause.preps for at in nominal)
    return frozenset(word.lower for word in firsts if word.start in context.places)


def _captors(other: Clause, taken: Clause, context: Context) -> Sequence[Entity]:
    """The armed people who have those that ``taken`` describes: "the rebels are holding X, kidnapped in May"."""
    described = (taken.reduced or taken.relative) and any(set(taken.subject) & set(held) for held in other.objects)
    if not described or context.parsed.main(other).verb not in context.lexicon.words("holding_verbs"):
        return ()
    return [entity for entity in entities(other.subject, context) if entity.side == "armed"]


def _in_whose_deed(other: Clause, done: Clause, context: Context) -> Sequence[Entity]:
    """Those of a side who did that in which it was done: "soldiers staged a search during which X was shot"."""
    parsed, lexicon = context.parsed, context.lexicon
    rel = min((*done.subject, done.verb)) - 1
    inside = rel > 1 and parsed.chunks[rel].kind == "rel" and parsed.chunks[rel - 1].kind == "prep"
    of_it = inside and any(rel - 2 in nominal for nominal in other.objects)
    if not of_it or other.passive or parsed.main(other).verb not in lexicon.words("light_verbs"):
        return ()
    return [entity for entity in entities(other.subject, context) if is_of_a_side(entity)]
