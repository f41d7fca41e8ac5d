"""The number that a count stands at: "the death toll rose to 12", "a medic put the toll at nine"."""

from collections.abc import Iterator
from dataclasses import replace

from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal, of_complement


def told_number(found: Found, context: Context) -> Entity | None:
    """Those that the count at ``found`` counts, if its sentence gives their number: not that of "an earlier toll"."""
    chunk = context.parsed.chunks[found.chunk]
    if any(word.lower in context.lexicon.words("superseded") for word in context.words[chunk.first : chunk.last]):
        return None
    for nominal in _numbers(found, context):
        for entity in entities(nominal, context, found.taken):
            if entity.quantity is not None:
                return entity
    return None


def number_of(counted: Entity, found: Found, context: Context) -> Entity | None:
    """Those counted by what befell them: "the number of prisoners killed rose to 12", "son 12 los muertos"."""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    number = entity_of(counted.chunk - 1, context)
    stands = number is not None and number.quantity is not None and counted.definite
    if stands and _is_told(counted.chunk - 1, context):
        return number
    if _opens_row(counted, context) and is_number(counted.chunk + 1, context):
        return entity_of(counted.chunk + 1, context)
    if counted.chunk == found.chunk and counted.definite and counted.quantity is None:
        # "The dead are more than 20"
        told = told_number(found, context)
        if told is not None and is_number(told.chunk, context):
            return told
    at = counted.chunk - 2
    if at < 0 or words[chunks[at].head].lemma not in lexicon.words("count_nouns"):
        return None
    inner = of_complement(chunks, words, at, lexicon)
    return told_number(replace(found, chunk=at), context) if inner == counted.chunk else None


def _opens_row(counted: Entity, context: Context) -> bool:
    """May their number stand right behind, its verb with a count before ("son 12 los muertos y los heridos nueve")?"""
    chunks, at = context.parsed.chunks, counted.chunk
    if not 1 < at < len(chunks) - 1 or not counted.definite or counted.quantity is not None:
        return False
    before = context.words[chunks[at - 1].first]
    return chunks[at + 1].kind == "np" and (before.lower == "," or chunks[at - 1].kind == "conj")


def is_number(index: int, context: Context) -> bool:
    """Is the noun phrase at a chunk no more than a number ("more than 20", "los 60")?"""
    chunk = context.parsed.chunks[index]
    return all(word.tag in {"num", "adv", "prep", "time", "det"} for word in context.words[chunk.first : chunk.last])


def _is_told(number: int, context: Context) -> bool:
    """Does the number at a chunk stand behind a verb of counts ("elevaron hoy a 12 los muertos y a 9 los heridos")?"""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    at = number - 1
    if chunks[at].kind == "prep" and words[chunks[at].first].lower in lexicon.words("toll_prepositions"):
        at -= 1
    while at > 0 and chunks[at].kind == "time":
        at -= 1
    if at > 2 and (chunks[at].kind == "conj" or words[chunks[at].first].lower == ","):
        return _is_told(at - 2, context)
    return at >= 0 and chunks[at].kind == "vg" and words[chunks[at].head].verb in lexicon.words("toll_verbs")


def _numbers(found: Found, context: Context) -> Iterator[Nominal]:
    """Where the number may stand: "a toll of 12", "the toll reached 12", "rose to 12", "put the toll at 12"."""
    parsed, lexicon = context.parsed, context.lexicon
    last = max(index for index, chunk in enumerate(parsed.chunks) if chunk.first <= max(found.taken))
    complement = of_complement(parsed.chunks, parsed.words, last, lexicon)
    if complement >= 0:
        yield (complement,)
    for clause in parsed.clauses:
        group = parsed.chunks[clause.verb]
        if group.modal or group.negated or group.shape == "infinitive":
            # "Is expected to rise", "could reach": it does not stand there.
            continue
        if told_before(clause, context):
            continue
        is_object = any(found.chunk in nominal for nominal in clause.objects)
        if not is_object and not (
            found.chunk in clause.subject and parsed.main(clause).verb in lexicon.words("toll_verbs")
        ):
            continue
        if not is_object:
            yield from clause.objects
        for told in (clause, *(other for other in parsed.clauses if other.reduced and other.governor == clause.verb)):
            # "Put the number of soldiers killed at 11"
            ends = told.phrases(lexicon.words("toll_prepositions"))
            yield from (nominal for nominal in ends if told is clause or is_number(nominal[0], context))


def told_before(clause: Clause, context: Context) -> bool:
    """Does the clause tell what was counted before ("had earlier put the toll at nine")?"""
    words, chunks = context.words, context.parsed.chunks
    told = words[chunks[max(clause.verb - 1, 0)].first : chunks[clause.verb].last]
    return any(word.lower in context.lexicon.words("superseded") for word in told)
