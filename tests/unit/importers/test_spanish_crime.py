"""Spanish: the words and idioms by which crime reporting tells of deeds, and what they tell of beside."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report

ASSAULTS = {"attack", "killing", "assassination", "mob_violence"}
BOMBINGS = {"explosive_device", "suicide_bomb", "car_bomb", "grenade", "air_strike"}


def told(text: str) -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="es")
    return [report for report in extract(article, find(text, "es")) if not report.candidate]


def said(reports: list[Report], *fields: str) -> set[str]:
    return {claim.value for report in reports for claim in report.claims if claim.field in fields}


def of(text: str, types: set[str]) -> list[Report]:
    return [report for report in told(text) if report.sub_event_type in types]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Al juez Luis Paz le pegaron cuatro tiros el lunes en Loja.", {"Luis Paz"}),
        ("Dos sujetos le metieron tres balazos al juez Luis Paz en Loja.", {"Luis Paz"}),
        ("Un vecino le clavó siete puñaladas a la jueza Ana Mora en Loja.", {"Ana Mora"}),
        ("Un vecino clavó un cuchillo en el cuello al juez Luis Paz en Loja.", {"Luis Paz"}),
        ("Dos sicarios descargaron sus armas contra el juez Luis Paz en Loja.", {"Luis Paz"}),
        ("Un pistolero vació el cargador contra el juez Luis Paz en Loja.", {"Luis Paz"}),
        ("A la jueza Ana Mora la cosieron a balazos el lunes en Loja.", {"Ana Mora"}),
        ("Al juez Luis Paz le cayeron a tiros el lunes en Loja.", {"Luis Paz"}),
        ("Desconocidos la emprendieron a tiros contra el juez Luis Paz en Loja.", {"Luis Paz"}),
        ("Una turba molió a palos al juez Luis Paz en Loja.", {"Luis Paz"}),
        ("La banda se cargó al juez Luis Paz el lunes en Loja.", {"Luis Paz"}),
        # Whoever shoots himself, takes on patience, empties a drawer or cuts a budget attacks nobody.
        ("El juez Luis Paz se pegó un tiro el lunes en Loja.", set()),
        ("El equipo se cargó de paciencia el lunes en Loja.", set()),
        ("El pintor vació el cajón y descargó el camión el lunes en Loja.", set()),
        ("El alcalde les cortó el presupuesto a los jueces el lunes en Loja.", set()),
    ],
)
def test_blows_shots_and_idioms_of_assault(text: str, whom: set[str]) -> None:
    assert said(of(text, ASSAULTS), "victim", "target") == whom


def test_whoever_received_a_shot_was_hurt() -> None:
    (hurt,) = of("Un vecino recibió un balazo en el muslo el lunes en Loja.", ASSAULTS)
    assert said([hurt], "victim") == {"vecino"}
    assert [claim.best for claim in hurt.claims if claim.field == "injured"] == [1]
    (car,) = of("El carro de la jueza recibió doce disparos el lunes en Loja.", ASSAULTS)
    assert "injured" not in {claim.field for claim in car.claims}
    assert of("La ciudad de Loja recibió una ráfaga de viento y el impacto de la crisis.", ASSAULTS) == []


@pytest.mark.parametrize(
    ("text", "types", "what"),
    [
        ("Un taco de dinamita reventó el lunes las ventanas de la comisaría de Loja.", BOMBINGS, {"comisaría"}),
        ("Hicieron saltar por los aires un cajero automático el lunes en Loja.", BOMBINGS, {"cajero automático"}),
        ("El puente saltó por los aires el lunes en Loja.", BOMBINGS, {"puente"}),
        ("El acuerdo saltó por los aires el lunes en Loja.", BOMBINGS, set()),
        ("Las lluvias reventaron el lunes las ventanas de la comisaría de Loja.", BOMBINGS, set()),
        ("Tres encapuchados le metieron fuego el lunes a un bus en Loja.", {"arson"}, {"bus"}),
        ("Pandilleros redujeron a cenizas tres buses el lunes en Loja.", {"arson"}, {"buses"}),
        ("El cura encendió las velas y le metió prisa al sacristán el lunes en Loja.", {"arson"}, set()),
        ("Dos sujetos despojaron de su celular a Ana Mora el lunes en Loja.", {"robbery"}, {"Ana Mora"}),
        ("Dos asaltantes le quitaron la moto a Ana Mora el lunes en Loja.", {"robbery"}, {"moto"}),
        ("La policía le quitó la moto a Ana Mora el lunes en Loja.", {"robbery"}, set()),
        ("El tribunal despojó de su título a Ana Mora el lunes en Loja.", {"robbery"}, set()),
    ],
)
def test_explosions_fires_and_robberies_told_by_idioms(text: str, types: set[str], what: set[str]) -> None:
    assert said(of(text, types), "victim", "target") == what


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Al secretario Luis Paz se lo llevaron el lunes en una canoa en Loja.", {"Luis Paz"}),
        ("Cuatro hombres subieron a la fuerza a una camioneta a Ana Mora el lunes en Loja.", {"Ana Mora"}),
        ("La enfermera Ana Mora fue obligada a subir a una camioneta el lunes en Loja.", {"Ana Mora"}),
        # Whoever carries the hurt takes nobody captive, nor does who takes himself somewhere.
        ("Al secretario Luis Paz se lo llevaron el lunes en una ambulancia en Loja.", set()),
        ("Cuatro hombres subieron a una camioneta el lunes en Loja.", set()),
    ],
)
def test_people_taken_away_are_abducted(text: str, whom: set[str]) -> None:
    assert said(of(text, {"abduction"}), "victim") == whom


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("La Fiscalía pidió procesar por el asesinato de un juez a dos pandilleros de Loja.", {"pandilleros de Loja"}),
        ("El tribunal decidió condenar por el asesinato de un juez a dos pandilleros.", {"pandilleros"}),
        ("Fue la Mara Salvatrucha la que mató a un juez en Loja.", {"Mara Salvatrucha"}),
        ("El fiscal dijo ayer ante los periodistas que dos sicarios mataron a un juez en Loja.", {"sicarios"}),
        ("El fiscal juró ayer ante los periodistas que a un juez lo mataron en Loja.", set()),
        # But of whom "who" is said, he did it.
        ("El fiscal detuvo ayer ante su casa al hombre que mató a un juez en Loja.", {"hombre"}),
    ],
)
def test_neither_who_charges_others_nor_who_hears_of_a_murder_did_it(text: str, who: set[str]) -> None:
    reports = of(text, ASSAULTS)
    assert reports
    assert said(reports, "perpetrator") == who
