"""From a file to an Article: one module a format, and ``read_file`` that chooses among them."""

import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from importers import article
from importers.detect import Format, detect
from importers.discover import problem_of, special
from importers.document import Document
from importers.encoding import Decoded, decode
from importers.problems import ImportProblem, shown
from store.records.article import Article

LIMIT: Final = 50 * 1024 * 1024
"""Bytes. No news article comes near it; what does is an archive or a dump."""

_READERS: Final[dict[Format, str]] = {
    "text": "importers.readers.text",
    "markdown": "importers.readers.markdown",
    "html": "importers.readers.html",
}
"""Each has ``read(decoded) -> Document`` and is imported when a file first needs it."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A file's exact bytes and their hash, before anything is made of them."""

    path: Path
    data: bytes
    sha256: str


def read_file(path: str | os.PathLike[str], *, limit: int = LIMIT) -> Article:
    """Read the article in a file; ImportProblem where there is none to be had. Never blocks on a pipe or a device."""
    return parse(load(path, limit=limit))


def load(path: str | os.PathLike[str], *, limit: int = LIMIT) -> Raw:
    """Read a file's bytes, at most ``limit`` of them; ImportProblem where that cannot be done or nothing is in it."""
    given = Path(path)
    data = _bytes_of(given, limit)
    if not data.strip():
        raise ImportProblem(given, "it is empty" if not data else "it holds nothing but white space")
    return Raw(given, data, hashlib.sha256(data).hexdigest())


def parse(raw: Raw) -> Article:
    """Make an article of a file's bytes; ImportProblem where they hold none."""
    found, name = detect(raw.data, raw.path.suffix.lower())
    if found is None:
        raise ImportProblem(raw.path, f"it is {name}, not an article in text", "text, Markdown and HTML files are read")
    decoded = decode(raw.data, _declared_encoding(raw.data) if found == "html" else "")
    document = _reader(found)(decoded)
    if not document.text.strip():
        raise ImportProblem(raw.path, "no article text was found in it")
    return article.build(
        document,
        path=shown(raw.path),
        sha256=raw.sha256,
        size=len(raw.data),
        format=found,
        encoding=decoded.encoding,
        notes=(decoded.note,) if decoded.note else (),
    )


def _reader(found: Format) -> Callable[[Decoded], Document]:
    return cast("Callable[[Decoded], Document]", import_module(_READERS[found]).read)


def _declared_encoding(data: bytes) -> str:
    from importers.readers.html import declared_encoding

    return declared_encoding(data)


def _bytes_of(path: Path, limit: int) -> bytes:
    """Read the file's bytes, having asked what it is before opening it, and again of what was opened."""
    try:
        _check(path, path.stat(), limit)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            _check(path, os.fstat(file.fileno()), limit)
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise problem_of(path, error) from error
    if len(data) > limit:
        raise _too_large(path, len(data), limit)
    return data


def _check(path: Path, status: os.stat_result, limit: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise ImportProblem(path, f"it is {special(status.st_mode)}, not a file")
    if status.st_size > limit:
        raise _too_large(path, status.st_size, limit)


def _too_large(path: Path, size: int, limit: int) -> ImportProblem:
    return ImportProblem(
        path,
        f"it is too large for an article: {size / 1e6:,.0f} MB, and the limit is {limit / 1e6:,.0f} MB",
        "split it into one file an article",
    )
