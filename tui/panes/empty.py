"""What an empty pane says: why it is empty, and which key changes that."""

from typing import Final, NamedTuple

from tui.panes.lines import BLANK, Line, Piece
from tui.text import few_lines, plural, visible

_CELLS: Final = 36
"""As wide as the narrowest pane lets a sentence be."""
_MOST_LINES: Final = 5


class Hints(NamedTuple):
    """Lines for the empty panes and the card."""

    sources: tuple[Line, ...]
    events: tuple[Line, ...]
    card: tuple[Line, ...]


def hints(articles: int, found: int, whole: int, *, filtered: bool, chosen: bool, missing: str = "") -> Hints:
    """The lines for what is empty: ``articles`` and ``found`` events under the filter, ``whole`` events in all.

    ``missing`` says what the filter asks for that the store does not have.
    """
    if not whole and not articles and not filtered:
        return Hints(
            _FIRST_SOURCES, _FIRST_EVENTS, (_say("Import articles with ", "i", ": their events appear here."),)
        )
    if not whole and not filtered:
        events: tuple[Line, ...] = (
            BLANK,
            _say(f"No event was found in {plural(articles, 'article')}."),
            _say("", "Enter", " in Sources reads one;"),
            _say("ecu-tui explain FILE says how it was read."),
        )
        return Hints((BLANK, _say("No articles.")), events, (_say("No event."),))
    if chosen and found:
        events = (BLANK, _say("The chosen sources report nothing here."), _say("", "Esc", " shows all sources again."))
    else:
        events = (
            BLANK,
            _say("No event matches."),
            *(_say(line) for line in few_lines(visible(missing), _CELLS, _MOST_LINES) if missing),
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
