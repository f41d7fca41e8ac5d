"""Two mentions that cannot be of one happening, by where and when they tell it to have been, and who did it."""

from typing import Final

from importers.extraction.happenings.occasions import Calendar
from importers.extraction.happenings.people import is_person, one_victim
from importers.extraction.mentions.drafts import Draft
from importers.extraction.sentences.entities import Entity
from store.records.place import NOWHERE, Place

_ACROSS_A_CITY: Final = 0.15
"""Degrees: some 16 kilometres."""


def differ(one: Draft, other: Draft, days: Calendar) -> bool:
    """Do the two give different places or days, or is one told of a crowd, the other of those whom it faced?"""
    told_there = not (one.from_scene or other.from_scene) or not one_victim(one, other)
    told_there = told_there and one.by_office == other.by_office
    if told_there and _places_differ(one.place, other.place) and not _is_city_of(one, other):
        return True
    return _on_the_other_side(one, other) or _on_the_other_side(other, one) or days.differ(one, other)


def _on_the_other_side(deed: Draft, harm: Draft) -> bool:
    """Does ``deed`` tell what a crowd did to the state's forces, ``harm`` what befell people who are none of those?

    "Three protesters were shot dead. Demonstrators had opened fire on the guard, the minister said": the dead did not
    do that to themselves, nor did others of the crowd.
    """
    if not deed.roles.get("agent") or {entity.side for entity in doers_of(deed)} != {"crowd"}:
        return False
    anyone = harm.context.lexicon.words("anyone")
    forces, people = deed.people(), harm.people()
    if not forces or not people:
        return False
    known = all(is_person(entity) and entity.kind_name and entity.head not in anyone for entity in people)
    return known and all(entity.side == "state" for entity in forces) and all(e.side != "state" for e in people)


def _places_differ(one: Place, other: Place) -> bool:
    if one == NOWHERE or other == NOWHERE:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    if one.location and other.location and (one.latitude is None) == (other.latitude is None):
        # A name the gazetteer lacks may be a quarter or a hamlet of the town that the other mention names.
        return one.location != other.location
    return bool(one.admin1 and other.admin1 and one.admin1 != other.admin1)


def _is_city_of(one: Draft, other: Draft) -> bool:
    """May one name the city, the other a part of it: a headline and its article, or a deed and what points back to it?

    "Lima: ...", "in Comas"; "A bomb went off in Lima. The blast in Comas hurt two".
    """
    a, b = one.place, other.place
    city = next((place for place in (a, b) if place.location == place.admin1), None)
    back = any(draft.found.pos == "noun" and draft.definite and not draft.distinct for draft in (one, other))
    if city is None or a.admin1 != b.admin1 or not (back or one.context.headline != other.context.headline):
        return False
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return False
    return abs(a.latitude - b.latitude) < _ACROSS_A_CITY and abs(a.longitude - b.longitude) < _ACROSS_A_CITY


def fell(fall: Draft, deed: Draft) -> bool:
    """Is it told that others killed or hurt those who did the deed ("shot two. The gunman was shot dead by police")?"""
    if befell_the_accused(fall, deed):
        return True
    people = fall.people()
    if not (people and fall.roles.get("agent") and deed.event_type.violent):
        return False
    if all(entity.pronoun for entity in fall.roles["agent"]):
        return False
    return not one_victim(fall, deed) and all(_did(entity, deed) for entity in people)


def befell_the_accused(fall: Draft, deed: Draft) -> bool:
    """Is it told in one sentence of what those were accused whom it befell ("was executed, accused of the murder")?"""
    context, clause = deed.context, deed.clause
    if clause is None or context is not fall.context or deed.found.pos == "verb" or clause is fall.clause:
        return False
    accuses = context.parsed.main(clause).verb in context.lexicon.words("blame_verbs")
    return accuses and not {one.chunk for one in doers_of(deed)}.isdisjoint(one.chunk for one in fall.people())


def _did(entity: Entity, deed: Draft) -> bool:
    """Is it who did the deed, by the name or word for them there, or one of "the attackers" whom it did not befall?"""
    lexicon = deed.context.lexicon
    if any(entity.head in {other.head, other.value} for other in deed.people()):
        return False
    if any(_is_same(entity, other) for other in doers_of(deed)):
        return True
    called = entity.head in lexicon.words("culprits")
    called = called or any(trigger.doers for _, trigger in lexicon.noun_triggers.get(entity.head, ()))
    return called and bool(deed.people())


def _is_same(one: Entity, other: Entity) -> bool:
    """Are they called the same, or both by a word for armed people ("a gunman", "the gunman, Juan Vera")?"""
    armed = one.side == "armed" and bool(one.kind_name) and one.kind_name == other.kind_name
    return armed or one.value == other.value or bool(one.head and one.head == other.head)


def doers_of(deed: Draft) -> list[Entity]:
    """Those told to have done it, but by a pronoun."""
    return [entity for entity in deed.roles.get("agent", ()) if not entity.pronoun]


def blames_others(accusing: Draft, deed: Draft) -> bool:
    """Does what points back name other doers ("rebels killed two, the army said, but villagers accused soldiers")?"""
    if not accusing.trigger.pointing:
        return False
    mine, theirs = ({entity.value for entity in doers_of(draft)} for draft in (accusing, deed))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def strikes_back(one: Draft, other: Draft) -> bool:
    """Is it told plainly that a state's forces did the one, others the other ("Rebels raided a bank. Troops fired")?"""
    forces, others = ({entity.side for entity in draft.roles.get("agent", ())} for draft in (one, other))
    plainly = all(draft.stance.voice is None for draft in (one, other))
    return plainly and forces == {"state"} and bool(others) and others.isdisjoint({"state", ""})
