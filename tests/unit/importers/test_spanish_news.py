"""Spanish: the turns of today's news of crime, prisons and wars, and who and how many they tell of."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def told(text: str, language: str = "es") -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return [report for report in extract(article, find(text, language)) if not report.candidate]


def said(text: str, *fields: str, language: str = "es") -> list[str]:
    return [claim.value for report in told(text, language) for claim in report.claims if claim.field in fields]


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("La Policía detuvo a un albañil por matar a su tía en Loja.", "es", ["albañil"]),
        ("Police arrest a roofer for killing his aunt in Leeds.", "en", ["roofer"]),
        ("Interrogan a dos albañiles por matar a un vecino en Loja.", "es", ["albañiles"]),
        # A deed is nobody, whatever it is called by.
        ("Un ataque aéreo israelí mató a dos albañiles en Beirut.", "es", ["Israel"]),
        ("Un atentado terrorista mató a dos albañiles en Loja.", "es", []),
        # What killed a guard in a shootout was not done by him.
        ("Un tiroteo dejó muerto a un policía en Loja.", "es", []),
        ("El saldo del ataque en Loja fue de dos policías muertos.", "es", []),
    ],
)
def test_whom_they_arrest_for_it_did_it_and_no_deed_does(text: str, language: str, who: list[str]) -> None:
    assert told(text, language)
    assert said(text, "perpetrator", language=language) == who


@pytest.mark.parametrize(
    ("text", "language", "who"),
    [
        ("El Ejército rescató a un albañil secuestrado en mayo y capturó a dos hombres en Loja.", "es", "Ejército"),
        ("Police rescued a roofer who had been kidnapped and arrested two men in Leeds.", "en", "Police"),
        # They are as many as the verb counts.
        ("La ministra elogió a los agentes que fueron atacados y capturaron a dos hombres en Loja.", "es", "agentes"),
    ],
)
def test_who_was_freed_arrested_nobody(text: str, language: str, who: str) -> None:
    (arrest,) = (report for report in told(text, language) if report.sub_event_type == "arrest")
    assert [claim.value for claim in arrest.claims if claim.field == "actor1"] == [who]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Un ataque dejó un muerto y diez heridos en Loja.", ["1"]),
        ("Un ataque dejó un saldo de cuatro personas muertas en Loja.", ["4"]),
        ("Sicarios mataron a una familia entera en Loja.", []),
        ("Sicarios mataron a una familia de cinco personas en Loja.", ["5"]),
    ],
)
def test_who_is_counted_by_an_article_and_who_by_what_stands_behind_of(text: str, killed: list[str]) -> None:
    assert said(text, "killed") == killed


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Reportan dos muertos y tres heridos en un ataque en Loja.", []),
        ("El número de muertos por el ataque en Loja se elevó a 23.", []),
        ("El exministro Luis Paz fue condenado por cohecho en Loja.", []),
        ("El hospital reportó dos muertos por el ataque en Loja.", ["hospital"]),
    ],
)
def test_who_is_counted_and_what_one_is_convicted_of_says_nothing(text: str, voices: list[str]) -> None:
    assert sorted(set(said(text, "attributed_to"))) == voices


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Un atentado contra un puente en Loja no causó víctimas.", "happened"),
        ("El atentado contra el puente no se produjo en Loja.", "denied"),
    ],
)
def test_what_hurt_nobody_took_place(text: str, factuality: str) -> None:
    assert [report.factuality for report in told(text)] == [factuality]


@pytest.mark.parametrize(
    "text",
    [
        "Hoy se cumplen 20 años del asesinato de Luis Paz en Loja.",
        "Este lunes se cumple un mes del secuestro de tres ingenieras en Loja.",
        "A 20 años de la masacre de dos ingenieras en Loja, nadie fue juzgado.",
        "Hoy es el aniversario del asesinato de Luis Paz en Loja.",
    ],
)
def test_what_is_remembered_was_on_another_day(text: str) -> None:
    (report,) = told(text)
    assert (report.factuality, report.time) == ("background", None)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("La Policía capturó a alias 'El Sordo', jefe de Los Pumas, en Loja.", ["Sordo"]),
        ("Alias “Nito” fue capturado en Loja.", ["Nito"]),
        ("La Policía capturó a Luis Paz alias 'El Sordo' en Loja.", ["Luis Paz"]),
    ],
)
def test_who_goes_by_another_name_is_called_by_it_without_its_quotes(text: str, whom: list[str]) -> None:
    assert said(text, "actor2") == whom


@pytest.mark.parametrize(
    "text",
    [
        "Los precios de la gasolina se dispararon en Loja.",
        "La extorsión se ha disparado en Loja.",
        "Tres personas murieron por un golpe de calor en Sevilla.",
        "Dos niños murieron a causa de un infarto en Loja.",
        "Un perro atacó a una niña en Loja.",
        "El asesinato de un juez se castiga con 30 años de cárcel.",
        "Una película sobre el asesinato de un juez se estrenó en Loja.",
    ],
)
def test_nobody_did_it(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Rebeldes emboscaron un convoy militar en el este de Níger.", ["Rebeldes"], ["convoy militar"]),
        ("Hombres armados atacaron una aldea en el noroeste de Nigeria.", ["Hombres armados"], ["aldea"]),
        ("Maestros de la CNTE bloquearon el aeropuerto de Oaxaca.", ["Maestros de la CNTE"], []),
    ],
)
def test_a_part_of_a_country_is_where_it_happened_and_no_figure(text: str, who: list[str], whom: list[str]) -> None:
    assert said(text, "perpetrator", "actor1") == who
    assert said(text, "victim", "target") == whom
