"""Events merged, split, kept apart and dated by hand, on a small corpus read and compared as a user's is."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers import byhand, run
from store import queries
from store.connection import reading, writing
from store.filters import EVERYTHING
from store.records.event import Event
from store.records.reading import Reading
from store.records.span import Span
from tests.unit.importers.colombia_samples import ARTICLES, add, filled, read_articles


@pytest.fixture(scope="module")
def readings() -> tuple[Reading, ...]:
    return read_articles()


@pytest.fixture
def store(tmp_path: Path, readings: tuple[Reading, ...]) -> Path:
    return filled(tmp_path / "own.db", readings)


def events(store: Path) -> tuple[Event, ...]:
    with reading(store) as db:
        return tuple(queries.events(db, EVERYTHING))


def told(store: Path) -> dict[int, list[int]]:
    """Event id -> the ids of its reports."""
    return {event.id: sorted(one.id for one in event.reports) for event in events(store)}


def largest(store: Path) -> Event:
    return max(events(store), key=lambda event: (event.num_articles, -event.id))


def test_a_merge_holds_when_more_is_reported_and_undo_brings_both_back(
    tmp_path: Path, readings: tuple[Reading, ...]
) -> None:
    store = filled(tmp_path / "own.db", readings[:-1])
    before = told(store)
    small, big = sorted(before, key=lambda number: (len(before[number]), number))[:: len(before) - 1]
    merged = byhand.merge_events(store, [small, big])
    assert merged.event_id == small, "the first keeps its id, however small it was"
    assert told(store)[small] == sorted(before[small] + before[big])
    with writing(store) as db:
        assert queries.event(db, big) == queries.event(db, small)
        add(db, readings[-1:])
    assert set(before[small] + before[big]) <= set(told(store)[small])
    byhand.undo(store)
    after = told(store)
    for number, reports in before.items():
        assert set(reports) <= set(after[number])


def test_a_split_holds_and_what_was_split_off_has_an_id_of_its_own(store: Path) -> None:
    whole = largest(store)
    first = min(one.id for one in whole.reports)
    rest = [one.id for one in whole.reports if one.id != first]
    parted = byhand.split_reports(store, whole.id, rest)
    assert parted.other_id == whole.id, "the rest keeps the id, however small it is"
    assert told(store)[whole.id] == [first]
    assert set(rest) <= set(told(store)[parted.event_id])
    with writing(store) as db:
        run.rebuild(db)
    assert told(store)[whole.id] == [first]
    merged = byhand.merge_events(store, [parted.event_id, whole.id], "they are one after all")
    assert set(told(store)[merged.event_id]) >= {first, *rest}


def test_a_date_by_hand_that_tears_events_apart_gives_every_id_back_when_undone(store: Path) -> None:
    before = events(store)
    byhand.set_published(store, "2", "1 May 2019", "a test")
    assert told(store) != {event.id: sorted(one.id for one in event.reports) for event in before}
    byhand.undo(store)
    assert events(store) == before


def test_what_is_kept_apart_is_not_suggested_again(tmp_path: Path) -> None:
    texts = (
        "QUITO, Ecuador, March 9, 2023 - Gunmen attacked a shop in Quito on Thursday, and it closed for good.",
        "QUITO, Ecuador, March 10, 2023 - On Thursday a crowd was attacked in Quito, witnesses told the newspaper.",
    )
    files = [tmp_path / "one.txt", tmp_path / "other.txt"]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    store = tmp_path / "own.db"
    assert [*run.import_paths(store, files)][-1].likely == 1
    assert [*run.import_paths(store, files)][-1].likely == 0, "what is told once is not told again"
    with reading(store) as db:
        (asked,) = queries.suggestions(db)
    assert {"same day", "both in Quito"} <= set(asked.reasons)
    byhand.keep_apart(store, asked.a.id, asked.b.id)
    with reading(store) as db:
        assert queries.suggestions(db) == ()
    byhand.undo(store)
    with reading(store) as db:
        assert queries.suggestions(db) == (asked,)


def test_the_number_of_a_report_that_is_undone_is_given_to_no_other(
    tmp_path: Path, readings: tuple[Reading, ...]
) -> None:
    store = filled(tmp_path / "own.db", readings[:1])
    added = byhand.add_event(store, 1, Span(0, 20), "killing")
    other = min(told(store).keys() - {added.id})
    byhand.merge_events(store, [added.id, other])
    byhand.undo(store)
    byhand.undo(store)
    with writing(store) as db:
        add(db, readings[1:3])
    assert added.id not in told(store)
    byhand.redo(store)
    assert told(store)[added.id] == [added.reports[0].id]
    byhand.redo(store)
    assert added.reports[0].id in told(store)[added.id]
    with reading(store) as db:
        assert queries.event_id(db, other) == added.id


def content(store: Path) -> set[str]:
    """What a store's events say, whatever their ids and those of articles are."""
    found = set()
    with reading(store) as db:
        paths = {one.id: one.article.path for one in queries.sources(db)}
        for event in queries.events(db, EVERYTHING):
            told = sorted((paths[one.source_id], one.start, one.trigger_start, one.when) for one in event.reports)
            found.add(repr(replace(event, id=0, reports=())) + repr(told))
    return found


@given(st.permutations(range(ARTICLES)))
@settings(max_examples=6)
def test_articles_one_by_one_in_any_order_give_the_events_of_all_at_once(order: list[int]) -> None:
    readings = read_articles()
    with TemporaryDirectory() as folder:
        at_once = filled(Path(folder) / "at-once.db", readings)
        one_by_one = filled(Path(folder) / "one-by-one.db", ())
        before: dict[int, list[int]] = {}
        for number in order:
            with writing(one_by_one) as db:
                add(db, (readings[number],))
                for event, reports in before.items():
                    assert queries.event_id(db, event) in {queries.event_of(db, report) for report in reports}
            before = told(one_by_one)
        assert content(one_by_one) == content(at_once)
