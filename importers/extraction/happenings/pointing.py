"""What points back to a happening told before: "the attack", "this blast", "these acts", "the number"."""

from typing import Final

from importers.extraction.happenings.agreeing import denies_own
from importers.extraction.happenings.happenings import Cluster
from importers.extraction.happenings.people import NEAR
from importers.extraction.mentions.drafts import Draft
from store.records.report import REAL

_IN_MIND: Final = 12
"""So many sentences later readers still know what "the attack" is."""
_MANY: Final = 3
"""What a total weighs for words that mean several: more than that one of them is near and cost lives."""


def is_of_number(draft: Draft) -> bool:
    """Does it only give another number of those counted before ("the ministry put the number at nine")?"""
    return draft.trigger.pointing and draft.trigger.count == "told"


def counted(candidate: Cluster) -> list[str]:
    """What is counted in it, as fields of figures, by the last mention that counts any."""
    return next((_counts(draft) for draft in reversed(candidate.drafts) if _counts(draft)), [])


def _counts(draft: Draft) -> list[str]:
    return [figure.field for figure in draft.figures if figure.field != "devices"]


def points_at(draft: Draft, candidate: Cluster) -> bool:
    """May a word that only points back do so: "the incident", "these acts", "police blame the rebels"?"""
    if draft.found.pos != "noun":
        since = draft.sentence.number - candidate.drafts[-1].sentence.number
        known = any(other.roles.get("agent") for other in candidate.drafts)
        if draft.trigger.flight and (since > 1 or known or not is_news(candidate)):
            return False
        return since <= NEAR and (draft.stance.factuality in REAL or denies_own(draft))
    if is_of_number(draft):
        return _gives_last_number(candidate, draft)
    return draft.demonstrative if draft.trigger.demonstrative else draft.definite


def _gives_last_number(candidate: Cluster, draft: Draft) -> bool:
    """Does the cluster tell of those whom the last number before the mention counts, a sentence before at most?"""
    told = next((other for other in reversed(candidate.drafts) if _counts(other)), None)
    if told is None or draft.sentence.number - told.sentence.number > 1:
        return False
    last = max(figure.end for figure in told.figures)
    numbers = {**told.context.quantities, **draft.context.quantities}.values()
    return not any((one.best or one.low or 0) > 1 and last < one.start < draft.start for one in numbers)


def weight(draft: Draft, candidate: Cluster) -> int:
    """How likely a mention that points back means the happening, all that both say of it left aside.

    "The attacks", "the death toll": of violence, what cost lives before what burned houses; "the bomb": of one. What is
    told as news comes before what is taken for known, and what the sentence before tells before all,
    but "the last explosion" is no sum of seven that it tells.
    """
    last = candidate.drafts[-1]
    near = draft.sentence.number - last.sentence.number
    news = is_news(candidate)
    one = not (draft.plural or _says_on_whom(draft) or last.plural or last.is_total)
    return (
        2 * (near <= _IN_MIND)
        + candidate.foremost.event_type.violent
        + news * (1 + cost_lives(candidate))
        + 2 * _is_what_did_it(draft, candidate)
        + _MANY * _of_many(draft, candidate)
        + (2 + draft.demonstrative) * (one and near == 1 and _is_news(last))
    )


def cost_lives(candidate: Cluster) -> bool:
    return any(draft.deadly for draft in candidate.drafts)


def is_news(candidate: Cluster) -> bool:
    """Is any mention of the happening told as news?"""
    return any(map(_is_news, candidate.drafts))


def _is_news(draft: Draft) -> bool:
    """Is it told as news, or for the first time ("escaped from an attack"), not as known ("the deaths of two men")?"""
    return draft.asserted or (draft.found.pos == "noun" and not draft.definite)


def _says_on_whom(draft: Draft) -> bool:
    """Does its noun go on with whom or what it befell ("the attack on the minister")?"""
    at = draft.found.chunk + 1
    behind = draft.context.parsed.chunks[at : at + 1]
    return any(chunk.kind == "prep" for chunk in behind) and any(one.chunk == at + 1 for one in draft.people())


def _of_many(draft: Draft, candidate: Cluster) -> int:
    """Does it mean the several of a total ("these attacks" after "seven in two days")? 2 if both are told as a row."""
    total = candidate.drafts[0]
    several = total.is_total and not total.over_long and draft.plural and not draft.details
    return several + (several and draft.series >= 0 and total.series >= 0)


def _is_what_did_it(draft: Draft, candidate: Cluster) -> bool:
    """Is it the noun of a thing ("the bomb") that did what a mention of the cluster tells of?"""
    things = {entity.chunk for entity in draft.roles.get("instrument", ())}
    return draft.found.chunk in things and any(other.roles.get("instrument") for other in candidate.drafts)
