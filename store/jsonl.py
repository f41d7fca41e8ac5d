"""Events and sources as scripts read them, one JSON object each. Key order and shapes are a promise.

Nothing that is known is left out, and what is not known is null, never a guess.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from store.records.article import DateCandidate
from store.records.event import FIGURES, Correction, Estimate, Event
from store.records.place import Place
from store.records.published import Published
from store.records.report import Report
from store.records.source import Source
from store.records.when import When

Json = dict[str, Any]
"""A JSON object: what goes out of the program, and is not read again by it."""

NOTHING: Final = Estimate()


# U+2028 and U+2029 end a line for some readers; half a surrogate pair has no UTF-8; control characters and marks of
# reading order, which turn text around, would do so in a terminal.
_ESCAPED: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def line(value: Json, *, ascii_only: bool = False) -> str:
    """One line of JSON; article text can break neither it nor the terminal that shows it."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def event_json(event: Event, sources: Mapping[int, Source]) -> Json:
    """An event as ``ecu-tui events --format jsonl`` prints it. ``sources``: those of its reports, by id.

    Only an event of which a person has set a field has ``corrections``.
    """
    return {
        "id": event.ref,
        "title": event.title,
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "date": when_json(event.when),
        "place": place_json(event.place),
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
        "reports": [report_json(report, *_path_and_text(sources[report.source_id])) for report in event.reports],
        **({"corrections": [correction_json(kept) for kept in event.corrections]} if event.corrections else {}),
    }


def correction_json(kept: Correction) -> Json:
    """A field that a person has set: its value is in its own place; here both values in words, and why."""
    return {
        "field": kept.field,
        "human": kept.human,
        "machine": kept.machine,
        "reason": kept.reason or None,
        "disputed": kept.disputed,
    }


def place_json(place: Place) -> Json:
    return {
        "country": place.country or None,
        "country_name": place.country_name or None,
        "admin1": place.admin1 or None,
        "location": place.location or None,
        "site": place.site or None,
        "lat": place.latitude,
        "lon": place.longitude,
        "geo_precision": place.geo_precision,
    }


def report_json(report: Report, path: str, text: str) -> Json:
    """A report of the article at ``path`` with this text. ``start`` and ``end`` are offsets in it, in characters."""
    return {
        "source": report.source_id,
        "path": path,
        "start": report.start,
        "end": report.end,
        "text": text[report.start : report.end],
        "factuality": report.factuality,
        "date": when_json(report.when),
        "claims": [
            {"field": claim.field, "phrase": claim.phrase, "low": claim.low, "best": claim.best, "high": claim.high}
            for claim in report.claims
        ],
    }


def _path_and_text(source: Source) -> tuple[str, str]:
    return source.article.path, source.article.text


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
    article = source.article
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
        "published": published_json(source.published),
        "candidates": [candidate_json(candidate) for candidate in article.candidates],
        "copy_of": source.copy_of,
        "similarity": source.similarity,
        "events": source.events,
    }


def published_json(published: Published) -> Json:
    return {
        "start": published.start.isoformat() if published.start else None,
        "end": published.end.isoformat() if published.end else None,
        "edtf": published.edtf or None,
        "basis": published.basis,
        "status": published.status,
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
