"""Which armed group "the rebels" or "the group" is: the one of its kind that the article names, if just one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from importers.extraction.happenings.antecedents import words_beside
from importers.extraction.lexicon.lexicon import Kind
from importers.extraction.mentions.drafts import Draft
from importers.extraction.naming.names import Name
from importers.extraction.sentences.entities import Context, Entity, holds_name


def armed_groups(names: Mapping[int, Sequence[Name]], context: Context) -> dict[str, tuple[str, ...]]:
    """The armed groups the article names, by their kind: each by its shortest name.

    Of a group that others split off from ("FARC dissidents") nobody knows which of the two is meant.
    """
    found: dict[str, dict[str, str]] = {}
    for name in (name for number in sorted(names) for name in names[number]):
        if name.kind == "person":
            continue
        if (kind := _armed_kind(name, context)) is None:
            continue
        groups = found.setdefault(kind.name, {})
        if _is_split(name, context):
            groups[""] = ""
        shorter = len(name.text) < len(groups.get(name.canonical, name.canonical))
        groups[name.canonical] = name.text if shorter else groups.get(name.canonical, name.canonical)
    return {kind: tuple(groups.values()) for kind, groups in found.items()}


def _is_split(name: Name, context: Context) -> bool:
    """Do the words beside the name tell of those who left it, or of what it was?"""
    before, behind = words_beside(name, context.text)
    return not context.lexicon.words("splinters").isdisjoint((*before, *behind))


def name_group(draft: Draft, groups: Mapping[str, tuple[str, ...]], names: Mapping[int, Sequence[Name]]) -> None:
    """Say who "the rebels" are: the one armed group of their kind that the article names, if it is just one.

    "The group" is that one only where no other body has been named since.

    A country's insurgents are told of as "rebels", without an article, as well; "terrorists" may be any. The name is
    set in brackets, as editors do: it is not what the sentence says.
    """
    row = draft.roles.get("agent", [])
    for at, entity in enumerate(row):
        if entity.kind is None or holds_name(entity, draft.context):
            continue
        if entity.definite and not entity.plural and _is_bare_body(entity, draft):
            all_named = [name for row_named in groups.values() for name in row_named]
            if len(all_named) == 1 and all_named[0] and all_named[0] == _last_body(entity, draft, names):
                row[at] = replace(entity, value=f"{entity.value} [{all_named[0]}]")
            continue
        if not (_is_known_group(entity) or _are_insurgents(entity, draft)):
            continue
        named = groups.get(entity.kind.name, ())
        # "The ELN and the dissidents": those are not the ELN.
        beside = any(named[0] in other.value for other in row if other is not entity) if named else True
        # "The army blames the rebels; they have pointed at the ELN."
        behind = (name for name in names.get(draft.sentence.number, ()) if name.start >= entity.end)
        beside = beside or any(named[0] in name.text for name in behind)
        if len(named) == 1 and not beside:
            row[at] = replace(entity, value=f"{entity.value} [{named[0]}]")


def _last_body(entity: Entity, draft: Draft, names: Mapping[int, Sequence[Name]]) -> str:
    """The name of the body that the article told of last before the entity; "" if it had told of none."""
    told = (names[number] for number in sorted(names, reverse=True) if number <= draft.sentence.number)
    bodies = (name for row in told for name in reversed(row) if name.kind not in {"person", "place"})
    return next((name.text for name in bodies if name.end <= entity.start), "")


def _is_bare_body(entity: Entity, draft: Draft) -> bool:
    """Is it "the group", "this organization", with no word of what group it is?"""
    told = [word for word in draft.context.words if entity.start <= word.start < entity.end and word.tag == "noun"]
    return len(told) == 1 and told[0].lemma in draft.context.lexicon.words("bare_bodies")


def _is_known_group(entity: Entity) -> bool:
    return entity.definite and entity.plural


def _are_insurgents(entity: Entity, draft: Draft) -> bool:
    """Is it "rebels", "a group of guerrillas", "the insurgency"?"""
    context = draft.context
    told = [word for word in context.words if entity.start <= word.start < entity.end]
    insurgents = context.lexicon.words("insurgents")
    return any(word.lemma in insurgents for word in told)


def _armed_kind(name: Name, context: Context) -> Kind | None:
    """The kind of armed body that the name is of, if it is one."""
    words = tuple(name.text.lower().split())
    patterns = context.lexicon.names.get(words[0], ())
    return next((kind for told, kind in patterns if kind.side == "armed" and words[: len(told)] == told), None)
