"""When mentions are of different times: what tells two happenings apart by their days, as far as an article says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from importers.extraction.mentions.drafts import Draft
from store.records.span import Span
from store.records.when import When

Dates = Mapping[Span, When]
"""Time phrases resolved as far as the article by itself allows, for comparing two of them."""

_EXACT: Final = 2
"""Of time precision: to the day or a few."""
_NEWS: Final = timedelta(days=8)
"""So long after a deed it is told as news without its day; a weekly's news is a week old."""


def died_later(draft: Draft) -> bool:
    """Does it tell of who died of what was done to him before ("died on Friday in hospital", "of his wounds")?"""
    clause, context = draft.clause, draft.context
    if draft.found.pos != "verb" or not draft.trigger.effect or clause is None or draft.trigger.figure != "killed":
        return False
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    heads = {words[chunks[at].head].lemma for _, nominal in clause.preps for at in nominal}
    return not heads.isdisjoint(lexicon.words("care_sites") | lexicon.words("wounds"))


def _counted_later(draft: Draft, when: When, deed: When) -> bool:
    """Is it a toll told after the day of the deed ("on Tuesday the toll rose to 21")? Then they were counted."""
    after = when.start is not None and deed.end is not None and when.start > deed.end
    return draft.trigger.count == "told" and after


def _in_passing(draft: Draft) -> bool:
    """Is it told as known, of people that something else is told of ("the mothers of boys who were killed")?"""
    relative = draft.clause is not None and draft.clause.relative
    return not draft.asserted and (draft.trigger.effect or relative)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of an article's mentions."""

    dates: Dates
    published: date | None
    """The day that the article states for itself, if it does."""

    def own(self, draft: Draft) -> When | None:
        """When it was, where its own words say so."""
        if draft.time is None or draft.time_basis != "own" or died_later(draft):
            return None
        return self.dates.get(draft.time)

    def differ(self, one: Draft, other: Draft) -> bool:
        """Do the days that the two give themselves exclude each other?"""
        if one.time == other.time:
            return False
        a, b = self.own(one), self.own(other)
        if self._was_before(one, b) or self._was_before(other, a):
            return True
        if a is None or b is None or not a.dated or not b.dated:
            return False
        if _counted_later(one, a, b) or _counted_later(other, b, a):
            return False
        return (a.end is not None and b.start is not None and a.end < b.start) or (
            b.end is not None and a.start is not None and b.end < a.start
        )

    def _was_before(self, draft: Draft, when: When | None) -> bool:
        """Was it before ``when``? What is told in the frame of a time was then or before.

        "The government fell in 2025 after 70 people had died in protests": those were of 2025 at the latest.
        """
        frame = self._frame(draft)
        return bool(frame and when and frame.end and when.start and frame.end < when.start)

    def _frame(self, draft: Draft) -> When | None:
        """The time that another clause of its sentence gives it."""
        return self.dates.get(draft.time) if draft.time is not None and draft.time_basis == "frame" else None

    def same_day(self, one: Draft, other: Draft) -> bool:
        """Do both give themselves the same day or few, or does one give it to the other in its sentence?"""
        if one.time is None or other.time is None:
            return False
        if one.time == other.time and one.sentence is other.sentence:
            return {one.time_basis, other.time_basis} <= {"own", "frame"}
        if not one.time_basis == other.time_basis == "own":
            return False
        a, b = self.own(one), self.own(other)
        return one.time == other.time or (a is not None and a.dated and a == b and a.precision <= _EXACT)

    def of_another_stretch(self, draft: Draft, others: Sequence[Draft]) -> bool:
        """Does it bring a stretch of time and a number, where others have no time ("last week two died")?

        A day may be that of the news told before; a week, a month or a year is that of something else.
        """
        when = self.own(draft)
        if when is None or when.precision <= _EXACT or not draft.figures:
            return False
        return not any(other.time is not None and other.time_basis == "own" for other in others)

    def looks_back(self, draft: Draft, others: Sequence[Draft]) -> bool:
        """Does it date itself before what is news, where others are told without a day ("on 16 March a singer died")?

        News is told without a day as long as it is fresh: what gives an old day is of another time, unless more than
        likeness says that it is the same. What others take for known ("convicted of the murder") may have that day.
        Nor is news what became of some in passing, of old ("families of those killed in 2024 laid flowers").
        """
        if any(map(self._is_old, others)) and all(map(_in_passing, others)):
            return draft.asserted and self.own(draft) is None
        if not self._is_old(draft) or any(own.dated for other in others if (own := self.own(other)) is not None):
            return False
        return any(other.asserted for other in others)

    def _is_old(self, draft: Draft) -> bool:
        when = self.own(draft) or self._frame(draft)
        if self.published is None or when is None or when.end is None:
            return False
        return self.published - when.end > _NEWS
