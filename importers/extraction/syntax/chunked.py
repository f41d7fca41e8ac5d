"""A chunked sentence: what its single chunks are, and what parts its clauses."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import field
from functools import partial

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.syntax.chunks import Chunk
from importers.extraction.syntax.word import Word
from store.records.record import record

SKIP = frozenset({"adv", "time", "aside"})
"""Chunks that stand between others without parting them."""
_COMMAS = frozenset({",", '"', "“", "”", "«", "»", "'"})
"""Marks that set a phrase off from its clause."""
PHRASES = SKIP | {"np", "prep"}
"""Chunks that noun phrases and their prepositions are made of."""

_APPOSED = 2
"""The commas around what says who somebody is."""


@record
class Chunked:
    """A chunked sentence with the questions that the clause step asks of its chunks."""

    words: Sequence[Word]
    chunks: Sequence[Chunk]
    lexicon: Lexicon
    kind: Callable[[int], str] = field(init=False, compare=False, repr=False)
    """The kind of the chunk at an index, "" before the first and after the last."""
    comma: Callable[[int], bool] = field(init=False, compare=False, repr=False)
    """Is the chunk at an index a mark that sets a phrase off?"""
    divides: Callable[[int], bool] = field(init=False, compare=False, repr=False)
    """A comma, or the semicolon that parts the members of a list that have commas of their own."""
    semicolons: frozenset[int] = field(init=False, compare=False, repr=False)
    """The chunks that are one; most sentences have none."""
    skipped: frozenset[int] = field(init=False, compare=False, repr=False)
    """The chunks that part nothing (see ``SKIP``)."""
    opening_end: int = field(init=False, compare=False, repr=False)
    """The comma behind a clause that opens the sentence, -1 for none: the same for all that ask."""

    def __post_init__(self) -> None:
        # Asked for by nearly every step of a scan: looked up by the tables themselves, without a method between.
        put = partial(object.__setattr__, self)
        kinds = defaultdict[int, str](str, enumerate([chunk.kind for chunk in self.chunks]))
        marks = [index for index, kind in kinds.items() if kind == "punct"]
        commas = frozenset([index for index in marks if self.lower(index) in _COMMAS])
        put("skipped", frozenset([index for index, kind in kinds.items() if kind in SKIP]))
        put("semicolons", frozenset([index for index in marks if self.lower(index) == ";"]))
        put("kind", kinds.__getitem__)
        put("comma", commas.__contains__)
        put("divides", (commas | self.semicolons).__contains__)
        put("opening_end", self._end_of_opening())

    def lower(self, index: int) -> str:
        """The first word of the chunk at ``index``, in small letters."""
        return self.words[self.chunks[index].first].lower

    def skip(self, at: int, step: int) -> int:
        """The first chunk from ``at`` on, to the left (``step`` -1) or right (1), that parts something."""
        while at in self.skipped:
            at += step
        return at

    def verb_of(self, at: int) -> str:
        """The full verb of the verb group at ``at``, in its dictionary form."""
        return self.words[self.chunks[at].head].verb

    def words_of(self, verb: int) -> frozenset[tuple[str, ...]]:
        """What may be a part of the verb: "hostage" of "hold", "fuego" of "prender", "la vida" of "quitar"."""
        return frozenset(row[1:] for row, _ in self.lexicon.verb_triggers.get(self.verb_of(verb), ()) if len(row) > 1)

    def is_own(self, nominal: tuple[int, ...], own: frozenset[tuple[str, ...]]) -> bool:
        """Is it of the verb's ``own`` words, and nobody who did it ("le prendieron fuego unos vecinos")?"""
        return bool(own) and all(self.opens_with(at, own) for at in nominal)

    def opens_with(self, at: int, rows: frozenset[tuple[str, ...]]) -> bool:
        """Does the chunk at ``at`` open with the words of one of the ``rows``?"""
        first = self.chunks[at].first
        return any(tuple(word.lower for word in self.words[first : first + len(row)]) == row for row in rows)

    def counts_many(self, verb: int) -> bool:
        """Does the verb group say, in a language where its form tells, that its subject is many?"""
        endings, chunk = tuple(self.lexicon.words("plural_verb_endings")), self.chunks[verb]
        return any(self.words[at].lower.endswith(endings) for at in range(chunk.first, chunk.last))

    def is_of_time(self, prep: int) -> bool:
        """Is it the preposition of a time ("on Monday"), which ties nothing to what stands behind that?"""
        return self.kind(prep) == "prep" and self.kind(prep + 1) == "time"

    def object_past_time(self, at: int) -> bool:
        """Does a noun phrase that is no subject follow the time at ``at`` ("captured on Monday the port of X")?"""
        after = at + 2 if self.is_of_time(at) else at
        if self.kind(after - 1) != "time" or self.kind(after) != "np":
            return False
        clausal = self.lexicon.words("clausal_prepositions")
        while self.kind(after) in {"np", "adv"} or (self.kind(after) == "prep" and self.lower(after) not in clausal):
            after += 1
        return self.kind(after) != "vg" or self.chunks[after].shape in {"gerund", "infinitive"}

    def tells_state(self, at: int) -> bool:
        """Is it the bare word for what one was made: "a nurse, held [hostage] for weeks, said", "found [dead] in Loja"?

        That is no object of the verb, which may have another ("the gang held hostage a nurse").
        """
        if self.kind(at) != "np" or self.kind(self.skip(at - 1, -1)) != "vg":
            return False
        chunk = self.chunks[at]
        return chunk.last - chunk.first == 1 and self.words[chunk.first].lemma in self.lexicon.words("predicatives")

    def tells_trait(self, at: int) -> bool:
        """Is it the bare word of an unknown sort by which a "be" says what one is ("was [unable] to save two men")?

        Who would do what an infinitive tells is then the subject of that "be".
        """
        verb, word = self.skip(at - 1, -1), self.words[self.chunks[at].head]
        bare = self.chunks[at].last - self.chunks[at].first == 1 and word.tag == "noun"
        said = self.kind(verb) == "vg" and self.words[self.chunks[verb].head].tag == "be"
        return bare and said and not (self.sort_of(at) or word.lower != word.lemma)

    def before_time(self, at: int) -> int:
        """The chunk before the one at ``at`` and a time in front of that ("said on Monday a judge ...")."""
        left = self.skip(at - 1, -1)
        return self.skip(left - 1, -1) if self.is_of_time(left) else left

    def commas_before(self, at: int) -> list[int]:
        """The commas before the chunk at ``at``, the nearest first."""
        return [other for other in range(at - 1, -1, -1) if self.comma(other)]

    def ends_opening(self, comma: int) -> bool:
        """Is it the comma behind a clause that opens the sentence ("As talks stalled, ...")?"""
        return comma >= 0 and comma == self.opening_end

    def _end_of_opening(self) -> int:
        """The comma behind a clause that opens the sentence, -1 for none."""
        opening = self.skip(0, 1)
        kind = self.kind(opening)
        clausal = kind == "prep" and self.lower(opening) in self.lexicon.words("clausal_prepositions")
        if kind == "prep" and self.kind(opening + 1) == "vg" and self.chunks[opening + 1].shape == "infinitive":
            return self._end_of_infinitive(opening + 1)
        if not (clausal or kind == "sub"):
            return -1
        comma = next((at for at in range(opening, len(self.chunks)) if self.divides(at)), -1)
        verbs = sum(self.kind(at) == "vg" for at in range(opening, comma))
        return comma if verbs == 1 and self.comma(comma) else -1

    def _end_of_infinitive(self, verb: int) -> int:
        """The last comma before the subject of the next verb, or before what says who that is.

        "Tras matar a Ana Mora, alcaldesa de Loja, dos hombres huyeron", "..., el ELN, una guerrilla, huyó"
        """
        main = next((at for at in range(verb + 1, len(self.chunks)) if self.kind(at) == "vg"), -1)
        commas = [at for at in range(verb, main) if self.comma(at) and self.kind(self.skip(at + 1, 1)) in {"np", "vg"}]
        apposed = commas and len(commas) > _APPOSED and self.skip(main - 1, -1) == commas[-1]
        return commas[-_APPOSED - 1] if apposed else commas[-1] if commas else -1

    def names_source(self, prep: int) -> bool:
        """Does it tell who says so ("According to the ministry, shooting began at nine")?"""
        return self.kind(prep) == "prep" and self.lower(prep) in self.lexicon.attribution.get("prepositions", ())

    def is_of_that_time(self, prep: str, at: int) -> bool:
        """Is the preposition that of the time that ends at ``at`` ("held [for two hours] a mayor", "on Monday")?

        "For Monday's attack" it is not, nor in "at Friday prayers".
        """
        if prep not in self.lexicon.words("timeless"):
            return True
        return self.lower(at) in self.lexicon.words("lasting_units")

    def said_barely(self, first: int) -> bool:
        """Does what begins at ``first`` stand right behind a verb that says it, without "that"?"""
        says = self.skip(first - 1, -1)
        bare = self.kind(says) == "vg" and self.verb_of(says) in self.lexicon.words("bare_saying")
        return bare and not self.chunks[says].passive

    def is_age(self, at: int) -> bool:
        """Is the noun phrase somebody's age ("age 27", "de 47 años")?"""
        own = self.words[self.chunks[at].first : self.chunks[at].last]
        return any(word.lower in self.lexicon.words("age_words") for word in own)

    def both_told(self, at: int, comma: int) -> bool:
        """Is it "30 nurses, 4 doctors" or "Government, rebels sign deal", as headlines join what they count or name?"""
        pair = (self.skip(comma - 1, -1), at)
        if not all(self.kind(i) == "np" for i in pair):
            return False
        return all(self.words[self.chunks[i].first].tag == "num" for i in pair) or self.act_together(*pair)

    def act_together(self, one: int, other: int) -> bool:
        """Do two bare nouns that open a clause share its verb ("Army, rebels clash"), which has the form of several?"""
        verb, before = other + 1, self.skip(one - 1, -1)
        if self.kind(verb) != "vg" or self.chunks[verb].shape != "finite":
            return False
        if before >= 0 and self.lower(before) not in self.lexicon.words("clausal_prepositions"):
            return False
        bare = all(self.words[self.chunks[at].first].tag == "noun" for at in (one, other))
        told, second = self.words[self.chunks[verb].head], self.words[self.chunks[other].head]
        # "Israel, Hamas agree truce": what is no plural does so with another.
        several = self.sort_of(one) == "person" or second.lower == second.lemma
        if not self.lexicon.doubling:
            # "Gobierno, guerrilla firman acuerdo"
            return bare and second.lower == second.lemma and self.counts_many(verb)
        return bare and several and told.form == "pres" and told.lower == told.verb

    def pursues(self, verb: int) -> bool:
        """Is it a verb of what is done to somebody for a deed ("jailed for murder", but not "held for days")?

        Or does it say what one is by it, and of nobody behind it ("held hostage")?
        """
        after = self.skip(verb + 1, 1)
        behind = self.skip(after + 1, 1)
        pursued = self.verb_of(verb) in self.lexicon.either("pursue_verbs", "inquiry_verbs")
        if self.tells_state(after):
            return self.kind(behind) != "np"
        return pursued and self.kind(behind) in {"np", "vg"}

    def sort_of(self, at: int) -> str:
        """The class of the noun phrase's head, places as things; "" where the lexicon does not know it."""
        sort = self.sort_of_noun(self.chunks[at].head)
        return "thing" if sort == "place" else sort

    def sort_of_noun(self, at: int) -> str:
        """The class of the noun at ``at`` of the words, "" where the lexicon does not know it."""
        word = self.words[at]
        rows = (*self.lexicon.nouns.get(word.lower, ()), *self.lexicon.nouns.get(word.lemma, ()))
        return next((kind.cls for pattern, kind in rows if len(pattern) == 1), "")
