"""Runs an import in a thread and tells how it goes, at most ten times a second."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tui.text import plural

LEAST_SECONDS: Final = 0.1
"""Between two lines of progress."""
_STOPPED: Final = ("the import was stopped before it was read", "import again to read it")


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that was not read, why, and what to do about it."""

    path: str
    reason: str
    hint: str


@dataclass(slots=True)
class ImportOutcome:
    """What an import did, for the summary that stays."""

    imported: int = 0
    known: int = 0
    reports: int = 0
    added: int = 0
    cancelled: bool = False
    doubtful: int = 0
    problems: list[Problem] = field(default_factory=list)
    likely: int = 0

    @property
    def sentence(self) -> str:
        parts = [f"{self.imported:,} imported"]
        if self.known:
            parts.append(f"{self.known:,} already there")
        if self.doubtful:
            parts.append(f"{self.doubtful:,} with a doubtful date (D lists them)")
        if self.problems:
            parts.append(f"{len(self.problems):,} not read (p lists them)")
        if self.likely:
            parts.append(f"{plural(self.likely, 'pair')} may be one event (S)")
        undoes = " u undoes." if self.imported else ""
        return f"{'Stopped: ' if self.cancelled else ''}{', '.join(parts)}.{undoes}"


def run_import(
    store: Path,
    paths: list[Path],
    tell: Callable[[str], None],
    cancelled: Callable[[], bool],
    clock: Callable[[], float] = time.monotonic,
) -> ImportOutcome:
    """Import ``paths`` into ``store`` in the calling thread. ``tell`` gets a line of progress now and then.

    Raises StoreError where the store cannot be written to.
    """
    from importers.run import AlreadyThere, Dropped, Finished, Imported, Progress, import_paths
    from tui.lexicons import lexicon_files

    outcome = ImportOutcome()
    told = float("-inf")
    for step in import_paths(store, paths, lexicons=lexicon_files(), cancelled=cancelled):
        match step:
            case Progress(done, total, path, share):
                if clock() - told >= LEAST_SECONDS or (done + 1 == total and not share):
                    told = clock()
                    part = f", {share:.0%} read" if share else ""
                    tell(f"Importing {done + 1:,} of {total:,}: {Path(path).name}{part} · Esc cancels")
            case Imported(_, _, reports, _):
                outcome.imported += 1
                outcome.reports += reports
            case AlreadyThere():
                outcome.known += 1
            case Dropped(path, reason, hint):
                outcome.problems.append(Problem(path, reason, hint))
            case Finished(changes, doubtful, unread, likely):
                outcome.added, outcome.doubtful, outcome.cancelled = changes.added, len(doubtful), step.cancelled
                outcome.likely = likely
                outcome.problems += [Problem(path, *_STOPPED) for path in unread]
    return outcome
