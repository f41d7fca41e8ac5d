"""What an event is called: the title of the report that says most surely what the event says."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from importers.linking.evidence import told_as_one
from importers.linking.mentions import Mention, fits, specificity
from importers.linking.parties import DOERS, SUFFERERS
from importers.linking.sides import parts
from store.records.event import Event
from store.records.report import Factuality, Report

FACTUALITIES: Final[tuple[Factuality, ...]] = ("happened", "ongoing", "background", "planned", "possible", "denied")
"""The surest first."""


def title_of(mentions: Sequence[Mention], event: Event) -> str:
    """Choose the title that says what the event says: its kind, place, people and figures, as news, surely."""

    def standing(entry: tuple[Mention, Report]) -> tuple[object, ...]:
        mention, report = entry
        return (
            not report.title,
            report.candidate,
            _misnames(report.title, mention, event),
            report.sub_event_type != event.sub_event_type,
            not fits(report.place, event.place),
            _misstates(mention, event),
            report.place.site not in ("", event.place.site),
            FACTUALITIES.index(report.factuality),
            -specificity(report.place),
            -report.confidence,
            last_day(mention) or date.max,
            mention.key,
            report.start,
        )

    _, report = min(((mention, report) for mention in mentions for report in mention.reports), key=standing)
    return report.title or report.trigger


def last_day(mention: Mention) -> date | None:
    """Give the last day on which a mention's article may have been published."""
    return mention.published.last if mention.published else None


def _misnames(title: str, mention: Mention, event: Event) -> bool:
    """Say whether a title names a victim or a doer whom its article names and the event does not."""

    def misnamed(roles: Collection[str], *, by_name: bool) -> bool:
        claims = (claim for report in mention.reports for claim in report.claims)
        named = [parts(claim.value) for claim in claims if claim.field in roles and not (by_name and claim.head)]
        known = frozenset().union(*(parts(actor.name) for actor in event.actors if actor.role in roles))
        return bool(known) and any(name & parts(title) and name.isdisjoint(known) for name in named)

    return misnamed(SUFFERERS, by_name=True) or misnamed(DOERS, by_name=False)


def _misstates(mention: Mention, event: Event) -> bool:
    """Say whether an article's own figures, one deed for none, are not those that the event settles on."""
    devices = event.figures.get("devices")
    if devices is not None and devices.best and told_as_one(mention) != devices.best:
        return True
    return any(
        field in mention.figures and mention.figures[field].estimate.best != estimate.best
        for field, estimate in event.figures.items()
        if estimate.best is not None
    )
