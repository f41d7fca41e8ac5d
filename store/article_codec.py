"""Articles and their date candidates as columns, and back."""

import json
from datetime import date
from typing import Final

from store.codec import Row, clean, columns, dumps, path_value, value_path
from store.connection import Value
from store.records.article import Article, DateCandidate, SetAside
from store.records.span import Span

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
