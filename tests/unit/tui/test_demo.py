"""The demo corpus holds what its README promises, in its authors' own words."""

import re
from pathlib import Path

import pytest

from importers.discover import discover
from importers.readers import read_file
from store.records.article import Article
from tui import demo

SEEDS = Path(__file__).resolve().parents[3] / ".." / "shared" / "seeds"


@pytest.fixture(scope="module")
def corpus() -> dict[str, Article]:
    with demo.articles() as folder:
        return {path.name: read_file(path) for path in discover([folder])}


def test_the_readme_lists_every_article(corpus: dict[str, Article]):
    readme = Path(demo.__file__).with_name("README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `(.+?)` \|", readme, re.MULTILINE)) == sorted(corpus)


def test_formats_languages_and_encodings(corpus: dict[str, Article]):
    assert {article.format for article in corpus.values()} == {"text", "markdown", "html"}
    assert corpus["coches-bomba.md"].language == "es"
    assert corpus["esmeraldas-noviembre.txt"].encoding == "cp1252"
    for name, article in corpus.items():
        assert 150 <= len(article.body.split()) <= 350, name
        assert article.title, name
        assert article.outlet or name == "security-vote.txt"


def test_dates_stated_missing_and_false(corpus: dict[str, Article]):
    undated = [name for name, article in corpus.items() if not article.candidates]
    assert undated == ["what-comes-next.txt"]
    (false,) = corpus["security-vote.txt"].candidates
    assert (false.basis, false.start.isoformat()) == ("header", "2023-12-18")
    assert {candidate.basis for article in corpus.values() for candidate in article.candidates} == {
        "metadata",
        "dateline",
        "header",
        "filename",
    }


def test_a_reprint_and_a_quoted_paragraph(corpus: dict[str, Article]):
    first, reprint = corpus["hostages-freed.txt"], corpus["hostages-freed-reprint.html"]
    shared = set(first.body.split("\n")) & set(reprint.body.split("\n")) - {""}
    assert len(shared) >= 5
    assert first.title != reprint.title
    quoted = {"prison-hostages.txt", "what-comes-next.txt"}
    assert quoted <= {name for name, article in corpus.items() if "Andean Press Agency" in article.agencies}


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 7]) for at in range(len(words) - 6)}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles are not beside the project")
def test_no_words_of_the_real_articles_are_in_it(corpus: dict[str, Article]):
    real = {found for path in SEEDS.glob("*.txt") for found in shingles(read_file(path).text)}
    for name, article in corpus.items():
        assert not shingles(article.text) & real, name
