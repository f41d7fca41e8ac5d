from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.linking.corpus import build
from store.records.place import Place
from tests.unit.importers.linking_samples import CUENCA, ECUADOR, QUITO, report, source, stated

SEPTEMBER = stated("2023-09-02")
MONDAY = stated("2023-09-04")


def events(*sources, order=None):
    """Each event as the set of (source, trigger) that it was merged from."""
    sources = [sources[number] for number in order] if order else list(sources)
    told = {one.id: (article.source.id, one.trigger) for article in sources for one in article.reports}
    drafts = build(sources).drafts
    return {frozenset(told[member] for member in draft.members) for draft in drafts}


def article(number, text, *reports, published=SEPTEMBER):
    return source(number, text, reports, published)


QUITO_BOMB = "A car bomb exploded in Quito on Thursday outside the prison office, injuring 3 people."
QUITO_BOMB_TOO = (
    "On August 31 a vehicle packed with dynamite blew up by the prison service in Quito; 3 people were hurt."
)


def quito(number, text=QUITO_BOMB, trigger="exploded", place=QUITO, **more):
    more = {"injured": "3 people"} | more
    return article(number, text, report(text, trigger, "car_bomb", place, **more))


def test_one_event_told_in_other_words():
    assert events(quito(1), quito(2, QUITO_BOMB_TOO, "blew up")) == {frozenset({(1, "exploded"), (2, "blew up")})}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"text": QUITO_BOMB.replace("Thursday", "Monday")}, id="another day"),
        pytest.param({"place": CUENCA}, id="another town"),
        pytest.param({"is_total": True}, id="a total"),
    ],
)
def test_what_excludes(change):
    assert len(events(quito(1), quito(2, **change))) == 2


def test_figures_of_one_moment_exclude_each_other_and_parts_do_not():
    whole = "All 57 hostages were freed in Ecuador on Saturday."
    parts = "On Saturday 50 guards and 7 officers were released in Ecuador after a day as hostages."
    other = "In Ecuador 106 guards were released on Saturday, the hostages said."

    def freed(number, text, trigger, released):
        return article(number, text, report(text, trigger, "hostage_release", ECUADOR, released=released))

    a = freed(1, whole, "freed", "57 hostages")
    b = freed(2, parts, "released", "50 guards|7 officers")
    c = freed(3, other, "released", "106 guards")
    assert events(a, b, c) == {frozenset({(1, "freed"), (2, "released")}), frozenset({(3, "released")})}


def test_nearly_as_many_held_on_one_day_in_one_country_are_the_same_people():
    prisons = "On Thursday inmates took 57 guards hostage in six prisons of Ecuador, the prison service said."
    union = "A union counts 60 guards whom inmates of Ecuador's jails took hostage on Thursday."

    def taken(number, text, held):
        told = report(text, "hostage", "hostage_taking", ECUADOR, released=held)
        held_claims = tuple(replace(claim, field="held") for claim in told.claims)
        return article(number, text, replace(told, claims=held_claims))

    one = taken(1, prisons, "57 guards")
    assert len(events(one, taken(2, union, "60 guards"))) == 1
    assert len(events(one, taken(2, union.replace("60", "96"), "96 guards"))) == 2


def test_a_later_toll_without_a_day_is_of_the_day_of_what_it_joins():
    first = "A car bomb exploded on a market in Quito on Thursday and injured 70 people."
    later = "The car bomb that exploded on a market in Quito on Thursday injured 104 people."
    count = "The health office now counts 104 people hurt by the car bomb that exploded in Quito."

    def bomb(number, text, hurt, published):
        told = report(text, "exploded", "car_bomb", QUITO, injured=hurt)
        return article(number, text, told, published=stated(published))

    told = [bomb(1, first, "70 people", "2023-09-01"), bomb(2, later, "104 people", "2023-09-03")]
    undated = bomb(3, count, "104 people", "2023-09-04")
    for order in ([0, 1, 2], [2, 1, 0], [1, 2, 0]):
        assert len(events(*told, undated, order=order)) == 1


def test_what_a_pair_excludes_is_never_joined_by_a_third():
    vague = "A car bomb exploded in Ecuador on Thursday near a prison office with a red gate and two lions."
    quito_text = vague.replace("Ecuador", "Quito")
    cuenca_text = vague.replace("Ecuador", "Cuenca")

    def bomb(number, text, place):
        return article(number, text, report(text, "exploded", "car_bomb", place))

    for order in ([0, 1, 2], [2, 1, 0], [1, 2, 0]):
        found = events(bomb(1, quito_text, QUITO), bomb(2, vague, ECUADOR), bomb(3, cuenca_text, CUENCA), order=order)
        assert len(found) == 3, "the vague one fits both alike: nothing is joined"


def test_two_bombs_of_one_day_and_town_are_told_apart_by_an_article_that_has_both():
    both = (
        "A car bomb exploded on Thursday in Quito near the court. "
        "A second car bomb detonated on Thursday in Quito at a bank."
    )
    vague = "On Thursday there was a car bomb blast in Quito."
    first = article(
        1,
        both,
        report(both, "exploded", "car_bomb", replace(QUITO, site="court"), cluster=1),
        report(both, "detonated", "car_bomb", replace(QUITO, site="bank"), cluster=2),
    )
    second = article(2, vague, report(vague, "blast", "car_bomb", QUITO))
    assert len(events(first, second)) == 3, "it may be either: nothing is joined"


def test_two_told_as_one_join_the_two_told_one_by_one():
    both = (
        "A car bomb exploded on Thursday in Quito near the old prison office. "
        "Another car detonated on Thursday in Quito at the present prison office."
    )
    pair = "Criminals set off two car bombs on Thursday in Quito that targeted buildings of the prison service."
    first = article(1, both, report(both, "exploded", "car_bomb", QUITO), report(both, "detonated", "car_bomb", QUITO))
    told = report(pair, "set off", "car_bomb", QUITO)
    from store.records.report import Claim

    at = pair.index("two car bombs")
    told = replace(told, claims=(Claim("devices", "2", "two car bombs", at, at + 13, 2, 2, 2, unit="car bomb"),))
    assert events(first, article(2, pair, told)) == {frozenset({(1, "exploded"), (1, "detonated"), (2, "set off")})}


def test_an_old_event_mentioned_without_a_date_joins_it_by_name_and_kind():
    news = "Presidential candidate Fernando Villavicencio was assassinated at a campaign event in Ecuador on August 9."
    later = "The assassination of candidate Fernando Villavicencio shows how unsafe the country is."
    a = article(1, news, report(news, "assassinated", "assassination", ECUADOR, victim="Fernando Villavicencio"))
    b = article(
        2,
        later,
        report(
            later, "assassination", "assassination", victim="Fernando Villavicencio", factuality="background", time=""
        ),
        published=stated("2024-02-01"),
    )
    assert events(a, b) == {frozenset({(1, "assassinated"), (2, "assassination")})}


def test_another_crisis_keeps_its_own_events_however_alike_the_words():
    text = "Inmates took guards hostage at the prison in Cuenca after gangs clashed over the transfer of prisoners."
    a = article(1, text, report(text, "took", "hostage_taking", CUENCA))
    text += " Officials said nothing more."
    b = article(2, text, report(text, "took", "hostage_taking", CUENCA), published=stated("2022-11-04"))
    assert len(events(a, b)) == 2


def test_one_sentence_in_two_articles_is_one_event():
    agency = "Two gunmen attacked a patrol at dawn and fled across the river, a police source told the agency."
    texts = [f"The mayor spoke of {word} plans. {agency}" for word in ("grand", "modest")]
    a, b = (article(n, text, report(text, "attacked", "attack", Place())) for n, text in enumerate(texts, 1))
    assert len(events(a, b)) == 1


def test_an_article_comes_back_to_what_it_told():
    text = (
        "Guards held in six prisons of Ecuador walked out: 57 guards were released, unharmed. "
        "The service said that all the hostages were freed on Saturday. "
        "In July, 106 guards were let go."
    )
    told = [
        report(text, "released", "hostage_release", ECUADOR, released="57 guards", cluster=1, is_total=True),
        report(text, "freed", "hostage_release", ECUADOR, cluster=2),
        report(text, "let go", "hostage_release", ECUADOR, released="106 guards", time="July", cluster=3),
    ]
    assert events(article(1, text, *told)) == {
        frozenset({(1, "released"), (1, "freed")}),
        frozenset({(1, "let go")}),
    }


@pytest.mark.parametrize(("whom", "deeds"), [("The planner", 2), ("The advocate", 1)])
def test_what_befell_another_in_one_sentence_is_not_come_back_to(whom: str, deeds: int):
    text = f"{whom} of the murder of the advocate Rosa Quispe was shot dead in Quito on Thursday, police in Quito said."
    told = [
        report(text, "murder", "killing", QUITO, cluster=1, victim="advocate Rosa Quispe", time="never"),
        report(text, "shot dead", "killing", QUITO, cluster=2, victim=whom, time="Thursday"),
    ]
    assert len(events(article(1, text, *told))) == deeds


def test_two_whom_one_sentence_names_are_not_one_dead():
    text = "Judge Rosa Quispe was shot in Quito on 17 August; and Judge Elmer Tapia was killed in Quito on 30 August."
    told = [
        report(text, "shot", "killing", QUITO, cluster=1, victim="Rosa Quispe", time="17 August"),
        report(text, "killed", "killing", QUITO, cluster=2, victim="Elmer Tapia", time="30 August"),
    ]
    assert len(events(article(1, text, *told))) == 2


def test_another_one_is_not_the_one_told_before():
    text = (
        "A car bomb exploded in Quito on Thursday, injuring 12 people. "
        "Another car bomb went off in Quito on Thursday and injured 12 people."
    )
    told = [
        report(text, "exploded", "car_bomb", QUITO, injured="12 people", cluster=1),
        report(text, "went off", "car_bomb", QUITO, injured="12 people", cluster=2),
    ]
    assert len(events(article(1, text, *told))) == 2


def test_two_people_of_one_surname_are_two_deaths():
    one = "Journalist Marta Quispe Lema was killed in Quito on Thursday."
    two = "On Thursday gunmen killed the councillor Jorge Quispe Toapanta in Quito."
    a = article(1, one, report(one, "killed", "killing", QUITO, victim="Marta Quispe Lema"))
    b = article(2, two, report(two, "killed", "killing", QUITO, victim="Jorge Quispe Toapanta"))
    assert len(events(a, b)) == 2


SOURCES = (
    quito(1),
    quito(2, QUITO_BOMB_TOO, "blew up"),
    quito(3, QUITO_BOMB.replace("Quito", "Cuenca"), place=CUENCA),
    quito(4, QUITO_BOMB.replace("exploded", "went off"), "went off", place=ECUADOR),
    quito(5, QUITO_BOMB.replace("Thursday", "Monday")),
    quito(6, QUITO_BOMB + " More soon."),
)


@given(st.permutations(range(len(SOURCES))))
def test_the_order_of_import_does_not_matter(order):
    assert events(*SOURCES, order=order) == events(*SOURCES)


def test_weaker_pairs_are_suggested_with_reasons():
    one, other = "Gunmen attacked a shop in Quito on Thursday.", "On Thursday a crowd was attacked in Quito."
    a, b = (article(n, text, report(text, "attacked", "attack", QUITO)) for n, text in enumerate((one, other), 1))
    linked = build([a, b])
    assert len(linked.drafts) == 2
    [suggestion] = linked.likely
    assert {suggestion.a, suggestion.b} == {(100,), (200,)}
    assert {"same day", "both in Quito", "both attack"} <= set(suggestion.reasons)
    assert suggestion.against == "not enough evidence"


@pytest.mark.parametrize("turned", [False, True])
def test_a_suggestion_parts_what_speaks_for_it_from_what_speaks_against_it(turned):
    told = [
        ("Gunmen attacked a shop in Quito on Thursday and killed 4 people; 9 people were hurt.", 4, 9, SEPTEMBER),
        ("In Quito 7 people died on Thursday when armed men attacked a shop, and 3 people were hurt.", 7, 3, MONDAY),
    ]
    sources = [
        article(
            n,
            text,
            report(text, "attacked", "attack", QUITO, killed=f"{dead} people", injured=f"{hurt} people"),
            published=day,
        )
        for n, (text, dead, hurt, day) in enumerate(reversed(told) if turned else told, 1)
    ]
    [suggestion] = build(sources).likely
    assert {"both in Quito", "killed raised from 4 to 7"} <= set(suggestion.reasons)
    assert suggestion.against in (
        "9 injured against 3, not enough evidence",
        "3 injured against 9, not enough evidence",
    )


def test_a_village_that_no_list_has_may_be_of_a_town_in_its_division():
    town = Place("EC", "Ecuador", "Pichincha", "Cayambe", latitude=0.04, longitude=-78.14, geo_precision=1)
    village = Place("EC", "Ecuador", "Pichincha", "Las Lomas", geo_precision=4)
    for other, told in ((village, 1), (replace(town, location="Machachi"), 2)):
        one, two = "Gunmen killed farmers in Cayambe on Thursday.", "On Thursday farmers were killed by gunmen."
        a = article(1, one, report(one, "killed", "killing", town))
        b = article(2, two, report(two, "killed", "killing", other))
        assert len(build([a, b]).drafts) == told
