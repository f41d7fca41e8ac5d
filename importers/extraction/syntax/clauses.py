"""What the steps after know of a sentence: its words, its chunks, and a clause for each of its verb groups."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Final

from importers.extraction.syntax.chunks import Chunk
from importers.extraction.syntax.nominals import Nominal, Nominals
from importers.extraction.syntax.schemes import Schemes
from importers.extraction.syntax.word import Word
from store.records.record import record

MOST_LINKS: Final = 6
"""Clauses in a chain of dependence: longer ones are misread, and must not go round in a ring."""


@record
class Clause:
    """A verb group (the chunk ``verb``) with what belongs to it; chunk indexes throughout."""

    verb: int
    subject: Nominal = ()
    objects: tuple[Nominal, ...] = ()
    preps: tuple[tuple[str, Nominal], ...] = ()
    passive: bool = False
    reduced: bool = False
    """A participle that stands for a relative clause ("inmates held in six prisons")."""
    relative: bool = False
    governor: int = -1
    """The verb group of the clause that this one depends on ("said that", "tried to", "after"), -1 for none."""
    link: str = ""
    """The word that ties it to its governor ("that", "after", "and", "to"), "" for none."""
    before: int = 0
    after: int = 0
    """The chunks ``[before, after)`` that belong to the clause."""
    described: Nominal = ()
    """What a relative clause with a subject of its own describes as its object ("the guards whom rebels held")."""

    def phrases(self, prepositions: frozenset[str]) -> Iterator[Nominal]:
        """What stands behind one of the prepositions in it."""
        return (nominal for prep, nominal in self.preps if prep in prepositions)

    def objects_with(self, marks: frozenset[str]) -> tuple[Nominal, ...]:
        """Its objects, and behind them what prepositions mark as such ("detuvo a dos")."""
        return (*self.objects, *self.phrases(marks))

    @property
    def aside(self) -> bool:
        """Does it only describe a noun, with or without a subject of its own?"""
        return self.relative or self.reduced or bool(self.described)


@record
class ClauseStart:
    """What stands before a verb: its subject, the first chunk of its clause, and what ties that to the one above."""

    subject: Nominal
    first: int
    governor: int = -1
    """The verb group of the clause above, -1 for none."""
    link: str = ""
    """The word that ties the clause to that one: "that", "and", "after"."""
    relative: bool = False


def left_so(clause: Clause, at: int, sentence: Nominals) -> Nominal:
    """The list that ends at ``at``, if a verb says in what state all of it was left ("left Ana and Luis wounded").

    So does "with" ("ended with Ana and Luis wounded"). Of "left two guards dead and a cook wounded" each is said by
    itself.
    """
    words, chunks, lexicon = sentence.words, sentence.chunks, sentence.lexicon
    leaves = words[chunks[clause.verb].head].verb in lexicon.words("leaving_verbs")
    left = clause.objects_with(lexicon.words("object_prepositions")) if leaves else ()
    rows = (*left, *clause.phrases(lexicon.words("absolute_prepositions")))
    row = next((nominal for nominal in rows if nominal[-1] == at or _ends(nominal[-1], at, sentence)), ())
    before = (word for index in row[:-1] for word in words[chunks[index].first : chunks[index].last])
    alone = any(word.lemma in lexicon.word_triggers or word.lower in lexicon.word_triggers for word in before)
    return () if alone else row


def _ends(who: int, at: int, sentence: Nominals) -> bool:
    """Does the chunk at ``at`` only end what is told of the people at ``who``?

    "Six passengers on a bus", "two of his sons", "the wife of Luis Paz", "Ana Mora, a clerk,", "six men, including two
    guards,", "Ana Mora, 34,".
    """
    if sentence.kind(at) == "np" and sentence.past_preps(at) == who:
        number = sentence.words[sentence.chunks[who].head].tag == "num"
        return at != who and (number or sentence.sort_of(who) == "person")
    opening = sentence.skip(sentence.past_of(who), 1)
    told = range(opening + 1, at + 1)
    closed = sentence.comma(sentence.skip(max(opening, at) + 1, 1))
    return sentence.comma(opening) and opening <= at and closed and all(sentence.kind(one) != "vg" for one in told)


@record
class Parsed:
    """A sentence after tagging, chunking and clauses."""

    words: tuple[Word, ...]
    chunks: tuple[Chunk, ...]
    clauses: tuple[Clause, ...]
    nominals: Schemes
    by_verb: dict[int, Clause] = field(default_factory=dict)
    starts: Sequence[int] = field(init=False, compare=False, repr=False)
    """The offsets at which the chunks start."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", [self.words[chunk.first].start for chunk in self.chunks])

    def main(self, clause: Clause) -> Word:
        """The clause's full verb."""
        return self.words[self.chunks[clause.verb].head]

    def leaves_out_be(self, clause: Clause) -> bool:
        """Is it told as in headlines and tables, by a participle as the verb ("Trader shot dead by gunmen")?"""
        if not (clause.reduced and clause.subject and all(one.reduced for one in self.clauses)):
            return False
        first = clause.subject[0]
        return first == 0 or self.chunks[first - 1].kind == "punct"

    def chunk_at(self, offset: int) -> int:
        """The chunk in which an offset of the text lies, -1 for none."""
        at = bisect_right(self.starts, offset) - 1
        return at if at >= 0 and offset < self.words[self.chunks[at].last - 1].end else -1

    def governs(self, above: Clause, below: Clause) -> bool:
        """Does the one clause depend on the other, at some remove?"""
        return any(clause.governor == above.verb for clause in self.upward(below))

    def upward(self, clause: Clause | None) -> Iterator[Clause]:
        """The clause and those it depends on, the nearest first."""
        for _ in range(MOST_LINKS):
            if clause is None:
                return
            yield clause
            clause = self.by_verb.get(clause.governor)
