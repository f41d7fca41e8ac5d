"""Objects before their verb: what a pronoun that leans on the verb takes up, in a language that has such pronouns."""

from importers.extraction.syntax.nominals import Nominal, is_plural
from importers.extraction.syntax.participles import Participles
from store.records.record import record


@record
class Fronting(Participles):
    """A chunked sentence with the question of which objects stand before a verb."""

    def put_before(self, verb: int, start: int, link: str) -> tuple[tuple[str, Nominal], ...]:
        """The object before its verb, and its mark: "a Luis Paz lo mataron", "el juez, a quien mataron"; () for none.

        ``start``: where the clause begins that ``link`` ties.
        """
        if link in self.lexicon.words("object_relatives"):
            described = self.antecedent(self.skip(start - 1, -1))
            return ((link.split()[0], described),) if described else ()
        row = self.fronted_row(verb)
        return ((self.lower(self.skip(row[0] - 1, -1)), row),) if row else ()

    def fronted(self, verb: int) -> int:
        """The first of the objects before their verb that a pronoun takes up, -1 for none."""
        return next(iter(self.fronted_row(verb)), -1) if self.chunks[verb].clitic >= 0 else -1

    def fronted_row(self, verb: int) -> Nominal:
        """The objects before their verb that a pronoun takes up: "a Luis Paz, de 30 años, lo mataron"; () for none.

        "A la madre y al hermano de Luis Paz los mataron", "a Luis Paz y Ana Mora los mataron"
        """
        clitic = self.chunks[verb].clitic
        if clitic < 0 or self.words[clitic].lower not in self.lexicon.either("object_clitics", "dative_clitics"):
            return ()
        at = self.skip(verb - 1, -1)
        while self.kind(at) == "prep":
            at = self.skip(at - 1, -1)
        openings = self.commas_before(at) if self.comma(at) else [at + 1]
        many = self.words[clitic].lower.endswith(self.lexicon.plural_endings)
        for opening in openings:
            last = self.past_preps(self.skip(opening - 1, -1))
            row = self.coordination(last, 0, subject=False)[0] if self.kind(last) == "np" else ()
            if row and self.marks_object(row[0]):
                conj = self.skip(row[0] - 2, -1)
                before = self.past_preps(self.skip(conj - 1, -1))
                if self.kind(conj) == "conj" and self.marks_object(before):
                    row = (before, *row)
                head = self.words[self.chunks[row[0]].head]
                either = head.lemma in self.lexicon.either("partitives", "collectives")
                return row if either or many == (len(row) > 1 or is_plural(head, self.lexicon)) else ()
            if any(self.kind(other) == "vg" for other in range(opening, at)):
                break
        return ()

    def takes_up_object(self, verb: int, behind: Nominal) -> bool:
        """Is its object a pronoun that leans on it, so that the noun phrase behind it is its subject?

        "La mataron dos sicarios"; but "lo dejó herido", "lo consideran un héroe", and not "lo nombró su asesor".
        """
        chunk, noun = self.chunks[verb], self.chunks[behind[0]]
        if chunk.clitic < 0 or self.words[chunk.clitic].lower not in self.lexicon.words("object_clitics"):
            return False
        head = self.words[noun.head]
        bare = noun.last - noun.first == 1 and head.lower == head.lemma
        if chunk.shape != "finite" or bare or self.verb_of(verb) in self.lexicon.words("predicating_verbs"):
            return False
        either = head.lemma in self.lexicon.either("partitives", "collectives")
        return either or self.counts_many(verb) == (len(behind) > 1 or is_plural(head, self.lexicon))

    def opened_by_object(self, verb: int) -> int:
        """Its object, where that opens the clause behind one that opens the sentence; -1 for none.

        "Cuando amanecía, a un juez lo mató una patrulla"
        """
        first = self.fronted(verb)
        return first if first >= 0 and self.ends_opening(self.skip(self.skip(first - 1, -1) - 1, -1)) else -1
