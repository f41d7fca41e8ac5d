"""Who did what to whom with what: the roles of a trigger filled from its clause, and its type made exact by them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from importers.extraction.appositions import entities
from importers.extraction.blaming import blamed, says_for_what
from importers.extraction.clauses import Clause
from importers.extraction.entities import Context, Entity, clitic_entity, entity_of, kind_of
from importers.extraction.fillers import of_another_deed, placed, put
from importers.extraction.following import list_from, not_of_noun, preps_after
from importers.extraction.guilt import who_they_are
from importers.extraction.lexicon import Trigger
from importers.extraction.members import said_to_be
from importers.extraction.nominals import Nominal, of_complement
from importers.extraction.possessors import before_noun, crew_of, whose_forces
from importers.extraction.predicates import said_of_whom
from importers.extraction.refining import refined
from importers.extraction.support import does_harm, done_by_others, launched_by, supported
from importers.extraction.tolls import told_number
from importers.extraction.triggers import Found

Roles = Mapping[str, tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class Filled:
    """A trigger with its roles: one mention of an event, before time, place and factuality."""

    found: Found
    trigger: Trigger
    type: str
    roles: Roles
    doubts: tuple[str, ...] = ()
    """What the trigger needs and the sentence does not say."""
    cause: int = -1
    """The chunk of the subject, where that is no one but another event ("the blast killed ...")."""
    pronoun: Entity | None = None
    """A pronoun that fills a role, and ``pronoun_role`` which."""
    pronoun_role: str = ""


def fill(found: Found, context: Context, event_chunks: frozenset[int] = frozenset()) -> Filled | None:
    """Fill the roles for the first reading of the trigger that the clause allows; None if it allows none.

    ``event_chunks``: the chunks in which nouns stand that are triggers themselves.
    """
    last = max(found.taken)
    if found.pos != "verb" and [word.tag for word in context.words[last : last + 2]] == ["prep", "time"]:
        # "A strike on 1 November" is on nothing.
        return None
    by_pronoun: Filled | None = None
    for trigger in found.triggers:
        if found.pos == "verb":
            filled = _verb(found, trigger, context, event_chunks)
        elif trigger.weak and trigger.count == "self" and _is_handled(found, context):
            filled = None
        elif trigger.doers:
            filled = Filled(found, trigger, trigger.type, {"agent": tuple(who_they_are(found.chunk, context))})
        else:
            filled = _noun(found, trigger, context, event_chunks)
        doubts = _doubts(filled, context) if filled is not None else None
        if filled is None or doubts is None:
            continue
        if trigger.strict and doubts and by_pronoun is None:
            # "Freed them": prisoners only if nothing else can be freed.
            by_pronoun = _refined(filled, doubts, context)
        else:
            return _refined(filled, doubts, context)
    return by_pronoun


@dataclass(slots=True)
class _Filling:
    """The roles of a verb as they are filled."""

    found: Found
    trigger: Trigger
    clause: Clause
    context: Context
    events: frozenset[int]
    roles: dict[str, list[Entity]] = field(default_factory=dict)
    cause: int = -1
    pronoun: Entity | None = None
    pronoun_role: str = ""

    @property
    def slots(self) -> Mapping[str, str]:
        return self.trigger.frame.verb

    @property
    def clitic(self) -> str:
        """The unstressed pronoun that leans on the verb, "" for none."""
        at = self.context.parsed.chunks[self.clause.verb].clitic
        return self.context.words[at].lower if at >= 0 else ""

    def entities(self, nominal: Nominal) -> tuple[Entity, ...]:
        # "Dejó cuatro muertos y siete heridos": of what is joined, "dejar herido" has the wounded alone.
        own = tuple(index for index in nominal if not self._tells_another(index))
        return entities(own or nominal, self.context, self.found.taken)

    def _tells_another(self, index: int) -> bool:
        head = self.context.parsed.chunks[index].head
        return head not in self.found.taken and self.context.words[head].lemma in self.context.lexicon.word_triggers

    def point(self, entity: Entity, role: str) -> None:
        self.pronoun, self.pronoun_role = entity, role


def _verb(found: Found, trigger: Trigger, context: Context, event_chunks: frozenset[int]) -> Filled | None:
    assert found.clause is not None
    filling = _Filling(found, trigger, found.clause, context, event_chunks)
    marked = _marked_objects(filling)
    objects = [nominal for nominal in (*found.clause.objects, *marked) if filling.entities(nominal)]
    objects.sort(key=lambda nominal: not any(_needed(entity, trigger) for entity in filling.entities(nominal)))
    passive = _is_passive(filling, objects)
    if not _allowed(filling, objects, passive=passive) or (trigger.purpose and not _has_purpose(found.clause, context)):
        return None
    _from_its_subject(filling, passive=passive)
    chunk = context.parsed.chunks[found.clause.verb]
    if filling.cause >= 0 and context.words[chunk.head].verb in context.lexicon.words("occur_verbs"):
        # "A riot erupted": the noun tells the event.
        return None
    if not passive:
        _from_its_objects(filling, _one_list(objects, marked))
    _from_its_phrases(filling, marked, passive=passive)
    if "instrument" not in {filling.slots.get("object"), filling.slots.get("subject")}:
        _instruments(filling.roles, _stretch(found.clause), context, found.taken)
    launched_by(filling.roles, context)
    if passive and not filling.roles.get("patient"):
        for entity in said_to_be(found, context):
            put(filling.roles, filling.slots.get("object", ""), entity)
    if passive and context.lexicon.types[trigger.type].violent:
        done_by_others(filling.roles, found.clause, context)
    roles = _frozen(filling.roles)
    return Filled(found, trigger, trigger.type, roles, (), filling.cause, filling.pronoun, filling.pronoun_role)


def _has_purpose(clause: Clause, context: Context) -> bool:
    """Is it said what the deed was done for, and is that a deed, too ("were taken there to search the cells")?"""
    lexicon = context.lexicon
    return any(
        below.governor == clause.verb
        and below.link in lexicon.words("purpose_links")
        and context.parsed.main(below).verb not in lexicon.words("undergone")
        for below in context.parsed.clauses
    )


def _marked_objects(filling: _Filling) -> list[Nominal]:
    """The objects that a preposition marks as such."""
    if filling.trigger.valency == "intransitive" or "object" not in filling.slots:
        return []
    parsed, taken = filling.context.parsed, filling.found.taken
    # "Dejó heridos a dos": the participle is a part of the trigger.
    own = (c for c in parsed.clauses if c is filling.clause or (c.reduced and parsed.chunks[c.verb].head in taken))
    return [
        nominal
        for clause in own
        for prep, nominal in clause.preps
        if (filling.context.parsed.chunks[max(nominal[0] - 1, 0)].first in taken and _is_object(prep, filling.slots))
        or _marks_object(prep, nominal, filling.context, filling.found.taken)
    ]


def _one_list(objects: Sequence[Nominal], marked: Sequence[Nominal]) -> Sequence[Nominal]:
    """The objects, those of a list whose members are each marked as one ("mató a Ana Mora, juez, y a Luis Paz")."""
    if len(objects) < 2 or objects[0] not in marked:
        return objects
    return (tuple(index for nominal in objects if nominal in marked for index in nominal),)


def _is_object(prep: str, slots: Mapping[str, str]) -> bool:
    """Is what follows the preposition the verb's object ("fired at the crowd"), not beside it ("used it against")?"""
    return slots.get(prep, slots["object"]) == slots["object"]


def _is_passive(filling: _Filling, objects: Sequence[Nominal]) -> bool:
    clause, trigger, slots = filling.clause, filling.trigger, filling.slots
    if clause.passive:
        return True
    if trigger.valency == "intransitive" or objects:
        return False
    chunks = filling.context.parsed.chunks
    words, lexicon = filling.context.words, filling.context.lexicon
    own = [chunks[i].head for nominal in clause.objects for i in nominal if chunks[i].head in filling.found.taken]
    if any(words[at].lemma not in lexicon.word_triggers for at in own):
        # "set fire to": the verb has its object, which is a part of the trigger.
        return False
    if filling.clitic in filling.context.lexicon.words("reflexives") and clause.subject:
        return slots.get("object") in {"patient", "instrument"}
    if filling.context.parsed.main(clause).verb in lexicon.cues("possible_verbs") and any(
        below.governor == clause.verb and below.link == "to" for below in filling.context.parsed.clauses
    ):
        # "Threatened on Monday to leave the talks"
        return False
    is_open = filling.context.parsed.chunks[clause.verb].shape == "open"
    return is_open and "object" in slots and _suffers(clause, slots, filling.context)


def _allowed(filling: _Filling, objects: Sequence[Nominal], *, passive: bool) -> bool:
    """Does the clause have the objects the trigger wants, or none where it wants none?"""
    clause, trigger, context = filling.clause, filling.trigger, filling.context
    if trigger.pointing and says_for_what(clause, context):
        return False
    if context.parsed.main(clause).verb in context.lexicon.words("known_verbs") and any(
        index in filling.events for nominal in clause.objects for index in nominal
    ):
        # "The governor condemned the murder" tells of no sentence.
        return False
    participle = context.parsed.chunks[clause.verb].shape == "participle"
    if trigger.valency == "intransitive" and (passive or (objects and not participle)):
        return False
    if trigger.valency == "reflexive" and filling.clitic not in context.lexicon.words("reflexives"):
        return False
    if trigger.valency == "transitive" and not passive and not objects:
        return False
    if not trigger.object_words:
        return True
    told = passive or trigger.valency == "intransitive"
    nominals = clause.subject if told else tuple(i for nominal in objects for i in nominal)
    return any(context.words[context.parsed.chunks[i].head].lemma in trigger.object_words for i in nominals)


def _from_its_subject(filling: _Filling, *, passive: bool) -> None:
    role = filling.slots.get("object" if passive else "subject", "")
    for entity in filling.entities(filling.clause.subject):
        if entity.pronoun and entity.value.lower() not in filling.context.lexicon.words("one_more"):
            filling.point(entity, role)
        elif entity.chunk in filling.events and not passive and _is_event(entity, filling.slots):
            filling.cause = entity.chunk
        else:
            crew = crew_of(entity, filling.context) if role == "agent" else None
            put(filling.roles, role, crew or entity)
            if crew is not None:
                put(filling.roles, "instrument", entity)


def _from_its_objects(filling: _Filling, objects: Sequence[Nominal]) -> None:
    role = filling.slots.get("object", "")
    for entity in filling.entities(objects[0]) if objects else ():
        if entity.chunk in filling.events and role == "patient" and not _needed(entity, filling.trigger):
            continue
        if entity.pronoun:
            filling.point(entity, role)
        else:
            put(filling.roles, "instrument" if role == "patient" and _is_fired(entity, filling) else role, entity)
    if not objects and filling.clitic in filling.context.lexicon.words("object_clitics"):
        verb = filling.clause.verb
        at = filling.context.parsed.chunks[verb].clitic
        filling.point(clitic_entity(at, verb, filling.context), role)


def _is_fired(entity: Entity, filling: _Filling) -> bool:
    """Is it what was fired or thrown at somebody ("fired tear gas at marchers")?"""
    violent = filling.context.lexicon.types[filling.trigger.type].violent
    return violent and entity.kind is not None and entity.kind.cls == "weapon"


def _from_its_phrases(filling: _Filling, marked: Sequence[Nominal], *, passive: bool) -> None:
    slots = filling.slots
    agents = filling.context.lexicon.words("agent_prepositions")
    chunks = filling.context.parsed.chunks
    stretch = range(filling.clause.verb, filling.clause.after)
    own = frozenset(i for i in stretch if chunks[i].kind == "np" and chunks[i].head in filling.found.taken)
    for prep, nominal in filling.clause.preps:
        if nominal in marked or of_another_deed(nominal[0], own, filling.context):
            continue
        role = slots.get(prep, "")
        if prep in agents:
            role = slots.get("subject", "") if passive else ""
        elif prep in filling.context.lexicon.words("companion_prepositions") and slots.get("object") == "patient":
            # "Was kidnapped along with her driver"
            role = "patient"
        for entity in filling.entities(nominal):
            person = entity.kind is not None and entity.kind.cls == "person"
            if entity.chunk in filling.events and not person:
                if role and role == slots.get("subject"):
                    filling.cause = entity.chunk
            elif role and not (role == "instrument" and person) and placed(role, prep, entity, filling.context):
                put(filling.roles, role, entity)


def _is_event(entity: Entity, slots: Mapping[str, str]) -> bool:
    """Is the subject no one, but an event ("the blast killed ...")? What explodes is its own trigger."""
    return entity.kind is None or (slots.get("subject") != "instrument" and entity.kind.cls != "person")


def _needed(entity: Entity, trigger: Trigger) -> bool:
    """Is it what was seized, found ... rather than an event that is told of?"""
    return trigger.strict and any(role == "patient" and entity.fits(wanted) for role, wanted in trigger.needs)


def _marks_object(prep: str, nominal: Nominal, context: Context, taken: frozenset[int]) -> bool:
    """Does the preposition mark the object, as "a" before people does ("detuvo a seis sospechosos")?"""
    if prep not in context.lexicon.words("object_prepositions"):
        return False
    return all(
        (entity.kind is not None and entity.kind.cls != "place")
        or (entity.kind is None and (entity.named or entity.quantity is not None or entity.definite))
        for entity in entities(nominal, context, taken)
    )


def _suffers(clause: Clause, slots: Mapping[str, str], context: Context) -> bool:
    """A form that may be past or participle, without an object: did its subject do it, or suffer it?"""
    if not any(role == "patient" for slot, role in slots.items() if slot not in {"object", "subject"}):
        return True
    return not any(
        entity.kind is not None and entity.kind.side in {"armed", "state", "crowd"}
        for entity in entities(clause.subject, context)
    )


def _noun(found: Found, trigger: Trigger, context: Context, event_chunks: frozenset[int]) -> Filled | None:
    parsed, lexicon = context.parsed, context.lexicon
    slots = trigger.frame.noun
    chunk = parsed.chunks[found.chunk]
    roles: dict[str, list[Entity]] = {}
    if found.pos == "word":
        role, pronoun = said_of_whom(roles, found, trigger, context)
        cause = _subject_event(found, event_chunks)
        cause = cause if cause >= 0 else _caused_by(found, context, event_chunks)
        return Filled(found, trigger, trigger.type, _frozen(roles), (), cause, pronoun, role)
    if trigger.count == "told":
        counted = told_number(found, context)
        return Filled(found, trigger, trigger.type, {"patient": (counted,)}) if counted is not None else None
    before_noun(roles, found, slots, context)
    complement = of_complement(parsed.chunks, parsed.words, found.chunk, lexicon)
    after = found.chunk + 1
    if complement >= 0:
        nominal = list_from(complement, context)
        for entity in entities(nominal, context, found.taken):
            role = next((slots[word] for word in sorted(lexicon.words("of")) if word in slots), "")
            if entity.kind is not None and entity.kind.cls == "weapon":
                role = "instrument"
            if role and not entity.pronoun and entity.chunk not in event_chunks:
                put(roles, role, entity)
        after = nominal[-1] + 1
    agents = lexicon.words("agent_prepositions")
    barred = not_of_noun(found, complement, context)
    for prep, nominal in preps_after(after, context):
        role = slots.get(prep, "") or ("agent" if prep in agents and "agent" in slots.values() else "")
        if prep in barred:
            continue
        for entity in entities(nominal, context, found.taken):
            if role and entity.chunk not in event_chunks and not entity.pronoun and placed(role, prep, entity, context):
                put(roles, role, entity)
    if trigger.deadly and not roles.get("patient") and not does_harm(found, context):
        return None
    supported(roles, found, trigger, context, event_chunks)
    blamed(roles, found, slots, context)
    own = entity_of(found.chunk, context)
    if trigger.count == "self" and own is not None and own.kind is not None and own.kind.cls == "weapon":
        put(roles, "instrument", own)
    _instruments(roles, range(chunk.first, chunk.last), context, found.taken, by_word=True)
    if found.clause is not None:
        others = event_chunks if _tells_opening(found, found.clause, context) else frozenset()
        stretch = [index for index in _stretch(found.clause) if index not in others]
        _instruments(roles, stretch, context, found.taken)
    return Filled(found, trigger, trigger.type, _frozen(roles))


def _is_handled(found: Found, context: Context) -> bool:
    """Is the weapon no more than what a verb is about ("a search for arms and explosives was carried out")?"""
    clause = found.clause
    if clause is None:
        return False
    leaning = context.parsed.chunks[clause.verb].clitic
    done_to = clause.passive or (
        leaning >= 0
        and context.words[leaning].lower in context.lexicon.words("reflexives")
        and not _explodes(clause, context)
    )
    return any(found.chunk in nominal for nominal in (clause.subject if done_to else (), *clause.objects))


def _explodes(clause: Clause, context: Context) -> bool:
    """Is the verb one that tells what happened, not what was done ("se produjo una explosión")?"""
    verb = context.parsed.main(clause).verb
    return verb in context.lexicon.words("occur_verbs") or verb in context.lexicon.words("intransitives")


def _tells_opening(found: Found, clause: Clause, context: Context) -> bool:
    """Is it said what the event, or the string of events, began with? That is another event."""
    parsed = context.parsed
    told = any(
        index == found.chunk or of_complement(parsed.chunks, parsed.words, index, context.lexicon) == found.chunk
        for index in clause.subject
    )
    return told and parsed.main(clause).verb in context.lexicon.words("opening_verbs")


def _caused_by(found: Found, context: Context, event_chunks: frozenset[int]) -> int:
    """The event that the dead are told to have died of ("20 muertos por un terremoto"), -1 for none."""
    agents = context.lexicon.words("agent_prepositions")
    told = (index for prep, nominal in preps_after(found.chunk + 1, context) if prep in agents for index in nominal)
    return next((index for index in told if index in event_chunks), -1)


def _subject_event(found: Found, event_chunks: frozenset[int]) -> int:
    if found.clause is None:
        return -1
    return next((index for index in found.clause.subject if index in event_chunks), -1)


def _stretch(clause: Clause) -> range:
    return range(clause.before, clause.after)


def _instruments(
    roles: dict[str, list[Entity]],
    stretch: Iterable[int],
    context: Context,
    taken: frozenset[int],
    *,
    by_word: bool = False,
) -> None:
    """Weapons named anywhere in the clause are what it was done with."""
    if by_word or roles.get("instrument"):
        return
    chunks = context.parsed.chunks
    used = {entity.chunk for fillers in roles.values() for entity in fillers}
    for index in stretch:
        if index >= len(chunks) or chunks[index].kind != "np" or index in used:
            continue
        if index > 1 and of_complement(chunks, context.words, index - 2, context.lexicon) == index:
            # "a stick of dynamite" is one thing.
            continue
        kind = kind_of(chunks[index].first, chunks[index].head, context)
        if kind is not None and kind.cls == "weapon":
            entity = entity_of(index, context, taken)
            if entity is not None:
                put(roles, "instrument", entity)


def _frozen(roles: Mapping[str, Sequence[Entity]]) -> Roles:
    return {role: tuple(fillers) for role, fillers in roles.items()}


def _is_person(filled: Filled, context: Context) -> bool:
    """Can the pronoun stand for a person ("he", "them")?"""
    lexicon = context.lexicon
    pronouns = lexicon.words("personal_pronouns") | lexicon.words("plural_pronouns")
    return filled.pronoun is not None and filled.pronoun.value.lower() in pronouns


def _doubts(filled: Filled, context: Context) -> tuple[str, ...] | None:
    """What the trigger needs and does not have; None if what fills a role it needs is of the wrong kind."""
    doubts = []
    for role, wanted in filled.trigger.needs:
        fillers = filled.roles.get(role, ())
        if any(entity.fits(wanted) for entity in fillers):
            continue
        person = filled.pronoun_role == role and _is_person(filled, context) and _wants_people(wanted, context)
        if fillers or (filled.trigger.strict and not person):
            return None
        doubts.append(role)
    return tuple(doubts)


def _refined(filled: Filled, doubts: tuple[str, ...], context: Context) -> Filled:
    name = refined(filled.type, filled.roles, context)
    roles = filled.roles
    if (context.lexicon.types[name].national or filled.trigger.deadly) and not roles.get("agent"):
        state = whose_forces(filled.found, filled.roles.get("instrument", ()), context)
        roles = {**roles, "agent": (state,)} if state is not None else roles
    return replace(filled, type=name, roles=roles, doubts=doubts)


def _wants_people(wanted: frozenset[str], context: Context) -> bool:
    """May people fill what is needed, by its classes and kinds?"""
    kinds = context.lexicon.kinds
    return any(
        name in {"person", "named", "unknown", "*"} or (name in kinds and kinds[name].cls == "person")
        for name in wanted
    )
