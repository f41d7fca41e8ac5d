"""Help made from the bindings that are active, so that remapped keys and the focused pane show as they are."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input

from tui.commands import COMMANDS, SCOPES, Command, face
from tui.panes.line_input import LineInput
from tui.panes.lines import BLANK, Line, StaticLines
from tui.panes.scroll_lines import ScrollLines
from tui.text import fit, visible

KEY_CELLS = 20

FILTER_HELP = (
    ('quito "car bomb"', "words and phrases in titles, evidence and text; all must occur"),
    ("quito OR cuenca", "either; parentheses group"),
    ("-outlet:Reuters", "a minus leaves out"),
    ("type:car_bomb", "the type; also place: country: who: outlet: source: tag: status:"),
    ("date:2023-08..2023-09-02", "certainly in this stretch; maybe: possibly; before: after:"),
    ("killed:>=3 sources:>=2", "figures: killed injured held released arrested; sources, confidence"),
    ("is:disputed", "also is:selected starred undated planned candidate copy edited"),
)


def help_lines(active: Iterable[tuple[str, str]], words: str, cells: int) -> tuple[Line, ...]:
    """The help for bindings given as (command id, key); ``words`` narrow it."""
    keys: dict[str, list[str]] = {}
    for command_id, key in active:
        shown = keys.setdefault(command_id, [])
        if face(key) not in shown:
            shown.append(face(key))
    wanted = words.casefold().split()
    lines: list[Line] = []
    for scope, name in SCOPES.items():
        rows = [
            _key_line(command, keys[command.id], cells)
            for command in COMMANDS
            if command.scope == scope and command.id in keys and _matches(command, keys[command.id], wanted)
        ]
        if rows:
            lines += [BLANK, ((f"  {name}", "heading"),), *rows]
    rows = [
        ((f"  {fit(text, 28)} ", "key"), (meaning, "text"))
        for text, meaning in FILTER_HELP
        if all(word in f"filter {text} {meaning}".casefold() for word in wanted)
    ]
    if rows:
        lines += [BLANK, (("  The filter", "heading"),), *rows]
    return tuple(lines) or (BLANK, (("  Nothing here goes by these words.", "dim"),))


def _matches(command: Command, keys: list[str], wanted: list[str]) -> bool:
    text = f"{command.title} {command.help} {' '.join(keys)}".casefold()
    return all(word in text for word in wanted)


def _key_line(command: Command, keys: list[str], cells: int) -> Line:
    return ((f"  {fit('  '.join(keys), KEY_CELLS)} ", "key"), (visible(command.help), "text"))


class HelpScreen(Screen[None]):
    """All keys that work on the screen below."""

    BINDINGS = [  # noqa: RUF012 - Textual's own form
        Binding("escape,f1", "close", "close", show=False, priority=True),
        Binding("down", "move('down')", "down", show=False, priority=True),
        Binding("up", "move('up')", "up", show=False, priority=True),
        Binding("pagedown", "move('page_down')", "page down", show=False, priority=True),
        Binding("pageup", "move('page_up')", "page up", show=False, priority=True),
    ]

    def __init__(self, active: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._active = tuple(active)

    def compose(self) -> ComposeResult:
        yield StaticLines(id="help-title", classes="bar")
        yield LineInput(placeholder="type to narrow")
        yield ScrollLines(id="help-lines")
        yield StaticLines(id="help-foot", classes="bar")

    def on_mount(self) -> None:
        self.query_one("#help-title", StaticLines).set_lines((((" Keys that work here", "heading"),),))
        foot = " ↑ ↓ PgUp PgDn scroll · Esc closes · every command: :"
        self.query_one("#help-foot", StaticLines).set_lines((((foot, "dim"),),))

    def on_resize(self) -> None:
        self._draw(self.query_one(Input).value)

    def _draw(self, words: str) -> None:
        self.query_one(ScrollLines).set_lines(help_lines(self._active, words, self.size.width))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._draw(event.value)

    def action_move(self, where: str) -> None:
        self.query_one(ScrollLines).action_move(where)

    def action_close(self) -> None:
        self.dismiss(None)
