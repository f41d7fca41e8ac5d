"""An event as each voice tells it, and how what they say stands to what the event says."""

import pytest
import told

from importers.linking.comparing import tellings
from store import queries
from store.connection import reading
from store.filters import parse


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return told.make_told_store(tmp_path_factory.mktemp("told"))


def told_of(store, words):
    with reading(store) as db:
        event = next(iter(queries.events(db, parse(words))))
        sources = {report.source_id: queries.source(db, report.source_id) for report in event.reports}
    return event, sources, tellings(event, sources)


def test_a_reprint_has_no_voice_of_its_own(store):
    event, sources, found = told_of(store, "type:car_bomb")
    assert len(found) == event.number_of_sources == 2
    assert sorted(len(one.sources) for one in found) == [1, 2]
    assert {number for one in found for number in one.sources} == set(sources)


def test_agreement_and_what_differs(store):
    _, _, (first, second) = told_of(store, "type:car_bomb")
    assert first.stances["killed"] == second.stances["killed"] == "same"
    assert first.stances["injured"] == "differs"  # the later, lower number is the one held
    assert second.stances["injured"] == "same"
    assert "arrested" not in first.stances


def test_where_no_value_prevails_all_differ(store):
    event, _, found = told_of(store, "type:hostage_taking")
    assert event.figures["held"].best is None
    assert {one.stances["held"] for one in found} == {"differs"}
