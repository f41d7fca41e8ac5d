"""Importing from inside the browser: a path, progress in the last line, and the list of what could not be read."""

from asyncio import Lock, to_thread
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.messages import ImportMoved
from tui.screens.panes_screen import PanesScreen

if TYPE_CHECKING:
    from tui.jobs import ImportOutcome


async def path_completions(typed: str) -> tuple[str, ...]:
    """A typed path completed to the entries of its folder that go on like it; folders end in a slash."""
    return await to_thread(_entries, typed) if typed else ()


def _entries(typed: str) -> tuple[str, ...]:
    path = Path(typed).expanduser()
    folder, start = (path, "") if typed.endswith("/") else (path.parent, path.name)
    try:
        entries = sorted(entry for entry in folder.iterdir() if entry.name.startswith(start))
    except OSError:
        return ()
    shown = [entry for entry in entries if start.startswith(".") or not entry.name.startswith(".")]
    head = typed[: len(typed) - len(start)]
    return tuple(f"{head}{entry.name}{'/' if entry.is_dir() else ''}" for entry in shown)


class Importing(PanesScreen):
    """The commands around an import."""

    _cancel: Event | None = None
    _turn: Lock
    outcome: "ImportOutcome | None" = None

    def on_mount(self) -> None:
        self._turn = Lock()

    @property
    def importing(self) -> bool:
        return self._cancel is not None

    def action_import_files(self) -> None:
        if self.importing:
            self.say("An import is running. Esc cancels it.")
            return
        from tui.screens.ask import AskScreen

        hint = "A file or a folder; Tab completes · Enter imports · Esc cancels"
        screen = AskScreen("Import", "", hint, _check_paths, path_completions)
        self.app.push_screen(screen, self._import)

    def _import(self, typed: str | None) -> None:
        if typed is not None:
            self.start("import", self.import_paths, [Path(typed.strip()).expanduser()])

    async def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders in a thread, one import at a time, and show what came of it."""
        from tui.jobs import run_import

        self.need_store()
        async with self._turn:
            cancel = self._cancel = Event()
            worker = get_current_worker()

            def tell(line: str) -> None:
                self.app.call_from_thread(self.post_message, ImportMoved(line))

            try:
                self.outcome = await to_thread(
                    run_import, self.store, list(paths), tell, lambda: cancel.is_set() or worker.is_cancelled
                )
            finally:
                self._cancel = None
        self.say(self.outcome.sentence)
        self.reload(whole=True)

    def on_import_moved(self, message: ImportMoved) -> None:
        self.tell_progress(message.line)

    def cancel_running(self) -> bool:
        """Cancel an import that runs: what it has read stays. False if there is none."""
        if self._cancel is None:
            return False
        self._cancel.set()
        self.say("Stopping; what is read stays …")
        return True

    def action_problems(self) -> None:
        from tui.screens.choose import Choice, ChoiceScreen

        problems = self.outcome.problems if self.outcome else []
        choices = [
            Choice(str(at), Path(problem.path).name, f"{problem.reason} {problem.hint}".strip())
            for at, problem in enumerate(problems)
        ]
        empty = "The last import read every file." if self.outcome else "Nothing was imported since the start."
        self.app.push_screen(ChoiceScreen("Files that were not read", choices, empty=empty, hint="Esc closes"))


def _check_paths(typed: str) -> str | None:
    if not typed.strip():
        return "Type a path."
    return None if Path(typed.strip()).expanduser().exists() else f"There is no {typed.strip()}."
