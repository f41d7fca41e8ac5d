"""Who they were, as the sentence behind says: "Two clerks were killed. They were identified as Ana Mora and Luis Paz."

What is said of "they", "her", "one of them", "the other", "the clerks" or "the victims" is said of those whom the
sentence before tells of without a name, as far as their number and noun allow it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from importers.extraction.mentions.drafts import Draft
from importers.extraction.naming.names import Name
from importers.extraction.roles.members import is_copula
from importers.extraction.roles.refining import refined
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal, is_plural, of_complement
from store.records.record import record
from store.records.span import Span


@record
class _Identity:
    """The names by which a sentence says that people told of before go."""

    people: tuple[Entity, ...]
    several: bool | None
    """Whether they are several, None if the verb alone points at them ("fueron identificados como")."""
    some: bool
    """It names one of several, or another one."""
    noun: str = ""
    """What they are called ("the other priests"), "" where it is said of whomever it befell ("they", "the victim")."""
    suffered: bool = False
    """They are told to be those it befell."""
    number: int | None = None
    """As how many they are pointed at ("the six"), if by nothing else."""


def say_who(drafts: Sequence[Draft], names: Mapping[int, Sequence[Name]], context_of: Callable[[int], Context]) -> None:
    """Name those whom mentions only count or describe. ``names``: the article's, by the number of their sentence.

    ``context_of`` parses a sentence by its number.
    """
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        if any(_unnamed(draft)):
            told.setdefault(draft.sentence.number, []).append(draft)
    for number, here in told.items():
        behind = number + 1
        while behind not in told and any(name.kind == "person" for name in names.get(behind, ())):
            context = context_of(behind)
            identity = _identity(context)
            if identity is None or not _put_names(here, identity):
                break
            for draft in here:
                draft.identified = Span(context.words[0].start, context.words[-1].end)
            behind += 1


def _put_names(drafts: Sequence[Draft], identity: _Identity) -> bool:
    """Name the one person or group without a name of a sentence that the next one can speak of, if it is just one."""
    many = len(identity.people)
    groups = {
        entity.start: entity
        for draft in drafts
        for role, entity in _unnamed(draft)
        if _may_be(entity, identity) and not (identity.suffered and role != "patient")
    }
    counted = [start for start, group in groups.items() if group.count == many and not identity.some]
    chosen = counted if len(counted) == 1 else list(groups)
    if len(chosen) != 1:
        return False
    (start,) = chosen
    for draft in drafts:
        for role, group in [*_unnamed(draft)]:
            if group.start == start:
                known = [replace(one, kind=one.kind or group.kind, chunk=group.chunk) for one in identity.people]
                left = [
                    one for one in draft.roles[role] if one is not group or not (counted or identity.several is False)
                ]
                draft.roles[role] = [*left, *known]
                draft.become(refined(draft.type, draft.roles, draft.context))
    return True


def _unnamed(draft: Draft) -> Iterator[tuple[str, Entity]]:
    """Those people with a part in the mention who have no name, with their part."""
    for role in ("patient", "agent"):
        for entity in draft.roles.get(role, ()):
            # "Six Jesuit priests" are called by no name of their own.
            named = entity.proper or (entity.named and not entity.plural)
            if entity.cls == "person" and not named and not entity.pronoun:
                yield role, entity


def _may_be(group: Entity, identity: _Identity) -> bool:
    several = group.plural or (group.count or 0) > 1
    if identity.noun and identity.noun != group.head:
        return False
    if identity.several is not None and identity.several != several:
        return False
    if identity.number is not None and not identity.some and identity.number != group.count:
        return False
    return len(identity.people) <= (group.count or len(identity.people))


def _identity(context: Context) -> _Identity | None:
    """By what names the main clause of a sentence says that people told of before go, if that is what it says."""
    clause = next((one for one in context.parsed.clauses if not one.aside and one.governor < 0), None)
    if clause is None or context.parsed.chunks[clause.verb].negated:
        return None
    of_whom, rows = _said_of(clause, context)
    people = tuple(one for row in rows for one in entities(row, context) if one.proper and one.cls == "person")
    if not people:
        of_whom, people = clause.subject[:1], _set_beside(clause.subject, context)
    pointing = _pointing(of_whom, context)
    if pointing is None or not people:
        return None
    lists = context.parsed.main(clause).verb in context.lexicon.words("listing_verbs")
    return replace(pointing, people=people, some=pointing.some or lists)


def _said_of(clause: Clause, context: Context) -> tuple[Nominal, Sequence[Nominal]]:
    """Of whom the clause says by what names they go, and the noun phrases that name them; nothing if it does not."""
    if context.parsed.main(clause).verb in context.lexicon.words("identifying"):
        marks = context.lexicon.words("role_prepositions")
        of_whom = clause.subject if clause.passive or not clause.objects else clause.objects[0]
        return of_whom, [*clause.phrases(marks)]
    lists = context.parsed.main(clause).verb in context.lexicon.words("listing_verbs")
    return (clause.subject, clause.objects) if lists or is_copula(clause, context) else ((), ())


def _set_beside(nominal: Nominal, context: Context) -> tuple[Entity, ...]:
    """The people by whose names a noun phrase goes on: "the victims, Ana Mora and Luis Paz, were ..."."""
    told = entities(nominal, context) if len(nominal) > 1 else ()
    return tuple(told) if all(one.proper and one.cls == "person" for one in told) else ()


def _pointing(nominal: Nominal, context: Context) -> _Identity | None:
    """Those pointed at, without their names; None if it points at nobody.

    "They", "her", "one of them", "the other person", "the victims"; where the verb needs no subject, its lack points,
    too.
    """
    lexicon, chunks, words = context.lexicon, context.parsed.chunks, context.words
    if not nominal:
        return _Identity((), None, some=False) if lexicon.inversion else None
    if len(nominal) > 1:
        return None
    plural = lexicon.words("plural_pronouns")
    chunk = chunks[nominal[0]]
    inner = of_complement(chunks, words, nominal[0], lexicon)
    if inner >= 0:
        one_of_them = words[chunk.head].tag in {"num", "det"} and words[chunks[inner].head].lower in plural
        return _Identity((), several=True, some=True) if one_of_them else None
    own = {word.lower for word in words[chunk.first : chunk.last]}
    head = words[chunk.head]
    if own & lexicon.words("definite") and head.tag in {"noun", "num"}:
        other = bool(own & lexicon.words("distinct"))
        if head.tag == "num":
            # "Police named the six as ..."
            counted = context.quantities.get(head.start)
            number = counted.best if counted is not None else None
            return _Identity((), several=True, some=other, number=number) if number else None
        suffered = head.lemma in lexicon.words("sufferers")
        noun = "" if suffered or (other and head.lemma in lexicon.words("anyone")) else head.lemma
        return _Identity((), other or is_plural(head, lexicon), other, noun, suffered)
    if head.lower in plural or head.lower in lexicon.words("personal_pronouns"):
        return _Identity((), head.lower in plural, some=False)
    return None
