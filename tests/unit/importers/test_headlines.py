"""What a headline tells: its verb, who does it, and that its article tells the same."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def reports(text: str, language: str = "en") -> tuple[Report, ...]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return extract(article, find(text, language))


def said(headline: str, kind: str, field: str, language: str = "en") -> set[str]:
    told = [report for report in reports(headline, language) if report.sub_event_type == kind]
    return {claim.value for report in told for claim in report.claims if claim.field == field}


@pytest.mark.parametrize(
    ("headline", "language", "kind", "field", "who"),
    [
        ("Man jailed for murder", "en", "charges_ruling", "actor2", {"Man"}),
        ("Court jails ex-minister for graft", "en", "charges_ruling", "actor2", {"ex-minister"}),
        ("Nurse held hostage in Loja", "en", "hostage_taking", "victim", {"Nurse"}),
        ("Rebels held hostage two nurses in Loja", "en", "hostage_taking", "perpetrator", {"Rebels"}),
        ("Man held hostage freed", "en", "hostage_release", "actor2", {"Man"}),
        ("Mob lynches suspected thief", "en", "mob_violence", "victim", {"suspected thief"}),
        ("Gang boss escapes from prison", "en", "prison_escape", "actor2", {"Gang boss"}),
        ("Man, 34, stabs wife to death", "en", "killing", "perpetrator", {"Man"}),
        ("Turba quema vivo a un hombre", "es", "mob_violence", "perpetrator", {"Turba"}),
    ],
)
def test_who_does_it_and_to_whom(headline: str, language: str, kind: str, field: str, who: set[str]) -> None:
    assert said(headline, kind, field, language) == who


@pytest.mark.parametrize(
    ("headline", "language", "kind", "field", "who"),
    [
        ("Government, rebels sign deal", "en", "agreement", "actor1", {"Government", "rebels"}),
        ("Israel, Hamas agree truce", "en", "agreement", "actor1", {"Israel", "Hamas"}),
        ("Government, ELN resume talks", "en", "negotiation", "actor1", {"Government", "ELN"}),
        ("Dozens hurt as police, students clash", "en", "armed_clash", "perpetrator", {"police", "students"}),
        ("In Cauca, rebels attack post", "en", "attack", "perpetrator", {"rebels"}),
        ("Gobierno, guerrilla firman acuerdo", "es", "agreement", "actor1", {"Gobierno", "guerrilla"}),
    ],
)
def test_a_comma_joins_two_sides(headline: str, language: str, kind: str, field: str, who: set[str]) -> None:
    body = "The governor gave no details." if language == "en" else "El gobernador no dio detalles."
    assert said(f"{headline}\n\n{body}", kind, field, language) == who


@pytest.mark.parametrize(
    ("headline", "language", "kinds"),
    [
        ("Thousands march in Quito", "en", {"peaceful_protest"}),
        ("Rebel group claims bombing", "en", {"claim_of_responsibility"}),
        ("Army foils bomb attack", "en", set()),
        ("Army fears bomb attack", "en", set()),
        ("Attack plans foiled in Loja", "en", set()),
        ("Rebels attack post, protests follow", "en", {"attack"}),
        ("Miles protestan en Quito", "es", {"peaceful_protest"}),
    ],
)
def test_a_headline_has_its_verb(headline: str, language: str, kinds: set[str]) -> None:
    found = {report.sub_event_type for report in reports(headline, language) if not report.candidate}
    assert found == kinds


def test_joined_verbs_of_a_headline_tell_one_deed() -> None:
    (report,) = reports("Rebels attack post, kill three")
    assert {claim.best for claim in report.claims if claim.field == "killed"} == {3}


@pytest.mark.parametrize(
    ("text", "language", "clusters"),
    [
        ("Rebels kill two\n\nRebels killed two soldiers in Cauca on Monday.", "en", 1),
        ("Minister: rebels kill two\n\nRebels blew up a bus in Cauca on Monday, killing two.", "en", 1),
        ("Rebels attack post, kill three\n\nRebels attacked a police post in Cauca on Monday, killing three.", "en", 1),
        ("Rebels kill two\n\nRebels killed nine soldiers in Cauca on Monday.", "en", 2),
        ("Rebels kill judge\n\nRebels killed two soldiers in Cauca on Monday.", "en", 2),
        ("Rebeldes matan a dos\n\nRebeldes mataron a dos soldados en el Cauca el lunes.", "es", 1),
    ],
)
def test_the_lead_says_more_exactly_what_the_headline_told(text: str, language: str, clusters: int) -> None:
    assert len({report.cluster for report in reports(text, language)}) == clusters


@pytest.mark.parametrize(
    ("question", "language", "asserted"),
    [
        ("Did rebels kill the mayor?", "en", False),
        ("Who killed the mayor?", "en", True),
        ("¿Mataron los rebeldes al alcalde?", "es", False),
        ("¿Por qué mataron los rebeldes al alcalde?", "es", True),
    ],
)
def test_what_is_asked_is_only_possible(question: str, language: str, asserted: bool) -> None:
    body = "The mayor was shot dead on Monday." if language == "en" else "El alcalde fue asesinado a tiros el lunes."
    asked = [report for report in reports(f"{question}\n\n{body}", language) if report.sentence_no == 0]
    assert any(report.factuality == "happened" for report in asked) is asserted
