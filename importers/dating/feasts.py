"""Holidays with a fixed or computed date, by the names the word lists give them."""

from datetime import date, timedelta
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
    return None
