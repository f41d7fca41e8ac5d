"""The roles of an event that a verb tells: from its subject, its objects and the phrases that hang on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from importers.extraction.lexicon.lexicon import Trigger
from importers.extraction.roles.agents import beside_doers, done_by_others
from importers.extraction.roles.blaming import is_to_be, says_for_what
from importers.extraction.roles.charging import charge_over, pointed_at
from importers.extraction.roles.figurative import acts_by_itself, died_in_bed, threatens_no_violence
from importers.extraction.roles.filled import Filled, frozen
from importers.extraction.roles.fillers import hangs_on_event, of_another_deed, placed, put, rides
from importers.extraction.roles.filling import Filling
from importers.extraction.roles.guilt import tells_who, who_they_are
from importers.extraction.roles.instruments import put_instruments
from importers.extraction.roles.members import said_to_be
from importers.extraction.roles.objects import (
    are_told_hurt,
    marks_object,
    of_which,
    one_list,
    shared_objects,
    with_its_object,
)
from importers.extraction.roles.possessors import crew_of
from importers.extraction.roles.support import has_purpose, is_of_a_side, launched_by, themselves
from importers.extraction.roles.tolls import is_number
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.appositions import entities, whole_of
from importers.extraction.sentences.entities import DOERS, Context, Entity
from importers.extraction.sentences.nounphrases import clitic_entity
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal, of_complement


def fill_verb(found: Found, trigger: Trigger, context: Context, event_chunks: frozenset[int]) -> Filled | None:
    """Fill the roles of a verb's trigger from its clause; None if the clause does not tell of such a deed.

    ``event_chunks``: the chunks in which nouns stand that are triggers themselves.
    """
    found = with_its_object(found, trigger, context)
    assert found.clause is not None
    filling = Filling(found, trigger, found.clause, context, event_chunks)
    marked = _marked_objects(filling)
    own = (*filling.objects, *marked) or shared_objects(found.clause, context)
    objects = [nominal for nominal in own if filling.entities(nominal)]
    if trigger.strict:
        objects.sort(key=lambda nominal: not any(_needed(entity, trigger) for entity in filling.entities(nominal)))
    passive = _is_passive(filling, objects)
    if not _allowed(filling, objects, passive=passive) or (trigger.purpose and not has_purpose(found.clause, context)):
        return None
    _from_its_subject(filling, passive=passive)
    for entity in beside_doers(found.clause, context) if filling.roles.get("agent") and not passive else ():
        put(filling.roles, "agent", entity)
    occurs = context.parsed.main(found.clause).verb in context.lexicon.words("occur_verbs")
    if filling.cause >= 0 and occurs and not trigger.object_words:
        # "A riot erupted", "took place": the noun tells the event; but "a blast took the lives of two".
        return None
    if not passive or _was_fired(found.clause.subject, filling):
        told = one_list(objects, marked)
        _from_its_objects(filling, told)
        # "Fired tear gas at the marchers": the gas is what they were fired at with.
        marked = [] if told and told[0] not in marked and _was_fired(told[0], filling) else marked
    _from_its_phrases(filling, marked, passive=passive)
    if "instrument" not in {filling.slots.get("object"), filling.slots.get("subject")}:
        put_instruments(filling.roles, range(found.clause.before, found.clause.after), context, found, filling.trigger)
    launched_by(filling.roles, context)
    if passive:
        _name_them(filling)
    if (passive or filling.slots.get("subject") == "patient") and context.lexicon.types[trigger.type].violent:
        done_by_others(filling.roles, found.clause, context)
    roles = frozen(filling.roles)
    return Filled(found, trigger, trigger.type, roles, (), filling.cause, filling.pronoun, filling.pronoun_role)


def _name_them(filling: Filling) -> None:
    """Put those whom it befell by what the sentence says they are called ("the man who was killed is Luis Paz")."""
    role = filling.slots.get("object", "")
    told = said_to_be(filling.found, filling.context)
    known = filling.roles.get(role, [])
    if not known:
        for entity in told:
            put(filling.roles, role, entity)
    elif told and not any(entity.named for entity in known):
        names = [entity for entity in told if entity.named]
        # "Two nurses were among the people killed", "among 13 killed"
        anybody = all(_is_anybody(entity, filling.context) for entity in known)
        if len(names) == len(told):
            filling.roles[role] = [replace(name, kind=name.kind or known[0].kind) for name in names]
        elif names or anybody:
            counted = [entity for entity in known if anybody and entity.quantity is not None]
            filling.roles[role] = [*counted, *(entity for entity in told if entity not in counted)]


def _is_anybody(entity: Entity, context: Context) -> bool:
    return entity.head in context.lexicon.words("persons") or is_number(entity.chunk, context)


def _marked_objects(filling: Filling) -> list[Nominal]:
    """The objects that a preposition marks as such."""
    if filling.trigger.valency == "intransitive" or "object" not in filling.slots:
        return []
    chunks, taken = filling.context.parsed.chunks, filling.found.taken
    marked: list[Nominal] = []
    for prep, nominal in filling.phrases:
        if marked and hangs_on_event(filling.found, nominal, filling.events, filling.context):
            # "Detuvo al autor del ataque a la alcaldesa"; but "imputó el delito de homicidio a dos guías".
            continue
        own = chunks[max(nominal[0] - 1, 0)].first in taken and _is_object(prep, filling.slots)
        if own or marks_object(prep, nominal, filling.context, taken):
            marked.append(nominal)
    return marked


def _is_object(prep: str, slots: Mapping[str, str]) -> bool:
    """Is what follows the preposition the verb's object ("fired at the crowd"), not beside it ("used it against")?"""
    return slots.get(prep, slots["object"]) == slots["object"]


def _is_passive(filling: Filling, objects: Sequence[Nominal]) -> bool:
    clause, trigger, slots = filling.clause, filling.trigger, filling.slots
    if clause.passive:
        return True
    if trigger.valency in {"intransitive", "reflexive"} or objects:
        # "Un joven se hizo estallar" did it himself.
        return False
    if is_to_be(clause, filling.context):
        return True
    chunks = filling.context.parsed.chunks
    words, lexicon = filling.context.words, filling.context.lexicon
    beside = (nominal for prep, nominal in clause.preps if prep in lexicon.words("adverbial_particles"))
    objects_told = (*clause.objects, *beside)
    own = [chunks[i].head for nominal in objects_told for i in nominal if chunks[i].head in filling.found.taken]
    if any(words[at].lemma not in lexicon.word_triggers for at in own):
        # "set fire to", "put up barricades": the verb has its object, which is a part of the trigger.
        return False
    if filling.clitic in filling.context.lexicon.words("reflexives") and clause.subject:
        # "Los agentes se incautaron de dos pistolas" did it.
        of = any(slots.get(prep) == "patient" for prep, _ in clause.preps if prep in lexicon.words("of"))
        return not of and slots.get("object") in {"patient", "instrument"}
    if filling.context.parsed.main(clause).verb in lexicon.cues("possible_verbs") and any(
        below.governor == clause.verb and below.link == "to" for below in filling.context.parsed.clauses
    ):
        # "Threatened on Monday to leave the talks"
        return False
    if filling.context.parsed.main(clause).verb in lexicon.words("intransitives"):
        # "Shells landed in a camp"
        return False
    if any(slots.get(word) == slots.get("object") == "patient" for word in lexicon.words("accompanying")):
        # "The ministers met in Loja": what is done with others needs no object.
        return False
    is_open = filling.context.parsed.chunks[clause.verb].shape == "open"
    return is_open and "object" in slots and _suffers(clause, slots, filling.context)


def _allowed(filling: Filling, objects: Sequence[Nominal], *, passive: bool) -> bool:
    """Does the clause have the objects the trigger wants, or none where it wants none?"""
    clause, trigger, context = filling.clause, filling.trigger, filling.context
    if trigger.pointing and (
        says_for_what(clause, context, filling.slots) or (trigger.figure and are_told_hurt(clause, context))
    ):
        return False
    if (trigger.effect and not filling.events and died_in_bed(clause, context)) or (
        context.lexicon.types[trigger.type].of_violence and threatens_no_violence(clause, context)
    ):
        return False
    if context.parsed.main(clause).verb in context.lexicon.words("known_verbs") and any(
        index in filling.events for nominal in clause.objects for index in nominal
    ):
        # "The governor condemned the murder" tells of no sentence.
        return False
    if objects and _stops_deed(filling, objects):
        return False
    if context.lexicon.types[trigger.type].owns and len(filling.found.taken) == 1 and not _owns_deed(filling, objects):
        return False
    if acts_by_itself(clause, filling.slots, filling.clitics, context):
        return False
    participle = context.parsed.chunks[clause.verb].shape == "participle"
    if trigger.valency == "intransitive" and (passive or (objects and not participle)):
        return False
    if trigger.valency == "reflexive" and (passive or context.lexicon.words("reflexives").isdisjoint(filling.clitics)):
        # "Se le atribuye el ataque" tells of no claim.
        return False
    if trigger.valency == "transitive" and not passive and not objects:
        return False
    if not trigger.object_words:
        return True
    told = passive or trigger.valency == "intransitive"
    # "Twenty rounds went through the windows"
    told = told or (filling.slots.get("subject") == "instrument" and filling.slots.get("object") == "patient")
    # "Took control of the road"
    marked = (nominal for prep, nominal in filling.all_phrases() if trigger.frame.verb.get(prep) == "patient")
    nominals = clause.subject if told else tuple(i for nominal in (*objects, *marked) for i in nominal)
    if told and (whole := of_which(nominals, context)) >= 0:
        nominals = (*nominals, whole)
    heads = (context.words[context.parsed.chunks[i].head] for i in nominals)
    # The dictionary has "la Panamericana" for an adjective.
    return any(head.lemma in trigger.object_words or head.lower in trigger.object_words for head in heads)


def _stops_deed(filling: Filling, objects: Sequence[Nominal]) -> bool:
    """Is what would be an arrest of people said of a deed ("detuvieron la ofensiva contra los rebeldes")?"""
    lawful = bool(filling.context.lexicon.types[filling.trigger.type].lawful)
    return lawful and all(index in filling.events for nominal in objects for index in nominal)


def _owns_deed(filling: Filling, objects: Sequence[Nominal]) -> bool:
    """Is what is claimed a deed or a weapon, if anything is told ("reivindicó el ataque", no "reivindicó mejoras")?"""
    context = filling.context
    chunks, claimed = context.parsed.chunks, context.lexicon.words("claim_nouns")
    rows = (*objects, filling.clause.subject) if filling.clause.passive else objects
    told = [index for nominal in rows for index in nominal]
    weapons = (entity.cls == "weapon" for nominal in rows for entity in filling.entities(nominal))
    deeds = (index in filling.events or context.words[chunks[index].head].lemma in claimed for index in told)
    return not told or any(deeds) or any(weapons)


def _from_its_subject(filling: Filling, *, passive: bool) -> None:
    role = filling.slots.get("object" if passive else "subject", "")
    if role == "agent" and not filling.clause.subject:
        for speaker in themselves(filling.clause, filling.context):
            put(filling.roles, role, speaker)
        for accused in _accused_of(filling):
            filling.point(accused, role)
    for part in filling.entities(filling.subject):
        # "One of them opened fire"
        entity = (whole_of(part, filling.context) if role == "agent" else None) or part
        told = tuple(who_they_are(entity.chunk, filling.context)) if role == "agent" else ()
        for other in told:
            put(filling.roles, role, other)
        by_name = not entity.named and any(other.proper and other.cls == "person" for other in told)
        if told and (by_name or not tells_who(entity, filling.context)):
            # "Those responsible for killing two were soldiers", "Luis Paz was named as the man who killed two".
            continue
        speakers = themselves(filling.clause, filling.context) if part.pronoun and role == "agent" else ()
        if any(not speaker.pronoun for speaker in speakers):
            for speaker in speakers:
                put(filling.roles, role, speaker)
        elif entity.value.lower() in filling.context.lexicon.words("neuter_pronouns"):
            # "..., lo que obligó a cerrar la vía": what was told before.
            continue
        elif entity.pronoun and entity.value.lower() not in filling.context.lexicon.words("one_more"):
            filling.point(entity, role)
        elif not passive and (event := _event_of(entity, filling)) >= 0 and _is_event(entity, filling.slots):
            filling.cause = event
        else:
            crew = crew_of(entity, filling.context) if role == "agent" else None
            used = passive and role == "patient" and _is_fired(entity, filling)
            put(filling.roles, "instrument" if used else role, crew or entity)
            if crew is not None and entity.cls != "idea":
                put(filling.roles, "instrument", entity)


def _accused_of(filling: Filling) -> Iterator[Entity]:
    """Whom the clause above lays the deed on without a noun: "lo acusan de matar a Ana Mora"."""
    above = charge_over(filling.clause, filling.context)
    yield from pointed_at(above, filling.context) if above is not None else ()


def _event_of(entity: Entity, filling: Filling) -> int:
    """The chunk of the event that the entity is, or is a number of ("a series of attacks"), -1 for none."""
    parsed, lexicon = filling.context.parsed, filling.context.lexicon
    head = parsed.words[parsed.chunks[entity.chunk].head].lemma
    if entity.chunk in filling.events or head not in lexicon.words("partitives"):
        return entity.chunk if entity.chunk in filling.events else -1
    inner = of_complement(parsed.chunks, parsed.words, entity.chunk, lexicon)
    return inner if inner in filling.events else -1


def _from_its_objects(filling: Filling, objects: Sequence[Nominal]) -> None:
    role = filling.slots.get("object", "")
    for entity in filling.entities(objects[0]) if objects else ():
        if entity.chunk in filling.events and role == "patient" and not _needed(entity, filling.trigger):
            continue
        if entity.pronoun:
            filling.point(entity, role)
        else:
            put(filling.roles, "instrument" if role == "patient" and _is_fired(entity, filling) else role, entity)
    role = role if filling.clitic in filling.context.lexicon.words("object_clitics") else _told_by_dative(filling)
    if not objects and role:
        verb = filling.clause.verb
        at = filling.context.parsed.chunks[verb].clitic
        filling.point(clitic_entity(at, verb, filling.context), role)


def _told_by_dative(filling: Filling) -> str:
    """The role of whom "les" means, "" for none: "les quitaron la vida" has its object, "les dispararon" wants none."""
    if filling.clitic not in filling.context.lexicon.words("dative_clitics"):
        return ""
    role = filling.slots.get("object", "patient")
    return role if role == "patient" and (len(filling.found.taken) > 1 or "object" not in filling.slots) else ""


def _is_fired(entity: Entity, filling: Filling) -> bool:
    """Is it what was fired or thrown at somebody ("fired tear gas at marchers")?"""
    violent = filling.context.lexicon.types[filling.trigger.type].violent
    kinds = filling.context.lexicon.kinds
    # "Shot down two drones": what a deed may befell, if it is a weapon, was not fired.
    hit = (name for role, wanted in filling.trigger.needs if role == "patient" for name in wanted)
    return violent and entity.cls == "weapon" and not any(name in kinds and kinds[name].cls == "weapon" for name in hit)


def _was_fired(nominal: Nominal, filling: Filling) -> bool:
    """Is it what was fired, so that whom it befell stands behind ("shots were fired at a judge")?"""
    return any(_is_fired(entity, filling) for entity in filling.entities(nominal))


def _from_its_phrases(filling: Filling, marked: Sequence[Nominal], *, passive: bool) -> None:
    slots = filling.slots
    agents = filling.context.lexicon.words("agent_prepositions")
    own = filling.own_nouns()
    for prep, nominal in filling.all_phrases():
        if nominal in marked or _is_of_another(nominal, own, filling):
            continue
        role = slots.get(prep, "")
        beside = slots.get("object") == "patient" and _ties_companions(prep, nominal, filling, passive=passive)
        if prep in agents and slots.get("subject") != "patient":
            # "Murió a manos de sicarios" says who did it as it stands.
            role = slots.get("subject", "") if passive and not _only_tells_how(filling) else ""
        elif beside:
            # "Was kidnapped along with her driver", "with her driver"
            role = "patient"
        for entity in filling.entities(nominal):
            person = entity.cls == "person"
            if beside and filling.trigger.figure and not (person or entity.named):
                # "The bodies were found along with a rifle"
                continue
            if beside and not passive and _sides_with_doers(entity, filling):
                put(filling.roles, "agent", entity)
                continue
            if entity.chunk in filling.events and not person:
                if role and role == slots.get("subject"):
                    filling.cause = entity.chunk
            elif rides(prep, entity, filling.roles, filling.context):
                continue
            elif role and not (role == "instrument" and person) and placed(role, prep, entity, filling.context):
                put(filling.roles, role, entity)


def _only_tells_how(filling: Filling) -> bool:
    """Is it a participle behind another passive, whose doers are told ("fue sacado herido por sus primos")?"""
    before = filling.context.parsed.by_verb.get(filling.clause.verb - 1)
    return filling.clause.reduced and before is not None and before.passive


def _is_of_another(nominal: Nominal, own: frozenset[int], filling: Filling) -> bool:
    """Does another deed's noun take the phrase? ``own``: the chunks of the nouns that are part of the trigger."""
    context = filling.context
    if of_another_deed(nominal[0], own, context):
        return True
    if not hangs_on_event(filling.found, nominal, filling.events, context):
        return False
    # "Were shot at a funeral by gunmen": who is of a side did what the verb tells.
    by = context.words[context.parsed.chunks[nominal[0] - 1].first].lower in context.lexicon.words("agent_prepositions")
    doers = filling.entities(nominal) if by and nominal[0] - 2 not in filling.events else ()
    return not any(map(is_of_a_side, doers))


def _sides_with_doers(entity: Entity, filling: Filling) -> bool:
    """Did those who are told of beside the deed do it, too ("fought alongside militiamen")?"""
    if not is_of_a_side(entity) or any(other.cls == "person" for other in filling.roles.get("patient", ())):
        # "Arrested a judge along with two policemen"
        return False
    fights = filling.context.lexicon.types[filling.trigger.type].mutual and not filling.clause.objects
    return fights or any(doer.side == entity.side for doer in filling.roles.get("agent", ()))


def _ties_companions(prep: str, nominal: Nominal, filling: Filling, *, passive: bool) -> bool:
    """Does the preposition tell who else met with it? "With" does right behind a passive, before people.

    "Was kidnapped in Loja with her driver"; but "was killed in a clash with rebels".
    """
    context, clause = filling.context, filling.clause
    if prep in context.lexicon.words("companion_prepositions"):
        return True
    if not passive or prep not in context.lexicon.words("accompanying"):
        return False
    chunks = context.parsed.chunks
    between = (chunk for chunk in chunks[clause.verb + 1 : nominal[0]] if chunk.kind == "np")
    if any(context.words[chunk.head].start not in context.places for chunk in between):
        return False
    return all(entity.cls == "person" and not entity.pronoun for entity in filling.entities(nominal))


def _is_event(entity: Entity, slots: Mapping[str, str]) -> bool:
    """Is the subject no one, but an event ("the blast killed ...")? What explodes is its own trigger."""
    return entity.kind is None or (slots.get("subject") != "instrument" and entity.kind.cls != "person")


def _needed(entity: Entity, trigger: Trigger) -> bool:
    """Is it what was seized, found ... rather than an event that is told of?"""
    return trigger.strict and any(role == "patient" and entity.fits(wanted) for role, wanted in trigger.needs)


def _suffers(clause: Clause, slots: Mapping[str, str], context: Context) -> bool:
    """A form that may be past or participle, without an object: did its subject do it, or suffer it?"""
    if not any(role == "patient" for slot, role in slots.items() if slot not in {"object", "subject"}):
        return True
    return not any(entity.side in DOERS for entity in entities(clause.subject, context))
