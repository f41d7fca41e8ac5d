"""Do two mentions tell of the same people, and of numbers of them that go together?"""

from collections.abc import Sequence

from importers.extraction.drafts import Draft
from importers.extraction.entities import Entity
from importers.extraction.figures import Figure, excludes

NEAR = 2
"""So many sentences after an event its people are told of again, or who did it, without naming it again."""


def victims_differ(one: Draft, other: Draft) -> bool:
    """Two different people by name, or two different things hit."""
    return bool(_names(one) and _names(other)) and not one_victim(one, other)


def one_death(one: Draft, other: Draft) -> bool:
    """Is the same person said to have been killed? Nobody dies twice, whatever else is told."""
    if "killed" not in {figure.field for figure in one.figures} & {figure.field for figure in other.figures}:
        return False
    return one_victim(one, other)


def one_victim(one: Draft, other: Draft) -> bool:
    """Do both name one person as whom it befell? Where the telling stood then, says little."""
    theirs = _names(other)
    return any(_same_name(a, b) for a in _names(one) for b in theirs)


def _names(draft: Draft) -> list[tuple[str, ...]]:
    """The names of those whom it befell."""
    return [_name(entity) for entity in draft.people() if entity.named]


def _name(entity: Entity) -> tuple[str, ...]:
    return tuple(word for part in entity.value.lower().split() if len(word := part.strip(".,'\"“”")) > 1)


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """May the two names be of one person: one holds all of the other, or they share a surname and more?"""
    if not one or not other:
        return False
    shared = set(one) & set(other)
    if len(shared) >= min(len(one), len(other), 2) and (len(shared) > 1 or one[-1] in other or other[-1] in one):
        return True
    return one[-1] == other[-1]


def kinds_of(people: Sequence[Entity], draft: Draft) -> set[str]:
    """The kinds of those it befell, where they tell it apart: not "the guards", not "people"."""
    anyone = draft.context.lexicon.words("anyone")
    return {
        entity.kind.name
        for entity in people
        if entity.kind is not None and entity.kind.name and not entity.definite and entity.head not in anyone
    }


def counts_otherwise(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Does it give a number that none of the other mentions allows? What one of them says, one side may only claim."""
    if draft.trigger.count == "told" or _adds(draft) or draft.within is not None:
        # A toll is told anew as it rises; "ten others were also wounded" adds to it.
        return False
    if any(one_death(draft, other) for other in drafts):
        return False
    for figure in {figure.field: figure for figure in reversed(draft.figures)}.values():
        # "A street vendor died, too": one of the dead, however many they are.
        single = "one" if draft.trigger.effect and figure.rule == "article" else figure.rule
        others = [_first(figure.field, other) for other in drafts if other.trigger.count != "told"]
        known = [other for other in others if other is not None and "one" not in {single, other.rule}]
        if known and _some_of_them(draft) and (figure.best or 0) < max(other.best or 0 for other in known):
            continue
        if known and all(excludes(figure, other) for other in known) and not _sums_up(figure, known, draft, drafts):
            return True
    return False


def _first(field: str, draft: Draft) -> Figure | None:
    return next((figure for figure in draft.figures if figure.field == field), None)


def _sums_up(figure: Figure, known: Sequence[Figure], draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Is it a part of what the headline counts together ("Three soldiers and nine rebels killed")?"""
    near = draft.sentence.number - drafts[0].sentence.number <= NEAR
    return near and drafts[0].context.headline and (figure.best or 0) < (known[0].best or 0)


def _some_of_them(draft: Draft) -> bool:
    """Does it tell of some of those told of before ("one of the priests who were killed")?"""
    words, lexicon = draft.context.words, draft.context.lexicon
    for entity in draft.people():
        counted = entity.quantity.end if entity.quantity is not None else entity.end
        behind = [word.lower for word in words if counted <= word.start < entity.end][:2]
        if len(behind) == 2 and behind[0] in lexicon.words("of") and behind[1] in lexicon.words("definite"):
            return True
    return False


def _adds(draft: Draft) -> bool:
    """Does it count others beside those told of before ("another two died", "a guard also died")?"""
    words, lexicon, clause = draft.context.words, draft.context.lexicon, draft.clause
    if not draft.trigger.effect:
        return False
    chunks = draft.context.parsed.chunks
    told = words[chunks[clause.before].first : chunks[clause.verb].last] if clause is not None else ()
    return any(word.lower in lexicon.words("also") for word in told) or any(
        word.lower in lexicon.words("distinct")
        for entity in draft.people()
        for word in words
        if entity.start <= word.start < entity.end and word.tag != "num"
    )
