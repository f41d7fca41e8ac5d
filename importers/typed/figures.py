"""How many, as typed: "31", "at least 31", "30-35", "about 40", "14+", "30/33/35". Pure."""

import re
from typing import Final

from importers.typed.errors import TypedError
from store.records.event import Estimate

_LANGUAGES: Final = ("en", "es")
_MOST: Final = 9_999_999_999
_THREE: Final = re.compile(r"(\d*)/(\d*)/(\d*)")
_RANGE: Final = re.compile(r"(\d+) ?[-–—] ?(\d+)(\+?)")
_PLAIN: Final = re.compile(r"(\d+)(\+?)")
_GROUPED: Final = re.compile(r"(?<!\d)\d{1,3}(?:[,. \u00a0\u202f]\d{3})+(?!\d)")
_DIGITS: Final = re.compile(r"\d{4,}")


def read_figure(typed: str) -> Estimate | None:
    """Read a typed figure as low, best and high; None (nothing is said) for an empty one. Raises TypedError.

    "30/33/35" gives all three, any of them empty where it is not known.
    """
    text = _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), " ".join(typed.split()))
    if not text:
        return None
    estimate = _in_digits(text) or _in_words(text)
    if estimate is None:
        raise TypedError(f"“{typed}” is no number. Type it as 31, at least 31, up to 31, about 31, 30-35 or 30/33/35.")
    known = [value for value in (estimate.low, estimate.best, estimate.high) if value is not None]
    if known != sorted(known):
        raise TypedError(f"“{typed}” does not rise: the low figure comes first, the high one last.")
    if known[-1] > _MOST:
        raise TypedError(f"“{typed}” is more than there are people.")
    return estimate


def _in_digits(text: str) -> Estimate | None:
    if (found := _THREE.fullmatch(text)) and any(found.groups()):
        low, best, high = (int(part) if part else None for part in found.groups())
        return Estimate(low, best, high)
    if found := _RANGE.fullmatch(text):
        low, high = int(found[1]), int(found[2])
        # "30–33+": 30 at least, 33 most likely, no upper bound.
        return Estimate(low, high, None) if found[3] else Estimate(low, None, high)
    if found := _PLAIN.fullmatch(text):
        number = int(found[1])
        return Estimate(number, number, None if found[2] else number)
    return None


def _in_words(text: str) -> Estimate | None:
    """Read it by the grammar of articles, which must take all of it; English before Spanish."""
    from importers.language.quantities import find_quantities
    from importers.language.tokens import sentences

    # By themselves four digits are a year to the grammar; here they never are.
    text = _DIGITS.sub(lambda found: f"{int(found[0]):,}", text)
    for language in _LANGUAGES:
        for sentence in sentences(text, language):
            for quantity in find_quantities(sentence, text):
                if quantity.phrase == text:
                    return Estimate(quantity.low, quantity.best, quantity.high)
    return None
