"""The line that says where, when and by whom an article was printed: a date among names, or a date alone."""

import re
from dataclasses import dataclass, replace
from typing import Final

from importers.cleaning.agencies import known_outlet, outlet_like
from importers.cleaning.heads import (
    BYLINE,
    CLOCK,
    DATE_KEYS,
    PARTICLES,
    SEPARATORS,
    STAFF,
    WEEKDAYS,
    is_release,
    only_names,
)
from importers.dating.fulldates import FoundDate, full_dates
from importers.gazetteer.lookup import lookup
from store.records.span import Span

_BAR: Final = re.compile(r"\s[|·•]\s")
"""What parts the fields of a line, wherever it stands."""
_FIELD: Final = re.compile(r"\s[|·•/–—-]\s|[,.;]\s")
"""What parts the fields of a line below a title."""
_LONGEST_LINE: Final = 110
"""Characters of a line that holds nothing but dates and names."""
_LONGEST_FIELD: Final = 7
"""Words; a field that says what happened is longer."""
_UNNAMED: Final = 1
"""Words in small letters that a field may hold: "Lake Radio online", "Public statement"."""
_DAY_OR_HOUR: Final = re.compile(rf"\W*(?:{WEEKDAYS}|\s/{CLOCK})$", re.IGNORECASE)
"""What may stand between a name and the date: "The Andes Courier, Sat", "Harbour Post / 11:42 PM"."""
_DATE_LINE_REST: Final = re.compile(
    rf"(?:{WEEKDAYS}|(?:first\s+)?published|posted|(?:last\s+)?(?:updated|modified)|publicado|actualizado|fecha|date|on|el|at|"
    rf"a\s+las|{CLOCK}|\d{{1,3}}\s?(?:min(?:ute)?s?|hours?|days?|horas?|d[ií]as?)\b|read|ago|hace|de|lectura|"
    r"[|·•,:;/()–—-]|\s|[ap]\.?m\b\.?|(?-i:[A-Z]{2,4})\b)*+",
    re.IGNORECASE,
)
_LAST_WEEKDAY: Final = re.compile(rf"{WEEKDAYS},?\s+$", re.IGNORECASE)
_OPENS_FIELD: Final = re.compile(rf"(?:^|[.,;|·•(\[]|\s[–—-])\s*(?:(?:{DATE_KEYS})[\s:]+)?$", re.IGNORECASE)
_CLOSES_FIELD: Final = re.compile(rf"(?:{CLOCK}|\s\({WEEKDAYS}\))?\s*(?:$|[.,;|·•)\]]|[–—-]\s)", re.IGNORECASE)
_OPENS_BARRED: Final = re.compile(r"(?:[|·•]|[(\[][^()\[\]]+,)\s*$")
_CLOSES_BARRED: Final = re.compile(rf"(?:{CLOCK})?(?:\slocal)?\s*(?:$|[)\]])", re.IGNORECASE)
_PROSE: Final = (".", "!", "?", "”", '"')
_HALF_DAY: Final = re.compile(r"[ap]\.?\s?m\.\s*$", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"\s*\(([^()\d]{2,40})\)\s*")
_LONGEST_IMPRINT: Final = 6
"""Words in the name of an imprint."""
_COLUMN: Final = re.compile(r"\s*[|·•]\s*|\s[/–—-]\s|\s\(|\)")
"""What stands between the parts of a line of names: "Quito | 3 May 2026 | By Ana Paz"."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """A line that says where, when and by whom an article was printed or filed; "" for what it does not say."""

    date: FoundDate
    outlet: str = ""
    place: str = ""
    author: str = ""
    agency: str = ""
    """Whose report it is, in brackets behind the date."""


def date_line(text: str, span: Span, *, day_first: bool) -> FoundDate | None:
    """Find the date of a line that holds a full date and nothing else but weekday, time and separators."""
    if span.end - span.start > _LONGEST_LINE:
        return None
    line = text[span.start : span.end]
    if not any(c.isdigit() for c in line):
        return None
    dates = list(full_dates(line, day_first=day_first))
    if not dates:
        return None
    ends = [0, *(date.end for date in dates)]
    starts = [*(date.start for date in dates), len(line)]
    if _DATE_LINE_REST.fullmatch(" ".join(line[a:b] for a, b in zip(ends, starts, strict=True))) is None:
        return None
    found = dates[0]
    return found.behind(span.start)


def dated_fields(text: str, span: Span, *, day_first: bool, titled: bool) -> Imprint | None:
    """Read a line of short fields one of which is a date: "Issue 1,184 | Tuesday, 8 September 2026".

    The fields need be no names ("Lake FM 98.5 online", "Public statement"). Below a title (``titled``) a comma, a
    stop or a dash parts them as well as a bar does.
    """
    line = text[span.start : span.end]
    found = next(full_dates(line, day_first=day_first), None) if len(line) <= _LONGEST_LINE else None
    if found is None:
        return None
    parting = _FIELD if titled else _BAR
    before, behind = parting.split(line[: found.start]), parting.split(line[found.end :])
    if not (_says_when(before[-1]) and _says_when(behind[0])):
        return None
    fields = [field.strip(SEPARATORS) for field in (*before, *behind) if not _says_when(field)]
    if not fields or not all(_is_field(field) for field in fields):
        return None
    outlet = next((field for field in fields if outlet_like(field)), "")
    nearest = [field.strip(SEPARATORS) for field in reversed(before) if not _says_when(field)][:_MOST_PARTS]
    # "Tocoa, Colón. 4 May": the town and what it lies in
    place = ", ".join(field for field in reversed(nearest) if field != outlet and _is_place(field))
    return Imprint(found.behind(span.start), outlet, place)


def dated_among(text: str, span: Span, *, day_first: bool, barred: bool = False) -> FoundDate | None:
    """Find the date that is a field of its own in a line, whatever the other fields tell.

    "Statement circulated on Telegram, Thursday 3 May 2026; translated by the desk", "By staff. Posted 3 May 2026"; but
    not "on Sunday, 3 May 2026". Only for a line that is above the text by where it stands. ``barred``: only one that a
    bar or a bracket with more in it sets off at the end, as of a headline, which may be on a day long past.
    """
    line = text[span.start : span.end]
    opens, closes = (_OPENS_BARRED, _CLOSES_BARRED) if barred else (_OPENS_FIELD, _CLOSES_FIELD)
    for found in full_dates(line, day_first=day_first):
        # Of "on Saturday, 2 May" the day belongs to what stands before its name.
        if opens.search(_LAST_WEEKDAY.sub("", line[: found.start])) and closes.match(line, found.end):
            return found.behind(span.start)
    return None


def placed_date(text: str, span: Span, *, day_first: bool) -> Imprint | None:
    """Read a line that opens with a place and has its date among other fields: "Quito. Lake FM, news. 3 May 2026"."""
    found = dated_among(text, span, day_first=day_first) if span.end - span.start <= _LONGEST_LINE else None
    fields = _FIELD.split(text[span.start : span.end])
    if found is None or is_prose(text[found.end : span.end]) or not _is_place(fields[0]):
        return None
    region = f", {fields[1]}" if len(fields) > 1 and _is_place(fields[1]) else ""
    return Imprint(found, place=fields[0] + region)


def is_prose(line: str) -> bool:
    """Whether a line ends as a sentence does, and not with "6 a.m."."""
    return line.rstrip().endswith(_PROSE) and not _HALF_DAY.search(line)


def _says_when(field: str) -> bool:
    """Whether nothing but a weekday, an hour or a word like "Published" stands there, or nothing at all."""
    return _DATE_LINE_REST.fullmatch(field) is not None


def _is_field(field: str) -> bool:
    """Whether a part of a line is a name or a rubric, and tells nothing."""
    words = field.split()
    author = BYLINE.match(field)
    if author and only_names(field[author.end() :], sure=False):
        return True
    small = [word for word in words if word[0].islower() and word not in PARTICLES | STAFF]
    opens = field[0].isupper() or field[0].isdigit() or len(words) == 1
    return opens and len(words) <= _LONGEST_FIELD and len(small) <= _UNNAMED and not any(c in field for c in '!?:;"“”')


def imprint(text: str, span: Span, *, day_first: bool, titled: bool) -> Imprint | None:
    """Read a line that holds a full date and names, and nothing else: "The Andes Courier, 5 March 2024".

    A name that is neither an outlet's by its form nor a place's is an outlet's only below a title (``titled``).
    """
    if span.end - span.start > _LONGEST_LINE:
        return None
    line = text[span.start : span.end]
    found = next(full_dates(line, day_first=day_first), None) if any(c.isdigit() for c in line) else None
    if found is None:
        return None
    bracketed = _BRACKETED.fullmatch(line, found.end)
    around = (line[: found.start], "" if bracketed else line[found.end :])
    parts = [part.strip(SEPARATORS) for side in around for part in _COLUMN.split(side)]
    names = [_DAY_OR_HOUR.sub("", part) for part in parts if not _says_when(part)]
    date = found.behind(span.start)
    return _imprint(names, Imprint(date, agency=bracketed[1] if bracketed else ""), titled=titled)


def _imprint(names: list[str], known: Imprint, *, titled: bool) -> Imprint | None:
    """Complete what is ``known`` by what the names of a line are; None where one of them is no name, or none is."""
    if not names or (len(names) > 1 and not all(name[:1].isalnum() for name in names)):
        return None  # "[Dated] 5 March 2024, Quito" is the day of the statement quoted
    sure, others = known, list[str]()
    for name in names:
        before, comma, last = name.rpartition(", ")
        author = BYLINE.match(name)
        if author and only_names(name[author.end() :], sure=False) and len(names) > 1:
            sure = replace(sure, author=name[author.end() :])
        elif not known_outlet(name) and _is_place(name.split(",")[0]) and all(map(_is_region, name.split(", "))):
            sure = replace(sure, place=sure.place or name)
        elif comma and len(names) == 1 and _is_place(last) and outlet_like(before):
            sure = replace(sure, outlet=before, place=last)
        elif outlet_like(name):
            sure = replace(sure, outlet=sure.outlet or name)
        elif comma and len(names) > 1 and _is_place(last) and _printed(before):
            sure = replace(sure, outlet=sure.outlet or before, place=sure.place or last)
        elif titled and comma and _printed(last) and _is_desk(before):
            # "Press Bureau, London", "Foreign desk, Coast Daily", "Interview by Ana Paz, Lake Radio, Geneva"
            sure = replace(sure, outlet=sure.outlet or (before.split(", ")[-1] if _is_place(last) else last))
        elif not author and "," not in name and _printed(name):
            if not STAFF.issuperset(name.lower().split()):
                others.append(name)
        else:
            return None
    if others and not titled and sure == known:
        return None
    if others and not sure.outlet and not sure.place:
        sure = replace(sure, outlet=others[0])
    return sure


def _is_place(name: str) -> bool:
    return any(found.main for found in lookup(name))


def _is_region(name: str) -> bool:
    return name.isupper() or _printed(name)


def _is_desk(words: str) -> bool:
    """May it be who made an article, in front of the outlet's name: one or two short parts, the first a name?"""
    parts = words.split(", ")
    return words[:1].isupper() and len(parts) <= _MOST_PARTS and all(len(one.split()) <= _LONGEST_DESK for one in parts)


_MOST_PARTS: Final = 2
_LONGEST_DESK: Final = 4


def _printed(name: str) -> bool:
    """Whether a name may be that of an outlet, an office or an author."""
    name = name.removeprefix("The ")
    return is_release(name) or (only_names(name, sure=False) and len(name.split()) <= _LONGEST_IMPRINT)
