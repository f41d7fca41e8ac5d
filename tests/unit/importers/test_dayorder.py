"""Which number of "11/06/2026" is the day: what the article, its outlet and its folder tell of it."""

import hashlib
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from importers.article import build as article_of
from importers.dating.expressions import find
from importers.dating.fulldates import day_comes_first
from importers.dating.resolve import resolve
from importers.document import Document, Metadata
from importers.linking.corpus import build
from importers.run import analyse
from store.records.linking import CorpusSource, Timeline
from store.records.source import Source

JUNE, NOVEMBER = date(2026, 6, 11), date(2026, 11, 6)
NEWS = "Published: {day}\n\nGunmen killed two guards in {town} on Monday, police said of it to those who had come."
BY_LANGUAGE = "header line (day and month told apart by the language)"


def told(
    day: str, outlet: str = "Harbour Post", *, town: str = "Loja", folder: str = "", url: str = ""
) -> CorpusSource:
    text = NEWS.format(day=day, town=town)
    number = int(hashlib.sha256(f"{text}{outlet}{folder}{url}".encode()).hexdigest()[:8], 16)
    article = article_of(
        Document(text, Metadata(outlet=outlet, url=url)),
        path=f"{folder}/{number}.txt",
        sha256=f"{number:064}",
        size=1,
        format="text",
        encoding="utf-8",
    )
    read = analyse(article)
    reports = tuple(
        replace(report, id=number * 100 + at, source_id=number) for at, report in enumerate(read.reports, 1)
    )
    return CorpusSource(Source(number, read.article), read.expressions, reports, read.bounds, read.signature)


def day_of(one: CorpusSource, *others: CorpusSource) -> tuple[date | None, str]:
    published = build([one, *others]).published[one.source.id]
    return published.start, published.why


def test_an_article_of_the_outlet_tells_and_its_phrases_follow() -> None:
    one = told("11/06/2026")
    timeline = build([one, told("23/06/2026", town="Manta"), told("24/06/2026", "HARBOUR POST", town="Quito")])
    why = "header line (day and month told apart by 2 other articles of Harbour Post, day first)"
    assert (timeline.published[one.source.id].start, timeline.published[one.source.id].why) == (JUNE, why)
    assert timeline.whens[one.reports[0].id].start == date(2026, 6, 8), "the Monday before"
    assert [(it.start, it.verdict) for it in timeline.candidates[one.source.id]] == [
        (NOVEMBER, "weaker"),
        (JUNE, "chosen"),
    ]


@pytest.mark.parametrize(
    "others",
    [
        [],
        [told("12/06/2026", town="Manta")],
        [told("23/06/2026", "River Post", town="Manta")],
        [told("23/06/2026", town="Manta"), told("06/23/2026", town="Quito")],
        [told("2026-06-23", town="Manta")],
        [told("23.06.2026", town="Manta")],
    ],
    ids=["alone", "tells nothing", "another outlet", "disagree", "year first", "with dots"],
)
def test_where_nothing_tells_or_an_outlet_disagrees_the_language_decides(others: list[CorpusSource]) -> None:
    assert day_of(told("11/06/2026"), *others) == (NOVEMBER, BY_LANGUAGE)


def test_a_folder_is_asked_for_an_article_that_names_no_outlet_and_for_no_other() -> None:
    teller = told("23/06/2026", "", folder="news", town="Manta")
    why = "header line (day and month told apart by 1 other article of its folder, day first)"
    assert day_of(told("11/06/2026", "", folder="news"), teller) == (JUNE, why)
    assert day_of(told("11/06/2026", "", folder="other"), teller) == (NOVEMBER, BY_LANGUAGE)
    assert day_of(told("11/06/2026", "Harbour Post", folder="news"), teller) == (NOVEMBER, BY_LANGUAGE)


def test_what_the_file_says_of_its_day_otherwise_tells_of_it_and_of_its_outlet() -> None:
    dated = told("10/06/2026", url="https://post.example/2026/06/10/fire.html")
    assert day_of(told("11/06/2026", url="https://post.example/a"), dated)[0] == JUNE


def test_the_reading_that_its_own_text_excludes_gives_way_to_the_other() -> None:
    one = told("02/11/2026", town="Loja. A judge was killed on 5 September 2026 in Manta")
    published = build([one]).published[one.source.id]
    assert (published.start, published.status) == (date(2026, 11, 2), "stated")
    assert "“was killed on 5 September 2026”" in published.why
    assert day_of(told("02/11/2026", town="Loja. A judge was killed on 5 January 2026 in Manta"))[0] == date(
        2026, 2, 11
    )


def test_neither_order_nor_an_earlier_import_changes_what_comes_out() -> None:
    articles = [told("11/06/2026"), told("23/06/2026", town="Manta"), told("05/06/2026", town="Quito")]

    def days(timeline: Timeline) -> list[object]:
        return [
            (key, timeline.published[key], timeline.candidates[key])
            for key in sorted(one.source.id for one in articles)
        ]

    once = days(build(articles))
    assert all(days(build(order)) == once for order in permutations(articles))
    first = build([articles[0], articles[2]])
    stored = [
        replace(
            one,
            source=replace(
                one.source,
                article=replace(
                    one.source.article,
                    candidates=first.candidates.get(one.source.id, one.source.article.candidates),
                ),
            ),
        )
        for one in articles
    ]
    assert days(build(stored)) == once


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("A guard was killed on 11/06/2026. A man was arrested on 23/06/2026.", "en", [JUNE, date(2026, 6, 23)]),
        ("A guard was killed on 11/06/2026. A man was arrested on 12/06/2026.", "en", [NOVEMBER, date(2026, 12, 6)]),
        ("Killed on 11/06/2026, buried on 23/06/2026, told 06/24/2026.", "en", [NOVEMBER]),
        ("Un guardia murió el 11/06/2026. Lo detuvieron el 12/06/2026.", "es", [JUNE]),
        ("Un guardia murió el 11/06/2026. Lo detuvieron el 06/23/2026.", "es", [NOVEMBER]),
    ],
    ids=["told", "not told", "disagreeing", "Spanish", "Spanish told"],
)
def test_a_date_in_a_text_is_read_as_those_in_it_that_can_be_read_in_one_way(
    text: str, language: str, days: list[date]
) -> None:
    found = [timex.when.start for timex in resolve(find(text, language), None)]
    assert found[: len(days)] == days


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("on 23/06/2026", True),
        ("on 06-23-2026", False),
        ("on 11/06/2026", None),
        ("on 23/06/2026 and 06/24/2026", None),
        ("page 1/23/06/2026", None),
        ("0/23/2026", None),
        ("40/06/2026", None),
        ("23/06-2026", None),
    ],
)
def test_only_dates_that_can_be_read_in_one_way_tell(text: str, first: bool | None) -> None:
    assert day_comes_first(text) is first
