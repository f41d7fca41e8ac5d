"""SQL of the user's own: what it gives, and that it only reads."""

import pytest

from store.connection import reading, writing
from store.errors import QueryError
from store.sql import select


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "store.db"
    with writing(path):
        pass
    return path


def test_columns_of_one_name_are_told_apart(store):
    with reading(store) as db:
        found = select(db, "SELECT 1 AS n, 2 AS n, NULL AS m")
        assert found.columns == ("n", "n:2", "m")
        assert list(found.rows) == [(1, 2, None)]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM sources",
        "CREATE TEMP TABLE t (a)",
        "ATTACH ':memory:' AS other",
        "PRAGMA query_only = OFF",
        "VACUUM INTO '/tmp/copy.db'",
        "BEGIN",
        "SELECT 1; DELETE FROM sources",
        "SELECT nothing FROM nowhere",
        "",
    ],
)
def test_what_does_not_read_is_refused(store, statement):
    with reading(store) as db, pytest.raises(QueryError):
        list(select(db, statement).rows)


@pytest.mark.parametrize(
    "statement", ["SELECT count(*) FROM timeline_fts WHERE timeline_fts MATCH 'quito'", "PRAGMA table_info(events)"]
)
def test_full_text_and_the_shape_of_tables_can_be_asked(store, statement):
    with reading(store) as db:
        assert list(select(db, statement).rows)
