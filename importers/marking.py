"""An event that a person marks in an article: a report made of the words marked. Pure.

The words speak for themselves as far as they are plain: the one time phrase among them dates the event, and the places
among them place it; without any it is in the country that the article is about. All else is for the person to say.
"""

import re
from collections.abc import Sequence
from typing import Final

from importers.extraction.locating.places import Scenery, resolve_places
from importers.extraction.locating.records import fill
from importers.extraction.naming.names import find_names
from importers.language.tokens import sentences
from store.records.article import Article
from store.records.place import Place
from store.records.report import Report
from store.records.span import Span
from store.records.timex import TimeExpression

_LONGEST_TITLE: Final = 80
_REASON: Final = "marked by hand"


def mark(
    article: Article,
    span: Span,
    kind: tuple[str, str],
    expressions: Sequence[TimeExpression],
    cluster: int,
) -> Report:
    """Make a report of the words of an article at ``span``, of a ``kind`` (event type and sub-type).

    ``expressions`` are the time phrases of the article; ``cluster`` a number that no other report of it has.
    """
    body = article.body
    found = sentences(body, article.language or "en")
    number = next((one.number for one in found if one.span.end > span.start), 0)
    sceneries = resolve_places(found, body, find_names(found, body), article.dateline_place, expressions)
    scenery = next(one for one in sceneries if number in one.part.numbers)
    dating = [one.span for one in expressions if one.type in ("DATE", "TIME") and span.contains(one.span)]
    event_type, sub_event_type = kind
    return Report(
        start=span.start,
        end=span.end,
        sentence_no=number,
        trigger="",
        trigger_start=span.start,
        trigger_end=span.start,
        event_type=event_type,
        sub_event_type=sub_event_type,
        factuality="happened",
        confidence=1.0,
        reasons=(_REASON,),
        place=_place(scenery, span),
        time=dating[0] if len(dating) == 1 else None,
        time_basis="own" if len(dating) == 1 else "",
        title=_title(article.text[span.start : span.end]),
        cluster=cluster,
        origin="by hand",
    )


def _place(scenery: Scenery, span: Span) -> Place:
    """The closest place that the words name, and what holds it; else the country that the article is about."""
    named = [place for place in scenery.mentions if span.contains(place.span) and not place.weak]
    if not named:
        return scenery.country
    closest, *others = sorted(named, key=lambda place: (-place.specificity, not place.known, place.start))
    place = closest.place
    for other in others:
        place = fill(place, other.place)
    return place


def _title(words: str) -> str:
    title = " ".join(words.split()).rstrip(".")
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def occurrences(text: str, words: str) -> tuple[Span, ...]:
    """Where some whole words stand in a text, whatever the white space between them; () for no words."""
    wanted = words.split()
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, wanted)) + r"(?!\w)"
    return tuple(Span(*found.span()) for found in re.finditer(pattern, text)) if wanted else ()
