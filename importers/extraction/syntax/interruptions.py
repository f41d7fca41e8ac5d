"""What stands between a subject and its verb: asides, who somebody is, what is told of them."""

from collections.abc import Sequence

from importers.extraction.lexicon.placewords import place_words
from importers.extraction.syntax.relatives import Relatives
from importers.gazetteer.fold import fold
from store.records.record import record

_WITH_AGE = 3
"""More commas than stand before the last of "Ana Mora, 48, a lawyer who ..., "."""
_DIVISIONS = frozenset({"town", "admin1", "admin2", "region", "district", "quarter"})
"""Kinds of places that no list joins to what was hit in them."""
_PARTS = frozenset({"vg", "conj", "comp", "sub", "but"})
"""Chunks that no plain noun phrase holds."""


@record
class Interruptions(Relatives):
    """A chunked sentence with the question of where the search for a subject goes on behind what interrupts it."""

    def behind_aside(self, at: int, verb: int) -> int:
        """Where the search for the subject of ``verb`` starts: before an aside that ends at the comma ``at``, if any.

        "Six farmers, including a woman carrying a child, were killed", "Six farmers, one of them a deputy's son, ...",
        "Six farmers, including Ana Mora, head of a union, ...", "Six farmers, police said, ...", "Al edil, padre de
        dos, lo mataron"
        """
        if (fronted := self.fronted(verb)) >= 0:
            return self.skip(fronted - 1, -1) - 1
        if not self.comma(at) or self.chunks[verb].shape not in {"finite", "open"}:
            return at
        commas = self.commas_before(at)
        if self.tells_who(commas, at):
            return commas[-1]
        for opening in commas:
            first = self.skip(opening + 1, 1)
            if opening > 0 and self.says_who(first, at):
                return opening
            among = self.kind(first) == "prep" and self.lower(first) in self.lexicon.either("among", "including")
            of = self.skip(first + 1, 1)
            part = self.kind(first) == "np" and self.lower(of + 1) in self.lexicon.words("those_told")
            if among or (part and opening == commas[0]):
                return opening
            own = self.words[self.chunks[first].first].tag == "poss"
            if (own and self.kind(self.skip(first + 1, 1)) == "vg") or self.qualifies(first, opening):
                # "The men, their faces covered, fired"
                return opening
            if any(chunk.kind == "vg" for chunk in self.chunks[opening:at]):
                break
        return at

    def qualifies(self, first: int, opening: int) -> bool:
        """Is it an adjective with what it is tied to, behind a noun ("two guards, [unable to flee], were killed")?

        One word that the lexicon does not know; a bare noun there would say who they are, which is as little a subject.
        """
        if self.kind(first) != "np" or self.chunks[first].last - self.chunks[first].first > 1:
            return False
        word, tied = self.words[self.chunks[first].head], self.skip(first + 1, 1)
        plain = word.tag == "noun" and not self.sort_of(first)
        to = self.kind(tied) == "prep" or (self.kind(tied) == "vg" and self.chunks[tied].shape == "infinitive")
        whose = self.past_preps(self.skip(opening - 1, -1))
        return plain and to and self.kind(whose) == "np" and self.kind(self.skip(whose - 1, -1)) != "prep"

    def tells_town(self, at: int) -> bool:
        """Does it say between commas what or where a town is ("Two nurses in Loja, a town on the coast, ...")?"""
        town = self.apposed_to(at)
        where = self.skip(town - 1, -1)
        placed = self.kind(where) == "prep" and self.lower(where) in self.lexicon.words("locatives")
        known, noun = place_words(), fold(self.words[self.chunks[at].head].lower)
        if noun in known.measures:
            return True
        return placed and self.is_bare(town) and (noun in known.capital or known.kinds.get(noun) in _DIVISIONS)

    def tells_who(self, commas: Sequence[int], end: int) -> bool:
        """Do the chunks up to the comma at ``end`` but say who a name is, with one that opens the sentence?

        "Ana Mora, 48, a lawyer who fought gangs that rob shops, was shot": an age, a phrase and its relative clauses.
        """
        if not 0 < len(commas) < _WITH_AGE or self.skip(commas[-1] - 1, -1) != 0 or self.kind(0) != "np":
            return False
        kinds = [self.kind(other) for other in range(commas[0], end)]
        relative = kinds.index("rel") if "rel" in kinds else len(kinds)
        aged = len(commas) == 1 or {self.kind(other) for other in range(commas[1] + 1, commas[0])} <= {"aside", "np"}
        named = self.words[self.chunks[0].first].tag == "noun" and self.sort_of(0) == ""
        return aged and named and "vg" in kinds[relative:] and not _PARTS.intersection(kinds[:relative])
