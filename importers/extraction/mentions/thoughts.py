"""Nouns by which a deed is only thought of: "the danger of being shot", "the plan was to kill him"."""

from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import is_plural


def of_thought(clause: Clause, context: Context) -> bool:
    """Does a noun of what is only meant stand before a gerund's preposition ("the need for attacking the town")?

    So it does before whom the gerund tells of ("the danger of his being shot").
    """
    chunks = context.parsed.chunks
    own = min(clause.subject, default=clause.verb)
    at = (own if own + 1 == clause.verb else clause.verb) - 2
    told = at >= 0 and chunks[at].kind == "np" and chunks[at + 1].kind == "prep"
    return told and context.words[chunks[at].head].lemma in context.lexicon.cues("possible_nouns")


def planned_in(clause: Clause, context: Context) -> str:
    """The noun by which the clause's subject is only thought of ("a plan that included ..."), "" for none."""
    chunks = (context.parsed.chunks[index] for index in range(clause.verb) if context.parsed.chunks[index].kind == "np")
    heads = [context.words[chunk.head].lemma for chunk in chunks]
    return next((head for head in heads[-2:] if head in context.lexicon.cues("possible_nouns")), "")


def aim_of(clause: Clause, context: Context) -> str:
    """The subject's noun, if it is one of what is only meant ("the plan was to kill him"), "" for any other.

    "There was talk of a coup" is no more than that; "talks were held" are an event.
    """
    lexicon = context.lexicon
    heads = (context.words[context.parsed.chunks[index].head] for index in clause.subject)
    meant = (head for head in heads if head.lemma in lexicon.cues("possible_nouns"))
    return next(
        (h.lemma for h in meant if not (h.lemma in lexicon.words("one_in_plural") and is_plural(h, lexicon))), ""
    )
