"""Messages that cross panes: what the user wants, by the id of the thing, never by its place on the screen."""

from textual.message import Message


class CursorMoved(Message):
    """The user moved the cursor of a pane: to an event, or in Sources to a source."""

    def __init__(self, pane: str, item_id: int) -> None:
        self.pane = pane
        self.item_id = item_id
        super().__init__()

    def can_replace(self, message: Message) -> bool:
        """A newer move of the same pane makes an older one stale."""
        return isinstance(message, CursorMoved) and message.pane == self.pane


class RowsCame(Message):
    """A pane has the rows that its cursor waited for."""


class Opened(Message):
    """The user clicked what the cursor is on: open it."""


class FilterEdited(Message):
    """The text of the filter changed."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__()


class FilterLeft(Message):
    """The user is done with the filter bar: keep the filter (Enter), or step back (Esc)."""

    def __init__(self, *, keep: bool) -> None:
        self.keep = keep
        super().__init__()


class ImportMoved(Message):
    """An import went on: a line for the status bar."""

    def __init__(self, line: str) -> None:
        self.line = line
        super().__init__()

    def can_replace(self, message: Message) -> bool:
        """Only the newest progress is worth drawing."""
        return isinstance(message, ImportMoved)
