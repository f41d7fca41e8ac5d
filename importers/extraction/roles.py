"""Who did what to whom with what: the roles of a trigger filled from its clause, and its type made exact by them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from importers.extraction.clauses import Clause, Nominal, of_complement
from importers.extraction.entities import Context, Entity, clitic_entity, entities, entity_of, kind_of, owner_entity
from importers.extraction.lexicon import Trigger
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
    for trigger in found.triggers:
        if found.pos == "verb":
            filled = _verb(found, trigger, context, event_chunks)
        else:
            filled = _noun(found, trigger, context, event_chunks)
        if filled is not None:
            doubts = _doubts(filled, context)
            if doubts is not None:
                return _refined(filled, doubts, context)
    return None


def _verb(found: Found, trigger: Trigger, context: Context, event_chunks: frozenset[int]) -> Filled | None:
    clause = found.clause
    assert clause is not None
    chunk = context.parsed.chunks[clause.verb]
    slots = trigger.frame.verb
    taken = found.taken
    marked = [nominal for prep, nominal in clause.preps if _marks_object(prep, nominal, context, taken)]
    if trigger.valency == "intransitive" or "object" not in slots:
        marked = []
    objects = [n for n in (*clause.objects, *marked) if entities(n, context, taken)]
    clitic = context.words[chunk.clitic].lower if chunk.clitic >= 0 else ""
    passive = clause.passive or (
        clitic in context.lexicon.words("reflexives")
        and not objects
        and bool(clause.subject)
        and trigger.valency != "intransitive"
        and slots.get("object") in {"patient", "instrument"}
    )
    if not passive and chunk.shape == "open" and not objects and trigger.valency != "intransitive":
        passive = "object" in slots and _suffers(clause, slots, context)
    if trigger.valency == "intransitive" and (passive or (objects and chunk.shape != "participle")):
        return None
    if trigger.valency == "transitive" and not passive and not objects:
        return None
    if trigger.object_words:
        nominals = clause.subject if passive else tuple(i for n in clause.objects for i in n)
        if not any(context.words[context.parsed.chunks[i].head].lemma in trigger.object_words for i in nominals):
            return None
    roles: dict[str, list[Entity]] = {}
    cause = -1
    pronoun: Entity | None = None
    pronoun_role = ""
    first = "object" if passive else "subject"
    subject = entities(clause.subject, context, taken)
    for entity in subject:
        if entity.pronoun:
            pronoun, pronoun_role = entity, slots.get(first, "")
        elif entity.chunk in event_chunks and first == "subject" and _is_event(entity, slots):
            cause = entity.chunk
        else:
            _put(roles, slots.get(first, ""), entity)
    if cause >= 0 and context.words[chunk.head].verb in context.lexicon.words("occur_verbs"):
        # "A riot erupted": the noun tells the event.
        return None
    if not passive:
        for nominal in objects[:1]:
            for entity in entities(nominal, context, taken):
                if entity.chunk in event_chunks and slots.get("object") == "patient" and not _needed(entity, trigger):
                    continue
                if entity.pronoun:
                    pronoun, pronoun_role = entity, slots.get("object", "")
                else:
                    _put(roles, slots.get("object", ""), entity)
        if not objects and clitic in context.lexicon.words("object_clitics"):
            pronoun, pronoun_role = clitic_entity(chunk.clitic, clause.verb, context), slots.get("object", "")
    agents = context.lexicon.words("agent_prepositions")
    for prep, nominal in clause.preps:
        if nominal in marked:
            continue
        role = slots.get("subject", "") if passive and prep in agents else slots.get(prep, "")
        if not passive and prep in agents:
            role = ""
        for entity in entities(nominal, context, taken):
            if entity.chunk in event_chunks and (entity.kind is None or entity.kind.cls != "person"):
                if role and role == slots.get("subject"):
                    cause = entity.chunk
            elif role == "instrument" and entity.kind is not None and entity.kind.cls == "person":
                continue
            elif role and _placed(role, prep, entity, context):
                _put(roles, role, entity)
    if "instrument" not in {slots.get("object"), slots.get("subject")}:
        _instruments(roles, _stretch(clause), context, taken)
    return Filled(found, trigger, trigger.type, _frozen(roles), (), cause, pronoun, pronoun_role)


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
        _predicate(roles, found, trigger, context)
        return Filled(found, trigger, trigger.type, _frozen(roles), (), _subject_event(found, event_chunks))
    _before_noun(roles, found, slots, context)
    complement = of_complement(parsed.chunks, parsed.words, found.chunk, lexicon)
    after = found.chunk + 1
    if complement >= 0:
        nominal = _list_from(complement, context)
        for entity in entities(nominal, context, found.taken):
            role = next((slots[word] for word in sorted(lexicon.words("of")) if word in slots), "")
            if entity.kind is not None and entity.kind.cls == "weapon":
                role = "instrument"
            if role and not entity.pronoun and entity.chunk not in event_chunks:
                _put(roles, role, entity)
        after = nominal[-1] + 1
    agents = lexicon.words("agent_prepositions")
    for prep, nominal in preps_after(after, context):
        role = slots.get(prep, "") or ("agent" if prep in agents and "agent" in slots.values() else "")
        if complement >= 0 and prep in lexicon.words("of"):
            continue
        for entity in entities(nominal, context, found.taken):
            if (
                role
                and entity.chunk not in event_chunks
                and not entity.pronoun
                and _placed(role, prep, entity, context)
            ):
                _put(roles, role, entity)
    _supported(roles, found, trigger, context)
    _blamed(roles, found, slots, context)
    own = entity_of(found.chunk, context)
    if trigger.count == "self" and own is not None and own.kind is not None and own.kind.cls == "weapon":
        _put(roles, "instrument", own)
    _instruments(roles, range(chunk.first, chunk.last), context, found.taken, by_word=True)
    if found.clause is not None:
        _instruments(roles, _stretch(found.clause), context, found.taken)
    return Filled(found, trigger, trigger.type, _frozen(roles))


def _predicate(roles: dict[str, list[Entity]], found: Found, trigger: Trigger, context: Context) -> None:
    """Who is "dead" or "wounded": the rest of the phrase, or the subject it is said of, or nobody but a number."""
    role = next(
        (r for slot, r in trigger.frame.verb.items() if slot in {"object", "subject"} and r == "patient"), "patient"
    )
    entity = entity_of(found.chunk, context, found.taken) or entity_of(found.chunk, context)
    if entity is not None:
        _put(roles, role, entity)


def _subject_event(found: Found, event_chunks: frozenset[int]) -> int:
    if found.clause is None:
        return -1
    return next((index for index in found.clause.subject if index in event_chunks), -1)


def _before_noun(roles: dict[str, list[Entity]], found: Found, slots: Mapping[str, str], context: Context) -> None:
    """The owner ("the group's attack") and the nouns before the trigger ("guerrilla attack", "bomb attack")."""
    chunk = context.parsed.chunks[found.chunk]
    words = context.words
    start = chunk.first
    if chunk.possessor is not None and "possessor" in slots:
        first, last = chunk.possessor
        entity = owner_entity(first, last, found.chunk, context)
        if entity is not None:
            _put(roles, slots["possessor"], entity)
        start = last + 1
    nouns = [at for at in range(start, found.first) if words[at].tag == "noun"]
    if not nouns or "modifier" not in slots:
        return
    kind = kind_of(nouns[0], nouns[-1], context)
    if kind is None:
        return
    entity = owner_entity(nouns[0], nouns[-1] + 1, found.chunk, context)
    if entity is None:
        return
    if kind.cls == "weapon":
        _put(roles, "instrument", entity)
    elif kind.side in {"armed", "state", "crowd"}:
        _put(roles, "agent" if "agent" in slots.values() else slots["modifier"], entity)


def _list_from(index: int, context: Context) -> Nominal:
    """The coordinated noun phrases from the chunk ``index`` on."""
    chunks = context.parsed.chunks
    parts = [index]
    at = index + 1
    while at < len(chunks):
        step = at
        joined = False
        while step < len(chunks) and (
            chunks[step].kind in {"conj", "aside"}
            or (chunks[step].kind == "punct" and context.words[chunks[step].first].lower == ",")
        ):
            joined = joined or chunks[step].kind == "conj"
            step += 1
        if step == at or step >= len(chunks) or chunks[step].kind != "np":
            break
        if step + 1 < len(chunks) and chunks[step + 1].kind == "vg" and joined and len(parts) == 1:
            break
        if not joined and not _list_goes_on(step, context):
            break
        parts.append(step)
        at = step + 1
        if joined:
            break
    return tuple(parts)


def _list_goes_on(index: int, context: Context) -> bool:
    chunks = context.parsed.chunks
    return any(chunks[at].kind == "conj" for at in range(index + 1, min(index + 4, len(chunks))))


def preps_after(at: int, context: Context) -> Iterator[tuple[str, Nominal]]:
    """The prepositional phrases that follow a noun, up to the next verb or mark."""
    chunks, words = context.parsed.chunks, context.words
    while at < len(chunks):
        kind = chunks[at].kind
        if (
            kind in {"adv", "time", "aside"}
            or (kind == "punct" and words[chunks[at].first].lower in {",", '"', "“", "”"})
            or (kind == "np" and _apposed(at, context))
        ):
            at += 1
        elif kind == "prep" and at + 1 < len(chunks):
            prep = words[chunks[at].first].lower
            at += 1
            while at < len(chunks) and chunks[at].kind in {"adv", "aside"}:
                at += 1
            if at < len(chunks) and chunks[at].kind == "np":
                nominal = _list_from(at, context)
                yield prep, nominal
                at = nominal[-1] + 1
                inner = of_complement(chunks, words, at - 1, context.lexicon)
                at = inner + 1 if inner >= 0 else at
        else:
            return


def _apposed(at: int, context: Context) -> bool:
    """Is the noun phrase set between commas ("in Quito, the capital, near ...")?"""
    chunks, words = context.parsed.chunks, context.words
    return 0 < at < len(chunks) - 1 and all(words[chunks[i].first].lower == "," for i in (at - 1, at + 1))


def _supported(roles: dict[str, list[Entity]], found: Found, trigger: Trigger, context: Context) -> None:
    """The subject of "carried out an attack" is who attacked; of "suffered an attack", whom it befell."""
    if "agent" not in trigger.frame.noun.values():
        return
    if found.clause is not None and any(found.chunk in nominal for nominal in found.clause.objects):
        _from_subject(roles, found.clause, found, trigger, context)
    for clause in context.parsed.clauses:
        if found.chunk in clause.subject:
            _from_phrases(roles, clause, trigger, context)


def _from_subject(
    roles: dict[str, list[Entity]], clause: Clause, found: Found, trigger: Trigger, context: Context
) -> None:
    """The event is the object: "rebels staged an attack", "the town suffered an attack"."""
    lexicon = context.lexicon
    verb = context.parsed.main(clause).verb
    if clause.passive:
        return
    if verb in lexicon.words("light_verbs") or verb in trigger.with_verbs:
        role = "agent"
    elif verb in lexicon.words("undergo_verbs"):
        role = "patient"
    else:
        return
    for entity in entities(clause.subject, context):
        if not entity.pronoun and entity.chunk != found.chunk:
            _put(roles, role, entity)


def _from_phrases(roles: dict[str, list[Entity]], clause: Clause, trigger: Trigger, context: Context) -> None:
    """The event is the subject: "the attack was staged by rebels", "the blast occurred under a bridge"."""
    lexicon = context.lexicon
    verb = context.parsed.main(clause).verb
    staged = clause.passive and verb in lexicon.words("light_verbs")
    if not staged and verb not in lexicon.words("occur_verbs"):
        return
    for prep, nominal in clause.preps:
        by = staged and prep in lexicon.words("agent_prepositions")
        role = "agent" if by else trigger.frame.noun.get(prep, "")
        for entity in entities(nominal, context):
            if role and not entity.pronoun and _placed(role, prep, entity, context):
                _put(roles, role, entity)


def _blamed(roles: dict[str, list[Entity]], found: Found, slots: Mapping[str, str], context: Context) -> None:
    """Who claims an event or is blamed for it: "X claimed responsibility for the attack", "attributed to X"."""
    clause = found.clause
    if clause is None or "agent" not in slots.values() or roles.get("agent"):
        return
    lexicon = context.lexicon
    verb = context.parsed.main(clause).verb
    in_clause = found.chunk in clause.subject or any(
        found.chunk in nominal for nominal in (*clause.objects, *(n for _, n in clause.preps))
    )
    if not in_clause:
        return
    blamed: Nominal = ()
    if verb in lexicon.words("claim_verbs") and found.chunk not in clause.subject and _claims(clause, context):
        blamed = clause.subject
    elif _blames(verb, clause, context) and found.chunk not in clause.subject:
        blamed = clause.subject if clause.passive else next(iter(clause.objects), ())
    elif verb in lexicon.words("attribute_verbs"):
        wanted = lexicon.words("attribute_prepositions")
        blamed = next((nominal for prep, nominal in clause.preps if prep in wanted), ())
    for entity in entities(blamed, context):
        if not entity.pronoun and entity.chunk != found.chunk:
            _put(roles, "agent", entity)


def _blames(verb: str, clause: Clause, context: Context) -> bool:
    """A verb of blame, or one that blames with an adjective ("hold ... responsible")."""
    lexicon = context.lexicon
    if verb in lexicon.words("blame_verbs"):
        return True
    chunks = context.parsed.chunks
    return verb in lexicon.words("blame_with") and any(
        context.words[chunks[at].first].lower in lexicon.words("blamed") for at in range(clause.verb, clause.after)
    )


def _claims(clause: Clause, context: Context) -> bool:
    """Is what is claimed the responsibility for something?"""
    wanted = context.lexicon.words("claim_nouns")
    chunks = context.parsed.chunks
    heads = (context.words[chunks[i].head].lemma for nominal in clause.objects for i in nominal)
    return not clause.passive and any(head in wanted for head in heads)


def _placed(role: str, prep: str, entity: Entity, context: Context) -> bool:
    """A noun after a preposition of place is a target only if it is a thing or a site, not a town by its name."""
    if role != "patient" or prep not in context.lexicon.words("locatives"):
        return True
    return entity.kind is not None and entity.kind.name != "" and entity.kind.cls in {"place", "thing", "person"}


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
                _put(roles, "instrument", entity)


def _put(roles: dict[str, list[Entity]], role: str, entity: Entity) -> None:
    if not role:
        return
    if role == "agent" and entity.kind is not None and entity.kind.cls == "weapon":
        role = "instrument"
    if role == "agent" and not entity.named and (entity.kind is None or entity.kind.cls != "person"):
        return
    row = roles.setdefault(role, [])
    if all(other.start != entity.start for other in row):
        row.append(entity)


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
        if fillers or (filled.trigger.strict and not (filled.pronoun_role == role and _is_person(filled, context))):
            return None
        doubts.append(role)
    return tuple(doubts)


def _refined(filled: Filled, doubts: tuple[str, ...], context: Context) -> Filled:
    name = filled.type
    scene = frozenset(word.lemma for word in context.words)
    for rule in context.lexicon.refinements:
        if name not in rule.sources or rule.target == name:
            continue
        if rule.scene and not rule.scene & scene:
            continue
        if all(_all_fit(filled.roles.get(role, ()), wanted) for role, wanted in rule.roles) and (
            not rule.named or any(e.named for e in filled.roles.get("patient", ()))
        ):
            name = rule.target
    return replace(filled, type=name, doubts=doubts)


def _all_fit(fillers: Sequence[Entity], wanted: frozenset[str]) -> bool:
    """Do all fillers whose kind is known fit, and one at least?"""
    known = [entity for entity in fillers if entity.kind is not None and entity.kind.name]
    return bool(known) and all(entity.fits(wanted) for entity in known)
