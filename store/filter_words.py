"""A filter as a sentence for people."""

import calendar
from datetime import date
from typing import Final

from store.records.event import FIGURES, event_ref
from store.terms import (
    After,
    And,
    Before,
    Country,
    Days,
    FromSource,
    HasStatus,
    Ident,
    InText,
    Is,
    Node,
    Not,
    Number,
    Or,
    Outlet,
    Tag,
    Term,
    Type,
    Words,
)
from store.when import MONTHS

EVERYTHING: Final = "everything"

_FLAGS: Final = {
    "copy": "also in a copy",
    "edited": "edited by hand",
    "candidate": "candidates",
    "background": "only as background",
}
_COLUMNS: Final = {"title": "titled ", "place": "in ", "who": "by or against "}


def sentence(tree: Node | None) -> str:
    """What a filter keeps: "car bombs, Aug 2023 – 2 Sep 2023, not from Latin Post, at least 3 killed"."""
    return EVERYTHING if tree is None else _say(tree, inside=False)


def _say(node: Node, *, inside: bool) -> str:
    match node:
        case And(nodes):
            text = ", ".join(_say(part, inside=True) for part in nodes)
            return f"({text})" if inside else text
        case Or(nodes):
            text = " or ".join(_say(part, inside=True) for part in nodes)
            return f"({text})" if inside else text
        case Not(Not(part)):
            return _say(part, inside=inside)
        case Not(part):
            return f"not {_say(part, inside=True)}"
        case _:
            return _term(node)


def _term(term: Term) -> str:
    match term:
        case Words() | InText() | Outlet():
            return _words(term)
        case FromSource(ref):
            return f"from article {ref}"
        case Type(name):
            return plural(name.replace("_", " "))
        case Country(name):
            return f"in {name.upper() if len(name) == 2 else name}"
        case Days(sure, start, end):
            return ("" if sure else "possibly ") + _period(start, end)
        case Before(day):
            return f"before {_day(day)}"
        case After(day):
            return f"after {_day(day)}"
        case Number():
            return _number(term)
        case Tag(name):
            return f"tagged {name}"
        case HasStatus(name):
            return f"status {name}"
        case Is(flag):
            return _FLAGS.get(flag, flag)
        case Ident(number):
            return event_ref(number)


def _words(term: Words | InText | Outlet) -> str:
    match term:
        case Words(text, prefix, ("title" | "place" | "who") as column):
            return f"{_COLUMNS[column]}{text}{'…' if prefix else ''}"
        case Words(text, prefix, column):
            return f"{'evidence says ' if column else ''}“{text}{'…' if prefix else ''}”"
        case InText(text, prefix):
            return f"article text says “{text}{'…' if prefix else ''}”"
        case Outlet(name, prefix):
            return f"from {name}{'…' if prefix else ''}"


def plural(name: str) -> str:
    """More than one of a type: "car bombs", "states of emergency", "robberies"; "arson" has no plural."""
    head, of, rest = name.partition(" of ")
    if head.endswith(("s", "ing", "arson", "violence", "denial of")) or not head[-1:].isalpha():
        return name
    many = head[:-1] + "ies" if head.endswith("y") and head[-2:-1] not in "aeiou" else head + "s"
    return many + of + rest


def _number(term: Number) -> str:
    noun = {"sources": "independent sources", "articles": "articles"}.get(term.field, term.field)
    low, high = (None if value is None else f"{value:.9g}" for value in (term.low, term.high))
    if term.field == "confidence":
        noun, join = "confidence", " "
        return noun + join + (f"{low} to {high}" if low and high else f"at least {low}" if low else f"at most {high}")
    if term.field in ("sources", "articles") and "1" in (low, high) and low == high:
        noun = noun[:-1]
    said = (
        low if low == high else f"{low} to {high}" if low and high else f"at least {low}" if low else f"at most {high}"
    )
    assert term.field in FIGURES or noun != term.field or term.field == "articles"
    return f"{said} {noun}"


def _period(start: date | None, end: date | None) -> str:
    if start and end:
        if start == end:
            return _day(start)
        if start.day == 1 and start.month == 1 and (end.year, end.month, end.day) == (start.year, 12, 31):
            return str(start.year)
        first, last = _edge(start, first=True), _edge(end, first=False)
        return first if first == last else f"{first} – {last}"
    if start:
        return f"from {_edge(start, first=True)} on"
    assert end is not None
    return f"until {_edge(end, first=False)}"


def _edge(day: date, *, first: bool) -> str:
    """An end of a period: the month where it is the month's own edge, else the day."""
    edge = 1 if first else calendar.monthrange(day.year, day.month)[1]
    return f"{MONTHS[day.month]} {day.year}" if day.day == edge else _day(day)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month]} {day.year}"
