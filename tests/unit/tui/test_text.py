from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text import cut, fit, number, one_to_one, plural, visible, width, wrap

HOSTILE = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("\x1b\0\r\n\t\x7f\x9b\u202e\u2066\u200d\ufe0f\u0301\u0e49日本語👩‍🚀🇪🇨عربى\ufeff\u00ad[/]"),
    ),
    max_size=80,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\0b\x7fc\x9bd", "a␀b␡c�d"),
        ("safe \u202eevas\u202c", "safe ⇆evas⇆"),
        ("one\ntwo\tthree", "one two three"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("[/] [red]", "[/] [red]"),
        ("e" + "\u0301" * 40, "e" + "\u0301" * 3),
        ("lone \ud800 surrogate", "lone � surrogate"),
    ],
)
def test_what_must_not_reach_a_terminal_is_made_visible(text, shown):
    assert visible(text) == shown


@given(HOSTILE)
def test_nothing_visible_can_move_the_cursor_or_turn_the_text(text):
    shown = visible(text)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in shown)
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
    assert len(one_to_one(text)) == len(text)


@given(HOSTILE, st.integers(0, 40), st.booleans())
def test_fit_fills_its_room_exactly(text, cells, right):
    assert cell_len(fit(text, cells, right=right)) == cells


def test_fit_and_cut():
    assert fit("Quito", 8) == "Quito   "
    assert fit("Quito", 8, right=True) == "   Quito"
    assert fit("car bombs in Quito", 9) == "car bomb…"
    assert fit("日本語テキスト", 6) == "日本… "
    assert cut("Quito", 8) == "Quito"
    assert len(fit("x" * 5_000_000, 12)) == 12


@given(HOSTILE, st.integers(2, 30))
@example(" 00⺀", 3)
def test_wrapped_lines_fit_and_lose_only_spaces_and_line_ends(text, cells):
    lines = wrap(text, cells)
    assert all(width(visible(text[start:end])) <= cells for start, end in lines)
    kept = "".join(text[start:end] for start, end in lines)
    assert [char for char in kept if not _blank(char)] == [char for char in text if not _blank(char)]
    assert all(before[1] <= after[0] for before, after in pairwise(lines))


def _blank(char):
    return char in "\r\n" or one_to_one(char) == " "


def test_wrap_breaks_at_spaces_and_inside_long_words():
    text = "at least six people\nabcdefghijkl"
    assert [text[a:b] for a, b in wrap(text, 8)] == ["at least", "six", "people", "abcdefgh", "ijkl"]
    assert [a for a, _ in wrap("", 8)] == [0]


def test_numbers_for_people():
    assert number(1234567) == "1,234,567"
    assert (plural(1, "event"), plural(2000, "event"), plural(2, "copy", "copies")) == (
        "1 event",
        "2,000 events",
        "2 copies",
    )
