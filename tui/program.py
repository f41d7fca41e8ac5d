"""The program on the screen: sets theme, keys and signals, and hands over to the browser's screen."""

import os
import signal
from asyncio import get_running_loop
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.theme import Theme

from store.reader import Reader
from tui import session as sessions
from tui import terminal
from tui.changed_cells import ChangedCells
from tui.commands import COMMANDS, bindings_for, by_id, face
from tui.config import Config
from tui.keys_in_turn import KeysInTurn
from tui.screens.browse import BrowseScreen
from tui.session import Session
from tui.text import visible

THEMES: Final = ("textual-dark", "textual-light", "ansi-dark", "ansi-light", "high-contrast")

_HIGH_CONTRAST: Final = Theme(
    name="high-contrast",
    primary="cyan",
    secondary="white",
    warning="yellow",
    error="orangered",
    success="lime",
    accent="yellow",
    foreground="white",
    background="black",
    surface="black",
    panel="black",
    dark=True,
)

_EXIT_BY_SIGNAL: Final = 128
_VIEW: Final = "view "
"""Before the number of a saved view, among the ids of commands."""


class EcuApp(KeysInTurn, ChangedCells):
    """Owns what outlives a screen: the reader, the session, the theme."""

    CSS_PATH = "screens/browse.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("program")
    TITLE = "ecu-tui"

    def __init__(
        self,
        store: Path,
        reader: Reader,
        *,
        filter_text: str | None = None,
        watch: Path | None = None,
        theme: str | None = None,
        config: Config | None = None,
        wrong: Sequence[str] = (),
        session_file: Path | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        """``wrong``: what is wrong with the config, a sentence each, which the screen is to say."""
        environ = os.environ if environ is None else environ
        no_color = terminal.no_color(environ)
        super().__init__(ansi_color=True if no_color else None)
        self.fault: Exception | None = None
        """What no handler caught, and ended the program."""
        self.start_changed_cells()
        self.start_keys()
        self.animation_level = "none"
        self.register_theme(_HIGH_CONTRAST)
        self._config = config or Config()
        self._session_file = session_file
        self.session: Session = sessions.load(session_file) if session_file else Session()
        self.theme = self._first_theme(theme, no_color=no_color, few=terminal.few_colors(environ))
        if self._config.keys:
            self.set_keymap(dict(self._config.keys))
        if filter_text is not None:
            self.session = self.session._replace(filter_text=filter_text)
        self.browser = BrowseScreen(store, reader, self.session, dict(self._config.keys))
        self.browser.to_watch = watch
        self.browser.to_say += wrong
        self.browser.to_say += [
            f"There is no theme “{name}”; T shows those there are, one after the other."
            for name in (theme, self._config.theme)
            if name and name not in self.available_themes
        ]

    def _first_theme(self, asked: str | None, *, no_color: bool, few: bool) -> str:
        if no_color:
            return "ansi-dark"
        for name in (asked, self._config.theme, self.session.theme):
            if name and name in self.available_themes:
                return name
        return "ansi-dark" if few else "textual-dark"

    def get_default_screen(self) -> Screen[None]:
        """Called by Textual: the browser is the first and only screen underneath."""
        return self.browser

    def on_mount(self) -> None:
        for number in (signal.SIGTERM, signal.SIGHUP):
            get_running_loop().add_signal_handler(number, self._stop_by_signal, number)
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())

    def _stop_by_signal(self, number: signal.Signals) -> None:
        self.keep_session()
        if number == signal.SIGHUP and terminal.is_gone():
            # Textual's writer would wait for ever to leave clean a terminal that nobody has any more, all the more
            # where the shell sends SIGCONT behind its SIGHUP; a transaction under way is rolled back by SQLite.
            os._exit(_EXIT_BY_SIGNAL + number)
        self.exit(return_code=_EXIT_BY_SIGNAL + number)

    def _handle_exception(self, error: Exception) -> None:
        """Leave the terminal as it was; who ran the program gets ``fault``, not the user a page of locals.

        Overrides Textual's, which a pilot's run (headless) still needs to raise the error in its test.
        """
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.fault = self.fault or error
        self.panic()

    def on_resize(self) -> None:
        """The terminal may have dropped anything; Textual's own handler runs as well."""
        self.forget_screen()

    def keep_session(self) -> None:
        """Write down what the next start restores."""
        if self._session_file is not None:
            kept = self.browser.session_now()._replace(theme=self.theme)
            sessions.save(self._session_file, kept)

    # Commands of the whole program

    async def action_quit(self) -> None:
        self.keep_session()
        self.exit(return_code=0)

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.active_keys()))

    def active_keys(self) -> list[tuple[str, str]]:
        """The bindings that are active on this screen, as (command id, key)."""
        known = {command.id for command in COMMANDS}
        active = self.screen.active_bindings.values()
        return [(b.binding.id, b.binding.key) for b in active if b.binding.id in known and b.enabled]

    def action_palette(self) -> None:
        """Offer every command that works here."""
        from tui.screens.choose import Choice, ChoiceScreen

        keys: dict[str, str] = {}
        for command_id, key in self.active_keys():
            keys.setdefault(command_id, key)
        if self.screen is self.browser:
            keys |= {command.id: "" for command in COMMANDS if command.scope == "browser" and not command.keys}
            keys |= {command.id: command.keys.split(",")[0] for command in COMMANDS if command.scope == "timeline"}
        choices = [
            Choice(command.id, f"{face(keys[command.id]) if keys[command.id] else '':<9} {command.title}", command.help)
            for command in COMMANDS
            if command.id in keys and command.palette
        ]
        if self.screen is self.browser:
            views = enumerate(self.browser.saved)
            choices += [Choice(f"{_VIEW}{at}", f"{'':<9} view {visible(view.name)}", view.filter) for at, view in views]
        self.push_screen(ChoiceScreen("Commands", choices), self._run_command)

    async def _run_command(self, chosen: tuple[str, ...] | None) -> None:
        if not chosen:
            return
        if chosen[0].startswith(_VIEW):
            self.browser.use_view(self.browser.saved[int(chosen[0].removeprefix(_VIEW))])
            return
        command = by_id(chosen[0])
        namespace: DOMNode
        if command.scope == "timeline":
            namespace = self.browser.timeline
        elif command.scope == "program":
            namespace = self
        elif command.scope == "browser":  # some of them work on the event card too
            namespace = self.browser
        else:
            namespace = self.screen
        await self.run_action(command.action, default_namespace=namespace)

    def action_next_theme(self) -> None:
        at = THEMES.index(self.theme) + 1 if self.theme in THEMES else 0
        self.theme = THEMES[at % len(THEMES)]
        self.browser.say(f"Theme: {self.theme}")

    def action_show_log(self) -> None:
        from tui.screens.text import TextScreen

        lines = self.browser.log_lines or ["Nothing was said yet."]
        self.push_screen(TextScreen("Messages", lines, at_end=True))

    def action_redraw(self) -> None:
        self.forget_screen()
        self.refresh(layout=True)

    def action_interrupt(self) -> None:
        """Copy what is marked with the mouse; else cancel what runs; else say how to quit."""
        marked = self.screen.get_selected_text()
        if marked:
            self.browser.copy_text(marked)
            self.screen.clear_selection()
        elif not self.browser.cancel_running():
            self.browser.say("q quits; Esc steps back.")
