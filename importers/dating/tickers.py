"""A live page: entries that a time of day opens, each of the day on which the page was published."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from importers.dating.forms import dump, load
from importers.dating.kinds import is_amount, only_time_of_day
from store.records.timex import TimeExpression

_FEWEST: Final = 3
"""Entries from which a text is a live page."""


def stamped(expressions: Sequence[TimeExpression], text: str) -> tuple[TimeExpression, ...]:
    """Mark the times of day that open the entries of a live page: they are of no day that an entry before tells of.

    "18:10 Two men were caught over Sunday's shooting. / 16:47 A woman was stabbed at the market." Where dates open
    entries, too, the times are those of a timetable or a chronicle, and are left as they are.
    """
    opening = [one for one in expressions if _opens_line(one, text) and not is_amount(one)]
    stamps = {one.start for one in opening if only_time_of_day(one) and "clock" in load(one.form)}
    if len(stamps) < _FEWEST or any(one.start not in stamps and one.start > min(stamps) for one in opening):
        return tuple(expressions)
    return tuple(
        replace(one, form=dump({**load(one.form), "stamp": True})) if one.start in stamps else one
        for one in expressions
    )


def _opens_line(expression: TimeExpression, text: str) -> bool:
    return not text[text.rfind("\n", 0, expression.start) + 1 : expression.start].strip()
