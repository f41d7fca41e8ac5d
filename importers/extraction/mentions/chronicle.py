"""A chronicle: a text of dated entries ("24 September. Miners strike. ..."), each of the day that stands before it.

So are the entries of a live page, which times of day open.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from importers.dating.kinds import dates, is_amount, is_stamp, only_time_of_day
from importers.extraction.locating.mentions import PlaceMention
from importers.extraction.mentions.drafts import Draft
from importers.language.leadins import BULLETS, MARKS, end_of_names
from importers.language.tokens import Sentence
from store.records.timex import TimeExpression

_FEWEST: Final = 3
"""Entries from which a text is a chronicle: a date alone may be the line below a headline, two those of an update."""
_BEHIND: Final = MARKS | {"]"}
"""Marks between the date of an entry and what it tells."""
_BEFORE: Final = BULLETS | {"["}
"""Marks before it."""


def entry_days(
    sentences: Sequence[Sentence],
    expressions: Mapping[int, Sequence[TimeExpression]],
    places: Mapping[int, Sequence[PlaceMention]],
) -> Mapping[int, TimeExpression]:
    """Return the date of the entry that each sentence of a chronicle belongs to, none where the text is no chronicle.

    An entry is the paragraph that its date opens, or what follows up to the next date where that fills a line.
    ``places``: those of each sentence, of which one may stand behind the date.
    """
    opening = {
        sentence.paragraph: (sentence, day)
        for before, sentence in zip((None, *sentences), sentences, strict=False)
        if before is None or before.paragraph != sentence.paragraph
        if (day := _heading(sentence, expressions.get(sentence.number, ()), places.get(sentence.number, ())))
        is not None
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


def _heading(
    sentence: Sentence, expressions: Sequence[TimeExpression], places: Sequence[PlaceMention]
) -> TimeExpression | None:
    """Return the calendar date that a sentence opens with, parted from the rest by a mark, or all of it.

    Between the date and the mark there may be a place: "2 May, Loja (Ecuador)." The time of an entry of a live page
    needs no mark behind it.
    """
    day, tokens = expressions[0] if expressions else None, sentence.tokens
    first = next((token.start for token in tokens if token.text not in _BEFORE), None)
    if day is not None and day.start == first and is_stamp(day):
        return day
    if day is None or day.start != first or not dates(day) or only_time_of_day(day) or is_amount(day):
        return None
    behind = next((at for at, token in enumerate(tokens) if token.start >= day.end), len(tokens))
    if behind < len(tokens) and tokens[behind].text == "," and places:
        named = {at for at, token in enumerate(tokens) if any(place.span.contains(token.span) for place in places)}
        return day if end_of_names(tokens, behind + 1, named) is not None else None
    return day if behind == len(tokens) or tokens[behind].text in _BEHIND else None


def _is_filled(sentence: Sentence, day: TimeExpression) -> bool:
    """Tell whether a date is all there is of a sentence."""
    return all(token.text in _BEHIND for token in sentence.tokens if token.start >= day.end)
