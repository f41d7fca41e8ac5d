"""Where the details of a fault go: a file that the message to the user names."""

import traceback
from pathlib import Path


def write_crash_log(error: BaseException) -> Path:
    """Append the traceback of ``error`` to the log in the user's state folder; returns the file's path.

    Raises OSError if the state folder cannot be written.
    """
    from platformdirs import user_log_path

    path = user_log_path("ecu-tui", appauthor=False, ensure_exists=True) / "errors.log"
    with path.open("a", encoding="utf-8") as log:
        log.writelines(traceback.format_exception(error))
        log.write("\n")
    return path
