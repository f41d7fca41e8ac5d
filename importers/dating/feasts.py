"""Holidays with a fixed or computed date, by the names the word lists give them."""

from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module
from typing import Final

from importers.dating.calendars import DAY, weekday_on_or_after, weekday_on_or_before

_FIXED: Final[dict[str, tuple[int, int]]] = {
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "new year": (1, 1),
    "new year eve": (12, 31),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "veterans day": (11, 11),
    "halloween": (10, 31),
    "all saints": (11, 1),
    "all souls": (11, 2),
    "valentine": (2, 14),
    "patrick": (3, 17),
    "epiphany": (1, 6),
    "boxing day": (12, 26),
    "women": (3, 8),
    "april fools": (4, 1),
    "earth day": (4, 22),
    "independence day us": (7, 4),
    "innocents": (12, 28),
    "guadalupe": (12, 12),
    "immaculate": (12, 8),
    "assumption": (8, 15),
    "hispanic day": (10, 12),
}
_EASTER: Final[dict[str, tuple[int, int]]] = {
    "easter": (0, 0),
    "good friday": (-2, -2),
    "easter monday": (1, 1),
    "palm sunday": (-7, -7),
    "maundy thursday": (-3, -3),
    "ash wednesday": (-46, -46),
    "pentecost": (49, 49),
    "holy week": (-7, 0),
    "carnival": (-48, -47),
    "holy saturday": (-1, -1),
    "corpus": (60, 60),
}
_NTH: Final[dict[str, tuple[int, int, int]]] = {
    "thanksgiving": (11, 4, 4),
    "labor day": (9, 1, 1),
    "memorial day": (5, 1, -1),
    "columbus day": (10, 1, 2),
    "mlk": (1, 1, 3),
    "presidents": (2, 1, 3),
    "mother": (5, 7, 2),
    "father": (6, 7, 3),
}


_MOON: Final[dict[str, tuple[str, str, str]]] = {
    "ramadan": ("islamic", "_IslamicLunar", "ramadan_beginning_dates"),
    "eid al-fitr": ("islamic", "_IslamicLunar", "eid_al_fitr_dates"),
    "eid al-adha": ("islamic", "_IslamicLunar", "eid_al_adha_dates"),
    "islamic new year": ("islamic", "_IslamicLunar", "hijri_new_year_dates"),
    "ashura": ("islamic", "_IslamicLunar", "ashura_dates"),
    "mawlid": ("islamic", "_IslamicLunar", "mawlid_dates"),
    "lunar new year": ("chinese", "_ChineseLunisolar", "lunar_new_year_date"),
    "diwali": ("hindu", "_HinduLunisolar", "diwali_date"),
    "passover": ("hebrew", "_HebrewLunisolar", "passover_date"),
    "rosh hashanah": ("hebrew", "_HebrewLunisolar", "rosh_hashanah_date"),
    "yom kippur": ("hebrew", "_HebrewLunisolar", "yom_kippur_date"),
}
"""Feasts by the moon, from the calendars of the holidays library: module, class, method."""


_ESTIMATED: Final = frozenset({"ramadan", "eid al-fitr", "eid al-adha", "islamic new year", "ashura", "mawlid"})


def rounded(name: str) -> bool:
    """Say whether a holiday's day is only known within a day: the sighting of the moon decides it, land by land."""
    return name in _ESTIMATED


def easter(year: int) -> date:
    """Find Easter Sunday of the Gregorian calendar (the Meeus/Jones/Butcher rule)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def feast(name: str, year: int) -> tuple[date, date] | None:
    """Give a holiday's days in a year; None for an unknown name or an impossible year."""
    if not 1 <= year <= 9998:
        return None
    if name in _FIXED:
        month, day = _FIXED[name]
        return date(year, month, day), date(year, month, day)
    if name in _EASTER:
        first, last = _EASTER[name]
        return easter(year) + timedelta(days=first), easter(year) + timedelta(days=last)
    if name in _NTH:
        month, weekday, number = _NTH[name]
        if number > 0:
            found = weekday_on_or_after(date(year, month, 1), weekday) + DAY * 7 * (number - 1)
        else:
            found = weekday_on_or_before(date(year, month + 1, 1) - DAY, weekday)
        return found, found
    return _by_the_moon(name, year) if name in _MOON else None


@lru_cache(maxsize=256)
def _by_the_moon(name: str, year: int) -> tuple[date, date] | None:
    """Find a feast of a lunar calendar; Ramadan is its month, to the day before the feast that ends it."""
    module, kind, method = _MOON[name]
    if name in _ESTIMATED and not 1925 <= year <= 2077:
        return None
    calendar = getattr(import_module(f"holidays.calendars.{module}"), kind)()
    said = getattr(calendar, method)(year)
    rows = (
        said if isinstance(said, date) or said is None else [row[0] if isinstance(row, tuple) else row for row in said]
    )
    days = (
        [rows] if isinstance(rows, date) else [day for day in rows or () if isinstance(day, date) and day.year == year]
    )
    if not days:
        return None
    if name != "ramadan":
        return days[0], days[0]
    end = _by_the_moon("eid al-fitr", year)
    return (days[0], end[0] - DAY) if end is not None and end[0] > days[0] else None
