"""What is wrong with a typed value: a sentence that also says what to type instead."""

import difflib
from collections.abc import Iterable


class TypedError(Exception):
    """A typed value that its field cannot have; the message is for the person who typed it."""


class FieldError(TypedError):
    """A name that no field of an event has."""


class DateError(TypedError):
    """A typed date that names no day or period."""


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Give ' Did you mean “killed”?' for a word close to a known one, else ""."""
    close = difflib.get_close_matches(typed.casefold(), list(known), n=1, cutoff=0.6)
    return f" Did you mean “{close[0]}”?" if close else ""
