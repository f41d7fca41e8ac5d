"""Who they were, as the sentence behind says: "Two clerks were killed. They were identified as Ana Mora and Luis Paz."

What is said of "they", "her", "one of them" or "the other" is said of those whom the sentence before tells of without
a name, as far as their number allows it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from importers.extraction.appositions import entities
from importers.extraction.drafts import Draft
from importers.extraction.entities import Context, Entity
from importers.extraction.members import is_copula
from importers.extraction.names import Name
from importers.extraction.nominals import Nominal, of_complement
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
    groups = {entity.start: entity for draft in drafts for _, entity in _unnamed(draft) if _may_be(entity, identity)}
    counted = [start for start, group in groups.items() if _number(group) == many and not identity.some]
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
    return True


def _unnamed(draft: Draft) -> Iterator[tuple[str, Entity]]:
    """Those people with a part in the mention who have no name, with their part."""
    for role in ("patient", "agent"):
        for entity in draft.roles.get(role, ()):
            if entity.cls == "person" and not entity.named and not entity.pronoun:
                yield role, entity


def _may_be(group: Entity, identity: _Identity) -> bool:
    several = group.plural or (_number(group) or 0) > 1
    if identity.several is not None and identity.several != several:
        return False
    return len(identity.people) <= (_number(group) or len(identity.people))


def _number(group: Entity) -> int | None:
    return group.quantity.best if group.quantity is not None else None


def _identity(context: Context) -> _Identity | None:
    """By what names the main clause of a sentence says that people told of before go, if that is what it says."""
    clause = next((one for one in context.parsed.clauses if not one.aside and one.governor < 0), None)
    if clause is None or context.parsed.chunks[clause.verb].negated:
        return None
    names = context.parsed.main(clause).verb in context.lexicon.words("identifying")
    if names:
        marks = context.lexicon.words("role_prepositions")
        rows = [*clause.phrases(marks)]
        of_whom = clause.subject if clause.passive or not clause.objects else clause.objects[0]
    elif is_copula(clause, context):
        rows, of_whom = [*clause.objects], clause.subject
    else:
        return None
    pointing = _pointing(of_whom, context)
    people = tuple(one for row in rows for one in entities(row, context) if one.proper and one.cls == "person")
    return _Identity(people, *pointing) if people and pointing is not None else None


def _pointing(nominal: Nominal, context: Context) -> tuple[bool | None, bool] | None:
    """Whether those pointed at are several, and whether it is some of them; None if it points at nobody.

    "They", "her", "one of them", "the other person"; where the verb needs no subject, its lack points, too.
    """
    lexicon, chunks, words = context.lexicon, context.parsed.chunks, context.words
    if not nominal:
        return (None, False) if lexicon.inversion else None
    if len(nominal) > 1:
        return None
    plural = lexicon.words("plural_pronouns")
    chunk = chunks[nominal[0]]
    inner = of_complement(chunks, words, nominal[0], lexicon)
    if inner >= 0:
        one_of_them = words[chunk.head].tag in {"num", "det"} and words[chunks[inner].head].lower in plural
        return (True, True) if one_of_them else None
    own = {word.lower for word in words[chunk.first : chunk.last]}
    if own & lexicon.words("definite") and own & lexicon.words("distinct"):
        return True, True
    head = words[chunk.head].lower
    if head in plural or head in lexicon.words("personal_pronouns"):
        return head in plural, False
    return None
