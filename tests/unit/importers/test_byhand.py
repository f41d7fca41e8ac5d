"""What people set and add by hand, over real articles: kept beside the machine's, stated in exports, and undoable."""

from collections.abc import Callable
from pathlib import Path

import pytest
from store_samples import dump

from importers.byhand import add_event, pin, redo, set_field, undo
from importers.marking import occurrences
from importers.run import import_paths, rebuild
from importers.typed.errors import TypedError
from store import queries
from store.connection import open_writer, reading, writing
from store.filters import parse
from store.jsonl import event_json
from store.records.event import Event
from store.records.span import Span

NEWS = """\
Grenade hurts three guards at Loja jail

LOJA, 4 Mar 2022 (Southern Wire) - A grenade injured three guards at the jail in Loja on Thursday, police said.

Windows broke in the houses around. The mayor will open a fair on Sunday.
"""
OTHER = """\
Grenade injures five guards in Loja

LOJA, 4 Mar 2022 (Daily of the South) - A grenade injured five guards at the jail in Loja on Thursday.
"""
BROKE = "Windows broke in the houses around."


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("byhand")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    store = folder / "store.db"
    for _ in import_paths(store, [folder / "news.txt", folder / "other.txt"]):
        pass
    return store


@pytest.fixture
def store(imported: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "store.db"
    copy.write_bytes(imported.read_bytes())
    return copy


def disputed(store: Path) -> Event:
    with reading(store) as db:
        return next(event for event in queries.events(db, parse("is:disputed")))


def read(store: Path, fn: Callable[..., object], *args: object) -> object:
    with reading(store) as db:
        return fn(db, *args)


def test_a_typed_value_stands_beside_the_machines_and_gives_way_to_it_again(store: Path) -> None:
    event = disputed(store)
    (after,) = set_field(store, [event.ref], "Date", "3 or 4 Mar 2022", "the mayor's diary")
    assert (after.when.edtf, after.when.chain[0]) == ("[2022-03-03,2022-03-04]", "user")
    (kept,) = after.corrections
    assert (kept.field, kept.human, kept.machine, kept.reason) == (
        "date",
        "3 or 4 Mar 2022",
        "3 Mar 2022",
        "the mayor's diary",
    )
    with reading(store) as db:
        sources = {source.id: source for source in queries.sources(db)}
    assert event_json(after, sources)["date"]["basis"].startswith("user")
    (again,) = set_field(store, [event.ref], "date", None)
    assert (again.when, again.corrections) == (event.when, ())
    with pytest.raises(TypedError):
        set_field(store, [event.ref], "date", "some day")


def test_what_a_person_settles_is_no_longer_disputed_and_still_known_to_be(store: Path) -> None:
    event = disputed(store)
    assert "injured" in event.disputed
    source = next(report.source_id for report in event.reports if any(claim.best == 3 for claim in report.claims))
    after = pin(store, event.ref, "injured", source, "counted at the hospital")
    assert (after.figures["injured"].low, after.figures["injured"].high, after.disputed) == (3, 3, ())
    (kept,) = after.corrections
    assert kept.disputed
    assert kept.reason.endswith(f"(source {source}): counted at the hospital")
    with pytest.raises(TypedError, match="does not say the killed"):
        pin(store, event.ref, "killed", source)
    (undone,) = undo(store)
    assert (undone.field, disputed(store).id) == ("injured", event.id)


def test_the_merged_value_itself_can_be_pinned(store: Path) -> None:
    event = disputed(store)
    machine = event.figures["injured"]
    (after,) = set_field(store, [event.id], "injured", f"{machine.low or ''}/{machine.best or ''}/{machine.high or ''}")
    assert (after.figures["injured"], after.disputed) == (machine, ())


def test_an_event_is_added_by_its_words_and_undone_whole(store: Path) -> None:
    with writing(store) as db:
        before, text = dump(db), queries.source(db, "news.txt").article.text
    (span,) = occurrences(text, "Windows broke  in the\nhouses around")
    event = add_event(store, "news.txt", span, "explosive device", {"place": "Loja", "injured": "about 3"})
    assert (event.sub_event_type, event.title, event.confidence) == ("explosive_device", BROKE.rstrip("."), 1.0)
    assert [text[report.start : report.end] for report in event.reports] == [BROKE.rstrip(".")]
    assert (event.place.location, event.figures["injured"].best) == ("Loja", 3)
    with writing(store) as db:
        rebuild(db)
        assert queries.known_event(db, event.id) == event, "no other event takes it in"
        assert queries.problems(db) == ()
    assert {edit.entity for edit in undo(store)} == {"marking", "event"}
    with writing(store) as db:
        assert [line for line in dump(db) if '"types"' not in line] == [
            line for line in before if '"types"' not in line
        ]
    redo(store)
    assert read(store, queries.known_event, event.id) == event


def test_its_own_words_date_and_place_an_event_that_is_added(store: Path) -> None:
    text = str(read(store, lambda db: queries.source(db, "news.txt").article.text))
    (span,) = occurrences(text, "The mayor will open a fair on Sunday")
    event = add_event(store, "news.txt", span, "meeting", {"factuality": "planned"})
    assert (event.when.edtf, event.factuality) == ("2022-03-06", "planned")
    with pytest.raises(TypedError, match="No words are marked"):
        add_event(store, "news.txt", Span(5, 5), "meeting")


def test_words_are_found_whole_and_whatever_the_white_space() -> None:
    assert occurrences("the other;  the\nend", "the end") == (Span(12, 19),)
    assert len(occurrences("the other the", "the")) == 2
    assert occurrences("the other", " ") == ()


def test_a_store_opened_twice_has_the_same_edits(store: Path) -> None:
    event = disputed(store)
    set_field(store, [event.id], "title", "What happened at the gate")
    db = open_writer(store)
    assert queries.known_event(db, event.id).title == "What happened at the gate"
    db.close()
