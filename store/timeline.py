"""Writing what comparing all articles gives: publication days, copies, dated reports and merged events."""
# ruff: noqa: S608 - only names of our own are put into SQL; values are bound

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from store import article_codec, codec, event_codec, journal, overlay, regrouping, rows
from store.articles import set_candidates, set_pending
from store.connection import BLOCK, Database, transaction
from store.identity import Identities, Retired, identify
from store.records.linking import Copy, EventDraft, Timeline
from store.records.published import Published
from store.records.when import When
from store.regrouping import Membership
from store.rows import StoredEvent
from store.suggestions import save_suggestions

NOBODY: Final[Membership] = {}


@dataclass(frozen=True, slots=True)
class Changes:
    """What bringing the timeline up to date did to its events."""

    added: int = 0
    changed: int = 0
    dropped: int = 0

    def __add__(self, later: "Changes") -> "Changes":
        return Changes(self.added + later.added, self.changed + later.changed, self.dropped + later.dropped)


def save_timeline(db: Database, timeline: Timeline, gone: Membership = NOBODY) -> Changes:
    """Write the result of comparing all articles, in one transaction, rewriting only what has changed.

    Events keep their ids by the reports they share with what is stored, or had before what was undone since; what
    people have said of events and publication days is laid over the machine's values. The same timeline again changes
    nothing. ``gone``: reports taken out in this transaction and the events they were of, to be known when that is
    undone.
    """
    with transaction(db):
        _save_published(db, timeline.published)
        _save_candidates(db, timeline)
        _save_copies(db, timeline.copies)
        _save_whens(db, timeline.whens)
        changes = _save_events(db, timeline.drafts, gone)
        save_suggestions(db, timeline.likely)
        # Another program may have added articles while these were compared.
        compared = timeline.published.keys()
        set_pending(db, any(number not in compared for (number,) in db.execute("SELECT id FROM sources")))
    return changes


def _save_published(db: Database, published: Mapping[int, Published]) -> None:
    fixed = journal.fixed_dates(db)
    columns = ", ".join(codec.PUBLISHED)
    stored = {number: tuple(values) for number, *values in db.execute(f"SELECT id, {columns} FROM sources")}
    changed = []
    for source_id in sorted(published.keys() & stored.keys()):
        value, human = published[source_id], fixed.get(source_id)
        # The machine may judge a human date ("contradicted"), and never replaces it.
        if human and (value.start, value.end) != (human.start, human.end):
            value = human
        if codec.published_row(value) != stored[source_id]:
            changed.append((*codec.published_row(value), source_id))
    updates = ", ".join(f"{name} = ?" for name in codec.PUBLISHED)
    db.conn.executemany(f"UPDATE sources SET {updates} WHERE id = ?", changed)


def _save_candidates(db: Database, timeline: Timeline) -> None:
    columns = ", ".join(article_codec.CANDIDATE)
    stored: dict[int, list[tuple[object, ...]]] = {}
    for number, *values in db.execute(f"SELECT source_id, {columns} FROM date_candidates ORDER BY source_id, position"):
        stored.setdefault(number, []).append(tuple(values))
    for source_id, candidates in sorted(timeline.candidates.items()):
        if [article_codec.candidate_row(candidate) for candidate in candidates] != stored.get(source_id, []):
            set_candidates(db, source_id, candidates)


def _save_copies(db: Database, copies: Mapping[int, Copy]) -> None:
    changed = []
    for source_id, copy_of, similarity in db.execute("SELECT id, copy_of, similarity FROM sources"):
        copy = copies.get(source_id)
        now = (copy.copy_of, copy.similarity) if copy else (None, None)
        if now != (copy_of, similarity):
            changed.append((*now, source_id))
    db.conn.executemany("UPDATE sources SET copy_of = ?, similarity = ? WHERE id = ?", changed)


def _save_whens(db: Database, whens: Mapping[int, When]) -> None:
    names = ("date_start", "date_end", "date_edtf", "time_precision", "date_basis")
    changed = []
    for report_id, *values in db.execute(f"SELECT id, {', '.join(names)} FROM reports"):
        when = whens.get(report_id)
        if when is not None and codec.when_row(when) != tuple(values):
            changed.append((*codec.when_row(when), report_id))
    updates = ", ".join(f"{name} = ?" for name in names)
    db.conn.executemany(f"UPDATE reports SET {updates} WHERE id = ?", changed)


def _save_events(db: Database, drafts: Sequence[EventDraft], gone: Membership) -> Changes:
    stored: dict[int, list[int]] = {}
    membership: dict[int, int] = {}
    for report_id, event_id in db.execute("SELECT id, event_id FROM reports WHERE event_id IS NOT NULL ORDER BY id"):
        stored.setdefault(event_id, []).append(report_id)
        membership[report_id] = event_id
    prints = dict(db.execute("SELECT id, fingerprint FROM events"))
    for event_id in prints:
        stored.setdefault(event_id, [])
    identities = _identities(db, drafts, stored, membership, gone)
    moved: list[tuple[int | None, int]] = [
        (event_id, report_id)
        for event_id, draft in zip(identities.ids, drafts, strict=True)
        for report_id in draft.members
        if membership.get(report_id) != event_id
    ]
    members = {report_id for draft in drafts for report_id in draft.members}
    moved += [(None, report_id) for report_id in membership if report_id not in members]
    sources = _Sources(db)
    edits = journal.edits_by_event(db)
    fresh = [
        (draft, item)
        for event_id, draft in zip(identities.ids, drafts, strict=True)
        if (item := _stored_event(event_id, draft, sources, edits.get(event_id, {}))).fingerprint
        != prints.get(event_id)
    ]
    dropped = sorted(prints.keys() - set(identities.ids))
    db.conn.executemany("UPDATE reports SET event_id = ? WHERE id = ?", moved)
    rows.remove(db, dropped)
    rows.put(db, _with_evidence(db, fresh))
    added = sum(item.event.id not in prints for _, item in fresh)
    return Changes(added, len(fresh) - added, len(dropped))


def _identities(
    db: Database,
    drafts: Sequence[EventDraft],
    stored: Mapping[int, Sequence[int]],
    membership: Membership,
    gone: Membership,
) -> Identities:
    """The ids of the drafts, with all that the journal asks for; what becomes of other ids is written down."""
    asked = regrouping.due(db)
    retired = _retired(db)
    restored = asked.restored(membership)
    found = identify(
        [draft.members for draft in drafts],
        stored,
        retired,
        restored | asked.decided(membership),
        above=asked.highest,
    )
    after = {report: event for event, draft in zip(found.ids, drafts, strict=True) for report in draft.members}
    found = regrouping.remembered(asked, found, stored, after)
    before = {report: event for report, event in {**gone, **membership, **restored}.items() if event is not None}
    regrouping.settle(db, asked, before, after, retired)
    _save_retired(db, found)
    return found


def _retired(db: Database) -> dict[int, Retired]:
    found = db.execute("SELECT old_id, new_id, members FROM redirects")
    return {old_id: Retired(new_id, tuple(json.loads(members))) for old_id, new_id, members in found}


def _save_retired(db: Database, identities: Identities) -> None:
    if _retired(db) != identities.retired:
        db.execute("DELETE FROM redirects")
        values = [(old, gone.into, codec.dumps(gone.members)) for old, gone in sorted(identities.retired.items())]
        db.conn.executemany("INSERT INTO redirects (old_id, new_id, members) VALUES (?, ?, ?)", values)


class _Sources:
    """What an event's rows need of the sources of its reports."""

    def __init__(self, db: Database) -> None:
        found = db.execute("SELECT id, published_start, copy_of FROM sources")
        self._rank = {number: (copy is not None, start or "9", number) for number, start, copy in found}
        self._of_report: dict[int, int] = dict(db.execute("SELECT id, source_id FROM reports"))

    def of(self, members: Sequence[int]) -> tuple[int, ...]:
        """The sources of these reports: the earliest published first, copies last."""
        return tuple(sorted({self._of_report[report] for report in members}, key=self._rank.__getitem__))

    def copied(self, sources: Sequence[int]) -> bool:
        return any(self._rank[number][0] for number in sources)


def _stored_event(
    event_id: int, draft: EventDraft, sources: _Sources, edits: Mapping[str, overlay.Json]
) -> StoredEvent:
    machine = replace(draft.event, id=event_id, starred=False, tags=(), note="", status="new", reports=())
    own = sources.of(draft.members)
    copied = sources.copied(own)
    said = f"{event_codec.event_json(machine)}{sorted(draft.members)}{own}{copied}"
    fingerprint = hashlib.blake2b(said.encode(), digest_size=16).digest()
    return rows.relaid(StoredEvent(machine, own, "", copied, edited=False, fingerprint=fingerprint), edits)


def _with_evidence(db: Database, fresh: Sequence[tuple[EventDraft, StoredEvent]]) -> Iterator[StoredEvent]:
    """The events with the words of their reports, each article's text read once a block."""
    for at in range(0, len(fresh), BLOCK):
        block = fresh[at : at + BLOCK]
        words = _evidence(db, sorted({report for draft, _ in block for report in draft.members}))
        for draft, item in block:
            texts = dict.fromkeys(words[report] for report in sorted(draft.members))
            yield replace(item, evidence="\n".join(texts))


def _evidence(db: Database, reports: Sequence[int]) -> dict[int, str]:
    spans: dict[int, list[tuple[int, int, int]]] = {}
    for report in reports:
        row = db.execute('SELECT source_id, start, "end" FROM reports WHERE id = ?', (report,)).fetchone()
        spans.setdefault(row[0], []).append((report, row[1], row[2]))
    words: dict[int, str] = {}
    for source_id, found in sorted(spans.items()):
        (text,) = db.execute("SELECT text FROM sources WHERE id = ?", (source_id,)).fetchone()
        words.update((report, text[start:end]) for report, start, end in found)
    return words
