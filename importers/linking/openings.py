"""News that nothing dates: of the week up to the day of publication.

A newspaper's lead tells what is new (the "hot news" perfect has no time adverb at all), so the day of publication
bounds it from both sides. Further on a text stays in the time that it told of last: after a deed of the week, what it
goes on to assert is news as well, until it names an older time ("in July", "since 2021", "recently"). What a sentence
takes for known ("the men who killed X", "the murder of Y") is no news wherever it stands, and stays undated.

What is dated so is evidence for nothing else: it is done when events have been merged and publication days found.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from importers.linking.compatible import VIOLENT
from importers.linking.limits import dated_as
from importers.linking.mentions import Mention
from importers.linking.reading import WEEK, Read
from importers.linking.spans import Days, stretch
from store.records.report import Report

SENTENCES: Final = 2
"""Those that an article opens with, the headline among them."""

BEFORE: Final = timedelta(days=WEEK - 1)
_NEWS: Final = ("happened", "ongoing")


def dated_as_news(group: Sequence[Mention], reads: Mapping[int, Read]) -> tuple[Mention, ...]:
    """Date the mentions of one event that articles tell as news, if no article dates the event.

    ``reads`` are the articles by the ids of their sources.
    """
    if any(mention.when.dated for mention in group):
        return tuple(group)
    return tuple(_dated(mention, reads[mention.source]) for mention in group)


def _dated(mention: Mention, read: Read) -> Mention:
    published = mention.published
    if published is None or published.first is None or published.last is None or mention.is_total:
        return mention
    news = [report for report in mention.reports if _is_news(report)]
    opening = any(report.sentence_no < SENTENCES for report in news)
    week = Days(published.first - BEFORE, published.last)
    if not opening and not any(_goes_on(report, read, week) for report in news):
        return mention
    told = "told as news, with no day" if opening else "told on after news of the week, with no day"
    chain = (told, f"published {_said(published)}", "news is of the week up to it")
    return dated_as(mention, stretch(week, chain, one_day=True))


def _is_news(report: Report) -> bool:
    return report.asserted and report.factuality in _NEWS


def _goes_on(report: Report, read: Read, week: Days) -> bool:
    """Say whether a report goes on with news: of violence only after violence, for a trial recalls what is past."""
    before = [other for other in read.source.reports if other.end <= report.start and _is_host(other, report)]
    for host in sorted(before, key=lambda other: other.start, reverse=True):
        when = read.whens[host.id]
        if when.dated or host.sentence_no < SENTENCES:
            of_week = when.start is not None and week.overlaps(Days(when.start, when.end))
            return (of_week or not when.dated) and not _breaks_off(host.start, report.start, read, week)
    return False


def _is_host(host: Report, report: Report) -> bool:
    violent = report.event_type not in VIOLENT or host.event_type in VIOLENT
    return _is_news(host) and violent and not host.candidate and not host.is_total


def _breaks_off(start: int, end: int, read: Read, week: Days) -> bool:
    """Say whether the text names an older time between two offsets, be it no more than "recently"."""
    for timex in read.timexes:
        if start <= timex.start < end:
            first = timex.when.start
            older = first is not None and week.first is not None and first < week.first
            if older or timex.value == _PAST:
                return True
    return False


_PAST: Final = "PAST_REF"


def _said(days: Days) -> str:
    return f"{days.first}" if days.first == days.last else f"between {days.first} and {days.last}"
