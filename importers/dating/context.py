"""What stands around a time phrase and changes what it means: prepositions, and the event it hangs on."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from importers.dating.forms import Form
from importers.dating.lexer import Node
from importers.dating.vocabulary import CHAR, NAME
from store.records.span import Span

_AFTER: Final = frozenset(CHAR[name] for name in ("AFTER", "FOLLOWING", "LATER"))
_BEFORE: Final = frozenset({CHAR["BEFORE"]})
_OPENS: Final = {CHAR["SINCE"]: "since", CHAR["BEFORE"]: "before", CHAR["AFTER"]: "after"}
_STOPS: Final = frozenset(
    CHAR[name]
    for name in ("DOT", "COMMA", "BREAK", "DASH", "OPEN", "CLOSE", "COLON", "DATE", "TIME", "SPAN", "REF", "STOP")
)
_STOP_WORDS: Final = frozenset(
    {
        "who",
        "which",
        "that",
        "when",
        "while",
        "as",
        "but",
        "where",
        "because",
        "although",
        "though",
        "since",
        "so",
        "amid",
        "if",
        "whose",
        "with",
        "without",
        "according",
        "que",
        "quien",
        "quienes",
        "cuando",
        "mientras",
        "pero",
        "donde",
        "porque",
        "aunque",
        "según",
        "cuyo",
        "cuya",
        "sin",
        ";",
        "”",
        "“",
        '"',
        "»",
        "«",
        "''",
        "``",
    }
)
_WHEN: Final = frozenset({"when", "cuando"})
_EVENT_WORDS: Final = 14
"""How many words of an event are enough to know it by."""


def in_context(nodes: Sequence[Node], at: int, text: str) -> Node:
    """Give a phrase what its preposition adds, or the event it hangs on."""
    node = nodes[at]
    form = node.form
    assert form is not None
    before = nodes[at - 1] if at else None
    name = NAME[node.code]
    opens = name == "DATE" and before is not None and before.code in _OPENS and _may_open(form)
    if opens and before is not None and not _names(nodes, at, text):
        return _with(node, {"since": _OPENS[before.code]})
    if name == "QTY" and "dir" not in form and at + 1 < len(nodes):
        return _hanging(nodes, at, form)
    return node


def _names(nodes: Sequence[Node], at: int, text: str) -> bool:
    """Say whether a date is part of a name ("after the 9 May raid") or told of further ("since May, when ...")."""
    rest = nodes[at + 1 :]
    if not rest:
        return False
    name = NAME[rest[0].code]
    said = next((node.lower for node in rest[:2] if NAME[node.code] != "COMMA"), "")
    form = nodes[at].form or {}
    named = name == "OTHER" and not {"dec", "cen"} & form.keys() and text[nodes[at].start :][:4].lower() == "the "
    return name == "POSSESSIVE" or named or said in _WHEN


def _may_open(form: Form) -> bool:
    """Say whether "since", "before" and "after" make a stretch of it: not of a time of day."""
    return form["k"] in {"cal", "rel", "shift", "nth"} and not {"clock", "part", "since"} & form.keys()


def _hanging(nodes: Sequence[Node], at: int, form: Form) -> Node:
    """Find the event that an amount counts from: "three weeks after [the assassination of X]"."""
    node, link = nodes[at], nodes[at + 1]
    if link.code not in _AFTER and link.code not in _BEFORE:
        return node
    # "Dos días después de que ..."
    opens = at + 2 + (at + 2 < len(nodes) and nodes[at + 2].lower == "que")
    # "Hours after Monday's attack"
    dated = [NAME[n.code] for n in nodes[opens : opens + 2]] == ["DATE", "POSSESSIVE"]
    last = opens - 1
    for index in range(opens + 2 * dated, min(len(nodes), at + 2 + _EVENT_WORDS)):
        if (nodes[index].code in _STOPS and not _inside(nodes, index)) or nodes[index].lower in _STOP_WORDS:
            break
        last = index
    words = [n for n in nodes[opens : last + 1] if NAME[n.code] == "OTHER"]
    if not words:
        return node
    span = (nodes[opens].start, nodes[last].end)
    sign = 1 if link.code in _AFTER else -1
    return _with(node, {"k": "shift", "sign": sign, "base": "event", "span": span})


def _inside(nodes: Sequence[Node], at: int) -> bool:
    """Say whether a full stop stands inside a name: "the U.S.-led invasion"."""
    node = nodes[at]
    return NAME[node.code] == "DOT" and at + 1 < len(nodes) and nodes[at + 1].start == node.end


def anchor_of(form: Form) -> Span | None:
    """Give the words that name the event a form hangs on."""
    return Span(*form["span"]) if "span" in form else None


def _with(node: Node, more: Form) -> Node:
    assert node.form is not None
    form = node.form.copy()
    form.update(more)
    return replace(node, form=form)
