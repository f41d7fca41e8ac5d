"""How sure a date is, in words, in EDTF and as a UCDP code. Pure functions over ``When``; no I/O.

EDTF is ISO 8601-2 (level 1, and level 2's "one of" sets): ``~`` rounded, ``?`` disputed, ``%`` both, ``a/b`` the
stretch from a to b, ``..`` an open end, ``[a..b]`` one day somewhere from a to b, ``[a,b]`` the one or the other.
UCDP's date_prec: 1 day, 2 two to six days, 3 a week, 4 up to a month, 5 up to a year.
"""

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from store.records.when import When

MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNKNOWN = 9
NO_DATE = "no date"

_DAY = timedelta(days=1)
_EDTF_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%])?")


def precision_of(start: date | None, end: date | None) -> int:
    """UCDP's date_prec of a stretch of days; 9 where an end is open or it is longer than a year."""
    if start is None or end is None:
        return UNKNOWN
    days = (end - start).days + 1
    for most, code in ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5)):
        if days <= most:
            return code
    return UNKNOWN


def edtf(
    start: date | None,
    end: date | None,
    *,
    approximate: bool = False,
    disputed: bool = False,
    one_day: bool = False,
) -> str:
    """Write a stretch of days as EDTF: a whole month is ``2023-08``, a whole year ``2023``.

    ``approximate`` marks a rounded phrase and ``disputed`` a conflict between sources. ``one_day`` says that a
    single day is meant that lies somewhere in the stretch, rather than the whole of it.
    """
    if start is None and end is None:
        return ""
    mark = "%" if approximate and disputed else "~" if approximate else "?" if disputed else ""
    if start is None or end is None:
        return f"{_spell(start, mark)}/{_spell(end, mark)}"
    if start == end:
        return start.isoformat() + mark
    if one_day:
        return f"[{start.isoformat()}..{end.isoformat()}]"
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        if start.month == 1 and end.month == 12:
            first, last = f"{start.year:04d}", f"{end.year:04d}"
        else:
            first, last = start.isoformat()[:7], end.isoformat()[:7]
        return first + mark if first == last else f"{first}{mark}/{last}{mark}"
    return f"{start.isoformat()}{mark}/{end.isoformat()}{mark}"


def edtf_one_of(days: Sequence[date]) -> str:
    """Write "one of these days" as EDTF: ``[2023-08-30,2023-08-31]``; a single day is itself."""
    ordered = sorted(set(days))
    if len(ordered) == 1:
        return ordered[0].isoformat()
    return "[" + ",".join(day.isoformat() for day in ordered) + "]" if ordered else ""


def describe(when: When) -> str:
    """Say a date as sure as it is.

    "31 Aug 2023", "c. 30 Aug 2023", "Aug 2023", "between 16 Aug and 14 Oct 2023",
    "2-4 Sep 2023" (with an en dash), "before 20 Aug 2023", "from 2 Nov 2022", "no date"; "?" marks a dispute.
    """
    start, end = when.start, when.end
    if start is None and end is None:
        return NO_DATE
    doubt = "?" if re.search(r"[?%]", when.edtf) else ""
    if start is None:
        assert end is not None
        return f"before {_day(end + _DAY) if end < date.max else _day(end)}{doubt}"
    if end is None:
        return f"from {_day(start)}{doubt}"
    if when.edtf.startswith("["):
        return _one_of(when.edtf, start, end)
    about = "c. " if re.search(r"[~%]", when.edtf) else ""
    if about and (centre := _EDTF_DATE.fullmatch(when.edtf)):
        return about + _partial(centre[1], centre[2], centre[3]) + doubt
    return about + _stretch(start, end) + doubt


def _spell(day: date | None, mark: str) -> str:
    return ".." if day is None else day.isoformat() + mark


def _one_of(text: str, start: date, end: date) -> str:
    if "," in text and text.count(",") == 1:
        return _joined(start, end, " or ")
    if ".." in text or "," in text:
        return _day(start) if start == end else _between(start, end)
    return _stretch(start, end)


def _between(start: date, end: date) -> str:
    first = f"{start.day} {MONTHS[start.month]}" if start.year == end.year else _day(start)
    return f"between {first} and {_day(end)}"


def _joined(start: date, end: date, word: str) -> str:
    if start == end:
        return _day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{word}{_day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month]}{word if word.strip() == 'or' else ' – '}{_day(end)}"
    return f"{_day(start)}{word if word.strip() == 'or' else ' – '}{_day(end)}"


def _stretch(start: date, end: date) -> str:
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return _months(start, end)
    return _joined(start, end, "–")


def _months(start: date, end: date) -> str:
    if start.month == 1 and end.month == 12:
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return _month(end)
    return f"{MONTHS[start.month]}–{_month(end)}" if start.year == end.year else f"{_month(start)} – {_month(end)}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month]} {day.year}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def _partial(year: str, month: str | None, day: str | None) -> str:
    words = [str(int(day))] if day else []
    words += [MONTHS[int(month)]] if month and 1 <= int(month) <= 12 else []
    return " ".join([*words, str(int(year))])
