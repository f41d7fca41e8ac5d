"""Who says what of a field on which sources exclude each other, in words."""

from collections.abc import Mapping

from store.event_words import file_name, number_text, place_words
from store.records.event import ACCUSED, FIGURES, Estimate, Event
from store.records.report import NOT_ALL, Report
from store.records.source import Source
from store.when import describe


def who_says(event: Event, name: str, sources: Mapping[int, Source]) -> dict[str, list[str]]:
    """Give each value that is said of a field, with those who say it; near-copies say nothing of their own.

    Of a number, and of who did it, it is also told whom an article quotes. ``name`` is one of ``Event.disputed``;
    ``sources`` are those of the event's reports, by id.
    """
    said: dict[str, list[str]] = {}
    for report in event.reports:
        source = sources[report.source_id]
        if source.copy_of is not None:
            continue
        quoted = report.attributed_to if name in (ACCUSED, "actors", *FIGURES) else ""
        voice = f"{quoted} in {_called(source)}" if quoted else _called(source)
        for value in _values(report, name):
            who = said.setdefault(value, [])
            if voice not in who:
                who.append(voice)
    return said


def _values(report: Report, name: str) -> list[str]:
    if name == "date":
        return [describe(report.when)] if report.when.dated else []
    if name == "place":
        return [words] if (words := place_words(report.place)) else []
    if name == "actors":
        return _values(report, ACCUSED)
    if name in ("type", "factuality"):
        return [report.sub_event_type.replace("_", " ") if name == "type" else report.factuality]
    if name == ACCUSED and report.factuality == "denied":
        return ["denied"]
    claims = [claim for claim in report.claims if claim.field == name]
    if name not in FIGURES:
        return [claim.value for claim in claims]
    # The others are its parts: "50 guards and seven officers" are 57.
    whole = [claim for claim in claims if claim.rule not in NOT_ALL]
    most = max(whole, key=lambda claim: claim.best or claim.low or claim.high or 0, default=None)
    return [] if most is None else [number_text(Estimate(most.low, most.best, most.high)) or most.phrase]


def _called(source: Source) -> str:
    article = source.article
    return article.outlet or article.title or file_name(article.path)
