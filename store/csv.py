"""Events and sources as rows of a spreadsheet. What is not known is an empty cell."""

import re
from collections.abc import Mapping
from typing import Final

from store.event_words import file_name
from store.jsonl import NOTHING
from store.records.event import FIGURES, Event
from store.records.report import ROLES
from store.records.source import Source

EVENT_COLUMNS: Final = (
    "id",
    "title",
    "event_type",
    "sub_event_type",
    "date_start",
    "date_end",
    "date_edtf",
    "time_precision",
    "date_basis",
    "country",
    "country_name",
    "admin1",
    "location",
    "site",
    "latitude",
    "longitude",
    "geo_precision",
    *ROLES,
    "instruments",
    *(f"{name}_{part}" for name in FIGURES for part in ("low", "best", "high")),
    "factuality",
    "confidence",
    "number_of_sources",
    "num_articles",
    "disputed",
    "status",
    "starred",
    "tags",
    "note",
    "set_by_hand",
    "files",
)
"""The columns of ``ecu-tui events --format csv``."""


def event_cells(event: Event, sources: Mapping[int, Source]) -> list[str]:
    """An event's cells; ``sources``: those of its reports, by id."""
    place, when = event.place, event.when
    values: list[object] = [
        event.ref,
        event.title,
        event.event_type,
        event.sub_event_type,
        when.start,
        when.end,
        when.edtf,
        when.precision,
        " <- ".join(when.chain),
        place.country,
        place.country_name,
        place.admin1,
        place.location,
        place.site,
        place.latitude,
        place.longitude,
        place.geo_precision,
        *("; ".join(actor.name for actor in event.actors if actor.role == role) for role in ROLES),
        "; ".join(event.instruments),
    ]
    for name in FIGURES:
        estimate = event.figures.get(name, NOTHING)
        values += [estimate.low, estimate.best, estimate.high]
    values += [
        event.factuality,
        round(event.confidence, 4),
        event.number_of_sources,
        event.num_articles,
        "; ".join(event.disputed),
        event.status,
        "yes" if event.starred else "no",
        "; ".join(event.tags),
        event.note,
        "; ".join(kept.field for kept in event.corrections),
        "; ".join(
            file_name(sources[number].article.path) for number in sorted({one.source_id for one in event.reports})
        ),
    ]
    return [_text(value) for value in values]


SOURCE_COLUMNS: Final = (
    "id",
    "path",
    "sha256",
    "format",
    "title",
    "outlet",
    "byline",
    "language",
    "url",
    "published_start",
    "published_end",
    "published_edtf",
    "published_basis",
    "published_status",
    "copy_of",
    "similarity",
    "events",
)
"""The columns of ``ecu-tui sources --format csv``."""


def source_cells(source: Source) -> list[str]:
    article, published = source.article, source.published
    values: list[object] = [
        source.id,
        article.path,
        article.sha256,
        article.format,
        article.title,
        article.outlet,
        article.byline,
        article.language,
        article.url,
        published.start,
        published.end,
        published.edtf,
        published.basis,
        published.status,
        source.copy_of,
        source.similarity,
        source.events,
    ]
    return [_text(value) for value in values]


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet runs: what begins like a formula, and is no number, gets an apostrophe in front.

    As OWASP advises ("CSV Injection"), full-width signs included; lines are kept, quoting them is the writer's part.
    """
    return "'" + text if text.lstrip(" ")[:1] in _FORMULA and not _NUMBER.fullmatch(text) else text


_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?")


def _text(value: object) -> str:
    return "" if value is None else str(value)
