"""Whose it is: the owner in front of an event's noun, the nouns before it, the people before a weapon."""

from collections.abc import Mapping, Sequence

from importers.extraction.lexicon.lexicon import Kind
from importers.extraction.roles.fillers import put
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import DOERS, SIDES, Context, Entity, kind_of
from importers.extraction.sentences.nations import people_before
from importers.extraction.sentences.nounphrases import entity_of, owner_entity
from importers.extraction.syntax.nominals import of_complement


def before_noun(roles: dict[str, list[Entity]], found: Found, slots: Mapping[str, str], context: Context) -> None:
    """The owner ("the group's attack") and the nouns before the trigger ("guerrilla attack", "bomb attack")."""
    chunk = context.parsed.chunks[found.chunk]
    words = context.words
    start = chunk.first
    # "The attempt on the senator's life": the owner is in front of its last word.
    behind = context.parsed.chunk_at(words[max(found.taken)].start)
    for index in dict.fromkeys((found.chunk, behind)):
        owner = context.parsed.chunks[index].possessor
        if owner is None or "possessor" not in slots:
            continue
        entity = owner_entity(*owner, index, context)
        if entity is not None:
            does = index == found.chunk == behind and _of_somebody(found, slots, context)
            put(roles, "agent" if does else slots["possessor"], entity)
        if index == found.chunk:
            start = owner[1] + 1
    _of_whom(roles, found, slots, context)
    nouns = _from_name([at for at in range(start, found.first) if words[at].tag == "noun"], context)
    while nouns and words[nouns[0]].lower in context.lexicon.either("distinct", "ranking", "degrees"):
        # "A new rebel attack", "the deadliest police raid", "a major bombing"
        del nouns[0]
    if not nouns or "modifier" not in slots:
        return
    kind = kind_of(nouns[0], nouns[-1], context)
    while kind is not None and len(nouns) > 1 and _only_of_deed(nouns, kind, context):
        del nouns[0]
    if kind is None or words[nouns[-1]].lower in context.lexicon.words("epithets"):
        # "A terrorist car bomb attack" says what is thought of it, not who did it.
        return
    entity = owner_entity(nouns[0], nouns[-1] + 1, found.chunk, context)
    if entity is None:
        return
    if kind.cls == "weapon":
        put(roles, "instrument", entity)
    elif kind.side in DOERS:
        # "The court attack" was on the court.
        struck = entity.head in context.lexicon.words("institutions")
        put(roles, "patient" if struck else "agent" if "agent" in slots.values() else slots["modifier"], entity)


def _of_whom(roles: dict[str, list[Entity]], found: Found, slots: Mapping[str, str], context: Context) -> None:
    """The owner that "whose" points back to ("a student whose arrest led to riots")."""
    first = context.words[context.parsed.chunks[found.chunk].first].lower
    if first not in context.lexicon.words("possessive_relatives"):
        return
    of = (slots[word] for word in sorted(context.lexicon.words("of")) if word in slots)
    role = slots.get("possessor") or next(of, "")
    if _of_somebody(found, slots, context):
        role = "agent"
    for entity in entities(context.parsed.nominals.antecedent(found.chunk), context):
        put(roles, role, entity)


def _of_somebody(found: Found, slots: Mapping[str, str], context: Context) -> bool:
    """Does "of" tell whom it befell, so that the owner did it ("the soldiers' murder of the judge")?"""
    whom = any(slots.get(of) == "patient" for of in context.lexicon.words("of")) and "agent" in slots.values()
    return whom and of_complement(context.parsed.chunks, context.words, found.chunk, context.lexicon) >= 0


def _from_name(nouns: list[int], context: Context) -> list[int]:
    """The nouns from the body's name on that they end with: "a reported ELN attack" is the ELN's."""
    words = context.words
    starts = [words[first].start for first, end, _ in context.known if nouns and first <= nouns[-1] < end]
    return [at for at in nouns if words[at].start >= min(starts, default=0)]


def _only_of_deed(nouns: Sequence[int], kind: Kind, context: Context) -> bool:
    """Does the first tell of the deed, not of who did it ("a fierce rebel attack", "constant air force bombings")?"""
    bare = context.text[context.words[nouns[0]].start].islower()
    return bare and kind.side in DOERS and kind_of(nouns[1], nouns[-1], context) == kind


def owner_of(index: int, context: Context) -> Entity | None:
    """Whose house, car ... the noun phrase tells of ("the home of Luis Paz", "the mayor's car"); None for nobody's."""
    thing, possessor = entity_of(index, context), context.parsed.chunks[index].possessor
    if thing is None or not thing.is_thing:
        return None
    inner = of_complement(context.parsed.chunks, context.words, index, context.lexicon)
    own = owner_entity(*possessor, index, context) if possessor is not None else None
    owner = entity_of(inner, context) if inner >= 0 else own
    return owner if owner is not None and owner.is_somebody else None


def whose_forces(found: Found, instruments: Sequence[Entity], context: Context) -> Entity | None:
    """Whose weapons did it: a force's, or the state's whose people stand in front of the weapon or the deed.

    "Army drones", "a drone of the Sudanese army", "Russian missiles", "Russian shelling".
    """
    crews = (crew_of(entity, context) for entity in instruments)
    force = next((crew for crew in crews if crew is not None), None)
    if force is not None:
        return force
    used = [entity.chunk for entity in instruments]
    clause = found.clause if found.pos == "verb" else None
    for index in (*used, *(clause.subject if clause is not None else (found.chunk,))):
        chunk = context.parsed.chunks[index]
        state = people_before(chunk.first, chunk.last, index, context)
        if state is not None:
            return state
    return None


def crew_of(entity: Entity, context: Context) -> Entity | None:
    """The force whose vehicle, weapon or base acts.

    "An army helicopter fired", "planes of the Air Force bombed", "Ukrainian drones set fire to a depot".
    """
    if entity.cls in {"", "person"}:
        return None
    chunks, words = context.parsed.chunks, context.words
    chunk = chunks[entity.chunk]
    nouns = [at for at in range(chunk.first, chunk.head) if words[at].tag == "noun"]
    if nouns and words[nouns[-1]].lower in context.lexicon.words("craft_words"):
        # "Saudi fighter jets" are those of no fighter.
        del nouns[-1]
    inner = of_complement(chunks, words, entity.chunk, context.lexicon)
    owners = (
        owner_entity(nouns[0], nouns[-1] + 1, entity.chunk, context) if nouns else None,
        entity_of(inner, context) if inner >= 0 else None,
    )
    force = next((owner for owner in owners if owner is not None and _is_force(owner, context)), None)
    weapon = force is None and entity.cls == "weapon"
    return people_before(chunk.first, chunk.head, entity.chunk, context) if weapon else force


def _is_force(owner: Entity, context: Context) -> bool:
    governs = owner.head in context.lexicon.words("governments")
    return owner.cls == "person" and (governs or owner.side in SIDES)
