"""The day that the telling is in where an event is told: "a bomb went off today. ... Two shops burned down."

A text stays in the time of the deeds it tells until it names another. The day on which somebody said something does not
move it, nor does what a relative clause or "had been" looks back on.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from importers.dating.kinds import dates, only_time_of_day
from importers.extraction.drafts import Draft
from importers.extraction.entities import Context
from importers.extraction.timing import Phrase, is_end, named_by, phrase_of
from store.records.timex import TimeExpression

_FAR: Final = 5
"""Sentences over which a text stays in a day that it does not name again."""
_REAL: Final = frozenset({"happened", "ongoing"})


def carry_days(drafts: Sequence[Draft], expressions: Mapping[int, Sequence[TimeExpression]]) -> None:
    """Give each mention told as news without a time the one that the telling is in, as one it may be of.

    ``expressions`` are those of the drafts' sentences, by their numbers.
    """
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence.number, []).append(draft)
    days: dict[int, TimeExpression] = {}
    for number, told in by_sentence.items():
        moving = [one for one in expressions.get(number, ()) if _moves(one, told[0].context)]
        if moving and any(_tells_deed(draft) for draft in told):
            days[number] = moving[-1]
    for draft in drafts:
        last = next((before for before in _before(draft) if before in days), None)
        if last is None or draft.time is not None or not _is_news(draft):
            continue
        if not any(draft.type in host.event_type.follows for host in by_sentence[last]):
            # A release tells nothing of the day on which those freed were taken.
            draft.time, draft.time_basis = days[last].span, "scene"


def _before(draft: Draft) -> Iterator[int]:
    last = draft.sentence.number - 1
    yield from range(last, last - _FAR, -1)


def _is_news(draft: Draft) -> bool:
    return draft.asserted and not draft.is_total and draft.stance.factuality in _REAL


def _tells_deed(draft: Draft) -> bool:
    return draft.event_type.violent and draft.stance.factuality in _REAL and not draft.stance.background


def _moves(expression: TimeExpression, context: Context) -> bool:
    """Does it say on which day the main line of its sentence is?"""
    if not dates(expression) or only_time_of_day(expression) or expression.anchor is not None:
        return False
    phrase = phrase_of(expression, context)
    if is_end(phrase, context):
        return False
    noun = named_by(phrase, context)
    chunks, words = context.parsed.chunks, context.words
    if noun >= 0:
        return context.lexicon.names_deed(words[chunks[noun].head].lemma)
    return _is_main(phrase, context)


def _is_main(phrase: Phrase, context: Context) -> bool:
    clause = phrase.owner
    if clause is None:
        return True
    parsed, lexicon = context.parsed, context.lexicon
    verb = parsed.chunks[clause.verb]
    said = parsed.main(clause).verb in lexicon.words("known_verbs").union(lexicon.attribution.get("verbs", ()))
    return not (said or clause.aside or verb.modal or verb.shape == "infinitive" or (verb.perfect and verb.past))
