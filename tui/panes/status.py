"""The last line and the count at the top: what is said of the whole screen."""

from collections.abc import Mapping, Sequence
from typing import Final

from store.filters import Filter
from tui.commands import in_scope
from tui.panes.footer import footer_line, said
from tui.panes.lines import Line, line_width, spread
from tui.panes.row_list import COUNTING
from tui.text import cut, number, plural

_LEFT_FROM: Final = 100
"""Columns from which there is room beside the keys for what is left to review; N says it anywhere."""
_FILTER_KEYS: Final = "words  key:value  -not  OR  ()  Tab completes  ↑ before  Enter keeps  Esc back"

_LEAST_OFFER: Final = 12


def status_line(
    cells: int,
    *,
    selected: int,
    left: int,
    message: tuple[str, bool],
    fault: str,
    typed: Filter | None,
    offers: Sequence[str],
    in_timeline: bool,
    keys: Mapping[str, str],
) -> Line:
    """What the last line says: a message (and whether it is an error), what is wrong with the filter, while it is
    typed the filter as a sentence and what its last word may go on as, else the keys; at the right how many events are
    selected, and not reviewed yet.
    """
    right: Line = ((f" {number(left)} unreviewed ", "dim"),) if left and cells >= _LEFT_FROM else ()
    if selected:
        right = ((f" ● {number(selected)} selected ", "mark"), *right)
    room = cells - line_width(right)
    if message[0]:
        line = said(message[0], room, error=message[1])
    elif fault:
        line = said(fault, room, error=True)
    elif typed is None:
        scopes = in_scope("browser", "program", "timeline") if in_timeline else in_scope("browser", "program")
        line = footer_line(scopes, room, keys)
    elif typed.everything and not offers:
        line = ((f" {cut(_FILTER_KEYS, room - 2)}", "dim"),)
    else:
        line = _typed_line(typed, offers, room)
    return spread(line, right, cells) if right else line


def _typed_line(typed: Filter, offers: Sequence[str], room: int) -> Line:
    sentence: Line = () if typed.everything else ((f" {cut(typed.sentence, room - 2)}", "strong"),)
    left = room - line_width(sentence) - len("   Tab  ") - 1
    if not offers or left < _LEAST_OFFER:
        return sentence
    return (*sentence, ("   Tab ", "key"), (cut(" · ".join(offers), left), "dim"))


def count_line(shown: int | None, events: int, articles: int, *, filtered: bool) -> Line:
    """The count at the top: "1,234 events in 56 articles", or "12 of 1,234 events" under a filter.

    ``shown`` is None until it is known.
    """
    if not filtered:
        return ((f"{plural(events, 'event')} in {plural(articles, 'article')} ", "dim"),)
    return ((COUNTING if shown is None else number(shown), "strong"), (f" of {plural(events, 'event')} ", "dim"))
