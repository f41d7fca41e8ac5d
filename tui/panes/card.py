"""The event card: what happened, and each value beside the sentence it came from."""

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import Final, NamedTuple

from store.event_words import number_text, place_words
from store.records.event import FIGURES, Estimate, Event
from store.records.published import Published
from store.records.report import Claim, Report
from store.when import describe
from tui.panes.lines import BLANK, Line, Lines, Piece, Role, line_width, spread
from tui.panes.prose import Highlight, paragraph
from tui.panes.words import published_short, short_date, words_of
from tui.text import cut, few_lines, fit, plural, visible

_LEAST_VALUE_CELLS: Final = 26
_MOST_VALUE_CELLS: Final = 64
_VALUE_SHARE: Final = 0.35
"""How much of the width values may take from the sentences beside them."""
_FIELD_CELLS: Final = 12
_VALUE_LINES: Final = 3
_HEAD_LINES: Final = 4

FIELD_WORDS: Final = {"attributed_to": "said by", "instrument": "with", "actor1": "actor", "actor2": "actor 2"}
_ORDER: Final = {name: at for at, name in enumerate((*FIGURES, "date", "place", "actor1", "perpetrator", "actor2"))}


class Evidence(NamedTuple):
    """A report with its sentence and what is to be said of its source."""

    report: Report
    text: str
    """The evidence sentence: the article's text from ``report.start`` to ``report.end``."""
    time_text: str
    """The words that date it, "" if none do."""
    source_name: str
    published: Published
    copy: bool
    """From a near-copy, which counts as no voice of its own."""


class CardData(NamedTuple):
    """An event with all its evidence, independent sources first."""

    event: Event
    evidence: tuple[Evidence, ...]

    @property
    def shown(self) -> tuple[Evidence, ...]:
        """What is shown with its sentences: independent sources, or one copy where only near-copies report it."""
        return tuple(evidence for evidence in self.evidence if not evidence.copy) or self.evidence[:1]


def headline(event: Event, cells: int) -> Line:
    """The first line of a card."""
    left: Line = ((f" {visible(event.title)}", "title"),)
    if event.starred:
        left = ((" ★", "accent"), *left)
    return spread(left, ((f"{event.ref} ", "dim"),), cells)


def facts(event: Event, cells: int) -> Line:
    """When, where, what kind, how many sources, and what is unusual about it; a long place gives way to the rest."""
    pieces: list[Piece] = [(f" {describe(event.when)}", "date")]
    if event.disputed:
        pieces.append((f"  ≠ {', '.join(words_of(name) for name in event.disputed)} disputed", "sign"))
    place_at = len(pieces)
    pieces.append((f"  {words_of(event.sub_event_type or event.event_type)}", "dim"))
    if event.factuality != "happened":
        pieces.append((f"  {event.factuality}", "aside"))
    said = plural(event.number_of_sources, "source")
    if event.num_articles > event.number_of_sources:
        said += f" in {plural(event.num_articles, 'article')}"
    pieces.append((f"  {said}", "dim"))
    if event.candidate:
        pieces.append((f"  weak: confidence {event.confidence:.2f}", "aside"))
    if event.status != "new":
        pieces.append((f"  {event.status}", "aside"))
    pieces += [(f"  #{visible(tag)}", "accent") for tag in event.tags]
    if place := place_words(event.place):
        room = max(_LEAST_PLACE, cells - line_width(tuple(pieces)) - 2)
        pieces.insert(place_at, (f"  {cut(place, room)}", "place"))
    return tuple(pieces)


def figures_line(event: Event) -> Line:
    """The merged figures: "killed 31–68"."""
    pieces: list[Piece] = []
    for name in FIGURES:
        if (estimate := event.figures.get(name)) is not None and (text := number_text(estimate)):
            pieces += [(f" {name} ", "dim"), (text, "figure"), (" ", "text")]
    return tuple(pieces)


def corrections_lines(event: Event, cells: int) -> tuple[Line, ...]:
    """What a person has set, beside what the machine says."""
    lines: list[Line] = []
    for kept in event.corrections:
        differ = ", on which sources differ" if kept.disputed else ""
        beside = f"  by hand; the machine says {kept.machine}{differ}" + (f"; {kept.reason}" if kept.reason else "")
        left: Line = ((" ✎ ", "mark"), (f"{words_of(kept.field)} ", "dim"), (visible(kept.human), "strong"))
        lines.append((*left, (cut(beside, max(12, cells - line_width(left) - 1)), "aside")))
    return tuple(lines)


def claim_value(claim: Claim) -> str:
    """What a claim says: a number for figures, else its words."""
    if claim.field in FIGURES:
        said = number_text(Estimate(claim.low, claim.best, claim.high)) or claim.value
        return f"{said} {claim.unit}".rstrip()
    return claim.value or claim.phrase


def values_of(evidence: Evidence, cells: int) -> list[tuple[str, str]]:
    """The values a report states, as (field, value), the date first and in at most ``cells``."""
    report = evidence.report
    rows: list[tuple[str, str]] = []
    if report.when.dated:
        rows.append(("date", short_date(report.when, cells)))
    elif evidence.time_text:
        rows.append(("date", f"“{evidence.time_text}”"))
    claims = sorted(report.claims, key=lambda c: (_ORDER.get(c.field, len(_ORDER)), c.start))
    for claim in claims:
        row = (FIELD_WORDS.get(claim.field, words_of(claim.field)), claim_value(claim))
        if claim.field not in ("date", "type") and row not in rows:
            rows.append(row)
    if report.factuality != "happened":
        rows.append(("reported", f"as {report.factuality}"))
    return rows


def evidence_lines(evidence: Evidence, cells: int, note: str = "", *, whole: bool = True) -> list[Line]:
    """A report: its values at the left, beside them the sentence with its words marked, its source, a note on it.

    All in one line, as far as it goes, unless ``whole``.
    """
    left_cells = _value_cells(cells)
    room = max(20, cells - left_cells - 4)
    report = evidence.report
    marks = [
        Highlight(claim.start - report.start, claim.end - report.start, "evidence")
        for claim in report.claims
        if report.start <= claim.start < claim.end <= report.end
    ]
    if report.time is not None and report.start <= report.time.start and report.time.end <= report.end:
        marks.append(Highlight(report.time.start - report.start, report.time.end - report.start, "evidence"))
    source: Line = ((cut(source_words(evidence) + note, room), "dim"),)
    right = [source, *paragraph(evidence.text, marks, room)] if whole else [_in_a_line(source, evidence, marks, room)]
    left = _value_lines(evidence, left_cells, _VALUE_LINES if whole else 1)
    nothing: Line = ((" " * left_cells, "text"),)
    return [
        ((" ", "text"), *(said or nothing), (" │ ", "rule"), *(beside or BLANK))
        for said, beside in zip_longest(left, right)
    ]


def _value_lines(evidence: Evidence, cells: int, most: int) -> list[Line]:
    """The values of a report under each other, each in at most so many lines."""
    room = cells - _FIELD_CELLS
    lines: list[Line] = []
    for name, value in values_of(evidence, room):
        role: Role = "figure" if name in FIGURES else "text"
        for at, part in enumerate(few_lines(visible(value), room, most)):
            lines.append(((fit("" if at else name, _FIELD_CELLS), "dim"), (fit(part, room), role)))
    return lines


_LEAST_PLACE: Final = 16
"""Cells of a place that are shown whatever else there is to say."""
_BESIDE_SOURCE: Final = 56
"""Cells of a further report's sentence: enough to know it by, and not more to write at each key."""


def _in_a_line(source: Line, evidence: Evidence, marks: list[Highlight], room: int) -> Line:
    """A report's source and the beginning of its sentence."""
    left = min(_BESIDE_SOURCE, room - line_width(source) - len(" …") - 1)
    if left < _FIELD_CELLS:
        return source
    first, *more = paragraph(evidence.text, marks, left) or [BLANK]
    return (*source, (" ", "text"), *first, (" …" if more else "", "dim"))


def _value_cells(cells: int) -> int:
    return min(_MOST_VALUE_CELLS, max(_LEAST_VALUE_CELLS, int(cells * _VALUE_SHARE)))


def source_words(evidence: Evidence) -> str:
    """Who reports it, and when that was published."""
    return f"{evidence.source_name} · {published_short(evidence.published)}"


def _all_evidence(card: CardData, cells: int) -> list[Line]:
    """The evidence of independent sources, the first whole, and where else near-copies have the same."""
    lines: list[Line] = []
    for at, evidence in enumerate(card.shown):
        lines += [BLANK, *evidence_lines(evidence, cells, whole=at == 0)]
    return [*lines, *copies_lines(card, cells)]


def copies_lines(card: CardData, cells: int) -> tuple[Line, ...]:
    """Where near-copies have the same."""
    copies = [source_words(evidence) for evidence in card.evidence if evidence not in card.shown]
    if not copies:
        return ()
    return (BLANK, ((f" {cut('the same in a near-copy: ' + '; '.join(copies), cells - 2)}", "dim"),))


def short_card_lines(card: CardData, cells: int) -> tuple[Line, ...]:
    """The card below the panes: without the note and the steps. Each part stands where it stood for the last event."""
    event = card.event
    head = (headline(event, cells), facts(event, cells), figures_line(event), *corrections_lines(event, cells))
    return (*head, *_all_evidence(card, cells))


def closing_lines(event: Event, evidence: Iterable[Evidence], cells: int) -> list[Line]:
    """The note, and the steps that led to the date."""
    lines: list[Line] = []
    if event.note:
        lines += [BLANK, ((" note", "dim"),)]
        lines += [((" ", "text"), *line) for line in paragraph(event.note, (), cells - 2)]
    steps = event.when.chain or next((e.report.when.chain for e in evidence if e.report.when.chain), ())
    if steps:
        text = f"{describe(event.when)} ← {' ← '.join(_step(step) for step in steps)}"
        lines.append(BLANK)
        lines += [((" ", "text"), *line) for line in paragraph(text, (), cells - 2, "dim")]
    return lines


def _step(step: str) -> str:
    """A step of dating with its days as people write them (the record has ISO days)."""
    return re.sub(r"\s+", " ", visible(step))


class CardPane(Lines):
    """The card below the panes: as much of it as fits."""

    def __init__(self) -> None:
        super().__init__(id="card")
        self._card: CardData | None = None
        self._lines: tuple[Line, ...] = ()
        self._for: tuple[CardData | None, int] | None = None
        self.empty: tuple[Line, ...] = ()

    @property
    def card(self) -> CardData | None:
        return self._card

    def show(self, card: CardData | None) -> None:
        """Show an event; only the lines that differ are drawn."""
        before = [self.content(y) for y in range(self.size.height)]
        self._card = card
        for y, line in enumerate(before):
            if self.content(y) != line:
                self.redraw_line(y)

    def _drawn(self) -> tuple[Line, ...]:
        wanted = (self._card, self.size.width)
        if self._for is None or self._for[0] is not wanted[0] or self._for[1] != wanted[1]:
            self._lines = short_card_lines(self._card, self.size.width) if self._card else self.empty
            self._for = wanted
        return self._lines

    def forget(self) -> None:
        """Draw afresh what stands here without a card."""
        self._for = None
        self.refresh()

    def content(self, y: int) -> Line:
        lines = self._drawn()
        if y == self.size.height - 1 and len(lines) > self.size.height:
            return ((f" … {len(lines) - y} more lines: c shows the whole card", "dim"),)
        line = _line(lines, y)
        # the rule between values and sentences goes on to the bottom: it need not be drawn anew for each event
        return line if line or y < _HEAD_LINES or self._card is None else _rule_line(self.size.width)


def _rule_line(cells: int) -> Line:
    return ((" " * (1 + _value_cells(cells)), "text"), (" │", "rule"))


def _line(lines: tuple[Line, ...], y: int) -> Line:
    return lines[y] if y < len(lines) else BLANK
