"""Every change to the store, in one place to import from."""

from typing import TYPE_CHECKING

from store.facade import lazily

if TYPE_CHECKING:
    from store.arrivals import Import
    from store.articles import add_article, add_path, known, pending
    from store.decisions import Decision
    from store.editing import correct, edit_events, note, redo, set_published, set_status, star, tag, undo
    from store.joining import keep_apart, merge, split
    from store.journal import Edit, log, to_redo, to_undo
    from store.marking import add_report
    from store.reextracting import Rewritten, rewrite
    from store.timeline import Changes, save_timeline
    from store.views import View, drop_view, save_view

__getattr__ = lazily(
    globals(),
    {
        "arrivals": "Import",
        "articles": "add_article add_path known pending",
        "decisions": "Decision",
        "editing": "correct edit_events note redo set_published set_status star tag undo",
        "joining": "keep_apart merge split",
        "journal": "Edit log to_redo to_undo",
        "marking": "add_report",
        "reextracting": "Rewritten rewrite",
        "timeline": "Changes save_timeline",
        "views": "View drop_view save_view",
    },
)
