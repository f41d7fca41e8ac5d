"""When an article was published."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

PublishedBasis = Literal["user", "metadata", "dateline", "header", "filename", "inferred", "none"]
PublishedStatus = Literal["stated", "inferred", "contradicted", "unknown"]


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

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it: nothing gives the day, something contradicts it, or an end is open."""
        return self.status in ("contradicted", "unknown") or self.start is None or self.end is None


UNPUBLISHED: Final = Published()
