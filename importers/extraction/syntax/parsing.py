"""Clauses: for every verb group of a sentence its subject, objects and prepositional phrases, by surface order.

A scan to the left finds the subject (over prepositional phrases, appositions and relative pronouns, through "and" to
the subject of the verb before), a scan to the right the objects. What FASTUS did for the same texts
(Hobbs et al., 1997), with one pass and no grammar of the whole sentence.
"""

from collections.abc import Sequence

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.syntax.chunked import PHRASES, SKIP
from importers.extraction.syntax.chunks import Chunk
from importers.extraction.syntax.clauses import Clause, ClauseStart, Parsed
from importers.extraction.syntax.nominals import Nominal, is_plural
from importers.extraction.syntax.subjects import Subjects
from importers.extraction.syntax.word import Word
from store.records.record import record


def parse(words: tuple[Word, ...], chunks: tuple[Chunk, ...], lexicon: Lexicon) -> Parsed:
    """The clauses of a chunked sentence, one for each verb group, in order."""
    reader = _Reader(words, chunks, lexicon)
    clauses: list[Clause] = []
    for index, chunk in enumerate(chunks):
        if chunk.kind == "vg":
            clauses.append(reader.clause(index, clauses))
    clauses = reader.with_main(reader.with_subject(clauses))
    clauses = [reader.with_objects(clause, clauses) for clause in clauses]
    return Parsed(words, chunks, tuple(clauses), reader, {clause.verb: clause for clause in clauses})


@record
class _Reader(Subjects):
    def clause(self, verb: int, before: Sequence[Clause]) -> Clause:
        chunk = self.chunks[verb]
        reduced = chunk.shape == "participle" or (chunk.shape == "open" and self.is_reduced(verb, before))
        told_of = (self.befallen(verb) or self.at_court(verb, before)) if reduced else ()
        told_of = self.antecedent(verb) if not reduced and self.sets_off(verb) else told_of
        start = ClauseStart(told_of, verb, self.verb_before(verb, before)) if told_of else None
        if self.is_anybodys(verb, self.skip(verb - 1, -1), before):
            start = ClauseStart((), verb, before[-1].verb, self.lower(self.skip(verb - 1, -1)))
        elif (first := self.opened_by_object(verb)) >= 0:
            start = ClauseStart((), first)
        start = start or self.of_scheme(verb, before) or self.start_of(verb, before, describing=reduced)
        subject, first, relative = start.subject, start.first, start.relative
        reduced = reduced and not (relative or self.shares_auxiliary(verb, start.governor, start.link))
        joined = relative or any(other.verb == start.governor and other.passive for other in before)
        objects, preps, after = self.objects(verb)
        preps = (*self.put_before(verb, first, start.link), *preps)
        # "Was beaten, tortured and shot"
        suffers = not objects and start.link in self.lexicon.words("conjunctions") | {","} and self.wants_object(verb)
        passive = (
            chunk.passive or reduced or (chunk.shape == "open" and joined and (suffers or self.next_is_agent(verb)))
        )
        if reduced and not relative and self.kept_so(verb, objects, preps):
            passive = reduced = False
        if relative and not (passive or objects) and self.counts_otherwise(verb, subject):
            # "Dos policías que había retenido": one did that, and they are the object.
            above = next((other.subject for other in before if other.verb == start.governor), ())
            subject, relative, antecedent = above, False, subject
        else:
            antecedent = () if passive or relative else self.described(verb, first, objects)
        objects = (antecedent, *objects) if antecedent else objects
        behind = self.first_behind(verb, objects) if self.lexicon.inversion else ()
        if behind and self.object_leads(verb, subject, behind):
            subject, objects = behind, (subject, *(nominal for nominal in objects if nominal != behind))
        elif behind and (
            self.takes_up_object(verb, behind)
            or (not self.is_got(verb, behind) and self.subject_follows(verb, start, preps, before, passive=passive))
        ):
            subject, objects = behind, tuple(nominal for nominal in objects if nominal != behind)
            first = verb if self.comma(self.skip(verb - 1, -1)) else first
        return Clause(
            verb,
            subject,
            objects,
            preps,
            passive,
            reduced,
            relative,
            start.governor,
            start.link,
            first,
            after,
            antecedent,
        )

    def first_behind(self, verb: int, objects: Sequence[Nominal]) -> Nominal:
        """The first of the verb's objects that might be its subject, no part of the verb and no predicate."""
        own = self.words_of(verb) if objects else frozenset()
        return next((told for told in objects if not (self.is_predicate(told) or self.is_own(told, own))), ())

    def is_predicate(self, nominal: Nominal) -> bool:
        """Is it a bare word that says in what state somebody is ("fueron hallados muertos dos hombres")?"""
        chunk = self.chunks[nominal[0]]
        bare = len(nominal) == 1 and chunk.last - chunk.first == 1
        return bare and self.words[chunk.first].lemma in self.lexicon.word_triggers

    def shares_auxiliary(self, verb: int, governor: int, link: str) -> bool:
        """Is the participle one of two in the perfect ("habían decomisado la droga y detenido a cinco")?"""
        if governor < 0 or self.chunks[verb].shape != "participle" or link not in self.lexicon.words("conjunctions"):
            return False
        return self.chunks[governor].perfect and not self.chunks[governor].passive

    def described(self, verb: int, first: int, objects: tuple[Nominal, ...]) -> Nominal:
        """What a relative clause with a subject of its own describes as its object ("the guards whom rebels held").

        A noun that is a part of the verb ("held hostage") stays its own.
        """
        if self.chunks[verb].shape == "infinitive":
            return ()
        rel = self.opening(first)
        if rel < 0:
            return self.described_barely(verb, first) if not objects else ()
        main = self.verb_of(verb)
        if main in self.lexicon.words("intransitives"):
            return ()
        own = self.words_of(verb)
        return self.antecedent(rel) if all(self.is_own(nominal, own) for nominal in objects) else ()

    def described_barely(self, verb: int, first: int) -> Nominal:
        """The noun that a relative clause without its pronoun describes ("the pupils they held")."""
        outer = first - 1
        bare = self.lower(first) in self.lexicon.words("nominatives") and self.kind(outer) == "np"
        return (outer,) if bare and self.wants_object(verb) else ()

    def object_leads(self, verb: int, first: Nominal, behind: Nominal) -> bool:
        """Is it what something caused that stands first, as the verb's number tells ("Dos muertos dejó un choque")?"""
        if not first or len(behind) > 1:
            return False
        chunk = self.chunks[verb]
        if self.words[chunk.head].verb not in self.lexicon.words("cause_verbs") or chunk.shape != "finite":
            return False
        told, cause = self.chunks[first[0]], self.chunks[behind[0]]
        counted = self.words[told.first].tag in {"num", "det"}
        counted = counted and self.words[told.first].lower not in self.lexicon.words("definite")
        led = counted and self.counts_otherwise(verb, first)
        return led and self.lexicon.names_deed(self.words[cause.head].lemma)

    def counts_otherwise(self, verb: int, nominal: Nominal) -> bool:
        """Does the verb, in a language where its form tells, count one where the noun phrases are many?"""
        one = self.chunks[verb].clitic < 0 and not self.counts_many(verb)
        return one and self.counts_other(verb, nominal)

    def is_got(self, verb: int, behind: Nominal) -> bool:
        """Is it what was taken from somebody, or what several took to themselves?

        "A quienes les secuestró un revólver", "un audio en el que se adjudican el ataque".
        """
        chunk, words = self.chunks[verb], self.lexicon.words
        clitic = self.words[chunk.clitic].lower if chunk.clitic >= 0 and chunk.shape == "finite" else ""
        if clitic in words("dative_clitics"):
            return self.sort_of(behind[0]) in {"weapon", "thing"} and self.verb_of(verb) not in words("inverting")
        head = self.words[self.chunks[behind[0]].head]
        many = len(behind) > 1 or is_plural(head, self.lexicon)
        many = many or head.lemma in self.lexicon.either("collectives", "partitives")
        return clitic in words("reflexives") and self.counts_many(verb) and head.tag == "noun" and not many

    def subject_follows(
        self,
        verb: int,
        start: ClauseStart,
        preps: Sequence[tuple[str, Nominal]],
        before: Sequence[Clause],
        *,
        passive: bool,
    ) -> bool:
        """Is the noun phrase after the verb its subject ("murieron tres personas")?"""
        says = self.verb_of(verb) in self.lexicon.saying
        if says and self.speaker_follows(verb, before):
            return True
        told = start.subject
        if told and not any(clause.verb == start.governor and clause.subject == told for clause in before):
            return False
        chunk = self.chunks[verb]
        words = self.lexicon.words
        main = self.words[chunk.head].verb
        leaning = chunk.clitic >= 0 and self.words[chunk.clitic].lower in words("reflexives")
        leaning = leaning and not (told and main in words("taking_verbs"))
        if passive or leaning or main in words("inverting"):
            return True
        if chunk.shape == "infinitive" or told:
            return False
        return says or any(prep in words("object_prepositions") for prep, _ in preps)

    def speaker_follows(self, verb: int, before: Sequence[Clause]) -> bool:
        """Does who says it stand behind its verb of saying?

        "Murieron dos, informó el ministro", "dos hombres, informó el ministro, murieron", "según informó el ministro".
        """
        left = self.skip(verb - 1, -1)
        if self.kind(left) == "prep":
            return self.chunks[verb].shape == "finite"
        if not self.comma(left):
            return False
        said = any(not (clause.relative or clause.reduced) for clause in before)
        end = verb + 1
        while self.kind(end) in PHRASES or self.comma(end):
            end += 1
        return said or (self.kind(end) == "vg" and self.comma(end - 1) and self.says_who(verb, end - 1))

    def objects(self, verb: int) -> tuple[tuple[Nominal, ...], tuple[tuple[str, Nominal], ...], int]:
        """Objects, prepositional phrases and the end of the clause on the right of its verb."""
        objects: list[Nominal] = []
        preps: list[tuple[str, Nominal]] = []
        at = verb + 1
        pending = ""
        last = ""
        while at < len(self.chunks):
            at = self.past_count(at)
            kind = self.kind(at)
            if kind in SKIP or (kind == "np" and not pending and (self.is_share(at) or self.is_distance(at))):
                # "por 30 días el estado de excepción": the preposition was that of the time, but "at Friday prayers".
                pending = "" if kind == "time" and self.is_of_that_time(pending, at) else pending
                at += 1
                continue
            if kind == "np" and last == "comma" and not pending and self.is_no_object(at, verb, told=bool(objects)):
                break
            if kind == "np":
                nominal, after = self.list_from(at)
                behind = self.past_hanging(after) if pending in self.lexicon.words("clausal_prepositions") else after
                alone = pending and len(nominal) == 1 and not self.opens_clause_of(at, behind)
                if not alone and self.is_subject(behind, verb):
                    # The last of the list is the subject of the next verb, or all (", a nurse and a union said").
                    all_say = last == "comma" and not pending and self.is_said(nominal[-1])
                    own = 0 if all_say else len(nominal) - 1
                    nominal, after = nominal[:own], nominal[own]
                    if nominal and not pending:
                        objects.append(nominal)
                    elif nominal:
                        preps.append((pending, nominal))
                    return tuple(objects), tuple(preps), after
                if pending and not self.is_author(at - 1, preps):
                    preps.append((pending, nominal))
                elif not pending and (last != "comma" or not (objects or self.is_added(nominal[0], verb, preps))):
                    objects.append(nominal)
                pending, last = "", "np"
                at = after
                continue
            if kind == "prep" and not (last == "" and self.particle(verb, at)):
                pending = self.lower(at)
            elif kind == "prep":
                last = "particle"
            elif self.comma(at) and not (preps and self.names_beside(verb)):
                # "It went off at 5 a.m., officials said": the preposition was that of the time.
                pending = "" if self.kind(at - 1) == "time" else pending
                last = "comma"
            elif self.goes_on(at, last, preps) or self.lists(at, verb) or self.is_part(verb, at):
                pass
            else:
                break
            at += 1
        return tuple(objects), tuple(preps), at

    def names_beside(self, verb: int) -> bool:
        """Does a participle between commas only say how somebody is called ("..., identified as Ana Mora,")?"""
        chunk = self.chunks[verb]
        calls = chunk.shape in {"open", "participle"} and self.words[chunk.head].verb in self.lexicon.words("naming")
        return calls and self.comma(self.skip(verb - 1, -1))

    def past_count(self, at: int) -> int:
        """The noun phrase that one at ``at`` only counts ("dejó un saldo de dos muertos y un herido"), else ``at``."""
        lexicon, inner = self.lexicon, at + 2
        if self.kind(at) != "np" or self.kind(inner) != "np":
            return at
        counts = self.words[self.chunks[at].head].lemma in lexicon.words("count_nouns")
        of, told = self.lower(at + 1) in lexicon.words("of"), self.chunks[inner]
        befell = self.words[told.first].tag == "num" and self.words[told.head].lemma in lexicon.word_triggers
        return inner if counts and of and befell else at

    def is_distance(self, at: int) -> bool:
        """Does it say how far off something was ("exploded at a bank, a few streets away", "200 meters from it")?"""
        if self.words[self.chunks[at].head].lemma not in self.lexicon.words("lengths"):
            # "Took a student away"
            return False
        further = self.lower(at + 1) if self.kind(at + 1) in {"adv", "prep"} else ""
        return further in self.lexicon.words("distances")

    def past_hanging(self, after: int) -> int:
        """Behind the phrases that hang on a noun ("after a raid | on the town | left two dead"), if any."""
        at = self.skip(after, 1)
        while self.kind(at) == "prep" and self.kind(at + 1) == "np":
            after = self.past_of(at + 1)
            at = self.skip(after, 1)
        return after

    def opens_clause_of(self, at: int, after: int) -> bool:
        """Does the preposition before the phrase at ``at`` open the clause of the verb behind it ("as gunmen fled")?"""
        behind = self.skip(after, 1)
        return self.kind(behind) == "vg" and self.takes_clause(self.skip(at - 1, -1), self.chunks[behind], 0)

    def goes_on(self, at: int, last: str, preps: Sequence[tuple[str, Nominal]]) -> bool:
        """Is it the "and" before a further phrase of the verb's ("a Luis Paz, su chofer, y a su hijo")?

        Behind a comma only where the preposition of an object is said again.
        """
        after = self.skip(at + 1, 1)
        if self.kind(at) != "conj" or self.kind(after) != "prep":
            return False
        objects = self.lexicon.words("object_prepositions")
        again = self.lower(after) in objects and any(prep in objects for prep, _ in preps)
        return last == "np" or (last == "comma" and again)

    def is_part(self, verb: int, at: int) -> bool:
        """Is the infinitive right behind the verb a part of it ("hicieron estallar una bomba")?"""
        if self.kind(at) != "vg" or at != verb + 1 or self.chunks[at].shape != "infinitive":
            return False
        rows = self.lexicon.verb_triggers.get(self.verb_of(verb), ())
        return any(row[1:] == (self.lower(at),) for row, _ in rows)

    def lists(self, at: int, verb: int) -> bool:
        """Is it the colon between "to be" and what it tells ("the dead were: Ana Mora and Luis Paz")?"""
        be = self.words[self.chunks[verb].head].tag == "be"
        return be and self.skip(at - 1, -1) == verb and self.kind(at) == "punct" and self.lower(at) == ":"

    def is_author(self, prep: int, preps: Sequence[tuple[str, Nominal]]) -> bool:
        """Does the preposition tell whose word it is: "according to a report by the army", "as told by the army"?"""
        source = self.skip(prep - 1, -1)
        if self.kind(source) != "np" or self.lower(prep) not in self.lexicon.words("agent_prepositions"):
            return False
        told = self.verb_of(source) in self.lexicon.saying
        return self.names_source(self.skip(source - 1, -1)) or (told and preps != [] and preps[-1][1][-1] == source)

    def is_no_object(self, at: int, verb: int, *, told: bool) -> bool:
        """Is the noun phrase behind a comma none of the verb's? ``told``: it has an object already.

        Who says it stands before a verb of saying ("..., a spokesman for the army said"), a verb whose subject may
        follow it is followed by that right away ("12 mujeres murieron, la mayoría quemadas"), and the participle of a
        noun has none ("con tres sicarios abatidos, un guardia muerto y dos heridos"). The subject of the main clause
        stands behind one that opens the sentence ("As talks stalled, six men, ..."), and what is counted next is no
        object of what befell those counted before ("3 killed, 11 injured").
        """
        chunk = self.chunks[verb]
        main = self.words[chunk.head].verb
        alone = main in self.lexicon.either("inverting", "intransitives") or self.counts_on(verb)
        alone = alone or chunk.shape == "participle"
        opens = self.ends_opening(self.skip(at - 1, -1))
        # "Two killed, a guard hurt": another befell what the next participle says.
        apart = self.skip(verb + 1, 1) + 1 == at and self.kind(self.past_of(at)) == "vg" and chunk.shape == "open"
        return self.says(at) or ((alone or opens or apart) and not told) or (opens and self.acts(at))

    def acts(self, at: int) -> bool:
        """Does a finite verb follow the noun phrase at ``at`` and what prepositions tie to it?"""
        while self.kind(at) in PHRASES:
            at += 1
        return self.kind(at) == "vg" and self.chunks[at].shape in {"finite", "open"}

    def is_share(self, at: int) -> bool:
        """Is it one of those told of, and where: "three bombs went off, one at a bank, another at a school"?"""
        word = self.words[self.chunks[at].first]
        bare = self.chunks[at].last - self.chunks[at].first == 1 and word.tag in {"num", "det"}
        told = self.kind(at + 1) == "prep" and self.lower(at + 1) not in self.lexicon.words("of")
        return bare and told and self.comma(self.skip(at - 1, -1))

    def is_added(self, at: int, verb: int, preps: Sequence[tuple[str, Nominal]]) -> bool:
        """Does the noun phrase behind a comma only add to what was told ("marched in Loja on Monday, the third march")?

        What a verb befell follows it, if not right away then behind an aside that two commas part.
        """
        commas = [index for index in range(verb, at) if self.comma(index)]
        added = not self.lexicon.inversion and len(commas) == 1 and self.kind(commas[0] - 1) in {"np", "time"}
        return added or self.is_apposed(at, preps)

    def is_apposed(self, at: int, preps: Sequence[tuple[str, Nominal]]) -> bool:
        """Does the noun phrase, after a comma, only go on with the one before it ("in Loja, Loja province")?

        A name that a mark closes says who is told of ("according to the town's mayor, Hassan Nur.").
        """
        if preps and preps[-1][0] in self.lexicon.words("object_prepositions"):
            # "Capturó a alias Luna, presunto autor del crimen"
            return True
        if not preps or self.words[self.chunks[at].first].tag != "noun":
            return False
        behind = self.past_of(at)
        closed = behind >= len(self.chunks) or self.chunks[behind].kind == "punct"
        return closed or self.words[self.chunks[preps[-1][1][-1]].first].tag == "noun"

    def is_subject(self, after: int, verb: int) -> bool:
        """Does a finite verb follow the noun phrase that ends before ``after`` and stands behind ``verb``?"""
        at = self.skip(after, 1)
        if self.kind(at) != "vg" or self.described_by(verb) >= 0 or self.said_by(verb) >= 0:
            return False
        chunk = self.chunks[at]
        main = self.verb_of(verb)
        says = main in self.lexicon.saying
        if not says and self.kind(self.skip(verb - 1, -1)) == "rel" and main in self.lexicon.verb_triggers:
            # "The man who shot the judge was arrested": the relative clause has its object.
            return False
        # "Police defused explosives left in a van" has its verb; "police said rebels attacked in Loja" goes on.
        before = () if says else (Clause(verb),)
        return chunk.shape == "finite" or (chunk.shape == "open" and not self.is_reduced(at, before))
