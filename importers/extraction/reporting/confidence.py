"""How sure a mention is that it reports an event, with the reasons in words for people.

The steps are weighed on 1,300 news reports with keys made by people (MUC-3): how often a mention of which that holds is
of an incident of the key. A happening is the surer the more is told of it: to whom, how many, where and when.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from importers.extraction.happenings.occasions import Dates
from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.locating.records import is_exact
from importers.extraction.mentions.drafts import Draft
from importers.extraction.roles.support import quells
from importers.extraction.sentences.entities import Entity
from store.records.report import REAL

Step = tuple[float, str]
"""What raises or lowers the confidence, and why."""

_BASE: Final = 0.8
_VIOLENCE: Final = -0.1
"""News of violence is told first; what comes later in an article is as often only called to mind."""


def confidences(happening: Sequence[Draft], dates: Dates) -> Iterator[tuple[float, tuple[str, ...]]]:
    """For each mention of one happening a number from 0 to 1 and what lowered or raised it, the weightiest first.

    ``dates`` are the time phrases of the article, resolved as far as it allows by itself.
    """
    told = tuple(_telling_steps(happening, dates))
    return (_confidence(draft, happening, told) for draft in happening)


def _confidence(draft: Draft, happening: Sequence[Draft], told: Sequence[Step]) -> tuple[float, tuple[str, ...]]:
    steps = sorted(_steps(draft, happening, told), key=lambda step: -abs(step[0]))
    value = _BASE + sum([step for step, _ in steps])
    return round(min(max(value, 0.05), 0.95), 2), tuple(f"{step:+.2f} {why}" for step, why in steps)


def _steps(draft: Draft, happening: Sequence[Draft], told: Sequence[Step]) -> Iterator[Step]:
    yield from _what_steps(draft)
    if _is_violence(draft):
        yield _VIOLENCE, "violence"
        yield from told
        yield from _aside_steps(draft)
    else:
        yield from _scene_steps(draft)
    yield from _outcome_steps(draft, happening)
    if draft.found.pos == "noun":
        yield from _noun_steps(draft)
    yield from _stance_steps(draft)


def _is_violence(draft: Draft) -> bool:
    """Is it done by one to another? The two sides of a clash or a riot do not suffer it: other things are told of it.

    Of a riot that is nobody's ("to stop an uprising") as much must be told as of violence.
    """
    kind = draft.event_type
    return kind.violent and not (kind.mutual or (kind.about and any(draft.roles.values())))


def _what_steps(draft: Draft) -> Iterator[Step]:
    violence = _is_violence(draft)
    if draft.filled.doubts and not violence:
        yield -0.2, f"no {' or '.join(draft.filled.doubts)} named"
    if _at_large(draft):
        suffered = draft.event_type.violent and not draft.event_type.mutual
        yield (-0.2 if suffered else -0.35), "people in general, with no day and no place"
    if draft.is_total and draft.over_long:
        yield -0.4, "a total over weeks or years, not one happening"
    if draft.saved:
        yield -0.4, "saved from a disaster, not from captors"


def _telling_steps(happening: Sequence[Draft], dates: Dates) -> Iterator[Step]:
    """What all mentions of an act of violence together tell of it, or leave untold."""
    people = [entity for other in happening for entity in other.people()]
    counted = any(other.figures or other.distinct for other in happening)
    if not counted and people and not any(entity.named or entity.kind is not None for entity in people):
        yield -0.2, "unknown whom or what it befell"
    named = any(entity.named and not entity.is_thing for entity in people)
    if not named:
        yield from _nameless_steps(happening, counted=counted)
    elif not counted:
        yield -0.1, "nobody is counted"
    yield from _place_steps(happening)
    times = [other.time for other in happening if other.time is not None]
    if not times:
        yield -0.1, "no date"
    elif all(time in dates and dates[time].precision == _YEAR for time in times):
        yield -0.2, "no more than a year is given"
    if min(other.sentence.number for other in happening) <= _LEAD:
        yield 0.3, "news: told first in the article"
    elif not (named or any(other.asserted or other.stance.factuality not in REAL for other in happening)):
        yield -0.1, "only taken for known"


def _nameless_steps(happening: Sequence[Draft], *, counted: bool) -> Iterator[Step]:
    """What speaks against a deed of which nobody says by name whom it befell."""
    things = _hit_things(happening)
    if not counted:
        yield (-0.05 if things else -0.25), "nobody is counted"
    if not things:
        yield -0.1, "nobody it befell is named"


def _hit_things(happening: Sequence[Draft]) -> bool:
    """Was it done to a building or a bridge, or is it told by a word for what is done to things ("burned")?"""
    return any(
        entity.cls == "place" or (entity.cls == "thing" and draft.trigger.frame.befalls == "things")
        for draft in happening
        for entity in draft.people()
    )


def _aside_steps(draft: Draft) -> Iterator[Step]:
    """Whether one mention of it only points at it, or tells of something that lasts."""
    if draft.pointing_back and (draft.demonstrative or draft.plural):
        yield -0.3, "points to what is told elsewhere"
    if _goes_on(draft) and not any(figure.best for figure in draft.figures):
        yield -0.3, "told as going on"


def _goes_on(draft: Draft) -> bool:
    clause = draft.clause
    return draft.found.pos == "verb" and clause is not None and draft.context.parsed.chunks[clause.verb].progressive


_YEAR: Final = 5
"""The time precision of a whole year."""
_LEAD: Final = 1
"""The number of the last sentence of an article's opening: headline and lead."""


def _place_steps(happening: Sequence[Draft]) -> Iterator[Step]:
    exact = [other for other in happening if is_exact(other.place)]
    if exact and all(other.from_scene for other in exact):
        yield -0.05, "the place is that of the scene"
    elif not exact:
        yield (-0.1, "only the country") if any(other.place.country for other in happening) else (-0.15, "no place")


def _outcome_steps(draft: Draft, happening: Sequence[Draft]) -> Iterator[Step]:
    """What came of a deed that is not told: of whom one only hears that he died, nobody may have killed him."""
    trigger = draft.trigger
    if not trigger.effect or draft.absorbed:
        return
    deed = any(not other.trigger.effect or other.absorbed for other in happening)
    if trigger.alone:
        if not deed and not draft.roles.get("agent"):
            yield -0.15, "tells only of damage"
    elif not draft.pointing_back:
        several = sum(figure.best or figure.low or 0 for figure in draft.figures if figure.rule != "sum") > 1
        told = deed or draft.time_basis == "own" or (several and is_exact(draft.place))
        if not (deed or several) and _may_have_died_in_bed(draft):
            yield -0.55, "one who died, and nothing told that killed him"
        else:
            yield (-0.15 if told else -0.3), "tells only of dead or injured"


def _may_have_died_in_bed(draft: Draft) -> bool:
    """Is it said of somebody known that he died, as of those whom nobody killed ("the composer X died in Bergen")?

    The death of somebody unknown ("a driver died in a cell") is news by how it came. Weapons, shots and wounds tell.
    """
    if draft.trigger.figure != "killed" or draft.trigger.valency != "intransitive" or draft.roles.get("agent"):
        return False
    lexicon, forms = draft.context.lexicon, draft.context.forms
    violent = not (forms.isdisjoint(lexicon.weapon_words) and forms.isdisjoint(lexicon.either("wounds", "by_force")))
    return not violent and all(entity.named or entity.definite for entity in draft.people())


def _at_large(draft: Draft) -> bool:
    """Is it told of nobody in particular, of no day and of no place ("they have been murdering people")?"""
    people = draft.people()
    everybody = draft.context.lexicon.words("everybody")
    here = is_exact(draft.place) and not draft.from_scene
    told = draft.time_basis == "own" or here or draft.figures or draft.pointing_back
    return bool(people and not told) and all(
        not (entity.named or entity.quantity is not None)
        and entity.cls in {"", "person", "place", "weapon"}
        and (
            entity.head in everybody
            or _is_a_people(entity)
            or (entity.plural and not entity.definite and not entity.vague)
        )
        for entity in people
    )


def _is_a_people(entity: Entity) -> bool:
    """Is it "Salvadorans", "countless Colombians": no more than where they are from?"""
    return entity.cls == "person" and not entity.kind_name


def _scene_steps(draft: Draft) -> Iterator[Step]:
    if not any(draft.roles.values()) and not draft.figures:
        yield -0.15, "nobody and nothing named"
    if draft.time is None:
        yield -0.05, "no date"
    elif draft.time_basis == "own":
        yield 0.05, "dated in its clause"
    if draft.from_scene:
        yield -0.05, "the place is that of the scene"
    elif not is_exact(draft.place):
        yield -0.05, "no place"


def _tells_fiction(draft: Draft) -> bool:
    """Is it a novel or a film that tells of it ("la película narra el asesinato de un juez")?"""
    clause, context = draft.clause, draft.context
    fictions, chunks = context.lexicon.words("fictions"), context.parsed.chunks
    if clause is None or draft.found.pos != "noun" or clause.passive:
        return False
    return any(context.words[chunks[at].head].lower in fictions for at in clause.subject)


def _stance_steps(draft: Draft) -> Iterator[Step]:
    stance = draft.stance
    if stance.generic:
        yield -0.5, "a habit or a general statement"
    if any(word.lower == "?" for word in draft.context.words[-3:]):
        yield -0.3, "a question"
    if draft.context.story and _tells_fiction(draft):
        yield -0.6, "the plot of a story"
    elif _in_present(draft):
        yield (-0.6, "the plot of a story") if draft.context.story else (-0.2, "told in the present tense")
    if stance.background and draft.time is None:
        yield (-0.1 if _is_violence(draft) else -0.3), "told as context, without a date"
    if stance.attempted:
        yield -0.15, f"attempted: {stance.why}"
    elif stance.factuality == "possible":
        yield -0.45, f"possible: {stance.why}"
    elif stance.factuality == "planned":
        yield (-0.1 if draft.time_basis == "own" else -0.3), f"planned: {stance.why}"
    elif stance.factuality == "denied":
        yield -0.1, f"denied: {stance.why}"


def _in_present(draft: Draft) -> bool:
    """A simple present in running text tells of habits and opinions; headlines tell news in it."""
    if draft.found.pos != "verb" or draft.clause is None or draft.context.today:
        return False
    if draft.context.words[-1].tag != "punct":
        return False
    group = draft.context.parsed.chunks[draft.clause.verb]
    plain = not (group.past or group.perfect or group.progressive or group.modal)
    return group.shape == "finite" and plain


def _is_told(draft: Draft) -> bool:
    """Is it said when or how many events befell people, or where and how many people?"""
    return draft.time is not None or bool(draft.figures and is_exact(draft.place))


def _turned(draft: Draft) -> bool:
    """Is it told by a verb what became of a protest ("the protests turned violent")?"""
    before = draft.context.lexicon.types[draft.trigger.type]
    return before.about and draft.event_type.about and before.name != draft.type


def _is_news(draft: Draft, verb: str, *, hosted: bool) -> bool:
    """Are events told of in the plural ones of their own: by whom or to whom and when, or that and where they happened?

    A crowd's are told so ("protests broke out in Lima", "clashes broke out between protesters and police").
    ``hosted``: a verb, ``verb``, says that they happened.
    """
    of_crowd = hosted and draft.event_type.about
    if any(draft.roles.values()):
        return (of_crowd and draft.event_type.violent) or _is_told(draft)
    occurred = verb in draft.context.lexicon.words("occur_verbs")
    return occurred and is_exact(draft.place) and (of_crowd or draft.time is not None)


def _ends_attempts(verb: str, lexicon: Lexicon) -> bool:
    """Does the verb say what became of an attempt: it was survived, foiled, put down?"""
    return verb in lexicon.cues("attempt_verbs") or verb in lexicon.cues("quelling_verbs")


def _noun_steps(draft: Draft) -> Iterator[Step]:
    trigger = draft.trigger
    if draft.pointing_back or _turned(draft):
        return
    lexicon = draft.context.lexicon
    verb = draft.context.parsed.main(draft.clause).verb if draft.clause is not None else ""
    # Who "left a rally" held none, but "the blast left two dead".
    subject = draft.clause is not None and draft.found.chunk in draft.clause.subject
    left = verb in lexicon.words("leaving_verbs") and not subject
    hosted = (
        (verb in lexicon.either("light_verbs", "occur_verbs", "undergo_verbs", "cause_verbs") and not left)
        or verb in trigger.with_verbs
        or (draft.event_type.name in lexicon.attempts and _ends_attempts(verb, lexicon))
        or quells(verb, trigger, lexicon)
    )
    placed = is_exact(draft.place) or (draft.event_type.wide and bool(draft.place.country))
    own = bool(draft.people() or draft.figures or draft.time_basis == "own" or (hosted and draft.roles.get("agent")))
    doubt = -0.55 if _is_violence(draft) else -0.4
    counted = draft.is_total and draft.number is not None
    if trigger.weak and not (hosted or counted or draft.absorbed):
        yield doubt, "a word that alone is no news"
    if draft.definite and not own and verb not in trigger.with_verbs:
        yield doubt, "points to an event not told here"
    elif draft.plural and draft.number is None and not _is_news(draft, verb, hosted=hosted):
        yield doubt, "events in general"
    elif not own and not (hosted and placed):
        yield -0.35, "nothing of its own is told"
    elif not hosted and not draft.time and not _is_violence(draft):
        yield -0.1, "a noun without a verb of its own"
