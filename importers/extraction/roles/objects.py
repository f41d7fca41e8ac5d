"""Which noun phrases are the objects of a verb: shared with the next verb, marked by a preposition, in a list."""

from collections.abc import Sequence
from dataclasses import replace

from importers.extraction.lexicon.lexicon import Trigger
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal, of_complement


def shared_objects(clause: Clause, context: Context) -> tuple[Nominal, ...]:
    """The objects of a verb that are told behind the next one ("kidnapped and killed a farmer").

    In the perfect the two share the auxiliary, too ("have arrested and charged a man").
    """
    chunks, at = context.parsed.chunks, clause.verb + 1
    after = context.parsed.by_verb.get(at + 1)
    alike = after is not None and after.governor == clause.verb and after.subject == clause.subject
    if after is None or not alike or after.passive:
        return ()
    one, other = chunks[clause.verb], chunks[after.verb]
    if context.words[chunks[at].first].lower == "," and not (after.objects or after.preps):
        # "Kidnapped, beat and killed a farmer"
        return shared_objects(after, context) if one.past == other.past else ()
    perfect = one.perfect and other.shape in {"open", "participle"}
    # "Arrested and beat"
    pasts = {one.shape, other.shape} == {"open", "finite"} and one.past and other.past
    joined = chunks[at].kind == "conj" and not clause.passive
    if not joined or not (perfect or pasts or one.shape == other.shape):
        return ()
    return after.objects or tuple(n for prep, n in after.preps if marks_object(prep, n, context, frozenset()))


def with_its_object(found: Found, trigger: Trigger, context: Context) -> Found:
    """The verb with the noun that ``trigger`` wants for an object as one, not as the subject behind it.

    "Le pegaron cuatro tiros": by its place it may be either, but with a dative it is no one who did it. Where the verb
    has its object already, the other of two is whom it befell ("perdieron la vida dos niños").
    """
    clause = found.clause
    if clause is not None and trigger.valency == "intransitive" and not clause.subject and len(clause.objects) > 1:
        own = [any(context.parsed.chunks[at].head in found.taken for at in nominal) for nominal in clause.objects]
        if own[0] and not own[1]:
            return replace(found, clause=replace(clause, subject=clause.objects[1], objects=clause.objects[:1]))
    if not trigger.object_words or clause is None or clause.objects or max(clause.subject, default=-1) < clause.verb:
        return found
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    group = chunks[clause.verb]
    clitics = [word.lower for word in words[group.first : group.last] if word.tag == "clitic"]
    # But of "se le atribuye el ataque" the attack is the subject.
    dative = bool(clitics) and lexicon.words("dative_clitics").issuperset(clitics)
    wanted = words[chunks[clause.subject[0]].head].lemma in trigger.object_words
    told = dative and wanted
    return replace(found, clause=replace(clause, subject=(), objects=(clause.subject,))) if told else found


def one_list(objects: Sequence[Nominal], marked: Sequence[Nominal]) -> Sequence[Nominal]:
    """The objects, those of a list whose members are each marked as one ("mató a Ana Mora, juez, y a Luis Paz")."""
    if len(objects) < 2 or objects[0] not in marked:
        return objects
    return (tuple(index for nominal in objects if nominal in marked for index in nominal),)


def marks_object(prep: str, nominal: Nominal, context: Context, taken: frozenset[int]) -> bool:
    """Does the preposition mark the object, as "a" before people does ("detuvo a seis sospechosos")?"""
    if prep not in context.lexicon.words("object_prepositions"):
        return False
    return all(
        (entity.kind is not None and entity.kind.cls != "place")
        or (entity.kind is None and (entity.named or entity.quantity is not None or entity.definite))
        for entity in entities(nominal, context, taken)
    )


def of_which(nominal: Nominal, context: Context) -> int:
    """The noun that "of" ties a list to ("the bodies of a clerk and her son were found"), -1 for none."""
    outer = nominal[0] - 2 if len(nominal) > 1 else -1
    inner = of_complement(context.parsed.chunks, context.words, outer, context.lexicon) if outer >= 0 else -1
    return outer if nominal and inner == nominal[0] else -1


def are_told_hurt(clause: Clause, context: Context) -> bool:
    """Is it done to "the wounded", "the dead", who are counted by that word where anybody says how many?"""
    chunks, words = context.parsed.chunks, context.words
    told = (clause.subject, *clause.objects) if clause.passive else clause.objects
    return any(words[chunks[at].head].lemma in context.lexicon.word_triggers for nominal in told for at in nominal)
