"""What only ranks a deed among others: "is the third mayor to be killed this year", ", the second raid in a week"."""

from importers.extraction.roles.members import is_copula
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.entities import Context, is_ranked
from importers.extraction.syntax.nominals import of_complement


def only_ranks(found: Found, context: Context) -> bool:
    """Do the trigger's words say of a deed, or of whom it befell, which of a row it is, and not that it was done?"""
    at = _classing_noun(found, context)
    if at <= 0:
        return False
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    first = _one_of(at, context)
    if first == at and not _is_of_row(at, context):
        return False
    clauses = context.parsed.clauses
    if any(first in nominal for clause in clauses for nominal in clause.objects if is_copula(clause, context)):
        return True
    inside = words[chunks[first - 1].first].lower in lexicon.words("in_event")
    before = first - 1 - inside
    # "In one of the deadliest raids this year, rebels killed two"
    return inside if before < 0 else before > 0 and words[chunks[before].first].lower == ","


def _is_of_row(at: int, context: Context) -> bool:
    """Does the noun phrase tell which of a row it is ("the third raid", "the deadliest raid")?"""
    chunk, lexicon = context.parsed.chunks[at], context.lexicon
    inside = context.words[chunk.first : chunk.last]
    ranked = is_ranked(chunk, context) or any(word.lower in lexicon.words("ranking") for word in inside)
    return ranked and inside[0].lower in lexicon.words("definite")


def _one_of(at: int, context: Context) -> int:
    """The chunk of the "one" of "one of the raids", else that of the raids."""
    chunks, words = context.parsed.chunks, context.words
    outer = at - 2
    counts = outer >= 0 and words[chunks[outer].head].tag == "num"
    return outer if counts and of_complement(chunks, words, outer, context.lexicon) == at else at


def _classing_noun(found: Found, context: Context) -> int:
    """The chunk of the noun that the words are, or that is told of by no more than an infinitive or a participle."""
    clause = found.clause
    if found.pos == "noun":
        return -1 if clause is not None and found.chunk in clause.subject else found.chunk
    if found.pos != "verb" or clause is None or len(clause.subject) != 1:
        return -1
    hung_on = clause.reduced or clause.relative or context.parsed.chunks[clause.verb].shape == "infinitive"
    return clause.subject[0] if hung_on else -1
