"""An article as it was read."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from store.records.published import PublishedBasis
from store.records.span import Span


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One possible publication date of an article and what became of it."""

    basis: PublishedBasis
    start: date
    end: date
    text: str
    """The words or value as found."""
    where: str
    """For people: 'header line', 'meta article:published_time', 'file name', ..."""
    span: Span | None = None
    """Offsets into the article's text, where it stands in the text."""
    verdict: Literal["", "chosen", "agrees", "contradicted", "weaker"] = ""
    why: str = ""


SetAsideKind = Literal["header", "dateline", "byline", "credit", "caption", "promotion", "ownership", "other"]


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch of the text that is shown (dim) but never searched for events: boilerplate, credits, captions."""

    span: Span
    kind: SetAsideKind


@dataclass(frozen=True, slots=True)
class Article:
    """One article file as read: its text, its metadata, what was set aside, and its date candidates."""

    path: str
    sha256: str
    size: int
    """Bytes of the original file."""
    format: str
    encoding: str
    text: str
    title: str = ""
    title_span: Span | None = None
    """Where the title stands in ``text`` (readers of formats with a separate title put it on the first line)."""
    outlet: str = ""
    byline: str = ""
    url: str = ""
    language: str = ""
    """ISO 639-1, "" if unknown."""
    agencies: tuple[str, ...] = ()
    """Outlets and agencies credited in the text ("AP reports", "per The Guardian")."""
    dateline_place: str = ""
    set_aside: tuple[SetAside, ...] = ()
    candidates: tuple[DateCandidate, ...] = ()
    notes: tuple[str, ...] = ()
    """What was guessed or doubtful, a sentence each, for the import report."""

    @property
    def body(self) -> str:
        """The text with everything set aside blanked by spaces: the same length, so offsets agree."""
        return self.showing()

    def showing(self, *kinds: SetAsideKind) -> str:
        """The body, and of what is set aside these kinds: a dateline's date is no event's, but it is a date."""
        parts, at = [], 0
        for aside in sorted((a for a in self.set_aside if a.kind not in kinds), key=lambda a: a.span):
            start, end = max(at, aside.span.start), aside.span.end
            if end > start:
                parts += [self.text[at:start], " " * (end - start)]
                at = end
        return "".join(parts) + self.text[at:]
