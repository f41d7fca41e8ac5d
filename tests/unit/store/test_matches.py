"""Windows, positions and counts: the order of the timeline, from either end, and what each question costs."""

from datetime import date

import pytest
from store_samples import CUENCA, QUITO, day, event, fill, ids, path_of, timeline, trace

from store import keys, matches, queries, writer
from store.connection import Database, reading
from store.filters import EVERYTHING, parse
from store.records.article import Article
from store.records.event import Actor
from store.records.linking import EventDraft
from store.records.reading import Reading
from store.records.report import Report
from store.records.when import UNDATED, When

TEXT = "The word stands here."


@pytest.fixture
def many(empty: Database) -> Database:
    """Events on twelve days, thirty of them on one, some undated, candidates and rejected ones among them."""
    drafts = []
    for number in range(1, 101):
        spot = 20 if number % 10 < 3 else number % 12 + 1
        when = UNDATED if number % 25 == 0 else day(2024, 1, spot)
        confidence = 0.3 if number % 7 == 0 else 0.9
        drafts.append(
            EventDraft(
                event(f"Event {number}", when, QUITO if number % 2 else CUENCA, confidence=confidence), (number,)
            )
        )
    for first in range(0, 100, 10):
        told = tuple(Report(0, 8, 0, "word", 4, 8, "Riots", "prison_riot", "happened", 0.9) for _ in range(10))
        writer.add_article(empty, Reading(Article(f"/{first}", f"{first}", 9, "text", "utf-8", TEXT), (), told))
    writer.save_timeline(empty, timeline(drafts, published={}, copies={}))
    writer.set_status(empty, [2, 12], "rejected")
    return empty


TEXTS = (
    "",
    "word ",
    "event ",
    "place:quito",
    "-is:candidate",
    "date:2024-01-20",
    "is:undated",
    "place:quito OR is:undated",
)


@pytest.mark.parametrize("held", [0, 10_000])
@pytest.mark.parametrize("text", TEXTS)
def test_windows_and_positions_agree_with_the_whole_list(
    many: Database, monkeypatch: pytest.MonkeyPatch, text: str, held: int
) -> None:
    monkeypatch.setattr(matches, "HELD", held)
    found = queries.matches(many, parse(text))
    assert (found.keys is None) == (not text or (held == 0 and " OR " not in text))
    for newest in (False, True):
        whole = queries.event_window(many, found, 0, 1_000, newest_first=newest)
        assert len(whole) == found.total == len({row.id for row in whole})
        for start in range(-2, found.total + 2, 3):
            assert (
                queries.event_window(many, found, start, 7, newest_first=newest)
                == whole[max(0, start) : max(0, start + 7)]
            )
        for number, row in enumerate(whole):
            assert queries.position(many, found, row.id, newest_first=newest) == number
    shown = {row.id for row in whole}
    assert all(queries.position(many, found, other) is None for other in range(102) if other not in shown)


def test_the_order_is_by_date_and_undated_events_are_last_in_either(many: Database) -> None:
    found = queries.matches(many, EVERYTHING)
    rows = queries.event_window(many, found, 0, 1_000)
    days = [row.when.start or date.max for row in rows]
    assert days == sorted(days)
    newest = queries.event_window(many, found, 0, 1_000, newest_first=True)
    assert [row.id for row in newest[: found.dated]] == [row.id for row in rows[: found.dated]][::-1]
    assert newest[found.dated :] == rows[found.dated :]
    assert [row.id for row in rows[found.dated :]] == [25, 50, 75, 100]


def test_a_match_tells_its_days_and_what_is_dim(many: Database) -> None:
    found = queries.matches(many, EVERYTHING)
    assert (found.total, found.undated, found.rejected, found.candidates) == (100, 4, 2, 14)
    per_day = dict(found.days)
    rows = queries.event_window(many, found, 0, 1_000)
    for ordinal, n in per_day.items():
        assert n == sum(row.when.start == date.fromordinal(ordinal) for row in rows)
    assert list(per_day) == sorted(per_day)
    assert (found.before[0], found.before[-1]) == (0, 100)
    assert queries.matches(many, parse("-is:candidate -is:rejected")).candidates == 0


def test_within_a_day_sure_events_come_before_candidates_and_rejected_ones(many: Database) -> None:
    found = queries.matches(many, parse("date:2024-01-20"))
    rows = queries.event_window(many, found, 0, 100)
    grades = [keys.grade_of(row.confidence, row.status) for row in rows]
    assert grades == sorted(grades)
    assert set(grades) == {0, keys.CANDIDATE, keys.REJECTED}


def test_an_exact_day_comes_before_some_time_from_that_day_on() -> None:
    first = date(2023, 8, 1)
    whens = [
        When(first, first),
        When(first, date(2023, 8, 3)),
        When(first, date(2023, 8, 31)),
        When(first, None),
        When(date(2023, 8, 2), date(2023, 8, 2)),
        When(None, date(2023, 8, 3)),
        UNDATED,
    ]
    ordered = [keys.key_of(9 - n, when, 0) for n, when in enumerate(whens)]
    assert ordered == sorted(ordered)
    assert [keys.id_of(key) for key in ordered] == [9, 8, 7, 6, 5, 4, 3]
    assert [keys.day_of(key) for key in ordered[-2:]] == [date(2023, 8, 3), None]
    with pytest.raises(ValueError, match="event id"):
        keys.key_of(1 << 24, UNDATED, 0)


def test_events_of_chosen_sources(many: Database) -> None:
    assert ids(many, "is:dated", sources=frozenset({1, 3})) == [
        n for n in ids(many, "is:dated") if (n - 1) // 10 in (0, 2)
    ]
    assert ids(many, "", sources=frozenset({99})) == []


def test_what_questions_cost(many: Database) -> None:
    """One statement counts; a window is three, for keys, rows and tags; nothing walks over what is not shown."""
    with reading(path_of(many)) as db:
        sent = trace(db)
        found = queries.matches(db, EVERYTHING)
        assert len(sent()) == 1
        queries.event_window(db, found, 90, 5)
        assert len(sent()) == 1 + 3
        (window,) = [sql for sql in sent() if "LIMIT" in sql]
        assert window.endswith("OFFSET 0") or int(window.rpartition(" ")[2]) < 31, "no further than its own day"
        plan = " ".join(str(row[3]) for row in db.execute(f"EXPLAIN QUERY PLAN {window}"))
        assert "SEARCH t USING INTEGER PRIMARY KEY" in plan
        assert "TEMP B-TREE" not in plan
        before = len(sent())
        queries.position(db, found, 60)
        assert len(sent()) == before + 2


def test_what_a_typed_word_costs(many: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look whether any event has it, a count that stops at HELD, and one statement that reads or counts them all."""
    with reading(path_of(many)) as db:
        for held in (0, 10_000):
            monkeypatch.setattr(matches, "HELD", held)
            sent = trace(db)
            assert queries.matches(db, parse("wor")).total == 100
            probe, bounded, whole = sent()
            assert probe.endswith("LIMIT 1")
            assert bounded.endswith(f"LIMIT {held + 1})")
            assert ("GROUP BY" in whole) == (held == 0)


def test_the_rows_say_what_the_panes_show(db: Database) -> None:
    writer.tag(db, [1], ["b", "a"])
    found = queries.matches(db, EVERYTHING)
    month, bombs, talks, rumour = queries.event_window(db, found, 0, 9)
    assert (bombs.title, bombs.place, bombs.figures, bombs.source_id) == (
        "Car bombs in the capital",
        "Quito, EC",
        "31 killed",
        1,
    )
    assert (bombs.number_of_sources, bombs.num_articles, bombs.disputed, bombs.tags) == (2, 2, ("killed",), ("a", "b"))
    assert (month.when.edtf, month.when.precision, month.place) == ("2023-08", 4, "Cuenca, EC")
    assert (talks.factuality, talks.when.end, rumour.candidate, rumour.place) == ("planned", None, True, "")


@pytest.mark.parametrize(
    ("actors", "who"),
    [
        ((), ""),
        ((Actor("Ana Vera", "victim"),), ""),
        ((Actor("the prison service", "target"), Actor("Los Lobos", "perpetrator")), "Los Lobos"),
        ((Actor("the army", "actor1"), Actor("the ELN", "actor2")), "the army"),
    ],
)
def test_whom_it_was_done_to_is_not_who_a_row_names(empty: Database, actors: tuple[Actor, ...], who: str) -> None:
    told = (Report(0, 8, 0, "word", 4, 8, "Riots", "prison_riot", "happened", 0.9),)
    writer.add_article(empty, Reading(Article("/a", "a", 9, "text", "utf-8", TEXT), (), told))
    draft = EventDraft(event("Event", UNDATED, QUITO, actors=actors), (1,))
    writer.save_timeline(empty, timeline([draft], published={}, copies={}))
    (row,) = queries.event_window(empty, queries.matches(empty, EVERYTHING), 0, 1)
    assert row.actor == who


def test_the_sources_pane_folds_copies_and_counts_events_under_the_filter(db: Database) -> None:
    def shown(text: str) -> list[tuple[int, int, int, int]]:
        return [(row.id, row.depth, row.copies, row.events) for row in queries.source_window(db, parse(text), 0, 9)]

    assert shown("") == [(1, 0, 1, 1), (3, 1, 0, 1), (2, 0, 0, 1), (4, 0, 0, 1), (5, 0, 0, 1)]
    assert shown("is:planned") == [(4, 0, 0, 1)]
    assert shown("outlet:seed ") == [(1, 0, 1, 1), (3, 1, 0, 1)], "the event is told by both"
    assert shown("above ") == [(1, 0, 1, 1), (3, 1, 0, 1)]
    assert shown("flew ") == [(1, 0, 1, 1), (3, 1, 0, 1)]
    assert shown("pichincha ") == [(1, 0, 1, 1), (3, 1, 0, 1)], "an event's own words count for its articles"
    assert shown("station ") == [(4, 0, 0, 0), (5, 0, 0, 1)], "an article that has the word, and no event that has it"
    assert shown("xyzzy") == []
    assert [row.id for row in queries.source_window(db, parse(""), 1, 2)] == [3, 2]
    assert queries.source_total(db, parse("is:planned OR killed:31")) == 3
    (row,) = queries.source_window(db, parse(""), 1, 1)
    assert (row.title, row.outlet, row.file, row.language) == ("Title of copy.txt", "Seed Wire", "copy.txt", "en")
    assert row.published.edtf == "2023-09-03"
    assert [source.id for source in queries.sources(db, parse("outlet:latin"))] == [2, 4]


@pytest.mark.parametrize("seek", [0, 1, 10**9])
def test_a_common_word_lists_the_same_articles_whatever_way_is_cheapest(
    many: Database, monkeypatch: pytest.MonkeyPatch, seek: int
) -> None:
    wanted = [
        parse(text) for text in ("word ", "event ", "cuenca ", "e", "word cuenca ", "event -quito ", "xyzzy OR event ")
    ]
    plain = [list(queries.source_window(many, each, 0, 99)) for each in wanted]
    monkeypatch.setattr(matches, "HELD", 0)
    monkeypatch.setattr("store.source_list.FEW", 0)
    monkeypatch.setattr("store.source_filter.FEW", 0)
    monkeypatch.setattr("store.source_filter._SEEK", seek)
    assert [list(queries.source_window(many, each, 0, 99)) for each in wanted] == plain
    assert [len(rows) for rows in plain] == [10] * 7


def test_events_whole(db: Database) -> None:
    (bombs,) = queries.events(db, parse("killed:31"))
    assert queries.event(db, "EV-000001") == queries.event(db, "ev-1") == queries.event(db, 1) == bombs
    assert queries.event(db, "EV-000099") is queries.event(db, "first") is queries.event(db, "9" * 30) is None
    assert [(r.source_id, r.event_id, r.when.edtf, r.claims[0].phrase) for r in bombs.reports] == [
        (1, 1, "2023-08-31", "31"),
        (3, 1, "2023-08-31", "31"),
    ]
    assert queries.reports_of(db, 3) == bombs.reports[1:]
    assert [found.id for found in queries.events(db, EVERYTHING)] == [2, 1, 3, 4]


def test_a_filled_store_is_whole(db: Database, empty: Database) -> None:
    assert queries.problems(db) == ()
    db.execute("DELETE FROM timeline WHERE key = (SELECT max(key) FROM timeline)")
    assert "The numbers of events and the timeline differ." in queries.problems(db)
    fill(empty)
    assert queries.problems(empty) == ()


def test_a_glimpse_is_what_stands_around_a_place(many: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = parse("event ")
    whole = queries.matches(many, wanted)
    assert queries.glimpse(many, wanted, 0, 0, 2) is None  # few: the whole is had as soon
    monkeypatch.setattr(matches, "HELD", 3)
    rows = queries.event_window(many, whole, 0, whole.total)
    near = queries.glimpse(many, wanted, rows[5].id, 0, 2)
    assert near is not None
    assert near.partial
    assert queries.event_window(many, near, 0, 99) == rows[3:7]
    assert queries.position(many, near, rows[5].id) == 2
    assert queries.glimpse(many, EVERYTHING, 0, 0, 2) is None


@pytest.mark.parametrize("text", ["", "event ", "e", "-is:candidate", "zanzibar"])
def test_the_total_is_that_of_all_that_is_counted(many: Database, text: str) -> None:
    wanted = parse(text)
    assert queries.total(many, wanted) == queries.matches(many, wanted).total
