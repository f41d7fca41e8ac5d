"""Whom it befell, told in several sentences and by several words; how many of them; and what that makes of the deed."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def reports(text: str, language: str = "en") -> tuple[Report, ...]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return extract(article, find(text, language))


def named(text: str, field: str, language: str = "en") -> set[str]:
    return {claim.value for report in reports(text, language) for claim in report.claims if claim.field == field}


def counted(text: str, field: str, language: str = "en") -> set[int | None]:
    return {claim.best for report in reports(text, language) for claim in report.claims if claim.field == field}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers seized a drug lord in Loja on Monday.", "arrest"),
        ("Troops seize cartel boss in Loja", "arrest"),
        ("Soldiers seized four pupils in Loja on Monday.", "abduction"),
        ("Gunmen seized a gang leader in Loja on Monday.", "abduction"),
    ],
)
def test_the_state_arrests_whom_it_is_after_and_abducts_others(text: str, kind: str) -> None:
    assert {report.sub_event_type for report in reports(text)} == {kind}


def test_those_neutralised_died_if_they_bear_arms() -> None:
    assert counted("Troops neutralised nine bandits in Loja on Monday.", "killed") == {9}
    assert reports("Troops neutralised a bomb in Loja on Monday.") == ()
    assert reports("The new law neutralised nine ministers on Monday.") == ()


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen killed two brothers, 19 and 23, in Loja on Monday.", {2}),
        ("Gunmen killed three men, 19, 23 and 40, in Loja on Monday.", {3}),
        ("Gunmen killed Luis Paz, 45, 12 soldiers and a nurse in Loja on Monday.", {1, 12, 14}),
        ("Shelling of a market in Loja on Monday: 3 killed, 11 injured.", {3}),
        ("Rebels attacked a farm in Loja on Monday. 13 killed, 4 missing.", {13}),
    ],
)
def test_ages_and_other_counts_are_not_added_to_the_dead(text: str, killed: set[int]) -> None:
    assert counted(text, "killed") <= killed
    assert max(killed) in counted(text, "killed")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Judge Ana Mora, her husband and two guards were shot dead in Loja on Monday.", "assassination"),
        ("Rebels killed Mayor Ana Mora and two clerks in Loja on Monday.", "assassination"),
        ("Luis Paz, a congressman, and cook Juan Vera were shot dead in Loja.", "assassination"),
        ("Luis Paz, president of a bank, was machine-gunned in Loja on Monday.", "assassination"),
        ("Senator Luis Paz was gunned down yesterday.", "assassination"),
        ("Luis Paz, a clerk, and his wife were shot dead in Loja.", "killing"),
        ("Rebels killed two councillors in Loja on Monday.", "killing"),
        ("Luis Paz, leader of a drug gang, was shot dead in Loja on Monday.", "killing"),
        ("Luis Paz, leader of the Liberal Party, was shot dead in Loja.", "assassination"),
        ("Luis Paz, leader of the Medellin Cartel, was killed by police in Loja.", "armed_clash"),
    ],
)
def test_the_murder_of_one_who_holds_office_is_an_assassination_whoever_died_beside_him(text: str, kind: str) -> None:
    assert {report.sub_event_type for report in reports(text)} == {kind}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The daughter of Colonel Luis Paz was killed in Loja on Monday.", {"daughter of Colonel Luis Paz"}),
        ("The mayor of Loja Ana Mora was killed on Monday.", {"Ana Mora"}),
        ("The bodies of a couple and their son were found in Loja on Monday.", {"couple", "son"}),
        ("The shoes of a clerk and her son were found in Loja on Monday.", set()),
        ("Among the 14 people killed in Loja were three boys and a nun.", {"people", "boys", "nun"}),
        ("The rebels made them get out, and shot them in Loja on Monday.", set()),
        ("A nurse was kidnapped in Loja. Her body was found on Monday.", {"nurse"}),
        ("Ana Mora and Luis Paz were kidnapped in Loja. Their bodies were found later.", {"Ana Mora", "Luis Paz"}),
        ("A nurse was killed in Loja. Their bodies were found on Monday.", {"nurse"}),
        ("Ana Mora was kidnapped in Loja on Monday with two of her guards.", {"Ana Mora", "guards"}),
        ("Ana Mora was killed in Loja on Monday in a quarrel with two guards.", {"Ana Mora"}),
        ("A clerk was hit in the leg in Loja on Monday.", {"clerk"}),
        ("The mayor was hit in the polls in Loja on Monday.", set()),
        ("Two clerks suffered burns in a blast in Loja on Monday.", {"clerks"}),
        ("Ana Mora was shot dead in Loja. Mora was an actress. Her cook was also killed.", {"Ana Mora", "cook"}),
        ("Police said Luis Paz, a clerk, was shot dead in Loja on Monday.", {"Luis Paz"}),
        ("The guard, said Ana Mora, the mayor of Loja, was shot dead on Monday.", {"mayor of Loja"}),
        ("Friends of Luis Paz, a clerk, who was shot dead in Loja, marched.", {"Luis Paz"}),
        ("Luis Paz met a clerk, who was shot dead in Loja on Monday.", {"clerk"}),
        ("Hundreds came to the funeral of two nurses, murdered in Loja on Monday.", {"nurses"}),
        ("Hundreds came to the funeral of Ana Mora and Luis Paz, murdered by rebels.", {"Ana Mora", "Luis Paz"}),
        ("Hundreds met the mayor of Loja, kidnapped by rebels on Monday.", {"mayor of Loja"}),
        ("Luis Paz and his wife, Carmen, were killed in Loja on Monday.", {"Luis Paz", "Carmen"}),
        ("Gunmen who had waited in a bar stabbed to death two clerks in Loja.", {"clerks"}),
        ("Two clerks were taken to hospital with gunshot wounds in Loja on Monday.", {"clerks"}),
        ("Two clerks were taken to hospital with flowers in Loja on Monday.", set()),
        ("An assassination attempt on Judge Ana Mora failed in Loja on Monday.", {"Ana Mora"}),
        ("The stabbing of a clerk in Loja on Monday shocked the town.", {"clerk"}),
        ("The beating of drums in Loja on Monday woke the town.", set()),
        ("Friends of two pupils from a school, who were shot dead in Loja, marched.", {"pupils"}),
        ("Friends of a school with two pupils, who were shot dead in Loja, marched.", {"pupils"}),
        ("Gunmen burst into the home of Luis Paz in Loja and shot him dead.", {"Luis Paz"}),
        ("Gunmen stopped the car of Ana Mora in Loja and shot her dead.", {"Ana Mora"}),
        ("Gunmen stopped the bus of a company in Loja and shot him dead.", set()),
        ("Gunmen kidnapped two nurses riding home in Loja and shot one of them.", {"nurses"}),
        ("Rebels killed a judge in Loja, Ana Mora, on Monday.", {"Ana Mora"}),
        ("Rebels killed a judge in Loja, Manabi, on Monday.", {"judge"}),
        ("Two men, identified as Luis Paz and Juan Vera, were shot in Loja.", {"Luis Paz", "Juan Vera"}),
        ("Three men, identified as Luis Paz and Juan Vera, were shot in Loja.", {"men"}),
        ("Luis Paz, a soldier, was beaten, tortured and shot in Loja on Monday.", {"Luis Paz"}),
        ("A bomb left two clerks, Luis Paz and Juan Vera, dead in Loja on Monday.", {"Luis Paz", "Juan Vera"}),
        ("A bomb went off in Loja, leaving the brother of Senator Luis Paz wounded.", {"brother of Senator Luis Paz"}),
        ("A bomb went off in Loja, leaving Luis Paz, a clerk, wounded.", {"Luis Paz"}),
        ("Police found the car of a judge kidnapped in Loja on Monday.", {"judge"}),
        ("Luis Paz and his wife, Zanele, were killed in Loja on Monday.", {"Luis Paz", "Zanele"}),
        ("Luis Paz and his wife, Monday witnesses said, were killed in Loja.", {"Luis Paz", "wife"}),
        ("Luis Paz, a clerk and a member of the board, was shot dead in Loja.", {"Luis Paz"}),
        ("Luis Paz, a clerk and a guard were shot dead in Loja.", {"Luis Paz", "clerk", "guard"}),
    ],
)
def test_whom_it_befell(text: str, whom: set[str]) -> None:
    assert named(text, "victim") == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Rebels killed a nurse in Loja. The victim, Ana Mora, was from Cali.", {"Ana Mora"}),
        ("Rebels killed a nurse in Loja. The nurse, Ana Mora, was from Cali.", {"Ana Mora"}),
        ("Rebels killed a nurse in Loja. The mayor, Ana Mora, was a friend.", {"nurse"}),
        ("A man killed a nurse in Loja. The man, Luis Paz, was from Cali.", {"nurse"}),
        ("A man killed a nurse in Loja. The deceased, Ana Mora, was from Cali.", {"Ana Mora"}),
        (
            "Six monks and a cook were killed in Loja. The other monks are Luis Paz and Juan Vera.",
            {"monks", "cook", "Luis Paz", "Juan Vera"},
        ),
        ("Two men were hurt. The two wounded men, Luis Paz and Juan Vera, were from Loja.", {"Luis Paz", "Juan Vera"}),
        ("Six Jesuit priests were killed in Loja. Among the victims is Luis Paz.", {"Jesuit priests", "Luis Paz"}),
    ],
)
def test_who_those_are_whom_the_next_sentence_calls_by_a_noun(text: str, whom: set[str]) -> None:
    assert named(text, "victim") == whom


def test_them_is_nobody() -> None:
    assert named("Six men died. Two of them were shot in Loja, two in Quito and one in Manta.", "victim") == {"men"}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Among the 14 people killed in Loja were three boys and a nun.", {14}, set()),
        ("Two guards were among the nine dead in Loja on Monday.", {9}, set()),
        ("Two guards were among the dead in Loja on Monday.", set(), set()),
        ("Luis Paz was shot dead in Loja. Paz was hit by two bullets and died later.", {1}, set()),
        ("Luis Paz was shot dead in Loja. Ana Mora was hit by two bullets.", {1}, {1}),
        ("A clerk was shot in the leg in Loja on Monday.", set(), {1}),
        ("Two clerks suffered burns in a blast in Loja on Monday.", set(), {2}),
        ("Three nurses were kidnapped in Loja. Their bodies were found on Monday.", {3}, set()),
        ("Gunmen murdered the Salesians in Loja on Monday.", set(), set()),
        ("Gunmen murdered Mireya Salas in Loja on Monday.", {1}, set()),
        ("A family of five was killed in Loja on Monday.", {5}, set()),
        ("A man of 45 was killed in Loja on Monday.", {1}, set()),
        ("Ana Mora was fatally shot in Loja on Monday.", {1}, set()),
        ("Ana Mora was badly shot in Loja on Monday.", set(), set()),
        ("A mob lynched two men in Loja on Monday.", {2}, set()),
        ("A blast took the lives of two clerks in Loja on Monday.", {2}, set()),
        ("A blast took place near two clerks in Loja on Monday.", set(), set()),
        ("Three clerks were treated for bullet wounds in Loja on Monday.", set(), {3}),
        ("No fewer than 12 clerks were killed in Loja on Monday.", {12}, set()),
        ("No clerks were killed in Loja on Monday.", set(), set()),
        ("Twelve clerks are dead after a shooting in Loja on Monday.", {12}, set()),
        ("A blast in Loja on Monday left two of his guards dead.", {2}, set()),
        ("A blast in Loja on Monday left eight pupils on a bus injured.", set(), {8}),
    ],
)
def test_how_many_died_and_were_hurt(text: str, killed: set[int], injured: set[int]) -> None:
    assert (counted(text, "killed"), counted(text, "injured")) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "happenings"),
    [
        ("A gunman killed Ana Mora in Loja. The gunman was wounded by her guards.", 2),
        ("A gunman killed Ana Mora in Loja. A cook was wounded by the gunman.", 1),
    ],
)
def test_what_guards_do_to_the_gunman_is_not_what_he_did(text: str, happenings: int) -> None:
    assert len({report.cluster for report in reports(text)}) == happenings


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Police are looking into the bombing of a school in Loja on Monday.", {"school"}),
        ("Police are looking into the car bombing of a school in Loja on Monday.", {"school"}),
        ("Police are looking into the explosion of a gas cylinder in Loja on Monday.", set()),
        ("A school was rocked by an explosion in Loja on Monday.", {"school"}),
        ("Telephone lines were rocked by a grenade in Loja on Monday.", {"Telephone lines"}),
        ("A school was planned by the builder of a bomb in Loja on Monday.", set()),
        ("A bomb exploded next to a school in Loja on Monday.", {"school"}),
        ("A bomb caused heavy damage to a school in Loja on Monday.", {"school"}),
        ("A bomb shattered the windows of a school in Loja on Monday.", {"school"}),
        ("A bomb shattered the calm of a school in Loja on Monday.", set()),
        ("A bomb shattered windows in Loja on Monday.", set()),
        ("Rebels besieged a school in Loja on Monday.", {"school"}),
    ],
)
def test_what_was_hit(text: str, what: set[str]) -> None:
    assert named(text, "target") == what


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Police picked up two clerks in Loja on Monday.", {"clerks"}),
        ("Two clerks were taken in for questioning in Loja on Monday.", {"clerks"}),
        ("A bus picked up two clerks in Loja on Monday.", set()),
        ("Police arrest Luis Paz in Loja\n\nIt rained all night.", {"Luis Paz"}),
        ("Police arrest shocks Luis Paz in Loja\n\nIt rained all night.", set()),
    ],
)
def test_whom_the_police_hold(text: str, whom: set[str]) -> None:
    assert named(text, "actor2") == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Armed men took Luis Paz from his home in Loja on Monday.", {"Luis Paz"}),
        ("A taxi took Luis Paz from his home to Loja on Monday.", set()),
    ],
)
def test_who_is_taken_from_home(text: str, whom: set[str]) -> None:
    assert named(text, "victim") == whom


def test_people_are_several_also_behind_their_families() -> None:
    assert named("The families of the nine people who were killed in Loja wept.", "victim") == {"people"}
    assert named("Two aides of the mayor who were killed in Loja wept.", "victim") == {"aides of the mayor"}


def test_there_is_where_and_no_object() -> None:
    text = "Nuns found bodies, which brings to 52 the number of people killed there during the raid."
    assert named(text, "perpetrator") == set()
    assert counted(text, "killed") == {52}
    assert "armed_clash" in {report.sub_event_type for report in reports("Police said there were clashes in Loja.")}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Gunmen killed Juan Vera, the mayor of Loja, and two guards on Friday.", {"Juan Vera", "guards"}),
        ("Gunmen killed Juan Vera—the mayor of Loja—and two guards on Friday.", {"Juan Vera", "guards"}),
        ("A clerk, mother of two, and her husband were killed in Loja.", {"clerk", "husband"}),
        ("A clerk aged 30 and a cook of 25 were killed in Loja.", {"clerk", "cook"}),
        # These are others.
        ("Gunmen killed Juan Vera, his driver, and two guards in Loja.", {"Juan Vera", "driver", "guards"}),
        ("Gunmen killed the governor, the mayor of Loja, and two guards.", {"governor", "mayor of Loja", "guards"}),
        ("A clerk, a mother of two, and her husband were killed in Loja.", {"clerk", "mother of two", "husband"}),
    ],
)
def test_what_somebody_is_said_to_be_between_marks_is_nobody_else(text: str, whom: set[str]) -> None:
    assert named(text, "victim") == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("A shell hit a shop in Loja, on the border, on Friday.", {"shop"}),
        ("A shell hit a border post in Loja on Friday.", {"border post"}),
    ],
)
def test_a_border_is_where_it_was_and_not_what_was_hit(text: str, whom: set[str]) -> None:
    told = (claim for report in reports(text) for claim in report.claims)
    assert {claim.value for claim in told if claim.field in {"target", "victim"}} == whom


@pytest.mark.parametrize("among", ["among them", "including"])
def test_those_counted_are_told_of_beside_the_one_named_among_them(among: str) -> None:
    text = f"Some 33 farmers, {among} the head of their union for the area, Ana Mora, were killed in Loja on Monday."
    assert counted(text, "killed") == {33}
    assert named(text, "victim") >= {"farmers"}


def test_hostages_freed_are_not_all_of_those_taken_in_one_place() -> None:
    text = "Nine hostages, among them nuns abducted in Loja on 18 May, were released and handed over to the police."
    taken = next(report for report in reports(text) if report.sub_event_type == "abduction")
    assert {claim.value for claim in taken.claims if claim.field == "victim"} == {"nuns"}


def test_all_but_two_begins_no_other_clause() -> None:
    text = "Rebels killed nine nuns, all but two of them old, in Loja on 5 May, a monitor said."
    assert {report.place.location for report in reports(text)} == {"Loja"}


@pytest.mark.parametrize(
    ("behind", "victims"),
    [
        (", two officials and a medic said.", {"soldiers", "Luis Paz"}),
        (" and a nurse, officials said.", {"soldiers", "Luis Paz", "nurse"}),
        (", a cook and a nurse.", {"soldiers", "Luis Paz", "cook", "nurse"}),
    ],
)
def test_who_says_it_right_behind_a_list_of_the_dead_is_none_of_them(behind: str, victims: set[str]) -> None:
    assert named(f"Rebels killed nine soldiers in Loja, including Captain Luis Paz{behind}", "victim") == victims


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ana Mora, who had received threats, and her sons were shot dead in Loja.", {"Ana Mora", "sons"}),
        ("A cook, who was riding a bus, and his wife were shot dead in Loja.", {"cook", "wife"}),
        ("Ana Mora, who owned a bank, a mill, and a school, was shot dead in Loja.", {"Ana Mora"}),
        ("Gunmen shot dead Ana Mora, who was riding a bus, and her sons fled Loja.", {"Ana Mora"}),
    ],
)
def test_a_relative_clause_between_commas_does_not_part_those_whom_and_joins(text: str, whom: set[str]) -> None:
    assert named(text, "victim") == whom


@pytest.mark.parametrize(
    ("quoted", "whom"),
    [
        (
            '"We have run out of words," said the head of the mission, Ana Mora. "She was resting when she was shot."',
            set(),
        ),
        ('"Ana Mora was our best," said the head of the mission. "She was resting when she was shot."', {"Ana Mora"}),
    ],
)
def test_who_is_quoted_is_not_the_one_she_speaks_of(quoted: str, whom: set[str]) -> None:
    assert named(f"A drone wounded a nurse in Loja.\n\n{quoted}", "victim") == whom | {"nurse"}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ana Mora was, according to the ministry, shot dead by gunmen in Loja.", {"Ana Mora"}),
        ("Ana Mora was, police said, shot dead by gunmen in Loja.", {"Ana Mora"}),
        ("The street was quiet, according to the ministry, when gunmen shot dead Ana Mora in Loja.", {"Ana Mora"}),
    ],
)
def test_what_commas_set_off_behind_was_does_not_part_it_from_its_participle(text: str, whom: set[str]) -> None:
    assert named(text, "victim") == whom


@pytest.mark.parametrize(
    ("left", "whom", "killed"),
    [
        ("Ana Mora, 34, dead", {"Ana Mora"}, {1}),
        ("six clerks, including two women, dead", {"clerks", "women"}, {6}),
        ("a family of five dead", {"family of five"}, {5}),
        ("Ana Mora, 34, homeless", set(), set()),
    ],
)
def test_those_left_dead_are_so_whatever_is_told_of_them_before(left: str, whom: set[str], killed: set[int]) -> None:
    text = f"An attack by rebels in Loja left {left}."
    assert (named(text, "victim"), counted(text, "killed")) == (whom, killed)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A nurse was attacked on Monday by four men on a motorcycle in Loja.", set()),
        ("A nurse was attacked in Loja by members of the ELN on motorcycles.", set()),
        ("An attack by four men on a motorcycle in Loja left a nurse dead.", set()),
        ("An attack on a nurse by rebels in a truck in Loja left her dead.", set()),
        ("An attack by rebels on a truck in Loja left a nurse dead.", {"truck"}),
    ],
)
def test_what_the_attackers_came_on_was_not_attacked(text: str, target: set[str]) -> None:
    assert named(text, "target") == target


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Mayor of Loja kidnapped by rebels", {"Mayor of Loja"}),
        ("The wife of Luis Paz kidnapped by rebels in May was freed in Loja.", {"wife of Luis Paz"}),
        ("The lawyer of two nurses kidnapped by rebels spoke in Loja.", {"nurses"}),
    ],
)
def test_a_participle_does_not_tell_a_name_from_others_of_that_name(text: str, whom: set[str]) -> None:
    assert named(text, "victim") | named(text, "actor2") == whom


@pytest.mark.parametrize(
    ("behind", "whom"),
    [
        ("They included Ana Mora, a nurse.", {"people", "Ana Mora"}),
        ("They did not include Ana Mora, a nurse.", {"people"}),
        ("The rebels included Ana Mora, a nurse.", {"people"}),
    ],
)
def test_those_whom_the_dead_include_are_named(behind: str, whom: set[str]) -> None:
    assert named(f"The ELN killed three people in Loja. {behind}", "victim") == whom


@pytest.mark.parametrize(
    ("who", "killed"), [("Ana Mora and Luis Paz", {2}), ("Ana Mora and her guards", set()), ("Six nurses", {6})]
)
def test_as_many_as_they_are_who_were_killed_are_counted(who: str, killed: set[int]) -> None:
    text = f"{who} were leaving home in Loja when they were killed by gunmen."
    assert counted(text, "killed") == killed


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Colleagues paid tribute to Ana Mora, shot dead by rebels in Loja on Monday.", {"Ana Mora"}),
        ("A gunman killed Ana Mora with a single shot through a window in Loja.", {"Ana Mora"}),
        ("A minister paid tribute to bombing victims and nurses in Loja on Monday.", set()),
        ("A minister was accused of bombing victims and nurses in Loja on Monday.", {"nurses"}),
        ("Six men were driven to Loja, shot dead by rebels and buried on Monday.", {"men"}),
        ("In an attack blamed on rebels, Ana Mora, 34, was killed in Loja on Monday.", {"Ana Mora"}),
        ("Ana Mora's shooting by gunmen in Loja on Monday shocked the country.", {"Ana Mora"}),
        ("Ana Mora's shooting in Loja on Monday shocked the country.", {"Ana Mora"}),
        ("The rebels' shooting in Loja on Monday shocked the country.", set()),
        ("The gunmen's shooting of Ana Mora in Loja on Monday shocked the country.", {"Ana Mora"}),
        ("A family of five, who were killed by rebels in Loja on Monday, had just arrived.", {"family of five"}),
        ("The wife of a judge, who was killed by rebels in Loja on Monday, had just arrived.", {"judge"}),
    ],
)
def test_those_it_befell_are_found_behind_a_tribute_an_opening_and_an_owner(text: str, whom: set[str]) -> None:
    assert named(text, "victim") == whom
    assert named(text, "perpetrator").isdisjoint(whom)


@pytest.mark.parametrize(
    ("headline", "whom", "killed"),
    [
        ("Two nurses and a clerk dead after raid in Loja", {"nurses", "clerk"}, {1, 2, 3}),
        ("Two nurses dead and a clerk wounded after raid in Loja", {"nurses", "clerk"}, {2}),
    ],
)
def test_all_of_the_list_that_a_headline_says_to_be_dead_are(headline: str, whom: set[str], killed: set[int]) -> None:
    text = f"{headline}\n\nThe governor gave no details on Monday."
    assert (named(text, "victim"), counted(text, "killed")) == (whom, killed)


@pytest.mark.parametrize(
    ("headline", "trigger", "whom"),
    [
        ("Man accused of killing his wife arrested in Loja", "arrested", "Man"),
        ("Man who killed two students arrested in Loja", "arrested", "Man"),
        ("Soldier convicted of murdering two students released in Loja", "released", "Soldier"),
        ("Two men wanted for the murder of a judge killed in Loja shootout", "shootout", "men"),
        # Not where another verb is the sentence's.
        ("Army frees two students kidnapped in May", "kidnapped", "students"),
        ("Man who shot two nurses fled before police found a clerk killed in Loja", "killed", "clerk"),
    ],
)
def test_the_last_participle_of_a_headline_is_said_of_whom_the_others_describe(
    headline: str, trigger: str, whom: str
) -> None:
    told = {report.trigger: report for report in reports(f"{headline}\n\nThe governor gave no details on Monday.")}
    assert whom in {claim.value for claim in told[trigger].claims if claim.field in ("victim", "actor2")}


@pytest.mark.parametrize(
    ("text", "language", "whom"),
    [
        (
            "Luis Paz, mayor of Achi, in the department of Bolivar, who was kidnapped on Friday, is 45.",
            "en",
            "Luis Paz",
        ),
        ("Luis Paz, alcalde de Achí, en el departamento de Bolívar, quien fue secuestrado, dimitió.", "es", "Luis Paz"),
        ("The army fought in Loja, in the house of Senator Ana Mora, who was wounded on Friday.", "en", "Ana Mora"),
    ],
)
def test_who_is_told_of_behind_a_place_within_a_place_is_no_place(text: str, language: str, whom: str) -> None:
    assert named(text, "victim", language) == {whom}


@pytest.mark.parametrize(
    ("text", "language", "whom"),
    [
        (
            "Cinco miembros de la banda que opera en Loja y Zamora murieron en un ataque.",
            "es",
            {"miembros de la banda"},
        ),
        ("Dos miembros de la banda que operan en Loja murieron en un ataque.", "es", {"miembros de la banda"}),
        ("A clerk of the (ABC) television network was killed in Loja.", "en", {"clerk of the television network"}),
        ("Many people inside were wounded in the attack in Loja on Friday.", "en", {"people"}),
        ("Despite the fact that many people inside were wounded, the army shelled Loja on Friday.", "en", {"people"}),
        (
            "The burned and mutilated bodies of three more unidentified men were found in Loja.",
            "en",
            {"unidentified men"},
        ),
        ("Labour, student and church leaders were killed in Loja.", "en", {"Labour, student and church leaders"}),
        ("Nurses and church leaders were killed in Loja.", "en", {"Nurses", "church leaders"}),
        ("Luis Paz fue baleado en Loja el viernes. Murió camino al hospital.", "es", {"Luis Paz"}),
        ("A mine went off in Loja. Three soldiers were somewhat seriously wounded.", "en", {"soldiers"}),
    ],
)
def test_whom_it_befell_is_told_in_whole_phrases(text: str, language: str, whom: set[str]) -> None:
    assert named(text, "victim", language) == whom


def test_two_who_are_known_by_their_offices_are_not_both_the_one_who_is_named() -> None:
    text = "The magistrate and the colonel had been murdered in Loja; Luis Paz was murdered that evening."
    assert named(text, "victim") == {"magistrate", "colonel", "Luis Paz"}
    alone = "Luis Paz was murdered in Loja on Friday. The colonel was murdered in his home."
    assert named(alone, "victim") == {"Luis Paz"}


def test_they_who_were_freed_or_charged_are_as_many_as_were_told_of() -> None:
    taken = "Luis Paz and Juan Vera were kidnapped in Loja on Friday. They were freed on Saturday."
    assert named(taken, "actor2") == {"Luis Paz", "Juan Vera"}
    charged = "Ana Mora was murdered in Loja. A judge sought Luis Paz and Juan Vera and charged them with fraud."
    assert "Ana Mora" not in named(charged, "actor2")


@pytest.mark.parametrize(
    ("text", "language", "field", "whom"),
    [
        # Behind a rally, a search ...: who is told of in the next clause, not whom the one before tells of.
        (
            "A clerk was shot dead as he met friends at a rally, and a guard died in Loja.",
            "en",
            "victim",
            "clerk guard",
        ),
        ("La Policía detuvo al autor de las puñaladas a Ana Mora en Loja.", "es", "actor2", "autor"),
        ("La Policía detuvo en Loja a Luis Paz y a Ana Mora.", "es", "actor2", "Luis Paz Ana Mora"),
        ("Two pupils abducted from the Girls School, Dankurmi, have been freed.", "en", "actor2", "pupils"),
        ("Ana Mora vive en Loja. La policía voló un cilindro, lo que obligó a cerrar la vía.", "es", "actor1", ""),
        (
            "Mataron a dos miembros de la organización criminal Los Lobos de la Sierra en Lima.",
            "es",
            "victim",
            "miembros de la organización criminal Los Lobos de la Sierra",
        ),
    ],
)
def test_no_other_phrase_of_the_sentence_is_whom_it_befell(text: str, language: str, field: str, whom: str) -> None:
    told = named(text, field, language)
    assert set(" ".join(told).split()) == set(whom.split())


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Police said on Friday a nurse and a driver were killed in Loja.", {"nurse", "driver"}),
        ("Police said on Friday two men and a cook were killed in Loja.", {"men", "cook"}),
        ("Police killed two men on Friday and a nurse was wounded in Loja.", {"men", "nurse"}),
    ],
)
def test_a_day_in_front_of_a_list_takes_nobody_from_it(text: str, whom: set[str]) -> None:
    assert named(text, "victim") == whom


@pytest.mark.parametrize(
    "text",
    [
        "A nurse, held hostage in Loja for two weeks, said on Saturday she was well.",
        "A nurse held captive in Loja for two weeks was freed on Saturday.",
    ],
)
def test_who_is_told_to_be_held_hostage_held_nobody(text: str) -> None:
    assert (named(text, "victim"), named(text, "perpetrator")) == ({"nurse"}, set())
    assert named(text, "actor2") <= {"nurse"}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Rebels were able to kill two guards in Loja on Monday.", {"Rebels"}),
        ("Rebels were unable to kill two guards in Loja on Monday.", {"Rebels"}),
        ("Two men are likely to be charged with killing a judge in Loja.", {"men"}),
    ],
)
def test_who_is_said_to_be_able_or_likely_to_does_or_suffers_it(text: str, doers: set[str]) -> None:
    assert named(text, "perpetrator") == doers
    assert not {"able", "unable", "likely"} & {claim.value for one in reports(text) for claim in one.claims}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a police post in Loja early on Monday killing two guards.",
        "The rebels, fighting a war for the north, killed two guards in Loja on Monday.",
    ],
)
def test_a_gerund_between_a_deed_and_its_doer_takes_nobodys_place(text: str) -> None:
    assert {who.removeprefix("The ").lower() for who in named(text, "perpetrator")} == {"rebels"}
    assert counted(text, "killed") == {2}


def test_whom_a_participle_only_describes_is_not_told_to_have_been_convicted() -> None:
    assert reports("Police questioned convicted murderer Luis Paz in Loja on Monday.") == ()
    assert {one.sub_event_type for one in reports("Police freed kidnapped nurse Ana Mora in Loja on Monday.")} == {
        "hostage_rescue"
    }


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Police have arrested and questioned a man in Loja on Monday.", "en"),
        ("La Policía ha detenido y acusado a un hombre en Loja el lunes.", "es"),
    ],
)
def test_two_verbs_of_one_perfect_share_whom_they_befall(text: str, language: str) -> None:
    assert named(text, "actor2", language) in ({"man"}, {"hombre"})


def test_what_a_headline_says_somebody_is_to_do_is_planned() -> None:
    told = [reports(text)[0].factuality for text in ("Unions to march in Loja", "Rebels to attack Loja on Friday")]
    assert told == ["planned", "planned"]


def test_what_nobody_was_able_to_do_did_not_come_about() -> None:
    told = {one.factuality for one in reports("Gunmen were unable to kidnap the mayor in Loja on Monday.")}
    assert told == {"possible"}
    assert {one.factuality for one in reports("Peace talks were held in Loja on Monday.")} == {"happened"}


def test_the_other_side_of_a_clash_is_not_among_its_dead() -> None:
    text = "Ten rebels were killed in a battle with soldiers in Loja on Monday."
    assert (named(text, "victim"), named(text, "perpetrator")) == ({"rebels"}, {"soldiers"})
    beside = "Ten rebels were killed with two soldiers in a clash in Loja on Monday."
    assert named(beside, "victim") == {"rebels", "soldiers"}


def test_what_of_somebody_was_hurt_is_nobody() -> None:
    text = "Luis Paz sufrió la amputación de un pie, y su hija Ana, heridas leves por una explosión en Loja."
    assert "pie" not in named(text, "victim", "es")


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        # By their names, which an apposition or "one of ..." gives them.
        ("Friends mourned Sean Doyle, the clerk killed in Loja on Monday.", {"Sean Doyle"}),
        ("Friends mourned the slain clerk, Sean Doyle, in Loja on Monday.", {"Sean Doyle"}),
        ("Ana Mora was one of the three people killed in the blast in Loja on Monday.", {"Ana Mora"}),
        ("The mother of Ana Mora, one of three people killed in the blast in Loja, said she fled.", {"Ana Mora"}),
        ("A minister was among 13 wounded in the blast in Loja on Monday.", {"minister"}),
        ("Among the 12 killed in Loja on Monday were three children and Ana Mora.", {"children", "Ana Mora"}),
        ("The blast killed militia chief Abu Karim al-Hadi and Luis Paz in Loja.", {"Abu Karim al-Hadi", "Luis Paz"}),
        ("The blast wounded an elder, Luis Paz, and his son in Loja on Monday.", {"Luis Paz", "son"}),
        ("The target of the bombing in Loja on Monday was a judge.", {"judge"}),
        ("The bombing in Loja on Monday targeted soldiers.", {"soldiers"}),
        ("The target of the bombing in Loja on Monday was unclear.", set()),
        ("The blast in Loja on Monday left a nurse with serious injuries.", {"nurse"}),
        ("A worker was treated for minor injuries after the blast in Loja on Monday.", {"worker"}),
        # Who stands behind the noun of a deed, or comes to help, did not suffer it.
        ("Police questioned the parents of bombing suspect Luis Paz in Loja on Monday.", set()),
        ("Bombing suspects' parents were questioned in Loja on Monday.", set()),
        ("Gunmen were accused of killing suspect Luis Paz in Loja on Monday.", {"Luis Paz"}),
        ("A bomb went off in Loja on Monday. Neighbours came to help the dead and wounded.", set()),
        ("A bomb killed 15 clerks in Loja on Monday and a further seventeen were wounded.", {"clerks"}),
    ],
)
def test_whom_a_deed_befell_is_neither_who_stands_near_nor_lost_behind_a_number(text: str, whom: set[str]) -> None:
    assert named(text, "victim") == whom


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two clerks were killed and scores more wounded in the blast in Loja on Monday.", True),
        ("A blast in Loja on Monday killed two clerks and injured scores others.", True),
        ("Scores were injured in the blast in Loja on Monday.", True),
        ("A blast in Loja on Monday injured Luis Paz, who had high test scores.", False),
    ],
)
def test_scores_count_people_as_dozens_do(text: str, told: bool) -> None:
    lows = {claim.low for report in reports(text) for claim in report.claims if claim.field == "injured"}
    assert (20 in lows) == told


def test_whom_spanish_tells_to_have_been_the_target() -> None:
    assert named("El blanco del atentado en Loja el lunes fue un juez.", "victim", "es") == {"juez"}


def test_a_further_number_counts_by_the_number() -> None:
    text = "A bomb killed 15 clerks in Loja on Monday and a further seventeen were wounded."
    assert counted(text, "injured") == {17}


@pytest.mark.parametrize(
    ("text", "language", "types", "killed"),
    [
        # What a deed brought down, and what a bomber crashed into, is no accident beside it.
        ("A blast in Loja on Monday caused a wall to collapse, killing two.", "en", {"explosive_device"}, 2),
        ("A bomb went off in Loja on Monday, causing a house to collapse.", "en", {"explosive_device"}, None),
        ("La explosión de una bomba provocó el derrumbe de una casa en Loja.", "es", {"explosive_device"}, None),
        ("An earthquake caused a school to collapse in Loja on Monday.", "en", {"natural_disaster"}, None),
        ("A suicide bomber crashed into a patrol in Kabul on Monday.", "en", {"suicide_bomb"}, None),
        ("A van driver crashed into a wall in Loja on Monday, killing two.", "en", {"accident"}, 2),
        # Gas blows up by itself.
        ("A gas explosion killed two people in Loja on Monday.", "en", {"accident"}, 2),
        ("Una explosión de gas mató a dos personas en Loja el lunes.", "es", {"accident"}, 2),
        # One deed, whatever it tore through.
        ("Blasts ripped through shops and bars in Loja on Monday, killing two.", "en", {"explosive_device"}, 2),
        ("Two clerks were hit by gunfire in Loja on Monday.", "en", {"attack"}, None),
    ],
)
def test_what_came_of_a_deed_is_told_with_it(text: str, language: str, types: set[str], killed: int | None) -> None:
    assert {report.sub_event_type for report in reports(text, language)} == types
    assert counted(text, "killed", language) == ({killed} if killed else set())


def test_most_of_those_counted_are_told_with_them() -> None:
    text = "El ataque en Loja el lunes mató a 12 personas, la mayoría de ellas soldados."
    assert counted(text, "killed", "es") == {12}


def test_nobody_is_a_case_or_a_weapon_of_mass_destruction() -> None:
    assert named("Prosecutors prosecuted the case in Loja on Monday.", "actor2") == set()
    text = "He was charged with using a weapon of mass destruction in Loja on Monday."
    assert {report.sub_event_type for report in reports(text)} == {"charges_ruling"}


def test_what_a_camera_captures_is_not_arrested() -> None:
    assert reports("The man was captured on video in Loja on Monday.") == ()
    assert reports("A camera captured the moment in Loja on Monday.") == ()
    assert named("Police captured the man in Loja on Monday.", "actor2") == {"man"}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The clerk cannot vote because he's been jailed for fraud.", {"clerk"}),
        ("Ana Mora, who'd been jailed for fraud, fled on Monday.", {"Ana Mora"}),
        ("The president pardoned two clerks jailed for incitement in Loja.", {"clerks"}),
        ("The clerk photographed in Loja after two raids was jailed for fraud.", {"clerk"}),
    ],
)
def test_who_is_jailed_is_told_in_short_forms_and_never_what_for(text: str, whom: set[str]) -> None:
    assert named(text, "actor2") == whom


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [
        ("President Luis Paz appointed Ana Mora on Monday.", "en", "Change of office: Ana Mora"),
        ("The minister Ana Mora resigned on Monday.", "en", "Change of office: Ana Mora"),
        ("El presidente Luis Paz destituyó a la ministra Ana Mora el lunes.", "es", "Cambio en un cargo: Ana Mora"),
    ],
)
def test_a_title_names_whose_office_it_is(text: str, language: str, title: str) -> None:
    assert [report.title for report in reports(text, language)] == [title]


@pytest.mark.parametrize(
    ("text", "language", "whom"),
    [
        # The two verbs have one object, whatever the form of the second.
        ("Police arrested and beat six students in Loja.", "en", {"students"}),
        ("Rebels kidnapped and took away two nurses in Loja.", "en", {"nurses"}),
        # An adjective between commas is nobody.
        ("Six rangers at the park, famous for its bears, were killed in Loja.", "en", {"rangers"}),
        ("Two guards on the bus, unable to flee, were killed in Loja.", "en", {"guards"}),
        ("Dos guardias del bus, incapaces de huir, fueron asesinados en Loja.", "es", {"guardias del bus"}),
        ("Ana Mora, botanist at the zoo, was killed in Loja.", "en", {"Ana Mora"}),
        ("Two nurses were killed alongside a guard in Loja.", "en", {"nurses", "guard"}),
        ("Gunmen shot two guards atop a tower in Loja.", "en", {"guards"}),
        ("All of the nurses were arrested in Loja.", "en", {"nurses"}),
        ("Soldiers fought alongside militiamen against rebels in Loja.", "en", set()),
        ("Police arrested a judge along with two policemen in Loja.", "en", {"judge", "policemen"}),
        ("Police officers display rifles seized in Loja on Monday.", "en", {"rifles"}),
        # Headlines: two participles, two verbs, a deed's noun and its verb.
        ("Two nurses killed, a guard hurt in Loja", "en", {"nurses", "guard"}),
        ("Gunman shoots two nurses, wounds a guard in Loja", "en", {"nurses", "guard"}),
        ("Shelling kills two nurses in Loja", "en", {"nurses"}),
        ("Rebels stormed a clinic in Loja, shooting two nurses and firing rockets.", "en", {"nurses"}),
        ("Gunmen shot dead two men in Loja after dragging them from a car.", "en", {"men"}),
        # Nor by the name of a feast.
        ("Two monks died in an attack in Loja on Yom Kippur; the attacker was shot dead.", "en", {"monks", "attacker"}),
        # Nor is one in front of the noun of a deed.
        ("Rain caused serious flooding in Loja on Monday.", "en", set()),
    ],
)
def test_whom_it_befell_is_told_by_no_verb_or_adjective_beside_it(text: str, language: str, whom: set[str]) -> None:
    told = named(text, "victim", language) | named(text, "actor2", language)
    assert told == whom


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("A guard died when a remote-controlled improvised bomb, planted by rebels, detonated in Loja.", "rebels"),
        ("Three guards died in heavy shelling by rebels in Loja.", "rebels"),
        ("A video shows rebels holding two nurses in Loja.", "rebels"),
        ("Preliminary reports suggest unknown rebels shot two nurses in Loja.", "unknown rebels"),
        # Adverbs are part of no noun.
        ("The rebels nevertheless killed two nurses in Loja.", "rebels"),
        ("The rebels shot a guard and afterwards abducted two nurses in Loja.", "rebels"),
        ("The rebels elsewhere killed two nurses on Monday.", "rebels"),
        ("The rebels had earlier killed two nurses in Loja.", "rebels"),
        ("The rebels themselves killed two nurses in Loja.", "rebels"),
        ("Some of the rebels killed two nurses in Loja.", "rebels"),
        ("The rebels ended up killing two nurses in Loja.", "rebels"),
    ],
)
def test_who_did_it_is_found_behind_what_stands_between(text: str, doer: str) -> None:
    assert named(text, "perpetrator") == {doer}


def test_what_they_ended_up_doing_they_did() -> None:
    assert named("Los rebeldes terminaron matando a dos enfermeras en Loja.", "perpetrator", "es") == {"rebeldes"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two men were jailed in Loja on Monday.", "charges_ruling"),
        ("A court in Loja jailed two men on Monday.", "charges_ruling"),
        ("Police jailed two men in Loja on Monday.", "arrest"),
        ("Two men were held in Loja on suspicion of robbery.", "arrest"),
        ("Two inmates fled a prison in Loja.", "prison_escape"),
    ],
)
def test_who_is_behind_bars_was_held_ruled_on_or_fled(text: str, kind: str) -> None:
    assert {report.sub_event_type for report in reports(text)} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "None of the hostages were killed in Loja.",
        "Neither of the nurses was shot in Loja.",
        "None of the rebels killed two nurses in Loja.",
    ],
)
def test_what_befell_none_of_them_took_place_nowhere(text: str) -> None:
    assert all(report.factuality == "denied" for report in reports(text))


@pytest.mark.parametrize("share", ["Half", "Both", "The rest", "The majority"])
def test_a_share_of_several_is_not_one(share: str) -> None:
    text = f"{share} of the hostages were freed in Loja on Monday."
    assert [report.sub_event_type for report in reports(text)] == ["hostage_release"]
    assert counted(text, "released") == set()


@pytest.mark.parametrize(
    ("headline", "kind", "killed", "injured"),
    [
        ("Bomb kills 12, injures 30 in Loja", "explosive_device", {12}, {30}),
        ("Bombing kills five in Loja", "explosive_device", {5}, set()),
        ("Quake hits Loja, 12 dead", "natural_disaster", {12}, set()),
    ],
)
def test_a_headline_tells_all_it_counts(headline: str, kind: str, killed: set[int], injured: set[int]) -> None:
    assert {report.sub_event_type for report in reports(headline)} == {kind}
    assert (counted(headline, "killed"), counted(headline, "injured")) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "field", "told"),
    [
        ("Two nurses from Loja, a town of 2,000 people, were killed on Monday.", "victim", {"nurses"}),
        ("Two nurses from the hospital, members of a union, were killed.", "victim", {"nurses"}),
        ("Rebels in Loja, a province on the border, killed two nurses on Monday.", "perpetrator", {"Rebels"}),
        ("Rebeldes en Loja, una provincia de la frontera, mataron a un juez.", "perpetrator", {"Rebeldes"}),
        ("A bomb in Kutum, a town in North Darfur, killed two nurses on Monday.", "instrument", {"bomb"}),
        ("In Loja, the capital of the south, a shop and two schools were bombed.", "target", {"shop", "schools"}),
        ("In Valle del Cauca department, 50 km from Cali, two men killed a nurse.", "perpetrator", {"men"}),
        ("After an attack in the market, a man, 31, was shot dead.", "victim", {"man"}),
        ("A spokesman confirmed the destruction of two bridges to Reuters.", "target", {"bridges"}),
    ],
)
def test_what_is_told_of_a_town_or_whom_is_told_is_nobody_in_the_deed(text: str, field: str, told: set[str]) -> None:
    assert named(text, field, "es" if "Rebeldes" in text else "en") == told
