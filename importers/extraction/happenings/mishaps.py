"""What blew up by itself: a boiler, leaking gas, fireworks, with no word of a bomb or of whoever set it off."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from importers.extraction.lexicon.lexicon import phrases
from importers.extraction.mentions.drafts import Draft
from importers.extraction.sentences.appositions import entities
from importers.extraction.syntax.nominals import of_complement
from importers.extraction.syntax.word import Word


def settle_mishaps(drafts: Sequence[Draft]) -> None:
    """Make those explosions mishaps of which the article tells what blew up by itself, and of no bomb and no attack.

    A cause that needs nobody's hand ("a gas leak") says so, whatever else the article tells.
    """
    bare = [draft for draft in drafts if _only_exploded(draft)]
    if not bare:
        return
    by_itself = [draft for draft in bare if _has_cause(draft)]
    alike = by_itself or any(map(_is_volatile, bare))
    if alike and not bare[0].context.armed and not any(map(_is_meant, drafts)):
        by_itself = bare
    for draft in by_itself:
        _make_mishap(draft)


def _make_mishap(draft: Draft) -> None:
    draft.become(draft.trigger.mishap)
    # Of a mishap nobody need tell what it was done with.
    draft.filled = replace(draft.filled, doubts=())
    draft.roles["instrument"] = []
    # Where it blew up is no target.
    draft.roles["patient"] = [entity for entity in draft.people() if not entity.is_thing]
    draft.figures = [figure for figure in draft.figures if figure.field != draft.trigger.figure]


def _only_exploded(draft: Draft) -> bool:
    """Is no more told than that something exploded: no bomb, nobody who set it off?"""
    told = (draft, *draft.absorbed)
    if not draft.trigger.mishap or any(one.roles.get("agent") for one in told):
        return False
    types = draft.context.lexicon.types
    family = types[draft.trigger.type].family
    if any(types[one.trigger.type].family == family and not one.trigger.mishap for one in told):
        # "The blast, caused by a bomb"
        return False
    used = chain.from_iterable(one.roles.get("instrument", ()) for one in told)
    volatile = phrases(draft.context.lexicon.words("volatile"))
    plain = draft.type == draft.trigger.type
    return all((plain and one.cls != "weapon") or _holds(volatile, _noun(one.chunk, draft)) for one in used)


def _is_meant(draft: Draft) -> bool:
    """Is it a deed that somebody means to do, or that somebody claims?"""
    if draft.stance.factuality == "denied":
        return False
    if draft.event_type.owns or (draft.event_type.violent and draft.roles.get("agent")):
        return True
    by_chance = draft.trigger.effect or draft.trigger.mishap or draft.filled.cause >= 0
    # "Were killed", "burned": by whatever exploded.
    befell = draft.found.pos == "verb" and draft.trigger.frame.befalls != ""
    return draft.event_type.violent and not (by_chance or befell)


def _has_cause(draft: Draft) -> bool:
    """Does its sentence tell a cause that needs nobody's hand, and speak of no arms?"""
    causes, arms = phrases(draft.context.lexicon.words("mishap_causes")), draft.context.lexicon.words("foul_play")
    return _holds(causes, draft.context.words) and draft.context.forms.isdisjoint(arms)


def _is_volatile(draft: Draft) -> bool:
    """Is what exploded, or where, such as may blow up by itself? A house that is told to explode is, too."""
    volatile = phrases(draft.context.lexicon.words("volatile"))
    if any(_holds(volatile, _noun(at, draft)) for at in _where(draft)):
        return True
    subject = draft.clause.subject if draft.found.pos == "verb" and draft.clause is not None else ()
    sites = (one for one in entities(subject, draft.context) if one.cls == "place" and one.kind_name and not one.side)
    # But "a mine exploded" tells of no pit.
    return any(site.head not in draft.context.lexicon.weapon_words for site in sites)


def _where(draft: Draft) -> Iterator[int]:
    """The chunks of what exploded and where: those of its noun or its subject, and of what is told of that."""
    clause, context = draft.clause, draft.context
    chunks, places = context.parsed.chunks, context.lexicon.words("plain_locatives")
    if draft.found.pos == "verb":
        yield from clause.subject if clause is not None else ()
        return
    at = draft.found.chunk
    yield at
    if at + 2 < len(chunks) and chunks[at + 1].kind == "prep" and chunks[at + 2].kind == "np":
        yield at + 2
    if clause is not None and at in clause.subject:
        yield from chain.from_iterable(clause.objects_with(places))


def _noun(at: int, draft: Draft) -> Sequence[Word]:
    """The words of a noun phrase, with what "of" ties to it ("a mina de carbón")."""
    context = draft.context
    chunks = context.parsed.chunks
    last = inner = at
    while (inner := of_complement(chunks, context.words, inner, context.lexicon)) >= 0:
        last = inner
    return context.words[chunks[at].first : chunks[last].last]


def _holds(rows: Collection[tuple[str, ...]], words: Sequence[Word]) -> bool:
    """Are the words of one of the rows among them, side by side?"""
    lemmas = [word.lemma for word in words]
    return any(
        tuple(lemmas[at : at + len(row)]) == row
        for row in rows
        if row[0] in lemmas
        for at in range(len(lemmas) - len(row) + 1)
    )
