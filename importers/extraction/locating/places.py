"""The places an article mentions, each resolved in the context of the article: country, division, town, coordinates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from importers.extraction.lexicon.placewords import place_words, without_place_words
from importers.extraction.locating.containing import APPOSED, division_before, in_towns, is_listed, lies_in
from importers.extraction.locating.context import Setting, choose, setting
from importers.extraction.locating.finder import find_candidates
from importers.extraction.locating.line import Candidate, line_of
from importers.extraction.locating.mentions import PlaceMention, mention_of, words_between
from importers.extraction.locating.parts import Heading, Part, parts_of
from importers.extraction.locating.pointers import find_pointers, told_last
from importers.extraction.locating.records import country_place, known_place
from importers.extraction.locating.rereading import read_together
from importers.extraction.locating.stretches import in_stretches
from importers.extraction.naming.names import Name
from importers.gazetteer import countries
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import GazetteerPlace, lookup
from importers.language.tokens import Sentence
from store.records.place import NOWHERE, Place
from store.records.timex import TimeExpression


@dataclass(frozen=True, slots=True)
class Scenery:
    """The places of an article, in order of their words, and what may be said of an event that names none."""

    mentions: tuple[PlaceMention, ...]
    country: Place
    """The country the article is about; NOWHERE if it names none."""
    filed: Place
    """The town of the dateline, as far as it is known: where the article was written, a weak hint of where it plays."""
    filed_abroad: bool
    """It speaks more of another country than of the one it was written in."""
    part: Part
    """Which sentences it is that of."""
    headings: tuple[tuple[PlaceMention, bool], ...] = ()
    """The places that head the part, the widest first, and whether they do so below their own paragraph, too."""


def spellings(scenery: Scenery, dateline_place: str) -> dict[str, str]:
    """Give the places that the article calls otherwise than the gazetteer: its name to the article's own.

    The first of an article's names for it counts; capitals are no spelling. Of countries only those that a list has
    to tell apart ("Congo - Kinshasa") are called otherwise.
    """
    found: dict[str, str] = {}
    own = [(mention.text, mention.place.location or mention.place.admin1) for mention in scenery.mentions]
    own += [(m.text, m.place.country_name) for m in scenery.mentions if m.kind == "country" and _is_listed_so(m.place)]
    if scenery.filed.location:
        own.append((dateline_place.split(",")[0], scenery.filed.location))
    for words, name in own:
        if not name or name in found or words.isupper():
            continue
        for written in (words, without_place_words(words)):
            if any(one.name == name for one in lookup(written)):
                found.setdefault(name, written)
    return {name: words for name, words in found.items() if words != name}


def _is_listed_so(country: Place) -> bool:
    return not country.country_name.replace(" ", "").isalpha()


def resolve_places(
    sentences: Sequence[Sentence],
    text: str,
    names: Sequence[Name],
    dateline_place: str = "",
    expressions: Sequence[TimeExpression] = (),
) -> tuple[Scenery, ...]:
    """Find and resolve the places of an article, for each of its parts: one, but in a digest.

    ``names`` are ``find_names`` of the same sentences; ``dateline_place`` is the article's, "" if it has none;
    ``expressions`` are its time phrases.
    """
    by_sentence: dict[int, list[Name]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence, []).append(name)
    lines = [line_of(sentence, by_sentence.get(sentence.number, ())) for sentence in sentences]
    candidates = read_together([find_candidates(line) for line in lines], lines)
    sceneries: list[Scenery] = []
    headed: dict[int, PlaceMention | None] = {}
    for part in in_stretches(parts_of(sentences, candidates, expressions), sentences, text):
        own = part.numbers
        above = [one.sentence for one in part.headings if one.sentence not in own]
        # What a part says by itself counts before what all of the text opens with.
        around = [*above, *own, *(sceneries[0].part.numbers if sceneries else ())]
        about = next((heading.country for heading in part.headings if heading.country), "")
        where = setting([candidates[number] for number in around], dateline_place, about)
        mentions: list[PlaceMention] = []
        for number in own:
            sentence, line = sentences[number], lines[number]
            resolved = _resolve(sentence, text, candidates[number], where)
            pointing = find_pointers(sentence, line, text, resolved, where, told_last(sentence, mentions))
            mentions += in_towns(sorted([*resolved, *pointing], key=lambda mention: mention.start), text)
        filed = known_place(where.dateline) if where.dateline is not None else NOWHERE
        for one in part.headings:
            if one.sentence in own:
                headed[one.start] = _headed(one, mentions)
        heads = tuple((place, one.below) for one in part.headings if (place := headed.get(one.start)) is not None)
        country = country_place(heads[0][0].place.country if heads else where.main)
        sceneries.append(Scenery(tuple(mentions), country, filed, where.filed_abroad, part, heads))
    return tuple(sceneries)


def _headed(heading: Heading, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the closest of the places that a heading names, None where it is none that is known."""
    named = (one for one in mentions if heading.start <= one.start and one.end <= heading.end)
    return max((one for one in named if one.place.country), key=lambda one: one.specificity, default=None)


def _resolve(sentence: Sentence, text: str, found: Sequence[Candidate], where: Setting) -> list[PlaceMention]:
    """Resolve the candidates of a sentence from the right, each within the one it is said to lie in."""
    named = {candidate.options[0].country for candidate in found if candidate.is_country}
    at_home = {
        place.options[0].country
        for place in found
        # "On San Martín street" is not on Saint Martin.
        if place.is_country and place.located and all(one.country != where.main for one in place.options[1:])
    }
    home = at_home.pop() if len(at_home) == 1 else where.main
    contained = [*(lies_in(sentence, inner, outer) for inner, outer in pairwise(found)), False]
    mentions: list[PlaceMention] = []
    container: tuple[GazetteerPlace | None, Place] | None = None
    for index in range(len(found) - 1, -1, -1):
        candidate = found[index]
        outer = container if contained[index] else None
        inner = found[index - 1] if index > 0 and contained[index - 1] else None
        if outer is None and index > 0 and candidate.level == "town":
            outer = division_before(sentence, found[index - 1], candidate, where, named)
        chosen = None
        if outer is not None and outer[1].location and candidate.level in {"quarter", "district"}:
            # A list may know the Miraflores neighbourhood of Lima as a town.
            candidate = replace(candidate, options=())
        if _is_one_of_many(sentence, candidate):
            candidate = _as_division(candidate)
        if _is_village(sentence, candidate):
            candidate = _as_village(candidate)
        if candidate.options:
            outer_place = outer[0] if outer is not None else None
            # "In Millwood, Ohio": where the one that it holds is located it is, too.
            within = inner is not None and inner.located and not candidate.located
            told = replace(candidate, located=True) if within else candidate
            chosen = choose(told, where, container=outer_place, named=named, inner=inner)
            if chosen is None and outer_place is not None and is_listed(sentence, found, index):
                # "Quito, Guayas and El Oro" is a list: Quito is not in Guayas.
                chosen = choose(candidate, where, container=None, named=named, inner=inner)
                chosen = chosen if chosen is not None and chosen.country == outer_place.country else None
        chosen = _division_of(chosen, candidate, sentence)
        place = _place(sentence, text, candidate, chosen, outer[1] if outer is not None else None, home)
        if place is None:
            container = None
            continue
        # What no list has lies where the place around it does.
        container = (chosen or (outer[0] if outer is not None else None), place)
        mention = mention_of(sentence, text, candidate, chosen, place)
        if inner is not None and inner.level in {"quarter", "district", "site"}:
            # "The Florida neighbourhood, in the north of Quito" is in it, not beside.
            mention = replace(mention, beside=False)
        mentions.append(mention)
    return mentions[::-1]


_NO_QUOTES = str.maketrans(dict.fromkeys('"“”«»'))
"""A site's words may end within quotation marks, of which one would be left."""
_CITY = 100_000
"""People from which a place is no village."""
_METROPOLIS = 1_000_000
"""People from which the name of a city and its division means the city."""


def _is_one_of_many(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether a name says of which place something is one of several: "a Katsina court", "a Michoacán town"."""
    tokens = sentence.tokens
    if candidate.begin == 0 or candidate.begin < candidate.first or sentence.capitals:
        return False
    behind = tokens[candidate.last] if candidate.last < len(tokens) else None
    noun = behind is not None and behind.kind == "word" and behind.text.islower()
    return noun and fold(tokens[candidate.begin - 1].lower) in place_words().indefinite


def _as_division(candidate: Candidate) -> Candidate:
    """Take the division of a name for a town in it, and for what else is one of several there.

    But of a capital or a metropolis: "a Lima court" is in the city rather than in the country around it.
    """
    divisions = tuple(one for one in candidate.options if one.kind == "admin1")
    if not divisions or candidate.country or candidate.level not in {None, "town", "institution"}:
        return candidate
    towns = (one for one in candidate.options if one.kind != "admin1")
    metropolis = any(one.kind == "capital" or one.population >= _METROPOLIS for one in towns)
    if metropolis and candidate.level != "town":
        return candidate
    return replace(candidate, options=divisions, level=None, end=candidate.last)


def _as_village(candidate: Candidate) -> Candidate:
    """Leave of its places the small ones; "a South Kivu village" is one in the province, for none is called so."""
    small = tuple(one for one in candidate.options if one.population < _CITY)
    divisions = tuple(one for one in candidate.options if one.kind == "admin1")
    if divisions and not small:
        return replace(candidate, options=divisions, level=None)
    return replace(candidate, options=small)


def _is_village(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether the words beside a name say that it is small: "Kobe village", "Kobe, a remote village near ..."."""
    words, tokens = place_words(), sentence.tokens
    beside = [*tokens[candidate.begin : candidate.first], *tokens[candidate.last : candidate.end]]
    if not words.villages.isdisjoint(fold(token.lower) for token in beside):
        return True
    behind = tokens[candidate.end : candidate.end + APPOSED]
    if len(behind) <= 2 or behind[0].text != ",":
        return False
    forms = [fold(token.lower) for token in behind]
    return forms[1] in words.indefinite and not words.villages.isdisjoint(forms)


def _division_of(chosen: GazetteerPlace | None, candidate: Candidate, sentence: Sentence) -> GazetteerPlace | None:
    """Return the division of that name where a country is called by one of its divisions: "Gaza", "Scotland"."""
    if chosen is None or chosen.kind != "country" or chosen is not candidate.options[0]:
        return chosen
    country = countries.countries()[chosen.country]
    name = fold(" ".join(token.text for token in sentence.tokens[candidate.first : candidate.last]))
    if name in {fold(country.name), fold(country.spanish)}:
        return chosen
    divisions = (one for one in candidate.options if one.kind == "admin1" and one.country == chosen.country)
    return next(divisions, chosen)


def _place(
    sentence: Sentence,
    text: str,
    candidate: Candidate,
    chosen: GazetteerPlace | None,
    outer: Place | None,
    home: str,
) -> Place | None:
    """Make the place a candidate stands for; None if it is no place after all.

    ``home``: the country where what no list has is taken to be.
    """
    tokens = sentence.tokens
    if candidate.people:
        return country_place(candidate.people)
    if chosen is not None and candidate.level != "institution":
        return known_place(chosen)
    if chosen is None and candidate.within:
        return None
    name = words_between(text, tokens[candidate.first].start, tokens[candidate.last - 1].end)
    phrase = words_between(text, tokens[candidate.begin].start, tokens[candidate.end - 1].end).translate(_NO_QUOTES)
    if chosen is not None:
        return replace(known_place(chosen), site=phrase)
    is_told = candidate.level is not None or (outer is not None and candidate.sure)
    if not is_told and (not _unknown_town(candidate, home) or _is_part_of_name(sentence, candidate)):
        return None
    base = outer or country_place(candidate.home or home)
    if candidate.level in {"quarter", "district"} and fold(tokens[candidate.first - 1].lower) in place_words().of:
        # "The suburb of Eastleigh" is Eastleigh, "barrio Cuba" is called so.
        phrase = name if candidate.begin < candidate.first else phrase
    if candidate.level in {"site", "institution", "quarter", "district"}:
        precision = 2 if base.location and base.latitude is not None else base.geo_precision
        return replace(base, site=f"{phrase}, {base.site}" if base.site else phrase, geo_precision=precision)
    if candidate.level == "admin1" and not base.admin1:
        return Place(base.country, base.country_name, name.title() if name.isupper() else name, geo_precision=6)
    if candidate.level == "region":
        return replace(base, site=phrase)
    if base.location:
        return replace(base, site=name, geo_precision=2 if base.latitude is not None else base.geo_precision)
    precision = 4 if base.admin1 else 6
    shown = name.title() if name.isupper() else name
    return replace(base, location=shown, latitude=None, longitude=None, geo_precision=precision)


def _unknown_town(candidate: Candidate, home: str) -> bool:
    """Tell whether a name that is known only elsewhere in the world is a small town of the country told of."""
    return bool(candidate.located and candidate.sure and home)


def _is_part_of_name(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether a name that no place is known by here belongs to the noun behind it: "the San Jorge warehouse"."""
    tokens = sentence.tokens
    before = tokens[candidate.first - 1].lower if candidate.first else ""
    after = tokens[candidate.last] if candidate.last < len(tokens) else None
    goes_on = after is not None and after.kind == "word" and after.is_capital and not sentence.capitals
    return before in place_words().determiners or goes_on
