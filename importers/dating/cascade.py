"""A cascade of finite-state rules over word classes, in the manner of FASTUS.

Each level reads the sequence of nodes left by the one before, joins what its rules match into one node of a
new class, and hands the shorter sequence on: "two" "weeks" -> QTY, QTY "ago" -> DATE. Where rules of a level
overlap the longest match wins, then the earlier one, then the rule that stands first in its table.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from importers.dating.cues import Needs, met, needs
from importers.dating.forms import Form
from importers.dating.lexer import Node
from importers.dating.vocabulary import CHAR, IDLE, spelled
from store.records.record import record

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
    needs: Needs
    """What a sentence must hold for the rule to be worth a try."""


@record
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
    spelled_out = spelled(pattern, macros)
    return Rule(name, CHAR[makes], re.compile(spelled_out), build, needs(spelled_out))


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """Rules that read the same nodes, with the classes that any of them needs."""

    rules: tuple[Rule, ...]
    classes: frozenset[str]


def level(rules: Iterable[Rule]) -> Level:
    every = tuple(rules)
    return Level(every, frozenset().union(*(needed for rule_ in every for needed in rule_.needs)))


def apply(levels: Sequence[Level], tokens: Sequence[Node], codes: str, text: str) -> Sequence[Node]:
    """Run all levels over one stretch of tokens with their classes; the tokens themselves if nothing is joined."""
    nodes = tokens
    present = frozenset(codes)
    if present <= IDLE:
        return tokens
    for level_ in levels:
        if (rules := _worth_a_try(level_, level_.classes & present)) and (found := _matches(rules, codes)):
            joined = _joined(found, nodes, text)
            if joined is not nodes:
                nodes, codes = joined, codes_of(joined)
                present = frozenset(codes)
    return nodes


@lru_cache(maxsize=1 << 14)
def _worth_a_try(level_: Level, present: frozenset[str]) -> tuple[tuple[int, Rule], ...]:
    """The rules of a level, with their numbers, that may match where these of its classes are present."""
    return tuple((number, rule_) for number, rule_ in enumerate(level_.rules) if met(rule_.needs, present))


def codes_of(nodes: Sequence[Node]) -> str:
    """The class characters of nodes in a row."""
    return "".join([node.code for node in nodes])


def _matches(rules: Sequence[tuple[int, Rule]], codes: str) -> list[tuple[int, int, int, re.Match[str], Rule]]:
    """What the rules of a level match, the longest first: the length (negative), the start, the rule and its number."""
    found: list[tuple[int, int, int, re.Match[str], Rule]] = []
    for number, rule_ in rules:
        for match in rule_.pattern.finditer(codes):
            start, end = match.span("p") if "p" in rule_.pattern.groupindex else (-1, -1)
            if start < 0:
                start, end = match.span()
            if end == len(codes) and codes[-1] == _DOT:  # "on 16 November." ends the sentence, not the phrase
                end -= 1
            if end > start:
                found.append((start - end, start, number, match, rule_))
    found.sort(key=lambda row: row[:3])
    return found


def _joined(
    found: Sequence[tuple[int, int, int, re.Match[str], Rule]], nodes: Sequence[Node], text: str
) -> Sequence[Node]:
    """The nodes with those joined that matches take, each match as far as none before it has."""
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
    done = 0
    for start in sorted(made):
        end, node = made[start]
        out += nodes[done:start]
        out.append(node)
        done = end
    return [*out, *nodes[done:]]


def _join(rule_: Rule, match: re.Match[str], nodes: Sequence[Node], start: int, end: int, text: str) -> Node | None:
    groups = {
        name: nodes[match.start(name) : match.end(name)] for name in rule_.pattern.groupindex if match.start(name) >= 0
    }
    form = rule_.build(Match(nodes[start:end], groups, text))
    if form is None:
        return None
    if form["k"] == "num":
        value = form["v"] if "v" in form else form["n"]
        return Node(nodes[start].start, nodes[end - 1].end, rule_.makes, value, nodes[start].lower)
    return Node(nodes[start].start, nodes[end - 1].end, rule_.makes, "", "", form, rule_.name)
