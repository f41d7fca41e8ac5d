"""Whether two reports are one deed by what else the corpus tells, and by whose stories their articles follow."""

from dataclasses import replace

import pytest

from store.records.place import Place
from tests.unit.importers.linking_samples import CUENCA, ECUADOR, QUITO, report, stated
from tests.unit.importers.test_merging import article, events

SIX = "Gunmen killed 6 people in Quito on Thursday, police said."
SEVEN = "On Thursday 7 people were killed in Quito, according to the hospital."


def killing(number: int, text: str, killed: str, **more: object):
    return article(number, text, report(text, "killed", "killing", QUITO, killed=killed, **more))


def test_two_tolls_of_one_day_in_one_town_are_of_one_deed_if_nothing_else_is_told():
    assert len(events(killing(1, SIX, "6 people"), killing(2, SEVEN, "7 people"))) == 1


def test_two_tolls_of_one_day_in_one_town_are_of_two_deeds_where_an_article_tells_of_two():
    text = (
        "Traders in a Quito bar, 6 people, were shot dead Thursday. "
        "A market fire killed 7 people in Quito that Thursday."
    )
    both = [
        report(text, "shot dead", "killing", QUITO, killed="6 people", cluster=1),
        report(text, "killed", "killing", QUITO, killed="7 people", cluster=2),
    ]
    found = events(killing(1, SIX, "6 people"), killing(2, SEVEN, "7 people"), article(3, text, *both))
    assert not any({(1, "killed"), (2, "killed")} <= event for event in found)


TAKEN = "Banker Ana Rivas was abducted in Quito on Thursday. Luis Mora Tello was arrested in Cuenca."
LATER = "An abducted banker of Quito has not been found. Luis Mora Tello was arrested in Cuenca."

NOBODY_ELSE = LATER.replace("Luis Mora Tello was arrested in Cuenca", "A boy was arrested")


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        pytest.param(LATER, "2023-09-06", 1, id="one story"),
        pytest.param(
            NOBODY_ELSE,
            "2023-09-06",
            2,
            id="nobody else in common",
        ),
        pytest.param(LATER, "2023-09-26", 2, id="weeks later"),
    ],
)
def test_an_undated_telling_is_of_the_deed_that_another_dates_if_the_articles_follow_one_story(text, published, told):
    def abduction(number, text, date):
        taken = report(text, "abducted", "abduction", QUITO, time="Thursday" if "Thursday" in text else "")
        held = report(text, "arrested", "arrest", CUENCA if "Cuenca" in text else ECUADOR, time="", cluster=9)
        return article(number, text, taken, held, published=stated(date))

    found = events(abduction(1, TAKEN, "2023-09-02"), abduction(2, text, published))
    assert len([event for event in found if "abducted" in {trigger for _, trigger in event}]) == told


FIRE = "A market was set on fire in Quito on Thursday. The service said that all 57 hostages were freed in Loja."
DEAD = "Two drivers were killed in Quito on Thursday. In Loja 57 guards were freed, and 12 of them injured."


def test_a_killing_and_a_fire_of_one_day_in_one_town_are_two_deeds_even_in_articles_on_the_same_days():
    told = [
        article(1, DEAD, report(DEAD, "killed", "killing", QUITO), report(DEAD, "freed", "hostage_release", ECUADOR)),
        article(2, FIRE, report(FIRE, "fire", "arson", QUITO), report(FIRE, "freed", "hostage_release", ECUADOR)),
    ]
    assert {frozenset({(1, "killed")}), frozenset({(2, "fire")})} <= events(*told)


GUSAU = Place("NG", "Nigeria", "Zamfara", "Gusau", latitude=12.17, longitude=6.66, geo_precision=1)
STATION = replace(GUSAU, site="Gidan Dabo police station")
VILLAGE = Place("NG", "Nigeria", "", "Gidan Dabo", geo_precision=2)
ABROAD = replace(VILLAGE, country="NE", country_name="Niger")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        pytest.param(STATION, VILLAGE, 1, id="the village that the other names the site by"),
        pytest.param(replace(VILLAGE, location="Gidan Dábo"), VILLAGE, 1, id="the village with an accent"),
        pytest.param(STATION, replace(VILLAGE, location="Tungan Maje"), 2, id="another village"),
        pytest.param(replace(GUSAU, site="police station"), VILLAGE, 2, id="a site without a name"),
        pytest.param(STATION, ABROAD, 2, id="a village of that name abroad"),
    ],
)
def test_a_village_that_no_list_has_may_be_what_another_article_names_the_site_by(one, other, told):
    text, later = "A bomb killed 12 people on Thursday.", "On Thursday 12 people were killed by a bomb."
    first = article(1, text, report(text, "bomb", "explosive_device", one, killed="12 people"))
    second = article(2, later, report(later, "bomb", "explosive_device", other, killed="12 people"))
    found = events(first, second)
    assert len(found) == told


@pytest.mark.parametrize(("site", "told"), [("Gidan Dabo police station", 1), ("Tungan Maje police station", 2)])
def test_a_toll_may_rise_at_one_site_that_goes_by_its_name(site, told):
    text, later = "A bomb killed 11 people on Thursday.", "On Thursday 14 people were killed by a bomb."
    first = article(1, text, report(text, "bomb", "explosive_device", STATION, killed="11 people"))
    there = Place("NG", "Nigeria", site=site, geo_precision=6)
    second = article(2, later, report(later, "bomb", "explosive_device", there, killed="14 people"))
    assert len(events(first, second)) == told
