"""An event as each voice tells it, and how what they say stands to what the event says."""

import pytest
import told

from importers.byhand import pin, set_field
from importers.linking.comparing import tellings
from importers.run import import_paths
from importers.typed.errors import TypedError
from store import queries
from store.connection import reading
from store.export import to_markdown
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


DENIED = {
    "harbour.txt": "AMBATO, March 5, 2024 (Harbour News) - The Black Sun Front killed minister Ana Mora in Ambato "
    "on Monday, police said.\n",
    "coast.txt": "AMBATO, March 6, 2024 (Coast Ledger) - The Black Sun Front denied that it had killed minister Ana "
    "Mora in Ambato on Monday.\n",
}
MURDER = {
    "harbour.txt": "AMBATO, March 5, 2024 (Harbour News) - Guerrillas killed minister Ana Mora in Ambato on Monday.\n",
    "coast.txt": "AMBATO, March 6, 2024 (Coast Ledger) - Minister Ana Mora was killed by guerrillas in Ambato on "
    "Monday along with her driver, Luis Vera.\n",
    "south.txt": "AMBATO, March 6, 2024 (South Wire) - Soldiers killed minister Ana Mora in Ambato on Monday, a "
    "human rights group said.\n",
}
BRIDGE = {
    "harbour.txt": "AMBATO, March 5, 2024 (Harbour News) - Guerrillas blew up a bridge in Ambato on Monday.\n",
    "coast.txt": "AMBATO, March 6, 2024 (Coast Ledger) - The army blew up the bridge in Ambato on Monday.\n",
    "south.txt": "AMBATO, March 6, 2024 (South Wire) - Gunmen in masks blew up the old bridge "
    "in Ambato on Monday night, and drivers now wait for hours on both banks.\n",
}


def imported(folder, articles):
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    list(import_paths(folder / "own.db", [folder / name for name in articles]))
    return folder / "own.db"


def test_voices_that_name_two_sides_as_those_who_did_it_dispute_it(tmp_path):
    store = imported(tmp_path, BRIDGE)
    event, sources, found = told_of(store, "is:disputed")
    assert event.disputed == ("perpetrator",)
    assert {actor.name for actor in event.actors if actor.role == "perpetrator"} == {"Guerrillas", "army"}
    assert sorted(one.stances["perpetrator"] for one in found) == ["differs", "differs", "fits"]
    document = to_markdown([event], sources, title="Events", filter_sentence="all")
    assert "**Disputed:** perpetrator — Guerrillas (Harbour News); army (Coast Ledger)" in document
    after = pin(store, event.ref, "perpetrator", "coast.txt")
    assert (after.disputed, after.corrections[0].disputed) == ((), True)
    assert "**Sources differ:** actors — Guerrillas (Harbour News)" in to_markdown(
        [after], sources, title="Events", filter_sentence="all"
    )


def test_pinning_who_did_it_leaves_whom_it_befell_and_marks_the_voices_that_say_otherwise(tmp_path):
    store = imported(tmp_path, MURDER)
    event, sources, found = told_of(store, "is:disputed")
    befell = [actor for actor in event.actors if actor.role != "perpetrator"]
    assert {"Ana Mora", "Luis Vera"} <= {actor.name for actor in befell}
    (told,) = (one for one in found if any(actor.name == "Soldiers" for actor in one.event.actors))
    assert told.stances["perpetrator"] == "differs"
    after = pin(store, event.ref, "Perpetrator", told.sources[0])
    assert [actor.name for actor in after.actors if actor.role == "perpetrator"] == ["Soldiers"]
    assert [actor for actor in after.actors if actor.role != "perpetrator"] == befell
    assert "perpetrator" not in after.disputed
    assert [kept.field for kept in after.corrections] == ["actors"]
    stances = {one.sources: one.stances["perpetrator"] for one in tellings(after, sources)}
    assert stances.pop(told.sources) == "same"
    assert set(stances.values()) == {"differs"}
    with pytest.raises(TypedError, match="does not say the target"):
        pin(store, event.ref, "target", told.sources[0])
    with pytest.raises(TypedError, match="set actors"):
        set_field(store, [event.ref], "perpetrator", "Black Sun Front")


def test_who_did_it_stays_disputed_when_another_role_is_settled(tmp_path):
    store = imported(tmp_path, MURDER)
    event, _, _ = told_of(store, "is:disputed")
    assert "perpetrator" in event.disputed
    machine = "; ".join(f"{actor.role}: {actor.name}" for actor in event.actors)
    after = pin(store, event.ref, "victim", "harbour.txt")
    assert {actor.name for actor in after.actors if actor.role == "victim"} == {"Ana Mora"}
    assert after.disputed == event.disputed
    assert "perpetrator" not in pin(store, event.ref, "perpetrator", "harbour.txt").disputed
    (agreed,) = set_field(store, [event.ref], "actors", machine)
    assert "perpetrator" not in agreed.disputed


def test_a_part_that_those_accused_deny_is_disputed_and_the_deed_is_not(tmp_path):
    event, sources, _ = told_of(imported(tmp_path, DENIED), "is:disputed")
    assert (event.disputed, event.factuality) == (("perpetrator",), "happened")
    said = "perpetrator — Black Sun Front (police in Harbour News); denied (Black Sun Front in Coast Ledger)"
    assert said in to_markdown([event], sources, title="Events", filter_sentence="all")
