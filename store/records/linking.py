"""What comparing all articles takes, and what it gives."""

from dataclasses import dataclass
from typing import Final

from store.records.article import DateCandidate
from store.records.event import Event
from store.records.published import Published
from store.records.reading import PublicationBound
from store.records.report import Report
from store.records.source import Source
from store.records.timex import TimeExpression
from store.records.when import When


@dataclass(frozen=True, slots=True)
class CorpusSource:
    """A stored article with all that linking needs of it."""

    source: Source
    expressions: tuple[TimeExpression, ...]
    reports: tuple[Report, ...]
    bounds: tuple[PublicationBound, ...]
    signature: bytes
    fixed: Published | None = None
    """The publication day a person has set."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A near-copy: of which source, and how alike (0-1)."""

    copy_of: int
    similarity: float


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as merged (id 0, no reports in it) and the ids of the reports it was merged from."""

    event: Event
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people have decided of reports, by id, free of contradictions: it holds before all evidence."""

    together: tuple[frozenset[int], ...] = ()
    """Disjoint sets of reports; each set tells of one happening."""
    apart: frozenset[tuple[int, int]] = frozenset()
    """Pairs of reports, the lower id first, that tell of two happenings."""


UNDECIDED: Final = Decisions()


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two events that may be one, for a person to judge: the reports of each, and what speaks for and against it."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    reasons: tuple[str, ...]
    against: str
    """What kept them apart: not enough evidence, or what excludes it."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """What comparing all articles gives: publication days, copies, dated reports and merged events."""

    published: dict[int, Published]
    candidates: dict[int, tuple[DateCandidate, ...]]
    """The date candidates of each source with their verdicts."""
    copies: dict[int, Copy]
    whens: dict[int, When]
    """Report id -> its date."""
    drafts: tuple[EventDraft, ...]
    likely: tuple[LikelyPair, ...] = ()
    """The strongest first. Their reports are those of whole drafts."""
