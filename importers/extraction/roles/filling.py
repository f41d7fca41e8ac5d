"""The roles of a verb while they are filled: see ``verbroles``."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from importers.extraction.lexicon.lexicon import Trigger
from importers.extraction.roles.fillers import told_apart
from importers.extraction.roles.following import list_from
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nounphrases import clitic_entity
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal, of_complement


@dataclass(slots=True)
class Filling:
    """The roles of a verb as they are filled."""

    found: Found
    trigger: Trigger
    clause: Clause
    context: Context
    events: frozenset[int]
    roles: dict[str, list[Entity]] = field(default_factory=dict)
    cause: int = -1
    pronoun: Entity | None = None
    pronoun_role: str = ""
    named: dict[Nominal, tuple[Entity, ...]] = field(default_factory=dict)
    """Whom its noun phrases were found to name: each is asked for by several of its roles."""

    @property
    def slots(self) -> Mapping[str, str]:
        """Which role each slot of the verb gives."""
        return self.trigger.frame.verb

    @property
    def clitic(self) -> str:
        """The unstressed pronoun that leans on the verb, "" for none."""
        at = self.context.parsed.chunks[self.clause.verb].clitic
        return self.context.words[at].lower if at >= 0 else ""

    @property
    def phrases(self) -> list[tuple[str, Nominal]]:
        """The clause's own, and those of a participle that is a part of the trigger ("cayó abatido por rebeldes")."""
        return [phrase for clause in self._told_by() for phrase in clause.preps]

    def own_nouns(self) -> frozenset[int]:
        """The chunks of the nouns that are a part of the trigger ("took control")."""
        chunks = self.context.parsed.chunks
        stretch = range(self.clause.verb, self.clause.after)
        return frozenset(i for i in stretch if chunks[i].kind == "np" and chunks[i].head in self.found.taken)

    def all_phrases(self) -> Iterator[tuple[str, Nominal]]:
        """What prepositions tie to the verb, and "of" to a noun of the trigger ("was the work of rebels")."""
        yield from self.phrases
        parsed, lexicon = self.context.parsed, self.context.lexicon
        roles = sorted(word for word in lexicon.words("of") if word in self.slots)
        for index in sorted(self.own_nouns()) if roles else ():
            inner = of_complement(parsed.chunks, parsed.words, index, lexicon)
            if inner >= 0:
                yield roles[0], list_from(inner, self.context)

    @property
    def objects(self) -> list[Nominal]:
        """The clause's own, and those of a participle that is a part of the trigger ("mantiene retenidos seis")."""
        return [nominal for clause in self._told_by() for nominal in clause.objects]

    @property
    def subject(self) -> Nominal:
        """The clause's own, or that of a participle that is a part of the trigger ("cayó abatido el cabecilla")."""
        return next((clause.subject for clause in self._told_by() if clause.subject), ())

    def _told_by(self) -> Sequence[Clause]:
        """The clause, and those of the participles that are a part of the trigger."""
        chunks, taken = self.context.parsed.chunks, self.found.taken
        if len(taken) == 1:
            return (self.clause,)
        clauses = (
            c
            for c in self.context.parsed.clauses
            if chunks[c.verb].head in taken and (c.reduced or chunks[c.verb].shape == "participle")
        )
        return tuple({clause.verb: clause for clause in (self.clause, *clauses)}.values())

    @property
    def clitics(self) -> list[str]:
        """All that lean on it ("se lo llevaron"), also on an infinitive's end ("manifestarse")."""
        chunk = self.context.parsed.chunks[self.clause.verb]
        leaning = [word.lower for word in self.context.words[chunk.first : chunk.last] if word.tag == "clitic"]
        return [*leaning, self.context.words[chunk.head].ending]

    def entities(self, nominal: Nominal) -> tuple[Entity, ...]:
        """Whom a noun phrase of the clause names, without what is a part of the trigger itself."""
        if nominal not in self.named:
            self.named[nominal] = self._entities(nominal)
        return self.named[nominal]

    def _entities(self, nominal: Nominal) -> tuple[Entity, ...]:
        # "Dejó cuatro muertos y siete heridos": of what is joined, "dejar herido" has the wounded alone.
        own = tuple(index for index in nominal if not told_apart(index, self.found, self.context)) or nominal
        if own and (pronoun := self._pronoun_in(own[-1])) is not None:
            return (pronoun,)
        return entities(own, self.context, self.found.taken) if own and not self._is_own(own[-1]) else ()

    def _pronoun_in(self, index: int) -> Entity | None:
        """The "her" of "shot her dead", which is no owner's."""
        chunk, words = self.context.parsed.chunks[index], self.context.words
        alone = self.found.taken.issuperset(range(chunk.first + 1, chunk.last)) and chunk.last > chunk.first + 1
        own = words[chunk.first].tag == "poss" and words[chunk.first].lower in self.context.lexicon.words(
            "personal_pronouns"
        )
        return clitic_entity(chunk.first, index, self.context) if alone and own else None

    def _is_own(self, index: int) -> bool:
        """Is the noun a part of the trigger: "a special meeting" of "hold a meeting", but not "two clerks hostage"?"""
        head = self.context.parsed.chunks[index].head
        predicatives = self.context.lexicon.words("predicatives")
        return head in self.found.taken and self.context.words[head].lemma not in predicatives

    def point(self, entity: Entity, role: str) -> None:
        """Note the pronoun that fills a role."""
        self.pronoun, self.pronoun_role = entity, role
