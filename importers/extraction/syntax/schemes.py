"""Whose an attempt or a plan is: of "soldiers foiled an attempt by rebels to kidnap X" the rebels were to kidnap X."""

from importers.extraction.syntax.nominals import Nominal
from importers.extraction.syntax.sayings import Sayings
from store.records.record import record

_SCHEME_AND_WHOSE = frozenset({"np", "prep", "conj", "punct"})


@record
class Schemes(Sayings):
    """A chunked sentence with the questions of what its infinitives are the content of, and whose that is."""

    def scheme_of(self, verb: int) -> int:
        """The attempt, plan or threat that the infinitive at ``verb`` is the content of, -1 for none.

        "An attempt to kill him", "an attempt by rebels to kill him", "un plan de la banda para matarlo".
        """
        if self.chunks[verb].shape != "infinitive":
            return -1
        end = verb - 1 if self.kind(verb - 1) == "prep" else verb
        at = end - 1
        while self.kind(at) in _SCHEME_AND_WHOSE:
            if self.kind(at) == "np" and self.words[self.chunks[at].head].lemma in self.lexicon.schemes:
                behind = self.list_from(at + 2)[1] if self.schemers(at) else at + 1
                return at if behind == end else -1
            at -= 1
        return -1

    def schemers(self, scheme: int) -> Nominal:
        """Whose the attempt or plan is by the phrase behind it ("an attempt by rebels"), () for nobody's."""
        tie, who = scheme + 1, scheme + 2
        if self.kind(tie) != "prep" or self.kind(who) != "np":
            return ()
        by = self.lower(tie) in self.lexicon.either("of", "agent_prepositions")
        return self.list_from(who)[0] if by and not self.names_deed(who) and self.sort_of(who) != "thing" else ()

    def tells_of_anothers(self, verb: int) -> bool:
        """Does the verb tell of, or stop, what others are up to ("denounced a plan", "foiled an attempt")?"""
        telling = self.lexicon.either("known_verbs", "uncovering_verbs")
        return self.verb_of(verb) in telling or self.verb_of(verb) in self.lexicon.preventing

    def clears(self, verb: int) -> bool:
        """Did somebody not do what hangs on the verb ("was cleared of killing two", "was falsely accused of it")?"""
        chunk, wrongly = self.chunks[verb], self.lexicon.words("wrongly")
        told = any(word.lower in wrongly for word in self.words[chunk.first : chunk.last + 1])
        return told or self.verb_of(verb) in self.lexicon.words("clearing_verbs")
