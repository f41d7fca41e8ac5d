"""Completing the last word of a filter: a key, or a value of its key. What values there are is the store's to say."""

from collections.abc import Iterable
from typing import NamedTuple

_LEAST_OF_A_KEY = 2
"""Characters after which keys are offered: any single letter begins one."""


class Unfinished(NamedTuple):
    """The last word of a filter: what stands before the part that is to be completed, and that part."""

    before: str
    key: str
    """The key whose value is typed; "" while it may be a key itself."""
    typed: str


def unfinished(text: str) -> Unfinished | None:
    """The word that a filter ends in; None where that is none, or a phrase without a key."""
    start, in_quotes = 0, False
    for at, char in enumerate(text):
        if char == '"':
            in_quotes = not in_quotes
        elif not in_quotes and (char.isspace() or char in "()"):
            start = at + 1
    word = text[start:].lstrip("-")
    before = text[: len(text) - len(word)]
    key, colon, typed = word.partition(":")
    if colon and '"' not in key:
        return (
            None
            if typed.endswith('"') and len(typed) > 1
            else Unfinished(before + key + colon, key.casefold(), typed.removeprefix('"'))
        )
    return Unfinished(before, "", word) if len(word) >= _LEAST_OF_A_KEY and '"' not in word else None


def keys_like(word: Unfinished) -> tuple[str, ...]:
    """The whole filters that completing to a key gives."""
    from store.terms import KEYS

    return tuple(f"{word.before}{name}:" for name in KEYS if name.startswith(word.typed.casefold()))


def with_values(word: Unfinished, values: Iterable[str]) -> tuple[str, ...]:
    """The whole filters that completing to these values gives."""
    return tuple(word.before + quoted(value) for value in values)


def quoted(value: str) -> str:
    """A value as a filter takes it."""
    return value if value.replace("_", "").replace("-", "").isalnum() else '"' + value.replace('"', "") + '"'
