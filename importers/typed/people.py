"""Who, as typed: "perpetrator: Los Lobos; victim: Ana Mora". Pure."""

import re
from collections.abc import Sequence
from typing import Final

from importers.typed.errors import TypedError, did_you_mean
from store.records.event import Actor
from store.records.report import ROLES, Role

_PARTED: Final = re.compile(r"[;\n]")
_HEAD: Final = re.compile(r"\s*([^\W\d_]+ ?\d?)\s*:\s*(.*)", re.DOTALL)
_MOST: Final = 50


def read_actors(typed: str, known: Sequence[Actor] = ()) -> tuple[Actor, ...]:
    """Read typed actors, parted by semicolons; those without a role become actor1 and actor2. Raises TypedError.

    ``known`` are those the event has: who is named again keeps the kind ("gang").
    """
    kinds = {actor.name.casefold(): actor.kind for actor in known}
    actors: dict[Actor, None] = {}
    unnamed: list[Role] = ["actor1", "actor2"]
    for part in filter(str.strip, _PARTED.split(typed)):
        role, name = _parted(part)
        if role is None:
            if not unnamed:
                raise TypedError(f"“{name}” needs a role: one of {', '.join(ROLES)}, as in “victim: {name}”.")
            role = unnamed.pop(0)
        actors[Actor(name, role, kinds.get(name.casefold(), ""))] = None
    if len(actors) > _MOST:
        raise TypedError(f"An event has at most {_MOST} actors here.")
    return tuple(actors)


def _parted(part: str) -> tuple[Role | None, str]:
    found = _HEAD.fullmatch(part)
    if not found:
        return None, " ".join(part.split())
    named, name = found[1].replace(" ", "").casefold(), " ".join(found[2].split())
    role = next((role for role in ROLES if role == named), None)
    if role is None:
        meant = did_you_mean(named, ROLES)
        raise TypedError(f"“{found[1]}” is no role.{meant} It is one of {', '.join(ROLES)}.")
    if not name:
        raise TypedError(f"A name is missing after “{found[1]}:”.")
    return role, name
