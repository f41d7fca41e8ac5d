"""Time phrases of news text: KB a second of ours (find and resolve) and of dateparser's search_dates, in one run.

    python benchmarks/dating.py [FILE ...] [--kilobytes 200]

Without files the articles of tests/quality/data are read over and over. Only the ratio means much: both read the same
text, one after the other, on the same machine. dateparser is given a tenth of the text, for it takes its time.
"""

import argparse
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from importers.dating.expressions import find
from importers.dating.resolve import resolve

SAMPLE = Path(__file__).resolve().parents[1] / "tests" / "quality" / "data"
DAY = date(2023, 9, 3)


def ours(text: str) -> int:
    return len(resolve(find(text, "en"), (DAY, DAY)))


def theirs(text: str) -> int:
    from dateparser.search import search_dates

    return len(search_dates(text, languages=["en"]) or [])


def measure(read: Callable[[str], int], texts: list[str]) -> tuple[float, int]:
    """Give KB a second and the number of phrases found."""
    read(texts[0])  # what is loaded and compiled once is not measured
    started = time.perf_counter()
    found = sum(read(text) for text in texts)
    taken = time.perf_counter() - started
    return sum(len(text.encode()) for text in texts) / 1000 / taken, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--kilobytes", type=int, default=200)
    args = parser.parse_args()
    files = args.files or [SAMPLE / "dating_en.txt"]
    pieces = [piece for path in files for piece in path.read_text(encoding="utf-8").split("\n== ")]
    texts: list[str] = []
    while sum(map(len, texts)) < args.kilobytes * 1000:
        texts += pieces
    fast, found = measure(ours, texts)
    slow, searched = measure(theirs, texts[: max(1, len(texts) // 10)])
    print(f"find and resolve     {fast:8.0f} KB/s  {found} phrases")
    print(f"dateparser's search  {slow:8.1f} KB/s  {searched} dates in a tenth of the text")
    print(f"ratio                {fast / slow:8.0f}")


if __name__ == "__main__":
    main()
