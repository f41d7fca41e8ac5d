"""Several deeds that are told in one breath: shares of a clause, and lists of places."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def told(text: str, language: str = "en") -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return [report for report in extract(article, find(text, language)) if not report.candidate]


def dead_by_town(text: str, language: str = "en") -> dict[str, int | None]:
    return {
        report.place.location: next((claim.best for claim in report.claims if claim.field == "killed"), None)
        for report in told(text, language)
    }


def test_the_dead_of_each_town_are_its_own() -> None:
    text = "Gunmen killed three farmers in Corinto, two in Cali and four others in Pasto on Monday."
    assert dead_by_town(text) == {"Corinto": 3, "Cali": 2, "Pasto": 4}
    spanish = "Sicarios mataron a tres campesinos en Corinto, dos en Cali y cuatro más en Pasto."
    assert dead_by_town(spanish, "es") == {"Corinto": 3, "Cali": 2, "Pasto": 4}


def test_shares_that_make_up_the_whole_leave_nothing_beside_them() -> None:
    text = "A man killed three people on Monday, one in Loja and two in Machala."
    assert dead_by_town(text) == {"Loja": 1, "Machala": 2}
    text = "Three bombs went off in Loja, one at the central park, another at a school and the third outside a bank."
    assert [report.place.site for report in told(text)] == ["central park", "school", "bank"]


def test_shares_that_are_fewer_than_the_whole_are_told_with_it() -> None:
    text = "Three bombs went off in Loja on Monday, one at the central park and another at a school."
    assert len(told(text)) == 1


def test_what_was_done_in_a_list_of_towns_was_done_in_each() -> None:
    text = "Rebels attacked police posts in Loja, Machala and Quito on Friday."
    assert [report.place.location for report in told(text)] == ["Loja", "Machala", "Quito"]


@pytest.mark.parametrize(
    "text",
    [
        "A bus was attacked between Loja and Machala on Friday.",
        "Five people were killed in attacks in Loja, Machala and Quito on Friday.",
    ],
)
def test_what_lies_between_towns_or_is_counted_for_all_of_them_is_one(text: str) -> None:
    assert len(told(text)) == 1


def test_a_participle_behind_a_comma_tells_what_came_of_the_deed() -> None:
    (bombing,) = told("Rebels bombed the Sucre neighbourhood, killing at least 20 people.")
    assert [claim.best for claim in bombing.claims if claim.field == "killed"] == [20]
    two = told("Rebels burned the school, killed two teachers and fled.")
    assert [report.sub_event_type for report in two] == ["arson", "killing"]
