"""When an article was published, as far as its file says: every candidate with the place it was found at.

Only full dates count, and a dateline's day and month where something else in the file gives the year. Nothing is
taken from today or from the file's modification time. What the candidates are worth is decided over all articles
(``importers.dating.solve``); until then ``initial_published`` takes the best stated one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Final

from importers.cleaning.datelines import Dateline
from importers.cleaning.marks import HeaderDate, find_marks
from importers.dating.fulldates import (
    FoundDate,
    calendar_day,
    day_and_month,
    day_comes_first,
    first_full_date,
    full_dates,
)
from importers.document import Metadata
from store.records.article import DateCandidate
from store.records.published import UNPUBLISHED, Published, PublishedBasis
from store.records.span import Span

ORDER: Final[tuple[PublishedBasis, ...]] = ("user", "metadata", "dateline", "header", "filename", "inferred")
"""Best first."""

_URL_DAY: Final = re.compile(r"/((?:19|20)\d\d)[/-]?(1[0-2]|0?[1-9])[/-]?(3[01]|[12]\d|0?[1-9])(?=[/_.-]|$)")
_URL_SLUG_DAY: Final = re.compile(r"[-_/]((?:19|20)\d\d)-?(1[0-2]|0[1-9])-?(3[01]|[12]\d|0[1-9])(?=[/_.?-]|$)")
_FOLDERS: Final = re.compile(r"(?:^|/)((?:19|20)\d\d)/(1[0-2]|0?[1-9])/(3[01]|[12]\d|0?[1-9])$")
_NAME_MARK: Final = re.compile(r"[^\W\d](?=(?:19|20)\d{6}(?!\d))")
"""What stands before a day in a file's name: an underscore, an agency's letters ("AFP20120315.0042")."""
_SPANISH: Final = re.compile(r"\b(?:el|los|las|que|en|del|una|por)\b", re.IGNORECASE)
_ENGLISH: Final = re.compile(r"\b(?:the|of|and|to|in|was|that|for)\b", re.IGNORECASE)
_IN_NUMBERS: Final = re.compile(r"\d[-/.]\d{1,2}[-/.]\d{4}")
_SAMPLE: Final = 1500
TOLD_APART: Final = " (day and month told apart "
"""Behind where a date in figures was found that can be read in two ways; how they were told apart follows."""
BY_LANGUAGE: Final = "by the language"
BY_OTHERS: Final = "by its other dates"


def reads_day_first(text: str, language: str = "", path: str = "") -> bool:
    """How 9/2/2023 is read: as the text's other dates tell; in Spanish (and any language but English) the day first.

    Where the language is not stated, the commonest little words of the opening tell Spanish from English; they are
    only counted where the opening or ``path`` has a date in numbers.
    """
    told = day_comes_first(text)
    if told is not None:
        return told
    if language:
        return not language.startswith("en")
    sample = text[:_SAMPLE]
    if not (_IN_NUMBERS.search(sample) or _IN_NUMBERS.search(path)):
        return False  # nothing hangs on it
    return len(_SPANISH.findall(sample)) > len(_ENGLISH.findall(sample))


def candidates(text: str, metadata: Metadata, path: str) -> tuple[DateCandidate, ...]:
    """Every publication date that the file states, best first; spans are into ``text``."""
    day_first = reads_day_first(text, metadata.language, path)
    marks = find_marks(text, day_first=day_first)
    return collect(text, metadata, path, marks.dateline, marks.dates, day_first=day_first)


def collect(
    text: str,
    metadata: Metadata,
    path: str,
    dateline: Dateline | None,
    headers: Sequence[HeaderDate],
    *,
    day_first: bool,
) -> tuple[DateCandidate, ...]:
    """``candidates`` for a text whose dateline and header dates have been found."""
    stated = [*_metadata(metadata, day_first), *_url(metadata.url)]
    below = [*_headers(text, headers), *_names(path, day_first)]
    with_year = _dateline(text, dateline, [*stated, *below], day_first)
    if day_comes_first(text) is None:
        return (*stated, *with_year, *below)
    told = f"{TOLD_APART}{BY_OTHERS}"
    return tuple(
        replace(candidate, where=candidate.where.replace(f"{TOLD_APART}{BY_LANGUAGE}", told))
        for candidate in (*stated, *with_year, *below)
    )


def initial_published(candidates: Sequence[DateCandidate]) -> Published:
    """Take the best stated candidate by ``ORDER``, the first of equals; UNPUBLISHED where there is none."""
    if not candidates:
        return UNPUBLISHED
    best = min(candidates, key=lambda candidate: ORDER.index(candidate.basis))
    edtf = best.start.isoformat() if best.start == best.end else f"{best.start.isoformat()}/{best.end.isoformat()}"
    return Published(best.start, best.end, edtf, best.basis, "stated", best.where)


def _metadata(metadata: Metadata, day_first: bool) -> Iterator[DateCandidate]:
    seen: set[tuple[date, str]] = set()
    for stated in metadata.dates:
        found = first_full_date(stated.value, day_first=day_first)
        if found and (found.day, stated.where) not in seen:
            seen.add((found.day, stated.where))
            value = stated.value.strip()[:80]
            yield DateCandidate("metadata", found.day, found.day, value, _where(stated.where, found))


def _url(url: str) -> Iterator[DateCandidate]:
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*$", "", url, flags=re.IGNORECASE)
    found = _URL_DAY.search(path) or _URL_SLUG_DAY.search(path)
    day = calendar_day(int(found[1]), int(found[2]), int(found[3])) if found else None
    if found and day:
        yield DateCandidate("metadata", day, day, found[0].strip("/-_"), "URL")


def _headers(text: str, headers: Sequence[HeaderDate]) -> Iterator[DateCandidate]:
    """From header lines and bylines; the day of a change counts where no other is stated."""
    published = [header for header in headers if not header.changed]
    for header in published or headers:
        span = Span(header.date.start, header.date.end)
        where = f"{header.key} (updated)" if header.changed else header.key
        words = text[span.start : span.end]
        yield DateCandidate("header", header.date.day, header.date.day, words, _where(where, header.date), span)


def _names(path: str, day_first: bool) -> Iterator[DateCandidate]:
    """From the file's name, then from the folders right above it (2023/09/02, or one named 2023-09-02)."""
    pure = PurePath(path)
    name = _NAME_MARK.sub(" ", pure.stem).replace("_", " ")
    found = next(full_dates(name, day_first=day_first), None)
    if found:
        yield DateCandidate(
            "filename", found.day, found.day, pure.stem[found.start : found.end], _where("file name", found)
        )
    parents = [part for part in pure.parts[-4:-1] if part != pure.anchor]
    if not parents:
        return
    nested = _FOLDERS.search("/".join(parents))
    day = calendar_day(int(nested[1]), int(nested[2]), int(nested[3])) if nested else None
    if nested and day:
        yield DateCandidate("filename", day, day, nested[0].strip("/"), "folder")
    elif single := next(full_dates(parents[-1].replace("_", " "), day_first=day_first), None):
        words = parents[-1][single.start : single.end]
        yield DateCandidate("filename", single.day, single.day, words, _where("folder", single))


def _dateline(
    text: str, dateline: Dateline | None, others: Sequence[DateCandidate], day_first: bool
) -> Iterator[DateCandidate]:
    """Date the dateline. Without a year it takes the one that puts it nearest the best other candidate, if any."""
    if dateline is None or dateline.date is None:
        return
    span = dateline.date
    worded = " ".join(text[span.start : span.end].split())
    full = first_full_date(worded, day_first=day_first)
    if full:
        yield DateCandidate("dateline", full.day, full.day, worded, _where("dateline", full), span)
        return
    partial = day_and_month(worded)
    if partial is None:
        return
    day, month, year = partial
    if year is not None:
        found, where = calendar_day(year, month, day), "dateline (year of two digits: 1930-2029)"
    elif others:
        found, where = _nearest(day, month, others[0].start), f"dateline, its year from the {others[0].where}"
    else:
        return
    if found:
        yield DateCandidate("dateline", found, found, worded, where, span)


def _where(name: str, found: FoundDate) -> str:
    return f"{name}{TOLD_APART}{BY_LANGUAGE})" if found.ambiguous else name


def _nearest(day: int, month: int, to: date) -> date | None:
    days = [found for year in (to.year - 1, to.year, to.year + 1) if (found := calendar_day(year, month, day))]
    return min(days, key=lambda found: abs((found - to).days), default=None)
