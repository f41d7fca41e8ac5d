"""How long the questions of the screen take on a store of ``stores.py``.

    python benchmarks/queries.py STORE.db [--times 5]

Prints the best of a few times, in milliseconds, as the reader's thread would take: what a filter keeps with its counts
by day, the first and the last window of 50 rows, the same of the sources pane (its count is taken after that of the
events); then windows and positions at any depth. The last word of a filter is a beginning ("the" finds "they").
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from store import queries
from store.connection import Database, reading
from store.filters import Filter, parse
from store.matches import Matches

WINDOW = 50
FILTERS = (
    "",
    "zanzibar",
    "prison",
    "the",
    "g",
    "t",
    "the the the",
    "quito -the",
    '"of the"',
    "prison OR bomb -car",
    "text:police",
    "type:car_bomb",
    "the type:car_bomb",
    "country:EC killed:>=30",
    "date:2019-03..2019-06",
    "the date:2019",
    "maybe:2019-03",
    "-is:candidate",
    "is:disputed",
    "is:undated",
    'outlet:"Outlet 7"',
    "sources:>=1",
    "the OR type:arrest",
)


def best(times: int, ask: Callable[[], object]) -> float:
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        ask()
        taken.append(time.perf_counter() - started)
    return min(taken) * 1e3


def measure(db: Database, times: int) -> None:
    heads = ("events", "count", "first 50", "last 50", "sources", "count", "first 50")
    print(f"{'filter':28}" + "".join(f"{head:>9}" for head in heads))
    for text in FILTERS:
        print(f"{text or '(everything)':28}" + _filter(db, parse(text), times))
    for text in ("", "the "):
        found = queries.matches(db, parse(text))
        for share in (0.1, 0.5, 0.9, 0.999):
            start = int(found.total * share)
            print(f"{text or '(everything)':14} at {share:5.1%}: {_depth(db, found, start, times)}")


def _filter(db: Database, wanted: Filter, times: int) -> str:
    found = queries.matches(db, wanted)
    listed = queries.source_matches(db, wanted, events=found)
    last = max(0, found.total - WINDOW)
    events = (
        best(times, lambda: queries.matches(db, wanted)),
        best(times, lambda: queries.event_window(db, found, 0, WINDOW)),
        best(times, lambda: queries.event_window(db, found, last, WINDOW)),
    )
    sources = (
        best(times, lambda: queries.source_matches(db, wanted, events=found)),
        best(times, lambda: queries.source_window(db, listed, 0, WINDOW)),
    )
    cells = "".join(f"{taken:9.1f}" for taken in events)
    return f"{found.total:9}{cells}{listed.total:9}" + "".join(f"{taken:9.1f}" for taken in sources)


def _depth(db: Database, found: Matches, start: int, times: int) -> str:
    (row,) = queries.event_window(db, found, start, 1)
    window = best(times, lambda: queries.event_window(db, found, start, WINDOW))
    newest = best(times, lambda: queries.event_window(db, found, start, WINDOW, newest_first=True))
    place = best(times, lambda: queries.position(db, found, row.id))
    return f"window {window:.2f}, newest first {newest:.2f}, position {place:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    started = time.perf_counter()
    with reading(options.store) as db:
        print(f"opened in {(time.perf_counter() - started) * 1e3:.1f} ms; milliseconds, best of {options.times}")
        measure(db, options.times)


if __name__ == "__main__":
    main()
