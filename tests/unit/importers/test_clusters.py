"""Which mentions of an article tell of one happening, and what kind of happening it then is."""

from datetime import date

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article, DateCandidate
from store.records.report import Report


def reports(text: str) -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    return [report for report in extract(article, find(text, "en")) if not report.candidate]


def happenings(text: str) -> list[str]:
    """The type of each happening of an article, in order."""
    return list({report.cluster: report.sub_event_type for report in reports(text)}.values())


def test_what_came_of_a_bomb_is_told_right_after_it() -> None:
    assert happenings("A bomb exploded in Loja on Friday. Two people were killed.") == ["explosive_device"]


def test_others_dead_beside_one_named_are_of_the_same_bomb() -> None:
    text = (
        "Trade unionist Rosa Vera died on Friday after a bomb exploded in Loja. "
        "The bomb left seven other people dead. Another bomb exploded in Quito."
    )
    assert happenings(text) == ["explosive_device", "explosive_device"]


def test_the_wife_who_was_hurt_was_there_and_not_where_a_bomb_went_off_later() -> None:
    text = (
        "Luis Paz was shot dead in Loja on Friday. He died at once. His wife, Ana Mora, was wounded in one arm.\n\n"
        "A bomb went off in Macara on Saturday."
    )
    assert happenings(text) == ["killing", "explosive_device"]
    hurt = {report.cluster for report in reports(text) for claim in report.claims if claim.value == "Ana Mora"}
    assert hurt == {reports(text)[0].cluster}


def test_two_brothers_do_not_die_one_death() -> None:
    text = "Luis Paz was shot dead in Loja on Monday. His brother, Juan Paz, was killed in Macara in 1987."
    assert happenings(text) == ["killing", "killing"]
    assert happenings("Luis Paz was shot dead in Loja on Monday. Paz was killed on his way home.") == ["killing"]


def test_a_robbery_takes_in_no_attack_on_something_else() -> None:
    text = "Rebels looted a pharmacy in Loja on Friday. They also attacked two buses in Macara on Saturday."
    assert happenings(text) == ["robbery", "attack"]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("The gunman behind the murder of Luis Paz was shot dead in Loja on Friday.", ["killing", "killing"]),
        ("Police killed the main suspect in the murder of Luis Paz in Loja on Friday.", ["armed_clash", "killing"]),
        ("The victim of the attack in Loja was shot dead on Friday.", ["killing"]),
        ("The gunman behind the attack in Loja shot dead two guards on Friday.", ["killing"]),
    ],
)
def test_a_deed_by_which_somebody_is_known_is_not_what_befell_him(text: str, deeds: list[str]) -> None:
    assert sorted(happenings(text)) == deeds


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Luis Paz was convicted of murder by a court in Loja on Friday.", ["charges_ruling"]),
        ("Luis Paz was convicted of the murder of a nurse in Loja on Friday.", ["charges_ruling", "killing"]),
    ],
)
def test_the_bare_name_of_a_charge_tells_of_no_deed_of_that_day(text: str, deeds: list[str]) -> None:
    assert sorted(happenings(text)) == deeds


def test_two_kinds_of_deeds_in_one_list_are_two() -> None:
    text = "The bishop condemned Friday's bombing of a bank in Loja and the murder of the baker Luis Vera."
    assert set(happenings(text)) == {"explosive_device", "killing"}


def test_the_murder_of_a_named_officer_is_no_clash() -> None:
    assert happenings("Rebels murdered General Luis Vera in Loja on Friday.") == ["killing"]
    assert happenings("Rebels killed four soldiers in Loja on Friday.") == ["armed_clash"]


def test_a_bomb_that_was_placed_and_defused_did_not_go_off() -> None:
    text = (
        "Experts defused a bomb on Friday that had been placed under a bridge in Loja. "
        "The device was planted by night, police said."
    )
    assert happenings(text) == ["device_found"]


def test_who_was_wounded_in_the_attack_is_of_the_attack_told_before() -> None:
    text = "Gunmen shot Judge Rosa Vera in Loja on Friday. Two bodyguards were wounded in the attack."
    assert happenings(text) == ["attack"]
    text = (
        "A bomb went off in Loja on Friday. Rebels raided a farm in Macara on Sunday. Two men were killed in that raid."
    )
    assert happenings(text) == ["explosive_device", "killing"]


def test_of_a_death_alone_nobody_knows_that_it_was_a_deed() -> None:
    assert happenings("A former minister died at a hospital in Loja.") == []
    assert happenings("Gunmen attacked a bus in Loja on Friday. A former minister died.") == ["killing"]


def test_what_one_side_claims_does_not_part_the_other_figures() -> None:
    text = (
        "A drone strike on a market in Loja killed ten people on Sunday. The rebels said they had killed 30 people in "
        "the attack. A colonel was assassinated on Saturday."
    )
    assert happenings(text) == ["air_strike", "assassination"]


def test_the_lead_tells_at_length_what_the_headline_told() -> None:
    assert happenings("Bomb defused at railway station\n\nLima police defused a bomb on Monday.") == ["device_found"]
    text = "Three soldiers and nine rebels killed in Loja\n\nSecurity forces killed nine rebels in Loja on Friday."
    assert happenings(text) == ["armed_clash"]


def test_the_mayor_of_another_town_is_another_mayor() -> None:
    text = "Mayor Luis Vera was shot dead in Loja on Monday. In January, the mayor of Quevedo was shot dead."
    assert happenings(text) == ["assassination", "killing"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen fired on the mayor's car in Loja on Monday, killing him and two of his guards.", 3),
        ("One civilian and one soldier were killed in Loja on Monday.", 2),
        ("The blast in Loja killed three men, two women and a child on Monday.", 6),
        ("The blast in Loja killed three people, two men and a child, on Monday.", 3),
        ("Two clerks, Ana Mora and Luis Paz, and their maid were killed in Loja on Monday.", 3),
        ("Gunmen murdered the inspector and his brothers in Loja on Monday.", None),
    ],
)
def test_those_killed_are_added_up_once(text: str, killed: int | None) -> None:
    (report,) = reports(text)
    counted = [claim.best for claim in report.claims if claim.field == "killed"]
    assert (counted[-1] if counted else None) == killed


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Rebels raided a village in Loja on Sunday, killing a man and burning several houses.", ["killing", "arson"]),
        ("Rebels burned a school in Loja on Sunday. They also killed a teacher.", ["arson", "killing"]),
        ("Rebels killed two men in Loja and blew up a bridge.", ["killing", "explosive_device"]),
        ("Five people died when gunmen set fire to a bar in Loja on Monday.", ["arson"]),
        ("A crowd burned a police post in Loja on Monday. A boy was shot in Loja on Monday.", ["arson", "attack"]),
        (
            "Two cooks were killed in raids on Sunday, hours after soldiers regained control of a jail in Loja.",
            ["killing", "government_regains_territory"],
        ),
        ("A bus was burned in Loja on Sunday, three weeks after the murder of ten miners.", ["arson", "killing"]),
        (
            "Nine poachers were gunned down in Loja on Friday, while two guards lost their lives when a bomb went off.",
            ["killing", "explosive_device"],
        ),
        (
            "The murder of Luis Vera by rebels shook Loja. Then men set fire to a school in Loja with petrol bombs.",
            ["killing", "arson"],
        ),
        ("The bodies of nine miners were recovered in Loja, along with rifles and a sack of explosives.", ["killing"]),
        ("Nine people were killed in Loja on Friday when mortar shells landed in a market.", ["shelling"]),
    ],
)
def test_who_was_killed_beside_what_was_burned_was_killed_by_another_deed(text: str, deeds: list[str]) -> None:
    assert happenings(text) == deeds


def test_what_rebels_hit_is_no_part_of_a_murder_that_readers_know_of() -> None:
    told = reports(
        "Officers asked for an inquiry into the massacre of six priests. The call came after a drive by rebels who "
        "attacked targets across the capital."
    )
    assert not {claim.value for report in told for claim in report.claims if claim.field == "perpetrator"}
    assert happenings("Six farmers were murdered in Loja on Monday. Rebels attacked houses in the town.") == ["killing"]


def test_what_one_of_the_dead_had_lived_through_is_another_deed() -> None:
    text = (
        "Nine people died when gunmen attacked a hotel in Loja on Sunday. "
        "Among the dead was Rosa Vera, a deputy who had survived a bombing in 2019. "
        "The Black Column claimed responsibility for the attack."
    )
    assert [kind for kind, _ in dated(text)] == ["killing", "explosive_device", "claim_of_responsibility"]


def dated(text: str) -> list[tuple[str, int | None]]:
    """The type of each happening of an article of 17 June 2025, and how many it killed."""
    day = DateCandidate("dateline", date(2025, 6, 17), date(2025, 6, 17), "17 June 2025", "dateline")
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en", candidates=(day,))
    found: dict[int, tuple[str, int | None]] = {}
    for report in extract(article, find(text, "en")):
        killed = next((claim.best for claim in report.claims if claim.field == "killed"), None)
        found[report.cluster] = report.sub_event_type, found.get(report.cluster, ("", None))[1] or killed
    return list(found.values())


def test_what_an_article_dates_long_before_its_own_day_is_none_of_its_news() -> None:
    text = "A driver was shot dead in Loja.\n\nPolice are looking for two men. On 16 March gunmen killed three drivers."
    assert dated(text) == [("killing", 1), ("killing", 3)]


@pytest.mark.parametrize(
    "recalled", ["Families of those killed in 2021 laid flowers.", "Mothers of boys who were killed in 2021 sang."]
)
def test_news_is_not_what_became_of_some_in_passing_years_ago(recalled: str) -> None:
    text = f"Thousands marched in Nairobi.\n\n{recalled}\n\nBrian Ouma, a student, was shot dead by police."
    assert dated(text) == [("peaceful_protest", None), ("killing", None), ("killing", 1)]
    told = "A court heard those hurt in the 2021 bombing of a market. Twelve people died when a bomb went off there."
    assert dated(told) == [("explosive_device", 12)]


@pytest.mark.parametrize(
    ("told", "happenings"),
    [("The incident", 1), ("The shootout", 1), ("The shootout with two thieves", 2), ("A shootout", 2)],
)
def test_what_was_just_told_may_be_of_long_ago(told: str, happenings: int) -> None:
    assert len(dated(f"A shootout left two drivers dead. {told} took place on 16 March in Loja.")) == happenings


def test_the_same_name_or_number_may_be_told_of_late() -> None:
    text = "Soldiers killed 21 farmers in Loja.\n\nThe 21 farmers were killed on 16 March, the bishop said."
    assert len(dated(text)) == 1


def test_the_wounded_are_those_of_the_news_and_not_of_an_aside() -> None:
    text = (
        "A drone hit a market in Loja on Monday, killing six people. The bishop blamed the rebels for the attack on "
        "the town, which the army retook in January. More than 60 people were injured."
    )
    assert [kind for kind in happenings(text) if kind != "government_regains_territory"] == ["air_strike"]
    hurt = [report.sub_event_type for report in reports(text) if any(c.field == "injured" for c in report.claims)]
    assert hurt == ["air_strike"]


def test_what_has_added_up_from_month_to_month_is_a_total() -> None:
    text = "A total of 187 people were kidnapped in Colombia between January and August 2024."
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    assert [report.is_total for report in extract(article, find(text, "en"))] == [True]


def test_what_has_added_up_since_a_year_is_a_total() -> None:
    text = "There are now seven mayors killed in Loja since 2022."
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    assert [report.is_total for report in extract(article, find(text, "en"))] == [True]


def test_the_second_bomb_is_one_of_the_two() -> None:
    text = "Two bombs went off in Loja on Friday. The second bomb exploded at the market."
    assert happenings(text) == ["explosive_device"]
    text = "A bomb went off in Loja on Friday. A second bomb exploded at the market."
    assert happenings(text) == ["explosive_device", "explosive_device"]


def test_one_of_those_killed_was_killed_with_them() -> None:
    text = "Rebels killed six priests in Loja on Friday. One of the priests who were killed was a Dutchman."
    assert happenings(text) == ["killing"]


def test_a_soldier_who_dies_in_an_attack_on_others_makes_it_no_clash() -> None:
    text = "Rebels ambushed a motorcade near Loja on Monday. A soldier was killed in the attack."
    assert set(happenings(text)) == {"attack"}
    text = "Rebels attacked an army base near Loja on Monday. A soldier was killed in the attack."
    assert set(happenings(text)) == {"armed_clash"}


def test_what_was_also_done_to_something_else_is_a_deed_of_its_own() -> None:
    assert len(happenings("Rebels attacked a school in Loja on Monday. They also attacked a church.")) == 2
    text = "Rebels blew up a truck in Loja on Monday. In addition, a ministry car was blown up."
    assert happenings(text) == ["explosive_device", "explosive_device"]
    assert len(happenings("A bomb went off outside a bank in Loja on Monday. It also destroyed a car.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Rebels blew up a power tower in Loja on Friday. The police gave no details. Guerrillas blew up an aircraft.",
        "The report tells of the massacre of 43 people and the murder of Colonel Luis Vera in Loja.",
    ],
)
def test_other_things_hit_and_other_people_killed_are_two_deeds(text: str) -> None:
    assert len(happenings(text)) == 2


def test_what_a_deed_only_recalls_is_another_and_who_remembers_one_may_have_been_hurt_in_it() -> None:
    assert happenings("Rebels attacked a bus in Loja on Friday in scenes that recalled last year's riots.") == [
        "attack"
    ]
    assert happenings("Ana Mora, who was wounded in Loja, remembered the attack on Friday.") == ["attack"]


@pytest.mark.parametrize(
    ("deed", "deeds"), [("massacre of 43 people in the town of Loja", 2), ("murder", 1), ("murder in Cuenca", 1)]
)
def test_a_noun_that_tells_how_many_and_where_looks_back_at_nothing(deed: str, deeds: int) -> None:
    text = f"Judge Luis Jara was killed on Monday, and the police deplored it. The {deed} shocked the whole country."
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    assert len({report.cluster for report in extract(article, find(text, "en"))}) == deeds


@pytest.mark.parametrize(
    "text", ["Police defused a car bomb in Loja on Friday.", "A car bomb has been defused on Bernal Avenue in Loja."]
)
def test_a_car_bomb_that_was_defused_is_no_attack(text: str) -> None:
    assert happenings(text) == ["device_found"]


def test_a_murder_told_sentences_before_is_no_work_of_a_bomb() -> None:
    text = (
        "Gunmen murdered a priest in Loja on Friday. He was 60. He taught history. There were explosions, people said."
    )
    assert happenings(text) == ["killing"]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Police arrested Luis Paz in Loja on Monday. He was freed on Friday.", ["arrest", "prisoner_release"]),
        ("Rebels kidnapped Luis Paz in Loja on Monday. He was freed on Friday.", ["abduction", "hostage_release"]),
        ("Police arrested two kidnappers on Monday. Ana Mora was freed on Friday.", ["arrest", "hostage_release"]),
        ("Luis Paz, held in custody in Loja since May, was set free on Friday.", ["arrest", "prisoner_release"]),
        ("A court order has freed Luis Paz on Friday.", ["prisoner_release"]),
        ("Rebels freed the judge on Friday.", ["hostage_release"]),
        ("Police released two students on Friday.", ["prisoner_release"]),
        ("Police freed two students on Friday.", ["hostage_rescue"]),
        ("The government released 40 political prisoners on Friday.", ["prisoner_release"]),
    ],
)
def test_whom_the_law_held_was_nobodys_hostage(text: str, deeds: list[str]) -> None:
    assert happenings(text) == deeds


def test_hours_told_of_a_release_do_not_part_the_taking_from_itself() -> None:
    text = "A nurse who was kidnapped in Loja on Friday was freed hours after being taken hostage."
    assert happenings(text) == ["hostage_release", "hostage_taking"]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("A fuel truck overturned and exploded in Loja on Friday. The explosion killed three people.", ["accident"]),
        ("A plane exploded in the air near Loja on Friday, killing nine people.", ["accident"]),
        ("A bomb exploded on a plane in Loja on Friday, killing nine people.", ["explosive_device"]),
        ("A bus crashed in Loja on Friday. A bomb exploded in Macas on Saturday.", ["accident", "explosive_device"]),
        # One more after a car bomb is no accident.
        ("A car bomb went off in Loja on Friday. A second car caught fire and exploded.", ["car_bomb", "car_bomb"]),
        ("The air force bombed a village near Loja on Friday. The bombing killed three people.", ["air_strike"]),
        ("Soldiers blew up a bridge near Loja on Friday.", ["explosive_device"]),
    ],
)
def test_what_explodes_by_accident_or_from_the_air_is_no_planted_bomb(text: str, deeds: list[str]) -> None:
    assert happenings(text) == deeds


def test_what_is_told_separately_is_another_happening() -> None:
    text = (
        "The rebels said on Monday that they had killed 19 farmers. {} gunmen on Monday ambushed a bus near Loja, "
        "killing the driver."
    )
    assert happenings(text.format("Separately,")) == happenings(text.format("In a separate incident,"))
    assert happenings(text.format("Separately,")) == ["killing", "killing"]
    told = "Gunmen killed a judge in Loja on Monday. Separately, a bishop condemned the attack on the judge."
    assert happenings(told) == ["killing"]


def test_what_the_forces_answer_with_is_a_deed_of_its_own() -> None:
    text = "Rebels attacked a bank in Loja on Friday. {} fired rockets at a school."
    assert happenings(text.format("Soldiers")) == ["attack", "shelling"]
    assert happenings(text.format("They")) == ["shelling"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("A gunman shot dead four clerks in Loja. He was shot dead by police.", [{"clerks"}, {"gunman"}]),
        ("A mayor was shot dead in Loja. One attacker was killed by guards.", [{"mayor"}, {"attacker"}]),
        ("A gunman was killed by police after he shot two clerks in Loja.", [{"gunman"}, {"clerks"}]),
        ("A gunman shot a clerk in Loja. He was shot dead by police.", [{"clerk"}]),
        ("A mayor was shot dead in Loja. The mayor was killed by guards.", [{"mayor"}]),
    ],
)
def test_who_did_a_deed_and_then_fell_fell_in_another(text: str, whom: list[set[str]]) -> None:
    by_happening: dict[int, set[str]] = {}
    for report in reports(text):
        by_happening.setdefault(report.cluster, set()).update(c.value for c in report.claims if c.field == "victim")
    assert list(by_happening.values()) == whom


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Gunmen killed two guards in Loja. A bomb went off outside a bank. No one was hurt.", 2),
        ("Gunmen killed two guards in Loja. A bomb went off outside a bank.", 1),
        ("A bomb killed two guards in Loja. It exploded outside a bank. No customers were hurt.", 1),
    ],
)
def test_what_hurt_nobody_killed_nobody(text: str, deeds: int) -> None:
    assert len({report.cluster for report in reports(text) if report.factuality == "happened"}) == deeds


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The body of a woman was found on Sunday, raising the death toll to eight, the mayor said.", 8),
        ("Rescuers recovered two more bodies on Sunday, bringing the number of dead to nine.", 9),
        ("The toll rose to eight after the body of a woman was found on Sunday.", 8),
        ("Two of the wounded died in hospital on Sunday, bringing the death toll to nine.", 9),
    ],
)
def test_whom_a_toll_counts_died_of_what_was_told(text: str, killed: int) -> None:
    told = reports(f"A missile attack on Loja killed seven people on Friday. {text}")
    assert {report.cluster for report in told} == {told[0].cluster}
    assert [claim.best for claim in told[-1].claims if claim.field == "killed"] == [killed]
    assert told[-1].time_basis != "own"


def test_who_is_found_dead_without_a_toll_may_have_died_of_another_deed() -> None:
    text = "A missile attack on Loja killed seven people on Friday. The body of a woman was found in Quito on Sunday."
    assert happenings(text) == ["shelling", "killing"]


def test_what_a_raid_left_dead_is_told_of_the_raid_and_not_of_what_came_a_day_later() -> None:
    text = "Four people were killed in Loja on Friday, a day after a raid on the town of Ber left six dead."
    killed = {
        report.cluster: claim.best for report in reports(text) for claim in report.claims if claim.field == "killed"
    }
    assert sorted(killed.values()) == [4, 6]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("A cargo ship sank near Aden on Tuesday after it was attacked by rebels with drones.", ["air_strike"]),
        ("Rebels attacked a cargo ship which later sank near Aden.", ["attack"]),
        ("A passenger plane crashed near Loja on Monday after it was hit by a missile.", ["shelling"]),
        ("A passenger plane crashed near Loja on Monday after rebels had attacked a bus.", ["accident", "attack"]),
        ("A cargo ship sank near Aden on Tuesday in a storm.", ["accident"]),
    ],
)
def test_what_sinks_or_crashes_after_an_attack_met_with_no_accident(text: str, deeds: list[str]) -> None:
    assert sorted(happenings(text)) == deeds


def test_what_a_month_gone_by_brought_is_no_part_of_what_the_night_did() -> None:
    text = (
        "Rebels fired missiles at Aleppo overnight, killing four people.\n\n"
        "In April, a missile strike on Aleppo killed 12 people at a market."
    )
    assert sorted(dated(text), key=str) == [("shelling", 12), ("shelling", 4)]


def test_as_many_dead_in_headline_and_lead_are_the_same_dead() -> None:
    text = (
        "At least 38 killed as rebels storm {}\n\nRebels killed at least {} people when they overran the town of Bara."
    )
    assert dated(text.format("Bara", 38)) == [("overtakes_territory", 38)]
    assert len(dated(text.format("Bara", 12))) > 1


def test_soldiers_killed_over_years_are_not_those_killed_last_week() -> None:
    last = "Last week rebels killed three soldiers in Loja."
    told = dated(f"Since 1985, 200 soldiers have been killed in Loja. {last}")
    assert sorted(told, key=str) == [("armed_clash", 200), ("armed_clash", 3)]
    assert dated(f"Since 1985 soldiers have fought rebels in Loja. {last}") == [("armed_clash", 3)]


def test_a_crash_is_none_of_what_rebels_did() -> None:
    text = "Rebels killed three soldiers in Loja. In addition, 73 {} when two helicopters crashed last {}."
    assert happenings(text.format("soldiers were killed", "May")) == ["armed_clash", "accident"]
    text = "Three soldiers died in Loja on Friday. The three soldiers were killed when a helicopter crashed."
    assert happenings(text) == ["accident"]
