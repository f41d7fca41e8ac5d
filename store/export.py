"""A timeline as a Markdown document in which every line can be checked: its evidence, whose it is, and how it is dated.

The same events give the same text on any day.
"""

import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from store.disputes import who_says
from store.errors import ExportError
from store.event_words import counted, figures_text, file_name, place_words
from store.markdown import code, escape, quote
from store.records.event import Correction, Event
from store.records.published import Published
from store.records.report import Report
from store.records.source import Source
from store.records.when import UNDATED, When
from store.when import describe

MOST_NAMED: Final = 20
"""Events that the closing list names for each reason; the rest is counted."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Events that are not in an export, and why: words that ``count`` stands before ("rejected by hand")."""

    why: str
    count: int
    events: tuple[Event, ...] = ()
    """Those that can be named."""


def to_markdown(
    events: Sequence[Event],
    sources: Mapping[int, Source],
    *,
    title: str,
    filter_sentence: str,
    left_out: Sequence[LeftOut] = (),
) -> str:
    """The document. ``sources``: those of the events' reports, by id. Events are written in the order given."""
    notes = _Notes(sources)
    lines = [f"# {escape(title)}", "", *_head(events, sources, filter_sentence), ""]
    heading = ""
    for event in events:
        day = event.when.start or event.when.end
        under = str(day.year) if day else "No date"
        if under != heading:
            lines += ["", f"## {under}", ""] if heading else [f"## {under}", ""]
            heading = under
        lines.append(_line(event, notes))
    if not events:
        lines.append("No event.")
    if any(item.count for item in left_out):
        lines += ["", "## Left out", "", *(_left(item) for item in left_out if item.count)]
    if notes.texts:
        lines += ["", *notes.texts]
    return "\n".join(lines) + "\n"


def _head(events: Sequence[Event], sources: Mapping[int, Source], filter_sentence: str) -> list[str]:
    used = {report.source_id for event in events for report in event.reports}
    copies = sum(sources[number].copy_of is not None for number in used)
    told = f"{counted(len(events), 'event')} from {counted(len(used), 'article')}"
    if copies == 1:
        told += ", of which 1 is a near-copy and counts as no voice of its own"
    elif copies:
        told += f", of which {copies} are near-copies and count as no voices of their own"
    return [
        f"- Period: {_period([event.when for event in events])}",
        f"- Filter: {escape(filter_sentence)}",
        f"- {told}",
        "- A number with “+” is a lower bound, one with a dash a range. Each footnote quotes the evidence.",
    ]


def _period(whens: Sequence[When]) -> str:
    days: list[date] = [day for when in whens for day in (when.start, when.end) if day]
    if not days:
        return "no event is dated"
    return describe(When(min(days), min(days), "", 1)) + (
        "" if min(days) == max(days) else f" – {describe(When(max(days), max(days), '', 1))}"
    )


_SURE: Final = {
    0: "part of a day",
    2: "within days",
    3: "to the week",
    4: "to the month",
    5: "to the year",
}
_MARKS: Final = {"planned": "planned", "possible": "possible, not confirmed", "denied": "denied", "ongoing": "ongoing"}


def _line(event: Event, notes: "_Notes") -> str:
    marks = [
        _MARKS.get(event.factuality, ""),
        "weak find" if event.candidate else "",
        "contested" if event.status == "contested" else "",
    ]
    marked = "".join(f" *({mark})*" for mark in marks if mark)
    parts = [f"**{escape(describe(event.when))}**{_how_sure(event)}", escape(place_words(event.place))]
    figures = _untold(event)
    text = " · ".join(part for part in parts if part) + f" — {escape(event.title).rstrip('.')}{marked}"
    if figures:
        text += f": {escape(figures)}"
    said = "".join(f" **Disputed:** {_stated(event, name, notes)}." for name in event.disputed)
    said += "".join(f" {_by_hand(event, kept, notes)}" for kept in event.corrections)
    voices = f" ({counted(event.number_of_sources, 'independent source')})"
    return f"- {text}.{said}{voices} `{event.ref}` {notes.cite(event)}".rstrip()


def _untold(event: Event) -> str:
    """The figures, unless the title gives them all, word for word."""
    figures, told = figures_text(event.figures), event.title.casefold()
    known = all(re.search(rf"(?<![\w–]){re.escape(part)}\b", told) for part in figures.split(", "))
    return "" if known else figures


def _how_sure(event: Event) -> str:
    # Of a day somewhere between two the words themselves say how sure it is.
    sure = "" if event.when.edtf.startswith("[") else _SURE.get(event.when.precision, "")
    if event.when.dated and (event.when.start is None or event.when.end is None):
        sure = "one end open"
    return f" ({sure})" if sure and event.when != UNDATED else ""


def _by_hand(event: Event, kept: Correction, notes: "_Notes") -> str:
    """That a person has set a field, beside what the machine says, or beside what sources say that differ."""
    reason = f": {escape(kept.reason)}" if kept.reason else ""
    if kept.disputed:
        stated = _stated(event, kept.field, notes)
        return f"**Sources differ:** {stated}; {quote(kept.human)} was chosen by hand{reason}."
    return f"*Set by hand:* {escape(kept.field)} (found: {escape(kept.machine)}){reason}."


def _stated(event: Event, name: str, notes: "_Notes") -> str:
    """Who says what of a field on which sources exclude each other."""
    said = who_says(event, name, notes.sources)
    stated = "; ".join(f"{escape(value)} ({escape(', '.join(who))})" for value, who in said.items())
    return f"{escape(name)} — {stated}" if stated else escape(name)


_Said = tuple[int, int, int, str, bool]
"""All that a footnote tells of a report but its date: the words of an article, whose they are, whether in passing."""


@dataclass(slots=True)
class _Notes:
    """The footnotes, numbered as they are first cited; evidence that several events rest on is one note."""

    sources: Mapping[int, Source]
    texts: list[str] = field(default_factory=list)
    _numbers: dict[tuple[_Said, When], int] = field(default_factory=dict)

    def cite(self, event: Event) -> str:
        """Its notes. What an undated report quotes is not quoted once more where a dated one says the same and when."""
        dated = {_said(report) for report in event.reports if report.when.dated}
        cited = (report for report in event.reports if report.when.dated or _said(report) not in dated)
        return "".join(f"[^{number}]" for number in dict.fromkeys(map(self._number, cited)))

    def _number(self, report: Report) -> int:
        key = _said(report), report.when
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self.texts.append(self._note(self._numbers[key], report))
        return self._numbers[key]

    def _note(self, number: int, report: Report) -> str:
        source = self.sources[report.source_id]
        article = source.article
        parts = [
            escape(article.outlet or "outlet not known"),
            quote(article.title) if article.title else "untitled",
            _published(source.published),
            f"file {code(file_name(article.path))}",
            f"sha256 {escape(article.sha256)}",
        ]
        text = f"[^{number}]: {quote(article.text[report.start : report.end])} — {', '.join(parts)}."
        if report.attributed_to:
            text += f" Attributed to {escape(report.attributed_to)}."
        if report.factuality == "background":
            text += " Told as background."
        if report.when.dated:
            chain = " ← ".join(report.when.chain)
            text += f" Dated {escape(describe(report.when))}" + (f" ← {escape(chain)}." if chain else ".")
        if source.copy_of is not None:
            alike = f", {source.similarity:.0%} alike" if source.similarity is not None else ""
            text += f" Near-copy{alike}: {self._copied(source.copy_of)}."
        return text

    def _copied(self, source_id: int) -> str:
        leader = self.sources.get(source_id)
        return f"of {code(file_name(leader.article.path))}" if leader else f"of article {source_id}"


def _said(report: Report) -> _Said:
    return report.source_id, report.start, report.end, report.attributed_to, report.factuality == "background"


def _published(published: Published) -> str:
    if published.start is None and published.end is None:
        return "publication date not known"
    day = describe(When(published.start, published.end, published.edtf, 1))
    known = {
        "user": "set by hand",
        "metadata": "from the file's metadata",
        "dateline": "from the dateline",
        "header": "from a header line",
        "filename": "from the file name",
        "inferred": "inferred from other articles and the text",
        "none": "origin not known",
    }[published.basis]
    doubt = "; contradicted by the text" if published.status == "contradicted" else ""
    return f"published {escape(day)} ({known}{doubt})"


def _left(item: LeftOut) -> str:
    named = ", ".join(f"{quote(event.title)} (`{event.ref}`)" for event in item.events[:MOST_NAMED])
    more = item.count - min(len(item.events), MOST_NAMED)
    if named and more:
        named += f" and {more} more"
    return f"- {item.count} {escape(item.why)}" + (f": {named}." if named else ".")


def write_new(path: Path, text: str, *, overwrite: bool = False) -> None:
    """Write a file whole or not at all; one that is there is replaced only if told. Raises ExportError."""
    import secrets

    target = path.resolve() if path.is_symlink() else path
    if target.is_dir():
        raise ExportError(f"{path} is a folder.", "Name a file in it.")
    temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if overwrite:
            temporary.replace(target)
        else:
            _place_new(temporary, target)
    except FileExistsError as error:
        raise ExportError(f"{path} is already there.", "Name another file, or overwrite it with --force.") from error
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}.", "Name a file elsewhere.") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _place_new(temporary: Path, target: Path) -> None:
    """Give the file its name unless that is taken. A link does both at once, where the file system has links."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        if target.exists() or target.is_symlink():
            raise FileExistsError(target) from None
        temporary.replace(target)
