"""What completion and facets offer of a store."""

from store import queries, writer
from store.connection import Database
from store.facets import facets
from store.filters import EVERYTHING, parse
from store.values import missing, values


def test_values_begin_as_typed_by_any_of_their_words(db: Database) -> None:
    assert values(db, "place", "cu") == ("Cuenca", "prison in Cuenca")
    assert values(db, "type", "bomb") == ("car_bomb",)
    assert values(db, "outlet", "ANDES d") == ("Andes Daily",)
    assert values(db, "country", "ecu") == ("Ecuador",)
    assert values(db, "is", "dis") == ("disputed",)
    assert values(db, "status", "") == ("new", "checked", "contested", "rejected")
    assert values(db, "killed", "1") == ()
    assert values(db, "place", "\"*'") == ()


def test_a_name_that_no_event_has_is_told_with_the_one_it_may_mean(db: Database) -> None:
    def told(text: str) -> str:
        return missing(db, parse(text).tree)

    assert told("type:car_bmb") == "Nothing here has the type “car_bmb”. Did you mean “car_bomb”?"
    assert told("place:Cuneca") == "Nothing here has the place “Cuneca”. Did you mean “Cuenca”?"
    assert told("outlet:Zanzibar") == "Nothing here has the outlet “Zanzibar”."
    assert told("(type:zeppelin OR country:Ecuadr)").count("Nothing here has") == 2
    for there in ("", "type:bomb", "place:cu country:ecu", "type:car_bomb killed:>1000", "-type:zeppelin", "zeppelin"):
        assert told(there) == "", "a part of a word will do, and what is left out need not be there"


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
