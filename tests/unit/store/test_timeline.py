"""Writing what comparing gives: stable ids, only what changed, human values on top, the same result on any day."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import AUGUST, DRAFTS, clock, day, dump, event, ids, on, timeline

from store import queries, writer
from store.connection import Database
from store.filters import EVERYTHING
from store.identity import Retired, identify
from store.records.linking import Copy, EventDraft
from store.records.published import Published
from store.records.when import When
from store.writer import Changes


def changed(draft: EventDraft, **fields: object) -> EventDraft:
    return replace(draft, event=replace(draft.event, **fields))


def test_the_same_timeline_again_changes_nothing(db: Database) -> None:
    before = dump(db)
    assert writer.save_timeline(db, timeline()) == Changes()
    assert dump(db) == before
    assert not writer.pending(db)


def test_only_changed_events_are_rewritten(db: Database) -> None:
    rowids = dict(db.execute("SELECT event_words.key & 16777215, evidence FROM event_words"))
    assert rowids[1].startswith("Two car bombs")
    touched: list[str] = []
    db.conn.set_trace_callback(lambda sql: touched.append(sql) if sql.startswith("INSERT INTO events") else None)
    drafts = (changed(DRAFTS[0], title="Bombs"), *DRAFTS[1:])
    assert writer.save_timeline(db, timeline(drafts)) == Changes(0, 1, 0)
    assert len(touched) == 1
    assert ids(db, "capital") == []
    assert ids(db, "title:bombs") == [1]


def test_dating_an_event_anew_moves_it(db: Database) -> None:
    drafts = (changed(DRAFTS[0], when=day(2023, 10, 1)), DRAFTS[1], DRAFTS[2], changed(DRAFTS[3], when=AUGUST))
    assert writer.save_timeline(db, timeline(drafts)) == Changes(0, 2, 0)
    assert ids(db, "") == [2, 4, 3, 1]
    assert [queries.reports_of(db, 1)[0].when.edtf, queries.reports_of(db, 5)[0].when.edtf] == ["2023-10-01", "2023-08"]
    assert queries.problems(db) == ()


def test_a_merged_event_keeps_the_id_with_most_reports_and_the_other_still_resolves(db: Database) -> None:
    merged = EventDraft(DRAFTS[0].event, (1, 3, 2))
    assert writer.save_timeline(db, timeline((merged, *DRAFTS[2:]))) == Changes(0, 1, 1)
    assert queries.event(db, "EV-000002") == queries.event(db, 1)
    assert ids(db, "cuenca") == [1], "its evidence came along"
    assert writer.save_timeline(db, timeline()) == Changes(1, 1, 0)
    found = queries.event(db, 2)
    assert found is not None
    assert found.title == "Device found", "taken apart again, it has its id back"


def test_an_event_that_is_not_found_again_is_dropped_and_its_id_not_given_anew(db: Database) -> None:
    writer.star(db, [4])
    assert writer.save_timeline(db, timeline(DRAFTS[:3])) == Changes(0, 0, 1)
    assert queries.event(db, 4) is None
    fresh = EventDraft(event("Something else"), ())
    writer.save_timeline(db, timeline((*DRAFTS[:3], fresh)))
    assert queries.event(db, 5) is not None
    writer.save_timeline(db, timeline())
    found = queries.event(db, 4)
    assert found is not None
    assert found.starred, "what people said of it holds again"


def test_what_was_said_of_a_merged_event_goes_to_what_it_became(db: Database) -> None:
    writer.tag(db, [2], ["verify"])
    merged = EventDraft(DRAFTS[0].event, (1, 3, 2))
    writer.save_timeline(db, timeline((merged, *DRAFTS[2:])))
    assert ids(db, "tag:verify") == [1]
    writer.save_timeline(db, timeline())
    assert ids(db, "tag:verify") == [2]


def test_sources_get_their_dates_copies_and_verdicts(db: Database) -> None:
    first = queries.source(db, 1)
    verdicts = {
        1: tuple(replace(found, verdict="chosen", why="it is the only one") for found in first.article.candidates)
    }
    told = timeline(published={1: on(7)}, copies={2: Copy(1, 0.5)}, candidates=verdicts)
    writer.save_timeline(db, told)
    assert queries.source(db, 1).published == on(7)
    assert queries.source(db, 1).article.candidates[0].verdict == "chosen"
    assert [(source.copy_of, source.similarity) for source in queries.sources(db)] == [
        (None, None),
        (1, 0.5),
        (None, None),
        (None, None),
        (None, None),
    ]


def test_articles_that_came_while_others_were_compared_are_still_to_be_compared(db: Database) -> None:
    writer.save_timeline(db, timeline(published={number: on(number) for number in range(1, 5)}))
    assert writer.pending(db)
    writer.save_timeline(db, timeline())
    assert not writer.pending(db)


def test_a_date_set_by_hand_is_not_replaced_by_the_machine(db: Database) -> None:
    human = Published(day(2023, 9, 9).start, day(2023, 9, 9).start, "2023-09-09", "user", "stated", "set by hand")
    writer.set_published(db, 1, human, "the printed page says so", now=clock)
    assert writer.pending(db)
    assert [source.fixed for source in queries.corpus(db)] == [human, None, None, None, None]
    writer.save_timeline(db, timeline())
    assert queries.source(db, 1).published == human
    judged = replace(human, status="contradicted", why="the text names a later day")
    writer.save_timeline(db, timeline(published={1: judged}))
    assert queries.source(db, 1).published == judged, "it may be doubted"
    writer.undo(db)
    assert writer.pending(db)
    assert queries.source(db, 1).published == on(1)
    writer.save_timeline(db, timeline())
    assert queries.problems(db) == ()


def test_a_failure_half_way_leaves_all_as_it_was(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(db)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("store.rows._count_days", fail)
    with pytest.raises(KeyboardInterrupt):
        writer.save_timeline(db, timeline((changed(DRAFTS[0], title="Bombs"),), published={1: on(9)}, copies={}))
    assert dump(db) == before


def test_an_index_is_kept_in_step(db: Database) -> None:
    writer.save_timeline(db, timeline((changed(DRAFTS[0], title="Bombs"), *DRAFTS[2:])))
    writer.edit_events(db, {3: "Meeting"}, "title")
    for index in ("timeline_fts", "sources_fts"):
        db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


def test_dates_of_any_shape_are_kept(db: Database) -> None:
    odd = When(None, day(1, 1, 1).end, "../0001-01-01", 9, ("“before”", "…"))
    writer.save_timeline(db, timeline((changed(DRAFTS[0], when=odd), *DRAFTS[1:])))
    found = queries.event(db, 1)
    assert found is not None
    assert found.when == odd
    assert ids(db, "before:0001-01-02") == [1]


def test_ids_go_by_the_reports_shared() -> None:
    stored = {1: (10, 11), 2: (12, 13, 14), 3: (15,)}
    found = identify([(13, 14, 10), (11, 12), (16,), (15, 17)], stored, {})
    assert found.ids == (2, 1, 4, 3), "two of three against one of three; the older id wins a tie"
    assert found.retired == {}
    merged = identify([(10, 11, 12, 13, 14), (15,)], stored, {})
    assert (merged.ids, merged.retired) == ((2, 3), {1: Retired(2, (10, 11))})
    dropped = identify([(10, 11)], stored, {})
    assert dropped.retired == {2: Retired(None, (12, 13, 14)), 3: Retired(None, (15,))}
    back = identify([(10, 11), (12, 13, 14), (15,), (20,)], {1: (10, 11)}, dropped.retired)
    assert (back.ids, back.retired) == ((1, 2, 3, 4), {})


PARTITIONS = st.lists(st.integers(0, 4), min_size=8, max_size=8).map(
    lambda groups: [tuple(n for n, group in enumerate(groups) if group == wanted) for wanted in sorted(set(groups))]
)


@settings(max_examples=50)
@given(st.lists(PARTITIONS, min_size=2, max_size=5))
def test_ids_are_never_shared_or_lost(history: list[list[tuple[int, ...]]]) -> None:
    stored: dict[int, tuple[int, ...]] = {}
    retired: dict[int, Retired] = {}
    seen: set[int] = set()
    for drafts in history:
        found = identify(drafts, stored, retired)
        assert len(set(found.ids)) == len(drafts)
        assert seen <= set(found.ids) | set(found.retired), "every id ever given is an event or leads to one"
        assert not set(found.ids) & set(found.retired)
        assert all(gone.into in found.ids for gone in found.retired.values())
        again = identify(drafts, dict(zip(found.ids, drafts, strict=True)), found.retired)
        assert again == found, "the same again changes nothing"
        turned = identify(drafts[::-1], stored, retired)
        known = stored.keys() | retired.keys()
        assert {(a, d) for a, d in zip(turned.ids[::-1], drafts, strict=True) if a in known} == {
            (a, d) for a, d in zip(found.ids, drafts, strict=True) if a in known
        }, "whatever the order"
        stored, retired = dict(zip(found.ids, drafts, strict=True)), found.retired
        seen |= set(found.ids)


def test_events_are_listed_as_they_were_whatever_the_order_of_drafts(db: Database) -> None:
    before = [found.title for found in queries.events(db, EVERYTHING)]
    assert writer.save_timeline(db, timeline(DRAFTS[::-1])) == Changes()
    assert [found.title for found in queries.events(db, EVERYTHING)] == before
