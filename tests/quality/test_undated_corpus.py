"""The five articles that the program was first wanted for, with no publication day given by a person.

The only year in them is that of one header, and it is wrong. The articles lie beside the project (``../shared/seeds``)
and are no part of it.
"""

from datetime import date
from pathlib import Path

import pytest

from importers.linking.corpus import build
from importers.readers import load, parse
from importers.run import analyse
from store.records.linking import CorpusSource, Timeline
from store.records.published import Published
from store.records.source import Source
from store.records.when import When

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
CRISIS = (date(2023, 9, 2), date(2023, 9, 4))
WEEK = 7
DAYS = {
    ("hostage_taking", "", 57): ("2023-08-31", "2023-08-31"),
    ("car_bomb", "Pichincha", 2): ("2023-08-31", "2023-08-31"),
    ("car_bomb", "El Oro", 2): ("2023-08-31", "2023-09-02"),
    ("explosive_device", "Napo", 1): ("2023-08-31", "2023-09-02"),
    ("hostage_release", "", 57): ("2023-09-02", "2023-09-02"),
}
"""Type, province and number of what happened, and the days that the articles together leave it."""

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the articles are not at {SEEDS}")


@pytest.fixture(scope="module")
def corpus() -> tuple[CorpusSource, ...]:
    sources = []
    for number, path in enumerate(sorted(SEEDS.iterdir())):
        reading = analyse(parse(load(path)))
        reports = tuple(_numbered(reading.reports, number))
        source = Source(number, reading.article)
        sources.append(CorpusSource(source, reading.expressions, reports, reading.bounds, reading.signature))
    return tuple(sources)


def _numbered(reports, number):
    from dataclasses import replace

    for position, report in enumerate(reports):
        yield replace(report, id=1000 * number + position, source_id=number)


@pytest.fixture(scope="module")
def timeline(corpus) -> Timeline:
    return build(corpus)


def test_the_wrong_header_is_caught_with_its_evidence(timeline):
    published = timeline.published[0]
    assert published.status == "contradicted"
    assert published.day == date(2023, 11, 15)
    assert "upcoming presidential elections" in published.why
    assert "2023-10-15" in published.why
    assert "001" in published.why
    assert [candidate.verdict for candidate in timeline.candidates[0]] == ["contradicted"]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_others_are_bounded_and_say_why(timeline, number):
    published = timeline.published[number]
    assert published.status == "inferred"
    assert published.start <= CRISIS[0]
    assert published.end >= CRISIS[1]
    assert (published.end - published.start).days < WEEK
    assert "the year is that of 000" in published.why


@pytest.mark.parametrize("deed", DAYS, ids=lambda deed: f"{deed[0]} {deed[1]}")
def test_three_weeks_after_a_day_and_two_weekdays_fix_the_days(timeline, deed):
    kind, province, number = deed
    found = [
        (str(event.when.start), str(event.when.end))
        for event in (draft.event for draft in timeline.drafts)
        if event.sub_event_type == kind
        and event.place.admin1 == province
        and any(estimate.best == number for estimate in event.figures.values())
    ]
    assert found == [DAYS[deed]]


def test_near_copies_share_their_day(timeline):
    assert timeline.published[1] == timeline.published[3]


def test_another_crisis_is_not_dated_by_this_one(timeline, corpus):
    assert timeline.published[4] == Published(why=timeline.published[4].why)
    whens = [timeline.whens[report.id] for report in corpus[4].reports]
    assert all(when == When(chain=when.chain) for when in whens)


def test_nothing_is_dated_after_the_header_or_before_the_articles_reach(timeline):
    for when in timeline.whens.values():
        assert when.end is None or when.end <= date(2024, 2, 7)


def test_the_order_of_import_does_not_matter(timeline, corpus):
    again = build(corpus[::-1])
    assert again.published == timeline.published
    assert {draft.members for draft in again.drafts} == {draft.members for draft in timeline.drafts}
