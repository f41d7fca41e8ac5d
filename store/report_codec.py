"""Reports and claims as columns, and back."""

import json
from typing import Final

from store.codec import Row, clean, columns, dumps, place_json, place_of, when_of, when_row
from store.connection import Value
from store.records.report import Claim, Origin, Report
from store.records.span import Span

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


CLAIM: Final = columns('field value phrase start "end" low best high unit rule head')


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
        clean(claim.head),
    )


def claim_of(row: Row) -> Claim:
    return Claim(*row)
