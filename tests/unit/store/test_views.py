"""Saved views and counts."""

import pytest

from store import queries, writer
from store.connection import Database
from store.errors import NotFound
from store.filters import FilterError
from store.queries import Stats, View


def test_a_view_is_a_filter_by_name(db: Database) -> None:
    writer.save_view(db, View("bombs", "type:car_bomb"))
    writer.save_view(db, View("bombs", "type:bomb", "newest"))
    writer.save_view(db, View("a", ""))
    assert queries.views(db) == (View("a", ""), View("bombs", "type:bomb", "newest"))
    with pytest.raises(FilterError):
        writer.save_view(db, View("bad", "kiled:3"))
    writer.drop_view(db, "a")
    with pytest.raises(NotFound, match="no view “a”"):
        writer.drop_view(db, "a")
    assert len(queries.views(db)) == 1


def test_what_a_store_holds(db: Database) -> None:
    writer.set_status(db, [2], "rejected")
    assert queries.stats(db) == Stats(
        sources=5,
        copies=1,
        doubtful=0,
        reports=5,
        events=4,
        candidates=1,
        rejected=1,
        undated=1,
        edits=1,
        pending=False,
    )
