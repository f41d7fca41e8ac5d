"""Which rules find the reports: a version that changes with them, so that a store can tell what older ones found."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent
_RULES: Final = ("dating", "extraction", "gazetteer", "language", "lexicons")
"""The folders whose code and word lists decide what is found."""
_KINDS: Final = frozenset({".py", ".toml", ".tsv"})
_DIGITS: Final = 12


@lru_cache(maxsize=16)
def extractor_version(lexicons: tuple[Path, ...] = ()) -> str:
    """Digest the rules, with the user's lexicons where there are any: the same rules give the same version."""
    shipped = sorted(file for folder in _RULES for file in (_HERE / folder).rglob("*") if file.suffix in _KINDS)
    return _digest([*shipped, *lexicons])


def _digest(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode(errors="surrogateescape"))
        # Whatever the line ends of the system that the program was installed on.
        digest.update(hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).digest())
    return digest.hexdigest()[:_DIGITS]
