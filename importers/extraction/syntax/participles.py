"""Participles without their auxiliary, which only describe a noun, told from pasts of the same form ("killed")."""

from collections.abc import Sequence
from dataclasses import replace

from importers.extraction.syntax.chunked import PHRASES
from importers.extraction.syntax.chunks import Chunk
from importers.extraction.syntax.clauses import Clause, left_so
from importers.extraction.syntax.nominals import Nominal, is_plural
from importers.extraction.syntax.schemes import Schemes
from store.records.record import record


@record
class Participles(Schemes):
    """Tells what a verb group is by the chunks around it. ``before``: the clauses read so far, from the left."""

    def next_is_agent(self, verb: int) -> bool:
        at = self.skip(verb + 1, 1)
        if self.particle(verb, at):
            at = self.skip(at + 1, 1)
        patterns = self.lexicon.verb_triggers.get(self.verb_of(verb), ())
        if self.kind(at) == "np" and any(row[1:] == (self.lower(at),) for row, _ in patterns):
            # "held hostage by": the noun is a part of the verb.
            at = self.skip(at + 1, 1)
        return (
            self.kind(at) == "prep"
            and self.lower(at) in self.lexicon.words("agent_prepositions")
            and self.kind(self.skip(at + 1, 1)) == "np"
        )

    def is_reduced(self, verb: int, before: Sequence[Clause]) -> bool:
        """Is the "killed" at ``verb`` a participle without its auxiliary, not a simple past?"""
        left = self.before_time(verb) if self.accuses(verb) else self.skip(verb - 1, -1)
        if self.kind(left) not in {"np", "punct"} or self.lower(left) in self.lexicon.words("nominatives"):
            return False
        if self.kind(left) == "np" and self.opening(self.coordination(self.past_preps(left), 0)[1]) >= 0:
            # "The nurse whom members of the group held": they are the subject of a relative clause.
            return False
        if self.verb_of(verb) in self.lexicon.words("intransitives"):
            return False
        if self.next_is_agent(verb) or self.counts_on(verb):
            return True
        if self.leaves_out_be(verb) and (self.accuses(verb) or self.pursues(verb)):
            return True
        at = self.skip(verb + 1, 1)
        if self.particle(verb, at) or self.tells_state(at):
            at = self.skip(at + 1, 1)
        if self.verb_of(verb) in self.lexicon.words("raising_verbs") and self.to_do(at):
            # "Men believed to be rebels": nobody "believes to be" anything.
            return self.kind(left) == "np"
        stated = self.kind(left) == "np" and at > verb + 1 and self.chunks[at - 1].kind == "np"
        if self.kind(at) == "vg" and (
            (self.chunks[at].shape == "finite" and self.only_phrases(left))
            or (self.chunks[at].shape == "open" and stated)
        ):
            # "Among the people killed were two nuns", "Nurse held hostage freed"
            return True
        if self.joins_pasts(verb, at) or self.says_amid(verb, left):
            return False
        infinite = self.kind(at) == "vg" and self.chunks[at].shape != "gerund"
        if infinite or self.kind(at) in {"np", "comp"} or self.object_past_time(verb + 1):
            # "Charged with killing two" has no object.
            return False
        if self.kind(left) != "np":
            # "..., scheduled for May": after its comma, with nothing for an object.
            behind_noun = self.comma(left) and self.kind(self.past_aside(left)) == "np"
            told = any(not (clause.reduced or clause.relative) for clause in before)
            if not told and self.closes_aside(left):
                return False
            if told and (self.in_series(at) or self.completes(verb, before)):
                return False
            # "Thousands, many of them pupils, marched to the square, ignoring a ban": no other verb is theirs.
            finite = any(c.kind == "vg" and c.shape in {"finite", "open"} for c in self.chunks[at:])
            return behind_noun and (told or finite)
        return self.describes_noun(verb, left, at, before)

    def completes(self, verb: int, before: Sequence[Clause]) -> bool:
        """Is it the one verb that a clause with a word of its own has ("when a bomb, planted by rebels, detonated")?"""
        opening = next((at for at in range(verb - 1, -1, -1) if self.kind(at) in {"sub", "comp"}), -1)
        inside = [clause for clause in before if clause.verb > opening >= 0]
        return bool(inside) and all(clause.reduced for clause in inside) and not self.told_later(verb + 1, verb)

    def describes_noun(self, verb: int, left: int, at: int, before: Sequence[Clause]) -> bool:
        """Does the form right behind the noun phrase at ``left`` only describe it, by what stands around the two?

        ``at``: what stands behind the verb, and its particle.
        """
        later, first = self.told_later(at, verb), self.coordination(left, 0)[1]
        if self.said_barely(first) and not (later or self.wants_object(verb)):
            # "Officials said thieves made off with cash": the verb of what is said.
            return False
        if not later and self.kind(self.skip(first - 1, -1)) in {"sub", "comp"}:
            # "He was at home when the rebels attacked": the one verb of its clause.
            return False
        if self.lacks_object(verb) and (self.one_of(left) or any(not clause.reduced for clause in before)):
            return True
        return later or self.told_already(left, before) or self.only_phrases(left)

    def opens_clause(self, first: int) -> bool:
        """Does a clause begin with what begins at ``first``: behind "that", "said", or the clause before the main one?

        "Officials said the man, wearing a mask, fired", "As talks stalled, the man, wearing a mask, fired"
        """
        left = self.skip(first - 1, -1)
        if self.kind(left) == "rel":
            return self.lower(left) in self.lexicon.words("complementizers") and self.kind(left - 1) == "vg"
        told = self.kind(left) == "comp" or self.said_barely(first) or self.ends_opening(left)
        return told or (
            self.comma(left) and self.names_source(0) and all(self.kind(at) in PHRASES for at in range(left))
        )

    def sets_off(self, gerund: int) -> bool:
        """Is what the gerund says set off from the subject of a clause ("said the man, wearing a mask, fired")?"""
        if self.chunks[gerund].shape != "gerund":
            return False
        comma = self.skip(gerund - 1, -1)
        at = self.skip(comma - 1, -1)
        return self.comma(comma) and self.kind(at) == "np" and self.opens_clause(self.past_preps(at))

    def accuses(self, verb: int) -> bool:
        """Is it a verb of blaming somebody for a deed?"""
        return self.verb_of(verb) in self.lexicon.words("blame_verbs")

    def joins_pasts(self, verb: int, conj: int) -> bool:
        """Has it the object of the past behind the "and" at ``conj`` ("shot and killed two", "held and beat ...")?"""
        after = self.skip(conj + 1, 1)
        if self.kind(conj) != "conj" or self.kind(after) != "vg" or not self.chunks[after].past:
            return False
        shared = self.kind(self.skip(after + 1, 1)) == "np" and not self.next_is_agent(after)
        return shared and self.lower(conj) in self.lexicon.words("conjunctions") and self.chunks[verb].shape == "open"

    def leaves_out_be(self, verb: int) -> bool:
        """Is it the one verb of a headline, and said what for or as what ("Man jailed for murder", "held hostage")?"""
        prep = self.skip(verb + 1, 1)
        for_what = self.kind(prep) == "prep" and self.lower(prep) in self.lexicon.words("blame_prepositions")
        return (for_what or self.tells_state(prep)) and not any(
            c.kind == "vg" and c.shape != "gerund" for c in self.chunks if c is not self.chunks[verb]
        )

    def to_do(self, at: int) -> bool:
        """Does an infinitive stand at ``at``?"""
        return self.kind(at) == "vg" and self.chunks[at].shape == "infinitive"

    def all_left(self, at: int, chunk: Chunk, before: Sequence[Clause]) -> Nominal:
        """The list that ends at ``at``, if the verb before left all of it as the participle ``chunk`` says."""
        behind = bool(before) and chunk.shape in {"participle", "open"}
        return left_so(before[-1], at, self) if behind else ()

    def past_aside(self, comma: int) -> int:
        """The chunk before the comma, and before what it and another set off ("two men, one of them armed, ...")."""
        at = self.skip(comma - 1, -1)
        return self.skip(at - 1, -1) if at < comma - 1 and self.comma(at) else at

    def closes_aside(self, comma: int) -> bool:
        """Does the comma end what another set off from the subject ("the rebels, armed with machetes, attacked")?"""
        at = comma - 1
        while at > 0 and self.kind(at) in {"np", "prep", "adv"}:
            at -= 1
        return at > 0 and self.comma(at) and self.lower(at + 1) in self.lexicon.words("equipped")

    def in_series(self, at: int) -> bool:
        """Is it one of the verbs of "staged a march, threw stones, and set fire to cars"?"""
        for index in range(at, len(self.chunks)):
            kind = self.kind(index)
            if kind in {"rel", "sub", "comp", "but"} or (kind == "vg" and not self.comma(self.skip(index - 1, -1))):
                return False
            after = self.skip(index + 1, 1)
            if kind == "conj" and self.kind(after) == "vg" and self.comma(self.skip(index - 1, -1)):
                return self.chunks[after].shape in {"finite", "open"}
        return False

    def told_already(self, left: int, before: Sequence[Clause]) -> bool:
        """Has the stretch before the noun phrase at ``left`` its finite verb, and the phrase a place in it?"""
        if not before or before[-1].reduced:
            return False
        between = range(before[-1].verb + 1, left)
        return not any(
            self.kind(index) in {"conj", "but", "sub", "comp", "rel"} or self.kind(index) == "punct"
            for index in between
        )

    def only_phrases(self, left: int) -> bool:
        """Does a preposition stand before every noun phrase from the sentence's first to the one at ``left``?

        "In an action attributed to the rebels, a bomb went off": none of them can be a subject. "As talks stalled" is a
        clause, and "on Monday a man admitted killing two" has one.
        """
        at, opening = left, self.lower(self.skip(left - 1, -1))
        if opening in self.lexicon.words("role_prepositions") & self.lexicon.words("clausal_prepositions"):
            return False
        while self.kind(at) == "np" and self.kind(prep := self.skip(at - 1, -1)) == "prep":
            if self.is_of_time(prep):
                return False
            at = self.skip(prep - 1, -1)
        return at < 0 and self.lexicon.inversion is False

    def told_later(self, at: int, verb: int) -> bool:
        """Does a finite verb follow for which the participle at ``verb`` only describes the subject?"""
        listed = False
        for index in range(at, len(self.chunks)):
            kind = self.kind(index)
            if self.comma(index) and self.kind(self.skip(index + 1, 1)) == "vg":
                # "packed with cylinders and fuses, blew up": two finite verbs would have an "and".
                after = self.chunks[self.skip(index + 1, 1)]
                # "Men abducted in May, were released and handed over"
                described = after.passive and self.lacks_object(verb)
                return after.shape in {"finite", "open"} and (described or not self.joins_verbs(index))
            if kind == "conj" and self.kind(index - 1) == self.kind(self.skip(index + 1, 1)) == "np":
                listed = True
                continue
            if kind == "vg" and listed:
                return False
            if kind == "vg" and self.lacks_object(index):
                # "coincided with the burial of those killed in the blast": that one describes a noun, too.
                continue
            if kind == "vg" and self.chunks[index].shape in {"gerund", "infinitive"}:
                # "Two men accused of killing the judge were sentenced": what hangs on the participle.
                continue
            if kind == "vg":
                shape = self.chunks[index].shape
                return shape == "finite" or (shape == "open" and not self.next_is_agent(index))
            if kind in {"sub", "comp", "rel", "conj", "but"} or (kind == "punct" and self.lower(index) in ",;:"):
                return False
        return False

    def lacks_object(self, at: int) -> bool:
        """Does a form that may be a participle, of a verb that wants an object, stand without one?"""
        chunk = self.chunks[at]
        if chunk.shape != "open" or self.kind(self.skip(at - 1, -1)) != "np":
            return False
        return self.wants_object(at) and self.kind(self.skip(at + 1, 1)) not in {"np", "comp", "vg"}

    def counts_on(self, verb: int) -> bool:
        """Does a count stand before it and another behind its comma ("3 killed, 11 injured", "13 killed, 4 missing")?

        No comma parts a verb from its object.
        """
        comma = self.skip(verb + 1, 1)
        if not self.comma(comma) or not self.wants_object(verb):
            return False
        pair = (self.skip(verb - 1, -1), self.skip(comma + 1, 1))
        behind = self.skip(pair[1] + 1, 1)
        if self.kind(behind) == "vg" and self.verb_of(behind) in self.lexicon.words("intransitives"):
            # "Two rebels attacked, three soldiers died"
            return False
        return all(self.kind(at) == "np" and self.words[self.chunks[at].first].tag == "num" for at in pair)

    def one_of(self, at: int) -> bool:
        """Does it only say who somebody is ("Luis Paz, one of the priests killed in May, founder of a paper, ...")?"""
        head = self.past_preps(at)
        comma = self.skip(head - 1, -1)
        named = self.skip(comma - 1, -1)
        apposed = self.comma(comma) and self.kind(named) == "np" and self.kind(self.skip(named - 1, -1)) != "prep"
        return apposed and head != at and self.words[self.chunks[head].head].tag == "num"

    def with_objects(self, clause: Clause, clauses: Sequence[Clause]) -> Clause:
        """A verb has the objects behind the participle that describes what it was done with: that has none itself.

        "Atacaron con drones cargados de explosivos la estación"
        """
        if clause.objects or clause.passive or not clause.preps or not self.wants_object(clause.verb):
            return clause
        last = clause.preps[-1][1]
        told = (c for c in clauses if c.reduced and c.verb == last[-1] + 1 and c.subject == last and c.preps)
        inner = next((c for c in told if self.chunks[c.verb].shape == "participle" and c.objects), None)
        return clause if inner is None else replace(clause, objects=inner.objects)

    def wants_object(self, at: int) -> bool:
        """Is the verb one that tells of a deed only with an object?"""
        verb = self.verb_of(at)
        told = ((row, trigger) for row, trigger in self.lexicon.verb_triggers.get(verb, ()) if not trigger.pointing)
        rows = [(row, trigger) for row, trigger in told if len(row) == 1]
        wanting = bool(rows) and all("object" in t.frame.verb and t.valency != "intransitive" for _, t in rows)
        return wanting or self.accuses(at)

    def joins_verbs(self, at: int) -> bool:
        """Does an "and" with a verb right after it follow ("attacked with rifles, killed two and fled")?"""
        return any(
            self.kind(index) == "conj" and self.kind(self.skip(index + 1, 1)) == "vg"
            for index in range(at, len(self.chunks))
        )

    def particle(self, verb: int, at: int) -> bool:
        """Does the preposition at ``at`` belong to the verb ("set off", "blow up")?"""
        return self.kind(at) == "prep" and (self.verb_of(verb), self.lower(at)) in self.lexicon.particles

    def in_aside(self, at: int, chunk: Chunk, before: Sequence[Clause]) -> int:
        """Where the participle or gerund right before the verb group starts whose phrases ``at`` is among; -1 for none.

        A gerund stands behind "after" and the like.
        """
        last = before[-1] if before else None
        if last is None or not last.verb < at < last.after:
            return -1
        if last.reduced:
            # "In an attack blamed on rebels, Ana Mora, 34, was killed": behind a phrase that opens the sentence.
            behind = self.comma(self.skip(at - 1, -1)) and self.only_phrases(self.skip(last.verb - 1, -1))
            return -1 if behind else last.verb
        left = self.skip(last.verb - 1, -1)
        if self.sets_off(last.verb) and chunk.shape in {"finite", "open"}:
            return last.verb
        clausal = self.kind(left) == "prep" and self.lower(left) in self.lexicon.words("clausal_prepositions")
        gerund = self.chunks[last.verb].shape == "gerund" and chunk.shape in {"finite", "open"}
        return left if gerund and clausal else -1

    def described_by(self, verb: int) -> int:
        """Of "killing" in "men accused of killing", "men guilty of killing" what ties it to its noun; -1 for none.

        Of "to be" in "men believed to be rebels" it is "believed".
        """
        prep = self.skip(verb - 1, -1)
        if self.kind(prep) == "vg" and self.chunks[verb].shape == "infinitive":
            raises = self.verb_of(prep) in self.lexicon.words("raising_verbs")
            bare = self.chunks[prep].shape in {"open", "participle"} and self.kind(self.skip(prep - 1, -1)) == "np"
            return prep if raises and bare else -1
        participle = prep - 1 if self.blames(prep) else self.skip(prep - 1, -1)
        if self.chunks[verb].shape not in {"gerund", "infinitive"} or self.kind(prep) != "prep":
            return -1
        describes = self.kind(participle) == "vg" and self.chunks[participle].shape in {"open", "participle"}
        describes = describes or participle == prep - 1
        return participle if describes and self.kind(self.skip(participle - 1, -1)) == "np" else -1

    def suspects(self, prep: int) -> bool:
        """Does the preposition tell of what the people of the noun phrase before it are suspected?"""
        chunk = self.chunks[prep - 1] if self.kind(prep) == "prep" and self.kind(prep - 1) == "np" else None
        return chunk is not None and self.words[chunk.last - 1].lower in self.lexicon.words("suspected")

    def blames(self, prep: int) -> bool:
        """Does the preposition tell of what the people before it are "guilty", "responsible"?"""
        return (
            self.kind(prep - 1) == "adv"
            and self.lower(prep - 1) in self.lexicon.words("blamed")
            and (self.kind(prep - 2) == "np")
        )

    def is_between_commas(self, at: int) -> bool:
        """Does the noun phrase at ``at`` go on, between commas, with the one before it?"""
        opening = self.skip(at - 1, -1)
        return self.comma(opening) and self.kind(self.skip(opening - 1, -1)) == "np"

    def is_one(self, chunk: Chunk) -> bool:
        """Does the verb group say that its subject is one ("is", "was", "has")?"""
        return self.words[chunk.first].lower in self.lexicon.words("one_auxiliaries")

    def many_of(self, at: int) -> int:
        """Of "members of the army involved in it", "the wife of Ana Mora held in Loja" the people, else the chunk.

        A participle does not tell a person or a town from others of that name, nor the army.
        """
        prep = self.skip(at - 1, -1)
        outer = self.skip(prep - 1, -1)
        if self.kind(prep) != "prep" or self.lower(prep) not in self.lexicon.words("of") or self.kind(outer) != "np":
            return at
        head, inner = self.words[self.chunks[outer].head], self.words[self.chunks[at].head]
        if inner.tag == "num" and head.lemma in self.lexicon.words("collectives"):
            # "A family of five killed in Loja"
            return outer
        some = is_plural(head, self.lexicon) and head.lemma in self.lexicon.words("partitives")
        people = some or self.sort_of(outer) == "person"
        name = self.sort_of(at) == "" and self.words[self.chunks[at].first].tag == "noun"
        return outer if people and (name or inner.lemma in self.lexicon.words("collectives")) else at

    def agreeing(self, at: int, verb: int) -> int:
        """The noun phrase at ``at``, or that on which it hangs and with which alone the participle at ``verb`` agrees.

        "Un ataque con explosivos perpetrado", "un ataque contra la alcaldía perpetrado", "un hombre de origen chino
        detenido"
        """
        if not self.lexicon.plural_endings or self.chunks[verb].shape != "participle":
            return at
        outer = at
        while self.kind(outer) == "np" and not self.agrees(outer, verb):
            prep = self.skip(outer - 1, -1)
            outer = self.skip(prep - 1, -1) if self.kind(prep) == "prep" else -1
        return outer if self.kind(outer) == "np" else at

    def agrees(self, at: int, verb: int) -> bool:
        """Has the participle the number of the noun phrase at ``at`` and, by the article of that, its gender?"""
        chunk, form = self.chunks[at], self.words[self.chunks[verb].head].lower
        head, first = self.words[chunk.head], self.words[chunk.first]
        if head.lemma in self.lexicon.words("qualities"):
            return False
        many = is_plural(head, self.lexicon)
        feminine = tuple(self.lexicon.words("feminine_endings"))
        alike = first.tag != "det" or first.lower.endswith(feminine) == form.endswith(feminine)
        return alike and many == form.endswith(self.lexicon.plural_endings)

    def kept_so(self, verb: int, objects: Sequence[Nominal], preps: Sequence[tuple[str, Nominal]]) -> bool:
        """Does the subject of "have" or "keep" do what the participle says ("mantiene retenidos a 20 soldados")?

        Then it agrees with an object behind it, also with one that a preposition marks.
        """
        above = verb - 1
        if self.kind(above) != "vg" or self.verb_of(above) not in self.lexicon.words("keeping_verbs"):
            return False
        active = self.chunks[above].clitic < 0 and not self.chunks[above].passive
        marks = self.lexicon.words("object_prepositions")
        behind = (*objects, *(nominal for prep, nominal in preps if prep in marks))
        return active and any(self.agrees(nominal[0], verb) for nominal in behind)
