"""The lexicon that docs/lexicon.md shows is one that works, and does what the page says it does."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from importers.dating.expressions import find
from importers.extraction.lexicon.files import load_lexicons
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report
from tui.cli.app import app

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "lexicon.md").read_text(encoding="utf-8")


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    found = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert found
    path = tmp_path / "evictions.toml"
    path.write_text(found[1], encoding="utf-8")
    return path


def read(text: str, lexicon: Path) -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    return list(extract(article, find(text, "en"), load_lexicons("en", (lexicon,))))


def test_check_says_what_the_page_says(shown: Path) -> None:
    printed = CliRunner().invoke(app, ["lexicon", "check", str(shown)]).stdout
    assert printed.splitlines() == [
        text.strip() for text in PAGE.splitlines() if text.startswith(("    en:", "    es:"))
    ]


def test_the_sentences_of_the_page_are_read_as_it_says(shown: Path) -> None:
    evicted, struck = re.findall(r'"((?:Bailiffs|Miners)[^"]*\.)"', PAGE.replace("\n", " "))
    (report,) = read(evicted, shown)
    assert (report.sub_event_type, report.title) == ("eviction", "40 families evicted in Lima")
    assert [claim.value for claim in report.claims if claim.field == "actor1"] == ["Bailiffs"]
    assert [report.sub_event_type for report in read(struck, shown)] == ["strike"]
    assert read("The eviction of the old year was celebrated in Cusco on Friday.", shown) == []


def test_the_frames_of_the_page_are_there() -> None:
    lexicon = load_lexicons("en")
    assert lexicon is not None
    known = {trigger.frame.name for rows in lexicon.verb_triggers.values() for _, trigger in rows}
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) <= known
