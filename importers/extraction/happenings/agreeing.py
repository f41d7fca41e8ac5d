"""May a mention tell of a happening, by the types of both: the same, or a plainer word for the more exact one?"""

from collections.abc import Sequence
from typing import Final

from importers.extraction.happenings.differing import strikes_back
from importers.extraction.happenings.folding import undone
from importers.extraction.happenings.happenings import Cluster
from importers.extraction.happenings.listing import own_victims
from importers.extraction.happenings.people import called, one_victim
from importers.extraction.mentions.drafts import Draft
from importers.extraction.sentences.entities import Entity


def names_whom(draft: Draft) -> bool:
    """Does it call any of those it befell by a name?"""
    return any(entity.proper and called(entity) for entity in draft.people())


def types_agree(draft: Draft, candidate: Cluster, *, points_back: bool) -> bool:
    """May they be of one event, by their types and by whether it took place?

    ``points_back``: the mention is a noun that may mean what was told before ("the attack").
    """
    lead = candidate.foremost
    mine, theirs = draft.event_type, lead.event_type
    if lead.stance.unreal and not draft.stance.unreal:
        return False
    if draft.stance.unreal and not lead.stance.unreal and not points_back:
        return denies_own(draft) and theirs.violent and hit_alike(draft, candidate)
    if mine.violent and theirs.violent and retells(draft, candidate):
        return True
    sums_up = draft.over_long and bool(draft.figures) and not lead.is_total
    if sums_up or (draft.is_total != lead.is_total and not points_back):
        # "Two factions clashed. [...] The group has caused the death of 20,000 people": not in that clash.
        return False
    if mine.family == theirs.family or undone(draft, lead) or undone(lead, draft):
        return True
    if mine.family == theirs.lawful and not draft.roles.get("agent") and befell_one(draft, candidate):
        # "Detectives arrested Luis Paz. He was seized at his house"
        return True
    if mine.national and theirs.national and _hit_the_same(draft, candidate):
        return True
    if (mine.casualties or theirs.casualties) and not (mine.mutual or theirs.mutual) and _one_toll(draft, candidate):
        # "38 killed as rebels storm a village", "rebels killed 38 people when they overran a village"
        return True
    pointer = draft.within or draft
    if points_back and theirs.family in pointer.trigger.anaphor | {pointer.event_type.family}:
        return True
    if mine.rank > theirs.rank and _is_at_large(draft) and any(names_whom(other) for other in candidate.drafts):
        # "So many children have been maimed by bombs!", said by the wife of one who was shot
        return False
    if draft.trigger.effect:
        # Who is "held" or "free" by now is no harm that came of a deed.
        return theirs.casualties and mine.violent
    by_one = any(other.roles.get("agent") for other in candidate.drafts)
    # "The murder of Ana Mora", "the car bomb attack": two deeds that the reader knows by what they are called.
    named_apart = all(one.found.pos == "noun" and one.definite for one in (lead, draft)) and names_whom(lead)
    # Nobody did what only befell them: a crash is not what rebels did.
    unlike = by_one and (mine.mutual or mine.peril)
    return _absorbs(lead, draft) or (_absorbs(draft, lead) and not named_apart and not unlike)


def opens_article(draft: Draft, candidate: Cluster) -> bool:
    """May the mention be of the lead that tells at length what the headline, and nothing since, has told?"""
    headline = candidate.drafts[0]
    near = draft.sentence.number - headline.sentence.number <= _BYLINES
    return near and headline.context.headline and not draft.context.headline and len(candidate.drafts) == 1


_BYLINES: Final = 3
"""A lead is so many lines from its headline at most: there are a subtitle and a byline between them."""


def retells(draft: Draft, candidate: Cluster) -> bool:
    """Does the lead say more exactly what the headline says those of one kind to have done, to as many or to the same?

    "Rebels kill two": "Rebels killed two soldiers ..."; "Rebels attack post": "Rebels stormed a police post ..."
    """
    told = candidate.lead
    if not opens_article(draft, candidate) or told.event_type.family == draft.event_type.family:
        return False
    if not _share(told.roles.get("agent", ()), draft.roles.get("agent", ())):
        return False
    whom, theirs = ([entity for entity in one.people() if entity.kind_name] for one in (told, draft))
    if whom and theirs:
        return _share(whom, theirs)
    mine = {(figure.field, figure.best) for figure in draft.figures}
    return any(figure.best is not None and (figure.field, figure.best) in mine for figure in told.figures)


def _share(some: Sequence[Entity], others: Sequence[Entity]) -> bool:
    """Are any of them called by one noun, or of one kind?"""
    alike = {entity.head for entity in some} | {entity.kind_name for entity in some}
    return any(
        entity.head in alike or entity.kind_name in alike for entity in others if entity.head or entity.kind_name
    )


def _is_at_large(draft: Draft) -> bool:
    """Does it tell only of many in general, of no day and no number ("bombing poor neighbourhoods")?"""
    people = draft.people()
    if not people or draft.figures or draft.time_basis == "own":
        return False
    return all(one.plural and not (one.named or one.definite) and one.count is None for one in people)


def befell_one(draft: Draft, candidate: Cluster) -> bool:
    """Does a mention of the happening name the person whom this one names as whom it befell?"""
    return any(one_victim(draft, other) for other in candidate.drafts)


def _hit_the_same(draft: Draft, candidate: Cluster) -> bool:
    """Does somebody say of the thing known to be hit that it was by other means ("accused rebels of shelling it")?"""
    things = {entity.head for entity in candidate.people() if entity.is_thing}
    known = (entity.head for entity in draft.people() if entity.is_thing and entity.definite)
    retold = draft.stance.voice is not None and draft.time_basis != "own"
    return retold and not things.isdisjoint(known)


def denies_own(draft: Draft) -> bool:
    """Do those who say that it was not so deny that they did it ("the army denied having bombed a clinic")?"""
    voice, doers = draft.stance.voice, draft.roles.get("agent", ())
    denied = draft.stance.factuality == "denied" and draft.event_type.violent
    return denied and voice is not None and any(entity.start == voice.start for entity in doers)


def hit_alike(draft: Draft, candidate: Cluster) -> bool:
    """Did it befall people, or things, called by the same noun?"""
    heads = {entity.head for entity in draft.people()} - {""}
    return not heads.isdisjoint(entity.head for entity in candidate.people())


def _absorbs(host: Draft, lesser: Draft) -> bool:
    """Can a plainer word ("attack", "killed") tell of what another sentence says more exactly?"""
    one, other = host.event_type, lesser.event_type
    if not (one.casualties and lesser.plain and one.rank > other.rank):
        return False
    by_one = bool(lesser.roles.get("agent"))
    told_how = by_one or lesser.trigger.figure != "killed"
    other_means = lesser.found.pos == "noun" or not host.roles.get("instrument")
    if told_how and own_victims(lesser, host) and other_means:
        # "Rebels burned the school. They also killed a teacher", "the murder of X", "a man was shot": by no fire.
        return False
    if _by_hand(lesser) and abs(host.sentence.number - lesser.sentence.number) > 1:
        # "Gunmen murdered a priest. [...] A bomb went off."
        return False
    if strikes_back(host, lesser) or strikes_back(lesser, host):
        return False
    return not (by_one and one.mutual) and (one.violent or lesser.trigger.effect or not by_one)


def _one_toll(draft: Draft, candidate: Cluster) -> bool:
    """Does it tell of as many dead as a mention of the happening, and of more than befall any deed?"""
    known = {count.best for other in candidate.drafts for count in other.figures if count.field == "killed"}
    mine = {count.best for count in draft.figures if count.field == "killed"}
    return any(number is not None and number >= _TELLING for number in mine & known)


_TELLING: Final = 3
"""As many dead as two deeds of an article seldom have in common."""


def _by_hand(draft: Draft) -> bool:
    """Is it told as a killing, by its noun or by who did it, not only as a death?"""
    killing = draft.trigger.figure == "killed" and not draft.trigger.effect
    return killing and (draft.found.pos == "noun" or bool(draft.roles.get("agent")))
