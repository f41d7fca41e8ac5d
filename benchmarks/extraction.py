"""How many articles a second the extraction reads on one core, and where the time goes.

    python benchmarks/extraction.py [FOLDER] [--articles 300] [--lines 25]

Reads the text files of FOLDER; without one, articles made of sentences of tests/quality, which tell of twice as many
events and days as news does and take longer for it. Dating is included, loading of lexicons, gazetteer and dictionaries
(the first articles) is told apart. Seconds are the processor's.
"""

import argparse
import cProfile
import io
import pstats
import re
import time
from itertools import cycle, islice
from pathlib import Path

from importers.dating.expressions import find
from importers.extraction.reports import extract
from importers.garbage import seldom_collected
from importers.readers import load, parse
from store.records.article import Article

DATA = Path(__file__).parent.parent / "tests" / "quality" / "data"
KILOBYTES = 2.5


def made(count: int) -> list[Article]:
    """Articles of about 2.5 KB, each of other words than the one before."""
    events = (DATA / "events_en.txt").read_text(encoding="utf-8").splitlines()
    dates = (DATA / "dating_en.txt").read_text(encoding="utf-8").splitlines()
    told = cycle(line.split(" => ")[0] for line in events if " => " in line)
    other = cycle(re.sub(r"\[\[(.+?)\|[^\]]*\]\]", r"\1", line) for line in dates if line and line[0] not in "#=")
    texts = ["\n\n".join(f"{next(told)} {next(other)}\n\n{next(other)}" for _ in range(5)) for _ in range(count)]
    return [Article("made.txt", str(at), len(t), "text", "utf-8", t, language="en") for at, t in enumerate(texts)]


def read(folder: Path, count: int) -> list[Article]:
    return [parse(load(path)) for path in islice(sorted(folder.glob("*.txt")), count)]


def run(articles: list[Article]) -> int:
    return sum(len(extract(article, find(article.body, article.language or "en"))) for article in articles)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path)
    options.add_argument("--articles", type=int, default=300)
    options.add_argument("--lines", type=int, default=25, help="of the profile")
    given = options.parse_args()
    articles = read(given.folder, given.articles) if given.folder else made(given.articles)
    if not articles:
        raise SystemExit("no text files there")
    with seldom_collected():  # as an import does
        measure(articles)
    profile = cProfile.Profile()
    profile.runcall(run, articles[:100])
    text = io.StringIO()
    pstats.Stats(profile, stream=text).sort_stats("cumulative").print_stats(given.lines)
    print(text.getvalue())


def measure(articles: list[Article]) -> None:
    size = sum(len(article.text) for article in articles) / 1000
    started = time.process_time()
    run(articles[:10])
    print(f"first ten articles, with all that loads once: {time.process_time() - started:.2f} s")
    started = time.process_time()
    reports = run(articles)
    seconds = time.process_time() - started
    print(
        f"{len(articles)} articles, {size:.0f} KB, {reports} reports in {seconds:.2f} s: "
        f"{len(articles) / seconds:.0f} articles/s, {size / KILOBYTES / seconds:.0f} of {KILOBYTES} KB"
    )


if __name__ == "__main__":
    main()
