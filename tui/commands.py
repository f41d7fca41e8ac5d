"""Every command, declared once: bindings, footer, palette, help, ``ecu-tui keys``, the README's table.

Keys are Textual's names ("slash", "question_mark", "escape"); plain letters first, because terminals, tmux and editors'
terminals swallow many others. A command's ``action`` is looked up on what its scope names: the program, the browser,
a list, one of the panes, the article or the card. This module imports nothing heavy: the command line reads it too.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from textual.binding import BindingType

Scope = Literal[
    "program", "browser", "list", "sources", "timeline", "article", "card", "difference", "suggestions", "history",
    "dialog",
]  # fmt: skip

SCOPES: Final[dict[Scope, str]] = {
    "program": "Everywhere",
    "browser": "Browser",
    "list": "In a list",
    "sources": "In Sources",
    "timeline": "In the timeline",
    "article": "In an article",
    "card": "On an event card",
    "difference": "Comparing two articles",
    "suggestions": "Judging suggestions",
    "history": "In the list of changes",
    "dialog": "In a dialog",
}
"""The scopes in the order they are printed, and what people call them."""


class Command(NamedTuple):
    """One thing the program can do."""

    id: str
    """What a user's ``[keys]`` names it by."""
    keys: str
    """Textual key names, separated by commas, the one to show first; "" for the palette only."""
    action: str
    title: str
    """A word or two, for the footer."""
    help: str
    """A sentence without a full stop, for help and palette."""
    scope: Scope
    footer: bool = False
    """Shown in the footer where there is room, in this table's order."""
    palette: bool = True
    on_card: bool = False
    """A command of the browser's that works on the event card too."""


# fmt: off
COMMANDS: Final[tuple[Command, ...]] = (
    Command("help", "question_mark,f1", "help", "help", "Show the keys that work here", "program", footer=True),
    Command("palette", "colon,ctrl+p", "palette", "commands", "Find a command by its name", "program", palette=False),
    Command("theme", "T", "next_theme", "theme",
            "Change the colours: dark, light, the terminal's own, high contrast", "program"),
    Command("log", "circumflex_accent", "show_log", "messages",
            "Read earlier messages and the details of errors", "program"),
    Command("redraw", "ctrl+l", "redraw", "redraw", "Draw the whole screen afresh", "program"),
    Command("suspend", "ctrl+z", "suspend_process", "suspend", "Go back to the shell; fg returns", "program"),
    Command("interrupt", "ctrl+c", "interrupt", "copy/cancel",
            "Copy what is marked with the mouse, else cancel what runs", "program", palette=False),
    Command("quit", "q,ctrl+q", "quit", "quit", "Leave the program", "program"),
    # browser
    Command("filter", "slash", "filter", "filter", "Filter all panes as you type", "browser", footer=True),
    Command("back", "escape", "back", "back",
            "Step back: clear the filter, then the chosen sources, then the selection", "browser", palette=False),
    Command("open", "enter", "open", "open", "Open the article at the evidence", "browser", footer=True),
    Command("select", "space", "select", "select",
            "Select the event, or in Sources choose the source", "browser", footer=True),
    Command("select_all", "asterisk", "select_all", "select all",
            "Select all that is shown; again: select none of it", "browser"),
    Command("export", "e", "export", "export",
            "Export the selection, else the filter, else all to Markdown", "browser", footer=True),
    Command("next_pane", "tab", "next_pane", "next pane", "Go to the next pane", "browser"),
    Command("previous_pane", "shift+tab", "previous_pane", "previous pane", "Go to the pane before", "browser"),
    Command("sources", "1", "pane('sources')", "Sources", "Go to the sources", "browser"),
    Command("events", "2", "pane('events')", "Events", "Go to the events", "browser"),
    Command("timeline", "3", "pane('timeline')", "Timeline", "Go to the timeline", "browser"),
    Command("card", "c", "card", "card",
            "Show the event card on a screen of its own; in Sources, what a copy says differently", "browser"),
    Command("facets", "F", "facets", "facets",
            "Narrow by type, place, outlet, person or month, with counts", "browser"),
    Command("views", "v", "views", "views", "Choose a saved filter, or one used before", "browser"),
    Command("save_view", "V", "save_view", "save view", "Save this filter under a name", "browser"),
    Command("known_by", "K", "known_by", "known by", "Only what articles published up to a day report", "browser"),
    Command("set_date", "d", "set_date", "set date",
            "Set the article's publication date and re-date its events", "browser"),
    Command("doubtful", "D", "doubtful", "doubtful dates",
            "List the articles whose publication date is in doubt", "browser"),
    Command("import", "i", "import_files", "import", "Import files or a folder", "browser"),
    Command("watch", "W", "watch", "watch", "Watch a folder: import what is put into it, or stop it", "browser"),
    Command("problems", "p", "problems", "problems", "List what the last import from here could not read", "browser"),
    Command("star", "exclamation_mark", "star", "star", "Star the event, or take the star away", "browser",
            on_card=True),
    Command("tag", "t", "tag", "tag", "Tag the selected events, or this one", "browser", on_card=True),
    Command("note", "n", "note", "note", "Write the note on the event", "browser", on_card=True),
    Command("note_editor", "O", "note_editor", "note in editor", "Write the note on the event in $EDITOR", "browser",
            on_card=True),
    Command("edit", "E", "edit", "edit", "Set what the event says: type, title, date, place, people, figures",
            "browser", on_card=True),
    Command("check", "a", "mark('checked')", "checked", "Mark the event as checked, or as new again", "browser",
            on_card=True),
    Command("contest", "C", "mark('contested')", "contested", "Mark the event as contested, or as new again",
            "browser", on_card=True),
    Command("reject", "x", "mark('rejected')", "reject", "Reject the event, or take it back", "browser",
            on_card=True),
    Command("next_unreviewed", "N", "next_unreviewed", "next unreviewed",
            "To the next event that nobody has checked, contested or rejected", "browser", on_card=True),
    Command("merge", "m", "merge", "merge", "Make one event of those selected", "browser"),
    Command("apart", "M", "apart", "not the same", "Say that two selected events are not the same", "browser"),
    Command("suggestions", "S", "suggestions", "suggestions", "Judge pairs of events that may be one", "browser"),
    Command("undo", "u", "undo", "undo", "Undo the last change", "browser", on_card=True),
    Command("redo", "ctrl+r", "redo", "redo", "Do again what was undone", "browser", on_card=True),
    Command("history", "H", "history", "history", "List every change, and why", "browser"),
    Command("pager", "o", "pager", "pager", "Read the article in $PAGER", "browser"),
    Command("copy", "y", "copy", "copy", "Copy the event as Markdown with its citations", "browser",
            on_card=True),
    Command("copy_evidence", "Y", "copy_evidence", "copy evidence",
            "Copy the evidence sentences with their citations", "browser", on_card=True),
    Command("reverse", "r", "reverse", "newest first", "List events newest first, or oldest first", "browser"),
    Command("narrower", "less_than_sign", "resize(-4)", "narrower", "Make this pane narrower", "browser"),
    Command("wider", "greater_than_sign", "resize(4)", "wider", "Make this pane wider", "browser"),
    Command("tour", "", "tour", "tour", "A tour in five steps", "browser"),
    # lists
    Command("down", "j,down", "move('down')", "down", "One line down", "list", palette=False),
    Command("up", "k,up", "move('up')", "up", "One line up", "list", palette=False),
    Command("page_down", "pagedown,ctrl+f,ctrl+d", "move('page_down')", "page down",
            "One page down", "list", palette=False),
    Command("page_up", "pageup,ctrl+u", "move('page_up')", "page up", "One page up", "list", palette=False),
    Command("first", "g,home", "move('first')", "first", "To the first line", "list", palette=False),
    Command("last", "G,end", "move('last')", "last", "To the last line", "list", palette=False),
    # timeline
    Command("zoom_in", "plus,equals_sign,shift+down", "zoom(-1)", "zoom in",
            "Shorter periods: year, month, week, day", "timeline", footer=True),
    Command("zoom_out", "minus,shift+up", "zoom(1)", "zoom out", "Longer periods: day, week, month, year", "timeline"),
    Command("next_gap", "right_square_bracket", "gap(1)", "next gap", "Over the next empty stretch", "timeline"),
    Command("previous_gap", "left_square_bracket", "gap(-1)", "previous gap",
            "Over the empty stretch before", "timeline"),
    Command("next_period", "right_curly_bracket,shift+right", "period(1)", "next period",
            "To the next period", "timeline"),
    Command("previous_period", "left_curly_bracket,shift+left", "period(-1)", "previous period",
            "To the period before", "timeline"),
    Command("lanes", "L", "lanes", "lanes", "Lanes by type, place, actor or source, or none", "timeline"),
    # article
    Command("next_evidence", "n", "evidence(1)", "next",
            "To the next evidence, or the next match of a search", "article", footer=True),
    Command("previous_evidence", "N", "evidence(-1)", "previous", "To the evidence before", "article"),
    Command("search", "slash", "search", "search", "Search in the article", "article", footer=True),
    Command("article_pager", "o", "pager", "pager", "Read the article in $PAGER", "article", footer=True),
    Command("article_date", "d", "set_date", "set date", "Set the publication date", "article"),
    Command("article_details", "m", "details", "details",
            "Show or hide how the article was read and dated", "article", footer=True),
    Command("add_event", "a", "mark", "add event",
            "Mark a sentence that tells of an event which was not found", "article", footer=True),
    Command("take_marked", "enter", "take_marked", "take it", "Make an event of the marked sentences", "article",
            palette=False),
    Command("mark_more", "plus,equals_sign", "mark_more(1)", "one more", "Mark the next sentence too", "article",
            palette=False),
    Command("mark_less", "minus", "mark_more(-1)", "one less", "Mark one sentence less", "article", palette=False),
    Command("article_undo", "u", "undo", "undo", "Undo the last change", "article"),
    Command("article_redo", "ctrl+r", "redo", "redo", "Do again what was undone last", "article"),
    Command("article_back", "escape", "back", "back",
            "Back: end marking or the search, then close the article", "article", footer=True, palette=False),
    # card
    Command("card_open", "enter", "open", "open", "Open the article at the evidence", "card", footer=True),
    Command("pin", "p", "pin", "pin", "Let one source's value of this field stand", "card", footer=True),
    Command("split", "s", "split", "split", "Take this report out of the event: it is another happening", "card",
            footer=True),
    Command("card_next", "right_square_bracket", "neighbour(1)", "next event", "The next event", "card", footer=True),
    Command("card_previous", "left_square_bracket", "neighbour(-1)", "previous event", "The event before", "card"),
    Command("card_back", "escape,c", "back", "back", "Back to the panes", "card", footer=True, palette=False),
    # difference
    Command("next_difference", "n", "difference(1)", "next", "To the next difference", "difference", footer=True),
    Command("previous_difference", "N", "difference(-1)", "previous",
            "To the difference before", "difference", footer=True),
    Command("difference_back", "escape,c", "back", "back",
            "Back to the panes", "difference", footer=True, palette=False),
    # suggestions
    Command("accept", "m", "accept", "one event", "Make one event of the two", "suggestions", footer=True),
    Command("decline", "x", "decline", "not the same", "Say that the two are not the same", "suggestions", footer=True),
    Command("pair_open", "enter", "open", "open", "Go to the first of the two", "suggestions", footer=True),
    Command("pair_undo", "u", "undo", "undo", "Undo the last change", "suggestions", footer=True),
    Command("pair_down", "space", "scroll('page_down')", "more", "Scroll what is said of the two", "suggestions"),
    Command("pair_up", "b", "scroll('page_up')", "less", "Scroll back", "suggestions"),
    Command("suggestions_back", "escape,S", "back", "back",
            "Back to the panes", "suggestions", footer=True, palette=False),
    # history
    Command("history_undo", "u", "undo", "undo", "Undo the last change", "history", footer=True),
    Command("history_redo", "ctrl+r", "redo", "redo", "Do again what was undone last", "history", footer=True),
    Command("history_open", "enter", "open", "go to", "Go to the event", "history", footer=True),
    Command("history_back", "escape,H", "back", "back", "Back to the panes", "history", footer=True, palette=False),
)
# fmt: on

_KEY_FACES: Final = {
    "question_mark": "?",
    "colon": ":",
    "circumflex_accent": "^",
    "slash": "/",
    "asterisk": "*",
    "exclamation_mark": "!",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def bindings_for(*scopes: Scope) -> list["BindingType"]:
    """Textual's bindings for the commands of these scopes; imported late, because the command line needs no Textual."""
    from textual.binding import Binding

    found = [(command, command.action) for command in in_scope(*scopes)]
    if "card" in scopes:
        found += [(command, f'on_event("{command.action}")') for command in COMMANDS if command.on_card]
    return [
        Binding(command.keys, action, command.title, id=command.id, show=command.footer, tooltip=command.help)
        for command, action in found
        if command.keys
    ]


class KeymapError(ValueError):
    """A user's ``[keys]`` names no command, or gives one key to two commands of one place."""


def face(key: str) -> str:
    """A key as people write it: ``question_mark`` is ``?``, ``ctrl+p`` is ``Ctrl+P``."""
    *modifiers, last = key.split("+")
    shown = _KEY_FACES.get(last, last.upper() if modifiers or (len(last) > 1 and last.startswith("f")) else last)
    return "+".join([*(part.capitalize() for part in modifiers), shown])


def in_scope(*scopes: Scope) -> tuple[Command, ...]:
    """The commands of these scopes, in the table's order."""
    return tuple(command for command in COMMANDS if command.scope in scopes)


def by_id(command_id: str) -> Command:
    """The command of this id (KeyError if there is none)."""
    return next(command for command in COMMANDS if command.id == command_id)


_NESTED: Final[dict[Scope, frozenset[Scope]]] = {
    "list": frozenset({"list", "browser", "program"}),
    "sources": frozenset({"sources", "list", "browser", "program"}),
    "timeline": frozenset({"timeline", "list", "browser", "program"}),
    "browser": frozenset({"browser", "list", "sources", "timeline", "program"}),
    "article": frozenset({"article", "list", "program"}),
    "card": frozenset({"card", "list", "program"}),
    "difference": frozenset({"difference", "list", "program"}),
    "suggestions": frozenset({"suggestions", "list", "program"}),
    "history": frozenset({"history", "list", "program"}),
    "dialog": frozenset({"dialog", "program"}),
    "program": frozenset(SCOPES),
}
"""Which scopes are active together, so that a key may mean one thing only among them."""


def clashes(keys: Mapping[str, str] | None = None) -> list[tuple[str, str, str]]:
    """Keys that mean two things in one place, as (key, command id, command id); ``keys`` overrides by command id."""
    chosen = keys or {}
    found = []
    for index, one in enumerate(COMMANDS):
        for other in COMMANDS[index + 1 :]:
            on_card = {one.scope, other.scope} == {"browser", "card"} and (one.on_card or other.on_card)
            if other.scope not in _NESTED[one.scope] and not on_card:
                continue
            shared = _key_set(chosen.get(one.id, one.keys)) & _key_set(chosen.get(other.id, other.keys))
            found += [(key, one.id, other.id) for key in sorted(shared)]
    return found


def _key_set(keys: str) -> frozenset[str]:
    return frozenset(key.strip() for key in keys.split(",") if key.strip())


def check_keymap(keys: Mapping[str, str]) -> dict[str, str]:
    """A user's ``[keys]`` (command id to keys, as people or Textual write them) in Textual's names.

    Raises KeymapError with a sentence that names the command and the key.
    """
    known = {command.id for command in COMMANDS}
    faces = {shown: name for name, shown in _KEY_FACES.items()}
    named: dict[str, str] = {}
    for command_id, typed in keys.items():
        if command_id not in known:
            raise KeymapError(f"[keys] {command_id}: there is no such command. `ecu-tui keys` lists them.")
        parts = [part.strip() for part in typed.split(",") if part.strip()] or [typed.strip()]
        named[command_id] = ",".join(faces.get(part, part if len(part) == 1 else part.lower()) for part in parts)
    for key, one, other in clashes(named):
        if one in named or other in named:
            raise KeymapError(f"[keys] {face(key)} would mean both {one} and {other}. Give one of them another key.")
    return named


def markdown(commands: Iterable[Command] = COMMANDS) -> str:
    """The table of keys as Markdown, grouped by where they work (the README's)."""
    listed = tuple(commands)
    blocks = []
    for scope, name in SCOPES.items():
        rows = [
            f"| {' '.join(_code(key) for key in command.keys.split(','))} | {command.help} | `{command.id}` |"
            for command in listed
            if command.scope == scope and command.keys
        ]
        if rows:
            blocks.append("\n".join([f"**{name}**", "", "| Key | What it does | Id |", "| --- | --- | --- |", *rows]))
    return "\n\n".join(blocks) + "\n"


def _code(key: str) -> str:
    return f"`{face(key)}`"
