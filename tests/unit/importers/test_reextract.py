"""Finding events afresh: shown before it is done, ids kept, and nothing lost that a person has worked on."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import dump

from importers.byhand import add_event, merge_events, set_field, undo
from importers.extractor import extractor_version
from importers.matching import match
from importers.reextract import Reextracted, reextract
from importers.run import Progress, import_paths
from store import queries, writer
from store.connection import open_writer, reading, writing
from store.errors import StoreError
from store.filters import parse
from store.records.linking import Timeline
from store.records.report import Claim, Report
from store.records.span import Span
from store.reextracting import rewrite
from tests.unit.importers.linking_samples import report

SPILLS = """
language = "en"

[types.spill]
event_type = "Accidents and disasters"
label = "Oil spill"

[[triggers]]
type = "spill"
frame = "suffer"
nouns = ["oil spill"]
"""
RIVER = """\
River fouled

COCA, 4 May 2021 (Southern Wire) - An oil spill reached the river near Coca on Monday, 3 May 2021.

Two guards were killed in Loja on Sunday, police said.
"""
COAST = """\
Beach closed

MANTA, 9 May 2021 (Daily of the South) - An oil spill closed the beach of Manta on Friday, 7 May 2021.
"""


@pytest.fixture(scope="module")
def spills(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lexicon") / "spills.toml"
    path.write_text(SPILLS, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, spills: Path) -> Path:
    """A store in which spills were found."""
    folder = tmp_path_factory.mktemp("reextract")
    for name, text in (("river.txt", RIVER), ("coast.txt", COAST)):
        (folder / name).write_text(text, encoding="utf-8")
    for _ in import_paths(folder / "store.db", [folder / "river.txt", folder / "coast.txt"], lexicons=[spills]):
        pass
    return folder / "store.db"


@pytest.fixture
def store(imported: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "store.db"
    copy.write_bytes(imported.read_bytes())
    return copy


def done(
    store: Path, refs: Sequence[str] = (), *, wanted: str = "", apply: bool = False, lexicons: Sequence[Path] = ()
) -> Reextracted:
    *_, last = reextract(store, refs, parse(wanted) if wanted else None, apply=apply, lexicons=lexicons)
    assert isinstance(last, Reextracted)
    return last


def told(result: Reextracted) -> list[tuple[str, int]]:
    return [(change.kind, change.event_id) for change in result.events]


def spill_ids(store: Path) -> list[int]:
    with reading(store) as db:
        return [event.id for event in queries.events(db, parse("type:spill"))]


def dumped(store: Path) -> list[str]:
    with writing(store) as db:
        return dump(db)


def test_it_can_be_cancelled_within_a_long_article(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("Gunmen killed three guards in Loja on Monday.\n\n" * 2000, encoding="utf-8")
    list(import_paths(tmp_path / "own.db", [long]))
    asked = iter([False, False])
    *steps, last = reextract(tmp_path / "own.db", cancelled=lambda: next(asked, True))
    assert [isinstance(step, Progress) for step in steps] == [True, True]
    assert isinstance(last, Reextracted)
    assert last.cancelled


def test_the_same_rules_again_change_nothing(store: Path, spills: Path) -> None:
    before = dumped(store)
    again = done(store, apply=True, lexicons=[spills])
    assert (again.sources, again.added, again.changed, again.dropped, again.events) == (2, 0, 0, 0, ())
    assert dumped(store) == before


def test_the_version_of_the_rules_is_told_by_the_rules(store: Path, spills: Path, tmp_path: Path) -> None:
    with reading(store) as db:
        assert set(queries.extractors(db)) == {extractor_version((spills,))}
    other = tmp_path / "spills.toml"
    other.write_bytes(spills.read_bytes().replace(b"\n", b"\r\n"))
    assert extractor_version((other,)) == extractor_version((spills,)) != extractor_version()


def test_what_would_change_is_shown_and_done_only_when_told(store: Path, spills: Path) -> None:
    before, spilt = dumped(store), spill_ids(store)
    shown = done(store)
    assert told(shown) == [("dropped", number) for number in sorted(spilt)]
    assert (shown.dropped, shown.applied) == (2, False)
    assert dumped(store) == before
    applied = done(store, apply=True)
    assert applied.events == shown.events
    assert spill_ids(store) == []
    back = done(store, apply=True, lexicons=[spills])
    assert [change.kind for change in back.events] == ["added", "added"]
    assert not set(spill_ids(store)) & set(spilt), "an id is never used for another event"


def test_a_source_or_a_filter_bounds_it(store: Path) -> None:
    assert done(store, ["coast.txt"]).sources == 1
    assert done(store, wanted="place:Loja").sources == 1
    assert len(done(store, ["coast.txt"]).events) == 1


def test_what_a_person_has_worked_on_stays_though_it_is_no_longer_found(store: Path, spills: Path) -> None:
    first, second = spill_ids(store)
    (edited,) = set_field(store, [first], "place", "Coca, Ecuador", "seen from the air")
    with writing(store) as db:
        writer.note(db, second, "ask the port")
    result = done(store, apply=True)
    assert [(kept.event_id, result.dropped) for kept in result.kept] == [(first, 0), (second, 0)]
    with reading(store) as db:
        kept = queries.known_event(db, first)
        assert (kept.place, kept.corrections) == (edited.place, edited.corrections)
        assert [one.origin for one in kept.reports] == ["kept"]
        assert queries.known_event(db, second).note == "ask the port"
    again = done(store, lexicons=[spills], apply=True)
    assert (again.kept, again.added) == ((), 0), "found again, they are as they were"
    for _ in ("found again", "read afresh", "noted"):
        undo(store)
    assert [(kept.event_id, told(r)) for r in [done(store)] for kept in r.kept] == [(first, [("dropped", second)])]


def test_events_added_or_merged_by_hand_stay(store: Path) -> None:
    with reading(store) as db:
        text = queries.source(db, "river.txt").article.text
    start = text.index("River fouled")
    added = add_event(store, "river.txt", Span(start, start + 12), "accident", {"date": "3 May 2021"})
    merged = merge_events(store, spill_ids(store))
    done(store, apply=True)
    with reading(store) as db:
        assert queries.known_event(db, added.id) == added
        assert {one.origin for one in queries.known_event(db, merged.event_id).reports} == {"kept"}
        assert queries.problems(db) == ()


def test_a_store_that_another_program_changed_meanwhile_is_left_alone(store: Path) -> None:
    db, other = open_writer(store), open_writer(store)
    version = queries.data_version(db)
    writer.star(other, [1])
    with reading(store) as before, pytest.raises(StoreError, match="changed by another program"):
        rewrite(db, before, version, (), Timeline({}, {}, {}, {}, ()), keep=True)
    db.close()
    other.close()


TEXT = "Guards were killed and police were killed in Loja. Later a bomb was found by the road."


def stored(trigger: str, kind: str, number: int) -> Report:
    return replace(report(TEXT, trigger, kind), id=number, source_id=1, event_id=number)


def found(trigger: str, kind: str) -> Report:
    return replace(report(TEXT, trigger, kind), id=0)


def test_a_report_is_the_stored_one_with_its_trigger_or_else_with_its_words() -> None:
    old = (stored("killed", "killing", 7), stored("bomb", "explosive_device", 8), stored("found", "attack", 9))
    same = found("killed", "killing")
    other_type = found("bomb", "car_bomb")
    other_trigger = found("road", "attack")
    new = found("police", "assassination")
    matched = match(old, (same, other_type, other_trigger, new))
    assert [one.id for one in matched.reports] == [7, 8, 9, 0]
    assert (matched.changed, matched.dropped) == ((8, 9), ())


def test_a_report_with_other_claims_is_changed_and_one_without_a_fellow_dropped() -> None:
    old = (stored("killed", "killing", 7), stored("bomb", "explosive_device", 8))
    counted = replace(found("killed", "killing"), claims=(Claim("killed", "Guards", "Guards", 0, 6),))
    matched = match(old, (counted,))
    assert (matched.changed, [one.id for one in matched.dropped]) == ((7,), [8])
