"""The subject of a verb group and the clause it hangs on, found by a scan to the left: see ``parsing``."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from importers.extraction.syntax.chunked import SKIP
from importers.extraction.syntax.chunks import Chunk
from importers.extraction.syntax.clauses import Clause, ClauseStart
from importers.extraction.syntax.interruptions import Interruptions
from importers.extraction.syntax.nominals import Nominal, is_plural
from store.records.record import record

_SEVERAL = 2


@record
class Subjects(Interruptions):
    """Reads what stands before the verbs of a chunked sentence. ``before``: the clauses read so far, from the left."""

    def start_of(self, verb: int, before: Sequence[Clause], *, describing: bool) -> ClauseStart:
        """What the clause of the verb group ``verb`` begins with; ``describing``: a participle behind its noun."""
        chunk = self.chunks[verb]
        reduced = describing
        after_comma = describing and self.comma(self.skip(verb - 1, -1))
        describing = (describing and not after_comma) or chunk.shape == "gerund"
        by_verb = {clause.verb: clause for clause in before}
        at = self.behind_aside(self.skip(verb - 1, -1), verb)
        # "Attacked a post early on Thursday killing two": a time parts a gerund from the noun before it.
        commas, link = 0, self.lower(verb - 1) if chunk.shape == "gerund" and self.kind(verb - 1) == "time" else ""
        while at >= 0:
            kind = "aside" if self.tells_state(at) else self.kind(at)
            antecedent = self.antecedent(at) if kind == "rel" else ()
            if kind in SKIP or self.said_by(at) >= 0 or (kind == "np" and (link or (commas and describing))):
                # A noun behind "and" or a participle's comma: the subject is that of the verb before. "Mataron a dos,
                # según informó el juez, y huyeron". "A nurse held hostage was freed": the nurse was.
                at -= 1
            elif self.comma(at) or self.parts_verbs(at):
                commas += 1
                at -= 1
            elif kind == "np" and commas and (aside := self.aside_before(at, chunk, before)) >= 0:
                # "a car packed with explosives, blew up", "and, after tying up two guards, fled": none is the subject.
                at, link = aside - 1, ""
                commas = 0 if self.comma(at) else commas
            elif kind == "np":
                joined = not commas and self.joined_over(at, before)
                passed = self.passed(at, chunk, commas, by_verb, describing=describing, reduced=reduced)
                if passed is None or joined:
                    at = self.agreeing(self.many_of(at), verb) if describing and not commas else at
                    return self.counted(self.noun_subject(at, chunk, commas, before), verb)
                at, commas = passed
            elif antecedent:
                return ClauseStart(antecedent, at, self.verb_before(at, before), self.lower(at), relative=True)
            elif kind == "vg":
                passed_verb = self.passed_verb(at, verb, link, commas, by_verb, describing=describing)
                if passed_verb is None:
                    return self.shared(verb, at, link, commas, by_verb)
                at, link, commas = passed_verb
            elif kind == "conj":
                # "Prevented soldiers and guards from killing two", "tore through a shop and a bar, killing two"
                nouns = chunk.shape == "gerund" and (link or (commas and self.kind(at + 1) == "np"))
                link = link if nouns else self.lower(at)
                at -= 1
            elif kind in {"comp", "sub", "but"}:
                return self.under(at, verb, before, by_verb, describing=describing)
            elif kind == "prep":
                # What stands before the comma of a participle ties nothing to it ("shot at him in Loja, killing two").
                ties = not commas if chunk.shape == "gerund" else self.kind(at + 1) != "time"
                ties = ties and not (chunk.shape == "open" and self.particle(self.skip(at - 1, -1), at))
                link = link or (self.lower(at) if ties and not self.blames(at) else "")
                at -= 1
            else:
                break
        # "The man, wearing a mask, fired"
        aside = chunk.shape == "gerund" and self.comma(self.skip(verb - 1, -1)) and not self.names_source(0)
        return ClauseStart(self.antecedent(verb) if aside else self.unmarked(verb), at + 1, link=link)

    def passed_verb(
        self, at: int, verb: int, link: str, commas: int, by_verb: Mapping[int, Clause], *, describing: bool
    ) -> tuple[int, str, int] | None:
        """Where the search goes on, with its link and its commas, if the verb at ``at`` only describes a noun or says.

        None if the verb group at ``verb`` shares its subject.
        """
        shape, clause = self.chunks[verb].shape, by_verb.get(at)
        saying = self.saying_relative(clause, by_verb) if shape in {"finite", "open"} else None
        if saying is not None and link not in self.lexicon.words("conjunctions"):
            return saying.before - 1, "", 0
        if not (link or commas) and shape in {"finite", "open"} and (rel := self.held_in_relative(clause, by_verb)) > 0:
            return rel - 1, "", 0
        other = self.relative_of(clause, by_verb) if commas else clause
        beyond = -1 if other is None or describing else self.beyond(other, verb, commas, link)
        if other is None or beyond < 0:
            return None
        return beyond, link, self.closed_before(other) if commas else 0

    def parts_verbs(self, at: int) -> bool:
        """Is it the semicolon before one of several verbs of one subject ("launched a raid; bombed homes")?"""
        after = self.skip(at + 1, 1)
        after = self.skip(after + 1, 1) if self.kind(after) == "conj" else after
        return self.divides(at) and self.kind(after) == "vg"

    def finite_above(self, at: int, verb: int, link: str, by_verb: Mapping[int, Clause]) -> int:
        """The verb that the one at ``verb`` goes on from: of a past no infinitive ("met to ask for news and burned").

        Nor, if it has an object or another form, a participle ("seized a man held in May and shot two"), nor what
        somebody is made to do ("made a guard leave and burned the car"), nor what befell whom a relative clause
        describes, if it arrests others ("freed a man who had been held and arrested two"). ``at``: the verb before it.
        """
        clause = by_verb.get(at)
        if link and self.chunks[verb].shape == "gerund":
            return self.gerund_above(at, link, by_verb)
        if not self.chunks[verb].past or (link and link not in self.lexicon.words("conjunctions")):
            return at
        own = self.kind(self.skip(verb + 1, 1)) == "np" or self.chunks[verb].shape == "finite"
        arrests = own and not self.chunks[verb].passive and self.verb_of(verb) in self.lexicon.words("pursue_verbs")
        while clause is not None:
            above = self.causing(clause)
            main = by_verb.get(clause.governor) if clause.relative and clause.passive and arrests else None
            freed = main is not None and not self.counts_other(verb, main.subject)
            describes = freed or (clause.reduced and own)
            # "Seized a man riding home and shot him"
            describes = describes or self.modifies(clause)
            if above < 0 and (self.chunks[at].shape in {"infinitive", "gerund"} or describes):
                above = clause.governor
            if above < 0:
                break
            at = above
            clause = by_verb.get(at)
        return at

    def gerund_above(self, at: int, link: str, by_verb: Mapping[int, Clause]) -> int:
        """The gerund that one behind "and" goes on from, past what describes somebody; ``at`` where there is none.

        "Opened fire, killing a man who tried to flee and wounding two"
        """
        clause = by_verb.get(at) if link in self.lexicon.words("conjunctions") else None
        while clause is not None and self.chunks[clause.verb].shape != "gerund":
            clause = by_verb.get(clause.governor)
        return at if clause is None or self.modifies(clause) else clause.verb

    def causing(self, clause: Clause) -> int:
        """The verb of "made the guards leave" that tells who made them do it, -1 for none."""
        at = self.skip(clause.subject[0] - 1, -1) if clause.subject else -1
        causes = self.kind(at) == "vg" and self.verb_of(at) in self.lexicon.words("causatives")
        return at if causes and not self.chunks[clause.verb].past else -1

    def unmarked(self, verb: int) -> Nominal:
        """People right before a finite verb that has no other subject: "In the town of X rebels killed two"."""
        at = self.skip(verb - 1, -1)
        if self.lexicon.inversion or self.chunks[verb].shape not in {"finite", "open"} or self.kind(at) != "np":
            return ()
        head = self.words[self.chunks[at].head]
        people = any(kind.cls == "person" for _, kind in self.lexicon.nouns.get(head.lemma, ()))
        return (at,) if people and head.lower != head.lemma else ()

    def of_scheme(self, verb: int, before: Sequence[Clause]) -> ClauseStart | None:
        """The start of an infinitive that tells what others are up to, with them for its subject; None elsewhere.

        "Soldiers foiled an attempt by rebels to kill him"; nobody's are "denounced a plan to kill him", "was wounded in
        an attempt to kill him"; but "rebels made an attempt to kill him", "police denied their plan to kill him".
        """
        scheme = self.scheme_of(verb)
        whose = self.schemers(scheme) if scheme >= 0 else ()
        above = next((clause for clause in reversed(before) if clause.verb < scheme), None)
        if not whose:
            own = scheme < 0 or self.words[self.chunks[scheme].first].tag == "poss"
            if own or above is None:
                return None
            if not (self.tells_of_anothers(above.verb) or (above.passive and self.kind(scheme - 1) == "prep")):
                return None
        link = self.lower(verb - 1) if self.kind(verb - 1) == "prep" else "to"
        return ClauseStart(whose, scheme, above.verb if above is not None else -1, link)

    def under(
        self, at: int, verb: int, before: Sequence[Clause], by_verb: Mapping[int, Clause], *, describing: bool
    ) -> ClauseStart:
        """No subject up to the conjunction at ``at``: a participle has that of the verb above ("while driving")."""
        governor = self.verb_before(at, before)
        shared = governor >= 0 and (describing or self.goes_on_there(at, verb, by_verb[governor]))
        subject = by_verb[governor].subject if shared else ()
        if governor >= 0 and not describing and self.kind(at) == "but" and self.skip(at + 1, 1) == verb:
            # "Rebels killed two but freed a third"
            above = self.shared(verb, governor, "", 0, by_verb).subject
            subject = () if self.counts_other(verb, above) else above
        return ClauseStart(subject, at + 1, governor, self.lower(at))

    def passed(
        self, at: int, chunk: Chunk, commas: int, by_verb: Mapping[int, Clause], *, describing: bool, reduced: bool
    ) -> tuple[int, int] | None:
        """Where the search goes on (and the commas it has crossed) if the noun phrase at ``at`` is no subject."""
        prep = self.skip(at - 1, -1)
        marked = self.kind(prep) == "prep" and self.lower(prep) in self.lexicon.words("object_prepositions")
        if marked and commas and chunk.shape == "participle":
            # "Liberó al soldado Luis Paz, retenido en mayo": he is the object, and who was held.
            return None
        if self.is_of_time(prep):
            # "On Monday rebels killed two": the preposition is that of the time.
            return None
        # "According to a report released by police": its participle describes what is no person.
        source = self.names_source(prep) and self.sort_of(at) == "person"
        if self.kind(prep) == "prep" and (not describing or source or self.harms_in(at, chunk)):
            # "Who was filmed after two raids was jailed": one was.
            apart = self.is_one(chunk) and is_plural(self.words[self.chunks[at].head], self.lexicon)
            return None if not apart and self.takes_clause(prep, chunk, commas) else (prep - 1, commas)
        opening = max(
            self.said_by(prep),
            self.between(prep),
            self.apposed_in_phrase(at) if chunk.shape == "infinitive" and commas == 1 else -1,
            self.in_opening(prep),
            self.aside_of(at) if commas else self.with_places(at, by_verb),
        )
        if opening >= 0:
            return opening - 1, commas
        inside = by_verb.get(prep) or self.told_in_relative(at, by_verb)
        if inside is None or chunk.shape == "infinitive" or (reduced and not commas):
            # "A blast which left a guard wounded": a participle right behind its noun describes it. "Is likely to die".
            return (prep, commas) if inside is not None and self.tells_trait(at) else None
        if commas and inside.link in self.lexicon.words("object_relatives"):
            # "El juez, a quien mataron dos hombres, vivía en Loja"
            return inside.before - 2, 0
        if (opening := self.absolute(inside)) >= 0 and not commas:
            return opening - 1, commas
        if commas and chunk.shape in {"finite", "open"} and any(at in nominal for nominal in inside.objects):
            # "kidnapped a tourist, killed a guide, and ...": one subject did it all; "holding a tourist, kidnapped
            # in May" describes him.
            if (owned := self.of_which(inside)) >= 0:
                return owned - 1, 0
            return None if (reduced and self.may_act(at)) or self.says_of(at, inside, chunk) else (prep, commas)
        participle = self.described_by(inside.verb)
        if participle >= 0:
            return participle - 1, 0
        describing_clause = self.in_relative(inside, by_verb)
        if commas or chunk.shape not in {"finite", "open"}:
            return None
        if describing_clause is not None:
            # "the group that wanted to kidnap X took ...": two finite verbs without an "and" have each its subject.
            rel = self.opening(describing_clause.before)
            return (rel if rel >= 0 else describing_clause.before) - 1, 0
        if self.chunks[inside.verb].shape == "gerund" and self.kind(self.skip(inside.verb - 1, -1)) == "np":
            # "two men riding a motorcycle opened fire"
            return inside.verb - 1, 0
        return None

    def apposed_in_phrase(self, at: int) -> int:
        """The preposition before whom the name at ``at`` calls ("worked with a friend, Juan, to kill two"), or -1."""
        comma = self.skip(at - 1, -1)
        prep = self.skip(self.skip(comma - 1, -1) - 1, -1)
        return prep if self.is_between_commas(at) and self.kind(prep) == "prep" else -1

    def harms_in(self, at: int, chunk: Chunk) -> bool:
        """Is the noun phrase at ``at`` only where the gerund's harm was done ("went off in the Railbar wounding two")?

        Not who did it there ("a raid by men in Loja killing two").
        """
        harms = self.words[chunk.head].verb in self.lexicon.words("harm_verbs") and chunk.shape == "gerund"
        inside = self.lower(self.skip(at - 1, -1)) in self.lexicon.words("locatives")
        return harms and inside and self.sort_of(at) != "person"

    def says_of(self, at: int, saying: Clause, chunk: Chunk) -> bool:
        """Is what a verb of saying is followed by parted from its own verb by an aside ("said the man, 20, fired")?"""
        behind = self.skip(self.past_of(at), 1)
        if self.verb_of(saying.verb) not in self.lexicon.saying:
            return False
        if self.said_barely(at):
            return True
        return self.comma(behind) and self.chunks[self.skip(behind + 1, 1)] is not chunk and self.may_act(at)

    def noun_subject(self, at: int, chunk: Chunk, commas: int, before: Sequence[Clause]) -> ClauseStart:
        """The noun phrase at ``at`` as subject, with those joined to it and what ties the clause to the one before."""
        prep = self.skip(at - 1, -1)
        if self.kind(prep) == "prep" and self.takes_clause(prep, chunk, commas):
            return ClauseStart((at,), at, self.verb_before(prep, before), self.lower(prep))
        if chunk.shape == "infinitive" and (not commas or (commas == 1 and self.is_between_commas(at))):
            # "ordered the troops to leave": the object of the verb before is who is to act, if it can; also with a
            # name in apposition, "ordered the governor, Ana Mora, to resign".
            above = self.verb_before(at, before)
            if self.may_act(at) or above < 0:
                return ClauseStart((at,), at, above, "to")
            verb = self.verb_of(before[-1].verb)
            # "Police foiled an attempt to kill him": whose it was, is not said.
            return ClauseStart(before[-1].subject if verb not in self.lexicon.preventing else (), at, above, "to")
        nominal, first = self.coordination(at, commas)
        nominal = tuple(one for one in nominal if not self.tells_town(one)) or nominal
        if not commas and self.is_one(chunk) and self.comma(self.skip(prep - 1, -1)) and self.kind(prep) == "conj":
            # "He was named as Luis Paz, a driver, and the other man is Ana Mora's son": one is said of one.
            nominal, first = (at,), at
        aged = self.kind(prep) == "conj" and self.comma(prep - 1) and self.kind(prep - 2) == "aside"
        if commas and aged and self.is_one(chunk):
            # "Ana Mora, 52, and the mother of two, was shot"
            nominal = nominal[:1]
        if not commas and (told := self.joined_over(first, before)):
            nominal, first = (*told, *nominal), told[0]
        governor, tied = self.tie(self.skip(first - 1, -1), before)
        return ClauseStart(self.all_left(at, chunk, before) or nominal, first, governor, tied)

    def counted(self, start: ClauseStart, verb: int) -> ClauseStart:
        """The subject; of "el asesinato de un juez y dos guardias fue ..." the murder, as the verb counts one."""
        if len(start.subject) < _SEVERAL or not self.counts_other(verb, start.subject):
            return start
        deed = self.past_preps(start.subject[0])
        inside = deed < start.subject[0] and self.names_deed(deed)
        return replace(start, subject=(deed,), first=deed) if inside else start

    def may_act(self, at: int) -> bool:
        """May the noun phrase be people: a name, a pronoun, a number of them, or a noun that means some?"""
        chunk = self.chunks[at]
        head = self.words[chunk.head]
        if head.tag != "noun" or self.words[chunk.first].tag in {"num", "poss"}:
            return True
        rows = self.lexicon.nouns.get(head.lemma, ()) or self.lexicon.nouns.get(head.lower, ())
        if rows and all(kind.cls == "weapon" for _, kind in rows):
            # "Used rifles to shoot at residents"
            return False
        return (
            head.lower != head.lemma
            or any(kind.cls == "person" for _, kind in rows)
            or head.lemma not in self.lexicon.words("means")
        )

    def takes_clause(self, prep: int, chunk: Chunk, commas: int) -> bool:
        """May the preposition open a clause whose subject stands right before the verb ("after the army entered")?"""
        lower = self.lower(prep)
        left = self.skip(prep - 1, -1)
        verb = self.verb_of(left) if self.kind(left) == "vg" else ""
        if verb in self.lexicon.words("role_verbs") and lower in self.lexicon.words("role_prepositions"):
            # "men dressed as soldiers fled", but "watched as soldiers fled"
            return False
        if lower in self.lexicon.words("parting_links") and chunk.modal in self.lexicon.words("main_modals"):
            # "The men arrested after the raid will be tried": no clause of time looks ahead with "will".
            return False
        # "After six nuns, two of them Spaniards, were killed"
        behind_aside = commas == 2 and self.kind(self.skip(prep + 1, 1) + 2) == "aside"
        return (
            (commas == 0 or behind_aside)
            and lower in self.lexicon.words("clausal_prepositions")
            and chunk.shape in {"finite", "open", "gerund"}
        ) or (
            commas == 0
            and lower in self.lexicon.words("absolute_prepositions")
            and chunk.shape in {"gerund", "participle"}
        )

    def tie(self, outer: int, before: Sequence[Clause]) -> tuple[int, str]:
        """What ties a clause to the one before it, seen from the chunk in front of its subject."""
        while self.comma(outer) or self.kind(outer) in SKIP or self.is_of_time(outer):
            outer -= 1
        if self.kind(outer) in {"comp", "sub", "rel", "conj", "but"}:
            return self.verb_before(outer, before), self.lower(outer)
        if self.kind(outer) == "vg":
            return outer, ""
        if self.kind(outer) == "prep":
            return self.verb_before(outer, before), self.lower(outer)
        return -1, ""

    def verb_before(self, at: int, before: Sequence[Clause]) -> int:
        for clause in reversed(before):
            if clause.verb < at:
                return clause.verb
        return -1

    def shared(self, at: int, last: int, link: str, commas: int, by_verb: Mapping[int, Clause]) -> ClauseStart:
        """The subject that the verb group at ``at`` shares with that at ``last``, or the one which that hangs on."""
        other, clause = self.deed_above(self.finite_above(last, at, link, by_verb), at, link, commas, by_verb)
        if clause is None:
            return ClauseStart((), other + 1, link=link)
        verb = self.verb_of(other)
        if self.clears(other):
            return ClauseStart((), other + 1, other, link)
        caught = self.chunks[other].clitic >= 0 and verb in self.lexicon.words("leaving_verbs")
        if caught and self.skip(other + 1, 1) == at and self.chunks[at].shape == "gerund":
            # "Los sorprendieron robando": those whom the pronoun means did it.
            return ClauseStart((), other + 1, other, link)
        prep = self.skip(at - 1, -1)
        while self.comma(prep) and self.lower(prep) != ",":
            # "Accused him of “coldly” killing two"
            prep = self.skip(prep - 1, -1)
        before = self.lower(prep)
        if self.suspects(prep):
            # "Detuvo a dos hombres sospechosos de matar a un juez"
            return ClauseStart((prep - 1,), other + 1, other, link)
        blames = verb in self.lexicon.words("blame_verbs") and before in self.lexicon.words("blame_prepositions")
        seeks = verb in self.lexicon.either("pursue_verbs", "inquiry_verbs")
        blames |= seeks and before in self.lexicon.words("pursued_for")
        keeps = verb in self.lexicon.preventing and before in self.lexicon.words("kept_from")
        if (blames or keeps) and not clause.passive:
            # "accused the group of killing", "arrested a man for killing", "kept them from killing": they did it.
            # "The cleric whom they accuse of killing two"
            whom = next(iter(clause.objects_with(self.lexicon.words("object_prepositions"))), clause.described)
            if not whom and self.chunks[other].shape == "open":
                # "officers accused of killing two"
                whom = clause.subject
            return ClauseStart(whom, other + 1, other, link)
        tie = link or ("," if commas else "to")
        if commas and clause.link in self.lexicon.words("subordinators") and self.counts_other(at, clause.subject):
            # "Si el gobierno no cede, marcharán hacia Lima"
            return ClauseStart((), other + 1, other, tie)
        return ClauseStart(clause.subject, other + 1, other, tie, relative=clause.relative and bool(link))
