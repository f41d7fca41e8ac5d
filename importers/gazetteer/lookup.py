"""Look up a name among the world's places: the countries, their divisions, and towns. Microseconds, nothing loaded."""

from collections.abc import Callable
from functools import cache
from typing import Final, Literal, cast

from importers.gazetteer import countries
from importers.gazetteer.fold import fold
from importers.gazetteer.index import Index
from importers.remembered import Remembered
from store.records.record import record

PlaceKind = Literal["country", "admin1", "admin2", "capital", "city", "region"]
"""A region is larger than a division and none itself: "Darfur"."""


@record
class GazetteerPlace:
    """A place of the gazetteer. A country has no coordinates and no population here."""

    kind: PlaceKind
    name: str
    country: str
    """ISO 3166-1 alpha-2."""
    admin1: str
    """The first-order division it lies in (department, province, state); its own name if it is one, "" for a region."""
    latitude: float | None
    longitude: float | None
    population: int
    main: bool
    """Found by its own name, not by another it also goes by."""


def lookup(name: str) -> tuple[GazetteerPlace, ...]:
    """Return all places that go by ``name`` in whatever casing and accents: a country first, then by
    population, a remote island last.
    """
    return lookup_folded(fold(name))


def _places_of(folded: str) -> tuple[GazetteerPlace, ...]:
    if not folded:
        return ()
    found = [_place(line, folded) for line in _index().lines(folded)]
    code = countries.names().get(folded)
    if code is not None:
        place = GazetteerPlace("country", countries.country_name(code), code, "", None, None, 0, main=True)
        # "Santa Elena" is a province before it is the island that Spanish calls so.
        found.insert(len(found) if found and _is_remote(code) else 0, place)
    return tuple(found)


_SMALL_CAPITAL = 5_000
"""A territory without neighbours whose capital has fewer people is seldom news."""


@cache
def _is_remote(code: str) -> bool:
    country = countries.countries()[code]
    if any(country.neighbours):
        return False
    towns = (_place(line, "") for line in _index().lines(fold(country.capital)))
    return all(town.population < _SMALL_CAPITAL for town in towns if town.country == code)


def _goes_on(folded: str) -> bool:
    return _index().begins(folded) or folded in countries.beginnings()


lookup_folded: Final[Callable[[str], tuple[GazetteerPlace, ...]]] = Remembered(_places_of).__getitem__
"""Do what ``lookup`` does, for a name that went through ``fold``."""
begins_name: Final[Callable[[str], bool]] = Remembered(_goes_on).__getitem__
"""Tell whether some name starts with these folded words and goes on ("san luis", "costa")."""


@cache
def _index() -> Index:
    return Index()


def _place(line: str, folded: str) -> GazetteerPlace:
    kind, name, country, admin1, latitude, longitude, population = line.split("\t")
    where = float(latitude), float(longitude)
    return GazetteerPlace(
        cast("PlaceKind", kind),
        name,
        country,
        admin1,
        *where,
        int(population),
        main=fold(name) in {folded, f"{folded} city"},
    )
