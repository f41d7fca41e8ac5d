"""One telling of several deeds made one for each: "killed three in X, two in Y", "bombs exploded in X, Y and Z"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from importers.extraction.locating.mentions import PlaceMention
from importers.extraction.locating.records import holds
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.figures import Figure
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nounphrases import entity_of
from importers.language.quantities import Quantity


def share_out(drafts: Sequence[Draft], places: Sequence[PlaceMention]) -> list[Draft]:
    """The mentions of a sentence, one more for each further share of what a clause tells.

    "Gunmen killed three men in X, two in Y": that of three dead is in X alone. "Three bombs exploded, one at a bank,
    another at a school" leaves none beside its shares. ``places`` are those of the sentence.
    """
    made: list[Draft] = []
    for draft in drafts:
        shares = _shares(draft)
        made += _shared(draft, shares, places) if shares else [draft]
    return made


def divide(drafts: Sequence[Draft]) -> list[Draft]:
    """The mentions of a sentence, those that are told of a list of places made one for each place."""
    return [part for draft in drafts for part in (_parts(draft) if _is_divisible(draft) else (draft,))]


def _shares(draft: Draft) -> list[range]:
    """The stretches of chunks that tell of a share each: a number, "one", "another", and where."""
    clause = draft.clause
    if clause is None or not (draft.event_type.violent or draft.trigger.figure) or draft.stance.generic:
        return []
    heads = [at for at in range(clause.verb + 1, clause.after) if _is_share(at, draft.context)]
    return [range(at, end) for at, end in pairwise([*heads, clause.after])]


def _is_share(at: int, context: Context) -> bool:
    """Is the chunk a number or "another" without a noun of its own, one of a list, with a place behind it?"""
    parsed, words, lexicon = context.parsed, context.words, context.lexicon
    chunks = parsed.chunks
    if chunks[at].kind != "np" or at + 1 >= len(chunks) or chunks[at + 1].kind != "prep":
        return False
    before = chunks[at - 1]
    listed = before.kind == "conj" or words[before.first].lower in {",", ";"}
    if not listed or words[chunks[at + 1].first].lower not in lexicon.words("locatives"):
        return False
    own = words[chunks[at].first : chunks[at].last]
    if own[0].lower in lexicon.words("ordinals"):
        # "Second in command" is a rank.
        return False
    counts = lexicon.either("distinct", "ordinals", "one_more")
    bare = all(word.tag in {"num", "det", "adv", "poss"} or word.lower in lexicon.words("persons") for word in own)
    return bare and any(word.tag == "num" or word.lower in counts for word in own)


def _shared(draft: Draft, shares: Sequence[range], places: Sequence[PlaceMention]) -> list[Draft]:
    """The mention that is left of ``draft``, if any, and one for each of its shares."""
    context, clause = draft.context, draft.clause
    assert clause is not None
    counted = [_counted(share.start, context) for share in shares]
    every = frozenset(at for share in shares for at in share)
    before = range(clause.verb + 1, shares[0].start)
    more = _number(draft) - sum(quantity.best or 0 if quantity else 1 for quantity in counted)
    within = _number(draft) > 1 and more >= 0 and _are_within(before, shares, places, context, all_told=more == 0)
    if within and more:
        # "Three bombs went off in X, one at a bank and another at a school": the third is told of with them.
        return [draft]
    made = [] if within else [_without(draft, every)]
    told = next((entity for entity in draft.people() if _is_countable(entity) and entity.chunk not in every), None)
    for share, quantity in zip(shares, counted, strict=True):
        rest = _without(draft, every.difference(share).union(() if within else before))
        rest.figures = _figures(draft, share.start, quantity)
        rest.roles["patient"] = [entity for entity in draft.people() if entity.chunk in share[1:]]
        if told is not None and all(figure.field != "devices" for figure in rest.figures):
            rest.roles["patient"].append(_as_counted(told, share.start, quantity, context))
        rest.distinct, rest.number, rest.plural = True, None, False
        made.append(rest)
    return made


def _are_within(
    before: range, shares: Sequence[range], places: Sequence[PlaceMention], context: Context, *, all_told: bool
) -> bool:
    """Do the places of the shares lie where all was told to be ("in X province, two in Y"), or has it no place?"""
    at = {id(place): context.parsed.chunk_at(place.start) for place in places}
    larger = next((place for place in places if at[id(place)] in before), None)
    inside = [place for place in places if any(at[id(place)] in share for share in shares)]
    if larger is None:
        return all_told or not inside
    return all(holds(larger.place, place.place) for place in inside)


def _number(draft: Draft) -> int:
    """How many it tells of before it says of each share where."""
    return next((figure.best or 0 for figure in (draft.number, *draft.figures) if figure is not None), 0)


def _counted(at: int, context: Context) -> Quantity | None:
    entity = entity_of(at, context)
    return entity.quantity if entity is not None else None


def _is_countable(entity: Entity) -> bool:
    """May a number by itself stand for more of them ("three trucks in X, two in Y")?"""
    return entity.quantity is not None or entity.cls in {"", "person"}


def _as_counted(entity: Entity, at: int, quantity: Quantity | None, context: Context) -> Entity:
    """Those of whom a share gives the number: people of the same description."""
    chunk, words = context.parsed.chunks[at], context.words
    start, end = words[chunk.first].start, words[chunk.last - 1].end
    return replace(entity, start=start, end=end, quantity=quantity, named=False, proper=False, chunk=at)


def _figures(draft: Draft, at: int, quantity: Quantity | None) -> list[Figure]:
    """The number that a share gives of what the mention's first figure counts."""
    if not draft.figures:
        return []
    model, chunk = draft.figures[0], draft.context.parsed.chunks[at]
    words = draft.context.words
    start, end = words[chunk.first].start, words[chunk.last - 1].end
    if quantity is None:
        return [replace(model, low=1, best=1, high=1, start=start, end=end, rule="one")]
    return [
        replace(
            model, low=quantity.low, best=quantity.best, high=quantity.high, start=start, end=end, rule=quantity.rule
        )
    ]


def _without(draft: Draft, elsewhere: frozenset[int]) -> Draft:
    """The mention without what other shares tell."""
    roles = {
        role: [entity for entity in fillers if entity.chunk not in elsewhere] for role, fillers in draft.roles.items()
    }
    return replace(draft, roles=roles, figures=list(draft.figures), absorbed=list(draft.absorbed), elsewhere=elsewhere)


def _is_divisible(draft: Draft) -> bool:
    """Was it done once in each of the places it is told of? Whose dead are counted, nobody counts by place."""
    real = draft.stance.factuality == "happened" and not draft.stance.generic and not draft.is_total
    if len(draft.listed) < _FEWEST or not real or not draft.event_type.violent:
        return False
    if draft.definite or any(figure.field != "devices" for figure in draft.figures):
        return False
    people = draft.people()
    several = draft.plural or any(entity.plural or _is_of(entity, draft.listed) for entity in people)
    return several or (draft.found.pos == "verb" and not people)


_FEWEST = 2


def _is_of(entity: Entity, places: Sequence[PlaceMention]) -> bool:
    """Is it one of the places, or somebody there?"""
    return any(entity.start <= place.start < entity.end for place in places)


def _parts(draft: Draft) -> list[Draft]:
    parts = []
    for mention in draft.listed:
        others = [place for place in draft.listed if place is not mention]
        roles = {
            role: [entity for entity in fillers if not _is_of(entity, others)] for role, fillers in draft.roles.items()
        }
        part = replace(draft, roles=roles, figures=[], number=None, plural=False, absorbed=list(draft.absorbed))
        part.place, part.place_span, part.listed = mention.place, mention.span, ()
        part.site = draft.site if draft.site is not None and not draft.site.several else None
        parts.append(part)
    return parts
