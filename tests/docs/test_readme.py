"""What the README says of keys, filters, commands and files is what the program has.

`python tests/docs/test_readme.py` writes its tables anew.
"""

import re
from pathlib import Path

import typer

from store.terms import KEYS
from tui.cli.app import app
from tui.commands import markdown

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    found = re.search(rf"<!-- {name}[^>]*-->\n(.*?)\n?<!-- /{name} -->", README, re.DOTALL)
    assert found, name
    return found[1].strip()


def test_the_table_of_keys_is_the_programs() -> None:
    assert section("keys") == markdown().strip()


def test_the_table_of_filter_keys_is_the_programs() -> None:
    assert section("filter") == filter_table()


def filter_table() -> str:
    rows = [f"| `{key.name}:` | {key.help} | `{key.example}` |" for key in KEYS.values()]
    return "\n".join(["| Key | Keeps | Example |", "| --- | --- | --- |", *rows])


def test_the_table_of_commands_is_the_programs() -> None:
    assert section("commands") == command_table()


def command_table() -> str:
    group = typer.main.get_command(app)
    rows = ["| `ecu-tui` | Open the browser on the store. |"]
    for name, command in group.commands.items():
        rows.append(f"| `ecu-tui {name}` | {(command.help or '').splitlines()[0]} |")
    return "\n".join(["| Command | What it does |", "| --- | --- |", *rows])


def test_every_command_and_option_has_help() -> None:
    group = typer.main.get_command(app)
    for name, command in group.commands.items():
        assert command.help, name
        for parameter in command.params:
            assert getattr(parameter, "help", None), (name, parameter.name)


def test_files_that_the_readme_names_exist() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", README):
        if not target.startswith("http"):
            assert (ROOT / target).exists(), target


def test_the_two_commands_stand_on_the_first_screen_and_ci_runs_the_second() -> None:
    blocks = re.findall(r"```sh\n(.*?)\n```", "\n".join(README.splitlines()[:30]), re.DOTALL)
    assert len(blocks) == 2
    assert blocks[0].endswith("ecu-tui demo")
    assert blocks[1].split(" && ")[1:] == ['.venv/bin/pip install -e ".[dev]"', ".venv/bin/pytest"]
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert blocks[1].replace("pip install", "pip install --quiet") in ci


def update() -> None:
    text = README
    for name, table in (("keys", markdown().strip()), ("filter", filter_table()), ("commands", command_table())):
        opening = rf"(<!-- {name}[^>]*-->\n).*?(<!-- /{name} -->)"
        text = re.sub(opening, lambda found, table=table: f"{found[1]}{table}\n{found[2]}", text, flags=re.DOTALL)
    (ROOT / "README.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    update()
