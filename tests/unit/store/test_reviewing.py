"""Working through the events: the next one to look at, and how much is left."""

from store_samples import ids

from store import queries, writer
from store.connection import Database
from store.filters import EVERYTHING, parse


def test_the_next_event_is_the_one_that_nobody_has_looked_at(db: Database) -> None:
    assert ids(db, "") == [2, 1, 3, 4], "the last is a weak find"
    assert [queries.next_unreviewed(db, EVERYTHING, after) for after in (0, 2, 1, 3, 4)] == [2, 1, 3, 2, 2]
    writer.set_status(db, [1], "checked")
    assert queries.next_unreviewed(db, EVERYTHING, 2) == 3
    assert queries.next_unreviewed(db, parse("place:cuenca"), 3) == 2
    writer.set_status(db, [3], "contested")
    assert queries.next_unreviewed(db, EVERYTHING, 1) == 2
    assert queries.next_unreviewed(db, EVERYTHING, 2) is None, "it is the last one left"
    writer.set_status(db, [2], "rejected")
    assert queries.next_unreviewed(db, EVERYTHING) is None


def test_what_is_left_is_counted_without_listing_it(db: Database) -> None:
    for number, status in ((None, None), (1, "checked"), (3, "contested"), (4, "checked"), (2, "rejected")):
        if number:
            writer.set_status(db, [number], status)
        assert queries.left_to_review(db) == queries.unreviewed(db, EVERYTHING).total
    assert queries.left_to_review(db) == 0


def test_a_filter_has_its_own_left(db: Database) -> None:
    writer.set_status(db, [1, 3], "checked")
    assert queries.unreviewed(db, parse("country:EC")).total == 1
    assert queries.unreviewed(db, EVERYTHING, sources=frozenset({4})).total == 0
    assert queries.unreviewed(db, EVERYTHING, selected=frozenset({2})).total == 1
