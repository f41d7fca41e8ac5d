import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.gazetteer import countries
from importers.gazetteer.fold import fold
from importers.gazetteer.index import DATA, Index, write_index
from importers.gazetteer.lookup import begins_name, lookup


def found(name: str) -> list[tuple[str, str, str]]:
    return [(place.kind, place.country, place.admin1) for place in lookup(name)]


@pytest.mark.parametrize("name", ["Usulután", "USULUTAN", "usulutan"])
def test_a_name_is_found_in_any_casing_with_and_without_accents(name: str):
    assert ("admin1", "SV", "Usulután") in found(name)
    assert ("city", "SV", "Usulután") in found(name)


def test_all_places_of_a_name_the_country_first_then_by_people():
    cuencas = lookup("Cuenca")
    assert [(place.country, place.admin1) for place in cuencas][:2] == [("EC", "Azuay"), ("ES", "Castille-La Mancha")]
    assert [place.population for place in cuencas] == sorted((place.population for place in cuencas), reverse=True)
    assert found("Colombia")[0] == ("country", "CO", "")


@pytest.mark.parametrize(
    ("country", "name", "division"),
    [
        ("EC", "Latacunga", "Cotopaxi"), ("EC", "Azogues", "Cañar"), ("CO", "Pasto", "Nariño"),
        ("PE", "Tingo María", "Huánuco"), ("SV", "Apopa", "San Salvador"), ("GT", "Cobán", "Alta Verapaz"),
        ("HN", "Juticalpa", "Olancho"), ("NI", "Bluefields", "Costa Caribe Sur"), ("BO", "Trinidad", "Beni"),
        ("BO", "El Alto", "La Paz"), ("CL", "Chillán", "Ñuble"), ("AR", "Rosario", "Santa Fe"),
        ("MX", "Culiacán", "Sinaloa"), ("US", "Miami", "Florida"), ("VE", "Maracaibo", "Zulia"),
    ],
)  # fmt: skip
def test_towns_lie_in_the_right_division(country: str, name: str, division: str):
    assert any(place.country == country and place.admin1 == division for place in lookup(name))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("U.S.", "US"), ("EE.UU.", "US"), ("Estados Unidos", "US"), ("Reino Unido", "GB"), ("Ivory Coast", "CI"),
        ("El Salvador", "SV"), ("Soviet Union", "RU"), ("ECUADOR", "EC"),
    ],
)  # fmt: skip
def test_countries_go_by_english_and_spanish_names_and_acronyms(name: str, code: str):
    assert lookup(name)[0].country == code


@pytest.mark.parametrize(
    ("people", "code"),
    [
        ("Ecuadorean", "EC"), ("ecuatorianas", "EC"), ("Salvadorans", "SV"), ("costarricenses", "CR"),
        ("Frenchmen", "FR"), ("españoles", "ES"), ("francesa", "FR"), ("alemanes", "DE"), ("iraníes", "IR"),
        ("South Africans", "ZA"),
    ],
)  # fmt: skip
def test_demonyms_in_all_their_forms(people: str, code: str):
    assert countries.peoples()[fold(people)] == code


def test_neighbours_and_capitals():
    ecuador = countries.countries()["EC"]
    assert (ecuador.capital, ecuador.neighbours) == ("Quito", frozenset({"CO", "PE"}))


@pytest.mark.parametrize(
    ("spanish", "country"), [("Londres", "GB"), ("Damasco", "SY"), ("Jartum", "SD"), ("Cabo Haitiano", "HT")]
)
def test_cities_abroad_go_by_their_spanish_names_beside_towns_called_so(spanish: str, country: str) -> None:
    assert lookup(spanish)[0].country == country


def test_beginnings_lead_to_longer_names():
    assert begins_name("san juan de")
    assert not begins_name("latacunga")


def test_geonames_is_credited():
    assert "GeoNames" in (DATA / "ATTRIBUTION.txt").read_text("utf-8")


def test_an_index_finds_what_was_written(tmp_path):
    lines = ["one\n", "two\n", "three\n"]
    (tmp_path / "places.tsv").write_text("".join(lines), "utf-8")
    write_index(tmp_path / "places.idx", [("a", 0), ("b c", 4), ("a", 8)])
    index = Index(tmp_path)
    assert (index.lines("a"), index.lines("b c"), index.lines("c")) == (["one", "three"], ["two"], [])
    assert index.begins("b")
    assert not index.begins("a")


def test_a_file_that_is_no_index_is_named(tmp_path):
    (tmp_path / "places.tsv").write_text("x\n", "utf-8")
    (tmp_path / "places.idx").write_bytes(b"something else!!")
    with pytest.raises(ValueError, match=r"places\.idx"):
        Index(tmp_path)


@given(st.text())
def test_any_name_can_be_asked_for(name: str):
    assert lookup(name) == lookup(name)
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ituri", ("admin1", "CD", "Ituri")), ("Bunia", ("city", "CD", "Ituri")),
        ("North Kordofan", ("admin1", "SD", "Northern Kordofan")), ("Oromia", ("admin1", "ET", "Oromia")),
        ("Lower Shabelle", ("admin1", "SO", "Lower Shabelle")), ("Gezira", ("admin1", "SD", "Gezira")),
        ("Darfur", ("region", "SD", "")), ("Puntland", ("region", "SO", "")),
    ],
)  # fmt: skip
def test_divisions_founded_since_and_regions_larger_than_one(name: str, expected: tuple[str, str, str]) -> None:
    assert found(name)[0] == expected


def test_an_old_spelling_of_a_great_city_is_not_taken_for_another_town() -> None:
    assert lookup("Mombasa")[0].country == "KE"
    assert not lookup("Mambasa")
