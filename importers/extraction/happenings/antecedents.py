"""Whom "they" who did a deed, "he" and "the mayor" are, where the sentences before tell it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from importers.extraction.happenings.people import NEAR
from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.mentions.drafts import Draft
from importers.extraction.naming.names import Name
from importers.extraction.roles.charging import charge_over
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import DOERS, Context, Entity
from importers.extraction.sentences.nounphrases import entity_of, left_out_entity
from importers.extraction.syntax.clauses import Clause

PRONOUN_WITHIN: Final = 5
"""Sentences before the pronoun's own in which they were told of."""


def doers_before(
    pronoun: Entity, own: Context, number: int, context_of: Callable[[int], Context], within: int = PRONOUN_WITHIN
) -> Sequence[Entity]:
    """Who the pronoun that did a violent deed in the sentence ``number`` (``own``) is; nobody if two sides may be.

    ``context_of`` parses a sentence by its number; ``within`` so many before they were told of.
    """
    for at in range(number, max(number - within, 0) - 1, -1):
        context = own if at == number else context_of(at)
        told = [entity for entity in _told(context) if at < number or entity.end <= pronoun.start]
        sides = {entity.side for entity in told if entity.side in DOERS}
        about = _subject(context) if at < number else ()
        coming = bool(about) and tells_coming(context)
        if about and all(_may_act(entity, context.lexicon, coming=coming) for entity in about):
            alone = sides <= {entity.side for entity in about}
            return about if alone and agrees(about, pronoun, context.lexicon) else ()
        if sides:
            armed = [entity for entity in told if entity.side == "armed" and agrees((entity,), pronoun, own.lexicon)]
            named = [entity for entity in armed if entity.named] or armed
            return named[-1:] if sides == {"armed"} else ()
    return ()


def is_accused(draft: Draft) -> bool:
    """Is its doer a pronoun's whom a charge lays it on ("he was charged with the murder", "with killing her")?"""
    if draft.filled.pronoun_role != "agent":
        return False
    told = draft.clause is not None and charge_over(draft.clause, draft.context) is not None
    return draft.found.pos == "noun" or told


def people_pursued(pronoun: Entity, draft: Draft, before: Sequence[Draft]) -> Sequence[Entity]:
    """Whom the pronoun of a charge means: those last told to be arrested or tried, not the police or the court.

    ``before``: the mentions told before that of the deed, ``draft``.
    """
    for other in reversed(before):
        if draft.sentence.number - other.sentence.number > NEAR:
            break
        people = [entity for entity in other.people() if entity.is_somebody]
        if other.event_type.answers and people and agrees(people, pronoun, draft.context.lexicon):
            return people
    return ()


def left_out(draft: Draft) -> Entity | None:
    """The subject that a verb does without, who did the deed: "Llegaron dos sicarios. Mataron a ..."; None for none.

    No word stands for it, and it has no value.
    """
    clause, parsed, lexicon = draft.clause, draft.context.parsed, draft.context.lexicon
    if clause is None or not lexicon.inversion or draft.found.pos != "verb" or draft.roles.get("agent"):
        return None
    row = [clause]
    while row[-1].link in lexicon.words("conjunctions") and row[-1].governor in parsed.by_verb:
        # "Quemaron seis casas y mataron a dos"
        row.append(parsed.by_verb[row[-1].governor])
    verbs = [parsed.chunks[one.verb] for one in row]
    told = row[-1].governor >= 0 or any(one.subject or one.passive for one in row)
    if told or any(verb.shape != "finite" or verb.clitic >= 0 for verb in verbs):
        return None
    if draft.trigger.frame.verb.get("subject") != "agent":
        return None
    return left_out_entity(verbs[-1].first, clause.verb, draft.context)


def agrees(people: Sequence[Entity], pronoun: Entity, lexicon: Lexicon) -> bool:
    """May the pronoun stand for them: "they" for several or for many in one, "it" for a body, "he" for one?

    One that is left out, with its verb alone to say whether it is of several, for as many.
    """
    counted = people[0].quantity
    several = len(people) > 1 or people[0].plural or (counted is not None and (counted.best or 0) > 1)
    one = people[0]
    collective = one.head in lexicon.words("collectives")
    body = collective or (one.named and (one.kind is None or one.kind.name != ""))
    said = pronoun.value.lower()
    if not said:
        return several == pronoun.plural
    if said in lexicon.words("body_pronouns"):
        return body and not several
    if said in lexicon.words("plural_pronouns"):
        return several or collective or (one.named and one.side == "armed")
    return not several and not collective


def _told(context: Context) -> Iterator[Entity]:
    """The people and bodies that a sentence tells of."""
    for at, chunk in enumerate(context.parsed.chunks):
        entity = entity_of(at, context) if chunk.kind == "np" else None
        if entity is not None and not entity.pronoun and entity.cls == "person":
            yield entity


def _subject(context: Context) -> Sequence[Entity]:
    """Whom the sentence is about: the subject of its first clause, unless that only tells what somebody said."""
    first = _first_clause(context)
    return entities(first.subject, context) if first is not None else ()


def tells_coming(context: Context) -> bool:
    """Does a sentence tell that somebody came, as who is about to do something does ("gunmen entered the town")?"""
    first = _first_clause(context)
    coming = context.lexicon.words("coming_verbs")
    return first is not None and not first.passive and context.parsed.main(first).verb in coming


def _first_clause(context: Context) -> Clause | None:
    """The first clause with a subject of its own, None where that only tells what somebody said."""
    parsed = context.parsed
    first = next((clause for clause in parsed.clauses if clause.subject and not clause.aside), None)
    return None if first is None or parsed.main(first).verb in context.lexicon.saying else first


def _may_act(entity: Entity, lexicon: Lexicon, *, coming: bool) -> bool:
    """Is it people of a side, or such as may be anybody ("several men"), or anybody or any body that came?"""
    people = entity.cls == "person" or (coming and entity.named and entity.kind is None)
    return people and not entity.pronoun and (coming or entity.side in DOERS or entity.head in lexicon.words("anyone"))


def person_before(entity: Entity, draft: Draft, names: Mapping[int, Sequence[Name]]) -> Name | None:
    """The one person named before, in its sentence or the one before it, whom the pronoun or "the mayor" may mean.

    ``names``: those of the article by the numbers of their sentences.
    """
    number = draft.sentence.number
    before = [name for name in _persons(names.get(number, ()), draft) if name.end <= entity.start]
    # "The cartel, led by Luis Paz, murdered the mayor", "Luis Paz said the mayor was shot": the mayor is not Luis Paz.
    doing = {name.canonical for name in before if _is_in_subject(name, draft, above=not entity.pronoun)}
    before = [name for name in before if name.canonical not in doing]
    if not before:
        quoted = entity.pronoun and _opens_quotation(draft, entity.start)
        told = [name for name in _persons(names.get(number - 1, ()), draft) if name.canonical not in doing]
        before = [name for name in told if not (quoted and _has_spoken(name, draft.context.text))]
    persons = {name.canonical: name for name in before}
    if len(persons) != 1:
        return None
    (person,) = persons.values()
    if any(name.canonical == person.canonical and name.start > entity.start for name in names.get(number, ())):
        # "He was seized by Luis Paz": who is named after the pronoun is somebody else.
        return None
    return person if entity.pronoun or _may_be_called(person, entity, draft, names) else None


def same_before(
    pronoun: Entity, draft: Draft, before: Sequence[Draft], names: Mapping[int, Sequence[Name]]
) -> Entity | None:
    """Whom the same word stood for shortly before: "He was seized by Luis Paz. He was killed" is of one man.

    None if somebody named since may be meant: anybody, or, of a subject that goes on, whoever is a subject.
    """
    number = draft.sentence.number
    for other in reversed([one for one in before if number - one.sentence.number <= 1]):
        told = other.filled.pronoun
        if told is None or told.value.lower() != pronoun.value.lower() or told.start >= pronoun.start:
            continue
        row = other.roles.get(other.filled.pronoun_role, ())
        one = next((entity for entity in row if entity.start == told.start and entity.named), None)
        if one is None:
            return None
        goes_on = _is_subject(told.start, other.context) and _is_subject(pronoun.start, draft.context)
        since = [name for at in {other.sentence.number, number} for name in _persons(names.get(at, ()), draft)]
        for name in since:
            context = draft.context if name.start >= draft.sentence.span.start else other.context
            rival = told.start < name.start < pronoun.start and name.canonical != one.value
            if rival and not (goes_on and not _is_subject(name.start, context)):
                return None
        return replace(one, start=pronoun.start, end=pronoun.end, chunk=pronoun.chunk)
    return None


def _is_subject(start: int, context: Context) -> bool:
    """Does the word at ``start`` stand in the subject of a clause?"""
    parsed = context.parsed
    chunks = (parsed.chunks[at] for clause in parsed.clauses for at in clause.subject)
    return any(parsed.words[chunk.first].start <= start < parsed.words[chunk.last - 1].end for chunk in chunks)


def _opens_quotation(draft: Draft, offset: int) -> bool:
    """Does a quotation begin in the sentence before the offset? Its "she" is not who speaks."""
    return any(mark in draft.context.text[draft.sentence.span.start : offset] for mark in _QUOTES)


def _has_spoken(name: Name, text: str) -> bool:
    """Does the name stand right behind a quotation, with no more between than who says it ("...", said Ana Mora)?"""
    before = text[max(name.start - _ATTRIBUTION, 0) : name.start]
    at = max(before.rfind(mark) for mark in _QUOTES)
    closes = at > 0 and not before[at - 1].isspace()
    return closes and "." not in before[at:]


_QUOTES: Final = ('"', "“", "”", "«", "»")
_ATTRIBUTION: Final = 80
"""Characters of "said the head of the mission, " at most."""


def _is_in_subject(name: Name, draft: Draft, *, above: bool) -> bool:
    """Does the name stand before the verb of the mention's own clause, in its subject or in what is told of that?

    ``above``: or of a clause that it depends on, whose subject "he" may mean and "the mayor" may not.
    """
    parsed = draft.context.parsed
    clauses = parsed.upward(draft.clause) if above else (draft.clause,)
    for clause in clauses:
        if clause is not None:
            first, verb = (parsed.words[parsed.chunks[at].first].start for at in (clause.before, clause.verb))
            if first <= name.start < verb:
                return True
    return False


def _persons(names: Sequence[Name], draft: Draft) -> list[Name]:
    """The persons among the names, without those that a body is called after ("la columna Ana Mora")."""
    bodies = draft.context.lexicon.words("called_after")
    near = ((name, words_beside(name, draft.context.text)) for name in names if name.kind == "person")
    return [name for name, (before, behind) in near if bodies.isdisjoint((*before[-1:], *behind[:1]))]


def words_beside(name: Name, text: str) -> tuple[list[str], list[str]]:
    """The few words before a name and those behind it, in small letters and without marks."""
    sides = text[max(0, name.start - _BESIDE) : name.start], text[name.end : name.end + _BESIDE]
    before, behind = ([word.lower().strip(".,;:()") for word in side.split()] for side in sides)
    return before, behind


_BESIDE: Final = 30
"""Letters on each side of a name."""


def _may_be_called(person: Name, entity: Entity, draft: Draft, names: Mapping[int, Sequence[Name]]) -> bool:
    """Can "the mayor" be the person named before, by what the article calls that person?

    A president is not the mayor that the next sentence tells of; more words describe anew ("the tireless campaigner").
    """
    titles = {
        word.strip(".,")
        for told in names.values()
        for name in told
        if name.canonical == person.canonical
        for word in name.title.lower().split()
    }
    context = draft.context
    chunk = context.parsed.chunks[entity.chunk]
    said = {entity.head, *(word.lower for word in context.words[chunk.first : chunk.last] if word.tag == "noun")}
    if entity.kind is None:
        # "The area" is nobody.
        return not titles.isdisjoint(said)
    bare = len(said - {entity.head}) <= 1 and bool(entity.kind.name)
    return not bare or not titles or not titles.isdisjoint(said)
