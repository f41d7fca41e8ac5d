"""Three articles on one invented crisis: a murder on March 4, forty hostages three weeks later, a vote on April 30.

No year is named but in a header, which is wrong.
"""

from dataclasses import replace
from datetime import date

import pytest

from importers.linking.corpus import build, timexes_of
from store.records.place import Place
from tests.unit.importers.linking_samples import ECUADOR, QUITO, bound, day, report, source, stated

MURDER = (
    "Gunmen who killed candidate Rosa Almeida Duarte at a rally on March 4 are still at large. "
    "On Thursday inmates took 43 guards hostage in Quito. All 43 guards were released on Saturday, officials said."
)
VOTE = (
    "The release of 43 guards in Quito ended a siege. Inmates had taken 43 guards hostage in Quito in a revolt that "
    "began three weeks after the assassination of candidate Rosa Almeida Duarte. The country is less than two months "
    "away from the vote of April 30."
)
HEADER = (
    "In Quito, 43 guards were released by inmates. The assassination of candidate Rosa Almeida Duarte hangs over "
    "the upcoming election."
)
ELSEWHERE = "Inmates took guards hostage in Quito this Wednesday and fought with soldiers."


def crisis(*, header="2023-06-20", given=()):
    given = dict(given)
    murder = source(
        1,
        MURDER,
        [
            report(MURDER, "killed", "assassination", ECUADOR, victim="Rosa Almeida Duarte", cluster=1),
            report(MURDER, "hostage", "hostage_taking", QUITO, released="", cluster=2),
            report(MURDER, "released", "hostage_release", QUITO, released="43 guards", cluster=3),
        ],
        bounds=[bound(MURDER, "March 4", 0, None)],
        fixed=given.get(1, ""),
    )
    vote = source(
        2,
        VOTE,
        [
            report(VOTE, "release", "hostage_release", QUITO, released="43 guards", cluster=1),
            report(VOTE, "hostage", "hostage_taking", QUITO, cluster=2),
            report(
                VOTE,
                "assassination",
                "assassination",
                victim="Rosa Almeida Duarte",
                factuality="background",
                time="",
                cluster=3,
            ),
            report(VOTE, "vote", "election", ECUADOR, factuality="planned", time="April 30", cluster=4),
        ],
        bounds=[bound(VOTE, "April 30", -62, -1)],
        fixed=given.get(2, ""),
    )
    late = source(
        3,
        HEADER,
        [
            report(HEADER, "released", "hostage_release", QUITO, released="43 guards", cluster=1),
            report(
                HEADER,
                "assassination",
                "assassination",
                victim="Rosa Almeida Duarte",
                factuality="background",
                cluster=2,
            ),
            report(HEADER, "election", "election", ECUADOR, factuality="planned", cluster=3),
        ],
        *([stated(header, "header")] if header else []),
        bounds=[bound(HEADER, "upcoming election", None, -1, anchor=True)],
    )
    other = source(4, ELSEWHERE, [report(ELSEWHERE, "hostage", "hostage_taking", QUITO)], fixed=given.get(4, ""))
    return (murder, vote, late, other)


def whens(corpus):
    timeline = build(corpus)
    triggers = {one.id: (article.source.id, one.trigger) for article in corpus for one in article.reports}
    return {triggers[key]: when for key, when in timeline.whens.items()}


def test_given_days_date_everything_that_hangs_on_them():
    dated = whens(crisis(header="2023-03-26", given={1: "2023-03-26", 2: "2023-03-27", 4: "2021-11-04"}))
    assert dated[1, "killed"].edtf == "2023-03-04"
    assert dated[1, "hostage"].edtf == "2023-03-23"
    assert dated[2, "hostage"].edtf == "2023-03-25~", "three weeks after the murder, which another article dates"
    assert any("three weeks" in step for step in dated[2, "hostage"].chain)
    assert dated[4, "hostage"].edtf == "2021-11-03"


def test_one_event_from_three_articles_and_none_from_another_crisis():
    corpus = crisis(header="2023-03-26", given={1: "2023-03-26", 2: "2023-03-27", 4: "2021-11-04"})
    drafts = {draft.members: draft.event for draft in build(corpus).drafts}
    assert drafts[102, 200, 300].number_of_sources == 3
    assert drafts[102, 200, 300].when.edtf == "2023-03-25"
    assert drafts[101, 201].when.edtf == "2023-03-23", "the week of the one holds the day of the other"
    assert drafts[100, 202, 301].factuality == "happened"
    assert drafts[400,].when.edtf == "2021-11-03"


def test_a_wrong_header_is_caught_and_the_rest_inferred():
    published = build(crisis()).published
    assert published[3].status == "contradicted"
    assert published[3].day == day("2023-06-20")
    assert "upcoming election" in published[3].why
    assert "2023-04-30" in published[3].why
    for number in (1, 2):
        assert published[number].status == "inferred"
        assert published[number].start <= day("2023-03-25") <= published[number].end <= day("2023-04-29")
    assert "3.txt (2023-06-20)" in published[2].why, "where the year comes from is said"
    assert published[4].status == "unknown", "another crisis is not dated by this one"
    assert published[4].start is None


def test_the_inferred_days_date_the_reports():
    dated = whens(crisis())
    assert dated[1, "killed"].edtf == "2023-03-04"
    assert dated[1, "hostage"].edtf == "2023-03-23"
    assert not dated[4, "hostage"].dated
    assert not dated[3, "released"].dated


def test_without_any_year_nothing_is_guessed():
    published = build(crisis(header="")).published
    assert {one.status for one in published.values()} == {"unknown"}
    assert all(one.start is None and one.end is None for one in published.values())


def test_a_dateline_without_a_year_is_of_the_year_that_has_other_articles_around_its_day():
    def dated(*days: str) -> list[str]:
        text = "LOJA, 12 March (ANP) - Rain fell."
        others = [source(number, f"Snow fell {number}.", (), stated(day)) for number, day in enumerate(days, 2)]
        published = build((source(1, text, bounds=[bound(text, "12 March", 0, 0)]), *others)).published[1]
        return [published.status, published.edtf]

    assert dated("2024-03-14", "2023-01-30") == ["inferred", "2024-03-12"]
    assert dated("2024-03-14", "2023-03-11") == ["unknown", ""]
    assert dated("2024-04-02", "2023-06-14") == ["inferred", "2024-03-12"]
    assert dated("2024-04-02", "2023-04-03") == ["unknown", ""]
    assert dated("2024-06-14") == ["unknown", ""]


def test_a_right_header_is_left_alone():
    published = build(crisis(header="2023-04-02")).published
    assert (published[3].status, published[3].day) == ("stated", day("2023-04-02"))


def test_copies_are_one_voice():
    corpus = crisis(header="2023-03-26", given={1: "2023-03-26", 2: "2023-03-27"})
    copied = VOTE + " Our paper adds nothing."
    copy = source(5, copied, corpus[1].reports, bounds=[bound(copied, "April 30", -62, -1)])
    timeline = build((*corpus, copy))
    assert timeline.copies[2].copy_of == 5
    assert timeline.published[5].day == day("2023-03-27"), "the day of the copy that has one"
    event = next(draft.event for draft in timeline.drafts if 102 in draft.members)
    assert (event.number_of_sources, event.num_articles, event.num_reports) == (3, 4, 4)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_nothing_depends_on_the_order(order):
    corpus = crisis()
    assert build([corpus[number] for number in order]).published == build(corpus).published
    assert build([corpus[number] for number in order]).drafts == build(corpus).drafts


def test_ids_play_no_part():
    def renumbered(one):
        reports = tuple(replace(told, id=9000 - told.id, source_id=90 - one.source.id) for told in one.reports)
        return replace(one, source=replace(one.source, id=90 - one.source.id), reports=reports)

    corpus = crisis()
    plain = build(corpus)
    other = build([renumbered(one) for one in corpus])
    assert {90 - key: value for key, value in other.published.items()} == plain.published
    assert [draft.event for draft in other.drafts] == [draft.event for draft in plain.drafts]


def test_time_phrases_as_the_timeline_dates_them():
    corpus = crisis()
    timeline = build(corpus)
    found = {timex.text: timex.when.edtf for timex in timexes_of(corpus[0], timeline)}
    assert found["March 4"] == "2023-03-04"


def test_words_that_measure_the_time_to_a_day_of_the_year_catch_a_header_alone():
    text = "The vote of August 20 is less than a week away, and soldiers guard the polling stations."
    reports = [report(text, "vote", "election", ECUADOR, factuality="planned", time="August 20")]
    bounds = [bound(text, "August 20", -7, -1)]
    late = build([source(1, text, reports, stated("2023-12-18", "header"), bounds=bounds)]).published[1]
    assert late.status == "contradicted"
    assert "less than" not in late.why
    assert "August 20" in late.why
    right = build([source(1, text, reports, stated("2023-08-14", "header"), bounds=bounds)]).published[1]
    assert right.status == "stated"


def test_the_words_of_an_agency_are_one_voice_in_two_articles():
    agency = "Gunmen attacked a patrol in Quito on March 20 and wounded 3 soldiers, an army officer told the agency."
    texts = [
        f"Our leader on the price of bread, which nobody can explain. {agency} Bread is dear.",
        f"{agency} The minister spoke of other things, among them the weather, trade and a new stadium.",
        "Doctors treated 3 soldiers who were hurt when a patrol was attacked in Quito on March 20, a nurse said.",
    ]
    corpus = [
        source(
            number, text, [report(text, "attacked", "armed_clash", QUITO, injured="3 soldiers")], stated("2023-03-21")
        )
        for number, text in enumerate(texts, 1)
    ]
    [draft] = build(corpus).drafts
    assert (draft.event.number_of_sources, draft.event.num_articles) == (2, 3)


def test_an_empty_corpus_and_articles_without_reports():
    assert build(()).drafts == ()
    alone = source(1, "Nothing happened.", [], stated("2023-01-02"))
    timeline = build([alone])
    assert timeline.published[1].day == date(2023, 1, 2)
    assert timeline.drafts == ()
    assert Place() == report("x", "x", "attack").place
