"""What the terminal can do, read from the environment; no widgets."""

import os
import shlex
import sys
from collections.abc import Mapping
from typing import Final, NamedTuple

LEAST_COLUMNS: Final = 40
LEAST_LINES: Final = 10

INSTEAD: Final = "ecu-tui events prints the same without a screen; ecu-tui --help lists what else there is."


class Terminal(NamedTuple):
    """What is known of the terminal before the screen starts."""

    term: str
    is_tty: bool
    columns: int
    lines: int

    @classmethod
    def here(cls) -> "Terminal":
        """The terminal this process has."""
        tty = all(stream is not None and stream.isatty() for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__))
        try:
            size = (
                os.get_terminal_size(sys.__stdout__.fileno()) if tty and sys.__stdout__ else os.terminal_size((80, 24))
            )
        except OSError:
            size = os.terminal_size((80, 24))
        return cls(os.environ.get("TERM", ""), tty, size.columns, size.lines)


def refusal(terminal: Terminal) -> str | None:
    """Why the browser cannot run here, as a sentence that names the command that does the same; None if it can."""
    if not terminal.is_tty:
        return f"The browser needs a terminal, and this is none. {INSTEAD}"
    if terminal.term in ("", "dumb", "unknown"):
        return f"The browser needs a terminal that can place text (TERM is {terminal.term or 'not set'!r}). {INSTEAD}"
    if 0 < terminal.columns < LEAST_COLUMNS or 0 < terminal.lines < LEAST_LINES:
        size = f"{terminal.columns}x{terminal.lines}"
        return f"The browser needs {LEAST_COLUMNS} columns and {LEAST_LINES} lines; this terminal has {size}. {INSTEAD}"
    return None


def is_gone() -> bool:
    """Whether the terminal that this process was started in was closed: nothing can be asked of it any more."""
    import termios

    try:
        termios.tcgetattr(sys.__stdin__ if sys.__stdin__ is not None else 0)
    except (termios.error, OSError):
        return True
    return False


def no_color(environ: Mapping[str, str]) -> bool:
    """Whether colour is unwanted: NO_COLOR is set and not empty (https://no-color.org)."""
    return bool(environ.get("NO_COLOR"))


def few_colors(environ: Mapping[str, str]) -> bool:
    """Whether the terminal has but its own 16 colours."""
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return False
    term = environ.get("TERM", "")
    return not (
        "256color" in term or "direct" in term or term.startswith(("xterm-kitty", "alacritty", "foot", "wezterm"))
    )


def pager(environ: Mapping[str, str]) -> list[str]:
    """The user's pager as a command; ``less`` unless $PAGER says otherwise."""
    return _command(environ.get("PAGER", ""), ["less"])


def editor(environ: Mapping[str, str]) -> list[str]:
    """The user's editor as a command: $VISUAL, $EDITOR, else ``vi``."""
    return _command(environ.get("VISUAL") or environ.get("EDITOR") or "", ["vi"])


def _command(text: str, otherwise: list[str]) -> list[str]:
    try:
        return shlex.split(text) or otherwise
    except ValueError:  # quotes that do not close
        return otherwise
