"""Whom "they" who did a deed are, where the sentences before tell it: those whom these are about, if it is one side."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import DOERS, Context, Entity
from importers.extraction.sentences.nounphrases import entity_of

_WITHIN: Final = 5
"""Sentences before the pronoun's own in which they were told of."""


def doers_before(pronoun: Entity, own: Context, number: int, context_of: Callable[[int], Context]) -> Sequence[Entity]:
    """Who the pronoun that did a violent deed in the sentence ``number`` (``own``) is; nobody if two sides may be.

    ``context_of`` parses a sentence by its number.
    """
    for at in range(number, max(number - _WITHIN, 0) - 1, -1):
        context = own if at == number else context_of(at)
        told = [entity for entity in _told(context) if at < number or entity.end <= pronoun.start]
        sides = {entity.side for entity in told if entity.side in DOERS}
        about, coming = _subject(context) if at < number else ((), False)
        if about and all(_may_act(entity, context.lexicon, coming=coming) for entity in about):
            alone = sides <= {entity.side for entity in about}
            return about if alone and agrees(about, pronoun, context.lexicon) else ()
        if sides:
            armed = [entity for entity in told if entity.side == "armed" and agrees((entity,), pronoun, own.lexicon)]
            named = [entity for entity in armed if entity.named] or armed
            return named[-1:] if sides == {"armed"} else ()
    return ()


def agrees(people: Sequence[Entity], pronoun: Entity, lexicon: Lexicon) -> bool:
    """May the pronoun stand for them: "they" for several or for many in one, "it" for a body, "he" for one?"""
    counted = people[0].quantity
    several = len(people) > 1 or people[0].plural or (counted is not None and (counted.best or 0) > 1)
    one = people[0]
    collective = one.head in lexicon.words("collectives")
    body = collective or (one.named and (one.kind is None or one.kind.name != ""))
    said = pronoun.value.lower()
    if said in lexicon.words("body_pronouns"):
        return body and not several
    if said in lexicon.words("plural_pronouns"):
        return several or collective or (one.named and one.side == "armed")
    return not several and not collective


def _told(context: Context) -> Iterator[Entity]:
    """The people and bodies that a sentence tells of."""
    for at, chunk in enumerate(context.parsed.chunks):
        entity = entity_of(at, context) if chunk.kind == "np" else None
        if entity is not None and not entity.pronoun and entity.cls == "person":
            yield entity


def _subject(context: Context) -> tuple[Sequence[Entity], bool]:
    """Whom the sentence is about: the subject of its first clause, unless that only tells what somebody said.

    And whether it tells that they came, as who is about to do something does.
    """
    parsed, lexicon = context.parsed, context.lexicon
    first = next((clause for clause in parsed.clauses if clause.subject and not clause.aside), None)
    if first is None or parsed.main(first).verb in lexicon.saying:
        return (), False
    coming = not first.passive and parsed.main(first).verb in lexicon.words("coming_verbs")
    return entities(first.subject, context), coming


def _may_act(entity: Entity, lexicon: Lexicon, *, coming: bool) -> bool:
    """Is it people of a side, or such as may be anybody ("several men"), or anybody or any body that came?"""
    people = entity.cls == "person" or (coming and entity.named and entity.kind is None)
    return people and not entity.pronoun and (coming or entity.side in DOERS or entity.head in lexicon.words("anyone"))
