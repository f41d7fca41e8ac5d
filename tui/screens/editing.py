"""What people change: stars, tags, notes, rejections, publication dates; and undoing it. Written at once, in a thread.

Every change is journalled by the store and can be undone with one key, so nothing here asks "are you sure".
"""

import os
import subprocess
import tempfile
from asyncio import to_thread
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store import queries, writer
from store.connection import Database, writing
from store.event_words import file_name
from tui import pages, terminal
from tui.panes.words import published_short
from tui.screens.panes_screen import PanesScreen
from tui.text import cut, plural

if TYPE_CHECKING:
    from store.journal import Edit
    from store.records.source import Source
    from tui.screens.decide import Decided


_TITLE: Final = 28
"""Cells of a title in a message that says more behind it."""


def told_of(db: Database, ids: Sequence[int]) -> str:
    """Name what was changed: how many events, or the one by its title, since where Sources has the screen for itself
    nothing else shows which it was.
    """
    return plural(len(ids), "event") if len(ids) > 1 else f"“{cut(queries.known_event(db, ids[0]).title, _TITLE)}”"


def with_writer(store: Path, fn: Callable[[Database], str]) -> str:
    """Run ``fn`` on a connection that writes, in the calling thread."""
    with writing(store) as db:
        return fn(db)


class Editing(PanesScreen):
    """The commands that change the store."""

    def write(self, fn: Callable[[Database], str]) -> None:
        """Run a change in a thread, say what it says, and show the store afresh."""
        self.start_write(self._write_and_reload, partial(with_writer, fn=fn))

    async def _write_and_reload(self, change: Callable[[Path], str]) -> None:
        said = await to_thread(change, self.store)
        self.reload(whole=True)
        self.say(said)

    def targets(self) -> tuple[int, ...]:
        """The event on the card screen; else the selected events, or the one under the cursor."""
        if self.alone is not None:
            return (self.alone.event.id,)
        if self.selected:
            return tuple(sorted(self.selected))
        on = self.looked_at_id
        return (on,) if on and self.card.card else ()

    def action_star(self) -> None:
        ids = self.targets()
        if not ids:
            self.say("There is no event here to star.")
            return
        on = self.looked_at_id or ids[0]

        def change(db: Database) -> str:
            starred = not queries.known_event(db, on).starred  # the card may still show the event before
            writer.star(db, ids, starred)
            return f"{told_of(db, ids)} {'starred' if starred else 'without a star'}. u undoes."

        self.write(change)

    def action_tag(self) -> None:
        ids = self.targets()
        if not ids:
            self.say("There is no event here to tag.")
            return
        from tui.screens.ask import AskScreen

        card = self.looked_at if len(ids) == 1 else None
        question = f"Tag {card.event.title if card else plural(len(ids), 'event')}"
        now = f"Now: {', '.join(card.event.tags)}. " if card and card.event.tags else ""

        def answered(answer: str | None) -> None:
            words = (answer or "").replace(",", " ").split()
            if not words:
                return
            add = [word.lstrip("#") for word in words if not word.startswith("-")]
            drop = [word[1:].lstrip("#") for word in words if word.startswith("-")]

            def change(db: Database) -> str:
                writer.tag(db, ids, add, drop)
                return f"{told_of(db, ids)} tagged. u undoes."

            self.write(change)

        hint = f"{now}A word is put on, -word taken off · Enter accepts · Esc cancels"
        self.app.push_screen(AskScreen(question, hint=hint), answered)

    def action_note(self) -> None:
        """Write the note in one line; one of several lines in $EDITOR."""
        card = self.looked_at
        if card is None or "\n" in card.event.note:
            self.action_note_editor()
            return
        from tui.screens.ask import AskScreen

        event = card.event

        def answered(text: str | None) -> None:
            if text is not None and text.strip() != event.note:
                self._write_note(event.id, text.strip())

        hint = "Enter keeps it · Esc cancels · empty: no note · O writes it in $EDITOR instead"
        self.app.push_screen(AskScreen(f"Note on {event.title}", event.note, hint), answered)

    def action_note_editor(self) -> None:
        """Write the note in $EDITOR."""
        card = self.looked_at
        if card is None:
            self.say("There is no event here to write a note on.")
            return
        text = self._edited(card.event.note)
        if text is None or text == card.event.note:
            return
        self._write_note(card.event.id, text)

    def _write_note(self, event_id: int, text: str) -> None:
        def change(db: Database) -> str:
            writer.note(db, event_id, text)
            return "Note kept. u undoes." if text else "Note taken away. u undoes."

        self.write(change)

    def _edited(self, text: str) -> str | None:
        command = terminal.editor(os.environ)
        with tempfile.TemporaryDirectory(prefix="ecu-tui-") as folder:
            file = Path(folder) / "note.md"
            file.write_text(text, encoding="utf-8")
            try:
                with self.app.suspend():
                    done = subprocess.run([*command, str(file)], check=False)  # noqa: S603 - the user's own editor
            except OSError as error:
                self.say(f"{command[0]} could not be started: {error.strerror}. Set EDITOR.", error=True)
                return None
            return file.read_text(encoding="utf-8", errors="replace").strip() if done.returncode == 0 else None

    def action_undo(self) -> None:
        self.start_write(self.take_back)

    def action_redo(self) -> None:
        self.start_write(self.do_again)

    async def take_back(self) -> None:
        """Undo the last change, and say what it was."""
        from store.journal import SHELVED
        from tui.taking_back import undo_last

        edits = await self.ask("undo", writer.to_undo)
        if self.importing and any(edit.entity in SHELVED for edit in edits):
            self.say("The import is running: Esc stops it, and then u takes it back.")
            return
        await self._again("Undoing", edits, undo_last)

    async def do_again(self) -> None:
        """Do again what was undone last, and say what it was."""
        from tui.taking_back import redo_last

        await self._again("Doing again", await self.ask("undo", writer.to_redo), redo_last)

    async def _again(self, doing: str, edits: "Sequence[Edit]", change: Callable[[Path], str]) -> None:
        from tui.taking_back import edits_words

        compared = any(edit.redates for edit in edits)
        if compared:
            self.tell_progress(f"{doing}: {edits_words(edits)} …")
        said = await to_thread(change, self.store)
        if compared:
            self.selected, self.chosen = await self.ask("undo", pages.still_there, self.selected, self.chosen)
        self.reload(whole=True)
        self.say(said)

    def go_to_event(self, event_id: int) -> None:
        """Show an event in the panes, without the filter if that leaves it out."""
        self.start("open", self._go_to, event_id)

    async def _go_to(self, event_id: int) -> None:
        page = self.page
        living = await self.ask("open", queries.event_id, event_id)
        if living is None or page is None:
            self.say("That event is gone.")
            return
        if await self.ask("open", queries.position, page.events, living) is None:
            self.chosen = frozenset()
            self.set_filter("")
        self.event_id = living
        if self.shown == "sources":
            self.show_pane("events")
        self.reload()

    # Publication dates

    def action_set_date(self) -> None:
        row = self.sources.current
        source_id = row.id if self.shown == "sources" and row else self.source_id
        if source_id:
            self.start("open", self._ask_date_of, source_id)

    async def _ask_date_of(self, source_id: int) -> None:
        source, _ = await self.ask("open", pages.load_article, source_id)
        self.ask_date(source)

    def ask_date(self, source: "Source") -> None:
        """Ask for an article's publication date and set it. What is known of it is told in full, and may be why."""
        from tui.screens.decide import DecideScreen

        def decided(answer: "Decided | None") -> None:
            if answer is not None:
                self.start_write(self._set_date, source, answer.value, answer.reason)

        name = source.article.title or file_name(source.article.path)
        now = f"Now: {published_short(source.published)}. {source.published.why}".strip()
        screen = DecideScreen(
            f"Published: {name}",
            value=source.published.edtf or "",
            check=no_publication,
            hint=f"{now}\nEnter sets it, and all that hangs on it · Tab: why · Esc cancels",
        )
        self.app.push_screen(screen, decided)

    async def _set_date(self, source: "Source", typed: str, reason: str = "") -> None:
        from importers.byhand import set_published

        self.say("Dating anew what hangs on this date …")
        dated, changes = await to_thread(
            set_published, self.store, str(source.id), typed, reason or "set in the browser"
        )
        self.reload(whole=True)
        moved = plural(changes.added + changes.changed + changes.dropped, "event")
        self.say(f"Published {published_short(dated.published)}; {moved} changed. u undoes.")


def no_publication(typed: str) -> str | None:
    """Why a typed day cannot be that of a publication; None if it can."""
    from importers.byhand import typed_publication
    from importers.typed.errors import DateError

    try:
        typed_publication(typed)
    except DateError as error:
        return str(error)
    return None
