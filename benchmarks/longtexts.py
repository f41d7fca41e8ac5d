"""Seconds that one long file takes, by its size: what doubles the size should double the time, and no more.

    python -m benchmarks.longtexts [KILOBYTES ...]

The file is a digest, the made articles of benchmarks/extraction.py one after the other. Seconds are the processor's.
"""

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.extraction import KILOBYTES, made
from importers.garbage import seldom_collected
from importers.run import explain

SIZES = (50, 100, 200, 400)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, seldom_collected():
        path = Path(folder, "digest.txt")
        # The first loads what is loaded once.
        for size in (1, *(map(int, sys.argv[1:]) if sys.argv[1:] else SIZES)):
            text = "\n\n".join(article.text for article in made(int(size / KILOBYTES) + 1))
            path.write_text(text, encoding="utf-8")
            before = time.process_time()
            reports = len(explain(path).reports)
            print(f"{len(text) / 1000:6.0f} KB {reports:6} reports {time.process_time() - before:7.2f} s")


if __name__ == "__main__":
    main()
