"""Spanish in the extraction: constructions that English does not have, one sentence each."""

import pytest

from importers.dating.expressions import find
from importers.extraction.lexicon.files import load_lexicons
from importers.extraction.lexicon.readings import read
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report

LEXICON = load_lexicons("es")
assert LEXICON is not None


def reports(text: str) -> tuple[Report, ...]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="es")
    return extract(article, find(text, "es"))


def said(report: Report, field: str) -> list[str]:
    return [claim.value for claim in report.claims if claim.field == field]


@pytest.mark.parametrize(
    ("form", "verb", "name"),
    [
        ("murieron", "morir", "past"),
        ("detuvo", "detener", "past"),
        ("secuestraban", "secuestrar", "imperfect"),
        ("trasladarán", "trasladar", "fut"),
        ("liberaría", "liberar", "cond"),
        ("hirieran", "herir", "subj"),
        ("atacándolos", "atacar", "ger"),
        ("retenidas", "retener", "part"),
        ("mueren", "morir", "pres"),
    ],
)
def test_a_form_of_a_verb_is_known_whatever_its_stem(form, verb, name):
    reading = read(form, LEXICON)
    assert (reading.verb, name in reading.forms.split()) == (verb, True)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Ayer murieron tres reclusos en Ambato.", "killed", "3"),
        ("Fueron detenidas nueve personas en Tulcán.", "arrested", "9"),
        ("Se capturó a cinco extorsionistas en Loja.", "arrested", "5"),
        ("Se incautaron seis fusiles en Lago Agrio.", "actor2", "fusiles"),
        ("El choque dejó cuatro muertos en Loja.", "killed", "4"),
        ("Hubo una explosión y quince heridos en Puyo.", "injured", "15"),
        ("Detuvo la Policía a dos sicarios en Manta.", "actor1", "Policía"),
        ("Fueron desplegados 2.500 soldados en Guayaquil.", "personnel", "2500"),
        ("Unos 60 guardias fueron retenidos por los internos en Turi.", "held", "60"),
        ("El lunes hallaron el cuerpo sin vida de Ana Mora en Loja.", "victim", "Ana Mora"),
        ("Una vendedora fue alcanzada por una bala perdida en Loja.", "victim", "vendedora"),
        ("El ELN atacó una base en Tame. El grupo secuestró a tres cabos.", "perpetrator", "grupo [ELN]"),
        ("Dos cabos murieron el lunes durante un operativo para despejar la ruta a Loja.", "killed", "2"),
        ("El mes pasado una bomba dejó quince heridos en Loja.", "injured", "15"),
        ("Más de 20 buses y dos camiones fueron quemados en Daule.", "target", "buses"),
    ],
)
def test_who_and_how_many_wherever_they_stand(text, field, value):
    assert value in [found for report in reports(text) for found in said(report, field)]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Los presos serán trasladados el lunes a Latacunga.", "planned"),
        ("La banda habría asesinado a dos testigos en Quevedo.", "possible"),
        ("El alcalde negó que hayan secuestrado a dos policías.", "denied"),
        ("Los guardias no fueron secuestrados el lunes.", "denied"),
        ("Los reclusos mantienen retenidos a nueve guías en Machala.", "ongoing"),
        ("Los policías intentaron rescatar a los rehenes.", "possible"),
        ("El juez dijo que la banda asesinó a dos testigos.", "happened"),
        ("Después de que la banda asesinara a dos testigos, el juez renunció.", "happened"),
    ],
)
def test_tense_mood_and_what_governs_say_whether_it_happened(text, factuality):
    assert reports(text)[0].factuality == factuality


@pytest.mark.parametrize(
    "text", ["La guerra estalló el 3 de mayo.", "Desde que estalló la crisis en Loja, nadie duerme."]
)
def test_what_breaks_out_is_no_bomb(text):
    assert reports(text) == ()


def doers(text: str) -> list[str]:
    (report,) = reports(text)
    return [claim.value for claim in report.claims if claim.field == "perpetrator"]


def test_before_whom_or_where_it_was_said_nobody_did_it():
    assert "juez" not in doers("El hombre confesó ante el juez que mató a dos policías.")
    assert "Radio Costa" not in doers("El grupo dijo en Radio Costa que mató a dos policías.")
    assert doers("El alcalde aseguró en X que la banda mató a dos policías.") == ["banda"]
    # A relative clause all the same.
    assert doers("Ana Paz declaró contra el sicario que mató a dos policías.") == ["sicario"]
    assert doers("Dijo en Loja el sicario que mató a dos policías.") == ["sicario"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Un hombre confesó ante el juez que mató a su esposa en Loja.", ["hombre"]),
        ("El acusado admitió que secuestró a una niña en Loja.", ["acusado"]),
        ("Dos sicarios llegaron el lunes a un bar de Loja. Mataron a dos clientes y huyeron.", ["sicarios"]),
        ("Los soldados entraron en la aldea. Quemaron dos casas y mataron a un campesino.", ["soldados", "soldados"]),
        # Nobody in particular, or somebody else.
        ("El ministro admitió que mataron a dos niños en Loja.", []),
        ("El fiscal dijo que mató a su esposa en Loja.", []),
        ("Los vecinos oyeron disparos en Loja. Mataron a dos clientes de un bar.", []),
        ("La Policía llegó el lunes a un bar de Loja. Mataron a dos clientes.", []),
        ("Dos sicarios llegaron a un bar de Loja. Fueron asesinados dos clientes.", []),
    ],
)
def test_a_subject_left_out_is_who_confesses_or_who_came(text: str, who: list[str]):
    assert [c.value for one in reports(text) for c in one.claims if c.field == "perpetrator"] == who


def test_who_arrested_nobody_arrested_nobody():
    assert all(report.candidate for report in reports("La Policía llegó tarde a Loja y no detuvo a nadie."))


def test_leaning_pronouns_stand_for_the_people_told_of_before():
    taken, freed = reports("Los internos retuvieron a ocho guías en Esmeraldas y los liberaron el martes.")
    assert (taken.sub_event_type, freed.sub_event_type) == ("hostage_taking", "hostage_release")
    assert said(freed, "actor2") == ["guías"]


def test_an_article_is_not_taken_for_a_pronoun():
    assert not reports("La marcha de la economía preocupa a los empresarios.")
    assert said(reports("La captura de los dos cabecillas ocurrió el lunes en Manta.")[0], "arrested") == ["2"]


def test_haber_counts_people_and_makes_perfects():
    assert not reports("Hasta la noche no había detenidos.")
    assert said(reports("La Policía había detenido a dos hombres en Ibarra.")[0], "arrested") == ["2"]


def test_the_voice_behind_the_comma_is_who_says_it():
    report = reports("Doce reos se fugaron de la cárcel de Loja, informaron el lunes las autoridades.")[0]
    assert (report.sub_event_type, report.attributed_to) == ("prison_escape", "autoridades")


def test_who_blames_somebody_for_a_deed_says_so_of_it() -> None:
    (report,) = reports("El ejército responsabilizó a los rebeldes de la matanza de nueve campesinos en Loja el lunes.")
    assert report.attributed_to == "ejército"


def test_those_who_accuse_each_other_are_both_read_and_what_else_somebody_is_accused_of_is_not() -> None:
    killed = "Un alcalde fue asesinado en Loja el lunes. "
    told = reports(killed + "El ejército culpó a la guerrilla, pero los vecinos acusaron a los soldados.")
    assert [said(report, "perpetrator") for report in told] == [[], ["guerrilla"], ["soldados"]]
    told = reports(killed + "La oposición acusó a los soldados de corrupción.")
    assert [said(report, "perpetrator") for report in told] == [[]]


def test_every_type_has_a_spanish_name_where_the_english_lexicon_has_a_name():
    english = load_lexicons("en")
    assert english is not None
    named = {name for name, kind in english.types.items() if kind.done}
    assert named == {name for name, kind in LEXICON.types.items() if kind.done}
    shared = {name for name, kind in LEXICON.types.items() if kind.label == english.types[name].label}
    assert not shared


def test_every_type_has_a_trigger_or_a_rule():
    tables = (LEXICON.verb_triggers, LEXICON.noun_triggers, LEXICON.word_triggers)
    reached = {trigger.type for table in tables for rows in table.values() for _, trigger in rows}
    reached |= {rule.target for rules in LEXICON.refinements.values() for rule in rules}
    assert set(LEXICON.types) <= reached


def test_the_simple_present_of_a_headline_is_news():
    found = reports("Coches bomba estallan cerca de la aduana de Manta\n\nLlovió toda la noche.")
    assert [report.sub_event_type for report in found] == ["car_bomb"]
    assert not reports("Llovió toda la noche. Coches bomba estallan en la frontera.")


def test_a_title_calls_a_town_what_the_article_calls_it() -> None:
    (report,) = reports("Unos desconocidos mataron a un taxista en La Habana el lunes.")
    assert (report.place.location, report.title) == ("Havana", "Muerte de un taxista en La Habana")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Una bomba estalló cerca del puerto de Manta.", "Ataque con explosivos cerca del puerto de Manta"),
        ("Otros tres guías fueron asesinados en Loja.", "Muerte de tres guías en Loja"),
        ("Un motín en la misma cárcel dejó 14 muertos en Perú el lunes.", "Motín carcelario, 14 muertos en Perú"),
        ("Sube a cinco la cifra de muertos por el carro bomba en Loja", "Coche bomba, 5 muertos en Loja"),
        ("La explosión causó la muerte a un policía en Loja el lunes.", "Explosión, un muerto en Loja"),
    ],
)
def test_a_title_keeps_the_preposition_of_a_site_and_drops_other(text, title):
    assert reports(text)[0].title == title


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("La ministra condenó lo ocurrido en Loja.", []),
        ("La jueza condenó a Luis Vera a nueve años en Loja.", ["charges_ruling"]),
        ("Dos encapuchados intimidaron a los vigilantes en Loja.", []),
        ("El bombardeo de una escuela dejó dos muertos en Loja.", ["shelling"]),
        ("Aviones bombardearon una escuela en Loja el lunes.", ["air_strike"]),
    ],
)
def test_what_others_condemn_is_no_ruling_and_not_all_bombs_fall_from_the_air(text: str, types: list[str]) -> None:
    assert [report.sub_event_type for report in reports(text)] == types


def test_a_husband_may_have_done_it() -> None:
    (report,) = reports("Una enfermera fue asesinada por su marido en Loja el lunes.")
    assert said(report, "perpetrator") == ["marido"]


def test_an_apposition_does_not_end_the_list_of_those_arrested() -> None:
    text = "La policía detuvo al exalcalde Luis Vera, dirigente del gremio, y a su hijo Andrés en Loja el lunes."
    (report,) = reports(text)
    assert said(report, "actor2") == ["Luis Vera", "hijo Andrés"]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Fue el peor ataque contra el gremio desde el retorno a la democracia y mató a tres jueces.", ["jueces"]),
        ("El ataque del lunes a una embajada mató a tres jueces.", ["jueces"]),
    ],
)
def test_what_a_noun_between_goes_to_is_not_what_was_attacked(text: str, victims: list[str]) -> None:
    assert [value for report in reports(text) for value in said(report, "victim")] == victims


def test_many_attacks_since_a_year_are_a_total() -> None:
    (report,) = reports("Los rebeldes han cometido más de 30 atentados en Loja desde 2021.")
    assert report.is_total


def test_what_a_relative_clause_tells_of_a_day_is_of_that_day() -> None:
    text = (
        "Nueve hombres detenidos en las protestas de julio de 2024, en las que murieron dos jueces, fueron liberados."
    )
    report = next(report for report in reports(text) if "jueces" in said(report, "victim"))
    assert report.time is not None
    assert text[report.time.start : report.time.end] == "julio de 2024"


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("Al menos 22 personas han resultado heridas en un choque en Loja.", "injured", ["22"]),
        ("Un guardia ha muerto en un motín en la cárcel de Loja.", "killed", ["1"]),
        ("Dos jueces han estado secuestrados en Loja desde el lunes.", "held", ["2"]),
        # The result of an examination is nothing that happened to anybody.
        ("El hospital de Loja ha entregado el resultado de la autopsia de dos jueces.", "injured", []),
    ],
)
def test_the_perfect_of_to_result_to_be_and_to_die_is_no_noun(text: str, field: str, values: list[str]) -> None:
    assert [value for report in reports(text) for value in said(report, field)] == values


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("La explosión causó heridas a doce personas en Loja el lunes.", ["12"]),
        ("La bomba causó la muerte de un chofer y heridas a otras nueve personas en Loja.", ["9"]),
        ("Dos niños sufrieron quemaduras en un ataque en Loja el lunes.", ["2"]),
        ("Un misil mató a seis personas en Járkov, además de herir a otras 40.", ["40"]),
        ("Dos mujeres fueron heridas en un tiroteo en Loja.", ["2"]),
        ("La decisión reabrió heridas en el partido, dijo el alcalde de Loja.", []),
    ],
)
def test_wounds_that_something_causes_are_of_those_who_bear_them(text: str, injured: list[str]) -> None:
    assert [value for report in reports(text) for value in said(report, "injured")] == injured


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("Un tiroteo acabó con la vida de nueve jueces en Loja.", "killed", ["9"]),
        ("El tiroteo acabó con la paciencia de nueve jueces en Loja.", "killed", []),
        ("Tres muertos y dos heridos dejó un choque en Loja el lunes.", "killed", ["3"]),
        ("La Policía capturó a siete presuntos responsables del ataque en Loja.", "arrested", ["7"]),
        ("Los Lobos mataron a tres presos en Loja. Los heridos culparon a Luis Paz.", "killed", ["3"]),
    ],
)
def test_figures_stand_where_spanish_puts_them(text: str, field: str, values: list[str]) -> None:
    assert [value for report in reports(text) for value in said(report, field)] == values


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        # The participle has the number, or the gender, of the attack alone.
        ("Dos cabos murieron en un ataque con explosivos perpetrado por las FARC en Loja.", "perpetrator", ["FARC"]),
        ("El ataque contra la alcaldía perpetrado por las FARC dejó dos muertos.", "perpetrator", ["FARC"]),
        ("El lunes liberaron a un turista de origen chino que había sido secuestrado en Loja.", "held", ["1"]),
        ("El lunes hallaron los cuerpos de dos hombres asesinados en Loja.", "killed", ["2"]),
        # ... but that of the sons as well as of the judge: the nearest is described.
        ("Detuvieron a la madre de un juez secuestrado en Loja.", "victim", ["juez"]),
    ],
)
def test_a_participle_describes_the_noun_it_agrees_with(text: str, field: str, values: list[str]) -> None:
    assert list(dict.fromkeys(value for report in reports(text) for value in said(report, field))) == values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Encapuchados asaltaron un banco en Loja el lunes y se llevaron 3.000 dólares.",
            [("robbery", "encapuchados", "banco")],
        ),
        ("La guerrilla asaltó un cuartel en Loja el lunes.", [("armed_clash", "guerrilla", "cuartel")]),
        ("Los vecinos los sorprendieron robando una moto en Loja.", [("robbery", "", "moto")]),
        ("Los vecinos corrieron robando una moto en Loja.", [("robbery", "vecinos", "moto")]),
    ],
)
def test_who_takes_what_from_whom(text: str, told: list[tuple[str, str, str]]) -> None:
    found = [
        (report.sub_event_type, " ".join(said(report, "perpetrator")).lower(), said(report, "target")[0])
        for report in reports(text)
    ]
    assert found == told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Hasta ahora ningún grupo se ha adjudicado el atentado contra el alcalde de Loja.", []),
        ("El ELN se ha adjudicado el atentado contra el alcalde de Loja.", [["ELN"]]),
    ],
)
def test_nobody_claims_what_no_group_has_claimed(text: str, claims: list[list[str]]) -> None:
    found = [report for report in reports(text) if report.sub_event_type == "claim_of_responsibility"]
    assert [said(report, "actor1") for report in found if not report.candidate] == claims


def test_what_a_relative_clause_looks_back_on_is_not_the_scene_of_what_follows() -> None:
    text = (
        "La Policía liberó el miércoles en Loja a un juez que había sido secuestrado el 2 de mayo en Ambato. "
        "Los agentes detuvieron a cuatro sicarios."
    )
    arrest = next(report for report in reports(text) if report.sub_event_type == "arrest")
    assert (arrest.place.location, arrest.time and text[arrest.time.start : arrest.time.end]) == (
        "Loja",
        "el miércoles",
    )
    # What was done the next day on the same line is.
    again = text.replace("a un juez que había sido secuestrado el 2", "a un juez y mató a un guardia el 2")
    arrest = next(report for report in reports(again) if report.sub_event_type == "arrest")
    assert arrest.place.location == "Ambato"


def test_a_riot_is_what_its_clashes_and_the_massacre_point_back_to() -> None:
    text = (
        "Trece presos murieron en un motín en la cárcel de Loja. Los enfrentamientos comenzaron el domingo. "
        "Los Lobos estuvieron detrás de la masacre."
    )
    found = reports(text)
    assert {report.sub_event_type for report in found if not report.candidate} == {"prison_riot"}
    assert "Los Lobos" in {value for report in found for value in said(report, "perpetrator")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("La policía detuvo el martes a dos hombres en Londres, informó el Gobierno británico.", "London"),
        ("La policía detuvo el martes a dos hombres en Londres, en Catamarca, Argentina.", "Londres"),
    ],
)
def test_a_city_abroad_is_meant_unless_the_article_is_about_its_namesake(text: str, place: str) -> None:
    assert [report.place.location for report in reports(text)] == [place]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("La Policía informó que detuvo a dos hombres en Loja el lunes.", ["Policía"]),
        ("Los rebeldes dijeron que mataron a tres jueces en Loja el lunes.", ["rebeldes"]),
        # A verb that counts otherwise than the speaker tells of somebody else, and so does a witness.
        ("La Policía informó que mataron a dos jueces en Loja el lunes.", []),
        ("Los vecinos contaron que mataron a dos jueces en Loja el lunes.", []),
        ("La Policía informó que los mataron en Loja el lunes.", []),
    ],
)
def test_who_says_it_did_it_where_the_verb_has_no_other_subject(text: str, doers: list[str]) -> None:
    found = [value for report in reports(text) for role in ("actor1", "perpetrator") for value in said(report, role)]
    assert found == doers


def test_those_whom_one_had_held_are_not_who_held_them() -> None:
    text = "La guerrilla soltó en Loja el lunes a cuatro policías que había retenido en Ambato."
    taken = next(report for report in reports(text) if report.sub_event_type == "hostage_taking")
    assert (said(taken, "perpetrator"), said(taken, "victim")) == (["guerrilla"], ["policías"])
    text = "La guerrilla soltó en Loja el lunes a cuatro policías que habían matado a un juez en Ambato."
    killing = next(report for report in reports(text) if report.sub_event_type == "killing")
    assert (said(killing, "perpetrator"), said(killing, "victim")) == (["policías"], ["juez"])


def test_what_a_comma_adds_to_an_object_is_no_other_one() -> None:
    (report,) = reports("La Policía capturó en Loja a alias Luna, presunto cabecilla de una banda, el lunes.")
    assert said(report, "actor2") == ["Luna"]


def test_hamlets_called_like_those_of_another_country_are_of_the_article_s() -> None:
    text = (
        "Siete guerrilleros murieron en combates en El Plateado, en el departamento del Cauca. "
        "Los combates ocurrieron el martes en la vereda La Hacienda, dijo el Ejército."
    )
    assert {report.place.country for report in reports(text)} == {"CO"}
    text = "Siete guerrilleros murieron en combates en El Plateado, en el estado de Zacatecas."
    assert {report.place.country for report in reports(text)} == {"MX"}


@pytest.mark.parametrize(
    ("text", "doers", "victims"),
    [
        ("El edil Luis Tapia murió a manos de sicarios en Loja.", ["sicarios"], ["Luis Tapia"]),
        ("El edil Luis Tapia murió por sus ideas en Loja.", [], ["Luis Tapia"]),
        ("El edil Luis Tapia fue muerto a tiros por sicarios en Loja.", ["sicarios"], ["Luis Tapia"]),
        ("Sicarios causaron la muerte de una jueza en Loja.", ["Sicarios"], ["jueza"]),
        ("La creciente causó la muerte de una jueza en Loja.", [], ["jueza"]),
        ("Dos peritos siguen en poder del ELN en Loja.", ["ELN"], ["peritos"]),
        ("Dos peritos fueron privados de la libertad por el ELN en Loja.", ["ELN"], ["peritos"]),
        (
            "Individuos fuertemente armados mataron a un arriero en Loja.",
            ["Individuos fuertemente armados"],
            ["arriero"],
        ),
        ("Un ataque de sicarios dejó muerta a una jueza en Loja.", ["sicarios"], ["jueza"]),
    ],
)
def test_who_did_it_and_to_whom_in_the_verbs_of_dying(text: str, doers: list[str], victims: list[str]) -> None:
    (report,) = (report for report in reports(text) if report.sub_event_type != "attack")
    assert (said(report, "perpetrator"), said(report, "victim")) == (doers, victims)


@pytest.mark.parametrize(
    ("text", "doers", "victims"),
    [
        ("Al edil Luis Tapia lo mataron el lunes en Loja.", [], ["Luis Tapia"]),
        ("A un arriero, de 40 años, lo mató una patrulla en Loja.", ["patrulla"], ["arriero"]),
        ("A dos arrieros les quitaron la vida en Loja.", [], ["arrieros"]),
        ("Lloran al edil Luis Tapia, a quien sicarios mataron en Loja.", ["sicarios"], ["Luis Tapia"]),
        ("Lloran a los arrieros a los que mató el ELN en Loja.", ["ELN"], ["arrieros"]),
        ("Llegaron a Loja y lo mataron.", [], []),
    ],
)
def test_an_object_may_stand_before_its_verb_with_its_mark(text: str, doers: list[str], victims: list[str]) -> None:
    (report,) = reports(text)
    assert (said(report, "perpetrator"), said(report, "victim")) == (doers, victims)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Encapuchados entraron en una casa de Loja, donde mataron a dos peritos.", ["Encapuchados"]),
        # As many as the verb counts, and who did it, not whom a pronoun means.
        ("Un edil llegó a una casa de Loja, donde mataron a dos peritos.", []),
        ("Encapuchados entraron en una casa de Loja, donde la policía mató a dos peritos.", ["policía"]),
        ("Sicarios sacaron al juez Luis Tapia, quien dormía, y mataron a su hijo en Loja.", ["Sicarios"]),
    ],
)
def test_who_came_somewhere_did_there_what_is_told_of_it(text: str, doers: list[str]) -> None:
    (report,) = reports(text)
    assert said(report, "perpetrator") == doers


def test_a_participle_that_opens_a_sentence_is_said_of_the_subject_it_agrees_with() -> None:
    (taken,) = reports("Secuestrado el lunes por el ELN, el edil Luis Tapia era de Loja.")
    assert (said(taken, "victim"), said(taken, "perpetrator")) == (["Luis Tapia"], ["ELN"])
    (taken,) = reports("Secuestrada el lunes por el ELN, el edil Luis Tapia la recordó en Loja.")
    assert said(taken, "victim") == []


def test_who_claims_a_deed_did_it_in_the_passive_too() -> None:
    text = "El asesinato de la jueza Ana Mora en Loja fue {} por el ELN."
    (killed, *_) = reports(text.format("reivindicado"))
    assert said(killed, "perpetrator") == ["ELN"]
    (killed, *_) = reports(text.format("condenado"))
    assert said(killed, "perpetrator") == []
    (killed, *_) = reports("La autoría del asesinato de la jueza Ana Mora fue reivindicada por el ELN.")
    assert said(killed, "perpetrator") == ["ELN"]


def test_some_infinitives_are_nouns_before_of_and_not_before_a_verb() -> None:
    (held,) = reports("Tres peritos permanecen en poder de las FARC en Loja.")
    assert said(held, "perpetrator") == ["FARC"]
    (freed,) = reports("Para poder liberar a dos peritos, la tropa rodeó la casa en Loja.")
    assert freed.factuality == "possible"


@pytest.mark.parametrize(
    ("text", "doers", "victims"),
    [
        ("Tres arrieros resultaron muertos por sicarios en Loja.", ["sicarios"], ["arrieros"]),
        ("El edil Luis Tapia, muerto a manos de sicarios en Loja, era de Quito.", ["sicarios"], ["Luis Tapia"]),
        ("Tres arrieros fueron hallados muertos por sicarios en Loja.", [], ["arrieros"]),
        ("Un ataque de sicarios le costó la vida a una jueza en Loja.", ["sicarios"], ["jueza"]),
        ("Sicarios le propinaron dos tiros a una jueza en Loja.", ["Sicarios"], ["jueza"]),
        ("Hallaron el cuerpo calcinado de una jueza en Loja.", [], ["jueza"]),
        ("El ejército señala a sicarios como responsables del asesinato de una jueza.", ["sicarios"], ["jueza"]),
        ("El gremio arremetió contra una jueza en Loja por su fallo.", None, None),
    ],
)
def test_more_ways_to_say_who_killed_whom(text: str, doers: list[str] | None, victims: list[str] | None) -> None:
    found = [report for report in reports(text) if report.event_type == "Violence against civilians"]
    told = [(said(report, "perpetrator"), said(report, "victim")) for report in found[:1]]
    assert told == ([(doers, victims)] if doers is not None else [])


def test_a_toll_counts_those_it_is_of_and_is_none_of_them() -> None:
    (report, *_) = reports("Un ataque de sicarios dejó un saldo de dos muertos y tres heridos en Loja.")
    assert (said(report, "killed"), said(report, "injured")) == (["2"], ["3"])
    (report, *_) = reports("Un ataque de sicarios dejó un comerciante muerto y tres heridos en Loja.")
    assert (said(report, "killed"), said(report, "injured")) == (["1"], ["3"])


def test_who_makes_a_bomb_go_off_attacks_what_stands_near() -> None:
    (report,) = reports("Sicarios hicieron estallar una bomba frente a una escuela en Loja.")
    assert (said(report, "perpetrator"), said(report, "target")) == (["Sicarios"], ["escuela"])
    (report,) = reports("Sicarios detonaron un camión cargado de dinamita en Loja.")
    assert (report.sub_event_type, said(report, "perpetrator")) == ("car_bomb", ["Sicarios"])
    assert not reports("Los técnicos activaron el camión del museo en Loja.")


def test_whom_they_took_away_a_pronoun_may_tell_behind_another() -> None:
    (report,) = reports("Sicarios interceptaron al edil Luis Tapia en Loja y se lo llevaron.")
    assert (report.sub_event_type, said(report, "victim")) == ("abduction", ["Luis Tapia"])
    assert not reports("Sicarios vieron el carro del edil Luis Tapia en Loja y lo llevaron a lavar.")


@pytest.mark.parametrize("text", ["La grada estalló de júbilo en Loja.", "El coro estalló en llanto en Loja."])
def test_nothing_goes_off_where_people_rejoice_or_weep(text: str) -> None:
    assert not reports(text)


def test_a_drill_is_no_explosion() -> None:
    assert not reports("La tropa hizo el lunes un simulacro de explosión en el puerto de Manta.")
    (report,) = reports("La tropa vio el lunes una explosión en el puerto de Manta.")
    assert report.factuality == "happened"


@pytest.mark.parametrize(
    ("text", "doers", "victims", "voice"),
    [
        ("El juez Luis Tapia, según informó la Policía, fue asesinado en Loja.", [], ["Luis Tapia"], "Policía"),
        (
            "Sicarios, señaló la alcaldesa de Loja, Ana Mora, mataron a dos peritos.",
            ["Sicarios"],
            ["peritos"],
            "Ana Mora",
        ),
        ("Sicarios mataron en Loja a dos peritos, según contó el párroco.", ["Sicarios"], ["peritos"], "párroco"),
        ("Según reveló el párroco, sicarios mataron en Loja a dos peritos.", ["sicarios"], ["peritos"], "párroco"),
        (
            "Los sicarios que según denunció el párroco mataron a un perito en Loja huyeron.",
            ["sicarios"],
            ["perito"],
            "",
        ),
        ("Sicarios asaltaron Loja, como contó el párroco, y mataron a un perito.", ["Sicarios"], ["perito"], "párroco"),
        # Here it is he who did it.
        ("El párroco, contó la Policía, mató en Loja a un perito.", ["párroco"], ["perito"], "Policía"),
        ("El párroco de Loja, Luis Tapia, denunció el asesinato de un perito.", [], ["perito"], ""),
    ],
)
def test_who_tells_of_a_deed_amid_the_sentence_had_no_part_in_it(
    text: str, doers: list[str], victims: list[str], voice: str
) -> None:
    report = next(report for report in reports(text) if report.sub_event_type in {"killing", "assassination"})
    assert (said(report, "perpetrator"), said(report, "victim"), report.attributed_to or "") == (doers, victims, voice)


@pytest.mark.parametrize(
    ("text", "victims", "killed"),
    [
        ("Un perito de 30 años y una vendedora de 25 fueron asesinados en Loja.", ["perito", "vendedora"], 2),
        ("Sicarios mataron a dos peritos de 30 y 40 en Loja.", ["peritos"], 2),
        ("Tres peritos de entre 20 y 30 años fueron asesinados en Loja.", ["peritos"], 3),
        ("Un bebé de ocho meses y su madre fueron asesinados en Loja.", ["bebé", "madre"], 2),
        (
            "Un perito, de aproximadamente 30 años de edad, y su madre fueron asesinados en Loja.",
            ["perito", "madre"],
            2,
        ),
        # So many of them, no years.
        ("Un grupo de 12 fue asesinado en Loja.", ["grupo de 12"], 12),
        ("Sicarios mataron en Loja a los peritos de 30 comunas.", ["peritos de 30 comunas"], None),
    ],
)
def test_how_old_somebody_is_parts_nobody_and_counts_nobody(text: str, victims: list[str], killed: int | None) -> None:
    (report,) = reports(text)
    counted = max((claim.best for claim in report.claims if claim.field == "killed" and claim.best), default=None)
    assert (said(report, "victim"), counted) == (victims, killed)


@pytest.mark.parametrize("dashes", [" — {} — ", " —{}— ", " – {} – ", " -{}- "])
def test_dashes_set_off_what_commas_do(dashes: str) -> None:
    (report,) = reports(f"El alcalde de Loja{dashes.format('Luis Tapia')}fue asesinado el sábado.")
    assert (said(report, "victim"), report.sub_event_type) == (["Luis Tapia"], "assassination")


@pytest.mark.parametrize("dash", ["-", " - ", "–", " – "])
def test_a_dash_between_two_towns_joins_them(dash: str) -> None:
    (report,) = reports(f"Un bus de la ruta Loja{dash}Zamora fue quemado el sábado por encapuchados.")
    assert said(report, "target") == ["bus"]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Sicarios mataron al edil Luis Tapia, de 38 años, natural de Loja y padre de dos hijos.", ["Luis Tapia"]),
        ("Sicarios mataron a la jueza Ana Mora, autoridad electoral y madre de dos hijos.", ["Ana Mora"]),
        ("Sicarios mataron a la jueza Ana Mora, su cocinero y dos arrieros.", ["Ana Mora", "cocinero", "arrieros"]),
    ],
)
def test_what_is_told_of_one_without_an_article_to_the_end_is_no_list(text: str, victims: list[str]) -> None:
    (report,) = reports(text)
    assert said(report, "victim") == victims


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Un ataque dejó tres arrieros muertos y dos peritos heridos en Loja.", "3", ["2"]),
        ("La batida acabó con tres sicarios abatidos, un soldado del Ejército muerto y dos heridos.", "4", ["2"]),
        ("Un ataque dejó cinco personas muertas, tres peritos y dos arrieros, en Loja.", "5", []),
        ("Un ataque acabó con tres vecinos de Loja muertos.", "3", []),
    ],
)
def test_a_list_counts_each_by_what_is_said_behind_it(text: str, killed: str, injured: list[str]) -> None:
    (report,) = (report for report in reports(text) if said(report, "killed"))
    assert (max(said(report, "killed")), said(report, "injured")) == (killed, injured)
    assert not {"Ejército", "Loja"}.intersection(said(report, "victim"))


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Mueren dos peritos en Loja y detienen a tres sicarios", []),
        ("Llegan a Loja soldados; detienen a tres sicarios", []),
        ("Soldados llegan a Loja y detienen a tres sicarios", ["Soldados"]),
        ("Llegaron tres soldados a Loja; detuvieron a tres sicarios.", ["soldados"]),
    ],
)
def test_a_headline_goes_on_with_what_nobody_named_does(text: str, doers: list[str]) -> None:
    (report,) = (report for report in reports(text) if report.sub_event_type == "arrest")
    assert said(report, "actor1") == doers


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("La riña desató bloqueos y quema de buses en Loja.", []),
        ("La banda anunció bloqueos y quema los buses en Loja.", ["banda"]),
    ],
)
def test_a_deed_joined_to_another_is_a_noun_and_has_no_subject(text: str, doers: list[str]) -> None:
    (report,) = (report for report in reports(text) if report.sub_event_type == "arson")
    assert said(report, "perpetrator") == doers


def test_a_person_whom_a_body_is_called_after_is_not_the_one_taken_away() -> None:
    text = "Lloran al edil Luis Tapia en Loja. Hombres de la {} llegaron a su casa y se lo llevaron a la fuerza."
    (taken,) = reports(text.format("columna Pedro Mora"))
    assert said(taken, "victim") == ["Luis Tapia"]
    (taken,) = reports(text.format("banda, con Pedro Mora,"))
    assert said(taken, "victim") == ["Pedro Mora"]


def test_nobody_attacks_the_municipality_in_which_it_burns() -> None:
    (arson, *_) = reports("La quema de buses en los municipios de Loja y Zamora dejó dos heridos el lunes.")
    assert (said(arson, "target"), said(arson, "victim")) == (["buses"], [])
    (arson, *_) = reports("La quema de buses en una escuela de Loja dejó dos heridos el lunes.")
    assert said(arson, "target") == ["buses", "escuela"]


def test_who_hands_over_a_report_did_not_do_what_it_tells() -> None:
    (bomb,) = reports("Una bomba estalló el lunes en Loja, según el informe entregado por la Policía.")
    assert said(bomb, "perpetrator") == []
    (bomb,) = reports("Una bomba fue activada el lunes en Loja, según el alcalde, por el ELN.")
    assert said(bomb, "perpetrator") == ["ELN"]


def test_where_a_raid_lies_it_was_against_nobody() -> None:
    (raid,) = reports("El operativo inició el lunes en una casa, al oriente de la capital.")
    assert said(raid, "actor2") == []
    (raid,) = reports("El ejército lanzó el lunes un operativo contra sicarios en Loja.")
    assert said(raid, "actor2") == ["sicarios"]


@pytest.mark.parametrize("name", ["Luis 'N'", 'Luis "N"', "Luis “N”"])
def test_a_letter_in_quotes_stands_for_a_surname(name: str) -> None:
    (report,) = reports(f"La policía detuvo a {name} en Loja el lunes.")
    assert said(report, "actor2") == [name]
    (report,) = reports('La policía detuvo a Luis Tapia "por error" en Loja el lunes.')
    assert said(report, "actor2") == ["Luis Tapia"]


@pytest.mark.parametrize("verb", ["controla el puerto", "opera en Loja", "obedece a Luis Tapia, ganadero de Loja"])
def test_what_a_comma_sets_off_behind_its_noun_has_that_for_its_subject(verb: str) -> None:
    (report,) = reports(f"La banda, que {verb}, secuestró a la jueza Ana Mora el lunes.")
    assert (said(report, "perpetrator"), said(report, "victim")) == (["banda"], ["Ana Mora"])


@pytest.mark.parametrize(
    ("text", "doers", "victims"),
    [
        ("A un arriero, padre de dos hijos, lo mataron en Loja.", [], ["arriero"]),
        ("Al edil Luis Tapia, de 40 años, un líder campesino, le quitaron la vida en Loja.", [], ["Luis Tapia"]),
        ("Cuando amanecía, a un arriero lo mató una patrulla en Loja.", ["patrulla"], ["arriero"]),
        ("Luego de que fracasara el diálogo, a un arriero lo mató una patrulla.", ["patrulla"], ["arriero"]),
        # Whoever stands between the two did it, and so did who is told of before.
        ("A Luis Tapia, líder campesino, el ELN lo mató en Loja.", ["ELN"], ["Luis Tapia"]),
        ("Sicarios entraron en Loja y a un arriero lo mataron.", ["Sicarios"], ["arriero"]),
    ],
)
def test_who_an_object_before_its_verb_is_did_not_do_it(text: str, doers: list[str], victims: list[str]) -> None:
    report = next(report for report in reports(text) if report.sub_event_type in {"killing", "assassination"})
    assert (said(report, "perpetrator"), said(report, "victim")) == (doers, victims)


@pytest.mark.parametrize(
    ("text", "place", "phrase"),
    [
        ("El edil Luis Tapia, oriundo de Loja, fue asesinado en Tumaco.", "Tumaco", ""),
        ("Un arriero, natural de Cuenca, murió tras recibir varios disparos en Portoviejo.", "Portoviejo", ""),
        ("La jueza Ana Mora, nacida en 1980 en Loja, fue secuestrada en Tumaco.", "Tumaco", ""),
        ("Una guardia de la reserva natural de Loja fue asesinada en 1980.", "Loja", "1980"),
    ],
)
def test_where_and_when_somebody_was_born_is_not_where_and_when_it_befell_them(
    text: str, place: str, phrase: str
) -> None:
    report = reports(text)[0]
    assert (report.place.location, "".join(said(report, "date"))) == (place, phrase)


@pytest.mark.parametrize(
    ("opening", "victims"),
    [
        ("Tras horas de tensión", ["escritor"]),
        ("Pese a los esfuerzos del gobierno", ["escritor"]),
        ("Juan Vera", ["Juan Vera"]),
    ],
)
def test_what_a_phrase_before_the_subject_names_is_no_part_of_it(opening: str, victims: list[str]) -> None:
    (report,) = reports(f"{opening}, el escritor, de 31 años, fue asesinado el sábado en Loja.")
    assert said(report, "victim") == victims


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("El alcalde Luis Paz aseguró que dos hombres mataron al alcalde de Durán.", ["alcalde de Durán"]),
        ("El alcalde Luis Paz aseguró que dos hombres mataron al alcalde.", ["alcalde"]),
        ("El alcalde Luis Paz volvía a casa. Dos hombres mataron al alcalde.", ["Luis Paz"]),
        ("El alcalde Luis Paz aseguró que dos hombres lo hirieron.", ["Luis Paz"]),
    ],
)
def test_who_says_it_is_not_the_one_told_of_by_an_office(text: str, victims: list[str]) -> None:
    (report,) = reports(text)
    assert said(report, "victim") == victims


def test_to_whom_a_deed_is_attributed_claims_nothing() -> None:
    claims = [
        {report.sub_event_type for report in reports(text)} & {"claim_of_responsibility"}
        for text in (
            "Integran la banda Los Pulpos, a la que se atribuye además el asesinato de dos vigilantes en Loja.",
            "Al cartel se le atribuye el atentado del lunes en Loja.",
            "El cartel se atribuyó el atentado del lunes en Loja.",
        )
    ]
    assert claims == [set(), set(), {"claim_of_responsibility"}]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("El edil Luis Tapia salía de su casa cuando fue asesinado en Loja.", ["Luis Tapia"]),
        ("Dos peritos dormían cuando fueron asesinados en Loja.", ["peritos"]),
        # As many and of the gender that the verb tells, and none but those of whom nobody else is told.
        ("La jueza salía con su hijo cuando fue asesinado en Loja.", []),
        ("Los peritos dormían cuando fue asesinado en Loja.", []),
        ("Los peritos dormían cuando fue asesinado el edil Luis Tapia.", ["Luis Tapia"]),
    ],
)
def test_it_befell_those_of_whom_it_tells_when(text: str, victims: list[str]) -> None:
    (report,) = reports(text)
    assert said(report, "victim") == victims


def test_who_travels_is_not_deployed() -> None:
    assert "deployment" not in {
        report.sub_event_type for report in reports("Los policías se movilizaban en moto a Loja.")
    }
    (report,) = reports("El gobierno movilizó el lunes a 500 soldados a Loja.")
    assert report.sub_event_type == "deployment"


@pytest.mark.parametrize(
    ("text", "kind", "field", "value"),
    [
        ("Se secuestraron el lunes dos fusiles en Rosario.", "weapons_seizure", "actor2", "fusiles"),
        ("La Aduana secuestró el lunes 90 kilos de hachís en Loja.", "weapons_seizure", "actor1", "Aduana"),
        ("Se aseguraron el lunes cinco armas largas en Loja.", "weapons_seizure", "actor2", "armas largas"),
        ("El ELN secuestró el lunes a dos peritos en Loja.", "abduction", "victim", "peritos"),
        ("La alcaldesa fue apedreada el lunes en Loja.", "attack", "victim", "alcaldesa"),
        ("Dieron captura el lunes en Loja a Luis Paz.", "arrest", "actor2", "Luis Paz"),
        ("El cabo Luis Paz llegó sin vida el lunes al hospital de Loja.", "killing", "victim", "Luis Paz"),
        ("Vecinos cerraron el lunes la Panamericana en Loja.", "blockade", "actor1", "Vecinos"),
        ("Vecinos cerraron desde las 5 a. m. la Panamericana en Loja.", "blockade", "actor1", "Vecinos"),
        ("Hallaron el lunes los restos de un perito en Loja.", "killing", "victim", "perito"),
        ("Desconocidos balearon el lunes el frente de una clínica en Loja.", "attack", "target", "clínica"),
    ],
)
def test_what_papers_of_several_countries_call_a_deed(text: str, kind: str, field: str, value: str) -> None:
    (report,) = reports(text)
    assert (report.sub_event_type, said(report, field)) == (kind, [value])


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("El frente negó el lunes ser el autor del atentado de Loja.", []),
        ("El frente negó el lunes haber perpetrado el atentado de Loja.", []),
        ("El juez negó estar detrás del asesinato de Ana Mora en Loja.", []),
        ("El juez negó los cargos y dijo que el ELN está detrás del asesinato de Ana Mora en Loja.", ["ELN"]),
    ],
)
def test_who_denies_a_deed_is_not_told_to_have_done_it(text: str, doers: list[str]) -> None:
    told = [report for report in reports(text) if report.factuality != "denied"]
    assert [name for report in told for name in said(report, "perpetrator")] == doers


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("El Ejército liberó el lunes en Loja a doce guías que los reos mantenían secuestrados.", ["guías"]),
        ("Los vecinos hallaron el lunes en Loja a dos guías que los reos retenían desde el sábado.", ["guías"]),
        # What is said or asked for is no description.
        ("El juez dijo a los guías que los reos retienen en Loja a dos peritos.", ["peritos"]),
        ("El juez pidió a los guías que los reos no retengan a los peritos en Loja.", ["peritos"]),
    ],
)
def test_whom_a_relative_clause_with_its_own_subject_describes(text: str, held: list[str]) -> None:
    told = [report for report in reports(text) if report.sub_event_type == "hostage_taking"]
    assert [name for report in told for name in said(report, "victim")] == held


def test_whose_shots_they_were_says_who_killed() -> None:
    shots = [
        said(report, "perpetrator")
        for text in (
            "Luis Paz murió el lunes en Loja por disparos de la policía.",
            "Luis Paz murió el lunes en Loja por el disparo de un militar.",
            "Luis Paz murió el lunes en Loja por un disparo de escopeta.",
        )
        for report in reports(text)
    ]
    assert shots == [["policía"], ["militar"], []]


@pytest.mark.parametrize("verb", ["ordenó", "dispuso", "decretó", "anunció"])
def test_a_measure_that_is_ordered_is_taken(verb: str) -> None:
    (report,) = reports(f"El presidente {verb} el lunes el estado de excepción en Loja.")
    assert (report.sub_event_type, report.factuality) == ("state_of_emergency", "happened")


def test_a_measure_that_is_to_be_ordered_and_a_strike_that_is_called_are_planned() -> None:
    for text in ("El presidente decretará el estado de excepción en Loja.", "La central convocó un paro en Loja."):
        (report,) = reports(text)
        assert report.factuality == "planned"


def test_those_charged_with_the_crime_of_murder_did_not_suffer_it() -> None:
    told = reports("La Fiscalía imputó el lunes el delito de homicidio a dos guías en Loja.")
    assert [name for report in told for name in said(report, "actor2") + said(report, "victim")] == ["guías"]


@pytest.mark.parametrize(
    ("text", "kind", "field", "values"),
    [
        # Who was somewhere is described, and neither the place nor what it is joined with.
        ("Detuvo a dos peritos en Petare, a quienes les secuestró un fusil.", "weapons_seizure", "actor2", ["fusil"]),
        ("Emboscaron en Petare a peritos y jueces, a quienes mataron.", "killing", "victim", ["peritos", "jueces"]),
        ("Investigan la muerte de un perito en Petare, quien fue baleado.", "killing", "victim", ["perito"]),
        ("Mataron a un perito de la jueza Ana Mora, quien fue detenida en Loja.", "arrest", "actor2", ["Ana Mora"]),
        ("Detuvieron a un hombre de 38 años y nacionalidad rusa en Loja.", "arrest", "actor2", ["hombre"]),
        ("Detuvieron a un hombre de 38 años y a una jueza en Loja.", "arrest", "actor2", ["hombre", "jueza"]),
        ("Los agentes se incautaron de dos fusiles en Loja.", "weapons_seizure", "actor1", ["agentes"]),
        ("Se incautaron dos fusiles en Loja.", "weapons_seizure", "actor2", ["fusiles"]),
        ("Un juez dictó prisión preventiva para Luis Paz en Loja.", "charges_ruling", "actor2", ["Luis Paz"]),
        ("El detenido Luis Paz fue trasladado al penal de Loja.", "prisoner_transfer", "actor2", ["Luis Paz"]),
        (
            "Los rebeldes enviaron un audio en el que se atribuyen la masacre de Loja.",
            "claim_of_responsibility",
            "",
            [],
        ),
    ],
)
def test_whom_and_what_the_clause_tells_of(text: str, kind: str, field: str, values: list[str]) -> None:
    told = [report for report in reports(text) if report.sub_event_type == kind]
    assert told
    assert list(dict.fromkeys(name for report in told for name in said(report, field))) == values


def test_who_took_a_deed_to_themselves_in_what_they_spread() -> None:
    told = reports("Los rebeldes difundieron el lunes un audio en el que se atribuyen el ataque de Loja.")
    (claim,) = (report for report in told if report.sub_event_type == "claim_of_responsibility")
    assert said(claim, "actor1") == ["rebeldes"]
    assert not any(said(one, "actor1") for one in reports("Se atribuye el lunes el ataque de Loja a dos peritos."))


def test_whose_death_people_learned_of_did_not_die_of_what_they_did_then() -> None:
    dead = {
        report.sub_event_type: said(report, "victim")
        for text in (
            "Vecinos quemaron el lunes la comisaría de Loja tras conocerse la muerte de un preso.",
            "Vecinos quemaron el lunes un bus en Loja, con la muerte de un chofer.",
        )
        for report in reports(text)
    }
    assert dead == {"arson": ["chofer"], "killing": ["preso"]}


@pytest.mark.parametrize(
    ("text", "kind", "targets"),
    [
        ("Rebeldes atacaron el lunes con drones cargados de pentolita una clínica de Loja.", "air_strike", ["clínica"]),
        ("Rebeldes atacaron el lunes con granadas compradas en Cali una clínica de Loja.", "grenade", ["clínica"]),
        # The participle of the object describes it, and nothing stands behind.
        ("Rebeldes atacaron el lunes una clínica rodeada de muros en Loja.", "attack", ["clínica"]),
    ],
)
def test_the_object_stands_behind_the_participle_of_what_it_was_done_with(
    text: str, kind: str, targets: list[str]
) -> None:
    told = [report for report in reports(text) if report.sub_event_type == kind]
    assert [name for report in told for name in said(report, "target")] == targets


def test_who_is_free_was_freed_and_no_one_is_free_of_taxes() -> None:
    kinds = [
        {report.sub_event_type for report in reports(text)}
        for text in ("Los dos guías ya están libres en Loja.", "Los vecinos de Loja están libres de impuestos.")
    ]
    assert kinds == [{"hostage_release"}, set()]


@pytest.mark.parametrize("text", ["convocó para el lunes a una marcha", "convocó a una marcha para el lunes"])
def test_what_is_called_for_a_day_is_planned_for_that(text: str) -> None:
    (report,) = reports(f"El gremio {text} en Loja.")
    assert (report.sub_event_type, report.factuality, said(report, "date")) == (
        "peaceful_protest",
        "planned",
        ["el lunes"],
    )


def test_who_grows_or_owns_something_is_somebody() -> None:
    doers = [
        said(report, "perpetrator") + said(report, "victim")
        for text in (
            "Dos guías fueron tomados como rehenes en Loja por productores de coca.",
            "El dueño de un bar fue asesinado en Loja.",
        )
        for report in reports(text)
    ]
    assert doers == [["productores de coca", "guías"], ["dueño de un bar"]]


@pytest.mark.parametrize("when", ["de madrugada", "de tarde", "al amanecer"])
def test_a_time_of_day_is_nobody(when: str) -> None:
    (report,) = reports(f"La toma de rehenes se produjo {when} en Lima.")
    assert said(report, "victim") == []
