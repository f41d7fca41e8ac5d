"""What one source alone says of an event: for choosing whose value stands where sources differ. Pure."""

from dataclasses import replace

from importers.linking.disagreement import draft
from importers.linking.mentions import dated, undated
from importers.linking.spans import Days
from store.records.event import Event
from store.records.linking import CorpusSource
from store.records.report import ROLES
from store.records.source import Source


def stated_by(source: Source, event: Event) -> Event | None:
    """The event as the reports of one of its sources tell it; None if that source does not report it."""
    own = tuple(report for report in event.reports if report.source_id == source.id)
    if not own:
        return None
    whens = {report.id: report.when for report in own}
    days = Days(source.published.start, source.published.end)
    told = undated(CorpusSource(source, (), own, (), b""))
    return draft([dated(mention, whens, {}, days) for mention in told], {}).event


def with_role_of(event: Event, told: Event, role: str) -> Event:
    """The event with those who are ``told`` to have had a role in it; all others as they are."""
    actors = [actor for actor in event.actors if actor.role != role]
    actors += [actor for actor in told.actors if actor.role == role]
    return replace(event, actors=tuple(sorted(actors, key=lambda actor: ROLES.index(actor.role))))
