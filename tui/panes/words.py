"""Short words and signs for events and sources: what stands in a narrow column, never by colour alone."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from store.records.published import Published
from store.records.rows import EventRow
from store.records.when import When
from store.when import MONTHS, describe
from tui.panes.lines import Line, Piece
from tui.text import visible, width

DATE_CELLS: Final = 13

_DAYS_TOLD: Final = 31
"""The longest stretch of one year of which its days are told rather than the year, where both do not fit."""
_FACTUALITY: Final = {"planned": "planned", "possible": "possible", "denied": "denied", "background": "backgr."}
_STATUS: Final = {"checked": "✓", "contested": "!", "rejected": "✗"}


def short_date(when: When, cells: int = DATE_CELLS) -> str:
    """A date in at most ``cells`` (10 or more), shortened rather than cut: "31 Aug 2023", "16 Aug–14 Oct"."""
    text = describe(when).replace("c. ", "~").replace("from ", "≥ ").replace("before ", "< ").replace(" or ", "/")
    if between := re.fullmatch(r"between (.+) and (.+)", text):
        first, last = between[1].split(), between[2].split()
        same_month = len(first) == 2 and first[1] == last[1]
        text = f"{first[0]}–{' '.join(last)}" if same_month else f"{between[1]}–{between[2]}"
    text = text.replace(" – ", "–")
    if width(text) > cells:
        text = _without_centuries(text)
    if width(text) <= cells:
        return text
    if when.start and when.end:
        shorter = _shortened(when.start, when.end, re.sub(r" ?’\d\d", "", text))
        return next(short for short in shorter if width(short) <= cells)
    return re.sub(r" ?’\d\d", "", text)


def _without_centuries(text: str) -> str:
    return re.sub(r"\b(?:19|20)(\d\d)\b", r"’\1", text)


def _shortened(start: date, end: date, yearless: str) -> Iterator[str]:
    """Ever shorter words for a stretch of days; each that tells one year tells the right one of both ends."""
    months = f"{MONTHS[start.month]}–{MONTHS[end.month]}"
    if start.year == end.year and (end - start).days <= _DAYS_TOLD:
        yield yearless
    if start.year == end.year or (end.year == start.year + 1 and end.month < start.month):
        # Where the months run on into January, the year told is the last, and the first can only be the one before.
        yield f"{months} {end.year}"
        yield _without_centuries(f"{months} {end.year}")
    if start.year == end.year:
        yield months
    yield f"{start.year}–{end.year}"


def words_of(name: str) -> str:
    """``car_bomb`` as people write it."""
    return visible(name).replace("_", " ")


def signs(row: EventRow, *, terse: bool = False) -> tuple[Piece, ...]:
    """What sets an event apart, as words and signs: "planned", "≠ date" (disputed), "weak?" (a candidate), its status.

    ``terse`` leaves out which fields are disputed.
    """
    pieces: list[Piece] = []
    if row.disputed:
        what = "" if terse else words_of(row.disputed[0]) if len(row.disputed) == 1 else str(len(row.disputed))
        pieces.append((f"≠ {what}".rstrip(), "sign"))
    if word := _FACTUALITY.get(row.factuality):
        pieces.append((word, "aside"))
    if row.candidate:
        pieces.append(("weak?", "aside"))
    if sign := _STATUS.get(row.status):
        pieces.append((sign, "sign" if row.status != "checked" else "mark"))
    spaced: list[Piece] = []
    for piece in pieces:
        spaced += [(" ", "text"), piece]
    return tuple(spaced)


def marks(row_id: int, selected: frozenset[int], *, starred: bool = False) -> Line:
    """The two cells at the left: selected, starred."""
    return (("●" if row_id in selected else " ", "mark"), ("★" if starred else " ", "accent"))


def published_short(published: Published, cells: int = DATE_CELLS) -> str:
    """A publication day with how it is known: "2 Sep 2023", "?2 Sep 2023" (inferred), "≠15 Nov 2023" (contradicted)."""
    if published.start is None and published.end is None:
        return "no date"
    text = short_date(When(published.start, published.end, published.edtf), cells - 1)
    return {"inferred": "?", "contradicted": "≠"}.get(published.status, "") + text
