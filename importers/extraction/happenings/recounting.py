"""How many another says there were of those just counted, in a bare number: "six dead, police say; residents say nine".

The number stands with the one who gives it: as what he speaks of ("los vecinos hablan de nueve"), before him ("29 según
la Policía, 43 según sus abogados"), behind him where the verb is that of the one before ("the ministry gives nine, the
unions 17") or in a relative clause of his ("the six that the army acknowledges"). It counts those that the number
before it counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from importers.extraction.happenings.happenings import Cluster
from importers.extraction.mentions.attribution import Voice, counting, voice_in, voice_of
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.figures import Figure
from importers.extraction.mentions.stances import HAPPENED
from importers.extraction.roles.members import is_copula
from importers.extraction.roles.tolls import is_number
from importers.extraction.sentences.entities import Context
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import of_complement
from importers.language.quantities import Quantity
from store.records.event import FIGURES

_SEVERAL: Final = 2
"""A bare number from which on it counts people."""


def recount(drafts: Sequence[Draft], clusters: Sequence[Cluster]) -> list[Draft]:
    """Make of each bare number that somebody gives a mention by which he says how many there were."""
    counted: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.cluster >= 0 and (draft.figures or draft.trigger.figure in FIGURES):
            counted.setdefault(draft.sentence.number, []).append(draft)
    more = [said for here in counted.values() for said in _said_of(here)]
    for draft in more:
        clusters[draft.cluster].add(draft)
    return more


def _said_of(here: Sequence[Draft]) -> Iterator[Draft]:
    """What others say of those whom the mentions of a sentence count, or only name ("the injured: 12, police say")."""
    context = here[0].context
    first = min(
        context.parsed.chunk_at(start)
        for draft in here
        for start in (draft.start, *(one.start for one in draft.figures))
    )
    told: tuple[Draft, str] | None = None
    verb = False
    for at in range(max(first, 0), len(context.parsed.chunks)):
        told = next(((draft, draft.trigger.figure) for draft in here if _only_names(draft, at)), told)
        quantity = _number_at(at, context)
        if quantity is None:
            continue
        own = next(((draft, one.field) for draft in here for one in draft.figures if _is_of(quantity, one)), None)
        if own is not None or told is None:
            told = own
            continue
        draft, field = told
        verb = verb or (draft.clause is not None and counting(draft.clause, context) is not None)
        voice = _giver(at, context) or (_left_out(at, quantity, context) if verb else None)
        if voice is None or (quantity.best or quantity.low or 0) < _SEVERAL:
            told = None
            continue
        verb = True
        yield _said(draft, field, quantity, voice)


def _only_names(draft: Draft, at: int) -> bool:
    """Does the chunk name whom the mention is of, and nothing count them?"""
    return draft.found.chunk == at and not draft.figures and draft.trigger.figure in FIGURES


def _number_at(at: int, context: Context) -> Quantity | None:
    """The number that stands in a noun phrase, if one does."""
    chunk, words = context.parsed.chunks[at], context.words
    number = entity_of(at, context) if chunk.kind == "np" else None
    quantity = number.quantity if number is not None else None
    if quantity is None or quantity.rule == "article":
        return None
    return quantity if quantity.start < words[chunk.last - 1].end else None


def _is_of(quantity: Quantity, figure: Figure) -> bool:
    return figure.start <= quantity.start < figure.end


def _said(draft: Draft, field: str, quantity: Quantity, voice: Voice) -> Draft:
    figure = Figure(field, quantity.low, quantity.best, quantity.high, quantity.start, quantity.end, "", quantity.rule)
    return replace(draft, stance=replace(HAPPENED, voice=voice), figures=[figure], absorbed=[])


def _giver(at: int, context: Context) -> Voice | None:
    """Who gives the bare number at a chunk; None for a part ("nine of them"), for more ("another two") and no giver."""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    apart = any(word.lower in lexicon.words("distinct") for word in words[chunks[at].first : chunks[at].last])
    if apart or not is_number(at, context) or of_complement(chunks, words, at, lexicon) >= 0:
        return None
    behind = at + 1
    if behind < len(chunks) and words[chunks[behind].first].lower == ",":
        behind += 1
    sources = lexicon.attribution.get("prepositions", frozenset()) | lexicon.words("judging_prepositions")
    kinds = [chunk.kind for chunk in chunks[behind : behind + 2]]
    if kinds == ["prep", "np"] and words[chunks[behind].first].lower in sources:
        return voice_in((behind + 1,), context)
    given = (_given_by(clause, at, context) for clause in context.parsed.clauses)
    return next((voice for voice in given if voice is not None), None)


def _given_by(clause: Clause, at: int, context: Context) -> Voice | None:
    """Who gives the number at a chunk by a clause, if it says that he does."""
    parsed, lexicon = context.parsed, context.lexicon
    verb = parsed.main(clause).verb
    speaks = verb in lexicon.words("counting_verbs") or verb in lexicon.saying
    if clause.relative and speaks and clause.subject == (at,):
        # "Los seis que reconoce el ejército"
        return voice_in(next(iter(clause.objects), ()), context)
    spoken_of = clause.objects_with(lexicon.either("toll_prepositions", "of"))
    if clause.aside or parsed.chunks[clause.verb].negated or (at,) not in spoken_of:
        return None
    if speaks and not clause.passive:
        # "En la fiscalía hablan de cinco"
        where = (clause.before + 1,) if parsed.chunks[clause.before].kind == "prep" else ()
        return voice_in(clause.subject or where, context)
    # "Los vecinos dicen que son nueve"
    return voice_of(clause, context) if is_copula(clause, context) and not clause.subject else None


def _left_out(at: int, quantity: Quantity, context: Context) -> Voice | None:
    """Who gives the number where the verb stands with another's: "the unions 17", "las familias, nueve"."""
    chunks, words = context.parsed.chunks, context.words
    start = words[chunks[at].first].start
    if not is_number(at, context):
        who = context.text[start : quantity.start].strip()
        return Voice(who, start, start + len(who)) if who else None
    comma = at > 2 and words[chunks[at - 1].first].lower == "," and chunks[at - 3].kind in {"punct", "conj"}
    return voice_in((at - 2,), context) if comma and chunks[at - 2].kind == "np" else None
