"""Who "he" or "the candidate" is: the one person the sentence or the one before it names, if it names just one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from importers.extraction.drafts import Draft
from importers.extraction.entities import Entity
from importers.extraction.names import Name


def resolve(drafts: Sequence[Draft], names: Mapping[int, Sequence[Name]]) -> None:
    """Name those whom mentions only point to. ``names``: the article's, by the number of their sentence."""
    for draft in drafts:
        pronoun = draft.filled.pronoun
        if pronoun is not None and _is_singular(pronoun, draft):
            person = _antecedent(pronoun, draft, names)
            if person is not None:
                row = draft.roles.setdefault(draft.filled.pronoun_role, [])
                if not row:
                    row.append(_named(pronoun, person))
        for role, fillers in draft.roles.items():
            if len(fillers) > 2 or any(entity.named for entity in fillers):
                continue
            if role == "patient" and fillers and _describes_one(fillers[0], draft):
                person = _antecedent(fillers[0], draft, names)
                if person is not None:
                    fillers[:] = [_named(fillers[0], person)]


def _is_singular(pronoun: Entity, draft: Draft) -> bool:
    return pronoun.value.lower() in draft.context.lexicon.words("personal_pronouns")


def _describes_one(entity: Entity, draft: Draft) -> bool:
    """Is it "the candidate", "the journalist": one person, known already?"""
    if not entity.definite or entity.plural or entity.quantity is not None or entity.pronoun:
        return False
    lexicon = draft.context.lexicon
    if entity.head in lexicon.words("collectives") or entity.head in lexicon.words("partitives"):
        return False
    return entity.kind is None or entity.kind.cls == "person"


def _antecedent(entity: Entity, draft: Draft, names: Mapping[int, Sequence[Name]]) -> Name | None:
    number = draft.sentence.number
    before = [name for name in names.get(number, ()) if name.kind == "person" and name.end <= entity.start]
    if not before:
        before = [name for name in names.get(number - 1, ()) if name.kind == "person"]
    persons = {name.canonical: name for name in before}
    return next(iter(persons.values())) if len(persons) == 1 else None


def _named(entity: Entity, person: Name) -> Entity:
    return replace(entity, value=person.canonical, named=True, pronoun=False)
