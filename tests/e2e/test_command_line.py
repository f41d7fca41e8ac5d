"""The command line as a stranger meets it: a process of its own, its output, its exit codes."""

import csv
import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

BOMBING = """Car bomb kills two outside police post in Machala

MACHALA, Ecuador, 5 March 2024 (Andes Wire) - A car bomb exploded outside a police post in Machala on Monday, killing
two officers and wounding five people, the interior ministry said.

Police arrested three men in the city hours later.
"""

VOTE = """---
title: Assembly approves prison budget
date: 2024-03-07
outlet: The Highland Courier
---

QUITO - Ecuador's president decreed a state of emergency in El Oro province on Wednesday, two days after the bombing.
"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `ecu-tui ARGS` in a process with a store of its own; returns what it printed."""

    def invoke(
        *args: str | Path, store: Path | None = None, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        environment = {
            **{k: v for k, v in os.environ.items() if k not in ("TMUX", "COLUMNS")},
            "ECU_TUI_STORE": str(store or tmp_path / "store.db"),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "XDG_DATA_HOME": str(tmp_path / "data"),
        }
        command = [sys.executable, "-c", "from tui.cli import main; main()", *map(str, args)]
        return subprocess.run(
            command, capture_output=True, text=True, env=environment, cwd=tmp_path, timeout=120, check=False
        )

    return invoke


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "bombing.txt").write_text(BOMBING, encoding="utf-8")
    (folder / "vote.md").write_text(VOTE, encoding="utf-8")
    return folder


def change(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)


def objects(printed: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in printed.splitlines()]


def test_import_reads_reports_and_the_second_time_changes_nothing(run: Run, articles: Path, tmp_path: Path) -> None:
    first = run("import", articles)
    assert first.returncode == 0, first.stderr
    assert "2 articles read" in first.stdout
    before = run("events", "--format", "jsonl").stdout
    again = run("import", articles)
    assert again.returncode == 0
    assert "Nothing new: 2 files already there, nothing changed." in again.stdout
    assert run("events", "--format", "jsonl").stdout == before


def test_events_are_cited_json(run: Run, articles: Path) -> None:
    run("import", articles)
    events = objects(run("events", "--format", "jsonl").stdout)
    bomb = next(event for event in events if event["sub_event_type"] == "car_bomb")
    keys = (
        "id title event_type sub_event_type date place actors instruments figures factuality confidence "
        "number_of_sources num_articles disputed status starred tags note reports"
    )
    assert list(bomb) == keys.split()
    assert bomb["date"]["start"] == bomb["date"]["end"] == "2024-03-04"
    assert bomb["place"]["location"] == "Machala"
    assert bomb["place"]["country"] == "EC"
    assert bomb["figures"]["killed"]["best"] == 2
    report = bomb["reports"][-1]
    text = objects(run("explain", articles / "bombing.txt", "--format", "json").stdout)[0]["text"]
    assert text[report["start"] : report["end"]] == report["text"]
    claim = next(claim for claim in report["claims"] if claim["field"] == "injured")
    assert claim["best"] == 5
    assert claim["phrase"] in text


def test_filter_sources_show_and_timeline(run: Run, articles: Path) -> None:
    run("import", articles)
    only = objects(run("events", "--filter", "type:car_bomb killed:>=2", "--format", "jsonl").stdout)
    assert [event["sub_event_type"] for event in only] == ["car_bomb"]
    sources = objects(run("sources", "--format", "jsonl").stdout)
    assert [source["published"]["edtf"] for source in sources] == ["2024-03-05", "2024-03-07"]
    assert sources[1]["outlet"] == "The Highland Courier"
    card = run("show", only[0]["id"])
    assert "killing\ntwo officers" not in card.stdout
    assert "Machala" in card.stdout
    assert "sha256" in card.stdout
    timeline = run("timeline").stdout
    assert timeline.index("4 Mar 2024") < timeline.index("6 Mar 2024")
    told = [json.loads(one) for one in run("timeline", "--format", "jsonl").stdout.splitlines()]
    assert {event["id"] for event in told} == set(re.findall(r"EV-\d{6}", timeline))


def test_two_articles_are_compared_word_by_word(run: Run, articles: Path) -> None:
    text = (articles / "bombing.txt").read_text(encoding="utf-8")
    (articles / "reprint.txt").write_text(f"{text}\nThis report was shortened.\n", encoding="utf-8")
    run("import", articles)
    compared = run("diff", "bombing", "reprint")
    assert compared.returncode == 0
    assert "{+This report was shortened+}." in compared.stdout
    alone = run("diff", "vote")
    assert alone.returncode == 2
    assert "ecu-tui diff SOURCE OTHER" in alone.stderr


def test_sql_reads_and_cannot_write(run: Run, articles: Path, tmp_path: Path) -> None:
    run("import", articles)
    asked = "SELECT id, title FROM events WHERE sub_event_type = 'car_bomb'"
    assert objects(run("sql", asked, "--format", "jsonl").stdout)[0]["title"]
    assert run("sql", asked, "--format", "csv").stdout.startswith("id,title\n")
    for wrong in ("DELETE FROM events", f"ATTACH '{tmp_path}/other.db' AS other", "SELECT 1; SELECT 2", "SELEC", ""):
        refused = run("sql", wrong)
        assert (refused.returncode, refused.stdout) == (2, ""), wrong
    assert not (tmp_path / "other.db").exists()


def test_a_shell_is_told_how_a_command_goes_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("_ECU_TUI_COMPLETE", "complete_bash"), ("COMP_WORDS", "ecu-tui exp"), ("COMP_CWORD", "1")):
        monkeypatch.setenv(name, value)
    assert run().stdout.split() == ["export", "explain"]


def test_saved_views(run: Run, articles: Path) -> None:
    run("import", articles)
    assert run("views", "save", "bombs", "type:car_bomb").returncode == 0
    assert run("views", "save", "wrong", "typ:car_bomb").returncode == 2
    assert run("views").stdout.split() == ["bombs", "type:car_bomb"]
    assert run("views", "show", "bombs").stdout == "type:car_bomb\n"
    assert run("views", "drop", "bombs").returncode == 0
    assert run("views", "drop", "bombs").returncode == 2


def test_an_import_that_is_interrupted_ends_with_a_timeline(run: Run, articles: Path, tmp_path: Path) -> None:
    for number in range(400):
        (articles / f"{number:03}.txt").write_text(BOMBING.replace("wounding five", f"wounding {number + 3}"))
    command = [sys.executable, "-c", "from tui.cli import main; main()", "import", str(articles)]
    environment = {**os.environ, "ECU_TUI_STORE": str(tmp_path / "store.db")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as going:
        while not (tmp_path / "store.db").exists() or not count(tmp_path / "store.db"):
            assert going.poll() is None
        going.send_signal(signal.SIGINT)
        printed, said = going.communicate(timeout=120)
    assert going.returncode == 130
    assert "Stopping" in said
    assert " other files were not read. Import again to go on." in printed
    assert 0 < count(tmp_path / "store.db") < 402
    assert objects(run("events", "--format", "jsonl").stdout)
    assert "store:" not in run("check").stdout


def count(file: Path) -> int:
    try:
        with closing(sqlite3.connect(file)) as connection:
            return int(connection.execute("SELECT count(*) FROM sources").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_every_change_by_hand_is_logged_in_words(run: Run, articles: Path) -> None:
    run("import", articles)
    run("date", "bombing.txt", "Mar 2024", "--reason", "seen in print")
    run("tag", "1", "--add", "verify", "--add", "quito")
    imported, dated, tagged = run("log").stdout.splitlines()
    assert f"from {articles}" in imported
    assert "5 Mar 2024, stated" in dated
    assert "seen in print" in dated
    assert "Mar 2024  " in dated.partition("stated")[2]
    assert "quito, verify" in tagged
    _, first, second = objects(run("log", "--format", "jsonl").stdout)
    assert (first["reason"], first["undone"], second["after"]) == ("seen in print", False, "quito, verify")
    assert run("log", "--format", "csv").stdout.splitlines()[0] == "when,of,field,before,after,reason,undone"


def test_a_field_that_is_changed_again_is_logged_from_what_it_was(run: Run, articles: Path) -> None:
    run("import", articles)
    for title in ("A bomb", "A blast", "Two blasts"):
        run("edit", "1", "title", title)
    run("undo")
    run("edit", "1", "title", "--machine")
    run("edit", "1", "title", "A blaze")
    _, found, *told = ((edit["before"], edit["after"]) for edit in objects(run("log", "--format", "jsonl").stdout))
    assert told == [
        ("A bomb", "A blast"),
        ("A blast", "Two blasts"),
        ("A blast", "the machine's"),
        (found[0], "A blaze"),
    ]


def test_an_import_is_undone_and_brought_back(run: Run, articles: Path) -> None:
    run("import", articles)
    run("star", "1")
    before = run("events", "--format", "jsonl").stdout
    run("undo")
    undone = run("undo")
    assert undone.stdout == f"Undone: import of 2 articles from {articles}\n"
    assert "ecu-tui redo brings it back" in undone.stderr
    assert run("events", "--format", "jsonl").stdout == run("sources", "--format", "jsonl").stdout == ""
    assert objects(run("log", "--format", "jsonl").stdout)[0]["undone"] is True
    assert run("undo").stderr == "Nothing to undo.\n"
    run("redo")
    run("redo")
    assert run("events", "--format", "jsonl").stdout == before


def test_an_empty_list_says_why(run: Run, articles: Path) -> None:
    run("import", articles)
    for command, what in (("events", "event"), ("timeline", "event"), ("sources", "article")):
        done = run(command, "--filter", "type:car_bomb killed:>1000")
        assert (done.stdout, done.returncode) == ("", 0)
        assert done.stderr == f"There is no {what} that this filter keeps.\n"
        assert "Did you mean “car_bomb”?" in run(command, "--filter", "type:car_bmb").stderr


def test_output_goes_through_any_encoding_and_into_closed_pipes(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", articles)
    whole = run("events", "--format", "jsonl").stdout
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert objects(run("events", "--format", "jsonl").stdout) == objects(whole)
    for command in ("events", "timeline", "export", "log"):
        assert run(command).returncode == 0
    piped = f"{sys.executable} -c 'from tui.cli import main; main()' keys --markdown | head -c 1; echo $PIPESTATUS"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    done = subprocess.run(["bash", "-c", piped], capture_output=True, text=True, env=environment, check=False)
    assert done.stderr == ""
    assert done.stdout.strip().endswith(("0", "141"))


def test_a_bad_filter_points_at_the_word_and_is_a_usage_error(run: Run, articles: Path) -> None:
    run("import", articles)
    wrong = run("events", "--filter", "quito typ:car_bomb")
    assert wrong.returncode == 2
    assert wrong.stdout == ""
    assert "typ" in wrong.stderr
    assert "type" in wrong.stderr
    start = run("--filter", "quito typ:car_bomb")
    assert start.returncode == 2
    assert start.stderr.endswith(wrong.stderr.partition("Error: ")[2]), "and so it is at the browser's start"


def test_a_word_that_is_no_choice_is_answered_with_the_choices(run: Run) -> None:
    wrong = run("export", "--format", "xyz")
    assert wrong.returncode == 2
    assert "“xyz” is none of markdown, csv, jsonl." in wrong.stderr


def test_export_cites_and_never_overwrites_unasked(run: Run, articles: Path, tmp_path: Path) -> None:
    run("import", articles)
    first = run("export", "-o", "timeline.md")
    assert first.returncode == 0, first.stderr
    written = (tmp_path / "timeline.md").read_text(encoding="utf-8")
    assert "4 Mar 2024" in written
    assert "[^1]:" in written
    assert "The Highland Courier" in written
    refused = run("export", "-o", "timeline.md", "--title", "Other")
    assert refused.returncode == 2
    assert (tmp_path / "timeline.md").read_text(encoding="utf-8") == written
    forced = run("export", "-o", "timeline.md", "--title", "Other", "--force")
    assert forced.returncode == 0
    assert (tmp_path / "timeline.md").read_text(encoding="utf-8").startswith("# Other")
    assert [path.name for path in tmp_path.glob("*timeline*")] == ["timeline.md"]


def test_a_date_set_by_hand_moves_what_hangs_on_it_and_undo_brings_it_back(run: Run, articles: Path) -> None:
    run("import", articles)
    before = run("events", "--format", "jsonl").stdout
    assert run("date", "bombing.txt", "12 March 2024").returncode == 0
    moved = objects(run("events", "--filter", "type:car_bomb", "--format", "jsonl").stdout)[0]
    assert moved["date"]["start"] == "2024-03-11"
    source = objects(run("sources", "--format", "jsonl").stdout)[0]
    assert source["published"] | {"start": "2024-03-12", "basis": "user"} == source["published"]
    assert run("undo").returncode == 0
    assert run("events", "--format", "jsonl").stdout == before
    assert run("date", "bombing.txt", "the day it rained").returncode == 2


def test_events_are_merged_split_and_kept_apart_by_hand_and_undo_brings_back_every_id(run: Run, articles: Path) -> None:
    run("import", articles)
    before = run("events", "--format", "jsonl").stdout
    bomb, other = (event["id"] for event in objects(before) if event["sub_event_type"] in ("car_bomb", "arrest"))
    merged = run("merge", other, str(int(bomb[3:])), "--reason", "one deed")
    assert (merged.returncode, merged.stdout) == (0, f"{other} is one event with {bomb} now.\n")
    card = run("show", bomb)
    shown = card.stdout
    assert shown.startswith(other), "the first one's id stays, and the other stands for it"
    assert f"{bomb} is part of {other} now." in card.stderr
    assert f"merge of {other} and {bomb}" in shown
    own = next(line.split()[1] for line in shown.splitlines() if line.split()[:1] == ["report"])
    assert run("split", other, "--report", own).returncode == 0
    assert run("apart", other, other).returncode == 2
    log = run("log").stdout
    assert f"merge of {other} and {bomb}" in log
    assert f"report {own} split off {other}" in log
    assert f"Undone: report {own} split off {other}" in run("undo").stdout
    run("undo")
    assert run("events", "--format", "jsonl").stdout == before
    assert run("apart", bomb, other).returncode == 0
    assert run("suggestions", "--format", "jsonl").returncode == 0


def test_fields_are_typed_events_added_and_articles_read_afresh(run: Run, articles: Path, tmp_path: Path) -> None:
    run("import", articles)
    bomb = next(event for event in objects(run("events", "--format", "jsonl").stdout) if event["date"]["start"])
    ref = str(bomb["id"])
    said = run("edit", ref, "date", "3 or 4 March 2024", "--reason", "the mayor's diary")
    assert (said.returncode, said.stdout) == (0, f"{ref} date: 3 or 4 Mar 2024 (machine: 4 Mar 2024)\n")
    assert "date: human: 3 or 4 Mar 2024 · machine: 4 Mar 2024 · the mayor's diary" in run("show", ref).stdout
    unknown = run("edit", ref, "kiled", "4")
    assert "Invalid value for FIELD" in unknown.stderr
    assert "Did you mean “killed”?" in unknown.stderr
    refused = run("edit", ref, "place", "Machalla")
    assert refused.returncode == 2
    assert "“Machalla” is in no list of places" in refused.stderr
    assert run("edit", ref, "date", "--machine").stdout == f"{ref} date: 4 Mar 2024 (the machine's)\n"

    many = run("add", "bombing.txt", "Machala", "--type", "arson")
    assert many.returncode == 2
    assert "--nth 2:" in many.stderr
    added = run(
        "add", "bombing.txt", "in the city hours later", "--type", "meeting", "--title", "A raid", "--set", "held=3"
    )
    assert added.returncode == 0, added.stderr
    number = added.stdout.split()[0]
    assert "A raid" in run("show", number).stdout
    assert "nothing" in run("log").stdout
    run("undo")
    assert run("show", number).returncode == 2

    before = run("events", "--format", "jsonl").stdout
    lexicon = tmp_path / "posts.toml"
    lexicon.write_text('language = "en"\n[nulls]\nphrases = ["car bomb"]\n', encoding="utf-8")
    shown = run("reextract", "--lexicon", lexicon, "bombing.txt")
    assert shown.returncode == 0, shown.stderr
    assert "1 article read afresh" in shown.stdout
    assert "--apply does it" in shown.stdout
    assert run("events", "--format", "jsonl").stdout == before
    changes = objects(run("reextract", "--lexicon", lexicon, "--apply", "--format", "jsonl").stdout)
    assert {"change", "id", "title", "date", "into", "fields"} == set(changes[0])
    assert run("events", "--format", "jsonl").stdout != before
    assert "found by other rules than today's" in run("check").stderr


def test_bad_files_are_a_line_each_and_nothing_else_is_lost(run: Run, articles: Path) -> None:
    (articles / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (articles / "empty.txt").write_bytes(b"")
    (articles / "blank.txt").write_text(" \n\n ", encoding="utf-8")
    (articles / "loop").symlink_to(articles)
    (articles / "gone.txt").symlink_to(articles / "nowhere.txt")
    os.mkfifo(articles / "pipe.txt")
    with (articles / "huge.txt").open("wb") as huge:
        huge.truncate(200 * 1024 * 1024)
    (articles / "dump.txt").write_text("The market was quiet on Monday morning.\n" * 120_000, encoding="utf-8")
    (Path(os.fsdecode(os.fsencode(articles) + b"/caf\xe9.txt"))).write_text(BOMBING.replace("Machala", "Loja"))
    done = run("import", articles)
    assert done.returncode == 1
    assert "3 articles read" in done.stdout
    dropped = done.stdout[done.stdout.index("Dropped") :]
    for name in ("binary.txt", "empty.txt", "blank.txt", "gone.txt", "pipe.txt", "huge.txt", "dump.txt"):
        assert sum(name in line for line in dropped.splitlines()) == 1, (name, dropped)
    assert "Traceback" not in done.stderr
    assert len(objects(run("sources", "--format", "jsonl").stdout)) == 3


def test_a_store_that_cannot_be_used_is_one_sentence_and_status_3(run: Run, articles: Path, tmp_path: Path) -> None:
    text = tmp_path / "notes.db"
    text.write_text("not a database, only words " * 100, encoding="utf-8")
    other = tmp_path / "other.db"
    change(other, "CREATE TABLE recipes (name TEXT)")
    newer = tmp_path / "newer.db"
    assert run("import", articles, store=newer).returncode == 0
    change(newer, "UPDATE _sqlite_migrations SET name = 'from_the_future' WHERE name = 'first_tables'")
    for store in (text, other, newer, Path("/proc/ecu-tui/store.db"), tmp_path):
        before = store.read_bytes() if store.is_file() else b""
        for command in (("import", articles), ("events",), ("export",)):
            refused = run(*command, store=store)
            assert refused.returncode == 3, (store, command, refused)
            assert refused.stdout == ""
            assert refused.stderr.startswith("ecu-tui: ")
            assert len(refused.stderr.splitlines()) <= 2
        assert (store.read_bytes() if store.is_file() else b"") == before


def test_without_a_terminal_the_browser_says_what_to_use_instead(run: Run, articles: Path) -> None:
    run("import", articles)
    refused = run()
    assert refused.returncode == 2
    assert "ecu-tui events" in refused.stderr


def test_hostile_text_reaches_neither_terminal_nor_spreadsheet(run: Run, tmp_path: Path) -> None:
    hostile = BOMBING.replace(
        "Police arrested", "=cmd|'/C calc'!A0 \x1b]0;owned\x07[red] [x](http://evil.example) Police arrested"
    )
    (tmp_path / "hostile.txt").write_text("=1+1 Car bomb in Machala\n" + hostile.split("\n", 1)[1], encoding="utf-8")
    assert run("import", tmp_path / "hostile.txt").returncode == 0
    for command in (
        ("events",),
        ("sources",),
        ("timeline",),
        ("show", "1"),
        ("export",),
        ("events", "--format", "csv"),
    ):
        printed = run(*command).stdout
        assert "\x1b" not in printed
        assert "\x07" not in printed
    assert not re.search(r"(?<!\\)\]\(http", run("export").stdout)
    cells = [cell for row in csv.reader(io.StringIO(run("sources", "--format", "csv").stdout)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_demo_version_keys_and_help_work_without_a_terminal(run: Run) -> None:
    demo = run("demo")
    assert demo.returncode == 0, demo.stderr
    assert "articles read" in demo.stdout
    assert "pairs of events may be one: ecu-tui suggestions lists them." in demo.stdout
    assert run("--version").stdout.startswith("ecu-tui ")
    assert "Filter all panes" in run("keys").stdout
    help_text = run("--help").stdout
    for command in ("import", "events", "sources", "timeline", "show", "export", "date", "explain", "check", "demo"):
        assert command in help_text
        assert run(command, "--help").returncode == 0
