"""Which format a file has: by its content first, by its suffix only where the content leaves it open."""

import re
from typing import Final, Literal

from importers.encoding import utf16_without_mark

Format = Literal["text", "markdown", "html"]

_MAGIC: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF media file"),
    (b"OggS", "an Ogg media file"),
    (b"ID3", "an MP3 recording"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"%!PS", "a PostScript document"),
)
_HTML: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|meta\s|title>|div[\s>]|p>)", re.IGNORECASE)
_TAG: Final = re.compile(
    rb"</?(?:p|div|br|a|span|h[1-6]|ul|li|article|section|title|meta|script|body)\b", re.IGNORECASE
)
_FEED: Final = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_FRONT_MATTER: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*[\"']?[\w-]+[\"']?[ \t]*:"
)
_HEADING: Final = re.compile(rb"#{1,2} [^\n]{8,}\n[ \t]*\r?\n")
"""A Markdown headline above all else."""
_CONTROL: Final = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
_DATA: Final = re.compile(rb"[\[{]\s*(?:[\[{]\s*)*(?:\"[^\"\n]{0,200}\"\s*[:,\]]|[\]}]\s*\Z)")
_DATA_SUFFIXES: Final = {
    **dict.fromkeys((".csv", ".tsv"), "a table"),
    **dict.fromkeys((".json", ".jsonl", ".yaml", ".yml", ".toml", ".ini", ".xml", ".svg", ".log"), "a data file"),
    **dict.fromkeys((".py", ".js", ".css", ".sh", ".sql", ".c", ".h", ".java", ".rs", ".go", ".ts"), "program code"),
}
"""Text that is no article; only the suffix tells."""
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
"""Byte order marks of UTF-16 and UTF-32, where NUL is part of a character."""
_SAMPLE: Final = 8192
_CONTROLS: Final = 0.1
_CONTROLS_WITH_NUL: Final = 0.02
"""The share of control characters from which a file is binary; text has next to none, and a stray NUL at most."""


def detect(data: bytes, suffix: str) -> tuple[Format | None, str]:
    """Tell the format, or None and what the file is instead ("a PDF document"). ``suffix``: in lower case."""
    sample = data[:_SAMPLE]
    for magic, name in _MAGIC:
        if sample.startswith(magic):
            return None, name
    if sample.startswith(_WIDE_MARKS) or utf16_without_mark(data):
        sample = sample.lstrip(b"\xff\xfe\0").replace(b"\0", b"")
    elif b"\0" in sample and _controls(sample) > _CONTROLS_WITH_NUL:
        return None, "a binary file"
    if _controls(sample) > _CONTROLS:
        return None, "a binary file"
    return _text_format(sample, suffix)


def _controls(sample: bytes) -> float:
    return 1 - len(sample.translate(None, _CONTROL)) / len(sample) if sample else 0.0


def _text_format(sample: bytes, suffix: str) -> tuple[Format | None, str]:
    start = sample.removeprefix(b"\xef\xbb\xbf").lstrip()[:2048]
    if start.startswith(b"<") and _FEED.search(start):
        return None, "a feed"
    if start.startswith(b"<") and (_HTML.match(start) or (b"<html" in start.lower()) or len(_TAG.findall(start)) >= 3):
        return "html", ""
    if start.startswith(b"<?xml"):
        return None, "an XML document"
    if _DATA.match(start):
        return None, "a JSON document"
    if _FRONT_MATTER.match(sample) or _HEADING.match(start):
        return "markdown", ""
    if suffix in {".md", ".markdown", ".mdown", ".mkd"}:
        return "markdown", ""
    if suffix in {".html", ".htm", ".xhtml"} and _TAG.search(sample):
        return "html", ""
    if suffix in _DATA_SUFFIXES:
        return None, _DATA_SUFFIXES[suffix]
    return "text", ""
