import re
from pathlib import Path

import pytest
from textual.keys import KEY_ALIASES, Keys
from textual.keys import _character_to_key as key_of_character

import tui
from tui.commands import COMMANDS, SCOPES, KeymapError, bindings_for, by_id, check_keymap, clashes, face, markdown
from tui.panes.row_list import RowList
from tui.panes.scroll_lines import ScrollLines
from tui.panes.sources import SourcesPane
from tui.panes.timeline import TimelinePane
from tui.program import EcuApp
from tui.screens.article import ArticleScreen
from tui.screens.browse import BrowseScreen
from tui.screens.card import CardScreen
from tui.screens.difference import DifferenceScreen
from tui.screens.history import HistoryScreen
from tui.screens.suggestions import SuggestionsScreen

HANDLERS = {
    "program": [EcuApp],
    "browser": [BrowseScreen],
    "list": [RowList, ScrollLines],
    "sources": [SourcesPane],
    "timeline": [TimelinePane],
    "article": [ArticleScreen],
    "card": [CardScreen],
    "difference": [DifferenceScreen],
    "suggestions": [SuggestionsScreen],
    "history": [HistoryScreen],
}
PRINTABLE = {key_of_character(chr(code)) for code in range(33, 127)} | {"space"}
KNOWN_KEYS = {key.value for key in Keys} | set(KEY_ALIASES) | PRINTABLE


def test_ids_are_unique_and_every_command_has_its_words():
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert all(command.title and command.help and not command.help.endswith(".") for command in COMMANDS)
    assert {command.scope for command in COMMANDS} <= SCOPES.keys()


def test_no_key_means_two_things_in_one_place():
    assert clashes() == []


def test_every_key_is_one_that_textual_sends():
    for command in COMMANDS:
        for key in filter(None, command.keys.split(",")):
            *modifiers, name = key.split("+")
            assert key in KNOWN_KEYS or (set(modifiers) <= {"ctrl", "shift"} and name in KNOWN_KEYS), key


def test_every_action_exists_where_its_scope_says():
    for command in COMMANDS:
        name = "action_" + re.match(r"\w+", command.action).group()
        for handler in HANDLERS[command.scope]:
            assert callable(getattr(handler, name, None)), f"{handler.__name__}.{name}"


def test_at_most_six_commands_of_the_browser_are_for_the_footer():
    assert sum(c.footer for c in COMMANDS if c.scope in ("program", "browser")) <= 6


def test_bindings_carry_the_ids_that_a_keymap_names():
    assert {binding.id for binding in bindings_for("timeline")} == {c.id for c in COMMANDS if c.scope == "timeline"}


def test_keys_as_people_write_them():
    assert [face(key) for key in ("question_mark", "ctrl+p", "escape", "shift+tab", "G", "f1", "pagedown")] == [
        "?", "Ctrl+P", "Esc", "Shift+Tab", "G", "F1", "PgDn",
    ]  # fmt: skip


def test_a_keymap_is_read_in_anyones_spelling():
    assert check_keymap({"export": "Z", "filter": "&", "help": "?,f1"}) == {
        "export": "Z", "filter": "&", "help": "question_mark,f1",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "said"),
    [({"exprt": "E"}, "no such command"), ({"export": "q"}, "q would mean both"), ({"down": "e"}, "e would mean both")],
)
def test_a_wrong_keymap_is_explained(keys, said):
    with pytest.raises(KeymapError, match=said):
        check_keymap(keys)


def test_the_table_for_the_readme_names_every_key():
    table = markdown()
    for command in COMMANDS:
        assert not command.keys or f"`{command.id}`" in table
    assert "| `/` | Filter all panes as you type | `filter` |" in table
    assert by_id("tour").keys == ""


def test_colours_come_from_themes_alone():
    """No colour is written down: in stylesheets only variables and the terminal's own colours."""
    folder = Path(tui.__file__).parent
    for file in [*folder.rglob("*.tcss"), *folder.rglob("*.py")]:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"#[0-9a-fA-F]{6}\b|rgba?\(", text), file
