"""Events as columns and JSON, and back."""

import json
from typing import Final, cast

from store.codec import Row, clean, columns, dumps, when_of, when_row
from store.connection import Value
from store.records.event import Actor, Estimate, Event
from store.records.place import Place
from store.records.report import Report

EVENT: Final = columns(
    "id title event_type sub_event_type date_start date_end date_edtf time_precision date_basis country "
    "country_name admin1 location site latitude longitude geo_precision actors instruments figures "
    "factuality confidence number_of_sources num_reports num_articles disputed status starred note"
)


def event_row(event: Event) -> tuple[Value, ...]:
    place = event.place
    return (
        event.id,
        clean(event.title),
        event.event_type,
        event.sub_event_type,
        *when_row(event.when),
        place.country,
        clean(place.country_name),
        clean(place.admin1),
        clean(place.location),
        clean(place.site),
        place.latitude,
        place.longitude,
        place.geo_precision,
        dumps([[actor.name, actor.role, actor.kind] for actor in event.actors]),
        dumps(event.instruments),
        dumps(figures_json(event.figures)),
        event.factuality,
        event.confidence,
        event.number_of_sources,
        event.num_reports,
        event.num_articles,
        dumps(event.disputed),
        event.status,
        int(event.starred),
        clean(event.note),
    )


def event_of(row: Row, tags: tuple[str, ...], reports: tuple[Report, ...]) -> Event:
    """An event from the columns of EVENT."""
    return Event(
        id=row[0],
        title=row[1],
        event_type=row[2],
        sub_event_type=row[3],
        when=when_of(row[4:9]),
        place=Place(*row[9:17]),
        actors=tuple(Actor(*values) for values in json.loads(row[17])),
        instruments=tuple(json.loads(row[18])),
        figures=json_figures(json.loads(row[19])),
        factuality=row[20],
        confidence=row[21],
        number_of_sources=row[22],
        num_reports=row[23],
        num_articles=row[24],
        disputed=tuple(json.loads(row[25])),
        status=row[26],
        starred=bool(row[27]),
        tags=tags,
        note=row[28],
        reports=reports,
    )


def figures_json(figures: dict[str, Estimate]) -> dict[str, list[int | None]]:
    return {field: [e.low, e.best, e.high] for field, e in figures.items()}


def json_figures(values: dict[str, list[int | None]]) -> dict[str, Estimate]:
    return {field: Estimate(*three) for field, three in values.items()}


def event_json(event: Event) -> str:
    """A machine's event whole, for keeping it beside what a person has made of it."""
    return dumps(event_row(event))


def json_event(text: str) -> Event:
    return event_of(cast("Row", json.loads(text)), (), ())
