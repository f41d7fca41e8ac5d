"""Stretches of days, and dates that are narrowed by one another."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from store.records.when import When
from store.when import edtf, edtf_one_of, precision_of


class Days(NamedTuple):
    """From the first to the last possible day; None is open."""

    first: date | None
    last: date | None

    @property
    def length(self) -> int | None:
        """How many days, if both ends are known."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    def overlaps(self, other: "Days") -> bool:
        return self.gap(other) == 0

    def gap(self, other: "Days") -> int:
        """Days from the end of the one to the start of the other; 0 if they overlap, 1 for neighbours."""
        before = (other.first - self.last).days if other.first and self.last else 0
        after = (self.first - other.last).days if self.first and other.last else 0
        return max(before, after, 0)

    def narrowed(self, other: "Days") -> "Days":
        """Say what both allow; only for stretches that overlap."""
        firsts = [day for day in (self.first, other.first) if day]
        lasts = [day for day in (self.last, other.last) if day]
        return Days(max(firsts, default=None), min(lasts, default=None))


EVER = Days(None, None)


def day_at(ordinal: int) -> date:
    """Give the day of an ordinal, the first or last there is if it lies beyond them."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def days_of(when: When) -> Days | None:
    """Give the days of a date; None if it has none."""
    return Days(when.start, when.end) if when.dated else None


def meet(a: When, b: When) -> When | None:
    """Say what two dates of one happening have in common: None if they exclude each other.

    The narrower one stays as it is (with its chain and its EDTF) where it lies within the other; otherwise the overlap
    is a new stretch, and one day in it is meant.
    """
    days_a, days_b = days_of(a), days_of(b)
    if days_a is None or days_b is None:
        return b if days_a is None else a
    if not days_a.overlaps(days_b):
        return None
    both = days_a.narrowed(days_b)
    if both == days_a:
        return a
    if both == days_b:
        return b
    chain = (*a.chain, *(step for step in b.chain if step not in a.chain))
    return stretch(both, chain, one_day=True)


def approximate(when: When) -> bool:
    """Say whether a date is only about right: EDTF's sign for that is a tilde."""
    return "~" in when.edtf


def agree(a: When, b: When) -> bool:
    """Say whether two dates may be one: they overlap, or one is about right and a day off."""
    if meet(a, b) is not None:
        return True
    days_a, days_b = days_of(a), days_of(b)
    near = days_a is not None and days_b is not None and days_a.gap(days_b) == 1
    return near and (approximate(a) or approximate(b))


def stretch(days: Days, chain: tuple[str, ...], *, one_day: bool = False) -> When:
    """Give a date from its ends, with its EDTF and precision."""
    first, last = days
    spelled = edtf(first, last, one_day=one_day and first is not None and last is not None)
    return When(first, last, spelled, precision_of(first, last), chain)


def disputed(whens: Sequence[When], chain: tuple[str, ...]) -> When:
    """Join dates that exclude each other: the span of all, spelled as "one of these days" where they are days."""
    starts = [when.start for when in whens if when.start]
    ends = [when.end for when in whens if when.end]
    if not starts or not ends:
        return When()
    first, last = min(starts), max(ends)
    singles = all(when.start == when.end for when in whens)
    spelled = edtf_one_of([when.start for when in whens if when.start]) if singles else edtf(first, last, disputed=True)
    return When(first, last, spelled, precision_of(first, last), chain)
