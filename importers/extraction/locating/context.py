"""In which country an article is, and which of the places of one name it means."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log10

from importers.extraction.locating.line import Candidate
from importers.gazetteer import countries
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import GazetteerPlace, lookup_folded

_SPOKEN_OF = 0.25
"""The weight from which an article speaks of a country."""
_HALF_AS_MUCH = 0.5
"""The weight, to the main country's, from which small towns of another country are believed."""
_DATELINE = 2.5
"""What the dateline says for its country."""
_HEADED = 8.0
"""What a heading says for its country: more than all that is told below it."""
_ABROAD = 0.1
"""What its embassy or its tourists say for a country: less than anything else that names one."""
_IN_NAMED_DIVISION = 1.5
"""What it says for a town that the article names its division elsewhere."""
_DIVISIONS = frozenset({"admin1", "region"})
"""Kinds of places that hold many towns: the town of that name is meant unless it is a small part."""
_NAMESAKES = frozenset({"quarter", "site", "institution"})
"""Kinds of places that share their name with towns they have nothing to do with."""
_LARGE = 100_000
"""A city that is known without a word beside it."""
_HOMONYM_BELOW = 500_000
"""A place of fewer people in a country the article does not speak of is another place of that name."""
_DIVISION_KNOWN = 2_000_000
"""A division of fewer people is not known abroad without its country: "the Litoral" of Ecuador is a prison."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How much an article is about each country (the main one 1.0), and which one that is."""

    main: str
    weights: Mapping[str, float]
    dateline: GazetteerPlace | None
    """The dateline's town, as far as it is known."""
    divisions: frozenset[tuple[str, str]] = frozenset()
    """The divisions that the article names by themselves: country and folded name."""
    filed_abroad: bool = False
    """It speaks more of another country than of the one it was written in."""

    def weight(self, country: str) -> float:
        return self.weights.get(country, 0.0)

    def borders_main(self, country: str) -> bool:
        main = countries.countries().get(self.main)
        return main is not None and country in main.neighbours


def setting(candidates: Sequence[Sequence[Candidate]], dateline_place: str, about: str = "") -> Setting:
    """Weigh the countries by names and demonyms, the dateline (weakly), and the mutual support of towns and provinces.

    ``candidates``: those of each sentence; ``about``: the country that a heading says they tell of.
    """
    evidence: dict[str, float] = defaultdict(float, {about: _HEADED} if about else {})
    said: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    by_form: dict[str, tuple[float, tuple[GazetteerPlace, ...]]] = {}
    for number, found in enumerate(candidates):
        # What headline and lead name is what an article is about, more than what it looks back to.
        early = 1.0 if number == 0 else 0.5 if number < 3 else 0.0
        for candidate in found:
            country = candidate.people or candidate.country
            if country and candidate.abroad:
                evidence[country] += _ABROAD
            elif country:
                said[country] += 1
                placed[country] += candidate.located
                # "In Ecuador" says where the article is; "the U.S. embassy" and "Ecuadorian" may only say whose.
                weight = 2.0 if candidate.located else 1.0
                evidence[country] += (weight + early) / (1 + said[country] / 3)
            elif candidate.level in _NAMESAKES and not _is_foremost(candidate):
                # A quarter or a hospital named for a town is not in the town's country.
                continue
            elif candidate.sure and candidate.options and (candidate.is_placed or _is_foremost(candidate)):
                options = _fitting(candidate)
                by_form.setdefault(fold(options[0].name) + (candidate.level or ""), (early, options))
    dateline = _dateline(dateline_place, _with_towns(evidence, by_form.values()) if dateline_place else evidence)
    if dateline is not None:
        evidence[dateline.country] += _DATELINE
    divisions = _divisions(candidates)
    evidence = _with_towns(evidence, by_form.values())
    if not evidence:
        return Setting("", {}, dateline, divisions)
    main = min(evidence, key=lambda country: (-evidence[country], country))
    home = evidence[main] - (_DATELINE if dateline is not None and dateline.country == main else 0)
    rival = max((c for c in evidence if c != main), key=lambda c: (evidence[c], c), default=main)
    abroad = rival != main and evidence[rival] > home and evidence[rival] >= _HALF_AS_MUCH * evidence[main]
    weights = {country: weight / evidence[main] for country, weight in evidence.items()}
    if abroad and placed[rival] > placed[main]:
        # Written in Madrid of what was "in El Salvador".
        main = rival
    return Setting(main, weights, dateline, divisions, abroad)


def _with_towns(
    evidence: Mapping[str, float], towns: Collection[tuple[float, tuple[GazetteerPlace, ...]]]
) -> dict[str, float]:
    """Add to what names and demonyms say for each country what the names of its towns and divisions do.

    ``towns``: of each name what more it says for standing early, and the places of that name.
    """
    # What names a country, or lies in one alone and is known anywhere, says more than a small division of that name.
    named = frozenset(evidence) | {options[0].country for _, options in towns if _is_known(options)}
    told = defaultdict(float, evidence)
    for early, options in towns:
        for country, weight in _shares(options, early, named):
            told[country] += weight
    return told


def _divisions(candidates: Sequence[Sequence[Candidate]]) -> frozenset[tuple[str, str]]:
    """Collect the divisions named: by a place word, or by a name that no town or country has."""
    found = set()
    for candidate in (one for line in candidates for one in line):
        told = candidate.level in {"admin1", "region"}
        alone = candidate.level is None and all(option.kind == "admin1" for option in candidate.options)
        if candidate.sure and (told or alone):
            found |= {(place.country, fold(place.name)) for place in candidate.options if place.kind == "admin1"}
    return frozenset(found)


def _is_foremost(candidate: Candidate) -> bool:
    """Tell whether a candidate can be a capital, a division or a large city."""
    return any(option.kind in {"capital", *_DIVISIONS} or option.population >= _LARGE for option in candidate.options)


def _is_known(options: Sequence[GazetteerPlace]) -> bool:
    """Tell whether a name is that of one large place, and of nothing in another country."""
    return options[0].population >= _DIVISION_KNOWN and len({option.country for option in options}) == 1


def _is_obscure(option: GazetteerPlace) -> bool:
    """Tell whether a division is not known abroad."""
    return option.kind == "admin1" and option.population < _DIVISION_KNOWN


def _fitting(candidate: Candidate) -> tuple[GazetteerPlace, ...]:
    """Return the options that fit the place word; all where none does."""
    fits = tuple(option for option in candidate.options if _fits(option, candidate))
    return fits or candidate.options


def _fits(option: GazetteerPlace, candidate: Candidate) -> bool:
    match candidate.level:
        case "admin1" | "region":
            return option.kind in _DIVISIONS
        case "institution":
            return option.kind in {"city", "capital", "admin2", "country"}
        case "town" | "quarter" | "district" | "site":
            return option.kind in {"city", "capital", "admin2"}
        case "admin2":
            return option.kind in {"city", "capital", "admin2"}
        case _:
            return True


def _fame(option: GazetteerPlace) -> float:
    """Weigh how likely a place is meant before anything is known of the article."""
    if option.kind == "capital":
        return 4.0
    if option.kind in _DIVISIONS:
        return 2.0
    return max(0.3, log10(option.population + 1) - 3)


def _shares(options: Sequence[GazetteerPlace], early: float, named: Collection[str]) -> Iterator[tuple[str, float]]:
    """Yield the countries that have a place of some name, each with its share of what the name says for them.

    ``early``: what more it says for standing in headline or lead; ``named``: the countries that are named by
    themselves, outside which small places of that name do not count.
    """
    best: dict[str, float] = defaultdict(float)
    for option in options:
        if not named or option.country in named or not _is_obscure(option):
            best[option.country] = max(best[option.country], _fame(option))
    total = sum(best.values())
    for country, fame in best.items():
        # A hamlet tells no more by standing in the lead: it may be the namesake of one that no list has.
        yield country, (min(0.7 if fame < 1.5 else 1.5, fame) + min(early, fame)) * fame / total


def _dateline(name: str, evidence: Mapping[str, float]) -> GazetteerPlace | None:
    """Return the town of the dateline: in a country the article names if there is one, else the most populous."""
    for part in (name, name.split(",")[0], name.split("(")[0]):
        towns = [place for place in lookup_folded(fold(part)) if place.kind in {"city", "capital"}]
        if towns:
            return max(towns, key=lambda town: (town.kind == "capital", evidence.get(town.country, 0), town.population))
    return None


def choose(
    candidate: Candidate,
    where: Setting,
    *,
    container: GazetteerPlace | None,
    named: Iterable[str],
    inner: Candidate | None,
) -> GazetteerPlace | None:
    """Choose which place a candidate means; None if it is none of those the gazetteer knows.

    ``container``: the larger place named right after it ("X, Y province"); ``named``: countries named outright in the
    sentence; ``inner``: the candidate it contains itself.
    """
    here = set(named)
    best, best_score = None, -1e9
    for option in candidate.options:
        score = _score(option, candidate, where, container, here)
        if inner is not None and any(
            other.country == option.country and fold(other.admin1) == fold(option.admin1) for other in inner.options
        ):
            score += 1.5
        if score > best_score:
            best, best_score = option, score
    if candidate.level == "admin1" and best is not None and best.kind not in _DIVISIONS | {"country"}:
        best = None
    if best is None or (container is not None and not inside(best, container)):
        return None
    if not candidate.home and _is_homonym(best, candidate, where, here, container):
        return None
    if not _holds_site(best, candidate, where, here) and (container is None or candidate.level != "district"):
        return None
    return best if candidate.sure or _believed(best, candidate, where) else None


def standing(option: GazetteerPlace, where: Setting) -> float:
    """Weigh how likely a place of some name is meant, whatever the words around it."""
    # A division and the town it is named for: the town is meant unless it is a small part of it.
    people = option.population / 10 if option.kind in _DIVISIONS else option.population
    score = 4.0 * where.weight(option.country) + 0.6 * log10(people + 10)
    if option.country != where.main and where.borders_main(option.country):
        score += 0.8
    score += {"country": 8.0, "capital": 3.0, "city": 0.9, "admin1": 0.9, "region": 0.9, "admin2": 0.0}[option.kind]
    return score + (0.6 if option.main else 0.0)


def _score(
    option: GazetteerPlace, candidate: Candidate, where: Setting, container: GazetteerPlace | None, here: set[str]
) -> float:
    score = standing(option, where)
    if option.country in here and option.country != where.main:
        # What the article is about is said already: "the United States" calls for talks in London of no Ohio.
        score += 1.0
    if _in_named_division(option, candidate, where):
        score += _IN_NAMED_DIVISION
    if option.kind == "country" and option is not candidate.options[0]:
        # A remote island, which stands last: no more than a town of that name.
        score -= 7.0
    if candidate.level is not None:
        score += 2.0 if _fits(option, candidate) else -4.0
    if container is not None:
        score += 4.0 if inside(option, container) else -6.0
    return score


def _in_named_division(option: GazetteerPlace, candidate: Candidate, where: Setting) -> bool:
    """Tell whether a town lies in a division that the article names elsewhere: the name is not that division's own."""
    if not option.main or option.kind not in {"city", "admin2"}:
        return False
    if (option.country, fold(option.admin1)) not in where.divisions:
        return False
    return not any(other.kind == "admin1" and other.country == option.country for other in candidate.options)


def inside(option: GazetteerPlace, container: GazetteerPlace) -> bool:
    """Tell whether a place can lie in the container."""
    if option.country != container.country:
        return False
    if container.kind == "country" or option.kind == "country":
        return container.kind == "country"
    return fold(option.admin1) == fold(container.admin1)


def _holds_site(option: GazetteerPlace, candidate: Candidate, where: Setting, here: set[str]) -> bool:
    """Tell whether a site or quarter with this name is in the place: prisons are named for towns, farms are not."""
    match candidate.level:
        case "site" | "quarter":
            return False
        case "institution":
            # "San Carlos University" is not in San Carlos Sija.
            return option.kind in {"capital", "country"} or (
                option.kind == "city" and option.main and where.weight(option.country) >= _SPOKEN_OF
            )
        case "district":
            return option.kind in {"city", "capital"} and option.country in {where.main, *here}
        case _:
            return True


def _is_homonym(
    option: GazetteerPlace, candidate: Candidate, where: Setting, here: set[str], container: GazetteerPlace | None
) -> bool:
    """Tell whether a place far from all the article speaks of only shares its name with what is meant."""
    if option.kind == "country" or container is not None or option.country in here:
        return False
    if option.kind == "capital":
        # "Santo Domingo canton" is not the capital of another country.
        return candidate.level in {"admin2", "region"} and where.weight(option.country) < _SPOKEN_OF
    if not where.main:
        return False
    if not candidate.is_placed and option.kind == "city" and option.population < _LARGE:
        return option.country != where.main
    if candidate.within:
        return where.weight(option.country) < _SPOKEN_OF
    rivals = [other for other in candidate.options if other is not option]
    told = candidate.level == "admin1" or (candidate.located and where.borders_main(option.country))
    if not rivals and told and option.kind == "admin1" and option.population >= _HOMONYM_BELOW:
        # "In Borno state": there is no other.
        return False
    if not rivals and _is_obscure(option):
        return where.weight(option.country) < _SPOKEN_OF
    if not rivals and candidate.last - candidate.first > 2:
        # No other place has a name of that many words: "Punta del Este".
        return False
    if option.country != where.main and option.population < _LARGE and where.weight(option.country) < _HALF_AS_MUCH:
        return True
    if option.population >= _LARGE and all(other.population * 5 < option.population for other in rivals):
        return where.main in {other.country for other in rivals} and option.country != where.main
    alone = all(other.country == option.country for other in candidate.options)
    known_from = _DIVISION_KNOWN if option.kind in _DIVISIONS else _HOMONYM_BELOW
    if option.population >= known_from and (alone or option.kind == "city"):
        return False
    return where.weight(option.country) < _SPOKEN_OF and not (
        where.borders_main(option.country) and option.population >= _HOMONYM_BELOW / 10
    )


def _believed(option: GazetteerPlace, candidate: Candidate, where: Setting) -> bool:
    """Tell whether words that may be a surname or a common noun are a place after all."""
    spoken_of = where.weight(option.country) > 0 or option.population >= _HOMONYM_BELOW
    if candidate.located and (option.kind == "capital" or (option.population >= _LARGE and spoken_of)):
        return True
    if where.weight(option.country) < _SPOKEN_OF:
        return False
    large = option.kind in {"country", "capital"} or option.population >= _LARGE
    return candidate.located or (large and option.country == where.main)
