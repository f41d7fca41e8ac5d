"""A terminal for tests: a program on a pseudo-terminal, its output on pyte's screen, every byte of it counted."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping

import pyte

KEYS = {
    "Up": "\x1b[A", "Down": "\x1b[B", "PageDown": "\x1b[6~", "Home": "\x1b[H", "End": "\x1b[F", "Enter": "\r",
    "Esc": "\x1b", "Tab": "\t", "Space": " ", "C-c": "\x03", "C-z": "\x1a", "C-l": "\x0c",
}  # fmt: skip
_PRIVATE = re.compile(r"\x1b\[[<>=][0-9;:]*[ -/]*[@-~]|\x1b\[\?[0-9;]*\$p")
"""Sequences that pyte takes for text: the kitty keyboard's, and questions about modes."""
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*)?$")
"""A sequence of which more is to come."""


class PtyTerminal:
    """Runs ``command`` and answers nothing: a terminal as plain as they come."""

    def __init__(self, command: list[str], environ: Mapping[str, str], size: tuple[int, int] = (160, 45)) -> None:
        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self.raw = bytearray()
        self.read_at = 0.0
        """When bytes last came (``time.perf_counter``), before they were put on the screen."""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                os.execvpe(command[0], command, dict(environ))
            finally:
                os._exit(127)
        self.resize(columns, lines, told=False)
        os.set_blocking(self.fd, False)
        self.status: int | None = None

    def resize(self, columns: int, lines: int, *, told: bool = True) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        if told:
            self.screen.resize(lines, columns)

    def pump(self, seconds: float) -> bool:
        """Take what the program wrote within ``seconds``. False if there was nothing."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return False
        self.read_at = time.perf_counter()
        self.raw += data
        text = self._rest + self._decoder.decode(data)
        cut = _UNFINISHED.search(text)
        self._rest = text[cut.start() :] if cut else ""
        self._stream.feed(_PRIVATE.sub("", text[: len(text) - len(self._rest)]))
        return bool(data)

    def press(self, *keys: str) -> None:
        for key in keys:
            os.write(self.fd, KEYS.get(key, key).encode())

    def wait(self, wanted: str | Callable[[], bool], seconds: float = 20) -> None:
        """Until a text (or a condition) is on the screen; fails with the screen after ``seconds``."""
        met = (lambda: wanted in self.text) if isinstance(wanted, str) else wanted
        end = time.monotonic() + seconds
        while not met():
            if time.monotonic() > end:
                raise AssertionError(f"not within {seconds} s: {wanted}\n{self.text}")
            self.pump(0.05)

    def wait_quiet(self, seconds: float = 0.4) -> int:
        """Until nothing was written for ``seconds``; how many bytes were."""
        before = len(self.raw)
        while self.pump(seconds):
            pass
        return len(self.raw) - before

    def wait_end(self, seconds: float = 10) -> int:
        """Until the program has ended; its exit code (128 and more for a signal)."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.pump(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self.pump(0):  # what it wrote last
                    pass
                self.status = status
                code = os.waitstatus_to_exitcode(status)
                return code if code >= 0 else 128 - code
        raise AssertionError(f"still running after {seconds} s\n{self.text}")

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def close(self) -> None:
        if self.status is None:
            for number in (signal.SIGTERM, signal.SIGKILL):
                try:
                    os.kill(self.pid, number)
                    self.wait_end(3)
                except (ProcessLookupError, ChildProcessError):
                    break
                except AssertionError:
                    continue
                break
        os.close(self.fd)

    def left_clean(self) -> bool:
        """Whether the modes and colours that a screen program sets were all taken back, in the end."""
        text = self.raw.decode("utf-8", "replace")
        pairs = [
            ("\x1b[?1049h", "\x1b[?1049l"),
            ("\x1b[?25l", "\x1b[?25h"),
            ("\x1b[?1003h", "\x1b[?1003l"),
            ("\x1b[?2004h", "\x1b[?2004l"),
        ]
        plain = max(text.rfind("\x1b[0m"), text.rfind("\x1b[m"))
        return plain >= text.rfind("\x1b[38;") and all(text.rfind(off) >= text.rfind(on) for on, off in pairs)
