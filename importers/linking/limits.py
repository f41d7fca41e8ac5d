"""Events that nothing dates, held between days by what the text ties them to.

A text that gives an event no day may still say what it came after ("two more followed", the release of those who had
been taken) and what it is one of ("four car bombs in 48 hours"), and whoever told of it told of it afterwards. Where
that leaves a few days the event is dated by them: one of these days, with the reasons in the chain. As in ``openings``,
what is dated so is evidence for nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from importers.linking.events import agreed, titles
from importers.linking.mentions import Mention, Spell
from importers.linking.spans import Days, day_at, days_of, stretch
from store.records.when import When

LONGEST: Final = 31
"""Days that the limits may be apart: more says no more than that it is news of some time."""

Group = tuple[Mention, ...]
_Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Limits:
    days: Days
    why: str


def dated_by_limits(groups: Sequence[Group]) -> list[Group]:
    """Date what can be held between two days. What has a date keeps it, and may be what others are held by."""
    found = list(groups)
    home = {(mention.source, mention.cluster): at for at, group in enumerate(groups) for mention in group}
    for _ in range(len(groups)):
        changed = False
        for at, group in enumerate(found):
            if not _is_dated(group) and (when := _held(group, found, home)) is not None:
                found[at] = tuple(dated_as(mention, when) for mention in group)
                changed = True
        if not changed:
            break
    return found


def dated_as(mention: Mention, when: When) -> Mention:
    """Give a mention, and all its reports, a date."""
    reports = tuple(replace(report, when=when) for report in mention.reports)
    return replace(mention, reports=reports, when=when, days=days_of(when))


def _is_dated(group: Group) -> bool:
    return any(mention.when.dated for mention in group)


def _held(group: Group, groups: Sequence[Group], home: Mapping[_Key, int]) -> When | None:
    """Give the days that an event's ties leave it; None if it has none, or they contradict each other or are vague."""
    ties = list(dict.fromkeys(limit for mention in group for limit in _ties(mention, groups, home)))
    if not ties:
        return None
    days, chain = Days(None, None), []
    for limit in (*ties, *_told(group)):
        narrowed = days.narrowed(limit.days)
        if narrowed.first and narrowed.last and narrowed.first > narrowed.last:
            return None
        if narrowed != days:
            days = narrowed
            chain.append(limit.why)
    if days.length is None or days.length > LONGEST:
        return None
    return stretch(days, tuple(chain), one_day=not any(mention.is_total for mention in group))


def _told(group: Group) -> Iterator[_Limits]:
    """Nobody tells of what has not happened: the first article that tells of it as past sets the end."""
    days = [
        mention.published.last
        for mention in group
        if mention.published and mention.published.last and mention.factuality in ("happened", "ongoing", "background")
    ]
    if days:
        yield _Limits(Days(None, min(days)), f"told by {min(days)}")


def _ties(mention: Mention, groups: Sequence[Group], home: Mapping[_Key, int]) -> Iterator[_Limits]:
    if mention.factuality not in ("happened", "ongoing"):
        return
    whole = _whole(mention, groups, home)
    if whole is not None and whole.within is not None:
        yield from _within(mention, whole.within, groups, home)
    before = home.get((mention.source, mention.follows)) if mention.follows is not None else None
    if before is not None:
        days = days_of(agreed(groups[before]))
        if days and days.first:
            why = f"not before “{titles(groups[before])}” ({_spelled(days)})"
            yield _Limits(Days(days.first, None), why)


def _whole(mention: Mention, groups: Sequence[Group], home: Mapping[_Key, int]) -> Mention | None:
    """Give the total that a mention is part of, or is."""
    if mention.is_total or mention.part_of is None:
        return mention if mention.is_total else None
    at = home.get((mention.source, mention.part_of))
    members = groups[at] if at is not None else ()
    return next((m for m in members if (m.source, m.cluster) == (mention.source, mention.part_of)), None)


def _within(mention: Mention, spell: Spell, groups: Sequence[Group], home: Mapping[_Key, int]) -> Iterator[_Limits]:
    """Hold an event within so many days of each dated one that its article counts into the same stretch of time."""
    for group in groups:
        for other in group:
            if other.source != mention.source or other.is_total or mention in group:
                continue
            whole = _whole(other, groups, home)
            days = days_of(agreed(group)) if whole is not None and whole.within == spell else None
            if days and days.first and days.last:
                first, last = days.first.toordinal() - spell.days, days.last.toordinal() + spell.days
                why = f"within {spell.days} days of “{titles(group)}” ({_spelled(days)})"
                yield _Limits(Days(day_at(first), day_at(last)), why)


def _spelled(days: Days) -> str:
    return f"{days.first}" if days.first == days.last else f"{days.first or '..'} to {days.last or '..'}"
