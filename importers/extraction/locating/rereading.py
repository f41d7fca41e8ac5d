"""What the names of an article mean by what it says of them elsewhere: "in Trujillo ... Trujillo was shaken"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from importers.extraction.locating.line import Candidate, Line
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import GazetteerPlace


def read_together(candidates: Sequence[Sequence[Candidate]], lines: Sequence[Line]) -> list[list[Candidate]]:
    """Give the candidates of an article what the others tell of them: surer, or with fewer meanings.

    ``candidates``: those of each of the ``lines``, as each line alone gives them.
    """
    return _towns_like_countries(_told_again([_of_one_country(found) for found in candidates]), lines)


def _of_one_country(found: Sequence[Candidate]) -> list[Candidate]:
    """Leave a town and the division right behind it the countries that have the one in the other: "Tocoa, Colón"."""
    kept = list(found)
    for at, (inner, outer) in enumerate(pairwise(found)):
        if inner.is_country or outer.begin != inner.end + 1:
            continue
        if len({place.country for place in (*inner.options, *outer.options)}) > 1:
            own = {option.country for option in inner.options if _is_seat(option, outer)}
            for one in (at, at + 1) if own else ():
                options = tuple(option for option in kept[one].options if option.country in own)
                kept[one] = replace(kept[one], options=options or kept[one].options)
    return kept


def _told_again(candidates: Sequence[Sequence[Candidate]]) -> list[list[Candidate]]:
    """Believe a name wherever it stands that the article tells to be a place: "in Trujillo ... Trujillo was shaken".

    Also a division right behind a town of it: "Birmingham, Alabama".
    """
    told = {one.options[0].name for found in candidates for one in found if one.options and one.sure and one.is_placed}
    told |= {
        outer.options[0].name
        for found in candidates
        for inner, outer in pairwise(found)
        if outer.begin == inner.end + 1 and any(_is_seat(option, outer) for option in inner.options)
    }
    return [
        [
            replace(one, sure=True) if not one.sure and one.options and one.options[0].name in told else one
            for one in found
        ]
        for found in candidates
    ]


def _towns_like_countries(candidates: Sequence[list[Candidate]], lines: Sequence[Line]) -> list[list[Candidate]]:
    """Make towns of those that have a country's name and are told by their division: "Armenia, Quindío".

    They are so in all of the article, unless it speaks of the country's people.
    """
    towns = {
        inner.options[0].country
        for found, line in zip(candidates, lines, strict=True)
        for inner, outer in pairwise(found)
        if inner.country and any(_is_seat(option, outer) for option in inner.options[1:])
        # "Mozambique's Nampula province" is a division of the country.
        if line.tokens[inner.end].lower != "'s"
    }
    towns -= {candidate.people for found in candidates for candidate in found}
    if not towns:
        return list(candidates)
    return [
        [replace(one, options=one.options[1:]) if one.country in towns else one for one in found]
        for found in candidates
    ]


def _is_seat(town: GazetteerPlace, outer: Candidate) -> bool:
    """Tell whether a town of another country than its name's lies in a division that the words behind it name."""
    return any(
        place.kind == "admin1" and (place.country, fold(place.name)) == (town.country, fold(town.admin1))
        for place in outer.options
    )
