"""The terminal must show, cell for cell, what Textual meant; the shadow only saves bytes."""

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from tui import changed_cells
from tui.cells import cells_of
from tui.changed_cells import PLAIN_OUTPUT, CellShadow, erases_in_colour, supported

WIDTH, HEIGHT = 30, 4
SIZE = Size(WIDTH, HEIGHT)
SYSTEM = ColorSystem.EIGHT_BIT
STYLES = [
    Style(),
    Style(color="red"),
    Style(bgcolor="blue"),
    Style(color="color(222)", bgcolor="color(233)", bold=True),
    Style(color="color(75)", bgcolor="color(233)"),
    Style(underline=True, color="color(75)"),
    Style(dim=True, italic=True),
    Style(reverse=True),
    Style(bold=True, reverse=True, bgcolor="color(24)"),
]
PIECES = st.tuples(
    st.sampled_from(["a", "Quito ", " ", "      ", " " * 14, "─│▌", "日本", "é", "ñandú", "e\u0301"]),
    st.sampled_from(STYLES),
)


@st.composite
def updates(draw):
    """A strip somewhere on the screen, at most to its edge."""
    x, y = draw(st.integers(0, WIDTH - 1)), draw(st.integers(0, HEIGHT - 1))
    segments, left = [], WIDTH - x
    for text, style in draw(st.lists(PIECES, min_size=1, max_size=8)):
        size = len(cells_of(Strip([Segment(text)]), SYSTEM))
        if size > left:
            break
        segments.append(Segment(text, style))
        left -= size
    return x, y, Strip(segments)


def screen():
    shown = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(shown)
    stream.feed("\x1b[?7l")  # as Textual sets it: what is written in the last column does not wrap
    return shown, stream


def looks(shown):
    """What one sees: characters and attributes, the foreground of blanks left aside."""
    rows = []
    for y in range(HEIGHT):
        cells = []
        for x in range(WIDTH):
            c = shown.buffer[y][x]
            line = c.underscore or c.reverse or c.strikethrough
            blank = c.data == " " and not line
            cells.append(
                (c.data, c.bg, line, c.reverse) if blank else (c.data, c.fg, c.bg, c.bold, c.italics, line, c.reverse)
            )
        rows.append(cells)
    return rows


@settings(max_examples=150)
@given(st.lists(updates(), min_size=1, max_size=12))
def test_the_terminal_shows_what_was_meant(made):
    whole = [(0, y, Strip([Segment(" " * WIDTH, STYLES[3])])) for y in range(HEIGHT)]
    shadow, (seen, to_seen) = CellShadow(), screen()
    meant, to_meant = screen()
    for placed in [whole, *([update] for update in made)]:
        to_seen.feed(shadow.update(placed, SIZE, SYSTEM))
        to_meant.feed(CellShadow(erase=False).update(placed, SIZE, SYSTEM))  # a fresh shadow writes every cell
        assert looks(seen) == looks(meant)


def strip(text, style=STYLES[4]):
    return Strip([Segment(text, style)])


def test_what_is_there_already_is_not_written():
    shadow = CellShadow()
    assert shadow.update([(0, 0, strip("31 Aug 2023"))], SIZE, SYSTEM)
    assert shadow.update([(0, 0, strip("31 Aug 2023"))], SIZE, SYSTEM) == ""
    assert shadow.update([(0, 0, strip("30 Aug 2023"))], SIZE, SYSTEM) == "\x1b[1;2H0"
    assert shadow.update([(0, 1, strip("Quito", Style()))], SIZE, SYSTEM) == "\x1b[2H\x1b[0mQuito"


def test_after_forgetting_or_another_size_all_is_written():
    shadow = CellShadow()
    first = shadow.update([(0, 0, strip("Quito"))], SIZE, SYSTEM)
    shadow.forget()
    assert shadow.update([(0, 0, strip("Quito"))], SIZE, SYSTEM) == first
    assert shadow.update([(0, 0, strip("Quito"))], Size(31, 4), SYSTEM) == first


def test_long_blanks_are_erased_only_where_erasing_colours():
    blank = [(0, 0, strip(" " * 20))]
    assert "\x1b[20X" in CellShadow().update(blank, SIZE, SYSTEM)
    assert " " * 20 in CellShadow(erase=False).update(blank, SIZE, SYSTEM)
    assert erases_in_colour({"TERM": "xterm-256color"})
    assert erases_in_colour({"TERM": "screen", "TMUX": "/tmp/tmux"})
    assert not erases_in_colour({"TERM": "screen.xterm-256color"})


def test_it_can_be_switched_off_and_looks_before_it_leans(monkeypatch):
    assert supported()
    monkeypatch.setenv(PLAIN_OUTPUT, "1")
    assert not supported()
    monkeypatch.delenv(PLAIN_OUTPUT)
    monkeypatch.delattr(changed_cells.compositor, "ChopsUpdate")
    assert not supported()


@pytest.mark.parametrize("style", STYLES)
def test_attributes_end_where_they_should(style):
    seen, stream = screen()
    stream.feed(CellShadow().update([(0, 0, Strip([Segment("ab", style), Segment("cd")]))], SIZE, SYSTEM))
    plain = seen.buffer[0][2]
    assert (plain.data, plain.fg, plain.bg, plain.bold, plain.underscore, plain.reverse) == (
        "c",
        "default",
        "default",
        False,
        False,
        False,
    )
