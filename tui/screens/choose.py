"""A short list to choose from: commands, facets, views, problems. Drawn as lines, narrowed as one types."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.panes.line_input import LineInput
from tui.panes.lines import Line, Piece, StaticLines, spread, under_cursor
from tui.panes.scroll_lines import ScrollLines
from tui.panes.sentence import Sentence
from tui.text import cut, few_lines, visible


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to choose. ``id`` comes back; ``group`` is a heading over the lines that share it."""

    id: str
    label: str
    detail: str = ""
    group: str = ""


MOST_LINES: Final = 30
_MOST_GROUP_LINES: Final = 4


class ChoiceList(ScrollLines):
    """The lines of a ChoiceScreen, with a cursor."""

    def __init__(self, pick: Callable[[], None], *, moved: Callable[[], None] | None = None) -> None:
        super().__init__(id="choices")
        self.choices: Sequence[Choice] = ()
        self.ticked: frozenset[str] = frozenset()
        self.ticks = False
        self.cursor = 0
        self._rows: list[Choice | str] = []
        self._pick = pick
        self._moved = moved

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self.choices = choices
        self._rows = []
        group = ""
        for choice in choices:
            if choice.group != group:
                group = choice.group
                self._rows += few_lines(visible(group), self.screen.size.width - 2, _MOST_GROUP_LINES)
            self._rows.append(choice)
        self.cursor = next((at for at, row in enumerate(self._rows) if isinstance(row, Choice)), 0)
        self.top = 0
        self.refresh()

    @property
    def current(self) -> Choice | None:
        row = self._rows[self.cursor] if self.cursor < len(self._rows) else None
        return row if isinstance(row, Choice) else None

    @property
    def line_total(self) -> int:
        return len(self._rows)

    def draw_line(self, line: int) -> Line:
        row = self._rows[line]
        if isinstance(row, str):
            return ((f" {row}", "heading"),)
        left: list[Piece] = [(" ", "text")]
        if self.ticks:
            left.append(("● " if row.id in self.ticked else "○ ", "mark"))
        left.append((visible(row.label), "text"))
        right = cut(row.detail, max(8, self.size.width // 2 if self.ticks else self.size.width - len(row.label) - 6))
        drawn = spread(tuple(left), ((f"{right} ", "dim"),), self.size.width)
        return under_cursor(drawn, self.size.width) if line == self.cursor else drawn

    def action_move(self, where: str) -> None:
        if not self.choices:
            return
        page = max(1, self.size.height - 1)
        last = len(self._rows) - 1
        steps = {"down": 1, "up": -1, "page_down": page, "page_up": -page, "first": -last, "last": last}
        self._to(self.cursor + steps[where], 1 if steps[where] > 0 else -1)

    def _to(self, row: int, direction: int) -> None:
        row = max(0, min(row, len(self._rows) - 1))
        while 0 <= row < len(self._rows) and not isinstance(self._rows[row], Choice):
            row += direction
        if not 0 <= row < len(self._rows):
            return
        old, self.cursor = self.cursor, row
        if not self.top <= row < self.top + self.size.height:
            self.scroll_to_line(row - self.size.height // 2)
        self.redraw_line(old - self.top)
        self.redraw_line(row - self.top)
        if self._moved is not None and row != old:
            self._moved()

    def go_to(self, row: int) -> None:
        """Put the cursor on a row, or the nearest that can be chosen."""
        self._to(row, -1)

    def on_click(self, event: events.Click) -> None:
        line = self.top + event.y
        if line < len(self._rows) and isinstance(self._rows[line], Choice):
            self._to(line, 1)
            self._pick()

    def toggle(self) -> None:
        if (choice := self.current) is not None:
            self.ticked ^= {choice.id}
            self.redraw_line(self.cursor - self.top)


class ChoiceScreen(ModalScreen[tuple[str, ...] | None]):
    """Dismissed with the ids chosen (one, or all that are ticked), or with None by Esc."""

    BINDINGS = [  # noqa: RUF012 - Textual's own form
        Binding("escape", "cancel", "cancel", show=False),
        Binding("enter", "choose", "choose", show=False, priority=True),
        Binding("space", "tick", "tick", show=False),
        Binding("down,ctrl+n", "move('down')", "down", show=False, priority=True),
        Binding("up,ctrl+p", "move('up')", "up", show=False, priority=True),
        Binding("pagedown", "move('page_down')", "page down", show=False, priority=True),
        Binding("pageup", "move('page_up')", "page up", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        ticks: bool = False,
        ticked: frozenset[str] = frozenset(),
        empty: str = "There is nothing to choose from.",
        hint: str = "",
    ) -> None:
        super().__init__()
        self._title_text, self._choices, self._ticks, self._ticked = title, choices, ticks, ticked
        self._empty = empty
        self._hint = hint or ("Space ticks · Enter applies · Esc cancels" if ticks else "Enter chooses · Esc cancels")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield StaticLines(id="question")
            if not self._ticks:
                yield LineInput(placeholder="type to narrow")
            yield ChoiceList(self.action_choose)
            yield Sentence(id="answer-hint")

    def on_mount(self) -> None:
        view = self.query_one(ChoiceList)
        view.ticks, view.ticked = self._ticks, self._ticked
        view.set_choices(self._choices)
        view.styles.height = max(1, min(MOST_LINES, self.size.height - 6, view.line_total))
        cells = self.size.width
        self.query_one("#question", StaticLines).set_lines((((f" {cut(self._title_text, cells - 2)}", "heading"),),))
        hint = self._hint if self._choices else f"{self._empty} Esc closes"
        self.query_one("#answer-hint", Sentence).say(hint)
        if self._ticks:
            view.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        kept = [c for c in self._choices if all(word in f"{c.label} {c.detail} {c.group}".casefold() for word in words)]
        starts = [c for c in kept if words and c.label.casefold().startswith(words[0])]
        self.query_one(ChoiceList).set_choices([*starts, *(c for c in kept if c not in starts)])

    def action_move(self, where: str) -> None:
        self.query_one(ChoiceList).action_move(where)

    def action_tick(self) -> None:
        self.query_one(ChoiceList).toggle()

    def action_choose(self) -> None:
        view = self.query_one(ChoiceList)
        if self._ticks:
            self.dismiss(tuple(sorted(view.ticked)))
        elif (choice := view.current) is not None:
            self.dismiss((choice.id,))

    def action_cancel(self) -> None:
        self.dismiss(None)
