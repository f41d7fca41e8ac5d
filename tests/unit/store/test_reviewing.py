"""Working through the events: the next one to look at, and how much is left."""

from store_samples import ids

from store import queries, writer
from store.connection import Database
from store.filters import EVERYTHING, parse
from store.queries import ReviewCounts


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
    assert queries.review_counts(db) == ReviewCounts(left=0, checked=1, contested=1, rejected=1)
    writer.set_status(db, [4], "checked")
    assert queries.review_counts(db) == ReviewCounts(left=0, checked=2, contested=1, rejected=1)
    assert queries.review_counts(db) == queries.review_counts(db, parse("id:1 OR id:2 OR id:3 OR id:4"))


def test_a_filter_counts_its_own(db: Database) -> None:
    writer.set_status(db, [1, 3], "checked")
    assert queries.review_counts(db, parse("country:EC")) == ReviewCounts(1, 1, 0, 0)
    assert queries.review_counts(db, EVERYTHING, sources=frozenset({4})) == ReviewCounts(0, 1, 0, 0)
    assert queries.review_counts(db, EVERYTHING, selected=frozenset({2})) == ReviewCounts(1, 2, 0, 0)
