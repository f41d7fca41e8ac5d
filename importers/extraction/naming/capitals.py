"""Names in text whose capitals tell nothing (wire copy in capitals, headlines): by titles, lists and the dictionary."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from importers.extraction.lexicon.namewords import NameWords, name_words
from importers.extraction.naming.base import Found, function_words
from importers.extraction.naming.offices import (
    LONGEST_TITLE,
    modifiers_before,
    title_before,
    title_end,
    with_apposition,
)
from importers.gazetteer.countries import names as country_names
from importers.gazetteer.countries import peoples
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import begins_name, lookup_folded
from importers.language.lemmas import is_word
from importers.language.tokens import Sentence, Token
from importers.language.words import words
from importers.remembered import Remembered
from store.records.record import record

PLACE_PREPOSITIONS = words("in near en outside around at")


@record
class _Word:
    """What is known of a word by itself."""

    form: str
    title: bool
    given: bool
    strange: bool
    """It can be part of a person's name: a known one, or no word the dictionary has."""
    opens_name: bool
    """A person's name, or the title before it, can start with it."""
    opens_place: bool
    """The gazetteer has names of several words that start with it."""


_MARK = _Word("", title=False, given=False, strange=False, opens_name=False, opens_place=False)


@cache
def _words(language: str) -> Remembered[_Word]:
    """What is known of the words of a language, in small letters."""
    return Remembered(partial(_word, language=language))


def _word(lower: str, language: str) -> _Word:
    known = name_words()
    form = fold(lower)
    strange = form in known.given or form in known.surnames
    if (
        not strange
        and form not in known.not_names
        and form not in known.titles
        and form not in peoples()
        and form not in country_names()
    ):
        strange = (
            lower not in function_words(language)
            and "." not in lower
            and (form.isalpha() or not any(letter.isdigit() for letter in form))
            and not is_word(lower, "en")
        )
    title, given, strange = form in known.titles, form in known.given, strange and len(lower) > 1
    return _Word(form, title, given, strange, len(form) > 1 and (title or given or strange), begins_name(form))


def find_in_capitals(sentence: Sentence) -> list[Found]:
    """Find the names of a sentence whose capitals tell nothing (wire copy in capitals, headlines)."""
    tokens = sentence.tokens
    known = name_words()
    words_known = _words(tokens[0].language)
    line = [words_known[token.lower] if token.kind == "word" else _MARK for token in tokens]
    openers = [at for at, word in enumerate(line) if word.opens_name]
    last = openers[-1] if openers else -1
    found: list[Found] = []
    at = 0
    while at <= last:
        word = line[at]
        span = _in_capitals_at(tokens, line, at, known) if word.opens_name else None
        if span is not None:
            found.append(_with_title(tokens, span, known))
            at = span.last
        else:
            at = _after_place(line, at) if word.opens_place else at + 1
    return found


def _with_title(tokens: Sequence[Token], span: Found, known: NameWords) -> Found:
    """Read the office of a person before or after a comma: "THE MAYOR OF MANTA, ELSA QUIMIS,"."""
    if span.kind != "person" or span.title is not None:
        return span
    before = title_before(tokens, span.first, known)
    return replace(span, title=before) if before is not None else with_apposition(tokens, span, known)


def _in_capitals_at(tokens: Sequence[Token], line: Sequence[_Word], at: int, known: NameWords) -> Found | None:
    word = line[at]
    if word.title:
        first = at + title_end([other.form for other in line[at : at + LONGEST_TITLE]], 0, known)
        last = _name_end(tokens, line, first, known)
        start = modifiers_before(tokens, at, known)
        return Found(first, last, "person", (start, first)) if last > first else None
    if word.given:
        last = _name_end(tokens, line, at, known)
        return Found(at, last, "person", None) if last > at + 1 and _names_person(line, at, last, known) else None
    if word.form in known.place_heads or word.opens_place:
        return None
    last = _name_end(tokens, line, at, known)
    if last == at + 1:
        return None
    if last < len(line) and line[last].form in known.organisations:
        return Found(at, last, "organisation", None)
    before = line[at - 1].form if at else ""
    return Found(at, last, "other" if before in PLACE_PREPOSITIONS else "person", None)


def _names_person(line: Sequence[_Word], at: int, last: int, known: NameWords) -> bool:
    """Tell a person from a town named for one ("San Martin", "Santiago del Estero")."""
    if at > 0 and line[at - 1].form in known.place_heads:
        return False
    places = lookup_folded(" ".join(word.form for word in line[at:last]))
    return not any(place.population >= 50_000 or place.kind != "city" for place in places)


def _name_end(tokens: Sequence[Token], line: Sequence[_Word], at: int, known: NameWords) -> int:
    """Return the index after the words at ``at`` that can be a person's name."""
    end = at
    while end < len(line) and end - at < 7:
        word = line[end]
        if word.form in known.particles and at < end < len(line) - 1:
            skip = 2 if line[end + 1].form in known.particles and end + 2 < len(line) else 1
            if word.form in {"y", "e"} or not line[end + skip].strange:
                break
            end += skip + 1
            continue
        is_initial = len(word.form) == 1 and tokens[end].text.endswith(".") and end > at
        if not (word.strange or is_initial):
            break
        end += 1
    return end


def _after_place(line: Sequence[_Word], at: int) -> int:
    """Return the index after a place of several words at ``at`` ("San Salvador"), so that no part of it is a person."""
    form = line[at].form
    end, found = at + 1, at + 1
    while end < len(line) and end - at < 5 and line[end].form and begins_name(form):
        form = f"{form} {line[end].form}"
        end += 1
        if lookup_folded(form):
            found = end
    return found
