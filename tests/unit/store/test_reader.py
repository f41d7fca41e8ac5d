"""The reader's thread: answers are awaited, stale questions are interrupted, closing is prompt and final."""

import ast
import asyncio
import inspect
import threading
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from store_samples import path_of

from store import queries, writer
from store.connection import Database, open_reader
from store.errors import StoreError, translated
from store.filters import EVERYTHING
from store.reader import Reader

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


class Slow:
    """A question that never ends by itself, and tells when it has begun."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.times = 0

    def __call__(self, db: Database) -> None:
        self.times += 1
        self.begun.set()
        with translated():
            db.execute(ENDLESS).fetchone()

    async def running(self) -> None:
        assert await asyncio.to_thread(self.begun.wait, 10)


class Held:
    """A question that is let go to its query, and no interrupt reaches it before."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.answered = False

    def __call__(self, db: Database) -> None:
        self.begun.set()
        self.go_on.wait(10)
        with translated():
            self.answered = bool(db.execute("SELECT 1").fetchone())

    async def running(self) -> None:
        assert await asyncio.to_thread(self.begun.wait, 10)


@pytest.fixture
def reader(db: Database):
    reader = Reader(path_of(db))
    yield reader
    reader.close()
    assert not any(thread.name.startswith("store-reader") for thread in threading.enumerate())


async def test_it_answers(reader: Reader) -> None:
    found = await reader.run(queries.matches, EVERYTHING)
    assert found.total == 4
    assert len(await reader.run(queries.event_window, found, 0, 2, newest_first=True)) == 2


async def test_an_error_comes_to_whoever_asked(reader: Reader) -> None:
    with pytest.raises(StoreError, match="no such table"):
        await reader.run(_wrong)
    assert (await reader.run(queries.matches, EVERYTHING)).total == 4


def _wrong(db: Database) -> None:
    with translated():
        db.execute("SELECT * FROM nowhere")


async def test_cancelling_interrupts_the_query_and_the_connection_stays_usable(reader: Reader) -> None:
    slow = Slow()
    task = asyncio.create_task(reader.run(slow))
    await slow.running()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await asyncio.wait_for(reader.run(queries.matches, EVERYTHING), 10)).total == 4


async def test_a_newer_question_of_the_group_interrupts_the_older(reader: Reader) -> None:
    slow = Slow()
    older = asyncio.create_task(reader.newest("panes", slow))
    await slow.running()
    found = await asyncio.wait_for(reader.newest("panes", queries.matches, EVERYTHING), 10)
    assert found.total == 4
    with pytest.raises(asyncio.CancelledError):
        await older


async def test_questions_that_wait_are_given_up_unasked_and_other_groups_are_not(reader: Reader) -> None:
    first, waiting = Held(), Slow()
    running = asyncio.create_task(reader.newest("panes", first))
    await first.running()
    stale = [asyncio.create_task(reader.newest("panes", waiting)) for _ in range(5)]
    card = asyncio.create_task(reader.newest("card", queries.event, 1))
    await asyncio.sleep(0)
    newest = asyncio.create_task(reader.newest("panes", queries.matches, EVERYTHING))
    await asyncio.sleep(0)
    first.go_on.set()
    results = await asyncio.wait_for(asyncio.gather(running, *stale, card, newest, return_exceptions=True), 10)
    assert [type(result) for result in results[:6]] == [asyncio.CancelledError] * 6
    assert waiting.times == 0
    assert results[6].title == "Car bombs in the capital"
    assert results[7].total == 4


async def test_a_question_between_two_queries_is_given_up_at_the_next(reader: Reader) -> None:
    held = Held()
    older = asyncio.create_task(reader.newest("panes", held))
    await held.running()
    newer = asyncio.create_task(reader.newest("panes", queries.matches, EVERYTHING))
    await asyncio.sleep(0)
    held.go_on.set()
    assert (await asyncio.wait_for(newer, 10)).total == 4
    with pytest.raises(asyncio.CancelledError):
        await older
    assert not held.answered, "however short the query"


async def test_closing_ends_what_runs_and_more_than_once_does_no_harm(db: Database) -> None:
    reader = Reader(path_of(db))
    slow = Slow()
    running = asyncio.create_task(reader.run(slow))
    waiting = asyncio.create_task(reader.run(slow))
    await slow.running()
    await asyncio.to_thread(reader.close)
    reader.close()
    assert [type(one) for one in await asyncio.gather(running, waiting, return_exceptions=True)] == [
        asyncio.CancelledError
    ] * 2
    assert slow.times == 1
    with pytest.raises(StoreError, match="closed"):
        await reader.run(queries.matches, EVERYTHING)


async def test_a_store_that_cannot_be_opened_is_every_answer(tmp_path: Path) -> None:
    reader = Reader(tmp_path / "none.db")
    for _ in range(2):
        with pytest.raises(StoreError, match="There is no store"):
            await reader.run(queries.matches, EVERYTHING)
    reader.close()


async def test_the_store_is_opened_and_closed_on_the_readers_thread(db: Database) -> None:
    seen: list[str] = []

    def opener(path: Path) -> Database:
        seen.append(threading.current_thread().name)
        return open_reader(path)

    reader = Reader(path_of(db), opener)
    await reader.run(queries.matches, EVERYTHING)
    reader.close()
    assert [name.startswith("store-reader") for name in seen] == [True]


@pytest.mark.parametrize("gathered", [queries, writer])
def test_every_name_that_tools_see_is_found_where_it_lives(gathered: ModuleType) -> None:
    tree = ast.walk(ast.parse(inspect.getsource(gathered)))
    seen = {alias.name: node.module for node in tree if isinstance(node, ast.ImportFrom) for alias in node.names}
    named = {name for name, home in seen.items() if home not in {"typing", "store.facade"}}
    assert named
    assert all(getattr(gathered, name) is getattr(import_module(str(seen[name])), name) for name in named)
    with pytest.raises(AttributeError, match="anything"):
        _ = gathered.anything
