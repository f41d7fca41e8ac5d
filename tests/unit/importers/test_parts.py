"""Digests, round-ups and lists of incidents: what heads an item is of that item alone."""

import pytest

from importers.dating.expressions import find
from importers.extraction.lexicon.files import load_lexicons
from importers.extraction.reports import extract
from importers.language.leadins import end_of_names
from importers.language.tokens import tokenize
from store.records.article import Article
from store.records.report import Report

BRIEF = """Security brief

KENYA

Mombasa: Gunmen shot dead a trader on Monday. Police have no suspects.

Two students were abducted on Sunday.

PERU

The army arrested four officers on Monday.

- Puno: A bomb killed a guard on Sunday.
- Cusco: A bus was set on fire by masked men on Monday.

LOOKING AHEAD

Nine prisoners were freed on Friday.
"""


def reports(text: str, language: str = "en") -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return list(extract(article, find(text, language), load_lexicons(language)))


def where(text: str, language: str = "en") -> dict[str, tuple[str, str]]:
    return {report.trigger: (report.place.country, report.place.location) for report in reports(text, language)}


def test_a_heading_and_what_a_paragraph_opens_with_say_where_its_news_was() -> None:
    told = where(BRIEF)
    assert told["shot"] == ("KE", "Mombasa")
    # What opens one paragraph is not over the next.
    assert told["abducted"] == ("KE", "")
    assert told["arrested"] == ("PE", "")
    assert told["killed"] == ("PE", "Puno")
    assert told["set"] == ("PE", "Cusco")
    # Another heading of the same rank ends the one before.
    assert told["freed"][0] != "PE"


def test_the_items_of_a_digest_are_not_mixed() -> None:
    text = (
        "Andes this week\n\nLoja. Three men were killed on Monday. Nobody has been held.\n\n"
        "Cali. Five women were killed on Monday. Police blamed the attack on the rebels of the ELN.\n"
    )
    told = reports(text)
    assert {report.cluster for report in told if report.place.location == "Loja"}.isdisjoint(
        report.cluster for report in told if report.place.location == "Cali"
    )
    doers = {report.place.location for report in told for claim in report.claims if claim.field == "perpetrator"}
    assert doers == {"Cali"}


def test_spanish_digests_name_the_division_in_brackets() -> None:
    text = (
        "Resumen del día\n\nPERÚ\n\nPataz (La Libertad). Desconocidos dinamitaron ayer una torre eléctrica.\n\n"
        "COLOMBIA\n\nCauca. Disidentes atacaron el lunes una estación de Policía. Un agente murió.\n"
    )
    assert {(r.place.country, r.place.admin1) for r in reports(text, "es")} == {("PE", "La Libertad"), ("CO", "Cauca")}


@pytest.mark.parametrize("title", ["Kenya: Gunmen raid a market", "Kenya"])
def test_a_title_with_a_place_is_over_what_stands_below_it(title: str) -> None:
    text = (
        f"Weekly overview\n\n{title}\n\nFour traders were killed on Monday.\n\nPeru\n\nA judge was shot dead on Sunday."
    )
    assert where(text)["killed"] == ("KE", "")


def test_each_row_of_a_table_is_told_by_itself() -> None:
    text = (
        "Incidents\n\nDate | Town | What\n\n3 May 2026 | Mombasa | Trader shot dead by gunmen\n\n"
        "5 May 2026 | Kisii | Two nurses kidnapped by rebels\n\n7 May 2026 | Nakuru | A bus set on fire\n"
    )
    told = {report.trigger: report for report in reports(text)}
    assert {word: one.place.location for word, one in told.items()} == {
        "shot": "Mombasa",
        "kidnapped": "Kisii",
        "set": "Nakuru",
    }
    assert text[told["kidnapped"].time.start : told["kidnapped"].time.end] == "5 May 2026"


def test_an_article_that_names_two_towns_in_its_sentences_is_one_text() -> None:
    text = (
        "Mombasa was quiet on Sunday. Gunmen had shot dead a trader there on Friday.\n\nNakuru saw marches. Two died."
    )
    assert len({report.cluster for report in reports(text)}) == len(reports(text))
    assert where(text)["shot"] == ("KE", "Mombasa")
    # One place alone heads nothing: it may be a dateline.
    one = "Two killed\n\nMombasa - Gunmen killed two men on Monday.\n\nThe men were shot dead outside a bank."
    assert len({report.cluster for report in reports(one)}) == 1


@pytest.mark.parametrize(
    ("text", "named", "behind"),
    [
        ("Kano: Gunmen fled.", {0}, 1),
        ("Pataz (La Libertad). Desconocidos", {2, 3}, 5),
        ("KENYA", {0}, 1),
        ("Kano was quiet: nobody fled.", {0}, None),
        ("Maduro: Nobody fled.", set(), None),
    ],
)
def test_the_names_that_a_paragraph_opens_with(text: str, named: set[int], behind: int | None) -> None:
    assert end_of_names(tokenize(text, "en"), 0, named) == behind
