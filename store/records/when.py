"""A resolved time."""

from datetime import date
from typing import Final

from store.records.record import record


@record
class When:
    """A resolved time: its first and last possible day, how exact it is, and the steps that led there.

    ``start`` or ``end`` is None where that end is open; both are None for "undated".
    """

    start: date | None = None
    end: date | None = None
    edtf: str = ""
    precision: int = 9
    """UCDP date_prec: 1 day, 2 two to six days, 3 week, 4 up to a month, 5 up to a year; 0 part of a day; 9 unknown."""
    chain: tuple[str, ...] = ()
    """Steps for people, nearest first: ('"on Thursday"', 'published 2023-09-02 (dateline)', 'prefer past')."""

    @property
    def dated(self) -> bool:
        return self.start is not None or self.end is not None


UNDATED: Final = When()
