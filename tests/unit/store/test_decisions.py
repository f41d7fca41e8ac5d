"""Decisions on whole events: of two on the same reports the newer one holds, and nothing contradicts in the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import DRAFTS, clock, timeline

from store import queries, writer
from store.connection import Database
from store.decisions import Decision, decision_of, resolved
from store.errors import NotFound, Refused
from store.records.linking import EventDraft, LikelyPair


def merge(*groups: tuple[int, ...]) -> Decision:
    return Decision("merge", (1,), groups)


def split(out: tuple[int, ...], rest: tuple[int, ...]) -> Decision:
    return Decision("split", (1,), (out, rest))


def apart(one: tuple[int, ...], other: tuple[int, ...]) -> Decision:
    return Decision("apart", (1,), (one, other))


def test_the_newest_word_on_two_reports_holds() -> None:
    assert resolved([merge((1,), (2, 3))]).together == (frozenset({1, 2, 3}),)
    later = resolved([merge((1,), (2, 3)), split((2,), (1, 3))])
    assert (later.together, later.apart) == ((frozenset({1, 3}),), frozenset({(1, 2), (2, 3)}))
    again = resolved([merge((1,), (2, 3)), split((2,), (1, 3)), merge((1, 3), (2,))])
    assert (again.together, again.apart) == ((frozenset({1, 2, 3}),), frozenset())


def test_an_older_word_holds_where_it_contradicts_no_newer_one_by_a_chain() -> None:
    found = resolved([merge((1,), (2,), (3,)), apart((1,), (2,))])
    assert (found.together, found.apart) == ((frozenset({1, 3}),), frozenset({(1, 2)}))
    found = resolved([apart((1,), (3,)), merge((1,), (2,)), merge((2,), (3,))])
    assert (found.together, found.apart) == ((frozenset({1, 2, 3}),), frozenset()), "both newer words hold"


PARTS = st.lists(st.integers(1, 7), min_size=2, max_size=5, unique=True)
MADE = st.builds(
    lambda kind, reports, at: Decision(kind, (1,), (tuple(reports[:at]), tuple(reports[at:]))),
    st.sampled_from(["merge", "split", "apart"]),
    PARTS,
    st.just(1),
)


@given(st.lists(MADE, max_size=6))
def test_nothing_that_is_together_is_apart(made: list[Decision]) -> None:
    found = resolved(made)
    for one in found.together:
        assert not any(a in one and b in one for a, b in found.apart)
    assert sum(map(len, found.together)) == len(frozenset().union(*found.together)), "no report is in two sets"
    if made and made[-1].kind == "merge":
        assert any({*made[-1].groups[0], *made[-1].groups[1]} <= one for one in found.together)


def test_the_first_event_of_a_merge_keeps_its_id_and_takes_over_what_was_said(db: Database) -> None:
    writer.tag(db, [1], ["b"])
    writer.note(db, 1, "Ask the ministry.")
    writer.tag(db, [2], ["a"])
    writer.edit_events(db, {1: "Bombs, as I call them"}, "title")
    writer.edit_events(db, {2: "A device, as I call it"}, "title")
    writer.star(db, [1])
    writer.set_status(db, [1], "rejected")
    decision = writer.merge(db, [2, "EV-000001"], "the same convoy", now=clock)
    assert decision == Decision("merge", (2, 1), ((2,), (1, 3)))
    assert writer.pending(db)
    assert queries.decisions(db).together == (frozenset({1, 2, 3}),)
    writer.save_timeline(db, timeline((EventDraft(DRAFTS[0].event, (1, 2, 3)), *DRAFTS[2:])))
    found = queries.event(db, 1)
    assert found is not None
    assert (found.id, found.title) == (2, "A device, as I call it")
    assert (found.tags, found.note, found.starred) == (("a", "b"), "Ask the ministry.", True)
    assert found.status == "new", "that a part was rejected says nothing of the whole"
    *_, last = (edit for edit in writer.log(db) if edit.entity == "reports")
    assert (last.field, last.reason, decision_of(last)) == ("merge", "the same convoy", decision)
    writer.undo(db)
    writer.save_timeline(db, timeline())
    apart_again = [queries.event(db, number) for number in (1, 2)]
    assert [(event.id, event.tags, event.note, event.starred, event.status) for event in apart_again] == [
        (1, ("b",), "Ask the ministry.", True, "rejected"),
        (2, ("a",), "", False, "new"),
    ]


def test_after_a_split_the_rest_keeps_the_id_however_small(db: Database) -> None:
    whole = timeline((EventDraft(DRAFTS[0].event, (1, 2, 3)), *DRAFTS[2:]))
    writer.save_timeline(db, whole)
    writer.split(db, 1, [1, 3])
    writer.save_timeline(db, timeline())
    assert [queries.event_of(db, report) for report in (1, 2, 3)] == [5, 1, 5]
    writer.undo(db)
    writer.save_timeline(db, whole)
    assert queries.event(db, 5) is None
    fresh = EventDraft(DRAFTS[3].event, (5,))
    writer.save_timeline(db, timeline((EventDraft(DRAFTS[0].event, (1, 2, 3)), DRAFTS[2], fresh)))
    writer.redo(db)
    writer.save_timeline(db, timeline())
    assert [queries.event_of(db, report) for report in (1, 2, 3)] == [5, 1, 5], "done again, with the same ids"


def test_an_undo_goes_by_the_events_there_were_also_where_the_program_ended_in_between(db: Database) -> None:
    writer.merge(db, [2, 1])
    writer.undo(db)
    writer.merge(db, [1, 2])
    writer.save_timeline(db, timeline((EventDraft(DRAFTS[0].event, (1, 2, 3)), *DRAFTS[2:])))
    assert queries.event_of(db, 2) == 1
    writer.undo(db)
    writer.save_timeline(db, timeline())
    assert [queries.event_of(db, report) for report in (1, 2, 3)] == [1, 2, 1]


@pytest.mark.parametrize(
    ("decide", "error", "words"),
    [
        (lambda db: writer.merge(db, [1, "EV-1"]), Refused, "One event cannot be merged"),
        (lambda db: writer.merge(db, [1, 99]), NotFound, "There is no event EV-000099"),
        (lambda db: writer.split(db, 1, [1, 3]), Refused, "nothing would be left"),
        (lambda db: writer.split(db, 1, [2]), Refused, "EV-000001 has no report 2"),
        (lambda db: writer.split(db, 1, []), Refused, "No report is named"),
        (lambda db: writer.keep_apart(db, 1, 1), Refused, "EV-000001 is one event"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused_and_not_kept(db: Database, decide, error, words) -> None:
    with pytest.raises(error, match=words):
        decide(db)
    assert writer.log(db) == ()
    assert not writer.pending(db)


def test_suggestions_are_a_few_an_event_and_none_with_a_weak_or_rejected_one(db: Database) -> None:
    pairs = (
        LikelyPair((2,), (1, 3), 4.0, ("same day",), "not enough evidence"),
        LikelyPair((4,), (2,), 3.5, ("alike in wording",), "not enough evidence"),
        LikelyPair((5,), (4,), 3.2, (), "not enough evidence"),
    )
    writer.save_timeline(db, timeline(likely=pairs))
    found = queries.suggestions(db)
    assert [(one.a.id, one.b.id, one.score, one.reasons, one.against) for one in found] == [
        (1, 2, 4.0, ("same day",), "not enough evidence"),
        (2, 3, 3.5, ("alike in wording",), "not enough evidence"),
    ]
    writer.set_status(db, [3], "rejected")
    assert len(queries.suggestions(db)) == 1
