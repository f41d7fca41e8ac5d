"""Opening the SQLite file: checks first, then pragmas, then what is missing of the schema.

Readers get a plain connection: sqlite_utils takes a quarter of a second to import where numpy is installed,
too much for the start of the browser, so only what writes pays it.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol, Self
from urllib.parse import quote

from store.errors import NewerStoreError, NotAStoreError, StoreError, StoreReadOnlyError, translated

APPLICATION_ID: Final = 0x45435554
"""'ECUT' in the file's header, by which SQLite files of other programs are told from ours."""

BUSY_MS: Final = 5_000
BLOCK: Final = 500
"""Rows at a time, so that neither memory nor the wait for an interrupt grows with the store."""

Value = str | int | float | bytes | None
Parameters = Sequence[Value] | dict[str, Value]


class Database(Protocol):
    """What the store's functions need of a connection; sqlite_utils.Database has it, and ReadOnly."""

    conn: sqlite3.Connection

    def execute(self, sql: str, parameters: Parameters | None = None, /) -> sqlite3.Cursor: ...

    def close(self) -> None: ...


class ReadOnly:
    """A read-only connection."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def execute(self, sql: str, parameters: Parameters | None = None, /) -> sqlite3.Cursor:
        return self.conn.execute(sql, parameters if parameters is not None else ())

    def close(self) -> None:
        self.conn.close()


def sqlite_version() -> str:
    """Name the version of the SQLite library in use, for bug reports."""
    return sqlite3.sqlite_version


def default_path() -> Path:
    """The store used when none is named: in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("ecu-tui", appauthor=False) / "store.db"


def open_writer(path: Path, *, upgraded: Callable[[Path], None] = lambda copy: None) -> Database:
    """Open the store for writing, made or brought up to date as needed. Raises StoreError.

    One made by an older program is copied first; ``upgraded`` is told where to.
    """
    from sqlite_utils import Database as Writer

    from store import schema

    name = f"The store {path}"
    _make_folder(path)
    with translated(name):
        conn = _connect(path, "rwc")
        try:
            _check(conn, path)
            conn.execute("PRAGMA journal_mode=WAL")
            conn.execute("PRAGMA synchronous=NORMAL")
            conn.execute("PRAGMA foreign_keys=ON")
            # Without plugins: any installed one could otherwise alter the connection.
            db = Writer(conn, execute_plugins=False)
            copy = None
            if schema.pending(conn):
                with transaction(db):
                    copy = _copied(conn, path)
                    conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
                    schema.migrate(db)
            if copy:
                upgraded(copy)
        except BaseException:
            conn.close()
            raise
    return db


def bring_up_to_date(path: Path) -> Path | None:
    """Bring a store that an older program made up to date. Raises StoreError.

    Returns where it was copied to as it was; None if there was nothing to do, or there is no store.
    """
    from store import schema

    if not path.is_file():
        return None
    with translated(f"The store {path}"), closing(_connect_reader(path)) as conn:
        _check(conn, path)
        if not schema.pending(conn):
            return None
    copies: list[Path] = []
    open_writer(path, upgraded=copies.append).close()
    return copies[0] if copies else None


def _copied(conn: sqlite3.Connection, path: Path) -> Path | None:
    """Copy a store as it is before the steps that it lacks are taken; None if it is new, or up to date by now.

    The writing connection holds the lock, so that nothing comes between the copy and the steps.
    """
    import shutil

    from store import schema

    missing = schema.pending(conn)
    if not missing or not schema.taken(conn):
        return None
    stem = f"{path.name}.before-{missing[0].replace('_', '-')}"
    names = (path.with_name(stem if n == 1 else f"{stem}-{n}") for n in count(1))
    copy = next(name for name in names if not name.exists())
    part = copy.with_name(f"{copy.name}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(_connect(path, "ro")) as source, closing(_connect(part, "rwc")) as target:
            source.backup(target)
        shutil.copymode(path, part)
        part.replace(copy)
    except OSError as error:
        raise StoreReadOnlyError(
            f"The store {path} is of an older ecu-tui and cannot be copied to {copy} first: {error.strerror or error}.",
            "Check the folder's permissions and room, or copy the store elsewhere and name that with --store.",
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return copy


def must_exist(path: Path) -> None:
    """Raise StoreError if there is no file at ``path``, or an empty one: a name mistyped must not make a store."""
    missing = not path.exists()
    if missing or (path.is_file() and not path.stat().st_size):
        said = f"There is no store at {path}." if missing else f"{path} is an empty file, not a store."
        raise StoreError(said, "Import some articles first: ecu-tui import FOLDER")


def open_reader(path: Path) -> Database:
    """Open the store for reading only; one made by an older program is brought up to date first. Raises StoreError."""
    from store import schema, word_forms

    must_exist(path)
    _refuse_folder(path)
    with translated(f"The store {path}"):
        conn = _connect_reader(path)
        try:
            _check(conn, path)
            if schema.pending(conn):
                conn.close()
                open_writer(path).close()
                conn = _connect_reader(path)
            conn.execute("PRAGMA cache_size=-64000")
            word_forms.prepare(ReadOnly(conn))
            conn.execute("PRAGMA query_only=ON")
        except BaseException:
            conn.close()
            raise
    return ReadOnly(conn)


@contextmanager
def writing(path: Path) -> Iterator[Database]:
    with closing(open_writer(path)) as db:
        yield db


@contextmanager
def reading(path: Path) -> Iterator[Database]:
    with closing(open_reader(path)) as db:
        yield db


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All or nothing, the lock taken at once so that a busy file is waited for, not failed on half way.

    Inside another transaction it becomes part of that one. Errors of SQLite come out as StoreErrors.
    """
    with translated():
        if db.conn.in_transaction:
            yield
            return
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.conn.execute("COMMIT")
        except BaseException:
            # A full disk may have ended the transaction already.
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")
            raise


def data_version(db: Database) -> int:
    """A number that another program's writing changes, as this connection sees it."""
    with translated():
        (number,) = db.execute("PRAGMA data_version").fetchone()
    return int(number)


@contextmanager
def rehearsal(db: Database) -> Iterator[None]:
    """A transaction that is taken back at its end: to see what a change would do."""
    with translated():
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreReadOnlyError(
            f"The folder {path.parent} cannot be made: {error.strerror or error}.", "Name another --store."
        ) from error
    _refuse_folder(path)


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise NotAStoreError(f"{path} is a folder, not a store.", "Name a file with --store.")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    # A connection is used by one thread at a time, but interrupted from another.
    uri = f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_MS / 1000, check_same_thread=False)


def _connect_reader(path: Path) -> sqlite3.Connection:
    try:
        conn = _connect(path, "ro")
        try:
            conn.execute("PRAGMA schema_version").fetchone()
        except BaseException:
            conn.close()
            raise
    except sqlite3.OperationalError:
        # A file in WAL mode needs its companions, which a read-only folder does not let SQLite make. With nothing
        # in a companion there is nothing to miss: the file can be read as one that nobody changes.
        wal = path.with_name(path.name + "-wal")
        if _can_write(path.parent) or (wal.exists() and wal.stat().st_size):
            raise
        return _connect(path, "ro&immutable=1")
    return conn


def _can_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK)


def _check(conn: sqlite3.Connection, path: Path) -> None:
    from store import schema

    (application,) = conn.execute("PRAGMA application_id").fetchone()
    (tables,) = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (application or tables):
        raise NotAStoreError(
            f"{path} is not an ecu-tui store: it is another program's database.", "Name another file with --store."
        )
    unknown = schema.unknown(conn)
    if unknown:
        raise NewerStoreError(
            f"{path} was made by a newer ecu-tui (it has “{unknown[0]}”, which this one does not know).",
            "Upgrade with pip install --upgrade ecu-tui, or name another --store.",
        )
