"""What scripts read: exact shapes, and cells that no spreadsheet runs."""

import csv
import io
import json
import os

import pytest
from store_samples import clock

from store import csv as spreadsheet
from store import queries, writer
from store.connection import Database
from store.filters import EVERYTHING
from store.jsonl import event_json, line, source_json
from store.records.article import Article
from store.records.reading import Reading
from store.records.report import ROLES

EMPTY = {"low": None, "best": None, "high": None}


def test_an_event(db: Database) -> None:
    writer.tag(db, [1], ["b", "a"])
    known = {source.id: source for source in queries.sources(db)}
    found = queries.event(db, 1)
    assert found is not None
    date = {
        "start": "2023-08-31",
        "end": "2023-08-31",
        "edtf": "2023-08-31",
        "precision": 1,
        "basis": '"on that day" <- published 2023-08-31 (dateline)',
    }
    report = {
        "source": 1,
        "path": "/news/bombs.txt",
        "start": 0,
        "end": 63,
        "text": "Two car bombs went off in Quito on Thursday, killing 31 people.",
        "factuality": "happened",
        "date": date,
        "claims": [{"field": "killed", "phrase": "31", "low": 31, "best": 31, "high": 31}],
    }
    expected = {
        "id": "EV-000001",
        "title": "Car bombs in the capital",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "car_bomb",
        "date": date,
        "place": {
            "country": "EC",
            "country_name": "Ecuador",
            "admin1": "Pichincha",
            "location": "Quito",
            "site": None,
            "lat": -0.22,
            "lon": -78.51,
            "geo_precision": 1,
        },
        "actors": [],
        "instruments": [],
        "figures": {
            "killed": {"low": 31, "best": 31, "high": 31},
            **dict.fromkeys(
                ("injured", "held", "released", "rescued", "arrested", "escaped", "personnel", "devices"), EMPTY
            ),
        },
        "factuality": "happened",
        "confidence": 0.9,
        "number_of_sources": 2,
        "num_articles": 2,
        "disputed": ["killed"],
        "status": "new",
        "starred": False,
        "tags": ["a", "b"],
        "note": None,
        "reports": [report, report | {"source": 3, "path": "/news/copy.txt"}],
    }
    printed = event_json(found, known)
    assert printed == expected
    assert json.dumps(printed) == json.dumps(expected), "the order of keys too"


def test_an_undated_event_has_no_date(db: Database) -> None:
    known = {source.id: source for source in queries.sources(db)}
    printed = event_json(queries.event(db, 4), known)
    assert printed["date"] == {"start": None, "end": None, "edtf": None, "precision": 9, "basis": None}
    assert set(printed["place"].values()) == {None, 7}


def test_a_source(db: Database) -> None:
    writer.add_path(db, 3, "/again/copy.txt")
    printed = source_json(queries.source(db, 3))
    assert list(printed) == [
        "id",
        "path",
        "paths",
        "sha256",
        "format",
        "title",
        "outlet",
        "byline",
        "language",
        "url",
        "published",
        "candidates",
        "copy_of",
        "similarity",
        "events",
    ]
    assert printed["paths"] == ["/news/copy.txt", "/again/copy.txt"]
    assert printed["published"] == {
        "start": "2023-09-03",
        "end": "2023-09-03",
        "edtf": "2023-09-03",
        "basis": "dateline",
        "status": "stated",
    }
    assert (printed["copy_of"], printed["similarity"], printed["events"], printed["byline"]) == (1, 0.97, 1, None)
    assert printed["candidates"] == [
        {
            "basis": "dateline",
            "start": "2023-09-02",
            "end": "2023-09-02",
            "text": "Sept 2",
            "where": "dateline",
            "verdict": None,
            "why": None,
        }
    ]


def test_a_line_is_one_line_of_utf_8_whatever_is_in_it(empty: Database) -> None:
    path = os.fsdecode(b"/news/caf\xe9.txt")
    number = writer.add_article(
        empty, Reading(Article(path, "1", 3, "text", "utf-8", "x", title="a\u2028b\x85c\nñ")), now=clock
    )
    printed = line(source_json(queries.source(empty, number)))
    assert len(printed.splitlines()) == 1
    assert "ñ" in printed
    assert json.loads(printed.encode())["path"] == path


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-x", "@SUM(A1)", "\tx", "\rx", "＝1", " =1", "-", "--1"])
def test_a_cell_that_would_run_is_text(cell: str) -> None:
    assert spreadsheet.safe_cell(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "31", "-0.22", "1e-05", "-1.5e-7", "2023-08-31", "a=b", "'quoted", "x@y", "…"])
def test_any_other_cell_is_left_alone(cell: str) -> None:
    assert spreadsheet.safe_cell(cell) == cell


def test_rows_for_a_spreadsheet(db: Database) -> None:
    known = {source.id: source for source in queries.sources(db)}
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(spreadsheet.EVENT_COLUMNS)
    for found in queries.events(db, EVERYTHING):
        rows.writerow(spreadsheet.event_cells(found, known))
    read = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert [row["id"] for row in read] == ["EV-000002", "EV-000001", "EV-000003", "EV-000004"]
    assert (read[1]["killed_best"], read[1]["latitude"], read[1]["files"]) == ("31", "-0.22", "bombs.txt; copy.txt")
    assert read[3]["date_start"] == ""
    named = {role: name for row in read for role in ROLES for name in row[role].split("; ") if name}
    assert named == {actor.role: actor.name for one in queries.events(db, EVERYTHING) for actor in one.actors}
    assert named
    cells = dict(zip(spreadsheet.SOURCE_COLUMNS, spreadsheet.source_cells(queries.source(db, 3)), strict=True))
    assert (cells["id"], cells["published_edtf"], cells["copy_of"], cells["similarity"]) == (
        "3",
        "2023-09-03",
        "1",
        "0.97",
    )


def test_what_a_person_has_set_is_stated_beside_what_was_found(db: Database) -> None:
    known = {source.id: source for source in queries.sources(db)}
    writer.edit_events(db, {1: [31, 31, 31]}, "killed", "the ministry's count")
    writer.edit_events(db, {1: "What I call it"}, "title")
    printed = event_json(queries.event(db, 1), known)
    assert (printed["title"], printed["disputed"]) == ("What I call it", [])
    assert printed["corrections"] == [
        {
            "field": "title",
            "human": "What I call it",
            "machine": "Car bombs in the capital",
            "reason": None,
            "disputed": False,
        },
        {"field": "killed", "human": "31", "machine": "31", "reason": "the ministry's count", "disputed": True},
    ]
