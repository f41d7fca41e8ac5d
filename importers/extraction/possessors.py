"""Whose it is: the owner in front of an event's noun, the nouns before it, the people before a weapon."""

from collections.abc import Mapping, Sequence

from importers.extraction.entities import Context, Entity, kind_of, owner_entity
from importers.extraction.fillers import put
from importers.extraction.nations import people_before
from importers.extraction.triggers import Found


def before_noun(roles: dict[str, list[Entity]], found: Found, slots: Mapping[str, str], context: Context) -> None:
    """The owner ("the group's attack") and the nouns before the trigger ("guerrilla attack", "bomb attack")."""
    chunk = context.parsed.chunks[found.chunk]
    words = context.words
    start = chunk.first
    if chunk.possessor is not None and "possessor" in slots:
        first, last = chunk.possessor
        entity = owner_entity(first, last, found.chunk, context)
        if entity is not None:
            put(roles, slots["possessor"], entity)
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
        put(roles, "instrument", entity)
    elif kind.side in {"armed", "state", "crowd"}:
        put(roles, "agent" if "agent" in slots.values() else slots["modifier"], entity)


def whose_forces(found: Found, instruments: Sequence[Entity], context: Context) -> Entity | None:
    """The state whose people stand in front of the weapon or the deed ("Russian missiles", "Russian shelling")."""
    used = [entity.chunk for entity in instruments]
    clause = found.clause if found.pos == "verb" else None
    for index in (*used, *(clause.subject if clause is not None else (found.chunk,))):
        chunk = context.parsed.chunks[index]
        state = people_before(chunk.first, chunk.last, index, context)
        if state is not None:
            return state
    return None
