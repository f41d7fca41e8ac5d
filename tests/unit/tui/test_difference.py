"""Two texts compared, as they are drawn."""

from importers.linking.copies import differences
from tui.panes.difference import inline, sheet, side_by_side
from tui.panes.lines import plain

A = "Five people died in Cali.\n\nThe mayor closed the market, and two roads.\n\nRain is forecast.\n"
B = "Seven people died in Cali.\n\nRain is forecast. It will last all week.\n"


def drawn(of, current=-1):
    return [plain(of.draw(at, current)).rstrip() for at in range(len(of))]


def test_inline_marks_stand_in_the_running_text():
    of = inline(A, B, differences(A, B), 60)
    assert drawn(of) == [
        "[-Five-]{+Seven+} people died in Cali.",
        "",
        "[-The mayor closed the market, and two roads-].",
        "",
        "Rain is forecast. {+It will last all week+}.",
    ]
    assert of.stops == (0, 2, 4)


def test_side_by_side_the_same_paragraph_begins_on_the_same_line():
    rows = [line.partition("│") for line in drawn(side_by_side(A, B, differences(A, B), 120))]
    lefts, rights = [left.strip() for left, _, _ in rows], [right.strip() for _, _, right in rows]
    assert lefts.index("Rain is forecast.") == rights.index("Rain is forecast. {+It will last all week+}.")
    assert "[-The mayor closed the market, and two roads-]." in lefts
    assert "[-" not in "".join(rights)


def test_the_current_difference_is_drawn_strongest():
    of = inline(A, B, differences(A, B), 60)
    roles = {role for _, role in of.draw(0, 0)}
    assert "current" in roles
    assert {role for _, role in of.draw(2, 0)} == {"removed", "text"}


def test_width_decides_how_texts_stand():
    found = differences(A, B)
    assert len(sheet(A, B, found, 119).sides) == 1
    assert len(sheet(A, B, found, 120).sides) == 2


def test_equal_texts_and_control_characters():
    hostile = "Two \x1b[31m died\u202e in\tQuito.\n"
    of = inline(hostile, hostile, differences(hostile, hostile), 40)
    assert of.stops == ()
    assert not any(char < " " for line in drawn(of) for char in line)
