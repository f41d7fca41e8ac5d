"""Places that the words beside them tell, known to the gazetteer or not: "Azuay province", "in Arcatao"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from importers.extraction.lexicon.placewords import LEVELS, Level, PlaceWords, place_words
from importers.extraction.locating.line import (
    Candidate,
    Line,
    is_joining,
    is_large,
    is_located,
    unknown_from,
    unknown_to,
)
from importers.extraction.naming.base import function_words
from importers.gazetteer import countries
from importers.gazetteer.lookup import lookup_folded

QUOTES = frozenset("\"“”«»'‘’")


def find_told(line: Line, known: Sequence[Candidate]) -> list[Candidate]:
    """Find the names that a place word stands beside; ``known`` are those the gazetteer has."""
    words = place_words()
    if words.kinds.keys().isdisjoint(line.forms):
        return []
    by_end = {candidate.last: candidate for candidate in known}
    by_start = {candidate.first: candidate for candidate in known}
    # "Puerto" is no harbour in "Puerto Rico", nor "City" in "Mexico City" a city called "Mexico".
    whole = [one for one in known if one.options and not one.people and one.last - one.first > 1]
    within = {
        at
        for one in whole
        for at in (one.first, one.last - 1)
        if at == one.first or words.kinds.get(line.forms[at]) == "town"
    }
    found: dict[int, Candidate] = {}
    for at in [at for at, form in enumerate(line.forms) if form in words.kinds]:
        level = words.kinds[line.forms[at]]
        if _is_persons(line, at) or at in within or _is_states(line, at, words):
            continue
        for candidate in (
            _of_larger(line, at, level, by_end, by_start, words)
            or _named_before(line, at, level, by_end, by_start, words)
            or _before_name(line, at, level, by_start, words)
            or _described(line, at, level, by_end, words)
        ):
            earlier = found.get(candidate.first)
            if earlier is None or _tells_more(candidate, earlier):
                found[candidate.first] = candidate
    kept: list[Candidate] = []
    for candidate in sorted(found.values(), key=lambda one: (one.first, -one.last)):
        if not kept or candidate.first >= kept[-1].last:
            kept.append(candidate)
    return kept


def _of_larger(
    line: Line,
    at: int,
    level: Level,
    by_end: Mapping[int, Candidate],
    by_start: Mapping[int, Candidate],
    words: PlaceWords,
) -> list[Candidate]:
    """Read "the Nairobi suburb of Eastleigh", "the Borno town of Konduga": the name before holds the one behind."""
    larger, inner = by_end.get(at), by_start.get(at + 2)
    if larger is None or not _is_of_name(line, at, words):
        return []
    if level == "town":
        held = line.cased and any(option.kind == "admin1" for option in larger.options)
        inside = _before_name(line, at, level, by_start, words) if held else []
        return [replace(one, located=larger.located) for one in inside]
    if level not in {"quarter", "district"}:
        return []
    if not (is_large(larger.options) and _people(larger) > (_people(inner) if inner is not None else 0)):
        return []
    # A suburb may be a town beside it, but a neighbourhood or district is one of its own.
    level = level if line.forms[at] in words.suburbs else "quarter"
    named = _before_name(line, at, level, by_start, words)
    return [replace(one, level=level, located=larger.located) for one in named]


def _people(candidate: Candidate) -> int:
    """How many live in the largest place of its name."""
    return max((place.population for place in candidate.options), default=0)


def _tells_more(candidate: Candidate, earlier: Candidate) -> bool:
    """Tell which of two place words says what a name is: the larger unit, but not in "the area of X municipality".

    One that stands in the name itself does not ("barrio Isla Piedad").
    """
    if earlier.begin < earlier.first <= candidate.begin and candidate.end <= earlier.end:
        return False
    if "region" in {candidate.level, earlier.level}:
        return earlier.level == "region"
    return LEVELS[candidate.level or "country"] < LEVELS[earlier.level or "country"]


def _is_part(candidate: Candidate, level: Level, line: Line) -> bool:
    """Tell whether a known name may be part of a longer one beside a place word: "the town of San Luis Perulapia"."""
    if level == "institution":
        # "José María Córdoba Airport" is not that of Córdoba.
        name = line.names.get(candidate.first)
        return line.cased and name is not None and name.first < candidate.first
    known = (option for option in candidate.options if option.kind != "country")
    return level in {"town", "admin2"} and (line.cased or not is_large(tuple(known)))


def _is_states(line: Line, at: int, words: PlaceWords) -> bool:
    """Tell whether a "state" says whose an institution is: "the Litoral state prison"."""
    return line.forms[at] in words.known_only and at + 1 < len(line) and line.forms[at + 1] in words.institutions


def _is_persons(line: Line, at: int) -> bool:
    """Tell whether a place word is part of a person's name: "Gerardo Barrios"."""
    name = line.names.get(at)
    return name is not None and name.kind == "person"


def _as_one_site(line: Line, found: list[Candidate]) -> list[Candidate]:
    """Make one site of those that a plural tells together: the corner of "Sucre and Bolívar streets"."""
    if len(found) < 2 or found[0].level != "site":
        return found
    ordered = sorted(found, key=lambda candidate: candidate.begin)
    first, last = ordered[0], ordered[-1]
    located = is_located(line, first.begin)
    return [Candidate(first.first, last.last, first.begin, last.end, (), "site", sure=True, located=located)]


def _before_qualifiers(line: Line, at: int, level: Level, words: PlaceWords) -> int:
    """Return where the name ends in "La Aurora military base", "the Litoral state prison"."""
    while level == "institution" and at > 0 and line.forms[at - 1] in words.qualifiers:
        at -= 1
    return at


def _is_named_behind(line: Line, at: int, level: Level, by_start: Mapping[int, Candidate], words: PlaceWords) -> bool:
    """Tell whether the name before only says what a town is like: "the Mapuche community of Pocuno"."""
    if level != "town" or not _is_of_name(line, at, words):
        return False
    behind = by_start.get(at + 2)
    kinds = {option.kind for option in behind.options} if behind is not None else set()
    return not kinds or not kinds <= {"country", "admin1"}


def _named_before(
    line: Line,
    at: int,
    level: Level,
    by_end: Mapping[int, Candidate],
    by_start: Mapping[int, Candidate],
    words: PlaceWords,
) -> list[Candidate]:
    """Read the name in front of a place word, or in front of what qualifies it."""
    if _is_named_behind(line, at, level, by_start, words):
        return []
    stop = _before_qualifiers(line, at, level, words)
    return _after_name(line, at, at, level, by_end, words) or _after_name(line, at, stop, level, by_end, words)


def _after_name(
    line: Line, at: int, stop: int, level: Level, by_end: Mapping[int, Candidate], words: PlaceWords
) -> list[Candidate]:
    """Read "Azuay province", "Usulután and Morazán departments", "La Esperanza farm".

    ``stop``: where the name ends in front of the place word.
    """
    found = []
    end = at + 1
    while stop > 0:
        candidate = by_end.get(stop)
        longer = (
            unknown_to(line, stop, whole=False) if candidate is not None and _is_part(candidate, level, line) else stop
        )
        if candidate is not None and level == "town" and _is_only_country(candidate):
            # "A Mozambique village" is in it, not called so.
            break
        if candidate is not None and not candidate.people and longer >= candidate.first:
            told = _tell(line, candidate, level, candidate.first, end)
            if line.forms[at] in words.known_only and not any(option.kind == "admin1" for option in told.options):
                # "The media states that ..." names no state.
                break
            found.append(told)
            start = candidate.first
        else:
            start = unknown_to(line, stop, whole=level == "admin1")
            if start == stop or (line.forms[at] in words.known_only and not _is_countrys(line, start, by_end)):
                break
            found.append(Candidate(start, stop, start, end, (), level, sure=True, located=is_located(line, start)))
        # Only a plural shares its name out: "X and Y departments", "X, Y and Z provinces".
        if not line.forms[at].endswith("s") or start < 2 or not is_joining(line, start - 1):
            break
        stop = start - 1
        if stop > 0 and line.tokens[stop - 1].text == ",":
            stop -= 1
        end = stop
    return _as_one_site(line, found)


def _is_only_country(candidate: Candidate) -> bool:
    """Tell whether a name is a country's, and not that of its capital, too ("Luxembourg city")."""
    kinds = [option.kind for option in candidate.options]
    return kinds[:1] == ["country"] and "capital" not in kinds


def _is_countrys(line: Line, start: int, by_end: Mapping[int, Candidate]) -> bool:
    """Tell whether a country is said to hold what is named at ``start``: "Sudan's Gezira state"."""
    owner = by_end.get(start - 1) if start and line.tokens[start - 1].lower == "'s" else None
    return owner is not None and owner.options[:1] != () and owner.options[0].kind == "country"


def _before_name(
    line: Line, at: int, level: Level, by_start: Mapping[int, Candidate], words: PlaceWords
) -> list[Candidate]:
    """Read "the town of Cacaopera", "provincias de Guayas y Manabí", "barrio Cuba"."""
    count = len(line)
    if _end_of_described(line, at, words):
        return []
    start = _behind_joint(line, at, by_start, words)
    if start is None:
        return []
    if start == at + 1 and line.forms[at] in words.part_of_name:
        end = unknown_from(line, start, told=True)
        whole = Candidate(at, end, at, end, (), "town", sure=True, located=is_located(line, at))
        return [whole] if end > start else []
    found = []
    begin = at
    while start < count:
        if line.tokens[start].text in QUOTES and start + 1 < count:
            start += 1
        candidate = by_start.get(start)
        end = unknown_from(line, start, told=True)
        if candidate is None:
            end = max(end, _behind_kind(line, start, words))
            end = _before_known(line, start, end, by_start, words)
        if (
            candidate is not None
            and not candidate.people
            and not (end > candidate.last and _is_part(candidate, level, line))
        ):
            end = candidate.last
            # "The suburbs of Beirut" are in Beirut, but "the suburbs of Las Lomas and San Blas" are called so.
            unnamed = line.forms[at].endswith("s") or (at > 0 and _has_other_name(line, at, words))
            around = level in {"quarter", "district"} and unnamed and is_large(candidate.options)
            # "The streets of Lima" are Lima's; "the streets of Lima and Cusco" may be called so.
            alone = level == "site" and line.forms[at].endswith("s") and not is_joining(line, end)
            around = around or (alone and is_large(candidate.options))
            # "The hotel of Loja" may be called so, "a hotel of Loja" is one in Loja.
            around = around or (level in {"site", "institution"} and at > 0 and line.forms[at - 1] in words.indefinite)
            found.append(_tell(line, candidate, "town" if around else level, begin, end))
        elif end > start and line.forms[at] not in words.known_only:
            found.append(Candidate(start, end, begin, end, (), level, sure=True, located=is_located(line, begin)))
        else:
            break
        if not line.forms[at].endswith("s") or end + 1 >= count or not is_joining(line, end):
            break
        # "X, and Y"
        start = begin = end + 2 if line.tokens[end].text == "," and is_joining(line, end + 1) else end + 1
    return _as_one_site(line, [_of_its_people(one, line, at, words) for one in found])


def _of_its_people(named: Candidate, line: Line, at: int, words: PlaceWords) -> Candidate:
    """Let a people beside the place word tell the country: "the Peruvian town of San Miguel" is none elsewhere.

    Whether the lists know it or not, but for what a people may have in another country ("an Israeli settlement").
    """
    peoples = countries.peoples()
    beside = line.forms[at + 1] if line.tokens[at].language == "es" else line.forms[at - 1] if at else ""
    options = tuple(option for option in named.options if option.country == peoples.get(beside))
    unknown = beside in peoples and named.level in {"town", "admin2"} and line.forms[at] not in words.outlying
    return replace(named, options=options, home=peoples[beside]) if options or unknown else named


def _behind_joint(line: Line, at: int, by_start: Mapping[int, Candidate], words: PlaceWords) -> int | None:
    """Return where the name may begin that a place word stands before, behind its "of" or "called"; None for nowhere.

    It begins right behind the place word only where that word needs no "of", or where a known division follows.
    """
    count, start = len(line), at + 1
    if start + 1 < count and _qualifies(line, start, words) and line.forms[start + 1] in words.of:
        # "Penitenciaría Nacional de Loja", "localidad costera de Manta"
        start += 1
    if start >= count:
        return None
    if line.forms[start] in words.called:
        # "A village known as Tosagua", "un caserío llamado Tosagua"
        return start + 1 + (start + 1 < count and line.forms[start + 1] in words.called_as)
    if line.forms[start] in words.of:
        return start + 1
    bare = line.forms[at] in words.before_bare or _is_division(line, at, by_start.get(start))
    return start if bare and _opens_name(line, start) else None


def _end_of_described(line: Line, at: int, words: PlaceWords) -> int:
    """Where the name before it ends that a place word tells of ("Bucha, a leafy suburb of Kyiv"); 0 for none."""
    near = range(at - 1, max(at - _DESCRIBED, 0), -1)
    article = next((index for index in near if line.forms[index] in words.indefinite), 0)
    return article - 1 if article > 0 and line.tokens[article - 1].text == "," else 0


def _described(
    line: Line, at: int, level: Level, by_end: Mapping[int, Candidate], words: PlaceWords
) -> list[Candidate]:
    """Read "Tosagua, a village in Manabí": the name no list has that the place word behind it tells of."""
    if level != "town" or not line.cased or at + 1 >= len(line):
        return []
    leads_on = line.forms[at + 1] in words.containing | words.nearby | words.measured_from
    end = _end_of_described(line, at, words) if leads_on else 0
    if not end:
        return []
    start, known = unknown_to(line, end, whole=False), by_end.get(end)
    if known is not None and known.first <= start:
        return []
    return [Candidate(start, end, start, end, (), level, sure=True, located=True)] if start < end else []


_DESCRIBED = 4
"""Words back to the article of "a leafy southern suburb"."""


def _has_other_name(line: Line, at: int, words: PlaceWords) -> bool:
    """Tell whether a place word has another name, or none: "the Polo Club neighbourhood of Kampala", "a suburb of"."""
    return line.forms[at - 1] in words.indefinite or (line.cased and line.tokens[at - 1].is_capital)


def _is_division(line: Line, at: int, known: Candidate | None) -> bool:
    """Tell whether a known division follows, as Spanish has it: "región La Libertad", "estado Zulia"."""
    if known is None or line.tokens[at].language != "es":
        return False
    return any(option.kind == "admin1" for option in known.options)


def _qualifies(line: Line, at: int, words: PlaceWords) -> bool:
    """Tell whether a word says what a place is like, behind the place word as Spanish has it."""
    if line.forms[at] in words.qualifiers or line.forms[at] in countries.peoples():
        return True
    token = line.tokens[at]
    plain = token.kind == "word" and line.cased and not token.is_capital and token.language == "es"
    return plain and token.lower not in function_words("es") and line.forms[at] not in words.of | words.nearby


def _before_known(line: Line, start: int, end: int, by_start: Mapping[int, Candidate], words: PlaceWords) -> int:
    """Where an unknown name ends that a known one holds: "barrio El Progreso de Loja"."""
    return next((at for at in range(start + 1, end - 1) if line.forms[at] in words.of and at + 1 in by_start), end)


def _behind_kind(line: Line, start: int, words: PlaceWords) -> int:
    """Where a name ends that opens with a place word of its own: "barrio Isla Piedad"; ``start`` if none does."""
    if not line.cased or not line.tokens[start].is_capital or line.forms[start] not in words.kinds:
        return start
    end = unknown_from(line, start + 1, told=True)
    return end if end > start + 1 else start


def _is_of_name(line: Line, at: int, words: PlaceWords) -> bool:
    """Does "of" and a name stand behind the place word at ``at``?"""
    return at + 2 < len(line) and line.forms[at + 1] in words.of and _opens_name(line, at + 2)


def _opens_name(line: Line, at: int) -> bool:
    return not line.cased or line.tokens[at].is_capital or line.tokens[at].text in QUOTES


def _tell(line: Line, candidate: Candidate, level: Level, begin: int, end: int) -> Candidate:
    located = candidate.located or is_located(line, begin)
    options = candidate.options
    if level == "admin1" and not any(option.kind == "admin1" for option in options):
        # "Libertad department" is La Libertad.
        name = " ".join(line.forms[candidate.first : candidate.last])
        options += tuple(
            place
            for article in ("la", "el", "los")
            for place in lookup_folded(f"{article} {name}")
            if place.kind == "admin1"
        )
    return Candidate(
        candidate.first, candidate.last, begin, end, options, level, sure=True, located=located,
        within=candidate.within, whence=candidate.whence,
    )  # fmt: skip
