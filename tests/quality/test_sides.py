"""Who did it, where voices agree and where they blame different sides: small corpora with keys, read as from files."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from importers.linking.corpus import build
from importers.readers import load, parse
from importers.run import analyse
from store.records.event import ACCUSED, Event
from store.records.linking import CorpusSource
from store.records.source import Source

CORPORA = tomllib.loads((Path(__file__).parent / "data" / "sides.toml").read_text(encoding="utf-8"))["corpus"]


def most_told(articles: list[str], folder: Path) -> Event:
    """The event that most of the articles tell of."""
    sources = []
    for number, text in enumerate(articles, 1):
        path = folder / f"{number}.txt"
        path.write_text(text + "\n", encoding="utf-8")
        reading = analyse(parse(load(path)))
        reports = tuple(
            replace(report, id=number * 100 + at, source_id=number) for at, report in enumerate(reading.reports)
        )
        source = Source(number, reading.article)
        sources.append(CorpusSource(source, reading.expressions, reports, reading.bounds, reading.signature))
    return max((draft.event for draft in build(sources).drafts), key=lambda event: event.num_articles)


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda corpus: corpus["name"])
def test_who_did_it_is_shown_with_every_side_that_is_blamed(corpus, tmp_path):
    event = most_told(corpus["articles"], tmp_path)
    assert event.num_articles == len(corpus["articles"])
    doers = [actor.name.lower() for actor in event.actors if actor.role == ACCUSED]
    assert len(doers) == len(corpus["doers"]), doers
    assert all(word in name for word, name in zip(corpus["doers"], doers, strict=True)), doers
    assert (ACCUSED in event.disputed) == corpus["disputed"]
