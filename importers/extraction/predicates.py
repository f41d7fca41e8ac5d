"""Who is "dead", "wounded": of whom a word that is no verb and no event's noun says what befell them."""

from importers.extraction.appositions import entities
from importers.extraction.clauses import Clause
from importers.extraction.entities import Context, Entity
from importers.extraction.fillers import put
from importers.extraction.lexicon import Trigger
from importers.extraction.members import said_to_be
from importers.extraction.nounphrases import entity_of
from importers.extraction.triggers import Found


def said_of_whom(
    roles: dict[str, list[Entity]], found: Found, trigger: Trigger, context: Context
) -> tuple[str, Entity | None]:
    """Who is "dead" or "wounded": the rest of the phrase, or the subject it is said of, or nobody but a number.

    Returns their role, and the pronoun it is said of, if it is one.
    """
    role = next(
        (r for slot, r in trigger.frame.verb.items() if slot in {"object", "subject"} and r == "patient"), "patient"
    )
    if named := said_to_be(found, context):
        for one in named:
            put(roles, role, one)
        return role, None
    if trigger.pointing:
        return role, None
    entity = entity_of(found.chunk, context, found.taken)
    if entity is not None and not _says_only(found, context):
        put(roles, role, entity)
        return role, None
    said = _said_of(found, context)
    for entity in said:
        if not entity.pronoun:
            put(roles, role, entity)
    return role, next((entity for entity in said if entity.pronoun), None)


def says_unhurt(clause: Clause, context: Context) -> bool:
    """Does the clause say of somebody that they came to no harm ("was unharmed", "escaped alive")?"""
    chunks, unhurt = context.parsed.chunks, context.lexicon.words("unhurt")
    words = context.words[chunks[clause.verb].first : chunks[clause.after - 1].last]
    return any(word.lower in unhurt for word in words)


def _says_only(found: Found, context: Context) -> bool:
    """Is the noun phrase just the word itself, if with an article ("dead", "the wounded")?"""
    chunk = context.parsed.chunks[found.chunk]
    words = [context.words[at] for at in range(chunk.first, chunk.last) if at not in found.taken]
    one = context.lexicon.words("one_more")
    return all(word.tag in {"det", "adv", "punct"} and word.lower not in one for word in words)


def _said_of(found: Found, context: Context) -> tuple[Entity, ...]:
    """Of whom a clause says that they are, or were found or left, "dead"."""
    clause, chunks = found.clause, context.parsed.chunks
    if clause is None or context.words[chunks[found.chunk].first].tag == "det":
        return ()
    said = found.chunk > clause.verb and all(
        chunks[at].kind in {"adv", "aside"} for at in range(clause.verb + 1, found.chunk)
    )
    main = context.parsed.main(clause)
    if said and (
        clause.passive or _goes_on(clause, context) or main.tag == "be" or main.verb in context.lexicon.words("copula")
    ):
        return entities(clause.subject, context)
    return ()


def _goes_on(clause: Clause, context: Context) -> bool:
    """Does a participle behind "and" share the auxiliary of the passive before it ("was kidnapped and found dead")?"""
    above = context.parsed.by_verb.get(clause.governor)
    joined = (
        clause.link in context.lexicon.words("conjunctions") and context.parsed.chunks[clause.verb].shape != "finite"
    )
    return joined and above is not None and above.passive and above.subject == clause.subject
