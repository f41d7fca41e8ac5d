"""Where names stand in a sentence: by capitals in prose, by titles, given names and the dictionary in capitals."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from importers.extraction.namewords import NameWords, name_words
from importers.gazetteer.countries import names as country_names
from importers.gazetteer.countries import peoples
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import GazetteerPlace, begins_name, lookup_folded
from importers.language.lemmas import is_word
from importers.language.tokens import Sentence, Token
from importers.language.words import words


class Found(NamedTuple):
    """A name at ``tokens[first:last]`` and its title at ``tokens[title[0]:title[1]]``."""

    first: int
    last: int
    kind: Literal["person", "organisation", "place", "other"]
    title: tuple[int, int] | None


_PLACE_PREPOSITIONS = words("in near en outside around at")
_OPENERS = frozenset("\"'“‘«([¿¡:-–—*•;")
_LONGEST_TITLE = 6


def function_words(language: str) -> frozenset[str]:
    """Return the words that are never part of a name, in small letters."""
    known = name_words()
    return known.function_es if language == "es" else known.function_en


def capitals_tell(sentence: Sentence) -> bool:
    """Tell whether a capital letter means a name: not in text all in capitals nor in a headline."""
    if sentence.capitals:
        return False
    if any(token.text in {".", "!", "?"} for token in sentence.tokens[-2:]):
        return True
    capital = other = 0
    for token in sentence.tokens:
        if token.kind == "word" and len(token.text) > 3:
            if token.is_capital:
                capital += 1
            else:
                other += 1
    return capital < 4 or capital < 3 * other


def find_in_prose(sentence: Sentence) -> list[Found]:
    """Find the names of a sentence in ordinary casing."""
    tokens = sentence.tokens
    known = name_words()
    found = []
    for first, last in _runs(tokens, known):
        span = _classify(tokens, first, last, known)
        if span is not None:
            found.append(_with_apposition(tokens, span, known) if span.title is None else span)
    return found


def _runs(tokens: Sequence[Token], known: NameWords) -> Iterator[tuple[int, int]]:
    """Yield sequences of capitalised words with the particles between them."""
    at, count = 0, len(tokens)
    while at < count:
        if not _starts_run(tokens, at, known):
            at += 1
            continue
        organisation = fold(tokens[at].lower) in known.organisations
        end = at + 1
        while end < count:
            if _is_capital_word(tokens[end], known):
                organisation = organisation or fold(tokens[end].lower) in known.organisations
                end += 1
                continue
            through = _through_joiners(tokens, end, known, organisation=organisation)
            if through == end:
                break
            end = through
        yield at, end
        at = end


def _is_capital_word(token: Token, known: NameWords) -> bool:
    return token.kind == "word" and token.is_capital and fold(token.lower) not in known.not_names


def _starts_run(tokens: Sequence[Token], at: int, known: NameWords) -> bool:
    token = tokens[at]
    if not _is_capital_word(token, known):
        return False
    if at > 0 and not (tokens[at - 1].kind == "punct" and tokens[at - 1].text[0] in _OPENERS):
        return True
    # At the start of a sentence any word has a capital.
    lower, form = token.lower, fold(token.lower)
    following = ""
    if at + 1 < len(tokens) and _is_capital_word(tokens[at + 1], known):
        following = fold(tokens[at + 1].lower)
    if following and begins_name(form) and lookup_folded(f"{form} {following}"):
        return True
    if lower in function_words(token.language):
        return False
    if form in known.given or form in known.titles or not is_word(lower, token.language):
        return True
    if not following:
        return form in country_names() or _is_large_place(form)
    return following not in known.given and following not in known.titles and not lookup_folded(following)


def _is_large_place(folded: str) -> bool:
    return any(place.kind in {"capital", "admin1"} or place.population >= 100_000 for place in lookup_folded(folded))


def _through_joiners(tokens: Sequence[Token], at: int, known: NameWords, *, organisation: bool) -> int:
    """Return the index after the capitalised word that joining words at ``at`` lead to, or ``at``."""
    end = at
    while end < len(tokens) and end - at < 3 and tokens[end].kind == "word":
        joiner = tokens[end].lower
        office = end == at and joiner in {"of", "de", "del"} and fold(tokens[at - 1].lower) in known.titles
        if not (joiner in known.particles or office or (organisation and joiner in known.connectors)):
            break
        end += 1
    if end == at or end >= len(tokens) or not _is_capital_word(tokens[end], known):
        return at
    joiners = [token.lower for token in tokens[at:end]]
    if not organisation and joiners[0] in {"of", "de", "del"} and fold(tokens[at - 1].lower) in known.titles:
        return end if _leads_to_person(tokens, end, known) else at
    if ("and" in joiners or "y" in joiners or "e" in joiners) and (
        not organisation or not _inside_of(tokens, at) or "the" in joiners or _opens_organisation(tokens, end, known)
    ):
        return at
    if joiners[0] in {"in", "on", "against", "to"} and tokens[at - 1].lower not in {"persons", "attention", "crimes"}:
        return at
    return end + 1


def _leads_to_person(tokens: Sequence[Token], at: int, known: NameWords) -> bool:
    """Tell whether an office goes on at ``at`` and then a person's name: "Secretary of (State Ana Paz)"."""
    end = at + 1
    while end < len(tokens) and end - at < 4 and _is_capital_word(tokens[end], known):
        if fold(tokens[end].lower) in known.given:
            return True
        end += 1
    return False


def _opens_organisation(tokens: Sequence[Token], at: int, known: NameWords) -> bool:
    """Tell whether the capitalised words at ``at`` are an organisation of their own."""
    end = at
    while end < len(tokens) and _is_capital_word(tokens[end], known):
        if fold(tokens[end].lower) in known.organisations:
            return True
        end += 1
    return False


def _inside_of(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "of" stands a word or two before: "Ministry of Economy and Finance"."""
    return any(tokens[index].lower in {"of", "for", "de"} for index in range(max(0, at - 3), at))


def _classify(tokens: Sequence[Token], first: int, last: int, known: NameWords) -> Found | None:
    """Tell title from name and what the name is of; None where only a title stands."""
    forms = [fold(token.lower) for token in tokens[first:last]]
    skip = 0
    while skip < len(forms) - 1 and (forms[skip] in peoples() or forms[skip] in country_names()):
        if not any(form in known.titles for form in forms[skip + 1 : skip + 4]):
            break
        skip += 1
    title_end = _title_end(forms, skip, known)
    if title_end > skip and title_end + 1 < len(forms) and forms[title_end] in {"of", "de", "del"}:
        person = next((index for index in range(title_end + 2, len(forms)) if forms[index] in known.given), title_end)
        title_end = person
    rest = forms[title_end:]
    if title_end > skip:
        if not rest:
            return None
        if rest[0] in known.connectors and rest[0] not in known.particles - {"de", "del"}:
            return None
        if not any(form in known.organisations for form in rest):
            return Found(first + title_end, last, "person", (first + skip, first + title_end))
    return _untitled(tokens, first, last, forms, known)


def _title_end(forms: Sequence[str], start: int, known: NameWords) -> int:
    """Return the index after the last title word at the start of the forms, ``start`` if there is none."""
    end = at = start
    while at < min(len(forms), start + _LONGEST_TITLE):
        if forms[at] in known.titles:
            end = at + 1
        elif forms[at] not in known.title_modifiers:
            break
        at += 1
    return end


def _untitled(tokens: Sequence[Token], first: int, last: int, forms: Sequence[str], known: NameWords) -> Found | None:
    title = _title_before(tokens, first, known)
    if len(forms) > 1 and any(form in known.organisations for form in forms):
        return Found(first, last, "organisation", None)
    places = lookup_folded(" ".join(forms))
    text = tokens[first].text
    if last - first == 1 and text.isupper() and 2 <= len(text) <= 8 and not (places and _is_known(places, text)):
        return Found(first, last, "organisation", None)
    if all(token.lower in function_words(token.language) for token in tokens[first:last]):
        return None
    is_person_like = len(forms) > 1 and (forms[0] in known.given or (len(forms[0]) == 1 and len(forms) > 2))
    if title is not None and not (places and places[0].kind == "country"):
        return Found(first, last, "person", title)
    if places and not (is_person_like and places[0].population < 100_000):
        return Found(first, last, "place", None)
    if is_person_like:
        return Found(first, last, "person", None)
    if len(forms) > 1 and forms[0] not in known.place_heads and not begins_name(forms[0]):
        strange = [not is_word(token.lower, token.language) for token in tokens[first:last] if token.is_capital]
        if all(strange) or (forms[-1] in known.surnames and strange[0]):
            return Found(first, last, "person", None)
    if last - first == 1 and (forms[0] in peoples() or forms[0] in known.organisations):
        return None
    return Found(first, last, "other", None)


def _is_known(places: Sequence[GazetteerPlace], text: str) -> bool:
    """Tell whether a word in capitals is a place rather than an acronym: a country, or a large town by its length."""
    return places[0].kind == "country" or (len(text) > 4 and _is_large_place(fold(text)))


def _title_before(tokens: Sequence[Token], first: int, known: NameWords) -> tuple[int, int] | None:
    """Find a title in small letters right before the name ("presidential candidate", "Police commander")."""
    end = first
    if end > 1 and tokens[end - 1].text == "," and tokens[end - 2].kind == "word":
        return _title_before_comma(tokens, end - 1, known)
    if end == 0 or fold(tokens[end - 1].lower) not in known.titles:
        return None
    start = end - 1
    while start > 0 and first - start < _LONGEST_TITLE:
        form = fold(tokens[start - 1].lower)
        if form not in known.titles and form not in known.title_modifiers:
            break
        start -= 1
    return start, end


def _title_before_comma(tokens: Sequence[Token], comma: int, known: NameWords) -> tuple[int, int] | None:
    """Find "the governor of Azuay province" before a comma and a name."""
    for at in range(comma - 1, max(comma - 9, -1), -1):
        if tokens[at].kind == "punct":
            return None
        determined = tokens[at].lower in {"the", "el", "la", "its", "su"}
        if determined and at + 1 < comma:
            head = _title_end([fold(token.lower) for token in tokens[at + 1 : comma]], 0, known)
            if head and (at + 1 + head == comma or tokens[at + 1 + head].lower in {"of", "de", "del", "for", "in"}):
                return at + 1, comma
            return None
    return None


def _with_apposition(tokens: Sequence[Token], span: Found, known: NameWords) -> Found:
    """Read the title of a person after a comma: "Consuelo Orellana, the governor of Azuay province,"."""
    if span.kind not in {"person", "other"} or span.last >= len(tokens) - 1 or tokens[span.last].text != ",":
        return span
    start = span.last + 1
    at = start + 1 if tokens[start].lower in {"the", "a", "an", "el", "la", "un", "una"} else start
    head = _title_end([fold(token.lower) for token in tokens[at : at + _LONGEST_TITLE]], 0, known)
    if not head:
        return span
    end = at + head
    if end < len(tokens) and tokens[end].lower in {"of", "de", "del", "for"}:
        while end < len(tokens) and end - at < 10 and tokens[end].kind == "word":
            end += 1
    if end < len(tokens) and tokens[end].text not in {",", ".", ";", ")"}:
        return span
    return Found(span.first, span.last, "person", (at, end))


class _Word(NamedTuple):
    """What is known of a word by itself."""

    form: str
    title: bool
    given: bool
    strange: bool
    """It can be part of a person's name: a known one, or no word the dictionary has."""
    opens_place: bool
    """The gazetteer has names of several words that start with it."""


_MARK = _Word("", title=False, given=False, strange=False, opens_place=False)


@lru_cache(maxsize=1 << 16)
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
            and not any(letter.isdigit() for letter in form)
            and not is_word(lower, "en")
            and (language != "es" or not is_word(lower, "es"))
        )
    return _Word(form, form in known.titles, form in known.given, strange and len(lower) > 1, begins_name(form))


def find_in_capitals(sentence: Sentence) -> list[Found]:
    """Find the names of a sentence whose capitals tell nothing (wire copy in capitals, headlines)."""
    tokens = sentence.tokens
    known = name_words()
    line = [_word(token.lower, token.language) if token.kind == "word" else _MARK for token in tokens]
    found: list[Found] = []
    at = 0
    while at < len(tokens):
        word = line[at]
        span = None
        if len(word.form) > 1 and (word.title or word.given or word.strange):
            span = _in_capitals_at(tokens, line, at, known)
        if span is not None:
            found.append(span)
            at = span.last
        else:
            at = _after_place(line, at) if word.opens_place else at + 1
    return found


def _in_capitals_at(tokens: Sequence[Token], line: Sequence[_Word], at: int, known: NameWords) -> Found | None:
    word = line[at]
    if word.title:
        first = at + _title_end([other.form for other in line[at : at + _LONGEST_TITLE]], 0, known)
        last = _name_end(tokens, line, first, known)
        start = at
        while start > 0 and at - start < 3 and line[start - 1].form in known.title_modifiers:
            start -= 1
        return Found(first, last, "person", (start, first)) if last > first else None
    if not tokens[at].is_capital:
        return None
    if word.given:
        last = _name_end(tokens, line, at, known)
        return Found(at, last, "person", None) if last > at + 1 and _names_person(line, at, last, known) else None
    if word.form in known.place_heads or word.opens_place:
        return None
    last = _name_end(tokens, line, at, known)
    if last == at + 1 or lookup_folded(" ".join(other.form for other in line[at:last])):
        return None
    if last < len(line) and line[last].form in known.organisations:
        return Found(at, last, "organisation", None)
    before = line[at - 1].form if at else ""
    return Found(at, last, "other" if before in _PLACE_PREPOSITIONS else "person", None)


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
            if word.form in {"y", "e"} or not _is_strange(tokens, line, end + skip):
                break
            end += skip + 1
            continue
        is_initial = len(word.form) == 1 and tokens[end].text.endswith(".") and end > at
        if not (_is_strange(tokens, line, end) or is_initial):
            break
        end += 1
    return end


def _is_strange(tokens: Sequence[Token], line: Sequence[_Word], at: int) -> bool:
    return line[at].strange and tokens[at].is_capital


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
