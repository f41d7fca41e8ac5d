"""Whatever changes the store is undone and done again: imports and articles read afresh beside all done by hand."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from store_samples import dump

from importers import byhand, run
from importers.reextract import reextract
from store import queries, writer
from store.connection import open_writer, reading, writing
from store.filters import EVERYTHING
from store.records.span import Span
from store.wording import edit_words
from tests.unit.importers.colombia_samples import ARTICLES, filled, read_articles

BOMB = "QUITO, Ecuador, March 9, 2023 - A car bomb killed two people in Quito on Wednesday, police said."
STRIKE = "CUENCA, Ecuador, March 10, 2023 - Gunmen killed a judge in Cuenca on Thursday, officials said."
LATER = "QUITO, Ecuador, March 11, 2023 - The car bomb of Wednesday killed three people in Quito, police said."


KNOWN = 5
"""Of the corpus: articles that are there from the start."""
BUSY = """
language = "en"

[types.blackout]
event_type = "Accidents and disasters"
label = "Blackout"

[[triggers]]
type = "blackout"
frame = "suffer"
nouns = ["toll", "dead", "officers"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "bomb.txt").write_text(BOMB, encoding="utf-8")
    (folder / "again.txt").write_text(BOMB, encoding="utf-8")
    (folder / "strike.txt").write_text(STRIKE, encoding="utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "own.db"


def brought(store: Path, *paths: Path, cancelled: Callable[[], bool] = run.never) -> run.Finished:
    *_, last = run.import_paths(store, paths, cancelled=cancelled)
    assert isinstance(last, run.Finished)
    return last


def dumped(store: Path) -> list[str]:
    with writing(store) as db:
        return dump(db)


def undone(store: Path) -> list[str]:
    return [edit_words(edit) for edit in byhand.undo(store)]


def test_an_import_is_taken_out_again_and_comes_back_with_ids_stars_and_notes(store: Path, folder: Path) -> None:
    brought(store, folder / "bomb.txt")
    before = dumped(store)
    (folder / "later.txt").write_text(LATER, encoding="utf-8")
    brought(store, folder)
    with writing(store) as db:
        assert len(list(queries.sources(db))) == 3
        ids = [event.id for event in queries.events(db, EVERYTHING)]
        writer.star(db, ids)
        writer.note(db, ids[-1], "ask the ministry")
    after = dumped(store)
    assert undone(store) == [f"note of EV-{ids[-1]:06d}: ask the ministry (machine: none)"]
    byhand.undo(store)
    assert undone(store) == [
        f"1 known article found again, from {folder}",
        f"import of 2 articles from {folder}",
    ]
    assert dumped(store) == before
    with reading(store) as db:
        assert queries.problems(db) == ()
        assert [edit.undone for edit in writer.log(db) if edit.entity == "articles"] == [False, True]
    for _ in range(3):
        assert byhand.redo(store)
    assert dumped(store) == after
    while byhand.undo(store):
        pass
    with reading(store) as db:
        assert (len(list(queries.sources(db))), list(queries.events(db, EVERYTHING))) == (0, [])


def test_what_was_undone_is_imported_anew_and_its_numbers_stay_its_own(store: Path, folder: Path) -> None:
    brought(store, folder)
    with reading(store) as db:
        old = {one.id for one in queries.sources(db)}, {event.id for event in queries.events(db, EVERYTHING)}
    byhand.undo(store)
    again = brought(store, folder)
    assert again.changes.added == len(old[1])
    with reading(store) as db:
        new = {one.id for one in queries.sources(db)}, {event.id for event in queries.events(db, EVERYTHING)}
        assert old[0].isdisjoint(new[0])
        assert old[1].isdisjoint(new[1])
        assert len(new[0]) == len(old[0])
    assert byhand.redo(store) == ()
    assert f"import of 2 articles from {folder}" in undone(store)
    with writing(store) as db:
        assert db.execute("SELECT count(*) FROM other_versions WHERE batch = 1").fetchone() == (0,)


def test_an_import_that_is_cancelled_or_cut_short_is_one_that_can_be_undone(store: Path, folder: Path) -> None:
    asked: list[bool] = []

    def second() -> bool:
        asked.append(True)
        return len(asked) > 1

    assert brought(store, folder, cancelled=second).cancelled
    cut = run.import_paths(store, [folder / "strike.txt"])
    assert [type(next(cut)).__name__ for _ in range(2)] == ["Progress", "Imported"]
    cut.close()
    (folder / "later.txt").write_text(LATER, encoding="utf-8")
    assert brought(store, folder / "later.txt").changes.added, "what was cut short is compared now"
    assert undone(store) == [f"import of 1 article from {folder / 'later.txt'}"]
    assert undone(store) == [f"import of 1 article from {folder / 'strike.txt'}"]
    assert undone(store) == [f"import of 1 article from {folder}"]
    assert undone(store) == []


def test_another_path_of_a_known_article_is_undone_without_comparing_anything(store: Path, folder: Path) -> None:
    brought(store, folder / "bomb.txt")
    before = dumped(store)
    brought(store, folder / "again.txt")
    (edit,) = byhand.undo(store)
    assert (edit.entity, edit.redates) == ("paths", False)
    assert dumped(store) == before
    byhand.redo(store)
    with reading(store) as db:
        (one,) = queries.sources(db)
        assert one.paths == (str(folder / "bomb.txt"), str(folder / "again.txt"))


def test_articles_read_afresh_are_as_they_were_when_that_is_undone(store: Path, folder: Path, tmp_path: Path) -> None:
    lexicon = tmp_path / "quiet.toml"
    lexicon.write_text('language = "en"\n[nulls]\nphrases = ["car bomb"]\n', encoding="utf-8")
    brought(store, folder)
    before = dumped(store)
    for apply in (False, True):
        list(reextract(store, apply=apply, lexicons=[lexicon]))
    after = dumped(store)
    assert after != before
    assert undone(store) == ["events of 2 articles found afresh"]
    assert dumped(store) == before
    byhand.redo(store)
    assert dumped(store) == after
    byhand.undo(store)
    list(reextract(store, apply=True))
    assert byhand.redo(store), "the same rules again change nothing, so they end nothing"


def test_another_program_in_the_midst_of_an_import_makes_two_of_it(store: Path) -> None:
    one, two, three = read_articles()[:3]
    with writing(store) as db, writing(store) as other:
        arriving = writer.Import(db, "news")
        arriving.add_article(one)
        run.rebuild(other)
        arriving.add_article(two)
        writer.undo(other)
        arriving.add_article(three)
        run.rebuild(db)
        assert [edit_words(edit) for edit in writer.log(db) if not edit.undone] == ["import of 1 article from news"] * 2
        assert [source.article.path for source in queries.sources(db)] == [one.article.path, three.article.path]


def test_imports_that_ran_at_once_are_undone_one_by_one(store: Path) -> None:
    one, *_, other = read_articles()
    with writing(store) as db:
        clean = dump(db)
        for origin, reading in (("here", one), ("there", other)):
            writer.Import(db, origin).add_article(reading)
        run.rebuild(db)
        both, ids = dump(db), {event.id for event in queries.events(db, EVERYTHING)}
        byhand.undo(store)
        assert {event.id for event in queries.events(db, EVERYTHING)} < ids
        byhand.undo(store)
        assert dump(db) == clean
        byhand.redo(store)
        byhand.redo(store)
        assert dump(db) == both


@settings(max_examples=6, stateful_step_count=15, suppress_health_check=list(HealthCheck))
class Undoing(RuleBasedStateMachine):
    """Any edits, dates, merges, splits, views, imports, readings afresh, undos and redos.

    Undoing all gives back the identical store, and redoing all gives the other identical one.
    """

    number = st.integers(0, 1_000)
    """Modulo how many there are."""

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name)
        self.lexicons = [(), (path / "quiet.toml",), (path / "busy.toml",)]
        self.lexicons[1][0].write_text('language = "en"\n[nulls]\nphrases = ["car bomb"]\n', encoding="utf-8")
        self.lexicons[2][0].write_text(BUSY, encoding="utf-8")
        self.store = filled(path / "own.db", read_articles()[:KNOWN])
        self.db = open_writer(self.store)
        self.clean = dump(self.db)

    def compare(self) -> None:
        """What was cut short is compared before all else, as the commands do, and may make other events."""
        if writer.pending(self.db):
            run.rebuild(self.db)

    def ids(self) -> list[int]:
        return [number for (number,) in self.db.execute("SELECT id FROM events ORDER BY id")]

    def event(self, number: int) -> int:
        found = self.ids()
        return found[number % len(found)]

    def source(self, number: int) -> str:
        found = [number for (number,) in self.db.execute("SELECT id FROM sources ORDER BY id")]
        return str(found[number % len(found)])

    @rule(numbers=st.lists(st.integers(KNOWN - 2, ARTICLES - 1), min_size=1, max_size=3), cut=st.booleans())
    def import_(self, numbers: list[int], cut: bool) -> None:
        self.compare()
        arriving = writer.Import(self.db, "elsewhere")
        for number in numbers:
            reading = read_articles()[number]
            known = writer.known(self.db, reading.article.sha256)
            if known is None:
                arriving.add_article(reading)
            else:
                arriving.add_path(known, f"elsewhere/{number}-{len(numbers)}")
        if not cut:
            run.rebuild(self.db)

    @rule(number=number, lexicon=st.integers(0, 2))
    def read_afresh(self, number: int, lexicon: int) -> None:
        list(reextract(self.store, [self.source(number)], apply=True, lexicons=self.lexicons[lexicon]))

    @rule(name=st.sampled_from("ab"), kept=st.sampled_from(["", "type:car_bomb", None]))
    def view(self, name: str, kept: str | None) -> None:
        if kept is not None:
            writer.save_view(self.db, writer.View(name, kept))
        elif name in {view.name for view in queries.views(self.db)}:
            writer.drop_view(self.db, name)

    @rule(number=number, other=number)
    def merge(self, number: int, other: int) -> None:
        self.compare()
        one, two = self.event(number), self.event(other)
        if one != two:
            assert byhand.merge_events(self.store, [one, two]).event_id == one
            assert two not in self.ids()

    @rule(number=number, out=st.lists(number, min_size=1, max_size=3))
    def split(self, number: int, out: list[int]) -> None:
        self.compare()
        whole = max((queries.known_event(self.db, one) for one in self.ids()), key=lambda event: event.num_reports)
        reports = [one.id for one in whole.reports]
        chosen = {reports[one % len(reports)] for one in out}
        if len(chosen) < len(reports):
            parted = byhand.split_reports(self.store, whole.id, sorted(chosen))
            assert parted.event_id not in (whole.id, parted.other_id)
            # What only the reports taken out held apart from another event is part of that now.
            assert (parted.other_id == whole.id) == (whole.id in self.ids())

    @rule(number=number, other=number)
    def keep_apart(self, number: int, other: int) -> None:
        self.compare()
        one, two = self.event(number), self.event(other)
        if one != two:
            byhand.keep_apart(self.store, one, two)

    @rule(number=number, typed=st.sampled_from(["1 May 2019", "10 Mar 2021", "Mar 2021"]))
    def date(self, number: int, typed: str) -> None:
        byhand.set_published(self.store, self.source(number), typed)

    @rule(numbers=st.lists(number, min_size=1, max_size=3), name=st.sampled_from("ab"))
    def label(self, numbers: list[int], name: str) -> None:
        chosen = [self.event(number) for number in numbers]
        writer.tag(self.db, chosen, [name])
        writer.star(self.db, chosen, name == "a")
        writer.note(self.db, chosen[0], name)

    @rule(number=number, field=st.sampled_from(["killed", "place", "type"]))
    def correct(self, number: int, field: str) -> None:
        values = {"killed": [5, 5, 5], "place": ["PE", "Peru", "", "", "", None, None, 6], "type": ["Riots", "mob"]}
        writer.edit_events(self.db, {self.event(number): values[field]}, field)

    @rule(number=number, start=st.integers(0, 60))
    def mark(self, number: int, start: int) -> None:
        byhand.add_event(self.store, self.source(number), Span(start, start + 20), "killing", {"killed": "3"})

    @rule()
    def undo(self) -> None:
        byhand.undo(self.store)

    @rule()
    def redo(self) -> None:
        byhand.redo(self.store)

    @invariant()
    def whole(self) -> None:
        if hasattr(self, "db"):
            found = queries.problems(self.db)
            assert found == () or (writer.pending(self.db) and len(found) == 1)

    def teardown(self) -> None:
        if not hasattr(self, "db"):
            return
        while byhand.redo(self.store):
            pass
        self.compare()
        latest = dump(self.db)
        while byhand.undo(self.store):
            pass
        assert dump(self.db) == self.clean
        while byhand.redo(self.store):
            pass
        assert dump(self.db) == latest
        self.db.close()
        self.folder.cleanup()


test_any_changes_can_be_undone = Undoing.TestCase
