"""How long comparing all articles takes, beside reading and extracting them: near-linear, and less than extraction.

    python benchmarks/linking.py FOLDER [SIZE ...]

FOLDER holds the articles (plain text); sizes are how many of them to take (default 325, 650 and 1,300).
"""

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from importers.linking.corpus import build
from importers.readers import load, parse
from importers.run import analyse
from store.records.linking import CorpusSource
from store.records.source import Source

SIZES = (325, 650, 1300)


def readings(folder: Path, most: int) -> tuple[list[CorpusSource], list[float]]:
    """Read and extract articles; the seconds each took."""
    sources: list[CorpusSource] = []
    seconds: list[float] = []
    ids = 0
    for number, path in enumerate(sorted(folder.iterdir())[:most], 1):
        before = time.perf_counter()
        reading = analyse(parse(load(path)))
        seconds.append(time.perf_counter() - before)
        reports = []
        for report in reading.reports:
            ids += 1
            reports.append(replace(report, id=ids, source_id=number))
        source = Source(number, reading.article)
        sources.append(CorpusSource(source, reading.expressions, tuple(reports), reading.bounds, reading.signature))
    return sources, seconds


def main(arguments: Sequence[str]) -> int:
    if not arguments:
        print(__doc__)
        return 2
    sizes = [int(size) for size in arguments[1:]] or list(SIZES)
    sources, seconds = readings(Path(arguments[0]), max(sizes))
    print(f"{'articles':>9} {'extraction s':>13} {'linking s':>10} {'ms/article':>11} {'events':>7} {'merged':>7}")
    for size in sizes:
        before = time.perf_counter()
        drafts = build(sources[:size]).drafts
        took = time.perf_counter() - before
        merged = sum(draft.event.num_articles > 1 for draft in drafts)
        extraction = sum(seconds[:size])
        print(f"{size:>9} {extraction:>13.1f} {took:>10.1f} {1000 * took / size:>11.1f} {len(drafts):>7} {merged:>7}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
