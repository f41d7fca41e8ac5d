"""Bytes to text: a byte order mark, UTF-8, then a guess that is owned up to."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 64 * 1024
_WESTERN: Final = frozenset("áéíóúüñÁÉÍÓÚÜÑ¿¡ªºçÇàèìòùâêîôûëïöäãõßåøæ«»“”‘’–—…•€£©®°·´§½¼\xa0")
"""What non-ASCII characters English and Spanish news text is made of (foreign names included)."""
_MULTIBYTE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_BREAKS: Final = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    note: str = ""


def decode(data: bytes, declared: str = "") -> Decoded:
    """Give the text of ``data``, its encoding, and a sentence where that was a guess. Never raises.

    ``declared`` is the encoding that the file itself names (HTML); it is believed if the bytes allow it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :], encoding)
    if declared:
        found = _declared(data, declared)
        if found:
            return found
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def clean_breaks(text: str) -> str:
    """``text`` with one kind of line end, and with NUL made visible (SQLite's text functions stop at NUL)."""
    if "\r" in text or not text.isprintable():
        text = _BREAKS.sub("\n", text)
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}") if "\0" in text else text


def utf16_without_mark(data: bytes) -> str:
    """``utf-16-le`` or ``utf-16-be`` where every other byte of the sample is NUL, as in Western text; else ""."""
    sample = data[:4096]
    pairs = len(sample) // 2
    if pairs < 4 or sample.count(0) < pairs * 0.7:
        return ""
    high, low = sample[1::2].count(0), sample[0::2].count(0)
    if high >= pairs * 0.7 and low <= pairs * 0.05:
        return "utf-16-le"
    if low >= pairs * 0.7 and high <= pairs * 0.05:
        return "utf-16-be"
    return ""


def _checked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}") if "\N{REPLACEMENT CHARACTER}" in text else 0
    return Decoded(
        text,
        encoding,
        f"{bad} characters were not valid {encoding} and are shown as \N{REPLACEMENT CHARACTER}." if bad else "",
    )


def _declared(data: bytes, declared: str) -> Decoded | None:
    # Browsers read pages that call themselves latin-1 as cp1252 (WHATWG Encoding Standard); so do we.
    name = (
        "cp1252"
        if declared.lower() in {"iso-8859-1", "latin-1", "latin1", "iso8859-1", "us-ascii", "ascii"}
        else declared
    )
    try:
        codec = codecs.lookup(name)
        return Decoded(codec.decode(data, "strict")[0], codec.name)
    except (LookupError, UnicodeError, TypeError, ValueError):
        return None


def _guessed(data: bytes) -> Decoded:
    wide = utf16_without_mark(data)
    if wide:
        return Decoded(
            data.decode(wide, "replace"), wide, f"The encoding was guessed: {wide}, without a byte order mark."
        )
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    whole = sum(map(len, _MULTIBYTE.findall(data)))
    if whole and whole >= high * 0.8:
        damaged = _checked(data, "utf-8")
        return Decoded(damaged.text, "utf-8", damaged.note)
    western = data.decode("cp1252", "replace")
    marks = [c for c in western[:_SAMPLE] if c > "\x7f"] or [c for c in western if c > "\x7f"]
    if sum(c in _WESTERN for c in marks) >= 0.95 * len(marks):
        return Decoded(western, "cp1252", "The encoding was guessed: cp1252 (Windows, Western European).")
    return _detected(data)


def _detected(data: bytes) -> Decoded:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    name = best.encoding if best else "latin-1"
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError):
        name, text = "latin-1", data.decode("latin-1")
    return Decoded(text, name, f"The encoding was guessed: {name}.")
