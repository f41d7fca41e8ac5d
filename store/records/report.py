"""What one article says of one happening: a report and its claims."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from store.records.place import NOWHERE, Place
from store.records.record import record
from store.records.span import Span
from store.records.when import UNDATED, When

Factuality = Literal["happened", "ongoing", "planned", "possible", "denied", "background"]
REAL: Final[frozenset[Factuality]] = frozenset(("happened", "ongoing"))
"""Told as a fact of its article's own news."""
Role = Literal["actor1", "actor2", "perpetrator", "victim", "target"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
TimeBasis = Literal["", "own", "frame", "sequence", "reported", "scene"]
"""own: in its clause; frame: the scene's (paragraph's) time; sequence: "then", "following this"; reported: when it was
told ("said on Monday that ..."); scene: the time that the telling is in, which names none for it."""
BASIS_RANK: Final[Mapping[TimeBasis, int]] = {"own": 0, "": 1, "frame": 2, "sequence": 3, "reported": 4, "scene": 5}
"""What dates a happening best comes first."""

Origin = Literal["found", "by hand", "kept"]

CANDIDATE_BELOW: Final = 0.5
"""Reports and events less sure than this are candidates: dim on screen, left out of exports unless asked for."""

PART: Final = "part"
"""The rule of a figure that counts more of those told of, or some of them."""
SUMMARY: Final = "headline"
"""The rule of a figure in a headline, which may sum up what is told of several events."""
SINGLES: Final = frozenset({"one", "article"})
"""Rules of figures that count one person told of by name or with an article."""
NOT_ALL: Final = frozenset({PART, SUMMARY})
"""Rules of figures that need not count all of those whom an event befell, and no others."""


@record
class Claim:
    """One value of one field that a report states, with its evidence.

    ``field`` is one of FIGURES, a Role, "instrument", "place", "date", "attributed_to" or "type". For figures ``low``,
    ``best`` and ``high`` hold the estimate and ``unit`` the kind of people ("prison guards"); for roles ``unit`` is the
    kind of actor and ``head`` the noun that says what they are, in its dictionary form ("priest"; "" for a name).
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
    head: str = ""


@record
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
