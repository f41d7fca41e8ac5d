"""Copying from a program that may run at the other end of an SSH line: tmux's buffer, else OSC 52, and a file always.

Nobody can be sure that a terminal takes OSC 52, so the text is also written to a file, and the sentence that comes back
says where it went.
"""

import base64
import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

OSC52_LIMIT: Final = 74_000
"""Characters of base64 that terminals are known to take; xterm and others cut or drop longer ones."""

Runner = Callable[[list[str], bytes], bool]


def run_quietly(command: list[str], data: bytes) -> bool:
    """Feed ``data`` to a command; whether it took it."""
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=2, check=False)  # noqa: S603 - fixed words
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def osc52(text: str) -> str | None:
    """The sequence that asks a terminal to copy, or None if the text is too long for one."""
    coded = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    return f"\x1b]52;c;{coded}\x07" if len(coded) <= OSC52_LIMIT else None


def copy(
    text: str, environ: Mapping[str, str], write: Callable[[str], None], file: Path, run: Runner = run_quietly
) -> str:
    """Copy ``text``; the sentence says where it went. ``write`` sends a sequence to the terminal."""
    kept = _keep(text, file)
    if environ.get("TMUX"):
        data = text.encode("utf-8", "replace")
        for command in (["tmux", "load-buffer", "-w", "-"], ["tmux", "load-buffer", "-"]):
            if run(command, data):
                return f"Copied to tmux's buffer{kept}."
    sequence = osc52(text)
    if sequence is None:
        return f"Too long for the terminal's clipboard{kept or ', and it could not be written to a file'}."
    write(sequence)
    return f"Sent to the terminal's clipboard (OSC 52){kept}."


def _keep(text: str, file: Path) -> str:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as stream:
            stream.write(text)
    except OSError:
        return ""
    return f", and to {file}"
