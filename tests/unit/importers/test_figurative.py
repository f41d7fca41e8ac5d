"""What is told in the words of a deed and is none, each kind beside what is one."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def reports(text: str, language: str = "en") -> tuple[Report, ...]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return extract(article, find(text, language))


def told(text: str, language: str) -> list[str]:
    return [report.sub_event_type for report in reports(text, language)]


@pytest.mark.parametrize(
    ("language", "figure", "deed", "kind"),
    [
        ("en", "The senator attacked the reform on Monday.", "The senator was attacked on Monday.", "attack"),
        (
            "en",
            "She launched a fierce attack on the policy on Monday.",
            "They launched an attack on the village on Monday.",
            "attack",
        ),
        ("en", "The plan killed growth.", "The gunmen killed a nurse.", "killing"),
        ("en", "She was bombarded with questions on Monday.", "The town was bombarded on Monday.", "air_strike"),
        ("en", "The virus killed 40 people in May.", "Gunmen killed 40 people in May.", "killing"),
        ("en", "Two nurses died of malaria on Monday.", "Two nurses died of gunshot wounds on Monday.", "killing"),
        ("en", "The senator attacked two judges in a speech.", "Gunmen attacked two judges in a café.", "attack"),
        ("en", "The striker opened fire on Saturday in Loja.", "The rebels opened fire on Saturday in Loja.", "attack"),
        (
            "en",
            "The manager blasted the referee on Saturday.",
            "Rebels blasted a bridge on Saturday.",
            "explosive_device",
        ),
        ("en", "Peru destroyed Chile 3-1 on Monday.", "Rebels destroyed a bridge in Chile on Monday.", "attack"),
        ("en", "The senator attacked the mayor on Monday.", "Gunmen attacked the mayor on Monday.", "attack"),
        (
            "en",
            "The bank came under fire from critics on Monday.",
            "The bank came under fire from rebels on Monday.",
            "attack",
        ),
        (
            "en",
            "The bank came under fire over its remarks on Monday.",
            "The bank came under fire over the weekend in Loja.",
            "attack",
        ),
        (
            "en",
            "The minister clashed with senators in Loja on Monday.",
            "The minister's guards clashed with rebels in Loja on Monday.",
            "armed_clash",
        ),
        (
            "es",
            "El ministro se enfrentó el lunes con la alcaldesa en Loja.",
            "Los soldados se enfrentaron el lunes con los rebeldes en Loja.",
            "armed_clash",
        ),
        ("en", "Shares rallied on Monday in Loja.", "Miners rallied on Monday in Loja.", "peaceful_protest"),
        (
            "en",
            "The survey released on Monday named Loja.",
            "The girl released on Monday named Loja.",
            "hostage_release",
        ),
        ("en", "The army test fired a rocket on Monday.", "The army fired a rocket at Loja on Monday.", "shelling"),
        ("en", "Stocks stood at 75 tonnes, down by two.", "The mayor stood down on Monday.", "appointment_resignation"),
        ("en", "The senator killed the talks on Monday.", "The senator killed the nurse on Monday.", "killing"),
        (
            "en",
            "A film about the murder of a judge opened in Loja on Monday.",
            "A film on the murder of Ana Mora opened in Loja on Monday.",
            "killing",
        ),
        (
            "en",
            "The murder of a judge is punished with 20 years.",
            "The murder of a judge in Loja on Monday shocked the country.",
            "killing",
        ),
        ("en", "Sharks attacked a boat on Monday.", "Pirates attacked a boat on Monday.", "attack"),
        ("en", "Hunters killed a deer on Monday.", "Hunters killed a guard on Monday.", "killing"),
        (
            "en",
            "In Sunday's debate, Luis Paz attacked him for failing to act.",
            "In Sunday's raid, Luis Paz attacked him for failing to act.",
            "attack",
        ),
        (
            "en",
            "In a speech on Monday, Luis Paz attacked Ana Mora.",
            "In a speech on Monday, Luis Paz said rebels had attacked Ana Mora.",
            "attack",
        ),
        ("en", "Ana Mora was treated at a clinic and released.", "Ana Mora was released.", "hostage_release"),
        ("es", "Ana Mora fue atendida en una clínica y liberada.", "Ana Mora fue liberada.", "hostage_release"),
        ("en", "A judge issued a warrant for the arrest of Ana Mora.", "A judge saw the arrest of Ana Mora.", "arrest"),
        ("en", "The truce was broken in Loja on Monday.", "A truce was declared in Loja on Monday.", "agreement"),
        ("es", "La tregua fue violada el lunes en Loja.", "La tregua fue firmada el lunes en Loja.", "agreement"),
        ("en", "Its diplomatic offensive began in May.", "Its offensive began in May.", "military_operation"),
        ("es", "Su ofensiva diplomática empezó en mayo.", "Su ofensiva empezó en mayo.", "military_operation"),
        ("en", "Rebels founded it as a protest in May.", "Nuns joined a protest in May.", "peaceful_protest"),
        ("en", "The economy crashed on Monday.", "Two buses crashed on Monday.", "accident"),
        ("en", "Crowds of children flooded the square.", "A river flooded the square.", "natural_disaster"),
        ("en", "The family fought a custody battle in Loja.", "Two men died in a gun battle in Loja.", "armed_clash"),
        ("es", "El senador atacó la reforma el lunes.", "Los rebeldes atacaron la aldea el lunes.", "attack"),
        (
            "es",
            "Lanzó el lunes un ataque contra la propuesta.",
            "Lanzaron el lunes un ataque contra la aldea.",
            "attack",
        ),
        (
            "es",
            "El dengue mató a 40 personas en mayo.",
            "Unos pistoleros mataron a 40 personas en mayo.",
            "killing",
        ),
        ("es", "El exministro atacó a dos jueces en un discurso.", "Atacaron a dos jueces en un café.", "attack"),
        ("es", "El pánico estalló en Loja el lunes.", "Una bomba estalló en Loja el lunes.", "explosive_device"),
    ],
)
def test_a_figure_of_speech_is_no_event(language: str, figure: str, deed: str, kind: str) -> None:
    assert told(figure, language) == []
    assert told(deed, language) == [kind]


def test_what_a_deal_or_a_rule_brings_about_keeps_its_event_without_it() -> None:
    (report,) = reports("The deal freed two hostages in Loja on Monday.")
    assert report.sub_event_type == "hostage_release"
    assert [claim.phrase for claim in report.claims if claim.field in {"actor1", "actor2"}] == ["two hostages"]


@pytest.mark.parametrize(
    ("language", "old", "killed"),
    [
        ("en", "The singer died in Loja on Monday at the age of 93.", "The singer died in Loja on Monday in a blast."),
        ("en", "The goalkeeper died on Friday aged 84.", "The goalkeeper, aged 34, died on Friday."),
        ("es", "El escritor murió el sábado a los 91 años.", "El escritor, de 31 años, murió el sábado."),
    ],
)
def test_who_died_at_an_age_was_not_killed(language: str, old: str, killed: str) -> None:
    assert told(old, language) == []
    assert told(killed, language) != []


@pytest.mark.parametrize(
    ("language", "words", "violence"),
    [
        ("en", "The union threatened to leave the talks.", "The rebels threatened to kill the mayor."),
        ("en", "Officials threatened to revoke the permit.", "Gunmen threatened to blow up the bridge."),
        ("es", "El ministro amenazó con despedir a los maestros.", "Los rebeldes amenazaron con volar el puente."),
    ],
)
def test_to_threaten_what_is_no_violence_is_no_threat(language: str, words: str, violence: str) -> None:
    assert "threat" not in told(words, language)
    assert "threat" in told(violence, language)


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("en", "Her third novel is set in Loja."),
        ("es", "Su tercera novela transcurre en Loja."),
    ],
)
def test_the_plot_of_a_story_is_a_candidate(language: str, opening: str) -> None:
    plot = {"en": "The judge is murdered in Quito.", "es": "El juez es asesinado en Quito."}[language]
    fact = {"en": "The author was murdered in Quito on Friday.", "es": "La autora fue asesinada en Quito el viernes."}
    assert all(report.candidate for report in reports(f"{opening} {plot}", language))
    assert any(not report.candidate for report in reports(f"{opening} {fact[language]}", language))


@pytest.mark.parametrize(
    ("text", "candidate"),
    [
        ("Police had seized 9,000 guns and arrested 700 people, the ministry said.", True),
        ("Police seized nine guns and arrested seven people, the ministry said.", False),
        ("In the city 561 people were killed in May, compared with 660 a year before.", True),
        ("In the city five people were killed in May.", False),
    ],
)
def test_figures_that_are_statistics_are_candidates(text: str, candidate: bool) -> None:
    found = reports(text)
    assert found
    assert all(report.candidate is candidate for report in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two guards died in Loja on Monday at the age of 19 when rebels fired at their car."),
        ("es", "El cantante murió en Loja el lunes a los 23 años tras ser baleado."),
    ],
)
def test_who_died_at_an_age_was_killed_where_another_verb_tells_how(language: str, text: str) -> None:
    assert set(told(text, language)) == {"killing"}


def test_a_man_called_like_an_idea_is_killed() -> None:
    (report,) = reports("Bill and Ana Mora were killed by gunmen in Loja on Monday.")
    assert {claim.value for claim in report.claims if claim.field == "victim"} == {"Bill", "Ana Mora"}


@pytest.mark.parametrize(
    ("text", "language", "sure"),
    [
        ("La película narra el asesinato de un juez en Loja.", "es", False),
        ("La película fue suspendida tras el asesinato de un juez el lunes en Loja.", "es", True),
        ("The novel opens with the murder of a judge in Loja.", "en", False),
    ],
)
def test_what_a_film_tells_of_is_a_candidate_and_what_stopped_it_is_not(text: str, language: str, sure: bool) -> None:
    assert any(not report.candidate for report in reports(text, language)) == sure
