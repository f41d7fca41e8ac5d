"""Countries: ISO 3166 codes, English and Spanish names, demonyms ("Ecuadorian", "ecuatorianas"), capitals, neighbours.

Read from data/countries.tsv (GeoNames and CLDR, by ``build``) and data/peoples.tsv (demonyms and further names, written
for this project); a few milliseconds, once, when first asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from importers.gazetteer.fold import fold
from importers.gazetteer.index import DATA


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with a code of its own."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    """In English."""
    spanish: str
    capital: str
    neighbours: frozenset[str]
    names: tuple[str, ...]
    """All names and acronyms, the one above among them."""
    peoples: tuple[str, ...]
    """All demonyms in all their forms."""


_GENDERS: Final = (
    ("ol", ("ol", "ola", "oles", "olas")),
    ("o", ("o", "a", "os", "as")),
    ("és", ("és", "esa", "eses", "esas")),
    ("án", ("án", "ana", "anes", "anas")),
    ("ón", ("ón", "ona", "ones", "onas")),
    ("í", ("í", "íes", "ís")),
    ("ú", ("ú", "úes", "ús")),
)
"""Spanish endings of gender and number; any other takes only the plural's s."""


@cache
def countries() -> dict[str, Country]:
    """Return all countries by code."""
    by_code: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for line in _lines("peoples.tsv"):
        code, english, spanish, further = line.split("\t")
        forms = (*_english(english), *(form for word in spanish.split(",") for form in _spanish(word)))
        by_code[code] = (tuple(name for name in further.split(",") if name), forms)
    found = {}
    for line in _lines("countries.tsv"):
        code, name, spanish, capital, neighbours, others = line.split("\t")
        more, forms = by_code.get(code, ((), ()))
        names = dict.fromkeys([name, spanish, *(other for other in others.split(",") if other), *more])
        found[code] = Country(code, name, spanish, capital, frozenset(neighbours.split(",")), tuple(names), forms)
    return found


@cache
def names() -> dict[str, str]:
    """Return the code of the country that each folded name stands for."""
    # Where two countries share a name, the more populous comes to mind.
    shared = {"congo": "CD"}
    return {fold(name): country.code for country in countries().values() for name in country.names} | shared


@cache
def peoples() -> dict[str, str]:
    """Return the code of the country that each folded demonym stands for."""
    # Where two peoples share a demonym, the more populous country comes to mind.
    shared = {"guineana": "GN", "guineano": "GN", "guineanos": "GN", "guineanas": "GN"}
    return {fold(form): country.code for country in countries().values() for form in country.peoples} | shared


@cache
def beginnings() -> frozenset[str]:
    """Return the folded first words of all names and demonyms of several words."""
    found = set()
    for name in (*names(), *peoples()):
        parts = name.split(" ")
        found |= {" ".join(parts[:count]) for count in range(1, len(parts))}
    return frozenset(found)


def country_name(code: str) -> str:
    """Return the English name of a country, "" for an unknown code."""
    country = countries().get(code)
    return country.name if country is not None else ""


def _lines(name: str) -> Iterator[str]:
    with (DATA / name).open(encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file if not line.startswith("#"))


def _english(peoples: str) -> Iterator[str]:
    for word in peoples.split(","):
        if word:
            yield word
            if word.endswith("man"):
                yield f"{word[:-3]}men"
            elif not word.endswith(("s", "ese", "sh", "ch", ".")):
                yield f"{word}s"


def _spanish(word: str) -> Iterator[str]:
    if word:
        ending, forms = next(((end, forms) for end, forms in _GENDERS if word.endswith(end)), ("", ("", "s")))
        yield from (word[: len(word) - len(ending)] + form for form in forms)
