"""Small stores of our own writing for the tests of the store."""
# ruff: noqa: E501 - one article or event a line

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from store import queries, writer
from store.connection import Database
from store.filters import parse
from store.records.article import Article, DateCandidate
from store.records.event import Actor, Estimate, Event
from store.records.linking import Copy, EventDraft, Timeline
from store.records.place import Place
from store.records.published import Published
from store.records.reading import PublicationBound, Reading
from store.records.report import Claim, Report
from store.records.span import Span
from store.records.timex import TimeExpression
from store.records.when import UNDATED, When

QUITO = Place("EC", "Ecuador", "Pichincha", "Quito", "", -0.22, -78.51, 1)
CUENCA = Place("EC", "Ecuador", "Azuay", "Cuenca", "prison in Cuenca", -2.9, -79.0, 1)
CALI = Place("CO", "Colombia", "Valle del Cauca", "Cali", "", 3.4, -76.5, 1)


def clock() -> datetime:
    return datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)


def day(year: int, month: int, number: int) -> When:
    found = date(year, month, number)
    return When(found, found, found.isoformat(), 1, ('"on that day"', f"published {found} (dateline)"))


AUGUST = When(date(2023, 8, 1), date(2023, 8, 31), "2023-08", 4, ('"in August"',))
OPEN_END = When(date(2023, 9, 1), None, "2023-09-01/..", 9, ('"since Friday"',))
OPEN_START = When(None, date(2023, 8, 19), "../2023-08-19", 9, ('"by then"',))


def on(number: int) -> Published:
    found = date(2023, 9, number)
    return Published(found, found, found.isoformat(), "dateline", "stated", "dateline")


def article(name: str, text: str, *, outlet: str = "Andes Daily", title: str = "") -> Article:
    return Article(
        path=f"/news/{name}",
        sha256=sha256(text.encode() + name.encode()).hexdigest(),
        size=len(text),
        format="text",
        encoding="utf-8",
        text=text,
        title=title or f"Title of {name}",
        outlet=outlet,
        language="en",
        candidates=(DateCandidate("dateline", date(2023, 9, 2), date(2023, 9, 2), "Sept 2", "dateline", Span(0, 4)),),
    )


def report(text: str, evidence: str, sub_type: str = "car_bomb", **more: object) -> Report:
    start = text.index(evidence)
    claims = tuple(
        Claim(field, phrase, phrase, text.index(phrase), text.index(phrase) + len(phrase), *numbers)
        for field, phrase, *numbers in more.pop("claims", ())
    )
    return Report(
        start=start,
        end=start + len(evidence),
        sentence_no=0,
        trigger=evidence[:4],
        trigger_start=start,
        trigger_end=start + 4,
        event_type="Explosions/Remote violence",
        sub_event_type=sub_type,
        factuality="happened",
        confidence=0.9,
        claims=claims,
        **more,
    )


def event(title: str, when: When = UNDATED, place: Place = QUITO, sub_type: str = "car_bomb", **more: object) -> Event:
    values = {
        "event_type": "Explosions/Remote violence",
        "confidence": 0.9,
        "number_of_sources": 1,
        "num_reports": 1,
        "num_articles": 1,
    }
    return Event(id=0, title=title, sub_event_type=sub_type, when=when, place=place, **(values | more))


BOMBS = "Two car bombs went off in Quito on Thursday, killing 31 people. A helicopter circled above."
DEVICE = "A device was found in Cuenca in August. The coche bomba of Quito was on all minds."
COPIED = "Two car bombs went off in Quito on Thursday, killing 31 people. A helicopter flew above."
TALKS = "Talks between Los Lobos and the ministry begin in Cali. The station was quiet."
RUMOUR = "Some say a grenade lay at the station. Nobody saw it."

ARTICLES = (
    (article("bombs.txt", BOMBS), report(BOMBS, "Two car bombs went off in Quito on Thursday, killing 31 people.", claims=[("killed", "31", 31, 31, 31)])),
    (article("device.md", DEVICE, outlet="Latin Post"), report(DEVICE, "A device was found in Cuenca in August.", "device_found")),
    (article("copy.txt", COPIED, outlet="Seed Wire"), report(COPIED, "Two car bombs went off in Quito on Thursday, killing 31 people.", claims=[("killed", "31", 31, 31, 31)])),
    (article("talks.html", TALKS, outlet="Latin Post"), report(TALKS, "Talks between Los Lobos and the ministry begin in Cali.", "negotiation")),
    (article("rumour.txt", RUMOUR), report(RUMOUR, "Some say a grenade lay at the station.", "grenade")),
)  # fmt: skip

DRAFTS = (
    EventDraft(event("Car bombs in the capital", day(2023, 8, 31), figures={"killed": Estimate(31, 31, 31)}, number_of_sources=2, num_articles=2, num_reports=2, disputed=("killed",)), (1, 3)),
    EventDraft(event("Device found", AUGUST, CUENCA, "device_found"), (2,)),
    EventDraft(event("Talks with a gang", OPEN_END, CALI, "negotiation", factuality="planned", event_type="Strategic developments", actors=(Actor("Los Lobos", "actor1", "gang"),)), (4,)),
    EventDraft(event("Grenade at a station", UNDATED, Place(), "grenade", confidence=0.3), (5,)),
)  # fmt: skip
"""Events 1 to 4; the last is a candidate."""


def timeline(drafts: Sequence[EventDraft] = DRAFTS, **more: object) -> Timeline:
    values = {
        "published": {number: on(number) for number in range(1, 6)},
        "candidates": {},
        "copies": {3: Copy(1, 0.97)},
        "whens": {report: draft.event.when for draft in drafts for report in draft.members},
    }
    return Timeline(drafts=tuple(drafts), **(values | more))


def fill(db: Database) -> None:
    for one, told in ARTICLES:
        expressions = (TimeExpression(0, 3, one.text[:3], "DATE", "weekday", '{"weekday": 3}', Span(4, 7)),)
        bounds = (PublicationBound(Span(0, 3), None, 0, None, one.text[:3], "told in the past tense"),)
        writer.add_article(db, Reading(one, expressions, (told,), bounds, b"\0\1"), now=clock)
    writer.save_timeline(db, timeline())


def ids(db: Database, text: str, **more: object) -> list[int]:
    """The ids of the events that a filter keeps, in the order of the timeline."""
    found = queries.matches(db, parse(text), **more)
    return [row.id for row in queries.event_window(db, found, 0, 1_000)]


def dump(db: Database) -> list[str]:
    """All that a store holds, but for the journal and what belongs to it, the numbers that are given to nothing else,
    the index's own tables and the time stamps of migrations.
    """
    skipped = ("edits", "regroupings", "other_versions", "'highest_", "sqlite_sequence", "_fts", "_sqlite_migrations")
    return [line for line in db.conn.iterdump() if not any(name in line[:40] for name in skipped)]


Traced = Callable[[], list[str]]


def trace(db: Database) -> Traced:
    """Collect the statements that are sent from now on, without those that an index of SQLite sends itself."""
    sent: list[str] = []
    db.conn.set_trace_callback(lambda sql: None if sql.startswith("--") or "'main'." in sql else sent.append(sql))
    return lambda: list(sent)


def path_of(db: Database) -> Path:
    return Path(db.execute("PRAGMA database_list").fetchone()[2])
