"""The demo shows what the README promises of it: a copy, a false header, a missing date, figures that disagree.

And of the articles on November 2022, July 2023 and the murder of August 2023 each happening is one event.
"""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from importers.run import import_paths
from store import queries
from store.connection import reading
from store.filters import EVERYTHING, parse
from store.records.event import Event
from store.records.source import Source
from tui.demo import articles

GUAYAQUIL, FUNERAL = "2022-11-02_guayaquil-attacks.txt", "esmeraldas-noviembre.txt"
JULY, KILLED, VOTE = "guards-held-in-july.md", "2023-08-10_candidate-killed.txt", "security-vote.txt"
FREED, REPRINT, AFTER = "hostages-freed.txt", "hostages-freed-reprint.html", "what-comes-next.txt"


@dataclass(frozen=True)
class Row:
    """One happening: its type, its days, part of its place's names, its articles, what is counted of it."""

    type: str
    days: tuple[str, str]
    place: str
    articles: tuple[str, ...]
    figures: dict[str, int] = field(default_factory=dict)
    planned: bool = False


ROWS = {
    "five police officers killed": Row("killing", ("2022-11-01", "2022-11-01"), "Ecuador", (GUAYAQUIL,), {"killed": 5}),
    "six in all": Row("killing", ("2022-11-01", "2022-11-01"), "Ecuador", (FUNERAL,), {"killed": 6}),
    "four of them": Row("killing", ("2022-11-01", "2022-11-01"), "Guayaquil", (FUNERAL,), {"killed": 4}),
    "two car bombs": Row("car_bomb", ("2022-11-01", "2022-11-01"), "Guayaquil", (GUAYAQUIL,), {"devices": 2}),
    "one at a petrol station": Row(
        "car_bomb", ("2022-11-01", "2022-11-01"), "barrio Isla Piedad Esmeraldas", (FUNERAL,), {"devices": 1}
    ),
    "eight guards taken": Row(
        "hostage_taking", ("2022-11-01", "2022-11-01"), "Esmeraldas", (GUAYAQUIL, FUNERAL), {"held": 8}
    ),
    "eight guards freed": Row("hostage_release", ("2022-11-01", "2022-11-01"), "Esmeraldas", (GUAYAQUIL, FUNERAL)),
    "emergency in two provinces": Row(
        "state_of_emergency", ("2022-11-01", "2022-11-01"), "Guayas y Esmeraldas", (GUAYAQUIL, FUNERAL)
    ),
    "clash in the Litoral": Row(
        "armed_clash", ("2022-11-02", "2022-11-02"), "Litoral Penitentiary Guayaquil", (GUAYAQUIL,), {"killed": 2}
    ),
    "28 arrested": Row("arrest", ("2022-11-01", "2022-11-03"), "Ecuador", (GUAYAQUIL,), {"arrested": 28}),
    "five arrested": Row("arrest", ("2022-11-02", "2022-11-02"), "Ecuador", (FUNERAL,), {"arrested": 5}),
    "march": Row("peaceful_protest", ("2022-11-04", "2022-11-04"), "Esmeraldas", (FUNERAL,), planned=True),
    "fighting in the Litoral": Row(
        "armed_clash",
        ("2023-07-20", "2023-07-26"),
        "Litoral Penitentiary Guayaquil",
        (JULY, AFTER),
        {"killed": 31, "injured": 14},
    ),
    "96 guards taken": Row("hostage_taking", ("2023-07-24", "2023-07-24"), "five prisons", (JULY,), {"held": 96}),
    "96 guards freed": Row("hostage_release", ("2023-07-26", "2023-07-26"), "Ecuador", (JULY,), {"released": 96}),
    "emergency in the prisons": Row("state_of_emergency", ("2023-07-24", "2023-07-24"), "Ecuador", (JULY,)),
    "rifles seized": Row("weapons_seizure", ("2023-07-25", "2023-07-25"), "Ecuador", (JULY,)),
    "assassination": Row(
        "assassination",
        ("2023-08-09", "2023-08-09"),
        "Quito",
        (KILLED, FREED, REPRINT, VOTE),
        {"killed": 1, "injured": 9},
    ),
    "gunfight": Row("armed_clash", ("2023-08-08", "2023-08-10"), "Quito", (KILLED,), {"killed": 1}),
    "six arrested": Row("arrest", ("2023-08-10", "2023-08-10"), "Quito", (KILLED,), {"arrested": 6}),
    "emergency in the country": Row("state_of_emergency", ("2023-08-10", "2023-08-10"), "Ecuador", (KILLED, VOTE)),
    "election": Row("election", ("2023-08-20", "2023-08-20"), "Ecuador", (VOTE,), planned=True),
    "runoff": Row("election", ("2023-10-15", "2023-10-15"), "Ecuador", (FREED, REPRINT, VOTE, AFTER), planned=True),
}


@dataclass(frozen=True)
class Demo:
    sources: dict[str, Source]
    """By file name."""
    events: tuple[Event, ...]
    disputed: tuple[Event, ...]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    store = tmp_path_factory.mktemp("demo") / "store.db"
    with articles() as folder:
        for _ in import_paths(store, [folder]):
            pass
    with reading(store) as db:
        sources = {Path(source.article.path).name: source for source in queries.sources(db)}
        return Demo(sources, tuple(queries.events(db, EVERYTHING)), tuple(queries.events(db, parse("is:disputed"))))


def is_told_by(row: Row, event: Event, sources: dict[str, Source]) -> bool:
    """Say whether an event is a row's, in all that the row says of it."""
    start, end = event.when.start, event.when.end
    place = f"{event.place.site} {event.place.location} {event.place.admin1} {event.place.country_name}".split()
    told = {name for name, source in sources.items() if source.id in {report.source_id for report in event.reports}}
    counted = {name: event.figures[name].best for name in row.figures if name in event.figures}
    return (
        event.sub_event_type == row.type
        and not event.candidate
        and start is not None
        and end is not None
        and row.days[0] <= str(start) <= str(end) <= row.days[1]
        and set(row.place.split()) <= {word.strip(",") for word in place}
        and told == set(row.articles)
        and counted == row.figures
        and (event.factuality == "planned") == row.planned
    )


@pytest.mark.parametrize("name", ROWS)
def test_every_happening_is_one_event(demo: Demo, name: str) -> None:
    row = ROWS[name]
    near = [(one.ref, one.title, one.when.edtf) for one in demo.events if one.sub_event_type == row.type]
    assert sum(is_told_by(row, event, demo.sources) for event in demo.events) == 1, near


def test_a_reprint_is_folded_under_its_original(demo: Demo) -> None:
    sources = demo.sources
    copies = {name: source.copy_of for name, source in sources.items() if source.copy_of is not None}
    assert copies == {"hostages-freed-reprint.html": sources["hostages-freed.txt"].id}


def test_a_header_months_too_late_is_contradicted_and_a_missing_date_bounded(demo: Demo) -> None:
    sources = demo.sources
    vote = sources["security-vote.txt"].published
    assert (vote.status, str(vote.start)) == ("contradicted", "2023-12-18")
    assert "2023-08-10 and 2023-08-16" in vote.why
    following = sources["what-comes-next.txt"].published
    assert following.status == "inferred"
    assert "2023-09-03" <= str(following.start) <= str(following.end) <= "2023-10-14"


def test_figures_that_disagree_are_disputed(demo: Demo) -> None:
    sources, disputed = demo.sources, demo.disputed
    bombs = next(event for event in disputed if event.sub_event_type == "car_bomb" and event.place.location == "Quito")
    assert "injured" in bombs.disputed
    assert (bombs.figures["injured"].low, bombs.figures["injured"].high) == (2, 3)
    said = {report.source_id for report in bombs.reports if any(claim.field == "injured" for claim in report.claims)}
    assert said == {sources["car-bombs-quito.txt"].id, sources["coches-bomba.md"].id}
