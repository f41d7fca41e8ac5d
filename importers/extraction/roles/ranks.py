"""What only ranks a deed among others: "is the third mayor to be killed this year", ", the second raid in a week"."""

from importers.extraction.roles.members import is_copula
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.entities import Context, is_ranked


def only_ranks(found: Found, context: Context) -> bool:
    """Do the trigger's words say of a deed, or of whom it befell, which of a row it is, and not that it was done?"""
    at = _classing_noun(found, context)
    if at <= 0:
        return False
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    if words[chunks[at].first].lower not in lexicon.words("definite") or not is_ranked(chunks[at], context):
        return False
    clauses = context.parsed.clauses
    if any(at in nominal for clause in clauses for nominal in clause.objects if is_copula(clause, context)):
        return True
    inside = words[chunks[at - 1].first].lower in lexicon.words("in_event")
    return at - inside > 0 and words[chunks[at - 1 - inside].first].lower == ","


def _classing_noun(found: Found, context: Context) -> int:
    """The chunk of the noun that the words are, or that is told of by no more than an infinitive or a participle."""
    clause = found.clause
    if found.pos == "noun":
        return -1 if clause is not None and found.chunk in clause.subject else found.chunk
    if found.pos != "verb" or clause is None or len(clause.subject) != 1:
        return -1
    hung_on = clause.reduced or clause.relative or context.parsed.chunks[clause.verb].shape == "infinitive"
    return clause.subject[0] if hung_on else -1
