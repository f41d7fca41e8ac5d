"""Marches, blockades, curfews and offices left: who, against whom, and what is only called for."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def reports(text: str, language: str = "en") -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return [report for report in extract(article, find(text, language)) if not report.candidate]


def told(text: str, language: str = "en") -> set[tuple[str, str]]:
    return {(report.sub_event_type, report.factuality) for report in reports(text, language)}


def said(text: str, field: str, kind: str, language: str = "en") -> set[str]:
    chosen = (report for report in reports(text, language) if report.sub_event_type == kind)
    return {claim.value for report in chosen for claim in report.claims if claim.field == field}


@pytest.mark.parametrize(
    ("text", "language", "kind", "factuality"),
    [
        ("Unions have called for a nationwide march next Thursday in Nairobi.", "en", "peaceful_protest", "planned"),
        ("The students called a rally for Sunday evening in Novi Sad.", "en", "peaceful_protest", "planned"),
        ("A strike was called for Monday in Quito.", "en", "strike", "planned"),
        ("The march was called a success in Lima on Monday.", "en", "peaceful_protest", "happened"),
        ("She will be back on Tuesday with a protest in Lima.", "en", "peaceful_protest", "planned"),
        ("She came back on Tuesday with a protest in Lima.", "en", "peaceful_protest", "happened"),
        ("Volverá el próximo martes con una marcha por la paz en Lima.", "es", "peaceful_protest", "planned"),
        ("Volvió el martes con una marcha por la paz en Lima.", "es", "peaceful_protest", "happened"),
        ("Residents blocked the tracks at Cusco with logs on Monday.", "en", "blockade", "happened"),
        ("The government sent soldiers to the streets of Lima on Monday.", "en", "deployment", "happened"),
        ("Soldiers patrolled the streets of Lima on Monday.", "en", "deployment", "happened"),
        ("The curfew in Guayaquil was lifted on Thursday.", "en", "policy_decision", "happened"),
        ("The government relaxed the curfew in Guayaquil on Thursday.", "en", "policy_decision", "happened"),
        ("A curfew was imposed in Guayaquil on Thursday.", "en", "state_of_emergency", "happened"),
        ("A curfew was clamped on Guayaquil on Thursday.", "en", "state_of_emergency", "happened"),
        ("El Gobierno levantó el jueves el toque de queda en Guayaquil.", "es", "policy_decision", "happened"),
        ("El Gobierno flexibilizó el toque de queda en Guayaquil.", "es", "policy_decision", "happened"),
        ("The interior minister quit on Monday over the killings.", "en", "appointment_resignation", "happened"),
        ("The minister tendered his resignation on Monday.", "en", "appointment_resignation", "happened"),
        ("Hundreds of nurses marched barefoot through Lima on Monday.", "en", "peaceful_protest", "happened"),
        ("A crowd burned a flag outside the embassy in Lima on Monday.", "en", "peaceful_protest", "happened"),
        ("Protesters threw stones at officers in Lima on Monday.", "en", "violent_demonstration", "happened"),
        ("A mob pelted stones at officers in Lima on Monday.", "en", "violent_demonstration", "happened"),
        ("Police fired to disperse a crowd in Lima on Monday.", "en", "attack", "happened"),
        ("A mob gathered outside the police station in Lima on Monday.", "en", "mob_violence", "happened"),
        ("Four people died in communal clashes in Lima on Monday.", "en", "mob_violence", "happened"),
        ("Cuatro personas murieron en la violencia sectaria en Lima el lunes.", "es", "mob_violence", "happened"),
        ("Two people were killed when a taxi turned turtle in Lima on Monday.", "en", "accident", "happened"),
        ("Police fired tear-gas shells to break up a riot in Lima.", "en", "violent_demonstration", "happened"),
        ("Twelve people were taken into preventive custody on Monday.", "en", "arrest", "happened"),
        ("The army chief charged Luis Paz with murder on Monday.", "en", "charges_ruling", "happened"),
        ("The government closed the border on Monday.", "en", "policy_decision", "happened"),
        ("Congress passed the law on Monday.", "en", "policy_decision", "happened"),
        ("The government will send 450 gendarmes to Rosario next week.", "en", "deployment", "planned"),
        ("The court upheld the sentence of two officers on Monday.", "en", "charges_ruling", "happened"),
        ("The manager was given a suspended sentence on Monday.", "en", "charges_ruling", "happened"),
        ("A judge freed 40 of the marchers on bail on Monday.", "en", "charges_ruling", "happened"),
        ("The army has taken power in Niamey, a colonel said on Monday.", "en", "coup", "happened"),
        ("The rebels on Monday denied responsibility for the raid in Loja.", "en", "denial", "happened"),
        ("Four of the girls escaped from their captors near Loja on Monday.", "en", "hostage_release", "happened"),
        ("The raiders made off with eleven boys in Loja on Monday.", "en", "abduction", "happened"),
        ("Six villagers were taken into the forest by the attackers on Monday.", "en", "abduction", "happened"),
        ("Customs officers found a tonne of cocaine in Loja on Monday.", "en", "weapons_seizure", "happened"),
        ("Two soldiers embraced martyrdom in Bannu on Monday.", "en", "armed_clash", "happened"),
        ("Rebels seized Goma on Monday.", "en", "overtakes_territory", "happened"),
        ("Goma fell to the rebels on Monday.", "en", "overtakes_territory", "happened"),
        ("The army entered the town of Zaruma on Monday.", "en", "overtakes_territory", "happened"),
        ("Troops liberated Zaruma on Monday.", "en", "overtakes_territory", "happened"),
        ("Troops liberated Ana Ruiz, a nurse, on Monday.", "en", "hostage_rescue", "happened"),
        ("Troops seized on Monday the port of Manta as they moved south.", "en", "overtakes_territory", "happened"),
        ("Soldiers took control of the road to Loja on Monday.", "en", "overtakes_territory", "happened"),
        ("Rebels recaptured the village of Zaruma on Monday.", "en", "overtakes_territory", "happened"),
        ("Los rebeldes tomaron el control del aeropuerto de Loja.", "es", "overtakes_territory", "happened"),
        ("Troops captured Zaruma from the rebels on Monday.", "en", "government_regains_territory", "happened"),
        ("The army regained territory near Loja on Monday.", "en", "government_regains_territory", "happened"),
        ("Soldiers drove the rebels out of Zaruma.", "en", "government_regains_territory", "happened"),
        ("El ejército expulsó a los rebeldes de Zaruma.", "es", "government_regains_territory", "happened"),
        ("The army and the rebels agreed a 48-hour truce on Monday.", "en", "agreement", "happened"),
        ("El gobierno y la guerrilla acordaron un alto el fuego.", "es", "agreement", "happened"),
        ("The army withdrew from Zaruma on Monday.", "en", "withdrawal", "happened"),
        ("Las tropas se replegaron de Zaruma el lunes.", "es", "withdrawal", "happened"),
        ("Fifty rebels laid down their arms near Loja on Monday.", "en", "surrender", "happened"),
        ("Cincuenta guerrilleros se rindieron en Loja el lunes.", "es", "surrender", "happened"),
        ("Forty soldiers defected to the rebels on Monday.", "en", "defection", "happened"),
        ("Cuarenta soldados desertaron en Loja el lunes.", "es", "defection", "happened"),
        ("The army set up a base in Zaruma on Monday.", "en", "deployment", "happened"),
        ("El ejército instaló una base en Zaruma el lunes.", "es", "deployment", "happened"),
        ("Troops have set up a new military base in Zaruma.", "en", "deployment", "happened"),
        ("Troops freed three villages from the rebels.", "en", "government_regains_territory", "happened"),
        ("El ejército liberó la localidad de Zaruma.", "es", "overtakes_territory", "happened"),
        ("The US imposed sanctions on Peru on Monday.", "en", "policy_decision", "happened"),
        ("Ecuador expulsó a dos diplomáticos el lunes.", "es", "policy_decision", "happened"),
        ("The army destroyed 40 landmines near Loja on Monday.", "en", "controlled_detonation", "happened"),
        ("El ejército destruyó 40 minas antipersonales en Loja.", "es", "controlled_detonation", "happened"),
        ("Guards intercepted a shipment of cocaine in Loja on Monday.", "en", "weapons_seizure", "happened"),
        ("The army and the rebels exchanged 30 prisoners on Monday.", "en", "hostage_release", "happened"),
    ],
)
def test_what_it_is_and_whether_it_was(text: str, language: str, kind: str, factuality: str) -> None:
    assert (kind, factuality) in told(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "The army began a long march through the hills on Monday.",
        "Residents blocked the plan on Monday.",
        "Three soldiers were sent to prison on Monday.",
        "The singer quit smoking on Monday.",
        "We welcome the visit and urge the judge to charge Luis Paz with fraud.",
        "The shop closed its school account on Monday.",
        "The minister took Loja by surprise on Monday.",
        "A general entered the town hall of Loja on Monday.",
        "Peru fell to Chile on Monday.",
        "The singer denied the report on Monday.",
        "Hundreds of people gathered for a concert in Loja on Monday.",
        "The army sent two officers to court on Monday.",
        "The rebels broke the ceasefire near Loja on Monday.",
        "The army regained its confidence on Monday.",
        "The army withdrew from the talks on Monday.",
        "The general surrendered his post on Monday.",
        "The league imposed sanctions on two clubs on Monday.",
        "The school expelled two pupils on Monday.",
        "Air defences intercepted a missile on Monday.",
        "La escuela expulsó a dos alumnos el lunes.",
        "El equipo recuperó el primer puesto el lunes.",
        "Fearing the worst and apprehending trouble, traders closed their shops in Loja on Monday.",
        "Traders closed their shops in Loja on Monday in apprehension of a breach of the peace.",
        "They said they would travel to Loja on Monday and court arrest.",
        "On Monday he entered Loja.",
        "The army fired two officers on Monday.",
        "Police fired in the air in Loja on Monday.",
        "Soldiers fired shots into the air in Loja on Monday.",
        "Police fired warning shots in Loja on Monday.",
        "Police lobbed teargas shells in Loja on Monday.",
        "Luis Paz charged the government with neglect of its duties on Monday.",
        "Had Luis Paz been shot in Loja on Monday, the talks would have failed.",
    ],
)
def test_what_sounds_like_it_and_is_none(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "La policía lanzó granadas lacrimógenas contra los manifestantes en Loja el lunes.",
        "La policía lanzó bombas lacrimógenas y disparó al aire en Loja el lunes.",
    ],
)
def test_tear_gas_is_no_grenade_and_no_bomb(text: str) -> None:
    assert {kind for kind, _ in told(text, "es")} <= {"attack"}


@pytest.mark.parametrize(
    ("text", "language", "kind", "field", "who"),
    [
        ("Dos murieron en mayo en las protestas contra Ana Mora.", "es", "peaceful_protest", "actor1", set()),
        ("Dos murieron en mayo en las protestas contra Ana Mora.", "es", "peaceful_protest", "actor2", {"Ana Mora"}),
        ("Hubo una protesta de maestros en Lima.", "es", "peaceful_protest", "actor1", {"maestros"}),
        ("Si el Gobierno no cede, el lunes marcharán hacia Lima.", "es", "peaceful_protest", "actor1", set()),
        (
            "Si los maestros no cobran hoy, marcharán el lunes hacia Lima.",
            "es",
            "peaceful_protest",
            "actor1",
            {"maestros"},
        ),
        (
            "Thousands of pupils, many of them in uniform, marched from Loja to Cuenca on Monday, ignoring a ban.",
            "en",
            "peaceful_protest",
            "actor1",
            {"pupils"},
        ),
        ("Residents blocked the road to Cuenca with logs on Monday.", "en", "blockade", "actor1", {"Residents"}),
        ("Residents blocked the road to Cuenca with logs on Monday.", "en", "blockade", "actor2", set()),
        ("Two people were killed in police firing in Loja on Monday.", "en", "killing", "perpetrator", {"police"}),
        ("Three died when police fired to disperse a crowd.", "en", "killing", "perpetrator", {"police"}),
        ("Police opened fire to disperse a mob, killing two in Loja.", "en", "killing", "perpetrator", {"Police"}),
        ("After police firing in Loja on Monday, a mob burned a bus.", "en", "mob_violence", "perpetrator", {"mob"}),
        ("Two were killed by soldiers shooting at a bus.", "en", "killing", "perpetrator", {"soldiers"}),
        ("Gunmen kidnapped, tortured and shot two men in Loja.", "en", "abduction", "perpetrator", {"Gunmen"}),
        ("Gunmen kidnapped, tortured and shot two men in Loja.", "en", "abduction", "victim", {"men"}),
        ("Two men were kidnapped, tortured and shot in Loja.", "en", "abduction", "victim", {"men"}),
        ("Rebeldes secuestraron, torturaron y mataron a dos monjas.", "es", "abduction", "victim", {"monjas"}),
        ("Police arrested two men, and three others escaped on Monday.", "en", "arrest", "actor2", {"men"}),
        ("The army chief resigned on Monday.", "en", "appointment_resignation", "actor1", {"army chief"}),
        ("Detuvieron a dos hombres por el atentado contra Ana Mora.", "es", "arrest", "actor2", {"hombres"}),
        (
            "La policía detuvo a dos hombres sospechosos de participar en el ataque contra Ana Mora.",
            "es",
            "attack",
            "perpetrator",
            {"hombres sospechosos"},
        ),
        ("El juez dictó sentencia contra Ana Mora.", "es", "charges_ruling", "actor2", {"Ana Mora"}),
    ],
)
def test_who_does_it_and_whom_it_befalls(text: str, language: str, kind: str, field: str, who: set[str]) -> None:
    assert said(text, field, kind, language) == who


def test_what_had_been_where_they_went_is_another_deed() -> None:
    text = (
        "Two people were shot dead and 20 wounded on 16 June 2026 when police fired on a crowd that marched to the"
        " station, where a driver died in a cell on 12 June 2026."
    )
    died = [report for report in reports(text) if any(claim.value == "driver" for claim in report.claims)]
    assert {claim.field for report in died for claim in report.claims} >= {"killed"}
    assert not any(claim.field == "injured" for report in died for claim in report.claims)


def test_what_came_of_a_blast_where_they_were_is_one_deed() -> None:
    text = "Twenty people were wounded on Tuesday in a market in Loja, where a bomb exploded."
    assert {report.cluster for report in reports(text)} == {0}


@pytest.mark.parametrize(
    ("text", "language", "killed", "whom"),
    [
        ("Four people died in Loja in protests over the murder of Luis Paz.", "en", 4, {"people"}),
        ("Four people died in protests in Loja on Monday over the murder of Luis Paz.", "en", 4, {"people"}),
        ("Protests over Luis Paz's death left four people dead in Loja.", "en", 4, {"people"}),
        ("Cuatro personas murieron en Loja en protestas por el asesinato de Luis Paz.", "es", 4, {"personas"}),
        ("Four people died in Loja in a protest in which Luis Paz was shot dead.", "en", 4, {"people", "Luis Paz"}),
    ],
)
def test_what_a_protest_is_about_is_a_deed_of_its_own(text: str, language: str, killed: int, whom: set[str]) -> None:
    found = reports(text, language)
    (home,) = {report.cluster for report in found for claim in report.claims if claim.best == killed}
    claims = [claim for report in found if report.cluster == home for claim in report.claims]
    assert {claim.value for claim in claims if claim.field == "victim"} == whom


@pytest.mark.parametrize(
    ("text", "language", "field", "who"),
    [
        ("Ana Mora's arrest on Saturday was followed by riots.", "en", "actor2", {"Ana Mora"}),
        ("Ana Mora's arrest on Saturday was followed by riots.", "en", "actor1", set()),
        ("The army's arrest of Ana Mora on Saturday was followed by riots.", "en", "actor1", {"army"}),
        ("A court heard Ana Mora, whose arrest on Saturday was followed by riots.", "en", "actor2", {"Ana Mora"}),
        ("Un juez oyó a Ana Mora, cuya detención el sábado causó disturbios.", "es", "actor2", {"Ana Mora"}),
    ],
)
def test_whose_arrest_it_was(text: str, language: str, field: str, who: set[str]) -> None:
    assert said(text, field, "arrest", language) == who


@pytest.mark.parametrize(
    ("first", "kinds"),
    [
        ("Detectives arrested Luis Paz in Loja on Monday.", {"arrest"}),
        ("Detectives arrested two clerks in Loja on Monday.", {"arrest", "abduction"}),
        ("Detectives looked for Luis Paz in Loja on Monday.", {"abduction"}),
    ],
)
def test_who_was_arrested_was_seized_by_those_who_arrested_him(first: str, kinds: set[str]) -> None:
    found = reports(f"{first} Luis Paz was seized at his house and driven to Quito.")
    homes = {report.cluster: set[str]() for report in found}
    for report in found:
        homes[report.cluster].add(report.sub_event_type)
    assert {"arrest" if "arrest" in told else "abduction" for told in homes.values()} == kinds


@pytest.mark.parametrize(
    ("text", "language", "least"),
    [
        ("Dozens of arrests were made in Loja on Monday.", "en", 12),
        ("La policía realizó decenas de arrestos en Loja el lunes.", "es", 10),
    ],
)
def test_dozens_of_arrests_are_of_dozens(text: str, language: str, least: int) -> None:
    assert {claim.low for one in reports(text, language) for claim in one.claims if claim.field == "arrested"} == {
        least
    }


def test_who_took_a_port_was_not_taken_and_who_agreed_are_both_named() -> None:
    taken = "Government troops captured on Monday the port of Manta as they moved south."
    assert said(taken, "actor1", "overtakes_territory") == {"Government troops"}
    assert said(taken, "place", "overtakes_territory") == {"port of Manta"}
    agreed = "The army and the rebels agreed a 48-hour ceasefire in Loja on Monday."
    assert said(agreed, "actor1", "agreement") == {"army", "rebels"}


def test_what_a_day_recalls_or_is_only_alleged_is_no_news() -> None:
    held = "Police arrested dozens of people on Monday ahead of the anniversary of the arrest of Ana Mora."
    assert said(held, "actor2", "arrest") == {"people"}
    held = "La policía detuvo a decenas de personas antes del aniversario de la captura de Ana Mora."
    assert said(held, "actor2", "arrest", "es") == {"personas"}
    alleged = "Chile announced sanctions on Monday over an alleged 4 May nerve gas attack."
    assert told(alleged) == {("policy_decision", "happened")}


def test_turkey_is_a_country_and_acts() -> None:
    assert said("Turkey agreed to a ceasefire near Loja on Monday.", "actor1", "agreement") == {"Turkey"}


def test_what_is_seized_with_arms_or_told_of_another_town_was_not_used() -> None:
    assert not said("Police seized nine pistols with 100 live rounds in Loja.", "instrument", "weapons_seizure")
    town = "Rebels took a village on Monday, close to a town that was the scene of a car bomb attack, officials said."
    assert not said(town, "instrument", "overtakes_territory")


def test_a_point_of_the_compass_says_nothing() -> None:
    text = "Two rebels surrendered to troops in Zaruma, 25 km southwest of Loja, sources told the paper on Monday."
    assert not {who for who in said(text, "attributed_to", "surrender") if "southwest" in who}


def test_what_the_frame_of_an_old_year_holds_is_not_of_today() -> None:
    text = (
        "Ten people were hurt in Loja on 3 May 2026 when police broke up a march.\n\n"
        "The last government fell in September 2025 after 70 people died in protests."
    )
    homes = {claim.best: report.cluster for report in reports(text) for claim in report.claims if claim.best}
    assert homes[10] != homes[70]


def test_who_died_in_the_attempt_that_somebody_survived_died_in_it() -> None:
    text = "Luis Paz, who survived an assassination attempt on 20 May in which his guard was killed, voted."
    assert {report.sub_event_type for report in reports(text)} == {"assassination_attempt"}
    assert said(text, "victim", "assassination_attempt") == {"Luis Paz", "guard"}


@pytest.mark.parametrize(
    ("first", "second", "who"),
    [
        ("Three protesters were shot dead in Loja.", "Demonstrators opened fire on the National Guard.", set()),
        ("Three students died in Loja.", "The minister said that protesters had attacked the police.", set()),
        ("Three policemen were shot dead in Loja.", "Demonstrators opened fire on the police.", {"Demonstrators"}),
        ("Three people were shot dead in Loja.", "Demonstrators opened fire on the police.", {"Demonstrators"}),
    ],
)
def test_a_crowd_that_fired_on_the_police_did_not_shoot_its_own(first: str, second: str, who: set[str]) -> None:
    found = reports(f"{first} {second}")
    (home,) = {report.cluster for report in found for claim in report.claims if claim.field == "killed"}
    claims = [claim for report in found if report.cluster == home for claim in report.claims]
    assert {claim.value for claim in claims if claim.field == "perpetrator"} == who


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Luis Paz, whose arrest on Sunday in Loja has not been explained, is ill.", "happened"),
        ("Luis Paz's arrest on Sunday in Loja was not explained.", "happened"),
        ("The arrest of Luis Paz on Sunday in Loja did not take place.", "denied"),
    ],
)
def test_an_arrest_that_nobody_explains_was_made(text: str, factuality: str) -> None:
    assert ("arrest", factuality) in told(text)


def test_what_people_are_angry_about_is_a_deed_of_its_own() -> None:
    text = "Three people died in Loja in a wave of anger over the killing of a driver."
    homes = {claim.value: report.cluster for report in reports(text) for claim in report.claims}
    assert "people" in homes
    assert homes.get("driver") != homes["people"]


@pytest.mark.parametrize(
    ("text", "who", "language"),
    [
        ("Moscow said on Monday its troops had captured the village of Dachne.", {"Russia"}, "en"),
        ("Moscú dijo el lunes que sus tropas habían tomado la aldea de Dachne.", {"Rusia"}, "es"),
        ("Loja said on Monday its troops had captured the village of Dachne.", {"troops"}, "en"),
    ],
)
def test_a_capital_that_tells_of_its_troops_is_the_country(text: str, who: set[str], language: str) -> None:
    assert said(text, "actor1", "overtakes_territory", language) == who


def test_a_town_that_was_taken_is_the_place_and_nobody_it_befell() -> None:
    text = "The army took control of Zaruma, a town south of Machala, on Monday."
    assert said(text, "actor2", "overtakes_territory") | said(text, "target", "overtakes_territory") == set()
    assert said(text, "place", "overtakes_territory") == {"Zaruma"}


def test_who_was_named_in_a_longer_sentence_before_can_be_ordered_to_prison() -> None:
    text = (
        "Four people have died in Loja, police said, after Luis Paz, a roofer, shot at a bus on Saturday evening. "
        "On Sunday a judge ordered him to be held in pre-trial detention."
    )
    assert said(text, "actor2", "charges_ruling") == {"Luis Paz"}


@pytest.mark.parametrize(
    ("text", "kind", "field", "who"),
    [
        ("Angry youths put up barricades in Loja on Monday.", "blockade", "actor1", {"Angry youths"}),
        ("Dock workers walked off the job in Loja on Monday.", "strike", "actor1", {"Dock workers"}),
        ("Police free kidnapped cook in Loja", "hostage_rescue", "actor1", {"Police"}),
        ("Kidnapped cook found dead in Loja", "hostage_rescue", "actor1", set()),
    ],
)
def test_who_acts_in_a_headline_and_with_a_particle(text: str, kind: str, field: str, who: set[str]) -> None:
    assert said(text, field, kind) == who
