"""Records of places: made of what the gazetteer knows, filled from larger ones and compared."""

from dataclasses import replace

from importers.gazetteer import countries
from importers.gazetteer.lookup import GazetteerPlace
from store.records.place import NOWHERE, Place


def known_place(chosen: GazetteerPlace) -> Place:
    """Make a place of one of the gazetteer's."""
    name = countries.country_name(chosen.country)
    match chosen.kind:
        case "country":
            return country_place(chosen.country)
        case "admin1":
            return Place(
                chosen.country, name, chosen.name, latitude=chosen.latitude, longitude=chosen.longitude, geo_precision=4
            )
        case "region":
            return replace(country_place(chosen.country), site=chosen.name)
        case "admin2":
            precision = 3
        case _:
            precision = 1
    return Place(
        chosen.country, name, chosen.admin1, chosen.name, "", chosen.latitude, chosen.longitude, geo_precision=precision
    )


def country_place(code: str) -> Place:
    """Make a place of a country's code; nowhere for none."""
    return Place(code, countries.country_name(code), geo_precision=6) if code else NOWHERE


def fill(place: Place, larger: Place) -> Place:
    """Return ``place`` with what it does not say itself taken from ``larger``, if it can lie in it."""
    if not place.country:
        return replace(larger, site=place.site or larger.site, location=place.location or larger.location)
    if larger.country != place.country or (place.admin1 and larger.admin1 and place.admin1 != larger.admin1):
        return place
    if place.location and larger.location and place.location != larger.location:
        return place
    admin1, location = place.admin1 or larger.admin1, place.location or larger.location
    if place.latitude is None and larger.latitude is not None and larger.location and not place.location:
        return replace(
            place, admin1=admin1, location=location, latitude=larger.latitude, longitude=larger.longitude,
            geo_precision=larger.geo_precision,
        )  # fmt: skip
    precision = 4 if place.latitude is None and admin1 and place.geo_precision > 4 else place.geo_precision
    return replace(place, admin1=admin1, location=location, geo_precision=precision)


def holds(larger: Place, place: Place) -> bool:
    """Tell whether the one is the other, or what it lies in."""
    return larger.location in {"", place.location} and larger.admin1 in {"", place.admin1}


def is_exact(place: Place) -> bool:
    """Does it say more than a country?"""
    return bool(place.site or place.location or place.admin1)
