"""One article read under what is known of its publication day: its time phrases resolved, its reports dated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor
from typing import Final

from importers.dating.durations import days_in
from importers.dating.kinds import only_time_of_day, universal_hour
from importers.dating.resolve import counted_back, resolve
from importers.linking.compatible import LASTING, VIOLENT
from importers.linking.mentions import Mention, Spell, dated
from importers.linking.spans import Days, day_at, stretch
from importers.linking.textindex import TextIndex
from store.records.linking import CorpusSource
from store.records.report import Report
from store.records.span import Span
from store.records.timex import Timex
from store.records.when import UNDATED, When
from store.when import precision_of

WEEK: Final = 7
"""Days within which what is told as news has happened."""
_HOURS: Final = 24
_DEGREES: Final = 15
"""What the sun moves in an hour."""
_SLACK: Final = 1
"""Days by which an article may be out before what it tells, as time zones have it."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article's time phrases and mentions under one assumption."""

    source: CorpusSource
    timexes: tuple[Timex, ...]
    whens: Mapping[int, When]
    """Report id -> its date."""
    mentions: tuple[Mention, ...]


def read(source: CorpusSource, told: Sequence[Mention], days: Days, anchors: Mapping[Span, When]) -> Read:
    """Resolve an article's time phrases and date its reports.

    ``told`` is what it tells (``mentions.undated``); ``days`` are those on which it may have been published: phrases
    that hang on the publication day resolve only if both ends are known. ``anchors`` dates the events phrases hang on.
    """
    reference = (days.first, days.last) if days.first and days.last else None
    timexes = resolve(source.expressions, reference, anchors=anchors)
    by_span = {Span(timex.start, timex.end): timex.when for timex in timexes}
    whens = {report.id: _date(report, by_span, days) for report in source.reports}
    whens |= _where_they_were(source, whens)
    whens |= _begun(source.reports, timexes)
    whens |= _of_their_day(source, whens)
    whens |= _parts(source.reports, whens)
    whens |= _counted_from(source, whens, by_span)
    spells = _spells(timexes)
    return Read(source, timexes, whens, tuple(dated(mention, whens, spells, days) for mention in told))


def _spells(timexes: Sequence[Timex]) -> dict[Span, Spell]:
    durations = [(Span(timex.start, timex.end), timex.value) for timex in timexes if timex.type == "DURATION"]
    return {phrase: Spell(phrase, days) for phrase, value in durations if (days := days_in(value)) is not None}


def _begun(reports: Sequence[Report], timexes: Sequence[Timex]) -> dict[int, When]:
    """Date what lasts "since Thursday" by that day: it began then. What adds up since a day ("six shot") did not."""
    began = {Span(timex.start, timex.end): when for timex in timexes if (when := _onset(timex))}
    lasting = (report for report in reports if report.sub_event_type in LASTING and not report.is_total)
    return {one.id: began[one.time] for one in lasting if one.time in began and one.time_basis == "own"}


def _onset(timex: Timex) -> When | None:
    """Give the day that a stretch up to the publication began on ("since Thursday"); None if it is no such stretch."""
    day, end = timex.when.start, timex.when.end
    if day is None or end is None or day == end or timex.value != day.isoformat():
        return None
    return When(day, day, timex.value, precision_of(day, day), (*timex.when.chain, "it began then"))


def _date(report: Report, by_span: Mapping[Span, When], published: Days) -> When:
    """Date a report by its phrase.

    What is told after the happening of a sentence before may be days later: that is its limit (see ``limits``), not its
    day. What has happened does not lie ahead of the article, and violence is nothing that is fixed for a day.
    """
    if report.time is None or report.time_basis == "scene":
        return UNDATED
    when = by_span.get(report.time, UNDATED)
    late = when.start and published.last and (when.start - published.last).days > _SLACK
    if late and report.event_type in VIOLENT and report.factuality != "planned":
        return UNDATED
    if not when.dated or report.time_basis in ("", "own"):
        return when
    if report.time_basis == "frame" and report.follows is not None and not report.span.contains(report.time):
        return UNDATED
    if report.time_basis == "reported":
        return _told_on(when) if report.event_type in VIOLENT else replace(when, chain=(*when.chain, "told then"))
    if report.time_basis == "frame" or when.end is None:
        return replace(when, chain=(*when.chain, "the time of its paragraph"))
    days = Days(when.start, day_at(when.end.toordinal() + 1))
    return stretch(days, (*when.chain, "told as following on it: that day or the next"), one_day=True)


def _told_on(when: When) -> When:
    """Give the week up to the day on which violence is told: "police said on Friday that two men were shot"."""
    chain = (*when.chain, "told then: of the week up to it")
    if when.start is None or when.end is None:
        return replace(when, chain=chain)
    return stretch(Days(day_at(when.start.toordinal() - WEEK + 1), when.end), chain, one_day=True)


def _where_they_were(source: CorpusSource, whens: Mapping[int, When]) -> dict[int, When]:
    """Give what is told in Greenwich's time the day that it was where it happened ("at 0245 GMT on Tuesday", in Quito).

    The sun, not the law, says what time it was: that is an hour or two out, and seldom a day.
    """
    told = {one.span: hour for one in source.expressions if (hour := universal_hour(one)) is not None}
    found: dict[int, When] = {}
    for report in source.reports:
        hour = told.get(report.time) if report.time is not None else None
        east, when = report.place.longitude, whens[report.id]
        if hour is None or east is None or when.start is None or when.start != when.end:
            continue
        days = floor((hour + east / _DEGREES) / _HOURS)
        if days:
            day = day_at(when.start.toordinal() + days)
            found[report.id] = stretch(Days(day, day), (*when.chain, f"{day} where it happened"))
    return found


def _of_their_day(source: CorpusSource, whens: Mapping[int, When]) -> dict[int, When]:
    """Leave out the day that a bare time of day ("at 0845") is taken to mean where the happening has one of its own."""
    bare = {expression.span for expression in source.expressions if only_time_of_day(expression)}
    if not bare:
        return {}
    days = {
        report.cluster
        for report in source.reports
        if report.time and report.time not in bare and report.time_basis == "own" and whens[report.id].dated
    }
    return {report.id: UNDATED for report in source.reports if report.time in bare and report.cluster in days}


def _counted_from(source: CorpusSource, whens: Mapping[int, When], by_span: Mapping[Span, When]) -> dict[int, When]:
    """Date what a sentence counts from by what it says came so much later ("two days after X was seized").

    That has the day that the sentence, or its article elsewhere, gives it; what is no event, the only one in front of
    the count ("Flags flew at half-mast on Friday, a day after X").
    """
    found: dict[int, When] = {}
    counted = [expression for expression in source.expressions if expression.anchor is not None]
    if not counted:
        return found
    sentences = TextIndex((report.span, report) for report in source.reports)
    exact: dict[int, set[When]] = {}
    for one in source.reports:
        if one.time_basis == "own" and one.time and 0 <= whens[one.id].precision <= 1:
            exact.setdefault(one.cluster, set()).add(whens[one.id])
    for expression in counted:
        assert expression.anchor is not None
        around = sentences.around(expression.span)
        within = [one for one in around if expression.anchor.contains(Span(one.trigger_start, one.trigger_end))]
        later = {one.cluster for one in around} - {one.cluster for one in within}
        days = {when for cluster in later for when in exact.get(cluster, ())}
        if not later and within:
            days = _days_in_front(expression.span, within[0].span, by_span)
        if len(days) == 1:
            when = counted_back(expression, days.pop())
            found |= {report.id: when for report in within if not whens[report.id].dated and when.dated}
    return found


def _days_in_front(phrase: Span, sentence: Span, by_span: Mapping[Span, When]) -> set[When]:
    """The days that a sentence names in front of a phrase."""
    return {
        when
        for span, when in by_span.items()
        if sentence.start <= span.start < phrase.start and 0 <= when.precision <= 1
    }


def _parts(reports: tuple[Report, ...], whens: Mapping[int, When]) -> dict[int, When]:
    """Undated parts of a dated total ("four car bombs in 48 hours") lie within its time."""
    totals: dict[int, When] = {}
    for report in reports:
        when = whens[report.id]
        if report.is_total and when.dated and when.start and when.end:
            totals.setdefault(report.cluster, when)
    return {
        report.id: replace(totals[report.part_of], chain=(*totals[report.part_of].chain, "part of that total"))
        for report in reports
        if report.part_of in totals and not whens[report.id].dated
    }
