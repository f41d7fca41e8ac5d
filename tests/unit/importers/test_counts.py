"""How many, where several count: within one article, and between articles."""

import pytest

from store.records.event import Estimate
from tests.unit.importers.test_several_articles import WEDNESDAY, events

LATER = WEDNESDAY.replace(day=15)


def counted(field: str, *texts: str, language: str = "en") -> tuple[bool, Estimate]:
    """Whether a figure is disputed, and what it is, of the event in which anybody gives it."""
    found = [event for event in events(*texts, language=language) if field in event.figures]
    assert len(found) == 1, [event.title for event in found]
    return field in found[0].disputed, found[0].figures[field]


QUOTED = [
    ("At least 22 people were killed in Minsk on Monday, the UN says; the government puts the number at 12.", 12, 22),
    ("Rebels killed 13 farmers near Beni on Sunday, a charity said. An army spokesman spoke of nine dead.", 9, 13),
    ("A bomb killed 16 people in Beni on Monday, doctors said. The mayor, however, put the toll at 12.", 12, 16),
    ("{} The army said two soldiers died. The rebels said they killed 24 soldiers.", 2, 24),
    ("{} A medic put the number of soldiers killed at 11. The army acknowledged two dead.", 2, 11),
]


@pytest.mark.parametrize(("text", "low", "high"), QUOTED)
def test_two_whom_an_article_quotes_dispute_a_number(text: str, low: int, high: int) -> None:
    told = text.format("Rebels attacked a base in Beni on Sunday.")
    assert counted("killed", told) == (True, Estimate(low, None, high))


def test_those_arrested_and_hurt_are_counted_by_two_as_well() -> None:
    text = "Police arrested nine people in Lima on Monday, a lawyer said. The ministry gave the figure as six."
    assert counted("arrested", text) == (True, Estimate(6, None, 9))
    text = "A bus was attacked in Lima on Friday. Police said 15 people were wounded. A doctor spoke of 40 wounded."
    assert counted("injured", text) == (True, Estimate(15, None, 40))


def test_a_spanish_article_quotes_two_as_well() -> None:
    text = "Cuatro presos murieron el lunes en un motín en Loja, según la policía. {}"
    for other in (
        "El comité de familiares habla de siete fallecidos.",
        "El comité, sin embargo, situó la cifra en siete.",
    ):
        assert counted("killed", text.format(other), language="es") == (True, Estimate(4, None, 7))
    less = "Los familiares, no obstante, aseguran que los fallecidos son más de veinte."
    assert counted("killed", text.format(less), language="es") == (True, Estimate(4, None, 20))


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed at least 12 people in Lima on Monday, police said. A doctor said that 14 people had died.",
        "A bomb killed 12 people in Lima on Monday, police said. A witness said six people were killed on the spot.",
        "A bomb killed eight people in Lima on Monday, police said. The mayor said another three had died in hospital.",
        "A bomb killed eight people in Lima on Monday, police said. A medic said three of the dead were children.",
        "Four people and a bomber died in Lima on Monday, police said. A bomb killed the four, the mayor said.",
        "The toll from the bomb in Lima on Monday rose to 14, police said. They had earlier put the toll at eight.",
        "A bomb killed eight people in Lima on Monday. The number of attacks this year stands at 12, police said.",
    ],
)
def test_what_is_added_or_a_part_or_told_anew_is_no_other_count(text: str) -> None:
    assert not any("killed" in event.disputed for event in events(text))


@pytest.mark.parametrize(
    "aside",
    [
        "The army said in March that it had freed 106 guards taken hostage by inmates.",
        "The army said it had arrested the inmate who took 106 guards hostage.",
        "The army said 106 guards were taken hostage in five other prisons.",
    ],
)
def test_whom_another_deed_befell_is_no_other_count_of_this_one(aside: str) -> None:
    text = f"Inmates took 57 guards hostage in prisons across Ecuador on Monday, police said. {aside}"
    assert not any("held" in event.disputed for event in events(text))


def test_a_bare_number_is_of_those_counted_last() -> None:
    march = "A bomb killed 13 people in Lima on Monday, police said. Many marched. Organisers put the number at 900."
    march = march.replace("Many", "Thousands of people")
    assert counted("killed", march) == (False, Estimate(13, 13, 13))


def test_what_only_those_say_who_did_it_raises_no_toll() -> None:
    army = "Militants attacked an army base near Djibo on Tuesday. The army said nine soldiers were killed."
    group = "The JNIM said that its fighters had killed 60 soldiers in an attack on an army base near Djibo on Tuesday."
    [event] = events(army, group, days=(WEDNESDAY, LATER))
    assert (event.disputed, event.figures["killed"]) == (("killed",), Estimate(9, 9, 60))
    [event] = events(army, army.replace("nine", "twelve"), days=(WEDNESDAY, LATER))
    assert (event.disputed, event.figures["killed"]) == ((), Estimate(12, 12, 12)), "told so by others, it rose"


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        ("nine people and four attackers", "nine guests", ()),
        ("two people", "a guard", ()),
        ("13 people", "nine guests", ("killed",)),
    ],
)
def test_a_part_of_a_sum_or_one_person_told_of_is_no_other_count(one: str, other: str, disputed: tuple[str]) -> None:
    first = f"Gunmen stormed the Jubba hotel in Kismayo, Somalia, on Monday and killed {one}, police said."
    second = f"In Kismayo, Somalia, {other} died on Monday when gunmen stormed the Jubba hotel, a medic told reporters."
    [event] = [event for event in events(first, second) if event.num_articles == 2]
    assert event.disputed == disputed
