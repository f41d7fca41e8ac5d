"""Which clauses lay a deed on somebody: who is blamed for it, charged with it, tried for it, found guilty of it."""

from collections.abc import Iterator

from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nounphrases import clitic_entity, left_out_entity
from importers.extraction.syntax.clauses import Clause


def says_guilty(clause: Clause, context: Context) -> bool:
    """Does the clause say of somebody that they are "responsible", "guilty", "to blame"?"""
    chunks = context.parsed.chunks
    wanted = context.lexicon.words("blamed")
    return any(context.words[chunks[at].first].lower in wanted for at in range(clause.verb, clause.after))


def charges(clause: Clause, context: Context) -> bool:
    """Does the clause tell that somebody is blamed for a deed, charged with it, tried for it or found guilty of it?"""
    verb = context.parsed.main(clause).verb
    return verb in context.lexicon.either("blame_verbs", "court_verbs") or says_guilty(clause, context)


def lays_charge(clause: Clause, context: Context) -> bool:
    """Is the clause's verb one of blaming or of pursuing somebody for a deed ("was charged with", "wanted for")?"""
    verb = context.parsed.main(clause).verb
    return verb in context.lexicon.either("blame_verbs", "pursue_verbs")


def pointed_at(clause: Clause, context: Context) -> Iterator[Entity]:
    """Whom a clause lays a deed on without a noun: "lo acusan del asesinato", "fue acusado de matar a Ana Mora"."""
    chunk, lexicon = context.parsed.chunks[clause.verb], context.lexicon
    if chunk.shape != "finite" or not lexicon.inversion:
        return
    clitics = lexicon.either("object_clitics", "dative_clitics")
    if clause.passive and not (clause.subject or clause.relative):
        yield left_out_entity(chunk.first, clause.verb, context)
    elif chunk.clitic >= 0 and context.words[chunk.clitic].lower in clitics:
        yield clitic_entity(chunk.clitic, clause.verb, context)


def charge_over(clause: Clause, context: Context) -> Clause | None:
    """The clause that lays on somebody what an infinitive or a gerund tells ("accused of killing Ana Mora")."""
    above = context.parsed.by_verb.get(clause.governor)
    told = context.parsed.chunks[clause.verb].shape in {"infinitive", "gerund"}
    return above if told and above is not None and lays_charge(above, context) else None


def mutual_in(first: int, after: int, context: Context) -> bool:
    """Do the chunks from ``first`` on say that some did it to each other ("blamed one another", "mutuamente")?"""
    lexicon, words = context.lexicon, context.words
    told = (words[chunk.first : chunk.last] for chunk in context.parsed.chunks[first:after] if chunk.kind in _MUTUAL)
    return any(" ".join(word.lower for word in row) in lexicon.words("reciprocals") for row in told)


def blame_each_other(context: Context) -> bool:
    """Does a clause tell that some blamed each other?"""
    blaming = context.lexicon.words("blame_verbs")
    clauses = (clause for clause in context.parsed.clauses if context.parsed.main(clause).verb in blaming)
    return any(mutual_in(clause.verb, clause.after, context) for clause in clauses)


_MUTUAL = frozenset({"np", "adv"})
