"""Calendar arithmetic: the period a day lies in, periods before and after it, and their TIMEX3 codes."""

import calendar
from datetime import date, timedelta
from typing import Final

DAY: Final = timedelta(days=1)
SEASON_MONTH: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Northern and meteorological, as TIMEX3 corpora use them: spring is March to May."""
_MONTHS: Final = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "season": 3,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_DAYS: Final = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}

Period = tuple[date, date]


def add_months(day: date, months: int) -> date:
    """Move by whole months, to the last day of a shorter month. OverflowError outside the years 1 to 9999."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add(day: date, unit: str, count: float) -> date:
    """Move a day by an amount of a unit; part of a month or year is rounded to days."""
    if unit in _DAYS:
        return day + timedelta(days=round(count * _DAYS[unit]))
    if unit in _MONTHS:
        months = count * _MONTHS[unit]
        whole = int(months)
        return add_months(day, whole) + timedelta(days=round((months - whole) * 30))
    return day


def months_from(year: int, month: int, count: int) -> Period:
    """Give ``count`` whole months from a month on."""
    first = date(year, month, 1)
    last = add_months(first, count - 1)
    return first, last.replace(day=calendar.monthrange(last.year, last.month)[1])


def period(unit: str, day: date) -> Period:
    """Give the calendar period of a unit that a day lies in; weeks run from Monday to Sunday."""
    if unit in {"week", "fortnight"}:
        monday = day - DAY * (day.isoweekday() - 1)
        return monday, monday + DAY * (6 if unit == "week" else 13)
    if unit == "weekend":
        monday = day - DAY * (day.isoweekday() - 1)
        return monday + DAY * 5, monday + DAY * 6
    if unit == "month":
        return months_from(day.year, day.month, 1)
    if unit == "quarter":
        return months_from(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit == "half":
        return months_from(day.year, 1 if day.month < 7 else 7, 6)
    if unit == "season":
        start = add_months(day.replace(day=1), -(day.month % 3))
        return months_from(start.year, start.month, 3)
    if unit == "year":
        return months_from(day.year, 1, 12)
    if unit == "decade":
        return years_from(day.year // 10 * 10, 10)
    if unit == "century":
        return years_from(day.year // 100 * 100, 100)
    return day, day


def years_from(year: int, count: int) -> Period:
    """Give ``count`` whole years from a year on; year 0 counts from 1."""
    return date(max(year, 1), 1, 1), date(year + count - 1, 12, 31)


def step(unit: str, day: date, count: int) -> Period:
    """Give the ``count``-th period of a unit after (or before) the one the day lies in."""
    start = period(unit, day)[0]
    if unit in {"week", "weekend", "fortnight", "day"}:
        return period(unit, start + timedelta(days=count * _DAYS[unit]))
    if unit in {"decade", "century"}:
        years = 10 if unit == "decade" else 100
        first = (start.year // years) * years + count * years
        if not 0 <= first <= 9900:
            raise OverflowError(f"year {first}")
        return years_from(first, years)
    return period(unit, add_months(start, count * _MONTHS.get(unit, 0)))


def weekday_on_or_before(day: date, weekday: int) -> date:
    """Find the last such weekday up to and with the day."""
    return day - DAY * ((day.isoweekday() - weekday) % 7)


def weekday_on_or_after(day: date, weekday: int) -> date:
    """Find the first such weekday from the day on."""
    return day + DAY * ((weekday - day.isoweekday()) % 7)


def season_of(year: int, season: str) -> Period:
    """Give a season that begins in a year."""
    return months_from(year, SEASON_MONTH[season], 3)


def code(unit: str, start: date) -> str:
    """Write the TIMEX3 value of the period of a unit that begins on a day."""
    if unit == "day":
        return start.isoformat()
    if unit in {"week", "weekend", "fortnight"}:
        year, week, _ = start.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return f"{start.year:04d}-{start.month:02d}"
    if unit == "quarter":
        return f"{start.year:04d}-Q{(start.month + 2) // 3}"
    if unit == "half":
        return f"{start.year:04d}-H{1 if start.month < 7 else 2}"
    if unit == "season":
        names = {month: name for name, month in SEASON_MONTH.items()}
        return f"{start.year:04d}-{names[start.month]}"
    if unit == "decade":
        return f"{start.year // 10:03d}"
    if unit == "century":
        return f"{start.year // 100:02d}"
    return f"{start.year:04d}"


def code_of(start: date, end: date) -> str:
    """Write the TIMEX3 value of a stretch of days, "" where it has none."""
    for unit in ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"):
        try:
            if period(unit, start) == (start, end):
                return code(unit, start)
        except OverflowError:  # at the ends of the calendar
            continue
    return ""
