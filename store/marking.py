"""Reports that people add by marking words of an article: journalled, so that undo takes them away, redo brings them.

The report itself is kept in the journal; while it holds it stands among the reports, under the same id each time.
"""

from dataclasses import replace
from typing import Final

from store import journal, report_codec
from store.articles import add_reports, set_pending
from store.clock import Clock, stamp, system_clock
from store.connection import Database, transaction
from store.journal import Edit
from store.overlay import Json
from store.records.report import Report

MARKING: Final[journal.Entity] = "marking"
"""The journal's entity of added reports; an edit's ``entity_id`` is the report's id."""

ADDED: Final = "added"


def add_report(
    db: Database, source_id: int, report: Report, reason: str = "", *, now: Clock = system_clock
) -> tuple[int, int]:
    """Add a report that a person made to an article; its id and the batch of its edit. Its claims are not kept.

    Its event comes to be when the articles are compared afresh; until then the store is ``pending``.
    """
    with transaction(db):
        (report_id,) = add_reports(db, source_id, [report], "")
        value = [source_id, list(report_codec.report_row(report))]
        batch = journal.append(db, stamp(now), MARKING, [(report_id, ADDED, None, value)], reason)
        set_pending(db, True)
    return report_id, batch


def restore_marking(db: Database, edit: Edit) -> None:
    """Let an added report stand or not, as its edit holds or not. Inside a transaction."""
    if edit.undone:
        db.execute("DELETE FROM reports WHERE id = ?", (edit.entity_id,))
    else:
        report = replace(marked(edit.human), id=edit.entity_id)
        add_reports(db, report.source_id, [report], "")
    set_pending(db, True)


def marked(value: Json) -> Report:
    """The report that an edit keeps."""
    source_id, values = value
    return report_codec.report_of((*values, 0, source_id, None, "by hand"), ())
