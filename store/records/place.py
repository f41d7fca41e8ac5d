"""Where something happened."""

from collections.abc import Sequence
from typing import Final

from store.records.record import record


@record
class Place:
    """A place resolved as far as the text supports.

    ``geo_precision`` is UCDP's where_prec: 1 exact town or site, 2 within 25 km of it, 3 second-order division,
    4 first-order division, 6 country, 7 international or unknown.
    """

    country: str = ""
    """ISO 3166-1 alpha-2."""
    country_name: str = ""
    admin1: str = ""
    location: str = ""
    """Town or city."""
    site: str = ""
    """Its name or what it is, as worded, without article and preposition: "prison in Cuenca", "bridge"."""
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: int = 7


NOWHERE: Final = Place()


def in_common(places: Sequence[Place]) -> Place:
    """Return what several places have in common: their division or country, NOWHERE if not even that."""
    first = places[0]
    if any(place.country != first.country for place in places):
        return NOWHERE
    division = first.admin1 if all(place.admin1 == first.admin1 for place in places) else ""
    return Place(first.country, first.country_name, division, geo_precision=4 if division else 6)
