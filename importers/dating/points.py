"""A resolved time within one reading of an article: what ``resolve`` computes with."""

from dataclasses import replace
from datetime import date

from importers.dating.calendars import Period, code, code_of, period
from store.records.record import record


@record
class Point:
    """A stretch of days (or a time without days: ``start`` None), its TIMEX3 value, and why."""

    value: str
    start: date | None = None
    end: date | None = None
    unit: str = "day"
    about: bool = False
    """Rounded: the window around a point."""
    centre: date | None = None
    one_day: bool = False
    """One day somewhere in the stretch."""
    compared: bool = False
    """Only brought up for comparison ("a year earlier")."""
    steps: tuple[str, ...] = ()

    def because(self, *steps: str) -> "Point":
        return replace(self, steps=(*self.steps, *steps))


def point(unit: str, days: Period, *steps: str, value: str | None = None) -> Point:
    """Make the point of a calendar period."""
    return Point(code(unit, days[0]) if value is None else value, days[0], days[1], unit, steps=steps)


def year_of(day: date) -> Point:
    """Make the point of the year a day lies in."""
    return point("year", period("year", day))


def stretch(days: Period, *steps: str) -> Point:
    """Make the point of any stretch of days; its value is "" where TIMEX3 has no code for it."""
    return Point(code_of(*days), days[0], days[1], "span", steps=steps)
