"""The commands that read article files: import, explain and demo."""

import signal
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from importers.run import AlreadyThere, Dropped, Finished, Imported, Progress, Step
from store.records.published import Published
from store.writer import Changes
from tui.cli import DROPPED, INTERRUPTED
from tui.cli.options import Lexicons, Store, TextFormat, opened
from tui.cli.output import json_lines, line, message
from tui.lexicons import lexicon_files
from tui.text import plural


@dataclass(slots=True)
class Tally:
    """What an import has come to so far, for the report at its end."""

    read: int = 0
    reports: int = 0
    already_there: int = 0
    new_paths: int = 0
    guessed: list[tuple[str, str]] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    finished: Finished | None = None

    def add(self, step: Step) -> None:
        match step:
            case Imported():
                self.read += 1
                self.reports += step.reports
                self.guessed += [(step.path, note) for note in step.notes]
            case AlreadyThere():
                self.already_there += 1
                self.new_paths += step.new_path
            case Dropped():
                self.dropped.append(step)
            case Finished():
                self.finished = step
            case Progress():
                pass


def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, folders or globs.")],
    store: Store = None,
    lexicon: Lexicons = None,
) -> None:
    """Read article files into the store and find their events.

    A file whose exact bytes are in the store is not read again. Ends with a report of what was read, guessed and
    dropped.
    """
    from importers.run import import_paths

    stop = Stop()
    with stop.on_interrupt():
        tally = _watch(import_paths(opened(store, create=True), paths, lexicons=checked(lexicon), cancelled=stop.asked))
    _report(tally)
    if tally.finished and tally.finished.cancelled:
        raise typer.Exit(INTERRUPTED)
    if tally.dropped:
        raise typer.Exit(DROPPED)


class Stop:
    """Ctrl+C while files are read: once, it ends in good order, an import with a timeline; twice, it ends at once."""

    def __init__(self) -> None:
        self._asked = False

    def asked(self) -> bool:
        return self._asked

    @contextmanager
    def on_interrupt(self) -> Iterator[None]:
        def ask(*_: object) -> None:
            self._asked = True
            signal.signal(signal.SIGINT, before)
            message("Stopping; Ctrl+C again stops at once.")

        before = signal.signal(signal.SIGINT, ask)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


def _watch(steps: Iterator[Step]) -> Tally:
    """Take all steps of an import, with a progress bar on stderr where that is a terminal."""
    tally = Tally()
    with progress_bar() as show:
        for step in steps:
            tally.add(step)
            if isinstance(step, Progress):
                show(step)
    return tally


@contextmanager
def progress_bar() -> Iterator["Shown"]:
    if not sys.stderr.isatty():
        yield Shown()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True, refresh_per_second=5) as bar:
        yield Shown(bar)


class Shown:
    """Shows how far an import is on a progress bar, if there is one."""

    def __init__(self, bar: "object | None" = None) -> None:
        from rich.progress import Progress as Bar

        self._bar = bar if isinstance(bar, Bar) else None
        self._task = self._bar.add_task("import", total=None) if self._bar else None

    def __call__(self, step: Progress) -> None:
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=step.done + step.share, total=step.total)


def _report(tally: Tally) -> None:
    """Print the report at the end of an import: counts first, then one line for each thing to know."""
    stopped = _say_unread(tally)
    if not tally.read and not tally.dropped and not tally.already_there:
        if not stopped:
            line("No file was found there: nothing to read.")
        return
    changes = tally.finished.changes if tally.finished else Changes()
    if not tally.read and not tally.dropped and changes == Changes():
        line(f"Nothing new: {plural(tally.already_there, 'file')} already there, nothing changed.")
        if tally.new_paths:
            line(f"  {plural(tally.new_paths, 'new path')} of known articles noted.")
        return
    line(
        f"{plural(tally.read, 'article')} read with {plural(tally.reports, 'report')}, "
        f"{tally.already_there} already there, {len(tally.dropped)} dropped."
    )
    line(timeline_line(changes))
    if tally.finished and tally.finished.likely:
        line(f"{plural(tally.finished.likely, 'pair')} of events may be one: ecu-tui suggestions lists them.")
    _section("Guessed", (f"{path}: {note}" for path, note in tally.guessed))
    doubtful = tally.finished.doubtful if tally.finished else ()
    _section("Doubtful dates", (f"{s.article.path}: {s.published.why or 'no publication date'}" for s in doubtful))
    _section("Dropped", (f"{d.path}: {d.reason}" + (f" ({d.hint})" if d.hint else "") for d in tally.dropped))


def _say_unread(tally: Tally) -> bool:
    """Say which files were left unread when the import was stopped, if it was."""
    unread = tally.finished.unread if tally.finished else ()
    if unread:
        others = f" and {plural(len(unread) - 1, 'other file')} were" if len(unread) > 1 else " was"
        line(f"Stopped: {unread[0]}{others} not read. Import again to go on.")
    return bool(unread)


def _section(heading: str, rows: Iterable[str]) -> None:
    listed = list(rows)
    if listed:
        line(f"{heading} ({len(listed)}):")
        for row in listed:
            line("  " + " ".join(row.split()))


def timeline_line(changes: Changes) -> str:
    """Say what became of the timeline."""
    return f"Timeline: {plural(changes.added, 'event')} added, {changes.changed} changed, {changes.dropped} dropped."


def explain(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Article files; the store is not touched.")],
    format_: Annotated[
        TextFormat, typer.Option("--format", help="text for people; json for programs, an object a line, one a file.")
    ] = TextFormat.TEXT,
    published: Annotated[
        str, typer.Option("--published", metavar="DATE", help="Take this as the publication date.")
    ] = "",
    lexicon: Lexicons = None,
) -> None:
    """Show how files are read: dates, time phrases, reports.

    Every value of a report is shown with the rule behind it.
    """
    from importers.problems import ImportProblem
    from importers.run import explain as explain_file

    day = _day(published) if published else None
    lexicons = checked(lexicon)
    failed = False
    for file in files:
        try:
            explanation = explain_file(file, day, lexicons=lexicons)
        except ImportProblem as problem:
            message(str(problem))
            failed = True
            continue
        from tui.cli.explaining import as_json, as_text

        if format_ is TextFormat.JSON:
            json_lines([as_json(explanation)])
        else:
            for printed in as_text(explanation):
                line(printed)
    if failed:
        raise typer.Exit(DROPPED)


def checked(named: list[Path] | None) -> tuple[Path, ...]:
    """List the lexicons to use, having checked that they can be."""
    from tui.cli.lexicons import LANGUAGES, loaded

    files = lexicon_files(named or ())
    for language in LANGUAGES if files else ():
        loaded(language, files)
    return files


def _day(typed: str) -> Published:
    from importers.byhand import typed_publication
    from importers.typed.errors import DateError

    try:
        return typed_publication(typed)
    except DateError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error


def demo(
    store: Annotated[
        Path | None,
        typer.Option("--store", metavar="FILE", help="Keep the demo's store here.", show_default="a temporary file"),
    ] = None,
) -> None:
    """Open the browser on a small built-in corpus.

    Its store is a temporary one unless named. Where there is no terminal, the import's report is printed instead.
    """
    if store is not None:
        _run_demo(store)
        return
    with tempfile.TemporaryDirectory(prefix="ecu-tui-demo-") as folder:
        _run_demo(Path(folder) / "demo.db")


def _run_demo(store: Path) -> None:
    from importers.run import import_paths
    from tui.demo import articles

    with articles() as folder:
        tally = _watch(import_paths(store, [folder]))
    if not sys.stdout.isatty():
        _report(tally)
        return
    from tui.app import run_browser

    raise typer.Exit(run_browser(store))
