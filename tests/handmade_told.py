"""A hand-made store of a bombing that three sources tell differently: pictures of it depend on no extraction."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from handmade import on, report

from store import queries, writer
from store.connection import writing
from store.records.article import Article
from store.records.event import Estimate, Event
from store.records.linking import Copy, EventDraft, LikelyPair, Timeline
from store.records.place import Place
from store.records.published import Published
from store.records.reading import Reading
from store.records.report import Report
from store.records.when import When

MARKET = Place("EC", "Ecuador", "Guayas", "Guayaquil", "central market", -2.19, -79.88, 1)
ECUADOR = Place("EC", "Ecuador", geo_precision=6)
ARTICLES = {
    "harbour.txt": ("Bomb at the market", "Harbour News", date(2024, 3, 4),
                    "A car bomb at the central market killed two people on Monday and hurt 12, police said.\n"),
    "coast.txt": ("Toll of the bombing rises", "Coast Ledger", date(2024, 3, 5),
                  "The car bomb of Monday at the central market killed three people and hurt nine, a hospital said.\n"),
    "coast-reprint.txt": ("Toll of the bombing rises, says hospital", "Seed Wire", date(2024, 3, 6),
                          "The car bomb of Monday at the central market killed three people and hurt nine, it said.\n"),
    "austral.txt": ("A week of fear", "Austral", date(2024, 3, 7),
                    "At least eight were hurt this week in Ecuador when a bomb went off. Two men are held over it.\n"),
    "norte.txt": ("Arrests", "Diario Norte", date(2024, 3, 7),
                  "Two suspects were arrested on Wednesday in Guayaquil.\n"),
}  # fmt: skip


def _reports(name: str) -> tuple[Report, ...]:
    text = ARTICLES[name][3]
    first = text[: text.index(".") + 1]
    if name == "austral.txt":
        week = When(date(2024, 3, 3), date(2024, 3, 7), "2024-03-03/2024-03-07", 2)
        late = When(date(2024, 3, 6), date(2024, 3, 7), "2024-03-06/2024-03-07", 2)
        return (
            report(text, first, "explosive_device", week, "Bomb in Ecuador", ECUADOR, time="this week", cluster=1,
                   claims=(("injured", "At least eight", 8, None, None),)),
            report(text, "Two men are held over it.", "arrest", late, "Two men held over bombing", ECUADOR, cluster=2,
                   claims=(("arrested", "Two men", 2, 2, 2),)),
        )  # fmt: skip
    if name == "norte.txt":
        return (report(text, first, "arrest", on(2024, 3, 6), "Two suspects arrested in Guayaquil",
                       replace(MARKET, site=""), time="on Wednesday", cluster=1,
                       claims=(("arrested", "Two suspects", 2, 2, 2),)),)  # fmt: skip
    killed, injured = (("two people", 2), ("12", 12)) if name == "harbour.txt" else (("three people", 3), ("nine", 9))
    claims = (("killed", killed[0], *[killed[1]] * 3), ("injured", injured[0], *[injured[1]] * 3))
    title = "Car bomb at the central market, Guayaquil"
    return (report(text, first, "car_bomb", on(2024, 3, 4), title, MARKET, time="Monday", cluster=1, claims=claims),)


def make_store(path: Path) -> Path:
    """The store at ``path``."""
    with writing(path) as db:
        ids = {}
        for name, (title, outlet, _, text) in ARTICLES.items():
            digest = sha256(text.encode() + name.encode()).hexdigest()
            article = Article(f"articles/{name}", digest, len(text), "text", "utf-8", text, title, outlet=outlet)
            ids[name] = writer.add_article(db, Reading(article, reports=_reports(name)))
        stored = {name: queries.reports_of(db, number) for name, number in ids.items()}
        whens = {kept.id: made.when for name in ids for kept, made in zip(stored[name], _reports(name), strict=True)}
        harbour, coast, again, fear, held, arrested = (one.id for reports in stored.values() for one in reports)
        bombing = Event(
            0, "Car bomb at the central market, Guayaquil", "Explosions/Remote violence", "car_bomb", on(2024, 3, 4),
            MARKET, figures={"killed": Estimate(3, 3, 3), "injured": Estimate(9, 9, 12)}, confidence=0.95,
            number_of_sources=3, num_reports=4, num_articles=4, disputed=("injured",),
        )  # fmt: skip
        others = [_reports("austral.txt")[1], _reports("norte.txt")[0]]
        drafts = [EventDraft(bombing, (harbour, coast, again, fear))]
        for made, number in zip(others, (held, arrested), strict=True):
            event = replace(bombing, title=made.title, event_type=made.event_type, sub_event_type="arrest",
                            when=made.when, place=made.place, figures={"arrested": Estimate(2, 2, 2)},
                            number_of_sources=1, num_reports=1, num_articles=1, disputed=())  # fmt: skip
            drafts.append(EventDraft(event, (number,)))
        likely = (LikelyPair((held,), (arrested,), 3.9, ("same days", "both arrest", "both 2 arrested"),
                             "not enough evidence"),)  # fmt: skip
        published = {
            ids[name]: Published(day, day, day.isoformat(), "dateline", "stated", "dateline")
            for name, (_, _, day, _) in ARTICLES.items()
        }
        copies = {ids["coast-reprint.txt"]: Copy(ids["coast.txt"], 0.98)}
        writer.save_timeline(db, Timeline(published, {}, copies, whens, tuple(drafts), likely))
    return path
