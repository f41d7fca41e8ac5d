"""What can go wrong with a store, each as one sentence for the user and a hint about what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class StoreError(Exception):
    """The store cannot do what was asked. ``sentence`` says why, ``hint`` what to do ("" if nothing helps)."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".rstrip()


class NotAStoreError(StoreError):
    """The file is no store of ours: another program's, or no database at all."""


class NewerStoreError(StoreError):
    """The file was made by a newer program."""


class StoreLockedError(StoreError):
    """Another program holds the file."""


class StoreFullError(StoreError):
    """No room is left on the disk."""


class StoreReadOnlyError(StoreError):
    """The file or its folder cannot be written to."""


class StoreDamagedError(StoreError):
    """The file is a database, and it is broken."""


class NotFound(StoreError):  # noqa: N818 - an answer more than an error
    """Nothing, or more than one thing, in the store goes by that name or number."""


class Refused(StoreError):  # noqa: N818 - as NotFound
    """What was asked makes no sense of what the store holds."""


class QueryError(StoreError):
    """A query of the user's own that SQLite does not take."""


class Stale(StoreError):  # noqa: N818 - nobody did anything wrong
    """The query was interrupted: a newer one made its answer useless."""


class ExportError(Exception):
    """An export could not be written. Has the same two parts as a StoreError."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".rstrip()


def store_error(error: sqlite3.Error, name: str = "The store") -> StoreError:
    """What an error of SQLite means to the user. ``name`` begins the sentence ("The store /path")."""
    # The low byte is the primary result code, the rest says more (https://sqlite.org/rescode.html).
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_INTERRUPT:
            return Stale("The query was stopped.")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreLockedError(f"{name} is locked by another program.", "Wait until it has finished, or close it.")
        case sqlite3.SQLITE_FULL:
            return StoreFullError(f"{name} cannot grow: the disk is full.", "Make room, then do the same again.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return StoreReadOnlyError(
                f"{name} cannot be written to.", "Check the permissions, or name another --store."
            )
        case sqlite3.SQLITE_CANTOPEN:
            return StoreReadOnlyError(
                f"{name} cannot be opened.", "Check its folder's permissions, or name another --store."
            )
        case sqlite3.SQLITE_NOTADB:
            return NotAStoreError(
                f"{name} is not an ecu-tui store: it is no database.", "Name another file with --store."
            )
        case sqlite3.SQLITE_CORRUPT:
            return StoreDamagedError(f"{name} is damaged ({error}).", "Restore a copy, or import the articles afresh.")
        case sqlite3.SQLITE_IOERR:
            return StoreError(f"{name} could not be read or written: {error}.", "Check the disk and its mount.")
        case _:
            return StoreError(f"{name} failed: {error}.", "Please report this with the output of ecu-tui --version.")


@contextmanager
def translated(name: str = "The store") -> Iterator[None]:
    """Turn errors of SQLite into StoreErrors; as a decorator or in a ``with``."""
    try:
        yield
    except sqlite3.Error as error:
        raise store_error(error, name) from error
