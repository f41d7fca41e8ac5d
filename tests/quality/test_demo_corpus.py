"""The demo shows what the README promises of it: a copy, a false header, a missing date, figures that disagree."""

from pathlib import Path

import pytest

from importers.run import import_paths
from store import queries
from store.connection import reading
from store.filters import parse
from store.records.event import Event
from store.records.source import Source
from tui.demo import articles


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Source], tuple[Event, ...]]:
    """The demo's sources by file name, and its disputed events."""
    store = tmp_path_factory.mktemp("demo") / "store.db"
    with articles() as folder:
        for _ in import_paths(store, [folder]):
            pass
    with reading(store) as db:
        sources = {Path(source.article.path).name: source for source in queries.sources(db)}
        return sources, tuple(queries.events(db, parse("is:disputed")))


def test_a_reprint_is_folded_under_its_original(demo) -> None:
    sources, _ = demo
    copies = {name: source.copy_of for name, source in sources.items() if source.copy_of is not None}
    assert copies == {"hostages-freed-reprint.html": sources["hostages-freed.txt"].id}


def test_a_header_months_too_late_is_contradicted_and_a_missing_date_bounded(demo) -> None:
    sources, _ = demo
    vote = sources["security-vote.txt"].published
    assert (vote.status, str(vote.start)) == ("contradicted", "2023-12-18")
    assert "2023-08-10 and 2023-08-16" in vote.why
    following = sources["what-comes-next.txt"].published
    assert following.status == "inferred"
    assert "2023-09-03" <= str(following.start) <= str(following.end) <= "2023-10-14"


def test_figures_that_disagree_are_disputed(demo) -> None:
    sources, disputed = demo
    bombs = next(event for event in disputed if event.sub_event_type == "car_bomb" and event.place.location == "Quito")
    assert "injured" in bombs.disputed
    assert (bombs.figures["injured"].low, bombs.figures["injured"].high) == (2, 3)
    said = {report.source_id for report in bombs.reports if any(claim.field == "injured" for claim in report.claims)}
    assert said == {sources["car-bombs-quito.txt"].id, sources["coches-bomba.md"].id}
