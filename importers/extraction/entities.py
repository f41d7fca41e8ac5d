"""Who or what a noun phrase names: its words, its kind, how many, whether it is a name or only points back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from importers.extraction.clauses import Nominal, Parsed, of_complement
from importers.extraction.lexicon import Kind, Lexicon
from importers.extraction.tagging import Word
from importers.language.lemmas import is_word
from importers.language.quantities import Quantity

_UNKNOWN_CLASS = "unknown"


@dataclass(frozen=True, slots=True)
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

    def fits(self, wanted: frozenset[str]) -> bool:
        """Is it of one of the classes, sides or kinds wanted ("named", "unknown" and "*" are wildcards)?"""
        if "*" in wanted:
            return True
        if self.kind is None:
            return ("named" in wanted and self.named) or _UNKNOWN_CLASS in wanted
        if self.kind.cls == "person" and self.named and "named" in wanted:
            return True
        return bool({self.kind.name, self.kind.cls, self.kind.side} & wanted)


@dataclass(frozen=True, slots=True)
class Context:
    """A parsed sentence with what is known of its words."""

    text: str
    parsed: Parsed
    lexicon: Lexicon
    quantities: Mapping[int, Quantity]
    """By the offset they start at."""
    capitals: bool
    names: frozenset[int] = frozenset()
    """Offsets of the words that are part of a person's or an organisation's name."""

    @property
    def words(self) -> Sequence[Word]:
        return self.parsed.words


def entities(nominal: Nominal, context: Context, taken: frozenset[int] = frozenset()) -> tuple[Entity, ...]:
    """The entities of coordinated noun phrases; of an apposition ("X, the leader of Y") the one that is a name.

    ``taken``: indexes of words that belong to the trigger and name nobody.
    """
    found = [entity for index in nominal if (entity := entity_of(index, context, taken)) is not None]
    if len(found) > 1 and not _joined(nominal, context):
        best = next((entity for entity in found if entity.named), found[0])
        kind = best.kind or next((entity.kind for entity in found if entity.kind is not None), None)
        return (_with_kind(best, kind),)
    return tuple(found)


def _with_kind(entity: Entity, kind: Kind | None) -> Entity:
    return Entity(
        entity.start, entity.end, entity.value, entity.head, kind, entity.quantity, entity.named, entity.definite,
        entity.pronoun, entity.vague, entity.chunk, entity.plural,
    )  # fmt: skip


def _joined(nominal: Nominal, context: Context) -> bool:
    chunks = context.parsed.chunks
    return any(chunks[index].kind == "conj" for index in range(nominal[0], nominal[-1]))


def entity_of(index: int, context: Context, taken: frozenset[int] = frozenset()) -> Entity | None:
    """The entity of the noun phrase at chunk ``index``; None if nothing of it is left beside the trigger's words."""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    chunk = chunks[index]
    positions = [at for at in range(chunk.first, chunk.last) if at not in taken and words[at].tag not in {"aside", "punct"}]
    if not positions:
        return None
    if chunk.head in taken and chunk.possessor is None:
        nouns = [at for at in positions if words[at].tag in {"noun", "num"}]
        if not nouns:
            return None
        positions = [at for at in positions if at <= nouns[-1]]
    head_at = chunk.head if chunk.head not in taken else positions[-1]
    last = positions[-1] + 1
    kind = kind_of(positions[0], head_at, context)
    head = words[head_at]
    partitive = head.lemma in lexicon.words("partitives") or head.tag in {"num", "det"}
    inner = of_complement(chunks, words, index, lexicon) if head_at == chunk.head else -1
    named = _named(positions, context)
    if inner >= 0:
        complement = chunks[inner]
        inner_kind = kind_of(complement.first, complement.head, context)
        if partitive or (kind is not None and kind.cls == "person") or (kind is None and not named):
            last = complement.last
            if partitive and inner_kind is not None:
                kind = inner_kind
            named = named or (partitive and _named(range(complement.first, complement.last), context))
    first = positions[0]
    quantity = _quantity(first, last, context)
    value_first = first
    while value_first < last - 1 and words[value_first].tag in {"det", "poss", "num", "adv"} and not (
        words[value_first].tag == "num" and value_first == head_at
    ):
        value_first += 1
    start, end = words[first].start, words[last - 1].end
    value = " ".join(context.text[words[value_first].start : end].split())
    return Entity(
        start,
        end,
        value,
        head.lemma,
        kind,
        quantity,
        named,
        any(words[at].lower in lexicon.words("definite") for at in positions[:2]),
        head.tag == "pron" or (len(positions) == 1 and head.tag in {"det", "poss"}),
        any(words[at].lower in lexicon.words("vague") for at in positions[:2]),
        index,
        head.tag == "noun" and head.lower != head.lemma,
    )


def kind_of(first: int, head: int, context: Context) -> Kind | None:
    """The kind of the noun at ``head`` with the words before it, or of a name among them."""
    words, lexicon = context.words, context.lexicon
    for at in range(first, head + 1):
        for pattern, kind in lexicon.names.get(words[at].lower, ()):
            if at + len(pattern) <= head + 1 and all(
                words[at + step].lower == word for step, word in enumerate(pattern)
            ):
                return kind
    word = words[head]
    for form in dict.fromkeys((word.lower, word.lemma)):
        for pattern, kind in lexicon.nouns.get(form, ()):
            size = len(pattern)
            if size == 1:
                return kind
            at = head - size + 1
            if at >= first and all(
                word in (words[at + step].lower, words[at + step].lemma) for step, word in enumerate(pattern[:-1])
            ):
                return kind
    return None


def _named(positions: Sequence[int], context: Context) -> bool:
    """Is a word of it part of a name: found as one, or unknown to the dictionary and not in small letters?"""
    words = context.words
    for at in positions:
        word = words[at]
        if word.start in context.names:
            return True
        if word.tag != "noun" or len(word.lower) < 3 or not context.text[word.start].isupper():
            continue
        if not is_word(word.lower, context.lexicon.language) and "-" not in word.lower:
            return True
        if not context.capitals and at > 0 and not is_word(word.lower, context.lexicon.language):
            return True
    return False


def _quantity(first: int, last: int, context: Context) -> Quantity | None:
    words = context.words
    for at in range(max(first - 4, 0), last):
        quantity = context.quantities.get(words[at].start)
        if quantity is not None and quantity.end > words[first].start:
            return quantity
    return None
