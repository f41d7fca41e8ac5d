"""The installed program in a real terminal: what it writes, and how it leaves."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from pty_terminal import PtyTerminal

PROGRAM = [sys.executable, "-c", "from tui.cli import main; main()"]
ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.e2e


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LC_ALL") if name in os.environ}
    folders = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("STATE", "CONFIG", "DATA", "CACHE")}
    return {**kept, **folders, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}


@pytest.fixture
def open_browser(environ: dict[str, str], made_store: Path) -> Iterator:
    """Start the browser in a terminal and wait until it shows the store."""
    opened: list[PtyTerminal] = []

    def start(
        *args: str, size: tuple[int, int] = (160, 45), wait: str = "10 events", store: Path = made_store, **more: str
    ) -> PtyTerminal:
        terminal = PtyTerminal([*PROGRAM, "--store", str(store), *args], {**environ, **more}, size)
        opened.append(terminal)
        if wait:
            terminal.wait(wait)
            terminal.wait_quiet()
        return terminal

    yield start
    for terminal in opened:
        terminal.close()


def test_start_filter_select_export_quit(open_browser, environ, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    terminal = open_browser()
    assert all(name in terminal.text for name in ("1 Sources", "2 Events", "3 Timeline", "Held guards walk free"))
    terminal.press("/")
    terminal.wait("Esc back")
    for char in "cuenca":
        terminal.press(char)
    terminal.wait("2 of 10 events")
    terminal.press("Enter")
    terminal.wait_quiet()
    terminal.press("*")
    terminal.wait("2 selected")
    terminal.press("e")
    terminal.wait("the 2 selected events")
    terminal.press("Enter")
    terminal.wait("Written: ")
    exported = (tmp_path / "timeline.md").read_text(encoding="utf-8")
    assert "44 hostages leave the prison in Cuenca" in exported
    assert "cuenca.md" in exported
    assert "Litoral" not in exported.split("## Left out")[0]
    terminal.press("q")
    assert terminal.wait_end() == 0
    assert terminal.left_clean()


def test_idle_it_writes_nothing(open_browser):
    terminal = open_browser()
    assert terminal.wait_quiet(5.0) == 0
    terminal.press("/")
    terminal.wait("Esc back")
    terminal.wait_quiet()
    assert terminal.wait_quiet(2.0) == 0


def test_a_watched_folder_costs_nothing_while_nothing_comes(open_browser, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "first.txt").write_text("QUITO, 2 Sep 2023 - Four guards were freed on Saturday in Quito.\n")
    terminal = open_browser("--watch", str(folder), wait="is watched", store=tmp_path / "own.db")
    assert terminal.wait_quiet(2.0) == 0
    (folder / "second.txt").write_text("CUENCA, 3 Sep 2023 - A bomb went off in Cuenca on Sunday.\n")
    terminal.wait("1 imported")
    terminal.press("q")
    assert terminal.wait_end() == 0
    assert terminal.left_clean()


def test_what_a_key_costs(open_browser):
    terminal = open_browser()
    assert len(terminal.raw) <= 16_000
    before = len(terminal.raw)
    terminal.press("/")
    terminal.wait_quiet(0.3)
    assert len(terminal.raw) - before <= 600
    before = len(terminal.raw)
    terminal.press("q")
    terminal.wait_quiet(0.5)
    assert len(terminal.raw) - before <= 4_000


def test_what_a_cursor_key_costs(open_browser, busy_store):
    """All panes and the card follow; now and then two panes jump half a page, which costs more."""
    terminal = open_browser(store=busy_store, wait="900 events")
    terminal.press(*"450G")
    terminal.wait_quiet(0.5)
    sizes = []
    for _ in range(60):
        before = len(terminal.raw)
        terminal.press("Down")
        terminal.wait(lambda before=before: len(terminal.raw) > before)
        terminal.wait_quiet(0.15)
        sizes.append(len(terminal.raw) - before)
    sizes.sort()
    assert sizes[30] <= 700
    assert sizes[56] <= 700, sizes


def test_only_changed_cells_show_what_textual_shows(open_browser, tmp_path):
    """Step by step the screen is the same, cell by cell, with Textual's own output."""
    steps = [
        "Down",
        "Down",
        "3",
        "-",
        "/",
        "q",
        "u",
        "Esc",
        "Space",
        "c",
        "Esc",
        "Enter",
        "n",
        "Esc",
        "?",
        "Esc",
        "Tab",
        "End",
    ]
    seen = []
    for plain in ("", "1"):
        terminal = open_browser(XDG_STATE_HOME=str(tmp_path / f"plain{plain}"), ECU_TUI_PLAIN_OUTPUT=plain)
        screens = []
        for key in steps:
            terminal.press(key)
            terminal.wait_quiet(0.35)
            cells = terminal.screen.buffer
            screens.append(
                [[(cells[y][x].data, cells[y][x].bg, cells[y][x].reverse) for x in range(160)] for y in range(45)]
            )
        seen.append(screens)
    for key, changed, whole in zip(steps, *seen, strict=True):
        for y in range(45):
            assert changed[y] == whole[y], f"line {y} after {key}"


def test_keys_that_come_together_are_taken_in_turn(open_browser):
    """Each where the one before has led: what follows "/" is the filter, what follows a pane's key is for that pane."""
    terminal = open_browser()
    os.write(terminal.fd, b"/cuenca")
    terminal.wait("2 of 10 events")
    os.write(terminal.fd, b"\r34G")
    terminal.wait("2/2")


def test_the_size_is_followed(open_browser):
    terminal = open_browser()
    terminal.resize(80, 24)
    terminal.wait(lambda: "1 Sources  2 Events  3 Timeline" in terminal.text)
    terminal.wait_quiet()
    assert "Held guards walk free" not in terminal.text
    terminal.resize(120, 30)
    terminal.wait(lambda: "Held guards" in terminal.text and "Timeline" in terminal.text)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_leaves_a_clean_terminal_and_the_session(open_browser, environ, number, code):
    terminal = open_browser()
    terminal.press("3")
    terminal.wait("1/10")
    terminal.press("-")
    terminal.wait("by week")
    terminal.press("Down")
    terminal.wait("2/10")
    os.kill(terminal.pid, number)
    assert terminal.wait_end() == code
    assert terminal.left_clean()
    assert "Traceback" not in terminal.raw.decode("utf-8", "replace")
    again = open_browser()
    again.wait(lambda: "by week" in again.text and "2/10" in again.text)


def test_a_closed_terminal_ends_the_program(open_browser):
    terminal = open_browser()
    os.close(terminal.fd)
    pid, _ = os.waitpid(terminal.pid, 0)
    assert pid == terminal.pid
    terminal.status = 0
    terminal.fd = os.open(os.devnull, os.O_RDONLY)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
@pytest.mark.parametrize("stopped", [False, True], ids=["running", "stopped"])
def test_a_dropped_connection_ends_what_the_shell_ran(environ, made_store, tmp_path, stopped):
    def tmux(*args: str) -> str:
        command = ["tmux", "-S", str(tmp_path / "tmux.sock"), *args]
        return subprocess.run(command, env=environ, capture_output=True, text=True, check=True).stdout

    def wait(words: str) -> None:
        end = time.monotonic() + 30
        while words not in (shown := tmux("capture-pane", "-p")):
            assert time.monotonic() < end, shown
            time.sleep(0.1)

    tmux("-f", os.devnull, "new-session", "-d", "-x", "100", "-y", "30", "exec bash --norc -i")
    try:
        tmux("send-keys", " ".join(f"'{part}'" for part in [*PROGRAM, "--store", str(made_store)]), "Enter")
        wait("10 events")
        browsers = psutil.Process(int(tmux("display-message", "-p", "#{pane_pid}"))).children(recursive=True)
        if stopped:
            tmux("send-keys", "C-z")
            wait("Stopped")
    finally:
        tmux("kill-server")
    _, left = psutil.wait_procs(browsers, timeout=20)
    for process in left:
        process.kill()
    assert browsers
    assert not left


def test_ctrl_z_gives_the_shell_back_and_fg_returns(environ, made_store):
    shell = PtyTerminal(["bash", "--norc", "-i"], {**environ, "PS1": "READY> "}, (100, 30))
    try:
        shell.wait("READY>")
        command = " ".join(f"'{part}'" for part in [*PROGRAM, "--store", str(made_store)])
        shell.press(f"{command}\r")
        shell.wait("10 events")
        shell.wait_quiet()
        shell.press("C-z")
        shell.wait("Stopped")
        shell.press("fg\r")
        shell.wait(lambda: "2 Events" in shell.text and "10 events" in shell.text)
        shell.wait_quiet()
        shell.press("Down")
        shell.wait("2/10")
        shell.press("q")
        shell.wait_quiet()
        shell.press("echo code $?\r")
        shell.wait("code 0")
    finally:
        os.kill(shell.pid, signal.SIGKILL)
        shell.close()


def test_ctrl_c_says_how_to_quit(open_browser):
    terminal = open_browser()
    terminal.press("C-c")
    terminal.wait("q quits")


def test_no_colour_where_it_is_unwanted(open_browser):
    terminal = open_browser(NO_COLOR="1")
    text = terminal.raw.decode("utf-8", "replace")
    assert "38;5;" not in text
    assert "38;2;" not in text
    assert not any(f"\x1b[{code}m" in text for code in range(30, 38))
    assert any(terminal.screen.buffer[2][x].reverse for x in range(160)) or "\x1b[7m" in text


def test_an_empty_no_color_is_not_set(open_browser):
    assert "38;5;" in open_browser(NO_COLOR="").raw.decode("utf-8", "replace")


def test_sixteen_colours_where_there_are_but_sixteen(open_browser):
    assert "38;5;" not in open_browser(TERM="screen").raw.decode("utf-8", "replace")


@pytest.mark.parametrize(("size", "term"), [((80, 24), "dumb"), ((39, 24), "xterm"), ((80, 9), "xterm")])
def test_where_it_cannot_run_it_says_what_can(open_browser, size, term):
    terminal = open_browser(size=size, wait="", TERM=term)
    assert terminal.wait_end() == 2
    assert "ecu-tui events" in " ".join(terminal.text.split())
    assert b"\x1b[" not in terminal.raw


def test_without_a_terminal_it_says_what_can(environ, made_store):
    done = subprocess.run(
        [*PROGRAM, "--store", str(made_store)], env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "ecu-tui events" in done.stderr


def test_the_first_run_makes_an_empty_store_and_says_what_to_do(open_browser, tmp_path):
    terminal = open_browser(wait="This store is empty", store=tmp_path / "new" / "store.db", size=(80, 24))
    terminal.press("q")
    assert terminal.wait_end() == 0


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_in_tmux_it_copies_to_tmux(environ, made_store, tmp_path):
    socket = str(tmp_path / "tmux.sock")

    def tmux(*args: str) -> str:
        done = subprocess.run(["tmux", "-S", socket, *args], env=environ, capture_output=True, text=True, check=True)
        return done.stdout

    command = " ".join(f"'{part}'" for part in [*PROGRAM, "--store", str(made_store)])
    tmux("-f", os.devnull, "new-session", "-d", "-x", "80", "-y", "24", "-s", "test", command)
    try:
        watch = PtyTerminal(["tmux", "-S", socket, "attach", "-t", "test"], environ, (80, 24))
        try:
            watch.wait("10 events")
            watch.wait("Clashes between gangs")
            watch.press("y")
            watch.wait("Copied to tmux")
            assert "Clashes between gangs in the Litoral prison" in tmux("show-buffer")
        finally:
            watch.close()
    finally:
        subprocess.run(["tmux", "-S", socket, "kill-server"], check=False, capture_output=True)


def test_a_fault_leaves_a_clean_terminal_and_a_log(environ, made_store, tmp_path):
    """What no handler catches ends in a sentence, a status and a log file; the store stays whole."""
    broken = (
        "from tui.program import EcuApp; from tui.cli import main\n"
        "def fail(self): raise RuntimeError('the helpless')\n"
        "EcuApp.action_help = fail; main()"
    )
    terminal = PtyTerminal([sys.executable, "-c", broken, "--store", str(made_store)], environ)
    try:
        terminal.wait("10 events")
        terminal.press("?")
        assert terminal.wait_end() == 70
        assert terminal.left_clean()
        said = terminal.raw.decode()  # the emulator has no screen to come back to, where a sentence stands whole
        assert "ecu-tui stopped on a fault of its own (RuntimeError)." in said
        assert "locals" not in said
    finally:
        terminal.close()
    (log,) = (tmp_path / "state").rglob("errors.log")
    assert "the helpless" in log.read_text(encoding="utf-8")
    assert log.name in said
