"""Two events that may be one."""

from dataclasses import dataclass

from store.records.rows import EventRow


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
