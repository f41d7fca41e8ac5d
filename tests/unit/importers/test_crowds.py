"""What crowds do, and what is done to them: thousands who march, protests that turn violent, mobs, tear gas."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def reports(text: str, language: str = "en") -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return [report for report in extract(article, find(text, language)) if not report.candidate]


def kinds(text: str, language: str = "en") -> set[str]:
    return {report.sub_event_type for report in reports(text, language)}


def said(text: str, field: str, language: str = "en") -> set[str]:
    return {claim.value for report in reports(text, language) for claim in report.claims if claim.field == field}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thousands protested in Cusco on Monday.", "peaceful_protest"),
        ("Tens of thousands took to the streets of Lima on Monday.", "peaceful_protest"),
        ("About 500 people gathered in Lima on Monday to protest the ruling.", "peaceful_protest"),
        ("Protests broke out in Lima on Monday.", "peaceful_protest"),
        ("Riots broke out in Cusco on Monday.", "violent_demonstration"),
        ("Protests in Peru against the new law turned violent on Monday.", "violent_demonstration"),
        ("Protesters have turned violent in Lima.", "violent_demonstration"),
        ("Protesters threw petrol bombs at police in Lima on Monday.", "violent_demonstration"),
        ("Projectiles were thrown at police during a demonstration in Lima on Monday.", "violent_demonstration"),
        ("Rioters looted shops and set fire to a bank in Lima on Monday.", "violent_demonstration"),
        ("Rioters fought with officials in Lima on Monday.", "violent_demonstration"),
        ("Protesters smashed the windows of a bank in Lima on Monday.", "violent_demonstration"),
        ("Protesters pull down a wall in Lima, Monday.", "violent_demonstration"),
        ("Clashes have broken out in Peru between police and demonstrators.", "violent_demonstration"),
        ("Protesters shut down the highway in Lima on Sunday.", "blockade"),
        ("Police used tear gas against a crowd in Lima on Monday.", "attack"),
        ("Residents waved placards in Lima on Monday.", "peaceful_protest"),
        ("Workers staged a protest in Lima on Monday to demand better pay.", "peaceful_protest"),
        ("Youths clashed with police in Lima on Monday.", "violent_demonstration"),
        ("Angry residents beat a suspected thief in Cusco on Monday.", "mob_violence"),
        ("Police dispersed the demonstrators in Lima on Monday.", "peaceful_protest"),
        ("An angry mob set fire to a police station in Cusco on Monday.", "mob_violence"),
        ("Fans brawled at the stadium in Lima on Monday.", "mob_violence"),
    ],
)
def test_what_a_crowd_did(text: str, kind: str) -> None:
    assert kinds(text) == {kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Miles se manifestaron en Cusco el lunes.", "peaceful_protest"),
        ("Decenas de miles salieron a las calles de Lima el lunes.", "peaceful_protest"),
        ("La policía dispersó a los manifestantes en Lima el lunes.", "peaceful_protest"),
        ("Las protestas en Lima se tornaron violentas el lunes.", "violent_demonstration"),
        ("La protesta terminó en disturbios en Lima el lunes.", "violent_demonstration"),
        ("Los vecinos corearon consignas en Lima el lunes.", "peaceful_protest"),
        ("Los vecinos se enfrentaron con la policía en Lima el lunes.", "violent_demonstration"),
        ("Los manifestantes lanzaron piedras a la policía en Lima el lunes.", "violent_demonstration"),
        ("Encapuchados lanzaron bombas molotov contra la policía en Lima el lunes.", "violent_demonstration"),
        ("Los manifestantes saquearon tiendas en Lima el lunes.", "violent_demonstration"),
        ("Manifestantes irrumpieron en el Congreso en Lima el lunes.", "violent_demonstration"),
        ("Estudiantes apedrearon a la policía en Lima el lunes.", "violent_demonstration"),
        ("La policía lanzó gases lacrimógenos contra los manifestantes en Lima el lunes.", "attack"),
        ("Una turba incendió la comisaría de Cusco el lunes.", "mob_violence"),
        ("Una poblada atacó la comisaría de Cusco el lunes.", "mob_violence"),
    ],
)
def test_what_a_crowd_did_in_spanish(text: str, kind: str) -> None:
    assert kinds(text, "es") == {kind}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The activist protested his innocence in Lima on Monday.", "en"),
        ("The minister protested the decision on Monday.", "en"),
        ("A priest protested the ruling in Lima on Monday.", "en"),
        ("A teacher held a banner in Lima on Monday.", "en"),
        ("The army held a demonstration of its new tanks in Lima on Monday.", "en"),
        ("Two marched him to the door.", "en"),
        ("Five thousand people kicked off the season in Lima on Monday.", "en"),
        ("The talks turned violent in Lima on Monday.", "en"),
        ("The boys met in Lima on Monday. They threw stones into the river.", "en"),
        ("He fought with police in Lima on Monday.", "en"),
        ("The men were drunk. They broke down the door of a house in Lima on Monday.", "en"),
        ("Activists fought for the law in Lima on Monday.", "en"),
        ("The police closed the street in Lima on Sunday.", "en"),
        ("The mayor launched a crackdown on crime in Lima on Monday.", "en"),
        ("Police search operations in Lima, 4 May.", "en"),
        ("Los vecinos lanzaron objetos al mar en Lima el lunes.", "es"),
        ("Los estudiantes se enfrentan a un examen el lunes en Lima.", "es"),
        ("Un obrero usó una bomba de agua en Lima el lunes.", "es"),
    ],
)
def test_what_no_crowd_did(text: str, language: str) -> None:
    assert kinds(text, language) == set()


def test_who_breaks_up_a_protest_or_strikes_in_it_does_not_protest() -> None:
    text = "Police broke up a march in Lima on Monday."
    assert (said(text, "actor1"), said(text, "actor2")) == (set(), {"Police"})
    text = "La policía reprimió una protesta en Lima el lunes."
    assert (said(text, "actor1", "es"), said(text, "actor2", "es")) == (set(), {"policía"})
    text = "A police officer hit a woman with a baton during a protest in Lima on Monday."
    assert (said(text, "actor1"), said(text, "perpetrator")) == (set(), {"police officer"})


def test_whom_tear_gas_was_fired_at_and_who_used_it_to_disperse_them() -> None:
    assert said("Police fired tear gas at protesters in Lima on Monday.", "victim") == {"protesters"}
    assert said("Police used tear gas to disperse protesters in Lima on Monday.", "actor2") == {"Police"}
    assert said("Gunmen fired a rocket at a bus in Lima on Monday.", "target") == {"bus"}


def test_who_holds_a_protest_protests() -> None:
    assert said("Residents of Loja held a protest on Monday.", "actor1") == {"Residents of Loja"}
    assert said("Workers staged a protest in Lima to demand better pay on Monday.", "actor1") == {"Workers"}


def test_where_the_streets_of_a_town_are() -> None:
    (report,) = reports("Thousands marched through the streets of Cusco on Monday.")
    assert report.place.location == "Cusco"


def test_a_mob_that_beat_a_man_is_not_told_to_have_lynched_him() -> None:
    (report,) = reports("A man was beaten by a mob in Cusco on Monday.")
    assert report.title == "Mob violence against a man in Cusco"
