"""Merging across articles, held to a floor on a corpus of our own writing (data/linking), read from files as a user's.

A pair is two articles that tell of one happening. Precision: of the pairs of articles whose sentences the program
joined in one event, how many tell of one happening by the key. Recall: of the pairs in the key, how many it joined.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import pytest

from importers.linking.corpus import build
from importers.readers import load, parse
from importers.run import analyse
from store.records.linking import CorpusSource, Timeline
from store.records.source import Source

DATA = Path(__file__).parent / "data" / "linking"
PRECISION, RECALL = 0.98, 0.85

Pair = tuple[str, str, str]
"""A happening and two files that tell of it."""


@dataclass(frozen=True)
class Told:
    """The corpus as read, and for each report the happening it tells of by the key ("" if the key names none)."""

    sources: tuple[CorpusSource, ...]
    happening: dict[int, str]
    file: dict[int, str]
    key: frozenset[Pair]
    voices: dict[str, int]


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> Told:
    return read_corpus(tmp_path_factory.mktemp("linking"))


@pytest.fixture(scope="module")
def linked(told) -> Timeline:
    return build(told.sources)


def read_corpus(folder: Path) -> Told:
    sources, happening, file, key, voices = [], {}, {}, {}, {}
    for path in sorted(DATA.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        voices |= data.get("voices", {})
        for article in data["article"]:
            target = folder / article["file"]
            target.write_text(article["text"].strip() + "\n", encoding="utf-8")
            reading = analyse(parse(load(target)))
            number = len(sources) + 1
            reports = []
            text = reading.article.text
            for report in reading.reports:
                report = replace(report, id=len(happening) + 1, source_id=number)
                happening[report.id] = _tells(text, report.start, report.end, report.trigger_start, article["tells"])
                file[report.id] = article["file"]
                reports.append(report)
            for name in article["tells"]:
                key.setdefault(name, []).append(article["file"])
            source = Source(number, reading.article)
            sources.append(CorpusSource(source, reading.expressions, tuple(reports), reading.bounds, reading.signature))
    pairs = frozenset((name, a, b) for name, files in key.items() for a, b in combinations(sorted(files), 2))
    return Told(tuple(sources), happening, file, pairs, voices)


def _tells(text: str, start: int, end: int, trigger: int, tells: dict[str, str]) -> str:
    """The happening whose words the evidence covers; of two in one sentence, the one whose words hold the trigger."""
    found = []
    for name, words in tells.items():
        at = text.find(words)
        if at >= 0 and start < at + len(words) and at < end:
            found.append((not at <= trigger < at + len(words), name))
    return min(found)[1] if found else ""


def joined(told: Told, linked: Timeline) -> Iterator[tuple[str, str, str, str]]:
    """The pairs of articles joined by an event: both happenings and both files."""
    for draft in linked.drafts:
        members = {(told.happening[member], told.file[member]) for member in draft.members if told.happening[member]}
        for (one, a), (other, b) in combinations(sorted(members, key=lambda entry: entry[1]), 2):
            if a != b:
                yield one, other, a, b


def score(told: Told, linked: Timeline) -> tuple[float, float, list[tuple[str, ...]], list[Pair]]:
    found = set(joined(told, linked))
    wrong = sorted(pair for pair in found if pair[0] != pair[1])
    right = {(one, a, b) for one, other, a, b in found if one == other}
    missed = sorted(told.key - right)
    return 1 - len(wrong) / (len(found) or 1), len(right & told.key) / len(told.key), wrong, missed


def test_the_corpus_is_large_enough(told):
    assert len(told.sources) >= 40
    assert len({name for name, _, _ in told.key}) >= 15


def test_merging_keeps_its_floor(told, linked):
    precision, recall, wrong, missed = score(told, linked)
    assert precision >= PRECISION, wrong
    assert recall >= RECALL, missed


def test_a_deed_taken_for_known_is_the_one_that_several_tell_of_in_those_words(told, linked):
    missed = score(told, linked)[3]
    assert not [pair for pair in missed if pair[0] == "nuns"]


def test_voices_are_counted_without_copies_and_agency_text(told, linked):
    counted: dict[str, int] = {}
    for draft in linked.drafts:
        for name in {told.happening[member] for member in draft.members} - {""}:
            counted[name] = max(counted.get(name, 0), draft.event.number_of_sources)
    missed = {name for name, _, _ in score(told, linked)[3]}
    for name, voices in told.voices.items():
        assert counted[name] <= voices, name
        assert counted[name] == voices or name in missed, name


def test_the_order_of_the_files_does_not_matter(told, linked):
    again = build(told.sources[::-1])
    assert {draft.members for draft in again.drafts} == {draft.members for draft in linked.drafts}
