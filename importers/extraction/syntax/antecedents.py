"""What a relative clause tells more of: the noun before it, or the one that noun hangs on."""

from importers.extraction.syntax.nominals import Nominal, Nominals, is_plural
from store.records.record import record


@record
class Antecedents(Nominals):
    """A chunked sentence with the question of what a relative pronoun stands for."""

    def antecedent(self, rel: int) -> Nominal:
        at = self.skip(rel - 1, -1)
        while self.comma(at) or self.kind(at) == "prep":
            at = self.skip(at - 1, -1)
        if self.kind(at) == "vg" and self.chunks[at].shape == "participle":
            # "El general retirado que fue secuestrado"
            at = self.skip(at - 1, -1)
        if self.kind(at) != "np":
            return ()
        if self.lower(at) in self.lexicon.words("aliases"):
            # "Ana Mora, alias Luna, who ..."
            named = self.skip(self.skip(at - 1, -1) - 1, -1)
            at = named if self.kind(named) == "np" else at
        if (deed := self.deed_behind(at, rel)) >= 0:
            return (deed,)
        outer = self.skip(at - 2, -1)
        prep = self.lower(at - 1) if self.kind(at - 1) == "prep" and self.kind(outer) == "np" else ""
        if prep and self.told_who(outer, at, rel):
            # "Two pupils from a school in Loja, who ..."
            return (outer,)
        if (person := self.beyond_places(at, rel)) >= 0:
            return (person,)
        if prep in self.lexicon.words("of"):
            head = self.words[self.chunks[outer].head]
            if head.lemma in self.lexicon.words("offshoots"):
                # "Ansar, an offshoot of the FARC, which killed two"
                named = self.apposed_to(outer)
                return (named if named >= 0 else outer,)
            part = head.tag == "num" or head.lemma in self.lexicon.words("partitives")
            # "A family of five, who ..."
            counted = self.words[self.chunks[at].head].tag == "num"
            part = part or (counted and head.lemma in self.lexicon.words("collectives"))
            # "Cinco miembros de la banda que opera en Loja": one does.
            part = part and not self.counted_by_verb(at, outer, rel)
            deed = self.lower(rel) in self.lexicon.words("thing_relatives") and self.lexicon.names_deed(head.lemma)
            if part or deed or self.agrees_with(outer, at, rel) or self.one_word(at, rel) or self.is_of_town(outer, at):
                return self.coordination(outer, 0, subject=False)[0]
            if self.kind(self.skip(rel + 1, 1)) == "vg" and (several := self.several_of(outer, rel)):
                return several
        tie = self.skip(rel - 1, -1)
        if self.kind(tie) == "prep" and self.lower(tie) in self.lexicon.words("of"):
            # "Three nurses, two of whom died": the two.
            return (at,)
        return self.coordination(at, 0, subject=False)[0]

    def several_of(self, outer: int, rel: int) -> Nominal:
        """The noun phrases that a verb in the plural is said of, where "of" ties one thing to them; () for none.

        "La madre y el hermano de Luis Paz, que huyeron", "members of the Loja gang que huyeron".
        """
        if not self.counts_many(self.skip(rel + 1, 1)):
            return ()
        end = self.skip(rel - 1, -1)
        while self.comma(end):
            end = self.skip(end - 1, -1)
        if is_plural(self.words[self.chunks[end].head], self.lexicon):
            return ()
        while True:
            row = self.coordination(outer, 0, subject=False)[0]
            if len(row) > 1 or is_plural(self.words[self.chunks[outer].head], self.lexicon):
                return row
            of = self.skip(outer - 1, -1)
            beyond = self.skip(of - 1, -1)
            if self.kind(of) != "prep" or self.lower(of) not in self.lexicon.words("of") or self.kind(beyond) != "np":
                return ()
            outer = beyond

    def opening(self, first: int) -> int:
        """The relative pronoun, object of its clause, in front of the subject at chunk ``first``; -1 for none.

        A word that may also introduce what is said or asked for ("that") is one only before any verb that does so.
        """
        rel = self.skip(first - 1, -1)
        if self.kind(rel) != "rel" or self.kind(self.skip(rel - 1, -1)) == "prep":
            return -1
        either = self.lower(rel) in self.lexicon.words("complementizers")
        telling = self.lexicon.saying | self.lexicon.cues("planned_verbs") | self.lexicon.words("telling_verbs")
        told = (self.verb_of(at) for at in range(rel) if self.kind(at) == "vg") if either else ()
        return -1 if not telling.isdisjoint(told) else rel

    def deed_behind(self, at: int, rel: int) -> int:
        """Of "the attack on a station in Loja, which killed two" the attack, not the station at ``at``; -1 for none."""
        verb, either = self.skip(rel + 1, 1), self.lower(rel) in self.lexicon.words("complementizers")
        if self.kind(verb) != "vg" or not (either or self.lower(rel) in self.lexicon.words("thing_relatives")):
            return -1
        # "The murder of a man that had killed two", "an attack by a group that killed two"
        doers = self.lexicon.either("agent_prepositions", "of") if either else frozenset[str]()
        main = self.verb_of(verb)
        if not any(main in self.lexicon.words(table) for table in ("harm_verbs", "cause_verbs", "occur_verbs")):
            return -1
        while self.kind(at) == "np" and not self.lexicon.names_deed(self.words[self.chunks[at].head].lemma):
            prep = self.skip(at - 1, -1)
            prep = prep if self.kind(prep) == "prep" else self.of_places(at, listed=True)
            outer = self.skip(prep - 1, -1)
            while self.is_of_time(outer):
                # "The bombing on Friday at a cafe in Madrid, which killed two"
                outer = self.skip(outer - 1, -1)
            # "The bombing of a bank that killed two", "in a bank of Loja that": neither a bank nor its town kills.
            thing = self.kind(outer) == "np" and "thing" in {self.sort_of(at), self.sort_of(outer)}
            at = outer if self.kind(prep) == "prep" and (thing or self.lower(prep) not in doers) else -1
        return at if self.kind(at) == "np" else -1

    def agrees_with(self, outer: int, inner: int, rel: int) -> bool:
        """Does the relative clause count the outer noun alone ("two aides of X, who were freed", "..., a los que")?"""
        verb, chunk = self.skip(rel + 1, 1), self.chunks[rel]
        told = {" ".join(word.lower for word in self.words[chunk.first : chunk.last])}
        told |= {self.lower(verb)} if self.kind(verb) == "vg" else set()
        many = not told.isdisjoint(self.lexicon.either("many_auxiliaries", "many_relatives"))
        if not many and told.isdisjoint(self.lexicon.either("one_auxiliaries", "one_relatives")):
            return False
        near, far = (is_plural(self.words[self.chunks[at].head], self.lexicon) for at in (inner, outer))
        return far == many and near != many

    def told_who(self, outer: int, inner: int, rel: int) -> bool:
        """Is it a person that the relative clause describes, no thing ("head of the mill, who", "men in a van who")?

        "Dos hombres en una moto que dispararon": the verb counts the men. Nor the place where that person was ("the
        murder of a clerk in Petare, who was held in May").
        """
        told = self.lower(rel) in self.lexicon.words("person_relatives") or self.counted_by_verb(outer, inner, rel)
        person = told and self.sort_of(outer) == "person"
        prep = self.lower(self.skip(inner - 1, -1))
        place = self.sort_of(inner) == "" and prep in self.lexicon.words("in_event")
        return person and (place or self.sort_of(inner) == "thing")

    def beyond_places(self, at: int, rel: int) -> int:
        """Whom "who" describes where the noun at ``at`` ends what is told of where that is; -1 for nobody there.

        "Luis Paz, mayor of Achi, in the department of Bolivar, who ...": a place within a place between commas.
        """
        if self.lower(rel) not in self.lexicon.words("person_relatives") or self.sort_of(at) == "person":
            return -1
        first = self.past_preps(at)
        opening = self.skip(first - 1, -1)
        comma = self.skip(opening - 1, -1)
        town = self.skip(comma - 1, -1)
        within = self.kind(opening) == "prep" and self.lower(opening) in self.lexicon.words("in_event")
        if not (within and self.comma(comma) and self.kind(town) == "np" and self.sort_of(town) != "person"):
            return -1
        who = self.past_preps(town)
        if who == town or self.sort_of(who) != "person":
            return -1
        named = self.apposed_to(who) if self.words[self.chunks[who].first].tag == "noun" else -1
        return named if named >= 0 else who

    def counted_by_verb(self, outer: int, inner: int, rel: int) -> bool:
        """Does the verb of the relative clause, where its form tells, count the outer noun and not the inner one?"""
        verb = self.skip(rel + 1, 1)
        if self.kind(verb) != "vg" or not self.lexicon.words("plural_verb_endings"):
            return False
        near, far = (is_plural(self.words[self.chunks[at].head], self.lexicon) for at in (inner, outer))
        return near != far == self.counts_many(verb)

    def is_of_town(self, outer: int, inner: int) -> bool:
        """Is it who holds an office of what one name calls ("the mayor of Loja, who was ill, ...")?"""
        rows = self.lexicon.nouns.get(self.words[self.chunks[outer].head].lemma, ())
        office = any(kind.name in self.lexicon.words("offices") for _, kind in rows)
        chunk = self.chunks[inner]
        return office and self.sort_of(inner) == "" and chunk.last - chunk.first == 1

    def one_word(self, inner: int, rel: int) -> bool:
        """Does the noun behind "of" only say what sort of thing is described ("el deslizamiento de tierra que ...")?"""
        chunk, word = self.chunks[inner], self.words[self.chunks[inner].first]
        neutral = self.lower(rel) in self.lexicon.words("complementizers") and self.skip(rel - 1, -1) == inner
        quality = self.words[chunk.head].lemma in self.lexicon.words("qualities")
        return neutral and (quality or (chunk.last - chunk.first == 1 and word.lower == word.lemma))
