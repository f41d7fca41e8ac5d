"""Which clauses before a verb only describe a noun, and where the search for its subject goes on: see ``subjects``."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from importers.extraction.syntax.chunks import Chunk
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.fronting import Fronting
from importers.extraction.syntax.nominals import Nominal, is_plural
from store.records.record import record

_UNMARKED = frozenset({"participle", "gerund", "infinitive"})
"""Shapes of verb groups that do not tell who did it."""


@record
class Relatives(Fronting):
    """Reads the relative clauses and participles between a verb and its subject."""

    def joined_over(self, first: int, before: Sequence[Clause]) -> Nominal:
        """Whom "and" joins to the noun phrase at ``first`` over a relative clause between commas, () for nobody.

        "Una mujer, quien viajaba en un bus, y sus dos hijos murieron"
        """
        conj = self.skip(first - 1, -1)
        last = before[-1] if before else None
        if self.kind(conj) != "conj" or last is None or not last.relative or not last.subject:
            return ()
        between = self.comma(self.skip(conj - 1, -1)) and self.comma(self.skip(last.before - 1, -1))
        taken = self.kind(self.skip(last.subject[0] - 1, -1)) in {"vg", "prep"}
        return last.subject if between and not taken else ()

    def beyond(self, other: Clause, verb: int, commas: int, link: str) -> int:
        """The chunk where the search for a subject goes on if ``other`` only describes a noun; -1 if it does not.

        ``link``: the preposition or conjunction crossed on the way.
        """
        if link:
            if commas and other.relative and self.counts_other(verb, other.subject):
                # "Sacaron al juez, quien dormía, y lo mataron"
                return self.some_of_whom(other.before) - 1
            joined = commas or link in self.lexicon.words("conjunctions")
            return -1 if joined else self.before_relative(other, verb)
        if other.reduced:
            # "Men thought to be rebels": those who are thought so are those who are.
            own = self.chunks[verb].shape == "infinitive" and self.skip(verb - 1, -1) == other.verb
            return -1 if own else other.verb - 1
        if (opening := self.absolute(other)) >= 0:
            return opening - 1
        describes = self.chunks[other.verb].shape == "gerund" and self.kind(self.skip(other.verb - 1, -1)) == "np"
        if describes and not commas and self.chunks[verb].shape in {"finite", "open"}:
            # "One of the groups operating in the country claimed it"
            return other.verb - 1
        if other.relative and commas:
            return self.some_of_whom(other.before) - 1
        if commas and other.link in self.lexicon.words("object_relatives"):
            # "El juez, a quien mataron los rebeldes, vivía en Loja"
            return other.before - 2
        if commas and (owned := self.of_which(other)) >= 0:
            return owned - 1
        # "Ana Mora, whom rebels had held since May, was freed"
        return self.before_relative(other, verb) if not commas or self.set_off(other) else -1

    def goes_on_there(self, link: int, verb: int, above: Clause) -> bool:
        """Did those who came somewhere do there what follows ("entraron en una casa, donde mataron a dos")?

        Or did it befall those of whom it tells when ("salía de su casa cuando fue asesinado")? In a language that
        leaves such a subject out; the verb counts as many as they are.
        """
        chunk, words = self.chunks[verb], self.lexicon.words
        if not (self.lexicon.inversion and above.subject and chunk.shape == "finite") or chunk.clitic >= 0:
            return False
        if self.words[chunk.head].verb not in self.lexicon.verb_triggers or self.counts_other(verb, above.subject):
            return False
        if chunk.passive:
            one = len(above.subject) == 1
            return self.lower(link) in words("scene_links") and (not one or self.agrees(above.subject[0], verb))
        return self.lower(link) in words("scene_relatives") and not above.passive

    def counts_other(self, verb: int, nominal: Nominal) -> bool:
        """Does the verb, where its form tells, count one where the noun phrases are many, or many where it is one?"""
        if not self.lexicon.words("plural_verb_endings") or self.chunks[verb].shape != "finite" or not nominal:
            return False
        many = len(nominal) > 1 or is_plural(self.words[self.chunks[nominal[0]].head], self.lexicon)
        return many != self.counts_many(verb)

    def is_anybodys(self, verb: int, mark: int, before: Sequence[Clause]) -> bool:
        """Has the plural in the present no subject, as a headline goes on ("Mueren dos guardias y detienen a tres")?

        Behind a semicolon if the subject of the verb before stands behind that; behind "and" if it befell that subject.
        """
        if not (self.lexicon.inversion and before and before[-1].subject) or before[-1].subject[0] < before[-1].verb:
            return False
        told = self.lexicon.verb_triggers.get(self.verb_of(before[-1].verb), ())
        suffers = any(len(row) == 1 and trigger.frame.verb.get("subject") == "patient" for row, trigger in told)
        parted, chunk = mark in self.semicolons or (suffers and self.kind(mark) == "conj"), self.chunks[verb]
        return parted and chunk.shape == "finite" and not chunk.past and chunk.clitic < 0 and self.counts_many(verb)

    def set_off(self, clause: Clause) -> bool:
        """Is it a relative clause with a subject of its own behind a comma?"""
        rel = self.opens_relative(clause.before)
        return rel >= 0 and self.comma(self.skip(rel - 1, -1))

    def before_relative(self, clause: Clause, verb: int) -> int:
        """The chunk before a relative clause that has a subject of its own, if the next verb says more of that; or -1.

        "The guards whom rebels had held in a camp were freed", "the bombs they set off killed two".
        """
        rel = self.opens_relative(clause.before) if not clause.described else clause.described[-1] + 1
        return rel - 1 if rel > 0 and self.chunks[verb].shape in {"finite", "open"} else -1

    def opens_relative(self, first: int) -> int:
        """Where the relative clause starts whose subject is at ``first``, with its preposition ("in which")."""
        rel = self.skip(first - 1, -1)
        prep = self.skip(rel - 1, -1)
        return prep if self.kind(rel) == "rel" and self.kind(prep) == "prep" else self.opening(first)

    def absolute(self, clause: Clause) -> int:
        """The preposition of "with their faces painted black": a participle told of what somebody has; -1 for none."""
        at = self.skip(clause.verb - 1, -1)
        prep = self.skip(at - 1, -1)
        told = self.chunks[clause.verb].shape in {"open", "participle"} and self.kind(at) == "np"
        return prep if told and self.lower(prep) in self.lexicon.words("absolute_prepositions") else -1

    def of_which(self, clause: Clause) -> int:
        """The subject of a clause that describes a noun by what is its own ("whose capital is X"), -1 for none."""
        relatives = self.lexicon.words("possessive_relatives")
        owned = clause.subject[0] if clause.subject else -1
        return owned if owned >= 0 and self.lower(owned) in relatives else -1

    def closed_before(self, clause: Clause) -> int:
        """How many commas a relative clause that ends at a comma leaves open: "X, the group that led Y, claimed".

        None where one opens it ("X, who led Y, claimed"): else the comma ends an apposition.
        """
        return int(clause.relative and not self.comma(self.skip(self.some_of_whom(clause.before) - 1, -1)))

    def some_of_whom(self, rel: int) -> int:
        """Where the relative clause starts whose pronoun is at ``rel``, with "both of" before it ("both of whom")."""
        part = self.skip(rel - 2, -1)
        of = self.kind(rel - 1) == "prep" and self.lower(rel - 1) in self.lexicon.words("of")
        return part if of else rel

    def befallen(self, verb: int) -> Nominal:
        """The people before a comma whom the participle behind it says a deed befell, () where it may be others.

        "The funeral of two judges, murdered in May", "a tribute to Ana Mora, murdered in May", but "the mayor of Loja,
        murdered in May".
        """
        patterns = self.lexicon.verb_triggers.get(self.verb_of(verb), ())
        comma = self.skip(verb - 1, -1)
        at = self.skip(comma - 1, -1)
        if not self.comma(comma) or self.kind(at) != "np":
            return ()
        if not any(trigger.frame.befalls == "people" for _, trigger in patterns):
            return ()
        prep = self.skip(self.coordination(at, 0, subject=False)[1] - 1, -1)
        whose = self.skip(prep - 1, -1)
        tied = self.kind(prep) == "prep" and self.lower(prep) in self.lexicon.either("of", "to_whom")
        # "Were driven to Loja, shot dead and buried": the town is tied to no noun.
        sort, outer = self.sort_of(at), self.sort_of(whose) if tied and self.kind(whose) == "np" else "person"
        return self.antecedent(verb) if sort == "person" or (sort == "" and outer != "person") else ()

    def with_subject(self, clauses: Sequence[Clause]) -> list[Clause]:
        """The clauses, with the subject of the main clause for a verb that opens the sentence and names none.

        "Secuestrado el lunes por rebeldes, el ganadero fue liberado", "After killing two guards, the men fled", "Tras
        matar a dos y herir a tres, los rebeldes huyeron". Not for the infinitive that says what for ("Por matar a dos,
        ..."), nor from a clause that tells who looks for the doers ("Tras matar a dos, la policía los detuvo").
        """
        first = next(iter(clauses), None)
        if first is None or first.before > 0 or first.subject or self.chunks[first.verb].shape not in _UNMARKED:
            return [*clauses]
        joined, saying = self.lexicon.words("conjunctions"), self.lexicon.saying
        opening = [first, *(c for c in clauses if c.governor == first.verb and c.link in joined and not c.subject)]
        behind = (c for c in clauses if c.verb > opening[-1].verb)
        main = next((c for c in behind if not (c.aside or self.verb_of(c.verb) in saying)), None)
        if main is None or not self.opened_by(first, main):
            return [*clauses]
        return [replace(clause, subject=main.subject) if clause in opening else clause for clause in clauses]

    def with_main(self, clauses: Sequence[Clause]) -> list[Clause]:
        """The clauses, the last one said of whom the others only describe, where nothing else is their verb.

        A title leaves out its auxiliary: "Man accused of killing his wife arrested", "Man who shot two nurses jailed".
        """
        first, last = (clauses[0], clauses[-1]) if len(clauses) > 1 else (Clause(-1), Clause(-1))
        bare = last.reduced and not last.objects and self.kind(self.skip(last.verb - 1, -1)) == "np"
        if not bare or min(first.subject, default=-1) != self.skip(0, 1) or self.next_is_agent(first.verb):
            return [*clauses]
        accused = self.chunks[first.verb].shape == "open" and not first.objects and self.tells_what_for(first.verb)
        inside = all(c.reduced or c.relative or self.chunks[c.verb].shape == "gerund" for c in clauses[1:-1])
        if not (inside and (first.relative or accused)):
            return [*clauses]
        return [*clauses[:-1], replace(last, subject=first.subject, reduced=False, governor=-1, link="")]

    def tells_what_for(self, verb: int) -> bool:
        """Does a verb of blame or pursuit say no more than what for ("accused of killing", "wanted for the murder")?"""
        prep = self.lower(self.skip(verb + 1, 1))
        told = prep in self.lexicon.either("blame_prepositions", "pursued_for")
        return told and self.verb_of(verb) in self.lexicon.either("blame_verbs", "pursue_verbs")

    def opened_by(self, first: Clause, main: Clause) -> bool:
        """Is the verb that opens the sentence told of the subject of the main clause, right behind a comma?"""
        who = min(main.subject, default=-1)
        if who < first.after - 1 or not self.comma(self.skip(who - 1, -1)):
            return False
        if self.chunks[first.verb].shape == "participle":
            return first.reduced and self.agrees(who, first.verb)
        tells_why = first.link in self.lexicon.either("blame_prepositions", "pursued_for")
        return not tells_why and (main.passive or self.verb_of(main.verb) not in self.lexicon.words("pursue_verbs"))

    def at_court(self, verb: int, before: Sequence[Clause]) -> Nominal:
        """Who came or was brought to the court behind which the participle blames them; () elsewhere.

        "Appeared before a judge in Loja on Monday accused of killing two"
        """
        at = self.before_time(verb)
        last = before[-1] if before else None
        if last is None or not last.verb < at < last.after or not self.accuses(verb):
            return ()
        while self.kind(at) == "np" and self.kind(prep := self.skip(at - 1, -1)) == "prep":
            if self.words[self.chunks[at].head].lemma in self.lexicon.words("courts"):
                return next(iter((*last.objects, last.subject)))
            at = self.skip(prep - 1, -1)
        return ()

    def told_in_relative(self, at: int, by_verb: Mapping[int, Clause]) -> Clause | None:
        """The relative clause that tells the noun phrase at ``at`` of somebody ("who was 45 and mayor of Loja")."""
        relatives = (clause for clause in by_verb.values() if clause.relative)
        return next((clause for clause in relatives if any(at in nominal[1:] for nominal in clause.objects)), None)

    def aside_before(self, at: int, chunk: Chunk, before: Sequence[Clause]) -> int:
        """Where the participle, or the name, set off by commas starts whose phrases ``at`` is among; -1 for none."""
        aside = self.in_aside(at, chunk, before)
        return aside if aside >= 0 else self.apposed_in_relative(at, before)

    def apposed_in_relative(self, at: int, before: Sequence[Clause]) -> int:
        """The comma before what says who the last noun of a relative clause is, -1 for none.

        "The front, which answers to the most wanted man, Luis Paz, attacked it": he is no subject, between two commas.
        """
        opening = self.skip(self.past_preps(at) - 1, -1)
        told = next((clause for clause in reversed(before) if not clause.reduced), None)
        if told is None or not (told.relative and self.comma(opening) and self.comma(self.skip(self.past_of(at), 1))):
            return -1
        behind = self.skip(opening - 1, -1)
        inside = told.verb < behind and not any(self.comma(other) for other in range(told.verb, behind))
        return opening if inside and self.kind(behind) == "np" and self.comma(self.skip(told.before - 1, -1)) else -1

    def in_relative(self, clause: Clause, by_verb: Mapping[int, Clause]) -> Clause | None:
        """The relative clause that ``clause`` is, or that its infinitive hangs on; None where it reports speech."""
        current: Clause | None = clause
        while current is not None and self.verb_of(current.verb) not in self.lexicon.saying:
            if current.relative or self.opening(current.before) >= 0:
                return current
            current = by_verb.get(current.governor) if current.link == "to" else None
        return None

    def saying_relative(self, clause: Clause | None, by_verb: Mapping[int, Clause]) -> Clause | None:
        """The relative clause in which those it describes say it of themselves ("men who said they were rebels")."""
        if clause is None or len(clause.subject) != 1:
            return None
        above = by_verb.get(self.skip(clause.subject[0] - 1, -1))
        if above is None or not above.relative:
            return None
        pronoun = self.lower(clause.subject[0]) in self.lexicon.either("plural_pronouns", "personal_pronouns")
        return above if pronoun and self.verb_of(above.verb) in self.lexicon.saying else None

    def relative_of(self, clause: Clause | None, by_verb: Mapping[int, Clause]) -> Clause | None:
        """The relative clause on which the infinitive hangs ("a group that claims to be linked to X"), else itself."""
        above = clause
        while above is not None and above.link == "to" and not above.relative:
            above = by_verb.get(above.governor)
        return above if above is not None and above.relative else clause

    def held_in_relative(self, clause: Clause | None, by_verb: Mapping[int, Clause]) -> int:
        """Where the relative clause starts that a clause of time ends ("the man who ran when it went off was held")."""
        links = self.lexicon.either("clausal_prepositions", "subordinators")
        above = by_verb.get(clause.governor) if clause is not None and clause.link in links else None
        return above.before if above is not None and above.relative else -1

    def deed_above(
        self, at: int, verb: int, link: str, commas: int, by_verb: Mapping[int, Clause]
    ) -> tuple[int, Clause | None]:
        """The deed whose result a participle behind a comma tells, not what happened meanwhile.

        "Blew himself up as worshippers were leaving a mosque, killing nine", "ploughed into people leaving a fair,
        killing two". ``at``: the verb before it.
        """
        clause = by_verb.get(at)
        above = by_verb.get(clause.governor) if clause is not None else None
        if clause is None or above is None or link or not commas or self.chunks[verb].shape != "gerund":
            return at, clause
        deeds = self.lexicon.verb_triggers
        scene = clause.link in self.lexicon.either("scene_links", "subordinators")
        goes_on = self.chunks[at].progressive or self.verb_of(at) not in deeds
        if scene and goes_on and self.verb_of(above.verb) in deeds:
            return above.verb, above
        describes = (clause.reduced or self.modifies(clause)) and not self.does_to_people(at)
        return (above.verb, above) if describes else (at, clause)

    def does_to_people(self, verb: int) -> bool:
        """Does the verb by itself tell of a deed that befalls people?"""
        rows = self.lexicon.verb_triggers.get(self.verb_of(verb), ())
        return any(len(row) == 1 and trigger.frame.befalls == "people" for row, trigger in rows)

    def modifies(self, clause: Clause) -> bool:
        """Is it a gerund that describes the noun right before it ("a man riding home")?"""
        return self.chunks[clause.verb].shape == "gerund" and clause.subject == (self.skip(clause.verb - 1, -1),)

    def aside_of(self, at: int) -> int:
        """Where what commas set off starts that the noun phrase at ``at`` ends; -1 for none.

        "Seventy people, including ten women and three infants, were killed", "a strike in Kutum, Sudan, killed two"
        """
        if self.tells_where(at):
            return self.skip(at - 1, -1)
        if self.comma(self.skip(at + 1, 1)) and (prep := self.of_places(at)) >= 0:
            # "Blasts in Kutum, Sudan, and Tine, Chad, killed two"
            return prep
        joined = self.skip(at - 1, -1)
        if self.kind(joined) != "conj":
            return -1
        while (self.kind(joined) == "conj" or self.comma(joined)) and self.kind(self.skip(joined - 1, -1)) == "np":
            joined = self.skip(self.skip(joined - 1, -1) - 1, -1)
        return joined if self.kind(joined) == "prep" and self.comma(self.skip(joined - 1, -1)) else -1

    def with_places(self, at: int, by_verb: Mapping[int, Clause]) -> int:
        """Where the clause starts that tells of a noun by the places of which the name at ``at`` is the last; or -1.

        "The gang that operates in Loja and Zamora killed two"; but "the man who lived in Loja and his wife died".
        """
        conj, chunk = self.skip(at - 1, -1), self.chunks[at]
        one_word = chunk.last - chunk.first == 1 and self.is_bare(at)
        if self.kind(conj) != "conj" or not one_word or self.sort_of(at) == "person":
            return -1
        first = self.skip(conj - 1, -1)
        while self.comma(first) or self.comma(self.skip(first - 1, -1)):
            first = self.skip(first - 1, -1)
        tie = self.skip(self.past_preps(first) - 1, -1)
        where = self.kind(tie) == "prep" and self.lower(tie) in self.lexicon.words("in_event")
        told = by_verb.get(self.skip(tie - 1, -1)) if where else None
        if told is None:
            return -1
        if told.aside and not told.reduced:
            return told.before
        return told.verb if told.reduced or self.modifies(told) else -1

    def in_opening(self, conj: int) -> int:
        """The preposition that opens the sentence, where the "and" at ``conj`` joins what hangs on its noun; or -1.

        "En un ataque de rebeldes y soldados murió un juez": in a language whose subject may follow its verb.
        """
        left = self.skip(conj - 1, -1)
        if not self.lexicon.inversion or self.kind(conj) != "conj" or self.kind(left) != "np":
            return -1
        outer = self.past_preps(left)
        prep = self.skip(outer - 1, -1)
        return prep if outer < left and prep == self.skip(0, 1) and self.kind(prep) == "prep" else -1

    def between(self, conj: int) -> int:
        """The "between" whose second part stands behind the "and" at ``conj``, -1 for none."""
        at = self.skip(conj - 1, -1)
        if self.kind(conj) != "conj":
            return -1
        while self.kind(at) == "np":
            prep = self.skip(at - 1, -1)
            if self.kind(prep) == "prep" and self.lower(prep) in self.lexicon.words("between"):
                return prep
            if self.kind(prep) != "prep" or self.lower(prep) not in self.lexicon.words("of"):
                return -1
            at = self.skip(prep - 1, -1)
        return -1
