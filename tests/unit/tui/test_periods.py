from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.panes.periods import (
    ZOOMS,
    Gap,
    Heading,
    axis,
    density,
    first_day,
    gap_text,
    heading_text,
    label,
    last_day,
    levels,
    plan,
    row_of_day,
)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


DAYS = ((day("2022-11-02"), 2), (day("2023-07-01"), 1), (day("2023-08-31"), 3), (day("2023-09-02"), 2))


def lines_of(zoom, days=DAYS, undated=0):
    made = plan(days, undated, zoom)
    shown = []
    for line in range(made.lines):
        match made.at(line):
            case Heading() as heading:
                shown.append(heading_text(heading, zoom))
            case Gap(days=empty):
                shown.append(gap_text(empty))
            case row:
                shown.append(row)
    return shown


def test_events_stand_under_the_heading_of_their_day_and_long_gaps_are_named():
    assert lines_of("day", undated=1) == [
        "Wednesday 2 November 2022", 0, 1,
        "8 months without an event",
        "Saturday 1 July 2023", 2,
        "Thursday 31 August 2023", 3, 4, 5,
        "Saturday 2 September 2023", 6, 7,
        "No date", 8,
    ]  # fmt: skip
    every_month = tuple((day("2020-01-01") + 30 * at, 1) for at in range(12))
    assert not any("without" in str(line) for line in lines_of("day", every_month))


@pytest.mark.parametrize(
    ("zoom", "headings"),
    [
        ("week", ["31 Oct – 6 Nov 2022", "26 Jun – 2 Jul 2023", "28 Aug – 3 Sep 2023"]),
        ("month", ["November 2022", "July 2023", "August 2023", "September 2023"]),
        ("year", ["2022", "2023"]),
    ],
)
def test_longer_periods_gather_days(zoom, headings):
    assert [line for line in lines_of(zoom) if isinstance(line, str) and "without" not in line] == headings


@given(
    st.lists(st.tuples(st.integers(700_000, 740_000), st.integers(1, 9)), max_size=40, unique_by=lambda d: d[0]),
    st.integers(0, 5),
    st.sampled_from(ZOOMS),
)
def test_lines_and_rows_find_each_other(days, undated, zoom):
    made = plan(sorted(days), undated, zoom)
    rows = sum(count for _, count in days) + undated
    assert made.rows == rows
    assert [made.at(made.line_of(row)) for row in range(rows)] == list(range(rows))
    found = [at for at in map(made.at, range(made.lines)) if isinstance(at, int)]
    assert found == list(range(rows))
    assert made.rows_between(0, made.lines) == (0, rows)
    for line in range(0, made.lines, 3):
        first, stop = made.rows_between(line, line + 7)
        inside = [at for at in map(made.at, range(line, min(line + 7, made.lines))) if isinstance(at, int)]
        assert inside == list(range(first, stop))[: len(inside)]
        assert len(inside) == stop - first
    assert made.at(made.lines) is None


@given(st.integers(1, date.max.toordinal()), st.sampled_from(ZOOMS))
def test_a_period_holds_its_days(on, zoom):
    first = first_day(on, zoom)
    assert first <= on <= last_day(first, zoom)
    assert first_day(last_day(first, zoom), zoom) == first


def test_stepping_over_gaps_and_periods():
    made = plan(((10_000, 2), (10_001, 1), (10_100, 3), (10_101, 1), (10_102, 1)), 0, "day")
    assert [gap for gap in made.gaps if gap] == [98]
    assert made.next_gap(0, 1) == 3
    assert made.next_gap(3, 1) is None
    assert made.next_gap(7, -1) == 2
    assert made.next_gap(1, -1) is None
    assert (made.step_period(0, 1), made.step_period(4, -1), made.step_period(3, -1)) == (2, 3, 2)


@pytest.mark.parametrize(
    ("days", "said"),
    [(10, "10 days"), (20, "3 weeks"), (270, "9 months"), (61, "2 months"), (1100, "3 years"), (1, "1 day")],
)
def test_gaps_in_words(days, said):
    assert gap_text(days) == f"{said} without an event"


def test_labels_say_what_the_heading_leaves_open():
    on = day("2023-08-31")
    assert [label(on, zoom) for zoom in ZOOMS] == ["", "Thu 31", "Thu 31", "31 Aug"]


def test_the_density_strip():
    bins = density(DAYS, DAYS[0][0], DAYS[-1][0], 10)
    assert sum(bins) == 8
    assert (bins[0], bins[-1]) == (2, 5)
    assert levels((0, 1, 4, 8)) == " ▁▄█"
    assert levels((1, 0), highest=100) == "▁ "


def test_the_axis_names_where_months_or_years_begin():
    months = axis(day("2022-11-02"), day("2023-10-15"), 60)
    assert len(months) == 60
    assert months.startswith("Nov 2022")
    assert "Jan 2023" in months
    assert axis(day("2015-01-01"), day("2024-12-31"), 60).split() == [str(year) for year in range(2015, 2025)]


def test_the_row_of_a_day():
    before = (0, 2, 3, 6, 8)
    assert [row_of_day(DAYS, before, d) for d in (1, DAYS[1][0], DAYS[1][0] + 1, DAYS[-1][0] + 9)] == [0, 2, 3, 8]
