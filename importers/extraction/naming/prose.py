"""Names in prose: sequences of capitalised words, with their particles, told apart into title and name."""

from collections.abc import Iterator, Sequence
from typing import Final

from importers.extraction.lexicon.namewords import NameWords, name_words
from importers.extraction.lexicon.placewords import place_words
from importers.extraction.naming.base import Found, function_words
from importers.extraction.naming.capitals import PLACE_PREPOSITIONS
from importers.extraction.naming.offices import (
    modifiers_before,
    person_after_portfolio,
    title_before,
    title_end,
    with_apposition,
)
from importers.gazetteer.countries import names as country_names
from importers.gazetteer.countries import peoples
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import GazetteerPlace, begins_name, lookup_folded
from importers.language.lemmas import is_word
from importers.language.tokens import QUOTES, Sentence, Token

_OPENERS = frozenset("\"'“‘«([¿¡:-–—*•;")


def find_in_prose(sentence: Sentence) -> list[Found]:
    """Find the names of a sentence in ordinary casing."""
    tokens = sentence.tokens
    known = name_words()
    found = []
    for first, last in _runs(tokens, known):
        split = _after_office_of_place(tokens, first, last, known)
        if split > first:
            found.append(Found(split, last, "person", title_before(tokens, first, known, of_place=split)))
            continue
        span = _classify(tokens, first, last, known)
        if span is not None:
            found.append(with_apposition(tokens, span, known) if span.title is None else span)
    return found


def _after_office_of_place(tokens: Sequence[Token], first: int, last: int, known: NameWords) -> int:
    """Return where the person starts in "(alcalde de) Cali Jorge Ospina", ``first`` elsewhere."""
    if first < 2 or tokens[first - 1].lower not in known.of or fold(tokens[first - 2].lower) not in known.titles:
        return first
    forms = [fold(token.lower) for token in tokens[first:last]]
    for count in range(1, len(forms) - 1):
        # "Mayor of San Pedro Luis Paz": the saint is the town's.
        given = forms[count] in known.given and forms[count - 1] not in known.place_heads
        if given and lookup_folded(" ".join(forms[:count])):
            return first + count
    return first


def _runs(tokens: Sequence[Token], known: NameWords) -> Iterator[tuple[int, int]]:
    """Yield sequences of capitalised words with the particles between them."""
    end, count = 0, len(tokens)
    # The cheapest question first: most words of a sentence begin small.
    capitals = [at for at, token in enumerate(tokens) if token.text[0].isupper() and _in_name(tokens, at, known)]
    for at in capitals:
        if at < end or not _starts_run(tokens, at, known):
            continue
        organisation = fold(tokens[at].lower) in known.organisations
        end = at + 1
        while end < count:
            if _in_name(tokens, end, known) or _has_article(tokens, end, known):
                organisation = organisation or fold(tokens[end].lower) in known.organisations
                end += 1
                continue
            through = _through_joiners(tokens, end, known, organisation=organisation)
            if through == end:
                end = _past_initial(tokens, end, known)
                break
            end = through
        yield at, end


def _is_capital_word(token: Token, known: NameWords) -> bool:
    initial = token.text[1:] == "."
    return token.kind == "word" and token.is_capital and (initial or fold(token.lower) not in known.not_names)


def _in_name(tokens: Sequence[Token], at: int, known: NameWords) -> bool:
    """Tell whether the word at ``at`` is a capitalised one; a month's or day's only as a given name ("Julio Paz")."""
    if _is_capital_word(tokens[at], known):
        return True
    given = tokens[at].is_capital and fold(tokens[at].lower) in known.given
    return given and at + 1 < len(tokens) and _is_capital_word(tokens[at + 1], known)


def _has_article(tokens: Sequence[Token], at: int, known: NameWords) -> bool:
    """Tell whether a small article opens the word that goes on with a person's name ("Abu Omar al-Hadi").

    Not behind a place: "in Iraq al-Qaida claimed it".
    """
    article, _, name = tokens[at].text.partition("-")
    before = fold(tokens[at - 1].lower)
    place = before in country_names() or before in peoples() or bool(lookup_folded(before))
    return article in known.articles and name[:1].isupper() and not place


def _starts_run(tokens: Sequence[Token], at: int, known: NameWords) -> bool:
    """Tell whether the capitalised word at ``at`` can begin a name: elsewhere than where any word has a capital."""
    token = tokens[at]
    if token.lower.endswith(known.aged):
        return False
    if at > 0 and not (tokens[at - 1].kind == "punct" and tokens[at - 1].text[0] in _OPENERS):
        return True
    # At the start of a sentence any word has a capital.
    if _abbreviates(tokens, at):
        return True
    lower, form = token.lower, fold(token.lower)
    following = ""
    if at + 1 < len(tokens) and _is_capital_word(tokens[at + 1], known):
        following = fold(tokens[at + 1].lower)
    if following and begins_name(form) and lookup_folded(f"{form} {following}"):
        return True
    tail = token.text.rpartition("-")[2] if "-" in token.text else ""
    if lower in function_words(token.language) or (tail.islower() and is_word(tail, token.language)):
        # "Anti-government protesters"
        return False
    if form in known.given or form in known.titles or not is_word(lower, token.language):
        return True
    if not following:
        return form in country_names() or _is_large_place(form)
    return following not in known.given and following not in known.titles and not lookup_folded(following)


def _abbreviates(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a short word stands in capitals among words that do not ("US forces", "IS claimed")."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return 1 < len(tokens[at].text) <= 3 and tokens[at].text.isupper() and not (behind and behind.text.isupper())


def _is_large_place(folded: str) -> bool:
    known = lookup_folded(folded)
    return any(place.kind in {"capital", "admin1", "region"} or place.population >= 100_000 for place in known)


def _past_initial(tokens: Sequence[Token], at: int, known: NameWords) -> int:
    """Return the index after the quoted letter that stands for a surname kept from the reader (Luis "N"), or ``at``."""
    quoted = tokens[at : at + 3]
    if len(quoted) < 3 or fold(tokens[at - 1].lower) not in known.given:
        return at
    opening, letter, closing = (token.text for token in quoted)
    return at + 3 if QUOTES.get(opening) == closing and len(letter) == 1 and letter.isupper() else at


def _through_joiners(tokens: Sequence[Token], at: int, known: NameWords, *, organisation: bool) -> int:
    """Return the index after the capitalised word that joining words at ``at`` lead to, or ``at``."""
    end = at
    while end < len(tokens) and tokens[end].kind == "word":
        joiner = tokens[end].lower
        office = end == at and joiner in known.of and fold(tokens[at - 1].lower) in known.titles
        if not (joiner in known.particles or office or (organisation and joiner in known.connectors)):
            break
        end += 1
    if end == at or end >= len(tokens) or not _is_capital_word(tokens[end], known):
        return at
    joiners = [token.lower for token in tokens[at:end]]
    if not organisation and joiners[0] in known.of and fold(tokens[at - 1].lower) in known.titles:
        return end if _leads_to_person(tokens, end, known) else at
    if not known.joining.isdisjoint(joiners):
        return at
    if joiners[0] in {"in", "on", "against", "to"} and tokens[at - 1].lower not in {"persons", "attention", "crimes"}:
        return at
    return end + 1


def _leads_to_person(tokens: Sequence[Token], at: int, known: NameWords) -> bool:
    """Tell whether an office goes on at ``at`` and then a person's name: "Secretary of (State Ana Paz)"."""
    end = at
    while end < len(tokens) and _is_capital_word(tokens[end], known):
        end += 1
    forms = [fold(token.lower) for token in tokens[at:end]]
    return person_after_portfolio(forms, 0, known) > 0


def _classify(tokens: Sequence[Token], first: int, last: int, known: NameWords) -> Found | None:
    """Tell title from name and what the name is of; None where only a title stands."""
    forms = [fold(token.lower) for token in tokens[first:last]]
    skip = _place_or_people(forms, known)
    end = title_end(forms, skip, known)
    if end > skip and end + 1 < len(forms) and forms[end] in known.of:
        end = max(end, person_after_portfolio(forms, end + 1, known))
    rest = forms[end:]
    if end > skip:
        if not rest:
            return None
        if not any(form in known.organisations for form in rest):
            start = modifiers_before(tokens, first, known) if skip == 0 else first + skip
            return Found(first + end, last, "person", (start, first + end))
    return _untitled(tokens, first, last, forms, known)


def _place_or_people(forms: Sequence[str], known: NameWords) -> int:
    """Return how many words before a title are of a place or people: "Ecuadorian President", "Quito Mayor"."""
    for count in range(min(3, len(forms) - 1), 0, -1):
        words = " ".join(forms[:count])
        if forms[count] in known.titles or forms[count] in known.title_modifiers:
            titled = title_end(forms, count, known) > count
            if titled and (words in peoples() or words in country_names() or lookup_folded(words)):
                return count
    return 0


def _untitled(tokens: Sequence[Token], first: int, last: int, forms: Sequence[str], known: NameWords) -> Found | None:
    title = title_before(tokens, first, known)
    if len(forms) > 2 and forms[0] in peoples() and forms[1] in known.given:
        # "Peruvian Ana Mora"
        return Found(first + 1, last, "person", None)
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
    if len(forms) > 1 and forms[-1] in place_words().institutions:
        # "José Martí Airport"
        return Found(first, last, "other", None)
    if (not places and _described_as_person(tokens, first, last)) or (
        forms[0] in known.given and _is_relative(tokens, first, known)
    ):
        return Found(first, last, "person", None)
    if places and not (is_person_like and places[0].population < 100_000):
        return Found(first, last, "place", None)
    if is_person_like:
        return Found(first, last, "person", None)
    before = tokens[first - 1].lower if first else ""
    # "In Kalimar", "barrio Kalimar de Loja"
    located = before in PLACE_PREPOSITIONS or fold(before) in place_words().kinds
    if len(forms) > 1 and not located and forms[0] not in known.place_heads and not begins_name(forms[0]):
        strange = [not is_word(token.lower, token.language) for token in tokens[first:last] if token.is_capital]
        if all(strange) or (forms[-1] in known.surnames and strange[0]):
            return Found(first, last, "person", None)
    if last - first == 1 and (forms[0] in peoples() or forms[0] in known.organisations):
        return None
    return Found(first, last, "other", None)


def _is_known(places: Sequence[GazetteerPlace], text: str) -> bool:
    """Tell whether a word in capitals is a place rather than an acronym: a country, or a large town by its length."""
    return places[0].kind == "country" or (len(text) > 4 and _is_large_place(fold(text)))


_CLOSING: Final = frozenset({",", ".", ";", ")"})
"""Marks behind a name that is set off."""


def _is_relative(tokens: Sequence[Token], first: int, known: NameWords) -> bool:
    """Tell whether the words before a comma say whose wife, son ... somebody is: "his wife, Carmen"."""
    return first > 1 and tokens[first - 1].lower == "," and fold(tokens[first - 2].lower) in known.kin


def _described_as_person(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the words around say that somebody is meant: "29-year-old X", "his son, X,", "X, who", "X, 34,"."""
    known = name_words()
    if first > 0 and tokens[first - 1].lower.endswith(known.aged):
        return True
    after = [token.lower for token in tokens[last : last + 3]]
    if _is_relative(tokens, first, known) and after and (after[0] in _CLOSING or after[0] in known.joining):
        return True
    if len(after) > 1 and after[0] == "," and after[1] in known.relatives:
        return True
    return last - first > 1 and len(after) == 3 and after[0] == after[2] == "," and after[1].isdigit()
