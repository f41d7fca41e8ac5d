"""Which number is the day in a publication date in figures ("11/06/2026"), as articles of the same outlet tell.

An outlet writes its dates in one way. Where an article does not tell which by itself, those of its outlet are asked,
or, where it names none, those of its folder: "23/06/2026" in one of them says that the day comes first. Where they
disagree, or none tells, the language decides. The other reading stays a candidate, taken only if the text excludes
the likely one, or by a person.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Final
from urllib.parse import urlsplit

from importers.dating.fulldates import day_comes_first
from importers.dating.publication import BY_LANGUAGE, BY_OTHERS, TOLD_APART
from store.records.article import Article, DateCandidate
from store.records.linking import CorpusSource
from store.records.record import record

_Group = tuple[str, str, str]
"""What articles may have in common: which kind of thing, what it is called, and the language they are in."""
_OUTLET: Final = "outlet"


@record
class Readings:
    """The publication dates of one article, a date in figures in both its orders."""

    candidates: tuple[DateCandidate, ...]
    unlikely: frozenset[DateCandidate]
    """Those of the candidates that nothing speaks for."""


def readings(corpus: Sequence[CorpusSource]) -> dict[int, Readings]:
    """Give the publication dates of the articles that have one in which either number may be the day, by their ids."""
    found = {}
    tellers: Mapping[_Group, Mapping[str, bool]] | None = None
    for one in corpus:
        article = one.source.article
        if any(map(_is_ambiguous, article.candidates)):
            if tellers is None:
                tellers = _tellers(corpus)
            found[one.source.id] = _read(article, tellers)
    return found


def _read(article: Article, tellers: Mapping[_Group, Mapping[str, bool]]) -> Readings:
    candidates: list[DateCandidate] = []
    unlikely: set[DateCandidate] = set()
    for candidate in _as_written(article.candidates):
        if not _is_ambiguous(candidate):
            candidates.append(candidate)
            continue
        day_first, by = _told(article, tellers)
        swapped = day_first is not None and day_first != _reads_day_first(candidate)
        name = candidate.where.partition(TOLD_APART)[0]
        likely = f"{name}{TOLD_APART}{by})" if day_first is not None else candidate.where
        rest = f"{name}{TOLD_APART}the other way)"
        pair = (
            replace(candidate, where=rest if swapped else likely),
            replace(_other(candidate), where=likely if swapped else rest),
        )
        candidates += pair
        unlikely.add(pair[0 if swapped else 1])
    return Readings(tuple(candidates), frozenset(unlikely))


def _told(article: Article, tellers: Mapping[_Group, Mapping[str, bool]]) -> tuple[bool | None, str]:
    """Say whether the day comes first in an article's dates, and who tells; None if nobody does, or they disagree."""
    own = _own(article)
    if own is not None:
        return own, BY_OTHERS
    for kind, name, language in _groups(article):
        told = tellers.get((kind, name, language), {})
        orders = set(told.values())
        if len(orders) == 1:
            day_first = orders.pop()
            whose = (article.outlet or name) if kind == _OUTLET else "its folder"
            articles = f"{len(told)} other article{'s' if len(told) > 1 else ''} of {whose}"
            return day_first, f"by {articles}, {'day' if day_first else 'month'} first"
        if orders:
            break
    return None, ""


def _tellers(corpus: Iterable[CorpusSource]) -> Mapping[_Group, Mapping[str, bool]]:
    """Give, of what articles have in common, which of them tell by themselves which number is the day, and which."""
    found: dict[_Group, dict[str, bool]] = {}
    for one in corpus:
        article = one.source.article
        own = _own(article)
        if own is not None:
            for group in (*_groups(article), _folder(article)):
                found.setdefault(group, {})[article.sha256] = own
    return found


def _groups(article: Article) -> Iterator[_Group]:
    """Yield what an article shares with those that may tell of it: its outlet; its folder, if it names no outlet."""
    host = urlsplit(article.url).hostname or "" if "//" in article.url else ""
    names = dict.fromkeys(name.casefold().removeprefix("www.") for name in (article.outlet, host) if name)
    if not names:
        yield _folder(article)
    for name in names:
        yield _OUTLET, name, article.language


def _folder(article: Article) -> _Group:
    return "folder", str(PurePath(article.path).parent), article.language


def _own(article: Article) -> bool | None:
    """Say whether the day comes first in an article, if its own dates tell: one that can be read in one way only.

    Or one that, read so, is the day that the file gives elsewhere in words, or with the year in front.
    """
    candidates = _as_written(article.candidates)
    own = day_comes_first("\n".join((article.text, *(candidate.text for candidate in candidates))))
    if own is not None:
        return own
    sure = {candidate.start for candidate in candidates if not _is_ambiguous(candidate)}
    orders = {
        _reads_day_first(reading)
        for candidate in candidates
        if _is_ambiguous(candidate)
        for reading in (candidate, _other(candidate))
        if reading.start in sure
    }
    return orders.pop() if len(orders) == 1 else None


def _as_written(candidates: Iterable[DateCandidate]) -> tuple[DateCandidate, ...]:
    """Give the candidates that the file states, one of each date in figures: as the language reads it."""
    found: dict[object, DateCandidate] = {}
    for candidate in candidates:
        name, apart, _ = candidate.where.partition(TOLD_APART)
        written = replace(candidate, where=f"{name}{TOLD_APART}{BY_LANGUAGE})") if apart else candidate
        key = (candidate.basis, candidate.text, candidate.span, name, None if apart else candidate.start)
        found.setdefault(key, written)
    return tuple(found.values())


def _is_ambiguous(candidate: DateCandidate) -> bool:
    return TOLD_APART in candidate.where


def _reads_day_first(candidate: DateCandidate) -> bool:
    """Say whether an ambiguous candidate takes the first of its numbers for the day."""
    first = "".join(char if char.isdigit() else " " for char in candidate.text).split()[0]
    return int(first) == candidate.start.day


def _other(candidate: DateCandidate) -> DateCandidate:
    """Give an ambiguous candidate with its day and its month the other way round."""
    day = date(candidate.start.year, candidate.start.day, candidate.start.month)
    return replace(candidate, start=day, end=day)
