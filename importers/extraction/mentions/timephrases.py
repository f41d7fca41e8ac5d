"""A time phrase in its sentence: the clause it stands in, and what it may be a part of."""

from collections.abc import Sequence
from typing import Final

from importers.dating.kinds import goes_on, is_calendar, only_time_of_day, over_a_week
from importers.extraction.lexicon.placewords import place_words
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.telling import WITHIN, chunks_of
from importers.extraction.sentences.entities import Context
from importers.extraction.sentences.owners import owner_at
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.word import Word
from importers.gazetteer.fold import fold
from store.records.record import record
from store.records.timex import TimeExpression


@record
class Phrase:
    """A time phrase in its sentence: the chunks ``[first, after)`` it fills, and the clause it stands in."""

    expression: TimeExpression
    first: int
    after: int
    owner: Clause | None


def phrase_of(expression: TimeExpression, context: Context) -> Phrase:
    """The chunks that a time phrase fills, and its clause."""
    chunks, words = context.parsed.chunks, context.words
    inside = [
        at
        for at, chunk in enumerate(chunks)
        if words[chunk.first].start < expression.end and expression.start < words[chunk.last - 1].end
    ]
    first, after = (inside[0], inside[-1] + 1) if inside else (-1, -1)
    owner = _owner_of(first, context)
    return Phrase(expression, first, after, owner and _unlocated(owner, context))


def _unlocated(owner: Clause, context: Context) -> Clause:
    """The clause around one that only says where something lies ("attacked a school located in Loja on Monday")."""
    if not owner.reduced or context.parsed.main(owner).verb not in context.lexicon.words("locating_verbs"):
        return owner
    before = [clause for clause in context.parsed.clauses if clause.verb < owner.verb and not clause.reduced]
    return before[-1] if before else owner


def is_end(phrase: Phrase, context: Context) -> bool:
    """Is it the end of a stretch of time ("until Monday")?"""
    start = phrase.expression.start
    before = next((word for word in reversed(context.words) if word.end <= start), None)
    return before is not None and before.lower in context.lexicon.words("until")


def named_by(phrase: Phrase, context: Context) -> int:
    """The noun phrase that the time phrase is a part of the name of ("the 16 November attack"), -1 for none."""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    at = phrase.after
    if phrase.first >= 0 and chunks[phrase.first].kind == "np":
        return phrase.first
    if phrase.first < 0 or at >= len(chunks) or chunks[at].kind != "np":
        return -1
    if words[chunks[at].first].lower in lexicon.words("genitive"):
        return at
    before = chunks[phrase.first - 1] if phrase.first else None
    first, second = words[chunks[phrase.first].first], words[chunks[phrase.first].first + 1]
    article = first.lower in lexicon.words("definite") - lexicon.words("demonstratives") and not any(
        # "El 3 de mayo rebeldes atacaron ...": what has an "of" in it stands by itself.
        words[chunk.first].lower in lexicon.words("of")
        for chunk in chunks[phrase.first : at]
    )
    determined = (article and second.lower[:1].isdigit()) or (
        before is not None and before.kind == "np" and words[before.last - 1].tag in {"det", "poss"}
    )
    other = before is not None and before.kind == "prep" and words[before.first].lower in lexicon.words("timeless")
    calendar = is_calendar(phrase.expression) and not only_time_of_day(phrase.expression)
    bare = words[chunks[at].first].tag not in {"det", "poss"}
    return at if calendar and bare and (determined or other) else -1


def is_of_row(phrase: Phrase, rows: Sequence[int], context: Context) -> bool:
    """Is it the time of a row of deeds ("in the third raid this year, rebels killed two on Monday")?

    ``rows``: the chunks of the nouns that only rank a deed.
    """
    chunks = context.parsed.chunks
    return any(at < phrase.first and all(one.kind in WITHIN for one in chunks[at : phrase.first]) for at in rows)


def _owner_of(first: int, context: Context) -> Clause | None:
    """The clause of the time at a chunk, past what says where a place lies ("in Jos, Nigeria on Friday")."""
    opening = _apposition_before(first, context)
    while opening > 1 and _is_of_place(opening, context):
        first = opening - 2
        opening = _apposition_before(first, context)
    return owner_at(first, context)


def apposed(phrase: Phrase, context: Context) -> bool:
    """Does it stand in words without a verb that say who someone is ("X, mayor of the town in 1984, ...")?"""
    chunks = context.parsed.chunks
    opening = _apposition_before(phrase.first, context)
    closed = phrase.after < len(chunks) and chunks[phrase.after].kind == "punct"
    return opening > 0 and closed and not _is_of_place(opening, context)


def _apposition_before(index: int, context: Context) -> int:
    """The noun phrase behind a mark that opens the phrases up to a chunk, -1 for none."""
    chunks, words = context.parsed.chunks, context.words
    while index > 0 and (
        chunks[index - 1].kind in WITHIN
        # "..., head of a firm and mayor of the town in 1984": one word for him more.
        or (chunks[index - 1].kind == "conj" and _is_bare(words[chunks[index].first], context))
    ):
        index -= 1
    return index if index > 0 and chunks[index - 1].kind == "punct" and chunks[index].kind == "np" else -1


def is_of_source(phrase: Phrase, context: Context) -> bool:
    """Does it say when somebody told it ("according to reports in Loja today, ...")?"""
    sources = context.lexicon.attribution.get("prepositions", frozenset())
    if context.forms.isdisjoint(sources):
        return False
    chunks, words, at = context.parsed.chunks, context.words, phrase.first - 1
    while at >= 0 and chunks[at].kind in WITHIN:
        if words[chunks[at].first].lower in sources:
            return True
        at -= 1
    return False


def is_of_others(phrase: Phrase, draft: Draft) -> bool:
    """Is it the time of what is said of those whom, or of the place where, it befell?"""
    return _is_of_those(phrase, draft) or _is_of_scene(phrase, draft)


def _is_of_scene(phrase: Phrase, draft: Draft) -> bool:
    """Does it say when something else was at the scene ("shot in a hall where rebels had met in 1992")?"""
    owner, lexicon = phrase.owner, draft.context.lexicon
    if owner is None or draft.clause is None or owner.link not in lexicon.words("scene_relatives"):
        return False
    before = draft.context.parsed.chunks[owner.verb].perfect or over_a_week(phrase.expression)
    return before and owner.verb != draft.clause.verb and not draft.context.parsed.governs(owner, draft.clause)


def _is_of_those(phrase: Phrase, draft: Draft) -> bool:
    """Does it say when those met with something else whom a participle names ("those seized on 3 May died")?"""
    context = draft.context
    chunks, at = context.parsed.chunks, phrase.first - 1
    at -= at >= 0 and chunks[at].kind == "prep"
    if phrase.owner is None or not 0 <= at < phrase.after <= phrase.owner.verb or chunks[at].kind != "np":
        return False
    head = context.words[chunks[at].head]
    return bool(head.verb) and "part" in head.form and at not in chunks_of(draft)


def is_further_on(phrase: Phrase, draft: Draft) -> bool:
    """Is it told only of what comes after the mention, as far as the phrase stands in another clause than that?

    "Two were kidnapped and freed hours later", "four died at once; a fifth died in April".
    """
    if draft.clause is None or phrase.expression.start < draft.end:
        return False
    words, chunks = draft.context.words, draft.context.parsed.chunks[draft.clause.verb : phrase.first]
    parted = any(chunk.kind == "punct" and words[chunk.first].lower == ";" for chunk in chunks)
    return parted or goes_on(phrase.expression)


def _is_bare(word: Word, context: Context) -> bool:
    """Is it a common noun, which an article before it would part from what stands before that?"""
    return word.tag == "noun" and context.text[word.start].islower()


def _is_of_place(index: int, context: Context) -> bool:
    """Is the noun phrase a place or the word for one ("Nigeria", "a town in the south")?"""
    head = context.words[context.parsed.chunks[index].head]
    return head.start in context.places or fold(head.lemma) in place_words().kinds


def is_since(expression: TimeExpression, context: Context) -> bool:
    """Does it say since when ("since 2021")?"""
    since = context.lexicon.words("since")
    before = next((word.lower for word in reversed(context.words) if word.end <= expression.start), "")
    return before in since


def compares(at: int, context: Context) -> bool:
    """Do the words before the time at ``at`` rank one happening among others ("the deadliest attack in a month")?"""
    before = context.words[max(at - _RANKED_WITHIN, 0) : at]
    opens = next((i for i in range(len(before) - 1, -1, -1) if before[i].tag in {"punct", "verb"}), -1)
    ranks = context.lexicon.either("ranking", "ordinals")
    # "Más de 30 ataques" ranks nothing.
    return any(word.lower in ranks and word.start not in context.quantities for word in before[opens + 1 :])


_RANKED_WITHIN: Final = 10
"""Words before a time that may rank what it is said of."""


def is_ranked_since(expression: TimeExpression, context: Context) -> bool:
    """Does it only say since when no other was like it ("killed two in the worst attack in Loja since 2001")?

    Not in "the first raid since 2016, when gunmen killed two".
    """
    if not is_since(expression, context):
        return False
    first = next((at for at, word in enumerate(context.words) if word.start >= expression.start), 0)
    behind = (word.lower for word in context.words if word.start >= expression.end and word.lower != ",")
    return compares(first, context) and next(behind, "") not in context.lexicon.words("when_links")


def number_between(nouns: set[int], phrase: Phrase, context: Context) -> bool:
    """Does a number stand between the noun of an event and a time ("raised the toll of the blast to 39 on Sunday")?"""
    noun = max(noun for noun in nouns if noun < phrase.first)
    between = context.parsed.chunks[noun + 1 : phrase.first]
    return any(context.words[chunk.head].start in context.quantities for chunk in between if chunk.kind == "np")


def only_ends(phrase: Phrase, draft: Draft) -> bool:
    """Did it last "until Monday", so that it did not happen then? What did not happen until Monday did."""
    negated = draft.clause is not None and draft.context.parsed.chunks[draft.clause.verb].negated
    return not negated and is_end(phrase, draft.context)
