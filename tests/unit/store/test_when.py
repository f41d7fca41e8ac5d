"""Dates shown as sure as they are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.when import UNDATED, When
from store.when import describe, edtf, edtf_one_of, precision_of


def when(start: str, end: str, **marks: bool) -> When:
    first = date.fromisoformat(start) if start else None
    last = date.fromisoformat(end) if end else None
    return When(first, last, edtf(first, last, **marks), precision_of(first, last))


@pytest.mark.parametrize(
    ("start", "end", "marks", "code", "precision", "words"),
    [
        ("2023-08-31", "2023-08-31", {}, "2023-08-31", 1, "31 Aug 2023"),
        ("2023-08-31", "2023-08-31", {"disputed": True}, "2023-08-31?", 1, "31 Aug 2023?"),
        ("2023-08-31", "2023-08-31", {"disputed": True, "approximate": True}, "2023-08-31%", 1, "c. 31 Aug 2023?"),
        ("2023-09-02", "2023-09-04", {}, "2023-09-02/2023-09-04", 2, "2–4 Sep 2023"),
        ("2023-08-28", "2023-09-03", {}, "2023-08-28/2023-09-03", 3, "28 Aug – 3 Sep 2023"),
        ("2022-12-31", "2023-01-01", {}, "2022-12-31/2023-01-01", 2, "31 Dec 2022 – 1 Jan 2023"),
        ("2023-08-01", "2023-08-31", {}, "2023-08", 4, "Aug 2023"),
        ("2023-08-01", "2023-08-31", {"approximate": True}, "2023-08~", 4, "c. Aug 2023"),
        ("2023-06-01", "2023-08-31", {}, "2023-06/2023-08", 5, "Jun–Aug 2023"),
        ("2022-11-01", "2023-02-28", {}, "2022-11/2023-02", 5, "Nov 2022 – Feb 2023"),
        ("2022-01-01", "2022-12-31", {}, "2022", 5, "2022"),
        ("1990-01-01", "1999-12-31", {}, "1990/1999", 9, "1990–1999"),
        (
            "2023-08-16",
            "2023-10-14",
            {"one_day": True},
            "[2023-08-16..2023-10-14]",
            5,
            "between 16 Aug and 14 Oct 2023",
        ),
        (
            "2022-12-30",
            "2023-01-02",
            {"one_day": True},
            "[2022-12-30..2023-01-02]",
            2,
            "between 30 Dec 2022 and 2 Jan 2023",
        ),
        ("", "2023-08-19", {}, "../2023-08-19", 9, "before 20 Aug 2023"),
        ("2022-11-02", "", {}, "2022-11-02/..", 9, "from 2 Nov 2022"),
        ("", "", {}, "", 9, "no date"),
    ],
)
def test_words_code_and_precision(
    start: str, end: str, marks: dict[str, bool], code: str, precision: int, words: str
) -> None:
    made = when(start, end, **marks)
    assert (made.edtf, made.precision, describe(made)) == (code, precision, words)


def test_a_rounded_phrase_shows_its_centre_and_keeps_its_window() -> None:
    assert describe(When(date(2023, 8, 27), date(2023, 9, 2), "2023-08-30~", 3)) == "c. 30 Aug 2023"


def test_one_or_the_other() -> None:
    days = [date(2023, 8, 31), date(2023, 8, 30)]
    assert edtf_one_of(days) == "[2023-08-30,2023-08-31]"
    assert describe(When(min(days), max(days), edtf_one_of(days), 2)) == "30 or 31 Aug 2023"
    assert edtf_one_of(days[:1]) == "2023-08-31"
    assert edtf_one_of([]) == ""


def test_undated() -> None:
    assert describe(UNDATED) == "no date"


@given(st.none() | st.dates(), st.none() | st.dates(), st.booleans(), st.booleans(), st.booleans())
def test_any_days_can_be_described(
    a: date | None, b: date | None, approximate: bool, disputed: bool, one_day: bool
) -> None:
    start, end = (min(a, b), max(a, b)) if a and b else (a, b)
    code = edtf(start, end, approximate=approximate, disputed=disputed, one_day=one_day)
    assert describe(When(start, end, code, precision_of(start, end)))
