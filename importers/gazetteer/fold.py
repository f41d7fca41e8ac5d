"""One spelling for all the ways a name is written: small letters, no accents, no marks."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_MARKS = re.compile(r"[\s\-‑–_'’ʼ.,/]+")
_ASCII_ONLY: Final = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
_SHORT: Final = {
    "sta": "santa", "sto": "santo", "pto": "puerto", "cd": "ciudad", "gral": "general", "st": "saint", "ste": "sainte",
    "mt": "mount", "ft": "fort",
}  # fmt: skip


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Return a name as it is looked up: "Sta. Elena", "SANTA ELENA" and "Santa  Elena" give "santa elena"."""
    plain = name.lower()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()
        plain = plain.translate(_ASCII_ONLY)
    words = _MARKS.sub(" ", plain).split()
    return " ".join([_SHORT.get(word, word) for word in words])
