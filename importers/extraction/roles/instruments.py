"""What a deed was done with: the weapons named where it is told."""

from collections.abc import Iterable

from importers.extraction.lexicon.lexicon import Trigger
from importers.extraction.roles.fillers import put
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.entities import Context, Entity, kind_of
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.syntax.nominals import of_complement


def put_instruments(
    roles: dict[str, list[Entity]], stretch: Iterable[int], context: Context, found: Found, trigger: Trigger
) -> None:
    """Weapons named anywhere in the clause are what it was done with, unless that is told already.

    ``stretch``: the clause's chunks. Nobody is arrested with the bombs that it is for, or protests with batons.
    """
    if roles.get("instrument") or context.forms.isdisjoint(context.lexicon.weapon_words):
        return
    deed = context.lexicon.types[trigger.type]
    kinds = context.lexicon.kinds
    wanted = (name for role, names in trigger.needs if role == "patient" for name in names)
    if not deed.violent and any(name == "weapon" or (name in kinds and kinds[name].cls == "weapon") for name in wanted):
        # "Seized nine pistols with 100 rounds"
        return
    if deed.answers or (deed.about and not deed.violent):
        return
    chunks = context.parsed.chunks
    used = {entity.chunk for fillers in roles.values() for entity in fillers}
    for index in stretch:
        if index >= len(chunks) or chunks[index].kind != "np" or index in used:
            continue
        tied = index > 1 and chunks[index - 1].kind == "prep"
        if tied and of_complement(chunks, context.words, index - 2, context.lexicon) == index:
            # "a stick of dynamite" is one thing.
            continue
        kind = kind_of(chunks[index].first, chunks[index].head, context)
        if kind is not None and kind.cls == "weapon":
            entity = entity_of(index, context, found.taken)
            if entity is not None:
                put(roles, "instrument", entity)
