"""How many died and were hurt, where a toll, a hospital, a body count or another sentence than the deed's tells it."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def told(text: str, language: str = "en") -> tuple[Report, ...]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return extract(article, find(text, language))


def counted(text: str, field: str, language: str = "en") -> set[int | None]:
    """The numbers that the reports of a text claim for a field."""
    return {claim.best for report in told(text, language) for claim in report.claims if claim.field == field}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Doctors said they had received 16 bodies and treated 31 wounded.", {16}, {31}),
        ("Rescuers pulled eight bodies from the rubble.", {8}, set()),
        ("Four people died and nine others were taken to hospital.", {4}, {9}),
        ("Fourteen people were hospitalised, three in critical condition.", set(), {14}),
        ("The death toll stands at 15, with 22 wounded, the mayor said.", {15}, {22}),
        ("The death toll rises to at least 15.", {15}, set()),
        ("Two people lost their lives and 14 sustained injuries.", {2}, {14}),
        ("There were five fatalities.", {5}, set()),
        ("The bomb caused 12 deaths and 30 injuries.", {12}, {30}),
        ("The bomb led to the martyrdom of three clerks and the wounding of twelve others.", {3}, {12}),
    ],
)
def test_the_toll_of_a_deed_told_before(text: str, killed: set[int], injured: set[int]) -> None:
    toll = f"A bomb exploded at a market in Lahore on Monday. {text}"
    assert (counted(toll, "killed"), counted(toll, "injured")) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("El hospital recibió 16 cadáveres y atendió a 31 heridos.", {16}, {31}),
        ("El saldo es de 12 muertos y 30 heridos, dijo el alcalde.", {12}, {30}),
        ("Cinco personas fallecieron y ocho fueron hospitalizadas.", {5}, {8}),
        ("Dos clientes resultaron con heridas en las piernas.", set(), {2}),
        ("Doce personas perdieron la vida y treinta resultaron con lesiones.", {12}, {30}),
    ],
)
def test_the_toll_of_a_deed_told_before_in_spanish(text: str, killed: set[int], injured: set[int]) -> None:
    toll = f"Una bomba estalló el lunes en un mercado de Tumaco. {text}"
    assert (counted(toll, "killed", "es"), counted(toll, "injured", "es")) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The president was taken to hospital with a fever on Friday.", "en"),
        ("A bomb went off in Loja on Friday. The wounded were taken to hospital.", "en"),
        ("Five children were hospitalised with measles in Loja on Friday.", "en"),
        ("A museum in Lima received the bodies of two mummies on Friday.", "en"),
        ("El presidente fue hospitalizado el viernes por una neumonía.", "es"),
    ],
)
def test_a_hospital_and_a_body_are_news_of_no_deed_by_themselves(text: str, language: str) -> None:
    assert counted(text, "killed", language) | counted(text, "injured", language) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Luis Paz was shot in Loja on Friday. He was rushed to hospital, where he died.",
        "A man who was wounded in Thursday's blast in Loja died in hospital on Saturday.",
    ],
)
def test_who_dies_of_it_is_not_counted_as_hurt(text: str) -> None:
    assert (counted(text, "killed"), counted(text, "injured")) == ({1}, set())


@pytest.mark.parametrize(
    ("text", "language", "killed"),
    [
        ("The founder and editor of Radio Sur, Ana Mora, was shot dead in Loja on Friday.", "en", {1}),
        ("The mayor of Loja and officer Luis Paz were shot dead on Friday.", "en", {1, 2}),
        ("El periodista y director de Radio Mar, Óscar Vela, fue asesinado el lunes en Loja.", "es", {1}),
        ("A man and woman were shot dead in Loja on Friday.", "en", {1, 2}),
        ("The mayor and Ana Mora were shot dead in Loja on Friday.", "en", {1, 2}),
        ("El alcalde y su escolta, Luis Paz, fueron asesinados el lunes en Loja.", "es", {1, 2}),
    ],
)
def test_two_nouns_under_one_article_are_the_one_named_behind_them(text: str, language: str, killed: set[int]) -> None:
    assert counted(text, "killed", language) == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Un motín en la cárcel de Loja dejó nueve internos muertos y 14 guías retenidos el martes.", {9}),
        ("Un tiroteo en Loja dejó nueve internos y 14 guías muertos el martes.", {9, 14, 23}),
        ("Hombres armados mataron el lunes a una pareja y a sus tres hijos en Loja.", {2, 3, 5}),
        ("Hombres armados mataron el lunes a una familia de cuatro personas en Loja.", {4}),
    ],
)
def test_who_is_counted_among_the_dead_in_spanish(text: str, killed: set[int]) -> None:
    assert counted(text, "killed", "es") == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Rebels shot dead 18 people on Monday. Three more died in hospital on Tuesday, bringing the toll to 21.",
            {18, 21},
        ),
        ("Rebels shot dead 18 people on Monday. On Wednesday officials put the toll at 23.", {18, 23}),
        ("A bomb killed 18 people at a market in Loja on Monday. On Friday a bomb killed 21 there.", {18, 21}),
    ],
)
def test_a_toll_told_on_a_later_day(text: str, killed: set[int]) -> None:
    assert counted(text, "killed") == killed


@pytest.mark.parametrize(
    ("text", "happenings"),
    [
        ("Rebels shot dead 18 people in Loja on Monday. On Wednesday officials put the toll at 23.", 1),
        ("A bomb killed 18 people in Loja on Monday. On Friday a bomb killed 21 people there.", 2),
    ],
)
def test_a_toll_is_of_the_deed_told_before_whenever_it_is_told(text: str, happenings: int) -> None:
    assert len({report.cluster for report in told(text)}) == happenings


def test_a_count_over_years_is_an_event_of_its_own_beside_the_deed_of_the_day() -> None:
    text = (
        "Fighting between gangs in a prison in Quito left 31 prisoners dead on Monday, prosecutors said.\n\n"
        "Human rights groups count more than 400 prisoners killed in fights between gangs since 2021."
    )
    deed, *_, total = told(text)
    assert (total.cluster != deed.cluster, total.is_total, total.asserted) == (True, True, True)
    assert [claim.low for claim in total.claims if claim.field == "killed"] == [400]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Los fallecidos son 13 y los heridos 22, entre ellos dos guardias.", {13}, {22}),
        ("Los muertos son trece, los heridos veinte y los detenidos nueve.", {13}, {20}),
        ("El ministro situó en seis los muertos, en 14 los heridos y en tres los detenidos.", {6}, {14}),
        ("El alcalde elevó a cuatro los muertos y a nueve los heridos.", {4}, {9}),
        ("Los muertos fueron dos guardias y cinco presos.", {2, 5, 7}, set()),
    ],
)
def test_each_number_of_a_row_counts_its_own(text: str, killed: set[int], injured: set[int]) -> None:
    toll = f"Un motín estalló el lunes en la cárcel de Tumaco. {text}"
    assert (counted(toll, "killed", "es"), counted(toll, "injured", "es")) == (killed, injured)


@pytest.mark.parametrize("text", ["Los heridos pasan de los 60.", "Los heridos superan los 60."])
def test_whose_number_is_exceeded_there_were_more(text: str) -> None:
    reports = told(f"Una bomba estalló el lunes en Tumaco. {text}", "es")
    assert [(c.low, c.best, c.high) for report in reports for c in report.claims if c.field == "injured"] == [
        (60, 60, None)
    ]


def said(text: str, field: str, language: str) -> set[tuple[str, int | None]]:
    """Who gives which number for a field."""
    return {(r.attributed_to, c.best) for r in told(text, language) for c in r.claims if c.field == field}


@pytest.mark.parametrize(
    ("text", "language", "killed"),
    [
        ("Las autoridades reportan seis muertos; los vecinos hablan de nueve.", "es", {"autoridades": 6, "vecinos": 9}),
        (
            "Hay seis muertos, según el ministerio; en la fiscalía hablan de nueve.",
            "es",
            {"ministerio": 6, "fiscalía": 9},
        ),
        ("El gobierno reconoce seis muertos; las familias, nueve.", "es", {"gobierno": 6, "familias": 9}),
        ("Fueron ocho los muertos según el ejército, doce según los vecinos.", "es", {"ejército": 8, "vecinos": 12}),
        ("Son nueve muertos, más de los seis que reconoce el ejército.", "es", {"": 9, "ejército": 6}),
        ("Officials said six people were killed; residents say nine.", "en", {"Officials": 6, "residents": 9}),
        ("The army spoke of 18 dead; the United Nations counted 47.", "en", {"army": 18, "United Nations": 47}),
    ],
)
def test_another_gives_a_number_without_saying_again_of_whom(text: str, language: str, killed: dict[str, int]) -> None:
    bomb = "A bomb exploded in Tumaco on Monday." if language == "en" else "Una bomba estalló el lunes en Tumaco."
    assert said(f"{bomb} {text}", "killed", language) == set(killed.items())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El ejército reportó seis muertos y cuatro fusiles incautados; los vecinos hablan de nueve.", "es"),
        ("El ejército reportó seis muertos; los vecinos hablan de otros dos.", "es"),
        ("El ejército reportó seis muertos; los vecinos hablan de dos de ellos.", "es"),
        ("Officials said six people were killed; residents spoke of nine hours of fear.", "en"),
    ],
)
def test_a_number_of_something_else_or_of_more_is_no_other_count(text: str, language: str) -> None:
    bomb = "A bomb exploded in Tumaco on Monday." if language == "en" else "Una bomba estalló el lunes en Tumaco."
    assert counted(f"{bomb} {text}", "killed", language) == {6}


@pytest.mark.parametrize(
    ("text", "language", "killed"),
    [
        ("Police said nine people died in the raid on Monday. Residents say 31. A priest says it is over 40.", "en",
         {9, 31, 40}),
        ("Nine people died in the raid on Monday, police said; the drivers' union counts 14.", "en", {9, 14}),
        ("The army said 12 rebels died in the raid on Monday. Neighbours put it at three children.", "en", {12, 3}),
        ("Nine people died in the raid on Monday. A nurse said she had counted 20.", "en", {9, 20}),
        ("The opposition said 40 people died in the raid on Monday. The ministry sticks to nine.", "en", {40, 9}),
        ("Nueve personas murieron el lunes en el asalto. Los vecinos hablan de 17. El obispo dice que son 21.", "es",
         {9, 17, 21}),
    ],
)  # fmt: skip
def test_who_counts_otherwise_may_say_no_more_than_the_number(text: str, language: str, killed: set[int]) -> None:
    reports = told(text, language)
    assert counted(text, "killed", language) == killed
    assert len({report.cluster for report in reports}) == 1
    assert len({report.attributed_to for report in reports}) == len(killed)


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died in the raid on Monday. The mayor said 40 were still missing.",
        "Nine people died in the raid on Monday and 20 houses burned, police said. The bishop counted 31.",
        "Nine people died in the raid on Monday. The paper counted 61 in January.",
        "Nine people died in the raid on Monday. Four were injured. A nurse said she had counted 20.",
        "Nine people died in the raid on Monday. The envoy spoke to 20.",
        "Nine people died in the raid on Monday. The ministry had earlier counted 12.",
        "Nine people died in the raid on Monday. It is 12.",
    ],
)
def test_a_bare_number_is_of_those_just_counted_only_where_somebody_says_so(text: str) -> None:
    assert counted(text, "killed") == {9}


@pytest.mark.parametrize(
    ("text", "killed", "sayer"),
    [
        ("The governor speaks of 17 dead.", {17}, "governor"),
        ("The army sticks to nine dead.", {9}, "army"),
        ("The government has stuck to three dead.", {3}, "government"),
    ],
)
def test_who_counts_the_dead_is_said_by_a_verb(text: str, killed: set[int], sayer: str) -> None:
    report = told(f"Gunmen raided a market on Monday.\n\n{text}")[-1]
    assert {claim.best for claim in report.claims if claim.field == "killed"} == killed
    assert report.attributed_to == sayer


@pytest.mark.parametrize(
    ("who", "killed"),
    [
        ("A family of five returning from a wedding", {5}),
        ("Five missing since May", {5}),
        ("A family of five", {5}),
    ],
)
def test_what_people_were_doing_does_not_hide_how_many_they_are(who: str, killed: set[int]) -> None:
    assert counted(f"{who} were killed by rebels in Loja on Monday.", "killed") == killed
