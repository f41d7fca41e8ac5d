"""How long reading takes: files a second for a folder, and seconds a megabyte for text made to be slow.

    python benchmarks/reading.py FOLDER [--times 3]

The hostile texts are one kind of line or word repeated; none should cost much more than the others.
"""

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from importers.discover import discover
from importers.problems import ImportProblem
from importers.readers import read_file

MEGABYTE = 1_000_000
HOSTILE = {
    ".txt": (
        *("a", "A ", "Aa. ", "x\n", "x\n\n", "By Jane Doe\n", "Read more: x\n", "2023-09-02\n", "date 2023-11-15 "),
        *("QUITO, ", "QUITO (", "AP ", "AP said ", "A Times reported ", "[BEGIN ", "[sic] a.\n", "A/", "Copyright "),
    ),
    ".md": ("[a](", "![", "*a ", "<!--", "<a ", ">", "# a\n", "`", "- "),
    ".html": ("<div>", "<p>hello there my friend</p>", "<a href=x>y</a> ", "<", "&amp;", "<tr><td>a</td></tr>"),
}


def folder_speed(folder: Path, times: int) -> None:
    paths = [path for path in discover([folder]) if isinstance(path, Path)]
    for number in range(times):
        seconds: dict[str, float] = defaultdict(float)
        files: dict[str, int] = defaultdict(int)
        size = 0
        for path in paths:
            before = time.process_time()
            try:
                article = read_file(path)
            except ImportProblem as problem:
                print(problem)
                continue
            seconds[article.format] += time.process_time() - before
            files[article.format] += 1
            size += article.size
        speeds = ", ".join(f"{name} {files[name] / seconds[name]:,.0f} files/s" for name in sorted(files))
        print(f"run {number + 1}: {speeds}; {size / max(1, sum(files.values())):,.0f} bytes a file")


def hostile_speed() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for suffix, pieces in HOSTILE.items():
            for piece in pieces:
                path = Path(folder, f"hostile{suffix}")
                start = "<html><body>" if suffix == ".html" else ""
                path.write_text(start + piece * (MEGABYTE // len(piece)), encoding="utf-8")
                before = time.process_time()
                try:
                    read_file(path)
                except ImportProblem as problem:
                    print(f"  ({problem.reason})", end=" ")
                print(f"{suffix:6} {piece!r:32} {time.process_time() - before:6.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    folder_speed(options.folder, options.times)
    hostile_speed()


if __name__ == "__main__":
    main()
