"""Who did what to whom with what: the reading of a trigger that its roles allow, and its type made exact by them."""

from collections.abc import Sequence
from dataclasses import replace

from importers.extraction.roles.charging import mutual_in
from importers.extraction.roles.figurative import is_figure, without_figures
from importers.extraction.roles.filled import Filled
from importers.extraction.roles.following import preps_after
from importers.extraction.roles.guilt import of_what_body
from importers.extraction.roles.nounroles import fill_noun
from importers.extraction.roles.possessors import whose_forces
from importers.extraction.roles.refining import refined
from importers.extraction.roles.support import principals, whose_men
from importers.extraction.roles.triggers import Found, can_report
from importers.extraction.roles.verbroles import fill_verb
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import CROWD, Context, Entity


def fill(found: Found, context: Context, event_chunks: frozenset[int] = frozenset()) -> Filled | None:
    """Fill the roles for the first reading of the trigger that the clause allows; None if it allows none.

    ``event_chunks``: the chunks in which nouns stand that are triggers themselves.
    """
    by_pronoun: Filled | None = None
    for trigger in found.triggers:
        if (trigger.unarmed and context.armed) or (found.pos == "verb" and not can_report(trigger, context.forms)):
            continue
        fill_by = fill_verb if found.pos == "verb" else fill_noun
        filled = _called_like_towns(_by_each_other(fill_by(found, trigger, context, event_chunks), context))
        if filled is not None and is_figure(filled, context):
            continue
        doubts = _doubts(filled, context) if filled is not None else None
        if filled is None or doubts is None:
            continue
        if trigger.strict and doubts and by_pronoun is None:
            # "Freed them": prisoners only if nothing else can be freed.
            by_pronoun = _refined(without_figures(filled, context), doubts, context)
        else:
            return _refined(without_figures(filled, context), doubts, context)
    return by_pronoun


def _by_each_other(filled: Filled | None, context: Context) -> Filled | None:
    """What those did of whom each says that the others did ("the army and the rebels accused each other of it")."""
    doers = filled.roles.get("agent", ()) if filled is not None else ()
    if filled is None or len(doers) != 1 or not mutual_in(doers[0].chunk, doers[0].chunk + 1, context):
        return filled
    accusing = (one for one in context.parsed.clauses if any(doers[0].chunk in nominal for nominal in one.objects))
    both = next((entities(clause.subject, context) for clause in accusing), ())
    return replace(filled, roles={**filled.roles, "agent": tuple(both)})


def _called_like_towns(filled: Filled | None) -> Filled | None:
    """What only people suffer befell people, though a town is called so, too ("Lincoln was assassinated")."""
    people = filled.roles.get("patient", ()) if filled is not None and filled.trigger.frame.befalls == "people" else ()
    if filled is None or not any(map(_is_bare_name, people)):
        return filled
    named = tuple(replace(one, kind=None, named=True) if _is_bare_name(one) else one for one in people)
    return replace(filled, roles={**filled.roles, "patient": named})


def _is_bare_name(entity: Entity) -> bool:
    """Is it the name of a place, and no more: no "town of", no number?"""
    bare = entity.kind is not None and entity.kind.cls == "place" and not entity.kind.name and entity.quantity is None
    return bare and not (entity.definite or entity.plural) and len(entity.value.split()) == 1


def _is_person(filled: Filled, context: Context) -> bool:
    """Can the pronoun stand for a person ("he", "them")?"""
    lexicon = context.lexicon
    pronouns = lexicon.either("personal_pronouns", "plural_pronouns")
    return filled.pronoun is not None and filled.pronoun.value.lower() in pronouns


def _is_one_person(filled: Filled, context: Context) -> bool:
    """Is it "he" or "she", who is no state and no army ("was arrested as he entered the town")?"""
    one = context.lexicon.words("personal_pronouns")
    return filled.pronoun is not None and filled.pronoun.value.lower() in one


def _doubts(filled: Filled, context: Context) -> tuple[str, ...] | None:
    """What the trigger needs and does not have; None if what fills a role it needs is of the wrong kind."""
    doubts = []
    for role, wanted in filled.trigger.needs:
        fillers = filled.roles.get(role, ())
        if any(entity.fits(wanted) for entity in fillers):
            continue
        person = filled.pronoun_role == role and _is_person(filled, context) and _wants_people(wanted, context)
        person = person and not (context.lexicon.types[filled.type].national and _is_one_person(filled, context))
        if fillers or (filled.trigger.strict and not person):
            return None
        doubts.append(role)
    return tuple(doubts)


def _refined(filled: Filled, doubts: tuple[str, ...], context: Context) -> Filled:
    name = refined(filled.type, filled.roles, context, filled.found)
    roles = filled.roles
    bodies = {doer.start: whose_men(doer, context) for doer in roles.get("agent", ())}
    if any(bodies.values()):
        # "The FARC said its fighters had killed two": the FARC did.
        roles = {**roles, "agent": tuple(one for doer in roles["agent"] for one in bodies[doer.start] or (doer,))}
    if behind := _behind(roles.get("agent", ()), context):
        roles = {**roles, "agent": (*roles["agent"], *behind)}
    if not roles.get("agent") and (context.lexicon.types[name].national or _aims(filled, context)):
        weapons = filled.roles.get("instrument", ())
        state = whose_forces(filled.found, weapons, context)
        # "Israel said its jets had bombed a house"
        owners = [state] if state is not None else [one for weapon in weapons for one in whose_men(weapon, context)]
        roles = {**roles, "agent": tuple(owners)} if owners else roles
    if name == filled.type and roles is filled.roles and doubts == filled.doubts:
        return filled
    return replace(filled, type=name, roles=roles, doubts=doubts)


def _aims(filled: Filled, context: Context) -> bool:
    """Is it done on purpose: deadly, or by a noun that aims at what stands behind it ("Malian attacks on Y")?"""
    if filled.trigger.deadly:
        return True
    slots, lexicon = filled.trigger.frame.noun, context.lexicon
    if filled.found.pos != "noun" or not any(
        slots.get(prep) == "patient" for prep in lexicon.words("blow_prepositions")
    ):
        return False
    aiming = lexicon.words("aiming_prepositions")
    behind = preps_after(filled.found.chunk + 1, context)
    return any(prep in aiming and slots.get(prep) == "patient" for prep, _ in behind)


def _behind(doers: Sequence[Entity], context: Context) -> Sequence[Entity]:
    """For whom they did it, and of what body they are told to be, beside themselves."""
    bodies = (body for doer in doers if not doer.named for body in of_what_body(doer.chunk, context))
    told = {entity.start: entity for entity in (*principals(doers, context), *bodies)}
    return [entity for start, entity in told.items() if all(doer.start != start for doer in doers)]


def _wants_people(wanted: frozenset[str], context: Context) -> bool:
    """May people fill what is needed, by its classes and kinds? That "they" demonstrate, no pronoun says."""
    kinds = context.lexicon.kinds
    return any(
        name in {"person", "named", "unknown", "*"}
        or (name in kinds and kinds[name].cls == "person" and kinds[name].side != CROWD)
        for name in wanted
    )
