"""Drives the steps over files and writes what they give to the store, for the command line and the screen alike.

Each article is one transaction; what comparing all articles gives (publication days, copies, events) is another.
The steps import heavy libraries, so they are imported where they are used: opening the browser needs none of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from importers.problems import ImportProblem, shown
from importers.typed.errors import DateError, TypedError
from store import overlay, queries, writer
from store.connection import Database, writing
from store.records import Article, CorpusSource, Event, Published, Reading, Report, Source, Span, Timex


@dataclass(frozen=True, slots=True)
class Progress:
    """About to read ``path``; ``done`` of ``total`` files are dealt with."""

    done: int
    total: int
    path: str


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
    cancelled: bool


NO_FIELDS: Final[Mapping[str, str]] = {}
NOTHING_SAID: Final = Event(0, "", "", "")

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

    ``cancelled`` is asked between files; what was read by then stays, and the timeline is brought up to date.
    Raises StoreError if the store cannot be used, LexiconError if a lexicon of the user's is wrong.
    """
    from importers.discover import discover
    from importers.extraction.lexicon import load_lexicons

    for language in ("en", "es"):
        load_lexicons(language, tuple(lexicons))
    with writing(store) as db:
        found = list(discover(paths))
        new: list[int] = []
        stopped = False
        for done, item in enumerate(found):
            if cancelled():
                stopped = True
                break
            if isinstance(item, ImportProblem):
                yield Dropped(shown(item.path), item.reason, item.hint)
                continue
            yield Progress(done, len(found), shown(item))
            step = _import_one(db, item, tuple(lexicons))
            if isinstance(step, Imported):
                new.append(step.source_id)
            yield step
        changes = rebuild(db) if new or writer.pending(db) else writer.Changes()
        doubtful = tuple(
            source
            for source in (queries.source(db, source_id) for source_id in new)
            if source.published.status in ("contradicted", "unknown")
        )
        yield Finished(changes, doubtful, stopped)


def _import_one(db: Database, path: Path, lexicons: tuple[Path, ...]) -> Imported | AlreadyThere | Dropped:
    from importers.readers import load, parse

    try:
        raw = load(path)
        source_id = writer.known(db, raw.sha256)
        if source_id is not None:
            return AlreadyThere(shown(path), source_id, writer.add_path(db, source_id, shown(path)))
        reading = analyse(_article(parse(raw)), lexicons)
    except ImportProblem as problem:
        return Dropped(shown(problem.path), problem.reason, problem.hint)
    source_id = writer.add_article(db, reading)
    return Imported(shown(path), source_id, len(reading.reports), reading.article.notes)


def _article(article: Article) -> Article:
    if len(article.text) > LONGEST_TEXT:
        millions = len(article.text) / 1_000_000
        reason = f"its text of {millions:.0f} million characters is too long for an article"
        raise ImportProblem(Path(article.path), reason, "split it into its articles")
    return article


def analyse(article: Article, lexicons: tuple[Path, ...] = ()) -> Reading:
    """All that one article gives by itself: its language, time expressions, reports, date bounds and signature."""
    from dataclasses import replace

    from importers.dating.bounds import bounds
    from importers.dating.expressions import find
    from importers.extraction.lexicon import load_lexicons
    from importers.extraction.reports import extract
    from importers.extractor import extractor_version
    from importers.language.detect import detect
    from importers.linking.copies import signature

    body = article.body
    language = article.language or detect(body)
    article = replace(article, language=language)
    expressions = find(article.showing("dateline", "header"), language)
    lexicon = load_lexicons(language, lexicons)
    if lexicon is None:
        named = language or "an unknown language"
        note = f"events were not looked for: the text is in {named}, not in English or Spanish"
        article = replace(article, notes=(*article.notes, note))
    reports = extract(article, expressions, lexicon) if lexicon else ()
    told = tuple(one for one in expressions if not body[one.start : one.end].isspace())
    version = extractor_version(lexicons)
    return Reading(article, expressions, reports, bounds(body, told, language), signature(body), version)


def rebuild(db: Database) -> writer.Changes:
    """Compare all articles afresh and write publication days, copies, dates and events, keeping ids and decisions."""
    from importers.linking.corpus import build

    return writer.save_timeline(db, build(queries.corpus(db), queries.decisions(db)))


def set_published(store: Path, ref: str, typed: str, reason: str = "") -> tuple[Source, writer.Changes]:
    """Set a source's publication date as a person types it and re-date all that hangs on it.

    ``ref`` is the source's id or file name. Raises DateError, StoreError.
    """
    when = parse_typed_date(typed)
    with writing(store) as db:
        source = queries.source(db, ref)
        writer.set_published(db, source.id, when, reason)
        changes = rebuild(db)
        return queries.source(db, source.id), changes


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What a decision on whole events has come to."""

    event_id: int
    """merge: the event that is left. split: the event of the reports taken out. apart: the first of the two."""
    other_id: int
    """split: the event of the other reports. apart: the second one. merge: as ``event_id``."""
    changes: writer.Changes


def merge_events(store: Path, event_ids: Sequence[int | str], reason: str = "") -> Regrouped:
    """Make one event of several; the first keeps its id, and the ids of the others stand for it from now on.

    Raises StoreError: NotFound and Refused where it makes no sense.
    """
    with writing(store) as db:
        return _regrouped(db, writer.merge(db, event_ids, reason))


def split_reports(store: Path, event_id: int | str, report_ids: Sequence[int], reason: str = "") -> Regrouped:
    """Take reports out of an event: they are another happening. The rest keeps the id.

    Raises StoreError: NotFound and Refused where it makes no sense.
    """
    with writing(store) as db:
        return _regrouped(db, writer.split(db, event_id, report_ids, reason))


def keep_apart(store: Path, a: int | str, b: int | str, reason: str = "") -> Regrouped:
    """Say that two events are not the same: they are never merged by the machine, nor suggested again.

    Raises StoreError: NotFound and Refused where it makes no sense.
    """
    with writing(store) as db:
        return _regrouped(db, writer.keep_apart(db, a, b, reason))


def _regrouped(db: Database, decision: writer.Decision) -> Regrouped:
    changes = rebuild(db)
    first, second = (queries.event_of(db, group[0]) for group in decision.groups[:2])
    assert first is not None
    assert second is not None
    return Regrouped(first, second, changes)


def add_event(
    store: Path,
    source_ref: int | str,
    span: Span,
    sub_event_type: str,
    fields: Mapping[str, str] = NO_FIELDS,
    reason: str = "",
    *,
    lexicons: Sequence[Path] = (),
) -> Event:
    """Add an event that a person marks in an article, with its other fields as typed; the event.

    ``span`` is the evidence in the article's text. Raises TypedError, StoreError; then nothing has changed.
    """
    from importers.marking import mark
    from importers.typed.fields import field_named, with_typed
    from importers.typed.kinds import read_type

    kind = read_type(sub_event_type, lexicons)
    with writing(store) as db:
        one = queries.corpus_source(db, source_ref)
        article = one.source.article
        if not article.text[span.start : span.end].strip():
            raise TypedError("No words are marked: the evidence of an event is a part of the article's text.")
        # Below those that extraction gives, now or when it is done again.
        cluster = min((0, *(report.cluster for report in one.reports))) - 1
        report = mark(article, span, kind, one.expressions, cluster)
        near = Event(0, report.title, *kind, place=report.place)
        typed = {field_named(name): text for name, text in fields.items()}
        values = {name: overlay.value_of(with_typed(near, name, text, lexicons), name) for name, text in typed.items()}
        report_id, batch = writer.add_report(db, one.source.id, report, reason)
        rebuild(db)
        number = queries.event_of(db, report_id)
        assert number is not None
        writer.edit_fields(db, {number: values}, reason, batch=batch)
        return queries.known_event(db, number)


def undo(store: Path) -> tuple[writer.Edit, ...]:
    """Take back the last change made by hand, and return its edits. Raises StoreError."""
    return _again(store, writer.undo)


def redo(store: Path) -> tuple[writer.Edit, ...]:
    """Make the change again that was last undone, and return its edits. Raises StoreError."""
    return _again(store, writer.redo)


def _again(store: Path, change: Callable[[Database], tuple[writer.Edit, ...]]) -> tuple[writer.Edit, ...]:
    with writing(store) as db:
        edits = change(db)
        if any(edit.redates for edit in edits):
            rebuild(db)
        return edits


def parse_typed_date(typed: str) -> Published:
    """Read a publication date as typed ("2 Sep 2023", "2023-09-02", "Aug 2023"). Raises DateError."""
    from importers.typed.dates import read_date

    when = read_date(typed)
    if when.start is None or when.end is None:
        raise DateError(f"“{typed}” leaves an end open. Type a day or a period, such as 2 Sep 2023 or Sep 2023.")
    return Published(when.start, when.end, when.edtf, "user", "stated", "set by hand")


def set_field(
    store: Path,
    refs: Sequence[int | str],
    field: str,
    typed: str | None,
    reason: str = "",
    *,
    lexicons: Sequence[Path] = (),
) -> tuple[Event, ...]:
    """Set a field of events as a person types it, or with None take the machine's value again; the events after.

    The fields are ``importers.typed.fields.FIELDS``. All events are set or none. Raises TypedError, StoreError.
    """
    from importers.typed.fields import field_named, with_typed

    name = field_named(field)
    with writing(store) as db:
        values = {}
        for event in (queries.known_event(db, ref) for ref in refs):
            human = with_typed(event, name, typed, lexicons) if typed is not None else None
            values[event.id] = overlay.value_of(human, name) if human else None
        writer.edit_events(db, values, name, reason)
        return tuple(queries.known_event(db, number) for number in values)


def pin(store: Path, ref: int | str, field: str, source_ref: int | str, reason: str = "") -> Event:
    """Let what one source says of a field of an event stand; the event after. Raises TypedError, StoreError."""
    from dataclasses import replace

    from importers.linking.stating import stated_by
    from importers.typed.fields import field_named

    name = field_named(field)
    with writing(store) as db:
        event, source = queries.known_event(db, ref), queries.source(db, source_ref)
        told = stated_by(source, event)
        if told is None:
            sources = ", ".join(str(number) for number in sorted({report.source_id for report in event.reports}))
            raise TypedError(f"Source {source.id} does not report {event.ref}. Choose one of {sources}.")
        value = overlay.value_of(told, name)
        if value == overlay.value_of(NOTHING_SAID, name):
            raise TypedError(f"Source {source.id} does not say the {name} of {event.ref}: type a value instead.")
        if name == "date":
            chain = ("user", f"as source {source.id} says", *told.when.chain)
            value = overlay.value_of(replace(told, when=replace(told.when, chain=chain)), name)
        said = f"as {source.article.outlet or source.article.title or source.article.path} says (source {source.id})"
        writer.edit_events(db, {event.id: value}, name, f"{said}: {reason}" if reason else said)
        return queries.known_event(db, event.id)


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one file was read: its text and metadata, its time phrases resolved, and its reports dated."""

    article: Article
    published: Published
    timexes: tuple[Timex, ...]
    reports: tuple[Report, ...]


def explain(path: Path, published: Published | None = None, *, lexicons: Sequence[Path] = ()) -> Explanation:
    """Read one file and explain it, touching no store. Raises ImportProblem."""
    from dataclasses import replace

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
