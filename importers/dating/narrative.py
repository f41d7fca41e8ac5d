"""What a reader keeps in mind while reading on: the reference day and the times spoken of last."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from importers.dating.forms import Form
from importers.dating.points import Point, year_of
from store.records.span import Span
from store.records.when import When

_COARSER = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")


@dataclass(slots=True)
class Narrative:
    """The state of one reading; ``resolve`` moves it from phrase to phrase."""

    reference: date | None
    anchors: Mapping[Span, When]
    last: Point | None = None
    """The last time with days that was told of."""
    by_unit: dict[str, Point] = field(default_factory=dict)
    told: list[Point] = field(default_factory=list)
    lost: bool = False
    """The last day told of could not be dated."""
    theme: Point | None = None
    """The quarter or half a report is about: what "a year earlier" is compared with."""

    def remember(self, point: Point, form: Form) -> None:
        """Take note of a resolved time; the telling does not move to that of an aside."""
        if form.get("aside"):
            return
        if form.get("to_date") and self.reference is not None:
            self.theme = year_of(self.reference)
        if form.get("said") and self.last is not None:
            # "Killed on Monday, police said on Tuesday": what follows goes on from Monday.
            return
        if point.start is None or point.end is None or point.unit == "span":
            return
        if form.get("since") == "since" and self.last is not None:
            # "Was on leave since 9 May": what is told next did not happen then.
            return
        if form.get("relative") and self.last is not None and self.last.start and point.start < self.last.start:
            # "Marched on Tuesday to the station, where a man had died last Friday": it only looks back there.
            return
        self.last, self.lost = point, False
        self.told.append(point)
        self.by_unit[point.unit] = point
        today = self.reference
        recent = today is None or (point.end.year >= today.year - 1 and point.start <= today)
        if point.unit in {"quarter", "half"} and recent and not point.compared and form.get("tense") != "future":
            self.theme = point

    def expect(self, point: Point | None) -> None:
        """Take note of a time that is told only behind what counts from it."""
        if point is not None:
            self.remember(point, {})

    def lose(self) -> None:
        """Forget what was told: a day came after it that nothing dates, and what follows is counted from that."""
        self.last = None
        self.told.clear()
        self.by_unit.clear()
        self.lost = True

    def within(self, unit: str) -> Point | None:
        """Recall the last time told of that lies within one unit: for "the following year" a day, month or year."""
        rank = _COARSER.index(unit) if unit in _COARSER else len(_COARSER)
        return next((p for p in reversed(self.told) if p.unit in _COARSER and _COARSER.index(p.unit) <= rank), None)

    def told_on(self, form: Form) -> Point | None:
        """Recall the day that "that same Sunday" takes up: the last one told of that was a Sunday."""
        if form.get("dir") != "same" or "wd" not in form:
            return None
        days = (point for point in reversed(self.told) if point.unit == "day" and point.start)
        return next((point for point in days if point.start and point.start.isoweekday() == form["wd"]), None)

    def latest(self, *units: str) -> Point | None:
        """Recall the time of one of these units that was told of last."""
        if self.last is not None and self.last.unit in units:
            return self.last
        return next((self.by_unit[unit] for unit in units if unit in self.by_unit), None)
