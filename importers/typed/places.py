"""Where, as typed: "Quito", "prison in Cuenca", "El Oro", "under a bridge, Guayaquil, Ecuador". Pure.

Read from the right, where the largest place stands: each part is a place of the gazetteer that lies in the one after
it, or words that name one ("prison in Cuenca"), or the name of a site or of a town too small to be known.
"""

import re
from collections.abc import Iterator
from typing import Final

from importers.extraction.lexicon.placewords import LEVELS, Level, place_words
from importers.extraction.locating.context import Setting, inside, standing
from importers.extraction.locating.records import country_place, fill, known_place
from importers.gazetteer import countries
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import GazetteerPlace, lookup
from importers.typed.errors import TypedError
from store.records.place import NOWHERE, Place

_LONGEST: Final = 6
"""Words of a place's name."""
_LARGE: Final = 100_000
_CODE: Final = re.compile(r"[A-Z]{2}")
_SITE: Final = LEVELS["quarter"]


def read_place(typed: str, near: Place = NOWHERE) -> Place:
    """Read a typed place; "" is nowhere. Raises TypedError.

    ``near`` is where the event was thought to be: of several places of one name, that in its country is meant.
    """
    reader = _Reader(near.country)
    for part in reversed([" ".join(part.split()) for part in typed.split(",")]):
        if part:
            reader.read(part)
    return reader.place


class _Reader:
    """Reads the parts of one typed place, the largest first."""

    def __init__(self, country: str) -> None:
        self.place = NOWHERE
        self._here = Setting(country, {country: 1.0} if country else {}, None)
        self._container: GazetteerPlace | None = None

    def read(self, part: str) -> None:
        found = None if self.place.site else self._named(part)
        if found is not None:
            self.place, self._container = fill(known_place(found), self.place), found
            return
        found = None if self.place.site else self._within(part)
        if found is not None:
            outer = fill(known_place(found), self.place)
            self.place, self._container = _with_site(outer, part), found
        elif self.place.site or self.place.location or _is_site(part):
            self.place = _with_site(self.place if self.place != NOWHERE else country_place(self._here.main), part)
        elif self._container is not None:
            self.place = self._unknown_town(part, self._container)
        else:
            raise TypedError(
                f"“{part}” is in no list of places. If it is spelt right, name what it lies in, too: “{part}, Ecuador”."
            )

    def _named(self, part: str) -> GazetteerPlace | None:
        """Find the place that a part names, with or without the word for what it is ("El Oro province")."""
        if _CODE.fullmatch(part) and part in countries.countries():
            return GazetteerPlace("country", countries.country_name(part), part, "", None, None, 0, main=True)
        name, level = _stripped(part)
        options = [option for option in lookup(name) if _fits(option, level) and self._may_be(option)]
        return max(options, key=self._rank, default=None)

    def _within(self, part: str) -> GazetteerPlace | None:
        """Find the place that stands in a site's words: after "in", or in the country in question."""
        for name, located in _names_in(part):
            options = [
                option
                for option in lookup(name)
                if self._may_be(option)
                and (located or self._container is not None or self._is_here(option) or _is_large(option))
                and option.kind != "country"
            ]
            if options:
                return max(options, key=self._rank)
        return None

    def _rank(self, option: GazetteerPlace) -> tuple[bool, float]:
        """Rank what may be meant: where the event was thought to be, Georgia is the state and not the country."""
        return self._is_here(option) and _is_large(option), standing(option, self._here)

    def _is_here(self, option: GazetteerPlace) -> bool:
        return option.country == self._here.main

    def _may_be(self, option: GazetteerPlace) -> bool:
        return self._container is None or inside(option, self._container)

    def _unknown_town(self, part: str, container: GazetteerPlace) -> Place:
        elsewhere = max(lookup(part), key=lambda option: option.population, default=None)
        if elsewhere is not None and _is_large(elsewhere):
            lies = ", ".join(dict.fromkeys((elsewhere.admin1, countries.country_name(elsewhere.country))))
            raise TypedError(f"“{part}” lies in {lies}, not in {container.name}.")
        place = self.place
        precision = 4 if place.admin1 else 6
        return Place(place.country, place.country_name, place.admin1, part, geo_precision=precision)


def _is_large(option: GazetteerPlace) -> bool:
    return option.kind not in {"city", "admin2"} or option.population >= _LARGE


def _with_site(place: Place, words: str) -> Place:
    """Put a site into a place. UCDP's where_prec: exact where its words name the town, else within 25 km of that."""
    named = bool(place.location) and fold(place.location) in fold(words)
    site = f"{words}, {place.site}" if place.site else words
    precision = 2 if place.location and place.latitude is not None and not named else place.geo_precision
    return Place(
        place.country,
        place.country_name,
        place.admin1,
        place.location,
        site,
        place.latitude,
        place.longitude,
        precision,
    )


def _stripped(part: str) -> tuple[str, Level | None]:
    """Part a name from the word for what it is: "El Oro province", "provincia de El Oro", "city of Quito"."""
    words, told = part.split(" "), place_words()
    for at, rest in ((-1, words[:-1]), (0, words[1:])):
        level = told.kinds.get(fold(words[at]))
        if level in ("admin1", "admin2", "town") and rest:
            if at == 0 and fold(rest[0]) in told.of:
                rest = rest[1:]
            if rest and not lookup(part):
                return " ".join(rest), level
    return part, None


def _fits(option: GazetteerPlace, level: Level | None) -> bool:
    match level:
        case "admin1":
            return option.kind == "admin1"
        case "admin2" | "town":
            return option.kind in {"city", "capital", "admin2"}
        case _:
            return True


def _names_in(part: str) -> Iterator[tuple[str, bool]]:
    """Give the names in a site's words, the last and longest first, and whether a word before says "in"."""
    words = part.split(" ")
    for end in range(len(words), 0, -1):
        for first in range(max(0, end - _LONGEST), end):
            if words[first][:1].isupper() and words[end - 1][:1].isupper() and end - first < len(words):
                yield " ".join(words[first:end]), first > 0 and _locates(words[first - 1])


def _locates(word: str) -> bool:
    told = place_words()
    return fold(word) in told.locative or fold(word) in told.containing


def _is_site(part: str) -> bool:
    """Tell whether words are a site's: they say what it is ("Turi prison"), or are no name ("under a bridge")."""
    kinds = place_words().kinds
    return part[:1].islower() or any(
        level is not None and LEVELS[level] >= _SITE for level in (kinds.get(fold(word)) for word in part.split(" "))
    )
