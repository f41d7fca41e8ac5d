"""Which words of a sentence may name a place, before it is decided which place that is."""

from collections.abc import Sequence
from functools import cache, partial
from itertools import takewhile

from importers.extraction.lexicon.namewords import name_words
from importers.extraction.lexicon.placewords import place_words
from importers.extraction.locating.line import Candidate, Line, is_abroad, is_large, is_located, is_whence, may_name
from importers.extraction.locating.told import find_told
from importers.extraction.locating.unknown import find_unknown
from importers.extraction.naming.base import function_words
from importers.extraction.naming.names import Name
from importers.gazetteer import countries
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import GazetteerPlace, begins_name, lookup_folded
from importers.language.lemmas import is_word
from importers.remembered import Remembered

_LONGEST = 6
"""Words of a place's name."""


def find_candidates(line: Line) -> list[Candidate]:
    """Find the candidates of a sentence, in order, none overlapping."""
    known = _find_known(line)
    told = find_told(line, known)
    found = [*told, *_apart_from(told, known)]
    unknown = find_unknown(line, found)
    # A small town's name within a longer unknown one is not that town: "Tecún Umán".
    longer = [one for one in unknown if not any(_outweighs(other, one) for other in found)]
    found = [*longer, *_apart_from(longer, found)]
    return sorted(found, key=lambda candidate: candidate.first)


def _apart_from(taken: Sequence[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that share no word with those taken."""
    covered = {index for candidate in taken for index in range(candidate.begin, candidate.end)}
    return [one for one in candidates if covered.isdisjoint(range(one.first, one.last))]


def _outweighs(known: Candidate, unknown: Candidate) -> bool:
    """Tell whether of two candidates that share words the known one holds."""
    if known.first >= unknown.last or unknown.first >= known.last:
        return False
    is_part = unknown.first <= known.first and known.last <= unknown.last
    longer = unknown.last - unknown.first > known.last - known.first
    return known.level is not None or not (is_part and longer) or is_large(known.options)


def _find_known(line: Line) -> list[Candidate]:
    """Find the names the gazetteer has, and demonyms, the longest first from the left."""
    found = []
    taken = 0
    opens_place = _openers(line.tokens[0].language)
    opening = [at for at, token in enumerate(line.tokens) if token.kind == "word" and opens_place[token.lower]]
    for at in opening:
        candidate = _known_at(line, at) if at >= taken else None
        if candidate is not None:
            found.append(candidate)
            taken = candidate.last
    return found


@cache
def _openers(language: str) -> Remembered[bool]:
    """Which words of a language, in small letters, can be or start the name of a place or people at all."""
    return Remembered(partial(_opens_place, language=language))


def _opens_place(lower: str, language: str) -> bool:
    form = fold(lower)
    if lower in function_words(language) and form not in name_words().place_heads and form != "the":
        return False
    return bool(lookup_folded(form)) or form in countries.peoples() or begins_name(form)


def _known_at(line: Line, at: int) -> Candidate | None:
    token = line.tokens[at]
    if line.cased and not token.is_capital and not _is_names_article(line, at):
        return _spanish_people(line, at) if token.language == "es" else None
    name = line.names.get(at)
    if name is not None and name.kind == "person":
        return None
    last, places, people = _longest(line, at)
    if last == at:
        return None
    if people and (not places or _is_peoples(line, last, places)):
        if token.language == "es" and line.cased and at and line.tokens[at - 1].kind == "word":
            # Spanish writes a people small: "El Turco" is a name.
            return None
        abroad = is_abroad(line, at, last)
        return Candidate(at, last, at, last, (), None, sure=True, located=False, people=people, abroad=abroad)
    if not _plausible(line, at, last, places) or _is_bodys_name(line, at) or _has_article(line, at, last, places):
        return None
    longer = _longer(line, last, places)
    if longer > last:
        return Candidate(at, longer, at, longer, (), None, sure=True, located=is_located(line, at))
    # The West Bank is no bank.
    whole = name is not None and last - at > 1 and (name.first, name.last) == (at, last)
    within = name is not None and name.kind == "organisation" and not whole
    if within and name is not None and _named_for_elsewhere(line, name, at):
        return None
    sure = _is_sure(line, at, last, places)
    country = places[0].kind == "country"
    whence = is_whence(line, at, country=country) or (country and _is_lent(line, at))
    abroad = country and is_abroad(line, at, last)
    located = is_located(line, at) and not whence and not abroad
    return Candidate(
        at, last, at, last, places, None, sure=sure, located=located, within=within, whence=whence, abroad=abroad
    )


def _is_names_article(line: Line, at: int) -> bool:
    """Tell whether a small Spanish article in English opens a name that the gazetteer has: "la Paz", "el Salvador"."""
    if line.tokens[at].language == "es" or line.forms[at] not in name_words().particles or at + 1 >= len(line):
        return False
    return line.tokens[at + 1].is_capital and begins_name(line.forms[at]) and _longest(line, at)[0] > at + 1


def _is_peoples(line: Line, last: int, places: Sequence[GazetteerPlace]) -> bool:
    """Tell whether a people's name that is a division's, too, says whose something is: "the Somali capital"."""
    if places[0].kind == "country" or last >= len(line) or not line.cased:
        return False
    token, words = line.tokens[last], place_words()
    noun = token.kind == "word" and not token.is_capital and token.lower not in function_words(token.language)
    return noun and (line.forms[last] in words.capital or line.forms[last] not in words.kinds)


def _is_bodys_name(line: Line, at: int) -> bool:
    """Tell whether a body's word stands right before its name, as in Spanish: "el bloque Amazonas"."""
    before = line.tokens[at - 1] if at else None
    spanish = before is not None and before.language == "es" and line.cased and not before.is_capital
    return spanish and line.forms[at - 1] in name_words().organisations


def _has_article(line: Line, at: int, last: int, places: Sequence[GazetteerPlace]) -> bool:
    """Tell whether "the" stands before what could only be a small town, which takes none: "in the Atlantic".

    But "the Ocala police" are those of a town.
    """
    if at == 0 or line.forms[at - 1] != "the" or is_large(places) or any(place.kind != "city" for place in places):
        return False
    behind = line.tokens[last] if last < len(line) else None
    return behind is None or behind.kind != "word" or behind.lower in function_words(behind.language)


def _is_lent(line: Line, at: int) -> bool:
    """Tell whether a country says whose something is ("on a U.S. convoy"): an indefinite article is never its own."""
    return at > 0 and line.forms[at - 1] in place_words().indefinite


def _longest(line: Line, at: int) -> tuple[int, tuple[GazetteerPlace, ...], str]:
    """Return where the longest known name at ``at`` ends, its places, and the country of the people it names."""
    form, end, count = line.forms[at], at + 1, len(line)
    best: tuple[int, tuple[GazetteerPlace, ...], str] = (at, (), "")
    while True:
        if not line.cased or line.tokens[end - 1].is_capital:
            places, people = lookup_folded(form), countries.peoples().get(form, "")
            if places or people:
                best = end, places, people
        if end >= count or end - at >= _LONGEST or not begins_name(form) or not _continues(line, end):
            return best
        form = f"{form} {line.forms[end]}"
        end += 1


def _continues(line: Line, end: int) -> bool:
    """Tell whether a name may go on with ``tokens[end]``."""
    token = line.tokens[end]
    name = line.names.get(end)
    if token.kind != "word" or (name is not None and name.kind == "person" and not _is_titled_place(line, end, name)):
        return False
    if not line.cased or token.is_capital or token.lower in name_words().particles | {"of", "and", "the"}:
        return True
    # "Dar es Salaam": a small word that stands within a known name.
    return begins_name(f"{line.forms[end - 1]} {line.forms[end]}")


def _is_titled_place(line: Line, at: int, name: Name) -> bool:
    """Tell whether a title and a surname are a place: a division ("Cabo Delgado"), or a town ("in General Santos")."""
    if not name.title or name.first != at or at < 1 or fold(name.title) != line.forms[at - 1]:
        return False
    places = lookup_folded(f"{line.forms[at - 1]} {line.forms[at]}")
    return bool(places) and (is_located(line, at - 1) or any(place.kind == "admin1" for place in places))


def _longer(line: Line, last: int, places: Sequence[GazetteerPlace]) -> int:
    """Return where a longer, unknown name ends that goes on after a known one: "San Luis" with "de la Reina"."""
    if last >= len(line) or line.tokens[last].language == "es" or (places and places[0].kind == "country"):
        return last
    end = last
    while end < len(line) and end - last < 3 and line.forms[end] in {"de", "del", "la", "las", "los", "el"}:
        end += 1
    if end >= len(line) or not may_name(line, end, last=True, told=False):
        return last
    # "San Giacomo" is not the San of Mali.
    goes_on = line.forms[last] in {"de", "del"} or line.forms[last - 1] in name_words().place_heads
    small = end == last and not is_large(places) and not _openers("en")[line.tokens[end].lower]
    return end + 1 if goes_on or small else last


def _spanish_people(line: Line, at: int) -> Candidate | None:
    """Find a Spanish demonym, which is written small."""
    people = countries.peoples().get(line.forms[at], "")
    if not people:
        return None
    abroad = is_abroad(line, at, at + 1)
    return Candidate(at, at + 1, at, at + 1, (), None, sure=True, located=False, people=people, abroad=abroad)


def _plausible(line: Line, at: int, last: int, places: Sequence[GazetteerPlace]) -> bool:
    """Tell whether the words can be a place at all: no function word, month or title by itself."""
    if last - at > 1:
        return True
    token, form = line.tokens[at], line.forms[at]
    words, told = name_words(), place_words()
    if token.lower in function_words(token.language) or form in words.not_names or len(form) < 3:
        return places[0].kind == "country" and "." in token.text
    if form in words.titles or form in words.organisations or form in told.kinds:
        return False
    if form in told.capital or form in told.compass or form in told.never or _is_explained(line, last):
        return False
    # A capital at the start of a sentence or a line says nothing of a word the dictionary knows.
    opens = at == 0 or (line.tokens[at - 1].kind == "punct" and line.tokens[at - 1].text not in {",", "(", "["})
    if line.cased and opens and is_word(token.lower, token.language):
        return is_large(places) and form not in words.given and form not in words.surnames
    return True


def _is_explained(line: Line, last: int) -> bool:
    """Tell whether brackets behind a word say that it is an organisation: "Das [Department of Security]"."""
    if last >= len(line) or line.tokens[last].text not in {"[", "("}:
        return False
    inside = takewhile(lambda token: token.text not in {"]", ")"}, line.tokens[last + 1 : last + _LONGEST_FORM])
    return any(fold(token.lower) in name_words().organisations for token in inside)


_LONGEST_FORM = 8
"""Words of what brackets explain."""


def _is_sure(line: Line, at: int, last: int, places: Sequence[GazetteerPlace]) -> bool:
    """Tell a place from a dictionary word or a person's name that is a place somewhere, too."""
    if places[0].kind == "country":
        return True
    words = name_words()
    form = line.forms[at]
    if form in place_words().compass and line.cased and last - at > 1:
        # "Western Cape police": no other words are written so.
        return is_large(places) or any(place.kind == "admin1" for place in places)
    if form in words.given or form in place_words().compass:
        return False
    if last - at > 1 and (form in words.particles or is_large(places)):
        return True
    if last - at == 1 and form in words.surnames:
        return False
    # In prose, what has a capital after a preposition is no common noun, and a capital city hardly one anywhere.
    opens = at == 0 or line.tokens[at - 1].kind == "punct"
    if line.cased and not opens and last - at > 1 and line.tokens[at].language == "es":
        # Spanish writes "puerto" and "tejada" small, but in "Puerto Tejada".
        return True
    famous = not opens and any(place.kind == "capital" or place.population >= 1_000_000 for place in places)
    return (line.cased and (famous or is_located(line, at))) or not all(
        _is_common(line, index) for index in range(at, last)
    )


def _is_common(line: Line, index: int) -> bool:
    token = line.tokens[index]
    return is_word(token.lower, "en") or (token.language == "es" and is_word(token.lower, "es"))


def _named_for_elsewhere(line: Line, name: Name, at: int) -> bool:
    """Tell whether an organisation is named for a place without being there: "Bank of Boston"."""
    words = place_words()
    return at > name.first + 1 and line.forms[at - 1] in words.of and line.forms[name.first] in words.elsewhere
