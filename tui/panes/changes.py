"""Changes of the store, in words: what, of what, from what to what, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from store.journal import Edit
from store.marking import MARKING
from store.overlay import Json
from store.views import VIEW
from store.wording import deed_words, said_words
from tui.panes.words import words_of
from tui.text import plural, visible


@dataclass(frozen=True, slots=True)
class Of:
    """What an edit is of: a title ("" if the edit names all), and the event to go to (0: none)."""

    title: str
    event_id: int


@dataclass(frozen=True, slots=True)
class Change:
    """One command's edits of one field, in words."""

    at: str
    what: str
    before: str
    after: str
    reason: str
    undone: bool
    of: Of
    """Its event or article; of many, the first."""

    @property
    def sentence(self) -> str:
        return f"{self.what}: {self.before} → {self.after}" if self.after else self.what


def changes(edits: Sequence[Edit], named: Mapping[int, Of]) -> tuple[Change, ...]:
    """Edits, the oldest first, as changes, the newest first; those of many events by one command are one."""
    before = values_before(edits)
    made = [
        _change(tuple(group), before, named)
        for _, group in groupby(edits, key=lambda edit: (edit.batch, edit.entity, edit.field))
    ]
    return tuple(reversed(made))


def values_before(edits: Sequence[Edit]) -> dict[int, Json]:
    """What held before each edit, by its id: what the last edit of the same field said, else the machine."""
    last: dict[tuple[str, int, str], Json] = {}
    before = {}
    for edit in edits:
        of = (edit.entity, edit.entity_id, edit.field)
        before[edit.id] = edit.machine if last.get(of) is None else last[of]
        if not edit.undone:
            last[of] = edit.human
    return before


def _change(edits: tuple[Edit, ...], before: Mapping[int, Json], named: Mapping[int, Of]) -> Change:
    edit = edits[0]
    of = named[edit.id]
    old = new = ""
    what = visible(deed_words(edit))
    if edit.entity == MARKING:
        what = f"added {visible(said_words(edit, edit.human))}"
    elif not what:
        old = said_words(edit, before[edit.id])
        new = said_words(edit, edit.human)
        whose = f"“{of.title}”" if len(edits) == 1 else plural(len(edits), edit.entity)
        what = f"view “{visible(edit.field)}”" if edit.entity == VIEW else f"{words_of(edit.field)} of {visible(whose)}"
    return Change(edit.at, what, visible(old), visible(new), visible(edit.reason), edit.undone, of)
