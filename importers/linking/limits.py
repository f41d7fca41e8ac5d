"""Events that nothing dates, or only about, held between days by what the text ties them to.

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
from importers.linking.spans import Days, approximate, day_at, days_of, meet, stretch
from store.records.when import When

LONGEST: Final = 31
"""Days that the limits may be apart: more says no more than that it is news of some time."""

Group = tuple[Mention, ...]
_Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tie:
    """The days that something told elsewhere leaves an event, and why."""

    days: Days
    why: str


def dated_by_limits(groups: Sequence[Group]) -> list[Group]:
    """Date what can be held between two days. What has its own day keeps it, and may be what others are held by."""
    found = list(groups)
    home = {(mention.source, mention.cluster): at for at, group in enumerate(groups) for mention in group}
    for _ in range(len(groups)):
        changed = False
        for at, group in enumerate(found):
            known = agreed(group)
            if known.dated and not approximate(known):
                continue
            when = _held(group, found, home)
            when = meet(known, when) if when is not None else None
            if when is not None and when != known:
                found[at] = tuple(dated_as(mention, when) for mention in group)
                changed = True
        if not changed:
            break
    return found


def dated_as(mention: Mention, when: When) -> Mention:
    """Give a mention, and all its reports, a date."""
    reports = tuple(replace(report, when=when) for report in mention.reports)
    return replace(mention, reports=reports, when=when, days=days_of(when))


def _held(group: Group, groups: Sequence[Group], home: Mapping[_Key, int]) -> When | None:
    """Give the days that an event's ties leave it; None if it has none, or they contradict each other or are vague."""
    ties = list(dict.fromkeys(limit for mention in group for limit in ties_of(mention, groups, home)))
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


def _told(group: Group) -> Iterator[Tie]:
    """Nobody tells of what has not happened: the first article that tells of it as past sets the end."""
    days = [
        mention.published.last
        for mention in group
        if mention.published and mention.published.last and mention.factuality in ("happened", "ongoing", "background")
    ]
    if days:
        yield Tie(Days(None, min(days)), f"told by {min(days)}")


def ties_of(mention: Mention, groups: Sequence[Group], home: Mapping[_Key, int]) -> Iterator[Tie]:
    """Give what an article ties an event to: what it tells before it, and what it counts into the same total.

    ``home`` gives the position in ``groups`` of each mention by its source and cluster.
    """
    if mention.factuality not in ("happened", "ongoing"):
        return
    whole = _whole(mention, groups, home)
    if whole is not None and whole.within is not None:
        for group in groups:
            if mention not in group and _counted_into(whole.within, group, mention.source, groups, home):
                yield from _within(whole.within, days_of(agreed(group)), titles(group))
    before = home.get((mention.source, mention.follows)) if mention.follows is not None else None
    days = days_of(agreed(groups[before])) if before is not None else None
    if before is not None and days and days.first:
        yield Tie(Days(days.first, None), f"not before “{titles(groups[before])}” ({_spelled(days)})")


def _whole(mention: Mention, groups: Sequence[Group], home: Mapping[_Key, int]) -> Mention | None:
    """Give the total that a mention is part of, or is."""
    if mention.is_total or mention.part_of is None:
        return mention if mention.is_total else None
    at = home.get((mention.source, mention.part_of))
    members = groups[at] if at is not None else ()
    return next((m for m in members if (m.source, m.cluster) == (mention.source, mention.part_of)), None)


def _counted_into(spell: Spell, group: Group, source: int, groups: Sequence[Group], home: Mapping[_Key, int]) -> bool:
    """Say whether an article counts an event into the total over a stretch of time."""
    own = (other for other in group if other.source == source and not other.is_total)
    wholes = (_whole(other, groups, home) for other in own)
    return any(whole is not None and whole.within == spell for whole in wholes)


def _within(spell: Spell, days: Days | None, title: str) -> Iterator[Tie]:
    """Hold an event within so many days of one that is counted into the same stretch of time."""
    if days and days.first and days.last:
        first, last = days.first.toordinal() - spell.days, days.last.toordinal() + spell.days
        why = f"within {spell.days} days of “{title}” ({_spelled(days)})"
        yield Tie(Days(day_at(first), day_at(last)), why)


def _spelled(days: Days) -> str:
    return f"{days.first}" if days.first == days.last else f"{days.first or '..'} to {days.last or '..'}"
