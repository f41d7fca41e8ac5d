"""The roles of an event that a noun tells, or a word like "dead": from what stands around it and the verbs over it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from importers.extraction.lexicon.lexicon import Trigger
from importers.extraction.roles.blaming import blamed
from importers.extraction.roles.filled import Filled, frozen
from importers.extraction.roles.fillers import hangs_on_event, is_term, placed, put, rides
from importers.extraction.roles.following import list_from, not_of_noun, preps_after
from importers.extraction.roles.guilt import who_they_are
from importers.extraction.roles.instruments import put_instruments
from importers.extraction.roles.possessors import before_noun
from importers.extraction.roles.predicates import said_by_whom, said_of_whom
from importers.extraction.roles.support import does_harm, is_of_a_side, supported
from importers.extraction.roles.tolls import number_of, told_number
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context, Entity, kind_of
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import of_complement


def fill_noun(found: Found, trigger: Trigger, context: Context, event_chunks: frozenset[int]) -> Filled | None:
    """Fill the roles of a trigger that is no verb; None if what stands around it does not tell of such a deed.

    ``event_chunks``: the chunks in which nouns stand that are triggers themselves.
    """
    last = max(found.taken)
    if [word.tag for word in context.words[last : last + 2]] == ["prep", "time"]:
        # "A strike on 1 November" is on nothing.
        return None
    if trigger.weak and trigger.count == "self" and _is_handled(found, context):
        return None
    if trigger.doers:
        return Filled(found, trigger, trigger.type, {"agent": tuple(who_they_are(found.chunk, context))})
    if found.pos == "word":
        return _word(found, trigger, context, event_chunks)
    if trigger.count == "told":
        counted = told_number(found, context)
        return Filled(found, trigger, trigger.type, {"patient": (counted,)}) if counted is not None else None
    return _noun(found, trigger, context, event_chunks)


def _word(found: Found, trigger: Trigger, context: Context, event_chunks: frozenset[int]) -> Filled:
    """Of whom it is said ("three were dead"), and the event they came to it by."""
    roles: dict[str, list[Entity]] = {}
    people, pronoun = said_of_whom(found, trigger, context)
    own = entity_of(found.chunk, context) if not people else None
    counted = number_of(own, found, context) if own is not None else None
    people = _by_name(found, context) or people
    for entity in people if counted is None else [counted]:
        put(roles, "patient", entity)
    for entity in said_by_whom(found, context):
        put(roles, "agent", entity)
    cause = _subject_event(found, event_chunks)
    cause = cause if cause >= 0 else _caused_by(found, context, event_chunks)
    return Filled(found, trigger, trigger.type, frozen(roles), (), cause, pronoun, "patient")


def _by_name(found: Found, context: Context) -> Sequence[Entity]:
    """Those set beside the words, if they are all named ("the two wounded men, Luis Paz and Juan Vera, were ...")."""
    subject = found.clause.subject if found.clause is not None else ()
    told = entities(subject, context) if len(subject) > 1 and subject[0] == found.chunk else ()
    return told if all(entity.proper and entity.cls == "person" for entity in told) else ()


def _noun(found: Found, trigger: Trigger, context: Context, event_chunks: frozenset[int]) -> Filled | None:
    slots = trigger.frame.noun
    roles: dict[str, list[Entity]] = {}
    before_noun(roles, found, slots, context)
    owners = roles.get("agent", [])[:1] if context.parsed.chunks[found.chunk].possessor is not None else []
    _from_what_follows(roles, found, slots, context, event_chunks)
    if owners and "patient" not in roles and "patient" in slots.values():
        further, noun = roles["agent"][1:], context.words[found.first].lower
        if further or (noun in context.lexicon.words("suffered") and owners[0].proper and not owners[0].side):
            # "Ana Mora's shooting by gunmen" befell her, and so it did where nobody else is told of.
            roles["patient"], roles["agent"] = owners, further
    armed = any(entity.cls == "weapon" for entity in roles.get("instrument", ()))
    if trigger.deadly and not (roles.get("patient") or armed or does_harm(found, context)):
        # Of "the strike" only what came of it or what it was made with tells that it is no stoppage of work.
        return None
    supported(roles, found, trigger, context, event_chunks)
    accused = blamed(roles, found, slots, context)
    own = entity_of(found.chunk, context)
    if (trigger.effect or trigger.count == "each") and own is not None:
        _count_them(roles, (_dozens(found.chunk, context) if trigger.count == "each" else None) or own)
    if trigger.count == "self" and own is not None and own.cls == "weapon":
        put(roles, "instrument", own)
    if own is not None and "agent" in slots.values() and not accused and _names_doer(found, context):
        roles["agent"] = roles.get("agent") or [own]
    if found.clause is not None:
        others = event_chunks if _tells_opening(found, found.clause, context) else frozenset()
        stretch = [index for index in range(found.clause.before, found.clause.after) if index not in others]
        put_instruments(roles, stretch, context, found, trigger)
    return Filled(found, trigger, trigger.type, frozen(roles), pronoun=accused, pronoun_role="agent" if accused else "")


def _dozens(chunk: int, context: Context) -> Entity | None:
    """The number that "of" ties to the noun at ``chunk`` ("dozens of arrests"), None if none is."""
    chunks, words = context.parsed.chunks, context.words
    outer = chunk - 2
    counts = outer >= 0 and words[chunks[outer].head].lower in context.lexicon.words("quantifiers")
    tied = counts and of_complement(chunks, words, outer, context.lexicon) == chunk
    return entity_of(outer, context) if tied else None


def _names_doer(found: Found, context: Context) -> bool:
    """Are the trigger's words a noun for who does it ("a suicide bomber struck in Kabul"), not "the rebel attack"?"""
    head = context.parsed.chunks[found.chunk].head
    kind = kind_of(found.first, head, context) if head in found.taken else None
    return kind is not None and kind.side == "armed"


def _from_what_follows(
    roles: dict[str, list[Entity]],
    found: Found,
    slots: Mapping[str, str],
    context: Context,
    event_chunks: frozenset[int],
) -> None:
    """What "of" ties to the noun ("the murder of a judge"), and the phrases behind ("by gunmen")."""
    lexicon = context.lexicon
    # "The attempt on the life of a judge": behind the last of its words.
    last = max(found.chunk, context.parsed.chunk_at(context.words[max(found.taken)].start))
    complement = of_complement(context.parsed.chunks, context.words, last, lexicon)
    after = last + 1
    if complement >= 0:
        nominal = list_from(complement, context)
        for entity in entities(nominal, context, found.taken):
            role = next((slots[word] for word in sorted(lexicon.words("of")) if word in slots), "")
            if entity.cls == "weapon":
                role = "instrument"
            named_for = _names_massacre(entity, found, context) or is_term(entity.chunk, context)
            if role and not entity.pronoun and entity.chunk not in event_chunks and not named_for:
                put(roles, role, entity)
        after = nominal[-1] + 1
    agents, companions = lexicon.words("agent_prepositions"), lexicon.words("companion_prepositions")
    barred = not_of_noun(found, complement, context)
    hangs_on_another = complement >= 0 and after - 1 in event_chunks
    for prep, nominal in preps_after(after, context):
        role = slots.get(prep, "") or ("agent" if prep in agents else "")
        if prep in companions and roles.get("patient"):
            # "The murder of Ana Mora along with her driver"
            role = "patient"
        between = any(chunk.kind == "np" for chunk in context.parsed.chunks[after : nominal[0]])
        if prep in barred or ((between or hangs_on_another) and prep in lexicon.words("object_prepositions")):
            # "El peor ataque desde el retorno a la democracia", "la muerte de tres y heridas a ocho": what another
            # noun is to.
            continue
        told = entities(nominal, context, found.taken)
        another = prep in agents and hangs_on_event(found, nominal, event_chunks, context)
        if another and not any(map(is_of_a_side, told)):
            # "A blast after a concert by Ana Mora" is not hers, but "an attack on a funeral by gunmen" is theirs.
            continue
        for entity in told:
            if rides(prep, entity, roles, context) or is_term(entity.chunk, context):
                continue
            if role and entity.chunk not in event_chunks and not entity.pronoun and placed(role, prep, entity, context):
                put(roles, "instrument" if entity.cls == "weapon" else role, entity)


def _names_massacre(entity: Entity, found: Found, context: Context) -> bool:
    """Is it the place that a killing of many is called by ("the massacre of El Mozote")? Nobody massacres one."""
    one = entity.proper and not entity.plural and entity.quantity is None
    person = entity.cls == "person"
    return one and not person and context.words[found.first].lemma in context.lexicon.words("massacres")


def _count_them(roles: dict[str, list[Entity]], own: Entity) -> None:
    """Give those it befell the number that the noun counts itself ("500 deaths", "the army suffered 500 deaths")."""
    quantity, people = own.quantity, roles.get("patient", [])
    if quantity is None or quantity.rule == "article":
        return
    if not people:
        roles["patient"] = [replace(own, end=quantity.end, value=quantity.phrase, head="", plural=False)]
    elif len(people) == 1 and people[0].quantity is None:
        roles["patient"] = [replace(people[0], quantity=quantity)]


def _is_handled(found: Found, context: Context) -> bool:
    """Is the weapon no more than what a verb is about ("a search for arms and explosives was carried out")?"""
    clause = found.clause
    if clause is None:
        return False
    leaning = context.parsed.chunks[clause.verb].clitic
    done_to = clause.passive or (leaning >= 0 and context.words[leaning].lower in context.lexicon.words("reflexives"))
    return any(found.chunk in nominal for nominal in (clause.subject if done_to else (), *clause.objects))


def _tells_opening(found: Found, clause: Clause, context: Context) -> bool:
    """Is it said what the event, or the string of events, began with? That is another event."""
    parsed = context.parsed
    told = any(
        index == found.chunk or of_complement(parsed.chunks, parsed.words, index, context.lexicon) == found.chunk
        for index in clause.subject
    )
    return told and parsed.main(clause).verb in context.lexicon.words("opening_verbs")


def _caused_by(found: Found, context: Context, event_chunks: frozenset[int]) -> int:
    """The event that the dead are told to be of ("20 muertos por un terremoto", "los heridos del ataque"), or -1."""
    causing = context.lexicon.either("agent_prepositions", "of")
    told = (index for prep, nominal in preps_after(found.chunk + 1, context) if prep in causing for index in nominal)
    return next((index for index in told if index in event_chunks), -1)


def _subject_event(found: Found, event_chunks: frozenset[int]) -> int:
    if found.clause is None:
        return -1
    return next((index for index in found.clause.subject if index in event_chunks), -1)
