"""Who did it, and whom the words around the deed only seem to name: suspects, singers, lawyers, relatives, bombs."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article


def told(text: str, field: str, language: str = "en") -> set[str]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    reports = extract(article, find(text, language))
    return {claim.value for report in reports for claim in report.claims if claim.field == field}


def doers(text: str, language: str = "en") -> set[str]:
    return told(text, "perpetrator", language)


def test_a_bombing_suspect_is_nobody_whom_a_place_bombs() -> None:
    text = "A clerk who knows Loja Arena bombing suspect Luis Paz was questioned, and two people were wounded."
    assert not {"Loja Arena", "clerk"} & doers(text)
    assert "Luis Paz" not in told(text, "victim")
    assert doers("The officers filmed soldiers killing suspects in Loja.") == {"soldiers"}


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("The bomber, Luis Paz, 22, blew himself up in a market in Loja on Friday.", "en", {"Luis Paz"}),
        ("A suicide bomber detonated explosives near a bus in Loja on Friday.", "en", {"suicide bomber"}),
        ("Luis Paz se inmoló en una iglesia de Loja el viernes.", "es", {"Luis Paz"}),
        ("El jueves un hombre se hizo estallar en una iglesia de Loja y mató a dos jueces.", "es", {"hombre"}),
    ],
)
def test_who_blows_himself_up_did_it(text: str, language: str, who: set[str]) -> None:
    assert doers(text, language) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The blast at the end of a concert by the singer Ana Mora in Loja killed two nurses.", set()),
        ("Two nurses were killed at a concert by the singer Ana Mora in Loja.", set()),
        ("Two nurses were shot at a funeral in Loja by gunmen.", {"gunmen"}),
        ("An attack on a funeral by gunmen killed two nurses in Loja.", {"gunmen"}),
    ],
)
def test_who_gives_the_concert_did_not_attack_it(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("Luis Paz, along with his cousin Juan Vera, killed two judges in Loja.", "en", {"Luis Paz", "Juan Vera"}),
        ("Luis Paz, junto a su primo Juan Vera, mató a dos jueces en Loja.", "es", {"Luis Paz", "Juan Vera"}),
        ("Police say Luis Paz and his cousin Juan Vera killed two judges in Loja.", "en", {"Luis Paz", "Juan Vera"}),
        ("The army said its troops killed two rebels in Loja.", "en", {"army"}),
    ],
)
def test_a_relative_did_it_beside_him_and_is_no_man_of_the_police(text: str, language: str, who: set[str]) -> None:
    assert doers(text, language) == who


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("Police named Luis Paz as the man who killed two judges in Loja.", "en", {"Luis Paz"}),
        ("La policía identificó a Luis Paz como el hombre que mató a dos jueces en Loja.", "es", {"Luis Paz"}),
        ("Police named Luis Paz as the man who saw soldiers kill two judges in Loja.", "en", {"soldiers"}),
    ],
)
def test_who_is_named_as_the_killer_is_called_by_name(text: str, language: str, who: set[str]) -> None:
    assert doers(text, language) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("His lawyers admitted he placed two bombs in Loja on Friday.", set()),
        ("Luis Paz's lawyer admitted he placed two bombs in Loja on Friday.", {"Luis Paz"}),
        ("The driver admitted he placed two bombs in Loja on Friday.", {"driver"}),
    ],
)
def test_whose_lawyers_admit_it_speak_of_another(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The attacker was shot dead by police after he stabbed two nurses in Loja.", {"police", "attacker"}),
        ('A man, shouting "Victory", attacked two nurses in Loja.', {"man"}),
        ('The mayor accused Luis Paz of "coldly and calmly" killing two nurses in Loja.', {"Luis Paz"}),
        ("It was the children that made this attack on a school in Loja so cruel.", set()),
        ("It is unclear whether the attack in Loja was an act of domestic or foreign terrorism.", set()),
        ("Bombs killed nine nurses in the first major attack on Loja in ten years.", set()),
        ("Two soldiers were killed in Loja by IEDs.", set()),
        ("A gunman opened fire in the Railbar wounding nine nurses.", {"gunman"}),
        ("Luis Paz was found guilty of working with a friend, Juan, to carry out the attack in Loja.", {"Luis Paz"}),
        ("The bombing on 3 May 1974 at the Luna cafe in Quito, Ecuador which killed nine people shocked Loja.", set()),
    ],
)
def test_what_only_stands_near_the_deed_did_not_do_it(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police arrested two men on Thursday after they stabbed a nurse in Loja.", {"men"}),
        ("Police shot a man on Thursday after he stabbed a nurse in Loja.", {"Police", "man"}),
        ("Soldiers killed two rebels in Loja after they attacked a bus.", {"Soldiers", "rebels"}),
        ("Gunmen killed a guard in Loja after they attacked a bank.", {"Gunmen"}),
        ("Rebels killed two soldiers in Loja when they attacked a base.", {"Rebels"}),
    ],
)
def test_whom_forces_answer_did_what_they_answer(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("A nurse, held hostage in Loja for four weeks, spoke on Friday of hunger.", set(), {"nurse"}),
        ("Two nuns taken hostage in Loja on Friday were freed.", set(), {"nuns"}),
        ("The rebels held hostage two nuns in Loja for three days.", {"rebels"}, {"nuns"}),
        ("The rebels took hostages in Loja on Friday.", {"rebels"}, set()),
    ],
)
def test_who_is_held_hostage_holds_nobody(text: str, who: set[str], whom: set[str]) -> None:
    assert doers(text) == who
    assert told(text, "victim") == whom
    assert "hostage" not in told(text, "actor2")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The man, who knew her, first stabbed her sister on Friday in Loja.", {"man"}),
        ("Luis Paz faces trial by jury for the murder of Ana Mora in Loja.", set()),
        ("The trial of Luis Paz for the murder of Ana Mora in Loja began.", {"Luis Paz"}),
        ("The top M-19 leader's assassination shocked Bogota on Friday.", set()),
    ],
)
def test_jury_victim_and_sister_did_nothing(text: str, who: set[str]) -> None:
    assert doers(text) == who


def test_who_outlaws_protests_holds_none() -> None:
    text = "The government outlawed all protests in Loja on Thursday."
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    held = [report for report in extract(article, find(text, "en")) if report.sub_event_type == "peaceful_protest"]
    assert not any(claim.field == "actor1" for report in held for claim in report.claims)


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("Ana Mora was later wrongly convicted of the bombing of a pub in Loja in 1974.", "en", set()),
        ("Luis Paz was falsely accused of killing a judge in Loja in 2005.", "en", set()),
        ("Luis Paz was accused of killing a judge in Loja in 2005.", "en", {"Luis Paz"}),
        ("Luis Paz fue condenado injustamente por el asesinato de Ana Mora en Loja.", "es", set()),
        ("Luis Paz fue condenado por el asesinato de Ana Mora en Loja.", "es", {"Luis Paz"}),
    ],
)
def test_who_is_wrongly_convicted_did_not_do_it(text: str, language: str, who: set[str]) -> None:
    assert doers(text, language) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ana Mora and Luis Paz clashed over the party's debates in Loja in October.", set()),
        ("Farmers and herders clashed over grazing land in Loja on Friday.", {"Farmers", "herders"}),
        ("Luis Paz and soldiers clashed over a roadblock in Loja on Friday.", {"Luis Paz", "soldiers"}),
        ("The two ministers clashed over the budget in Loja on Friday.", set()),
        # Firefighters fight fires.
        ("Firefighters battled a wildfire in Loja on Friday.", set()),
        ("Residents battled gunmen in Loja on Friday.", {"Residents", "gunmen"}),
    ],
)
def test_two_by_name_who_clash_over_something_only_quarrel(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Luis Paz was shot and killed early one Sunday morning last month in Loja.", set()),
        ("Luis Paz was beaten and stabbed one night in Loja by gunmen.", {"gunmen"}),
        ("Gunmen attacked a bar in Loja and killed one of the guards.", {"Gunmen"}),
        ("The Islamic State in Iraq and Syria took credit for the attack in Loja.", {"Islamic State"}),
        (
            "The attack in Loja was carried out by the Islamic State of Iraq and the Levant.",
            {"Islamic State of Iraq and the Levant"},
        ),
    ],
)
def test_one_morning_is_nobody_and_a_name_with_and_is_one_body(text: str, who: set[str]) -> None:
    assert doers(text) == who


def test_what_talks_will_wait_for_has_not_happened() -> None:
    text = "The talks will begin when the rebels free two nurses in Loja."
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    reports = extract(article, find(text, "en"))
    assert [report.factuality for report in reports if report.sub_event_type == "hostage_release"] == ["possible"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police blamed the rebels for the April 15 attack on a bus in Loja.", {"rebels"}),
        ("The next day rebels attacked a bus in Loja.", {"rebels"}),
        (
            "The mayor blames Luis Paz, who has lived in Loja since 1999, for the July 15 bombing in Quito.",
            {"Luis Paz"},
        ),
        ("The murder suspects Luis Paz and Juan Vera were arrested in Loja on Friday.", set()),
        ("Luis Paz is serving a life sentence for the murder of Ana Mora in Loja.", {"Luis Paz"}),
    ],
)
def test_who_is_blamed_past_a_day_or_a_clause_is_found(text: str, who: set[str]) -> None:
    assert doers(text) == who
