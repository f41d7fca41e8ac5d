"""Do two mentions tell of the same people, and of numbers of them that go together?"""

from collections.abc import Iterable, Sequence

from importers.extraction.lexicon.namewords import name_words
from importers.extraction.mentions.attribution import counting
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.figures import Figure, excludes, without_single
from importers.extraction.sentences.entities import Entity

_SURNAMES = 2
"""So many a person has where Spanish is spoken: the father's, by which he is told of, and the mother's."""
NEAR = 2
"""So many sentences after an event its people are told of again, or who did it, without naming it again."""


def victims_differ(one: Draft, other: Draft) -> bool:
    """Two different people by name, or two different things hit.

    "A Hezbollah commander" may be Ali Karaki; he is no Amal commander.
    """
    (people, things), (others, hit) = _names_by_class(one), _names_by_class(other)
    if not (one.event_type.casualties or other.event_type.casualties):
        # A bomb that wrecks an office may kill a clerk; who wrecks it does not kill by that.
        people, others = people + things, others + hit
    if one.trigger.pointing or other.trigger.pointing:
        people, others = _not_in_groups(people), _not_in_groups(others)
    return (alike_named(people, others) or bool(things and hit)) and not one_victim(one, other)


def alike_named(people: Iterable[Entity], others: Sequence[Entity]) -> bool:
    """Are there two that names tell apart: both called by their own, or both by one of what they belong to?"""
    return any(_is_described(a) == _is_described(b) for a in people for b in others)


def _is_described(entity: Entity) -> bool:
    """Is a person only told by what he is, beside a name of something else ("a Civil Guard officer")?"""
    return is_person(entity) and not entity.proper


def _not_in_groups(people: Sequence[Entity]) -> list[Entity]:
    """Those told of one by one: the rector who is "among the victims" may be one of the "six Jesuit priests"."""
    return [entity for entity in people if entity.proper or not entity.plural]


def one_death(one: Draft, other: Draft) -> bool:
    """Is the same person said to have been killed? Nobody dies twice, whatever else is told."""
    return one.deadly and other.deadly and one_victim(one, other)


def settle_fates(mentions: Sequence[Draft]) -> None:
    """Count nobody as injured who is told to have died of it.

    "Ana Mora was hit by two shots. She died later", "two men who were wounded in the blast died on Friday".
    """
    dead = [draft for draft in mentions if draft.deadly]
    for draft in dead:
        died = _counted_as("killed", [draft])
        died &= _counted_as(
            "injured", [one for one in draft.absorbed if one.clause is not None and one.clause.relative]
        )
        draft.figures[:] = [one for one in draft.figures if one.field != "injured" or (one.start, one.end) not in died]
    for draft in mentions:
        if any(figure.field == "injured" for figure in draft.figures) and any(one_victim(draft, one) for one in dead):
            draft.figures[:] = without_single(draft.figures, "injured")


def share_victim(one: Draft, other: Draft) -> bool:
    """Do both tell of one person by name, or by the same words of their sentence?"""
    mine, theirs = ({entity.start for entity in draft.people() if is_person(entity)} for draft in (one, other))
    return bool(mine & theirs) or one_victim(one, other)


def _counted_as(field: str, mentions: Sequence[Draft]) -> set[tuple[int, int]]:
    """Where those stand whom the mentions count as killed, or as injured."""
    return {(figure.start, figure.end) for draft in mentions for figure in draft.figures if figure.field == field}


def one_victim(one: Draft, other: Draft) -> bool:
    """Do both name one person as whom it befell? Where the telling stood then, says little."""
    theirs = [entity for entity in other.people() if called(entity)]
    return bool(theirs) and any(_is_one(a, b) for a in one.people() if called(a) for b in theirs)


def _is_one(one: Entity, other: Entity) -> bool:
    """Are the two called the same? Not "a UPD candidate" and "a PLN candidate"."""
    if _is_described(one) and _is_described(other):
        mine, theirs = set(_name(one)), set(_name(other))
        return mine <= theirs or theirs <= mine
    return _same_name(_name(one), _name(other))


def _names_by_class(draft: Draft) -> tuple[list[Entity], list[Entity]]:
    """The people and the things that a mention names as what it befell."""
    named = [entity for entity in draft.people() if called(entity)]
    return [entity for entity in named if not entity.is_thing], [entity for entity in named if entity.is_thing]


def called(entity: Entity) -> bool:
    """Is it called by a name? "The UPD spokesman" is not: a name stands beside him who is known already."""
    described = entity.definite and not entity.plural and entity.cls == "person"
    return entity.named and (entity.proper or not described)


def _name(entity: Entity) -> tuple[str, ...]:
    return tuple(word for part in entity.value.lower().split() if len(word := part.strip(".,'\"“”")) > 1)


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """May the two names be of one person: one holds all of the other, or they share a surname and more?

    "Juan Paz" is not "Luis Paz", but may be "Paz".
    """
    if not one or not other:
        return False
    shared = set(one) & set(other)
    if len(shared) >= min(len(one), len(other), 2) and (len(shared) > 1 or one[-1] in other or other[-1] in one):
        return True
    given = name_words().given
    brothers = one[0] != other[0] and {one[0], other[0]} <= given and min(len(one), len(other)) > 1
    return (one[-1] == other[-1] and not brothers) or any(_by_surname(a, b) for a, b in ((one, other), (other, one)))


def _by_surname(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Is it the name of a family ("the Moras") or the two surnames of one told of by the first ("Mora Paz")?"""
    if len(short) == 1:
        return short[0] == f"{name[-1]}s"
    return len(short) == _SURNAMES and short[0] == name[-1]


def is_person(entity: Entity) -> bool:
    return entity.cls == "person"


def kinds_of(people: Sequence[Entity], draft: Draft) -> set[str]:
    """The kinds of those it befell, where they tell it apart: not "the guards", not "people"."""
    anyone = draft.context.lexicon.words("anyone")
    return {
        entity.kind_name for entity in people if entity.kind_name and not entity.definite and entity.head not in anyone
    }


def counts_otherwise(draft: Draft, drafts: Sequence[Draft], *, alike: bool) -> bool:
    """Does it give a number that none of the other mentions allows? What one of them says, one side may only claim.

    ``alike``: they agree in something; then "a bomb" may be one of the two told of before.
    """
    if draft.trigger.count == "told" or adds(draft) or draft.within is not None:
        # A toll is told anew as it rises; "ten others were also wounded" adds to it.
        return False
    if _recounts(draft, drafts):
        return False
    if any(one_death(draft, other) for other in drafts):
        return False
    for figure in {figure.field: figure for figure in reversed(draft.figures)}.values():
        # "A street vendor died, too": one of the dead, however many they are.
        single = "one" if draft.trigger.effect and figure.rule == "article" else figure.rule
        others = [_first(figure.field, other) for other in drafts]
        known = [other for other in others if other is not None and "one" not in {single, other.rule}]
        if alike and figure.field == "devices":
            known = [other for other in known if "article" not in {single, other.rule}]
        if known and some_of_them(draft) and (figure.best or 0) < max(other.best or 0 for other in known):
            continue
        if known and all(excludes(figure, other) for other in known) and not _sums_up(figure, known, draft, drafts):
            return True
    return False


def _recounts(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Does somebody else give another number of those just counted ("police said nine died", "an aide spoke of two")?

    He tells nothing of his own of where, when or to whom it was, and it is what he says, not by what he calls somebody
    ("said it had freed 106 guards taken hostage").
    """
    voice, near = draft.stance.voice, draft.sentence.number - drafts[-1].sentence.number
    placed = draft.site is not None or (draft.place_span is not None and not draft.from_scene)
    own = placed or draft.time_basis == "own" or draft.distinct or _hangs_on_noun(draft)
    if voice is None or own or near > NEAR or not draft.figures:
        return False
    counted = [other for other in drafts if any(one.field == draft.figures[0].field for one in other.figures)]
    return any(
        (other.stance.voice is None or other.stance.voice.name != voice.name) and _may_be_those(draft, other)
        for other in counted
    )


def _hangs_on_noun(draft: Draft) -> bool:
    """Does a verb only say of which people the sentence tells ("the man who killed nine"), and counts nobody?"""
    clause = draft.found.clause
    if draft.found.pos != "verb" or clause is None or not (clause.relative or clause.reduced):
        return False
    return counting(clause, draft.context) is None


def _may_be_those(draft: Draft, other: Draft) -> bool:
    """Are those whom a mention counts called by a bare number, by a word for anybody or as the other mention does?"""
    if all(not figure.unit for figure in draft.figures):
        return True
    heads = draft.context.lexicon.words("anyone") | {entity.head for entity in other.people()}
    return all(not entity.named and entity.head in heads for entity in draft.people())


def _first(field: str, draft: Draft) -> Figure | None:
    return next((figure for figure in draft.figures if figure.field == field), None)


def _sums_up(figure: Figure, known: Sequence[Figure], draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Is it a part of what the headline counts together ("Three soldiers and nine rebels killed")?"""
    near = draft.sentence.number - drafts[0].sentence.number <= NEAR
    return near and drafts[0].context.headline and (figure.best or 0) < (known[0].best or 0)


def some_of_them(draft: Draft) -> bool:
    """Does it tell of some of those told of before ("one of the priests", "two of three clerks", "Ana Mora died")?"""
    if draft.trigger.effect and draft.people() and all(entity.proper for entity in draft.people()):
        return True
    words, lexicon = draft.context.words, draft.context.lexicon
    for entity in draft.people():
        counted = entity.quantity.end if entity.quantity is not None else entity.end
        if counted >= entity.end:
            continue
        behind = [word for word in words if counted <= word.start < entity.end][:2]
        those = lexicon.either("definite", "relatives")
        if len(behind) == 2 and (behind[1].lower in those or behind[1].tag == "num"):
            return True
    return False


def adds(draft: Draft) -> bool:
    """Does it tell of others beside those told of before ("another two died", "a guard was also shot")?

    What somebody "also" did may be a deed of its own.
    """
    words, lexicon, clause = draft.context.words, draft.context.lexicon, draft.clause
    passive = draft.found.pos == "verb" and clause is not None and clause.passive and not draft.roles.get("agent")
    if not (draft.trigger.effect or (passive and draft.plain)):
        return False
    chunks, also, distinct = draft.context.parsed.chunks, lexicon.words("also"), lexicon.words("distinct")
    told = words[chunks[clause.before].first : chunks[clause.verb].last] if clause is not None else ()
    if any(word.lower in also for word in told):
        return True
    apart = [word for word in words if word.lower in distinct and word.tag != "num"]
    return any(entity.start <= word.start < entity.end for entity in draft.people() for word in apart)
