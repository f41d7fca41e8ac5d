"""A cascade of finite-state rules over word classes, in the manner of FASTUS.

Each level reads the sequence of nodes left by the one before, joins what its rules match into one node of a
new class, and hands the shorter sequence on: "two" "weeks" -> QTY, QTY "ago" -> DATE. Where rules of a level
overlap the longest match wins, then the earlier one, then the rule that stands first in its table.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from importers.dating.forms import Form
from importers.dating.lexer import Token
from importers.dating.vocabulary import CHAR, Value, compile_pattern


@dataclass(frozen=True, slots=True)
class Node:
    """A token, or what a rule has joined: its class character, offsets, and its meaning."""

    code: str
    start: int
    end: int
    value: Value
    lower: str
    form: Form | None = None
    rule: str = ""


_DOT = CHAR["DOT"]

Build = Callable[["Match"], Form | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it joins, into which class, and how its meaning is made (None refuses the match).

    The group ``p`` of the pattern marks the phrase's own words, where the pattern reads context around them.
    """

    name: str
    makes: str
    """A class character."""
    pattern: re.Pattern[str]
    build: Build


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule has matched: the nodes, and those of its named groups."""

    nodes: Sequence[Node]
    groups: Mapping[str, Sequence[Node]]
    text: str

    def all(self, *names: str) -> list[Node]:
        codes = {CHAR[name] for name in names}
        return [node for node in self.nodes if node.code in codes]

    def first(self, *names: str) -> Node | None:
        found = self.all(*names)
        return found[0] if found else None

    def has(self, *names: str) -> bool:
        return self.first(*names) is not None

    def group(self, name: str) -> Sequence[Node]:
        return self.groups.get(name, ())


def rule(name: str, makes: str, pattern: str, build: Build, macros: Mapping[str, str]) -> Rule:
    return Rule(name, CHAR[makes], compile_pattern(pattern, macros), build)


def apply(levels: Sequence[Sequence[Rule]], tokens: Sequence[Token], text: str) -> list[Node]:
    """Run all levels over one stretch of tokens."""
    nodes = [Node(t.code, t.start, t.end, t.value, t.lower) for t in tokens]
    for level in levels:
        nodes = _level(level, nodes, text)
    return nodes


def _level(rules: Sequence[Rule], nodes: list[Node], text: str) -> list[Node]:
    codes = "".join(node.code for node in nodes)
    found: list[tuple[int, int, int, re.Match[str], Rule]] = []
    for number, rule_ in enumerate(rules):
        for match in rule_.pattern.finditer(codes):
            start, end = match.span("p") if "p" in rule_.pattern.groupindex else (-1, -1)
            if start < 0:
                start, end = match.span()
            if end == len(nodes) and nodes[-1].code == _DOT:  # "on 16 November." ends the sentence, not the phrase
                end -= 1
            if end > start:
                found.append((start - end, start, number, match, rule_))
    if not found:
        return nodes
    found.sort(key=lambda row: row[:3])
    taken = bytearray(len(nodes))
    made: dict[int, tuple[int, Node]] = {}
    for size, start, _, match, rule_ in found:
        end = start - size
        if any(taken[start:end]):
            continue
        node = _join(rule_, match, nodes, start, end, text)
        if node is not None:
            taken[start:end] = b"\1" * (end - start)
            made[start] = (end, node)
    if not made:
        return nodes
    out: list[Node] = []
    at = 0
    while at < len(nodes):
        if at in made:
            at, node = made[at]
            out.append(node)
        else:
            out.append(nodes[at])
            at += 1
    return out


def _join(rule_: Rule, match: re.Match[str], nodes: list[Node], start: int, end: int, text: str) -> Node | None:
    groups = {
        name: nodes[match.start(name) : match.end(name)] for name in rule_.pattern.groupindex if match.start(name) >= 0
    }
    form = rule_.build(Match(nodes[start:end], groups, text))
    if form is None:
        return None
    if form["k"] == "num":
        return Node(
            rule_.makes,
            nodes[start].start,
            nodes[end - 1].end,
            form["v"] if "v" in form else form["n"],
            nodes[start].lower,
        )
    return Node(rule_.makes, nodes[start].start, nodes[end - 1].end, "", "", form, rule_.name)
