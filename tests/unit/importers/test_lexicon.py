"""Lexicons: what is checked, what a user's own adds."""

from dataclasses import replace
from pathlib import Path

import pytest

from importers.dating.expressions import find
from importers.extraction.lexicon.files import load_lexicons
from importers.extraction.lexicon.schema import LexiconError
from importers.extraction.reports import extract
from store.records.article import Article

OWN = """
language = "en"

[types.spill]
event_type = "Accidents and disasters"
label = "Oil spill"

[[triggers]]
type = "spill"
frame = "suffer"
nouns = ["oil spill"]
verbs = ["spill"]
"""


def article(text: str) -> Article:
    return Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_shipped_lexicons_hold(language: str) -> None:
    lexicon = load_lexicons(language)
    assert lexicon is not None
    assert "car_bomb" in lexicon.types
    assert lexicon.types["killing"].label


def test_another_language_has_none() -> None:
    assert load_lexicons("fi") is None


def test_a_users_own_types_and_triggers_are_added(tmp_path: Path) -> None:
    path = tmp_path / "spills.toml"
    path.write_text(OWN, encoding="utf-8")
    lexicon = load_lexicons("en", (path,))
    text = "An oil spill occurred in Orellana province on 3 May 2021. Two guards were killed in Quito on Monday."
    types = {report.sub_event_type for report in extract(article(text), find(text, "en"), lexicon)}
    assert types == {"spill", "killing"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("language = 3", "language"),
        ('language = "fr"', "language"),
        ("[kindz]", "kindz"),
        ('[grammar]\nspellings = ["center"]', "grammar.spellings"),
        ('[kinds.x]\nclass = "ghost"', "kinds.x.class"),
        ('[[triggers]]\ntype = "attack"\nframe = "harm"', "triggers, number 1"),
        ('[[triggers]]\ntype = "attack"\nframe = "harm"\nverbs = "kill"', "triggers, number 1.verbs"),
        ('[[triggers]]\nframe = "harm"\nverbs = ["zap"]', "triggers, number 1"),
        ('[frames.f.verb]\nsubject = "hero"', "frames.f.verb.subject"),
        ('[grammar]\nirregular = ["take took"]', "grammar.irregular"),
        ("[nulls]\nphrases = [1]", "nulls.phrases"),
        ('[types.killing]\ndone = "killed"', "types.killing.done"),
        ('[types.strike]\nby = "Strike"', "types.strike.by"),
    ],
)
def test_an_error_names_file_and_key(tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_lexicons("en", (path,))
    assert caught.value.path == path
    assert caught.value.key == key
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("language", "text", "titles"),
    [
        ("en", "Eight guards were taken hostage in Quito on Monday.", ["Eight guards taken hostage in Quito"]),
        ("es", "Ocho guardias fueron tomados como rehenes en Quito.", ["Toma de rehenes: ocho guardias en Quito"]),
        ("es", "Ana Vela fue asesinada en Quito.", ["Muerte de Ana Vela en Quito"]),
        ("es", "Un coche bomba estalló frente a un banco en Quito.", ["Coche bomba frente a un banco, Quito"]),
        ("en", "Teachers protested in Quito on Monday.", ["Protest by teachers in Quito"]),
        ("es", "Los maestros protestaron el lunes en Quito.", ["Protesta de maestros en Quito"]),
        ("en", "Bulgarian troops took the town of Vidra on Monday.", ["Territory taken by Bulgarian troops in Vidra"]),
        ("en", "Bulgarian troops took the port of Vidra on Monday.", ["Territory taken by Bulgarian troops in Vidra"]),
        ("en", "The Bulgarian troops took the town of Vidra.", ["Territory taken by Bulgarian troops in Vidra"]),
        (
            "en",
            "At least 4 of the PFX supporters marched in Quito.",
            ["Protest by at least 4 of the PFX supporters in Quito"],
        ),
        ("en", "They protested in Quito on Monday.", ["Protest in Quito"]),
        ("en", "Rebels attacked in Quito on Monday.", ["Attack in Quito"]),
    ],
)
def test_titles_are_in_the_language_of_the_article(language: str, text: str, titles: list[str]) -> None:
    found = extract(replace(article(text), language=language), find(text, language), load_lexicons(language))
    assert [report.title for report in found] == titles


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_the_lexicon_asks_for_as_a_preposition_it_knows_as_one(language: str) -> None:
    lexicon = load_lexicons(language)
    assert lexicon is not None
    several = {" ".join(words) for rows in lexicon.compounds.values() for row in rows.values() for words, _ in row}
    asked = {word for name, words in lexicon.grammar.items() if name.endswith("_prepositions") for word in words}
    unknown = {
        word for word in asked - several if " " in word or lexicon.readings[word].tag not in {"prep", "sub", "neg"}
    }
    assert unknown <= {"al"}  # a contraction


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("Gunmen killed a neighbor of the mayor in Loja.", "Gunmen killed a neighbour of the mayor in Loja."),
        ("Two people were hospitalized with burns in Loja.", "Two people were hospitalised with burns in Loja."),
        ("Gunmen attacked a bank of neighboring Loja.", "Gunmen attacked a bank of neighbouring Loja."),
        ("The self-defense group abducted a labor leader.", "The self-defence group abducted a labour leader."),
        ("Looters vandalized the cultural center of Loja.", "Looters vandalised the cultural centre of Loja."),
    ],
)  # fmt: skip
def test_a_word_listed_in_one_spelling_is_known_in_the_other(american: str, british: str) -> None:
    def told(text: str) -> list[tuple[str, list[str]]]:
        found = extract(article(text), find(text, "en"))
        return [(report.sub_event_type, [claim.field for claim in report.claims]) for report in found]

    assert told(british) == told(american) != []


def test_what_a_user_lists_is_known_in_both_spellings(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN + '[grammar]\nspellings = ["spill spyll"]\n', encoding="utf-8")
    text = "An oil spyll occurred in Orellana province on 3 May 2021."
    found = extract(article(text), find(text, "en"), load_lexicons("en", (path,)))
    assert [report.sub_event_type for report in found] == ["spill"]


def test_a_trigger_of_an_unknown_type_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[[triggers]]\ntype = "sorcery"\nframe = "harm"\nverbs = ["hex"]', encoding="utf-8")
    with pytest.raises(LexiconError, match="sorcery"):
        load_lexicons("en", (path,))


def test_a_file_that_is_not_toml_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("not = [toml", encoding="utf-8")
    with pytest.raises(LexiconError, match="is not TOML"):
        load_lexicons("en", (path,))
