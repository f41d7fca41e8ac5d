"""How long the questions of the screen take on a store of ``stores.py``.

    python benchmarks/queries.py STORE.db [--times 5] [--counts]

Prints the best of a few times, in milliseconds, as the reader's thread would take: what a filter keeps with its counts
by day, the first and the last window of 50 rows, the same of the sources pane (its count is taken after that of the
events); then windows and positions at any depth. The last word of a filter is a beginning ("the" finds "they").

``--counts`` instead takes the count alone, which the screen tells first: of every beginning of one or two letters that
some word has, of the commonest words, of accented and quoted ones, and of words beside other terms. It prints the
slowest of each group in processor time, and compares every number with what ``matches`` counts day by day.
"""

import argparse
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
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


BESIDE = (
    '"of the"',
    '"in the" quito',
    "policía",
    "Años",
    "ñ",
    "é",
    "niño OR prisión",
    "the type:car_bomb",
    "a type:arrest",
    "the country:EC",
    "t place:quito",
    "the -prison",
    "g date:2019",
    "the is:disputed",
    "a* type:arrest country:CO",
)
COMMONEST = 20
SLOWEST_SHOWN = 8


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


def words_of(store: Path) -> list[tuple[str, int]]:
    """Every word of the events, and how many of them have it."""
    with closing(sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True)) as conn:
        conn.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, timeline_fts, 'row')")
        return conn.execute("SELECT term, doc FROM temp.words").fetchall()


def counts(db: Database, found: list[tuple[str, int]], times: int) -> None:
    """The count alone, of whatever may be typed."""
    common = [term for term, _ in sorted(found, key=lambda one: -one[1])[:COMMONEST]]
    groups = {
        "one letter": sorted({term[:1] for term, _ in found}),
        "two letters": sorted({term[:2] for term, _ in found if len(term) > 1}),
        "commonest words": common,
        "commonest words, whole": [f"{word} " for word in common],
        "others": BESIDE,
    }
    print(f"{'filters':24}{'asked':>7}{'wrong':>7}{'median':>9}{'slowest':>9}  the slowest, ms")
    for name, texts in groups.items():
        taken = {text: _counted(db, parse(text), times) for text in texts}
        order = sorted(taken, key=lambda text: -taken[text][0])
        wrong = sum(not right for _, right in taken.values())
        slow = ", ".join(f"{text.strip()} {taken[text][0]:.0f}" for text in order[:SLOWEST_SHOWN])
        middle = taken[order[len(order) // 2]][0]
        print(f"{name:24}{len(texts):7}{wrong:7}{middle:9.1f}{taken[order[0]][0]:9.1f}  {slow}")


def _counted(db: Database, wanted: Filter, times: int) -> tuple[float, bool]:
    """Milliseconds of processor time that the count takes, and whether it is what there is day by day."""
    taken = []
    for _ in range(times):
        started = time.thread_time()
        total = queries.total(db, wanted)
        taken.append(time.thread_time() - started)
    return min(taken) * 1e3, total == queries.matches(db, wanted).total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--counts", action="store_true")
    options = parser.parse_args()
    started = time.perf_counter()
    with reading(options.store) as db:
        print(f"opened in {(time.perf_counter() - started) * 1e3:.1f} ms; milliseconds, best of {options.times}")
        if options.counts:
            counts(db, words_of(options.store), options.times)
        else:
            measure(db, options.times)


if __name__ == "__main__":
    main()
