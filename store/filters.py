"""The filter language: one text for the panes, the command line and saved views, as a tree and as a sentence.

What only a filter that is there needs (its parser, its terms, its words) is imported when there is one: the browser
mostly starts without.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from store.terms import Node


class FilterError(Exception):
    """A filter that cannot be read: what is wrong and what would be right, and where (offsets into its text)."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter as typed, and its tree (None: everything)."""

    text: str
    tree: "Node | None" = field(default=None, compare=False)

    @property
    def everything(self) -> bool:
        return self.tree is None

    @property
    def sentence(self) -> str:
        """What it keeps, for people: "car bombs, Aug 2023 – 2 Sep 2023, not from Latin Post, at least 3 killed"."""
        from store.filter_words import sentence

        return sentence(self.tree)


EVERYTHING: Final = Filter("")


def both(one: Filter, other: Filter) -> Filter:
    """A filter that keeps what both keep."""
    if one.tree is None or other.tree is None:
        return other if one.tree is None else one
    from store.terms import And

    return Filter(f"({one.text}) ({other.text})", And((one.tree, other.tree)))


def parse(text: str) -> Filter:
    """Read a filter. Raises FilterError."""
    if not text.strip():
        return Filter(text)
    from store.filter_parser import tree

    return Filter(text, tree(text))
