"""States that act: "Russia attacked", "an Israeli air strike". A country's name or people stands for its forces."""

from dataclasses import replace
from typing import Final

from importers.extraction.lexicon.lexicon import Kind
from importers.extraction.sentences.entities import Context, Entity
from importers.gazetteer.countries import countries, names, peoples
from importers.gazetteer.fold import fold
from importers.gazetteer.lookup import lookup

_INITIALS: Final = 2
_STATE = Kind("", "person", "state")


def as_state(entity: Entity) -> Entity | None:
    """The country that the noun phrase names, as one who acts; None if it names none."""
    person = entity.kind is not None and entity.kind.cls != "place"
    if person or entity.pronoun or _spelt(entity.value) not in names():
        return None
    return replace(entity, kind=_STATE, named=True, proper=True)


def as_government(entity: Entity, context: Context) -> Entity | None:
    """The country that the name of its capital stands for where it speaks ("Moscow said its troops"); None if none."""
    found = lookup(entity.value) if entity.is_place_name else ()
    capital = next((place for place in found if place.kind == "capital"), None)
    if capital is None:
        return None
    return replace(entity, value=_called(capital.country, context), kind=_STATE, named=True, proper=True)


def people_before(first: int, last: int, chunk: int, context: Context) -> Entity | None:
    """The state whose people ``words[first:last]`` name in front of a weapon or a strike ("Russian missiles")."""
    for at in range(first, last):
        word = context.words[at]
        code = _people_called(context.text[word.start : word.end])
        if code is not None:
            return Entity(
                word.start, word.end, _called(code, context), word.lemma, _STATE, None,
                named=True, definite=False, pronoun=False, vague=False, chunk=chunk, proper=True,
            )  # fmt: skip
    return None


def _called(code: str, context: Context) -> str:
    """The country's name in the language of the text."""
    known = countries()[code].names
    return known[1] if context.lexicon.head_first and len(known) > 1 else known[0]


def _people_called(word: str) -> str | None:
    """The code of the country whose people the word names; letters alone stand for it, too ("US strikes")."""
    return peoples().get(_spelt(word))


def _spelt(name: str) -> str:
    """The name as the list of countries has it, initials with their dots ("US")."""
    initials = len(name) == _INITIALS and name.isupper()
    return fold(".".join(name) + "." if initials else name)
