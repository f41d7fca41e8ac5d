"""Noun phrases joined to others: lists, appositions, what "of" ties to them; seen from a chunk to the left or right."""

from collections.abc import Sequence
from typing import Literal

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.syntax.chunked import PHRASES, Chunked
from importers.extraction.syntax.chunks import Chunk
from importers.extraction.syntax.word import Word
from store.records.record import record

Nominal = tuple[int, ...]
"""Noun phrases joined by commas and "and": indexes of their chunks, in order. () is nobody."""

_TAIL = PHRASES | {"rel"}
"""Chunks of what is told of one member of a list."""
_LONGEST_LIST = 40
"""Members of a list of names: reports of an attack name so many dead, rarely more."""


def of_complement(chunks: Sequence[Chunk], words: Sequence[Word], index: int, lexicon: Lexicon) -> int:
    """The noun phrase that "of" ties to the one at ``index``, -1 for none."""
    at, count = index + 1, len(chunks)
    if at < count and chunks[at].kind not in {"prep", "aside"}:
        return -1
    while at < count and chunks[at].kind == "aside":
        at += 1
    if at + 1 < count and chunks[at].kind == "prep" and _ties(words, chunks[index], chunks[at], lexicon):
        at += 1
        while at < count and chunks[at].kind in {"aside", "adv"}:
            at += 1
        if at < count and chunks[at].kind == "np":
            return at
    return -1


def _ties(words: Sequence[Word], outer: Chunk, prep: Chunk, lexicon: Lexicon) -> bool:
    """Does the preposition make one name of what stands around it: "of", or that of "candidato a alcalde"?"""
    lower = words[prep.first].lower
    if lower in lexicon.words("of"):
        return True
    return lower in lexicon.words("office_prepositions") and words[outer.head].lemma in lexicon.words("office_seekers")


def is_plural(word: Word, lexicon: Lexicon) -> bool:
    """Is the noun's form not its dictionary form, and, where the language has them, does it end like a plural?

    Or is it one of the few that are always several ("people").
    """
    endings = lexicon.plural_endings
    if word.lower in lexicon.words("plurals"):
        return True
    return word.lower != word.lemma and (not endings or word.lower.endswith(endings))


@record
class Nominals(Chunked):
    """A chunked sentence with the questions of which noun phrases belong together."""

    def coordination(self, at: int, commas: int, *, subject: bool = True) -> tuple[Nominal, int]:
        """The noun phrase at ``at`` with those joined to it on its left, and the first chunk of all.

        ``subject``: it is to be the subject of a verb, not what a relative clause describes.
        With a comma after it, "X, the leader of Y," is an apposition: X counts, and stands first.
        """
        parts, first, joined, by_and = [at], at, False, False
        if self.lower(at) in self.lexicon.words("nominatives"):
            # "... a student and they killed her": a pronoun opens a clause of its own.
            return (at,), at
        while True:
            left, closed, conj = self.member_before(first, joined=joined, commas=commas)
            again, joined, by_and = joined and conj and not by_and, joined or conj, conj
            tie = self.tie_to(left, first, closed, commas, joined=joined, subject=subject)
            if again and (self.is_said(at) or (tie == "none" and self.kind(self.skip(left - 1, -1)) == "vg")):
                # "... soldiers and drivers, a nurse and a union said": the drivers belong to what is said.
                return tuple(reversed(parts[:-1])), parts[-2]
            if tie == "none":
                break
            head = self.past_preps(left)
            if tie == "deed":
                return (head,), head
            if tie == "apposed":
                parts, first, joined = [head], head, False
                continue
            if tie == "inside":
                return (left, *reversed(parts)), left
            if not subject and self.marks_object(left):
                # "Homenaje a Ana Mora, Luis Paz y Juan Vera, asesinados en mayo"
                return (left, *reversed(parts)), left
            parts.append(head)
            first = head
            if not joined:
                commas -= 1
        return tuple(reversed(parts)), first

    def is_said(self, at: int) -> bool:
        """Does a verb of saying stand right behind the noun phrase at ``at``?"""
        verb = self.skip(at + 1, 1)
        return self.kind(verb) == "vg" and self.verb_of(verb) in self.lexicon.saying

    def member_before(self, first: int, *, joined: bool, commas: int) -> tuple[int, str, bool]:
        """What stands before the list that begins at ``first``, the mark that closes it, and whether "and" joins them.

        -1 where nothing joins the two; the mark is that before "and", or the semicolon.
        """
        left = self.skip(first - 1, -1)
        if self.ends_opening(left):
            return -1, "", False
        closed = ""
        conj = self.kind(left) == "conj"
        if conj:
            left = self.skip(left - 1, -1)
            while self.divides(left):
                closed = self.lower(left)
                left = self.skip(left - 1, -1)
        elif (joined and self.divides(left)) or (self.comma(left) and (commas or self.both_told(first, left))):
            closed = self.lower(left)
            left = left if self.comma(left) else self.skip(left - 1, -1)
            while self.comma(left):
                left = self.skip(left - 1, -1)
        else:
            return -1, "", False
        return left, closed, conj

    def tie_to(
        self, left: int, first: int, closed: str, commas: int, *, joined: bool, subject: bool
    ) -> Literal["none", "member", "inside", "apposed", "deed"]:
        """How the noun phrase at ``left`` is tied to the list that begins at ``first``.

        A member of it, itself or what it hangs on; the first of it, inside what opens the clause ("after two nuns and
        a cook were killed") or an "of" phrase ("the release of 30 nurses and four doctors"); in a description of who
        stands before ("Ana Mora, head of the bank and one of the richest women, ...", "Ana Mora, age 27 and mother of
        two, ..."); or one of what a deed befell ("the attack on a union and a church killed nine"), or many are of
        ("the mayors of Loja and Cali"), or somebody is told of by ("the man behind the kidnapping and the murder").
        """
        outer = self.before_time(left)
        prep = self.kind(outer) == "prep"
        # "One died of stab wounds and seven others were injured": it belongs to the verb.
        of = prep and self.lower(outer) in self.lexicon.words("of") and self.kind(self.skip(outer - 1, -1)) != "vg"
        if self.kind(left) != "np" or self.names_source(outer):
            return "none"
        if not joined and self.act_together(left, first):
            return "member"
        if prep and joined and outer == self.skip(0, 1) and self.sort_of(left) != self.sort_of(first) == "person":
            # "In another incident, two nuns and a cook, who ..."
            return "none"
        head = self.past_preps(left)
        set_off = self.divides(self.skip(head - 1, -1))
        if subject and joined and not closed and prep and not of and self.opens_deed(head):
            return "deed"
        if head != left and set_off and (closed == ";" or (closed != "" and self.describes(head, first, of=of))):
            # What a mark closes is a member with all that hangs on it: "a clerk at the port; and Luis Paz".
            return "member"
        if joined and prep and self.lower(outer) in self.lexicon.words("clausal_prepositions"):
            # "... after a bus and two cars were burned": it opens their clause.
            return "inside"
        inside = joined and of and self.is_taken(self.skip(outer - 1, -1))
        of_deed = head != left and self.names_deed(left) and not self.names_deed(head)
        # "Was shot as he greeted supporters at a rally, and a guard died": they are the verb's before.
        of_deed = of_deed and not self.is_taken(head)
        if subject and joined and prep and (of_deed or self.of_many(head, left, first)):
            return "deed"
        by_verb = self.kind(outer) == "vg" and not self.may_be_said(outer, first, closed, joined=joined)
        opening = not joined and self.kind(self.skip(head - 1, -1)) == "prep"
        # But "two men in a car, a taxi, were shot": a noun that opens the clause with one behind a preposition.
        opens = head != left and self.kind(self.skip(head - 1, -1)) not in {"np", "prep", "vg"}
        apart = prep and not of and (joined or not opens)
        if subject and (by_verb or apart or inside or opening):
            # It belongs to the clause before: "... that plagues the country, six officers were wounded",
            # "gangs stormed the prison of Gonaives and 300 inmates fled"; or to none: "after hours of fear, a man, 31".
            return "none"
        if joined and commas and not closed and (self.is_age(left) or (of and set_off)):
            return "apposed"
        return "inside" if joined and of and not self.of_one_kind(head, left, first) else "member"

    def may_be_said(self, verb: int, first: int, closed: str, *, joined: bool) -> bool:
        """May a list or an apposition open what the verb reports ("police said a guide, a nurse and a cook died")?

        Not where a mark ends what is said and the list goes on without one ("..., said Ana Mora, and two died"), nor
        is somebody described who may be the one that says it ("..., said Ana Mora, the mayor of Loja, were shot").
        """
        if self.verb_of(verb) not in self.lexicon.saying:
            return False
        after_who = self.kind(self.skip(verb - 1, -1)) in {"np", "rel"}
        return after_who or (joined and not (closed and self.kind(self.skip(first - 1, -1)) == "conj"))

    def past_preps(self, at: int) -> int:
        """The noun phrase on which the one at ``at`` hangs by prepositions, itself for none."""
        while self.kind(prep := self.skip(at - 1, -1)) == "prep":
            outer = self.skip(prep - 1, -1)
            if self.kind(outer) != "np" or self.is_marked(prep, outer):
                break
            at = outer
        return at

    def apposed_to(self, at: int) -> int:
        """The noun phrase before the comma behind which the one at ``at`` stands, -1 for none."""
        comma = self.skip(at - 1, -1)
        before = self.skip(comma - 1, -1) if self.comma(comma) else -1
        return before if self.kind(before) == "np" else -1

    def tells_where(self, at: int) -> bool:
        """Does a name between commas go on with one behind a preposition ("a strike in Kutum, Sudan, killed two")?

        Or does it say in which town something is ("pupils taken from the Girls' School, Kutum, are free")?
        """
        left = self.skip(self.skip(at - 1, -1) - 1, -1)
        prep = self.skip(left - 1, -1)
        closed = self.comma(self.skip(at - 1, -1)) and self.comma(self.skip(at + 1, 1))
        if not (closed and self.kind(left) == "np" and self.kind(prep) == "prep" and self.is_bare(at)):
            return False
        site = self.lower(prep) in self.lexicon.words("locatives") and self.sort_of(left) == "thing"
        return self.is_bare(left) or (site and self.sort_of(at) == "")

    def of_places(self, at: int, *, listed: bool = False) -> int:
        """The preposition behind which a list of names stands that the one at ``at`` ends, told of a noun; or -1.

        "Blasts in Kutum, Sudan, and Tine, Chad, killed two", "the raids on farms in Kutum and Tine, which ..."
        ``listed``: a town and its country will do as well ("a bombing in Kutum, Sudan which killed two").
        """
        while self.kind(at) == "np" and self.is_bare(at) and self.sort_of(at) == "":
            at = self.skip(at - 1, -1)
            if self.kind(at) == "prep":
                return at if listed and self.kind(self.skip(at - 1, -1)) == "np" else -1
            while self.comma(at) or self.kind(at) == "conj":
                listed = listed or self.kind(at) == "conj"
                at = self.skip(at - 1, -1)
        return -1

    def is_bare(self, at: int) -> bool:
        """Is the noun phrase in the singular, with no word before it?"""
        chunk = self.chunks[at]
        return self.words[chunk.first].tag == "noun" and not is_plural(self.words[chunk.head], self.lexicon)

    def marks_object(self, at: int) -> bool:
        """Does a preposition that marks an object stand before the noun phrase at ``at``?"""
        prep = self.skip(at - 1, -1)
        marked = self.kind(prep) == "prep" and self.lower(prep) in self.lexicon.words("object_prepositions")
        return marked and self.kind(at) == "np"

    def is_marked(self, prep: int, before: int) -> bool:
        """Does the preposition mark an object behind the place at ``before`` ("detuvo en Loja a dos guías")?

        Not where it tells whither that leads ("en la carretera a Loja").
        """
        if self.words[self.chunks[before].head].lemma in self.lexicon.words("leading_nouns"):
            return False
        where = self.skip(before - 1, -1)
        placed = self.kind(where) == "prep" and self.lower(where) in self.lexicon.words("in_event")
        return placed and self.lower(prep) in self.lexicon.words("object_prepositions")

    def of_many(self, outer: int, inner: int, other: int) -> bool:
        """Are they people of several places or persons ("the mayors of Loja and Cali", "the sons of Mora and Paz")?"""
        many = self.sort_of(outer) == "person" and is_plural(self.words[self.chunks[outer].head], self.lexicon)
        return many and "person" not in {self.sort_of(inner), self.sort_of(other)}

    def opens_deed(self, at: int) -> bool:
        """Does the noun phrase at ``at`` tell of a deed, with neither a verb nor a preposition before it?"""
        return self.names_deed(at) and self.kind(self.skip(at - 1, -1)) not in {"vg", "prep"}

    def names_deed(self, at: int) -> bool:
        """Is the noun of the phrase at ``at`` one of a deed?"""
        return self.lexicon.names_deed(self.words[self.chunks[at].head].lemma)

    def of_one_kind(self, outer: int, inner: int, other: int) -> bool:
        """Is what is joined of the sort of the noun, not of what "of" ties to it ("the house of a judge and a car")?"""
        chunk = self.chunks[other]
        titled = any(self.sort_of_noun(before) == "person" for before in range(chunk.first, chunk.head))
        # "Officer Luis Paz" is a person.
        sort = self.sort_of(other) or ("person" if titled else "")
        sorts = self.sort_of(outer), self.sort_of(inner)
        one = not is_plural(self.words[self.chunks[outer].head], self.lexicon) and sorts[0] == "person" != sorts[1]
        # "The head of the union, Ana Mora, and a judge"
        called = self.is_bare(other) and self.comma(self.skip(other - 1, -1)) and self.comma(self.skip(other + 1, 1))
        return (sort != "" and sorts[0] == sort != sorts[1]) or (one and called)

    def describes(self, head: int, other: int, *, of: bool) -> bool:
        """Is the noun phrase behind a comma, with another after its own, said of somebody who is told with the other?

        "Ana Mora, a nurse from Loja, and her husband".
        """
        return of or self.sort_of(head) == self.sort_of(other) == "person"

    def is_taken(self, at: int) -> bool:
        """Does a verb or a preposition stand before the noun phrase at ``at`` and what "of" ties it to?"""
        left = self.skip(at - 1, -1)
        while self.kind(at) == "np" and self.kind(left) == "prep" and self.lower(left) in self.lexicon.words("of"):
            at = self.skip(left - 1, -1)
            left = self.skip(at - 1, -1)
        if self.said_barely(at):
            return False
        return self.kind(left) == "prep" or (self.kind(left) == "vg" and self.chunks[left].shape in {"finite", "open"})

    def list_from(self, at: int) -> tuple[Nominal, int]:
        """The noun phrase at ``at`` with those joined to it on its right ("of" phrases inside), and the chunk after."""
        parts, after = [at], self.past_of(at)
        prep = self.lower(at - 1) if self.kind(at - 1) == "prep" else ""
        while True:
            right, conj = self.next_member(after, prep)
            if right < 0 and (end := self.past_tail(after)) > after:
                right, conj = self.next_member(end, prep)
            if right < 0 or self.goes_with_place(at, after, right):
                break
            if self.goes_with_inner(parts[-1], right):
                return tuple(parts), self.past_inner(parts[-1], after)
            parts.append(right)
            after = self.past_of(right)
            if conj and self.kind(self.skip(after, 1)) != "conj":
                break
        return tuple(parts), after

    def goes_with_place(self, first: int, after: int, right: int) -> bool:
        """Is the name at ``right`` one of the places behind "in" ("shot two in Loja, Ohio; Cali, Iowa; and Tula")?"""
        if not self.semicolons or self.is_bare(first) or not self.is_bare(right) or self.sort_of(right):
            return False
        preps = (chunk for chunk in range(after, right) if self.kind(chunk) == "prep")
        return any(self.lower(prep) in self.lexicon.words("in_event") for prep in preps)

    def goes_with_inner(self, outer: int, right: int) -> bool:
        """Does the next of a list go with what "of" ties to the deed at ``outer``, or to whom it was done?

        "Responsables de la muerte de un juez y dos guardias", "víctima de un ataque de policías y soldados"; but "the
        murder of a judge and the kidnapping of another".
        """
        if self.names_deed(right):
            return False
        at, inner = outer, of_complement(self.chunks, self.words, outer, self.lexicon)
        while inner >= 0:
            if self.names_deed(at):
                return True
            at, inner = inner, of_complement(self.chunks, self.words, inner, self.lexicon)
        return False

    def past_inner(self, outer: int, after: int) -> int:
        """The chunk behind the list that the last of what "of" ties to ``outer`` opens; ``after`` if a verb follows."""
        at = outer
        while (inner := of_complement(self.chunks, self.words, at, self.lexicon)) >= 0:
            at = inner
        end = self.list_from(at)[1]
        return after if self.kind(self.skip(end, 1)) == "vg" else end

    def next_member(self, after: int, prep: str) -> tuple[int, bool]:
        """The next of a list behind the member that ends before ``after``, and whether "and" ties it; -1 for none.

        ``prep``: the preposition before the list, which the last may repeat ("of Ana Mora, Luis Paz, and of a clerk").
        """
        right = self.skip(after, 1)
        if self.ends_opening(right):
            return -1, False
        commas = self.divides(right)
        while self.divides(right):
            right = self.skip(right + 1, 1)
        conj = self.kind(right) == "conj"
        if conj:
            right = self.behind_and(right, prep)
        found = self.kind(right) == "np" and (conj or (commas and self.listed(right, prep)))
        return (right if found else -1), conj

    def behind_and(self, conj: int, prep: str) -> int:
        """What the "and" at ``conj`` joins, behind the preposition ``prep`` if that is told once more."""
        right = self.skip(conj + 1, 1)
        again = prep != "" and self.kind(right) == "prep" and self.lower(right) == prep
        return self.skip(right + 1, 1) if again else right

    def past_tail(self, after: int) -> int:
        """The semicolon behind what is told of a member ("Ana Mora, 45, from Spain; ..."); ``after`` for none.

        A clause may be a part of it only if "and" ties the last member to it ("a boy who was playing; and ...").
        """
        if not self.semicolons:
            return after
        at, clause = after, False
        while self.kind(at) in _TAIL or self.comma(at) or (self.kind(at) == "vg" and clause):
            clause = clause or self.kind(at) == "rel"
            at += 1
        return at if at in self.semicolons and (not clause or self.kind(self.skip(at + 1, 1)) == "conj") else after

    def listed(self, at: int, prep: str) -> bool:
        """Is the phrase at ``at``, after a comma, one of a list that ends in "and ..." (not an apposition)?"""
        for _ in range(_LONGEST_LIST):
            right = self.skip(self.past_tail(self.past_of(at)), 1)
            while self.divides(right):
                right = self.skip(right + 1, 1)
            if self.kind(right) == "conj":
                return self.kind(self.behind_and(right, prep)) == "np"
            if self.kind(right) != "np":
                return False
            at = right
        return False

    def past_of(self, at: int) -> int:
        """The chunk behind the noun phrase at ``at`` and all that "of" ties to it."""
        while (inner := of_complement(self.chunks, self.words, at, self.lexicon)) >= 0:
            at = inner
        return at + 1
