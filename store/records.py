"""The vocabulary all folders share: frozen records, no I/O.

Offsets count characters (Unicode code points) of ``Article.text``; ``text[start:end]`` is the evidence.
Names are the field's: ACLED (types, actors), UCDP GED (date precision, low/best/high), GDELT (a report
is its "mention"), EDTF (ISO 8601-2) and TIMEX3 (TimeML).
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

Factuality = Literal["happened", "ongoing", "planned", "possible", "denied", "background"]
PublishedBasis = Literal["user", "metadata", "dateline", "header", "filename", "inferred", "none"]
PublishedStatus = Literal["stated", "inferred", "contradicted", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Role = Literal["actor1", "actor2", "perpetrator", "victim", "target"]
TimeBasis = Literal["", "own", "frame", "sequence", "reported"]
"""own: in its clause; frame: the scene's (paragraph's) time; sequence: "then", "following this"; reported: when it was
told ("said on Monday that ...")."""
Status = Literal["new", "checked", "contested", "rejected"]
Origin = Literal["found", "by hand", "kept"]

FIGURES: Final = ("killed", "injured", "held", "released", "rescued", "arrested", "escaped", "personnel", "devices")
"""The figures an event may have, in the order they are printed."""

FIELDS: Final = ("title", "type", "date", "place", "actors", "instruments", "factuality", *FIGURES)
"""What the machine says of an event and a person may correct, in the order it is shown."""

CANDIDATE_BELOW: Final = 0.5
"""Reports and events less sure than this are candidates: dim on screen, left out of exports unless asked for."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: ``text[start:end]``."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class When:
    """A resolved time: its first and last possible day, how exact it is, and the steps that led there.

    ``start`` or ``end`` is None where that end is open; both are None for "undated".
    """

    start: date | None = None
    end: date | None = None
    edtf: str = ""
    precision: int = 9
    """UCDP date_prec: 1 day, 2 two to six days, 3 week, 4 up to a month, 5 up to a year; 0 part of a day; 9 unknown."""
    chain: tuple[str, ...] = ()
    """Steps for people, nearest first: ('"on Thursday"', 'published 2023-09-02 (dateline)', 'prefer past')."""

    @property
    def dated(self) -> bool:
        return self.start is not None or self.end is not None


UNDATED: Final = When()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time phrase as found, before it is resolved. ``form`` is JSON that only ``importers.dating`` reads."""

    start: int
    end: int
    text: str
    type: TimexType
    rule: str
    form: str = "{}"
    anchor: Span | None = None
    """The words that name the event it hangs on ("three weeks after [the assassination of X]")."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Timex:
    """A time phrase resolved: its TIMEX3 ``value`` ("" if unresolved), and in ``when`` its days, if it has any."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    when: When = UNDATED


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


@dataclass(frozen=True, slots=True)
class Place:
    """A place resolved as far as the text supports.

    ``geo_precision`` is UCDP's where_prec: 1 exact town or site, 2 within 25 km of it, 3 second-order division,
    4 first-order division, 6 country, 7 international or unknown.
    """

    country: str = ""
    """ISO 3166-1 alpha-2."""
    country_name: str = ""
    admin1: str = ""
    location: str = ""
    """Town or city."""
    site: str = ""
    """As worded: "prison in Cuenca", "under a bridge"."""
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: int = 7


NOWHERE: Final = Place()


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one field that a report states, with its evidence.

    ``field`` is one of FIGURES, a Role, "instrument", "place", "date", "attributed_to" or "type". For figures ``low``,
    ``best`` and ``high`` hold the estimate and ``unit`` the kind of people ("prison guards"); for roles ``unit`` is the
    kind of actor.
    """

    field: str
    value: str
    phrase: str
    start: int
    end: int
    low: int | None = None
    best: int | None = None
    high: int | None = None
    unit: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One mention of an event in one article (GDELT's "mention"): the evidence sentence and what it claims."""

    start: int
    end: int
    """The evidence: the sentence, or the part of it that reports the event."""
    sentence_no: int
    trigger: str
    trigger_start: int
    trigger_end: int
    event_type: str
    sub_event_type: str
    factuality: Factuality
    confidence: float
    reasons: tuple[str, ...] = ()
    """Why the confidence is what it is, for people."""
    attributed_to: str = ""
    claims: tuple[Claim, ...] = ()
    place: Place = NOWHERE
    time: Span | None = None
    """The time expression that dates it (equal to a TimeExpression's span), if any."""
    time_basis: TimeBasis = ""
    title: str = ""
    """A short line for people: "Car bomb near the former prison-service office in Quito"."""
    cluster: int = 0
    """Reports of one article with the same number are one happening (headline, lead and body)."""
    part_of: int | None = None
    """The cluster of the total that this one belongs to ("four car bombs ..."), if any."""
    follows: int | None = None
    """The cluster of the happening that the text tells this one after ("two more followed", its hostages freed)."""
    is_total: bool = False
    """A total over several happenings or over a period ("over 400 since 2021"), not one incident."""
    asserted: bool = True
    """Told as news by its own clause, not taken for known ("the men who kidnapped him", "the murder of ...")."""
    when: When = UNDATED
    """Resolved once the article's publication day is known; changes with it."""
    id: int = 0
    source_id: int = 0
    event_id: int | None = None
    origin: Origin = "found"
    """by hand: marked in the article by a person. kept: no longer found, but a person has worked on its event."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def candidate(self) -> bool:
        return self.confidence < CANDIDATE_BELOW


@dataclass(frozen=True, slots=True)
class PublicationBound:
    """What an article's own words say of its publication day: ``published - day`` lies in ``[low, high]`` days.

    ``day`` is that of the time expression at ``expression``, or of the event that the words at ``anchor`` name.
    "The vote on October 15 will ..." gives (high=-1); "was killed on August 9" (low=0); "less than two months
    away from the runoff" (low=-62, high=-1). None is open.
    """

    expression: Span | None
    anchor: Span | None
    low: int | None
    high: int | None
    text: str
    """The evidence, as worded."""
    why: str
    """For people: "called upcoming", "told in the past tense"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one file gives by itself, before it is compared with any other."""

    article: Article
    expressions: tuple[TimeExpression, ...] = ()
    reports: tuple[Report, ...] = ()
    bounds: tuple[PublicationBound, ...] = ()
    signature: bytes = b""
    """For finding near-copies; only ``importers.linking.copies`` reads it."""
    extractor: str = ""
    """The version of the rules that found the reports."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """UCDP's three numbers; None where nothing is said."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    name: str
    role: Role
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, as far as known: stated, inferred (bounds), contradicted, or unknown."""

    start: date | None = None
    end: date | None = None
    edtf: str = ""
    basis: PublishedBasis = "none"
    status: PublishedStatus = "unknown"
    why: str = ""
    """For people: where it was found, or the evidence for the bounds or the contradiction."""

    @property
    def day(self) -> date | None:
        """The publication day, if it is known to the day."""
        return self.start if self.start == self.end else None


UNPUBLISHED: Final = Published()


@dataclass(frozen=True, slots=True)
class Source:
    """A stored article: everything but its reports."""

    id: int
    article: Article
    published: Published = UNPUBLISHED
    paths: tuple[str, ...] = ()
    """Every path these exact bytes were found at; ``article.path`` is the first."""
    copy_of: int | None = None
    """The source that stands for its group of near-copies (None: itself)."""
    similarity: float | None = None
    """To the source it is a copy of, 0-1."""
    imported_at: str = ""
    events: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """A field of an event as a person has set it, beside what the machine says; both values worded for people."""

    field: str
    """As ``Event.disputed`` names fields: "title", "type", "date", "place", "actors", "killed", ..."""
    human: str
    machine: str
    reason: str = ""
    at: str = ""
    disputed: bool = False
    """Sources exclude each other on it: the person has settled which value stands."""


def event_ref(event_id: int) -> str:
    """An event's id as people cite it: EV-000012."""
    return f"EV-{event_id:06d}"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, once, merged from its reports."""

    id: int
    title: str
    event_type: str
    sub_event_type: str
    when: When = UNDATED
    place: Place = NOWHERE
    actors: tuple[Actor, ...] = ()
    instruments: tuple[str, ...] = ()
    figures: dict[str, Estimate] = field(default_factory=dict)
    """Only the figures that something is said of."""
    factuality: Factuality = "happened"
    confidence: float = 0.0
    number_of_sources: int = 0
    """Independent voices: near-copies count once."""
    num_reports: int = 0
    num_articles: int = 0
    disputed: tuple[str, ...] = ()
    """Fields on which independent sources exclude each other, and no person has settled."""
    status: Status = "new"
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    reports: tuple[Report, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """The fields that a person has set, in the order of the fields."""

    @property
    def ref(self) -> str:
        """The stable id people cite: EV-000012."""
        return event_ref(self.id)

    @property
    def candidate(self) -> bool:
        return self.confidence < CANDIDATE_BELOW


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


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of the events and timeline panes."""

    id: int
    when: When
    title: str
    event_type: str
    sub_event_type: str
    place: str
    """As short as it is clear: "Quito, EC"."""
    figures: str
    """As short as it is clear: "31 killed, 14 injured"."""
    factuality: Factuality
    confidence: float
    number_of_sources: int
    num_articles: int
    disputed: tuple[str, ...] = ()
    status: Status = "new"
    starred: bool = False
    source_id: int = 0
    """The first article that reports it."""
    tags: tuple[str, ...] = ()
    actor: str = ""
    """The first actor, "" if none is named."""
    outlet: str = ""
    """The outlet of the first article that reports it."""

    @property
    def ref(self) -> str:
        return event_ref(self.id)

    @property
    def candidate(self) -> bool:
        return self.confidence < CANDIDATE_BELOW


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One line of the sources pane; near-copies stand folded under the source they copy (``depth`` 1)."""

    id: int
    depth: int
    title: str
    outlet: str
    published: Published
    file: str
    """The file's name, without its folder."""
    language: str
    copies: int
    events: int
    """Events under the filter that this source reports."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two events that may be one, as a person is asked: the older id first."""

    a: EventRow
    b: EventRow
    score: float
    """How much speaks for it; events are merged unasked from about 4.5, on evidence of the right kind."""
    reasons: tuple[str, ...]
    against: str
    """What kept them apart."""
