"""What follows a noun in its sentence: what it is joined with, and the phrases that hang on it."""

from collections.abc import Iterator, Sequence

from importers.extraction.roles.charging import charges
from importers.extraction.roles.fillers import is_charged
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal, of_complement


def list_from(index: int, context: Context) -> Nominal:
    """The coordinated noun phrases from the chunk ``index`` on."""
    parsed, lexicon = context.parsed, context.lexicon
    # "Between X and Y": the second is no subject, whatever follows it.
    pair = index > 0 and parsed.words[parsed.chunks[index - 1].first].lower in lexicon.words("between")
    if not pair and _in_pair(index, context):
        # "Links between the soldiers tried for the murder of two nuns and the rebels"
        return (index,)
    nominal, after = parsed.nominals.list_from(index)
    clause = parsed.by_verb.get(after)
    # "El rapto de un juez por dos guardias y un soldado ocurrió": both did it, where the verb's form tells its subject.
    told = lexicon.inversion and clause is not None and clause.subject and nominal[-1] not in clause.subject
    verb = clause is not None and not told
    # "After the murder of the priests, a senator and a judge said ...": those are whom the verb is said of.
    opening = index > 2 and parsed.chunks[index - 3].kind == "prep"
    if verb and len(nominal) > 2 and parsed.words[parsed.chunks[after].head].verb in lexicon.saying:
        # "Killed nine soldiers, including an officer, two sources and a medic said": the last two are who says it.
        return nominal[:-2]
    return nominal[:1] if verb and not pair and (opening or len(nominal) == 2) else nominal


def _in_pair(index: int, context: Context) -> bool:
    """Does "between" stand before what the noun phrase is a part of, with no "and" after it?"""
    chunks = context.parsed.chunks
    for at in range(index - 1, -1, -1):
        if chunks[at].kind == "conj" or chunks[at].kind == "punct":
            return False
        if context.words[chunks[at].first].lower in context.lexicon.words("between"):
            return True
    return False


def preps_after(at: int, context: Context) -> Iterator[tuple[str, Nominal]]:
    """The prepositional phrases that follow a noun, up to the next verb or mark."""
    chunks, words = context.parsed.chunks, context.words
    while at < len(chunks):
        kind = chunks[at].kind
        if kind in {"adv", "time", "aside"} or (
            kind == "punct" and words[chunks[at].first].lower in {",", '"', "“", "”"}
        ):
            at += 1
        elif kind == "np" and (beyond := _past_apposed(at, context)) > at:
            at = beyond
        elif kind == "prep" and at + 1 < len(chunks):
            prep = words[chunks[at].first].lower
            if context.parsed.nominals.names_source(at):
                # "The raid in Loja, according to a report by the army, ..."
                return
            at += 1
            while at < len(chunks) and chunks[at].kind in {"adv", "aside"}:
                at += 1
            if at < len(chunks) and chunks[at].kind == "np":
                town = _is_nobodys(at, context)
                nominal = (at,) if town else list_from(at, context)
                yield prep, nominal
                at = nominal[-1] + 1 if town else context.parsed.nominals.past_of(nominal[-1])
        else:
            return


def _is_nobodys(at: int, context: Context) -> bool:
    """Is it a town before "of" ("the murder in Loja of X and Y")? What follows is still said of the noun before."""
    inner = of_complement(context.parsed.chunks, context.words, at, context.lexicon)
    here, there = (context.words[context.parsed.chunks[index].head].start in context.places for index in (at, inner))
    return inner >= 0 and here and not there


def _past_apposed(at: int, context: Context) -> int:
    """The chunk behind the noun phrase at ``at`` if commas set it off ("Quito, the capital of X, ..."), else it."""
    chunks, words = context.parsed.chunks, context.words
    after = context.parsed.nominals.past_of(at)
    set_off = at > 1 and after < len(chunks) and words[chunks[at - 1].first].lower == ","
    return after if set_off and words[chunks[after].first].lower == "," else at


def not_of_noun(found: Found, complement: int, context: Context) -> frozenset[str]:
    """The prepositions that tell nothing of the event's noun where they stand behind it.

    "Attributed the attack to the rebels", "was informed of the attack by his aides", "was convicted of the attack by
    a court"; a second "of".
    """
    lexicon, clause = context.lexicon, found.clause
    attributed = clause is not None and _is_attributed(found, context)
    of_verb = frozenset(prep for prep, _ in laid_to(found, clause, context)) if clause and attributed else frozenset()
    told = clause is not None and clause.passive and found.chunk not in clause.subject
    says = clause is not None and context.parsed.main(clause).verb in lexicon.saying
    if clause is not None and told and (says or charges(clause, context)):
        of_verb |= lexicon.words("agent_prepositions")
    return of_verb | lexicon.words("of") if complement >= 0 else of_verb


def laid_to(found: Found, clause: Clause, context: Context) -> Sequence[tuple[str, Nominal]]:
    """At whose door the clause lays the event: in "attributed an attack on a judge to rebels" not at the judge's."""
    doors = context.lexicon.words("attribute_prepositions")
    told = [(prep, nominal) for prep, nominal in clause.preps if prep in doors]
    of_event = len(told) > 1 and told[0][1][0] - 2 == found.chunk
    return told[1:] if of_event else told


def _is_attributed(found: Found, context: Context) -> bool:
    """Is the event what its clause lays at somebody's door ("attributed the crime to the rebels")?"""
    clause = found.clause
    if clause is None or not any(is_charged(found, nominal, context) for nominal in clause.objects):
        return False
    return context.parsed.main(clause).verb in context.lexicon.words("attribute_verbs")
