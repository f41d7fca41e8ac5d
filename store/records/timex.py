"""Time phrases of a text, as found and as resolved."""

from typing import Literal

from store.records.record import record
from store.records.span import Span
from store.records.when import UNDATED, When

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@record
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


@record
class Timex:
    """A time phrase resolved: its TIMEX3 ``value`` ("" if unresolved), and in ``when`` its days, if it has any."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    when: When = UNDATED
