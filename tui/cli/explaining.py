"""How an explanation of one file is printed, as JSON and as text."""

from collections.abc import Iterator

from importers.run import Explanation
from store.jsonl import candidate_json, place_json, published_json, when_json
from store.records.report import Report
from store.when import describe


def as_json(explanation: Explanation) -> dict[str, object]:
    """Give the object that `ecu-tui explain --format json` prints; offsets count characters of its "text"."""
    article, published = explanation.article, explanation.published
    return {
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": published_json(published) | {"why": published.why or None},
        "candidates": [candidate_json(candidate) for candidate in article.candidates],
        "language": article.language,
        "encoding": article.encoding,
        "text": article.text,
        "set_aside": [
            {"start": aside.span.start, "end": aside.span.end, "kind": aside.kind} for aside in article.set_aside
        ],
        "timexes": [
            {
                "start": timex.start,
                "end": timex.end,
                "text": timex.text,
                "type": timex.type,
                "value": timex.value,
                "from": timex.when.start.isoformat() if timex.when.start else None,
                "to": timex.when.end.isoformat() if timex.when.end else None,
                "edtf": timex.when.edtf,
                "precision": timex.when.precision,
                "chain": list(timex.when.chain),
            }
            for timex in explanation.timexes
        ],
        "reports": [_report(report, article.text) for report in explanation.reports],
    }


def _report(report: Report, text: str) -> dict[str, object]:
    return {
        "start": report.start,
        "end": report.end,
        "text": text[report.start : report.end],
        "trigger": report.trigger,
        "event_type": report.event_type,
        "sub_event_type": report.sub_event_type,
        "title": report.title,
        "factuality": report.factuality,
        "attributed_to": report.attributed_to or None,
        "date": when_json(report.when),
        "place": place_json(report.place),
        "claims": [
            {
                "field": claim.field,
                "value": claim.value,
                "phrase": claim.phrase,
                "start": claim.start,
                "end": claim.end,
                "low": claim.low,
                "best": claim.best,
                "high": claim.high,
                "rule": claim.rule or None,
            }
            for claim in report.claims
        ],
        "cluster": report.cluster,
        "part_of": report.part_of,
        "follows": report.follows,
        "is_total": report.is_total,
        "confidence": report.confidence,
        "reasons": list(report.reasons),
    }


def _range(start: str, end: str) -> str:
    return start if start == end else f"{start}/{end}"


def as_text(explanation: Explanation) -> Iterator[str]:
    """Lines for people: the metadata, the time phrases and the reports."""
    article, published = explanation.article, explanation.published
    yield article.path
    yield f"  title      {article.title or '(none)'}"
    yield f"  outlet     {article.outlet or '(none)'}" + (
        f", credits {', '.join(article.agencies)}" if article.agencies else ""
    )
    yield f"  language   {article.language or 'unknown'}, {article.encoding}, {article.format}"
    yield f"  published  {published.edtf or 'no date'} ({published.status}, {published.basis}) {published.why}".rstrip()
    for candidate in article.candidates:
        value = _range(candidate.start.isoformat(), candidate.end.isoformat())
        found = f"{candidate.where}: “{_one_line(candidate.text)}”"
        yield f"    candidate  {value}  {found} {candidate.verdict} {candidate.why}".rstrip()
    yield f"Time phrases ({len(explanation.timexes)})"
    for timex in explanation.timexes:
        chain = "  ←  ".join(timex.when.chain) or timex.text
        yield f"  {timex.start:>6}  {timex.type:<8} {timex.value or '?':<14} {describe(timex.when):<16} {chain}"
    yield f"Reports ({len(explanation.reports)})"
    for report in explanation.reports:
        yield from _report_lines(report, article.text)


def _report_lines(report: Report, text: str) -> Iterator[str]:
    said = f"{describe(report.when)}, {report.factuality}, {report.confidence:.2f}"
    yield f" {'?' if report.candidate else ' '}{report.start:>6}  {report.sub_event_type} [{report.trigger}] {said}"
    yield f"          “{_one_line(text[report.start : report.end])}”"
    for claim in report.claims:
        rule = f"  [{claim.rule}]" if claim.rule else ""
        yield f"          {claim.field:<12} {claim.value}  ←  “{_one_line(claim.phrase)}”{rule}"
    if report.reasons:
        yield f"          because {'; '.join(report.reasons)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
