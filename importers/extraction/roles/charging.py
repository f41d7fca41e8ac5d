"""Which clauses lay a deed on somebody: who is blamed for it, charged with it, tried for it, found guilty of it."""

from importers.extraction.sentences.entities import Context
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
