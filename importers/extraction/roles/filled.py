"""A trigger with its roles filled: what the steps after know of a mention of an event."""

from collections.abc import Mapping, Sequence

from importers.extraction.lexicon.lexicon import Trigger
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.entities import Entity
from store.records.record import record

Roles = Mapping[str, tuple[Entity, ...]]


@record
class Filled:
    """A trigger with its roles: one mention of an event, before time, place and factuality."""

    found: Found
    trigger: Trigger
    type: str
    roles: Roles
    doubts: tuple[str, ...] = ()
    """What the trigger needs and the sentence does not say."""
    cause: int = -1
    """The chunk of the subject, where that is no one but another event ("the blast killed ...")."""
    pronoun: Entity | None = None
    """A pronoun that fills a role, and ``pronoun_role`` which."""
    pronoun_role: str = ""


def frozen(roles: Mapping[str, Sequence[Entity]]) -> Roles:
    """The roles as they stay once all are filled."""
    return {role: tuple(fillers) for role, fillers in roles.items()}
