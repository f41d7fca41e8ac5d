"""What a mention's people and things are called in its report: perpetrator, victim, target, actor 1 or 2, or nothing.

A victim or an actor is somebody, a target something. Where the lexicon does not know a noun, the deed tells: who is
murdered is a person, what is blown up is a thing. A person who is named is not told of again as "the candidate".
"""

from collections.abc import Sequence

from importers.extraction.happenings.people import adds, called
from importers.extraction.lexicon.lexicon import EventType
from importers.extraction.lexicon.namewords import name_words
from importers.extraction.mentions.drafts import Draft
from importers.extraction.sentences.entities import SIDES, Entity, is_another
from importers.extraction.sentences.nations import as_state
from importers.gazetteer.countries import peoples
from importers.gazetteer.fold import fold
from store.records.report import Role


def role_of(role: str, entity: Entity, draft: Draft, deed: EventType) -> Role | None:
    """The part of an agent or patient in an event of a type; None for what can have none."""
    befalls, kind = draft.trigger.frame.befalls, entity.kind
    if role == "agent" and entity.is_number:
        # "Thousands marched": nobody is named by that.
        return None
    if role != "agent" and befalls != "people" and entity.is_place_name and as_state(entity) is None:
        # "Bombed Aleppo", "took Aleppo": the town is where it happened.
        return None
    if deed.peril and role == "patient" and entity.cls in {"person", "place"}:
        # What collapsed or burned is where it happened; nobody aimed at it.
        return "victim" if entity.cls == "person" else None
    if not deed.violent:
        return _actor(role, entity, draft)
    if role == "agent":
        return "perpetrator"
    if _is_left_behind(entity, draft):
        return None
    if _is_other_side(entity, draft):
        return "perpetrator"
    if befalls == "people" and (kind is None or entity.is_place_name) and as_state(entity) is not None:
        # "Colombia has suffered a wave of kidnappings": nobody abducts a country.
        return None
    if kind is None:
        return _of_unknown(entity, draft, befalls)
    if kind.cls == "person" and _is_institution(entity, draft):
        return "target" if befalls != "people" else None
    if kind.cls == "person":
        return "victim"
    if kind.cls in {"weapon", "idea"}:
        return None
    if kind.cls == "place" and not kind.name and befalls == "people":
        # "five Spaniards" are people, and so is who is named for a town; nobody murders a town.
        people = entity.plural or entity.quantity is not None or entity.named
        return "victim" if people or fold(entity.value) in name_words().surnames else None
    return "target"


def _actor(role: str, entity: Entity, draft: Draft) -> Role | None:
    """The part in what is no violence."""
    if entity.side == "harmless" or (entity.kind is None and entity.head in draft.context.lexicon.words("nobody")):
        # "Used dogs to disperse the crowd", "prosecuted the case"
        return None
    site = entity.cls == "place" and entity.kind_name != ""
    return "actor1" if role == "agent" else "target" if site else "actor2"


def _is_other_side(entity: Entity, draft: Draft) -> bool:
    """Is it whom one side of a fight is told to have fought ("clashed with a patrol", "died in a clash with one")?"""
    types = draft.context.lexicon.types
    told = (draft, *(one for one in draft.absorbed if one.start < entity.start))
    fights = [one for one in told if types[one.trigger.type].mutual]
    if not fights or entity.side not in SIDES:
        return False
    chunks, clause = draft.context.parsed.chunks, draft.clause
    before = draft.context.words[chunks[entity.chunk - 1].first].lower if entity.chunk else ""
    # "The shootout killed a guard": by what the preposition is of the verb, it is not of the noun.
    tables = [one.trigger.frame.verb if one.found.pos == "verb" else one.trigger.frame.noun for one in fights]
    fought = any(table.get(before) == "patient" for table in tables)
    own = clause.objects if clause is not None and draft in fights and draft.found.pos == "verb" else ()
    return fought or any(entity.chunk in nominal for nominal in own)


def _is_left_behind(entity: Entity, draft: Draft) -> bool:
    """Is it just "his life", "the bodies", "windows": what was lost or broken, without a word of whose it is?"""
    return entity.head in draft.context.lexicon.either("leavings", "parts")


def _is_institution(entity: Entity, draft: Draft) -> bool:
    """Is it a body that has offices rather than people who can be hurt: a ministry, a party, a company?"""
    return entity.head in draft.context.lexicon.words("institutions")


def _of_unknown(entity: Entity, draft: Draft, befalls: str) -> Role | None:
    """A noun of no known kind: people where a deed befalls only people, else a thing if it has a name or is one."""
    lexicon = draft.context.lexicon
    if entity.head in lexicon.words("nobody") or lexicon.names_deed(entity.head):
        # "The murder of children and the mutilation of others"
        return None
    if (befalls == "people" and not _cost_others(entity, draft)) or _is_among_the_dead(entity, draft):
        return "victim" if not _is_institution(entity, draft) else None
    return "target" if befalls == "things" or entity.named else None


def _is_among_the_dead(entity: Entity, draft: Draft) -> bool:
    """Does a figure of killed or injured count them ("a bomb killed twelve choristers")?"""
    return any(
        figure.field in _HARM and figure.start < entity.end and entity.start < figure.end for figure in draft.figures
    )


def _cost_others(entity: Entity, draft: Draft) -> bool:
    """Is it a name beside those whom the deed cost ("the attack on the X Federation killed ten")?

    Who is killed by name is counted as one of them.
    """
    return entity.proper and any(figure.field in _HARM for figure in draft.figures)


_HARM = frozenset({"killed", "injured"})


def told_elsewhere(mentions: Sequence[Draft]) -> frozenset[int]:
    """The offsets of those whom a happening befell that other mentions tell of more closely.

    "The candidate", "the two clerks" whom others name, "the clergymen" where others tell of "six nuns".
    """
    people = [(draft, [entity for entity in draft.people() if entity.is_somebody]) for draft in mentions]
    named = {entity.value for _, told in people for entity in told if entity.proper}
    groups = [entity for _, told in people for entity in told if entity.plural and not entity.named]

    def is_known(entity: Entity) -> bool:
        if entity.plural:
            return _are_those(entity, len(named)) or _are_known(entity, groups)
        return len(named) == 1 and _is_known(entity)

    return frozenset(
        entity.start
        for draft, told in people
        for entity in told
        if is_known(entity)
        and not adds(draft)
        and not is_another(entity, draft.context)
        and not any(called(other) for other in told)
        and not (_is_known(entity) and _is_joined(entity, told))
    )


def _is_joined(entity: Entity, told: Sequence[Entity]) -> bool:
    """Is it one of several ("the magistrate and the colonel"), of whom the one named elsewhere can be but one?"""
    return any(_is_known(other) for other in told if other is not entity)


def _are_those(entity: Entity, named: int) -> bool:
    """Is it "the union leaders", "the two clerks", "two Mexicans", where so many are named?"""
    if entity.named or named < 2:
        return False
    if entity.quantity is None:
        return entity.definite
    return entity.quantity.best == named and (entity.definite or fold(entity.head) in peoples())


def _are_known(entity: Entity, groups: Sequence[Entity]) -> bool:
    """Is it "the clergymen", without a number, where one group of their kind has been told of by another noun?"""
    if not entity.definite or entity.named or entity.quantity is not None or " " in entity.value:
        return False
    told = {other.head for other in groups if other.start < entity.start and other.kind == entity.kind}
    return len(told) == 1 and entity.head not in told


def _is_known(entity: Entity) -> bool:
    """Is it "the judge", "the union's spokesman": one person spoken of as known?"""
    return entity.definite and not called(entity) and not entity.plural and entity.quantity is None
