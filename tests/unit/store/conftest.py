"""A filled store of one's own, closed after the test."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import store_samples

from store.connection import Database, writing


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    with writing(tmp_path / "empty.db") as db:
        yield db


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with writing(tmp_path / "own.db") as db:
        store_samples.fill(db)
        yield db
