"""Reports of a whole article: one event a happening, its time and place, totals and parts, who says so."""

from datetime import date

import pytest

from importers.dating.expressions import find
from importers.extraction.lexicon.files import load_lexicons
from importers.extraction.reports import extract
from store.records.article import Article, DateCandidate
from store.records.report import Report
from store.records.span import Span


def reports(text: str) -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    return [report for report in extract(article, find(text, "en")) if not report.candidate]


def figure(report: Report, field: str) -> int | None:
    return next((claim.best for claim in report.claims if claim.field == field), None)


def test_headline_lead_and_body_tell_one_happening() -> None:
    found = reports(
        "Car bomb kills two in Portoviejo\n\n"
        "A car bomb exploded outside the customs office in Portoviejo, Ecuador, on Tuesday, killing two guards.\n\n"
        "The blast shattered windows. Nobody has claimed responsibility for the attack."
    )
    assert {report.cluster for report in found if report.sub_event_type == "car_bomb"} == {found[0].cluster}


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Petrol bombs explode near customs offices in Manta", "arson"),
        ("Rebels free hostages in Loja", "hostage_release"),
        ("Soldiers and smugglers clash in Huaquillas", "armed_clash"),
        ("How bombs explode", ""),
        ("Gangs often attack police posts", ""),
    ],
)
def test_the_simple_present_of_a_headline_is_news(title: str, told: str) -> None:
    found = [report.sub_event_type for report in reports(f"{title}\n\nIt rained all night.")]
    assert found == ([told] if told else [])


def test_the_simple_present_of_a_sentence_is_a_habit() -> None:
    assert reports("It rained all night. Gangs attack police posts in Manta.") == []


def test_two_towns_are_two_happenings() -> None:
    found = reports("A bomb exploded in Quito on Monday. Another bomb exploded in Guayaquil on Monday.")
    assert len({report.cluster for report in found}) == 2
    assert {report.place.location for report in found} == {"Quito", "Guayaquil"}


def test_a_total_has_its_parts() -> None:
    found = reports(
        "Four car bombs have gone off in Ecuador within two days. "
        "A car bomb exploded in Quito. Another car bomb exploded in Machala."
    )
    total, quito, machala = found
    assert total.is_total
    assert figure(total, "devices") == 4
    assert (quito.part_of, machala.part_of) == (total.cluster, total.cluster)
    assert quito.cluster != machala.cluster


def test_a_sum_keeps_its_parts() -> None:
    (report,) = reports("Inmates in Turi took 40 guards and three cooks hostage on Monday.")
    held = [(claim.best, claim.phrase) for claim in report.claims if claim.field == "held"]
    assert held == [(40, "40 guards"), (3, "three cooks"), (43, "40 guards and three cooks")]


def test_who_is_meant_by_he_and_the_candidate() -> None:
    found = reports("The party had backed Marta Rivas for mayor of Loja. The candidate was murdered on 4 March 2021.")
    assert [claim.value for claim in found[0].claims if claim.field == "victim"] == ["Marta Rivas"]


def test_time_of_the_clause_of_the_saying_and_of_the_scene() -> None:
    text = "A judge was shot dead on Monday. Police said on Tuesday that a clerk had been kidnapped in Loja."
    judge, clerk = reports(text)
    assert judge.time is not None
    assert text[judge.time.start : judge.time.end] == "Monday"
    assert judge.time_basis == "own"
    assert clerk.time is not None
    assert text[clerk.time.start : clerk.time.end] == "Tuesday"
    assert clerk.time_basis == "reported"
    assert clerk.attributed_to == "Police"


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("A bomb went off in front of a house that was a bank in 2019.", ""),
        ("The attack, which took place on Friday, killed two soldiers.", "Friday"),
        ("Three bridges were blown up in Loja, closed until Friday.", ""),
        ("The hostages were not released until Friday.", "Friday"),
    ],
)
def test_a_time_dates_what_its_own_clause_tells(text: str, dated: str) -> None:
    report = reports(text)[0]
    assert (text[report.time.start : report.time.end] if report.time is not None else "") == dated


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A car bomb exploded in Quito. The bomb was an answer to the search of the Cuenca jail.", "Quito"),
        ("A guard was shot in Manta after an inspection at the Cuenca jail.", "Manta"),
        ("A guard was shot during an inspection at the Cuenca jail.", "Cuenca"),
    ],
)
def test_the_place_of_another_deed_is_not_that_of_the_event(text: str, place: str) -> None:
    assert {report.place.location for report in reports(text)} - {""} == {place}
    assert place == "Cuenca" or not any("jail" in report.title for report in reports(text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A bomb exploded in front of a bank in Loja.", "Bomb attack in front of a bank, Loja"),
        ("Looters attacked a hospital in Loja.", "A hospital attacked in Loja"),
        (
            "Four clerks died in attacks on petrol stations in Loja.",
            "Four clerks killed at petrol stations, Loja",
        ),
        ("On Monday a riot at the same prison in Loja left 14 dead.", "Prison riot, 14 killed in Loja"),
        ("Two men were sentenced to 20 years in prison on Friday in Loja.", "Court ruling on two men in Loja"),
        ("Mayor shot dead at Day of the Dead celebration in Loja", "Mayor killed in Loja"),
        ("Customs seized 80 kilos of cocaine in Loja on Monday.", "80 kilos of cocaine seized in Loja"),
        ("The pilot and his five passengers were freed in Loja.", "Pilot and five passengers released in Loja"),
        ("Police killed his son Luis in Loja on Monday.", "Luis killed in Loja"),
        ("There were 21 deaths in Loja on Monday.", "21 dead in Loja"),
        ("Two clerks died in Loja on Monday.", "Two clerks dead in Loja"),
        ("Two clerks died by gunfire in Loja on Monday.", "Two clerks killed in Loja"),
        ("Nine people were injured in a fire in Loja on Monday.", "Fire, 9 injured in Loja"),
        ("A warehouse fire killed nine clerks in Loja on Monday.", "Warehouse fire, 9 killed in Loja"),
    ],
)
def test_a_title_words_its_place_once_and_with_one_preposition(text: str, title: str) -> None:
    assert reports(text)[0].title == title


def test_who_says_that_no_one_was_hurt_is_no_victim() -> None:
    assert reports("No one was killed or wounded, a spokesman for the mayor of Loja said.") == []


def test_what_is_to_be_is_planned() -> None:
    text = "The runoff is to be held on 5 May 2024."
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    assert [report.factuality for report in extract(article, find(text, "en"))] == ["planned"]


def test_a_number_is_no_name() -> None:
    (report,) = reports("Rebels killed two with grenades in Loja.")
    told = [(claim.field, claim.value) for claim in report.claims if claim.field in {"victim", "killed", "instrument"}]
    assert told == [("instrument", "grenades"), ("killed", "2")]


def test_what_an_article_dates_long_before_its_own_day_is_background() -> None:
    text = (
        "Gunmen shot a baker dead in Loja on Tuesday. In 1999 a bomb killed two bakers there. "
        "His brother was kidnapped over 20 months ago."
    )
    published = DateCandidate("metadata", date(2023, 5, 12), date(2023, 5, 12), "2023-05-12", "front matter")
    article = Article(
        "a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en", candidates=(published,)
    )  # fmt: skip
    told = {report.sub_event_type: report.factuality for report in extract(article, find(text, "en"))}
    assert told == {"killing": "happened", "explosive_device": "background", "abduction": "background"}


def test_context_is_background() -> None:
    found = reports("Protests went on in Loja on Monday after the assassination of Judge Ana Mora on 3 May 2020.")
    murder = next(report for report in found if report.sub_event_type == "assassination")
    assert murder.factuality == "background"


def test_another_language_has_no_reports() -> None:
    text = "Pommi räjähti Helsingissä maanantaina."
    assert extract(Article("a.txt", "0" * 64, 1, "text", "utf-8", text, language="fi"), ()) == ()


def test_a_vehicle_packed_with_explosives_is_a_car_bomb() -> None:
    (report,) = reports("The first, a small van packed with gas cylinders and sticks of dynamite, blew up in Loja.")
    assert report.sub_event_type == "car_bomb"


def test_a_total_takes_no_town_from_what_it_began_with() -> None:
    text = (
        "Two car bombs and three explosive devices went off across Ecuador in 48 hours. "
        "The string of blasts began with a car bomb in Quito, near the customs office."
    )
    found = [(report.sub_event_type, report.place.location) for report in reports(text) if report.confidence >= 0.5]
    assert ("car_bomb", "Quito") in found
    assert all(place == "" for kind, place in found if kind != "car_bomb")


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "All 40 miners whom rebels had been holding in a camp near Goma were freed on Monday.",
            "hostage_release",
            ("happened", "miners", 40),
        ),
        (
            "A judge in Loja ordered five men to be held in custody over Friday night's grenade attack.",
            "arrest",
            ("happened", "men", 5),
        ),
        ("The five men arrested after Friday's raid will stay in a jail in Loja.", "arrest", ("happened", "men", 5)),
        ("Some 900 soldiers searched the prison of Ambato on Monday.", "military_operation", ("happened", "", 900)),
    ],
)
def test_who_is_meant_where_clauses_hang_on_the_noun(text: str, kind: str, told: tuple[str, str, int]) -> None:
    report = next(report for report in reports(text) if report.sub_event_type == kind)
    patients = [claim.value for claim in report.claims if claim.field == "actor2"]
    numbers = [claim.best for claim in report.claims if claim.best is not None]
    assert (report.factuality, next(iter(patients), ""), numbers[0]) == told
    assert not [claim for claim in report.claims if claim.field == "instrument"]


@pytest.mark.parametrize(
    ("text", "kind", "whom", "who", "where"),
    [
        ("Lincoln was shot dead by gunmen in Cali on Monday.", "killing", ["Lincoln"], ["gunmen"], "Cali"),
        (
            "A guard was wounded in Loja on Monday in a failed attempt to kill Mayor Ana Mora.",
            "assassination_attempt",
            ["Ana Mora", "guard"],
            [],
            "Loja",
        ),
        ("A bus crashed into a petrol station and exploded in Loja on Monday.", "accident", [], [], "Loja"),
    ],
)
def test_who_is_called_like_a_town_who_was_hurt_in_an_attempt_and_what_crashed(
    text: str, kind: str, whom: list[str], who: list[str], where: str
) -> None:
    told = reports(text)
    assert {(report.sub_event_type, report.place.location) for report in told} == {(kind, where)}
    claims = [claim for report in told for claim in report.claims]
    assert sorted({claim.value for claim in claims if claim.field == "victim"}) == whom
    assert sorted({claim.value for claim in claims if claim.field == "perpetrator"}) == who


def test_a_second_bomb_is_one_of_the_two_told_of_and_a_new_one_after_a_single_one() -> None:
    second = "An hour later a second car exploded outside a bank, a few streets away."
    two = reports(f"Two car bombs went off in Loja on Monday. {second}")
    assert len({report.cluster for report in two}) == 1
    assert [claim.value for report in two for claim in report.claims if claim.field == "target"] == ["bank"]
    one = reports(f"A car bomb went off in Loja on Monday. {second}")
    assert len({report.cluster for report in one}) == 2


def test_how_soon_men_are_arrested_makes_no_total_of_it() -> None:
    found = reports("Two men were arrested in Loja within hours.")
    assert [(report.sub_event_type, report.is_total) for report in found] == [("arrest", False)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "In 48 hours there were four car bombs and three explosions in Loja.",
            ["Four car bombs and three explosions in Loja"],
        ),
        (
            "In 48 hours there were four car bombs in Loja and three explosions in Quito.",
            ["Four car bombs in Loja", "Three explosions in Quito"],
        ),
        (
            "In 48 hours there were six bombings and two kidnappings in Loja.",
            ["Six bombings in Loja", "Abduction in Loja"],
        ),
    ],
)
def test_deeds_of_a_kind_counted_side_by_side_are_one_total(text: str, titles: list[str]) -> None:
    assert [report.title for report in reports(text)] == titles


def test_a_row_of_deeds_is_one_total_that_what_points_back_to_it_belongs_to() -> None:
    found = reports(
        "Loja was shaken by a series of explosions, including two car bombs and three grenades, within 48 hours. "
        "The first car bomb went off on Monday at a bank. Residents fear that this series of explosions, which the "
        "governor called a warning, is not over."
    )
    row = next(report for report in found if report.trigger == "explosions")
    assert row.title == "Two car bombs and three grenades in Loja"
    assert {report.is_total for report in found if report.cluster == row.cluster} == {True}
    assert {report.part_of for report in found if report.cluster != row.cluster} == {row.cluster}


def test_a_title_gives_the_toll_that_the_news_begins_with() -> None:
    text = "Floods in Ecuador leave 15 dead\n\nFloods left 15 dead in Loja on Monday, eight of them children."
    assert {report.title for report in reports(text) if report.place.location} == {"Floods, 15 killed in Loja"}


def test_a_toll_put_earlier_is_none() -> None:
    text = (
        "The number of men killed in Monday's riot in Loja has risen to 31. Officials had earlier put the toll at 15."
    )
    counted = [claim.best for report in reports(text) for claim in report.claims if claim.field == "killed"]
    assert counted == [31]


def test_who_dies_in_hospital_was_not_attacked_that_day() -> None:
    text = "A bomb exploded in Loja on Monday. Officer Ana Mora died on Thursday in a hospital."
    assert [report.time_basis for report in reports(text)] == ["own", "reported"]
    assert len({report.cluster for report in reports(text)}) == 1


def test_those_freed_are_those_who_had_been_taken() -> None:
    told = reports("On Monday rebels seized nine nurses in Loja; they were freed two days later.")
    assert [report.title for report in told] == ["Nine nurses abducted in Loja", "Nurses released in Loja"]


def test_the_group_is_the_one_named_last() -> None:
    text = "The Karo Liberation Army said it shelled Kunduz. On Monday the group killed a nurse. The Taliban denied it."
    named = {claim.value for report in reports(text) for claim in report.claims if claim.field == "perpetrator"}
    assert named
    assert not any("Taliban" in name for name in named)


def test_a_city_in_a_headline_may_hold_the_district_that_the_lead_names() -> None:
    title = "Hombres armados matan a un chofer en Lima"
    text = f"{title}\n\nUn chofer fue asesinado el lunes en San Juan de Lurigancho."
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, title, Span(0, len(title)), language="es")
    lexicon = load_lexicons("es")
    assert lexicon is not None
    assert len({report.cluster for report in extract(article, find(text, "es"), lexicon)}) == 1


def test_the_day_of_a_count_is_not_the_day_of_the_deed() -> None:
    told = reports("Officials on Sunday raised the death toll from the bombing of a market in Loja to 39.")
    assert [(report.time, figure(report, "killed")) for report in told] == [(None, 39)]


def test_a_spokesman_speaks_where_he_is() -> None:
    told = reports("Rebels killed nine soldiers on Monday. A government spokesman in Loja denied it.")
    assert {report.place.location for report in told} == {""}


@pytest.mark.parametrize(
    ("text", "title", "killed"),
    [
        (
            "Gunmen stopped a bus in Loja on Monday, pulled out nine men and shot them dead.",
            "Nine men killed in Loja",
            [9],
        ),
        ("Gunmen seized Luis Paz in Loja on Monday and killed him there.", "Luis Paz killed in Loja", [1]),
        ("Gunmen stopped two buses in Loja and killed some of them.", "Killing in Loja", []),
    ],
)
def test_those_killed_are_as_many_as_were_taken(text: str, title: str, killed: list[int]) -> None:
    told = [report for report in reports(text) if report.sub_event_type == "killing"]
    assert [report.title for report in told] == [title]
    assert [claim.best for report in told for claim in report.claims if claim.field == "killed"] == killed


@pytest.mark.parametrize("title", ["Toll climbs to 34 in school attack", "School attack: death toll rises to 34"])
def test_the_toll_of_a_headline_is_that_of_the_deed(title: str) -> None:
    text = f"{title}\n\nGunmen attacked a school in Loja on Monday, and 30 people were killed."
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, title, Span(0, len(title)), language="en")
    counted = {figure(report, "killed") for report in extract(article, find(text, "en"))}
    assert 34 in counted


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Residents protested on Monday in Loja against the mine.", ["peaceful_protest"]),
        ("The minister protested on Monday in Loja against the mine.", []),
        ("The union has called a strike in Loja from Monday to protest a new law.", ["strike"]),
        ("Rebels blew up a bridge in Loja on Monday in protest against a new law.", ["explosive_device"]),
        ("Police broke up the protest in Loja on Monday.", ["peaceful_protest"]),
        ("Six drones hit Loja on Monday, setting two houses on fire.", ["air_strike"]),
        ("Six men drove into Loja on Monday, setting two houses on fire.", ["arson"]),
        ("Soldiers fought rebels in Loja on Monday.", ["armed_clash"]),
        ("Firemen fought the blaze in Loja on Monday.", []),
        ("The rebels have fought the army in Loja for forty years.", []),
        ("A cook was hit by a stray bullet on Monday in Loja.", ["attack"]),
        ("A stray bullet hit a wall in Loja on Monday.", []),
        ("Police arrested three men, ages 22, 25 and 31, in Loja on Monday.", ["arrest"]),
        ("Forces launched 90 drones and six missiles at Loja on Monday, killing two people.", ["air_strike"]),
        ("Forces launched six missiles at Loja on Monday, killing two people.", ["shelling"]),
        ("The blast in Loja on Monday set three cars on fire.", ["explosive_device"]),
        ("A gang in Loja on Monday set three cars on fire.", ["arson"]),
        ("Landslides blocked the road to Loja on Monday.", ["natural_disaster"]),
        ("Farmers blocked the road to Loja on Monday.", ["blockade"]),
        ("Parliament toppled the prime minister in a confidence vote on Monday.", ["appointment_resignation"]),
        ("Officers toppled the prime minister on Monday.", ["coup"]),
        ("A clerk was jailed for life in Loja on Monday.", ["charges_ruling"]),
        ("A typhoon hit Loja on Monday, leaving five people dead.", ["natural_disaster"]),
        ("A drone crashed on a market in Loja on Monday.", ["air_strike"]),
        ("A kite crashed on a market stall in Loja on Monday.", []),
        ("Gunmen bludgeoned two bakers to death in Loja on Monday.", ["killing"]),
        ("Three bakers were hanged by rebels in Loja on Monday.", ["killing"]),
        ("The mayor hanged three pictures in Loja on Monday.", []),
        ("Two bakers made off with about $40,000 in Loja on Monday.", ["robbery"]),
        ("Police seized about 90 kilos of cocaine in Loja on Monday.", ["weapons_seizure"]),
        ("Two bakers made off in a hurry from Loja on Monday.", []),
        ("Two bakers were beaten and kicked by bandits in Loja on Monday.", ["attack"]),
        ("Two bakers were beaten in Loja on Monday.", ["attack"]),
        ("Two candidates were beaten in Loja on Monday.", []),
        ("Rebels dragged two bakers from a bus in Loja on Monday.", ["abduction"]),
        ("Neighbours dragged two bakers from a pond in Loja on Monday.", []),
        ("Rebels commandeered two buses in Loja on Monday.", ["abduction"]),
        ("The firm commandeered two markets in Loja on Monday.", []),
        ("Robbers made off with two motorcycles in Loja on Monday.", ["robbery"]),
        ("Bandits rammed a bus near Loja on Monday.", ["attack"]),
        ("Goats rammed a bus near Loja on Monday.", []),
        ("A roadside bomb shattered a bridge in Loja on Monday.", ["explosive_device"]),
        ("Silence shattered a bridge party in Loja on Monday.", []),
        ("Two men are accused of gunning down two bakers in Loja on Monday.", ["killing"]),
        ("An arson attack on two bakers in Loja on Monday left three people injured.", ["arson"]),
    ],
)
def test_what_is_a_deed_and_what_is_none(text: str, types: list[str]) -> None:
    told = reports(text)
    assert [report.sub_event_type for report in told] == types
    assert {figure(report, "arrested") for report in told} <= {None, 3}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The attack on Ana Mora killed her driver in Loja on Monday.", "Driver killed in Loja"),
        ("The attack against Fenatrab killed ten in Loja on Monday.", "Ten killed in Loja"),
        ("Gunmen killed one of his bodyguards in Loja on Monday.", "One of the bodyguards killed in Loja"),
        ("Police freed 39 former gn [national guard] men in Loja.", "39 former gn men rescued in Loja"),
        ('Police arrested ten university "guards" in Loja.', "Ten university guards arrested in Loja"),
        ("The rebels attacked the greatest number of pylons in Loja on Monday.", "Pylons attacked in Loja"),
    ],
)
def test_a_title_tells_who_met_with_it(text: str, title: str) -> None:
    assert reports(text)[0].title == title


def test_a_title_never_says_that_the_wounded_were_killed() -> None:
    told = reports("Gunmen shot dead a guard in Lagos on Sunday. A nurse, Ana Bello, was injured.")
    assert {report.title for report in told} == {"A guard killed in Lagos"}


def test_a_title_is_written_as_running_text_though_the_headline_is_not() -> None:
    text = "Gunmen Take Nine Guards and Two Mexican Cooks Hostage in Loja\n\nLOJA, Ecuador - The prison was calm."
    assert "Nine guards and two Mexican cooks taken hostage in Loja" in {report.title for report in reports(text)}


def test_a_number_alone_counts_nothing_named() -> None:
    told = reports("At least 14 killed in Loja\n\nLOJA, Ecuador - Gunmen killed at least 14 people on Monday.")
    assert {claim.unit for report in told for claim in report.claims if claim.field == "killed"} == {"", "people"}


def test_all_of_them_are_as_many_as_were_taken_and_were_freed_where_they_were_held() -> None:
    taken = (
        "Gangs clashed in the Castro prison in Lima on Monday. By Tuesday, 40 nurses were held hostage in six clinics. "
    )
    *_, freed = reports(taken + "All of them were released on Wednesday.")
    assert (figure(freed, "released"), freed.place.location) == (40, "")
    *_, some = reports(taken + "They were released on Wednesday.")
    assert figure(some, "released") is None
