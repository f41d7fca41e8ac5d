"""Whose name it is that stands behind two people, of whom one is told of by the other."""

from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nounphrases import entity_of
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
