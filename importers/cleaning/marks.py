"""One walk over an article's blocks that tells what each is: headline, header, dateline, aside, or text."""

from dataclasses import dataclass, field
from typing import Final, Literal

from importers.cleaning import heads, rules
from importers.cleaning.agencies import known_outlet, outlet_like
from importers.cleaning.blocks import blocks
from importers.cleaning.datelines import Dateline, find_dateline
from importers.dating.fulldates import FoundDate
from store.records import SetAside, SetAsideKind, Span

_TAIL: Final = 4
"""A byline may also stand in the last few lines."""
_RUN_IN: Final = 3
"""Headers that may stand on one line before the text."""
_DATELINE_WITHIN: Final = 10
"""Blocks from the start of the text in which a dateline may still come."""
_LINKS: Final = 12
"""Entries of a list of links at most; what comes after them is text again."""
_DECKS: Final = 2
"""Lines between headline and byline that are like headlines themselves."""


@dataclass(frozen=True, slots=True)
class HeaderDate:
    date: FoundDate
    key: str
    """Where it stands, for people: "header line", "byline"."""
    changed: bool = False
    """It is the date of a change ("Updated ...")."""


@dataclass(slots=True)
class Marks:
    """What the walk found; filled by ``find_marks`` alone."""

    asides: list[SetAside] = field(default_factory=list)
    title: Span | None = None
    dateline: Dateline | None = None
    dates: list[HeaderDate] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    """From header lines: outlet, byline, url, language."""
    owner: str = ""
    decks: int = 0
    open: Literal["", "caption", "links"] = ""
    links: int = 0

    def set_aside(self, kind: SetAsideKind, span: Span) -> None:
        if span.end > span.start:
            self.asides.append(SetAside(span, kind))


def find_marks(text: str, *, title: Span | None = None, day_first: bool = False) -> Marks:
    """Tell what each block of ``text`` is.

    ``title``: where the title stands, if the reader knows; it is not looked for then.

    ``day_first``: how 9/2/2023 is read.
    """
    marks = Marks(title=title)
    spans = blocks(text)
    in_head = True
    for number, span in enumerate(spans):
        if title is not None and span.overlaps(title):
            continue
        following = spans[number + 1] if number + 1 < len(spans) else None
        if _continues(text, span, marks):
            continue
        if in_head:
            in_head = _head_block(text, span, following, marks, day_first=day_first)
        elif not (number <= _DATELINE_WITHIN and _late_dateline(text, span, following, marks)):
            _body_block(text, span, marks, last=len(spans) - number <= _TAIL, day_first=day_first)
    for note in rules.editor_notes(text):
        if not any(aside.span.contains(note) for aside in marks.asides):
            marks.set_aside("other", note)
    marks.asides.sort(key=lambda aside: aside.span)
    return marks


def _continues(text: str, span: Span, marks: Marks) -> bool:
    """Mark a block that goes on with what a label alone on its line opened: a caption, a list of links."""
    if marks.open == "caption":
        marks.open = ""
        marks.set_aside("caption", span)
        return True
    if marks.open == "links" and marks.links < _LINKS and rules.link_title(text, span):
        marks.links += 1
        marks.set_aside("promotion", span)
        return True
    marks.open = ""
    return False


def _late_dateline(text: str, span: Span, following: Span | None, marks: Marks) -> bool:
    """Mark a dateline that stands below other blocks: only one that an agency or a date makes sure."""
    if marks.dateline:
        return False
    found = find_dateline(text, span.start, following.end if following else span.end)
    if found is None or not (found.agency or found.date):
        return False
    marks.dateline = found
    marks.set_aside("dateline", found.span)
    return True


def _head_block(text: str, span: Span, following: Span | None, marks: Marks, *, day_first: bool) -> bool:
    """Mark a block above the article; False once the article's text has begun."""
    for _ in range(_RUN_IN):
        found = heads.header(text, span, day_first=day_first)
        if found is None:
            break
        _header(text, found, span, marks)
        rest = _rest(text, found.span.end, span.end)
        if found.field == "title" or rest is None:
            return True
        span = rest
    if _line_of_its_own(text, span, marks, day_first=day_first):
        return True
    dateline = find_dateline(text, span.start, following.end if following else span.end)
    if dateline:
        marks.dateline = dateline
        marks.set_aside("dateline", dateline.span)
        return False
    aside = rules.rule_for(text, span)
    if aside and not (marks.title is None and aside[0] == "promotion" and following and span.start == 0):
        _aside(text, aside, span, marks)
        return aside[1] == span
    return _headline(text, span, following, marks)


def _headline(text: str, span: Span, following: Span | None, marks: Marks) -> bool:
    """Take the first headline for the title. Lines like it right after are decks: text, but the head goes on."""
    if marks.title is None and not outlet_like(text[span.start : span.end]) and heads.kicker(text, span, following):
        marks.set_aside("header", span)
        return True
    if not heads.headline(text, span, following):
        return False
    if marks.title is None and _outlet_above(text, span, following, marks):
        marks.fields["outlet"] = text[span.start : span.end]
        marks.set_aside("header", span)
        return True
    if marks.title is not None:
        marks.decks += 1
        return marks.decks <= _DECKS
    marks.title = span
    return True


def _outlet_above(text: str, span: Span, following: Span | None, marks: Marks) -> bool:
    """Whether the line is the name of the outlet, printed above the headline."""
    if following is None or "outlet" in marks.fields or not outlet_like(text[span.start : span.end]):
        return False
    return heads.headline(text, following, span)


def _line_of_its_own(text: str, span: Span, marks: Marks, *, day_first: bool) -> bool:
    """Mark a line that is a date, a byline, or the name of an agency and nothing more."""
    date = heads.date_line(text, span, day_first=day_first)
    if date:
        marks.dates.append(HeaderDate(date, "header line", heads.changed_date(text, span)))
        marks.set_aside("header", span)
        return True
    if heads.bare_key(text, span):
        marks.set_aside("header", span)
        return True
    if span.end - span.start <= 40 and (outlet := known_outlet(text[span.start : span.end])):
        marks.fields.setdefault("outlet", outlet)
        marks.set_aside("byline", span)
        return True
    return _byline(text, span, marks, day_first=day_first)


def _byline(text: str, span: Span, marks: Marks, *, day_first: bool) -> bool:
    found = heads.byline(text, span, day_first=day_first)
    if found is None:
        return False
    names, date = found
    if outlet := known_outlet(names):
        marks.fields.setdefault("outlet", outlet)
    marks.fields.setdefault("byline", " ".join(names.split()))
    if date:
        marks.dates.append(HeaderDate(date, "byline"))
    marks.set_aside("byline", span)
    return True


def _header(text: str, found: heads.Header, span: Span, marks: Marks) -> None:
    marks.set_aside("byline" if found.field == "byline" else "header", found.span)
    if found.field == "title":
        marks.title = marks.title or Span(found.value.start, span.end)
    elif found.date:
        marks.dates.append(HeaderDate(found.date, "header line", found.changed))
    elif found.field != "other":
        marks.fields.setdefault(found.field, " ".join(text[found.value.start : found.value.end].split()))


def _rest(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if start < end else None


def _body_block(text: str, span: Span, marks: Marks, *, last: bool, day_first: bool) -> None:
    aside = rules.rule_for(text, span)
    if aside:
        _aside(text, aside, span, marks)
        return
    if (
        span.end - span.start <= 150
        and (last or text[span.start] in "WwEeSs")
        and _late_byline(text, span, marks, last, day_first)
    ):
        return
    if last and (initials := rules.sign_off(text, span)):
        marks.set_aside("credit", initials)


def _late_byline(text: str, span: Span, marks: Marks, last: bool, day_first: bool) -> bool:
    """After the text has begun "By ..." is believed at the end alone; "Written by: ..." anywhere."""
    return (
        last or text[span.start : span.start + 10].lower().startswith(("written by", "escrito po", "story by"))
    ) and _byline(text, span, marks, day_first=day_first)


def _aside(text: str, aside: tuple[SetAsideKind, Span], block: Span, marks: Marks) -> None:
    kind, span = aside
    marks.set_aside(kind, span)
    if kind == "promotion" and rules.opens_list(text, block):
        marks.open, marks.links = "links", 0
    elif kind == "caption" and rules.opens_caption(text, block):
        marks.open = "caption"
    if kind == "ownership" and not marks.owner:
        marks.owner = rules.owner(text, block)
