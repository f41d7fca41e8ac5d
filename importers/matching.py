"""Which report of a fresh extraction is which stored one: so that ids, and all that hangs on them, stay. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from store.records.report import Report


@dataclass(frozen=True, slots=True)
class Matched:
    """The reports of one article as they are to be stored, and how they differ from those stored."""

    reports: tuple[Report, ...]
    """Those found before keep their ids; new ones have 0."""
    changed: tuple[int, ...]
    """Ids of those whose words, values or type are others now."""
    dropped: tuple[Report, ...]
    """Stored ones that are not found again."""


def match(stored: Sequence[Report], found: Sequence[Report]) -> Matched:
    """Match the reports found in an article with those stored of it.

    The same trigger of the same sub-type first, then the same trigger, then evidence that overlaps with the same
    sub-type, the longest overlap first.
    """
    pairs: dict[int, Report] = {}
    left = list(stored)
    _by_same(pairs, left, found, lambda one: (one.trigger_start, one.trigger_end, one.sub_event_type))
    _by_same(pairs, left, found, lambda one: (one.trigger_start, one.trigger_end))
    _by_overlap(pairs, left, found)
    reports = tuple(_as_stored(report, pairs.get(number)) for number, report in enumerate(found))
    changed = tuple(
        report.id for report, old in ((reports[number], old) for number, old in sorted(pairs.items())) if report != old
    )
    return Matched(reports, changed, tuple(left))


def _by_same(
    pairs: dict[int, Report], left: list[Report], found: Sequence[Report], key: Callable[[Report], object]
) -> None:
    by_key: dict[object, list[Report]] = {}
    for old in left:
        by_key.setdefault(key(old), []).append(old)
    for number, report in enumerate(found):
        if number not in pairs and by_key.get(key(report)):
            pairs[number] = by_key[key(report)].pop(0)
            left.remove(pairs[number])


def _by_overlap(pairs: dict[int, Report], left: list[Report], found: Sequence[Report]) -> None:
    unmatched = [number for number in range(len(found)) if number not in pairs]
    fits = [
        (min(old.end, found[number].end) - max(old.start, found[number].start), old, number)
        for old, number in product(left, unmatched)
        if old.sub_event_type == found[number].sub_event_type and old.span.overlaps(found[number].span)
    ]
    for _, old, number in sorted(fits, key=lambda fit: (-fit[0], fit[1].start, fit[1].id, fit[2])):
        if number not in pairs and old in left:
            pairs[number] = old
            left.remove(old)


def _as_stored(report: Report, old: Report | None) -> Report:
    """The report under its stored id; its date is for linking to say, so it stays as it was till then."""
    if old is None:
        return report
    return replace(report, id=old.id, source_id=old.source_id, event_id=old.event_id, when=old.when)
