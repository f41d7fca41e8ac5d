"""Tables: whole in a pipe; in a terminal what leads on, such as an id or a date, is kept and the rest gives way."""

from pathlib import Path

from store import queries
from store.connection import reading
from store.filters import EVERYTHING
from tui.cli import output
from tui.cli.card import card_lines
from tui.cli.tables import fitted, whole

HEADS = ("id", "date", "event", "type", "sources")
ROWS = (
    ("EV-000001", "12 Mar 2024", "Three fishermen killed at the pier of Puerto Bolívar", "killing", "2/3"),
    ("EV-000002", "no date", "Bridge blown up", "explosive device", "1/1"),
)


def test_a_pipe_gets_every_cell_whole_and_no_heads() -> None:
    first, second = whole(ROWS)
    assert first.endswith("  Three fishermen killed at the pier of Puerto Bolívar  killing           2/3")
    assert second.startswith("EV-000002  no date      Bridge blown up")


def test_a_roomy_terminal_gets_every_cell_whole_under_heads() -> None:
    heads, *rows = fitted(HEADS, ROWS, 120, gives="event", spare=("type", "sources"))
    assert heads.split() == list(HEADS)
    assert rows == list(whole(ROWS))


def test_in_a_narrow_terminal_the_column_that_gives_way_is_cut_first() -> None:
    lines = list(fitted(HEADS, ROWS, 85, gives="event", spare=("type", "sources")))
    assert max(map(len, lines)) <= 85
    assert lines[0].split() == list(HEADS)
    assert " Three fishermen killed at the pie… " in lines[1]
    assert lines[1].startswith("EV-000001  12 Mar 2024  ")


def test_then_columns_are_left_out_the_first_named_first() -> None:
    heads, first, _ = fitted(HEADS, ROWS, 70, gives="event", spare=("type", "sources"))
    assert heads.split() == ["id", "date", "event", "sources"]
    assert first == "EV-000001  12 Mar 2024  Three fishermen killed at the pier o…  2/3"


def test_where_no_column_gives_way_the_widest_are_cut_alike() -> None:
    heads, first = fitted(("a", "b", "c"), [("1", "x" * 50, "y" * 50)], 40)
    assert first == f"1  {'x' * 16}…  {'y' * 16}…"
    assert heads.split() == ["a", "b", "c"]


def test_what_an_article_says_reaches_no_terminal_as_a_control_character() -> None:
    assert "\x1b" not in "".join(fitted(("title",), [("\x1b[2Jgone",)], 80))
    assert "\x1b" not in "".join(whole([("\x1b[2Jgone",)]))


def test_a_long_line_is_broken_between_words_for_a_terminal_alone(monkeypatch, capsys) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    said = "  killed      about thirty, as /a/very/long/path/of/a/folder/that/is/not/broken/report.txt has it"
    output.line(said)
    assert capsys.readouterr().out == f"{said}\n", "a pipe gets it as it is"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    output.line(said)
    assert capsys.readouterr().out.splitlines() == [
        "  killed      about thirty, as",
        "    /a/very/long/path/of/a/folder/that/is/not/broken/report.txt",
        "    has it",
    ]


def test_what_an_event_rests_on_is_quoted_as_wide_as_the_terminal(made_store: Path) -> None:
    with reading(made_store) as db:
        event = next(iter(queries.events(db, EVERYTHING)))
        sources = {report.source_id: queries.source(db, report.source_id) for report in event.reports}
    quoted = [line for line in card_lines(event, sources, cells=30) if line.startswith("    ") and line[4] != " "]
    assert len(quoted) > 1
    assert max(map(len, quoted)) <= 30
