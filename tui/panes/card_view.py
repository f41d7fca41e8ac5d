"""The whole card, with a cursor on its parts: the fields across the sources, then each report with its sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from textual import events

from tui.panes import comparison as compared
from tui.panes.card import (
    CardData,
    closing_lines,
    copies_lines,
    corrections_lines,
    evidence_lines,
    facts,
    figures_line,
    headline,
)
from tui.panes.comparison import Comparison
from tui.panes.lines import BLANK, Line
from tui.panes.scroll_lines import ScrollLines

_CURSOR: Final = "▌"


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that the cursor goes to as one: a field of the comparison, or a report."""

    kind: Literal["field", "report"]
    number: int
    """Of the comparison's row, or of the card's evidence."""
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A card as lines, and the parts of it that can be pointed at, from the top."""

    lines: tuple[Line, ...] = ()
    parts: tuple[Part, ...] = ()


def sheet(card: CardData, comparison: Comparison | None, cells: int) -> Sheet:
    """Lay out a card. The comparison is shown where more than one voice tells of the event."""
    event = card.event
    lines = [headline(event, cells), facts(event, cells), figures_line(event), *corrections_lines(event, cells)]
    parts: list[Part] = []
    if comparison is not None and len(comparison.voices) > 1:
        lines += [BLANK, *compared.heading(comparison, cells)]
        for number, block in enumerate(compared.blocks(comparison, cells)):
            parts.append(Part("field", number, len(lines), len(lines) + len(block.lines) - 1))
            lines += block.lines
        lines += compared.legend(comparison, cells)
    for number, evidence in enumerate(card.evidence):
        if evidence in card.shown:
            lines.append(BLANK)
            whose = comparison.repeating.get(evidence.report.source_id) if comparison else None
            drawn = evidence_lines(evidence, cells, f", in the words of {whose}" if whose else "")
            parts.append(Part("report", number, len(lines), len(lines) + len(drawn) - 1))
            lines += drawn
    lines += [*copies_lines(card, cells), *closing_lines(event, card.evidence, cells)]
    return Sheet(tuple(lines), tuple(parts))


class CardView(ScrollLines):
    """The sheet of a card; ``j`` and ``k`` go from part to part. A click goes to a part, a second one opens it."""

    def __init__(self, open_part: Callable[[], None]) -> None:
        super().__init__(id="card-lines")
        self.sheet = Sheet()
        self.cursor = 0
        self._open = open_part

    @property
    def part(self) -> Part | None:
        """What the cursor is on."""
        return self.sheet.parts[self.cursor] if self.cursor < len(self.sheet.parts) else None

    @property
    def line_total(self) -> int:
        return len(self.sheet.lines)

    def draw_line(self, line: int) -> Line:
        drawn = self.sheet.lines[line]
        part = self.part
        if part is not None and part.first <= line <= part.last and drawn:
            (text, role), *rest = drawn
            return ((_CURSOR, "accent"), (text[1:], role), *rest)
        return drawn

    def show(self, shown: Sheet, *, cursor: int, top: int) -> None:
        """Show a sheet with the cursor on one of its parts."""
        self.sheet = shown
        self.cursor = max(0, min(cursor, len(shown.parts) - 1))
        self.top = self._clamped(top)
        self.refresh()

    def action_move(self, where: str) -> None:
        step = {"down": 1, "up": -1}.get(where)
        if step is None:
            super().action_move(where)
            self._bring_cursor()
        else:
            self._step(step)

    def _step(self, step: int) -> None:
        """To the next part; through a long part, and past the last, line by line."""
        part, height = self.part, self.size.height
        hidden = part is not None and (
            part.last >= self.top + height if step > 0 else part.first < self.top and part.last >= self.top
        )
        cursor = self.cursor + step
        if hidden or not 0 <= cursor < len(self.sheet.parts):
            self.scroll_to_line(self.top + step)
            return
        self.cursor = cursor
        self.refresh()
        self._show_part(self.sheet.parts[cursor])

    def _show_part(self, part: Part) -> None:
        above = part.first - 1 if self.cursor else 0
        if above < self.top:
            self.scroll_to_line(above)
        elif part.last >= self.top + self.size.height:
            self.scroll_to_line(min(above, part.last - self.size.height + 1))

    def _bring_cursor(self) -> None:
        """After a page: the cursor goes to the first part that begins in view."""
        part = self.part
        if part is None or self.top <= part.first < self.top + self.size.height:
            return
        seen = (at for at, one in enumerate(self.sheet.parts) if self.top <= one.first < self.top + self.size.height)
        self.cursor = next(seen, self.cursor)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        line = self.top + event.y
        at = next((n for n, part in enumerate(self.sheet.parts) if part.first <= line <= part.last), None)
        if at is None:
            return
        again = at == self.cursor
        self.cursor = at
        self.refresh()
        if again:
            self._open()


def same_place(before: Sequence[Part], cursor: int, after: Sequence[Part]) -> int | None:
    """Where the cursor stands in a sheet of the same card laid out anew; None if it had not been moved."""
    if cursor == 0 or cursor >= len(before):
        return None
    wanted = (before[cursor].kind, before[cursor].number)
    return next((at for at, part in enumerate(after) if (part.kind, part.number) == wanted), None)
