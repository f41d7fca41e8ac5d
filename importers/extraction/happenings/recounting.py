"""How many another says there were of those just counted, in a bare number: "six dead, police say; residents say nine".

The number stands with the one who gives it: as what he speaks of ("los vecinos hablan de nueve"), before him ("29 según
la Policía, 43 según sus abogados"), behind him where the verb is that of the one before ("the ministry gives nine, the
unions 17") or in a relative clause of his ("the six that the army acknowledges"). It counts those that the number
before it counts, in its sentence or the one before: "Police said six died. Residents put it at nine children."
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from importers.extraction.happenings.happenings import Cluster
from importers.extraction.mentions.attribution import Voice, counting, voice_in, voice_of
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.figures import Figure
from importers.extraction.mentions.stances import HAPPENED, of_clause
from importers.extraction.roles.filled import Filled
from importers.extraction.roles.members import is_copula
from importers.extraction.roles.tolls import is_number, told_before
from importers.extraction.roles.triggers import Found, clause_of
from importers.extraction.sentences.entities import Context
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal, of_complement
from importers.language.quantities import Quantity
from importers.language.tokens import Sentence
from store.records.event import FIGURES
from store.records.report import REAL, SINGLES

_DEAD: Final = "killed"
_SEVERAL: Final = 2
"""A bare number from which on it counts people."""


_Counted = tuple[Draft, str]
"""A mention, and which of its figures counts those spoken of."""


def recount(
    drafts: Sequence[Draft],
    clusters: Sequence[Cluster],
    sentences: Mapping[int, Sentence],
    context_of: Callable[[int], Context],
) -> list[Draft]:
    """Make of each bare number that somebody gives a mention by which he says how many there were.

    ``sentences`` are those in which he may, by their number; ``context_of`` parses one.
    """
    counted: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.cluster >= 0 and (draft.figures or draft.trigger.figure in FIGURES):
            counted.setdefault(draft.sentence.number, []).append(draft)
    more: list[Draft] = []
    for number, here in counted.items():
        context = here[0].context
        # One number counts whom it counts already, but where a mention has none of its own.
        several = len(context.quantities) > 1 or not all(draft.figures for draft in here)
        said = [*_said_of(context, here[0].sentence, here, None)] if several and context.quantities else []
        more += said
        behind, told = number + 1, _last_counted([*here, *said], clusters)
        while told and behind in sentences and behind not in counted and _may_count(sentences[behind], context):
            said = [*_said_of(context_of(behind), sentences[behind], (), told)]
            more += said
            behind, told = behind + 1, (said[-1], told[1]) if said else None
    for draft in more:
        clusters[draft.cluster].add(draft)
    return more


def _last_counted(here: Sequence[Draft], clusters: Sequence[Cluster]) -> _Counted | None:
    """Whom the last number of a sentence counts, if it counts no others, nor the dead of the happening were counted.

    "12 dead and 30 injured", "12 were killed. Four were injured": a bare number behind that may be of either. One who
    is told of alone ("12 dead, the last a boy of four") is not counted.
    """
    real = [draft for draft in here if draft.stance.factuality in REAL and not draft.stance.generic]
    counts = [(one, draft) for draft in real for one in draft.figures if not draft.is_total and one.rule not in SINGLES]
    if not counts:
        return None
    last, draft = max(counts, key=lambda count: count[0].end)
    fields = {one.field for one, _ in counts} - {"devices"}
    dead = last.field != _DEAD and any(other.deadly for other in clusters[draft.cluster].drafts)
    others = (one for one in draft.context.quantities.values() if one.start >= last.end)
    if len(fields) > 1 or dead or any((one.best or 0) >= _SEVERAL for one in others):
        return None
    return draft, last.field


def _may_count(sentence: Sentence, context: Context) -> bool:
    """Is there a verb in the sentence by which somebody gives a number? A look before it is parsed."""
    lexicon = context.lexicon
    verbs = lexicon.either("counting_verbs", "adhering_verbs") | lexicon.saying
    words = (token.lower for token in sentence.tokens if token.kind == "word")
    return any(not verbs.isdisjoint(lexicon.readings[word].spelt) for word in words)


def _said_of(context: Context, sentence: Sentence, here: Sequence[Draft], told: _Counted | None) -> Iterator[Draft]:
    """What others say in a sentence of those whom its mentions count, or only name ("the injured: 12, police say").

    ``told``: those counted before it.
    """
    starts = [start for draft in here for start in (draft.start, *(one.start for one in draft.figures))]
    first = min(map(context.parsed.chunk_at, starts), default=0)
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
        verb = verb or (draft.context is context and draft.clause is not None and bool(counting(draft.clause, context)))
        voice = _giver(at, context) or (_left_out(at, quantity, context) if verb else None)
        if voice is None or (quantity.best or quantity.low or 0) < _SEVERAL:
            told = None
            continue
        verb = True
        yield _said(draft, field, quantity, voice, at, context, sentence)


def _said(
    draft: Draft, field: str, quantity: Quantity, voice: Voice, at: int, context: Context, sentence: Sentence
) -> Draft:
    """The mention by which somebody gives the number at a chunk of those whom another mention tells of."""
    figure = Figure(field, quantity.low, quantity.best, quantity.high, quantity.start, quantity.end, "", quantity.rule)
    stance = replace(HAPPENED, voice=voice)
    if context is draft.context:
        return replace(draft, stance=stance, figures=[figure], absorbed=[])
    head = context.parsed.chunks[at].head
    found = Found((draft.trigger,), "word", frozenset({head}), head, clause_of(context.parsed, at), at)
    filled = Filled(found, draft.trigger, draft.filled.type, {})
    said = Draft(filled, context, sentence, stance, draft.type, {}, [figure], pointing_back=True)
    said.cluster = draft.cluster
    return said


def _only_names(draft: Draft, at: int) -> bool:
    """Does the chunk name whom the mention is of, and nothing count them?"""
    return draft.found.chunk == at and not draft.figures and draft.trigger.figure in FIGURES


def _number_at(at: int, context: Context) -> Quantity | None:
    """The number that stands in a noun phrase, if one does."""
    chunk, words = context.parsed.chunks[at], context.words
    start, end = words[chunk.first].start, words[chunk.last - 1].end
    if chunk.kind != "np" or not any(one.start < end and start < one.end for one in context.quantities.values()):
        return None
    number = entity_of(at, context)
    quantity = number.quantity if number is not None else None
    if quantity is None or quantity.rule == "article":
        return None
    return quantity if quantity.start < end else None


def _is_of(quantity: Quantity, figure: Figure) -> bool:
    return figure.start <= quantity.start < figure.end


def _giver(at: int, context: Context) -> Voice | None:
    """Who gives the bare number at a chunk; None for a part ("nine of them"), for more ("another two") and no giver."""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    apart = any(word.lower in lexicon.words("distinct") for word in words[chunks[at].first : chunks[at].last])
    if apart or of_complement(chunks, words, at, lexicon) >= 0:
        return None
    behind = at + 1
    if behind < len(chunks) and words[chunks[behind].first].lower == ",":
        behind += 1
    sources = lexicon.attribution.get("prepositions", frozenset()) | lexicon.words("judging_prepositions")
    kinds = [chunk.kind for chunk in chunks[behind : behind + 2]]
    if not is_number(at, context):
        return next((voice for clause in context.parsed.clauses if (voice := _puts_it(clause, at, context))), None)
    if "time" in kinds:
        # "The paper counted 61 in January"
        return None
    if kinds == ["prep", "np"] and words[chunks[behind].first].lower in sources:
        return voice_in((behind + 1,), context)
    given = (_given_by(clause, at, context) for clause in context.parsed.clauses)
    return next((voice for voice in given if voice is not None), None)


def _given_by(clause: Clause, at: int, context: Context) -> Voice | None:
    """Who gives the number at a chunk by a clause, if it says that he does."""
    parsed, lexicon = context.parsed, context.lexicon
    verb = parsed.main(clause).verb
    adheres = verb in lexicon.words("adhering_verbs")
    speaks = adheres or verb in lexicon.words("counting_verbs") or verb in lexicon.saying
    if clause.relative and speaks and clause.subject == (at,):
        # "Los seis que reconoce el ejército"
        return voice_in(next(iter(clause.objects), ()), context)
    if clause.aside or told_before(clause, context) or of_clause(clause, context).factuality != "happened":
        return None
    if not speaks or clause.passive:
        # "Los vecinos dicen que son nueve", "residents insist it is nine"
        stands = is_copula(clause, context) and (at,) in clause.objects and _is_it((clause.subject,), context)
        return voice_of(clause, context) if stands and clause.governor >= 0 else None
    marks = "adhered_to" if adheres else "toll_prepositions" if clause.objects else "number_prepositions"
    if not any(nominal[:1] == (at,) for nominal in clause.objects_with(lexicon.words(marks))):
        return None
    # "En la fiscalía hablan de cinco", "a nurse said she had counted nine"
    where = (clause.before + 1,) if parsed.chunks[clause.before].kind == "prep" else ()
    return voice_in(clause.subject or where, context) or voice_of(clause, context)


def _puts_it(clause: Clause, at: int, context: Context) -> Voice | None:
    """Who puts the number of those counted, as "it", at people ("neighbours put it at three children")."""
    lexicon, people = context.lexicon, entity_of(at, context)
    counts = context.parsed.main(clause).verb in lexicon.words("counting_verbs") and not clause.passive
    put = counts and clause.objects and _is_it(clause.objects, context)
    ends = [nominal[:1] for nominal in clause.phrases(lexicon.words("toll_prepositions"))] if put else []
    counted = people is not None and people.cls == "person" and (at,) in ends
    return voice_in(clause.subject, context) if counted else None


def _is_it(nominals: Sequence[Nominal], context: Context) -> bool:
    """Is it no more than a pronoun, or nothing where the verb needs no subject?"""
    heads = [context.words[context.parsed.chunks[at].head] for nominal in nominals for at in nominal]
    return all(word.tag == "pron" for word in heads) and (bool(heads) or context.lexicon.inversion)


def _left_out(at: int, quantity: Quantity, context: Context) -> Voice | None:
    """Who gives the number where the verb stands with another's: "the unions 17", "las familias, nueve"."""
    chunks, words = context.parsed.chunks, context.words
    start = words[chunks[at].first].start
    if not is_number(at, context):
        who = context.text[start : quantity.start].strip()
        return Voice(who, start, start + len(who)) if who else None
    comma = at > 2 and words[chunks[at - 1].first].lower == "," and chunks[at - 3].kind in {"punct", "conj"}
    return voice_in((at - 2,), context) if comma and chunks[at - 2].kind == "np" else None
