"""What stops a file from being read, said so that the person who gave it can act on it."""

import os
from pathlib import Path


def shown(path: str | os.PathLike[str]) -> str:
    r"""Give the path as text that any file or screen can hold: bytes that are not UTF-8 become ``\xe9``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


class ImportProblem(Exception):  # noqa: N818 - a report to the user, yielded as often as it is raised
    """A file that cannot be read as an article.

    ``reason`` is one clause without a final full stop ("it is empty"); ``hint`` is what to do about it, or "".
    Both are safe to print.
    """

    def __init__(self, path: str | os.PathLike[str], reason: str, hint: str = "") -> None:
        super().__init__(path, reason, hint)
        self.path = Path(path)
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return f"{shown(self.path)}: {self.reason}" + (f" ({self.hint})" if self.hint else "")
