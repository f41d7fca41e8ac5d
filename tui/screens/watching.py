"""Watching a folder: what is put into it is imported as it comes, until the watch ends or the program does."""

from asyncio import sleep, to_thread
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from tui.screens.importing import Importing, path_completions

_SETTLE_SECONDS: Final = 0.5
"""A file that has not grown for so long is taken to be whole."""


class Watching(Importing):
    """The command that watches a folder, or no longer does."""

    watched: Path | None = None

    def action_watch(self) -> None:
        """Ask for a folder to watch; while one is watched, end that."""
        if self.watched is not None:
            self.workers.cancel_group(self, "watch")
            self.say(f"{self.watched} is watched no more.")
            self.watched = None
            return
        from tui.screens.ask import AskScreen

        hint = "A folder; Tab completes · Enter imports it, and then what is put into it · Esc cancels"
        self.app.push_screen(AskScreen("Watch", "", hint, _check_folder, path_completions), self._answered)

    def _answered(self, typed: str | None) -> None:
        if typed is not None:
            self.watch_folder(Path(typed.strip()).expanduser())

    def watch_folder(self, folder: Path) -> None:
        """Import a folder, and from then on what is put into it."""
        self.watched = folder
        self.start("watch", self._watch, folder)

    async def _watch(self, folder: Path) -> None:
        from watchfiles import Change, awatch

        try:
            await self.import_paths([folder])
            self.say(f"{self.message[0]} {folder} is watched: W ends it.".strip())
            async for changes in awatch(folder):
                paths = await settled(path for change, path in changes if change is not Change.deleted)
                if paths:
                    await self.import_paths(paths)
        except OSError as error:
            self.say(f"{folder} can be watched no more: {error.strerror}.", error=True)
        finally:
            self.watched = None


async def settled(paths: Iterable[str]) -> Sequence[Path]:
    """The files among these paths, hidden ones left aside, once none of them grows any more."""
    files = sorted(path for path in map(Path, paths) if not path.name.startswith("."))
    before: list[tuple[Path, int, int]] = []
    while (now := await to_thread(_sizes, files)) != before:
        before = now
        await sleep(_SETTLE_SECONDS)
    return [path for path, *_ in now]


def _sizes(files: Iterable[Path]) -> list[tuple[Path, int, int]]:
    found = []
    for path in files:
        try:
            status = path.stat()
        except OSError:
            continue  # taken away again
        if path.is_file():
            found.append((path, status.st_size, status.st_mtime_ns))
    return found


def _check_folder(typed: str) -> str | None:
    if not typed.strip():
        return "Type a folder."
    return None if Path(typed.strip()).expanduser().is_dir() else f"There is no folder {typed.strip()}."
