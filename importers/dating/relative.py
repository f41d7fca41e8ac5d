"""What the builders of relative phrases share: a phrase's direction, its unit, whether it names a year."""

from collections.abc import Sequence
from typing import Final

from importers.dating.forms import Form
from importers.dating.lexer import Node
from importers.dating.vocabulary import NAME

_DIRECTIONS: Final = {
    "LAST": "last",
    "PAST": "last",
    "THIS": "this",
    "CURRENT": "this",
    "NEXT": "next",
    "COMING": "next",
    "THAT": "same",
    "SAME": "same",
    "LATEST": "last",
}

STEP: Final = {"last": -1, "this": 0, "next": 1, "same": 0, "prev": -1, "foll": 1}
"""How many units each direction goes."""


def direction(nodes: Sequence[Node]) -> str:
    """Find what a phrase's determiner says: last, this, next, same, prev or foll."""
    found = ""
    for node in nodes:
        name = NAME[node.code]
        if name == "FOLLOWING":
            found = "foll" if node.value == 1 else "prev"
        elif name in {"LAST", "PAST", "NEXT", "COMING"} or (name in _DIRECTIONS and not found):
            found = _DIRECTIONS[name]
    return found


def unit_of(nodes: Sequence[Node]) -> str:
    """Find the unit a phrase counts."""
    for node in nodes:
        name = NAME[node.code]
        if name in {"UNIT", "UNITS", "TUNIT", "TUNITS"}:
            return str(node.value)
        if name in {"QUARTER", "QUARTERS"}:
            return "quarter"
        if name in {"WEEKEND", "WEEKENDS"}:
            return "weekend"
        if name == "HALFWORD":
            return "half"
    return ""


def is_year(form: Form) -> bool:
    if form["k"] == "rel":
        return form["unit"] == "year"
    return form["k"] == "cal" and "y" in form and not {"m", "d", "q", "s", "hf", "wd", "wk", "hol", "dir"} & form.keys()
