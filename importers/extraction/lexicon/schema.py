"""What a lexicon file may hold: the check of its tables, with errors that name file and key, and the merge."""

from pathlib import Path
from typing import Any, Final

Raw = dict[str, Any]
"""TOML as read: its values are checked by ``check`` before anything else looks at them."""

ROLES: Final = ("agent", "patient", "instrument", "theme")
"""The roles a frame may fill."""

PLAIN_FRAME: Final = "act"
"""The frame of a trigger that names none: somebody does it to somebody or something."""

_CLASSES: Final = ("person", "place", "thing", "weapon", "idea")
_BEFALLS: Final = frozenset({"people", "things"})
_FORM_NAMES: Final = frozenset({"past", "part", "ger", "pres", "inf", "imperfect", "fut", "cond", "subj"})

_TABLES: Final[dict[str, dict[str, type]]] = {
    "kinds": {"class": str, "side": str, "nouns": list, "names": list, "owners": list},
    "types": {
        "event_type": str,
        "family": str,
        "rank": int,
        "label": str,
        "done": str,
        "by": str,
        "violent": bool,
        "attempt": str,
        "casualties": bool,
        "absorbed": bool,
        "follows": list,
        "instead": str,
        "answers": bool,
        "owns": bool,
        "disowns": bool,
        "national": bool,
        "wide": bool,
        "undoes": str,
        "mutual": bool,
        "about": bool,
        "lawful": str,
        "peril": bool,
        "of_violence": bool,
    },
    "frames": {"verb": dict, "noun": dict, "befalls": str},
}
_TRIGGER: Final[dict[str, type]] = {
    "type": str,
    "frame": str,
    "verbs": list,
    "nouns": list,
    "words": list,
    "phrases": list,
    "figure": str,
    "count": str,
    "valency": str,
    "effect": bool,
    "alone": bool,
    "weak": bool,
    "pointing": bool,
    "doers": bool,
    "flight": bool,
    "demonstrative": bool,
    "deadly": bool,
    "strict": bool,
    "purpose": bool,
    "anaphor": list,
    "needs": dict,
    "object_words": list,
    "with_verbs": list,
    "unarmed": bool,
    "mishap": str,
    "label": str,
}
_REFINE: Final[dict[str, type]] = {
    "from": list,
    "to": str,
    "agent": list,
    "patient": list,
    "instrument": list,
    "theme": list,
    "scene": list,
    "predicates": list,
    "patient_named": bool,
}
_TOP: Final = frozenset(
    {"language", "grammar", "attribution", "factuality", "kinds", "types", "frames", "triggers", "refine", "nulls"}
    | {"titles"}
)
_NAMES: Final = {str: "a text", int: "a whole number", bool: "true or false", list: "a list of texts", dict: "a table"}


class LexiconError(Exception):
    """A lexicon file that cannot be used: which file, which key, what is wrong."""

    def __init__(self, path: Path, key: str, problem: str) -> None:
        self.path = path
        self.key = key
        self.problem = problem
        where = f"{path}: {key}" if key else str(path)
        super().__init__(f"{where} {problem}")


def check(raw: Raw, path: Path, *, complete: bool) -> None:
    """Raise LexiconError if ``raw`` is no lexicon. ``complete``: all that it refers to must be in it."""
    for key in raw:
        if key not in _TOP:
            raise LexiconError(path, key, f"is not known here; known are {', '.join(sorted(_TOP))}")
    if "language" in raw:
        _expect(raw["language"], str, path, "language")
    _check_word_lists(raw, path)
    for table, keys in _TABLES.items():
        for name, entry in _table(raw, table, path).items():
            _check_entry(entry, keys, path, f"{table}.{name}")
    _check_rows(raw, path)
    for name, entry in raw.get("kinds", {}).items():
        if "class" in entry:
            _one_of(entry["class"], _CLASSES, path, f"kinds.{name}.class")
    for name, entry in raw.get("frames", {}).items():
        if "befalls" in entry:
            _one_of(entry["befalls"], _BEFALLS, path, f"frames.{name}.befalls")
        for part in ("verb", "noun"):
            for slot, role in entry.get(part, {}).items():
                _one_of(role, ROLES, path, f"frames.{name}.{part}.{slot}")
    if complete:
        _check_references(raw, path)


def _check_rows(raw: Raw, path: Path) -> None:
    """The triggers and refinements, each by itself."""
    for number, entry in enumerate(_rows(raw, "triggers", path), 1):
        where = f"triggers, number {number}"
        _check_entry(entry, _TRIGGER, path, where)
        _require(entry, ("type",), path, where)
        if not any(entry.get(key) for key in ("verbs", "nouns", "words", "phrases")):
            raise LexiconError(path, where, "has no verbs, nouns, words or phrases")
        for role in entry.get("needs", {}):
            _one_of(role, ROLES, path, f"{where}: needs")
    for number, entry in enumerate(_rows(raw, "refine", path), 1):
        _check_entry(entry, _REFINE, path, f"refine, number {number}")
        _require(entry, ("from", "to"), path, f"refine, number {number}")


def merge(below: Raw, above: Raw, path: Path) -> Raw:
    """``above`` (the file at ``path``) laid over ``below``: lists grow, tables are completed, values replaced."""
    merged: Raw = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = merge(old, value, path)
        elif isinstance(old, list) and isinstance(value, list):
            merged[key] = [*value, *old] if key in {"refine", "triggers"} else [*old, *value]
        elif old is not None and type(old) is not type(value):
            raise LexiconError(path, key, f"must be {_NAMES.get(type(old), 'of another kind')}")
        else:
            merged[key] = value
    return merged


def _check_word_lists(raw: Raw, path: Path) -> None:
    for table in ("attribution", "factuality", "nulls"):
        for name, words in _table(raw, table, path).items():
            _texts(words, path, f"{table}.{name}")
    for name, words in _table(raw, "grammar", path).items():
        if not isinstance(words, bool):
            _texts(words, path, f"grammar.{name}")
    for row in raw.get("grammar", {}).get("irregular", ()):
        if len(row.split()) != 3:
            raise LexiconError(path, "grammar.irregular", f'"{row}" is not three words')
    for row in raw.get("grammar", {}).get("spellings", ()):
        if len(row.split()) != 2:
            raise LexiconError(path, "grammar.spellings", f'"{row}" is not two words')
    for row in raw.get("grammar", {}).get("endings", ()):
        parts = row.split()
        if len(parts) != 3 or parts[2] not in _FORM_NAMES:
            raise LexiconError(path, "grammar.endings", f'"{row}" is not "ending instead form"')


def _check_references(raw: Raw, path: Path) -> None:
    for key in ("language", "grammar", "kinds", "types", "frames", "triggers"):
        if key not in raw:
            raise LexiconError(path, key, "is missing")
    types, frames = raw["types"], raw["frames"]
    for name, entry in types.items():
        _require(entry, ("event_type",), path, f"types.{name}")
        for template, example in (("done", "{people} taken hostage"), ("by", "Protest by {people}")):
            if "{people}" not in entry.get(template, "{people}"):
                raise LexiconError(path, f"types.{name}.{template}", f'must say where "{{people}}" go ("{example}")')
        for other in ("attempt", "instead"):
            if entry.get(other):
                _one_of(entry[other], types, path, f"types.{name}.{other}")
        for earlier in entry.get("follows", ()):
            _one_of(earlier, types, path, f"types.{name}.follows")
    for name, entry in raw["kinds"].items():
        _require(entry, ("class",), path, f"kinds.{name}")
    for number, entry in enumerate(raw["triggers"], 1):
        _one_of(entry["type"], types, path, f"triggers, number {number}: type")
        if entry.get("mishap"):
            _one_of(entry["mishap"], types, path, f"triggers, number {number}: mishap")
        _one_of(entry.get("frame", PLAIN_FRAME), frames, path, f"triggers, number {number}: frame")
    for number, entry in enumerate(raw.get("refine", ()), 1):
        for name in (*entry["from"], entry["to"]):
            _one_of(name, types, path, f"refine, number {number}")


def _check_entry(entry: object, keys: dict[str, type], path: Path, where: str) -> None:
    if not isinstance(entry, dict):
        raise LexiconError(path, where, "must be a table")
    for key, value in entry.items():
        if key not in keys:
            raise LexiconError(path, where, f'has "{key}", which is not known; known are {", ".join(keys)}')
        if keys[key] is list:
            _texts(value, path, f"{where}.{key}")
        else:
            _expect(value, keys[key], path, f"{where}.{key}")


def _table(raw: Raw, key: str, path: Path) -> Raw:
    value = raw.get(key, {})
    _expect(value, dict, path, key)
    return dict(value)


def _rows(raw: Raw, key: str, path: Path) -> list[Raw]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise LexiconError(path, key, f"must be tables, each headed [[{key}]]")
    return value


def _texts(value: object, path: Path, where: str) -> None:
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise LexiconError(path, where, "must be a list of texts")


def _expect(value: object, kind: type, path: Path, where: str) -> None:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise LexiconError(path, where, f"must be {_NAMES[kind]}")


def _require(entry: Raw, keys: tuple[str, ...], path: Path, where: str) -> None:
    for key in keys:
        if not entry.get(key):
            raise LexiconError(path, where, f'lacks "{key}"')


def _one_of(value: object, known: object, path: Path, where: str) -> None:
    names = list(known) if isinstance(known, (tuple, dict, frozenset)) else []
    if value not in names:
        raise LexiconError(path, where, f'"{value}" is not one of {", ".join(sorted(names))}')
