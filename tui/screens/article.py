"""The article at its evidence: every report's words highlighted, the current one strongest."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from textual.app import ComposeResult
from textual.screen import Screen

from store.event_words import file_name
from store.records.article import Article
from store.records.report import Report
from store.records.source import Source
from store.records.span import Span
from store.when import describe
from tui.commands import bindings_for, in_scope
from tui.panes.footer import footer_line, said
from tui.panes.lines import BLANK, Line, Piece, Role, StaticLines, spread
from tui.panes.prose import Highlight, Prose, paragraph
from tui.panes.scroll_lines import ScrollLines
from tui.panes.words import published_short, words_of
from tui.screens.marked import Marking
from tui.screens.stack import is_open
from tui.text import cut, visible

MOST_CELLS: Final = 96
"""Lines longer than this are hard to read, however wide the terminal is."""
_MARGIN: Final = 4


def head_lines(source: Source, cells: int) -> tuple[Line, ...]:
    """Who published it, when, and how that is known; and a rule below."""
    article, published = source.article, source.published
    name = article.title or file_name(article.path)
    title: Line = ((f" {cut(name, cells - 2)}", "title"),)
    known = {"none": "not known", "user": "set by hand", "inferred": "inferred"}.get(published.basis, published.basis)
    sign: Role = "sign" if published.doubtful else "dim"
    facts: list[Piece] = [(f" {visible(article.outlet)}  ", "place")] if article.outlet else [(" ", "text")]
    facts.append((published_short(published), "date"))
    facts.append((f" ({known}{'' if published.status != 'contradicted' else ', contradicted'})", sign))
    facts.append((f"  {visible(file_name(article.path))}", "dim"))
    return title, tuple(facts), (("─" * cells, "rule"),)


def detail_lines(source: Source, cells: int) -> list[Line]:
    """How the article was read and dated."""
    article, published = source.article, source.published
    rows = [
        ("byline", article.byline),
        ("agencies", ", ".join(article.agencies)),
        ("address", article.url),
        ("file", "  ".join(source.paths or (article.path,))),
        (
            "read as",
            f"{article.format}, {article.encoding}, {article.language or 'language unknown'}, {article.size:,} bytes",
        ),
        ("sha256", article.sha256),
        ("date", published.why),
        ("copy of", f"source {source.copy_of}, {source.similarity or 0:.0%} alike" if source.copy_of else ""),
        *(("", note) for note in article.notes),
    ]
    lines: list[Line] = []
    for name, value in rows:
        if value:
            wrapped = paragraph(value, (), max(20, cells - 14), "text")
            lines += [((f"  {name if at == 0 else '':<10} ", "dim"), *line) for at, line in enumerate(wrapped)]
    for candidate in article.candidates:
        day = candidate.start.isoformat() if candidate.start == candidate.end else f"{candidate.start}/{candidate.end}"
        text = f"{day}  {candidate.where}  “{candidate.text}”  {candidate.verdict} {candidate.why}".rstrip()
        role: Role = "sign" if candidate.verdict == "contradicted" else "text"
        lines.append((("  candidate  ", "dim"), (cut(text, max(20, cells - 14)), role)))
    return [*lines, BLANK]


class ArticleView(ScrollLines):
    """The article's text. ``details`` stand above it when they are shown."""

    def __init__(self) -> None:
        super().__init__(id="article")
        self.details: Sequence[Line] = ()
        self.prose = Prose("", 40)
        self.highlights: Sequence[Highlight] = ()
        self.labels: dict[int, str] = {}
        self.step: Callable[[int], None] | None = None
        """What j and k do instead of scrolling, while something is being marked."""

    def action_move(self, where: str) -> None:
        if self.step is not None and where in ("down", "up"):
            self.step(1 if where == "down" else -1)
        else:
            super().action_move(where)

    @property
    def line_total(self) -> int:
        return len(self.details) + len(self.prose)

    def draw_line(self, line: int) -> Line:
        if line < len(self.details):
            return self.details[line]
        at = line - len(self.details)
        drawn = self.prose.draw(at, self.highlights)
        roles = {role for _, role in drawn}
        role: Role = "accent" if "current" in roles else "rule"
        seen = bool(roles & {"current", "found"})
        left: Line = ((" ▐  " if seen else "    ", role), *drawn)
        label = self.labels.get(at)
        room = self.size.width
        return spread(left, ((f"{label} ", "aside"),), room) if label and room >= MOST_CELLS + 24 else left

    def show_offset(self, offset: int) -> None:
        self.scroll_line_into_view(len(self.details) + self.prose.line_at(offset), above=self.size.height // 3)


class ArticleScreen(Screen[None]):
    """An article. Steps through its reports, or through the matches of a search in it."""

    BINDINGS = bindings_for("article")

    def __init__(
        self,
        source: Source,
        reports: Sequence[Report],
        *,
        event_id: int | None,
        report_id: int = 0,
        read_in_pager: Callable[[Source], None],
        set_date: Callable[[Source], None],
        add_event: "Callable[[ArticleScreen, Source, Span], None]",
        take_back: "Callable[[ArticleScreen, Source, bool], None]",
    ) -> None:
        super().__init__()
        self._source = source
        self._reports = sorted(reports, key=lambda report: (report.start, report.end))
        mine = [at for at, report in enumerate(self._reports) if report.event_id == event_id]
        mine = [at for at, report in enumerate(self._reports) if report.id == report_id] or mine
        self.current = mine[0] if mine else 0
        self._pager, self._set_date, self._add_event = read_in_pager, set_date, add_event
        self._take_back = take_back
        self._marking: Marking | None = None
        self.searched = ""
        self.found: list[tuple[int, int]] = []
        self.found_at = 0
        self._details = False

    @property
    def article(self) -> Article:
        return self._source.article

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)

    def compose(self) -> ComposeResult:
        yield StaticLines(id="article-head", classes="bar three")
        yield ArticleView()
        yield StaticLines(id="article-said", classes="bar")
        yield StaticLines(id="article-foot", classes="bar")

    def on_mount(self) -> None:
        self.view.focus()

    def on_resize(self) -> None:
        cells = max(20, min(self.size.width - _MARGIN - 1, MOST_CELLS))
        view = self.view
        if view.prose.cells != cells or not view.prose.text:
            view.prose = Prose(self.article.text, cells)
            view.labels = {
                view.prose.line_at(report.start): words_of(report.sub_event_type) for report in reversed(self._reports)
            }
        self._lay_out()
        self.call_after_refresh(self._show_current)

    def _lay_out(self) -> None:
        cells = self.size.width
        self.query_one("#article-head", StaticLines).set_lines(head_lines(self._source, cells))
        self.query_one("#article-foot", StaticLines).set_lines((footer_line(in_scope("article"), cells),))
        self.view.details = detail_lines(self._source, cells) if self._details else ()
        self._mark()

    def _mark(self) -> None:
        """Put the highlights over the text and say where we are."""
        marks = [Highlight(a.span.start, a.span.end, "aside") for a in self.article.set_aside]
        if self.article.title_span:
            marks.append(Highlight(self.article.title_span.start, self.article.title_span.end, "title"))
        for at, report in enumerate(self._reports):
            marks.append(Highlight(report.start, report.end, "current" if at == self.current else "found"))
        if self._marking is not None:
            marks.append(Highlight(self._marking.span.start, self._marking.span.end, "match"))
        elif self.found:
            start, end = self.found[self.found_at]
            marks += [Highlight(a, b, "found") for a, b in self.found if a != start]
            marks.append(Highlight(start, end, "match"))
        self.view.highlights = marks
        self.view.refresh()
        self.query_one("#article-said", StaticLines).set_lines((self._where(),))

    def _where(self) -> Line:
        if self._marking is not None:
            return (
                (" mark ", "key"),
                ("j k another sentence  + - more or less of them  Enter takes it  Esc ends", "dim"),
            )
        if self.searched:
            place = f"{self.found_at + 1} of {len(self.found)}" if self.found else "no match"
            return ((" search ", "key"), (f"“{cut(self.searched, 40)}” {place}", "strong"), ("  Esc ends it", "dim"))
        if not self._reports:
            return ((" No event was found in this article.", "dim"),)
        report = self._reports[self.current]
        place = f" evidence {self.current + 1} of {len(self._reports)} "
        title = report.title or words_of(report.sub_event_type)
        pieces: list[Piece] = [(place, "key"), (f" {visible(title)}", "strong"), (f"  {describe(report.when)}", "date")]
        if report.factuality != "happened":
            pieces.append((f"  {report.factuality}", "aside"))
        if report.candidate:
            pieces.append(("  weak", "aside"))
        return tuple(pieces)

    def _show_current(self) -> None:
        if self._marking is not None:
            self.view.show_offset(self._marking.span.start)
        elif self.found:
            self.view.show_offset(self.found[self.found_at][0])
        elif self._reports:
            self.view.show_offset(self._reports[self.current].start)

    def action_evidence(self, step: int) -> None:
        """The next (1) or previous (-1) evidence, or match of the search; past the end it begins again."""
        if self.searched and self.found:
            self.found_at = (self.found_at + step) % len(self.found)
        elif self._reports:
            self.current = (self.current + step) % len(self._reports)
        self._mark()
        self._show_current()

    def action_search(self) -> None:
        from tui.screens.ask import AskScreen

        self.app.push_screen(AskScreen("Search in the article", self.searched), self._search)

    def _search(self, words: str | None) -> None:
        if words is None:
            return
        self.searched = words
        text = self.article.text
        self.found = [m.span() for m in re.finditer(re.escape(words), text, re.IGNORECASE)][:10_000] if words else []
        top = self.view.prose.lines[max(0, min(self.view.top - len(self.view.details), len(self.view.prose) - 1))][0]
        self.found_at = next((at for at, (start, _) in enumerate(self.found) if start >= top), 0)
        self._mark()
        self._show_current()

    def action_details(self) -> None:
        self._details = not self._details
        self._lay_out()
        self.view.scroll_to_line(0 if self._details else self.view.top)

    def action_pager(self) -> None:
        self._pager(self._source)

    def action_set_date(self) -> None:
        self._set_date(self._source)

    # Adding an event

    def action_mark(self) -> None:
        """Mark the first sentence in view; it is then moved, and taken with Enter."""
        if self._marking is not None:
            self.action_take_marked()
            return
        view = self.view
        top = view.prose.lines[max(0, min(view.top - len(view.details), len(view.prose) - 1))][0]
        self._marking = Marking.first_from(self.article.body, top)
        if self._marking is None:
            self.hear("There is no sentence here to mark.", error=False)
            return
        view.step = self._step_mark
        self._remark(self._marking)

    def _step_mark(self, step: int) -> None:
        if self._marking is not None:
            self._remark(self._marking.moved(step))

    def action_mark_more(self, step: int) -> None:
        if self._marking is not None:
            self._remark(self._marking.grown(step))

    def _remark(self, marking: "Marking | None") -> None:
        self._marking = marking
        if marking is None:
            self.view.step = None
        self._mark()
        self._show_current()

    def action_take_marked(self) -> None:
        if self._marking is not None:
            self._add_event(self, self._source, self._marking.span)

    def action_undo(self) -> None:
        self._take_back(self, self._source, False)

    def action_redo(self) -> None:
        self._take_back(self, self._source, True)

    def show_anew(self, source: Source, reports: Sequence[Report], event_id: int) -> None:
        """Show the article and its reports as they are now, at that of an event."""
        if not is_open(self):
            return
        self._source = source
        self.query_one("#article-head", StaticLines).set_lines(head_lines(source, self.size.width))
        self._reports = sorted(reports, key=lambda report: (report.start, report.end))
        self.current = next((at for at, one in enumerate(self._reports) if one.event_id == event_id), 0)
        self._remark(None)

    def hear(self, text: str, *, error: bool) -> None:
        """Say in the last line what the browser below says, else show the keys."""
        if not is_open(self):
            return
        cells = self.size.width
        line = said(text, cells, error=error) if text else footer_line(in_scope("article"), cells)
        self.query_one("#article-foot", StaticLines).set_lines((line,))

    def action_back(self) -> None:
        if self._marking is not None:
            self._remark(None)
        elif self.searched:
            self._search("")
        else:
            self.dismiss(None)
