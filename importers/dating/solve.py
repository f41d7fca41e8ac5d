"""When each article was published, decided over all of them.

An article's publication day is an unknown. What its file states are candidates; what its text and other articles say
are limits ("calls the runoff of 15 October upcoming": published before it). Limits are intersected in a fixed order,
an article's own text first; near-copies share theirs. Then

- a candidate that fits is *stated*: the best by its place in the file, metadata before dateline before header line;
- a candidate outside the limits is *contradicted*: it is kept and shown with the evidence, never silently replaced,
  and dates nothing: the article's reports are dated from the limits if these have both ends;
- without candidates the limits are the answer, *inferred*; without limits it is *unknown*. Never today, never a file's
  time stamp.

A person's own date stands whatever the text says.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from store.records.article import DateCandidate
from store.records.published import Published, PublishedBasis
from store.when import edtf

_ORDER: Final[tuple[PublishedBasis, ...]] = ("user", "metadata", "dateline", "header", "filename", "inferred", "none")
_SLACK: Final = 1
"""Days by which a stated date may miss a limit: the paper of Friday tells of Friday night as time zones have it."""

Days = tuple[date | None, date | None]
"""First and last possible day; None is open."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The article was published within ``days``, and why that is known (for people)."""

    days: Days
    why: str
    own: bool = True
    """Known from the article's own words, rather than from another article."""
    firm: bool = True
    """It may contradict what the article states of its day; other limits only narrow what nothing is stated of."""
    year: str = ""
    """Where the year of the article's days comes from, if they name none: all that is counted from them rests on it."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """An article whose publication day is asked for."""

    key: int
    candidates: tuple[DateCandidate, ...] = ()
    fixed: Published | None = None
    limits: tuple[Limit, ...] = ()
    copy_of: int | None = None
    name: str = ""
    """What people know the article by (its file name)."""
    unlikely: frozenset[DateCandidate] = frozenset()
    """Those of the candidates that are taken only where all others are excluded."""
    yearless: str = ""
    """The day of its dateline as worded, if it names no year ("23 may")."""


@dataclass(frozen=True, slots=True)
class Solved:
    """What is known of an article's publication day."""

    published: Published
    candidates: tuple[DateCandidate, ...]
    days: Days
    """The days that the article may be of, for dating its reports: without a contradicted candidate."""
    against: tuple[Limit, ...] = ()
    """What contradicts candidates."""


def solve(unknowns: Iterable[Unknown]) -> dict[int, Solved]:
    """Solve for every article. Neither order nor ids matter, but for which article a copy is a copy of."""
    known = {unknown.key: unknown for unknown in unknowns}
    shared = _shared_limits(known)
    return {key: _solve_one(unknown, shared.get(key, unknown.limits)) for key, unknown in known.items()}


def narrow(limits: Sequence[Limit]) -> tuple[Days, tuple[Limit, ...]]:
    """Intersect limits, own words first, leaving out what the earlier ones exclude. Gives also those that hold."""
    first: date | None = None
    last: date | None = None
    holding = []
    for limit in sorted(limits, key=_precedence):
        low, high = limit.days
        new_first = low if first is None else first if low is None else max(first, low)
        new_last = high if last is None else last if high is None else min(last, high)
        if new_first and new_last and new_first > new_last:
            continue
        holding.append(limit)
        first, last = new_first, new_last
    return (first, last), tuple(holding)


def _precedence(limit: Limit) -> tuple[bool, bool, int, str, date, date]:
    first, last = limit.days
    width = (last - first).days if first and last else 10**7
    return not limit.own, not limit.firm, width, limit.why, first or date.min, last or date.max


def _shared_limits(known: Mapping[int, Unknown]) -> dict[int, tuple[Limit, ...]]:
    """Undated near-copies share their limits, and the day that one of them states."""
    groups: dict[int, list[Unknown]] = {}
    for unknown in known.values():
        groups.setdefault(unknown.key if unknown.copy_of is None else unknown.copy_of, []).append(unknown)
    shared = {}
    for members in groups.values():
        if len(members) == 1:
            continue
        pool = tuple(dict.fromkeys(limit for member in members if not _stated(member) for limit in member.limits))
        for member in members:
            if _stated(member):
                continue
            days = [
                Limit(stated, f"a near-copy of {other.name or 'an article'} of {stated[0]}", own=False)
                for other in members
                if other.key != member.key and (stated := _stated(other))
            ]
            shared[member.key] = (*pool, *sorted(days, key=lambda limit: limit.why))
    return shared


def _stated(unknown: Unknown) -> Days | None:
    """Say what a person or the file says, the best of it."""
    if unknown.fixed:
        return unknown.fixed.start, unknown.fixed.end
    if unknown.candidates:
        best = _ranked(unknown)[0]
        return best.start, best.end
    return None


def _ranked(unknown: Unknown) -> list[DateCandidate]:
    return sorted(unknown.candidates, key=lambda candidate: (candidate in unknown.unlikely, _rank(candidate)))


def _rank(candidate: DateCandidate) -> tuple[int, int, date]:
    """Best first: by where it stands, then the more exact, then the earlier (a later one is often an update)."""
    return _ORDER.index(candidate.basis), (candidate.end - candidate.start).days, candidate.start


def _solve_one(unknown: Unknown, limits: Sequence[Limit]) -> Solved:
    days, holding = narrow(limits)
    if unknown.fixed:
        return _fixed(unknown, unknown.fixed)
    if not unknown.candidates:
        return Solved(_inferred(days, holding, unknown.yearless), (), days)
    ranked = _ranked(unknown)
    against = {candidate: _limit_against(candidate, holding) for candidate in ranked}
    chosen = next((candidate for candidate in ranked if against[candidate] is None), None)
    judged = tuple(_judged(candidate, chosen, against[candidate]) for candidate in unknown.candidates)
    evidence = tuple(dict.fromkeys(limit for limit in against.values() if limit is not None))
    if chosen is not None:
        return Solved(_chosen(chosen, ranked, against, days), judged, _within(chosen, days), evidence)
    return Solved(_contradicted(ranked[0], days, against[ranked[0]]), judged, days, evidence)


def _fixed(unknown: Unknown, fixed: Published) -> Solved:
    judged = tuple(
        replace(candidate, verdict="agrees", why="")
        if fixed.start and fixed.end and candidate.start <= fixed.end and fixed.start <= candidate.end
        else replace(candidate, verdict="weaker", why="a person set the date")
        for candidate in unknown.candidates
    )
    return Solved(fixed, judged, (fixed.start, fixed.end))


def _limit_against(candidate: DateCandidate, holding: Sequence[Limit]) -> Limit | None:
    for limit in holding:
        first, last = limit.days
        if not limit.firm:
            continue
        if (first and (first - candidate.end).days > _SLACK) or (last and (candidate.start - last).days > _SLACK):
            return limit
    return None


def _judged(candidate: DateCandidate, chosen: DateCandidate | None, against: Limit | None) -> DateCandidate:
    if against is not None:
        return replace(candidate, verdict="contradicted", why=against.why)
    if candidate == chosen:
        return replace(candidate, verdict="chosen", why="")
    if chosen is not None and candidate.start <= chosen.end and chosen.start <= candidate.end:
        return replace(candidate, verdict="agrees", why="")
    return replace(candidate, verdict="weaker", why=f"{chosen.where} says {_spell(chosen)}" if chosen else "")


def _spell(candidate: DateCandidate) -> str:
    return edtf(candidate.start, candidate.end)


def _within(chosen: DateCandidate, days: Days) -> Days:
    """Give the days of a candidate that the limits leave; all of them if they miss it by a day."""
    first = max(chosen.start, days[0]) if days[0] else chosen.start
    last = min(chosen.end, days[1]) if days[1] else chosen.end
    return (first, last) if first <= last else (chosen.start, chosen.end)


def _chosen(
    chosen: DateCandidate,
    ranked: Sequence[DateCandidate],
    against: Mapping[DateCandidate, Limit | None],
    days: Days,
) -> Published:
    first, last = _within(chosen, days)
    why = chosen.where
    wrong = [candidate for candidate in ranked if against[candidate] is not None]
    if wrong:
        limit = against[wrong[0]]
        assert limit is not None
        why += f"; {wrong[0].where} says {_spell(wrong[0])}, but {limit.why}"
    return Published(first, last, edtf(first, last, one_day=first != last), chosen.basis, "stated", why)


def _contradicted(candidate: DateCandidate, days: Days, against: Limit | None) -> Published:
    assert against is not None
    why = f"{candidate.where} says {_spell(candidate)}, but {against.why}"
    if days[0] or days[1]:
        why += f"; by the evidence it was published {_between(days)}"
    return Published(candidate.start, candidate.end, _spell(candidate), candidate.basis, "contradicted", why)


def _inferred(days: Days, holding: Sequence[Limit], yearless: str) -> Published:
    first, last = days
    if first is None and last is None:
        if yearless:
            return Published(why=f"its dateline says “{yearless}”, and nothing says of which year")
        return Published(why="nothing in the file, its text or other articles says when it was published")
    why = _binding(days, holding)
    return Published(first, last, edtf(first, last, one_day=first != last), "inferred", "inferred", why)


def _binding(days: Days, holding: Sequence[Limit]) -> str:
    """Say which limit sets each end, an article's own words before another's."""
    ends = [next((limit for limit in holding if days[end] and limit.days[end] == days[end]), None) for end in (0, 1)]
    said = zip(("not before", "not after"), days, ends, strict=True)
    years = [limit.year for limit in holding if limit.year]
    if ends[0] is not None and ends[0] == ends[1]:
        return "; ".join((ends[0].why, *years))
    return "; ".join((*(f"{word} {day}: {limit.why}" for word, day, limit in said if limit is not None), *years))


def _between(days: Days) -> str:
    first, last = days
    if first and last:
        return f"on {first}" if first == last else f"between {first} and {last}"
    return f"on {first} or later" if first else f"on {last} or earlier"
