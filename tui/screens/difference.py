"""What a copy says differently from what it copies, word by word."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.screen import Screen

from store.event_words import file_name
from store.records.source import Source
from tui.commands import bindings_for, in_scope
from tui.panes.difference import SIDE_BY_SIDE_FROM, DifferenceView, sheet
from tui.panes.footer import footer_line
from tui.panes.lines import Line, Piece, Role, StaticLines, crop, line_width, spread
from tui.panes.words import published_short
from tui.text import cut, plural, visible, width

if TYPE_CHECKING:
    from importers.linking.copies import Difference

_MARGIN: Final = 2
_LEAST_TITLE: Final = 30


class DifferenceScreen(Screen[None]):
    """Two articles compared; ``n`` and ``N`` go from one difference to the next."""

    BINDINGS = bindings_for("difference")

    def __init__(self, first: Source, second: Source, differences: Sequence["Difference"]) -> None:
        super().__init__()
        self._first, self._second, self._differences = first, second, differences
        self._changes = [part for part in differences if part.kind != "equal"]
        self.count = len(self._changes)

    def compose(self) -> ComposeResult:
        yield StaticLines(id="difference-head", classes="bar three")
        yield DifferenceView()
        yield StaticLines(id="difference-said", classes="bar")
        yield StaticLines(id="difference-foot", classes="bar")

    @property
    def view(self) -> DifferenceView:
        return self.query_one(DifferenceView)

    def on_mount(self) -> None:
        self.view.focus()

    def on_resize(self) -> None:
        cells = self.size.width
        self.query_one("#difference-head", StaticLines).set_lines(head_lines(self._first, self._second, cells))
        self.query_one("#difference-foot", StaticLines).set_lines((footer_line(in_scope("difference"), cells),))
        texts = self._first.article.text, self._second.article.text
        self.view.show(sheet(*texts, self._differences, cells - _MARGIN))
        self._say_where()

    def _say_where(self) -> None:
        if not self.count:
            line: Line = ((" Both have the same words in the same order.", "dim"),)
        else:
            line = ((f" difference {self.view.current + 1} of {self.count} ", "key"), *self._sizes())
        if alike := similarity_of(self._first, self._second):
            line = spread(line, ((f"{alike:.0%} alike ", "dim"),), self.size.width)
        self.query_one("#difference-said", StaticLines).set_lines((line,))

    def _sizes(self) -> tuple[Piece, ...]:
        part = self._changes[self.view.current]
        gone = len(self._first.article.text[part.a.start : part.a.end].split())
        new = len(self._second.article.text[part.b.start : part.b.end].split())
        words = [f"-{plural(gone, 'word')}"] if gone else []
        words += [f"+{plural(new, 'word')}"] if new else []
        return ((f" {', '.join(words)}", "dim"),)

    def action_difference(self, step: int) -> None:
        """The next (1) or previous (-1) difference; past the end it begins again."""
        if self.count:
            self.view.go_to((self.view.current + step) % self.count)
            self._say_where()

    def action_back(self) -> None:
        self.dismiss(None)


def similarity_of(first: Source, second: Source) -> float | None:
    """How alike two articles are, if one is a copy of the other."""
    if second.copy_of == first.id:
        return second.similarity
    return first.similarity if first.copy_of == second.id else None


def head_lines(first: Source, second: Source, cells: int) -> tuple[Line, ...]:
    """Whose words stand between which marks: over the two columns, or one below the other; and a rule."""
    rule: Line = (("─" * cells, "rule"),)
    if cells - _MARGIN >= SIDE_BY_SIDE_FROM:
        half = (cells - _MARGIN - 3) // 2
        left = _who("[- -]", "removed", first, half)
        pad: Piece = (" " * (half - line_width(left)), "text")
        copied = similarity_of(first, second) is not None
        title = "What a copy says differently" if copied else "Two articles, word by word"
        heads: Line = ((" ", "text"), *left, pad, (" │ ", "rule"), *_who("{+ +}", "added", second, half))
        return (((f" {title}", "heading"),), heads, rule)
    one, other = _who("[- -]", "removed", first, cells - 2), _who("{+ +}", "added", second, cells - 2)
    return ((" ", "text"), *one), ((" ", "text"), *other), rule


def _who(signs: str, role: Role, source: Source, cells: int) -> Line:
    article = source.article
    file = visible(file_name(article.path))
    facts = f"  {visible(article.outlet)}" if article.outlet else ""
    facts += f"  {published_short(source.published)}"
    room = cells - len(signs) - 1 - width(facts)
    if room - width(file) - 2 >= _LEAST_TITLE:
        facts, room = f"{facts}  {file}", room - width(file) - 2
    return crop(((f"{signs} ", role), (cut(article.title or file, max(8, room)), "title"), (facts, "dim")), cells)
