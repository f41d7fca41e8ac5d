"""Terminal, clipboard, session, configuration: what surrounds the screen."""

import base64
import io
import json

import pytest

from store.writer import Changes
from tui import clipboard, session, terminal
from tui.app import run_browser
from tui.completion import Unfinished, keys_like, quoted, unfinished, with_values
from tui.config import Config, load_config
from tui.jobs import ImportOutcome, Problem, run_import
from tui.palette import make_palette
from tui.screens.importing import path_completions
from tui.session import Session
from tui.terminal import Terminal


@pytest.mark.parametrize(
    ("here", "why"),
    [
        (Terminal("xterm-256color", False, 80, 24), "needs a terminal"),
        (Terminal("dumb", True, 80, 24), "TERM is 'dumb'"),
        (Terminal("", True, 80, 24), "TERM is 'not set'"),
        (Terminal("xterm", True, 39, 24), "this terminal has 39x24"),
        (Terminal("xterm", True, 80, 9), "40 columns and 10 lines"),
    ],
)
def test_where_it_cannot_run_it_names_the_command_that_can(here, why):
    assert why in terminal.refusal(here)
    assert "ecu-tui events" in terminal.refusal(here)


def test_what_a_terminal_is_told_is_broken_between_words(tmp_path, monkeypatch):
    said = io.StringIO()
    said.isatty = lambda: True
    monkeypatch.setattr("sys.stderr", said)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(Terminal, "here", lambda: Terminal("dumb", True, 40, 24))
    assert run_browser(tmp_path / "store.db") == 2
    lines = said.getvalue().splitlines()
    assert max(map(len, lines)) <= 40
    assert " ".join(map(str.strip, lines)) == terminal.refusal(Terminal("dumb", True, 40, 24))


def test_where_it_can_run():
    assert terminal.refusal(Terminal("xterm-256color", True, 40, 10)) is None
    assert terminal.refusal(Terminal("tmux", True, 0, 0)) is None  # a size that is not told is not a small one


def test_colours_and_tools_from_the_environment():
    assert terminal.no_color({"NO_COLOR": "1"})
    assert not terminal.no_color({"NO_COLOR": ""})
    assert terminal.few_colors({"TERM": "screen"})
    assert not terminal.few_colors({"TERM": "screen", "COLORTERM": "truecolor"})
    assert not terminal.few_colors({"TERM": "tmux-256color"})
    assert terminal.pager({"PAGER": "less -S"}) == ["less", "-S"]
    assert terminal.pager({"PAGER": "'unclosed"}) == ["less"]
    assert terminal.editor({"EDITOR": "nano", "VISUAL": "emacs -nw"}) == ["emacs", "-nw"]


def test_copying_goes_to_tmux_where_there_is_one(tmp_path):
    ran, written = [], []

    def run(command, data):
        ran.append((command, data))
        return "-w" not in command  # an old tmux

    said = clipboard.copy("Quito ñ", {"TMUX": "x"}, written.append, tmp_path / "state" / "copied.txt", run)
    assert said == f"Copied to tmux's buffer, and to {tmp_path / 'state' / 'copied.txt'}."
    assert [command for command, _ in ran] == [["tmux", "load-buffer", "-w", "-"], ["tmux", "load-buffer", "-"]]
    assert ran[0][1] == "Quito ñ".encode()
    assert not written
    assert (tmp_path / "state" / "copied.txt").stat().st_mode & 0o077 == 0


def test_copying_goes_through_osc_52_else(tmp_path):
    written = []
    said = clipboard.copy("Quito", {}, written.append, tmp_path / "copied.txt")
    assert base64.b64decode(written[0].removeprefix("\x1b]52;c;").removesuffix("\x07")) == b"Quito"
    assert "OSC 52" in said
    said = clipboard.copy("x" * 80_000, {}, written.append, tmp_path / "copied.txt")
    assert len(written) == 1
    assert said.startswith("Too long")
    assert (tmp_path / "copied.txt").read_text() == "x" * 80_000


def test_a_session_comes_back(tmp_path):
    file = session.session_file(tmp_path / "store.db", tmp_path)
    kept = Session("quito", "timeline", 12, "month", "place", True, 30, 50, "ansi-dark", (1, 2), ("a", "b"))
    assert session.save(file, kept)
    assert session.load(file) == kept
    assert session.session_file(tmp_path / "other.db", tmp_path) != file


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"filter_text": 3, "selected": ["x"], "event_id": -1, "new": 1}',
        "\x00",
    ],
)
def test_a_broken_session_is_a_fresh_start(tmp_path, text):
    file = tmp_path / "session.json"
    file.write_text(text)
    assert session.load(file) == Session()


def test_a_session_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "file").write_text("")
    assert not session.save(tmp_path / "file" / "session.json", Session())


def test_history_keeps_each_filter_once():
    assert session.remember(("a", "b", "c"), "a") == ("b", "c", "a")
    assert session.remember(("a",), "  ") == ("a",)


def test_config(tmp_path):
    file = tmp_path / "config.toml"
    assert load_config(file) == (Config(), ())
    file.write_text('theme = "ansi-dark"\nmouse = false\n[keys]\nexport = "Z"\n')
    assert load_config(file) == (Config("ansi-dark", False, {"export": "Z"}), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('colour = "red"', "no setting colour"),
        ("mouse = 3", "mouse has a value of the wrong kind"),
        ("theme = ", "config.toml"),
        ('[keys]\nexport = "q"', "q would mean both"),
        ('[keys]\nexprt = "E"', "no such command"),
    ],
)
def test_a_mistake_in_the_config_is_one_sentence(tmp_path, text, said):
    file = tmp_path / "config.toml"
    file.write_text(text)
    config, (sentence,) = load_config(file)
    assert said in sentence
    assert config == Config()


def test_the_palette_leaves_colour_to_an_ansi_terminal():
    named = ("text-primary", "text-accent", "text-success", "text-warning", "text-error", "warning", "primary")
    ansi = make_palette(dict.fromkeys((*named, "background", "foreground"), "ansi_green"), ansi=True)
    assert ansi["dim"].dim
    assert ansi["under"].reverse
    assert all(style.bgcolor is None for style in ansi.values())
    rgb = make_palette({**dict.fromkeys(named, "green"), "background": "black", "foreground": "white"}, ansi=False)
    assert rgb["dim"].color.triplet < rgb["text"].color.triplet
    assert rgb["text"].bgcolor.triplet == (0, 0, 0)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("quito ty", Unfinished("quito ", "", "ty")),
        ("quito -type:car", Unfinished("quito -type:", "type", "car")),
        ("(Who:", Unfinished("(Who:", "who", "")),
        ('place:"San Sal', Unfinished("place:", "place", "San Sal")),
        ('outlet:"Latin Post"', None),
        ("t", None),
        ('"quo', None),
        ('"quito type:', None),
        ("quito ", None),
    ],
)
def test_the_word_that_completion_goes_on_with(text, word):
    assert unfinished(text) == word


def test_completion_gives_whole_filters():
    assert keys_like(Unfinished("quito -", "", "ty")) == ("quito -type:",)
    found = with_values(Unfinished("(outlet:", "outlet", "lat"), ("Latin Post", "latina"))
    assert found == ('(outlet:"Latin Post"', "(outlet:latina")
    assert quoted('say "no"') == '"say no"'


async def test_path_completion(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "apple.txt").write_text("")
    (tmp_path / ".hidden").write_text("")
    assert await path_completions(f"{tmp_path}/ar") == (f"{tmp_path}/articles/",)
    assert await path_completions(f"{tmp_path}/a") == (f"{tmp_path}/apple.txt", f"{tmp_path}/articles/")
    assert await path_completions(f"{tmp_path}/nothing/here") == ()


def test_an_imports_outcome_in_one_sentence():
    outcome = ImportOutcome(118, 3, 400, 60, False, 2, [Problem("a", "b", "c")])
    assert (
        outcome.sentence
        == "118 imported, 3 already there, 2 with a doubtful date (D lists them), 1 not read (p lists them). u undoes."
    )
    assert ImportOutcome(cancelled=True).sentence == "Stopped: 0 imported."
    assert ImportOutcome(2, likely=3).sentence == "2 imported, 3 pairs may be one event (S). u undoes."


def test_progress_is_told_at_most_ten_times_a_second(monkeypatch, tmp_path):
    from importers import run

    steps = [run.Progress(at, 50, f"/articles/{at}.txt") for at in range(50)]
    steps += [run.Dropped("/articles/x", "empty", "")]
    monkeypatch.setattr(run, "import_paths", lambda *_, **__: iter(steps))
    now = iter(number * 0.011 for number in range(1000))
    told = []
    outcome = run_import(tmp_path / "s.db", [], told.append, lambda: False, lambda: next(now))
    assert 4 <= len(told) <= 10
    assert told[-1] == "Importing 50 of 50: 49.txt · Esc cancels"
    assert outcome.problems == [Problem("/articles/x", "empty", "")]


def test_progress_moves_within_a_long_file_and_what_was_not_read_is_listed(monkeypatch, tmp_path):
    from importers import run

    shares = [run.Progress(0, 1, "/articles/a.txt", number / 10) for number in range(10)]
    end = run.Finished(Changes(), (), ("/articles/a.txt",))
    monkeypatch.setattr(run, "import_paths", lambda *_, **__: iter([*shares, end]))
    told = []
    now = iter(range(1000))
    outcome = run_import(tmp_path / "s.db", [], told.append, lambda: False, lambda: next(now))
    assert told[0] == "Importing 1 of 1: a.txt · Esc cancels"
    assert told[5] == "Importing 1 of 1: a.txt, 50% read · Esc cancels"
    assert [problem.path for problem in outcome.problems] == ["/articles/a.txt"]
    assert outcome.sentence == "Stopped: 0 imported, 1 not read (p lists them)."


def test_json_of_a_session_is_small_and_readable(tmp_path):
    file = tmp_path / "s.json"
    session.save(file, Session(filter_text="“ñ”"))
    assert json.loads(file.read_text(encoding="utf-8"))["filter_text"] == "“ñ”"
    assert not list(tmp_path.glob("*.tmp"))
