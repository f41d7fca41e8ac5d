"""The news that an article opens with, where nothing dates it: of the week up to the day of publication.

A newspaper's lead tells what is new (the "hot news" perfect has no time adverb at all), so the day of publication
bounds it from both sides. Deeper in an article nothing says that an undated deed is new, and it stays undated. What is
dated so is evidence for nothing else: it is done when events have been merged and publication days found.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from importers.linking.limits import dated_as
from importers.linking.mentions import Mention
from importers.linking.reading import WEEK
from importers.linking.spans import Days, stretch

SENTENCES: Final = 2
"""Those that an article opens with, the headline among them."""

BEFORE: Final = timedelta(days=WEEK - 1)


def dated_by_opening(group: Sequence[Mention]) -> tuple[Mention, ...]:
    """Date the mentions of one event that articles open with, if no article dates the event."""
    if any(mention.when.dated for mention in group):
        return tuple(group)
    return tuple(_dated(mention) for mention in group)


def _dated(mention: Mention) -> Mention:
    published = mention.published
    if published is None or published.first is None or published.last is None or mention.is_total:
        return mention
    opening = (report for report in mention.reports if report.sentence_no < SENTENCES)
    if not any(report.factuality in ("happened", "ongoing") for report in opening):
        return mention
    chain = ("told as news, with no day", f"published {_said(published)}", "news is of the week up to it")
    when = stretch(Days(published.first - BEFORE, published.last), chain, one_day=True)
    return dated_as(mention, when)


def _said(days: Days) -> str:
    return f"{days.first}" if days.first == days.last else f"between {days.first} and {days.last}"
