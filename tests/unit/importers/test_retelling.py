"""A deed told again, with less, with other words or with a part of it only, is the deed told before."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def reports(text: str) -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    return [report for report in extract(article, find(text, "en")) if not report.candidate]


@pytest.mark.parametrize(
    "text",
    [
        # Whom a noun describes with the article, the reader knows already.
        "Gunmen shot dead Pablo Vera of the UPD in Loja on Friday. Experts searched where the UPD spokesman was shot.",
        # The father's surname alone, both surnames, the family.
        "Gunmen killed Rosa Mendoza in Loja on Friday. Nobody knows a motive for the murder of Mendoza Lasso.",
        "Rebels killed brothers Luis and Juan Vera in Loja on Friday. Witnesses said the Veras were killed for money.",
        # "A bomb" may be one of two, if the place is the same.
        "Police told of the explosion of two bombs at an office in Loja. A bomb exploded at an office in Loja by day.",
        # Some of those told of before.
        "Rebels abducted three engineers in Loja on Friday. Two of three engineers who were abducted have families.",
        "Two men were shot dead in Loja on Friday. The other man killed was a Chilean.",
        "Two bombings rocked Loja on Friday. The first bomb hit a bank. The second bomb was placed at a school.",
        # What came of it.
        "Gunmen fired two rockets at a bus in Loja on Friday. As a result of the rebel attack, a clerk was killed.",
        "A bomb went off at a shop in Loja on Friday. It was noon. A street vendor was killed.",
        # Who else was there.
        "Gunmen murdered the mayor, Luis Vera, in Loja on Friday. His son, Pedro, and Rosa Paz were also killed.",
        "The minister denounced the murder of Judge Luis Vera in an attack in which his driver was also killed.",
        "The minister denounced the attack in which a bomb exploded at an office in Loja killing nine people.",
        # How it was done, where it is said when it took place.
        "Rebels have attacked a pipeline in Loja. The attack occurred on Friday when two men set off dynamite.",
        # What is news, not one more.
        "Rebels destroyed a bridge in Loja on Friday. The new attack, the third of the year, left two people dead.",
        # What cost lives was made, if in vain.
        "Ten people were killed in Loja on Friday during a thwarted attack on Mayor Luis Vera.",
        "Two people died in a foiled bomb attack in Loja on Friday.",
        # What those did whose deed it was.
        "Rebels killed at least ten soldiers on Friday when they attacked a convoy near Loja.",
        "Shell fire at market kills dozens. At least 24 people were killed when troops shelled a market in Loja.",
        # Who was told by what he belonged to, by his name.
        "A Hezbollah commander was killed in Tyre on Friday, officials said. Ali Karaki, 44, was killed in his car.",
        "A Civil Guard officer was shot dead in Cadiz on Friday. Luis Mera, 41, was shot dead as he left a bakery.",
        # Which of a row it was.
        "Gunmen killed the reporter Luis Paz in Cali on Friday. Paz is the third reporter to be murdered this year.",
        "A bomb derailed a train near Sibi on Friday. It was the second attack on a train in the province in a week.",
        "Gunmen abducted 30 pupils in Kaduna on Friday, police said, in the second kidnapping of pupils this month.",
        "Sicarios killed the mayor of Manta on Friday. He was the 61st official murdered in the country this year.",
        # Those told of before, by a plainer word or, at last, by name.
        "Forty schoolgirls have been freed in Zamfara on Friday. The girls were released before dawn in Maradun.",
        "Police arrested a man in Loja on Friday. The suspect, Luis Mera, was detained at his house.",
        # The dead beside the wounded.
        "Five people were killed and thirteen wounded in an air strike that hit a house in Tyre on Friday.",
        "Five people were killed and 14 injured when missiles hit a mosque in Kotli on Friday.",
        # The hospital where somebody died of it is not where it was.
        "Five died in clashes in Loja on Friday. The clerk Ana Mora succumbed to her injuries in a hospital in Macas.",
        # Of many dead, one by name.
        "Four people died when a lorry hit a bus in an attack in Mainz on Friday. Lea Keller died of her injuries.",
        # A rank is no share of what was done.
        "Gunmen on Friday shot Luis Vera, second in charge of the port, in Loja. He was shot at five times.",
    ],
)
def test_one_deed(text: str) -> None:
    assert len({report.cluster for report in reports(text)}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead Pablo Vera in Loja on Friday. The union leader Juan Mora was gunned down.",
        "Police told of the explosion of two bombs in Loja on Friday. Three bombs went off in Loja on Friday.",
        "The bishop recalled the murder of two nuns in Loja. He will go to see who ordered the murder of General Vera.",
        "Soldiers killed three rebels in Loja on Friday, when a bomb killed two farmers in Macas.",
        "A judge was killed in Loja when he came home, and two guards were hurt when gunmen raided a bank in Macas.",
        "Gunmen attacked a guard on Friday. Later, a bomb exploded in a car park.",
        "Rebels destroyed a bridge in Loja on Friday. A new attack on Saturday destroyed a school in Macas.",
        "Two guards were killed in Loja on Friday, hours after rebels attacked a bank.",
        "The men are accused of the murder of Judge Rosa Vera. They are also tied to the car bomb attack on a bank.",
        "A PPP candidate was shot dead in Quetta on Friday. An ANP candidate was killed on the way home.",
        "A bomb killed two people in Herat on Friday. The second attack came on Saturday, when gunmen killed a judge.",
        "Gunmen abducted 30 pupils in Kaduna on Friday. A second kidnapping, on Saturday, was of twelve nuns.",
        # The suspect is not whom he is suspected of having killed.
        "Police arrested a man over the murder of Ana Mora in Loja. The suspect was detained on Friday.",
        "Police arrested three men in Lagos on Friday. The driver of a bus was detained in Kano on Friday.",
        # What was at another time, or at the same but elsewhere.
        "A policeman was shot dead in Loja on Friday. Hours earlier, gunmen had shot at a school.",
        "A bomb went off in Loja on Friday, killing two. Almost at the same time, a bomb exploded at a bank.",
        # What a deed is revenge for, and who died in that.
        "Eleven traders died near Loja in an attack in revenge for Sunday's attack on a camp in which 57 people died.",
        "Gunmen killed five farmers in Loja on Friday. The killings were revenge for the murder of a gang member.",
    ],
)
def test_two_deeds(text: str) -> None:
    assert len({report.cluster for report in reports(text)}) == 2


def test_who_was_also_killed_adds_to_the_dead() -> None:
    found = reports("The minister denounced the murder of Judge Luis Vera in an attack in which two men also died.")
    assert max(claim.best or 0 for report in found for claim in report.claims if claim.field == "killed") == 3


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("The war, which rebels began in 1980, has killed more than 15,000 people in Colombia.", True),
        ("The shelling on Friday killed 1,500 people in Loja.", False),
        ("Two clerks, kidnapped in Loja on Friday, have been freed within the past few hours.", False),
        ("The state will name within the next 72 hours those who took part in the murder of six guards.", False),
        ("Rebels have murdered six guards in the past 72 hours.", True),
        ("In October alone, rebels killed 30 guards.", True),
    ],
)
def test_what_a_stretch_of_time_adds_up(text: str, total: bool) -> None:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    violent = [report for report in extract(article, find(text, "en")) if report.sub_event_type != "hostage_release"]
    assert {report.is_total for report in violent} == {total}


def test_the_murder_of_one_who_is_named_took_place_whatever_comes_of_it() -> None:
    text = "The minister said that the murder of Judge Luis Vera would not go unpunished."
    assert [report.factuality for report in reports(text)] == ["happened"]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("The bishop called for the release of the hostages on Friday.", "planned"),
        ("The bishop called on the rebel leader, Luis Paz, to release the hostages.", "planned"),
        ("Judges seek the colonel for the murder of Ana Mora.", "happened"),
        ("Six men came with the aim of robbing or kidnapping Ana Mora.", "possible"),
    ],
)
def test_what_is_only_asked_or_aimed_at_did_not_happen(text: str, factuality: str) -> None:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    assert {report.factuality for report in extract(article, find(text, "en"))} == {factuality}


def test_an_attempt_that_cost_lives_was_made_and_one_foiled_before_was_not() -> None:
    (made,) = reports("Two people died in a foiled bomb attack in Loja on Friday.")
    assert (made.sub_event_type, made.factuality) == ("explosive_device", "happened")
    assert all(report.factuality == "denied" for report in reports("Police foiled a bomb attack in Loja on Friday."))


def test_a_charge_of_attempted_murder_does_not_name_what_cost_lives() -> None:
    text = "A man killed two people in Leeds on Friday. He was also charged with four counts of attempted murder."
    assert {report.sub_event_type for report in reports(text)} == {"killing", "charges_ruling"}


def test_who_was_held_is_no_harm_that_came_of_the_deed() -> None:
    text = "Una bomba estalló en Loja el viernes. Dos personas resultaron heridas. Hay 15 detenidos."
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="es")
    found = extract(article, find(text, "es"))
    assert {report.sub_event_type: report.cluster for report in found} == {"explosive_device": 0, "arrest": 1}


@pytest.mark.parametrize(
    ("text", "arrested"),
    [
        (
            "Police arrested five suspects, four Chileans and a Peruvian, said to belong to a gang, in Loja on Friday.",
            5,
        ),
        ("Police arrested three men, two women and a boy in Loja on Friday.", 6),
    ],
)
def test_those_told_apart_behind_their_number_are_counted_once(text: str, arrested: int) -> None:
    counts = [claim.best for report in reports(text) for claim in report.claims if claim.field == "arrested"]
    assert counts[-1] == arrested


def test_a_lead_tells_what_the_headline_over_its_byline_told() -> None:
    found = reports("Police detain two\n\nBy Ana Paz\n\nOfficers in Loja detained clerks of a bank on Friday.")
    assert {report.cluster for report in found} == {0}


def test_the_suspect_is_not_whom_he_is_suspected_of_having_killed() -> None:
    found = reports("Police arrested a man over the murder of Ana Mora in Loja. The suspect was detained on Friday.")
    held = [claim.value for report in found if report.sub_event_type == "arrest" for claim in report.claims]
    assert "Ana Mora" not in held


def test_a_deed_elsewhere_is_not_the_one_before_the_last_of_its_kind() -> None:
    text = (
        "Troops fired drones at the south overnight. Separately, a drone killed two clerks in Macas. "
        "A woman was killed when a drone hit her car in Quito."
    )
    assert len({report.cluster for report in reports(text)}) == 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In an operation in Leeds on Friday police arrested four men over the death of Ana Mora.", "en"),
        ("En una operación, la policía detuvo el viernes a siete personas por la muerte de Ana Mora en Loja.", "es"),
    ],
)
def test_the_raid_that_brought_an_arrest_did_not_do_what_it_was_made_for(text: str, language: str) -> None:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    raid, death = (
        {report.cluster for report in extract(article, find(text, language)) if report.trigger == word}
        for word in (("operation", "death") if language == "en" else ("operación", "muerte"))
    )
    assert raid
    assert death
    assert raid.isdisjoint(death)


def test_an_aim_pursued_since_a_year_is_no_plan_of_that_year() -> None:
    aim = reports("The rebels have been fighting since 2006 to topple the government.")
    assert [report.sub_event_type for report in aim if report.time is not None] == []
    (plan,) = reports("The unions will march in Loja on Friday.")
    assert plan.time is not None
