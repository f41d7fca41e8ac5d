"""What people type for the fields of an event: read as meant, or refused in a sentence that says what to type."""

from datetime import date

import pytest

from importers.typed.dates import read_date, read_publication
from importers.typed.errors import DateError, TypedError
from importers.typed.fields import choices, field_named, with_typed
from importers.typed.figures import read_figure
from importers.typed.kinds import read_type
from importers.typed.people import read_actors
from importers.typed.places import read_place
from store.records.event import FIELDS, Actor, Estimate, Event
from store.records.place import NOWHERE, Place
from store.records.when import UNDATED
from store.when import describe

CUENCA = Place("EC", "Ecuador", "Azuay", "Cuenca")


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("31 Aug 2023", "2023-08-31"),
        ("  31  de agosto de 2023 ", "2023-08-31"),
        ("2-4 Sep 2023", "2023-09-02/2023-09-04"),
        ("Aug 2023", "2023-08"),
        ("2023", "2023"),
        ("c. 30 Aug 2023", "2023-08-30~"),
        ("about Aug 2023", "2023-08~"),
        ("before 20 Aug 2023", "../2023-08-19"),
        ("after 20 Aug 2023", "2023-08-21/.."),
        ("from 2 Nov 2022", "2022-11-02/.."),
        ("between 16 Aug and 14 Oct 2023", "[2023-08-16..2023-10-14]"),
        ("30 or 31 Aug 2023", "[2023-08-30,2023-08-31]"),
        ("30 Aug or 2 Sep 2023", "[2023-08-30,2023-09-02]"),
        ("2023-08-31?", "2023-08-31?"),
        ("2023-08-XX", "2023-08"),
        ("2023-08/2023-09", "2023-08/2023-09"),
    ],
)
def test_a_date_is_read_in_words_and_in_edtf(typed: str, edtf: str) -> None:
    when = read_date(typed)
    assert when.edtf == edtf
    assert when.chain[0] == "user"


@pytest.mark.parametrize("typed", ["", "yesterday", "2023-02-31", "2023-13", "2023/2021", "31 Aug", "c.", "soon"])
def test_what_names_no_day_is_no_date(typed: str) -> None:
    with pytest.raises(DateError, match="names no day"):
        read_date(typed)


def test_a_date_that_languages_read_differently_is_not_guessed() -> None:
    with pytest.raises(DateError, match="can be 2 Sep 2023 or 9 Feb 2023"):
        read_date("09/02/2023")
    assert read_date("05/05/2023").start == date(2023, 5, 5)


def test_an_article_that_is_out_was_not_published_on_a_day_to_come() -> None:
    today = date(2024, 3, 12)
    assert read_publication("13 Mar 2024", today).start == date(2024, 3, 13), "further east it is tomorrow"
    assert read_publication("Mar 2024", today).end == date(2024, 3, 31), "a period that has begun may go on"
    for typed in ("14 Mar 2024", "2042-03-12", "Apr 2024"):
        with pytest.raises(DateError, match="is still to come"):
            read_publication(typed, today)


@pytest.mark.parametrize(
    "edtf", ["2023-08-31", "2023-08", "2023", "2023-08-30~", "../2023-08-19", "[2023-08-30,2023-09-02]", "2023-09/.."]
)
def test_a_date_as_it_is_shown_can_be_typed(edtf: str) -> None:
    shown = describe(read_date(edtf))
    assert describe(read_date(shown)) == shown


@pytest.mark.parametrize(
    ("typed", "site", "location", "admin1", "precision"),
    [
        ("Quito", "", "Quito", "Pichincha", 1),
        ("prison in Cuenca", "prison in Cuenca", "Cuenca", "Azuay", 1),
        ("la cárcel de Latacunga", "la cárcel de Latacunga", "Latacunga", "Cotopaxi", 1),
        ("prison in Cuenca, EC", "prison in Cuenca", "Cuenca", "Azuay", 1),
        ("under a bridge, Quito, Ecuador", "under a bridge", "Quito", "Pichincha", 2),
        ("El Oro", "", "", "El Oro", 4),
        ("provincia de El Oro", "", "", "El Oro", 4),
        ("Villa Nunca Vista, El Oro", "", "Villa Nunca Vista", "El Oro", 4),
        ("Turi prison", "Turi prison", "", "", 6),
        ("Ecuador", "", "", "", 6),
    ],
)
def test_a_place_is_resolved_and_the_words_of_a_site_are_kept(
    typed: str, site: str, location: str, admin1: str, precision: int
) -> None:
    place = read_place(typed, CUENCA)
    assert (place.site, place.location, place.admin1) == (site, location, admin1)
    assert (place.country, place.geo_precision) == ("EC", precision)


def test_of_places_of_one_name_that_in_the_country_of_the_event_is_meant() -> None:
    assert read_place("Cuenca", Place("ES", "Spain")).country == "ES"
    assert read_place("Cuenca, Spain", CUENCA).country == "ES"
    assert read_place("Georgia", Place("US", "United States")).admin1 == "Georgia"
    assert read_place("Georgia", CUENCA).country == "GE"


def test_a_place_that_is_not_known_or_lies_elsewhere_is_refused() -> None:
    with pytest.raises(TypedError, match="“Qiuto” is in no list of places"):
        read_place("Qiuto", CUENCA)
    with pytest.raises(TypedError, match="“Quito” lies in Pichincha, Ecuador, not in Guayas"):
        read_place("Quito, Guayas")


@pytest.mark.parametrize(
    ("typed", "three"),
    [
        ("31", (31, 31, 31)),
        ("2000", (2000, 2000, 2000)),
        ("2,200", (2200, 2200, 2200)),
        ("at least 31", (31, 31, None)),
        ("al menos 31", (31, 31, None)),
        ("14+", (14, 14, None)),
        ("30-35", (30, None, 35)),
        ("between 10 and 15", (10, None, 15)),
        ("30–33+", (30, 33, None)),
        ("30/33/35", (30, 33, 35)),
        ("about 40", (None, 40, None)),
        ("up to 2000", (None, 2000, 2000)),
        ("dozens", (12, None, None)),
        ("0", (0, 0, 0)),
    ],
)
def test_a_figure_is_three_numbers(typed: str, three: tuple[int | None, ...]) -> None:
    assert read_figure(typed) == Estimate(*three)


@pytest.mark.parametrize("typed", ["many", "31 people", "-3", "33/30/", "35-30", "//", "9" * 30])
def test_what_is_no_figure_is_refused(typed: str) -> None:
    with pytest.raises(TypedError):
        read_figure(typed)


def test_actors_have_roles_and_keep_their_kind() -> None:
    known = (Actor("Los Lobos", "actor1", "gang"),)
    assert read_actors("perpetrator: Los Lobos; victim: Ana  Mora", known) == (
        Actor("Los Lobos", "perpetrator", "gang"),
        Actor("Ana Mora", "victim"),
    )
    assert [actor.role for actor in read_actors("police; guards")] == ["actor1", "actor2"]
    with pytest.raises(TypedError, match="Did you mean “victim”"):
        read_actors("victm: Ana Mora")
    with pytest.raises(TypedError, match="“third” needs a role"):
        read_actors("one; two; third")


def test_a_type_is_one_of_the_lexicons() -> None:
    assert read_type("Car bomb") == ("Explosions/Remote violence", "car_bomb")
    assert read_type("prison_r")[1] == "prison_riot"
    with pytest.raises(TypedError, match="hostage_release, hostage_rescue, hostage_taking"):
        read_type("hostage")
    assert "car_bomb" in choices("type")


def test_any_field_can_be_set_and_what_may_be_empty_emptied() -> None:
    event = Event(1, "A title", "Riots", "prison_riot", place=CUENCA, figures={"killed": Estimate(3, 3, 3)})
    told = {
        "title": "Another",
        "type": "car bomb",
        "date": "2023",
        "place": "Quito",
        "actors": "a",
        "instruments": "dynamite, cars",
        "factuality": "possible",
        "killed": "4",
    }
    for field in FIELDS:
        assert with_typed(event, field, told.get(field, "4")) != event
    for field in ("place", "killed", "actors", "instruments"):
        assert with_typed(event, field, "").place in (CUENCA, NOWHERE)
    assert with_typed(event, "killed", "").figures == {}
    assert with_typed(event, "date", "no date").when.start is UNDATED.start
    with pytest.raises(TypedError, match="A title needs a word"):
        with_typed(event, "title", " ")
    with pytest.raises(TypedError, match="Did you mean “killed”"):
        field_named("kiled")
