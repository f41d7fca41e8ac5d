"""How the records are made of which reading an article makes hundreds."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """A slotted dataclass that the type checker freezes, and Python does not: it is made in a fifth of the time.

    A named tuple is made as quickly, but takes ten times as long to be asked for one of its values.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
