"""Who or what a noun phrase names, the sentence it stands in, and of what kind a noun or a known name is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from importers.extraction.lexicon.lexicon import Kind, Lexicon
from importers.extraction.naming.names import Name
from importers.extraction.syntax.chunks import Chunk
from importers.extraction.syntax.clauses import Parsed
from importers.extraction.syntax.nominals import Nominal
from importers.extraction.syntax.word import Word
from importers.language.quantities import Quantity
from store.records.record import record
from store.records.span import Span

_UNKNOWN_CLASS = "unknown"
SIDES: Final = frozenset({"armed", "state"})
"""The sides of a fight."""
CROWD: Final = "crowd"
"""The side of those who demonstrate or riot."""
DOERS: Final = SIDES | {CROWD}
"""Sides that are told of for what they do."""
THINGS: Final = frozenset({"place", "thing"})
"""Classes of what may be hit: buildings, vehicles and other things."""


@record
class Entity:
    """A noun phrase as the filler of a role. ``start``/``end`` are offsets into the article's text."""

    start: int
    end: int
    value: str
    """The words that name it, without determiners; white space made single."""
    head: str
    kind: Kind | None
    quantity: Quantity | None
    named: bool
    definite: bool
    pronoun: bool
    vague: bool
    chunk: int
    plural: bool = False
    proper: bool = False
    """Called by a name, not by a noun that a name stands beside ("rebels of the X Front")."""

    @property
    def cls(self) -> str:
        """The class of its kind: a person, place, thing or weapon; "" where the noun is of no known kind."""
        return self.kind.cls if self.kind is not None else ""

    @property
    def kind_name(self) -> str:
        """What its kind is called in the lexicon, "" for none."""
        return self.kind.name if self.kind is not None else ""

    @property
    def side(self) -> str:
        """The side its kind is on: armed, state or crowd; "" for none and where the noun is of no known kind."""
        return self.kind.side if self.kind is not None else ""

    @property
    def count(self) -> int | None:
        """How many they are told to be, None where no number says so or leaves it open."""
        return self.quantity.best if self.quantity is not None else None

    @property
    def is_thing(self) -> bool:
        return self.cls in THINGS

    @property
    def is_number(self) -> bool:
        """Is no more told of them than how many they are ("thousands marched")?"""
        quantity = self.quantity
        return self.kind is None and quantity is not None and quantity.start <= self.start and self.end <= quantity.end

    @property
    def is_place_name(self) -> bool:
        """Is it a place by its name alone ("Aleppo"), not by a noun ("the bridge", "the town of Aleppo")?"""
        return self.cls == "place" and not self.kind_name

    @property
    def is_somebody(self) -> bool:
        """Is it told of for itself, and people or called by a name?"""
        return not self.pronoun and (self.named or self.cls == "person")

    def fits(self, wanted: frozenset[str]) -> bool:
        """Is it of one of the classes, sides or kinds wanted?

        "named", "number", "place_name", "unknown" and "*" are wildcards; "civilians+" are several civilians.
        """
        if "*" in wanted or ("number" in wanted and self.is_number):
            return True
        if self.kind is None:
            return ("named" in wanted and self.proper) or _UNKNOWN_CLASS in wanted
        if self.kind.cls == "person" and self.named and "named" in wanted:
            return True
        if self.is_place_name and "place_name" in wanted:
            return True
        called = {self.kind.name, self.kind.cls, self.kind.side}
        counted = self.quantity is not None and (self.quantity.best or self.quantity.low or 0) > 1
        if self.plural or counted:
            called |= {f"{name}+" for name in called}
        return bool(called & wanted)


@record
class Context:
    """A parsed sentence with what is known of its words."""

    text: str
    parsed: Parsed
    lexicon: Lexicon
    forms: frozenset[str]
    """All forms of its words, to ask at once whether it holds one of many."""
    quantities: Mapping[int, Quantity]
    """By the offset they start at."""
    capitals: bool
    names: tuple[Name, ...] = ()
    """The names in it."""
    places: frozenset[int] = frozenset()
    """Offsets of the words that are part of a place's name."""
    headline: bool = False
    """It is the article's title."""
    today: bool = False
    """Its simple present tells news: in a title, an entry of a chronicle, beside a weekday ("on Friday they march")."""
    anchors: Mapping[Span, Span] = field(default_factory=dict)
    """What times are counted from in it ("three weeks after [the assassination of X]"), by the phrases that count."""
    story: bool = False
    """The article opens with a novel or a film: its simple present tells a plot."""
    armed: bool = False
    """The article speaks of arms, of those who bear them or of attacks."""
    read: dict[tuple[int, frozenset[int]], "Entity | None"] = field(default_factory=dict, compare=False, repr=False)
    """The entities made so far, by chunk and the words taken: each noun phrase is asked for by several roles."""
    named: dict[tuple[Nominal, frozenset[int]], tuple["Entity", ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Whom lists and appositions were found to name, by their noun phrases and the words taken."""
    words: Sequence[Word] = field(init=False, compare=False, repr=False)
    """Those of ``parsed``, asked for by nearly every question."""
    known: tuple[tuple[int, int, Kind], ...] = field(init=False, compare=False, repr=False)
    """The names among the words that the lexicon knows: the first word, the one after the last, and whose it is."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", self.parsed.words)
        object.__setattr__(self, "known", tuple(_known_names(self.parsed.words, self.lexicon)))


def is_another(entity: Entity, context: Context) -> bool:
    """Is it somebody told apart from those known ("the officer's son", "the other general", "the driver")?"""
    lexicon, chunk = context.lexicon, context.parsed.chunks[entity.chunk]
    before = {word.lower for word in context.words[chunk.first : chunk.head]}
    # "The officer's son" is another, but not the officer of "the officer's murder".
    owned = chunk.possessor is not None and entity.end > context.words[chunk.possessor[1]].start
    apart = owned or not before.isdisjoint(lexicon.words("distinct"))
    return apart or entity.head in lexicon.words("companions")


def holds_name(entity: Entity, context: Context) -> bool:
    """Does it name somebody or some body, by itself or as "rebels of the X Front"?"""
    return entity.named or any(
        name.kind != "place" and entity.start <= name.start and name.end <= entity.end for name in context.names
    )


def article_in_preposition(first: int, context: Context) -> bool:
    """Has the preposition before the word taken in its article ("del alcalde")?"""
    before = context.words[first - 1] if first else None
    if before is None or before.tag != "prep":
        return False
    return context.text[before.start : before.end].lower() in context.lexicon.contractions


def is_ranked(chunk: Chunk, context: Context) -> bool:
    """Is the noun phrase one of a row ("the seventh mayor", "the third attack", "the 61st driver")?"""
    ordinals, suffixes = context.lexicon.words("ordinals"), context.lexicon.words("ordinal_suffixes")
    before = (word.lower for word in context.words[chunk.first : chunk.head])
    return any(word in ordinals or word.lstrip("0123456789") in suffixes for word in before)


def kind_of(first: int, head: int, context: Context) -> Kind | None:
    """The kind of the noun at ``head`` with the words before it, or of a name among them."""
    words, lexicon = context.words, context.lexicon
    if context.known:
        known = known_name(first, len(words) if lexicon.head_first else head + 1, context)
        if known is not None and known[0] <= head:
            return known[2]
    if lexicon.head_first:
        return _kind_from(head, context)
    if head > first and words[head].lemma in lexicon.words("partitives"):
        # "commando group", "police unit": the noun before it says of whom.
        of_whom = kind_of(first, head - 1, context) if words[head - 1].tag == "noun" else None
        if of_whom is not None and of_whom.cls == "person":
            return of_whom
    if head > first and words[head].lemma in lexicon.words("heads") and words[head - 1].tag == "noun":
        # "A guerrilla leader" is a guerrilla.
        led = kind_of(first, head - 1, context)
        if led is not None and led.side == "armed":
            return led
    word = words[head]
    for form in (word.lower, word.lemma) if word.lower != word.lemma else (word.lower,):
        for pattern, kind in lexicon.nouns.get(form, ()):
            size = len(pattern)
            if size == 1:
                return kind
            at = head - size + 1
            if at >= first and all(
                part in (before.lower, before.lemma) for part, before in zip(pattern, words[at:head], strict=False)
            ):
                return kind
    return None


def known_name(first: int, last: int, context: Context) -> tuple[int, int, Kind] | None:
    """The first of ``words[first:last]`` that are a name the lexicon knows, the word after them, and their kind."""
    for name in context.known:
        if first <= name[0] and name[1] <= last:
            return name
    return None


def _known_names(words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[int, int, Kind]]:
    """All names among the words that the lexicon knows, the longest first of those that start at one word."""
    names = lexicon.names
    for at in [at for at, word in enumerate(words) if word.lower in names]:
        for pattern, kind in names[words[at].lower]:
            end = at + len(pattern)
            if end <= len(words) and all(words[at + step].lower == part for step, part in enumerate(pattern)):
                yield at, end, kind


def _kind_from(head: int, context: Context) -> Kind | None:
    """The kind of the noun at ``head`` with the words after it; else of the next noun of its phrase.

    A deed is no doer, whatever it is called by ("un ataque terrorista").
    """
    words, lexicon = context.words, context.lexicon
    at = head
    while at < len(words) and (words[at].tag == "noun" or at == head):
        for form in dict.fromkeys((words[at].lower, words[at].lemma)):
            for pattern, kind in lexicon.nouns.get(form, ()):
                if at + len(pattern) <= len(words) and all(
                    part in (words[at + step].lower, words[at + step].lemma) for step, part in enumerate(pattern)
                ):
                    return kind
        if lexicon.names_deed(words[head].lemma):
            return None
        at += 1
    return None
