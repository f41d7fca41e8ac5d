"""A sentence as it is searched for places, and what its words can be."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from importers.extraction.lexicon.namewords import name_words
from importers.extraction.lexicon.placewords import Level, place_words
from importers.extraction.naming.base import capitals_tell, function_words
from importers.extraction.naming.names import Name
from importers.gazetteer import countries
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import GazetteerPlace
from importers.language.lemmas import is_word
from importers.language.tokens import Sentence, Token
from store.records.record import record

LONGEST_UNKNOWN = 4
"""Words of a name that only the words beside it tell."""


@record
class Candidate:
    """Words that may name a place: the name at ``tokens[first:last]``, with its place word at ``tokens[begin:end]``."""

    first: int
    last: int
    begin: int
    end: int
    options: tuple[GazetteerPlace, ...]
    """What the gazetteer knows by that name; empty for an unknown place told by the words beside it."""
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
    whence: bool = False
    """Says whose somebody is or where from, not where anything is."""
    abroad: bool = False
    """The country of an embassy, an envoy, a tourist: they are anywhere but there."""
    home: str = ""
    """The code of the country that a people beside it tells: "the Kenyan town of Zampik"."""

    @property
    def is_country(self) -> bool:
        """Names a country outright: that is its first meaning, and no place word says that it is something smaller."""
        return self.level is None and bool(self.options) and self.options[0].kind == "country"

    @property
    def country(self) -> str:
        """The code of the country that it names, be it called a town; "" for another place."""
        named = self.level in {None, "town"} and self.options and self.options[0].kind == "country"
        return self.options[0].country if named else ""

    @property
    def is_placed(self) -> bool:
        """The words around it say that it is a place."""
        return self.located or self.level is not None


@record
class Line:
    """A sentence prepared: its tokens, their folded forms, whose name each is part of."""

    tokens: Sequence[Token]
    forms: Sequence[str]
    """"" for a mark or a number."""
    names: Mapping[int, Name]
    cased: bool
    """A capital letter means a name."""

    def __len__(self) -> int:
        return len(self.tokens)


def line_of(sentence: Sentence, names: Sequence[Name]) -> Line:
    """Prepare a sentence; ``names`` are those of this sentence."""
    tokens = sentence.tokens
    parts = {index: name for name in names for index in range(name.first, name.last)}
    forms = [fold(token.lower) if token.kind == "word" else "" for token in tokens]
    return Line(tokens, forms, parts, capitals_tell(sentence))


def is_located(line: Line, at: int) -> bool:
    """Tell whether a preposition of place or "entered" stands before, also over "the", "north of", or "attack on"."""
    index, words = _before(line, at), place_words()
    if (capital := _capital_before(line, index)) > 0:
        # "In the capital, Antananarivo", "in the Tanzanian capital Dar es Salaam"
        return is_located(line, capital)
    if index > 0 and line.forms[index] in words.of and line.forms[index - 1] in words.parts:
        # "Off the coast of Libya", "en las afueras de Loja": wherever something is, it is there.
        return True
    if index > 0 and line.forms[index] in words.of and line.forms[index - 1] not in words.indefinite:
        # "In the north of Quito" is in Quito, "at one of the U.S. bases" need not be in that country.
        side = _before(line, index)
        index = side if side < index - 1 else index
    if index > 0 and line.forms[index] in words.against:
        return line.forms[index - 1] in words.struck
    if index > 1 and line.forms[index] in words.joining:
        return is_paired(line, index)
    # "Entered Loja" as "in Loja"
    return index >= 0 and (line.forms[index] in words.locative or line.forms[index] in words.entered)


def _capital_before(line: Line, index: int) -> int:
    """Return where the words start that say that what stands behind ``index`` is a capital, -1 for none."""
    at = index - 1 if index > 1 and line.tokens[index].text == "," else index
    peoples = countries.peoples()
    at -= at > 1 and line.forms[at] in peoples
    if at < 1 or line.forms[at] not in place_words().capital:
        return -1
    return at - (line.forms[at - 1] in peoples)


def is_joining(line: Line, at: int) -> bool:
    """Tell whether a word or mark goes on with a list of names: "and", a comma."""
    return line.tokens[at].text == "," or line.forms[at] in place_words().joining


_LONGEST_PAIRED = 3
"""Words of a name after "between"."""


def is_paired(line: Line, conjunction: int) -> bool:
    """Tell whether the "and" is that of "between", with a name in front of it: "between Quito and Arcatao"."""
    at = conjunction - 1
    while at > 0 and conjunction - at <= _LONGEST_PAIRED and (not line.cased or line.tokens[at].is_capital):
        at -= 1
        if line.forms[at] in place_words().pairing:
            return True
    return False


def is_whence(line: Line, at: int, *, country: bool) -> bool:
    """Tell whether it only says of whom or what somebody is: "the envoy to Italy", "monks from Spain", "is from Leon".

    ``country``: it is one, where people and things come from as a rule.
    """
    words, index = place_words(), _before(line, at)
    if index < 0 or line.forms[index] not in words.belonging:
        return False
    if country and line.forms[index] in words.origin:
        return True
    name = line.names.get(index - 1)
    person = name is not None and name.kind == "person"
    return index > 0 and (person or line.forms[index - 1] in name_words().titles | words.being)


def is_abroad(line: Line, at: int, last: int) -> bool:
    """Tell whether it is the country of what stands or strikes abroad ("the U.S. Embassy"), or across a border."""
    words = place_words()
    if last < len(line) and (line.forms[last] in words.abroad or line.forms[last] in words.reaching):
        return True
    before = _before(line, at)
    if before > 0 and line.forms[before] in words.shared:
        # "At the border with Niger", "the border crossing with Niger": what lies beyond.
        return not words.borders.isdisjoint(line.forms[max(before - 2, 0) : before])
    if before >= 0 and line.forms[before] in words.of:
        before = _before(line, before)
    return before >= 0 and line.forms[before] in words.abroad


def _before(line: Line, at: int) -> int:
    """Return the index of the word before a name and its "the" and "northern", -1 for none."""
    index = at - 1
    while index >= 0 and at - index < 4 and line.forms[index] in place_words().passed_over:
        index -= 1
    return index


def is_large(places: Sequence[GazetteerPlace]) -> bool:
    """Tell whether one of the places is known without a word beside it."""
    return any(place.kind in {"country", "capital"} or place.population >= 100_000 for place in places)


def unknown_from(line: Line, start: int, *, told: bool) -> int:
    """Return where an unknown name that starts at ``start`` ends, ``start`` if none does.

    ``told``: a place word says it is one, so it may be named for a person.
    """
    end = start
    while end < len(line) and end - start < LONGEST_UNKNOWN and may_name(line, end, last=False, told=told):
        end += 1
    particles = name_words().particles
    while end > start and line.tokens[end - 1].lower in particles:
        end -= 1
    return end if _is_more_than_particles(line, start, end) else start


def unknown_to(line: Line, stop: int, *, whole: bool) -> int:
    """Return where an unknown name with a place word at ``stop`` starts, ``stop`` if none ends there.

    ``whole``: no other word may stand right before it ("the defense sales department").
    """
    start = stop
    if line.forms[stop] in place_words().institutions:
        start = _institution_start(line, stop)
        if start < stop:
            return start
    while start > 0 and stop - start < LONGEST_UNKNOWN and may_name(line, start - 1, last=start == stop, told=True):
        start -= 1
    # "In Loja, a town in the south": a capital that opens the sentence makes no name of its preposition.
    while start < stop and line.forms[start] in place_words().locative | {"de", "del", "y", "al"}:
        start += 1
    if (line.cased and _is_opening(line, start, stop)) or place_words().communities.issuperset(line.forms[start:stop]):
        return stop
    if whole and start > 0 and line.forms[start - 1] and not _is_boundary(line, start - 1):
        return stop
    return start if _is_more_than_particles(line, start, stop) else stop


def _is_opening(line: Line, start: int, stop: int) -> bool:
    """Tell whether words have their capital only from the sentence they open ("Poor neighbourhoods were hit")."""
    opens = start == 0 or line.tokens[start - 1].kind == "punct"
    return opens and stop - start == 1 and is_word(line.tokens[start].lower, line.tokens[start].language)


def _is_boundary(line: Line, index: int) -> bool:
    """Tell whether a word can stand before a name without being part of its phrase."""
    token = line.tokens[index]
    if token.lower == "'s":
        return True
    return token.lower in function_words(token.language) or line.forms[index] in place_words().compass


def _institution_start(line: Line, stop: int) -> int:
    """Return where the words start that tell an institution apart: "the (Central American) University"."""
    start = stop
    while start > 0 and stop - start < LONGEST_UNKNOWN:
        token = line.tokens[start - 1]
        if token.kind != "word" or token.lower in function_words(token.language):
            break
        if line.cased and not token.is_capital:
            break
        start -= 1
    if all(form in countries.peoples() for form in line.forms[start:stop]):
        # "An Ecuadorian prison" has no name.
        return stop
    if line.cased or start == stop:
        return start
    words = place_words()
    before = line.tokens[start - 1].text.lower() if start else ""
    return start if before in words.determiners or before in words.locative or before in {"[", "("} else stop


def _is_more_than_particles(line: Line, start: int, stop: int) -> bool:
    particles = name_words().particles
    return any(line.tokens[index].lower not in particles for index in range(start, stop))


def may_name(line: Line, index: int, *, last: bool, told: bool) -> bool:
    """Tell whether a word can be part of an unknown place's name: capitalised, or in capitals no ordinary word.

    ``last``: it would be the last word; ``told``: a place word stands beside it.
    """
    token, form = line.tokens[index], line.forms[index]
    if not form:
        return False
    if line.cased and "-" in token.text and token.text.rpartition("-")[2].islower():
        # "In Russian-held Donetsk"
        return False
    if form in name_words().particles and ((line.cased and token.is_capital) or told):
        return not last
    if line.cased and not token.is_capital and not _has_article(token.text):
        return not last and form in name_words().particles
    name = line.names.get(index)
    if name is not None and (name.kind == "organisation" or (name.kind == "person" and (name.title or not told))):
        return False
    if line.cased and told and not last and token.lower in function_words(token.language):
        # "barrio Nueva Prosperina", "vereda Dos Quebradas"
        return True
    word_class = _class_of(token.lower, token.language)
    if word_class == "common" and line.cased and told:
        # In prose a capital beside a place word makes a name of any noun: "vereda El Troncal".
        return True
    return word_class == "name" or (not last and (word_class == "particle" or (told and word_class == "title")))


def _has_article(text: str) -> bool:
    """Tell whether a word is a name behind a small article: "al-Abed", "el-Sheikh"."""
    article, _, name = text.partition("-")
    return article in place_words().joined_articles and name[:1].isupper()


@lru_cache(maxsize=1 << 16)
def _class_of(lower: str, language: str) -> str:
    """Tell a word's part in an unknown place's name: "name", "particle", "title", "common" (noun) or none ("")."""
    words, form = name_words(), fold(lower)
    if (
        not words.not_names.isdisjoint([form, *form.split()])
        # Spanish writes a people small: "vereda El Turco" is called so.
        or (form in countries.peoples() and language != "es")
        or form in place_words().compass
    ):
        return ""
    if form in place_words().never:
        return ""
    if form in words.particles and language != "es":
        return "particle"
    if lower in function_words(language):
        return ""
    if form in words.titles:
        return "title"
    # "El Poblado" is a name in English text, "poblado" a word for a place in Spanish.
    common = is_word(lower, language) if language in {"en", "es"} else False
    if (form in words.organisations or form in place_words().kinds) and (common or language == "es"):
        return ""
    return "name" if not common or form in words.given or form in words.surnames else "common"
