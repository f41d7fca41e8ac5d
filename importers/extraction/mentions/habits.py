"""What a clause tells as a habit or a rule, or only asks, and not as done once."""

from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.chunks import Chunk
from importers.extraction.syntax.clauses import Clause


def is_habit(clause: Clause, chunk: Chunk, context: Context) -> bool:
    """A simple present (but where it is news) or an adverb of habit: "gangs often use violence"."""
    lexicon = context.lexicon
    words = context.words
    habits = lexicon.cues("generic_words")
    before = words[context.parsed.chunks[clause.before].first : chunk.last]
    if not context.forms.isdisjoint(habits) and any(word.lower in habits for word in before):
        return True
    if context.today and words[0].tag != "sub":
        # But "How bombs explode" and "When gangs kill" are told of no day.
        return False
    simple_present = (
        chunk.shape == "finite" and not chunk.past and not chunk.perfect and not chunk.progressive and not chunk.modal
    )
    if not simple_present:
        return False
    if clause.relative and any(_is_anyone(context.parsed.chunks[at], context) for at in clause.subject):
        # "Anyone who kidnaps a child faces 30 years", "those who set fire to a house are jailed"
        return True
    if not any(e.plural and e.quantity is None for e in entities(clause.subject, context)):
        return False
    told = (e for nominal in (*clause.objects, *(n for _, n in clause.preps)) for e in entities(nominal, context))
    return all(entity.quantity is None or entity.quantity.rule == "article" for entity in told)


def _is_anyone(chunk: Chunk, context: Context) -> bool:
    """Is it whoever does or suffers it: "anyone", "every Colombian (who is extradited)"?"""
    lexicon, words = context.lexicon, context.words
    if words[chunk.head].lower in lexicon.cues("anyone_words"):
        return True
    return any(word.lower in lexicon.cues("generic_words") for word in words[chunk.first : chunk.head])


def asks_whether(context: Context) -> bool:
    """Does the sentence ask whether it was done ("Did rebels kill the mayor?"), and not who did it, or when?"""
    asked = any(word.lower == "?" for word in context.words[-3:])
    return asked and context.forms.isdisjoint(context.lexicon.words("interrogatives"))
