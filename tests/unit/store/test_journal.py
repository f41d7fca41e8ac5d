"""Human changes: over the machine's values, listed with reason and time, and undone and redone across restarts."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from store_samples import CUENCA, DRAFTS, clock, dump, fill, ids, on, path_of, timeline

from store import overlay, queries, writer
from store.connection import Database, open_writer, writing
from store.errors import NotFound
from store.filters import EVERYTHING
from store.records.event import FIELDS, FIGURES, Event


def test_a_correction_stands_over_the_machines_value_and_keeps_it(db: Database) -> None:
    writer.edit_events(db, {1: [57, 57, None]}, "killed", "the ministry's count", now=clock)
    writer.correct(db, {1: DRAFTS[1].event}, ["place"], now=clock)
    found = queries.event(db, 1)
    assert found is not None
    assert (found.figures["killed"].low, found.place) == (57, CUENCA)
    assert ids(db, "killed:57") == ids(db, "is:edited") == [1]
    first, second = writer.log(db)
    assert (first.at, first.entity, first.entity_id, first.field) == ("2024-01-02T03:04:05+00:00", "event", 1, "killed")
    assert (first.machine, first.human, first.reason, first.undone) == (
        [31, 31, 31],
        [57, 57, None],
        "the ministry's count",
        False,
    )
    assert second.batch == first.batch + 1
    writer.edit_events(db, {1: None}, "killed", "back to what the articles say", now=clock)
    assert ids(db, "killed:31") == [1]
    assert ids(db, "killed:57") == []


def test_a_correction_survives_new_machine_values(db: Database) -> None:
    from dataclasses import replace

    writer.edit_events(db, {1: "What I call it"}, "title")
    drafts = (
        replace(DRAFTS[0], event=replace(DRAFTS[0].event, title="Machine's new title", factuality="ongoing")),
        *DRAFTS[1:],
    )
    writer.save_timeline(db, timeline(drafts))
    found = queries.event(db, 1)
    assert found is not None
    assert (found.title, found.factuality) == ("What I call it", "ongoing")
    writer.undo(db)
    assert queries.event(db, 1).title == "Machine's new title"


def test_one_command_is_undone_as_one(db: Database) -> None:
    before = dump(db)
    writer.set_status(db, [1, 2, 3], "checked")
    assert ids(db, "status:checked") == [2, 1, 3]
    assert [edit.entity_id for edit in writer.undo(db)] == [1, 2, 3]
    assert dump(db) == before
    assert len(writer.redo(db)) == 3
    assert ids(db, "status:checked") == [2, 1, 3]


def test_what_is_already_so_is_no_edit(db: Database) -> None:
    writer.star(db, [1], False)
    writer.tag(db, [1], [" "], ["never there"])
    writer.set_status(db, [1], "new")
    writer.edit_events(db, {1: "Car bombs in the capital"}, "title")
    assert writer.log(db) == ()
    writer.star(db, [1, 2])
    writer.star(db, [1, 3])
    assert [edit.entity_id for edit in writer.log(db)] == [1, 2, 3]


def test_undo_and_redo_work_after_a_restart_and_a_new_edit_ends_redo(db: Database) -> None:
    writer.star(db, [1])
    writer.note(db, 1, "ask the mayor")
    with writing(path_of(db)) as later:
        writer.undo(later)
        writer.undo(later)
        assert writer.undo(later) == ()
        assert ids(later, "is:starred OR is:noted") == []
    assert [edit.field for edit in writer.redo(db)] == ["starred"]
    writer.set_status(db, [1], "contested")
    assert writer.redo(db) == ()
    assert [(edit.field, edit.undone) for edit in writer.log(db)] == [
        ("starred", False),
        ("note", True),
        ("status", False),
    ]


def test_undoing_a_date_says_that_events_must_be_dated_anew(db: Database) -> None:
    writer.set_published(db, 1, on(9), "the page says so")
    (edit,) = writer.undo(db)
    assert edit.redates
    assert not any(edit.redates for edit in writer.undo(db))


def test_editing_what_is_not_there_changes_nothing(db: Database) -> None:
    with pytest.raises(NotFound, match="There is no event EV-000099"):
        writer.star(db, [1, 99])
    with pytest.raises(NotFound, match="There is no source 99"):
        writer.set_published(db, 99, on(1))
    with pytest.raises(ValueError, match="no field 'colour'"):
        writer.edit_events(db, {1: "red"}, "colour")
    assert writer.log(db) == ()
    assert ids(db, "is:starred") == []


def test_every_field_goes_through_json() -> None:
    for event in (draft.event for draft in DRAFTS):
        for name in (*FIELDS, *overlay.OWN):
            value = overlay.value_of(event, name)
            assert overlay.with_value(Event(0, "", "", ""), name, value) is not None
            if value is not None:
                assert overlay.value_of(overlay.with_value(event, name, value), name) == value
    assert set(FIGURES) < set(FIELDS)


@settings(max_examples=12, stateful_step_count=12, suppress_health_check=[HealthCheck.too_slow])
class Undoing(RuleBasedStateMachine):
    """Any commands, rebuilds, undos and redos; undoing all gives back the identical store."""

    numbers = st.lists(st.integers(1, 4), min_size=1, max_size=3, unique=True)

    @initialize(tmp=st.builds(object))
    def open(self, tmp: object) -> None:
        import tempfile
        from pathlib import Path

        self.folder = tempfile.TemporaryDirectory()
        self.db = open_writer(Path(self.folder.name) / "own.db")
        fill(self.db)
        self.clean = dump(self.db)

    @rule(numbers=numbers, starred=st.booleans())
    def star(self, numbers: list[int], starred: bool) -> None:
        writer.star(self.db, numbers, starred)

    @rule(numbers=numbers, name=st.sampled_from("abc"), drop=st.sampled_from("abc"))
    def tag(self, numbers: list[int], name: str, drop: str) -> None:
        writer.tag(self.db, numbers, [name], [drop])

    @rule(numbers=numbers, status=st.sampled_from(["new", "checked", "rejected"]))
    def status(self, numbers: list[int], status: str) -> None:
        writer.set_status(self.db, numbers, status)

    @rule(
        number=st.integers(1, 4),
        field=st.sampled_from(["date", "place", "killed", "title", "type", "actors", "factuality"]),
        other=st.integers(0, 3),
    )
    def correct(self, number: int, field: str, other: int) -> None:
        writer.correct(self.db, {number: DRAFTS[other].event}, [field])

    @rule(number=st.integers(1, 5), last=st.integers(1, 5))
    def date(self, number: int, last: int) -> None:
        writer.set_published(self.db, number, on(last) if last < 5 else None)
        writer.save_timeline(self.db, timeline())

    @rule()
    def undo(self) -> None:
        writer.undo(self.db)
        writer.save_timeline(self.db, timeline())

    @rule()
    def redo(self) -> None:
        writer.redo(self.db)
        writer.save_timeline(self.db, timeline())

    @invariant()
    def whole(self) -> None:
        if hasattr(self, "db"):
            assert [problem for problem in queries.problems(self.db) if "compared" not in problem] == []
            assert queries.matches(self.db, EVERYTHING).total == 4

    def teardown(self) -> None:
        if hasattr(self, "db"):
            while writer.undo(self.db):
                pass
            writer.save_timeline(self.db, timeline())
            assert dump(self.db) == self.clean
            self.db.close()
            self.folder.cleanup()


test_any_commands_can_be_undone = Undoing.TestCase
