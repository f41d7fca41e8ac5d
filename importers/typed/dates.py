"""A date as a person types it: EDTF, or words as in an article ("2-4 Sep 2023", "31 de agosto de 2023"). Pure.

Nothing is guessed: what hangs on another day ("yesterday"), or reads otherwise in English than in Spanish
("09/02/2023"), is refused with a sentence that says how to type it.
"""

import calendar
import re
from datetime import date, timedelta
from typing import Final

from importers.typed.errors import DateError
from store.records.published import Published
from store.records.when import When
from store.when import describe, edtf, edtf_one_of, precision_of

_LANGUAGES: Final = ("en", "es")
_DAY: Final = timedelta(days=1)
_HOW: Final = "Type it as 2023-09-02, 2 Sep 2023, 2-4 Sep 2023, Sep 2023 or in EDTF."

_EDTF_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%])?")
_EDTF: Final = re.compile(r"\[[\d.,-]+\]|(?:[\dX~?%-]+|\.\.)?/(?:[\dX~?%-]+|\.\.)?|\d{4}[\dX~?%-]*")
_HEADS: Final = (
    (re.compile(r"(?:c\.|ca\.|circa|about|around|hacia)\s*(?:el\s+)?", re.IGNORECASE), "about"),
    (re.compile(r"(?:before|antes\s+del?)\s+", re.IGNORECASE), "before"),
    (re.compile(r"(?:after|después\s+del?)\s+", re.IGNORECASE), "after"),
    (re.compile(r"(?:from|since|desde)\s+(?:el\s+)?(?!.*\s(?:to|until|hasta|al?)\s)", re.IGNORECASE), "from"),
    (re.compile(r"(?:between|entre)\s+(?:el\s+)?", re.IGNORECASE), "between"),
)
_OR: Final = re.compile(r"\s+(?:or|o)\s+", re.IGNORECASE)


def read_date(typed: str) -> When:
    """Read a typed date. Its chain says that a person set it. Raises DateError."""
    text = " ".join(typed.split())
    when = _edtf(text) if _EDTF.fullmatch(text) else _words(text)
    if when is None:
        raise DateError(f"“{typed}” names no day. {_HOW}")
    return When(when.start, when.end, when.edtf, when.precision, ("user", f"typed “{text}”"))


def read_publication(typed: str, today: date) -> Published:
    """Read a typed publication date, which is a day or a period with both ends, and not to come. Raises DateError."""
    when = read_date(typed)
    if when.start is None or when.end is None:
        raise DateError(f"“{typed}” leaves an end open. Type a day or a period, such as 2 Sep 2023 or Sep 2023.")
    if when.start > today + _DAY:  # further east the next day has begun
        raise DateError(f"{describe(when)} is still to come, and the article is out. Is it a slip of the finger?")
    return Published(when.start, when.end, when.edtf, "user", "stated", "set by hand")


def _edtf(text: str) -> When | None:
    """Read EDTF, level 1 and level 2's "one of" sets."""
    if text.startswith("["):
        first, dots, last = text[1:-1].partition("..")
        days = [_bounds(part) for part in ((first, last) if dots else first.split(","))]
        if None in days or not days:
            return None
        found = sorted(one for one in days if one is not None)
        start, end = found[0][0], max(last for _, last in found)
        code = edtf(start, end, one_day=True) if dots else edtf_one_of([day for day, _ in found])
        return When(start, end, code, precision_of(start, end))
    first, slash, last = text.partition("/")
    if not slash:
        return _dated(_bounds(text), _mark(text))
    ends = [None if part in ("", "..") else _bounds(part) for part in (first, last)]
    if any(end is None and part not in ("", "..") for end, part in zip(ends, (first, last), strict=True)):
        return None
    return _stretch(ends[0][0] if ends[0] else None, ends[1][1] if ends[1] else None, _mark(first) or _mark(last))


def _bounds(text: str) -> tuple[date, date] | None:
    """Give the first and last day of "2023", "2023-08", "2023-08-31"; X for what is not known."""
    found = _EDTF_DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part and part != "XX" else None for part in found.groups()[:3])
    assert year is not None
    try:
        if month is None:
            return (date(year, 1, 1), date(year, 12, 31)) if day is None else None
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, IndexError):  # no such day in the calendar
        return None


def _mark(text: str) -> str:
    return text[-1] if text and text[-1] in "~?%" else ""


def _dated(bounds: tuple[date, date] | None, mark: str) -> When | None:
    return _stretch(*bounds, mark) if bounds else None


def _stretch(start: date | None, end: date | None, mark: str = "") -> When | None:
    if (start is None and end is None) or (start and end and end < start):
        return None
    code = edtf(start, end, approximate=mark in ("~", "%"), disputed=mark in ("?", "%"))
    return When(start, end, code, precision_of(start, end))


def _words(text: str) -> When | None:
    for head, kind in _HEADS:
        if found := head.match(text):
            return _headed(kind, text, text[found.end() :])
    parts = _OR.split(text)
    if len(parts) > 1:
        return _one_of(parts)
    return _phrase(text)


def _headed(kind: str, text: str, rest: str) -> When | None:
    if kind == "between":
        when = _phrase(text)
        code = edtf(when.start, when.end, one_day=True) if when else ""
        return When(when.start, when.end, code, when.precision) if when else None
    when = _edtf(rest) if _EDTF.fullmatch(rest) else _phrase(rest)
    if when is None or when.start is None or when.end is None:
        return None
    match kind:
        case "about":
            return _stretch(when.start, when.end, "~")
        case "before":
            return _stretch(None, when.start - _DAY) if when.start > date.min else None
        case "after":
            return _stretch(when.end + _DAY, None) if when.end < date.max else None
        case _:
            return _stretch(when.start, None)


def _one_of(parts: list[str]) -> When | None:
    """Read "30 Aug or 2 Sep 2023", "30 or 31 Aug 2023": what the earlier ones leave out, the last one says."""
    words = parts[-1].split(" ")
    days = []
    for part in parts:
        own = part.split(" ")
        when = _phrase(" ".join([*own, *words[len(own) :]]))
        if when is None or when.start is None or when.start != when.end:
            return None
        days.append(when.start)
    return When(min(days), max(days), edtf_one_of(days), precision_of(min(days), max(days)))


def _phrase(text: str) -> When | None:
    """Read a phrase by the grammar of articles: whole, and alike in every language that can read it."""
    from importers.dating.expressions import find
    from importers.dating.resolve import resolve

    read: dict[tuple[date | None, date | None], When] = {}
    for language in _LANGUAGES:
        found = find(text, language)
        if len(found) == 1 and found[0].text == text:
            when = resolve(found, None)[0].when
            if when.dated:
                read.setdefault((when.start, when.end), when)
    if len(read) > 1:
        either = " or ".join(describe(when) for when in read.values())
        raise DateError(f"“{text}” can be {either}. {_HOW}")
    return next(iter(read.values()), None)
