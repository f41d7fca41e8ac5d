"""What happened, once, merged from its reports."""

from dataclasses import dataclass, field
from typing import Final, Literal

from store.records.place import NOWHERE, Place
from store.records.report import CANDIDATE_BELOW, ROLES, Factuality, Report, Role
from store.records.when import UNDATED, When

Status = Literal["new", "checked", "contested", "rejected"]

FIGURES: Final = ("killed", "injured", "held", "released", "rescued", "arrested", "escaped", "personnel", "devices")
"""The figures an event may have, in the order they are printed."""

FIELDS: Final = ("title", "type", "date", "place", "actors", "instruments", "factuality", *FIGURES)
"""What the machine says of an event and a person may correct, in the order it is shown."""

ACCUSED: Final[Role] = "perpetrator"
"""The role that sources dispute; those in all others are listed."""


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


def settled_by(name: str) -> str:
    """The field of FIELDS that a person sets to settle a field or role: all who took part are set together."""
    return "actors" if name in ROLES else name


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
    """Fields on which independent sources exclude each other, and no person has settled; for who did it the role."""
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

    def differs_on(self, field: str) -> bool:
        """Whether sources exclude each other on a field of FIELDS."""
        return any(settled_by(name) == field for name in self.disputed)

    @property
    def candidate(self) -> bool:
        return self.confidence < CANDIDATE_BELOW
