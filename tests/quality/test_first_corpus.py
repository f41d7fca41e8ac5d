"""The five articles that the program was first wanted for: every happening is one event, placed and cited.

Days are asked where a row has them, of those that no text dates the days that the texts leave them.

The articles lie beside the project (``../shared/seeds``) and are no part of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from importers.byhand import set_published
from importers.run import import_paths
from store import queries
from store.connection import reading
from store.filters import EVERYTHING
from store.records.event import Event
from store.records.source import Source

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the articles are not at {SEEDS}")

PUBLISHED = {"000": "2023-09-02", "001": "2023-09-04", "002": "2023-09-03", "003": "2023-09-04", "004": "2022-11-04"}


@dataclass(frozen=True)
class Row:
    """One happening: its possible types, its articles, and what must be said of it.

    Part of a place's name is enough; ``first`` and ``last`` are the days that its date must lie within, ``undated``
    says that it must have none.
    """

    types: str
    articles: str
    place: str = "Ecuador"
    first: str = ""
    last: str = ""
    figures: dict[str, int] = field(default_factory=dict)
    factuality: str = "happened background ongoing"
    undated: bool = False


ROWS = {
    "gangs clash in the prison": Row(
        "armed_clash prison_riot", "004", "Guayaquil", "2022-11-02", "2022-11-02", {"killed": 2, "injured": 6}
    ),
    "emergency in two provinces": Row("state_of_emergency", "004", "Guayas", "2022-11-02", "2022-11-02"),
    "operation to retake the prison": Row(
        "military_operation government_regains_territory",
        "004",
        "Guayaquil",
        "2022-11-02",
        "",
        {"injured": 7, "personnel": 2000},
    ),
    "security council": Row("meeting", "004", "Guayaquil", "2022-11-03", "2022-11-03"),
    "guards freed in July": Row(
        "hostage_release hostage_rescue military_operation",
        "002",
        "Ecuador",
        "2023-07-01",
        "2023-07-31",
        {"released rescued": 106},
    ),
    "uprising": Row("prison_riot", "002", "Guayaquil", figures={"killed": 31}, undated=True),
    "assassination": Row("assassination", "000 001 002 003", "Ecuador", "2023-08-09", "2023-08-09"),
    "emergency after the assassination": Row("state_of_emergency", "002", "Ecuador", "2023-08-09", "2023-08-10"),
    "operation in Latacunga": Row(
        "military_operation", "002", "Latacunga", "2023-08-30", "2023-08-31", {"personnel": 2200}
    ),
    "hostages taken": Row("hostage_taking", "000 001 002 003", "Ecuador", "2023-08-31", "2023-08-31", {"held": 57}),
    "car bombs at the prison service": Row("car_bomb", "000 001 002 003", "Quito", "2023-08-31", "2023-08-31"),
    "car bombs in El Oro": Row("car_bomb", "000 001 003", "El Oro", "2023-08-31", "2023-09-02", {"devices": 2}),
    "device in Cuenca": Row("explosive_device", "000 001 003", "Cuenca", "2023-08-31", "2023-09-02"),
    "gas tank in Napo": Row("explosive_device", "000 001 003", "Napo", "2023-08-31", "2023-09-02"),
    "bridge in El Oro": Row("explosive_device", "000", "El Oro", "2023-09-01", "2023-09-01"),
    "six arrested": Row("arrest charges_ruling", "000 001 002 003", "Quito", figures={"arrested": 6}),
    "four arrested": Row("arrest", "000 001 003", "Napo", figures={"arrested": 4}),
    "44 released": Row("hostage_release", "000 001 003", "Cuenca", "2023-08-31", "2023-09-02", {"released": 44}),
    "all 57 free": Row("hostage_release", "000 001 002 003", "Ecuador", "2023-09-02", "2023-09-02", {"released": 57}),
    "runoff": Row("election", "001 003", "Ecuador", "2023-10-15", "2023-10-15", factuality="planned"),
}


@dataclass(frozen=True)
class Corpus:
    events: tuple[Event, ...]
    sources: dict[int, Source]

    def articles(self, event: Event) -> str:
        names = {Path(self.sources[report.source_id].article.path).name[:3] for report in event.reports}
        return " ".join(sorted(names))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    store = tmp_path_factory.mktemp("seeds") / "store.db"
    for _ in import_paths(store, [SEEDS]):
        pass
    for file in sorted(SEEDS.iterdir()):
        set_published(store, file.name, PUBLISHED[file.name[:3]])
    with reading(store) as db:
        yield Corpus(tuple(queries.events(db, EVERYTHING)), {source.id: source for source in queries.sources(db)})


def faults(row: Row, event: Event, articles: str) -> list[str]:
    """What an event lacks to be a row's, a word each; [] if it is the row's."""
    found = []
    place = event.place
    if event.sub_event_type not in row.types.split():
        found.append("type")
    if event.candidate:
        found.append(f"weak {event.confidence:.2f}")
    if row.place not in f"{place.site} {place.location} {place.admin1} {place.country_name}":
        found.append(f"place {place.site}/{place.location}/{place.admin1}/{place.country_name}")
    start, end = event.when.start, event.when.end
    if row.first and (start is None or start < date.fromisoformat(row.first)):
        found.append(f"from {start}")
    if row.last and (end is None or end > date.fromisoformat(row.last)):
        found.append(f"to {end}")
    if row.undated and event.when.dated:
        found.append(f"dated {event.when.edtf}")
    for names, number in row.figures.items():
        said = [event.figures[name] for name in names.split() if name in event.figures]
        if not any(number in (estimate.low, estimate.best, estimate.high) for estimate in said):
            found.append(f"{names} {said}")
    if event.factuality not in row.factuality.split():
        found.append(event.factuality)
    if articles != row.articles:
        found.append(f"articles {articles}")
    return found


@pytest.mark.parametrize("name", ROWS)
def test_every_happening_is_one_event(corpus: Corpus, name: str) -> None:
    row = ROWS[name]
    near = [(faults(row, event, corpus.articles(event)), event) for event in corpus.events]
    same_kind = sorted(((len(f), f, event.ref, event.title) for f, event in near if "type" not in f))
    right = [event for found, event in near if not found]
    assert len(right) == 1, same_kind[:4]


def test_near_copies_are_folded_and_count_as_one_voice(corpus: Corpus) -> None:
    copies = [source for source in corpus.sources.values() if source.copy_of is not None]
    assert [Path(copy.article.path).name[:3] for copy in copies] in (["001"], ["003"])
    for event in corpus.events:
        if corpus.articles(event) == "001 003":
            assert event.number_of_sources == 1


def test_another_crisis_keeps_its_own_events(corpus: Corpus) -> None:
    for event in corpus.events:
        assert corpus.articles(event) == "004" or "004" not in corpus.articles(event), event.title
