"""Full calendar dates as newspapers and machines write them, strictly: year, month and day.

Only for what surrounds an article (header lines, datelines, metadata, file names). Time phrases in running text are
the business of ``importers.dating.expressions``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

TWO_DIGIT_YEARS_FROM: Final = 30
"""A year of two digits lies in 1930-2029: news archives reach further back than news reaches ahead."""

_MONTH_NAMES: Final = tuple(
    tuple(names.split())
    for names in (
        "january enero jan ene janeiro janvier januar gennaio gener januari",
        "february febrero feb febr fevereiro février februar febbraio febrer februari",
        "march marzo mar mzo março mars märz març maart",
        "april abril apr abr avril aprile",
        "may mayo maio mai maggio maig mei",
        "june junio jun junho juin juni giugno juny",
        "july julio jul julho juillet juli luglio juliol",
        "august agosto aug ago août agost augustus",
        "september septiembre setiembre sept sep set setembro septembre settembre setembre",
        "october octubre oct outubro octobre oktober ottobre",
        "november noviembre nov novembro novembre",
        "december diciembre dec dic dezembro décembre dezember dicembre desembre",
    )
)
"""English and Spanish with their abbreviations, then the names of languages whose articles are imported as well."""
_MONTHS_OF_YEAR: Final = 12
_MONTHS: Final = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
MONTH: Final = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
"""A month's name or abbreviation, as a regular expression (use with ``re.I``)."""
DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])"
ORDINAL: Final = r"(?:st|nd|rd|th|er|º|°|o|\.(?=\s))?"
"""What may follow a day's number: "1st", "1er", "1º", German "1. Mai"."""

_FULL: Final = re.compile(
    rf"""(?<![\w/.-])(?:
      (?P<iso_y>1[5-9]\d\d|20\d\d)(?P<sep>[-/.])(?P<iso_m>1[0-2]|0?[1-9])(?P=sep)(?P<iso_d>{DAY})(?![\d])
    | (?P<compact>(?:19|20)\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9]))(?=\D|\d{{4}}(?:\d\d)?\b|T\d|$)
    | (?P<a>\d{{1,2}})(?P<nsep>[-/.])(?P<b>\d{{1,2}})(?P=nsep)(?P<num_y>1[5-9]\d\d|20\d\d)(?!\d)
    | (?P<dm_d>{DAY}){ORDINAL}(?:\s{{1,3}}(?:of\s|de\s)?\s?|[-/.])(?P<dm_m>{MONTH})
        (?:,?\s{{1,3}}(?:of\s|del?\s)?\s?|[-/.])(?P<dm_y>(?:1[5-9]|20)\d\d)(?!\d)
    | (?P<md_m>{MONTH})\s{{1,3}}(?P<md_d>{DAY}){ORDINAL}(?:,?\s{{1,3}}|,)(?:del?\s)?(?P<md_y>(?:1[5-9]|20)\d\d)(?!\d)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# What stands first is looked at last: marks are fewer than numbers.
_FROM_MARK: Final = re.compile(r"([-/])(\d{1,2})\1(?:1[5-9]|20)\d\d(?![\d/-])")
_UP_TO_MARK: Final = re.compile(r"(?<![\w/.-])\d{1,2}\Z")
_LONGEST_MONTH: Final = 31
_PARTIAL: Final = re.compile(
    rf"(?:(?P<d1>{DAY}){ORDINAL}[\s-](?:of\s|de\s)?(?P<m1>{MONTH})|(?P<m2>{MONTH})\s?(?P<d2>{DAY}){ORDINAL}(?!\d))"
    r"(?:,?[\s-](?:del?\s)?'?(?P<yy>\d\d)(?!\d))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    day: date
    start: int
    end: int
    ambiguous: bool = False
    """Only the language's habit said which number is the day (9/2/2023)."""

    def behind(self, offset: int) -> "FoundDate":
        """Give the same date where the text it was found in stands at ``offset`` of a longer one."""
        return replace(self, start=self.start + offset, end=self.end + offset)


def full_dates(text: str, *, day_first: bool) -> Iterator[FoundDate]:
    """Every full date in ``text`` that exists in the calendar; offsets are into ``text``."""
    for found in _FULL.finditer(text):
        day = _day_of(found, day_first)
        if day:
            either = (
                bool(found["a"])
                and found["a"] != found["b"]
                and max(int(found["a"]), int(found["b"])) <= _MONTHS_OF_YEAR
            )
            yield FoundDate(day, found.start(), found.end(), either and found["nsep"] != ".")


def first_full_date(text: str, *, day_first: bool = True) -> FoundDate | None:
    return next(full_dates(text, day_first=day_first), None)


def day_comes_first(text: str) -> bool | None:
    """Tell whether the day comes first in the dates in figures of ``text``, from those that can be read in one way.

    "23/06/2026" is one of them, "11/06/2026" is none. None where there are none, or they disagree.
    """
    told = set()
    for found in _FROM_MARK.finditer(text):
        number = _UP_TO_MARK.search(text[max(found.start() - 3, 0) : found.start()])
        first, second = (int(number[0]), int(found[2])) if number else (0, 0)
        if 0 < min(first, second) <= _MONTHS_OF_YEAR < max(first, second) <= _LONGEST_MONTH:
            told.add(first > second)
    return told.pop() if len(told) == 1 else None


def day_and_month(text: str) -> tuple[int, int, int | None] | None:
    """Day, month and, from two digits, the year of a partial date such as a dateline's ("3 JAN 90", "Sept. 1")."""
    found = _PARTIAL.search(text)
    if not found:
        return None
    month, day = month_number(found["m1"] or found["m2"]), int(found["d1"] or found["d2"])
    return day, month, century(int(found["yy"])) if found["yy"] else None


def century(two_digits: int) -> int:
    return (1900 if two_digits >= TWO_DIGIT_YEARS_FROM else 2000) + two_digits


def month_number(name: str) -> int:
    return _MONTHS[name.rstrip(".").lower()]


def calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_order(first: int, second: int, mark: str, *, day_first: bool) -> tuple[int, int]:
    """Give day and month of a date in figures, in whose order they can be; ``mark`` stands between the two.

    ``day_first``: the language writes the day first where either could be the month.
    """
    # Who writes dots writes the day first, in any language: "08.09.2026".
    as_written = (day_first or mark == ".") and second <= _MONTHS_OF_YEAR
    return (first, second) if as_written or first > _MONTHS_OF_YEAR else (second, first)


def _day_of(found: re.Match[str], day_first: bool) -> date | None:
    if found["iso_y"]:
        return calendar_day(int(found["iso_y"]), int(found["iso_m"]), int(found["iso_d"]))
    if found["compact"]:
        digits = found["compact"]
        return calendar_day(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    if found["a"]:
        first, second, year = int(found["a"]), int(found["b"]), int(found["num_y"])
        day, month = in_order(first, second, found["nsep"], day_first=day_first)
        return calendar_day(year, month, day)
    key = "dm" if found["dm_d"] else "md"
    return calendar_day(int(found[f"{key}_y"]), month_number(found[f"{key}_m"]), int(found[f"{key}_d"]))
