"""Who says it, told before, amid or behind what is said."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article


def voices(text: str) -> list[str]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    return [report.attributed_to for report in extract(article, find(text, "en"))]


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("Four people died as a bus was shelled in Loja, a town in the south, reported Radio Sucre.", "Radio Sucre"),
        ("Two men, police said, were killed in Loja.", "police"),
        ("Two men, the mayor of Loja said on Monday, were killed near the bridge.", "mayor of Loja"),
        ("A mob burned two temples after a quarrel over one of the city's sites, police and residents said.", "police"),
        ("A video shows officers beating a clerk in Loja.", "video"),
        ("A school in Loja was hit by shells, two per minute.", ""),
        # Not who is told of in passing while something else is said.
        ("The army, accused of killing two students in Loja, said rebels were near.", ""),
        ("The army, which killed two students in Loja, said the town was calm.", ""),
        ("Jets bombed two villages in Loja during the operation, said the statement issued by the army.", ""),
        ("Two nurses, a clerk said by many to be a thief and a guard were killed in Loja.", ""),
    ],
)  # fmt: skip
def test_whose_words_they_are(told: str, voice: str) -> None:
    assert voices(told) == [voice]
