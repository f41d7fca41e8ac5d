"""What a reader keeps in mind while reading on: the reference day and the times spoken of last."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from importers.dating.points import Point
from store.records import Span, When


@dataclass(slots=True)
class Narrative:
    """The state of one reading; ``resolve`` moves it from phrase to phrase."""

    reference: date | None
    anchors: Mapping[Span, When]
    last: Point | None = None
    """The last time with days that was told of."""
    by_unit: dict[str, Point] = field(default_factory=dict)
    theme: Point | None = None
    """The quarter or half a report is about: what "a year earlier" is compared with."""

    def remember(self, point: Point) -> None:
        """Take note of a resolved time."""
        if point.start is None or point.end is None or point.unit == "span":
            return
        self.last = point
        self.by_unit[point.unit] = point
        recent = self.reference is None or point.end.year >= self.reference.year - 1
        if point.unit in {"quarter", "half"} and recent and not point.compared:
            self.theme = point

    def latest(self, *units: str) -> Point | None:
        """Recall the time of one of these units that was told of last."""
        if self.last is not None and self.last.unit in units:
            return self.last
        return next((self.by_unit[unit] for unit in units if unit in self.by_unit), None)
