"""What completion and facets offer of a store."""

from store import queries
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


def test_facets_count_the_events_of_a_filter(db: Database) -> None:
    whole = facets(db, queries.matches(db, EVERYTHING))
    assert sum(count for _, count in whole.types) == 4
    assert whole.complete
    some = facets(db, queries.matches(db, parse("place:Cuenca")))
    assert some.places == (("Cuenca", sum(count for _, count in some.types)),)
    assert facets(db, queries.matches(db, parse("zanzibar"))).types == ()
