"""Opening: what is not ours, is newer, is locked, is full or cannot be written gives one clear sentence."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import ARTICLES, dump, fill, path_of

from store import connection, queries, schema, writer
from store.connection import APPLICATION_ID, Database, open_reader, open_writer, reading, writing
from store.errors import (
    NewerStoreError,
    NotAStoreError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreLockedError,
    StoreReadOnlyError,
)
from store.filters import EVERYTHING
from store.records.reading import Reading


def test_a_new_store_is_marked_as_ours_and_set_up_for_one_writer_and_many_readers(tmp_path: Path) -> None:
    with writing(tmp_path / "deep" / "er" / "new.db") as db:
        pragmas = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "journal_mode", "foreign_keys", "synchronous")
        }
        assert pragmas == {"application_id": APPLICATION_ID, "journal_mode": "wal", "foreign_keys": 1, "synchronous": 1}
        assert schema.pending(db.conn) == ()
        assert queries.problems(db) == ()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    with writing(path) as db:
        fill(db)
    before = path.read_bytes()
    with writing(path), reading(path):
        pass
    assert path.read_bytes() == before


def test_a_reader_cannot_write(db: Database) -> None:
    with reading(path_of(db)) as reader, pytest.raises(StoreReadOnlyError):
        writer.star(reader, [1])


def test_there_is_no_store_to_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no store") as caught:
        open_reader(tmp_path / "none.db")
    assert "import" in caught.value.hint
    assert not (tmp_path / "none.db").exists()


def foreign_database(path: Path) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute("CREATE TABLE bookmarks (url TEXT)")
    conn.close()


def other_application(path: Path) -> None:
    with sqlite3.connect(path) as conn:
        conn.execute("PRAGMA application_id = 1234")
        conn.execute("PRAGMA user_version = 1")
    conn.close()


def no_database(path: Path) -> None:
    path.write_bytes(b"Dear diary, this is no database. " * 100)


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("make", [foreign_database, other_application, no_database, folder])
@pytest.mark.parametrize("opener", [open_writer, open_reader])
def test_what_is_not_ours_is_refused_and_left_alone(tmp_path: Path, make, opener) -> None:
    path = tmp_path / "theirs"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(NotAStoreError) as caught:
        opener(path)
    assert str(path) in caught.value.sentence
    assert "--store" in caught.value.hint
    assert before is None or path.read_bytes() == before


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "touched.db"
    path.touch()
    with writing(path) as db:
        assert queries.matches(db, EVERYTHING).total == 0


@pytest.mark.parametrize("opener", [open_writer, open_reader])
def test_a_newer_programs_store_is_refused_by_name(tmp_path: Path, opener) -> None:
    path = tmp_path / "newer.db"
    with writing(path) as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('ecu-tui', 'episodes', '2030')"
        )
    with pytest.raises(NewerStoreError, match=r"newer ecu-tui .*episodes"):
        opener(path)


def test_an_older_programs_store_is_brought_up_to_date_by_reading_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "older.db"
    with writing(path) as db:
        fill(db)

    def colours(db: Database) -> None:
        db.execute("CREATE TABLE colours (name TEXT)")

    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, colours))
    with reading(path) as db:
        assert db.execute("SELECT count(*) FROM colours").fetchone() == (0,)
        assert queries.matches(db, EVERYTHING).total == 4


def test_types_of_an_older_store_are_numbered_afresh_and_unused_names_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "older.db"
    with writing(path) as db:
        fill(db)
        before = dump(db)
        for number, (kind,) in enumerate(db.execute("SELECT id FROM types ORDER BY sub_event_type").fetchall(), 1):
            db.execute("UPDATE types SET id = ? WHERE id = ?", (number, kind))
            db.execute("UPDATE timeline SET type_id = ? WHERE type_id = ?", (number, kind))
        db.execute("INSERT INTO types VALUES (9, 'Riots', 'mob')")
        db.execute("INSERT INTO countries VALUES ('PE', 'Peru')")
        assert dump(db) != before
        schema.what_events_are_named(db)
        assert dump(db) == before


def older_store(path: Path) -> list[str]:
    """A store as the first program made it, with an edit in it; what it holds."""
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        for statement in schema.FIRST_TABLES:
            conn.execute(statement)
        conn.execute(
            "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT)"
        )
        conn.execute("INSERT INTO _sqlite_migrations VALUES (1, 'ecu-tui', 'first_tables', '2026')")
        conn.execute("INSERT INTO views VALUES ('bombs', 'type:car_bomb', '')")
        return list(conn.iterdump())


def test_a_store_of_an_older_program_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    before = older_store(path)
    copy = connection.bring_up_to_date(path)
    assert copy == tmp_path / f"own.db.before-{schema.STEPS[1].__name__.replace('_', '-')}"
    with closing(sqlite3.connect(copy)) as conn:
        assert list(conn.iterdump()) == before
    with reading(path) as db:
        assert schema.pending(db.conn) == ()
        assert [view.name for view in queries.views(db)] == ["bombs"]
    assert connection.bring_up_to_date(path) is None
    assert connection.bring_up_to_date(tmp_path / "none.db") is None
    assert sorted(file.name for file in tmp_path.iterdir() if not file.name.endswith(("-wal", "-shm"))) == [
        "own.db",
        copy.name,
    ]


def test_another_copy_is_never_overwritten_and_without_a_copy_nothing_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own.db"
    before = older_store(path)
    first = tmp_path / f"own.db.before-{schema.STEPS[1].__name__.replace('_', '-')}"
    first.write_text("mine")
    copied: list[Path] = []
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(StoreReadOnlyError, match=r"cannot be copied .* No space left on device"):
        open_writer(path, upgraded=copied.append)
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as conn:
        assert list(conn.iterdump()) == before
    open_writer(path, upgraded=copied.append).close()
    assert [copy.name for copy in copied] == [f"{first.name}-2"]
    assert first.read_text() == "mine"


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "own.db"
    open_writer(path).close()

    def broken(db: Database) -> None:
        db.execute("CREATE TABLE half (name TEXT)")
        db.execute("SELECT * FROM nowhere")

    with monkeypatch.context() as patch:
        patch.setattr(schema, "STEPS", (*schema.STEPS, broken))
        with pytest.raises(StoreError):
            open_writer(path)
    with writing(path) as db:
        assert db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)


def test_a_locked_store_says_so(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.connection.BUSY_MS", 10)
    with writing(path_of(db)) as other:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLockedError, match="locked by another program"):
            writer.star(other, [1])
        db.execute("ROLLBACK")
        writer.star(other, [1])


def test_a_full_disk_says_so_and_nothing_is_half_written(empty: Database) -> None:
    pages = empty.execute("PRAGMA page_count").fetchone()[0]
    empty.execute(f"PRAGMA max_page_count = {pages}")

    def add_many() -> None:
        one, told = ARTICLES[0]
        for number in range(200):
            writer.add_article(empty, Reading(replace(one, sha256=f"{number:064}"), (), (told,)))

    with pytest.raises(StoreFullError, match="disk is full"):
        add_many()
    empty.execute("PRAGMA max_page_count = 1000000")
    assert (
        empty.execute("SELECT count(*) FROM sources").fetchone()
        == empty.execute("SELECT count(*) FROM reports").fetchone()
    )
    assert [problem for problem in queries.problems(empty) if "compared" not in problem] == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that not even root can write to")
def test_a_read_only_folder_says_so() -> None:
    with pytest.raises(StoreReadOnlyError, match=r"/proc/self/store\.db cannot be opened"):
        open_writer(Path("/proc/self/store.db"))
    with pytest.raises(StoreReadOnlyError, match="cannot be made"):
        open_writer(Path("/proc/self/deep/store.db"))


def test_a_store_in_a_read_only_folder_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a write-protected stick. Root may write anywhere, so SQLite's refusal is played."""
    path = tmp_path / "own.db"
    with writing(path) as db:
        fill(db)
    asked: list[str] = []
    connect = connection._connect

    def protected(path: Path, mode: str) -> sqlite3.Connection:
        asked.append(mode)
        if mode == "ro":
            raise sqlite3.OperationalError("unable to open database file")
        return connect(path, mode)

    monkeypatch.setattr(connection, "_connect", protected)
    with pytest.raises(StoreError):
        open_reader(path)
    monkeypatch.setattr(connection, "_can_write", lambda folder: False)
    with reading(path) as db:
        assert queries.matches(db, EVERYTHING).total == 4
    assert asked == ["ro", "ro", "ro&immutable=1"]
    assert [file.name for file in tmp_path.iterdir()] == ["own.db"]


def test_a_damaged_store_says_so(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    with writing(path) as db:
        fill(db)
        page_size, pages = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "page_count"))
    with path.open("r+b") as file:
        file.seek(page_size)
        file.write(b"\xff" * page_size * (pages - 1))
    with pytest.raises(StoreDamagedError, match="damaged"), reading(path) as db:
        queries.matches(db, EVERYTHING)


def test_a_path_with_signs_that_mean_something_in_an_address(tmp_path: Path) -> None:
    path = tmp_path / "50% of?mode=memory#1 ñ.db"
    open_writer(path).close()
    assert path.exists()
    open_reader(path).close()


def test_an_empty_file_is_no_store_and_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(StoreError, match="is an empty file, not a store"), reading(path):
        pass
    assert not path.stat().st_size
