"""Which event the clauses of a sentence go on to tell of: what its nouns and relative clauses say of it."""

from collections.abc import Iterator, Sequence
from typing import Final

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.mentions.drafts import Draft
from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.clauses import Clause
from store.records.report import REAL

WITHIN: Final = frozenset({"np", "prep", "time", "aside", "adv"})
"""Chunks of which a noun phrase with all that hangs on it is made."""


def nouns_of(draft: Draft) -> set[int]:
    """The chunks of the nouns that tell of the event: its own, that of their row, and those it has taken in."""
    told = [one for one in (draft, *draft.absorbed) if one.found.pos != "verb"]
    return {at for one in told for at in (one.found.chunk, one.series) if at >= 0}


def chunks_of(draft: Draft) -> frozenset[int]:
    """The chunks that tell of the event, the nouns among its trigger's words with them ("shot to death")."""
    parsed, words = draft.context.parsed, draft.context.words
    taken = {parsed.chunk_at(words[at].start) for at in draft.found.taken}
    nouns = {at for at in taken if parsed.chunks[at].kind == "np"}
    return frozenset(nouns | {one.found.chunk for one in (draft, *draft.absorbed)})


def is_event_noun(index: int, drafts: Sequence[Draft], context: Context) -> bool:
    """Does the noun phrase name an event or a war: by its noun, or as one of the sentence's mentions does?"""
    noun, lexicon = context.words[context.parsed.chunks[index].head].lemma, context.lexicon
    told = lexicon.names_deed(noun) or noun in lexicon.words("wars")
    return told or any(index in nouns_of(draft) for draft in drafts)


def is_motive(draft: Draft) -> bool:
    """Is it what a protest is about ("four died in protests over his murder"), not what happened there?"""
    chunks, words, lexicon = draft.context.parsed.chunks, draft.context.words, draft.context.lexicon
    prep = draft.found.chunk - 1
    if draft.found.pos == "verb" or prep < 1 or chunks[prep].kind != "prep":
        return False
    if words[chunks[prep].first].lower not in lexicon.words("motives"):
        return False
    return any(_has_motive(words[chunks[at].head].lemma, lexicon) for at in _hung_on(prep, draft.context))


def is_learned(draft: Draft) -> bool:
    """Is it what people learned of before they did what else is told ("tras conocerse la muerte de un preso, ...")?"""
    clause, lexicon = draft.clause, draft.context.lexicon
    if clause is None or draft.found.pos == "verb":
        return False
    links = lexicon.either("reacting", "after_links")
    named = (*clause.subject, *(at for nominal in clause.objects for at in nominal), *_of_phrases(clause, lexicon))
    learned = draft.context.parsed.main(clause).verb in lexicon.words("learning_verbs")
    return learned and clause.link in links and draft.found.chunk in named


def _of_phrases(clause: Clause, lexicon: Lexicon) -> Iterator[int]:
    """What "of" ties to the clause's verb ("learned of the death")."""
    return (at for nominal in clause.phrases(lexicon.words("of")) for at in nominal)


def _has_motive(noun: str, lexicon: Lexicon) -> bool:
    protest = any(lexicon.types[trigger.type].about for _, trigger in lexicon.noun_triggers.get(noun, ()))
    return protest or noun in lexicon.words("angers")


def _hung_on(prep: int, context: Context) -> Iterator[int]:
    """The noun phrases that the preposition may hang on: that before it, and what that one hangs on ("in Loja")."""
    nominals = context.parsed.nominals
    at = nominals.skip(prep - 1, -1)
    if nominals.kind(at) == "prep" and nominals.kind(at + 1) == "time":
        # "Protests on Monday over his murder"
        at = nominals.skip(at - 1, -1)
    while nominals.kind(at) == "np":
        yield at
        outer = nominals.skip(at - 1, -1)
        at = nominals.skip(outer - 1, -1) if nominals.kind(outer) == "prep" else -1


def in_which(draft: Draft) -> frozenset[int]:
    """The chunks of the nouns whose relative clause may tell it ("the attack on a bus in which two were killed")."""
    parsed = draft.context.parsed
    at = max((opens_in_which(clause, draft.context) for clause in _told_in(draft)), default=-1)
    if at <= 0:
        return frozenset()
    noun = at - 1 - (parsed.words[parsed.chunks[at - 1].first].lower == ",")
    while parsed.chunks[noun].kind == "time" or (
        parsed.chunks[noun].kind == "prep" and parsed.chunks[noun + 1].kind == "time"
    ):
        # "The attack on 20 May in which ..."
        noun -= 1
    nouns = {noun}
    while noun > 1 and [chunk.kind for chunk in parsed.chunks[noun - 2 : noun]] == ["np", "prep"]:
        noun -= 2
        nouns.add(noun)
    return frozenset(nouns)


def _told_in(draft: Draft) -> Iterator[Clause]:
    """The clause that tells it, and that which this goes on with ("in which two were killed and a guard was hurt").

    But "in which two were killed and police arrested a man" goes on with what the police did.
    """
    clause, lexicon = draft.clause, draft.context.lexicon
    if clause is None or draft.found.pos != "verb":
        return
    yield clause
    outcome = draft.plain and not draft.roles.get("agent")
    before = draft.context.parsed.by_verb.get(clause.governor)
    if outcome and before is not None and clause.link in lexicon.words("conjunctions"):
        yield before


def opens_in_which(clause: Clause, context: Context) -> int:
    """The chunk of the preposition of the "in which" that opens a clause, -1 if nothing of the kind does."""
    chunks, at = context.parsed.chunks, clause.before - 2
    if at < 0 or chunks[at + 1].kind != "rel" or chunks[at].kind != "prep":
        return -1
    return at if context.words[chunks[at].first].lower in context.lexicon.words("in_event") else -1


def told_by(draft: Draft, clause: Clause, drafts: Sequence[Draft]) -> bool:
    """Does the clause tell that what its noun names took place, or what came of it?"""
    if clause.relative or clause.reduced:
        return tells_of(clause, draft, drafts)
    lexicon, parsed = draft.context.lexicon, draft.context.parsed
    verb = parsed.main(clause).verb
    denies = verb in lexicon.cues("denied_verbs") and draft.stance.factuality in REAL
    if (denies or verb in lexicon.words("known_verbs")) and draft.found.chunk not in clause.subject:
        # "They condemned a series of attacks on Friday", "they denied responsibility on Friday for an attack".
        return False
    before = parsed.chunks[draft.found.chunk - 1] if draft.found.chunk else None
    came_of_it = any(one.clause is not None and one.clause.verb == clause.verb for one in draft.absorbed)
    if not came_of_it and before is not None and draft.context.words[before.first].lower in lexicon.words("reacting"):
        # "Took hostages on Friday in reply to the search of the prison"
        return False
    if is_motive(draft) or _befell_any(_whom_described(draft), drafts, draft):
        return False
    if not draft.definite or not draft.event_type.violent:
        return True
    telling = lexicon.either("occur_verbs", "cause_verbs", "light_verbs", "undergo_verbs", "striking_verbs")
    # "The strike hit a clinic", "killed two guards in the attack", but "claimed responsibility for the attack".
    told = any(
        one.found.pos == "verb" and one.clause is not None and one.clause.verb == clause.verb
        for other in drafts
        for one in (other, *other.absorbed)
        if other.event_type.violent
    )
    return verb in telling or told


def _befallen(deed: Draft) -> set[int]:
    """The noun phrases of those whom the deed befell, or of whom its clause tells what did."""
    clause = deed.clause
    told = clause.subject if clause is not None and clause.passive else ()
    return {entity.chunk for entity in deed.people()} | set(told)


def only_describes(one: Draft, other: Draft) -> bool:
    """Does one mention only say who it is that the other befell ("the man behind the murder was shot dead")?"""
    if one.sentence is not other.sentence:
        return False
    return _befell_any(_whom_described(one), (other,), one) or _befell_any(_whom_described(other), (one,), other)


def _befell_any(whom: int, deeds: Sequence[Draft], but: Draft) -> bool:
    """Is the noun phrase ``whom`` that of somebody whom one of the deeds befell, ``but`` for that mention's own?"""
    return whom >= 0 and any(whom in _befallen(deed) for deed in deeds if deed is not but)


def _whom_described(noun: Draft) -> int:
    """The noun phrase of people whom a mention's noun only describes ("the man behind the murder"), -1 for none.

    It does not describe those whom it befell itself ("the victims of the attack").
    """
    if noun.found.pos != "noun":
        return -1
    words, nominals, lexicon = noun.context.words, noun.context.parsed.nominals, noun.context.lexicon
    prep = nominals.skip(nominals.coordination(noun.found.chunk, 0, subject=False)[1] - 1, -1)
    at = nominals.skip(prep - 1, -1)
    if nominals.kind(prep) != "prep" or at < 0:
        return -1
    head = words[nominals.chunks[at].head].lemma
    tied = nominals.lower(prep) in lexicon.either("of", "behind") or head in lexicon.words("culprits")
    return at if tied and head not in lexicon.words("victims") else -1


def tells_of(relative: Clause, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Does the relative clause go on with the event: of its own noun, or of what happened or came of it?"""
    context = draft.context
    if relative.reduced and (nearest := _noun_before(relative.verb, drafts, context)) >= 0:
        return nearest in nouns_of(draft)
    if relative.reduced and _coordinate(relative, context):
        return True
    parent = context.parsed.by_verb.get(relative.governor)
    if relative.reduced and parent is not None and parent.relative and tells_of(parent, draft, drafts):
        return True
    if not nouns_of(draft).isdisjoint(relative.described or relative.subject):
        return True
    during = draft.clause.phrases(context.lexicon.words("in_event")) if draft.clause is not None else ()
    return any(set(nominal) & set(relative.subject) for nominal in during)


def by_doers(clause: Clause, draft: Draft) -> bool:
    """Does a clause behind the mention go on with what its doers did then ("shot by men who blocked his car in X")?

    Not with what they had done before, nor with what they are or do at other times.
    """
    chunk, lexicon = draft.context.parsed.chunks[clause.verb], draft.context.lexicon
    if draft.clause is None or clause.verb < draft.clause.verb or not (draft.event_type.violent and draft.people()):
        return False
    then = (chunk.past and not chunk.perfect) or chunk.shape == "gerund"
    if not then or draft.context.parsed.main(clause).verb in lexicon.words("dwelling_verbs"):
        return False
    doers = {entity.chunk for entity in draft.roles.get("agent", ())}
    return not doers.isdisjoint((*clause.subject, *clause.described))


def _coordinate(clause: Clause, context: Context) -> bool:
    """Is the participle one of a list that shares its auxiliary ("were killed and their bodies thrown")?"""
    chunks = context.parsed.chunks
    first = min((*clause.subject, clause.verb))
    return clause.link in context.lexicon.words("conjunctions") or (first > 0 and chunks[first - 1].kind == "conj")


def _noun_before(index: int, drafts: Sequence[Draft], context: Context) -> int:
    """The last noun of an event before a participle, no other verb between; -1 for none."""
    at = index - 1
    while at >= 0 and context.parsed.chunks[at].kind in WITHIN:
        if is_event_noun(at, drafts, context):
            return at
        at -= 1
    return -1


def is_ahead(owner: Clause, clause: Clause, context: Context) -> bool:
    """Is ``owner`` what a verb beside the mention's wants or orders ("decreed a curfew and ordered schools closed")?"""
    above = context.parsed.by_verb.get(owner.governor)
    if above is None or clause.verb in {above.verb, owner.verb} or owner.link in context.lexicon.words("parting_links"):
        return False
    return context.parsed.main(above).verb in context.lexicon.cues("planned_verbs")


def told_between(owner: Clause, clause: Clause, context: Context) -> bool:
    """Does somebody tell it in a clause between the two ("on Monday presented two men who said they had shot X")?"""
    parsed, verbs = context.parsed, context.lexicon.saying
    for current in parsed.upward(parsed.by_verb.get(clause.governor)):
        if current.verb == owner.verb:
            return False
        if parsed.main(current).verb in verbs:
            return parsed.governs(owner, current)
    return False
