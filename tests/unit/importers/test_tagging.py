"""The rules of the tagger: each is asked only of a sentence that holds a word of its class."""

from pathlib import Path

import pytest

from importers.extraction.lexicon.files import load_lexicons
from importers.extraction.syntax import tagging
from importers.language.tokens import sentences

DATA = Path(__file__).parents[2] / "quality" / "data"


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_rule_left_out_for_want_of_its_words_would_change_nothing(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lexicon = load_lexicons(language)
    assert lexicon is not None
    lines = (DATA / f"events_{language}.txt").read_text(encoding="utf-8").splitlines()
    told = [one for line in lines if " => " in line for one in sentences(line.split(" => ")[0], language)]
    assert len(told) > 100
    asked = [tagging.tag(one, lexicon) for one in told]
    monkeypatch.setattr(tagging, "_RULES", tuple((rule, "") for rule, _ in tagging._RULES))
    assert [tagging.tag(one, lexicon) for one in told] == asked


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_rule_adds_a_word_or_puts_one_elsewhere(language: str) -> None:
    lexicon = load_lexicons(language)
    assert lexicon is not None
    lines = (DATA / f"events_{language}.txt").read_text(encoding="utf-8").splitlines()
    opening = {"en": "Over 400 clerks died in Loja.", "es": "Cerca de 400 kilos se decomisaron en Loja."}[language]
    for text in (opening, *(line.split(" => ")[0] for line in lines if " => " in line)):
        for sentence in sentences(text, language):
            starts = [word.start for word in tagging.tag(sentence, lexicon)]
            assert starts == sorted(set(starts)), text
