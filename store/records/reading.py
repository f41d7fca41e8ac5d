"""What one article gives by itself."""

from dataclasses import dataclass

from store.records.article import Article
from store.records.report import Report
from store.records.span import Span
from store.records.timex import TimeExpression


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

    @property
    def is_that_day(self) -> bool:
        """Is it the very day of publication, as that of a dateline is?"""
        return self.low == self.high == 0


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
