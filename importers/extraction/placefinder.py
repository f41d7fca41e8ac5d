"""Which words of a sentence may name a place, before it is decided which place that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from importers.extraction.namefinder import capitals_tell, function_words
from importers.extraction.names import Name
from importers.extraction.namewords import name_words
from importers.extraction.placewords import LEVELS, Level, PlaceWords, place_words
from importers.gazetteer import countries
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import GazetteerPlace, begins_name, lookup_folded
from importers.language.lemmas import is_word
from importers.language.tokens import Sentence, Token


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may name a place: the name at ``tokens[first:last]``, with its place word at ``tokens[begin:end]``."""

    first: int
    last: int
    begin: int
    end: int
    options: tuple[GazetteerPlace, ...]
    """What the gazetteer knows by that name; empty for an unknown place told by a place word."""
    level: Level | None
    """What the place word says it is; None without one."""
    sure: bool
    """Its words can hardly be anything but a place."""
    located: bool
    """A preposition of place stands before it."""
    people: str = ""
    """The country's code, for a demonym."""
    within: bool = False
    """Part of an organisation's name."""


_LONGEST = 6
"""Words of a place's name."""
_LONGEST_UNKNOWN = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence prepared: its tokens, their folded forms, whose name each is part of."""

    tokens: Sequence[Token]
    forms: Sequence[str]
    names: Mapping[int, Name]
    cased: bool


def find_candidates(sentence: Sentence, names: Sequence[Name]) -> list[Candidate]:
    """Find the candidates of a sentence, in order, none overlapping; ``names`` are those of this sentence."""
    tokens = sentence.tokens
    parts = {index: name for name in names for index in range(name.first, name.last)}
    line = _Line(tokens, [fold(token.lower) for token in tokens], parts, capitals_tell(sentence))
    known = _known(line)
    told = _told(line, known)
    found = [*told, *_apart_from(told, known)]
    found += _apart_from(found, _unknown(line))
    return sorted(found, key=lambda candidate: candidate.first)


def _apart_from(taken: Sequence[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that share no word with those taken."""
    covered = {index for candidate in taken for index in range(candidate.first, candidate.last)}
    return [one for one in candidates if covered.isdisjoint(range(one.first, one.last))]


def _unknown(line: _Line) -> list[Candidate]:
    """Find names no list has that a preposition of place stands before: "in Arcatao", "cerca de Perquín"."""
    words = place_words()
    found = []
    at = 1
    while at < len(line.tokens):
        before = line.forms[at - 1]
        if before not in words.locative and not (before == "de" and at > 1 and line.forms[at - 2] == "cerca"):
            at += 1
            continue
        end = at
        while end < len(line.tokens) and end - at < _LONGEST_UNKNOWN and _may_name(line, end, last=False):
            end += 1
        while end > at and line.tokens[end - 1].lower in name_words().particles:
            end -= 1
        is_title = end < len(line.tokens) and line.forms[end] in name_words().organisations | name_words().titles
        if end > at and len(line.forms[at]) > 3 and _is_name(line, at, end) and not is_title:
            found.append(Candidate(at, end, at, end, (), None, sure=True, located=True))
        at = max(end, at + 1)
    return found


def _known(line: _Line) -> list[Candidate]:
    """Find the names the gazetteer has, and demonyms, the longest first from the left."""
    found = []
    at = 0
    while at < len(line.tokens):
        candidate = _known_at(line, at)
        if candidate is None:
            at += 1
        else:
            found.append(candidate)
            at = candidate.last
    return found


def _known_at(line: _Line, at: int) -> Candidate | None:
    token = line.tokens[at]
    if not _opens_place(line.forms[at]):
        return None
    if token.kind != "word" or (line.cased and not token.is_capital):
        return _spanish_people(line, at) if token.kind == "word" and token.language == "es" else None
    name = line.names.get(at)
    if name is not None and name.kind == "person":
        return None
    form, end = line.forms[at], at + 1
    best: tuple[int, tuple[GazetteerPlace, ...], str] | None = None
    while True:
        if not line.cased or line.tokens[end - 1].is_capital:
            people = countries.peoples().get(form, "")
            places = lookup_folded(form)
            if places or people:
                best = end, places, people
        if end >= len(line.tokens) or end - at >= _LONGEST or not begins_name(form) or not _continues(line, at, end):
            break
        form = f"{form} {line.forms[end]}"
        end += 1
    if best is None:
        return None
    last, places, people = best
    longer = _longer(line, last)
    if longer > last and not people:
        return Candidate(at, longer, at, longer, (), None, sure=True, located=_located(line, at))
    if people and not places:
        return Candidate(at, last, at, last, (), None, sure=True, located=False, people=people)
    if not _plausible(line, at, last, places):
        return None
    within = name is not None and name.kind == "organisation"
    if within and name is not None and _named_for_elsewhere(line, name, at):
        return None
    sure = _is_sure(line, at, last, places)
    return Candidate(at, last, at, last, places, None, sure=sure, located=_located(line, at), within=within)


@lru_cache(maxsize=1 << 16)
def _opens_place(form: str) -> bool:
    """Tell whether a word can be, or start, the name of a place or people at all."""
    return bool(lookup_folded(form)) or form in countries.peoples() or begins_name(form)


def _longer(line: _Line, last: int) -> int:
    """Return where a longer, unknown name ends that goes on after a known one: "San Luis" with "de la Reina"."""
    end = last
    if last >= len(line.tokens) or line.tokens[last].language == "es" or line.forms[last] not in {"de", "del"}:
        return last
    while end < len(line.tokens) and end - last < 3 and line.forms[end] in {"de", "del", "la", "las", "los", "el"}:
        end += 1
    return end + 1 if end < len(line.tokens) and _may_name(line, end, last=True) else last


def _spanish_people(line: _Line, at: int) -> Candidate | None:
    """Find a Spanish demonym, which is written small."""
    people = countries.peoples().get(line.forms[at], "")
    return Candidate(at, at + 1, at, at + 1, (), None, sure=True, located=False, people=people) if people else None


def _continues(line: _Line, at: int, end: int) -> bool:
    """Tell whether ``tokens[end]`` can go on with the name at ``at``."""
    token = line.tokens[end]
    if token.kind != "word":
        return False
    name = line.names.get(end)
    if name is not None and name.kind == "person":
        return False
    return not line.cased or token.is_capital or token.lower in name_words().particles | {"of", "and", "the"}


def _plausible(line: _Line, at: int, last: int, places: Sequence[GazetteerPlace]) -> bool:
    """Tell whether the words can be a place at all: no function word, month or title by itself."""
    if last - at > 1:
        return True
    token, form = line.tokens[at], line.forms[at]
    words = name_words()
    if token.lower in function_words(token.language) or form in words.not_names or len(form) < 3:
        return places[0].kind == "country" and "." in token.text
    told = place_words()
    if form in words.titles | words.organisations | told.capital | told.compass or form in told.kinds:
        return False
    # A capital at the start of a sentence or a line says nothing of a word the dictionary knows.
    opens = at == 0 or (line.tokens[at - 1].kind == "punct" and line.tokens[at - 1].text not in {",", "(", "["})
    if line.cased and opens and is_word(token.lower, token.language):
        return _is_large(places) and form not in words.given | words.surnames
    return True


def _is_large(places: Sequence[GazetteerPlace]) -> bool:
    return any(place.kind in {"country", "capital"} or place.population >= 100_000 for place in places)


def _is_sure(line: _Line, at: int, last: int, places: Sequence[GazetteerPlace]) -> bool:
    """Tell a place from a dictionary word or a person's name that is a place somewhere, too."""
    if places[0].kind == "country":
        return True
    token, form = line.tokens[at], line.forms[at]
    words = name_words()
    if last - at > 1:
        return form not in words.given
    if form in words.given or form in words.surnames:
        return False
    return not is_word(token.lower, "en") and not (token.language == "es" and is_word(token.lower, "es"))


def _named_for_elsewhere(line: _Line, name: Name, at: int) -> bool:
    """Tell whether an organisation is named for a place without being there: "Bank of Boston"."""
    words = place_words()
    return at > name.first + 1 and line.forms[at - 1] in words.of and line.forms[name.first] in words.elsewhere


def _located(line: _Line, at: int) -> bool:
    """Tell whether a preposition of place stands before, also over "the" and "northern"."""
    words = place_words()
    index = at - 1
    while (
        index >= 0 and at - index < 4 and (line.forms[index] in words.determiners or line.forms[index] in words.compass)
    ):
        index -= 1
    return index >= 0 and line.forms[index] in words.locative


def _told(line: _Line, known: Sequence[Candidate]) -> list[Candidate]:
    """Find the names that a place word stands beside, known to the gazetteer or not."""
    words = place_words()
    by_end = {candidate.last: candidate for candidate in known}
    by_start = {candidate.first: candidate for candidate in known}
    found: dict[int, Candidate] = {}
    for at, form in enumerate(line.forms):
        level = words.kinds.get(form)
        if level is None or line.tokens[at].kind != "word":
            continue
        for candidate in _after_name(line, at, level, by_end, words) or _before_name(line, at, level, by_start, words):
            earlier = found.get(candidate.first)
            if earlier is None or LEVELS[candidate.level or "country"] < LEVELS[earlier.level or "country"]:
                found[candidate.first] = candidate
    kept: list[Candidate] = []
    for candidate in sorted(found.values(), key=lambda one: (one.first, -one.last)):
        if not kept or candidate.first >= kept[-1].last:
            kept.append(candidate)
    return kept


def _after_name(
    line: _Line, at: int, level: Level, by_end: Mapping[int, Candidate], words: PlaceWords
) -> list[Candidate]:
    """Read "Azuay province", "Usulután and Morazán departments", "La Esperanza farm"."""
    found = []
    end, stop = at + 1, at
    while True:
        candidate = by_end.get(stop)
        if candidate is not None and not candidate.people:
            found.append(_tell(line, candidate, level, candidate.first, end))
            start = candidate.first
        else:
            unknown = _unknown_before(line, stop)
            if unknown is None:
                break
            start = unknown
            found.append(Candidate(start, stop, start, end, (), level, sure=True, located=_located(line, start)))
        # Only a plural shares its name out: "X and Y departments", "X, Y and Z provinces".
        if not line.forms[at].endswith("s") or start < 2 or line.tokens[start - 1].lower not in {"and", ",", "y"}:
            break
        stop = start - 1
        if stop > 0 and line.tokens[stop - 1].text == ",":
            stop -= 1
        end = stop
    return found


def _tell(line: _Line, candidate: Candidate, level: Level, begin: int, end: int) -> Candidate:
    located = candidate.located or _located(line, begin)
    return Candidate(
        candidate.first, candidate.last, begin, end, candidate.options, level, sure=True, located=located,
        within=candidate.within,
    )  # fmt: skip


def _unknown_before(line: _Line, stop: int) -> int | None:
    """Return where a name that ends before ``stop`` starts, None if the words there are no name."""
    start = stop
    if line.forms[stop] in place_words().institutions:
        start = _institution_start(line, stop)
        if start < stop:
            return start
    while start > 0 and stop - start < _LONGEST_UNKNOWN and _may_name(line, start - 1, last=start == stop):
        start -= 1
    while start < stop and line.forms[start] in {"de", "del", "y", "al"}:
        start += 1
    return start if _is_name(line, start, stop) else None


def _institution_start(line: _Line, stop: int) -> int:
    """Return where the words start that tell an institution apart: "the (Central American) University"."""
    start = stop
    while start > 0 and stop - start < _LONGEST_UNKNOWN:
        token = line.tokens[start - 1]
        if (
            token.kind != "word"
            or token.lower in function_words(token.language)
            or (line.cased and not token.is_capital)
        ):
            break
        start -= 1
    if line.cased:
        return start
    before = line.forms[start - 1] if start else ""
    return start if before in place_words().determiners | place_words().locative else stop


def _is_name(line: _Line, start: int, stop: int) -> bool:
    """Tell whether some word from ``start`` to ``stop`` is more than a particle."""
    particles = name_words().particles
    return any(line.tokens[index].lower not in particles for index in range(start, stop))


def _may_name(line: _Line, index: int, *, last: bool) -> bool:
    """Tell whether a word can be part of an unknown place's name: capitalised, or in capitals no ordinary word."""
    token, form = line.tokens[index], line.forms[index]
    words = name_words()
    name = line.names.get(index)
    if token.kind != "word" or form in words.not_names or (name is not None and name.kind == "person"):
        return False
    if (
        form in countries.peoples()
        or form in words.titles
        or form in words.organisations
        or form in place_words().kinds
    ):
        return False
    if form in words.particles and token.language != "es":
        return not last
    if line.cased:
        if not token.is_capital:
            return not last and form in words.particles
        return token.lower not in function_words(token.language) and not (
            is_word(token.lower, "en") and token.language == "en" and form not in words.given | words.surnames
        )
    if token.lower in function_words(token.language):
        return False
    known = form in words.given or form in words.surnames
    return known or not is_word(token.lower, token.language)


def _before_name(
    line: _Line, at: int, level: Level, by_start: Mapping[int, Candidate], words: PlaceWords
) -> list[Candidate]:
    """Read "the town of Cacaopera", "provincias de Guayas y Manabí", "barrio Cuba"."""
    count = len(line.tokens)
    start = at + 1
    if start < count and line.forms[start] in words.of:
        start += 1
        # "city of the Kings" stays together, "province of the same name" does not.
        if start < count and line.tokens[start].lower == "the":
            return []
    elif line.forms[at] not in words.before_bare or (
        line.cased and start < count and not line.tokens[start].is_capital
    ):
        return []
    found = []
    begin = at
    while start < count:
        candidate = by_start.get(start)
        if candidate is not None and not candidate.people:
            found.append(_tell(line, candidate, level, begin, candidate.last))
            end = candidate.last
        else:
            end = start
            while end < count and end - start < _LONGEST_UNKNOWN and _may_name(line, end, last=False):
                end += 1
            while end > start and line.tokens[end - 1].lower in name_words().particles:
                end -= 1
            if end == start or not _is_name(line, start, end):
                break
            found.append(Candidate(start, end, begin, end, (), level, sure=True, located=_located(line, begin)))
        if not line.forms[at].endswith("s") or end + 1 >= count or line.tokens[end].lower not in {"and", ",", "y"}:
            break
        start = begin = end + 1
        if line.tokens[end].text == "," and line.tokens[start].lower in {"and", "y"}:
            start = begin = start + 1
    return found
