"""Roles that another verb gives an event: who carried it out, suffered, claimed or is blamed for it."""

from collections.abc import Mapping

from importers.extraction.clauses import Clause
from importers.extraction.entities import Context, Entity, entities
from importers.extraction.fillers import placed, put
from importers.extraction.lexicon import Trigger
from importers.extraction.nominals import Nominal
from importers.extraction.triggers import Found


def supported(roles: dict[str, list[Entity]], found: Found, trigger: Trigger, context: Context) -> None:
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
            put(roles, role, entity)


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
            if role and not entity.pronoun and placed(role, prep, entity, context):
                put(roles, role, entity)


def blamed(roles: dict[str, list[Entity]], found: Found, slots: Mapping[str, str], context: Context) -> None:
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
            put(roles, "agent", entity)


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
