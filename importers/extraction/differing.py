"""Two mentions that cannot be of one happening, by where and when they tell it to have been, and who did it."""

from typing import Final

from importers.extraction.drafts import Draft
from importers.extraction.occasions import Calendar
from importers.extraction.people import one_victim
from store.records.place import NOWHERE, Place

_ACROSS_A_CITY: Final = 0.15
"""Degrees: some 16 kilometres."""


def differ(one: Draft, other: Draft, days: Calendar) -> bool:
    """Do the two give different places or days?"""
    told_there = not (one.from_scene or other.from_scene) or not one_victim(one, other)
    told_there = told_there and one.by_office == other.by_office
    if told_there and _places_differ(one.place, other.place) and not _is_city_of(one, other):
        return True
    return days.differ(one, other)


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
    """May the city that a headline names be the one whose part the other mention names ("Lima: ...", "in Comas")?"""
    titles = [draft for draft in (one, other) if draft.context.headline]
    a, b = one.place, other.place
    if len(titles) != 1 or titles[0].place.location != titles[0].place.admin1 or a.admin1 != b.admin1:
        return False
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return False
    return abs(a.latitude - b.latitude) < _ACROSS_A_CITY and abs(a.longitude - b.longitude) < _ACROSS_A_CITY


def strikes_back(one: Draft, other: Draft) -> bool:
    """Is it told plainly that a state's forces did the one, others the other ("Rebels raided a bank. Troops fired")?"""
    forces, others = ({entity.side for entity in draft.roles.get("agent", ())} for draft in (one, other))
    plainly = all(draft.found.pos == "verb" and draft.stance.voice is None for draft in (one, other))
    return plainly and forces == {"state"} and bool(others) and others.isdisjoint({"state", ""})
