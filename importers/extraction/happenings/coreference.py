"""Who "he" or "the candidate" is: the one person the sentence or the one before it names, if it names just one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from importers.extraction.happenings.antecedents import (
    PRONOUN_WITHIN,
    agrees,
    doers_before,
    is_accused,
    left_out,
    people_pursued,
    person_before,
    same_before,
)
from importers.extraction.happenings.differing import doers_of
from importers.extraction.happenings.groups import armed_groups, name_group
from importers.extraction.happenings.people import NEAR
from importers.extraction.lexicon.lexicon import Kind
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.figures import Figure, count_of, total
from importers.extraction.naming.names import Name
from importers.extraction.roles.possessors import owner_of
from importers.extraction.roles.refining import refined
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import DOERS, Context, Entity, is_another, is_ranked
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import of_complement
from store.records.report import REAL


def resolve(drafts: Sequence[Draft], names: Mapping[int, Sequence[Name]], context_of: Callable[[int], Context]) -> None:
    """Name those whom mentions only point to.

    ``names``: the article's, by the number of their sentence; ``context_of`` parses a sentence by its number.
    """
    groups = armed_groups(names, drafts[0].context) if drafts else {}
    for at, draft in enumerate(drafts):
        before = drafts[:at]
        name_group(draft, groups, names)
        if (pronoun := draft.filled.pronoun) is not None:
            name = _name_accused if is_accused(draft) else _name_pronoun
            name(pronoun, draft, before, names)
            if draft.filled.pronoun_role == "agent" and not draft.roles.get("agent") and not is_accused(draft):
                _name_by_telling(pronoun, draft, context_of)
            _name_sufferers(pronoun, draft, before)
        unsaid = left_out(draft)
        if unsaid is not None:
            _name_by_telling(unsaid, draft, context_of, within=1)
        _name_culprits(draft, before)
        _name_bodies(draft, before)
        for role, fillers in draft.roles.items():
            if len(fillers) > 2 or any(entity.named for entity in fillers):
                continue
            told = role == "patient" and fillers and not _did_it(fillers[0], before)
            if told and _describes_one(fillers[0], draft):
                person = person_before(fillers[0], draft, names)
                if person is not None and not _is_dead(person, draft, before):
                    fillers[:] = [_named(fillers[0], person)]


def _name_pronoun(pronoun: Entity, draft: Draft, before: Sequence[Draft], names: Mapping[int, Sequence[Name]]) -> None:
    """Take a pronoun for the people of its sentence, or of the deed told just before."""
    role = draft.filled.pronoun_role
    _name_by_object(draft)
    beside = _companions(pronoun, draft)
    if len(beside) == len(draft.roles.get(role, ())) and _is_singular(pronoun, draft):
        one = same_before(pronoun, draft, before, names)
        if one is None and (person := person_before(pronoun, draft, names)) is not None:
            one = _named(pronoun, person)
        if one is not None:
            draft.roles[role] = [one, *beside]
    if role == "patient" and _is_plural(pronoun, draft):
        # "They were freed": those who had been taken, not who took them.
        _name_those(draft, pronoun, [other for other in before if other.type in draft.event_type.follows])
    if not draft.roles.get(role):
        _name_by_subject(draft, before)


def _companions(pronoun: Entity, draft: Draft) -> list[Entity]:
    """Those whom the deed befell with whom the pronoun stands for: "he was abducted with his driver"."""
    clause = draft.clause
    told = clause.preps if clause is not None and draft.filled.pronoun_role == "patient" else ()
    tied = draft.context.lexicon.words("accompanying")
    beside = {at for prep, nominal in told if prep in tied for at in nominal}
    return [entity for entity in draft.people() if entity.chunk in beside and entity.start > pronoun.end]


def _name_sufferers(pronoun: Entity, draft: Draft, before: Sequence[Draft]) -> None:
    """Take whom it befell for those of the deed told just before, or, if he was caught, for who did that."""
    if draft.filled.pronoun_role == "patient" and _is_plural(pronoun, draft):
        _name_those(draft, pronoun, before)
    if draft.filled.pronoun_role == "patient" and _is_singular(pronoun, draft):
        _name_doer(draft, pronoun, before)


def _name_accused(pronoun: Entity, draft: Draft, before: Sequence[Draft], names: Mapping[int, Sequence[Name]]) -> None:
    """Take who is charged with a deed for whom the article told to be pursued, else for the one person named before.

    Nobody is charged with what befell himself.
    """
    people = list(people_pursued(pronoun, draft, before))
    person = person_before(pronoun, draft, names) if not people and _is_singular(pronoun, draft) else None
    people = [_named(pronoun, person)] if person is not None else _in_place_of(pronoun, people)
    dead = {entity.value for other in before if other.deadly for entity in other.people()}
    if draft.people() or dead.isdisjoint(one.value for one in people):
        draft.roles["agent"] = people


def _name_culprits(draft: Draft, before: Sequence[Draft]) -> None:
    """Take "the attackers" for those who did what was just told, as many as they are, if others did nothing there."""
    row = draft.roles.get("agent", [])
    if len(row) != 1 or not row[0].definite or row[0].named or row[0].quantity is not None:
        return
    if not draft.context.lexicon.names_doers(row[0].head):
        return
    near = [other for other in before if draft.sentence.number - other.sentence.number <= NEAR]
    # "The attacker was shot by police after he stabbed two": what befell him, he did not do.
    near = [other for other in near if all(person.head != row[0].head for person in other.people())]
    deeds = [other for other in near if _is_deed(other) and other.stance.factuality in REAL]
    told = {tuple(doer.value for doer in doers_of(deed)): doers_of(deed) for deed in deeds}
    people = next(iter(told.values())) if len(told) == 1 else []
    several = len(people) > 1 or any(doer.plural or (doer.named and doer.side == "armed") for doer in people)
    if people and several == row[0].plural:
        draft.roles["agent"] = _in_place_of(row[0], people)


def _is_dead(person: Name, draft: Draft, before: Sequence[Draft]) -> bool:
    """Is it somebody told to have been killed, of whom no more violence is told ("the suspect was arrested")?"""
    killed = (other for other in before if other.trigger.figure == "killed")
    return not draft.event_type.violent and any(e.value == person.canonical for other in killed for e in other.people())


def _is_singular(pronoun: Entity, draft: Draft) -> bool:
    if not pronoun.value:
        # The subject that a verb does without
        return not pronoun.plural
    return pronoun.value.lower() in draft.context.lexicon.words("personal_pronouns")


def _is_plural(pronoun: Entity, draft: Draft) -> bool:
    return pronoun.value.lower() in draft.context.lexicon.words("plural_pronouns")


def _name_those(draft: Draft, pronoun: Entity, before: Sequence[Draft]) -> None:
    """Those who were "freed", "kidnapped" ... are the people of the event told just before, if it tells of some."""
    near = [other for other in before[-2:] if draft.sentence.number - other.sentence.number <= 1 and other.people()]
    if not near or draft.people():
        return
    people = [person for person in near[-1].people() if person.cls == "person"]
    if not people or not agrees(people, pronoun, draft.context.lexicon):
        return
    _count_all(draft, pronoun, people)
    draft.roles["patient"] = [
        replace(person, start=pronoun.start, end=pronoun.end, chunk=pronoun.chunk, quantity=None, plural=True)
        for person in people
    ]


def _name_doer(draft: Draft, pronoun: Entity, before: Sequence[Draft]) -> None:
    """Take "he" whom others shot or arrested for who did the deed told last, if it befell nobody who may be meant."""
    deeds = [other for other in before if draft.sentence.number - other.sentence.number <= NEAR and _is_deed(other)]
    if draft.people() or not deeds or not (draft.event_type.answers or draft.roles.get("agent")):
        return
    doers, lexicon = doers_of(deeds[-1]), draft.context.lexicon
    others = [entity for entity in deeds[-1].people() if entity.cls == "person"]
    if agrees(doers, pronoun, lexicon) and not any(agrees((entity,), pronoun, lexicon) for entity in others):
        draft.roles["patient"] = _in_place_of(pronoun, doers)
        draft.become(refined(draft.type, draft.roles, draft.context))


def _in_place_of(pronoun: Entity, people: Sequence[Entity]) -> list[Entity]:
    """The people whom a pronoun stands for, where it stands: they may be named in another sentence."""
    return [replace(person, chunk=pronoun.chunk) for person in people]


def _is_deed(draft: Draft) -> bool:
    return draft.event_type.violent and bool(doers_of(draft))


def _name_bodies(draft: Draft, before: Sequence[Draft]) -> None:
    """Those whose bodies were found ("their bodies", "his body") are the people of the event told just before."""
    own = next((entity for entity in draft.people() if _is_left(entity, draft)), None)
    if own is None:
        return
    near = [other for other in before[-2:] if draft.sentence.number - other.sentence.number <= 1]
    people = next(([p for p in other.people() if p.is_somebody] for other in reversed(near) if other.people()), [])
    if not people or own.plural != (len(people) > 1 or people[0].plural):
        return
    draft.roles["patient"] = [replace(person, start=own.start, end=own.end, chunk=own.chunk) for person in people]
    counts = [1 if not person.plural and person.quantity is None else person.count for person in people]
    total = sum(count for count in counts if count is not None)
    if draft.trigger.figure and not draft.figures and None not in counts:
        draft.figures.append(Figure(draft.trigger.figure, total, total, total, own.start, own.end, "", "all"))


def _is_left(entity: Entity, draft: Draft) -> bool:
    """Is it "their bodies": what people leave behind, told of for those people by a word that only points at them?"""
    first = draft.context.words[draft.context.parsed.chunks[entity.chunk].first]
    return entity.head in draft.context.lexicon.words("leavings") and first.tag == "poss" and not entity.named


def _count_all(draft: Draft, pronoun: Entity, people: Sequence[Entity]) -> None:
    """As many as had been told of are counted by "all of them" and "all"; "they" may be some."""
    known = people[0].quantity if len(people) == 1 else None
    whole = draft.context.lexicon.words("whole")
    told = draft.context.text[pronoun.start : pronoun.end].lower().split()
    if known is not None and draft.trigger.figure and not draft.figures and not whole.isdisjoint(told):
        figure = draft.trigger.figure
        draft.figures.append(Figure(figure, known.low, known.best, known.high, pronoun.start, pronoun.end, "", "all"))


def _name_by_subject(draft: Draft, before: Sequence[Draft]) -> None:
    """Take a pronoun for the subject told of before it: of the sentence, else "they" for who did the last deed."""
    pronoun, role = draft.filled.pronoun, draft.filled.pronoun_role
    plural = pronoun is not None and _is_plural(pronoun, draft)
    body = pronoun is not None and pronoun.value.lower() in draft.context.lexicon.words("body_pronouns")
    if pronoun is None or role not in {"agent", "patient"} or not (plural or body or _is_singular(pronoun, draft)):
        return
    if (body and role != "agent") or (role == "patient" and _is_done_by_pronoun(draft)):
        return
    found = _subject_before(pronoun, draft)
    if not found and plural and role == "agent":
        near = [other for other in before if draft.sentence.number - other.sentence.number == 1]
        rows = [[entity for entity in other.roles.get("agent", ()) if not entity.pronoun] for other in near]
        told = {tuple(entity.value for entity in row): row for row in rows if row}
        found = next(iter(told.values())) if len(told) == 1 else []
    if found:
        draft.roles[role] = _in_place_of(pronoun, found)
        draft.become(refined(draft.type, draft.roles, draft.context))
        if role == "patient" and draft.trigger.figure and not draft.figures:
            # "Ana Mora and Luis Paz were leaving when they were shot" are two.
            counts = [count_of(person, draft.trigger.figure, draft.context.lexicon) for person in found]
            known = [count for count in counts if count is not None]
            summed = [total(known, draft.trigger.figure)] if len(known) > 1 else known
            draft.figures += summed if len(known) == len(counts) else []


def _is_done_by_pronoun(draft: Draft) -> bool:
    """Is the doer of the clause a pronoun, too ("they shot them")? Then the subject before is who did it."""
    clause, context = draft.clause, draft.context
    if clause is None or clause.passive:
        return False
    return any(entity.pronoun for entity in entities(clause.subject, context))


def _name_by_telling(
    pronoun: Entity, draft: Draft, context_of: Callable[[int], Context], within: int = PRONOUN_WITHIN
) -> None:
    """Take the pronoun for whom the sentences before are about, ``within`` so many, where it did a violent deed."""
    if not draft.event_type.violent:
        return
    told = doers_before(pronoun, draft.context, draft.sentence.number, context_of, within)
    if told:
        draft.roles["agent"] = _in_place_of(pronoun, told)
        draft.become(refined(draft.type, draft.roles, draft.context))


def _name_by_object(draft: Draft) -> None:
    """Take a pronoun that is an object for the people whom the same doers took before ("seized a man and shot him").

    The deed befell as many as they had taken ("pulled out six men and killed them"), or whose house or car it was
    ("stopped the car of Luis Paz and shot him").
    """
    pronoun, clause, context = draft.filled.pronoun, draft.clause, draft.context
    if pronoun is None or clause is None or draft.filled.pronoun_role != "patient" or pronoun.chunk in clause.subject:
        return
    marks = context.lexicon.either("object_prepositions", "adverbial_particles")
    before = [other for other in context.parsed.clauses if other.verb < clause.verb and other.subject == clause.subject]
    for other in reversed(before):
        people = [list(entities(nominal, context)) for nominal in other.objects_with(marks)]
        taken = next((row for row in people if row and all(_is_whom(entity, context) for entity in row)), None)
        held = (at for nominal in (*other.objects, *(row for _, row in other.preps)) for at in nominal)
        taken = taken or next(([owner] for at in held if (owner := owner_of(at, context)) is not None), None)
        if taken is not None:
            if agrees(taken, pronoun, draft.context.lexicon):
                draft.roles["patient"] = [*(entity for entity in draft.people() if entity.is_thing), *taken]
                alone = len(taken) == 1 and all(figure.rule == "one" for figure in draft.figures)
                if draft.trigger.figure == "killed" and alone:
                    counted = count_of(taken[0], "killed", context.lexicon)
                    draft.figures[:] = [counted] if counted is not None else []
            return


def _is_whom(entity: Entity, context: Context) -> bool:
    """Is it somebody, and no bare word for what became of them ("shot dead two men after dragging them out")?"""
    chunk = context.parsed.chunks[entity.chunk]
    state = chunk.last - chunk.first == 1 and entity.head in context.lexicon.word_triggers
    return entity.is_somebody and not state


def _subject_before(pronoun: Entity, draft: Draft) -> list[Entity]:
    """The people that an earlier clause of the sentence has as its subject, the clause above the pronoun's first."""
    context, clause = draft.context, draft.clause
    if clause is None:
        return []
    parsed, lexicon = context.parsed, context.lexicon
    others = {entity.start for fillers in draft.roles.values() for entity in fillers}
    earlier = [other for other in parsed.clauses if other.verb < clause.verb and not other.relative]
    if draft.filled.pronoun_role == "agent" and (people := _answered(clause, context)):
        return list(people) if agrees(people, pronoun, lexicon) else []
    for other in sorted(earlier, key=lambda other: (other.verb != clause.governor, -other.verb)):
        people = _freed(other, draft) or entities(other.subject, context)
        if not people or any(entity.pronoun or entity.start in others for entity in people):
            continue
        body = pronoun.value.lower() in lexicon.words("body_pronouns")
        if not all(_may_do(entity, body=body) for entity in people):
            continue
        if not agrees(people, pronoun, lexicon):
            continue
        says = parsed.main(other).verb in lexicon.saying
        # Whose own deeds they tell of as "they": "the rebels said they attacked ...".
        if says and not all(entity.kind is None or entity.kind.side in DOERS for entity in people):
            continue
        return list(people)
    return []


def _answered(clause: Clause, context: Context) -> Sequence[Entity]:
    """To whom forces did what the clause above tells, after the deed ("police shot two men after they robbed a bank").

    So did who arrested them, whoever that is; but "gunmen killed a guard after they entered the bank".
    """
    above, lexicon = context.parsed.by_verb.get(clause.governor), context.lexicon
    if above is None or above.passive or not above.objects or clause.link not in lexicon.words("after_links"):
        return ()
    takes = context.parsed.main(above).verb in lexicon.words("pursue_verbs")
    doers, whom = entities(above.subject, context), entities(above.objects[0], context)
    answers = takes or (bool(doers) and all(one.side == "state" for one in doers))
    return whom if answers and all(one.is_somebody for one in whom) else ()


def _freed(clause: Clause, draft: Draft) -> Sequence[Entity]:
    """Whom the clause's armed subject did something to: they, not it, are those told to have been taken before."""
    context = draft.context
    armed = [entity for entity in entities(clause.subject, context) if entity.side == "armed"]
    if draft.filled.pronoun_role != "patient" or not armed or not clause.objects:
        return ()
    whom = entities(clause.objects[0], context)
    return whom if all(one.is_somebody for one in whom) else ()


def _may_do(entity: Entity, *, body: bool) -> bool:
    """Is it people, or a name that may be a body's ("the Popular Front said it had killed ...")?"""
    return entity.kind.cls == "person" if entity.kind is not None else body and entity.named


def _did_it(entity: Entity, before: Sequence[Draft]) -> bool:
    """Is it what somebody who did a deed told of before is called ("a gunman killed Ana Mora. The gunman ...")?"""
    return any(entity.head == doer.head for other in before for doer in other.roles.get("agent", ()))


def _describes_one(entity: Entity, draft: Draft) -> bool:
    """Is it "the candidate", "the journalist": one person, known already?"""
    if not entity.definite or entity.plural or entity.quantity is not None or entity.pronoun:
        return False
    lexicon = draft.context.lexicon
    if entity.head in lexicon.words("collectives") or entity.head in lexicon.words("partitives"):
        return False
    if is_another(entity, draft.context):
        return False
    parsed = draft.context.parsed
    inner = of_complement(parsed.chunks, parsed.words, entity.chunk, lexicon)
    if inner >= 0 and _is_name(inner, draft.context):
        # "The mayor of Copala" says which mayor.
        return False
    if is_ranked(draft.context.parsed.chunks[entity.chunk], draft.context):
        # "The seventh mayor shot this year" is someone not named yet.
        return False
    return entity.kind is None or entity.kind.cls == "person"


def _is_name(at: int, context: Context) -> bool:
    """Is the noun phrase at ``at`` a place, or another name by the letter that it begins with?"""
    start = context.words[context.parsed.chunks[at].first].start
    return start in context.places or (context.text[start].isupper() and not context.capitals)


def _named(entity: Entity, person: Name) -> Entity:
    kind = entity.kind or Kind("", "person")
    return replace(entity, value=person.canonical, kind=kind, named=True, pronoun=False, proper=True)
