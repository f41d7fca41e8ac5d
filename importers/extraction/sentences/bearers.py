"""Who is meant where one of two people is told of by the other: by a name behind both, by "his wife"."""

from dataclasses import replace

from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nounphrases import entity_of, owner_entity
from importers.extraction.syntax.nominals import of_complement


def is_anothers(described: Entity, name: Entity, context: Context) -> bool:
    """Is it the name of whom the description goes by ("a bodyguard of the mayor, Luis Paz, was arrested")?

    The mayor is one whom all know by a name, "a bodyguard" nobody in particular. "The driver of the mayor, Luis Paz,"
    is told of as known himself.
    """
    if described.definite or described.proper or not name.proper or described.chunk >= name.chunk:
        return False
    inner = of_complement(context.parsed.chunks, context.words, described.chunk, context.lexicon)
    other = entity_of(inner, context) if 0 <= inner < name.chunk else None
    if other is None or other.proper or other.plural or other.cls != "person":
        return False
    return other.definite and other.head not in context.lexicon.words("collectives")


def by_spouse(entity: Entity, context: Context) -> Entity:
    """The person whose wife or husband is told of before: of "Ana Mora's widower said his wife was shot" Ana Mora."""
    chunks, words, spouses = context.parsed.chunks, context.words, context.lexicon.words("spouses")
    if entity.head not in spouses or words[chunks[entity.chunk].first].tag != "poss":
        return entity
    for at in range(entity.chunk - 1, -1, -1):
        if chunks[at].kind == "np" and words[chunks[at].head].lemma in spouses:
            inner = of_complement(chunks, words, at, context.lexicon)
            owner = entity_of(inner, context) if inner >= 0 else _owner(at, context)
            return replace(owner, kind=entity.kind) if owner is not None and owner.proper else entity
    return entity


def _owner(index: int, context: Context) -> Entity | None:
    """Who stands in the genitive in front of the noun phrase ("Ana Mora's widower"), if anybody."""
    possessor = context.parsed.chunks[index].possessor
    return owner_entity(*possessor, index, context) if possessor is not None else None
