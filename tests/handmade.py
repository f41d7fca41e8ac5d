"""A small store made from hand-written records, so that tests of the screen depend on no extraction.

Ten events in four articles, of which one is a near-copy: exact and uncertain dates, an open one, an undated one, a
planned one, a candidate, a dispute, a contradicted and an unknown publication date.
"""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from store import queries, writer
from store.connection import Database, writing
from store.records.article import Article, DateCandidate
from store.records.event import FIGURES, Estimate, Event
from store.records.linking import Copy, EventDraft, Timeline
from store.records.place import Place
from store.records.published import UNPUBLISHED, Published
from store.records.reading import Reading
from store.records.report import Claim, Report
from store.records.span import Span
from store.records.when import UNDATED, When

FREED = (
    "QUITO, Sept 2 - More than fifty guards and police officers whom inmates had held walked free on Saturday, the "
    "prison service said.\n\n"
    "Authorities said at least six people were arrested after car bombs went off on Thursday near its offices "
    "in Quito.\n"
)
CUENCA_TEXT = (
    "Forty-four hostages had left the prison in Cuenca by Saturday.\n\n"
    "Four people, one of them a minor, were detained in a taxi with dynamite in Napo. "
    "A device was found in Cuenca.\nThe presidential runoff is on October 15.\n"
)
LITORAL_TEXT = (
    "At least two prisoners died and about six were hurt in clashes between gangs at the Litoral prison on "
    "Wednesday.\n\nThe government declared a state of emergency in Guayas and Esmeraldas.\n"
)
ARTICLES = {
    "guards-freed.txt": (
        "Held guards walk free",
        "Andes Daily",
        FREED + "In July, 106 guards had been let go in five prisons.\n",
    ),
    "cuenca.md": (
        "Forty-four leave the prison in Cuenca",
        "Costa Herald",
        CUENCA_TEXT,
    ),
    "litoral-2022.txt": (
        "Clashes in the Litoral prison",
        "Costa Herald",
        LITORAL_TEXT,
    ),
    "wire-copy.txt": ("Held guards walk free", "Seed Wire", FREED),
}

ECUADOR = Place("EC", "Ecuador", geo_precision=6)
QUITO = Place("EC", "Ecuador", "Pichincha", "Quito", "offices of the prison service", -0.2, -78.5, 1)
CUENCA = Place("EC", "Ecuador", "Azuay", "Cuenca", "prison in Cuenca", -2.9, -79.0, 1)
GUAYAS = Place("EC", "Ecuador", "Guayas", geo_precision=4)
LITORAL = Place("EC", "Ecuador", "Guayas", "Guayaquil", "Litoral prison", -2.1, -79.9, 1)


def on(year: int, month: int, day: int) -> When:
    """A known day."""
    found = date(year, month, day)
    return When(found, found, found.isoformat(), 1, ("“on that day”", f"published {found} (dateline)"))


def report(text: str, quote: str, sub_type: str, when: When, title: str, place: Place, **more: object) -> Report:
    """A report whose evidence is ``quote``; ``claims`` are (field, phrase, low, best, high)."""
    start = text.index(quote)
    claims = tuple(
        Claim(name, phrase, phrase, text.index(phrase, start), text.index(phrase, start) + len(phrase), *numbers)
        for name, phrase, *numbers in more.pop("claims", ())
    )
    time = more.pop("time", "")
    span = Span(text.index(time, start), text.index(time, start) + len(time)) if time else None
    made = Report(
        start, start + len(quote), 1, sub_type, start, start + 3, "Strategic developments", sub_type, "happened", 0.9
    )
    return replace(made, claims=claims, time=span, when=when, title=title, place=place, **more)


def reports_of(name: str) -> tuple[Report, ...]:
    """The reports of one of ARTICLES."""
    text = ARTICLES[name][2]
    walked = "More than fifty guards and police officers whom inmates had held walked free on Saturday"
    freed = report(
        text if text.startswith("QUITO") else FREED,
        walked,
        "hostage_release",
        on(2023, 9, 2),
        "All hostages go free",
        ECUADOR,
        claims=(("released", "More than fifty", 50, None, None),),
        time="on Saturday",
        cluster=1,
    )
    if name == "wire-copy.txt":
        return (freed,)
    if name == "guards-freed.txt":
        arrested = text[text.index("Authorities") : text.index("in Quito.") + len("in Quito.")]
        return (
            freed,
            report(text, arrested, "arrest", on(2023, 8, 31), "Six arrested after car bombs in Quito", QUITO,
                   claims=(("arrested", "at least six people", 6, None, None),), time="on Thursday", cluster=2),
            report(text, "car bombs went off on Thursday near its offices in Quito", "car_bomb", on(2023, 8, 31),
                   "Car bombs near offices of the prison service", QUITO, time="on Thursday", cluster=3),
            report(text, "In July, 106 guards had been let go in five prisons.", "hostage_release",
                   When(date(2023, 7, 1), date(2023, 7, 31), "2023-07", 4), "106 guards let go in five prisons",
                   ECUADOR, claims=(("released", "106 guards", 106, 106, 106),), time="In July", cluster=4),
        )  # fmt: skip
    if name == "cuenca.md":
        return (
            report(text, "Forty-four hostages had left the prison in Cuenca by Saturday.", "hostage_release",
                   When(None, date(2023, 9, 2), "../2023-09-02", 9), "44 hostages leave the prison in Cuenca", CUENCA,
                   claims=(("released", "Forty-four hostages", 44, 44, 44),), cluster=1),
            report(text, "Four people, one of them a minor, were detained in a taxi with dynamite in Napo.", "arrest",
                   When(date(2023, 8, 31), date(2023, 9, 3), "[2023-08-31..2023-09-03]", 2),
                   "Four arrested with dynamite in a taxi", Place("EC", "Ecuador", "Napo", geo_precision=4),
                   claims=(("arrested", "Four people", 4, 4, 4),), cluster=2),
            report(text, "A device was found in Cuenca.", "device_found", UNDATED, "Device found in Cuenca", CUENCA,
                   confidence=0.4, cluster=3),
            report(text, "The presidential runoff is on October 15.", "election", on(2023, 10, 15),
                   "Presidential runoff", ECUADOR, factuality="planned", time="on October 15", cluster=4),
        )  # fmt: skip
    return (
        report(text, text[: text.index(".\n") + 1], "armed_clash", on(2022, 11, 2),
               "Clashes between gangs in the Litoral prison", LITORAL, time="on Wednesday", cluster=1,
               claims=(("killed", "At least two prisoners", 2, None, None), ("injured", "about six", 5, 6, 7))),
        report(text, "The government declared a state of emergency in Guayas and Esmeraldas.", "state_of_emergency",
               When(date(2022, 11, 2), date(2022, 11, 4), "2022-11-02/2022-11-04", 2),
               "State of emergency in Guayas and Esmeraldas", GUAYAS, cluster=2),
    )  # fmt: skip


PUBLISHED = {
    "guards-freed.txt": Published(date(2023, 9, 2), date(2023, 9, 2), "2023-09-02", "dateline", "stated", "dateline"),
    "cuenca.md": Published(date(2023, 9, 3), date(2023, 9, 3), "2023-09-03", "inferred", "inferred", "its own words"),
    "litoral-2022.txt": Published(
        date(2022, 11, 4), date(2022, 11, 4), "2022-11-04", "header", "contradicted", "its text says otherwise"
    ),
    "wire-copy.txt": UNPUBLISHED,
}


def fill(db: Database) -> None:
    """Write the articles and their timeline."""
    ids: dict[str, int] = {}
    for name, (title, outlet, text) in ARTICLES.items():
        digest = sha256(text.encode()).hexdigest()
        article = Article(
            f"articles/{name}", digest, len(text), "text", "utf-8", text, title, outlet=outlet, language="en"
        )
        article = replace(
            article, candidates=(DateCandidate("dateline", date(2023, 9, 2), date(2023, 9, 2), "Sept 2", "dateline"),)
        )
        ids[name] = writer.add_article(db, Reading(article, reports=reports_of(name)))
    stored = {name: queries.reports_of(db, source_id) for name, source_id in ids.items()}
    copied = stored.pop("wire-copy.txt")[0]
    whens = {copied.id: on(2023, 9, 2)}
    drafts = []
    for name, reports in stored.items():
        for kept, made in zip(reports, reports_of(name), strict=True):
            whens[kept.id] = made.when
            twice = made.title == "All hostages go free"
            figures = {c.field: Estimate(c.low, c.best, c.high) for c in made.claims if c.field in FIGURES}
            event = Event(
                0, made.title, made.event_type, made.sub_event_type, made.when, made.place, figures=figures,
                factuality=made.factuality, confidence=made.confidence, number_of_sources=1, num_reports=1 + twice,
                num_articles=1 + twice, disputed=("released",) if twice else (),
            )  # fmt: skip
            drafts.append(EventDraft(event, (kept.id, copied.id) if twice else (kept.id,)))
    published = {ids[name]: known for name, known in PUBLISHED.items() if known is not UNPUBLISHED}
    copies = {ids["wire-copy.txt"]: Copy(ids["guards-freed.txt"], 0.93)}
    writer.save_timeline(db, Timeline(published, {}, copies, whens, tuple(drafts)))


def make_store(path: Path) -> Path:
    """The store at ``path``."""
    with writing(path) as db:
        fill(db)
    return path


def make_empty_store(path: Path) -> Path:
    """A store without articles at ``path``."""
    with writing(path):
        return path
