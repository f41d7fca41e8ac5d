"""A text longer than any article: read in stretches, in time that grows with its length."""

from itertools import pairwise

import pytest

from importers.extraction.happenings import clusters
from importers.extraction.locating.parts import Part
from importers.extraction.locating.stretches import LONGEST_ARTICLE, in_stretches
from importers.language.tokens import sentences
from importers.run import analyse
from store.records.article import Article

NEWS = (
    "Guards held in Loja\n\nInmates took {0} guards hostage in Loja on Monday. The mayor, who was told of it at once, "
    "said that nobody had been hurt.\n\nPolice arrested {0} men in Manta on Friday. They denied it.\n\n"
)


def news(times: int) -> str:
    return "".join(NEWS.format(number) for number in range(2, times + 2))


def stretched(text: str) -> list[str]:
    found = sentences(text, "en")
    parts = [part.numbers for part in in_stretches([Part(range(len(found)))], found, text)]
    assert parts[0].start == 0
    assert parts[-1].stop == len(found)
    assert all(one.stop == other.start for one, other in pairwise(parts))
    return [text[found[part.start].span.start : found[part.stop - 1].span.end] for part in parts]


def article(text: str) -> Article:
    return Article("long.txt", "0", len(text), "text", "utf-8", text, language="en")


def test_a_long_text_is_parted_before_its_titles() -> None:
    parts = stretched(news(300))
    assert len(parts) > 4
    assert all(part.startswith("Guards held in Loja") for part in parts)


def test_an_article_is_not_parted() -> None:
    text = news(100)
    assert len(text) < LONGEST_ARTICLE
    assert len(stretched(text)) == 1
    assert not analyse(article(text)).article.notes


@pytest.mark.parametrize("between", ["\n\n", " "])
def test_a_text_without_titles_is_parted_between_paragraphs_or_sentences(between: str) -> None:
    parts = stretched(between.join(["The guards of the prison fled to Loja."] * 2000))
    assert len(parts) > 4
    assert all(part.startswith("The guards") for part in parts)


def test_who_imports_it_is_told() -> None:
    (note,) = analyse(article(news(300))).article.notes
    assert "read in stretches" in note


def test_twice_the_text_takes_twice_the_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    score = clusters._score

    def counted(*args: object) -> int:
        nonlocal compared
        compared += 1
        return score(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(clusters, "_score", counted)
    once = len(analyse(article(news(300))).reports), compared
    compared = 0
    twice = len(analyse(article(news(600))).reports), compared
    assert twice[0] > 1.9 * once[0] > 0
    assert twice[1] < 2.3 * once[1]
