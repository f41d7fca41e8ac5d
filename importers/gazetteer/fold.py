"""One spelling for all the ways a name is written: small letters, no accents, no marks."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from importers.remembered import Remembered

_MARKS = re.compile(r"[\s\-‑–_'’ʼ.,/]+")
_ASCII_ONLY: Final = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
_SHORT: Final = {
    "sta": "santa", "sto": "santo", "pto": "puerto", "cd": "ciudad", "gral": "general", "st": "saint", "ste": "sainte",
    "mt": "mount", "ft": "fort",
}  # fmt: skip


def _folded(name: str) -> str:
    plain = name.lower()
    if plain.isascii() and plain.isalpha():
        return _SHORT.get(plain, plain)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()
        plain = plain.translate(_ASCII_ONLY)
    words = _MARKS.sub(" ", plain).split()
    return " ".join([_SHORT.get(word, word) for word in words])


fold: Final[Callable[[str], str]] = Remembered(_folded).__getitem__
"""Return a name as it is looked up: "Sta. Elena", "SANTA ELENA" and "Santa  Elena" give "santa elena"."""
