"""Several places named in a row: which of them go together, and what they make together."""

from collections.abc import Sequence
from itertools import pairwise, permutations, zip_longest
from typing import Final

from importers.extraction.lexicon.placewords import place_words, without_place_words
from importers.extraction.locating.mentions import PlaceMention
from importers.extraction.locating.records import holds
from importers.extraction.mentions.drafts import Draft, Site
from importers.extraction.sentences.entities import Context
from importers.gazetteer.fold import fold
from store.records.place import in_common
from store.records.span import Span

SETTLED: Final = frozenset({"town", "admin1", "admin2"})
"""Kinds of place that an event has besides its site."""


def listed_with(best: PlaceMention, mentions: Sequence[PlaceMention], context: Context) -> list[PlaceMention]:
    """Return the list of places that ``best`` is one of ("Guayas and Esmeraldas provinces"), if none holds another."""
    marks = context.lexicon.words("conjunctions") | {","}
    ordered = sorted((mention for mention in mentions if mention.specificity), key=lambda mention: mention.start)
    runs: list[list[PlaceMention]] = [[]]
    for mention in ordered:
        between = context.text[runs[-1][-1].end : mention.start] if runs[-1] else ""
        if runs[-1] and not set(between.replace(",", " , ").lower().split()) <= marks:
            runs.append([])
        runs[-1].append(mention)
    run = next((run for run in runs if best in run), [])
    words = set(context.text[run[0].start : run[-1].end].lower().split()) if run else set()
    apart = not any(holds(other.place, one.place) for one, other in permutations(run, 2))
    return run if apart and words & context.lexicon.words("conjunctions") else []


def beside_unnamed(best: PlaceMention, mentions: Sequence[PlaceMention], context: Context) -> bool:
    """Is it the last of a list of places of which another has no name ("in the country's largest port and in Loja")?"""
    chunks, words, at = context.parsed.chunks, context.words, context.parsed.chunk_at(best.start)
    at -= 2 if at > 1 and chunks[at - 1].kind == "prep" else 1
    if at < 1 or chunks[at].kind != "conj" or chunks[at - 1].kind != "np":
        return False
    first, last = words[chunks[at - 1].first].start, words[chunks[at - 1].last - 1].end
    named = any(mention.specificity and first <= mention.start < last for mention in mentions)
    kinds = {fold(words[chunks[at - 1].head].lemma), fold(words[chunks[at - 1].head].lower)}
    # Not to be in one of those that a country is divided into alone is to be in the country.
    return not named and any(place_words().kinds.get(kind) in SETTLED for kind in kinds)


def put_list(draft: Draft, places: Sequence[PlaceMention]) -> None:
    """Several places are none of them: what they have in common, with their words."""
    first, last = places[0], places[-1]
    context = draft.context
    before = next((word for word in reversed(context.words) if word.end <= first.start), None)
    preposition = before.lower if before is not None else ""
    span = Span(first.start, last.end)
    draft.place, draft.place_span = in_common([mention.place for mention in places]), span
    if before is None or before.tag != "prep" or preposition in context.lexicon.words("plain_locatives"):
        # "Near X and Y", "between X and Y" is neither in the one nor in the other.
        draft.listed = tuple(places)
    if before is not None and preposition in context.lexicon.words("between"):
        # "Between Loja and Zamora" is in neither, and so is "the road between Loja and Zamora".
        start = before.start
        road = draft.site
        if road is not None and road.span.end <= start and not context.text[road.span.end : start].strip():
            start, preposition = road.span.start, road.preposition
        else:
            preposition = ""
        span, draft.site = Span(start, last.end), None
        words = context.text[span.start : span.end]
    else:
        words = _names_of(places, context.text)
    draft.site = draft.site or Site(" ".join(words.split()), span, preposition, several=True)


def _names_of(places: Sequence[PlaceMention], text: str) -> str:
    """The names of a list of places, without the words for what they are ("the provinces of Guayas and El Oro")."""
    names = [place.text if place.kind == "site" else without_place_words(place.text) for place in places]
    between = [text[one.end : other.start] for one, other in pairwise(places)]
    return "".join(part for pair in zip_longest(names, between, fillvalue="") for part in pair)
