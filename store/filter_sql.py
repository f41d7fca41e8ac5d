"""A filter as SQL over the tables that are keyed by date (see ``store.schema``).

Words alone are one full-text expression, whose rows come out in the order of the timeline; every other term is a
condition on the row it yields, or on ``timeline`` where there are no words.
"""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from store import keys
from store.connection import Database, Value
from store.corpus import source_ids
from store.events import event_id
from store.filters import Filter
from store.query import Query
from store.rows import COPY, DISPUTED, EDITED, FACTUALITIES, NOTED, STARRED, STATUSES
from store.terms import (
    After,
    And,
    Before,
    Country,
    Days,
    Flag,
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
from store.word_forms import INDEXED, beginning

_FLAG_BITS: Final = {"starred": STARRED, "disputed": DISPUTED, "edited": EDITED, "copy": COPY, "noted": NOTED}
_OF_SOURCES: Final = "SELECT key FROM event_sources WHERE source_id IN"


def compile_filter(
    db: Database, wanted: Filter, *, sources: frozenset[int] = frozenset(), selected: frozenset[int] = frozenset()
) -> Query | None:
    """The query of a filter; None if it keeps everything. ``sources``: only events that one of these reports."""
    if wanted.tree is None and not sources:
        return None
    in_text: list[str] = []
    tree = _widen(db, wanted.tree, in_text) if wanted.tree is not None else None
    texts: list[str] = []
    without: list[str] = []
    rest: list[Node] = []
    for part in _conjuncts(tree):
        match = full_text(part)
        negated = full_text(part.node) if isinstance(part, Not) else None
        if match is not None:
            texts.append(match)
        elif negated is not None:
            without.append(negated)
        else:
            rest.append(part)
    builder = _Builder(db, selected, "f.rowid" if texts else "t.key")
    if texts:
        texts += [said for part in rest if (said := _said_by(db, part))]
        match = _joined("AND", texts)
        builder.put("timeline_fts MATCH ?", f"({match}) NOT ({_joined('OR', without)})" if without else match)
    elif without:
        rest += [part for part in _conjuncts(tree) if isinstance(part, Not) and full_text(part.node) is not None]
    for part in rest:
        builder.add(part)
    if sources:
        condition, values = builder.listed(f"{_OF_SOURCES} (SELECT value FROM json_each(?))", _json_list(sources))
        builder.put(condition, *values)
    tables = "timeline t"
    if texts:
        tables = "timeline_fts f CROSS JOIN timeline t ON t.key = f.rowid" if builder.joined else "timeline_fts f"
    direct = not builder.prepares and not any(isinstance(part, Words) and _merges(part) for part in leaves(tree))
    where = " AND ".join(builder.conditions)
    return Query(tables, builder.key, where, tuple(builder.parameters), direct, bool(texts), tuple(in_text))


def leaves(node: Node | None) -> list[Term]:
    """The terms of a tree."""
    match node:
        case None:
            return []
        case And(nodes) | Or(nodes):
            return [leaf for part in nodes for leaf in leaves(part)]
        case Not(part):
            return leaves(part)
        case _:
            return [node]


def _merges(words: Words) -> bool:
    """Whether FTS5 first has to merge the entries of all words that begin so.

    Not of beginnings that have an index of their own. A phrase is looked for in every row that has its words.
    """
    return not words.text.isalnum() or (words.prefix and len(words.text) > INDEXED)


def full_text(node: Node) -> str | None:
    """An FTS5 expression for a tree of words; None if it has other terms, or only leaves out."""
    match node:
        case Words(text, prefix, column):
            return (f"{column} : " if column else "") + phrase(text, prefix=prefix)
        case Or(nodes):
            parts = [full_text(part) for part in nodes]
            return None if None in parts else _joined("OR", [part for part in parts if part is not None])
        case And(nodes):
            kept = [full_text(part) for part in nodes if not isinstance(part, Not)]
            left = [full_text(part.node) for part in nodes if isinstance(part, Not)]
            if not kept or None in kept or None in left:
                return None
            match = _joined("AND", [part for part in kept if part is not None])
            without = [part for part in left if part is not None]
            return f"({match}) NOT ({_joined('OR', without)})" if without else match
        case _:
            return None


def _said_by(db: Database, node: Node) -> str:
    """An FTS5 expression that is true of every event that a term keeps (and of others); "" if there is none.

    Words that the index can look for as well: of those that it finds fewer have to be looked up in ``timeline``.
    """
    match node:
        case Type(name):
            ids = set(type_ids(db, name))
            types = db.execute("SELECT id, event_type, sub_event_type FROM types")
            column, names = "what", [sub.replace("_", " ") or kind for number, kind, sub in types if number in ids]
        case Country(name):
            codes = set(country_codes(db, name))
            column, names = "place", [n for code, n in db.execute("SELECT code, name FROM countries") if code in codes]
        case _:
            return ""
    words = [phrase(name, prefix=False) for name in names if any(map(str.isalnum, name))]
    return _joined("OR", [f"{column} : {one}" for one in words]) if words and len(words) == len(names) else ""


def phrase(text: str, *, prefix: bool) -> str:
    """Words as FTS5 takes them literally, whatever is in them."""
    quoted = text.replace('"', '""').replace("\0", " ")
    return f'"{quoted}"' + (" *" if prefix else "")


def _joined(word: str, parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f" {word} ".join(f"({part})" for part in parts)


def _conjuncts(node: Node | None) -> list[Node]:
    if node is None:
        return []
    return [inner for part in node.nodes for inner in _conjuncts(part)] if isinstance(node, And) else [node]


def _widen(db: Database, node: Node, in_text: list[str]) -> Node:
    """Name the words that a beginning stands for; look for words that no event has itself in the text of articles.

    Not under a "-": what an article says somewhere is no reason to leave all its events out.
    """
    match node:
        case And(nodes):
            return And(tuple(_widen(db, part, in_text) for part in nodes))
        case Or(nodes):
            return Or(tuple(_widen(db, part, in_text) for part in nodes))
        case Words(text, True, column) if forms := beginning(db, text):
            return Or(tuple(Words(form, False, column) for form in forms))
        case Words(text, prefix, ""):
            sql = "SELECT 1 FROM timeline_fts WHERE timeline_fts MATCH ? LIMIT 1"
            if db.execute(sql, (phrase(text, prefix=prefix),)).fetchone():
                return node
            in_text.append(text)
            return InText(text, prefix)
        case _:
            return node


def _json_list(values: Iterable[int]) -> str:
    return json.dumps(sorted(values))


@dataclass(slots=True)
class _Builder:
    """Gathers conditions and their parameters."""

    db: Database
    selected: frozenset[int]
    key: str
    joined: bool = False
    """Whether a column of ``timeline`` is asked for."""
    prepares: bool = False
    """Whether a list of keys has to be made before the first row is read."""
    conditions: list[str] = field(default_factory=list)
    parameters: list[Value] = field(default_factory=list)

    def put(self, condition: str, *parameters: Value) -> None:
        self.conditions.append(condition)
        self.parameters += parameters

    def add(self, node: Node) -> None:
        """A part that must hold; a period also bounds the keys, so that only its rows are read."""
        match node:
            case Days(True, start, end):
                self._bound(start.toordinal() if start else None, end.toordinal() if end else None)
            case Before(day):
                self._bound(None, day.toordinal() - 1)
            case After(day):
                self._bound(day.toordinal() + 1, keys.UNDATED_DAY - 1)
        condition, parameters = self._sql(node)
        self.put(condition, *parameters)

    def _bound(self, first: int | None, last: int | None) -> None:
        if first is not None:
            self.put(f"{self.key} >= ?", first << keys.DAY_SHIFT)
        if last is not None:
            self.put(f"{self.key} < ?", (last + 1) << keys.DAY_SHIFT)

    def _sql(self, node: Node) -> tuple[str, list[Value]]:
        match node:
            case And(nodes) | Or(nodes):
                parts = [self._sql(part) for part in nodes]
                word = " AND " if isinstance(node, And) else " OR "
                return f"({word.join(part for part, _ in parts)})", [value for _, values in parts for value in values]
            case Not(part):
                condition, parameters = self._sql(part)
                return f"NOT {condition}", parameters
            case _:
                return self._term(node)

    def _term(self, term: Term) -> tuple[str, list[Value]]:
        match term:
            case Words() | InText() | Outlet() | FromSource() | Ident() | Tag():
                return self._keyed(term)
            case Days() | Before() | After():
                return self._dated(term)
            case Number():
                return self._number(term)
            case Type(name):
                return self._column(f"t.type_id IN ({', '.join(map(str, type_ids(self.db, name)))})")
            case Country(name):
                codes = country_codes(self.db, name)
                return self._column(f"t.country IN ({', '.join('?' * len(codes))})", *codes)
            case HasStatus(name):
                return self._column("t.status = ?", next(n for n, status in enumerate(STATUSES) if status == name))
            case Is(flag):
                return self._flag(flag)

    def listed(self, keyed: str, *parameters: Value) -> tuple[str, list[Value]]:
        self.prepares = True
        return f"({self.key} IN ({keyed}))", list(parameters)

    def _column(self, condition: str, *parameters: Value) -> tuple[str, list[Value]]:
        self.joined = True
        return f"({condition})", list(parameters)

    def _keyed(self, term: Words | InText | Outlet | FromSource | Ident | Tag) -> tuple[str, list[Value]]:
        match term:
            case Words():
                keyed, value = "SELECT rowid FROM timeline_fts WHERE timeline_fts MATCH ?", full_text(term) or ""
            case InText(text, prefix):
                keyed, value = f"{_OF_SOURCES} ({IN_SOURCES})", phrase(text, prefix=prefix)
            case Outlet(name, prefix):
                keyed, value = f"{_OF_SOURCES} ({IN_SOURCES})", f"outlet : {phrase(name, prefix=prefix)}"
            case FromSource(ref):
                keyed, value = f"{_OF_SOURCES} (SELECT value FROM json_each(?))", _json_list(source_ids(self.db, ref))
            case Ident(number):
                living = event_id(self.db, number)
                keyed, value = "SELECT key FROM events WHERE id = ?", str(living or 0)
            case Tag(name):
                keyed, value = "SELECT key FROM event_tags WHERE tag = ? COLLATE NOCASE", name
        return self.listed(keyed, value)

    def _dated(self, term: Days | Before | After) -> tuple[str, list[Value]]:
        """NULL, an open end, is neither before nor after; ``coalesce`` makes it false, so that "-" makes it true."""
        conditions: list[str] = []
        parameters: list[Value] = []
        match term:
            case Before(day):
                bounds = [("t.last_day < ?", day)]
            case After(day):
                bounds = [("t.first_day > ?", day)]
            case Days(True, start, end):
                bounds = [(sql, day) for sql, day in (("t.first_day >= ?", start), ("t.last_day <= ?", end)) if day]
            case Days(_, start, end):
                conditions.append(f"{self.key} < {keys.UNDATED_KEY}")
                overlap = (("coalesce(t.last_day >= ?, 1)", start), ("coalesce(t.first_day <= ?, 1)", end))
                bounds = [(sql, day) for sql, day in overlap if day]
        for condition, day in bounds:
            conditions.append(f"coalesce({condition}, 0)")
            parameters.append(day.toordinal())
        return self._column(" AND ".join(conditions), *parameters)

    def _number(self, term: Number) -> tuple[str, list[Value]]:
        column = {"sources": "t.voices", "articles": "t.articles", "confidence": "t.confidence"}.get(term.field)
        if column:
            bounds = [(f"{column} >= ?", term.low), (f"{column} <= ?", term.high)]
            kept = [(sql, value) for sql, value in bounds if value is not None]
            return self._column(" AND ".join(sql for sql, _ in kept), *(value for _, value in kept))
        if term.low == term.high:
            condition, values = "? IN (low, best, high)", [term.low]
        else:
            bounds = [("coalesce(best, low, high) >= ?", term.low), ("coalesce(best, high, low) <= ?", term.high)]
            condition = " AND ".join(sql for sql, value in bounds if value is not None)
            values = [value for _, value in bounds if value is not None]
        return self.listed(f"SELECT key FROM event_figures WHERE field = ? AND {condition}", term.field, *values)

    def _flag(self, flag: Flag) -> tuple[str, list[Value]]:
        match flag:
            case "undated":
                return f"({self.key} >= {keys.UNDATED_KEY})", []
            case "dated":
                return f"({self.key} < {keys.UNDATED_KEY})", []
            case "candidate" | "rejected":
                bit = keys.CANDIDATE if flag == "candidate" else keys.REJECTED
                return f"({self.key} & {bit << keys.BUCKET_SHIFT} != 0)", []
            case "selected":
                chosen = "SELECT e.key FROM json_each(?) j CROSS JOIN events e ON e.id = j.value"
                return self.listed(chosen, _json_list(self.selected))
            case "tagged":
                return self.listed("SELECT key FROM event_tags")
            case "planned" | "ongoing" | "possible" | "denied" | "background":
                return self._column("t.factuality = ?", FACTUALITIES.index(flag))
            case _:
                return self._column(f"t.flags & {_FLAG_BITS[flag]} != 0")


IN_SOURCES: Final = "SELECT rowid FROM sources_fts WHERE sources_fts MATCH ?"


def fold(name: str) -> str:
    """A type as typed or as stored, for comparing: "Car_Bomb" and "car bomb" are one."""
    return " ".join("".join(char if char.isalnum() else " " for char in name.casefold()).split())


def type_ids(db: Database, name: str) -> tuple[int, ...]:
    """The types that a name means: exactly that one, else those one of whose words begins so."""
    wanted = fold(name)
    found = [(number, fold(kind), fold(sub)) for number, kind, sub in db.execute("SELECT * FROM types")]
    exact = [number for number, kind, sub in found if wanted in (kind, sub)]
    return tuple(exact or [number for number, kind, sub in found if wanted and f" {wanted}" in f" {kind} / {sub}"])


def country_codes(db: Database, name: str) -> tuple[str, ...]:
    """The countries that a code or the beginning of a name means, of those that have events."""
    found = [(code, fold(called)) for code, called in db.execute("SELECT code, name FROM countries")]
    wanted = fold(name)
    exact = {code for code, called in found if wanted in (code.casefold(), called)}
    return tuple(sorted(exact or {code for code, called in found if wanted and called.startswith(wanted)}))
