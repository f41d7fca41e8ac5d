"""Whether the text says that it goes on in time: "then", "following this", "two more followed"."""

from importers.extraction.lexicon.lexicon import phrases
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.telling import is_event_noun
from importers.extraction.sentences.entities import Context
from importers.extraction.sentences.owners import owner_of
from importers.extraction.syntax.clauses import Clause


def told_next(draft: Draft) -> bool:
    """Is it told as what happened next ("then", "following this", "two more followed")?"""
    context, clause = draft.context, draft.clause
    lexicon = context.lexicon
    if draft.stance.background:
        return False
    if clause is not None and is_told_of(draft, clause, "follow_verbs") and not clause.objects:
        return True
    cues = [cue for cue in phrases(lexicon.words("sequence")) if context.forms.issuperset(cue)]
    lowered = tuple([word.lower for word in context.words]) if cues else ()
    return any(
        lowered[at : at + len(cue)] == cue and _in_clause(draft, context.words[at].start)
        for cue in cues
        for at in range(len(lowered))
    )


def comes_before_that(draft: Draft) -> bool:
    """Is it what the deed told before came after ("this attack comes a week after an attack on a bank")?"""
    clause, lexicon, chunks = draft.clause, draft.context.lexicon, draft.context.parsed.chunks
    at = draft.found.chunk - 1
    if clause is None or draft.found.pos == "verb" or draft.definite or at < 0 or draft.found.chunk in clause.subject:
        return False
    behind = chunks[at].kind == "prep" and draft.context.words[chunks[at].first].lower in lexicon.words("after_links")
    return behind and any(is_event_noun(subject, (), draft.context) for subject in clause.subject)


def says(context: Context, table: str) -> bool:
    """Does the sentence hold one of the phrases of a word class of the lexicon, in whatever clause?"""
    text = f" {' '.join([word.lower for word in context.words])} "
    return any(f" {phrase} " in text for phrase in context.lexicon.words(table))


def _in_clause(draft: Draft, offset: int) -> bool:
    owner = owner_of(offset, draft.context)
    return owner is None or draft.clause is None or owner.verb == draft.clause.verb


def is_told_of(draft: Draft, clause: Clause, verbs: str) -> bool:
    """Is its noun the subject of one of the lexicon's ``verbs``?"""
    noun = draft.found.pos != "verb" and draft.found.chunk in clause.subject
    return noun and draft.context.parsed.main(clause).verb in draft.context.lexicon.words(verbs)
