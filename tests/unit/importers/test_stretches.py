"""A text longer than any article: read in stretches, in time that grows with its length."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from importers.extraction.happenings import clusters
from importers.extraction.locating.parts import Part
from importers.extraction.locating.stretches import LONGEST_ARTICLE, in_stretches
from importers.language.tokens import sentences
from importers.linking import merging, publication, scales
from importers.linking.corpus import build
from importers.run import Finished, Imported, Progress, Step, analyse, import_paths, never
from store import queries
from store.connection import reading
from store.records.article import Article
from store.records.linking import CorpusSource
from store.records.source import Source
from store.records.timex import TimeExpression

NEWS = (
    "Guards held in Loja\n\nInmates took {0} guards hostage in Loja on Monday. The mayor, who was told of it at once, "
    "said that nobody had been hurt.\n\nPolice arrested {0} men in Manta on Friday. They denied it.\n\n"
    + "The road to the coast is long, and the people who live beside it sell fruit, fish and water to those who pass. "
    * 5
    + "\n\n"
)


def news(times: int) -> str:
    return "".join(NEWS.format(number) for number in range(2, times + 2))


def stretched(text: str) -> list[str]:
    found = sentences(text, "en")
    parts = [part.numbers for part in in_stretches([Part(range(len(found)))], found, text)]
    assert parts[0].start == 0
    assert parts[-1].stop == len(found)
    assert all(one.stop == other.start for one, other in pairwise(parts))
    return [text[found[part.start].span.start : found[part.stop - 1].span.end] for part in parts]


def article(text: str) -> Article:
    return Article("long.txt", "0", len(text), "text", "utf-8", text, language="en")


def test_a_long_text_is_parted_before_its_titles() -> None:
    parts = stretched(news(100))
    assert len(parts) > 4
    assert all(part.startswith("Guards held in Loja") for part in parts)


def test_an_article_is_not_parted() -> None:
    text = news(50)
    assert len(text) < LONGEST_ARTICLE
    assert len(stretched(text)) == 1
    assert not analyse(article(text)).article.notes


@pytest.mark.parametrize("between", ["\n\n", " "])
def test_a_text_without_titles_is_parted_between_paragraphs_or_sentences(between: str) -> None:
    parts = stretched(between.join(["The guards of the prison fled to Loja."] * 2000))
    assert len(parts) > 4
    assert all(part.startswith("The guards") for part in parts)


def test_who_imports_it_is_told() -> None:
    (note,) = analyse(article(news(100))).article.notes
    assert "read in stretches" in note


def test_twice_the_text_takes_twice_the_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    score = clusters._score

    def counted(*args: object) -> int:
        nonlocal compared
        compared += 1
        return score(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(clusters, "_score", counted)
    once = len(analyse(article(news(100))).reports), compared
    compared = 0
    twice = len(analyse(article(news(200))).reports), compared
    assert twice[0] > 1.9 * once[0] > 0
    assert twice[1] < 2.3 * once[1]


def steps(store: Path, file: Path, cancelled: Callable[[], bool] = never) -> list[Step]:
    return list(import_paths(store, [file], cancelled=cancelled))


def test_its_import_says_how_far_it_is_and_can_be_cancelled_within_it(tmp_path: Path) -> None:
    store, file = tmp_path / "own.db", tmp_path / "long.txt"
    file.write_text(news(100), encoding="utf-8")
    asked = iter([False, False, False])
    *_, last = stopped = steps(store, file, lambda: next(asked, True))
    assert [type(step) for step in stopped] == [Progress] * 3 + [Finished]
    assert isinstance(last, Finished)
    assert last.unread == (str(file),)
    with reading(store) as db:
        assert not list(queries.sources(db))
    whole = steps(store, file)
    shares = [step.share for step in whole if isinstance(step, Progress)]
    assert shares == sorted(set(shares))
    assert len(shares) > 4
    assert 0 == shares[0] < shares[1] <= shares[-1] < 1
    assert [step.path for step in whole if isinstance(step, Imported)] == [str(file)]


def test_the_import_of_a_short_one_says_no_more_than_that_it_begins(tmp_path: Path) -> None:
    file = tmp_path / "short.txt"
    file.write_text(news(1), encoding="utf-8")
    assert [type(step) for step in steps(tmp_path / "own.db", file)] == [Progress, Imported, Finished]


def linked(text: str) -> int:
    """How many events there are in one file."""
    read = analyse(article(text))
    reports = tuple(replace(report, id=number, source_id=1) for number, report in enumerate(read.reports, 1))
    alone = CorpusSource(Source(1, read.article), read.expressions, reports, read.bounds, read.signature)
    return len(build((alone,)).drafts)


def test_what_one_long_file_tells_is_compared_in_time_that_grows_with_its_length(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0
    weigh = merging.weigh

    def counted(*args: Any, **more: Any) -> Any:
        nonlocal compared
        compared += 1
        return weigh(*args, **more)

    monkeypatch.setattr(merging, "weigh", counted)
    monkeypatch.setattr(scales, "weigh", counted)
    events, once = linked(news(100)), compared
    compared = 0
    more, twice = linked(news(200)), compared
    assert more > 1.9 * events > 0
    assert once > 0
    assert twice < 2.3 * once


def test_the_phrases_that_may_tell_when_a_long_file_was_published_are_resolved_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resolved = 0
    resolve = publication.resolve

    def counted(expressions: Sequence[TimeExpression], *args: Any, **more: Any) -> Any:
        nonlocal resolved
        resolved += len(expressions)
        return resolve(expressions, *args, **more)

    monkeypatch.setattr(publication, "resolve", counted)
    freed = (
        "Inmates took {0} guards hostage in Loja on 5 May 2024.\n\nPolice freed the {0} guards on Tuesday, after the "
        "hostage-taking.\n\n"
    )
    events, once = linked("".join(freed.format(number) for number in range(2, 52))), resolved
    resolved = 0
    more, twice = linked("".join(freed.format(number) for number in range(2, 102))), resolved
    assert more > 1.9 * events > 0
    assert once > 0
    assert twice < 2.3 * once
