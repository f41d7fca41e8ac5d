"""Which of the places that stand beside each other lies in which: "X, Y province", "the Borno town of Konduga"."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from importers.extraction.lexicon.placewords import LEVELS, place_words
from importers.extraction.locating.context import Setting, choose
from importers.extraction.locating.line import Candidate
from importers.extraction.locating.mentions import PlaceMention
from importers.extraction.locating.records import known_place
from importers.extraction.locating.told import QUOTES
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import GazetteerPlace
from importers.language.tokens import Sentence
from store.records.place import Place

APPOSED = 5
"""Words of an apposition up to its noun: ", a small farming village"."""


def is_listed(sentence: Sentence, found: Sequence[Candidate], index: int) -> bool:
    """Tell whether a comma behind a name leads to the next of a list ("Quito, Guayas and El Oro"), not to its state."""
    inner, outer = found[index : index + 2]
    if outer.level is not None or [token.text for token in sentence.tokens[inner.end : outer.begin]] != [","]:
        return False
    return (
        any(0 < other.begin - outer.end <= _JOINED for other in found[index + 2 : index + 3])
        or (index > 0 and inner.begin - found[index - 1].end == 1)
        or outer.is_country
    )


_JOINED = 2
"""Words between two names of a list: ", and"."""


def lies_in(sentence: Sentence, inner: Candidate, outer: Candidate) -> bool:
    """Tell whether the second is said to hold the first: "X, Y province", "X in Y", "X (Y)", "X neighbourhood of Y"."""
    tokens = sentence.tokens
    if inner.people or outer.people or inner.is_country:
        return False
    words = place_words()
    between = [
        token.lower
        for token in tokens[inner.end : outer.begin]
        if token.lower not in words.passed_over and token.text not in QUOTES
    ]
    apposed = 3 <= len(between) <= APPOSED and between[0] == "," and between[-1] in words.containing
    if apposed and fold(between[-2]) in words.kinds:
        # "Tosagua, a coastal town in Manabí", "Bucha, a suburb of Kyiv"
        return True
    if len(between) == 3 and between[0] == "," and between[2] in words.of:
        # "in the north of Quito" without "north".
        between.pop()
    countries = {one.country for one in outer.options}
    listed = any(one.country in countries or not countries for one in inner.options)
    if not listed and _leads_near([fold(word) for word in between if word != ","]):
        # "At La Motosa, near Aipe": no list has the one in that country, so it is told by the other.
        return True
    if len(between) > 2 or (between and between[0] in words.joining | words.offering):
        return False
    if inner.level == outer.level and inner.level in {"admin1", "quarter", "district"}:
        # "The Carmen, Magdalena and Santa Rosa neighbourhoods" lie side by side.
        return False
    larger = outer.level in {"admin1", "admin2", "region"} or _may_hold(outer)
    small = inner.level in {"quarter", "district", "institution", "site"}
    if small and between[:1] == [","] and between[-1] in words.joined_articles:
        # "El sector Florida, al norte de Quito"
        return len(between) == 2
    match between:
        case [","] | ["("] | ["["]:
            return larger or small
        case [word] | [",", word] if word in words.containing:
            smaller = inner.level == "region" or LEVELS[inner.level or "town"] >= LEVELS["town"]
            return larger or small or (smaller and word not in words.of)
        case []:
            return small and outer.level is None
        case _:
            return False


def _leads_near(between: Sequence[str]) -> bool:
    """Tell whether words say that the one is near the other: "near", "cerca de", "a village 12 km north of"."""
    words = place_words()
    if between[:1] and between[0] in words.nearby:
        return len(between) == 1 or (len(between) == 2 and between[1] in words.of)
    measured = not words.measures.isdisjoint(between) and len(between) <= _MEASURED
    return measured and between[-1] in words.of | words.origin


_MEASURED = 6
"""Words of ", a village some 12 km from"."""


def _may_hold(candidate: Candidate) -> bool:
    """Tell whether a candidate can be a country or a first-level division."""
    return candidate.level is None and any(option.kind in {"country", "admin1"} for option in candidate.options)


def division_before(
    sentence: Sentence, owner: Candidate, candidate: Candidate, where: Setting, named: Collection[str]
) -> tuple[GazetteerPlace, Place] | None:
    """Return the division that is named right before a town as the one around it: "the Borno town of Konduga"."""
    between = [token.lower for token in sentence.tokens[owner.end : candidate.begin]]
    if owner.level is not None or between not in ([], ["'s"]) or candidate.begin == candidate.first:
        return None
    divisions = tuple(option for option in owner.options if option.kind == "admin1")
    alone = replace(owner, options=divisions, sure=True)
    chosen = choose(alone, where, container=None, named=named, inner=candidate) if divisions else None
    return (chosen, known_place(chosen)) if chosen is not None else None


def in_towns(mentions: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """Put what has no town into the one that is named right before or behind as the one around it.

    "The Nairobi suburb of X", "Mogadishu's X district", "the X neighbourhood, in the northern part of the capital".
    """
    found = list(mentions)
    for at, mention in enumerate(found):
        before, behind = found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
        if before is not None and mention.kind == "town" and _is_division_of(before, mention, text):
            # "The Borno town of Konduga" is Konduga.
            found[at - 1] = replace(before, weak=True)
            continue
        owner = before if before is not None and _is_town(before) and _owns(before, mention, text) else None
        if mention.place.location:
            if owner is not None and mention.kind == "town":
                # "The Kyiv suburb of Bucha" is Bucha.
                found[at - 1] = replace(owner, weak=True)
        elif mention.kind == "quarter" and owner is not None:
            found[at] = replace(mention, place=_part_of(owner.place, mention.place.site))
        elif mention.kind == "quarter" and behind is not None and _holds(behind, mention, text):
            found[at] = replace(mention, place=_part_of(behind.place, mention.place.site))
    return found


def _owns(town: PlaceMention, mention: PlaceMention, text: str) -> bool:
    """Tell whether a town is named right in front of a place word or a part of it: "Kyiv suburb of", "Kyiv's"."""
    between = text[town.end : mention.start]
    return between in {"'s ", "’s "} or (between.isspace() and fold(mention.text.split()[0]) in place_words().kinds)


def _is_division_of(division: PlaceMention, town: PlaceMention, text: str) -> bool:
    """Tell whether a division is named right in front of the place word of a town in it: "the Borno town of"."""
    inside = division.place.country == town.place.country and division.place.location == ""
    return inside and bool(division.place.admin1) and _owns(division, town, text)


def _is_town(mention: PlaceMention) -> bool:
    return mention.kind in {"town", "capital"} and not mention.place.site


def _part_of(town: Place, site: str) -> Place:
    return replace(town, site=site, geo_precision=town.geo_precision if town.latitude is None else 2)


def _holds(town: PlaceMention, mention: PlaceMention, text: str) -> bool:
    """Tell whether the words lead from a part of a town to its name: ", in the northern part of the Peruvian"."""
    words, told = place_words(), text[mention.end : town.start].lower().replace(",", " ").split()
    leading = words.containing | words.passed_over | words.sections | words.joined_articles
    leads = not words.containing.isdisjoint(told) and all(fold(word) in leading for word in told)
    return _is_town(town) and leads
