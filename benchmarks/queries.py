"""How long the questions of the screen take on a store of ``stores.py``.

    python benchmarks/queries.py STORE.db [--times 5]

Prints the best of a few times, in milliseconds, of asking afresh, as the reader's thread does: the count with its days, the first window
of 50 rows, and both for filters from rare to common; then windows and positions at any depth.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from store import queries
from store.connection import Database, reading
from store.filters import EVERYTHING, parse
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
    print(
        f"{'filter':28}{'events':>9}{'count':>9}{'first 50':>9}{'last 50':>9}{'sources':>9}{'count':>9}{'first 50':>9}"
    )
    for text in FILTERS:
        wanted = parse(text)
        found = queries.matches(db, wanted)
        listed = queries.source_matches(db, wanted)
        last = max(0, found.total - WINDOW)
        row = (
            found.total,
            best(times, lambda: queries.matches(db, wanted)),
            best(times, lambda: queries.event_window(db, found, 0, WINDOW)),
            best(times, lambda: queries.event_window(db, found, last, WINDOW)),
            listed.total,
            best(times, lambda: queries.source_matches(db, wanted, events=found)),
            best(times, lambda: queries.source_window(db, listed, 0, WINDOW)),
        )
        print(
            f"{text or '(everything)':28}{row[0]:9}{row[1]:9.1f}{row[2]:9.1f}{row[3]:9.1f}{row[4]:9}{row[5]:9.1f}{row[6]:9.1f}"
        )
    everything = queries.matches(db, EVERYTHING)
    for text in ("", "the"):
        _depths(db, queries.matches(db, parse(text)) if text else everything, text, times)


def _depths(db: Database, found: Matches, text: str, times: int) -> None:
    for share in (0.1, 0.5, 0.9, 0.999):
        start = int(found.total * share)
        (row,) = queries.event_window(db, found, start, 1)
        window = best(times, lambda: queries.event_window(db, found, start, WINDOW))
        newest = best(times, lambda: queries.event_window(db, found, start, WINDOW, newest_first=True))
        place = best(times, lambda: queries.position(db, found, row.id))
        print(
            f"{text or '(everything)':14} at {share:5.1%}: window {window:.2f}, newest first {newest:.2f}, position {place:.2f}"
        )


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
