"""The day that the telling is in where an event is told: "a bomb went off today. ... Two shops burned down."

A text stays in the time of the deeds it tells until it names another. The day on which somebody said something does not
move it, nor does what a relative clause or "had been" looks back on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from importers.dating.kinds import dates, is_fresh, only_time_of_day
from importers.extraction.happenings.antecedents import tells_coming
from importers.extraction.happenings.ordering import says
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.timephrases import Phrase, is_end, is_since, named_by, phrase_of
from importers.extraction.sentences.entities import Context
from store.records.report import CANDIDATE_BELOW, REAL
from store.records.span import Span
from store.records.timex import TimeExpression

_FAR: Final = 8
"""Sentences without a deed over which a text stays in a day that it does not name again."""


def carry_days(
    drafts: Sequence[Draft], expressions: Mapping[int, Sequence[TimeExpression]], context_of: Callable[[int], Context]
) -> None:
    """Give each mention told as news without a time the one that the telling is in, as one it may be of.

    ``expressions`` are those of all sentences, by their numbers; ``context_of`` parses one that tells of nothing.
    """
    timeless = [draft.sentence.number for draft in drafts if draft.time is None and _is_news(draft)]
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(draft.sentence.number, []).append(draft)
    deed: _Day | None = None
    other: _Day | None = None
    for number in sorted(told.keys() | expressions.keys()):
        if number > max(timeless, default=-1) + 1:
            return
        here = told.get(number, [])
        if not here and (before := told.get(number - 1)):
            _say_when(before, expressions[number], partial(context_of, number))
        deed, other = (day if day and number - day.last <= _FAR else None for day in (deed, other))
        for draft in here:
            beside = other is not None and (number - other.last <= 1 or says(draft.context, "meanwhile"))
            day = other if deed is None and beside else deed
            if day is not None and _is_of(draft, day):
                goes_on = day.came and number - day.last <= 1
                draft.time, draft.time_basis, day.last = day.named, "frame" if goes_on else "scene", number
        tells = any(_tells_deed(draft) for draft in here)
        if tells and deed is not None:
            deed.last = number
        days = [one for one in expressions.get(number, ()) if _is_day(one)]
        came = bool(days) and not here and number + 1 in timeless and tells_coming(context_of(number))
        days = days if tells or came else [one for one in days if is_fresh(one)]
        if not days:
            continue
        named = _named(here, days, here[0].context if here else context_of(number))
        if several_days(here):
            deed = other = None
        elif named is not None and any(draft.event_type.answers and draft.time == named for draft in here):
            # What is told after an arrest or a trial of a day was before it.
            deed = other = None
        elif named is not None and tells:
            phrase = phrase_of(next(one for one in days if one.span == named), here[0].context)
            if any(_may_be_of(draft, phrase) for draft in here):
                deed = _Day(named, here, number)
        elif named is not None:
            other = _Day(named, here, number, came)


def _say_when(before: Sequence[Draft], expressions: Sequence[TimeExpression], parsed: Callable[[], Context]) -> None:
    """Date what the sentence before tells where this one says no more than when it happened ("It was on Monday")."""
    timeless = [draft for draft in before if draft.time is None and _is_news(draft)]
    days = [one for one in expressions if _is_day(one)]
    if not timeless or not days:
        return
    context = parsed()
    phrases = (phrase_of(one, context) for one in days)
    when = next((phrase.expression.span for phrase in phrases if _is_of_it(phrase, context)), None)
    for draft in timeless if when is not None else ():
        draft.time, draft.time_basis = when, "frame"


def _is_of_it(phrase: Phrase, context: Context) -> bool:
    """Is it the time of a clause that says of something just told, in no word of its own, that it happened?"""
    clause, lexicon = phrase.owner, context.lexicon
    if clause is None or context.parsed.main(clause).verb not in lexicon.words("occur_verbs"):
        return False
    heads = {context.words[context.parsed.chunks[at].head].lower for at in clause.subject}
    return heads <= lexicon.words("what_happened")


def several_days(told: Sequence[Draft]) -> bool:
    """Are what one sentence tells deeds of several days ("two on Thursday and, on Friday, one")? It hands on none.

    Not so one that a relative clause looks back on ("freed on Monday a man who had been kidnapped on 2 May").
    """
    main = (draft for draft in told if draft.time_basis == "own" and not looks_back(draft))
    return len({draft.time for draft in main if draft.stance.factuality in REAL}) > 1


def looks_back(draft: Draft) -> bool:
    """Does a relative clause tell what had happened before that of which its sentence tells?"""
    if draft.clause is None or draft.found.pos != "verb" or not draft.clause.aside:
        return False
    verb = draft.context.parsed.chunks[draft.clause.verb]
    return verb.perfect and verb.past


@dataclass(slots=True)
class _Day:
    """A day that the telling is in."""

    named: Span
    hosts: Sequence[Draft]
    """What the sentence tells that names it."""
    last: int
    """The last sentence that is in it."""
    came: bool = False
    """Did somebody come on it, as who is about to do something does ("rebels entered the town on Monday")?"""


def _is_of(draft: Draft, day: _Day) -> bool:
    """May the mention be of the day? A release tells nothing of the day on which those freed were taken."""
    return (
        draft.time is None and _is_news(draft) and not any(draft.type in host.event_type.follows for host in day.hosts)
    )


def _is_news(draft: Draft) -> bool:
    return draft.asserted and not draft.is_total and draft.stance.factuality in REAL


def _named(here: Sequence[Draft], days: Sequence[TimeExpression], context: Context) -> Span | None:
    """The last day that a sentence puts what it tells on, None if it names none."""
    dated = [draft for draft in here if draft.time_basis == "own"]
    own = {draft.time for draft in dated if _is_news(draft) and not looks_back(draft)}
    other = {draft.time for draft in dated if looks_back(draft) or not (_is_news(draft) or _tells_deed(draft))}
    vague = context.lexicon.words("vague_times")
    named = (one for one in days if one.text.lower() not in vague)
    moving = [one.span for one in named if one.span in own or (one.span not in other and _moves(one, context))]
    return moving[-1] if moving else None


def _may_be_of(draft: Draft, day: Phrase) -> bool:
    """Is what a sentence tells of the day that it names, as far as it says?

    Not so in "came on Monday to ask who was behind the murder", "on Monday presented two who told how they shot him".
    """
    if draft.time is not None or not _tells_deed(draft):
        return _tells_deed(draft) and draft.time_basis != "reported"
    return draft.asserted or day.owner is None or draft.clause is day.owner


def _tells_deed(draft: Draft) -> bool:
    # "A standoff that drew bombings" tells of bombings in general: no day is theirs.
    sure = draft.sure >= CANDIDATE_BELOW or (draft.asserted and draft.time_basis == "own")
    return sure and draft.event_type.violent and draft.stance.factuality in REAL and not draft.stance.background


def _is_day(expression: TimeExpression) -> bool:
    return dates(expression) and not only_time_of_day(expression) and expression.anchor is None


def _moves(expression: TimeExpression, context: Context) -> bool:
    """Does it say on which day the main line of its sentence is?"""
    phrase = phrase_of(expression, context)
    if is_end(phrase, context) or is_since(expression, context):
        # "The guard had been on leave since 9 May": that is no day on which anything is told.
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
    said = parsed.main(clause).verb in lexicon.speaking
    return not (said or clause.aside or verb.modal or verb.shape == "infinitive" or (verb.perfect and verb.past))
