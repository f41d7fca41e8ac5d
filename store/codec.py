"""Records as columns and JSON, and back, without loss: ``x_of(x_row(record)) == record``.

JSON is written compactly and with ASCII escapes, so that any string goes in, half a surrogate pair included. Columns
are TEXT: a path that is no UTF-8 is kept as its bytes.
"""

import json
import os
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, cast

from store.connection import Value
from store.records.article import Article, DateCandidate, SetAside
from store.records.event import Actor, Estimate, Event
from store.records.place import Place
from store.records.published import Published
from store.records.reading import PublicationBound
from store.records.report import Claim, Origin, Report
from store.records.span import Span
from store.records.timex import TimeExpression
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


# Articles

ARTICLE: Final = columns(
    "path sha256 size format encoding text title title_start title_end outlet byline url language "
    "agencies dateline_place set_aside notes"
)


def article_row(article: Article) -> tuple[Value, ...]:
    span = article.title_span
    return (
        path_value(article.path),
        article.sha256,
        article.size,
        article.format,
        article.encoding,
        clean(article.text),
        clean(article.title),
        span.start if span else None,
        span.end if span else None,
        clean(article.outlet),
        clean(article.byline),
        clean(article.url),
        clean(article.language),
        dumps(article.agencies),
        clean(article.dateline_place),
        dumps([[aside.span.start, aside.span.end, aside.kind] for aside in article.set_aside]),
        dumps(article.notes),
    )


def article_of(row: Row, candidates: tuple[DateCandidate, ...]) -> Article:
    """An article from the columns of ARTICLE."""
    return Article(
        path=value_path(row[0]),
        sha256=row[1],
        size=row[2],
        format=row[3],
        encoding=row[4],
        text=row[5],
        title=row[6],
        title_span=Span(row[7], row[8]) if row[7] is not None else None,
        outlet=row[9],
        byline=row[10],
        url=row[11],
        language=row[12],
        agencies=tuple(json.loads(row[13])),
        dateline_place=row[14],
        set_aside=tuple(SetAside(Span(start, end), kind) for start, end, kind in json.loads(row[15])),
        candidates=candidates,
        notes=tuple(json.loads(row[16])),
    )


PUBLISHED: Final = columns(
    "published_start published_end published_edtf published_basis published_status published_why"
)


def published_row(published: Published) -> tuple[Value, ...]:
    start, end = day_text(published.start), day_text(published.end)
    return (start, end, published.edtf, published.basis, published.status, clean(published.why))


def published_of(row: Row) -> Published:
    return Published(text_day(row[0]), text_day(row[1]), *row[2:6])


CANDIDATE: Final = columns('basis date_start date_end text found start "end" verdict why')


def candidate_row(candidate: DateCandidate) -> tuple[Value, ...]:
    span = candidate.span
    return (
        candidate.basis,
        candidate.start.isoformat(),
        candidate.end.isoformat(),
        clean(candidate.text),
        clean(candidate.where),
        span.start if span else None,
        span.end if span else None,
        candidate.verdict,
        clean(candidate.why),
    )


def candidate_of(row: Row) -> DateCandidate:
    span = Span(row[5], row[6]) if row[5] is not None else None
    start, end = date.fromisoformat(row[1]), date.fromisoformat(row[2])
    return DateCandidate(row[0], start, end, row[3], row[4], span, row[7], row[8])


# What comparing articles reads


def expressions_json(expressions: Iterable[TimeExpression]) -> str:
    return dumps([[e.start, e.end, e.text, e.type, e.rule, e.form, span_json(e.anchor)] for e in expressions])


def expressions_of(text: str) -> tuple[TimeExpression, ...]:
    return tuple(
        TimeExpression(start, end, words, kind, rule, form, json_span(anchor))
        for start, end, words, kind, rule, form, anchor in json.loads(text)
    )


def bounds_json(bounds: Iterable[PublicationBound]) -> str:
    return dumps([[span_json(b.expression), span_json(b.anchor), b.low, b.high, b.text, b.why] for b in bounds])


def bounds_of(text: str) -> tuple[PublicationBound, ...]:
    return tuple(PublicationBound(json_span(v[0]), json_span(v[1]), *v[2:]) for v in json.loads(text))


# Reports and claims

REPORT: Final = columns(
    'start "end" sentence_no trigger trigger_start trigger_end event_type sub_event_type factuality '
    "confidence reasons attributed_to place time_start time_end time_basis title cluster part_of follows is_total "
    "asserted date_start date_end date_edtf time_precision date_basis"
)


def report_row(report: Report) -> tuple[Value, ...]:
    time = report.time
    return (
        report.start,
        report.end,
        report.sentence_no,
        clean(report.trigger),
        report.trigger_start,
        report.trigger_end,
        report.event_type,
        report.sub_event_type,
        report.factuality,
        report.confidence,
        dumps(report.reasons),
        clean(report.attributed_to),
        dumps(place_json(report.place)),
        time.start if time else None,
        time.end if time else None,
        report.time_basis,
        clean(report.title),
        report.cluster,
        report.part_of,
        report.follows,
        int(report.is_total),
        int(report.asserted),
        *when_row(report.when),
    )


def report_of(row: Row, claims: tuple[Claim, ...]) -> Report:
    """A report from the columns of REPORT, then id, source_id, event_id and extractor_version."""
    return Report(
        start=row[0],
        end=row[1],
        sentence_no=row[2],
        trigger=row[3],
        trigger_start=row[4],
        trigger_end=row[5],
        event_type=row[6],
        sub_event_type=row[7],
        factuality=row[8],
        confidence=row[9],
        reasons=tuple(json.loads(row[10])),
        attributed_to=row[11],
        claims=claims,
        place=place_of(json.loads(row[12])),
        time=Span(row[13], row[14]) if row[13] is not None else None,
        time_basis=row[15],
        title=row[16],
        cluster=row[17],
        part_of=row[18],
        follows=row[19],
        is_total=bool(row[20]),
        asserted=bool(row[21]),
        when=when_of(row[22:27]),
        id=row[27],
        source_id=row[28],
        event_id=row[29],
        origin=ORIGINS.get(row[30], "found"),
    )


ORIGINS: Final[dict[str, Origin]] = {"by hand": "by hand", "kept": "kept"}
"""What stands in place of an extractor's version for reports that it did not find."""


def version_of(report: Report, extractor: str) -> str:
    """What stands as a report's extractor_version: the extractor's own, or the origin of one that it did not find."""
    return extractor if report.origin == "found" else report.origin


CLAIM: Final = columns('field value phrase start "end" low best high unit rule')


def claim_row(claim: Claim) -> tuple[Value, ...]:
    return (
        claim.field,
        clean(claim.value),
        clean(claim.phrase),
        claim.start,
        claim.end,
        claim.low,
        claim.best,
        claim.high,
        clean(claim.unit),
        claim.rule,
    )


def claim_of(row: Row) -> Claim:
    return Claim(*row)


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


# Events

EVENT: Final = columns(
    "id title event_type sub_event_type date_start date_end date_edtf time_precision date_basis country "
    "country_name admin1 location site latitude longitude geo_precision actors instruments figures "
    "factuality confidence number_of_sources num_reports num_articles disputed status starred note"
)


def event_row(event: Event) -> tuple[Value, ...]:
    place = event.place
    return (
        event.id,
        clean(event.title),
        event.event_type,
        event.sub_event_type,
        *when_row(event.when),
        place.country,
        clean(place.country_name),
        clean(place.admin1),
        clean(place.location),
        clean(place.site),
        place.latitude,
        place.longitude,
        place.geo_precision,
        dumps([[actor.name, actor.role, actor.kind] for actor in event.actors]),
        dumps(event.instruments),
        dumps(figures_json(event.figures)),
        event.factuality,
        event.confidence,
        event.number_of_sources,
        event.num_reports,
        event.num_articles,
        dumps(event.disputed),
        event.status,
        int(event.starred),
        clean(event.note),
    )


def event_of(row: Row, tags: tuple[str, ...], reports: tuple[Report, ...]) -> Event:
    """An event from the columns of EVENT."""
    return Event(
        id=row[0],
        title=row[1],
        event_type=row[2],
        sub_event_type=row[3],
        when=when_of(row[4:9]),
        place=Place(*row[9:17]),
        actors=tuple(Actor(*values) for values in json.loads(row[17])),
        instruments=tuple(json.loads(row[18])),
        figures=json_figures(json.loads(row[19])),
        factuality=row[20],
        confidence=row[21],
        number_of_sources=row[22],
        num_reports=row[23],
        num_articles=row[24],
        disputed=tuple(json.loads(row[25])),
        status=row[26],
        starred=bool(row[27]),
        tags=tags,
        note=row[28],
        reports=reports,
    )


def figures_json(figures: dict[str, Estimate]) -> dict[str, list[int | None]]:
    return {field: [e.low, e.best, e.high] for field, e in figures.items()}


def json_figures(values: dict[str, list[int | None]]) -> dict[str, Estimate]:
    return {field: Estimate(*three) for field, three in values.items()}


def event_json(event: Event) -> str:
    """A machine's event whole, for keeping it beside what a person has made of it."""
    return dumps(event_row(event))


def json_event(text: str) -> Event:
    return event_of(cast("Row", json.loads(text)), (), ())


def texts_of(text: str) -> tuple[str, ...]:
    """A JSON list of strings."""
    return tuple(json.loads(text)) if text != "[]" else ()
