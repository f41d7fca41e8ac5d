"""Events and sources as scripts read them: one JSON object or one CSV row each. Key order and shapes are a promise.

Nothing that is known is left out, and what is not known is null (in CSV empty), never a guess.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from store.records import FIGURES, DateCandidate, Estimate, Event, Report, Source, When

Json = dict[str, Any]
"""A JSON object: what goes out of the program, and is not read again by it."""

NOTHING: Final = Estimate()


def line(value: Json) -> str:
    """One line of JSON; article text cannot break it."""
    # U+2028 and U+2029 end a line for some readers; half a surrogate pair has no UTF-8.
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\u2028\u2029\ud800-\udfff\x7f-\x9f]", lambda found: f"\\u{ord(found[0]):04x}", text)


def event_json(event: Event, sources: Mapping[int, Source]) -> Json:
    """An event as ``ecu-tui events --format jsonl`` prints it. ``sources``: those of its reports, by id."""
    place = event.place
    return {
        "id": event.ref,
        "title": event.title,
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "date": when_json(event.when),
        "place": {
            "country": place.country or None,
            "country_name": place.country_name or None,
            "admin1": place.admin1 or None,
            "location": place.location or None,
            "site": place.site or None,
            "lat": place.latitude,
            "lon": place.longitude,
            "geo_precision": place.geo_precision,
        },
        "actors": [{"name": actor.name, "role": actor.role} for actor in event.actors],
        "instruments": list(event.instruments),
        "figures": {name: estimate_json(event.figures.get(name, NOTHING)) for name in FIGURES},
        "factuality": event.factuality,
        "confidence": round(event.confidence, 4),
        "number_of_sources": event.number_of_sources,
        "num_articles": event.num_articles,
        "disputed": list(event.disputed),
        "status": event.status,
        "starred": event.starred,
        "tags": list(event.tags),
        "note": event.note or None,
        "reports": [report_json(report, sources[report.source_id]) for report in event.reports],
    }


def report_json(report: Report, source: Source) -> Json:
    """A report; ``text`` is the evidence, ``start`` and ``end`` its offsets in the stored text, in characters."""
    return {
        "source": source.id,
        "path": source.article.path,
        "start": report.start,
        "end": report.end,
        "text": source.article.text[report.start : report.end],
        "factuality": report.factuality,
        "date": when_json(report.when),
        "claims": [
            {"field": claim.field, "phrase": claim.phrase, "low": claim.low, "best": claim.best, "high": claim.high}
            for claim in report.claims
        ],
    }


def when_json(when: When) -> Json:
    return {
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "edtf": when.edtf or None,
        "precision": when.precision,
        "basis": " <- ".join(when.chain) or None,
    }


def estimate_json(estimate: Estimate) -> Json:
    return {"low": estimate.low, "best": estimate.best, "high": estimate.high}


def source_json(source: Source) -> Json:
    """A source as ``ecu-tui sources --format jsonl`` prints it."""
    article, published = source.article, source.published
    return {
        "id": source.id,
        "path": article.path,
        "paths": list(source.paths),
        "sha256": article.sha256,
        "format": article.format,
        "title": article.title or None,
        "outlet": article.outlet or None,
        "byline": article.byline or None,
        "language": article.language or None,
        "url": article.url or None,
        "published": {
            "start": published.start.isoformat() if published.start else None,
            "end": published.end.isoformat() if published.end else None,
            "edtf": published.edtf or None,
            "basis": published.basis,
            "status": published.status,
        },
        "candidates": [candidate_json(candidate) for candidate in article.candidates],
        "copy_of": source.copy_of,
        "similarity": source.similarity,
        "events": source.events,
    }


def candidate_json(candidate: DateCandidate) -> Json:
    return {
        "basis": candidate.basis,
        "start": candidate.start.isoformat(),
        "end": candidate.end.isoformat(),
        "text": candidate.text,
        "where": candidate.where,
        "verdict": candidate.verdict or None,
        "why": candidate.why or None,
    }


EVENT_CELLS: Final = (
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
    "actors",
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
    "sources",
)
"""The columns of ``ecu-tui events --format csv``."""


def event_cells(event: Event) -> list[str]:
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
        "; ".join(actor.name for actor in event.actors),
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
        "; ".join(map(str, sorted({report.source_id for report in event.reports}))),
    ]
    return [cell(value) for value in values]


SOURCE_CELLS: Final = (
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
    return [cell(value) for value in values]


def cell(value: object) -> str:
    """A value as text that no spreadsheet runs: what begins like a formula gets an apostrophe in front (OWASP's advice)."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    return "'" + value if value[:1] in ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠") else value


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV (RFC 4180)."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
