"""What each source says of an event, field by field: a table with a column a voice, or one field after the other.

Agreement is dim; what differs is bright and marked, so that it shows without colour too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from store.event_words import number_text, place_words
from store.records.event import FIGURES, Estimate, Event, settled_by
from store.records.place import Place
from store.records.when import When
from tui.panes.card import CardData, Evidence
from tui.panes.lines import BLANK, Line, Piece, Role
from tui.panes.words import published_short, short_date, words_of
from tui.text import cut, few_lines, fit, plural, visible, width

if TYPE_CHECKING:
    from importers.linking.comparing import Stance, Telling, Value

SIGNS: Final[dict[str, str]] = {"same": " ", "fits": "⊇", "differs": "≠", "superseded": "↑"}
_ROLES: Final[dict[str, Role]] = {"same": "dim", "fits": "dim", "differs": "sign", "superseded": "aside"}
LEGEND: Final = "≠ differs   ⊇ less exact, fits   ↑ raised by a later report   – says nothing"
SHORT_LEGEND: Final = "≠ differs  ⊇ fits  ↑ raised later  – says nothing"
_SILENT: Final = "–"

LABEL_CELLS: Final = 12
LEAST_COLUMN: Final = 18
"""Cells that a column needs; where voices get less, fields stand one after the other."""
_MOST_COLUMN: Final = 34
_MOST_LINES: Final = 3
_DATE_CELLS: Final = 26
_LONGEST: Final = 300
"""Characters of a value: more than ever stands in a cell."""


@dataclass(frozen=True, slots=True)
class Voice:
    """An independent source: its name, when it was published, and the articles that repeat it."""

    name: str
    published: str
    copies: int
    alike: int
    """Other articles that are no copies but have the same words, such as an agency's."""

    @property
    def further(self) -> str:
        """How many articles beside the one named say the same, for a narrow column."""
        copies = f" +{plural(self.copies, 'copy', 'copies')}" if self.copies else ""
        return copies + (f" +{self.alike} alike" if self.alike else "")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a voice says of a field, and how it stands to what the event says. None: it says nothing."""

    text: str
    stance: "Stance | None" = None
    sign: str = " "


@dataclass(frozen=True, slots=True)
class Row:
    """A field across the voices."""

    stated: str
    """What sources say: one of COMPARED, such as a role."""
    field: str
    """As people set it: ``actors`` for everyone's role."""
    label: str
    value: str
    cells: tuple[Cell, ...]
    disputed: bool
    by_hand: bool = False
    spread: str = ""
    """Who gives the lowest, the best and the highest figure, where they differ."""

    @property
    def by_value(self) -> dict[Cell, list[int]]:
        """The voices that say a thing, by what they say."""
        said: dict[Cell, list[int]] = {}
        for number, cell in enumerate(self.cells):
            if cell.stance is not None:
                said.setdefault(cell, []).append(number)
        return said


@dataclass(frozen=True, slots=True)
class Comparison:
    """All fields of an event across all its voices."""

    voices: tuple[Voice, ...]
    rows: tuple[Row, ...]
    repeating: Mapping[int, str]
    """Articles that repeat another's words on the event, by id, and whose."""


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one row."""

    row: Row
    lines: tuple[Line, ...]


def compare(card: CardData, told: Sequence["Telling"]) -> Comparison:
    """Word what the voices of an event tell of it."""
    from importers.linking.comparing import COMPARED, value_of

    named = {evidence.report.source_id: evidence for evidence in card.evidence}
    voices = tuple(_voice([named[number] for number in one.sources]) for one in told)
    repeating = {number: voice.name for one, voice in zip(told, voices, strict=True) for number in one.sources[1:]}
    by_hand = {one.field for one in card.event.corrections}
    rows = []
    for field in COMPARED:
        cells = tuple(_cell(field, value_of(one.event, field), one.stances.get(field)) for one in told)
        if any(cell.stance for cell in cells):
            held = value_of(card.event, field)
            owner = settled_by(field)
            disputed = field in card.event.disputed
            spread = _spread(card.event, field, voices, told) if disputed else ""
            rows.append(Row(field, owner, words_of(field), _worded(held), cells, disputed, owner in by_hand, spread))
    return Comparison(voices, tuple(rows), repeating)


def _voice(articles: Sequence[Evidence]) -> Voice:
    first, *others = articles
    copies = sum(one.copy for one in others)
    return Voice(visible(first.source_name), published_short(first.published), copies, len(others) - copies)


def _cell(field: str, value: "Value", stance: "Stance | None") -> Cell:
    if stance is None:
        return Cell(_SILENT)
    vague = field in (*FIGURES, "date", "place")
    return Cell(_worded(value), stance, SIGNS[stance] if vague or stance != "fits" else " ")


def _worded(value: "Value") -> str:
    text = _words(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _words(value: "Value") -> str:
    match value:
        case None:
            return _SILENT
        case Estimate():
            text = number_text(value)
            split = value.best is not None and value.low != value.high and value.high is not None
            return f"{text}, best {value.best}" if split and text != str(value.best) else text
        case When():
            return short_date(value, _DATE_CELLS)
        case Place():
            return visible(place_words(value))
        case str():
            return words_of(value)
        case _:
            return visible(", ".join(value))


def _spread(event: Event, field: str, voices: Sequence[Voice], told: Sequence["Telling"]) -> str:
    held = event.figures.get(field)
    if field not in FIGURES or held is None:
        return ""
    parts = []
    for name, number in (("low", held.low), ("best", held.best), ("high", held.high)):
        says = [
            voice.name
            for voice, one in zip(voices, told, strict=True)
            if (said := one.event.figures.get(field)) is not None and number in (said.low, said.best, said.high)
        ]
        if number is not None:
            parts.append(f"{name} {number} ({', '.join(says)})" if says else f"{name} {number}")
    return " · ".join(parts)


def heading(comparison: Comparison, cells: int) -> tuple[Line, ...]:
    """What stands over the rows: the voices over their columns, or how many they are."""
    each = _column(comparison, cells)
    if each is None:
        voices = f" {plural(len(comparison.voices), 'independent source')}"
        signs = LEGEND if width(voices) + 2 + width(LEGEND) <= cells else SHORT_LEGEND
        return (((voices, "heading"), ("  " + signs, "dim")),)
    first: list[Piece] = [(fit("", LABEL_CELLS + 3), "text"), (fit("the event", each), "heading")]
    second: list[Piece] = [(fit("", LABEL_CELLS + 3 + each), "text")]
    for voice in comparison.voices:
        first += [("  ", "text"), (fit(voice.name, each - 2), "heading")]
        second += [("  ", "text"), (fit(f"{voice.published}{voice.further}", each - 2), "dim")]
    return tuple(first), tuple(second)


def blocks(comparison: Comparison, cells: int) -> tuple[Block, ...]:
    """The rows as lines: a table where every voice has its column, else one field after the other."""
    each = _column(comparison, cells)
    if each is None:
        return tuple(Block(row, _listed(row, comparison.voices, cells)) for row in comparison.rows)
    return tuple(Block(row, _table_row(row, each, cells)) for row in comparison.rows)


def in_table(comparison: Comparison, cells: int) -> bool:
    """Whether there is room for a column a voice."""
    return _column(comparison, cells) is not None


def _column(comparison: Comparison, cells: int) -> int | None:
    """The width of the column of the event and of each voice; None where that is too narrow to read."""
    room = cells - LABEL_CELLS - 4
    each = min(_MOST_COLUMN, room // (len(comparison.voices) + 1))
    return each if each >= LEAST_COLUMN else None


def _table_row(row: Row, each: int, cells: int) -> tuple[Line, ...]:
    texts = [row.value, *(cell.text for cell in row.cells)]
    room = [each - 1, *(each - 3 for _ in row.cells)]
    wrapped = [few_lines(text, size, _MOST_LINES) for text, size in zip(texts, room, strict=True)]
    lines: list[Line] = []
    for at in range(max(map(len, wrapped))):
        pieces: list[Piece] = [(" ", "text"), *_label(row, first=at == 0)]
        pieces.append((fit(_at(wrapped[0], at), each), "figure" if row.field in FIGURES else "text"))
        for cell, text in zip(row.cells, wrapped[1:], strict=True):
            role: Role = _ROLES[cell.stance] if cell.stance else "dim"
            pieces.append((f"{' ' if at else cell.sign} {fit(_at(text, at), each - 2)}", role))
        lines.append(tuple(pieces))
    if row.spread:
        lines.append(((" " * (LABEL_CELLS + 3), "text"), (cut(row.spread, cells - LABEL_CELLS - 4), "dim")))
    return tuple(lines)


def _label(row: Row, *, first: bool) -> Line:
    if not first:
        return ((" " * (LABEL_CELLS + 2), "text"),)
    sign: Piece = ("≠ ", "sign") if row.disputed else ("✎ ", "mark") if row.by_hand else ("  ", "text")
    return (sign, (fit(row.label, LABEL_CELLS), "strong" if row.disputed else "dim"))


def _listed(row: Row, voices: Sequence[Voice], cells: int) -> tuple[Line, ...]:
    """A field, and under it each value with those who say it."""
    role: Role = "figure" if row.field in FIGURES else "text"
    lines: list[Line] = [((" ", "text"), *_label(row, first=True), (cut(row.value, cells - LABEL_CELLS - 4), role))]
    said = row.by_value
    if not row.disputed and all(cell.stance == "same" for cell in said):
        return tuple(lines)
    for cell, numbers in said.items():
        stance = cell.stance or "same"
        names = "; ".join(f"{voices[number].name} {voices[number].published}" for number in numbers)
        indent = " " * (LABEL_CELLS + 3)
        head = f"{cell.sign} {cell.text} "
        for at, part in enumerate(few_lines(f"{head} {names}", cells - len(indent) - 3, _MOST_LINES)):
            if at == 0 and part.startswith(head):
                pieces: list[Piece] = [(indent, "text"), (head, _ROLES[stance]), (part[len(head) :], "dim")]
            else:
                pieces = [(indent + ("  " if at else ""), "text"), (part, "dim" if at else _ROLES[stance])]
            lines.append(tuple(pieces))
    return tuple(lines)


def _at(lines: Sequence[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def legend(comparison: Comparison, cells: int) -> tuple[Line, ...]:
    """What the signs of a table mean; none where the heading says so."""
    if not in_table(comparison, cells):
        return ()
    text = LEGEND if width(LEGEND) + LABEL_CELLS + 4 <= cells else SHORT_LEGEND
    return (((" " * (LABEL_CELLS + 3), "text"), (text, "dim")), BLANK)
