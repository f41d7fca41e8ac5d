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
