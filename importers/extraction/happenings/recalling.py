"""What an article recalls: deeds that it dates long before its own day are its background, no news."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from importers.extraction.happenings.happenings import Cluster
from importers.extraction.happenings.occasions import Dates, died_later

RECENT: Final = timedelta(days=62)
"""So long after a deed an article may still tell of it as news."""


def recall(clusters: Sequence[Cluster], dates: Dates, published: date) -> None:
    """Mark what happened long before the day of publication as told for context ("whose brother was shot in 1986")."""
    for cluster in clusters:
        dated = (draft for draft in cluster.drafts if not died_later(draft))
        ends = [dates[draft.time].end for draft in dated if draft.time is not None and draft.time in dates]
        if ends and all(end is not None and published - end > RECENT for end in ends):
            for draft in cluster.drafts:
                draft.stance = replace(draft.stance, background=True)
