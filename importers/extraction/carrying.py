"""Whose deed it is that is told without a doer, in an article that tells of the deeds of one armed body alone.

"Rebels of the Popular Front attacked a barracks in Loja. In Cuenca, a bomb destroyed a bank": who reads on takes the
bomb for theirs. The deed keeps the words that name them, and says that they were carried over.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.extraction.clusters import Cluster
from importers.extraction.drafts import Draft
from importers.extraction.entities import Entity

_REAL = frozenset({"happened", "ongoing"})


class _Deed(NamedTuple):
    """A deed and who is told to have done it."""

    draft: Draft
    doers: tuple[Entity, ...]


def carry_doers(clusters: Sequence[Cluster]) -> None:
    """Give deeds without a doer the armed body that did all the others of the article, where it is just one."""
    deeds = [deed for home in clusters for deed in _deeds(home)]
    if not deeds or not _of_one_body(deeds):
        return
    bodies = [deed for deed in deeds if any(_is_body(entity, deed.draft) for entity in deed.doers)]
    for home in clusters:
        if _lacks_doer(home):
            lead = home.lead
            before = [deed for deed in bodies if deed.draft.start < lead.start]
            deed = max(before or bodies[:1], key=lambda deed: deed.draft.start)
            lead.roles["agent"] = [entity for entity in deed.doers if _is_body(entity, deed.draft)]
            lead.carried = True
            lead.reasons += ("+0.00 who did it is told of other deeds of the article",)


def _deeds(home: Cluster) -> Iterator[_Deed]:
    for draft in home.drafts:
        doers = tuple(entity for entity in draft.roles.get("agent", ()) if not entity.pronoun)
        if draft.event_type.mutual:
            # Those they fight are the other side.
            doers = tuple(entity for entity in doers if _is_body(entity, draft))
        if doers and draft.event_type.violent and _is_told(draft):
            yield _Deed(draft, doers)


def _is_told(draft: Draft) -> bool:
    """Is it told as a fact?"""
    return draft.stance.factuality in _REAL and not draft.stance.generic


def _of_one_body(deeds: Sequence[_Deed]) -> bool:
    """Are all the deeds by one armed body, told of by name or as a country's insurgents?"""
    named = {name for draft, doers in deeds for entity in doers for name in _names(entity, draft)}
    kinds = {entity.kind.name for draft, doers in deeds for entity in doers if _is_body(entity, draft) and entity.kind}
    others = (
        entity
        for draft, doers in deeds
        for entity in doers
        if not (entity.kind is not None and entity.kind.name in kinds)
    )
    return len(kinds) == 1 and len(named) <= 1 and next(others, None) is None


def _is_body(entity: Entity, draft: Draft) -> bool:
    if entity.kind is None or entity.kind.side != "armed":
        return False
    return bool(_names(entity, draft)) or _are_insurgents(entity, draft)


def _are_insurgents(entity: Entity, draft: Draft) -> bool:
    insurgents = draft.context.lexicon.words("insurgents")
    return any(
        word.lemma in insurgents or word.lower in insurgents
        for word in draft.context.words
        if entity.start <= word.start < entity.end
    )


def _names(entity: Entity, draft: Draft) -> set[str]:
    """The armed bodies named in the phrase."""
    return {
        name.canonical
        for name in draft.context.names
        if name.kind not in {"person", "place"} and entity.start < name.end and name.start < entity.end
    }


def _lacks_doer(home: Cluster) -> bool:
    """Is it a deed of which no mention says who did it, and not one done to armed people?"""
    lead = home.lead
    one_sided = lead.event_type.violent and not lead.event_type.mutual
    if not one_sided or not _is_told(lead) or lead.is_total:
        return False
    if home.people() and all(draft.trigger.effect and draft.trigger.frame.befalls == "people" for draft in home.drafts):
        # Who died may have died of anything.
        return False
    told = any(draft.roles.get("agent") or draft.filled.pronoun_role == "agent" for draft in home.drafts)
    armed = any(entity.kind is not None and entity.kind.side == "armed" for entity in home.people())
    return not told and not armed
