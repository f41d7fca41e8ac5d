"""What an empty pane says: why it is empty, and which key changes that."""

from dataclasses import dataclass
from typing import Protocol

from tui.panes.lines import BLANK, Line, Piece
from tui.text import plural


class Counted(Protocol):
    """Anything with a number of events."""

    @property
    def total(self) -> int: ...


class Paged(Protocol):
    """What is looked at of a page."""

    @property
    def timeline(self) -> Counted: ...
    @property
    def source_total(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Hints:
    """Lines for the empty panes and the card."""

    sources: tuple[Line, ...]
    events: tuple[Line, ...]
    card: tuple[Line, ...]


def hints(page: Paged, whole: Counted | None, *, filtered: bool, chosen: bool) -> Hints:
    """The lines for what is empty on this page."""
    nothing_yet = whole is not None and whole.total == 0
    if nothing_yet and page.source_total == 0 and not filtered:
        return Hints(
            _FIRST_SOURCES, _FIRST_EVENTS, (_say("Import articles with ", "i", ": their events appear here."),)
        )
    if nothing_yet and not filtered:
        said = f"No event was found in {plural(page.source_total, 'article')}."
        events: tuple[Line, ...] = (
            BLANK,
            _say(said),
            _say("", "Enter", " in Sources reads one;"),
            _say("ecu-tui explain FILE says how it was read."),
        )
        return Hints((BLANK, _say("No articles.")), events, (_say("No event."),))
    if chosen and page.timeline.total:
        events = (BLANK, _say("The chosen sources report nothing here."), _say("", "Esc", " shows all sources again."))
    else:
        events = (
            BLANK,
            _say("No event matches."),
            _say("", "Esc", " clears the filter,"),
            _say("", "/", " changes it."),
        )
    return Hints(
        (BLANK, _say("No article matches."), _say("", "Esc", " clears the filter.")),
        events,
        (_say("No event is chosen."),),
    )


def _say(before: str, key: str = "", after: str = "") -> Line:
    pieces: list[Piece] = [(f"  {before}", "dim")]
    if key:
        pieces += [(key, "key"), (after, "dim")]
    return tuple(pieces)


_FIRST_SOURCES: tuple[Line, ...] = (
    BLANK,
    (("  No articles yet.", "strong"),),
    _say("Press ", "i", " to import"),
    _say("a file or a folder."),
)
_FIRST_EVENTS: tuple[Line, ...] = (
    BLANK,
    (("  This store is empty.", "strong"),),
    BLANK,
    _say("", "i", "  import articles: a file or a folder"),
    _say("", "?", "  all keys"),
    _say("", "q", "  quit"),
    BLANK,
    _say("From the shell:  ecu-tui import FOLDER"),
    _say("To look around:  ecu-tui demo"),
)
