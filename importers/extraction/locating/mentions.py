"""One mention of a place: its words, what kind of place it is, and whether they say that something happened there."""

from typing import Final, Literal

from importers.extraction.lexicon.namewords import name_words
from importers.extraction.lexicon.placewords import LEVELS, Level, place_words
from importers.extraction.locating.line import Candidate
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import GazetteerPlace
from importers.language.tokens import Sentence
from store.records.place import Place
from store.records.record import record
from store.records.span import Span

MentionKind = Literal["country", "people", "admin1", "admin2", "region", "town", "quarter", "site", "capital"]


_SMALL_TOWN: Final = 100_000
"""People below which a town is not known without a word that says it is one."""


@record
class PlaceMention:
    """A place as it is mentioned: ``text[start:end]`` are its words, its place word ("province") among them."""

    start: int
    end: int
    text: str
    """White space made single."""
    place: Place
    """What it says by itself and by the larger place named right after it ("X, Y province")."""
    kind: MentionKind
    specificity: int
    """0 country, 1 first division, 2 second, 3 town, 4 neighbourhood, 5 site (farm, hill, prison)."""
    sentence: int
    """The number of its sentence."""
    paragraph: int
    weak: bool
    """Not where something happens by itself: a people ("Ecuadorian"), part of an organisation's name, a country that no
    preposition puts anything in ("the U.S. embassy", "Peru asked"), where something was said ("said in Loja")."""
    located: bool
    """A preposition of the place where something is stands before it ("in Loja", not "from Loja")."""
    beside: bool
    """Only said how far from it, or on which side of it, something lies: "80 km north of Kaya"."""
    known: bool
    """In the gazetteer; otherwise told by a place word, without coordinates."""
    near: bool = False
    """Only said to be near: "outside Kaya"."""
    opens: bool = False
    """Its sentence begins with it ("Loja, in the south, was without power"): what follows is told of it."""
    fronted: bool = False
    """Its sentence begins with the preposition before it ("In Loja, ...")."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def mention_of(
    sentence: Sentence, text: str, candidate: Candidate, chosen: GazetteerPlace | None, place: Place
) -> PlaceMention:
    """The mention that a candidate of a sentence is, once its place is chosen."""
    start, end = sentence.tokens[candidate.begin].start, sentence.tokens[candidate.end - 1].end
    kind: MentionKind
    if candidate.people:
        kind = "people"
    elif candidate.level == "site" or candidate.level == "institution":
        kind = "site"
    elif candidate.level == "quarter" or candidate.level == "region":
        kind = candidate.level
    elif candidate.level == "district":
        kind = "quarter" if chosen is None else "town"
    elif chosen is None:
        kind = candidate.level or "town"
    else:
        kind = "town" if chosen.kind in {"city", "capital"} else _level(chosen)
    specificity = LEVELS["country" if kind in {"people", "country"} else _as_level(kind)]
    weak = (
        bool(candidate.people) or candidate.within or candidate.whence or (kind == "country" and not candidate.located)
    )
    weak = weak or _is_of_speech(sentence, candidate) or is_far(sentence, candidate.begin)
    weak = weak or _is_headed_for(sentence, candidate)
    if chosen is None and candidate.level == "institution":
        weak = weak or not (candidate.located or place.location)
    if kind == "site":
        weak = weak or (not candidate.located and _is_title_of(sentence, candidate))
    if kind == "town" and chosen is not None and not sentence.capitals:
        # "Machala and Noboa", but "Noboa dismissed the minister": a small town's name is a surname, too.
        named = not candidate.level and not candidate.located
        weak = weak or (chosen.population < _SMALL_TOWN and named and _acts(sentence, candidate))
    words = words_between(text, start, end)
    located = candidate.located and not (_is_origin(sentence, candidate) or _is_of_spokesman(sentence, candidate))
    located = located or chosen is None
    number, paragraph, known = sentence.number, sentence.paragraph, chosen is not None
    beside = chosen is not None and is_beside(sentence, candidate.begin)
    return PlaceMention(
        start, end, words, place, kind, specificity, number, paragraph, weak, located, beside, known,
        near=is_near(sentence, candidate.begin), opens=candidate.begin == 0,
        fronted=located and candidate.begin == 1,
    )  # fmt: skip


def is_near(sentence: Sentence, begin: int) -> bool:
    """Tell whether what begins there is only said to be near: "near Kaya", "cerca de Loja"."""
    words = place_words()
    before = [fold(token.lower) for token in sentence.tokens[max(begin - 2, 0) : begin]]
    if len(before) == 2 and before[1] in words.of:
        before.pop()
    return bool(before) and before[-1] in words.nearby


def is_beside(sentence: Sentence, begin: int) -> bool:
    """Tell whether what begins there only says how far or on which side: "80 km north of Kaya", "X, west of Gao".

    Also on the other side of what lies between: "across the river from Gao".
    """
    words, at = place_words(), _out_of_brackets(sentence, begin - 1)
    passed = []
    while at > 0 and (form := fold(sentence.tokens[at].lower)) in words.between_measure:
        passed.append(form)
        at = _out_of_brackets(sentence, at - 1)
    if at <= 0 or not passed:
        return False
    sided = passed[0] in words.of and not words.directions.isdisjoint(passed)
    opposite = not words.origin.isdisjoint(passed) and any(
        fold(token.lower) in words.opposite for token in sentence.tokens[max(at - _ACROSS, 0) : at]
    )
    return opposite or fold(sentence.tokens[at].lower) in words.measures or (sided and sentence.tokens[at].text == ",")


def _out_of_brackets(sentence: Sentence, at: int) -> int:
    """Return the token before brackets that end at ``at`` with a length in them: "20 km (12 miles) north of"."""
    tokens, words = sentence.tokens, place_words()
    opening = at - _BRACKETED
    inside = at > _BRACKETED and tokens[at].text == ")" and tokens[opening].text == "("
    return opening - 1 if inside and fold(tokens[at - 1].lower) in words.measures else at


_BRACKETED = 3
"""Words from the one bracket to the other in "(12 miles)"."""


def is_far(sentence: Sentence, begin: int) -> bool:
    """Tell whether it only says how far away something is that is not near: "99 km south of the capital"."""
    words, tokens = place_words(), sentence.tokens
    at = _out_of_brackets(sentence, begin - 1)
    while at > 1 and fold(tokens[at].lower) in words.between_measure:
        at = _out_of_brackets(sentence, at - 1)
    digits = tokens[at - 1].text.replace(",", "") if at > 0 else ""
    return fold(tokens[at].lower) in words.long_measures and digits.isdigit() and int(digits) > _NEAR


_NEAR = 50
"""Kilometres or miles within which a town tells where what lies beside it is."""
_ACROSS = 2
"""Words between "across" and the river, border or road."""


def _is_title_of(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether a person's title follows, whose institution it is: "the Loja prison director"."""
    tokens = sentence.tokens
    return candidate.end < len(tokens) and fold(tokens[candidate.end].lower) in name_words().titles


def _is_of_speech(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether it is where something was said ("said in Abuja", "told a news conference in Abuja")."""
    words, tokens = place_words(), sentence.tokens
    at = candidate.begin - 2
    if not candidate.located or at < 0:
        return False
    if fold(tokens[at].lower) in words.hearers:
        at -= 1
        while at > 0 and fold(tokens[at].lower) in words.to_hearers:
            at -= 1
    return fold(tokens[at].lower) in words.saying


def _is_of_spokesman(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether it is where one is who speaks of what may have been elsewhere ("a spokesman in Abuja")."""
    at = candidate.begin - 2
    return at >= 0 and fold(sentence.tokens[at].lower) in place_words().spokesmen


def _is_origin(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether it is said to be where something or somebody comes from."""
    before = sentence.tokens[candidate.begin - 1] if candidate.begin else None
    return before is not None and fold(before.lower) in place_words().origin


def _is_headed_for(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether it is only where somebody sets out for ("fled toward Loja", "rumbo a Loja")."""
    before = [fold(token.lower) for token in sentence.tokens[max(candidate.begin - 2, 0) : candidate.begin]]
    words = place_words()
    tied = len(before) > 1 and (before[1] == "a" or before[1] in words.of or before[1] in words.goal)
    return not words.heading.isdisjoint(before if tied else before[1:])


def _acts(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether a small word follows, of which the name may be the subject: not "in" ("hit Tosagua in Manabí")."""
    tokens = sentence.tokens
    following = tokens[candidate.end] if candidate.end < len(tokens) else None
    if following is None or following.kind != "word" or following.is_capital or _is_of_office(sentence, candidate):
        return False
    return fold(following.lower) not in place_words().locative


def _is_of_office(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether it is where somebody holds an office: "the mayor of Tosagua was absent"."""
    before = [fold(token.lower) for token in sentence.tokens[max(candidate.begin - 2, 0) : candidate.begin]]
    return len(before) == 2 and before[1] in place_words().of and before[0] in name_words().titles


def _level(chosen: GazetteerPlace) -> Literal["country", "admin1", "admin2", "town"]:
    return "town" if chosen.kind in {"city", "capital"} else chosen.kind  # type: ignore[return-value]


def _as_level(kind: MentionKind) -> Level:
    return "town" if kind in {"capital", "people"} else kind  # type: ignore[return-value]


def words_between(text: str, start: int, end: int) -> str:
    """A stretch of text with white space made single."""
    return " ".join(text[start:end].split())
