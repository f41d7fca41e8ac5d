"""Who they were: of people counted or only called victims, those whom the sentence names or describes."""

from collections.abc import Iterator, Sequence

from importers.extraction.appositions import entities
from importers.extraction.clauses import Clause
from importers.extraction.entities import Context, Entity
from importers.extraction.following import list_from
from importers.extraction.nominals import Nominal, of_complement
from importers.extraction.triggers import Found


def included(people: Sequence[Entity], found: Found, context: Context) -> tuple[Entity, ...]:
    """Some of those told of: "eight people, including a nun, were killed", "killed eight people, including a nun"."""
    several = [entity for entity in people if entity.plural or entity.quantity is not None]
    if not several:
        return ()
    told = [entity for nominal in _behind_including(several, found, context) for entity in entities(nominal, context)]
    known = {entity.start for entity in people}
    some = {entity.start: entity for entity in told if _is_person(entity) and entity.start not in known}
    return tuple(some.values())


def _behind_including(people: Sequence[Entity], found: Found, context: Context) -> Iterator[Nominal]:
    parsed, including = context.parsed, context.lexicon.words("including")
    own = found.clause if found.pos == "verb" else None
    for prep, nominal in own.preps if own is not None else ():
        if prep in including:
            yield nominal
    for entity in people:
        at = entity.chunk + 1
        while (inner := of_complement(parsed.chunks, parsed.words, at - 1, context.lexicon)) >= 0:
            at = inner + 1
        if at < len(parsed.chunks) and parsed.words[parsed.chunks[at].first].lower == ",":
            at += 1
        kinds = [chunk.kind for chunk in parsed.chunks[at : at + 2]]
        if kinds == ["prep", "np"] and parsed.words[parsed.chunks[at].first].lower in including:
            yield list_from(at + 1, context)


def said_to_be(found: Found, context: Context) -> tuple[Entity, ...]:
    """Who they are said to be: "the dead were a nun and ...", "among the dead are ...", "killed were ...".

    ``found``: the words that tell that somebody was killed, wounded or taken, with nobody beside them.
    """
    return tuple(
        entity
        for clause in context.parsed.clauses
        if _says_who(clause, found, context) or _names_some(clause, found, context)
        for nominal in clause.objects
        for entity in entities(nominal, context)
        if _is_person(entity)
    )


def tells_some(found: Found, context: Context) -> bool:
    """Are those that the words tell of more than the sentence names ("among the dead was a nun")?"""
    return found.pos != "verb" and any(_names_some(clause, found, context) for clause in context.parsed.clauses)


def _says_who(clause: Clause, found: Found, context: Context) -> bool:
    """Does the clause say who those were whom the words tell of ("the dead were", "killed were")?"""
    parsed, told = context.parsed, found.clause
    if parsed.chunks[clause.verb].negated or not is_copula(clause, context):
        return False
    if found.pos != "verb":
        return clause.subject == (found.chunk,)
    if told is None or clause is told:
        return False
    fronted = not told.subject and not told.objects and clause.governor == told.verb and not clause.subject
    pointed = context.lexicon.words("those_told")
    those = any(parsed.words[parsed.chunks[at].head].lower in pointed for at in told.subject)
    return fronted or (those and clause.subject == told.subject)


def _names_some(clause: Clause, found: Found, context: Context) -> bool:
    """Does the clause name some of those whom the words tell of ("the dead include", "among the dead are")?"""
    parsed, lexicon = context.parsed, context.lexicon
    lists = parsed.main(clause).verb in lexicon.words("listing_verbs")
    if parsed.chunks[clause.verb].negated or not (lists or is_copula(clause, context)):
        return False
    if found.chunk in clause.subject:
        return lists
    before = parsed.words[parsed.chunks[found.chunk - 1].first].lower if found.chunk else ""
    return clause.before <= found.chunk + 1 <= clause.verb and before in lexicon.words("among")


def is_copula(clause: Clause, context: Context) -> bool:
    """Does the clause say what its subject is or has become?"""
    main = context.parsed.main(clause)
    return main.tag == "be" or main.verb in context.lexicon.words("copula")


def _is_person(entity: Entity) -> bool:
    if entity.pronoun or entity.vague:
        return False
    return entity.named or entity.quantity is not None if entity.kind is None else entity.kind.cls == "person"
