"""The key of an event: one integer that sorts by date and names the event.

From the highest bit: the day (``date.toordinal()``; undated events lie past every date, in buckets of 4,096 so that
no bucket is long), two bits of grade (candidate, rejected), two bits of width (0 a day, 1 up to a week, 2
up to a month, 3 more or open), 24 bits of id. So a day's sure events come before its candidates and its exact dates
before "some time from that day on", and counting by ``key >> BUCKET_SHIFT`` counts days and grades in one pass.
"""

from datetime import date
from functools import cache
from typing import Final

from store.records.event import Status
from store.records.report import CANDIDATE_BELOW
from store.records.when import When

ID_BITS: Final = 24
BUCKET_SHIFT: Final = 26
DAY_SHIFT: Final = 28
ID_MASK: Final = (1 << ID_BITS) - 1
UNDATED_DAY: Final = 1 << 22
"""The first "day" past every date (date.max is day 3,652,059)."""

UNDATED_KEY: Final = UNDATED_DAY << DAY_SHIFT
_UNDATED_BUCKET: Final = 12

CANDIDATE: Final = 1
REJECTED: Final = 2
"""The bits of a grade."""


def grade_of(confidence: float, status: Status) -> int:
    return CANDIDATE * (confidence < CANDIDATE_BELOW) | REJECTED * (status == "rejected")


def key_of(event_id: int, when: When, grade: int) -> int:
    """The key of an event. It stands at its first possible day, else (an open start) at its last."""
    if not 0 < event_id <= ID_MASK:
        raise ValueError(f"event id {event_id} is not between 1 and {ID_MASK}")
    day = when.start or when.end
    ordinal = day.toordinal() if day else UNDATED_DAY + (event_id >> _UNDATED_BUCKET)
    return ordinal << DAY_SHIFT | grade << BUCKET_SHIFT | _width(when) << ID_BITS | event_id


@cache
def type_number(event_type: str, sub_event_type: str) -> int:
    """The number by which the timeline names a type: of the type alone, so that no order of events decides it."""
    import hashlib  # loads OpenSSL: for what writes only

    digest = hashlib.blake2b(f"{event_type}\0{sub_event_type}".encode(), digest_size=5).digest()
    return int.from_bytes(digest)


def id_of(key: int) -> int:
    return key & ID_MASK


def day_of(key: int) -> date | None:
    """The day a key stands at; None if undated."""
    ordinal = key >> DAY_SHIFT
    return date.fromordinal(ordinal) if ordinal < UNDATED_DAY else None


def _width(when: When) -> int:
    if when.start is None or when.end is None:
        return 3
    days = (when.end - when.start).days + 1
    return 0 if days == 1 else 1 if days <= 7 else 2 if days <= 31 else 3
