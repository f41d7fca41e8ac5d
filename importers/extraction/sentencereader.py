"""The sentences of one article, each tagged and parsed with the names, places and time phrases found in it."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol, TypeVar

from importers.dating.kinds import names_weekday, only_time_of_day
from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.locating.mentions import PlaceMention
from importers.extraction.mentions.chronicle import entry_days
from importers.extraction.naming.base import capitals_tell
from importers.extraction.naming.names import Name
from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.chunks import chunk
from importers.extraction.syntax.parsing import parse
from importers.extraction.syntax.tagging import known_names, tag
from importers.extraction.syntax.word import Word, forms_of, starts_in
from importers.language.lemmas import lemma_of
from importers.language.quantities import Quantity, find_quantities
from importers.language.tokens import Sentence
from store.records.article import Article
from store.records.record import record
from store.records.span import Span
from store.records.timex import TimeExpression

_LONGEST_HEADLINE: Final = 20
"""Words."""
_FULL_STOPS: Final = frozenset('.!?…:;"”»')


@record
class Tagged:
    """A sentence's words, and what was found in it before they are parsed."""

    words: tuple[Word, ...]
    forms: frozenset[str]
    """All forms of them."""
    quantities: Sequence[Quantity]
    expressions: Sequence[TimeExpression]
    places: Sequence[PlaceMention]
    headline: bool


class SentenceReader:
    """Tags and parses ``sentences``, all those of the article, with what was found in its text."""

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        lexicon: Lexicon,
        names: Sequence[Name],
        places: Sequence[PlaceMention],
        expressions: Sequence[TimeExpression],
    ) -> None:
        self._article, self._body = article, article.body
        self.sentences, self.lexicon = sentences, lexicon
        self.names: Mapping[int, Sequence[Name]] = _by_sentence(_of_no_day(names, expressions))
        """By the number of their sentence, as the places and the time phrases."""
        self._places: Mapping[int, Sequence[PlaceMention]] = _by_sentence(places)
        self.expressions: dict[int, list[TimeExpression]] = {}
        starts = [sentence.span.start for sentence in sentences]
        for expression in expressions:
            at = bisect_right(starts, expression.start) - 1
            if at >= 0 and expression.start < sentences[at].span.end:
                self.expressions.setdefault(at, []).append(expression)
        self._tells_story = _opens_with_fiction(sentences, lexicon)
        self._armed = _speaks_of_arms(sentences, lexicon)
        self.entries = entry_days(sentences, self.expressions, self._places)
        """The day of the entry of a chronicle that a sentence is part of, by its number."""
        self._parsed: dict[int, Context] = {}
        """The sentences parsed so far, by their numbers: several steps of the article ask for the same."""

    def tagged(self, sentence: Sentence) -> Tagged:
        """The words of a sentence with their parts of speech, and what tells numbers, times and places among them."""
        quantities = find_quantities(sentence, self._body, articles=True)
        vague = self.lexicon.words("vague_times")
        told = self.expressions.get(sentence.number, ())
        bodies = (_dated_body(expression, self._body, self.lexicon) for expression in told)
        known = [*known_names(sentence, self.lexicon), *(body for body in bodies if body is not None)]
        expressions = [
            expression
            for expression in told
            if expression.text.lower() not in vague and not any(expression.span.overlaps(name) for name in known)
        ]
        places = tuple(
            place
            for place in self._places.get(sentence.number, ())
            if not any(Span(place.start, place.end).overlaps(name) for name in known)
        )
        headline = _is_headline(sentence, self._article)
        words = tag(
            sentence,
            self.lexicon,
            [expression.span for expression in expressions],
            [quantity.span for quantity in quantities if quantity.rule != "article"],
            [*(name.span for name in self._names_in(sentence) if _is_noun(name, sentence, places)), *known],
            headline=headline,
        )
        return Tagged(words, forms_of(words), quantities, expressions, places, headline)

    def parsed(self, sentence: Sentence, tagged: Tagged | None = None) -> Context:
        """The clauses of a sentence with all that was found in it; ``tagged``: its words, where they are known."""
        if sentence.number not in self._parsed:
            self._parsed[sentence.number] = self._parse(sentence, tagged or self.tagged(sentence))
        return self._parsed[sentence.number]

    def _parse(self, sentence: Sentence, tagged: Tagged) -> Context:
        words = tagged.words
        return Context(
            self._body,
            parse(words, chunk(words, self.lexicon), self.lexicon),
            self.lexicon,
            tagged.forms,
            {quantity.start: quantity for quantity in tagged.quantities},
            sentence.capitals,
            self._names_in(sentence),
            starts_in([place.span for place in tagged.places], [word.start for word in words] if tagged.places else ()),
            tagged.headline,
            tagged.headline or sentence.number in self.entries or any(map(names_weekday, tagged.expressions)),
            {one.span: one.anchor for one in tagged.expressions if one.anchor is not None},
            self._tells_story,
            self._armed,
        )

    def parsed_at(self, number: int) -> Context:
        """The clauses of the sentence of a number."""
        return self.parsed(self.sentences[number])

    def _names_in(self, sentence: Sentence) -> tuple[Name, ...]:
        return tuple(self.names.get(sentence.number, ()))


class _InSentence(Protocol):
    @property
    def sentence(self) -> int: ...


_Mention = TypeVar("_Mention", bound=_InSentence)


def _by_sentence(mentions: Iterable[_Mention]) -> dict[int, list[_Mention]]:
    found: dict[int, list[_Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found


def _dated_body(expression: TimeExpression, text: str, lexicon: Lexicon) -> Span | None:
    """The body whose name the date is part of ("the 12 March Movement", "el Frente 9 de Mayo"), None for none.

    Or the time of day: "the Red Dawn Front", "Golden Dawn", "the Dawn Brigade".
    """
    dated = any(char.isdigit() for char in expression.text)
    if not dated and not (expression.text[:1].isupper() and only_time_of_day(expression)):
        return None
    before = text[: expression.start].rsplit(None, 1)[-1:]
    if not dated and before and before[0][:1].isupper() and before[0].isalpha():
        return Span(expression.start - len(before[0]) - 1, expression.end)
    if lexicon.head_first:
        word = text[: expression.start].rstrip().rsplit(None, 1)[-1:]
        span = Span(expression.start - len(word[0]) - 1, expression.end) if word else expression.span
    else:
        word = text[expression.end : expression.end + _LONGEST_NOUN].split(None, 1)[:1]
        span = Span(expression.start, expression.end + len(word[0]) + 1) if word else expression.span
    body = [noun for noun in word if noun[0].isupper() and noun.lower() in lexicon.words("called_after")]
    return span if body else None


_LONGEST_NOUN = 20


def _of_no_day(names: Sequence[Name], expressions: Sequence[TimeExpression]) -> list[Name]:
    """The names but those of days: nobody is called "Yom Kippur"."""
    starts = [expression.start for expression in expressions]

    def is_day(name: Name) -> bool:
        at = bisect_right(starts, name.start) - 1
        return at >= 0 and name.end <= expressions[at].end

    return [name for name in names if not is_day(name)]


def _opens_with_fiction(sentences: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Is a novel or a film told of among the first sentences, as in a review of it?"""
    fictions = lexicon.words("fictions")
    return any(not fictions.isdisjoint([token.lower for token in one.tokens]) for one in sentences[:_OPENING])


_OPENING: Final = 3


def _speaks_of_arms(sentences: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Is there a word of bombs, arms or attacks anywhere, so that what exploded or burned may be somebody's deed?"""
    arms = lexicon.words("foul_play")
    forms = {token.lower for sentence in sentences for token in sentence.tokens}
    return not arms.isdisjoint(forms) or any(lemma_of(form, lexicon.language) in arms for form in forms)


def _is_headline(sentence: Sentence, article: Article) -> bool:
    """Is it the article's title, or a first line that stands alone as one does, without a full stop?"""
    span = article.title_span
    if span is not None and span.start <= sentence.span.start < span.end:
        return True
    if sentence.number > 0:
        return False
    words = sum(token.kind != "punct" for token in sentence.tokens)
    last = article.text[sentence.span.start : sentence.span.end].rstrip()[-1:]
    return words <= _LONGEST_HEADLINE and last not in _FULL_STOPS


def _is_noun(name: Name, sentence: Sentence, places: Sequence[PlaceMention]) -> bool:
    """Are its words nouns, whatever they are otherwise ("Abu Sayed")? Not if a sentence's first or all are capitals."""
    if name.kind != "other" or (name.first and capitals_tell(sentence)):
        return True
    # A place word makes a place of the name ("barrio Nueva Prosperina").
    return any(place.start <= name.start and name.end <= place.end for place in places)
