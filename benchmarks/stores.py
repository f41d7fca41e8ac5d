"""Synthetic stores, the same from the same numbers, written through the store's own functions.

    python benchmarks/stores.py OUT.db [--events 100000] [--seed 1]

Ten events an article and 200 outlets, from 2015 to 2024. Words follow a Zipf-Mandelbrot law over a vocabulary of
50,000 (English at its head, made-up syllables in its tail), so that document frequencies look like those of text: "the"
is in three events of five and in every article, "zanzibar" in twenty events. A tenth of the events look back up to two
years, a tenth is known to the month only, one in fifty not at all; a tenth are candidates; one in seven is told by two
articles.
"""

import argparse
import itertools
import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from store.connection import Database, writing
from store.records.article import Article, DateCandidate
from store.records.event import Actor, Estimate, Event
from store.records.linking import Copy, EventDraft, Timeline
from store.records.place import Place
from store.records.published import Published
from store.records.reading import Reading
from store.records.report import Claim, Report
from store.records.span import Span
from store.records.timex import TimeExpression
from store.records.when import UNDATED, When
from store.writer import add_article, save_timeline

HEAD_TEXT = """
the of and to in a for on that with by as at from is was said has be it its an after are were his have this not but
who will had been their he which over they more new one or two than about up out last would into other year when all
under before against between first years during could since three also people some where government week police
month officials state per while because president city minister court workers party law election report deal talks
strike protest union prison guards inmates hostages gang riot army border attack fire vote council mayor prosecutor
judge trial charges arrested killed injured wounded rescued evacuated signed announced rejected opened closed
suspended resigned appointed ordered warned denied claimed confirmed agreed accused sentenced bomb car explosive
device grenade dynamite bridge road port airport province region capital village coast emergency declared transfer
operation soldiers weapons seized released freed convoy custody suspects minor ministry interior security candidate
campaign
"""
HEAD = HEAD_TEXT.split()
RARE = "zanzibar"
TYPES = (
    ("Explosions/Remote violence", "car_bomb"),
    ("Explosions/Remote violence", "explosive_device"),
    ("Violence against civilians", "hostage_taking"),
    ("Violence against civilians", "attack"),
    ("Riots", "prison_riot"),
    ("Protests", "peaceful_protest"),
    ("Strategic developments", "hostage_release"),
    ("Strategic developments", "arrest"),
    ("Strategic developments", "state_of_emergency"),
    ("Battles", "armed_clash"),
)
COUNTRIES = (("EC", "Ecuador"), ("CO", "Colombia"), ("PE", "Peru"), ("MX", "Mexico"), ("SV", "El Salvador"))
PER_ARTICLE = 10
FIRST, LAST = date(2015, 1, 1), date(2024, 12, 31)


class Words:
    """Words by their frequency."""

    def __init__(self, rng: random.Random, size: int = 50_000) -> None:
        onset = [
            "b",
            "br",
            "c",
            "ch",
            "cl",
            "d",
            "dr",
            "f",
            "fl",
            "g",
            "gr",
            "h",
            "j",
            "k",
            "l",
            "m",
            "n",
            "p",
            "pl",
            "r",
            "s",
            "sh",
            "st",
            "t",
            "tr",
            "v",
            "w",
            "z",
        ]
        words = dict.fromkeys(HEAD)
        while len(words) < size:
            parts = rng.choices(onset, k=2) + [
                rng.choice(["a", "e", "i", "o", "u", "ai", "ea", "io"]) for _ in range(2)
            ]
            word = parts[0] + parts[2] + parts[1] + parts[3] + rng.choice(("", "n", "r", "s", "nd"))
            words.setdefault(word)
        self._rng = rng
        self._words = list(words)
        self._cumulated = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(1, size + 1)))
        self.names = [word.capitalize() for word in self._words[len(HEAD) : len(HEAD) + 4_000]]

    def sentence(self, least: int, most: int) -> str:
        words = self._rng.choices(self._words, cum_weights=self._cumulated, k=self._rng.randint(least, most))
        return " ".join(words).capitalize() + "."


def build(path: Path, events: int, seed: int = 1) -> None:
    """Write a store of this many events."""
    articles = max(1, events // PER_ARTICLE)
    made = Maker(events, articles, random.Random(seed))
    with writing(path) as db:
        for number in range(1, articles + 1):
            add_article(db, made.reading(number))
        save_timeline(db, made.timeline(db))
        db.execute("ANALYZE")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


class Maker:
    """Makes readings, and of the events told in them the timeline."""

    def __init__(self, events: int, articles: int, rng: random.Random) -> None:
        self._rng = rng
        self._articles = articles
        self._words = Words(rng)
        self._places = [
            Place(
                code,
                name,
                f"{rng.choice(self._words.names)} province",
                rng.choice(self._words.names),
                "",
                1.0,
                -78.0,
                1,
            )
            for code, name in rng.choices(COUNTRIES, k=600)
        ]
        self._rare = set(rng.sample(range(events), min(20, events)))
        self._told: list[tuple[Event, list[int]]] = []
        """Each event with the numbers of its reports, in the order of writing."""
        self._reports = 0

    def reading(self, number: int) -> Reading:
        rng = self._rng
        day = self.published(number)
        title = self._words.sentence(6, 12)
        parts, reports, length = [title + "\n\n"], [], len(title) + 2
        for _ in range(PER_ARTICLE):
            told = self._event(day)
            reports.append(self._report(told, self._sentence(len(self._told) - 1), length, len(reports)))
            parts.append(reports[-1][1] + " ")
            length += len(parts[-1])
            filler = self._words.sentence(8, 16)
            if rng.random() < 0.15 and len(self._told) > 200:
                again = self._told[-rng.randint(20, 200)]
                reports.append(self._report(again, filler, length, len(reports)))
            parts.append(filler + "\n")
            length += len(filler) + 1
        text = "".join(parts)
        outlet = f"Outlet {min(199, int(rng.paretovariate(0.8)))}"
        article = Article(
            path=f"/articles/{day:%Y/%m}/{number:06d}.txt",
            sha256=sha256(f"{number}".encode()).hexdigest(),
            size=len(text),
            format="text",
            encoding="utf-8",
            text=text,
            title=title,
            title_span=Span(0, len(title)),
            outlet=outlet,
            language="en",
            candidates=(DateCandidate("dateline", day, day, f"{day:%d %b}", "dateline"),),
        )
        expressions = tuple(
            TimeExpression(report.start, report.start + 9, "on Monday", "DATE", "weekday") for report, _ in reports
        )
        return Reading(article, expressions, tuple(report for report, _ in reports), (), b"\0" * 128)

    def published(self, number: int) -> date:
        return FIRST + timedelta(days=number * (LAST - FIRST).days // self._articles)

    def _event(self, published: date) -> tuple[Event, list[int]]:
        rng = self._rng
        kind, sub = rng.choice(TYPES)
        back = rng.randint(0, 730) if rng.random() < 0.1 else rng.randint(0, 3)
        day = max(FIRST, published - timedelta(days=back))
        killed = rng.randint(1, 40) if rng.random() < 0.4 else None
        event = Event(
            id=0,
            title=self._words.sentence(4, 9).rstrip("."),
            event_type=kind,
            sub_event_type=sub,
            when=self._when(day),
            place=rng.choice(self._places),
            actors=(Actor(rng.choice(self._words.names), "actor1", "gang"),) if rng.random() < 0.5 else (),
            figures={"killed": Estimate(killed, killed, killed)} if killed else {},
            confidence=0.3 if rng.random() < 0.1 else 0.9,
            number_of_sources=1,
            num_reports=1,
            num_articles=1,
            disputed=("killed",) if rng.random() < 0.02 else (),
        )
        self._told.append((event, []))
        return self._told[-1]

    def _when(self, day: date) -> When:
        chance = self._rng.random()
        if chance < 0.02:
            return UNDATED
        chain = (f'"{day:%A}"', "published (dateline)", "prefer past")
        if chance < 0.12:
            first = day.replace(day=1)
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            return When(first, last, f"{first:%Y-%m}", 4, chain)
        return When(day, day, day.isoformat(), 1, chain)

    def _sentence(self, event: int) -> str:
        text = self._words.sentence(10, 30)
        return f"{text[:-1]} {RARE}." if event in self._rare else text

    def _report(self, told: tuple[Event, list[int]], text: str, start: int, number: int) -> tuple[Report, str]:
        event, members = told
        self._reports += 1
        members.append(self._reports)
        killed = event.figures.get("killed")
        claims = (
            [Claim("killed", str(killed.best), text[:5], start, start + 5, killed.low, killed.best, killed.high)]
            if killed
            else []
        )
        report = Report(
            start=start,
            end=start + len(text),
            sentence_no=number,
            trigger=text[:3],
            trigger_start=start,
            trigger_end=start + 3,
            event_type=event.event_type,
            sub_event_type=event.sub_event_type,
            factuality="happened",
            confidence=event.confidence,
            claims=tuple(claims),
            place=event.place,
            title=event.title,
        )
        return report, text

    def timeline(self, db: Database) -> Timeline:
        days = {number: self.published(number) for number in range(1, self._articles + 1)}
        published = {
            n: Published(day, day, day.isoformat(), "dateline", "stated", "dateline") for n, day in days.items()
        }
        copies = {n: Copy(n - 1, 0.95) for n in range(20, self._articles + 1, 20)}
        whens = {report: event.when for event, members in self._told for report in members}
        return Timeline(published, {}, copies, whens, tuple(self._drafts()))

    def _drafts(self) -> Iterator[EventDraft]:
        for event, members in self._told:
            yield EventDraft(event, tuple(members))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.out.exists():
        parser.error(f"{options.out} is already there")
    started = time.perf_counter()
    build(options.out, options.events, options.seed)
    megabytes = options.out.stat().st_size / 1e6
    print(f"{options.events} events in {time.perf_counter() - started:.0f} s, {megabytes:.0f} MB")


if __name__ == "__main__":
    main()
