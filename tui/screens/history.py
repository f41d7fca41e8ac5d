"""Every change of the store, the newest first: what, why; undone and done again from here."""

from typing import TYPE_CHECKING

from store import queries, writer
from store.connection import Database
from store.event_words import file_name
from store.journal import SHELVED, Edit
from store.marking import MARKING
from store.views import VIEW
from tui.commands import bindings_for
from tui.panes.changes import Change, Of, changes
from tui.panes.lines import Line, StaticLines, crop
from tui.screens.choose import Choice
from tui.screens.listed import ListedScreen
from tui.screens.stack import is_open
from tui.text import cut, plural

if TYPE_CHECKING:
    from tui.screens.reviewing import Reviewing


class HistoryScreen(ListedScreen):
    """The list of changes."""

    BINDINGS = bindings_for("history")
    scope = "history"

    def __init__(self, browser: "Reviewing", changes: tuple[Change, ...]) -> None:
        super().__init__(browser, StaticLines(id="change", classes="three"))
        self._browser = browser
        self.changes = changes

    @property
    def current(self) -> Change | None:
        choice = self.list.current
        return self.changes[int(choice.id)] if choice else None

    def on_resize(self) -> None:
        self.list.styles.height = "1fr"

    def fill(self, cursor: int) -> None:
        cells = self.size.width
        undoable = next((n for n, change in enumerate(self.changes) if not change.undone), None)
        choices = []
        for number, change in enumerate(self.changes):
            state = "undone" if change.undone else "u undoes it" if number == undoable else ""
            sentence = cut(change.sentence, cells - 20 - len(state))
            choices.append(
                Choice(str(number), f"{'✗' if change.undone else ' '} {_minute(change.at)}  {sentence}", state)
            )
        self.put(f"{plural(len(choices), 'change')}, the newest first; times are UTC", choices, cursor)

    def show_item(self) -> None:
        change = self.current
        if change is None:
            return
        cells = self.size.width
        lines: list[Line] = [((f" {cut(change.what, cells - 2)}", "strong"),)]
        if not change.after and change.of.title:
            lines.append(((f" {cut(change.of.title, cells - 2)}", "dim"),))
        if change.after:
            values: Line = ((f" {change.before}", "dim"), ("  →  ", "rule"), (change.after, "text"))
            lines.append(crop(values, cells))
        if change.reason:
            lines.append(((" because: ", "dim"), (cut(change.reason, cells - 11), "text")))
        self.query_one("#change", StaticLines).set_lines(tuple(lines))

    # Commands

    def action_undo(self) -> None:
        self._browser.start_write(self._again, redo=False)

    def action_redo(self) -> None:
        self._browser.start_write(self._again, redo=True)

    async def _again(self, *, redo: bool) -> None:
        await (self._browser.do_again() if redo else self._browser.take_back())
        self.changes = await self._browser.ask("open", load_history)
        if is_open(self):
            self.fill(self.list.cursor)

    def action_open(self) -> None:
        """Go to the event in the panes."""
        change = self.current
        if change is not None and change.of.event_id:
            self.dismiss(None)
            self._browser.go_to_event(change.of.event_id)


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")


def load_history(db: Database) -> tuple[Change, ...]:
    """Every change, the newest first, in words."""
    edits = writer.log(db)
    return changes(edits, {edit.id: _of(db, edit) for edit in edits})


def _of(db: Database, edit: Edit) -> Of:
    """What an edit is of: the title of the event or article, and the event to go to."""
    if edit.entity == VIEW or edit.entity in SHELVED:
        return Of("", 0)
    number = queries.event_of(db, edit.entity_id) if edit.entity == MARKING else edit.entity_id
    if edit.entity == "source":
        if not queries.has_source(db, edit.entity_id):
            return Of("an article that is no more", 0)
        article = queries.source(db, edit.entity_id).article
        return Of(article.title or file_name(article.path), 0)
    event = queries.event(db, number) if number else None
    return Of(event.title, event.id) if event else Of("an event that is no more", 0)
