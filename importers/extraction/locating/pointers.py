"""Words that stand for a place told of before or by another name: "the capital", "this city", "the same province"."""

from collections.abc import Sequence

from importers.extraction.lexicon.placewords import LEVELS, place_words
from importers.extraction.locating.context import Setting
from importers.extraction.locating.line import Line
from importers.extraction.locating.mentions import PlaceMention, is_beside, is_far, words_between
from importers.extraction.locating.records import known_place
from importers.gazetteer import countries
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import GazetteerPlace, lookup_folded
from importers.language.tokens import Sentence
from store.records.place import NOWHERE, Place


def told_last(sentence: Sentence, mentions: Sequence[PlaceMention]) -> Place:
    """Return where the paragraph has last put something."""
    beside = (one for one in reversed(mentions) if one.paragraph == sentence.paragraph)
    return next((one.place for one in beside if one.located and not one.weak), NOWHERE)


def find_pointers(
    sentence: Sentence, line: Line, text: str, resolved: Sequence[PlaceMention], where: Setting, last: Place
) -> list[PlaceMention]:
    """Resolve "the capital" to that of the country told of, "this city" and "here" to the dateline's town.

    "The same province" is that of ``last``, where the sentences before have last put something.
    """
    words = place_words()
    if words.pointing.isdisjoint(line.forms):
        return []
    tokens = sentence.tokens
    found = []
    for at, form in enumerate(line.forms):
        town: GazetteerPlace | None = None
        before = tokens[at - 1].lower if at else ""
        first = at - 1
        if before in words.here and form in words.here_nouns:
            town = where.dateline
        elif form in words.capital and before:
            town = _capital_of(_whose_capital(sentence, at, resolved, last.country or where.main))
        elif before and fold(before) in words.same and words.kinds.get(form) == "admin1":
            town = _division(last)
        elif form in words.here_alone and before and before not in words.origin:
            named = any(0 < one.start - tokens[at].end < _IN for one in resolved)
            town, first = None if named else where.dateline, at
        if town is None or _stands_beside(resolved, tokens[first].start, tokens[at].end, town):
            continue
        if form in words.capital and _is_named(resolved, text, tokens[at].end, town):
            continue
        start, end = tokens[first].start, tokens[at].end
        found.append(
            PlaceMention(
                start,
                end,
                words_between(text, start, end),
                known_place(town),
                "capital",
                LEVELS["town" if town.kind != "admin1" else "admin1"],
                sentence.number,
                sentence.paragraph,
                weak=is_far(sentence, first),
                located=True,
                beside=is_beside(sentence, first),
                known=True,
            )
        )
    return found


_IN = 6
"""Characters of " in " and ", at ", behind "here"."""


def _whose_capital(sentence: Sentence, at: int, resolved: Sequence[PlaceMention], usual: str) -> str:
    """Tell whose "the capital", "the Ecuadorian capital", "la capital ecuatoriana" is; "" if no country's."""
    words = place_words()
    tokens = sentence.tokens
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    beside = [tokens[at - 1].start, *([after.start] if after is not None else [])]
    people = next((one for one in resolved if one.kind == "people" and one.start in beside), None)
    if people is not None:
        return people.place.country
    if tokens[at - 1].lower not in words.determiners:
        return ""
    if after is not None and (after.lower in words.not_capital or after.lower in words.of):
        return ""
    # "In the capital, Nairobi"
    called = (one for one in resolved if 0 < one.start - tokens[at].end < _IN and one.place.location)
    named = next((one.place for one in called if _is_capital(one.place)), None)
    return named.country if named is not None else usual


def _is_capital(place: Place) -> bool:
    capital = _capital_of(place.country)
    return capital is not None and capital.name == place.location


def _stands_beside(resolved: Sequence[PlaceMention], start: int, end: int, town: GazetteerPlace) -> bool:
    """Tell whether the town is named in the same breath: "Quito, the capital", "the capital, Quito"."""
    return any(
        (mention.start - end < 4 and mention.end > end and mention.place.location == town.name)
        or (0 <= start - mention.end < 4 and mention.place.location == town.name)
        or (mention.start < end and start < mention.end and mention.kind != "people")
        for mention in resolved
    )


def _is_named(resolved: Sequence[PlaceMention], text: str, end: int, capital: GazetteerPlace) -> bool:
    """Tell whether right behind its word the text names its capital itself: an older one, a seat of government."""
    behind = next((one for one in resolved if one.start >= end and one.kind != "people"), None)
    if behind is None or behind.place.country != capital.country or not behind.place.location:
        return False
    between = text[end : behind.start].split()
    return len(between) <= 1 and all(fold(word) in place_words().of | countries.peoples().keys() for word in between)


def _division(place: Place) -> GazetteerPlace | None:
    """The province that a place lies in."""
    known = lookup_folded(fold(place.admin1)) if place.admin1 else []
    return next((one for one in known if one.kind == "admin1" and one.country == place.country), None)


def _capital_of(code: str) -> GazetteerPlace | None:
    country = countries.countries().get(code)
    if country is None:
        return None
    towns = [
        place for place in lookup_folded(fold(country.capital)) if place.country == code and place.kind == "capital"
    ]
    return towns[0] if towns else None
