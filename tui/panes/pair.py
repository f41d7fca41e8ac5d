"""Two events side by side, field by field, and what is said of each: to judge whether they are one."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from store.event_words import figures_text, place_words
from store.records.event import FIGURES, Event
from store.records.suggestion import Suggestion
from store.when import describe
from tui.panes.card import FIELD_WORDS, CardData, source_words
from tui.panes.lines import BLANK, Line, Role, line_width
from tui.panes.prose import paragraph
from tui.panes.words import words_of
from tui.text import fit, plural, visible, wrap

_LABEL: Final = 9
_MOST_QUOTED: Final = 3


def reasons_lines(suggestion: Suggestion, cells: int) -> list[Line]:
    """What speaks for it that two events are one, and what kept them apart."""
    lines: list[Line] = []
    said: tuple[tuple[str, str, Role], ...] = (
        ("for", "; ".join(suggestion.reasons), "text"),
        ("against", suggestion.against, "sign"),
    )
    for label, text, role in said:
        if text:
            drawn = paragraph(text, (), cells - _LABEL - 2, role)
            lines += [((f" {fit(label if at == 0 else '', _LABEL)}", "dim"), *line) for at, line in enumerate(drawn)]
    return lines


def pair_lines(a: CardData, b: CardData, cells: int) -> list[Line]:
    """Both events: their fields on one line each where both fit, then the sentences they rest on."""
    each = max(16, (cells - _LABEL - 4) // 2)
    lines: list[Line] = []
    for (label, left, role), (_, right, _) in zip(_fields(a.event), _fields(b.event), strict=True):
        if left or right:
            lines += _row(label, left, right, each, role if left == right else _bright(role))
    columns = [list(_quoted(card, each)) for card in (a, b)]
    lines.append(BLANK)
    for left_line, right_line in zip_longest(*columns, fillvalue=BLANK):
        lines.append(_beside(((f" {fit('', _LABEL)}", "dim"),), left_line, right_line, each))
    return lines


def _fields(event: Event) -> Iterator[tuple[str, str, Role]]:
    yield "", event.ref, "dim"
    yield "title", visible(event.title), "title"
    yield "date", describe(event.when), "date"
    yield "place", visible(place_words(event.place)), "place"
    yield "type", words_of(event.sub_event_type or event.event_type), "text"
    yield "figures", figures_text({name: event.figures[name] for name in FIGURES if name in event.figures}), "figure"
    who = "; ".join(f"{actor.name} ({FIELD_WORDS.get(actor.role, actor.role)})" for actor in event.actors)
    yield "who", visible(who), "text"
    yield "sources", plural(event.number_of_sources, "source"), "dim"


def _bright(role: Role) -> Role:
    return "text" if role == "dim" else role


def _row(label: str, left: str, right: str, each: int, role: Role) -> Iterator[Line]:
    wrapped = [[text[start:end] for start, end in wrap(text, each)] for text in (left, right)]
    for at, (one, other) in enumerate(zip_longest(*wrapped, fillvalue="")):
        head: Line = ((f" {fit(label if at == 0 else '', _LABEL)}", "dim"),)
        yield _beside(head, ((one, role),), ((other, role),), each)


def _beside(head: Line, left: Line, right: Line, each: int) -> Line:
    return (*head, *left, (" " * max(0, each - line_width(left)), "text"), (" │ ", "rule"), *right)


def _quoted(card: CardData, each: int) -> Iterator[Line]:
    """The first sentences an event rests on, near-copies left out."""
    shown = [evidence for evidence in card.evidence if not evidence.copy]
    for evidence in shown[:_MOST_QUOTED]:
        yield ((fit(source_words(evidence), each).rstrip(), "dim"),)
        yield from paragraph(evidence.text, (), each)
        yield BLANK
    if len(shown) > _MOST_QUOTED:
        yield ((f"… and {plural(len(shown) - _MOST_QUOTED, 'more report')}", "dim"),)
