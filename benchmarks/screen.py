"""What the browser costs: start, bytes and time a key, memory, next to a Textual program with one Static and to peers.

    python benchmarks/screen.py STORE [--sizes 160x45,80x24] [--runs 5] [--words prison,the,g] [--delay 100] [--peers]

Each program runs on a pseudo-terminal of its own (TERM=xterm-256color, as ssh forwards it). A key's bytes are all
that is written until the line is quiet for 100 ms; its time is from the key to the last of them, and "cpu" what the
program computed meanwhile, which a busy machine changes less. Starts of the
browser and of the Static take turns, so that a busy machine slows both. ``--peers`` adds less, lnav and visidata
where they are installed (apt-get install lnav, pip install visidata), on the same events as text, in the same run.
Stores come from ``python benchmarks/stores.py OUT.db``.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from pty_terminal import PtyTerminal  # noqa: E402

STATIC = """
from textual.app import App
from textual.widgets import Static
class One(App):
    ENABLE_COMMAND_PALETTE = False
    def compose(self):
        yield Static("READY")
One().run(mouse=False)
"""
BROWSER = [sys.executable, "-c", "from tui.cli import main; main()"]
READY = "events in"
"""On the first line at every size, once the store is shown."""
QUIET = 0.1
COUNT_CELLS = 44
"""The end of the first line says how many events there are."""


def environ(folder: Path) -> dict[str, str]:
    """As little as a program over ssh has."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    state = {f"XDG_{name}_HOME": str(folder / name) for name in ("STATE", "CONFIG", "CACHE")}
    return {**kept, **state, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}


class Cost(NamedTuple):
    """What a key costs."""

    bytes: int
    ms: float
    cpu_ms: float
    """To the tick of the system's clock, 10 ms: only a mean of many tells."""


class Measured:
    """One run of a program."""

    def __init__(self, command: list[str], ready: str, size: tuple[int, int]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="ecu-tui-bench-")
        began = time.perf_counter()
        self.terminal = PtyTerminal(command, environ(Path(self._folder.name)), size)
        self.terminal.wait(ready, 120)
        self.start_ms = (time.perf_counter() - began) * 1000
        self.terminal.wait_quiet(0.3)
        self.start_bytes = len(self.terminal.raw)

    def key(self, key: str) -> Cost:
        """What one key costs. A lone Esc is only known for one after 100 ms."""
        computed = self.computed_ms
        before, pressed = len(self.terminal.raw), time.perf_counter()
        last = pressed
        self.terminal.press(key)
        while self.terminal.pump(QUIET + 0.2 * (key == "Esc")):
            last = self.terminal.read_at
        return Cost(len(self.terminal.raw) - before, (last - pressed) * 1000, self.computed_ms - computed)

    @property
    def computed_ms(self) -> float:
        """Milliseconds of processor time until now."""
        times = psutil.Process(self.terminal.pid).cpu_times()
        return 1000 * float(times.user + times.system)

    @property
    def megabytes(self) -> float:
        return float(psutil.Process(self.terminal.pid).memory_info().rss) / 1e6

    def close(self) -> None:
        self.terminal.close()
        self._folder.cleanup()


def starts(commands: list[tuple[list[str], str]], size: tuple[int, int], runs: int) -> list[float]:
    """The median start of each (command, text it is ready with) in milliseconds; they take turns."""
    found: list[list[float]] = [[] for _ in commands]
    for _ in range(runs + 1):
        for taken, (command, ready) in zip(found, commands, strict=True):
            run = Measured(command, ready, size)
            taken.append(run.start_ms)
            run.close()
    return [statistics.median(taken[1:]) for taken in found]  # the first one warms the disk's cache


def row(name: str, costs: list[Cost], budget: str = "") -> None:
    """One line of the report."""
    sizes, times = sorted(c.bytes for c in costs), sorted(c.ms for c in costs)
    at = min(len(costs) - 1, round(0.95 * (len(costs) - 1)))
    computed = statistics.mean(c.cpu_ms for c in costs)
    print(
        f"  {name:28} n={len(costs):3}  bytes median {sizes[len(sizes) // 2]:6,} p95 {sizes[at]:6,} most {sizes[-1]:6,}"
        f"  ms min {times[0]:6.1f} median {times[len(times) // 2]:6.1f} p95 {times[at]:6.1f}  cpu {computed:5.1f}"
        f"  {budget}"
    )


def browser(store: Path, size: tuple[int, int], words: list[str]) -> None:
    """The browser's own figures."""
    run = Measured([*BROWSER, "--store", str(store)], READY, size)
    terminal = run.terminal
    try:
        print(f"  start: {run.start_bytes:,} bytes (at most 16,000), {run.megabytes:.0f} MB (at most 100)")
        row("cursor down", [run.key("Down") for _ in range(60)], "bytes <= 700, ms p95 <= 15")
        row("page down", [run.key("PageDown") for _ in range(20)], "bytes <= 9,000, ms p95 <= 40")
        ends = [run.key(key) for key in ("End", "Home") * 20]
        row("end", ends[::2], "ms p95 <= 40")
        row("home", ends[1::2], "ms p95 <= 40")
        row("open the filter", [run.key("/")], "bytes <= 600")
        for word in words:
            row(f"type {word!r}, each key's result", [run.key(char) for char in word], "bytes <= 4,000")
            for _ in word:
                run.key("\x7f")
        for word in words:
            rows, count, rest = last_key_to_result(run, word)
            print(
                f"  {word!r} at 8 keys a second: after the last one its rows {rows:.0f} ms, their count {count:.0f} ms "
                f"(<= 120), days and articles {rest:.0f} ms"
            )
            for _ in word:
                run.key("\x7f")
        row("leave the filter", [run.key("Esc")])
        print(f"  idle for 5 s: {terminal.wait_quiet(5.0)} bytes; {run.megabytes:.0f} MB at the end")
    finally:
        run.close()


def last_key_to_result(run: Measured, word: str) -> tuple[float, float, float]:
    """Milliseconds from the last character, typed at 8 a second, to the first change of the rows, to their count as it
    stays, and to the last of what is written in the next second, which are the counts by day and the articles.
    """
    terminal = run.terminal
    began = time.perf_counter()
    for number, char in enumerate(word):
        while (left := began + number / 8 - time.perf_counter()) > 0:
            terminal.pump(left)
        if number == len(word) - 1:
            terminal.wait_quiet(0.5)  # the result of the characters before
        pressed = time.perf_counter()
        terminal.press(char)
    before = terminal.screen.display[2:30]
    rows = last = count = pressed
    shown = ""
    while terminal.pump(0.5):
        last = terminal.read_at
        if rows == pressed and terminal.screen.display[2:30] != before:
            rows = last
        if (now := terminal.screen.display[0][-COUNT_CELLS:]) != shown:
            shown, count = now, last
    return (rows - pressed) * 1000, (count - pressed) * 1000, (last - pressed) * 1000


def held(store: Path, size: tuple[int, int], delay_ms: float) -> None:
    """A held cursor key at 30 a second, the line delaying each way by half of ``delay_ms``."""
    run = Measured([*BROWSER, "--store", str(store)], READY, size)
    try:
        last = pressed = time.perf_counter()
        for number in range(90):
            due = pressed + number / 30
            while time.perf_counter() < due:
                if run.terminal.pump(max(0.0, due - time.perf_counter())):
                    last = run.terminal.read_at
            run.terminal.press("Down")
        ended = time.perf_counter()
        while run.terminal.pump(0.3):
            last = run.terminal.read_at
        lag = max(0.0, last - ended) * 1000 + delay_ms
        print(
            f"  held at 30 a second, {delay_ms:g} ms of delay: the last byte {lag:.0f} ms after the last key (<= 150)"
        )
    finally:
        run.close()


def peers(store: Path, size: tuple[int, int], runs: int) -> None:
    """Programs that show the same events as text, where they are installed."""
    from store import queries
    from store.connection import reading
    from store.filters import EVERYTHING

    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "events.csv"
        with reading(store) as db, listed.open("w", encoding="utf-8") as out:
            found = queries.matches(db, EVERYTHING)
            for start in range(0, found.total, 500):
                for event in queries.event_window(db, found, start, 500):
                    out.write(f'{event.when.edtf},{event.sub_event_type},"{event.title}"\n')
        commands = [
            ("less", ["less", "-S", str(listed)], "20"),
            ("lnav", ["lnav", str(listed)], "20"),
            ("visidata", ["vd", str(listed)], "20"),
        ]
        for name, command, ready in commands:
            if shutil.which(command[0]) is None:
                print(f"  {name}: not installed")
                continue
            (start,) = starts([(command, ready)], size, runs)
            run = Measured(command, ready, size)
            print(f"{name}: start {start:.0f} ms, {run.start_bytes:,} bytes, {run.megabytes:.0f} MB")
            row("cursor down", [run.key("Down") for _ in range(60)])
            row("page down", [run.key("PageDown") for _ in range(20)])
            run.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--sizes", default="160x45,80x24")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--words", default="prison,the,g")
    parser.add_argument("--delay", type=float, default=100.0)
    parser.add_argument("--peers", action="store_true")
    options = parser.parse_args()
    for text in options.sizes.split(","):
        columns, lines = map(int, text.split("x"))
        measure(options, (columns, lines))


def measure(options: argparse.Namespace, size: tuple[int, int]) -> None:
    """Measure and print at one size."""
    commands = [([sys.executable, "-c", STATIC], "READY"), ([*BROWSER, "--store", str(options.store)], READY)]
    static, ours = starts(commands, size, options.runs)
    print(f"ecu-tui at {size[0]}x{size[1]}:")
    print(
        f"  start to the first full paint, median of {options.runs}: a Static {static:.0f} ms, ecu-tui {ours:.0f} ms: "
        f"{ours / static:.2f} times (at most 1.5)"
    )
    browser(options.store, size, options.words.split(","))
    held(options.store, size, options.delay)
    if options.peers:
        peers(options.store, size, options.runs)


if __name__ == "__main__":
    main()
