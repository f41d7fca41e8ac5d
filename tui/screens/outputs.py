"""What leaves the browser: exports, copies, the pager."""

import os
import subprocess
from asyncio import to_thread
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.connection import Database
from store.filters import Filter
from tui import pages, session, terminal
from tui.screens.panes_screen import PanesScreen
from tui.text import one_to_one, plural

if TYPE_CHECKING:
    from store.choosing import Chosen
    from store.records.source import Source

_LEFT_OUT: Final = "Enter writes it · Esc cancels. Weak finds and rejected events are named at its end, and left out"


class Outputs(PanesScreen):
    """The commands that write files, copy, or hand over to another program."""

    def action_export(self) -> None:
        """Ask where to, and write the selection, else the filter, else all."""
        if self.page is None or not (self.selected or self.page.timeline.total):
            self.say("There is nothing to export.")
            return
        from tui.screens.ask import AskScreen

        if self.selected:
            what = f"the {plural(len(self.selected), 'selected event')}"
        elif self.page.timeline.partial:
            what = "the events of the filter"
        elif not self.filter.everything:
            what = f"the {plural(self.page.timeline.total, 'event')} of the filter"
        else:
            what = f"all {plural(self.page.timeline.total, 'event')}"
        question = f"Export {what} to Markdown file"
        hint = "" if self.selected else _LEFT_OUT
        self.app.push_screen(AskScreen(question, str(self.free_path()), hint, _check_path), Exporter(self, self.filter))

    def free_path(self) -> Path:
        """A file name in the working folder that is not taken."""
        path, number = Path("timeline.md"), 1
        while path.exists():
            number += 1
            path = Path(f"timeline-{number}.md")
        return path

    async def write_export(self, wanted: Filter, path: Path, *, overwrite: bool) -> None:
        """Write the events of a filter to a file."""
        from store.export import write_new
        from tui.citing import written

        chosen, text = await self.ask("export", load_export, wanted, self.selected)
        await to_thread(write_new, path, text, overwrite=overwrite)
        self.say(written(chosen, path))

    # Copying

    def action_copy(self) -> None:
        if self.looked_at is not None:
            from tui.citing import event_markdown

            self.copy_text(event_markdown(self.looked_at))

    def action_copy_evidence(self) -> None:
        if self.looked_at is not None:
            from tui.citing import evidence_markdown

            self.copy_text(evidence_markdown(self.looked_at))

    def copy_text(self, text: str) -> None:
        """Copy, and say where it went."""
        from tui import clipboard

        self.say(clipboard.copy(text, os.environ, self._send, session.state_folder() / "copied.txt"))

    def _send(self, sequence: str) -> None:
        driver = self.app._driver  # noqa: SLF001 - Textual's own copy_to_clipboard writes to it in the same way
        if driver is not None:
            driver.write(sequence)
            driver.flush()

    # The pager

    def action_pager(self) -> None:
        source_id = self.source_here()
        if source_id:
            self.start("open", self._page, source_id)

    def source_here(self) -> int:
        """The article that the cursor speaks of, 0 if none."""
        return self.source_id

    async def _page(self, source_id: int) -> None:
        source, _ = await self.ask("open", pages.load_article, source_id)
        self.read_in_pager(source)

    def read_in_pager(self, source: "Source") -> None:
        """Hand the article's text to the user's pager, line by line made visible: no pager gets a raw escape."""
        command = terminal.pager(os.environ)
        text = "\n".join(one_to_one(line) for line in source.article.text.split("\n"))
        try:
            with self.app.suspend():
                subprocess.run(command, input=text.encode("utf-8", "replace"), check=False)  # noqa: S603 - the user's own
        except OSError as error:
            self.say(f"{command[0]} could not be started: {error.strerror}. Set PAGER.", error=True)


class Exporter:
    """Takes the path that was typed; asks once more before it overwrites."""

    def __init__(self, screen: Outputs, wanted: Filter) -> None:
        self._screen, self._wanted = screen, wanted

    def __call__(self, typed: str | None) -> None:
        if typed is None:
            return
        path = Path(typed.strip()).expanduser().absolute()
        if not path.exists():
            self._write(path, overwrite=False)
            return
        from tui.screens.choose import Choice, ChoiceScreen

        choices = [Choice("keep", "Keep it, and write nothing"), Choice("overwrite", "Overwrite it")]

        def decided(chosen: tuple[str, ...] | None) -> None:
            if chosen == ("overwrite",):
                self._write(path, overwrite=True)
            else:
                self._screen.say(f"{path} was left as it is. Nothing was written.")

        self._screen.app.push_screen(ChoiceScreen(f"{path} exists", choices), decided)

    def _write(self, path: Path, *, overwrite: bool) -> None:
        self._screen.start("export", partial(self._screen.write_export, overwrite=overwrite), self._wanted, path)


def load_export(db: Database, wanted: Filter, selected: frozenset[int]) -> "tuple[Chosen, str]":
    """The selection, else the events of a filter, and the Markdown document of them."""
    from store.choosing import choose
    from store.export import to_markdown

    chosen = choose(db, wanted, selected=selected)
    text = to_markdown(
        chosen.events, chosen.sources, title="Timeline", filter_sentence=chosen.sentence, left_out=chosen.left_out
    )
    return chosen, text


def _check_path(typed: str) -> str | None:
    path = Path(typed.strip()).expanduser()
    if not typed.strip():
        return "Type the name of a file."
    if path.is_dir():
        return f"{path} is a folder: add a file name."
    if not path.absolute().parent.is_dir():
        return f"There is no folder {path.absolute().parent}."
    return None
