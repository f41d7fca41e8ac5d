"""The tables, as steps that are never edited once released: a change is a new step at the end.

How the tables hang together. ``sources`` are articles, ``reports`` and ``claims`` what each of them says,
``events`` what happened once. Everything the panes scroll and filter hangs on one integer, the *key* of an event, that
sorts by date (``store.keys``): ``timeline`` (narrow columns to filter by), ``event_words`` with its full-text
index, ``event_figures`` and ``event_sources``. Rows come out of each of them in the order of the timeline, so
the first window of a filter needs no sort, and a position no OFFSET. ``timeline_days`` counts events by
day. Re-dating an event gives it another key (``store.rows`` writes all of these together).
"""

import sqlite3
from collections.abc import Callable
from typing import Final

from store.connection import Database
from store.keys import type_number

MIGRATION_SET: Final = "ecu-tui"

FIRST_TABLES: Final = (
    """
    CREATE TABLE sources (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        path TEXT NOT NULL,
        size INTEGER NOT NULL,
        format TEXT NOT NULL,
        encoding TEXT NOT NULL,
        title TEXT NOT NULL,
        title_start INTEGER,
        title_end INTEGER,
        outlet TEXT NOT NULL,
        byline TEXT NOT NULL,
        url TEXT NOT NULL,
        language TEXT NOT NULL,
        agencies TEXT NOT NULL,
        dateline_place TEXT NOT NULL,
        set_aside TEXT NOT NULL,
        notes TEXT NOT NULL,
        published_start TEXT,
        published_end TEXT,
        published_edtf TEXT NOT NULL DEFAULT '',
        published_basis TEXT NOT NULL DEFAULT 'none',
        published_status TEXT NOT NULL DEFAULT 'unknown',
        published_why TEXT NOT NULL DEFAULT '',
        copy_of INTEGER REFERENCES sources(id),
        similarity REAL,
        imported_at TEXT NOT NULL,
        text TEXT NOT NULL -- last: rows can be listed without walking through it
    )
    """,
    "CREATE INDEX sources_order ON sources(coalesce(copy_of, id), copy_of IS NOT NULL, id, copy_of)",
    "CREATE INDEX sources_copy_of ON sources(copy_of) WHERE copy_of IS NOT NULL",
    """
    CREATE TABLE source_paths (
        source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        path TEXT NOT NULL,
        PRIMARY KEY (source_id, position),
        UNIQUE (source_id, path)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE readings ( -- what only comparing articles reads, each whole
        source_id INTEGER PRIMARY KEY REFERENCES sources(id) ON DELETE CASCADE,
        expressions TEXT NOT NULL,
        bounds TEXT NOT NULL,
        signature BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE date_candidates (
        source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        basis TEXT NOT NULL,
        date_start TEXT NOT NULL,
        date_end TEXT NOT NULL,
        text TEXT NOT NULL,
        found TEXT NOT NULL,
        start INTEGER,
        "end" INTEGER,
        verdict TEXT NOT NULL,
        why TEXT NOT NULL,
        PRIMARY KEY (source_id, position)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE events (
        id INTEGER PRIMARY KEY,
        key INTEGER NOT NULL,
        title TEXT NOT NULL,
        event_type TEXT NOT NULL,
        sub_event_type TEXT NOT NULL,
        date_start TEXT,
        date_end TEXT,
        date_edtf TEXT NOT NULL,
        time_precision INTEGER NOT NULL,
        date_basis TEXT NOT NULL,
        country TEXT NOT NULL,
        country_name TEXT NOT NULL,
        admin1 TEXT NOT NULL,
        location TEXT NOT NULL,
        site TEXT NOT NULL,
        latitude REAL,
        longitude REAL,
        geo_precision INTEGER NOT NULL,
        actor1 TEXT NOT NULL,
        actor2 TEXT NOT NULL,
        actors TEXT NOT NULL,
        instruments TEXT NOT NULL,
        figures TEXT NOT NULL,
        place_text TEXT NOT NULL,
        figures_text TEXT NOT NULL,
        factuality TEXT NOT NULL,
        confidence REAL NOT NULL,
        number_of_sources INTEGER NOT NULL,
        num_reports INTEGER NOT NULL,
        num_articles INTEGER NOT NULL,
        disputed TEXT NOT NULL,
        status TEXT NOT NULL,
        starred INTEGER NOT NULL,
        note TEXT NOT NULL,
        first_source INTEGER NOT NULL,
        fingerprint BLOB NOT NULL, -- of the machine's values and the members: what has not changed is not rewritten
        machine TEXT -- the machine's event, where a person has changed a value of it
    )
    """,
    """
    CREATE TABLE redirects ( -- events that are no more: merged into another, or no longer found (NULL)
        old_id INTEGER PRIMARY KEY,
        new_id INTEGER,
        members TEXT NOT NULL -- the reports it had, by which it gets its id back
    )
    """,
    """
    CREATE TABLE reports (
        id INTEGER PRIMARY KEY,
        source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
        event_id INTEGER REFERENCES events(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        sentence_no INTEGER NOT NULL,
        trigger TEXT NOT NULL,
        trigger_start INTEGER NOT NULL,
        trigger_end INTEGER NOT NULL,
        event_type TEXT NOT NULL,
        sub_event_type TEXT NOT NULL,
        factuality TEXT NOT NULL,
        confidence REAL NOT NULL,
        reasons TEXT NOT NULL,
        attributed_to TEXT NOT NULL,
        place TEXT NOT NULL,
        time_start INTEGER,
        time_end INTEGER,
        time_basis TEXT NOT NULL,
        title TEXT NOT NULL,
        cluster INTEGER NOT NULL,
        part_of INTEGER,
        is_total INTEGER NOT NULL,
        date_start TEXT,
        date_end TEXT,
        date_edtf TEXT NOT NULL,
        time_precision INTEGER NOT NULL,
        date_basis TEXT NOT NULL,
        extractor_version TEXT NOT NULL
    )
    """,
    "CREATE INDEX reports_source ON reports(source_id)",
    "CREATE INDEX reports_event ON reports(event_id)",
    """
    CREATE TABLE claims (
        report_id INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        low INTEGER,
        best INTEGER,
        high INTEGER,
        unit TEXT NOT NULL,
        phrase TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        rule TEXT NOT NULL,
        PRIMARY KEY (report_id, position)
    ) WITHOUT ROWID
    """,
    (
        "CREATE TABLE types (id INTEGER PRIMARY KEY, event_type TEXT NOT NULL, sub_event_type TEXT NOT NULL, "
        "UNIQUE (event_type, sub_event_type))"
    ),
    "CREATE TABLE countries (code TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (code, name)) WITHOUT ROWID",
    """
    CREATE TABLE timeline (
        key INTEGER PRIMARY KEY,
        type_id INTEGER NOT NULL,
        country TEXT NOT NULL,
        first_day INTEGER, -- date.toordinal(); NULL is open, both NULL undated
        last_day INTEGER,
        factuality INTEGER NOT NULL,
        status INTEGER NOT NULL,
        flags INTEGER NOT NULL,
        confidence REAL NOT NULL,
        voices INTEGER NOT NULL,
        articles INTEGER NOT NULL
    )
    """,
    "CREATE TABLE timeline_days (bucket INTEGER PRIMARY KEY, n INTEGER NOT NULL)",
    """
    CREATE TABLE event_words (
        key INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        evidence TEXT NOT NULL,
        place TEXT NOT NULL,
        who TEXT NOT NULL,
        what TEXT NOT NULL
    )
    """,
    (
        "CREATE VIRTUAL TABLE timeline_fts USING fts5(title, evidence, place, who, what, content='event_words', "
        "content_rowid='key', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"
    ),
    (
        "CREATE VIRTUAL TABLE sources_fts USING fts5(title, outlet, text, content='sources', content_rowid='id', "
        "prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"
    ),
    """
    CREATE TABLE event_figures (
        field TEXT NOT NULL,
        key INTEGER NOT NULL,
        low INTEGER,
        best INTEGER,
        high INTEGER,
        PRIMARY KEY (field, key)
    ) WITHOUT ROWID
    """,
    (
        "CREATE TABLE event_sources (source_id INTEGER NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (source_id, key)) "
        "WITHOUT ROWID"
    ),
    "CREATE INDEX event_sources_key ON event_sources(key)",
    "CREATE TABLE event_tags (tag TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (tag, key)) WITHOUT ROWID",
    "CREATE INDEX event_tags_key ON event_tags(key)",
    "CREATE VIEW tags AS SELECT tag, count(*) AS events FROM event_tags GROUP BY tag",
    """
    CREATE TABLE edits (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        batch INTEGER NOT NULL, -- edits of one command are undone together
        at TEXT NOT NULL,
        entity TEXT NOT NULL,
        entity_id INTEGER NOT NULL,
        field TEXT NOT NULL,
        machine TEXT, -- JSON: what the machine said
        human TEXT, -- JSON: what the person says; NULL takes the machine's value again
        reason TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    )
    """,
    "CREATE INDEX edits_entity ON edits(entity, entity_id, field) WHERE NOT undone",
    "CREATE INDEX edits_batch ON edits(batch)",
    "CREATE TABLE views (name TEXT PRIMARY KEY, filter TEXT NOT NULL, sort TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)


def first_tables(db: Database) -> None:
    for statement in FIRST_TABLES:
        db.execute(statement)


def what_follows(db: Database) -> None:
    """The happening that a report is told after: a cluster of its source, as ``part_of`` is."""
    db.execute("ALTER TABLE reports ADD COLUMN follows INTEGER")


REGROUPING_TABLES: Final = (
    """
    CREATE TABLE regroupings ( -- what applying the edits of a batch did to which report is of which event
        batch INTEGER PRIMARY KEY,
        in_force INTEGER NOT NULL, -- whether the timeline as last saved knows these edits
        moved TEXT NOT NULL, -- JSON: [report, its event before, its event after]
        former TEXT NOT NULL, -- JSON: [event that it brought to life, the reports it had when retired, or null if new]
        highest INTEGER NOT NULL -- of all ids of events up to then: none is used twice
    )
    """,
    """
    INSERT INTO regroupings (batch, in_force, moved, former, highest)
    SELECT DISTINCT batch, 1, '[]', '[]', 0 FROM edits WHERE entity = 'source' AND NOT undone
    """,
    # What was undone before the last edit that holds can be done again no more, also once that is undone.
    "UPDATE edits SET undone = 2 WHERE undone AND batch < (SELECT max(batch) FROM edits WHERE NOT undone)",
    """
    CREATE TABLE suggestions ( -- events that may be one; made anew whenever articles are compared
        a INTEGER NOT NULL,
        b INTEGER NOT NULL,
        score REAL NOT NULL,
        reasons TEXT NOT NULL,
        against TEXT NOT NULL,
        PRIMARY KEY (a, b)
    ) WITHOUT ROWID
    """,
)


def regrouping_by_hand(db: Database) -> None:
    for statement in REGROUPING_TABLES:
        db.execute(statement)


def what_is_asserted(db: Database) -> None:
    """Whether a report is told as news by its own clause; of those stored before, nothing else is known."""
    db.execute("ALTER TABLE reports ADD COLUMN asserted INTEGER NOT NULL DEFAULT 1")


def what_batches_replaced(db: Database) -> None:
    """What stands of an article while an import, or finding its events afresh, is undone: see ``store.shelf``."""
    db.execute(
        """
        CREATE TABLE other_versions (
            batch INTEGER NOT NULL, -- of the edits that it is exchanged with
            source_id INTEGER NOT NULL,
            part TEXT NOT NULL,
            content BLOB, -- JSON of rows by table, compressed; NULL: no such article
            PRIMARY KEY (batch, source_id)
        ) WITHOUT ROWID
        """
    )


def what_events_are_named(db: Database) -> None:
    """The names of types and countries are those of the events there are, whatever there was before; see ``rows``."""
    db.execute("DELETE FROM types WHERE id NOT IN (SELECT type_id FROM timeline)")
    db.execute("DELETE FROM countries WHERE (code, name) NOT IN (SELECT country, country_name FROM events)")
    for number, kind, sub in db.execute("SELECT id, event_type, sub_event_type FROM types").fetchall():
        db.execute("UPDATE timeline SET type_id = ? WHERE type_id = ?", (type_number(kind, sub), number))
        db.execute("UPDATE types SET id = ? WHERE id = ?", (type_number(kind, sub), number))


def what_actors_are(db: Database) -> None:
    """The noun by which a claim calls an actor; of those stored before, none is known."""
    db.execute("ALTER TABLE claims ADD COLUMN head TEXT NOT NULL DEFAULT ''")


STEPS: Final[tuple[Callable[[Database], None], ...]] = (
    first_tables,
    what_follows,
    regrouping_by_hand,
    what_is_asserted,
    what_batches_replaced,
    what_events_are_named,
    what_actors_are,
)
"""The migrations in order; a function's name is the migration's."""


def migrate(db: Database) -> None:
    """Take the steps that this file has not taken. ``db`` is a sqlite_utils.Database."""
    from sqlite_utils import Database as Writer
    from sqlite_utils import Migrations

    assert isinstance(db, Writer)
    migrations = Migrations(MIGRATION_SET)
    for step in STEPS:
        migrations(name=step.__name__)(step)
    migrations.apply(db)


def pending(conn: sqlite3.Connection) -> tuple[str, ...]:
    """The steps that this file still lacks."""
    found = taken(conn)
    return tuple(step.__name__ for step in STEPS if step.__name__ not in found)


def unknown(conn: sqlite3.Connection) -> tuple[str, ...]:
    """The steps that this file has taken and we do not know: a newer program's."""
    known = {step.__name__ for step in STEPS}
    return tuple(name for name in taken(conn) if name not in known)


def taken(conn: sqlite3.Connection) -> tuple[str, ...]:
    """The steps that this file has taken."""
    # As sqlite_utils.Migrations.applied does, without importing it.
    if not conn.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return ()
    rows = conn.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid", (MIGRATION_SET,))
    return tuple(name for (name,) in rows)
