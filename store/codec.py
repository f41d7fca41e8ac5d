"""Records as columns and JSON, and back, without loss: ``x_of(x_row(record)) == record``.

Here are the values that several records share: days, spans, places, paths. ``article_codec``, ``reading_codec``,
``report_codec`` and ``event_codec`` are for the records of these names.

JSON is written compactly and with ASCII escapes, so that any string goes in, half a surrogate pair included. Columns
are TEXT: a path that is no UTF-8 is kept as its bytes.
"""

import json
import os
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from store.connection import Value
from store.records.place import Place
from store.records.published import Published
from store.records.span import Span
from store.records.when import When

Row = Sequence[Any]
"""A row as SQLite gives it: the one place where values have no type is between it and these functions."""

_ENCODER: Final = json.JSONEncoder(separators=(",", ":"))


def columns(names: str) -> tuple[str, ...]:
    """Columns by name, as SQL spells them."""
    return tuple(names.split())


def dumps(value: object) -> str:
    return _ENCODER.encode(value)


def day_text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def text_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def clean(text: str) -> str:
    """Half surrogate pairs, which UTF-8 cannot hold, as U+FFFD: offsets stay."""
    if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def path_value(path: str) -> str | bytes:
    """A path as it is stored: text, or bytes where its name is no UTF-8 (``os.fsdecode`` made surrogates of them)."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def value_path(value: str | bytes) -> str:
    return os.fsdecode(value)


def span_json(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def json_span(value: list[int] | None) -> Span | None:
    return Span(value[0], value[1]) if value else None


PUBLISHED: Final = columns(
    "published_start published_end published_edtf published_basis published_status published_why"
)


def published_row(published: Published) -> tuple[Value, ...]:
    start, end = day_text(published.start), day_text(published.end)
    return (start, end, published.edtf, published.basis, published.status, clean(published.why))


def published_of(row: Row) -> Published:
    return Published(text_day(row[0]), text_day(row[1]), *row[2:6])


def when_row(when: When) -> tuple[Value, ...]:
    return day_text(when.start), day_text(when.end), when.edtf, when.precision, dumps(when.chain)


def when_of(row: Row) -> When:
    return When(text_day(row[0]), text_day(row[1]), row[2], row[3], texts_of(row[4]))


def place_json(place: Place) -> list[Value]:
    return [
        place.country,
        place.country_name,
        place.admin1,
        place.location,
        place.site,
        place.latitude,
        place.longitude,
        place.geo_precision,
    ]


def place_of(values: list[Any]) -> Place:
    return Place(*values)


def texts_of(text: str) -> tuple[str, ...]:
    """A JSON list of strings."""
    return tuple(json.loads(text)) if text != "[]" else ()
