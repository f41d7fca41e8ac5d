"""What completion and facets offer of a store."""

from store import queries, writer
from store.connection import Database
from store.facets import facets
from store.filters import EVERYTHING, parse
from store.values import values


def test_values_begin_as_typed_by_any_of_their_words(db: Database) -> None:
    assert values(db, "place", "cu") == ("Cuenca", "prison in Cuenca")
    assert values(db, "type", "bomb") == ("car_bomb",)
    assert values(db, "outlet", "ANDES d") == ("Andes Daily",)
    assert values(db, "country", "ecu") == ("Ecuador",)
    assert values(db, "is", "dis") == ("disputed",)
    assert values(db, "status", "") == ("new", "checked", "contested", "rejected")
    assert values(db, "killed", "1") == ()
    assert values(db, "place", "\"*'") == ()


def test_types_and_countries_are_those_of_the_events_there_are(db: Database) -> None:
    writer.edit_events(db, {1: ["Riots", "mob"], 2: ["Riots", "mob"]}, "type")
    assert (values(db, "type", "mob"), values(db, "type", "car")) == (("mob",), ())
    writer.edit_events(db, {3: ["PE", "Peru", "", "", "", None, None, 6]}, "place")
    assert (values(db, "country", "peru"), values(db, "country", "col")) == (("Peru",), ())
    writer.undo(db)
    writer.undo(db)
    assert (values(db, "type", "mob"), values(db, "type", "car")) == ((), ("car_bomb",))
    assert (values(db, "country", "peru"), values(db, "country", "col")) == ((), ("Colombia",))


def test_facets_count_the_events_of_a_filter(db: Database) -> None:
    whole = facets(db, queries.matches(db, EVERYTHING))
    assert sum(count for _, count in whole.types) == 4
    assert whole.complete
    some = facets(db, queries.matches(db, parse("place:Cuenca")))
    assert some.places == (("Cuenca", sum(count for _, count in some.types)),)
    assert facets(db, queries.matches(db, parse("zanzibar"))).types == ()
