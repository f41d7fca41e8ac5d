"""Readings go in and come out identical, once each, whole or not at all."""

import os
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_samples import ARTICLES, BOMBS, article, clock

from store import queries, writer
from store.connection import Database, open_writer
from store.errors import NotFound
from store.records.article import Article
from store.records.reading import Reading
from store.records.report import Report
from store.records.span import Span

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
TEXT = st.text(max_size=30)
SMALL = st.integers(-(2**40), 2**40)
SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99))

for kind, strategy in (
    (date, DAYS),
    (str, TEXT),
    (int, SMALL),
    (float, st.floats(allow_nan=False)),
    (bytes, st.binary(max_size=20)),
    (Span, SPANS),
):
    st.register_type_strategy(kind, strategy)

NEW_REPORTS = st.builds(Report, id=st.just(0), source_id=st.just(0), event_id=st.none())
READINGS = st.builds(
    Reading,
    article=st.builds(Article, sha256=TEXT.map(lambda text: sha256(text.encode()).hexdigest())),
    reports=st.lists(NEW_REPORTS, max_size=3).map(tuple),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(READINGS)
def test_what_goes_in_comes_out(tmp_path_factory: pytest.TempPathFactory, reading: Reading) -> None:
    db = open_writer(tmp_path_factory.mktemp("trip") / "own.db")
    try:
        number = writer.add_article(db, reading, now=clock)
        (found,) = queries.corpus(db)
        assert found.source.article == reading.article
        assert (found.expressions, found.bounds, found.signature) == (
            reading.expressions,
            reading.bounds,
            reading.signature,
        )
        stored = [(r.start, r.id, r.source_id, r.event_id) for r in found.reports]
        assert stored == sorted(stored)
        assert {(source, event) for _, _, source, event in stored} <= {(number, None)}
        assert sorted(map(_bare, found.reports), key=repr) == sorted(map(_bare, reading.reports), key=repr)
        assert found.source == queries.source(db, number)
    finally:
        db.close()


def _bare(report: Report) -> tuple[object, ...]:
    skipped = ("id", "source_id", "event_id")
    return tuple(getattr(report, name) for name in report.__slots__ if name not in skipped)


def test_the_same_bytes_are_one_source_with_several_paths(empty: Database) -> None:
    one = article("a.txt", BOMBS)
    first = writer.add_article(empty, Reading(one), now=clock)
    assert writer.known(empty, one.sha256) == first
    assert writer.known(empty, "0" * 64) is None
    assert writer.add_path(empty, first, "/elsewhere/a.txt") is True
    assert writer.add_path(empty, first, "/elsewhere/a.txt") is False
    assert writer.add_article(empty, Reading(one)) == first
    found = queries.source(empty, first)
    assert found.paths == ("/news/a.txt", "/elsewhere/a.txt")
    assert found.imported_at == "2024-01-02T03:04:05+00:00"


def test_a_name_that_is_no_utf_8_comes_back_as_it_was(empty: Database) -> None:
    path = os.fsdecode(b"/news/caf\xe9.txt")
    number = writer.add_article(empty, Reading(Article(path, "1", 3, "text", "latin-1", "caf\ud800")))
    found = queries.source(empty, number)
    assert found.article.path == path
    assert found.paths == (path,)
    assert found.article.text == "caf\ufffd", "half a surrogate pair has no UTF-8; its length stays"


def test_sources_are_found_by_id_path_name_and_stem(db: Database) -> None:
    assert [queries.source(db, ref).id for ref in (2, "2", "/news/device.md", "device.md", "device", "dev")] == [2] * 6
    with pytest.raises(NotFound, match="no source “nothing”"):
        queries.source(db, "nothing")
    writer.add_path(db, 1, "/other/device.md")
    with pytest.raises(NotFound, match="fits 2 sources: 1, 2"):
        queries.source(db, "device.md")
    writer.add_path(db, 3, "/news/002_talks.txt")
    assert [queries.source(db, ref).id for ref in ("002", "2")] == [3, 2], "002 begins a name and is no number"


def test_reading_articles_again_is_due_until_they_are_compared(empty: Database) -> None:
    assert not writer.pending(empty)
    one, told = ARTICLES[0]
    writer.add_article(empty, Reading(one, (), (told,)))
    assert writer.pending(empty)
    assert any("not yet compared" in problem for problem in queries.problems(empty))
