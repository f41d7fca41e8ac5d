"""A chronicle: a text of dated entries ("24 September. Miners strike. ..."), each of the day that stands before it."""

from collections.abc import Mapping, Sequence
from typing import Final

from importers.dating.kinds import dates, is_amount, only_time_of_day
from importers.extraction.mentions.drafts import Draft
from importers.language.tokens import Sentence
from store.records.timex import TimeExpression

_FEWEST: Final = 3
"""Entries from which a text is a chronicle: a date alone may be the line below a headline, two those of an update."""
_BEHIND: Final = frozenset(".:-–—|")
"""Marks between the date of an entry and what it tells."""


def entry_days(
    sentences: Sequence[Sentence], expressions: Mapping[int, Sequence[TimeExpression]]
) -> Mapping[int, TimeExpression]:
    """Return the date of the entry that each sentence of a chronicle belongs to, none where the text is no chronicle.

    An entry is the paragraph that its date opens, or what follows up to the next date where that fills a line.
    """
    opening = {
        sentence.paragraph: (sentence, day)
        for before, sentence in zip((None, *sentences), sentences, strict=False)
        if before is None or before.paragraph != sentence.paragraph
        if (day := _heading(sentence, expressions.get(sentence.number, ()))) is not None
    }
    if len({day.text for _, day in opening.values()}) < _FEWEST:
        return {}
    ends = {sentence.paragraph: sentence.number for sentence in sentences}
    found: dict[int, TimeExpression] = {}
    above: TimeExpression | None = None
    for sentence in sentences:
        if sentence.paragraph in opening:
            first, day = opening[sentence.paragraph]
            above = day if ends[sentence.paragraph] == first.number and _is_filled(first, day) else None
            found[sentence.number] = day
        elif above is not None:
            found[sentence.number] = above
    return found


def date_entry(drafts: Sequence[Draft], day: TimeExpression | None) -> None:
    """Give what a sentence of an entry tells as news, without a time of its own, the day of the entry."""
    for draft in drafts:
        if day is not None and draft.time is None and draft.asserted and not draft.stance.background:
            draft.time, draft.time_basis = day.span, "own"


def _heading(sentence: Sentence, expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the calendar date that a sentence opens with, parted from the rest by a mark, or all of it."""
    day = expressions[0] if expressions else None
    if day is None or day.start != sentence.span.start or not dates(day) or only_time_of_day(day) or is_amount(day):
        return None
    behind = next((token for token in sentence.tokens if token.start >= day.end), None)
    return day if behind is None or behind.text in _BEHIND else None


def _is_filled(sentence: Sentence, day: TimeExpression) -> bool:
    """Tell whether a date is all there is of a sentence."""
    return all(token.text in _BEHIND for token in sentence.tokens if token.start >= day.end)
