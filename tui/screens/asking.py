"""A screen that asks the store's reader and says what comes of it; it never raises what went wrong beside it."""

import traceback
from asyncio import Lock
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from textual.worker import Worker, WorkerState

from store.connection import Database
from store.errors import ExportError, Stale, StoreError
from store.reader import Reader
from tui.crash import write_crash_log
from tui.screens.painting import PaintingScreen

P = ParamSpec("P")
T = TypeVar("T")


class Hear(Protocol):
    """Shows what is said; "" ends it."""

    def __call__(self, text: str, *, error: bool) -> None: ...


class AskingScreen(PaintingScreen):
    """Runs work beside the screen, keeps a log of what was said, and shows the last of it."""

    store: Path
    """The file that is shown, and that changes are written to. Set by the browser."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self._write_turn = Lock()
        self.log_lines: list[str] = []
        self.message: tuple[str, bool] = ("", False)
        """What was said last, until the next move, and whether it is an error."""
        self.heard: Hear | None = None
        """A screen over this one that shows what is said here."""

    async def ask(self, group: str, fn: Callable[Concatenate[Database, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``fn(db, ...)`` on the reader's thread; an older question of the group is given up."""
        return await self.reader.newest(group, fn, *args, **kwargs)

    def start(self, group: str, work: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Run ``work(...)`` beside the screen; the newest of its group wins. Its errors are said, not raised."""

        async def run() -> None:  # not a partial: Textual prints what it is given, and a whole page takes milliseconds
            await work(*args, **kwargs)

        _: Worker[None] = self.run_worker(run, name=group, group=group, exclusive=True, exit_on_error=False)

    def start_write(self, work: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Run ``work(...)``, which changes the store, after those before it; none is given up."""

        async def run() -> None:
            async with self._write_turn:
                self.need_store()
                await work(*args, **kwargs)

        _: Worker[None] = self.run_worker(run, name="write", group="write", exit_on_error=False)

    def need_store(self) -> None:
        """Raise a StoreError where the store was taken away: an empty one would be made in its place."""
        if not self.store.is_file():
            raise StoreError(f"The store was moved or deleted; nothing was changed: {self.store}")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong in a worker; keep the details of what nobody foresaw."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or error is None or isinstance(error, Stale):
            return
        if isinstance(error, StoreError | ExportError):
            self.say(str(error), error=True)
            return
        self.say(f"Something went wrong: {type(error).__name__}. ^ shows the details{_kept(error)}.", error=True)
        self.log_lines.append("".join(traceback.format_exception(error)))

    def say(self, text: str, *, error: bool = False) -> None:
        """Say something in the last line, until the next move; it stays in the log."""
        stamp = datetime.now(UTC).astimezone().strftime("%H:%M:%S")
        self.log_lines.append(f"{stamp}  {text}")
        self._show(text, error=error)

    def tell_progress(self, line: str) -> None:
        """Say how a job goes; not kept in the log."""
        self._show(line)

    def unsay(self) -> None:
        """Show the keys again."""
        if self.message[0]:
            self._show("")

    def _show(self, text: str, *, error: bool = False) -> None:
        self.message = (text, error)
        self.draw_status()
        if self.heard is not None:
            self.heard(text, error=error)

    def draw_status(self) -> None:
        """Draw the last line."""
        raise NotImplementedError


def _kept(error: BaseException) -> str:
    """Keep the details of an unforeseen error for a bug report; where, as the end of a sentence."""
    try:
        return f", and so does {write_crash_log(error)}"
    except OSError:
        return ""
