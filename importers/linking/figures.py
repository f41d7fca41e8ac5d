"""How two statements of one number stand to each other: the same, one within the other, or against each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Final, Literal

from importers.linking.words import words
from store.records.event import FIGURES, Estimate
from store.records.report import Claim, Report

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


def bounds(estimate: Estimate) -> tuple[float, float]:
    """Give the least and the most a statement allows; "at least six" has no upper end."""
    low, best, high = estimate.low, estimate.best, estimate.high
    if low is None and high is None:
        return (0.0, inf) if best is None else (best, best)
    least = low if low is not None else 0
    return least, high if high is not None else inf


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
    for field in FIGURES:
        totals, readings = [], []
        for report in reports:
            claims = [claim for claim in report.claims if claim.field == field and not _silent(claim)]
            if not claims:
                continue
            own = [Estimate(claim.low, claim.best, claim.high) for claim in claims]
            joined = _sum_of_joined(sorted(claims, key=lambda claim: (claim.start, claim.end)), text)
            total = max(own, key=least)
            if joined is not None and least(joined) > least(total):
                total = joined
            totals.append(total)
            readings += [total, *own]
        if totals:
            told = _one_by_one(field, reports) if set(totals) == {_ONE} else 0
            total = Estimate(told, told, told) if told > 1 else _settle(totals)
            found[field] = Stated(total, tuple(dict.fromkeys((total, *readings))))
    return found


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
