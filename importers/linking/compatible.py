"""Which sub-types may name one happening: the same deed is told as an attack here and as a car bomb there.

Sub-types are DESIGN.md's. Each group holds words that newsrooms use of one and the same event; two sub-types are
compatible if some group holds both. A sub-type outside all groups (a user's own) is compatible with itself alone.
"""

from functools import cache
from typing import Final

_GROUPS: Final[dict[str, frozenset[str]]] = {
    "killing": frozenset({"attack", "killing", "assassination"}),
    "attempt": frozenset({"attack", "assassination_attempt"}),
    "clash": frozenset({"armed_clash", "attack"}),
    "fighting": frozenset({"armed_clash", "military_operation", "government_regains_territory"}),
    "taken": frozenset({"overtakes_territory", "government_regains_territory", "armed_clash", "attack"}),
    "operation": frozenset({"military_operation", "government_regains_territory", "deployment"}),
    "riot": frozenset({"prison_riot", "mob_violence", "armed_clash"}),
    "deaths": frozenset(
        {"killing", "attack", "assassination", "armed_clash", "mob_violence", "prison_riot", "robbery", "arson"}
        | {"car_bomb", "explosive_device", "grenade", "suicide_bomb", "shelling", "air_strike", "accident"}
    ),
    "unrest": frozenset({"violent_demonstration", "mob_violence", "peaceful_protest"}),
    "protest": frozenset({"peaceful_protest", "strike", "blockade"}),
    "bomb": frozenset({"car_bomb", "explosive_device", "suicide_bomb", "attack"}),
    "blast": frozenset({"explosive_device", "grenade", "attack"}),
    "fire": frozenset({"shelling", "air_strike", "attack"}),
    # What one calls the bombing of a market is a drone strike with another.
    "bombing": frozenset({"explosive_device", "air_strike"}),
    "captives": frozenset({"hostage_taking", "abduction"}),
    "freed": frozenset({"hostage_release", "hostage_rescue", "prisoner_release"}),
    "device": frozenset({"device_found", "controlled_detonation"}),
    "seizure": frozenset({"device_found", "weapons_seizure"}),
    "custody": frozenset({"arrest", "charges_ruling"}),
    "decree": frozenset({"state_of_emergency", "policy_decision"}),
    "talks": frozenset({"agreement", "negotiation", "meeting"}),
    "burning": frozenset({"arson", "violent_demonstration", "attack"}),
    "raid": frozenset({"robbery", "attack"}),
    "coup": frozenset({"coup", "coup_attempt"}),
    "misfortune": frozenset({"accident", "natural_disaster"}),
}

GENERIC: Final = frozenset(
    {"attack", "killing", "armed_clash", "violent_demonstration", "policy_decision", "arrest", "military_operation"}
    | {"deployment", "meeting", "threat"}
)
"""Sub-types of which a large town sees several on one day: that two reports share one says less."""

SELDOM: Final = frozenset(
    {"hostage_taking", "hostage_release", "hostage_rescue", "prison_riot", "prison_escape", "assassination"}
    | {"state_of_emergency", "coup", "coup_attempt", "election", "natural_disaster"}
)
"""Sub-types of which an article seldom tells two without saying more of each."""

UNCOUNTED: Final = SELDOM | {"peaceful_protest", "strike", "blockade", "violent_demonstration"}
"""Sub-types of which "thousands" or "six prisons" make no total over several events."""

LASTING: Final = frozenset({"hostage_taking", "abduction", "state_of_emergency", "strike", "blockade"})
"""Sub-types of what lasts once it has begun: "held since Thursday", "in force since Thursday" say when it began."""

VIOLENT: Final = frozenset(
    {"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots", "Accidents and disasters"}
)
"""ACLED's event types of what is done to people and things, and what befalls them."""

FATAL: Final = frozenset({"killing", "assassination"})
"""One person dies once: two such reports on one named victim are one event, dated or not."""


TAKEN: Final = _GROUPS["captives"]
"""One person is taken once in these days, wherever reports say that it was."""


@cache
def groups_of(sub_event_type: str) -> tuple[str, ...]:
    """Name the groups a sub-type belongs to; its own name is always one of them."""
    return (f"={sub_event_type}", *(name for name, members in _GROUPS.items() if sub_event_type in members))


@cache
def compatible(a: str, b: str) -> bool:
    """Say whether two sub-types may name one happening.

    Of the deadly kinds, one side must tell no more than that people died ("killing").
    """
    if a == b or ("killing" in (a, b) and {a, b} <= _GROUPS["deaths"]):
        return True
    return any(a in members and b in members for name, members in _GROUPS.items() if name != "deaths")
