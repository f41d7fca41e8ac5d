"""One event as each independent voice tells it, and how what each says stands to what the event says. Pure.

The rules are those by which ``disagreement`` merges: a later toll supersedes an earlier one, what is vaguer and allows
the event's value fits it, and what excludes it differs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from importers.linking.disagreement import draft
from importers.linking.figures import TOLLS, bounds, excludes
from importers.linking.mentions import Mention, dated, fits, undated
from importers.linking.sides import Side, side_of
from importers.linking.spans import Days, meet
from importers.linking.voices import Voice, voices_of
from store.records.event import ACCUSED, FIGURES, Estimate, Event, settled_by
from store.records.linking import CorpusSource
from store.records.place import NOWHERE, Place
from store.records.report import Factuality, Role
from store.records.source import Source
from store.records.when import When

Stance = Literal["same", "fits", "differs", "superseded"]
Value = Estimate | When | Place | str | tuple[str, ...] | None
"""What is said of a field; names of people are a tuple, types and factuality words."""

COMPARED_ROLES: Final[tuple[Role, ...]] = ("perpetrator", "actor1", "actor2", "victim", "target")
COMPARED: Final = ("date", "place", "type", "factuality", *FIGURES, *COMPARED_ROLES)
"""What is compared; people by their role."""

_HELD: Final[tuple[Factuality, ...]] = ("happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Telling:
    """What one voice tells of an event."""

    sources: tuple[int, ...]
    """The article that speaks for it, then those that repeat its words or are copies of it."""
    event: Event
    """The event as this voice alone tells it."""
    stances: Mapping[str, Stance]
    """By field of COMPARED; a field it says nothing of is missing."""
    accused: tuple[Side, ...] = ()
    """The sides of those who did it, as this voice has it."""
    published: date | None = None
    """The last day it can have been published on."""


def tellings(event: Event, sources: Mapping[int, Source]) -> tuple[Telling, ...]:
    """Tell an event voice by voice, the earliest first. ``sources`` are those of its reports, with their texts."""
    originals = {number: source.copy_of for number, source in sources.items() if source.copy_of is not None}
    mentions = [mention for source in sources.values() for mention in _mentions(event, source)]
    found = [_telling(voice, originals) for voice in voices_of(mentions, originals)]
    found.sort(key=lambda telling: (telling.published or date.max, telling.sources))
    return tuple(
        replace(one, stances=_stances(one, [other for other in found if other is not one], event)) for one in found
    )


def value_of(event: Event, field: str) -> Value:
    """What an event says of a field of COMPARED; None if nothing."""
    match field:
        case "date":
            return event.when if event.when.dated else None
        case "place":
            return event.place if event.place != NOWHERE else None
        case "type":
            return event.sub_event_type or event.event_type
        case "factuality":
            return event.factuality
        case _ if field in FIGURES:
            return event.figures.get(field)
        case _:
            return tuple(actor.name for actor in event.actors if actor.role == field) or None


def _mentions(event: Event, source: Source) -> list[Mention]:
    own = tuple(report for report in event.reports if report.source_id == source.id)
    unread = replace(source, article=replace(source.article, language=""))  # no words are weighed: no lemmas to load
    whens = {report.id: report.when for report in own}
    days = Days(source.published.start, source.published.end)
    told = undated(CorpusSource(unread, (), own, (), b""))
    return [replace(dated(mention, whens, {}, days), language=source.article.language) for mention in told]


def _telling(voice: Voice, originals: Mapping[int, int]) -> Telling:
    sources = tuple(dict.fromkeys(mention.source for mention in voice.mentions))
    lead = [mention for mention in voice.mentions if mention.source == voice.lead.source]
    days = [mention.published.last for mention in lead if mention.published and mention.published.last]
    event = draft(voice.mentions, originals).event
    languages = frozenset(mention.language for mention in voice.mentions)
    return Telling(sources, event, {}, _accused_in(event, languages), max(days, default=None))


def _stances(mine: Telling, others: Sequence[Telling], event: Event) -> dict[str, Stance]:
    found: dict[str, Stance] = {}
    for field in COMPARED:
        value = value_of(mine.event, field)
        if value is not None:
            sided = _stance_on_accused(mine, others, event) if field == ACCUSED else None
            found[field] = sided or _stance(field, value, value_of(event, field), mine, others)
    return found


def _stance(field: str, mine: Value, held: Value, teller: Telling, others: Sequence[Telling]) -> Stance:
    if field in TOLLS and any(_supersedes(other, teller, field) for other in others):
        return "superseded"
    if mine == held or _alike(mine, held):
        return "same"
    if held is not None and _excludes(mine, held):
        return "differs"
    standing = [value_of(other.event, field) for other in others if other.stances.get(field) != "superseded"]
    if any(value is not None and _excludes(mine, value) and value != held for value in standing):
        return "differs"  # where voices exclude each other and none prevails, the event holds what leaves all open
    return "fits"


def _stance_on_accused(teller: Telling, others: Sequence[Telling], event: Event) -> Stance | None:
    """How a voice stands to the others on whose side did it, or to what a person has settled; None: by the names."""
    settled = ACCUSED not in event.disputed and any(kept.field == settled_by(ACCUSED) for kept in event.corrections)
    if settled:
        languages = frozenset().union(*(side.languages for one in (teller, *others) for side in one.accused))
        return "differs" if _against(teller.accused, _accused_in(event, languages)) else None
    if not any(_opposed(teller, other) for other in others):
        return None
    taking = [other for other in others if any(side.side for side in other.accused)]
    alike = sum(not _opposed(teller, other) for other in taking)
    return "same" if alike + 1 > sum(_opposed(teller, other) for other in others) else "differs"


def _opposed(one: Telling, other: Telling) -> bool:
    """Say whether two voices name different sides as those who did it, and none that may be the same."""
    return _against(one.accused, other.accused)


def _against(mine: Sequence[Side], theirs: Sequence[Side]) -> bool:
    pairs = [(a, b) for a in mine for b in theirs]
    return bool(pairs) and all(a.excludes(b) for a, b in pairs)


def _accused_in(event: Event, languages: frozenset[str]) -> tuple[Side, ...]:
    """The sides of those who did it, as an event has it; ``languages`` are those of its articles."""
    return tuple(side_of(actor.name, actor.kind, languages) for actor in event.actors if actor.role == ACCUSED)


def _supersedes(later: Telling, earlier: Telling, field: str) -> bool:
    """Whether a toll was raised by a report of a later day."""
    new, old = later.event.figures.get(field), earlier.event.figures.get(field)
    if new is None or old is None or later.published is None or earlier.published is None:
        return False
    return later.published > earlier.published and bounds(new)[0] > bounds(old)[1]


def _excludes(a: Value, b: Value) -> bool:
    match a, b:
        case Estimate(), Estimate():
            return excludes(a, b)
        case When(), When():
            return meet(a, b) is None
        case Place(), Place():
            return not fits(a, b)
        case str(), str():
            return (a == "denied" and b in _HELD) or (b == "denied" and a in _HELD)
        case _:
            return False


def _alike(a: Value, b: Value) -> bool:
    """Whether two values are one in other words: the same number, the same town, the same name or part of it."""
    match a, b:
        case Estimate(), Estimate():
            return a.best is not None and a.best == b.best
        case When(), When():
            return (a.start, a.end) == (b.start, b.end)
        case Place(), Place():
            return bool(a.location) and a.location == b.location
        case tuple(), tuple():
            return any(set(one.casefold().split()) & set(other.casefold().split()) for one in a for other in b)
        case _:
            return False
