"""How two statements of one number stand to each other: the same, one within the other, or against each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import inf
from typing import Final, Literal

from importers.linking.sides import is_one_of, parts
from importers.linking.words import words
from store.records.event import ACCUSED, FIGURES, Estimate
from store.records.report import NOT_ALL, PART, SINGLES, Claim, Report

Relation = Literal["equal", "agree", "near", "conflict"]

TOLLS: Final = frozenset({"killed", "injured", "arrested"})
"""Figures that rise as news comes in; the others (held, released ...) are facts of one moment."""
COUNTED: Final = frozenset({"devices"})
"""Figures that say how many happenings a report tells as one."""

_JOINERS: Final = frozenset(
    {"", "and", "y", "e", "plus", "along with", "as well as", "junto con", "mas", "and another"}
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What one report, or one article, says of a figure: the estimate, and other ways to read it.

    "30 nurses and four doctors" is 34, and a report elsewhere of 30 nurses is no contradiction.
    """

    estimate: Estimate
    readings: tuple[Estimate, ...]
    parts: tuple[Estimate, ...] = ()
    """What it sums up ("nine guests and four attackers")."""
    sayings: tuple[Estimate, ...] = ()
    """What each of those whom it quotes says, and it in its own words, where they exclude each other; else none."""
    partisan: bool = False
    """Only those who are said to have done it give the number."""
    single: bool = False
    """Nobody is counted, one person is only told of by name or as "a guard": there may be more."""


def bounds(estimate: Estimate) -> tuple[float, float]:
    """Give the least and the most a statement allows; "at least six" has no upper end."""
    low, best, high = estimate.low, estimate.best, estimate.high
    if low is None and high is None:
        return (0.0, inf) if best is None else (best, best)
    least = low if low is not None else 0
    return least, high if high is not None else inf


def excludes(a: Estimate, b: Estimate) -> bool:
    """Say whether the two cannot both be right."""
    return _exclude(a, b) or relation(a, b) == "conflict"


def _exclude(a: Estimate, b: Estimate) -> bool:
    low_a, high_a = bounds(a)
    low_b, high_b = bounds(b)
    return low_a > high_b or low_b > high_a


def precise(estimate: Estimate) -> bool:
    low, high = bounds(estimate)
    return low == high


def relation(a: Estimate, b: Estimate) -> Relation:
    """Compare two statements of one number; "near" is a quarrel over details (12 or 13), "conflict" more than that."""
    if a.best is not None and a.best == b.best:
        return "equal"
    low_a, high_a = bounds(a)
    low_b, high_b = bounds(b)
    if low_a <= high_b and low_b <= high_a:
        return "agree" if not _far(a, b) else "conflict"
    return "near" if not _far(a, b) else "conflict"


def _far(a: Estimate, b: Estimate) -> bool:
    """Whether two values are too far apart to be the same count: "at least six" fits seven, hardly 400."""
    x, y = least(a), least(b)
    less, more = min(x, y), max(x, y)
    open_ended = (not precise(a)) if x < y else (not precise(b))
    factor = 3.0 if open_ended else 1.25
    return more - less > (2 if not open_ended else 10) and more > factor * less


def least(estimate: Estimate) -> float:
    """Give the number an estimate is known by: its best, else its low, else its high."""
    if estimate.best is not None:
        return estimate.best
    low, high = bounds(estimate)
    return low or (high if high != inf else 0.0)


def stated(reports: Sequence[Report], text: str) -> dict[str, Stated]:
    """Say what one article says of each figure of one happening, over all its reports of it.

    Counts joined by "and" in one report are parts of one total; otherwise the largest count of a report is its total
    and the rest are parts of that ("12 dead, three of them children").
    """
    found: dict[str, Stated] = {}
    told = [report for report in reports if report.factuality != "denied"] or reports
    doers = [parts(claim.value) for report in reports for claim in report.claims if claim.field == ACCUSED]
    for field in FIGURES:
        totals, readings, summed = [], [], []
        counted: set[str] = set()
        by_sayer: dict[str, list[Estimate]] = {}
        for report in told:
            claims = [claim for claim in report.claims if claim.field == field and not _silent(claim)]
            if not claims:
                continue
            counted |= {claim.rule for claim in claims}
            own = [Estimate(claim.low, claim.best, claim.high) for claim in claims]
            joined = _sum_of_joined(sorted(claims, key=lambda claim: (claim.start, claim.end)), text)
            total = max(own, key=least)
            if joined is not None and least(joined) > least(total):
                total = joined
            if total == joined or any(claim.rule == "sum" for claim in claims):
                summed += own
            totals.append(total)
            if (report.attributed_to or not by_sayer) and any(claim.rule not in NOT_ALL for claim in claims):
                # What the article itself says behind what somebody says is a part of it more often than not.
                by_sayer.setdefault(report.attributed_to, []).append(total)
            readings += [total, *own]
        if totals:
            apart = _one_by_one(field, reports) if set(totals) == {_ONE} else 0
            total = Estimate(apart, apart, apart) if apart > 1 else _settle(totals)
            found[field] = Stated(
                total,
                tuple(dict.fromkeys((total, *readings))),
                tuple(summed),
                () if apart else _at_odds([_settle(said) for said in by_sayer.values()]),
                partisan=bool(by_sayer) and all(is_one_of(sayer, doers) for sayer in by_sayer),
                single=counted <= SINGLES | {PART} and least(total) == 1,
            )
    return found


def _at_odds(sayings: Sequence[Estimate]) -> tuple[Estimate, ...]:
    """What several say of one number, if any two of them cannot both be right; else nothing."""
    return tuple(sayings) if any(_exclude(one, other) for one, other in combinations(sayings, 2)) else ()


_ONE: Final = Estimate(1, 1, 1)


def _one_by_one(field: str, reports: Sequence[Report]) -> int:
    """Count those who are told of one by one, each by name ("X was shot dead. His driver, Y, also died")."""
    people: list[frozenset[str]] = []
    for report in reports:
        names = {
            (claim.start, claim.end): frozenset(words(claim.value))
            for claim in report.claims
            if claim.field == "victim" and not claim.head
        }
        counted = (names.get((claim.start, claim.end)) for claim in report.claims if claim.field == field)
        people += [name for name in counted if name and all(name.isdisjoint(other) for other in people)]
    return len(people)


def _settle(totals: Sequence[Estimate]) -> Estimate:
    """One article's own figure: the value it states most often, precise before vague, the larger of equals."""
    counts = {total: totals.count(total) for total in totals}
    return max(counts, key=lambda total: (precise(total) or total.best is not None, counts[total], least(total)))


def _silent(claim: Claim) -> bool:
    return claim.low is None and claim.best is None and claim.high is None


def _sum_of_joined(claims: Sequence[Claim], text: str) -> Estimate | None:
    """Give the sum of the first run of counts with different units that only "and" or a comma separates."""
    run = list(claims[:1])
    for before, claim in pairwise(claims):
        gap = " ".join(text[before.end : claim.start].replace(",", " ").casefold().split())
        if gap not in _JOINERS or claim.unit == before.unit or before.end > claim.start:
            if len(run) > 1:
                break
            run = [claim]
            continue
        run.append(claim)
    if len(run) < 2 or any(claim.best is None for claim in run):
        return None
    best = sum(claim.best or 0 for claim in run)
    low = sum(claim.low if claim.low is not None else claim.best or 0 for claim in run)
    high = None if any(claim.high is None and claim.low is not None for claim in run) else 0
    if high is not None:
        high = sum(claim.high if claim.high is not None else claim.best or 0 for claim in run)
    return Estimate(low, best, high)


def compare(a: Mapping[str, Stated], b: Mapping[str, Stated]) -> Iterator[tuple[str, Relation, Estimate, Estimate]]:
    """Compare what two articles say of the figures both have, field by field.

    Totals that quarrel still agree if one side's total is a part that the other names ("30 nurses" of 30 and 4).
    """
    for field in FIGURES:
        if field in a and field in b:
            one, other = a[field], b[field]
            how = relation(one.estimate, other.estimate)
            if how in ("near", "conflict") and (one.estimate in other.readings or other.estimate in one.readings):
                how = "agree"
            yield field, how, one.estimate, other.estimate
