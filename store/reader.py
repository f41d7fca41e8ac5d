"""One thread that reads the store for the screen: awaitable, interruptible, the newest question of a group wins.

SQLite's interrupt() stops a query in a few milliseconds. It says nothing to a function that is between two queries,
so it is also asked before each query whether the answer is still wanted, and, for an interrupt that came just before a
query began, now and then while it runs.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Concatenate, Final, ParamSpec, TypeVar

from store.connection import Database, Parameters, ReadOnly, open_reader
from store.errors import Stale, StoreError

P = ParamSpec("P")
T = TypeVar("T")

STEPS: Final = 100_000
"""Steps of SQLite's machine between two looks at whether the answer is still wanted. For each the thread must have
Python's lock, and wait for it while the screen is drawn: at every few thousand steps the count of a filter stood still
meanwhile.
"""


class _Question:
    """Something asked of the thread; ``stale`` once nobody waits for the answer."""

    __slots__ = ("group", "stale")

    def __init__(self, group: str) -> None:
        self.group = group
        self.stale = False


class _Watched(ReadOnly):
    """A connection for one question: it takes no further query once the answer is not wanted any more."""

    def __init__(self, db: Database, question: _Question) -> None:
        super().__init__(db.conn)
        self._question = question

    def execute(self, sql: str, parameters: Parameters | None = None, /) -> sqlite3.Cursor:
        if self._question.stale:
            raise Stale("The question was given up.")
        return super().execute(sql, parameters)


class Reader:
    """A thread with a read-only connection of its own that runs functions of ``store.queries``.

    The store is opened on the thread, so that a program can draw its first screen meanwhile; if that fails, every
    question raises the StoreError that says why.
    """

    def __init__(self, path: Path, opener: Callable[[Path], Database] = open_reader) -> None:
        self._lock = Lock()
        self._waiting: dict[_Question, Callable[[], bool]] = {}
        """Questions without an answer yet, with what takes them off the pool's queue."""
        self._running: _Question | None = None
        self._closed = False
        self._pool = ThreadPoolExecutor(1, "store-reader")
        self._db: Future[Database] = self._pool.submit(self._open, opener, path)

    async def run(self, fn: Callable[Concatenate[Database, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``fn(db, *args)`` on the thread. Cancelling the awaiting task interrupts its query."""
        return await self._ask("", lambda db: fn(db, *args, **kwargs))

    async def newest(
        self, group: str, fn: Callable[Concatenate[Database, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """As ``run``, and older questions of the group are given up: what awaits them gets a CancelledError."""
        return await self._ask(group, lambda db: fn(db, *args, **kwargs))

    def close(self) -> None:
        """Give up all questions, end the thread and close the connection. Harmless when repeated."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._give_up([*self._waiting])
                self._pool.submit(self._close)
        self._pool.shutdown(wait=True)

    async def _ask(self, group: str, ask: Callable[[Database], T]) -> T:
        question = _Question(group)
        with self._lock:
            if self._closed:
                raise StoreError("The store is closed.")
            if group:
                self._give_up([older for older in self._waiting if older.group == group])
            answer = self._pool.submit(self._answer, question, ask)
            self._waiting[question] = answer.cancel
        try:
            return await asyncio.wrap_future(answer)
        except asyncio.CancelledError:
            with self._lock:
                self._give_up([question])
            raise
        finally:
            with self._lock:
                self._waiting.pop(question, None)

    def _give_up(self, questions: list[_Question]) -> None:
        """With the lock held, so that an interrupt can only hit the query that it is meant for."""
        for question in questions:
            question.stale = True
            if question is self._running:
                self._db.result().conn.interrupt()
            elif question in self._waiting:
                self._waiting[question]()

    # On the thread

    def _open(self, opener: Callable[[Path], Database], path: Path) -> Database:
        db = opener(path)
        db.conn.set_progress_handler(self._unwanted, STEPS)
        return db

    def _unwanted(self) -> int:
        return int(self._running is not None and self._running.stale)

    def _answer(self, question: _Question, ask: Callable[[Database], T]) -> T:
        db = self._db.result()
        with self._lock:
            if question.stale:
                raise CancelledError
            self._running = question
        try:
            return ask(_Watched(db, question))
        except Stale:
            raise CancelledError from None
        finally:
            with self._lock:
                self._running = None

    def _close(self) -> None:
        if self._db.exception() is None:
            self._db.result().close()
