"""Undoing and doing again, in the calling thread, and what it comes to in words."""

from collections.abc import Sequence
from pathlib import Path

from importers.byhand import redo, undo
from store.journal import SHELVED, Edit
from store.marking import MARKING
from store.views import VIEW
from store.wording import deed_words
from tui.text import plural, visible


def undo_last(store: Path) -> str:
    """Undo the last change; what was done, as a sentence."""
    edits = undo(store)
    again = "brings it back" if any(edit.entity in SHELVED for edit in edits) else "does it again"
    return f"Undone: {edits_words(edits)}. Ctrl+R {again}." if edits else "There is nothing to undo."


def redo_last(store: Path) -> str:
    """Do again what was undone last; what was done, as a sentence."""
    edits = redo(store)
    return f"Done again: {edits_words(edits)}." if edits else "There is nothing to do again."


def edits_words(edits: Sequence[Edit]) -> str:
    """Name what one command changed."""
    first = edits[0]
    if first.entity == VIEW:
        return f"view “{visible(first.field)}”"
    if first.entity == MARKING:
        return "event added by hand"
    deeds = [visible(deed) for edit in edits if (deed := deed_words(edit))]
    return "; ".join(deeds) or f"{first.field.replace('_', ' ')} of {plural(len(edits), first.entity)}"
