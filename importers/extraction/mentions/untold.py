"""Nouns of events that tell of none: what is played, forbidden, defined, hoped for or the plot of a story."""

from typing import Final

from importers.extraction.roles.filled import Filled
from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.clauses import Clause


def told_of_none(filled: Filled, host: Clause | None, prep: str, context: Context) -> str:
    """Why it is no deed told as done: a story's plot, what the law says, what is hoped for; "" if it is one."""
    if prep in context.lexicon.cues("plot_prepositions") and _is_plot(filled, context):
        return "the plot of a story"
    chunk = context.parsed.chunks[filled.found.chunk]
    if any(word.lower in context.lexicon.cues("feigned_words") for word in context.words[chunk.first : chunk.last]):
        return "a rehearsal"
    if host is not None and _is_judgement(filled, host, prep, context):
        return "what something is said to be"
    if host is not None and _is_hoped_for(filled.found.chunk, host, context):
        return "what somebody may help to bring about"
    if host is None or prep:
        return ""
    if _is_forbidden(filled, host, context):
        return "what is forbidden"
    if _is_breached(filled, host, context):
        return "what was agreed before"
    if context.parsed.main(host).verb in context.lexicon.cues("feigned_words"):
        return "a rehearsal"
    defined = filled.found.chunk in host.subject and host.objects and _tells_what_is(host, context)
    if defined and _is_bare(filled, context):
        return "what such a deed is"
    return "what it led to" if _sparked(filled.found.chunk, host, context) else ""


def is_commemorated(filled: Filled, context: Context) -> bool:
    """Is it what a day is kept in memory of ("ahead of the anniversary of the arrest", "a 20 años del asesinato")?"""
    chunks, words, at = context.parsed.chunks, context.words, filled.found.chunk
    if at < _OUTER or filled.found.pos == "verb":
        return False
    of, outer = words[chunks[at - 1].first], words[chunks[at - _OUTER].head]
    if of.lower not in context.lexicon.words("of"):
        return False
    if outer.lemma in context.lexicon.cues("recalling_nouns"):
        return True
    if outer.lower not in context.lexicon.cues("recalling_units"):
        return False
    # Neither "the day of the murder" nor how long it lasted ("tras 20 años de guerra"). An article may be one word with
    # the preposition.
    definite, before = context.lexicon.either("definite", "same"), words[chunks[at - _OUTER].head - 1].lower
    known = words[chunks[at].first].lower in definite or of.end - of.start > len(of.lower)
    return known and before not in definite


_OUTER: Final = 2
"""So many chunks before a noun stands the one that "of" ties it to."""


def _is_judgement(filled: Filled, host: Clause, prep: str, context: Context) -> bool:
    """Is it what somebody takes something for ("regard the ruling as an attack on the courts")?"""
    lexicon, first = context.lexicon, context.parsed.chunks[filled.found.chunk].first
    if prep not in lexicon.cues("judging_prepositions") or context.words[first].lower in lexicon.words("definite"):
        return False
    return context.parsed.main(host).verb in lexicon.cues("judging_verbs")


def _is_hoped_for(at: int, host: Clause, context: Context) -> bool:
    """Is it what information is to lead to ("a reward for information leading to the arrest of the killers")?

    Not what it led to ("a tip led to the arrest of two men", "acting on information leading to the arrest").
    """
    parsed, lexicon = context.parsed, context.lexicon
    if parsed.main(host).verb not in lexicon.cues("clue_verbs") or not host.verb < at < host.after:
        return False
    clue = host.subject[0] if host.subject else -1
    while clue > 0 and parsed.words[parsed.chunks[clue].head].lemma not in lexicon.cues("clue_nouns"):
        # "Information on the robbery that could lead to an arrest"
        clue = clue - 2 if parsed.chunks[clue - 1].kind == "prep" else -1
    if clue < 1:
        return False
    sought = parsed.words[parsed.chunks[clue - 1].first].lower in lexicon.cues("clue_prepositions")
    chunk = parsed.chunks[host.verb]
    return sought if chunk.shape == "gerund" else not (chunk.past or chunk.perfect)


def _is_forbidden(filled: Filled, host: Clause, context: Context) -> bool:
    """Is it what the law punishes ("the murder of a judge is punished with life"), not a march that is banned?"""
    penal = context.parsed.main(host).verb in context.lexicon.cues("penal_verbs")
    return penal and context.lexicon.types[filled.type].violent


def _is_breached(filled: Filled, host: Clause, context: Context) -> bool:
    """Is it what somebody keeps or breaks ("the truce was broken", "violated the curfew")?"""
    at, breaks = filled.found.chunk, context.lexicon.cues("breaching_verbs")
    befell = any(at in nominal for nominal in host.objects) or (host.passive and at in host.subject)
    return befell and context.lexicon.types[filled.type].wide and context.parsed.main(host).verb in breaks


def _is_bare(filled: Filled, context: Context) -> bool:
    """Does the noun of violence stand by itself, with no article and nobody whom it befell ("murder is a crime")?"""
    chunk = context.parsed.chunks[filled.found.chunk]
    alone = chunk.last - chunk.first == len(filled.found.taken) and not any(filled.roles.values())
    return alone and context.lexicon.types[filled.type].violent and not context.today


def _sparked(at: int, host: Clause, context: Context) -> bool:
    """Is it only said that something led to it, neither where nor when ("..., sparking protests")?

    What led to something took place: "the murder of two nurses in Loja drew protests".
    """
    if at in host.subject and not host.passive:
        return False
    inside = context.parsed.chunks[host.verb : host.after]
    led = context.parsed.main(host).verb in context.lexicon.cues("sparking_verbs")
    return led and not host.preps and all(chunk.kind != "time" for chunk in inside)


def _is_plot(filled: Filled, context: Context) -> bool:
    """Is it what a story is about, done to nobody by name ("a thriller about the murder of a judge")?"""
    parsed, at = context.parsed, filled.found.chunk - 2
    if at < 0 or parsed.words[parsed.chunks[at].head].lower not in context.lexicon.words("fictions"):
        return False
    return not any(entity.proper for entity in filled.roles.get("patient", ()))


def is_opinion(host: Clause, context: Context) -> bool:
    """Is it what its subject is said to be ("this decision is an attack on the press"), not that there is one?"""
    parsed = context.parsed
    if not (_tells_what_is(host, context) and host.subject):
        return False
    return not any(parsed.words[parsed.chunks[at].head].tag == "pron" for at in host.subject)


def _tells_what_is(host: Clause, context: Context) -> bool:
    """Does the clause say in the present tense what something is?"""
    chunk = context.parsed.chunks[host.verb]
    return context.parsed.main(host).tag == "be" and not (chunk.past or chunk.perfect or chunk.modal)
