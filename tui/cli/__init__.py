"""The command line: `ecu-tui`, its commands, options and exit codes. No Textual at import, no SQL."""

import os
import signal
import sys
from pathlib import Path
from typing import Final, NoReturn

DONE: Final = 0
DROPPED: Final = 1
"""Done, but something was dropped or found wrong; it is listed."""
USAGE: Final = 2
NO_STORE: Final = 3
"""The store cannot be used."""
INTERRUPTED: Final = 130
"""Ctrl+C, as shells number it."""
CRASHED: Final = 70
"""A fault of the program's own (EX_SOFTWARE of sysexits.h)."""
COMPLETION: Final = "_ECU_TUI_COMPLETE"
"""Set by a shell that asks, without arguments, how a command line goes on."""


def main() -> NoReturn:
    """Run the command line and exit: the one place where errors become a sentence and a status."""
    from store.errors import ExportError, NotFound, QueryError, Refused, StoreError

    status = DONE
    try:
        status = _run(sys.argv[1:])
    except (NotFound, Refused, QueryError, ExportError) as error:
        status = _say(error.sentence, error.hint, USAGE)
    except StoreError as error:
        status = _say(error.sentence, error.hint, NO_STORE)
    except KeyboardInterrupt:
        status = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the outermost place: nothing may reach the user as a traceback
        from tui.crash import write_crash_log

        where = write_crash_log(error)
        status = _say(f"ecu-tui stopped on a fault of its own ({type(error).__name__}).", f"Details: {where}", CRASHED)
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    """Open the browser at once where nothing but its store is named; all else is the command line's to read."""
    match arguments:
        case [] if COMPLETION not in os.environ:
            store = os.environ.get("ECU_TUI_STORE")
        case ["--store", store]:
            pass
        case _:
            from tui.cli.app import app
            from tui.cli.output import take_any_text

            take_any_text()
            if not sys.stdout.isatty() and hasattr(signal, "SIGPIPE"):
                # Where the reader of a pipe goes (`| head`), end as other filters do: at once, silent, status 141.
                signal.signal(signal.SIGPIPE, signal.SIG_DFL)
            app(prog_name="ecu-tui")
            return DONE
    from store.connection import default_path
    from tui.app import run_browser

    return run_browser(Path(store) if store else default_path())


def _say(sentence: str, hint: str, status: int) -> int:
    from tui.cli.output import message

    message(f"ecu-tui: {sentence}")
    if hint:
        message(f"  {hint}")
    return status
