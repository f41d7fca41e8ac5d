"""Which pairs of events a person is asked about."""

import pytest

from importers.linking.corpus import build
from store.records.place import Place
from tests.unit.importers.linking_samples import report, source, stated

CUMBAYA = Place("EC", "Ecuador", "Pichincha", "Cumbayá", geo_precision=1)
TUMBACO = Place("EC", "Ecuador", "Pichincha", "Tumbaco", geo_precision=1)
PASTO = Place("CO", "Colombia", "Nariño", "Pasto", geo_precision=1)
STORY = ", said Judge Ysolde Quintral, the Zurriaga company and Colonel Baquerizo"


def article(number, told, where=CUMBAYA, kind="car_bomb", killed="", after=STORY, published="2023-09-02", **more):
    text = f"In {where.location} {told}{after}."
    return source(number, text, [report(text, "blown up", kind, where, killed=killed, **more)], stated(published))


ONE = article(1, "4 guards were blown up on Thursday", killed="4 guards")
OTHER = "6 guards were blown up by a lake on Thursday"


def asked(*sources):
    return {tuple(sorted((*pair.a, *pair.b))): pair.against for pair in build(sources).likely}


@pytest.mark.parametrize(
    ("other", "against"),
    [
        pytest.param(article(2, OTHER, TUMBACO, killed="6 guards"), "Cumbayá against Tumbaco", id="another town"),
        pytest.param(
            article(2, "4 guards were blown up at noon on Monday", killed="4 guards"), "3 days apart", id="days apart"
        ),
        pytest.param(
            article(2, OTHER, kind="prison_riot", killed="6 guards"), "car_bomb against prison_riot", id="another kind"
        ),
    ],
)
def test_of_one_story_what_excludes_is_asked_about(other, against):
    told = asked(ONE, other)
    assert told.keys() == {(100, 200)}
    assert against in told[100, 200]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(article(2, OTHER, TUMBACO, killed="6 guards", after=""), id="of no story"),
        pytest.param(article(2, OTHER, TUMBACO, killed="6 guards", published="2023-11-02", time=""), id="months later"),
        pytest.param(article(2, OTHER, PASTO, killed="6 guards"), id="another country"),
        pytest.param(article(2, OTHER, TUMBACO, kind="election"), id="nothing of the kind"),
        pytest.param(article(2, OTHER, TUMBACO, killed="6 guards", is_total=True), id="a sum"),
        pytest.param(article(2, OTHER, TUMBACO, killed="6 guards", confidence=0.3), id="a weak find"),
        pytest.param(
            article(2, OTHER.replace(" on Thursday", ""), TUMBACO, factuality="background"), id="nothing that tells"
        ),
    ],
)
def test_what_is_no_question(other):
    assert asked(ONE, other) == {}


@pytest.mark.parametrize(("day", "pairs"), [("24 August", 1), ("23 August", 0)])
def test_a_week_lies_between_two_days_of_one_deed_at_most(day, pairs):
    told = [f"11 guards were blown up on {day}" for day in ("31 August", day)]
    assert len(asked(*(article(number, one, killed="11 guards") for number, one in enumerate(told, 1)))) == pairs


def test_of_two_deeds_in_an_article_the_one_that_fits_best_is_asked_about():
    text = f"In Tumbaco 9 guards were blown up on Thursday. In Tumbaco 4 guards were bombed on Thursday{STORY}."
    worse = report(text, "blown up", "car_bomb", TUMBACO, killed="9 guards")
    better = report(text, "bombed", "car_bomb", TUMBACO, killed="4 guards", number=2)
    assert asked(ONE, source(2, text, [worse, better], stated("2023-09-02"))).keys() == {(100, 201)}


def test_an_article_that_tells_of_both_has_told_them_apart():
    other = article(2, OTHER, TUMBACO, killed="6 guards")
    text = f"In Cumbayá 4 guards were blown up on Thursday. In Tumbaco 6 guards were blown up later on Thursday{STORY}."
    both = source(
        3,
        text,
        [
            report(text, "blown up", "car_bomb", CUMBAYA, killed="4 guards"),
            report(text, "blown up later", "car_bomb", TUMBACO, killed="6 guards", number=2),
        ],
        stated("2023-09-02"),
    )
    assert len(build([ONE, other, both]).drafts) == 2
    assert asked(ONE, other, both) == {}


def test_two_happenings_told_by_one_word_stay_two():
    text = f"In Tumbaco 6 guards and 3 drivers were blown up on Thursday{STORY}."
    bomb = report(text, "blown up", "car_bomb", TUMBACO, killed="6 guards", cluster=1)
    riot = report(text, "blown up", "prison_riot", TUMBACO, killed="3 drivers", cluster=2)
    told = build([ONE, source(2, text, [bomb, riot], stated("2023-09-02"))])
    events = [set(draft.members) for draft in told.drafts]
    assert len(events) == 3
    assert {frozenset((*pair.a, *pair.b)) for pair in told.likely} == {frozenset({100, 200})}
    assert all({*pair.a} in events and {*pair.b} in events for pair in told.likely)
