"""How sure it is that something happened, and the reasons that are given for it."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report

OPENING = "The council met. The mayor spoke at length. Nobody was surprised.\n\n"


def reports(text: str, language: str = "en") -> tuple[Report, ...]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return extract(article, find(text, language))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Gunmen killed three bakers in Loja on Friday.", "Gunmen killed three bakers in Loja."),
        ("Gunmen killed the baker Ana Mora in Loja in May 1994.", "Gunmen killed the baker Ana Mora in Loja in 1994."),
        ("Gunmen killed three bakers in Loja.", "Gunmen killed three bakers in Ecuador."),
        ("Gunmen killed three bakers in Loja.", "Gunmen killed bakers in Loja."),
        ("Gunmen killed the baker Ana Mora in Loja.", "Gunmen killed a baker in Loja."),
        ("Gunmen killed bakers in Loja.", "Gunmen were killing bakers in Loja."),
        ("Gunmen killed three bakers in Loja.", "The gunmen who killed three bakers in Loja were masked."),
        ("Rebels attacked a bridge in Loja.", "Rebels attacked bakers in Loja."),
    ],
)
def test_a_deed_is_the_surer_the_more_is_told_of_it(more: str, less: str) -> None:
    def sure(text: str) -> float:
        return max((report.confidence for report in reports(OPENING + text)), default=0.0)

    assert sure(more) > sure(less)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("More than 900 people have been killed in the valley since 2021.", "en"),
        ("There were murders and kidnappings in the years of the war.", "en"),
        ("Desde 2021 han sido asesinadas más de 900 personas en el valle.", "es"),
    ],
)
def test_what_is_told_of_years_or_of_nobody_is_a_candidate(text: str, language: str) -> None:
    assert all(report.candidate for report in reports(OPENING + text, language))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen also burned two buses in Quevedo.",
        "Rebels destroyed a bridge in Loja.",
        "Three fishermen were kidnapped near Posorja.",
        "Gunmen kidnapped the baker Ana Mora in Loja.",
    ],
)
def test_what_the_end_of_the_news_tells_in_short_is_no_candidate(text: str) -> None:
    assert any(not report.candidate for report in reports(OPENING + text))


def test_all_mentions_of_a_happening_count_for_each() -> None:
    text = "A bomb killed two clerks in Loja on Friday. The attack shook the town."
    attack = next(report for report in reports(text) if report.trigger == "attack")
    assert not attack.candidate


def test_the_reasons_add_up() -> None:
    for report in reports("Gunmen killed bakers in Ecuador."):
        steps = [float(reason.split()[0]) for reason in report.reasons]
        assert report.confidence == pytest.approx(min(0.8 + sum(steps), 0.95))


@pytest.mark.parametrize(
    ("text", "kind", "factuality"),
    [
        ("Ana Mora narrowly escaped being shot dead in Loja on Friday.", "assassination_attempt", "happened"),
        ("Two clerks narrowly escaped being kidnapped in Loja on Friday.", "abduction", "possible"),
        ("Two clerks escaped after being kidnapped in Loja on Friday.", "abduction", "happened"),
        ("A car bomb failed to explode outside a school in Loja on Friday.", "car_bomb", "possible"),
        ("A car bomb exploded outside a failed bank in Loja on Friday.", "car_bomb", "happened"),
    ],
)
def test_what_was_attempted_is_news_and_did_not_come_about(text: str, kind: str, factuality: str) -> None:
    sure = [report for report in reports(text) if not report.candidate]
    assert {(report.sub_event_type, report.factuality) for report in sure} == {(kind, factuality)}


@pytest.mark.parametrize("who", ["anyone", "a person", "those"])
def test_what_anyone_may_do_is_no_event(who: str) -> None:
    verb = "kidnap" if who == "those" else "kidnaps"
    assert all(report.candidate for report in reports(f"The judge said that {who} who {verb} a child will go to jail."))
    assert any(not report.candidate for report in reports("The judge jailed the person who kidnapped a child in Loja."))


@pytest.mark.parametrize(
    ("died", "language", "killed"),
    [
        (
            "The composer Luis Paz died in Loja on Monday.",
            "en",
            "The composer Luis Paz died in a blast in Loja on Monday.",
        ),
        (
            "The novelist died on Monday in Loja.",
            "en",
            "Gunmen shot the novelist on Monday. The novelist died in Loja.",
        ),
        ("La novelista Ana Mora falleció ayer en Loja.", "es", "La novelista Ana Mora cayó abatida ayer en Loja."),
        ("El juez Luis Paz murió el lunes en Loja.", "es", "El juez Luis Paz murió el lunes a tiros en Loja."),
        ("The driver died in a cell in Loja on Monday.", "en", "A driver died in a cell in Loja on Monday."),
    ],
)
def test_of_somebody_known_who_died_it_must_be_told_what_killed_him(died: str, language: str, killed: str) -> None:
    assert all(report.candidate for report in reports(died, language))
    assert not all(report.candidate for report in reports(killed, language))
