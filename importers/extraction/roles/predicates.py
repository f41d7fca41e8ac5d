"""Who is "dead", "wounded": of whom a word that is no verb and no event's noun says what befell them."""

from collections.abc import Sequence

from importers.extraction.lexicon.lexicon import Trigger
from importers.extraction.roles.following import preps_after
from importers.extraction.roles.members import is_copula, said_to_be
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.syntax.clauses import Clause, left_so
from importers.extraction.syntax.nominals import Nominal


def said_of_whom(found: Found, trigger: Trigger, context: Context) -> tuple[Sequence[Entity], Entity | None]:
    """Who is "dead" or "wounded": the rest of the phrase, or the subject it is said of; and the pronoun it is said of.

    Nobody where there is no more than a number.
    """
    named = said_to_be(found, context)
    if named or trigger.pointing:
        return named, None
    own = entity_of(found.chunk, context, found.taken)
    if own is not None:
        own = _one_of_body(own, found, context) or own
        # "The slain clerk, Ana Mora, ..." is called by her name.
        return _all_left(own, found, context) or entities((own.chunk,), context, found.taken), None
    said = _said_of(found, context)
    return [entity for entity in said if not entity.pronoun], next((entity for entity in said if entity.pronoun), None)


def _one_of_body(body: Entity, found: Found, context: Context) -> Entity | None:
    """Who is of the body or place that the word stands behind ("tres soldados del Ejército muertos"), if anybody."""
    outer, chunks = body.chunk - 2, context.parsed.chunks
    of = outer >= 0 and context.words[chunks[outer + 1].first].lower in context.lexicon.words("of")
    if not of or chunks[outer].kind != "np" or chunks[body.chunk].last - 1 not in found.taken:
        return None
    apart = body.cls != "person" or body.start in context.places or body.head in context.lexicon.words("collectives")
    whole = entity_of(outer, context, found.taken) if apart and not body.plural else None
    return whole if whole is not None and whole.cls == "person" else None


def _all_left(own: Entity, found: Found, context: Context) -> tuple[Entity, ...]:
    """Those of a list that the word behind it is said of ("left a man and his two sons dead"), () where it is none.

    ``own``: the last of them. Of "two dead and five wounded" each is said by itself. A headline needs no verb ("Two
    nurses and a clerk dead in raid").
    """
    behind = context.parsed.chunks[found.chunk].last - 1 in found.taken
    if own.cls != "person" or not behind:
        return ()
    row = left_so(found.clause, found.chunk, context.parsed.nominals) if found.clause is not None else ()
    row = row or (_heading_list(found, context) if context.headline else ())
    return entities(row, context, found.taken) if row and row != (found.chunk,) else ()


def _heading_list(found: Found, context: Context) -> Nominal:
    """The list that opens a headline and ends with the word, if no more is said of the others; else ()."""
    parsed, states = context.parsed, context.lexicon.word_triggers
    row, first = parsed.nominals.coordination(found.chunk, 0)
    before = parsed.words[: parsed.chunks[found.chunk].first]
    return row if first == 0 and not any(word.lemma in states or word.lower in states for word in before) else ()


def says_unhurt(clause: Clause, context: Context) -> bool:
    """Does the clause say of somebody that they came to no harm ("was unharmed", "escaped alive")?"""
    chunks, unhurt = context.parsed.chunks, context.lexicon.words("unhurt")
    words = context.words[chunks[clause.verb].first : chunks[clause.after - 1].last]
    return any(word.lower in unhurt for word in words)


def _said_of(found: Found, context: Context) -> tuple[Entity, ...]:
    """Of whom a clause says that they are, or were found or left, "dead"."""
    clause, chunks = found.clause, context.parsed.chunks
    if clause is None or context.words[chunks[found.chunk].first].tag == "det":
        return ()
    comma = found.chunk - 1
    if clause.objects and context.words[chunks[comma].first].lower == ",":
        # "Left two clerks, Ana Mora and Luis Paz, dead"
        return entities(left_so(clause, context.parsed.nominals.skip(comma - 1, -1), context.parsed.nominals), context)
    said = all(chunks[at].kind in {"adv", "aside"} for at in range(clause.verb + 1, found.chunk))
    if said and (clause.passive or is_copula(clause, context) or _goes_on(clause, context)):
        # "Was found dead along with her driver"
        rows = (clause.subject, *clause.phrases(context.lexicon.words("companion_prepositions")))
        return tuple(entity for nominal in rows for entity in entities(nominal, context))
    return ()


def said_by_whom(found: Found, context: Context) -> Sequence[Entity]:
    """Who made those dead that are said to be ("fue muerto por sicarios", "tres muertos a manos de sicarios").

    Who found them dead did not, nor who took them out hurt ("fue sacado herido por sus primos").
    """
    clause, agents = found.clause, context.lexicon.words("agent_prepositions")
    taken = context.parsed.by_verb.get(found.chunk - 1)
    if taken is not None and taken.passive and not is_copula(taken, context):
        return []
    if clause is not None and clause.verb < found.chunk and _said_of(found, context):
        by = next(clause.phrases(agents), ()) if is_copula(clause, context) else ()
    else:
        prep, behind = next(preps_after(found.chunk + 1, context), ("", ()))
        by = behind if prep in agents else ()
    return [entity for entity in entities(by, context) if entity.cls == "person" and not entity.pronoun]


def _goes_on(clause: Clause, context: Context) -> bool:
    """Does a participle behind "and" share the auxiliary of the passive before it ("was kidnapped and found dead")?"""
    above = context.parsed.by_verb.get(clause.governor)
    joined = clause.link in context.lexicon.words("conjunctions")
    return joined and above is not None and above.passive
