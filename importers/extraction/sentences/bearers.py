"""Who is meant where one is told of by another's words: by a name behind both, by "his wife", by what she is."""

import re
from collections.abc import Sequence
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


def is_one_told_twice(found: Sequence[Entity], context: Context) -> bool:
    """Is it one person and two words for them ("Ana Mora, a nurse and a mother of two, was")? The verb tells it."""
    first, *others = found
    plain = (one.quantity is not None and one.quantity.rule == "article" and not one.named for one in others)
    if not (first.proper and first.cls in {"", "person"} and set_off(first, others[0], context) and all(plain)):
        return False
    chunks, words = context.parsed.chunks, context.words
    at = past_phrases(others[-1], context)
    closed = at + 1 < len(chunks) and words[chunks[at].first].lower == "," and chunks[at + 1].kind == "vg"
    return closed and words[chunks[at + 1].first].lower in context.lexicon.words("one_auxiliaries")


def set_off(one: Entity, other: Entity, context: Context) -> bool:
    """Is there nothing between the two but a comma or dash, or an age between commas ("Ana, de 42 años, maestra")?"""
    return _SETTING_OFF.fullmatch(context.text, one.end, other.start) is not None


_SETTING_OFF = re.compile(r"\s*(?:,|--|[-–—])(?:\s*(?:\w+ )?\d[^,;]*,)?\s*")


def past_phrases(entity: Entity, context: Context) -> int:
    """The chunk behind the phrase and all that prepositions tie to it."""
    chunks, at = context.parsed.chunks, past_noun(entity, context)
    while [chunk.kind for chunk in chunks[at : at + 2]] == ["prep", "np"]:
        at += 2
    return at


def past_noun(entity: Entity, context: Context) -> int:
    """The chunk behind the phrase and what "of" ties to it."""
    return context.parsed.nominals.past_of(entity.chunk)
