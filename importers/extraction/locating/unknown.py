"""Names that no list of places has, told to be places by a preposition, a verb or the places beside them."""

from collections.abc import Sequence

from importers.extraction.lexicon.namewords import name_words
from importers.extraction.lexicon.placewords import place_words
from importers.extraction.locating.line import Candidate, Line, is_joining, is_paired, may_name, unknown_from
from importers.extraction.naming.base import function_words


def find_unknown(line: Line, found: Sequence[Candidate]) -> list[Candidate]:
    """Find names no list has after a preposition of place ("in Arcatao"), or among towns ("Quito, Arcatao and Cuenca").

    ``found`` are the candidates found so far.
    """
    words = place_words()
    towns = {candidate.end for candidate in found if _is_townlike(candidate)}
    added = []
    opening, tokens = words.before_unknown, line.tokens
    taken = 0
    for at in [at for at, form in enumerate(line.forms[:-1], 1) if form in opening or tokens[at - 1].text == ","]:
        if at < taken or not may_name(line, at, last=False, told=False):
            continue
        before = line.forms[at - 1]
        located = before in words.locative_only or (
            before in words.of and at > 1 and line.forms[at - 2] in words.nearby
        )
        located = located or ((before in words.at or before in words.entered) and _is_told_by_next(line, at, found))
        located = located or (before in words.at and _stands_alone(line, at))
        listed = not located and is_joining(line, at - 1) and _goes_on_list(line, at, towns)
        if not (located or listed):
            continue
        end = unknown_from(line, at, told=False)
        paired = listed and is_paired(line, at - 1) and _is_strange(line, at, end)
        if end > at and sum(map(len, line.forms[at:end])) > 2 and (paired or _may_end(line, at, end, listed=listed)):
            added.append(Candidate(at, end, at, end, (), None, sure=True, located=True))
            towns.add(end)
        taken = end
    return added


def _is_told_by_next(line: Line, at: int, found: Sequence[Candidate]) -> bool:
    """Tell whether a place stands right behind a name: "at La Motosa, near Aipe", "at La Motosa in Huila"."""
    end = unknown_from(line, at, told=False)
    if end == at or end + 1 >= len(line):
        return False
    beside = end + (line.tokens[end].text == ",")
    beside += line.forms[beside] in place_words().locative_only
    return beside > end and any(one.begin == beside and not one.people for one in found)


def _stands_alone(line: Line, at: int) -> bool:
    """Tell whether a name that nobody and nothing else has goes with no other noun: "killed at Arcatao on Monday"."""
    end = unknown_from(line, at, told=False)
    if end == at or not line.cased or not _is_strange(line, at, end):
        return False
    behind = line.tokens[end] if end < len(line) else None
    return behind is None or behind.kind == "punct" or behind.lower in function_words(behind.language)


def _is_townlike(candidate: Candidate) -> bool:
    if candidate.people or candidate.within or candidate.level in {"site", "institution"}:
        return False
    return not candidate.options or candidate.options[0].kind != "country"


def _goes_on_list(line: Line, at: int, towns: set[int]) -> bool:
    """Tell whether the comma or "and" before stands after a town."""
    return at - 1 in towns or (at > 2 and line.tokens[at - 2].text == "," and at - 2 in towns)


def _may_end(line: Line, at: int, end: int, *, listed: bool) -> bool:
    """Tell whether what follows an unknown name leaves it a place."""
    words = name_words()
    following = line.forms[end] if end < len(line) else ""
    if following in words.organisations or following in words.titles:
        return False
    if not listed:
        return True
    # In a list a person may stand as well; only words no list of names has, and another mark or "and" after.
    closed = end >= len(line) or is_joining(line, end) or line.tokens[end].text in {".", ";", ")", "]"}
    return closed and _is_strange(line, at, end)


def _is_strange(line: Line, at: int, end: int) -> bool:
    """Tell whether no word of a name is one of a person's."""
    words = name_words()
    return not any(form in words.given or form in words.surnames for form in line.forms[at:end])
