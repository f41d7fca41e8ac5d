"""What an article recalls or looks ahead to: what it dates long before its own day, or after it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from importers.extraction.happenings.happenings import Cluster
from importers.extraction.happenings.occasions import Dates, died_later
from importers.extraction.mentions.drafts import Draft
from importers.extraction.syntax.clauses import Clause

RECENT: Final = timedelta(days=62)
"""So long after a deed an article may still tell of it as news."""


def foresee(clusters: Sequence[Cluster], dates: Dates, published: date) -> None:
    """Mark what nouns date after the day of publication as planned ("boycotted next year's vote").

    Violence is announced by nobody: where it seems to be to come, its date is read wrong.
    """
    for cluster in clusters:
        if cluster.lead.event_type.violent or not all(_may_come(draft) for draft in cluster.drafts):
            continue
        days = [dates[draft.time] for draft in cluster.drafts if draft.time is not None and draft.time in dates]
        if days and all(day.start is not None and day.start > published for day in days):
            for draft in cluster.drafts:
                if draft.stance.factuality == "happened":
                    draft.stance = replace(draft.stance, factuality="planned", why="after the day of the article")


def _may_come(draft: Draft) -> bool:
    """Does the mention leave open that it is still to come: a noun, or told as planned?

    Not where a verb says that it was held or made ("had signed a truce in April"): its day is read wrong.
    """
    if draft.stance.unreal:
        return True
    return draft.found.pos == "noun" and (draft.clause is None or not _is_held(draft, draft.clause))


def _is_held(draft: Draft, clause: Clause) -> bool:
    lexicon, parsed = draft.context.lexicon, draft.context.parsed
    named = (*clause.subject, *(at for nominal in clause.objects for at in nominal))
    holds = parsed.main(clause).verb in draft.trigger.with_verbs | lexicon.either("light_verbs", "occur_verbs")
    chunk = parsed.chunks[clause.verb]
    return holds and draft.found.chunk in named and (chunk.past or chunk.perfect)


def recall(clusters: Sequence[Cluster], dates: Dates, published: date) -> None:
    """Mark what happened long before the day of publication as told for context ("whose brother was shot in 1986")."""
    for cluster in clusters:
        dated = (draft for draft in cluster.drafts if not died_later(draft))
        ends = [dates[draft.time].end for draft in dated if draft.time is not None and draft.time in dates]
        if ends and all(end is not None and published - end > RECENT for end in ends):
            for draft in cluster.drafts:
                draft.stance = replace(draft.stance, background=True)
