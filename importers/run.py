"""Drives the steps over files and writes what they give to the store, for the command line and the screen alike.

Each article is one transaction; what comparing all articles gives (publication days, copies, events) is another.
The steps import heavy libraries, so they are imported where they are used: opening the browser needs none of them.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from importers.garbage import seldom_collected
from importers.problems import ImportProblem, shown
from importers.progress import Shares, Work, portion, result
from store import queries, writer
from store.connection import Database, writing
from store.records.article import Article
from store.records.linking import CorpusSource
from store.records.published import Published
from store.records.reading import Reading
from store.records.report import Report
from store.records.source import Source
from store.records.timex import Timex


@dataclass(frozen=True, slots=True)
class Progress:
    """Reading ``path``; ``done`` of ``total`` files are dealt with."""

    done: int
    total: int
    path: str
    share: float = 0.0
    """Of the file, how much is read: 0 to 1. Only a long one says so while it is read."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A file is in the store now. ``notes`` says what was guessed or is doubtful, a sentence each."""

    path: str
    source_id: int
    reports: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """The same bytes are in the store; ``new_path`` if they were not yet known to stand at this path."""

    path: str
    source_id: int
    new_path: bool


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file that could not be read, why (a clause without a full stop), and what to do about it ("" if nothing)."""

    path: str
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of an import: what changed in the timeline, and the new sources whose publication day is in doubt."""

    changes: writer.Changes
    doubtful: tuple[Source, ...]
    unread: tuple[str, ...] = ()
    """The files that were not read because the import was cancelled, the one it was cancelled in among them."""
    likely: int = 0
    """How many pairs of events there are now that may be one, for a person to judge; 0 if nothing has changed."""

    @property
    def cancelled(self) -> bool:
        return bool(self.unread)


Step = Progress | Imported | AlreadyThere | Dropped | Finished


LONGEST_TEXT: Final = 4_000_000
"""Characters: more than any novel. What is longer is a dump, and would be minutes of work for no article."""


def never() -> bool:
    return False


def import_paths(
    store: Path,
    paths: Sequence[Path],
    *,
    lexicons: Sequence[Path] = (),
    cancelled: Callable[[], bool] = never,
) -> Iterator[Step]:
    """Import files and folders into the store at ``store``, yielding each step as it is taken.

    ``cancelled`` is asked between files and within long ones, of which nothing is kept then; the files read before
    stay, and the timeline is brought up to date.
    Raises StoreError if the store cannot be used, LexiconError if a lexicon of the user's is wrong.
    """
    from importers.discover import discover
    from importers.extraction.lexicon.files import load_lexicons

    for language in ("en", "es"):
        load_lexicons(language, tuple(lexicons))
    with writing(store) as db, seldom_collected():
        found = list(discover(paths))
        # What was cut short is compared first: so each import is undone by itself.
        caught_up = rebuild(db) if writer.pending(db) else writer.Changes()
        arriving = writer.Import(db, origin(paths))
        new: list[int] = []
        unread: tuple[str, ...] = ()
        for done, item in enumerate(found):
            if isinstance(item, ImportProblem):
                yield Dropped(shown(item.path), item.reason, item.hint)
                continue
            at = Progress(done, len(found), shown(item))
            step = None if cancelled() else (yield from _import_one(db, arriving, item, at, lexicons, cancelled))
            if step is None:
                unread = tuple(shown(one) for one in found[done:] if isinstance(one, Path))
                break
            if isinstance(step, Imported):
                new.append(step.source_id)
            yield step
        changes = caught_up + rebuild(db) if writer.pending(db) else caught_up
        doubtful = tuple(
            source for source in (queries.source(db, source_id) for source_id in new) if source.published.doubtful
        )
        likely = len(queries.suggestions(db)) if changes != writer.Changes() else 0
        yield Finished(changes, doubtful, unread, likely)


def origin(paths: Sequence[Path]) -> str:
    """Where an import is from, in words: what was named if it is one thing, else the folder of all, or how many."""
    if len(paths) == 1:
        return shown(paths[0])
    parents = {path.parent for path in paths}
    return shown(parents.pop()) if len(parents) == 1 else f"{len(paths)} places"


def _import_one(
    db: Database,
    arriving: writer.Import,
    path: Path,
    at: Progress,
    lexicons: Sequence[Path],
    cancelled: Callable[[], bool],
) -> Generator[Progress, None, Imported | AlreadyThere | Dropped | None]:
    """Import one file, saying ``at`` and within it how far the import is; None is returned if it is cancelled."""
    from importers.readers import load, parse

    yield at
    try:
        raw = load(path)
        source_id = writer.known(db, raw.sha256)
        if source_id is not None:
            return AlreadyThere(shown(path), source_id, arriving.add_path(source_id, shown(path)))
        article = _article(parse(raw))
    except ImportProblem as problem:
        return Dropped(shown(problem.path), problem.reason, problem.hint)
    reading = yield from read_on(analysing(article, tuple(lexicons)), at, cancelled)
    if reading is None:
        return None
    source_id = arriving.add_article(reading)
    return Imported(shown(path), source_id, len(reading.reports), reading.article.notes)


def _article(article: Article) -> Article:
    if len(article.text) > LONGEST_TEXT:
        millions = len(article.text) / 1_000_000
        reason = f"its text of {millions:.0f} million characters is too long for an article"
        raise ImportProblem(Path(article.path), reason, "split it into its articles")
    return article


def read_on(
    work: Work[Reading], at: Progress, cancelled: Callable[[], bool]
) -> Generator[Progress, None, Reading | None]:
    """Do the ``work`` of reading the file ``at``, saying how far it is; None is returned if it is cancelled before."""
    shares = Shares(work)
    for share in shares:
        if cancelled():
            return None
        yield replace(at, share=share)
    return shares.result


def analyse(article: Article, lexicons: tuple[Path, ...] = ()) -> Reading:
    """All that one article gives by itself: its language, time expressions, reports, date bounds and signature."""
    return result(analysing(article, lexicons))


_DATING: Final = 0.15
"""Of the time that reading an article takes, what finding its time phrases does."""


def analysing(article: Article, lexicons: tuple[Path, ...] = ()) -> Work[Reading]:
    """Do the work of ``analyse``, saying of a long text how much of it is read."""
    from importers.dating.bounds import bounds, of_dateline
    from importers.dating.expressions import finding
    from importers.extraction.lexicon.files import load_lexicons
    from importers.extraction.locating.stretches import LONGEST_ARTICLE
    from importers.extraction.reports import extracting
    from importers.extractor import extractor_version
    from importers.language.detect import detect
    from importers.linking.copies import signature

    body = article.body
    language = article.language or detect(body)
    article = replace(article, language=language)
    expressions = yield from portion(finding(article.showing("dateline", "header"), language), 0, _DATING)
    lexicon = load_lexicons(language, lexicons)
    if lexicon is None:
        named = language or "an unknown language"
        note = f"events were not looked for: the text is in {named}, not in English or Spanish"
        article = replace(article, notes=(*article.notes, note))
    elif len(body) > LONGEST_ARTICLE:
        note = f"{len(body):,} characters are longer than an article: it was read in stretches, each by itself"
        article = replace(article, notes=(*article.notes, note))
    reports = (yield from portion(extracting(article, expressions, lexicon), _DATING, 1)) if lexicon else ()
    told = tuple(one for one in expressions if not body[one.start : one.end].isspace())
    version = extractor_version(lexicons)
    limits = (*of_dateline(article, expressions), *bounds(body, told, language))
    return Reading(article, expressions, reports, limits, signature(body), version)


def rebuild(db: Database) -> writer.Changes:
    """Compare all articles afresh and write publication days, copies, dates and events, keeping ids and decisions."""
    from importers.linking.corpus import build

    return writer.save_timeline(db, build(queries.corpus(db), queries.decisions(db)))


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one file was read: its text and metadata, its time phrases resolved, and its reports dated."""

    article: Article
    published: Published
    timexes: tuple[Timex, ...]
    reports: tuple[Report, ...]


def explain(path: Path, published: Published | None = None, *, lexicons: Sequence[Path] = ()) -> Explanation:
    """Read one file and explain it, touching no store. Raises ImportProblem."""
    from importers.linking.corpus import build, timexes_of
    from importers.readers import load, parse

    reading = analyse(_article(parse(load(path))), tuple(lexicons))
    reports = tuple(replace(report, id=number, source_id=1) for number, report in enumerate(reading.reports, 1))
    alone = CorpusSource(
        Source(1, reading.article), reading.expressions, reports, reading.bounds, reading.signature, published
    )
    timeline = build((alone,))
    dated = tuple(replace(report, when=timeline.whens.get(report.id, report.when)) for report in reports)
    article = replace(reading.article, candidates=timeline.candidates.get(1, reading.article.candidates))
    return Explanation(article, timeline.published[1], timexes_of(alone, timeline), dated)
