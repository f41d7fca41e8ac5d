"""What panes draw, as text, without an app."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records.event import Estimate, Event
from store.records.place import Place
from store.records.published import Published
from store.records.report import Claim, Report
from store.records.rows import EventRow, SourceRow
from store.records.span import Span
from store.records.when import When
from tui.cli.listing import by_date
from tui.palette import LOOKS
from tui.panes.card import CardData, Evidence, short_card_lines
from tui.panes.card_view import sheet
from tui.panes.events import event_line, pane_title
from tui.panes.lines import crop, line_width, plain, spread, under_cursor
from tui.panes.periods import Gap, Heading
from tui.panes.prose import Highlight, Prose, paragraph
from tui.panes.sources import source_line
from tui.panes.timeline import gap_line, heading_line, strip_line, timeline_line, track
from tui.panes.words import published_short, short_date

AUGUST = (date(2023, 8, 1).toordinal(), date(2023, 8, 31).toordinal())


def when(start=None, end=None, edtf=""):
    first = date.fromisoformat(start) if start else None
    last = date.fromisoformat(end) if end else None
    return When(first, last, edtf or (start if start == end else f"{start or '..'}/{end or '..'}"), 1)


DAY = when("2023-08-31", "2023-08-31")


def row(title="Car bombs near offices in Quito", on=DAY, **more):
    values = {"factuality": "happened", "confidence": 0.9, "number_of_sources": 3, "num_articles": 4, **more}
    figures = values.pop("figures", "")
    return EventRow(7, on, title, "Explosions/Remote violence", "car_bomb", "Quito, EC", figures, **values)


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        (DAY, "31 Aug 2023"),
        (when("2023-08-30", "2023-09-01", "2023-08-31~"), "~31 Aug 2023"),
        (when("2023-08-01", "2023-08-31", "2023-08"), "Aug 2023"),
        (when("2023-08-16", "2023-10-14", "[2023-08-16..2023-10-14]"), "Aug–Oct 2023"),
        (when("2023-08-30", "2023-08-31", "[2023-08-30,2023-08-31]"), "30/31 Aug ’23"),
        (when("2022-12-30", "2023-01-02"), "Dec–Jan 2023"),
        (when("2022-08-03", "2023-02-01"), "Aug–Feb 2023"),
        (when("2022-08-03", "2023-09-01"), "2022–2023"),
        (when("2021-01-01", "2023-07-27"), "2021–2023"),
        (when(None, "2023-08-19"), "< 20 Aug 2023"),
        (when("2022-11-02", None), "≥ 2 Nov 2022"),
        (When(), "no date"),
    ],
)
def test_dates_are_shortened_not_cut(on, shown):
    assert short_date(on) == shown


@given(st.dates(), st.integers(0, 800), st.sampled_from([10, 13]))
def test_short_dates_fit(start, days, cells):
    end = date.fromordinal(min(start.toordinal() + days, date.max.toordinal()))
    assert len(short_date(When(start, end, f"{start}/{end}"), cells)) <= cells


def test_an_event_line_says_more_where_there_is_room():
    full = row(figures="6+ arrested", disputed=("arrested",))
    assert plain(event_line(full, 80, frozenset((7,)))) == (
        "●   31 Aug 2023  Car bombs near offices in Quito      6+ arrested ≠ arrested  3 "
    )
    narrow = plain(event_line(full, 40, frozenset()))
    assert narrow.startswith("  31 Aug ’23  Car bombs near")
    assert narrow.endswith("…  ≠  3 ")


@pytest.mark.parametrize(
    ("more", "sign"),
    [
        ({"factuality": "planned"}, "planned"),
        ({"factuality": "denied"}, "denied"),
        ({"factuality": "background"}, "backgr."),
        ({"confidence": 0.4}, "weak?"),
        ({"disputed": ("killed", "date")}, "≠ 2"),
        ({"status": "rejected"}, "✗"),
        ({"starred": True}, "★"),
    ],
)
def test_no_state_is_said_by_colour_alone(more, sign):
    assert sign in plain(event_line(row(**more), 90, frozenset()))


def test_a_timeline_says_each_date_once():
    about = when("2023-08-31", "2023-08-31", "2023-08-31~")
    rows = [row("a"), row("b", about), row("c"), row("d", when("2023-09-01", "2023-09-01"))]
    assert [(date, [one.title for one in under]) for date, under in by_date(rows)] == [
        ("31 Aug 2023", ["a", "c"]),
        ("c. 31 Aug 2023", ["b"]),
        ("1 Sep 2023", ["d"]),
    ]


@given(st.text(max_size=60), st.integers(20, 120))
def test_lines_fit_their_pane_whatever_the_title(title, cells):
    event = row(title, disputed=("killed",), figures="2+ killed")
    heading = Heading(*AUGUST, 3)
    source = SourceRow(1, 1, title, title, Published(), title, "en", 0, 12)
    for line in (
        event_line(event, cells, frozenset()),
        timeline_line(event, heading, "month", cells, frozenset()),
        timeline_line(event, heading, "day", cells, frozenset(), lanes=("a", "b"), lane=1),
        source_line(source, cells, frozenset((1,))),
        pane_title("Timeline", "by day", "1/10", cells, focused=True, tabs=True),
    ):
        assert line_width(line) <= cells
        assert "\x1b" not in plain(line)


@pytest.mark.parametrize(
    ("on", "drawn"),
    [
        (when("2023-08-01", "2023-08-01"), "●         "),
        (when("2023-08-31", "2023-08-31"), "         ●"),
        (when("2023-08-01", "2023-08-31"), "├────────┤"),
        (when("2023-08-10", "2023-08-20"), "  ├───┤   "),
        (when("2023-07-20", "2023-08-10"), "◂─┤       "),
        (when("2023-08-20", "2023-10-14"), "      ├──▸"),
        (when("2023-01-01", "2023-12-31"), "◂────────▸"),
        (when("2023-08-20", None), "      ├┄┄▸"),
        (when(None, "2023-08-10"), "◂┄┤       "),
        (When(), "          "),
    ],
)
def test_a_bar_is_as_wide_as_the_date_is_uncertain(on, drawn):
    assert track(on, AUGUST, 10) == drawn


@given(st.dates(), st.integers(0, 3000), st.integers(1, 40), st.booleans(), st.booleans())
def test_a_track_is_always_as_wide_as_its_room(start, days, cells, open_start, open_end):
    end = date.fromordinal(min(start.toordinal() + days, date.max.toordinal()))
    on = When(None if open_start else start, None if open_end else end)
    assert len(track(on, AUGUST, cells)) == cells


def test_the_timeline_as_text():
    heading = Heading(*AUGUST, 2)
    assert plain(heading_line(heading, "month", 40)) == "August 2023 ──────────────────────── 2  "
    line = plain(timeline_line(row(), heading, "month", 66, frozenset((7,))))
    assert line.startswith("● Thu 31          ●  Car bombs near offices in Quito")
    month = row(on=when("2023-08-01", "2023-08-31", "2023-08"))
    assert "├────────┤  Aug 2023  Car bombs" in plain(timeline_line(month, heading, "month", 66, frozenset()))
    planned = plain(timeline_line(row(factuality="planned"), heading, "month", 66, frozenset()))
    assert "◇" in planned
    assert "9 months without an event" in plain(gap_line(Gap(270), 40))


def test_the_strip_shows_the_filters_share():
    assert strip_line((0, 4, 0), (3, 8, 0)) == (("▁", "bar-rest"), ("█", "bar"), (" ", "bar-rest"))


def evidence(text="Police said at least six people were held on Thursday.", **more):
    claim = Claim("arrested", "6", "at least six people", 12, 31, 6, None, None, "suspects")
    found = Report(
        0, len(text), 1, "held", 37, 41, "x", "arrest", "happened", 0.9, claims=(claim,), time=Span(42, 53), when=DAY
    )
    day = date(2023, 9, 2)
    published = Published(day, day, "2023-09-02", "dateline", "stated")
    return Evidence(found, text, "on Thursday", more.get("name", "Andes Daily"), published, more.get("copy", False))


def card(*found):
    figures = {"arrested": Estimate(6, None, None)}
    place = Place("EC", "Ecuador", "Pichincha", "Quito", "")
    chain = ("“on Thursday”", "published 2023-09-02 (dateline)")
    dated = When(DAY.start, DAY.end, DAY.edtf, 1, chain)
    event = Event(7, "Six arrested", "x", "arrest", dated, place, figures=figures, number_of_sources=1, num_articles=2)
    return CardData(event, found)


def test_the_card_sets_each_value_beside_its_sentence():
    lines = [plain(line) for line in short_card_lines(card(evidence()), 110)]
    assert lines[0].startswith(" Six arrested")
    assert lines[0].endswith("EV-000007 ")
    assert "31 Aug 2023  Quito, Pichincha, Ecuador  arrest  1 source in 2 articles" in lines[1]
    assert lines[4] == " date        31 Aug 2023" + " " * 15 + " │ Andes Daily · 2 Sep 2023"
    assert lines[5].startswith(" arrested    6+ suspects")
    assert lines[5].endswith(" │ Police said at least six people were held on Thursday.")
    marked = [text for text, role in short_card_lines(card(evidence()), 110)[5] if role == "evidence"]
    assert marked == ["at least six people", "on Thursday"]


def test_a_near_copy_is_named_and_not_repeated():
    whole = "\n".join(
        plain(line) for line in sheet(card(evidence(), evidence(name="Seed Wire", copy=True)), None, 110).lines
    )
    assert whole.count("Police said") == 1
    assert "the same in a near-copy: Seed Wire" in whole
    assert "31 Aug 2023 ← “on Thursday” ← published 2023-09-02 (dateline)" in whole


@given(st.text(max_size=300), st.integers(24, 120))
def test_no_card_is_wider_than_its_room_for_its_sentences(text, cells):
    for line in sheet(card(evidence(text=text)), None, cells).lines:
        assert "\x1b" not in plain(line)


def test_prose_finds_its_lines_and_shows_the_strongest_highlight():
    prose = Prose("one two three four", 9)
    assert [prose.text[a:b] for a, b in prose.lines] == ["one two", "three", "four"]
    assert [prose.line_at(at) for at in (0, 6, 8, 13, 17)] == [0, 0, 1, 1, 2]
    marks = [Highlight(0, 13, "evidence"), Highlight(4, 7, "current")]
    assert prose.draw(0, marks) == (("one ", "evidence"), ("two", "current"))
    assert plain(paragraph("a\x1b[2Jb", (), 20)[0]) == "a␛[2Jb"


def test_pieces_of_lines():
    line = (("Quito", "place"), ("  ", "text"), ("31 Aug", "date"))
    assert plain(crop(line, 10)) == "Quito  31…"
    assert plain(spread(line, (("3", "dim"),), 20)) == "Quito  31 Aug      3"
    assert under_cursor(line, 6) == (("Quito", "under"), (" ", "under"), (" ", "text"), ("31 Aug", "date"))
    assert under_cursor((("…", "text"),), 1) == (("…", "under"),)


def test_a_publication_day_says_how_it_is_known():
    day = date(2023, 11, 15)
    shown = [
        published_short(Published(day, day, "2023-11-15", "header", status))
        for status in ("stated", "inferred", "contradicted")
    ]
    assert shown == ["15 Nov 2023", "?15 Nov 2023", "≠15 Nov 2023"]
    assert published_short(Published()) == "no date"


def test_every_role_has_a_look():
    from typing import get_args

    from tui.palette import Role

    assert set(LOOKS) == set(get_args(Role))
