"""Every change made by hand, the newest first: what, why; undone and done again from here."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import Screen

from tui.commands import bindings_for, in_scope
from tui.panes.changes import Change
from tui.panes.footer import footer_line, said
from tui.panes.lines import Line, StaticLines, crop
from tui.screens.choose import Choice, ChoiceList
from tui.text import cut, plural

if TYPE_CHECKING:
    from tui.screens.reviewing import Reviewing


class HistoryScreen(Screen[None]):
    """The list of changes, with the whole of the one under the cursor below it."""

    BINDINGS = bindings_for("history")

    def __init__(self, browser: "Reviewing", changes: tuple[Change, ...]) -> None:
        super().__init__()
        self._browser = browser
        self.changes = changes

    def compose(self) -> ComposeResult:
        yield StaticLines(id="history-head", classes="bar")
        yield ChoiceList(self.action_open, moved=self._show_change)
        yield StaticLines(id="history-rule", classes="bar")
        yield StaticLines(id="change", classes="three")
        yield StaticLines(id="history-foot", classes="bar")

    @property
    def list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    @property
    def current(self) -> Change | None:
        choice = self.list.current
        return self.changes[int(choice.id)] if choice else None

    def on_mount(self) -> None:
        self._browser.heard = self._hear
        self.list.focus()

    def on_unmount(self) -> None:
        self._browser.heard = None

    def on_resize(self) -> None:
        self.list.styles.height = "1fr"
        self.query_one("#history-rule", StaticLines).set_lines(((("─" * self.size.width, "rule"),),))
        self._fill(self.list.cursor)
        self._hear("", error=False)

    def _fill(self, cursor: int) -> None:
        cells = self.size.width
        undoable = next((n for n, change in enumerate(self.changes) if not change.undone), None)
        choices = []
        for number, change in enumerate(self.changes):
            state = "undone" if change.undone else "u undoes it" if number == undoable else ""
            sentence = cut(change.sentence, cells - 20 - len(state))
            choices.append(
                Choice(str(number), f"{'✗' if change.undone else ' '} {_minute(change.at)}  {sentence}", state)
            )
        self.list.set_choices(choices)
        self.list.go_to(cursor)
        head = f" {plural(len(choices), 'change')} made by hand, the newest first; times are UTC"
        self.query_one("#history-head", StaticLines).set_lines((((head, "heading"),),))
        self._show_change()

    def _show_change(self) -> None:
        change = self.current
        if change is None:
            return
        cells = self.size.width
        lines: list[Line] = [((f" {cut(change.what, cells - 2)}", "strong"),)]
        if not change.after:
            lines.append(((f" {cut(change.of.title, cells - 2)}", "dim"),))
        if change.after:
            values: Line = ((f" {change.before}", "dim"), ("  →  ", "rule"), (change.after, "text"))
            lines.append(crop(values, cells))
        if change.reason:
            lines.append(((" because: ", "dim"), (cut(change.reason, cells - 11), "text")))
        self.query_one("#change", StaticLines).set_lines(tuple(lines))

    def _hear(self, text: str, *, error: bool) -> None:
        cells = self.size.width
        line = said(text, cells, error=error) if text else footer_line(in_scope("history"), cells)
        self.query_one("#history-foot", StaticLines).set_lines((line,))

    # Commands

    def action_undo(self) -> None:
        self._browser.start("write", self._again, redo=False)

    def action_redo(self) -> None:
        self._browser.start("write", self._again, redo=True)

    async def _again(self, *, redo: bool) -> None:
        from tui.screens.reviewing import load_history

        await (self._browser.do_again() if redo else self._browser.take_back())
        self.changes = await self._browser.ask("open", load_history)
        self._fill(self.list.cursor)

    def action_open(self) -> None:
        """Go to the event in the panes."""
        change = self.current
        if change is not None and change.of.event_id:
            self.dismiss(None)
            self._browser.go_to_event(change.of.event_id)

    def action_back(self) -> None:
        self.dismiss(None)


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")
