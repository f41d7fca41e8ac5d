"""News that nothing dates: of the days up to the day of publication.

A newspaper's lead tells what is new (the "hot news" perfect has no time adverb at all), so the day of publication
bounds it from both sides. Further on a text stays in the time that it told of last: what it goes on to assert after a
deed of the week is news as well, and not older than that deed, until it names an older time ("in July", "since 2021",
"recently"). What is going on is of the day of publication. Violence that a text asserts after nothing of the kind is
recent: of the month. What a sentence takes for known ("the men who killed X", "the murder of Y") is no news wherever
it stands, and stays undated.

What is dated so is evidence for nothing else: it is done when events have been merged and publication days found.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from importers.linking.compatible import VIOLENT, groups_of
from importers.linking.limits import dated_as
from importers.linking.mentions import Mention
from importers.linking.reading import WEEK, Read
from importers.linking.spans import Days, stretch
from store.records.report import Report
from store.records.when import UNDATED, When
from store.when import precision_of

SENTENCES: Final = 2
"""Those that an article opens with, the headline among them."""

BEFORE: Final = timedelta(days=WEEK - 1)
RECENT: Final = timedelta(days=30)
FRESH: Final = timedelta(days=1)
_NEWS: Final = ("happened", "ongoing")


def dated_as_news(group: Sequence[Mention], reads: Mapping[int, Read]) -> tuple[Mention, ...]:
    """Date the mentions of one event that articles tell as news, if no article dates the event.

    ``reads`` are the articles by the ids of their sources.
    """
    if any(mention.when.dated for mention in group):
        return tuple(group)
    told = [mention.published.last for mention in group if mention.published and mention.published.last]
    found = tuple(_dated(mention, reads[mention.source]) for mention in group)
    if any(mention.when.start and mention.when.start > min(told) for mention in found if told):
        # It is told by an article of before those days: news of another deed has been taken for this one's.
        return tuple(group)
    return found


def _dated(mention: Mention, read: Read) -> Mention:
    published = mention.published
    if published is None or published.first is None or published.last is None or mention.is_total:
        return mention
    week = Days(published.first - BEFORE, published.last)
    month = Days(published.first - RECENT, published.last)
    said = f"published {_said(published)}"
    news = [report for report in mention.reports if _is_news(report)]
    scene = next((days for report in news if (days := _of_scene(report, read, published)) is not None), None)
    if scene is not None:
        return dated_as(mention, _about(scene, ("told on after news of that day", said)))
    if any(_goes_on(report) for report in news):
        return dated_as(mention, _about(published, ("told as going on", said)))
    for report in news:
        after = _after_news(report, read, week)
        if after is not None and after != week:
            return _held(mention, after, "told on after news, with no day", said, f"not before that ({after.first})")
        if after is not None:
            return _held(mention, week, "told on after news of the week, with no day", said, _OF_WEEK)
        if report.sentence_no < SENTENCES:
            return _held(mention, week, "told as news, with no day", said, _OF_WEEK)
        if _stands_alone(report, read, week):
            return _held(mention, month, "told as recent, with no day", said, "of the month up to it")
    return mention


_OF_WEEK: Final = "news is of the week up to it"


def _held(mention: Mention, days: Days, *chain: str) -> Mention:
    return dated_as(mention, stretch(days, chain, one_day=True))


def _of_scene(report: Report, read: Read, published: Days) -> Days | None:
    """Give the day that the telling is in, if it is that of publication or the one before: fresh news is of one day."""
    if report.time is None or report.time_basis != "scene" or published.first is None or published.last is None:
        return None
    when = next((timex.when for timex in read.timexes if timex.start == report.time.start), UNDATED)
    if when.start is None or when.end is None:
        return None
    fresh = published.last - FRESH <= when.start and when.end <= published.last
    return Days(when.start, when.end) if fresh else None


def _about(days: Days, chain: tuple[str, ...]) -> When:
    """Give a day that is only about right, or one of two."""
    if days.length == 1:
        return When(days.first, days.last, f"{days.first}~", precision_of(days.first, days.last), chain)
    return stretch(days, chain, one_day=True)


def _goes_on(report: Report) -> bool:
    """Say whether it is told as going on; who "are holding" hostages took them before."""
    return report.factuality == "ongoing" and "captives" not in groups_of(report.sub_event_type)


def opens_as_news(report: Report) -> bool:
    """Say whether its article opens with a report as news, and gives it no day."""
    return report.sentence_no < SENTENCES and report.time is None and _is_news(report)


def _is_news(report: Report) -> bool:
    return report.asserted and report.factuality in _NEWS


def _after_news(report: Report, read: Read, week: Days) -> Days | None:
    """Give the days of a report that goes on with news; None if it does not, or goes on with what is older.

    It tells of violence only after violence, for a trial recalls what is past.
    """
    for host in _hosts(report, read):
        told = _days_told(host, read, week)
        if told is not None:
            if not week.overlaps(told) or _breaks_off(host.start, report.start, read, week):
                return None
            return week.narrowed(Days(told.first, None))
    return None


def _days_told(host: Report, read: Read, week: Days) -> Days | None:
    """Give the days of what is told as news: its own, the last if it goes on, the week if the article opens with it."""
    when = read.whens[host.id]
    if when.dated:
        return Days(when.start, when.end) if when.start else week
    if _goes_on(host):
        return Days(week.last, week.last)
    return week if host.sentence_no < SENTENCES else None


def _stands_alone(report: Report, read: Read, week: Days) -> bool:
    """Say whether it is violence before which neither violence of some day, a trial nor an older time is told.

    Nor may the article open with an arrest, which recalls what it was made over.
    """
    before = [other for other in read.source.reports if other.end <= report.start and other.asserted]
    dated = any(_is_host(one, report) and read.whens[one.id].dated for one in before)
    arrest = any("custody" in groups_of(one.sub_event_type) for one in before[:1])
    recalls = arrest or any(one.sub_event_type == "charges_ruling" for one in before)
    return report.event_type in VIOLENT and not (dated or recalls or _breaks_off(0, report.start, read, week))


def _hosts(report: Report, read: Read) -> list[Report]:
    """Give what an article tells as news before a report, the nearest first."""
    before = [other for other in read.source.reports if other.end <= report.start and _is_host(other, report)]
    return sorted(before, key=lambda other: other.start, reverse=True)


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
