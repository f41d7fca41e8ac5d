"""Whom noun phrases name together: lists of people, and appositions, in which two phrases name one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.extraction.sentences.bearers import (
    by_spouse,
    is_anothers,
    is_one_told_twice,
    past_noun,
    past_phrases,
    set_off,
)
from importers.extraction.sentences.entities import Context, Entity, article_in_preposition
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.syntax.marks import DASHES
from importers.extraction.syntax.nominals import Nominal, is_plural, of_complement
from importers.gazetteer.countries import peoples
from importers.gazetteer.fold import fold


def entities(nominal: Nominal, context: Context, taken: frozenset[int] = frozenset()) -> tuple[Entity, ...]:
    """The entities of coordinated noun phrases; of an apposition ("X, the leader of Y") the one that is a name.

    ``taken``: indexes of words that belong to the trigger and name nobody.
    """
    key = (nominal, taken)
    if key not in context.named:
        context.named[key] = _entities(nominal, context, taken)
    return context.named[key]


def _entities(nominal: Nominal, context: Context, taken: frozenset[int]) -> tuple[Entity, ...]:
    found = [entity for index in nominal if (entity := entity_of(index, context, taken)) is not None]
    found = _of_one_bearer(found, context)
    if found:
        found[-1] = by_spouse(_named_before(_named_behind(found[-1], context), context), context)
    if len(found) == 1 and found[0].plural:
        found = [*_all_called(found[0], context)] or found
    if any(entity.named for entity in found):
        # "Ana Mora, 34, ...": an age names nobody.
        found = [entity for entity in found if entity.named or not entity.value.isdigit()]
    if len(found) > 1 and is_one_told_twice(found, context):
        return (_described(found[0], found[1:]),)
    if len(found) > 1 and _joined(nominal, context):
        found = _without_adjectives(_without_breakdown(found, context), context)
        found = _without_descriptions(found, context)
    elif len(found) > 1:
        # "An attack by the Clan, a gang, left two dead": the gang is the Clan.
        alone = context.lexicon.names_deed(found[0].head) or is_anothers(found[0], found[1], context)
        # "The attackers, four soldiers, ..." are soldiers.
        plain = found[1] if context.lexicon.names_doers(found[0].head) else found[0]
        best = next((entity for entity in found if entity.named), plain)
        return (found[0] if alone else _described(best, found),)
    return tuple(found)


def _described(entity: Entity, found: Sequence[Entity]) -> Entity:
    """The entity, of the kind that those beside it say it is where its own words say none."""
    if entity.kind_name:
        return entity
    said = (other.kind for other in found if other.kind is not None and other.kind_name)
    alike = (kind for kind in said if entity.kind is None or kind.cls == entity.cls)
    return replace(entity, kind=next(alike, entity.kind))


def whole_of(entity: Entity, context: Context) -> Entity | None:
    """The pronoun of "five of them", a part of those named before."""
    chunks, words = context.parsed.chunks, context.words
    whole = entity.chunk + 2
    part = (
        words[chunks[entity.chunk].head].tag in {"num", "det"}
        and whole < len(chunks)
        and words[chunks[whole - 1].first].lower in context.lexicon.words("of")
        and words[chunks[whole].first].lower in context.lexicon.words("plural_pronouns")
    )
    return entity_of(whole, context) if part else None


def _named_behind(entity: Entity, context: Context, *, determined: bool = False) -> Entity:
    """The person whose name stands behind a description: "killed the mayor, Ana Mora, ...", "a man named Luis Paz"."""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    if entity.proper or entity.plural or entity.cls != "person" or entity.chunk + 2 >= len(chunks):
        return entity
    if not determined and not _determined(entity, context):
        return entity
    if (called := _called(entity, context)) is not None:
        return replace(called, kind=entity.kind)
    at = past_noun(entity, context)
    if at + 1 < len(chunks) and words[chunks[at + 1].first].start in context.places:
        # "A judge in Loja, Ana Mora, ..."
        at += 2 if chunks[at].kind == "prep" else 0
    tied = at < len(chunks) and chunks[at].kind == "aside" and words[chunks[at].first].verb in lexicon.words("naming")
    while tied and at + 2 < len(chunks) and chunks[at + 1].kind == "aside":
        at += 1
    if at + 1 >= len(chunks) or not (tied or words[chunks[at].first].lower == ",") or chunks[at + 1].kind != "np":
        return entity
    closed = at + 2 >= len(chunks) or words[chunks[at + 2].first].lower in {",", ".", ";", ")"}
    name = entity_of(at + 1, context) if closed or tied else None
    if name is None or not name.named or not _may_be_person(name, context):
        return entity
    return entity if is_anothers(entity, name, context) else replace(name, kind=entity.kind)


def _may_be_person(name: Entity, context: Context) -> bool:
    """Is it a person's name, or one of several words of which no list tells ("a student, Abu Sayed, ...")?"""
    unlisted = name.kind is None and " " in name.value and name.start not in context.places
    return name.cls == "person" or unlisted


def _called(entity: Entity, context: Context) -> Entity | None:
    """The name by which a participle says that somebody is known ("a clerk, identified as Ana Mora, was killed")."""
    told = (entity_of(nominal[0], context) for nominal in _said_names(entity, context))
    return next((name for name in told if name is not None and name.named), None)


def _all_called(entity: Entity, context: Context) -> tuple[Entity, ...]:
    """All of those counted, by their names: behind a participle, or behind what tells more of them.

    "Two men, identified as Luis Paz and Juan Vera, were killed", "two clerks of a bank in Loja, Ana Mora and Luis Paz,"
    """
    several = entity.quantity.best if entity.quantity is not None else None
    for nominal in (*_said_names(entity, context), *_row_behind(entity, context)) if several is not None else ():
        named = [one for one in entities(nominal, context) if one.proper]
        if len(named) == several:
            return tuple(replace(one, kind=one.kind if one.kind_name else entity.kind) for one in named)
    return ()


def _row_behind(entity: Entity, context: Context) -> Iterator[Nominal]:
    """The row between marks behind somebody and the phrases that hang on them."""
    chunks, at = context.parsed.chunks, past_phrases(entity, context)
    if at + 1 >= len(chunks) or context.words[chunks[at].first].lower not in {",", *DASHES}:
        return
    row, after = context.parsed.nominals.list_from(at + 1)
    if len(row) > 1 and after < len(chunks) and chunks[after].kind == "punct":
        yield row


def _said_names(entity: Entity, context: Context) -> Iterator[Nominal]:
    """The noun phrases by which a participle behind somebody says how they are called."""
    naming, marks = context.lexicon.words("naming"), context.lexicon.words("role_prepositions")
    for clause in context.parsed.clauses:
        if clause.reduced and clause.subject == (entity.chunk,) and context.parsed.main(clause).verb in naming:
            yield from clause.phrases(marks)


def _of_one_bearer(found: list[Entity], context: Context) -> list[Entity]:
    """Those listed, two nouns under one article told as the one named behind them ("the founder and editor, Ana Mora").

    "A man and woman" are two, for no one name follows; "the mayor and officer Luis Paz" as well.
    """
    if len(found) < 2 or any(one.proper or one.plural or one.cls not in {"", "person"} for one in found[:2]):
        return found
    first, second, *names = found
    if len(names) > 1 or not _determined(first, context) or _determined(second, context):
        return found
    name = names[0] if names else _named_behind(second, context, determined=True)
    return [name] if name.proper and name.cls in {"", "person"} else found


def _named_before(entity: Entity, context: Context) -> Entity:
    """The person named before a description that goes on ("Ana Mora, the aide who ...", "Ana Mora, a clerk, shot")."""
    chunks, words = context.parsed.chunks, context.words
    at = entity.chunk
    described = at > 1 and words[chunks[at - 1].first].lower == "," and chunks[at - 2].kind == "np"
    if entity.proper or entity.plural or not described or entity.cls != "person":
        return entity
    behind = past_noun(entity, context)
    behind += behind < len(chunks) and words[chunks[behind].first].lower == ","
    clause = context.parsed.by_verb.get(behind)
    goes_on = clause.reduced if clause is not None else behind < len(chunks) and chunks[behind].kind == "rel"
    if not goes_on:
        return entity
    name = entity_of(at - 2, context)
    called = name is not None and (name.named or name.proper) and _may_be_person(name, context)
    return replace(name, kind=entity.kind, named=True) if name is not None and called else entity


def _without_breakdown(found: Sequence[Entity], context: Context) -> list[Entity]:
    """A list in which the first are told of again, by what they are called or of what sort they are, told once.

    "The two nuns, Ana Mora and Luz Paz, were killed" are two by name; of "six nuns, five Spaniards and a Peruvian, were
    killed", "six nuns -- five Spaniards and a Peruvian -- and a cook" the numbers add up, and a mark ends them.
    """
    first, *rest = found
    several = first.quantity.best if first.quantity is not None else None
    if not (first.plural and first.cls == "person"):
        return [*found]
    known = several is None and first.definite and len(rest) > 1
    if all(one.proper for one in rest) and (known or several == len(rest)) and _closed(rest[-1], context):
        return [replace(one, kind=one.kind if one.kind_name else first.kind) for one in rest]
    if first.head in context.lexicon.words("anyone"):
        return [*found]
    if known and _goes_on_behind(rest[-1], context) and (summed := _summed(first, rest)) is not None:
        return [summed]
    if several is None:
        return [*found]
    dashed = any(mark in context.text[first.end : rest[0].start] for mark in DASHES)
    counted = 0
    for at, entity in enumerate(rest, start=1):
        counted += (entity.quantity.best or 0) if _is_share(entity) and entity.quantity is not None else several + 1
        if counted == several and at > 1 and (dashed or (at == len(rest) and _closed(entity, context))):
            return [first, *rest[at:]]
    return [*found]


def _summed(first: Entity, shares: Sequence[Entity]) -> Entity | None:
    """A group of as many as its shares together ("the nuns, five Spaniards and a Peruvian,"), if each is counted."""
    counts = [share.quantity for share in shares if share.quantity is not None and _is_share(share)]
    total = sum(count.best for count in counts if count.best is not None)
    if len(counts) < len(shares) or any(count.best is None for count in counts):
        return None
    return replace(first, end=shares[-1].end, quantity=replace(counts[0], low=total, best=total, high=total))


def _is_share(entity: Entity) -> bool:
    """Is it so many of some sort ("two Spaniards", "a boy")?"""
    return entity.quantity is not None and not entity.named


def _goes_on_behind(entity: Entity, context: Context) -> bool:
    """Does a comma follow the phrase, not the end of its sentence?"""
    chunks, at = context.parsed.chunks, past_noun(entity, context)
    return at < len(chunks) and context.words[chunks[at].first].lower == ","


def _without_adjectives(found: Sequence[Entity], context: Context) -> list[Entity]:
    """A list with the adjectives of its last noun as a part of that ("political, student and labor leaders")."""
    last, words = found[-1], context.words
    chunk = context.parsed.chunks[last.chunk]
    described = chunk.head > chunk.first and words[chunk.head - 1].tag == "noun"
    if context.lexicon.head_first or not last.plural or last.named or not described:
        return list(found)
    kept = list(found[:-1])
    while kept and _is_adjective(kept[-1], context):
        first = kept.pop()
        own = next(at for at in range(context.parsed.chunks[first.chunk].first, chunk.last) if words[at].tag != "det")
        # "The burned and mutilated bodies of two men" name the men.
        own_words = " ".join(context.text[words[own].start : found[-1].end].split())
        value = own_words if last.head == words[chunk.head].lemma else last.value
        last = replace(last, start=first.start, value=value)
    return [*kept, last]


def _is_adjective(entity: Entity, context: Context) -> bool:
    """Is it one bare word in the singular, no name, or with an article not its own ("the Soviet, ... embassies")?"""
    lexicon, chunk = context.lexicon, context.parsed.chunks[entity.chunk]
    nouns = [at for at in range(chunk.first, chunk.last) if context.words[at].tag != "det"]
    if len(nouns) != 1 or entity.plural or entity.pronoun or entity.quantity is not None:
        return False
    word = context.words[nouns[0]]
    if word.tag != "noun" or is_plural(word, lexicon) or word.lemma in lexicon.words("collectives"):
        return False
    people = fold(word.lower) in peoples()
    opens = nouns[0] == 0 or context.capitals
    return people or (not entity.named and (opens or context.text[word.start].islower()))


def _without_descriptions(found: Sequence[Entity], context: Context) -> list[Entity]:
    """A list of people without what only says who one of them is.

    "Ana Mora, a nurse, and ...", "Ana Mora, the mayor, and ...", "a woman, mother of two, and ...", "his wife, Ana
    Mora, and ...", "senator and candidate Ana Mora", "six priests, five of them foreigners, and ...".
    """
    last = _last_of_list(found, context)
    found = [*found[:last], _described(found[last], found[last + 1 :])]
    kept: list[Entity] = []
    by_semicolons = ";" in context.text[found[0].end : found[-1].start]
    for at, entity in enumerate(found):
        before = kept[-1] if kept else None
        after = found[at + 1] if at + 1 < len(found) else None
        if at and entity.start > found[at - 1].end and _is_of_owner(found[at - 1], entity, context):
            continue
        if by_semicolons and at and not entity.named and set_off(found[at - 1], entity, context):
            # "Ana Mora, head of the union; Luis Paz, ...": the commas part no members.
            continue
        if before is not None and (whole_of(entity, context) is not None or _goes_on(found, at, before, context)):
            continue
        if before is not None and _is_of_all(entity, context):
            continue
        told = entity.proper or (entity.named and entity.cls != "person")
        if told or entity.plural or (entity.quantity is not None and entity.quantity.rule != "article"):
            kept.append(entity)
            continue
        beside = [other for other in (before, after) if other is not None and other.named]
        bare = _is_bare(entity, context)
        known = after is not None and after.named and set_off(entity, after, context) and _determined(entity, context)
        ended = _closed(entity, context) or (after is not None and _is_bare(after, context))
        apposed = before is not None and ended and set_off(before, entity, context)
        said = before is not None and apposed and before.named
        said = said and (entity.quantity is not None or _is_office(entity, context))
        of_one = before is not None and apposed and bare and _determined(before, context) and not before.plural
        if not context.headline and ((beside and (bare or known or said)) or of_one):
            if kept and apposed:
                kept[-1] = _described(kept[-1], (entity,))
            continue
        kept.append(entity)
    return kept or list(found)


def _is_office(entity: Entity, context: Context) -> bool:
    """Is it an office that one person holds ("the mayor of Loja"), not somebody's own man ("his driver")?"""
    article = context.words[context.parsed.chunks[entity.chunk].first].tag == "det"
    return article and entity.definite and entity.kind_name in context.lexicon.words("offices")


def _last_of_list(found: Sequence[Entity], context: Context) -> int:
    """The last of a list that is no description of somebody named before it, told without an article to the end.

    "Luis Paz, a clerk and father of two" is one person, "autoridad tradicional y coordinador" the same.
    """
    last = len(found) - 1
    while last and _is_one_without_article(found[last], context):
        last -= 1
    named = found[last].named and found[last].cls in {"", "person"} and last < len(found) - 1
    return last if named and set_off(found[last], found[last + 1], context) else len(found) - 1


def _is_one_without_article(entity: Entity, context: Context) -> bool:
    """Is it "father of two", "natural de Loja": one of whatever is told, no name, with no word before it?"""
    one = not entity.named and not entity.plural and not entity.pronoun and entity.quantity is None
    return one and not entity.is_thing and not _determined(entity, context)


def _is_of_all(entity: Entity, context: Context) -> bool:
    """Is it said of all those named before ("Ana Mora and Luis Paz, both clerks, ...")?"""
    first = context.parsed.chunks[entity.chunk].first
    distributes = context.words[first].lower in context.lexicon.words("whole")
    return distributes and first > 0 and context.words[first - 1].lower == ","


def _is_of_owner(thing: Entity, entity: Entity, context: Context) -> bool:
    """Is it somebody whose place or thing it is, beside another ("the homes of ministers and a judge")?"""
    owned = thing.is_thing and thing.plural and entity.cls == "person"
    inner = of_complement(context.parsed.chunks, context.words, thing.chunk, context.lexicon)
    return owned and inner >= 0 and "," not in context.text[thing.end : entity.start]


def _is_bare(entity: Entity, context: Context) -> bool:
    """Is it "leader of the party", "Liberal Party leader", one person told of without an article?

    "Government and rebels": who stands for many is nobody's description.
    """
    one = not entity.proper and not entity.plural and entity.quantity is None and entity.cls == "person"
    return one and not _determined(entity, context) and entity.head not in context.lexicon.words("collectives")


def _goes_on(found: Sequence[Entity], at: int, before: Entity, context: Context) -> bool:
    """Does it go on with a description left out ("Ana Mora, leader of the union and the secretary of the board")?"""
    left = found[at - 1]
    named = found[at].named or found[at].plural or not before.named
    return left is not before and not named and _SPLIT.isdisjoint(context.text[left.end : found[at].start])


def _determined(entity: Entity, context: Context) -> bool:
    chunk = context.parsed.chunks[entity.chunk]
    own = context.words[chunk.first].tag in {"det", "poss"} or chunk.possessor is not None
    # "One of the sons, Luis Paz, ..."
    own = own or (context.words[chunk.head].tag == "num" and entity.quantity is not None and entity.quantity.best == 1)
    return own or article_in_preposition(chunk.first, context)


_SPLIT = frozenset(",;")
"""Marks between the members of a list."""


def _closed(entity: Entity, context: Context) -> bool:
    """Does a mark follow the phrase and the phrases that hang on it, or a clause that tells more of who it is?"""
    chunks, at = context.parsed.chunks, past_phrases(entity, context)
    return at < len(chunks) and chunks[at].kind in {"punct", "rel"}


def _joined(nominal: Nominal, context: Context) -> bool:
    chunks = context.parsed.chunks
    between = [chunks[index] for index in range(nominal[0], nominal[-1])]
    if any(chunk.kind == "conj" or context.words[chunk.first].lower == ";" for chunk in between):
        return True
    if all(context.words[chunks[index].first].tag == "num" for index in nominal):
        return True
    return len(nominal) > 1 and context.headline and context.parsed.nominals.act_together(nominal[0], nominal[-1])
