"""What a reader keeps in mind while reading on: the reference day and the times spoken of last."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from importers.dating.points import Point
from store.records import Span, When

_FINER = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")


@dataclass(slots=True)
class Narrative:
    """The state of one reading; ``resolve`` moves it from phrase to phrase."""

    reference: date | None
    anchors: Mapping[Span, When]
    last: Point | None = None
    """The last time with days that was told of."""
    by_unit: dict[str, Point] = field(default_factory=dict)

    def remember(self, point: Point) -> None:
        """Take note of a resolved time."""
        if point.start is None or point.end is None or point.unit == "span":
            return
        self.last = point
        self.by_unit[point.unit] = point

    def latest(self, *units: str) -> Point | None:
        """Recall the time of one of these units that was told of last."""
        found = [self.by_unit[unit] for unit in units if unit in self.by_unit]
        if self.last is not None and self.last.unit in units:
            return self.last
        return found[0] if found else None

    def day(self) -> date | None:
        """Recall the last day told of, or else the reference."""
        known = self.latest("day")
        return known.start if known is not None else self.reference
