"""Spanish: who did it and whom it befell, in constructions in which the news tells it."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report

KILLINGS = {"killing", "assassination"}


def everything(text: str) -> tuple[Report, ...]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="es")
    return extract(article, find(text, "es"))


def told(text: str) -> list[Report]:
    return [report for report in everything(text) if not report.candidate]


def said(reports: list[Report], *fields: str) -> set[str]:
    return {claim.value for report in reports for claim in report.claims if claim.field in fields}


def said_fields(report: Report) -> set[str]:
    return {claim.field for claim in report.claims}


def doers(text: str) -> set[str]:
    return said(told(text), "perpetrator", "actor1")


def victims(text: str) -> set[str]:
    return said(told(text), "victim", "target", "actor2")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Tras asesinar al juez Luis Paz en Loja, pandilleros huyeron en una moto.", {"pandilleros"}),
        ("Después de matar a un juez y herir a dos guardias en Loja, el ELN huyó.", {"ELN"}),
        ("Disparando desde una moto, pandilleros hirieron a dos guardias en Loja.", {"pandilleros"}),
        ("Tras matar a un juez en Loja, pandilleros fueron capturados.", {"pandilleros"}),
        # Who judges a murder, tells of it or looks for who did it committed none.
        ("Por matar a su esposa en Loja, un tribunal condenó a un chofer.", set()),
        ("Tras matar a un juez en Loja, soldados detuvieron a una mujer.", set()),
        ("Tras ser atacado por pandilleros en Loja, un juez huyó.", {"pandilleros"}),
    ],
)
def test_a_verb_that_opens_the_sentence_has_the_subject_behind_its_comma(text: str, who: set[str]) -> None:
    kinds = {"killing", "attack", "assassination"}
    reports = [report for report in told(text) if report.sub_event_type in kinds]
    assert reports
    assert said(reports, "perpetrator") == who


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("Un juez fue víctima de un ataque de guardias y soldados en Loja.", {"guardias", "soldados"}, {"juez"}),
        (
            "Pandilleros son responsables de la muerte de la madre y los dos hijos de Ana Mora en Loja.",
            {"Pandilleros"},
            {"madre", "hijos de Ana Mora"},
        ),
        (
            "La Fiscalía acusó a pandilleros del asesinato de Ana Mora, Luis Paz y Juan Vera en Loja.",
            {"pandilleros"},
            {"Ana Mora", "Luis Paz", "Juan Vera"},
        ),
        # Another deed, and who is the subject of the next verb, are not of the same list.
        ("Pandilleros cometieron el asesinato de Ana Mora y el secuestro de Luis Paz en Loja.", {"Pandilleros"}, None),
        (
            "Pandilleros cometieron el asesinato de Ana Mora y dos mujeres huyeron de Loja.",
            {"Pandilleros"},
            {"Ana Mora"},
        ),
    ],
)
def test_those_joined_behind_a_deed_are_whom_it_befell_or_who_did_it(
    text: str, who: set[str], whom: set[str] | None
) -> None:
    assert doers(text) == who
    assert victims(text) == ({"Ana Mora", "Luis Paz"} if whom is None else whom)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("El alcalde Luis Paz cayó abatido por guerrilleros en Loja.", {"guerrilleros"}),
        ("Un juez cayó acribillado por pandilleros en Loja.", {"pandilleros"}),
        ("Un juez cayó abatido por la noche en Loja.", set()),
        ("Los autores del asesinato de Luis Paz en Loja fueron sujetos armados.", {"sujetos armados"}),
    ],
)
def test_who_did_it_is_nobody_else(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("deed", "said_of", "kind"),
    [
        ("secuestró", "La víctima fue identificada como el alcalde Luis Paz.", "abduction"),
        ("secuestró", "La víctima es el alcalde Luis Paz.", "abduction"),
        ("mató", "La víctima fue identificada como el alcalde Luis Paz.", "assassination"),
        ("mató", "La víctima fue identificada como el taxista Luis Paz.", "killing"),
    ],
)
def test_who_the_victim_is_makes_the_deed_no_other(deed: str, said_of: str, kind: str) -> None:
    reports = told(f"El ELN {deed} a un hombre en Loja el lunes. {said_of}")
    assert {report.sub_event_type for report in reports} == {kind}
    assert said(reports, "victim") == {"Luis Paz"}


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("El ELN confesó haber matado a dos jueces en Loja.", "happened"),
        ("El ELN confesó matar a dos jueces en Loja.", "happened"),
        ("El ELN negó haber matado a dos jueces en Loja.", "denied"),
        ("El ELN negó matar a dos jueces en Loja.", "denied"),
    ],
)
def test_what_is_confessed_happened_and_what_is_denied_is_denied(text: str, factuality: str) -> None:
    assert {report.factuality for report in told(text) if "killed" in said_fields(report)} == {factuality}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Pandilleros asesinaron a Luis Paz, alcalde de Ipiales, en Tumaco el lunes.", "Tumaco"),
        ("Pandilleros asesinaron a Luis Paz, alcalde de Ipiales, el lunes.", "Ipiales"),
        ("Pandilleros mataron a dos guardias en Ipiales, dijo Luis Paz, alcalde de Tumaco, el lunes.", "Ipiales"),
    ],
)
def test_the_town_of_an_office_behind_a_name_is_where_it_happened_only_if_no_other_is_told(
    text: str, town: str
) -> None:
    assert {report.place.location for report in told(text)} == {town}


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("El lunes atacaron hombres no identificados a un juez en Loja.", {"hombres no identificados"}, {"juez"}),
        ("Buscan a dos hombres en una moto que mataron a un juez en Loja.", {"hombres"}, {"juez"}),
        ("Buscan a los dos dueños de un camión que mató a un juez en Loja.", set(), {"juez"}),
        ("Combatientes de Al Shabab raptaron a un juez en Loja.", {"Combatientes de Al Shabab"}, {"juez"}),
        ("El ELN atacó al Alcalde en Loja.", {"ELN"}, {"Alcalde"}),
        ("Un ataque del ELN, una guerrilla de Cuba, dejó tres muertos en Loja.", {"ELN"}, set()),
        ("Pandilleros matan a dos jueces en Loja: policía", {"Pandilleros"}, {"jueces"}),
        (
            "Pandilleros matan a dos jueces en Loja: Ana Mora y Luis Paz",
            {"Pandilleros"},
            {"jueces", "Ana Mora", "Luis Paz"},
        ),
    ],
)
def test_who_is_described_or_only_speaks_is_told_from_who_did_it(text: str, who: set[str], whom: set[str]) -> None:
    assert doers(text) == who
    assert victims(text) == whom


@pytest.mark.parametrize("whom", ["a quien el ELN mató", "a quien mató el ELN"])
def test_what_follows_a_relative_clause_is_said_of_whom_it_describes(whom: str) -> None:
    threats = [
        report for report in everything(f"El juez, {whom}, había recibido amenazas.") if report.trigger == "amenazas"
    ]
    assert said(threats, "victim", "target", "actor2") == {"juez"}
    assert doers(f"El juez, {whom} en Loja, había recibido amenazas.") == {"ELN"}


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Pandilleros cerraron la calle antes de matar a un juez en Loja.", "happened"),
        ("Un juez fue torturado antes de ser asesinado en Loja.", "happened"),
        ("Un pandillero fue detenido antes de matar a un juez en Loja.", "possible"),
    ],
)
def test_what_was_done_before_a_deed_did_not_keep_it_from_happening(text: str, factuality: str) -> None:
    deeds = [report for report in everything(text) if report.sub_event_type in KILLINGS]
    assert {report.factuality for report in deeds} == {factuality}


@pytest.mark.parametrize(
    ("text", "town", "site"),
    [
        ("Pandilleros mataron a un juez en una finca de Ipiales el lunes.", "Ipiales", ""),
        ("Pandilleros mataron a un juez en la finca de Ipiales el lunes.", "", "finca de Ipiales"),
        ("En Ipiales, pandilleros bloquearon la vía y mataron a un juez.", "Ipiales", ""),
    ],
)
def test_a_site_that_is_any_of_its_kind_lies_in_the_town_it_is_of(text: str, town: str, site: str) -> None:
    places = {(report.place.location, report.place.site) for report in told(text) if report.sub_event_type in KILLINGS}
    assert places == {(town, site)}


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        (
            "Tras matar a Ana Mora, alcaldesa de Loja, en un bar, el ELN, una guerrilla, huyó.",
            {"ELN"},
            {"Ana Mora"},
        ),
        (
            "Tras herir a Ana Mora, Luis Paz y Juan Vera en Loja, guardias y soldados huyeron.",
            {"guardias", "soldados"},
            {"Ana Mora", "Luis Paz", "Juan Vera"},
        ),
        ("El asesinato de Ana Mora y Luis Paz en Loja fue cometido por el ELN.", {"ELN"}, {"Ana Mora", "Luis Paz"}),
        (
            "El rapto de Ana Mora a manos de guardias y soldados ocurrió en Loja.",
            {"guardias", "soldados"},
            {"Ana Mora"},
        ),
        ("En un ataque de guardias y soldados murió un juez en Loja.", {"guardias", "soldados"}, {"juez"}),
        ("Pandilleros acabaron con la vida de una docena de jueces en Loja.", {"Pandilleros"}, {"jueces"}),
        ("Pandilleros acabaron con la vida del juez de Loja el lunes.", {"Pandilleros"}, {"juez de Loja"}),
        ("El juez culpó a pandilleros del rapto de seis mineros, incluido un menor, en Loja.", {"pandilleros"}, None),
    ],
)
def test_each_of_several_phrases_has_its_own_part(text: str, who: set[str], whom: set[str] | None) -> None:
    assert doers(text) == who
    assert victims(text) == ({"mineros", "menor"} if whom is None else whom)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        (
            "La madre y el hermano de Ana Mora, que fueron asesinados por el ELN en Loja, eran jueces.",
            {"ELN"},
            {"madre", "hermano de Ana Mora"},
        ),
        ("El hermano de Ana Mora, que fue asesinada por el ELN en Loja, es juez.", {"ELN"}, {"Ana Mora"}),
        (
            "Fueron integrantes del cartel del Pacífico los que mataron a un juez en Loja.",
            {"integrantes del cartel"},
            {"juez"},
        ),
    ],
)
def test_a_relative_clause_is_said_of_as_many_as_its_verb_counts(text: str, who: set[str], whom: set[str]) -> None:
    assert doers(text) == who
    assert victims(text) == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("A una docena de jueces los mataron pandilleros en Loja.", {"jueces"}),
        ("A la madre y al hermano de Ana Mora los mataron pandilleros en Loja.", {"madre", "hermano de Ana Mora"}),
        ("A Ana Mora, Luis Paz y Juan Vera los mataron pandilleros en Loja.", {"Ana Mora", "Luis Paz", "Juan Vera"}),
        ("Al juez de Cali lo mataron pandilleros en Loja.", {"juez de Cali"}),
    ],
)
def test_objects_before_their_verb_are_taken_up_by_its_pronoun(text: str, whom: set[str]) -> None:
    assert victims(text) == whom


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("La jueza Ana Mora salía de su casa. La mataron dos sicarios.", {"sicarios"}, {"Ana Mora"}),
        ("La jueza Ana Mora salía de su casa y la mató un sicario.", {"sicario"}, {"Ana Mora"}),
        ("La jueza Ana Mora volvía cuando la secuestró un grupo de hombres.", {"grupo de hombres"}, {"Ana Mora"}),
        ("La jueza Ana Mora volvía. Se la llevaron tres hombres armados.", {"hombres armados"}, {"Ana Mora"}),
        # What says in what state, or what, somebody is did nothing.
        ("Un sicario disparó contra la jueza Ana Mora y la dejó herida.", {"sicario"}, {"Ana Mora"}),
        ("El fiscal pidió cárcel para Luis Paz. Lo declaró terrorista.", set(), set()),
    ],
)
def test_who_stands_behind_a_verb_whose_object_is_a_pronoun_did_it(text: str, who: set[str], whom: set[str]) -> None:
    assert (doers(text), victims(text)) == (who, whom)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        # A noun that is a part of its verb did nothing.
        ("Prendieron fuego a la alcaldía de Loja unos manifestantes.", {"manifestantes"}, {"alcaldía de Loja"}),
        ("Le prendieron fuego los vecinos al camión en Loja.", {"vecinos"}, {"camión"}),
        ("A un policía le quitaron la vida dos sicarios en Loja.", {"sicarios"}, {"policía"}),
        ("El juez Luis Paz, al que dieron muerte unos sicarios, vivía en Loja.", {"sicarios"}, {"Luis Paz"}),
        # A noun that is none may have done it, behind its verb as well.
        ("A un policía le disparó un sicario en Loja.", {"sicario"}, {"policía"}),
        ("El fuego prendió en la alcaldía de Loja.", set(), set()),
    ],
)
def test_what_is_a_part_of_its_verb_did_not_do_it(text: str, who: set[str], whom: set[str]) -> None:
    assert (doers(text), victims(text)) == (who, whom)


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Asesinato en perjuicio de un comerciante el lunes en Loja.", "killing", {"comerciante"}),
        ("Investigan un secuestro en agravio de una niña en Loja.", "abduction", {"niña"}),
        ("Fue un robo con violencia en perjuicio de un banco de Loja.", "robbery", {"banco"}),
        ("Detuvieron a un hombre por la muerte a tiros de un joyero en Loja.", "killing", {"joyero"}),
        ("El chofer Luis Paz huyó y se ganó un balazo en Loja.", "attack", {"Luis Paz"}),
        ("El guardia se llevó un escopetazo en el pecho en Loja.", "attack", {"guardia"}),
        ("Guerrilleros golpearon la estación de policía de Loja.", "armed_clash", {"estación de policía"}),
        ("Los asaltantes se alzaron con las joyas el lunes en Loja.", "robbery", {"joyas"}),
    ],
)
def test_whom_a_deed_was_done_to_in_the_words_of_police_and_courts(text: str, kind: str, whom: set[str]) -> None:
    reports = [report for report in told(text) if report.sub_event_type == kind]
    assert said(reports, "victim", "target") == whom


@pytest.mark.parametrize(
    "text",
    [
        "La crisis golpeó a la estación de policía de Loja.",
        "El equipo se llevó un disparo al palo en Loja.",
        "El guardia se ganó un premio en Loja.",
        "Los rebeldes se alzaron con la victoria en Loja.",
        "El ministro habló en perjuicio de un comerciante de Loja.",
    ],
)
def test_what_only_sounds_like_a_blow_is_none(text: str) -> None:
    assert not [report for report in told(text) if report.sub_event_type in {"attack", "killing", "robbery"}]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Cayó abatido el cabecilla de la banda el domingo en Loja, según la policía.", {"cabecilla de la banda"}),
        ("El domingo cayeron abatidos dos guardias en Loja, según la policía.", {"guardias"}),
        ("El domingo cayó el telón en Loja, según la policía.", set()),
    ],
)
def test_the_subject_may_stand_behind_a_participle_that_is_a_part_of_its_verb(text: str, whom: set[str]) -> None:
    assert victims(text) == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("En la carretera a Zamora le dispararon a un juez el lunes, según la policía de Loja.", {"juez"}),
        ("En un retén a Luis Paz lo mataron unos sicarios, según la policía de Loja.", {"Luis Paz"}),
    ],
)
def test_where_a_road_leads_is_nobody(text: str, whom: set[str]) -> None:
    assert victims(text) == whom


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Miles de obreros se manifestaron el lunes en Quito contra los despidos.", {"peaceful_protest"}),
        # What somebody says, or shows, is no demonstration.
        ("«No iremos a las urnas», manifestó el lunes en Quito el asesor del sindicato.", set()),
        ("El portavoz del sindicato ha manifestado hoy en Quito que la huelga es un error.", set()),
        ("El ministro se manifestó a favor de la reforma el lunes en Quito.", set()),
        ("El ELN reivindicó el lunes el ataque contra la alcaldía de Cali.", {"claim_of_responsibility"}),
        ("Los obreros reivindicaron el lunes en Cali la apertura de un comedor.", set()),
        ("El alcalde de Cali renunció el lunes a su cargo.", {"appointment_resignation"}),
        ("El general renunció al asilo el lunes en Cali.", set()),
        ("Los milicianos se entregaron el lunes en Cali al Ejército.", set()),
    ],
)
def test_one_verb_tells_of_a_deed_or_of_none_by_what_goes_with_it(text: str, kinds: set[str]) -> None:
    asked = {"peaceful_protest", "claim_of_responsibility", "appointment_resignation", "hostage_release"}
    assert {report.sub_event_type for report in told(text)} & asked == kinds


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("El ELN mantiene todavía retenidos a 20 soldados en Cali.", {"ELN"}, {"soldados"}),
        ("La guerrilla tiene secuestrados en Cali a doce soldados desde marzo.", {"guerrilla"}, {"soldados"}),
        # What one is kept in is no deed of one's own.
        ("El ELN se mantiene retenido en Cali por soldados.", {"soldados"}, {"ELN"}),
    ],
)
def test_who_keeps_somebody_in_a_state_put_him_there(text: str, who: set[str], whom: set[str]) -> None:
    assert (doers(text), victims(text)) == (who, whom)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("La policía detuvo el lunes en Loja a E. A. G., de 38 años, por un robo.", {"E. A. G."}),
        ("J. C. M., de 32 años y vecino de Loja, murió el lunes en un choque en Cuenca.", {"J. C. M."}),
        ("En el choque resultaron heridos leves el lunes dos guardias en Loja.", {"guardias"}),
        ("La policía de Loja decomisó el lunes cerca de 90 kilos de cocaína.", {"90 kilos de cocaína"}),
        ("La policía de Loja incautó el lunes más de 90 kilos de cocaína.", {"90 kilos de cocaína"}),
        ("Dos hombres cometieron un asalto a mano armada el lunes en un banco de Loja.", {"banco"}),
        ("El tribunal de Loja confirmó el lunes la condena de diez años de cárcel contra Luis Paz.", {"Luis Paz"}),
    ],
)
def test_whom_it_befell_is_told_by_initials_and_beside_ages_and_measures(text: str, whom: set[str]) -> None:
    assert victims(text) == whom


def test_the_body_that_somebody_heads_is_not_one_of_those_who_met() -> None:
    text = "El presidente de la Unión Cívica, Pedro Gómez, y la alcaldesa de Loja, Ana Mora, se reunieron el lunes."
    assert doers(text) == {"Pedro Gómez", "Ana Mora"}


def test_who_was_executed_did_not_suffer_what_he_was_accused_of() -> None:
    text = "Un hombre fue ejecutado el martes en Loja, acusado del asesinato de su patrono."
    reports = told(text)
    assert (said(reports, "victim"), said(reports, "perpetrator")) == ({"hombre"}, set())
    assert [said([one], "victim") for one in everything(text)] == [{"hombre"}, {"patrono"}]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("El Arsenal y el Galatasaray se enfrentaron el lunes en la final de la Copa en Loja.", set()),
        ("Policías e hinchas se enfrentaron el lunes en la final de la Copa en Loja.", {"armed_clash"}),
        ("El presidente y el Congreso mantienen un enfrentamiento por el presupuesto en Quito.", set()),
        ("Los enfrentamientos entre el régimen y la oposición continuaron el lunes en Alepo.", {"armed_clash"}),
        ("El Ejército detuvo el lunes su ofensiva contra los rebeldes en Loja.", set()),
        ("El Ejército detuvo el lunes en Loja a dos rebeldes.", {"arrest"}),
        # What there may be, if anything, is no attack.
        ("Piden intervenir en los casos de agresiones contra mujeres que se produzcan en Loja.", set()),
        ("Cuatro abogados fueron encausados el lunes en Loja por fraude.", {"charges_ruling"}),
        ("El alcalde ingresó en prisión el lunes en Loja.", {"charges_ruling"}),
        ("Los soldados ingresaron el lunes en la prisión de Loja.", set()),
    ],
)
def test_who_meets_and_what_is_stopped_tell_what_kind_of_deed_it_is(text: str, kinds: set[str]) -> None:
    assert {report.sub_event_type for report in told(text)} == kinds


def test_who_made_a_coup_is_told_behind_its_noun_and_not_by_who_stood_against_it() -> None:
    assert doers("Hubo el lunes en Loja un golpe de Estado de un grupo de oficiales.") == {"grupo de oficiales"}
    text = "Los guardias que defendieron el orden durante el golpe de Estado del jueves en Loja fueron premiados."
    assert said(list(everything(text)), "actor1") == set()


def test_those_who_lost_their_lives_may_stand_behind_the_words_for_it() -> None:
    text = "En el choque perdieron la vida dos niños y otros dos quedaron heridos el lunes en Loja."
    counts = {(claim.field, claim.best) for report in told(text) for claim in report.claims if claim.best is not None}
    assert ("killed", 2) in counts


def test_a_deed_says_nothing_of_another() -> None:
    text = "En Loja se habían registrado el lunes otros enfrentamientos entre soldados y grupos rebeldes."
    assert not said(told(text), "attributed_to")


def test_what_was_at_a_time_told_of_counts_for_nothing_else_in_the_sentence() -> None:
    clash = "La gravedad de los enfrentamientos en Loja, que empezaron el lunes, ha causado temor de que se repitan"
    text = f"{clash} las masacres de febrero, cuando cerca de mil personas murieron."
    clashes = [report for report in everything(text) if report.sub_event_type == "armed_clash"]
    assert clashes
    assert not said(clashes, "killed")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Los sindicatos se concentraron el lunes ante la alcaldía de Loja para protestar.", {"peaceful_protest"}),
        ("Miles de jóvenes salieron el lunes a manifestarse en Loja.", {"peaceful_protest"}),
        ("Los sindicatos exigieron el lunes en Loja permiso para protestar.", set()),
    ],
)
def test_who_gathers_to_protest_does(text: str, kinds: set[str]) -> None:
    assert {report.sub_event_type for report in told(text)} == kinds
