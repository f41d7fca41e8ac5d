"""One walk over an article's blocks that tells what each is: headline, header, dateline, aside, or text."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final, Literal

from importers.cleaning import heads, imprints, rules
from importers.cleaning.agencies import known_outlet, outlet_like
from importers.cleaning.blocks import blocks
from importers.cleaning.datelines import Dateline, cased, find_dateline
from importers.dating.fulldates import FoundDate, first_full_date
from store.records.article import SetAside, SetAsideKind
from store.records.span import Span

_TAIL: Final = 4
"""A byline may also stand in the last few blocks."""
_RUN_IN: Final = 3
"""Headers that may stand on one line before the text."""
_DECKS: Final = 2
"""Lines between headline and byline that are like headlines themselves."""
_DATELINE_WITHIN: Final = 10
"""Blocks from the start in which a dateline may still come."""
_EMPTY_LINE: Final = re.compile(r"\n[ \t\r]*\n")
_LINKS: Final = 12
"""Entries of a list of links at most; what comes after them is text again."""
_CHRONOLOGY: Final = 3
"""Lines that are nothing but a date: as many make a chronology, whose dates are text."""


@dataclass(frozen=True, slots=True)
class HeaderDate:
    date: FoundDate
    key: str
    """Where it stands, for people: "header line", "byline"."""
    changed: bool = False
    """It is the date of a change ("Updated ...")."""


@dataclass(frozen=True, slots=True)
class Marks:
    asides: tuple[SetAside, ...]
    """Sorted by their spans."""
    title: Span | None
    dateline: Dateline | None
    dates: tuple[HeaderDate, ...]
    fields: dict[str, str]
    """From header lines and bylines: "outlet", "byline", "url", "language"."""
    owner: str
    """Whose the article is by its line of ownership."""


def find_marks(text: str, *, title: Span | None = None, day_first: bool = False) -> Marks:
    """Tell what each block of ``text`` is.

    ``title``: where the title stands, if the reader knows; it is not looked for then. ``day_first``: how 9/2/2023 is
    read.
    """
    walk = _Walk(text, blocks(text), day_first, title)
    walk.go()
    asides = sorted(walk.asides, key=lambda aside: aside.span)
    return Marks(tuple(asides), walk.title, walk.dateline, tuple(walk.dates), walk.fields, walk.owner)


@dataclass(slots=True)
class _Walk:
    """The walk's state: what has been found so far, and what the next block may go on with."""

    text: str
    spans: tuple[Span, ...]
    day_first: bool
    title: Span | None
    asides: list[SetAside] = field(default_factory=list)
    dateline: Dateline | None = None
    dates: list[HeaderDate] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    owner: str = ""
    decks: int = 0
    open: Literal["", "caption", "links"] = ""
    """What a label alone on its line has opened."""
    links: int = 0
    chronology: bool | None = None
    """Not known until a date alone on its line is met."""

    def go(self) -> None:
        given, in_head = self.title, True
        for number, span in enumerate(self.spans):
            if (given is not None and span.overlaps(given)) or self._goes_on(span):
                continue
            following = self.spans[number + 1] if number + 1 < len(self.spans) else None
            if in_head:
                in_head = self._head(span, following)
            elif number > _DATELINE_WITHIN or not self._late_dateline(span, following):
                self._body(span, last=len(self.spans) - number <= _TAIL)
        self._sign_offs()
        self._editors_notes()

    def _set_aside(self, kind: SetAsideKind, span: Span) -> bool:
        self.asides.append(SetAside(span, kind))
        return True

    def _goes_on(self, span: Span) -> bool:
        """Mark a block that goes on with what was opened: a caption, a list of links."""
        if self.open == "caption":
            self.open = ""
            return self._set_aside("caption", span)
        if self.open == "links" and self.links < _LINKS and rules.link_title(self.text, span):
            self.links += 1
            return self._set_aside("promotion", span)
        self.open = ""
        return False

    def _head(self, span: Span, following: Span | None) -> bool:
        """Mark a block above the article; False once the article's text has begun."""
        for _ in range(_RUN_IN):
            found = heads.header(self.text, span, day_first=self.day_first)
            if found is None:
                break
            self._header(found, span)
            rest = self._rest(found.span.end, span.end)
            if found.field == "title" or rest is None:
                return True
            span = rest
        if heads.is_release(self._flat(span)):
            return self._letterhead(span)
        if self._line_of_its_own(span):
            return True
        if self._dateline(span, following):
            # On a line of its own, the day or the author may follow it.
            return self.dateline is not None and self.dateline.span.end >= span.end
        if self._dated_among(span):
            return True
        aside = rules.rule_for(self.text, span)
        first = self.title is None and span.start == 0 and following is not None
        if aside and not (first and aside[0] == "promotion"):  # "VIDEO: ..." above all else is a headline
            return self._aside(*aside, span)
        return self._headline(span, following)

    def _header(self, found: heads.Header, span: Span) -> None:
        self._set_aside("byline" if found.field == "byline" else "header", found.span)
        if found.field == "title":
            self.title = self.title or Span(found.value.start, span.end)
        elif found.date:
            self.dates.append(HeaderDate(found.date, "header line", found.changed))
            beside = self.text[found.date.end : found.span.end].strip(heads.SEPARATORS)
            if outlet_like(beside):
                self.fields.setdefault("outlet", beside)
        elif found.field != "other":
            self.fields.setdefault(found.field, self._flat(found.value))

    def _line_of_its_own(self, span: Span) -> bool:
        """Mark a line that is a date, a key whose value follows, an agency's name or a byline, and nothing more."""
        date = imprints.date_line(self.text, span, day_first=self.day_first)
        if date and not self._chronology():
            self.dates.append(HeaderDate(date, "header line", heads.changed_date(self.text, span)))
            return self._set_aside("header", span)
        if found := imprints.imprint(self.text, span, day_first=self.day_first, titled=self.title is not None):
            return self._imprint(found, span, "header line")
        if heads.bare_key(self.text, span):
            return self._set_aside("header", span)
        if span.end - span.start <= 40 and (outlet := known_outlet(self._flat(span))):
            self.fields.setdefault("outlet", outlet)
            return self._set_aside("byline", span)
        if self._byline(span):
            return True
        fields = imprints.dated_fields(self.text, span, day_first=self.day_first, titled=self.title is not None)
        return fields is not None and self._imprint(fields, span, "header line")

    def _dated_among(self, span: Span) -> bool:
        """Take the date that a line of the head holds among other words; mark the line if it is no sentence.

        Such a line is the first, with the place or between bars, or below the title and above the first empty line.
        """
        headline = span == self.spans[0]
        if self.dates or not (headline or self._is_high(span)):
            return False
        placed = imprints.placed_date(self.text, span, day_first=self.day_first) if headline else None
        if placed is not None:
            return self._imprint(placed, span, "header line")
        date = imprints.dated_among(self.text, span, day_first=self.day_first, barred=headline)
        if date is None:
            return False
        self.dates.append(HeaderDate(date, "header line"))
        told = headline or imprints.is_prose(self.text[span.start : span.end])
        return not told and self._set_aside("header", span)

    def _is_high(self, span: Span) -> bool:
        """Whether the line, which is not the first, stands above the first empty line of the text."""
        gap = _EMPTY_LINE.search(self.text, self.spans[0].end)
        return gap is not None and span.end <= gap.start()

    def _letterhead(self, span: Span) -> bool:
        """Mark the line that calls the article a release; capitals above it are the office's name, not a headline."""
        if self.title and (named := self._flat(self.title)).isupper():
            self.fields.setdefault("outlet", named)
            for above in self.spans[: self.spans.index(span)]:
                if not any(aside.span.overlaps(above) for aside in self.asides):
                    self._set_aside("header", above)
            self.title, self.decks = None, 0
        return self._set_aside("header", span)

    def _imprint(self, found: imprints.Imprint, span: Span, where: str) -> bool:
        for key, value in (("outlet", found.outlet), ("byline", found.author)):
            if value:
                self.fields.setdefault(key, value)
        if found.place and self.dateline is None:
            date = Span(found.date.start, found.date.end)
            place = ", ".join(map(cased, found.place.split(", ")))
            self.dateline = Dateline(span, place, found.agency, date)
            return self._set_aside("dateline", span)
        self.dates.append(HeaderDate(found.date, where))
        return self._set_aside("header", span)

    def _chronology(self) -> bool:
        """Whether dates stand alone on lines all through the text, as the headings of a chronology."""
        if self.chronology is None:
            alone = (imprints.date_line(self.text, span, day_first=self.day_first) for span in self.spans)
            self.chronology = len({date.day for date in alone if date}) >= _CHRONOLOGY
        return self.chronology

    def _byline(self, span: Span) -> bool:
        found = heads.byline(self.text, span, day_first=self.day_first)
        if found is None:
            return False
        names, date = found
        author, comma, beside = names.rpartition(",")
        if outlet := known_outlet(names):
            self.fields.setdefault("outlet", outlet)
        elif comma and outlet_like(printed := beside.strip()):
            names = author
            self.fields.setdefault("outlet", printed)
        self.fields.setdefault("byline", " ".join(names.split()))
        if date:
            self.dates.append(HeaderDate(date, "byline"))
        return self._set_aside("byline", span)

    def _dateline(self, span: Span, following: Span | None) -> bool:
        found = find_dateline(self.text, span.start, following.end if following else span.end)
        if found is None:
            return False
        above = self.dateline
        kept = above is not None and above.date is not None and not self._is_full(found.date)
        self.dateline = replace(found, date=above.date) if above and kept else found
        return self._set_aside("dateline", found.span)

    def _is_full(self, date: Span | None) -> bool:
        """Whether a dateline's day has its year ("Lima, 8 Sept. 2026", not "LIMA, Sept. 8 (APA)")."""
        return date is not None and first_full_date(self.text[date.start : date.end]) is not None

    def _late_dateline(self, span: Span, following: Span | None) -> bool:
        """Mark a dateline that stands below other blocks: only one that an agency or a date makes sure."""
        if self.dateline:
            return False
        found = find_dateline(self.text, span.start, following.end if following else span.end)
        if found is None or not (found.agency or found.date) or rules.rule_for(self.text, span):
            return False
        self.dateline = found
        return self._set_aside("dateline", found.span)

    def _headline(self, span: Span, following: Span | None) -> bool:
        """Take the first headline for the title. Lines like it right after are decks: text, but the head goes on."""
        named = outlet_like(self.text[span.start : span.end])
        if self.title is None and not named and heads.kicker(self.text, span, following):
            return self._set_aside("header", span)
        if self.title is not None:
            self.decks += 1
            return self.decks <= _DECKS and heads.deck(self.text, span, following)
        stopped = span == self.spans[0] and self.text[span.end - 1] == "." and self._opens_wire()
        if not heads.headline(self.text, span, following, stopped=stopped):
            return False
        if named and following and "outlet" not in self.fields and heads.headline(self.text, following, span):
            self.fields["outlet"] = self._flat(span)  # printed above the headline
            return self._set_aside("header", span)
        self.title = span
        return True

    def _opens_wire(self) -> bool:
        """Whether a dateline with its day opens one of the few blocks below the first."""
        rows = pairwise(self.spans[1:_DATELINE_WITHIN])
        below = (find_dateline(self.text, span.start, following.end) for span, following in rows)
        return any(found is not None and found.date is not None for found in below)

    def _body(self, span: Span, *, last: bool) -> None:
        aside = rules.rule_for(self.text, span)
        if aside:
            self._aside(*aside, span)
        elif not (last and self._closing_date(span)) and (last or heads.sure_byline(self.text, span)):
            self._byline(span)

    def _closing_date(self, span: Span) -> bool:
        """Mark a line at the end that dates the article ("13/05/2025", "Quito Herald, 13 May 2025")."""
        date = imprints.date_line(self.text, span, day_first=self.day_first)
        if date and not self._chronology():
            self.dates.append(HeaderDate(date, "last line", heads.changed_date(self.text, span)))
            return self._set_aside("header", span)
        if printed := imprints.imprint(self.text, span, day_first=self.day_first, titled=True):
            return self._imprint(printed, span, "last line")
        found = heads.header(self.text, span, day_first=self.day_first)
        if found is None or found.date is None or found.span != span:
            return False
        self.dates.append(HeaderDate(found.date, "last line", found.changed))
        return self._set_aside("header", span)

    def _aside(self, kind: SetAsideKind, span: Span, block: Span) -> bool:
        """Set an aside of ``block`` aside; whether it is all of the block."""
        self._set_aside(kind, span)
        if kind == "promotion" and rules.opens_list(self.text, block):
            self.open, self.links = "links", 0
        elif kind == "caption" and rules.opens_caption(self.text, block):
            self.open = "caption"
        elif kind == "ownership" and not self.owner:
            self.owner = rules.owner(self.text, block)
        return span == block

    def _sign_offs(self) -> None:
        """Mark the desk's initials at the end of the last blocks."""
        for span in self.spans[-_TAIL:]:
            initials = rules.sign_off(self.text, span)
            if initials and not any(aside.span.contains(initials) for aside in self.asides[-_TAIL:]):
                self._set_aside("credit", initials)

    def _editors_notes(self) -> None:
        """Mark editors' brackets that no other aside holds."""
        held = iter(sorted(aside.span for aside in self.asides))
        current = next(held, None)
        for note in rules.editor_notes(self.text):
            while current and current.end <= note.start:
                current = next(held, None)
            if current is None or not current.contains(note):
                self._set_aside("other", note)

    def _rest(self, start: int, end: int) -> Span | None:
        while start < end and self.text[start].isspace():
            start += 1
        return Span(start, end) if start < end else None

    def _flat(self, span: Span) -> str:
        return " ".join(self.text[span.start : span.end].split())
