"""One event a happening: which mentions of an article tell of the same one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from importers.extraction.happenings.agreeing import (
    befell_one,
    hit_alike,
    names_whom,
    opens_article,
    retells,
    types_agree,
)
from importers.extraction.happenings.differing import differ, fell
from importers.extraction.happenings.happenings import Cluster
from importers.extraction.happenings.known import tells_of_known
from importers.extraction.happenings.listing import coordinated, count_two, told_as_two
from importers.extraction.happenings.occasions import Calendar
from importers.extraction.happenings.ordering import comes_before_that, told_next
from importers.extraction.happenings.parting import of_two_times
from importers.extraction.happenings.people import (
    NEAR,
    adds,
    alike_named,
    called,
    counts_otherwise,
    kinds_of,
    one_death,
    one_victim,
    share_victim,
    victims_differ,
)
from importers.extraction.happenings.pointing import cost_lives, counted, is_of_number, points_at, weight
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.telling import is_motive, only_describes
from importers.extraction.sentences.entities import THINGS, Entity, is_ranked
from importers.extraction.syntax.chunks import ARTICLE_AND_NOUN
from importers.extraction.syntax.nominals import of_complement
from store.records.place import NOWHERE


def cluster(drafts: Sequence[Draft], days: Calendar) -> list[Cluster]:
    """Put the mentions of an article into clusters, in the order of the text; each draft gets its number."""
    clusters: list[Cluster] = []
    _mark_harmless(drafts)
    _mark_motives(drafts)
    for draft in drafts:
        home = _home(draft, clusters, days)
        if home is None:
            if draft.trigger.pointing:
                continue
            home = Cluster(len(clusters))
            clusters.append(home)
        elif draft.trigger.pointing or (draft.found.pos == "noun" and draft.definite):
            draft.pointing_back = True
        if is_of_number(draft):
            counts = counted(home)
            draft.figures[:] = [replace(figure, field=counts[-1]) for figure in draft.figures]
        home.add(draft)
        draft.cluster = home.number
    return clusters


def _mark_harmless(drafts: Sequence[Draft]) -> None:
    """Mark what is followed by the word that it harmed nobody ("A bomb went off. No one was hurt")."""
    for told, harm in pairwise(drafts):
        denied = harm.trigger.effect and harm.stance.factuality == "denied" and not harm.people()
        if denied and told.event_type.violent and harm.sentence.number - told.sentence.number <= 1:
            told.harmless = not told.deadly


def _mark_motives(drafts: Sequence[Draft]) -> None:
    """Tell of each mention the deed that a protest of its sentence is about: it is not that one."""
    for motive in filter(is_motive, drafts):
        for draft in drafts:
            if draft.sentence is motive.sentence and draft is not motive and not one_victim(draft, motive):
                draft.about = motive


def _home(draft: Draft, clusters: Sequence[Cluster], days: Calendar) -> Cluster | None:
    """The cluster that tells of the same happening, the best supported and then the latest."""
    if draft.within is not None and draft.within.cluster >= 0:
        return clusters[draft.within.cluster]
    best: Cluster | None = None
    best_score = 0
    placed = draft.place_span is not None and bool(draft.place.location) and draft.event_type.violent
    for candidate in reversed(clusters):
        score = _score(draft, candidate, days)
        if score > best_score:
            best, best_score = candidate, score
        if placed and not score and candidate.foremost.event_type.family == draft.event_type.family:
            # What was elsewhere is not, for want of anything against it, a deed told before the last one of its kind.
            best_score = max(best_score, _DEFAULT)
    return best


def _score(draft: Draft, candidate: Cluster, days: Calendar) -> int:
    """How well a mention fits a cluster; 0 if it is (or may well be) another happening."""
    if draft.trigger.pointing and not points_at(draft, candidate):
        return 0
    last = candidate.drafts[-1]
    points_back = (draft.trigger.pointing or draft.ranked or draft.within is not None) or (
        draft.found.pos == "noun"
        and ((draft.definite and not draft.distinct) or (bool(draft.trigger.anaphor) and not draft.details))
    )
    if not types_agree(draft, candidate, points_back=points_back):
        return 0
    if _contradict(draft, candidate, days) or any(_told_beside(draft, other) for other in candidate.drafts):
        return 0
    support = _support(draft, candidate, days)
    if counts_otherwise(draft, candidate.drafts, alike=support >= _AGREES):
        return 0
    # "The shootout took place on 3 April", said of the one just told
    goes_on = points_back and draft.sentence.number - last.sentence.number == 1 and not draft.people()
    looks_back = support < _ALIKE and not goes_on and days.looks_back(draft, candidate.drafts)
    if looks_back or _told_as_another(draft, candidate, support, points_back=points_back):
        return 0
    if points_back:
        return support + weight(draft, candidate)
    if draft.trigger.effect and draft.sentence.number - last.sentence.number <= 2 and not draft.distinct:
        cost = draft.deadly and cost_lives(candidate)
        return 1 + support + (not _is_aside(candidate)) + cost
    if support:
        return support + (1 if draft.type == candidate.foremost.type else 0)
    if retells(draft, candidate) or (draft.type == candidate.lead.type and opens_article(draft, candidate)):
        return 1
    if draft.event_type.violent and draft.event_type.family == candidate.foremost.event_type.family:
        return _by_default(draft, candidate, days)
    if _is_outcome(draft, candidate):
        return _by_default(draft, candidate, days)
    alike = draft.event_type.family == candidate.foremost.event_type.family and not draft.distinct
    if alike and tells_of_known(draft, candidate):
        return 1
    if not draft.details and draft.sentence.number - last.sentence.number <= 3:
        return 1
    return 0


def _told_as_another(draft: Draft, candidate: Cluster, support: int, *, points_back: bool) -> bool:
    """Is it told as one more, or called the deed done to somebody whom the cluster can hardly mean?"""
    if draft.distinct and support <= _ALIKE and not _is_counted(draft, candidate):
        return True
    if comes_before_that(draft) and not hit_alike(draft, candidate):
        return True
    if points_back and not support and _tells_how_many_and_where(draft):
        return True
    named = points_back and not support and names_whom(draft) and not _in_that_deed(draft)
    return named and _of_another_kind(draft, candidate, across=False)


_DEFAULT = 1
"""So well a mention fits what nothing tells it apart from."""
_AGREES = 2
"""Such support is one thing in common: the place, a number, those it befell."""
_ALIKE = 4
"""Such support is more than a likeness: the same name, or several values."""


def _tells_how_many_and_where(draft: Draft) -> bool:
    """Does a noun tell all by itself ("the massacre of 43 people in Segovia"), so that it looks back at nothing?"""
    placed = draft.place_span is not None and not draft.from_scene
    return placed and any((figure.best or figure.low or 0) > 1 for figure in draft.figures if figure.field != "devices")


def _is_counted(draft: Draft, candidate: Cluster) -> bool:
    """Is "the second bomb", or "a second" one, one of the "two bombs", or of the "two bombings", told of before?"""
    chunks = draft.context.parsed.chunks
    told = draft.roles.get("instrument", [])[:1]
    ranked = any(is_ranked(chunks[entity.chunk], draft.context) for entity in told)
    if not (draft.definite or ranked or any(entity.definite for entity in told)):
        return False
    counted = (figure for other in candidate.drafts for figure in (*other.figures, other.number) if figure is not None)
    return any(figure.field == "devices" and (figure.best or 0) > 1 for figure in counted)


def _is_aside(candidate: Cluster) -> bool:
    """Is it told for known or by a relative clause alone ("the town, which the army retook in May")?"""
    return not any(
        draft.asserted and not draft.stance.background and not (draft.clause and draft.clause.aside)
        for draft in candidate.drafts
    )


def _told_beside(draft: Draft, other: Draft) -> bool:
    """Are both of one list that tells of two kinds of deeds, or of two people ("the raids and the murder")?"""
    if draft.sentence is not other.sentence:
        return False
    if told_as_two(draft, other) or told_as_two(other, draft) or of_two_times(draft, other) or count_two(draft, other):
        return True
    if only_describes(draft, other) or ((draft.answered or other.answered) and not share_victim(draft, other)):
        return True
    if _are_toll(draft, other):
        return False
    two = draft.event_type.family != other.event_type.family or bool(draft.people() and other.people())
    return two and coordinated(draft, other)


def _are_toll(draft: Draft, other: Draft) -> bool:
    """Are they the dead and the wounded of one list ("12 dead and 30 wounded")?"""
    said = all(one.found.pos == "word" and one.trigger.effect for one in (draft, other))
    return said and draft.trigger.figure != other.trigger.figure


def _is_outcome(draft: Draft, candidate: Cluster) -> bool:
    """Is it what came of the event told just before, or its cause ("A bomb went off. Two people were killed")?"""
    last = candidate.drafts[-1]
    if draft.sentence.number - last.sentence.number > NEAR:
        return False
    outcome = draft if draft.plain else last
    return outcome.plain and not outcome.roles.get("agent") and outcome.time_basis != "own"


def _by_default(draft: Draft, candidate: Cluster, days: Calendar) -> int:
    """News retells: what nothing tells apart from what was told is that, unless it brings its own people."""
    if (draft.distinct and not _is_counted(draft, candidate)) or days.of_another_stretch(draft, candidate.drafts):
        return 0
    if not draft.plain and told_next(draft):
        # "Later, a bomb went off"; but who died later died of what was told.
        return 0
    if _told_along(draft, candidate):
        return 1
    if _hit_other_things(draft, candidate):
        return 0
    named = [entity for entity in draft.people() if called(entity) or _says_where(entity, draft)]
    known = [entity for entity in candidate.people() if called(entity)]
    if alike_named(named, known) or (known and any(_says_where(entity, draft) for entity in named)):
        return 0
    # Whom a bomb kills is none of the things that it hits.
    across = not candidate.lead.event_type.casualties
    return 0 if _of_another_kind(draft, candidate, across=across) and not named else 1


def _hit_other_things(draft: Draft, candidate: Cluster) -> bool:
    """Is it told what somebody did to things not told of before, behind a murder that readers know of already?

    "An inquiry into the murder of the judge. The call came after rebels attacked targets in the capital": another deed.
    """
    things = draft.people()
    known = all(not one.asserted and one.found.pos == "noun" and one.definite for one in candidate.drafts)
    told_new = bool(things) and not any(one.is_somebody or one.definite or one.pronoun for one in things)
    whom = any(entity.is_somebody for entity in candidate.people())
    return known and whom and told_new and draft.found.pos == "verb" and bool(draft.roles.get("agent"))


def _of_another_kind(draft: Draft, candidate: Cluster, *, across: bool) -> bool:
    """Did it befall people of another kind ("the murder of the senator" after that of nuns), or other things?

    ``across``: who is told to have suffered differs from things that are told to have been hit, too.
    """
    mine, theirs = draft.people(), candidate.people()
    if across:
        return _no_kind_shared(mine, theirs, draft)
    return any(
        _no_kind_shared([e for e in mine if e.cls in sort], [e for e in theirs if e.cls in sort], draft)
        for sort in ({"person"}, THINGS)
    )


def _no_kind_shared(mine: Sequence[Entity], theirs: Sequence[Entity], draft: Draft) -> bool:
    one, other = kinds_of(mine, draft), kinds_of(theirs, draft)
    return bool(one and other) and not one & other


def _says_where(entity: Entity, draft: Draft) -> bool:
    """Is it "the mayor of Copala": one whom a place tells apart from others who are called so?"""
    if entity.plural or entity.kind is None or entity.kind.cls != "person":
        return False
    parsed = draft.context.parsed
    inner = of_complement(parsed.chunks, parsed.words, entity.chunk, draft.context.lexicon)
    return inner >= 0 and parsed.words[parsed.chunks[inner].first].start in draft.context.places


def _told_along(draft: Draft, candidate: Cluster) -> bool:
    """Does the sentence, or the next, tell who else was there ("a guard was also killed", a bit later "his wife")?"""
    behind = draft.sentence.number - candidate.drafts[-1].sentence.number
    if behind > NEAR:
        return False
    words, chunks = draft.context.words, draft.context.parsed.chunks
    told = {entity.chunk for entity in draft.people()} | set(draft.clause.subject if draft.clause is not None else ())
    known = [at for at in told if words[chunks[at].first].tag == "poss"]
    companions = draft.context.lexicon.words("companions") if draft.trigger.figure == "injured" else frozenset()
    beside = any(words[chunks[at].head].lemma in companions for at in known)
    return (behind <= 1 or bool(known)) and (beside or adds(draft) or _in_that_deed(draft))


def _in_that_deed(draft: Draft) -> bool:
    """Is it told by a bare "the attack" that it is the deed told before ("his driver, X, died in the attack")?"""
    context = draft.context
    chunks = context.parsed.chunks
    nouns = [part.found.chunk for part in (draft, *draft.absorbed) if part.found.pos == "noun" and part.definite]
    if any(of_complement(chunks, context.words, at, context.lexicon) >= 0 for at in nouns):
        # "This murder answered the killing of X"
        return False
    return any(chunks[at].last - chunks[at].first == ARTICLE_AND_NOUN for at in nouns)


def _contradict(draft: Draft, candidate: Cluster, days: Calendar) -> bool:
    """Does something told of the happening exclude the mention? Nobody dies twice, whatever else is told."""
    if draft.about is not None and befell_one(draft.about, candidate):
        return True
    if any(draft.found is other.found for other in candidate.drafts):
        # Shares of what one clause tells: "one bomb at a bank, another at a school".
        return True
    if any(one_death(draft, other) or _once_a_day(draft, other, days) for other in candidate.drafts):
        return False
    if any(fell(draft, other) or fell(other, draft) for other in candidate.drafts):
        return True
    if (draft.harmless and cost_lives(candidate)) or (draft.deadly and any(d.harmless for d in candidate.drafts)):
        return True
    if any(differ(draft, other, days) for other in candidate.drafts):
        return True
    return not _told_along(draft, candidate) and any(victims_differ(draft, other) for other in candidate.drafts)


def _once_a_day(one: Draft, other: Draft, days: Calendar) -> bool:
    """Was one person taken, and no two days told? Where he was then, and where he was going, are two places."""
    taken = all(any(figure.field == "held" for figure in draft.figures) for draft in (one, other))
    return taken and one.type == other.type and one_victim(one, other) and not days.differ(one, other)


def _support(draft: Draft, candidate: Cluster, days: Calendar) -> int:
    """What speaks for one happening: the same town, day, people, figures, target."""
    support = 0
    # "People" were killed in each of two attacks.
    heads = {e.head for e in draft.people() if not e.named} - draft.context.lexicon.words("anyone")
    for other in candidate.drafts:
        here = 0
        if draft.place != NOWHERE and draft.place == other.place and (draft.place.location or draft.place.admin1):
            here += 2
        here += days.same_day(draft, other)
        if one_victim(draft, other):
            here += 4
        elif heads and heads & {e.head for e in other.people() if not e.named}:
            # "The killing of the prosecutor": before the attack that he had survived, that which killed one.
            here += 2 + (draft.deadly and other.deadly)
        for figure in draft.figures:
            if any(
                f.field == figure.field and f.best == figure.best and f.best not in {None, 1} for f in other.figures
            ):
                here += 2
        support = max(support, here)
    return support
