"""Who they were: of people or things counted or only called victims, those that the sentence names or describes."""

from collections.abc import Iterator, Sequence
from typing import Final

from importers.extraction.roles.following import list_from
from importers.extraction.roles.tolls import is_number
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal, of_complement


def included(people: Sequence[Entity], found: Found, context: Context) -> tuple[Entity, ...]:
    """Some of those told of: "eight people, including a nun, were killed", "killed eight people, including a nun"."""
    own = found.clause if found.pos == "verb" else None
    including = context.lexicon.words("including")
    more = own.phrases(including) if own is not None else ()
    return _some(people, [*more, *_behind_colon(people, own, context)], context)


def by_name(people: Sequence[Entity], context: Context) -> Sequence[Entity]:
    """The people with some of them who are set beside their number; all who are named behind it, in its place.

    "Four officers, including a colonel, are implicated"; "two men suspected of the murder: Luis Paz and Juan Vera".
    """
    named = [entity for nominal in _all_by_name(people, context) for entity in entities(nominal, context)]
    return named or (*people, *_some(people, (), context))


def _some(people: Sequence[Entity], more: Sequence[Nominal], context: Context) -> tuple[Entity, ...]:
    bodies = context.lexicon.either("partitives", "collectives")
    several = [one for one in people if one.plural or one.quantity is not None or one.head in bodies]
    if not several:
        return ()
    nominals = (*more, *_behind_including(several, context))
    told = [entity for nominal in nominals for entity in entities(nominal, context)]
    things = all(entity.is_thing for entity in several)
    alike = [entity for entity in told if (entity.is_thing if things else _is_person(entity))]
    return tuple({entity.start: entity for entity in alike}.values())


def _behind_including(people: Sequence[Entity], context: Context) -> Iterator[Nominal]:
    parsed, including = context.parsed, context.lexicon.words("including")
    for entity in people:
        at = parsed.nominals.past_of(entity.chunk)
        inner = of_complement(parsed.chunks, parsed.words, entity.chunk, context.lexicon)
        if inner >= 0 and parsed.nominals.names_deed(inner):
            # "Culpó a dos rebeldes de la muerte de nueve personas, incluida una monja": she is one of the nine.
            continue
        if at < len(parsed.chunks) and parsed.words[parsed.chunks[at].first].lower == ",":
            at += 1
        kinds = [chunk.kind for chunk in parsed.chunks[at : at + 2]]
        if kinds == ["prep", "np"] and parsed.words[parsed.chunks[at].first].lower in including:
            yield list_from(at + 1, context)


def _behind_colon(people: Sequence[Entity], own: Clause | None, context: Context) -> Iterator[Nominal]:
    """The list behind a colon: "three people died in the fire: Ana Mora, Luis Paz and a boy".

    In "Court attack: gunmen kill four" those behind it are told of for what they do.
    """
    parsed = context.parsed
    colon = own.after if own is not None else max((entity.chunk for entity in people), default=0) + 1
    behind = parsed.chunks[colon : colon + 2]
    if [chunk.kind for chunk in behind] != ["punct", "np"] or parsed.words[behind[0].first].lower != ":":
        return
    act = (colon + 1 in clause.subject for clause in parsed.clauses if not (clause.relative or clause.reduced))
    if any(act):
        return
    listed = list_from(colon + 1, context)
    # "Rebels kill four: police"
    says = len(listed) == 1 and parsed.words[behind[1].first].tag == "noun"
    if not says or any(entity.named for entity in entities(listed, context)):
        yield listed


def _all_by_name(people: Sequence[Entity], context: Context) -> Iterator[Nominal]:
    """The list behind a later colon that names as many as those told of are."""
    chunks, words = context.parsed.chunks, context.words
    many = people[0].quantity.best if len(people) == 1 and people[0].quantity is not None else None
    if many is None or many < 2:
        return
    colons = (at for at in range(people[0].chunk + 1, len(chunks) - 1) if words[chunks[at].first].lower == ":")
    colon = next(colons, -1)
    if colon >= 0 and chunks[colon + 1].kind == "np":
        listed = list_from(colon + 1, context)
        if sum(entity.named for entity in entities(listed, context)) == many:
            yield listed


def said_to_be(found: Found, context: Context) -> tuple[Entity, ...]:
    """Who they are said to be: "the dead were a nun and ...", "among the dead are ...", "killed were ...".

    ``found``: the words that tell that somebody was killed, wounded or taken.
    """
    told = (nominal for clause in context.parsed.clauses for nominal in _who_it_says(clause, found, context))
    rows = (*told, *_apposed(found, context))
    people = tuple(entity for nominal in rows for entity in entities(nominal, context) if _is_person(entity))
    # "The dead are 13 and the wounded 22": whoever stands behind their number is counted apart.
    return people[:1] if people and is_number(people[0].chunk, context) else people


def _who_it_says(clause: Clause, found: Found, context: Context) -> Sequence[Nominal]:
    """The noun phrases by which the clause says who those are that the words tell of, or some of them."""
    if _names_some(clause, found, context) or (is_copula(clause, context) and _says_who(clause, found, context)):
        # "Two guards are among the dead"
        of_them = _among(clause, found, context) or any(_is_some(nominal, found, context) for nominal in clause.objects)
        return (clause.subject,) if of_them else clause.objects
    names_them = any(found.chunk in nominal for nominal in clause.objects) and _names(clause, context)
    if names_them or (_is_named(clause, context) and _says_who(clause, found, context)):
        # "The judge identified the dead men as ..."
        return [*clause.phrases(context.lexicon.words("role_prepositions"))]
    return ()


def _apposed(found: Found, context: Context) -> Iterator[Nominal]:
    """The noun phrase that a comma parts from "one of the dead" behind it ("the mother of Ana Mora, one of ...")."""
    chunks, words = context.parsed.chunks, context.words
    for at in sorted(_those(found)):
        who = at - _BEHIND_COMMA
        parted = who >= 0 and chunks[who].kind == "np" and words[chunks[who + 1].first].lower == ","
        if parted and _is_some((at - 2,), found, context):
            yield (who,)


_BEHIND_COMMA: Final = 4
"""Chunks from "Ana Mora" to "the dead" in "Ana Mora, one of the dead"."""


def tells_some(found: Found, context: Context) -> bool:
    """Are those that the words tell of more than the sentence names ("among the dead was a nun")?"""
    told = any(_names_some(clause, found, context) for clause in context.parsed.clauses)
    return told or any(_apposed(found, context))


def _says_who(clause: Clause, found: Found, context: Context) -> bool:
    """Is the clause said of those whom the words tell of ("the dead were", "killed were", "the man who died was")?"""
    parsed, told = context.parsed, found.clause
    if parsed.chunks[clause.verb].negated:
        return False
    if found.pos != "verb":
        return clause.subject == (found.chunk,)
    if told is None or clause is told:
        return False
    fronted = not told.subject and clause.governor == told.verb and not clause.subject
    return fronted or (told.relative and clause.subject == told.subject)


def _names_some(clause: Clause, found: Found, context: Context) -> bool:
    """Does the clause name some of those told of ("the dead include", "among the dead are", "one of the dead is")?"""
    lists = context.parsed.main(clause).verb in context.lexicon.words("listing_verbs")
    if not (lists or is_copula(clause, context)) or context.parsed.chunks[clause.verb].negated:
        return False
    if found.chunk in clause.subject:
        return lists
    some = any(_is_some(nominal, found, context) for nominal in (clause.subject, *clause.objects))
    return some or _among(clause, found, context) or _fronted_among(clause, found, context)


def _is_some(nominal: Nominal, found: Found, context: Context) -> bool:
    """Is it one or some of them ("one of the dead", "two of the people killed")?"""
    parsed, told = context.parsed, _those(found)
    return any(
        parsed.words[parsed.chunks[at].head].tag in {"num", "pron"}
        and of_complement(parsed.chunks, parsed.words, at, context.lexicon) in told
        for at in nominal
    )


def _among(clause: Clause, found: Found, context: Context) -> bool:
    """Is the subject said to be among them ("two guards were among the dead", "among the people killed")?"""
    among, told = context.lexicon.words("among"), _those(found)
    return not clause.objects and any(prep in among and not told.isdisjoint(nominal) for prep, nominal in clause.preps)


def _those(found: Found) -> frozenset[int]:
    """The chunks of those that the words tell of, or that they describe ("the people killed")."""
    described = found.clause.subject if found.pos == "verb" and found.clause and found.clause.reduced else ()
    return frozenset({found.chunk, *described})


def whole_told(found: Found, context: Context) -> Entity | None:
    """Those of whom some are named, if it is said how many they are ("among the 14 dead", "the 14 people killed")."""
    told = (entity_of(at, context, found.taken) for at in sorted(_those(found)))
    return next((one for one in told if one is not None and one.quantity is not None), None)


def _fronted_among(clause: Clause, found: Found, context: Context) -> bool:
    first = min(_those(found))
    before = context.words[context.parsed.chunks[first - 1].first].lower if first else ""
    return clause.before <= found.chunk + 1 <= clause.verb and before in context.lexicon.words("among")


def _is_named(clause: Clause, context: Context) -> bool:
    """Does the clause say by what name its subject is known ("has been identified as")?"""
    return clause.passive and _names(clause, context)


def _names(clause: Clause, context: Context) -> bool:
    return context.parsed.main(clause).verb in context.lexicon.words("naming")


def is_copula(clause: Clause, context: Context) -> bool:
    """Does the clause say what its subject is or has become?"""
    main = context.parsed.main(clause)
    return main.tag == "be" or main.verb in context.lexicon.words("copula")


def _is_person(entity: Entity) -> bool:
    if entity.pronoun or entity.vague:
        return False
    return entity.named or entity.quantity is not None if entity.kind is None else entity.kind.cls == "person"
