"""Who says it, set off from what is said: "two men, police said, were shot", "murieron dos, informó el ministro"."""

from importers.extraction.syntax.antecedents import Antecedents
from importers.extraction.syntax.chunked import PHRASES, SKIP
from store.records.record import record


@record
class Sayings(Antecedents):
    """A chunked sentence with the questions of which of its verbs only tell who says it."""

    def says_amid(self, verb: int, left: int) -> bool:
        """Do commas set off that verb and its subject, which ends at ``left`` ("two men, police said, were shot")?"""
        first = self.coordination(self.past_preps(left), 0)[1] if self.verb_of(verb) in self.lexicon.saying else -1
        if not self.comma(self.skip(first - 1, -1)):
            return False
        end = next((at for at in range(verb, len(self.chunks)) if self.comma(at)), -1)
        return end > 0 and self.says_who(first, end)

    def says_who(self, first: int, end: int) -> bool:
        """Do the chunks from ``first`` to the comma at ``end`` only tell who says it ("the mayor of Loja said")?

        Also "as the mayor said" and, where a subject may follow, "según informó el alcalde, Luis Paz".
        """
        verbs = [at for at in range(first, end) if self.kind(at) == "vg"]
        if len(verbs) != 1 or self.verb_of(verbs[0]) not in self.lexicon.saying:
            return False
        speaks = self.skip(first + 1, 1) if self.kind(first) == "prep" else first
        turned = self.lexicon.inversion and speaks == verbs[0]
        rest = {self.kind(at) for at in range(first, end) if not (turned and self.comma(at))}
        if rest - {"np", "prep", "vg", *SKIP}:
            return False
        behind = self.kind(self.skip(verbs[0] + 1, 1))
        return behind in {"np", "time"} if turned else self.kind(speaks) == "np" and behind in {"punct", "prep"}

    def said_by(self, verb: int) -> int:
        """The preposition of "según denunció", where the chunk at ``verb`` is such a verb of saying; -1 for none."""
        if self.kind(verb) != "vg" or not self.lexicon.inversion:
            return -1
        prep, chunk = self.skip(verb - 1, -1), self.chunks[verb]
        says = chunk.shape == "finite" and self.words[chunk.head].verb in self.lexicon.saying
        return prep if says and self.kind(prep) == "prep" else -1

    def says(self, at: int) -> bool:
        """Does a verb of saying follow the noun phrase at ``at`` and what prepositions tie to it?"""
        while self.kind(at) in PHRASES:
            at += 1
        return self.kind(at) == "vg" and self.verb_of(at) in self.lexicon.attribution.get("verbs", ())
