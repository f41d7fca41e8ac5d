"""An event as plain lines: what is said of it, and each value beside the sentence it came from."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from store.disputes import who_says
from store.event_words import figures_text, place_words
from store.journal import Edit
from store.records.event import Correction, Event
from store.records.report import Report
from store.records.source import Source
from store.when import describe
from store.wording import edit_words
from tui.panes.card import claim_value
from tui.panes.words import published_short, words_of
from tui.text import plural

WIDTH = 100
_NAMES = {"attributed_to": "said by", "actor1": "actor 1", "actor2": "actor 2"}


def card_lines(
    event: Event, sources: Mapping[int, Source], decided: Sequence[Edit] = (), cells: int = WIDTH
) -> Iterator[str]:
    """Lines for ``ecu-tui show``, what is quoted broken at ``cells``.

    ``sources`` holds those of the event's reports, ``decided`` decisions on them.
    """
    yield f"{event.ref}  {event.title}"
    fields = {
        "date": describe(event.when) + (f" ({event.when.edtf})" if event.when.edtf else ""),
        "type": f"{event.event_type}: {words_of(event.sub_event_type)}",
        "place": place_words(event.place),
        "figures": figures_text(event.figures),
        "actors": "; ".join(f"{actor.name} ({_NAMES.get(actor.role, actor.role)})" for actor in event.actors),
        "with": ", ".join(event.instruments),
        "factuality": event.factuality,
        "confidence": f"{event.confidence:.2f}" + (" (weak find)" if event.candidate else ""),
        "sources": f"{event.number_of_sources} independent in {plural(event.num_articles, 'article')}",
        "status": event.status if event.status != "new" else "",
        "tags": ", ".join(event.tags),
        "note": event.note,
    }
    for name, value in fields.items():
        if value:
            yield f"  {name:<11}{value}"
        if name == "date":
            for step in event.when.chain:
                yield f"  {'':<11}← {step}"
    for field in event.disputed:
        said = "; ".join(f"{value} ({', '.join(who)})" for value, who in who_says(event, field, sources).items())
        yield from _under("disputed", f"{words_of(field)}: {said}" if said else words_of(field), cells)
    for correction in event.corrections:
        yield f"  {'by hand':<11}{_correction(correction)}"
    for edit in decided:
        yield f"  {'by hand':<11}{' · '.join(filter(None, (edit_words(edit), edit.at[:10], edit.reason)))}"
    for number, report in enumerate(event.reports, 1):
        yield ""
        yield from _report_lines(number, report, sources[report.source_id], cells)


def _under(label: str, text: str, cells: int) -> list[str]:
    indent = " " * 13
    return wrap(text, cells, initial_indent=f"  {label:<11}", subsequent_indent=indent)


def _correction(kept: Correction) -> str:
    parts = [
        f"{kept.field}: human: {kept.human}",
        f"machine: {kept.machine}" + (" (sources differ)" if kept.disputed else ""),
        kept.reason,
    ]
    return " · ".join(part for part in parts if part)


def _report_lines(number: int, report: Report, source: Source, cells: int) -> Iterator[str]:
    article = source.article
    copy = f", a near-copy of source {source.copy_of}" if source.copy_of else ""
    yield f"[{number}] {article.outlet or article.title or article.path}, {published_short(source.published, 40)}{copy}"
    yield f"      {'report':<12}{report.id}"
    quoted = " ".join(article.text[report.start : report.end].split())
    yield from wrap(f"“{quoted}”", cells, initial_indent="    ", subsequent_indent="    ")
    if report.when.dated:
        yield f"      {'date':<12}{describe(report.when)}  ←  {'  ←  '.join(report.when.chain)}"
    for claim in report.claims:
        if claim.field != "date":
            name, phrase = _NAMES.get(claim.field, claim.field), " ".join(claim.phrase.split())
            yield f"      {name:<12}{claim_value(claim)}  ←  “{phrase}”"
    yield f"      {'reported':<12}as {report.factuality}, confidence {report.confidence:.2f}"
    if report.reasons:
        yield f"      {'because':<12}{'; '.join(report.reasons)}"
    if report.origin == "kept":
        yield f"      {'kept':<12}it is no longer found, and stays because of your work on the event"
    yield f"      {article.path}  sha256 {article.sha256}  characters {report.start}-{report.end}"
