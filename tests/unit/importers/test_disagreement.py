from dataclasses import replace

import pytest

from importers.linking.corpus import build
from importers.linking.disagreement import draft
from importers.linking.figures import relation
from importers.linking.mentions import undated
from store.records.event import Estimate
from store.records.report import Claim
from tests.unit.importers.linking_samples import QUITO, report, source, stated

LEADS = (
    "A car bomb exploded in Quito on August 31 outside the prison office; officials counted {}.",
    "Rescue workers spoke of {} after a vehicle exploded on August 31 by the prison headquarters in Quito.",
    "Quito woke to the news of {} when a stolen car exploded on August 31 near the old prison office of the capital.",
)


def bomb(number, words, published="2023-09-01", *, text="", day="August 31", field="killed", **more):
    """An article on one bomb that says how many died or were hurt, each in its own words unless ``text`` is given."""
    told = (text or LEADS[(number - 1) % len(LEADS)]).format(words).replace("August 31", day)
    told += f" Article {number} says no more."
    return source(
        number, told, [report(told, "exploded", "car_bomb", QUITO, **{field: words}, **more)], stated(published)
    )


def event(*sources):
    drafts = build(sources).drafts
    assert len(drafts) == 1
    return drafts[0].event


def killed(*sources):
    found = event(*sources)
    return found.figures["killed"], found.disputed


def test_the_value_most_voices_give_is_best():
    estimate, disputed = killed(bomb(1, "12 dead"), bomb(2, "12 bodies"), bomb(3, "13 victims"))
    assert estimate == Estimate(12, 12, 13)
    assert disputed == ("killed",)


def test_a_later_higher_toll_supersedes_and_is_no_dispute():
    estimate, disputed = killed(bomb(1, "12 dead"), bomb(2, "12 bodies"), bomb(3, "15 victims", "2023-09-03"))
    assert estimate == Estimate(15, 15, 15)
    assert disputed == ()


def test_a_later_lower_toll_is_a_dispute_and_a_tie_goes_to_the_later_report():
    estimate, disputed = killed(bomb(1, "15 dead"), bomb(2, "12 bodies", "2023-09-03"))
    assert estimate == Estimate(12, 12, 15)
    assert disputed == ("killed",)


def test_without_agreement_or_order_there_is_no_best():
    estimate, disputed = killed(bomb(1, "12 dead"), bomb(2, "14 bodies"))
    assert estimate == Estimate(12, None, 14)
    assert disputed == ("killed",)


def test_a_vague_figure_that_holds_a_precise_one_agrees():
    estimate, disputed = killed(bomb(1, "at least 12 dead"), bomb(2, "14 bodies"))
    assert estimate == Estimate(14, 14, 14)
    assert disputed == ()


def test_ten_reprints_are_one_voice():
    copies = [bomb(number, "13 victims", text=LEADS[2]) for number in range(3, 13)]
    found = event(bomb(1, "12 dead"), bomb(2, "12 bodies"), *copies)
    assert found.figures["killed"] == Estimate(12, 12, 13)
    assert (found.number_of_sources, found.num_articles) == (3, 12)


def test_an_article_counts_by_the_closest_figure_that_it_gives():
    text = "A car bomb on August 31 cost dozens of lives in Quito. It exploded at noon; 24 people died on August 31."
    at = text.index("dozens")
    vague = report(text, "car bomb", "car_bomb", QUITO, cluster=1)
    vague = replace(vague, claims=(Claim("killed", "12+", "dozens", at, at + 6, 12, None, None),))
    told = source(1, text, [vague, report(text, "died", "killing", QUITO, killed="24 people", cluster=2)])
    mentions = undated(told)
    for order in (mentions, mentions[::-1]):
        assert draft(order, {}).event.figures["killed"] == Estimate(24, 24, 24)


def test_an_updated_version_speaks_by_its_last_word():
    versions = [bomb(1, "12 dead", text=LEADS[0]), bomb(2, "15 dead", "2023-09-03", text=LEADS[0])]
    estimate, disputed = killed(*versions)
    assert estimate == Estimate(15, 15, 15)
    assert disputed == ()


def test_dates_are_narrowed_by_one_another():
    exact = event(bomb(1, "12 dead"), bomb(2, "12 bodies", day="August"))
    assert exact.when.edtf == "2023-08-31"
    assert exact.disputed == ()


def test_dates_that_exclude_each_other_are_disputed():
    found = event(bomb(1, "25 dead", victim="Quito"), bomb(2, "25 bodies", day="August 30"))
    assert found.when.edtf == "[2023-08-30,2023-08-31]"
    assert found.disputed == ("date",)
    majority = event(bomb(1, "25 dead"), bomb(2, "25 bodies", day="August 30"), bomb(3, "25 victims"))
    assert majority.when.edtf == "2023-08-31"
    assert majority.disputed == ("date",)


def test_a_date_that_is_about_right_agrees_with_the_day_beside_it():
    found = event(bomb(1, "25 dead", victim="Quito"), bomb(2, "25 bodies", day="about August 30"))
    assert found.when.edtf == "2023-08-31"
    assert found.disputed == ()


def test_an_event_is_not_after_the_news_of_it():
    texts = {
        "2023-09-01": "Rosa Almeida Duarte, who ran for mayor, was killed in Quito on August 31.",
        "2023-09-10": "On September 5 her party mourned Rosa Almeida Duarte, killed in Quito as she left a rally.",
    }
    corpus = [
        source(
            number, text, [report(text, "killed", "killing", QUITO, victim="Rosa Almeida Duarte")], stated(published)
        )
        for number, (published, text) in enumerate(texts.items(), 1)
    ]
    found = event(*corpus)
    assert found.when.edtf == "2023-08-31"
    assert found.disputed == (), "the later date has strayed from other news"


def test_happened_beats_planned_and_a_denial_is_a_dispute():
    found = event(bomb(1, "12 dead"), bomb(2, "12 bodies", factuality="background"))
    assert found.factuality == "happened"
    found = event(bomb(1, "12 dead"), bomb(2, "12 bodies", factuality="denied"))
    assert found.factuality == "happened"
    assert found.disputed == ("factuality",)


def test_more_voices_make_it_surer():
    alone = event(bomb(1, "12 dead")).confidence
    both = event(bomb(1, "12 dead"), bomb(2, "12 bodies")).confidence
    assert alone == 0.8
    assert alone < both < 1


def test_actors_and_instruments_are_gathered_once():
    def with_claims(one, *claims):
        text = one.source.article.text
        told = one.reports[0]
        made = tuple(Claim(field, value, value, 0, 1) for field, value in claims)
        return replace(one, reports=(replace(told, claims=(*told.claims, *made)),), source=one.source) if text else one

    a = with_claims(bomb(1, "12 dead"), ("perpetrator", "Rosa Almeida"), ("instrument", "car bomb"))
    b = with_claims(bomb(2, "12 bodies"), ("perpetrator", "Rosa Almeida Duarte"), ("instrument", "car bombs"))
    found = event(a, b)
    assert [(actor.role, actor.name) for actor in found.actors] == [("perpetrator", "Rosa Almeida Duarte")]
    assert found.instruments == ("car bomb",)


def test_a_weak_report_names_nobody_beside_a_sure_one():
    def naming(one, name, confidence):
        told = one.reports[0]
        claim = Claim("perpetrator", name, name, 0, 1)
        return replace(one, reports=(replace(told, claims=(*told.claims, claim), confidence=confidence),))

    sure, weak = naming(bomb(1, "12 dead"), "Rosa Almeida", 0.8), naming(bomb(2, "12 bodies"), "Ana Leiva", 0.3)
    assert [actor.name for actor in event(sure, weak).actors] == ["Rosa Almeida"]


def test_a_title_names_nobody_whom_the_event_does_not():
    def telling(one, *titled, role="victim"):
        """The article's one bomb, told once more for each title, with whom that sentence names."""
        (told,) = one.reports
        more = [
            replace(told, id=told.id + at, title=title, cluster=1, claims=(Claim(role, name, name, 0, 1),))
            for at, (title, name) in enumerate(titled)
        ]
        return replace(one, reports=tuple(more))

    wrong = telling(bomb(1, "12 dead"), ("Ana Mora killed", "Luis Paz"), ("Ana Mora killed", "Ana Mora"))
    fourth = "Windows broke all over Quito when a bomb exploded on August 31; {} lay in the street."
    later = (
        bomb(2, "12 dead", "2023-09-02"),
        bomb(3, "12 dead", "2023-09-02"),
        bomb(4, "12 dead", "2023-09-02", text=fourth),
    )
    right = [telling(one, ("Luis Paz killed in Quito", "Luis Paz")) for one in later]
    assert event(*right, wrong).title == "Luis Paz killed in Quito"
    assert event(wrong).title == "Ana Mora killed"
    blamed = telling(bomb(1, "12 dead"), ("Taken by Eta", "Ñu"), ("Taken by Eta", "Eta"), role="perpetrator")
    right = [telling(one, ("Taken by Ñu", "Ñu"), role="perpetrator") for one in later]
    assert event(*right, blamed).title == "Taken by Ñu"


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        (Estimate(57, 57, 57), Estimate(57, 57, None), "equal"),
        (Estimate(51, None, None), Estimate(57, 57, 57), "agree"),
        (Estimate(12, None, None), Estimate(57, 57, 57), "conflict"),
        (Estimate(12, 12, 12), Estimate(13, 13, 13), "near"),
        (Estimate(106, 106, 106), Estimate(57, 57, 57), "conflict"),
    ],
)
def test_how_two_statements_of_a_number_stand_to_each_other(a, b, how):
    assert relation(a, b) == relation(b, a) == how


def test_a_site_between_two_towns_is_one_place_and_no_dispute():
    airport = "the Lago San Pablo airport"
    towns = (replace(QUITO, site=airport), replace(QUITO, location="Cayambe", site=f"outside {airport}"))
    told = [
        source(
            number,
            text := f"{words} Ana Lucía Mora was killed on August 31 at {airport}.",
            [report(text, "killed", "killing", town, victim="Ana Lucía Mora")],
            stated("2023-09-01"),
        )
        for number, (town, words) in enumerate(zip(towns, ("The lawyer", "Police said"), strict=True), 1)
    ]
    found = event(*told)
    assert airport in found.place.site
    assert "place" not in found.disputed


def test_two_divisions_that_nobody_names_a_town_of_are_a_dispute():
    """Neither names the other's, though neither names a town."""

    def told(number, words, division):
        text = f"{words} Ana Lucía Mora was killed on August 31 in {division}."
        place = replace(QUITO, admin1=division, location="", geo_precision=4)
        return source(
            number, text, [report(text, "killed", "killing", place, victim="Ana Lucía Mora")], stated("2023-09-01")
        )

    mentions = [*undated(told(1, "The lawyer", "Pichincha")), *undated(told(2, "Police said", "Azuay"))]
    assert "place" in draft(mentions, {}).event.disputed


def test_a_site_told_without_its_town_is_in_the_town_that_others_name():
    def placed(one, place):
        (told,) = one.reports
        return replace(one, reports=(replace(told, place=place),))

    site = replace(QUITO, admin1="", location="", site="Central Market")
    found = event(bomb(1, "12 dead"), placed(bomb(2, "12 bodies"), site), bomb(3, "12 dead"))
    assert (found.place.site, found.place.location) == ("Central Market", "Quito")
