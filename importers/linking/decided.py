"""What people have decided of reports, in the terms of linking: clusters of one article, and pairs of mentions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from importers.linking.mentions import Mention
from store.records.linking import CorpusSource, Decisions
from store.records.report import Report


@dataclass(frozen=True, slots=True)
class Ruled:
    """Decisions on mentions, given by their positions."""

    together: tuple[tuple[int, int], ...]
    """Pairs to join; chains of them make up each set."""
    apart: Mapping[int, frozenset[int]]
    """For each mention those that it is never joined with."""


def ruled(mentions: Sequence[Mention], decisions: Decisions) -> Ruled:
    """Say which mentions decisions on their reports concern. Decisions on reports that are no more say nothing."""
    at = {report.id: number for number, mention in enumerate(mentions) for report in mention.reports}
    together: list[tuple[int, int]] = []
    for reports in decisions.together:
        together += pairwise(sorted({at[report] for report in reports if report in at}))
    apart: dict[int, set[int]] = {}
    for a, b in decisions.apart:
        if a in at and b in at and at[a] != at[b]:
            apart.setdefault(at[a], set()).add(at[b])
            apart.setdefault(at[b], set()).add(at[a])
    return Ruled(tuple(sorted(together)), {number: frozenset(others) for number, others in apart.items()})


def parted(corpus: Iterable[CorpusSource], decisions: Decisions) -> Iterator[CorpusSource]:
    """Tell apart what extraction took for one happening of an article and a person did not.

    Reports of one cluster that are kept apart go into clusters of their own, each into the first that takes it.
    """
    against: dict[int, set[int]] = {}
    for a, b in decisions.apart:
        against.setdefault(a, set()).add(b)
        against.setdefault(b, set()).add(a)
    for source in corpus:
        yield _parted(source, against) if any(report.id in against for report in source.reports) else source


def _parted(source: CorpusSource, against: Mapping[int, set[int]]) -> CorpusSource:
    clusters: dict[int, list[Report]] = {}
    for report in source.reports:
        clusters.setdefault(report.cluster, []).append(report)
    new = max(clusters)
    numbers: dict[int, int] = {}
    for cluster, reports in clusters.items():
        for position, part in enumerate(_parts(reports, against)):
            new += position > 0
            numbers.update(dict.fromkeys(part, new if position else cluster))
    return replace(source, reports=tuple(replace(one, cluster=numbers[one.id]) for one in source.reports))


def _parts(reports: Iterable[Report], against: Mapping[int, set[int]]) -> list[list[int]]:
    parts: list[list[int]] = []
    for report in reports:
        part = next((one for one in parts if against.get(report.id, set()).isdisjoint(one)), None)
        if part is None:
            parts.append([report.id])
        else:
            part.append(report.id)
    return parts
