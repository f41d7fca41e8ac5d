"""How a clause stands to what happened, by its verb group and by the clauses above it."""

from dataclasses import replace
from typing import Final

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.mentions.attribution import Voice, voice_in, voice_of
from importers.extraction.mentions.habits import asks_whether, is_habit
from importers.extraction.mentions.thoughts import aim_of, of_thought, planned_in
from importers.extraction.mentions.unproven import unproven
from importers.extraction.roles.charging import says_guilty
from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.chunks import Chunk
from importers.extraction.syntax.clauses import MOST_LINKS, Clause
from importers.extraction.syntax.word import Word
from store.records.record import record
from store.records.report import Factuality


@record
class Stance:
    """How a mention stands to what happened."""

    factuality: Factuality
    voice: Voice | None = None
    generic: bool = False
    """A habit, a rule or a hypothesis about events of this kind, not one of them."""
    attempted: bool = False
    background: bool = False
    why: str = ""

    @property
    def unreal(self) -> bool:
        """Is it only planned or possible, or denied?"""
        return self.factuality in {"planned", "possible", "denied"}


PURPOSE: Final = "a purpose or wish"


def of_clause(clause: Clause, context: Context, *, depth: int = 0) -> Stance:
    """What the clause says of its verb; ``depth``: how many clauses below the one that is asked about it stands."""
    chunk = context.parsed.chunks[clause.verb]
    if nobody := _nobody(clause, chunk, context) or (chunk.negated and _to_nobody(chunk, context)):
        # "No group has claimed it", "no detuvo a nadie": nothing is denied, nobody did anything or nothing was done.
        return Stance("denied", generic=True, why=f"“{nobody} ...”")
    own, why = _by_itself(clause, chunk, context)
    if own is None and (close := _came_close(chunk, context)):
        return Stance("possible", voice_of(clause, context), attempted=True, why=f"“{close}”")
    generic = own in {None, "possible", "ongoing"} and is_habit(clause, chunk, context)
    above = _of_noun(clause, chunk, context) or _inverted(clause, chunk, context)
    above = above or _above(clause, chunk, context, depth)
    if told := unproven(clause, context):
        above = replace(above, factuality=told[0], why=told[1])
    generic = generic or clause.link in context.lexicon.cues("generic_links")
    voice = above.voice or voice_of(clause, context)
    if own is None or (chunk.modal in _MOODS and above.factuality == "denied"):
        own, why = above.factuality, above.why
    elif own == "denied" and above.unreal:
        own = "possible"
    return Stance(own, voice, generic or above.generic, above.attempted, above.background, why)


def _by_itself(clause: Clause, chunk: Chunk, context: Context) -> tuple[Factuality | None, str]:
    """What the clause's own verb group or its link makes of it, and by which word; None where they say nothing."""
    lexicon = context.lexicon
    if chunk.negated and clause.link not in lexicon.words("conditionals"):
        return "denied", "negated"
    if not (clause.relative or clause.link) and asks_whether(context):
        return "possible", "a question"
    if chunk.modal and clause.link not in lexicon.cues("fact_links") and not _came_about(clause, context):
        return _by_modal(chunk, lexicon)
    if clause.link in lexicon.words("conditionals") or _is_awaited(clause, chunk, context):
        return "possible", f"“{clause.link}”"
    first, above = context.words[chunk.first], context.parsed.by_verb.get(clause.governor)
    bare = first.tag == "be" and first.lower == first.verb and chunk.shape == "finite"
    if bare and above is not None and context.parsed.main(above).verb in lexicon.cues("planned_verbs"):
        # "Demanded that Luis Paz be arrested", "demanded he be arrested"
        return "planned", "in the subjunctive"
    if context.words[chunk.first].tag == "be" and (aim := aim_of(clause, context)):
        # "Their intention was capturing him", "la intención era secuestrarlo"
        return "possible", f"“{aim}”"
    if chunk.progressive and not chunk.past and not chunk.perfect:
        return "ongoing", "told as going on"
    opens = clause.governor < 0 and clause.before == min(clause.subject, default=-1) == 0
    opens = opens and not (_is_ranked(clause, context) or _of_noun(clause, chunk, context))
    if chunk.shape == "infinitive" and opens and lexicon.words("infinitive"):
        # "Unions to march in Loja": so a headline says what is to come.
        return "planned", f"“{context.words[chunk.first].lower} ...”"
    return None, ""


def _by_modal(chunk: Chunk, lexicon: Lexicon) -> tuple[Factuality | None, str]:
    """What the modal verb or the mood of a verb group makes of it: of what somebody "could" do at last, nothing."""
    if chunk.modal in lexicon.cues("achieved_modals"):
        return None, ""
    planned = chunk.modal in lexicon.cues("planned_modals")
    told = f"“{chunk.modal} have”" if chunk.perfect and not planned else f"“{chunk.modal}”"
    return "planned" if planned else "possible", _MOOD_NAMES.get(chunk.modal, told)


def _came_close(chunk: Chunk, context: Context) -> str:
    """The adverb right before a verb by which it did not come to it ("nearly lynched", not "almost at once killed")."""
    before = context.words[chunk.head - 1].lower if chunk.head else ""
    return before if before in context.lexicon.cues("nearly_words") else ""


def _is_awaited(clause: Clause, chunk: Chunk, context: Context) -> bool:
    """Is it what is still to come: "until they are arrested", "before the vote begins", not "before they fled"?

    So is that on which something will hang ("talks will begin when the rebels free two nurses").
    """
    if chunk.shape != "finite" or chunk.past or chunk.perfect:
        return False
    above, lexicon = context.parsed.by_verb.get(clause.governor), context.lexicon
    if above is not None and clause.link in lexicon.words("when_links"):
        return context.parsed.chunks[above.verb].modal in lexicon.cues("planned_modals")
    return not context.today and clause.link in lexicon.words("next_links")


def _came_about(clause: Clause, context: Context) -> bool:
    """Is it what something else "did not prevent"?"""
    governor = context.parsed.by_verb.get(clause.governor)
    if governor is None or clause.relative or clause.reduced or not context.parsed.chunks[governor.verb].negated:
        return False
    lexicon, chunk = context.lexicon, context.parsed.chunks[governor.verb]
    return chunk.past and context.parsed.main(governor).verb in lexicon.preventing


def _nobody(clause: Clause, chunk: Chunk, context: Context) -> str:
    """The word by which the subject is nobody: "no group", "nobody", "ningún grupo"; "" if it is somebody."""
    parsed, lexicon = context.parsed, context.lexicon
    group = {word.lower for word in parsed.words[chunk.first : chunk.head]}
    if pronouns := group & lexicon.words("negative_pronouns"):
        return min(pronouns)
    if not clause.subject:
        return ""
    first = min(clause.subject)
    before = parsed.words[parsed.chunks[first - 1].head] if first else None
    if before is not None and (before.tag == "neg" or before.lower in lexicon.words("negative_conjunctions")):
        # "Neither the guard nor his wife was hurt."
        return before.lower
    opening = parsed.words[parsed.chunks[clause.subject[0]].first]
    # "No fewer than 12" are somebody.
    nobody = lexicon.either("negative_determiners", "negative_pronouns")
    return opening.lower if opening.tag != "num" and opening.lower in nobody else ""


def _to_nobody(chunk: Chunk, context: Context) -> str:
    """The word right behind the verb by which its object is nobody ("no detuvo a nadie"); "" if it is somebody."""
    lexicon = context.lexicon
    behind = [word.lower for word in context.words[chunk.last : chunk.last + 2]]
    if behind and behind[0] in lexicon.words("object_prepositions"):
        del behind[0]
    return behind[0] if behind and behind[0] in lexicon.words("negative_pronouns") else ""


HAPPENED = Stance("happened")
"""Told plainly, with nothing said against it."""
_MOOD_NAMES = {"fut": "in the future", "cond": "in the conditional", "subj": "in the subjunctive"}
_MOODS = frozenset({"cond", "subj"})
"""Forms by which a language tells what is only said: "negó que hayan tomado rehenes"."""


def _above(clause: Clause, chunk: Chunk, context: Context, depth: int) -> Stance:
    """What the clause that governs this one makes of it."""
    parsed, lexicon = context.parsed, context.lexicon
    governor = parsed.by_verb.get(clause.governor)
    # "Which is about to sign": what the relative clause describes with is its own infinitive.
    describes = clause.relative and not (governor is not None and governor.relative and chunk.shape == "infinitive")
    if governor is None or depth >= MOST_LINKS or describes or clause.reduced:
        return HAPPENED
    main = parsed.main(governor)
    verb = main.verb
    group = parsed.chunks[governor.verb]
    higher = of_clause(governor, context, depth=depth + 1)
    if _is_imminent(clause, governor, context):
        return Stance("planned", higher.voice, why=f"“{main.lower} {clause.link}”")
    if chunk.shape == "infinitive" and clause.link in lexicon.words("negative_determiners"):
        # "Without firing a shot": it is said of no event.
        return Stance("denied", higher.voice, generic=True, why=f"“{clause.link}”")
    begun = verb in lexicon.cues("continuing_verbs") and higher.factuality == "possible"
    if _came_about(clause, context) or (begun and clause.link not in lexicon.words("agent_prepositions")):
        # What is to be continued has begun.
        return Stance("happened", higher.voice)
    of_deed = clause.link in lexicon.cues("fact_links") or verb in lexicon.words("blame_verbs")
    # "Are said to have killed two", "claimed to have killed two"
    of_deed = of_deed or (chunk.perfect and (verb in lexicon.saying or verb in lexicon.words("raising_verbs")))
    # "Confesó haber matado a dos", but "negó haber matado a dos" and "take steps to arrest them"
    of_deed = of_deed or (verb in lexicon.either("claim_verbs", "share_verbs") and not governor.objects)
    of_deed = (of_deed or _came_next(clause, governor, context)) and verb not in lexicon.cues("denied_verbs")
    if chunk.shape == "infinitive" and (of_deed or (clause.passive and _is_ruled(governor, context))):
        # "Al matar a dos"; "acusado de matar al alcalde"; "a judge ordered six men to be held"
        return Stance("happened", higher.voice)
    if chunk.shape == "infinitive":
        done = _is_ranked(clause, context) or _gathered_for(clause, governor, context)
        return higher if done else _of_infinitive(main, governor, higher, context)
    if (
        chunk.shape == "gerund"
        and (_word_before(clause, context) in lexicon.words("of") or of_thought(clause, context))
        and verb not in lexicon.words("blame_verbs")
        and not says_guilty(governor, context)
    ):
        return Stance("possible", higher.voice, why="an aim or idea")
    if chunk.shape == "gerund" or clause.link in lexicon.words("conjunctions"):
        return _of_gerund(clause, chunk, governor, higher, context)
    if verb in lexicon.saying or clause.link in lexicon.words("complementizers"):
        says = verb in lexicon.saying and not governor.passive
        voice = voice_in(governor.subject, context) if says else None
        voice = voice or higher.voice
        if verb in lexicon.cues("denied_verbs") and not group.negated:
            return Stance("denied", voice, why=f"“{main.lower}”")
        if verb in lexicon.cues("possible_verbs"):
            return Stance("possible", voice, why=f"“{main.lower}”")
        if verb in lexicon.cues("planned_verbs") - lexicon.saying and not (chunk.past or chunk.perfect):
            # "Demanded that they resign"
            return Stance("planned", voice, why=f"“{main.lower} {clause.link}”")
        return Stance("happened", voice)
    return HAPPENED


def _is_imminent(clause: Clause, governor: Clause, context: Context) -> bool:
    """Is it what somebody "is about to" do ("está por firmar", not "está preso por matar a dos")?"""
    chunks = context.parsed.chunks
    near = governor.verb + 2 == clause.verb and chunks[clause.verb].shape == "infinitive"
    about = clause.link in context.lexicon.cues("imminent_links")
    return near and about and context.parsed.main(governor).tag == "be"


def _inverted(clause: Clause, chunk: Chunk, context: Context) -> Stance | None:
    """Of "had he been killed, ..." that it did not come about, of "has he been killed?" that it is asked, else None."""
    chunks, governor = context.parsed.chunks, context.parsed.by_verb.get(clause.governor)
    if governor is None or governor.subject or governor.objects or not clause.subject:
        return None
    verb, between = chunks[governor.verb], chunks[governor.verb + 1 : clause.verb]
    parted = context.words[verb.head].tag == "have" and verb.last - verb.first == 1
    if not parted or context.words[chunk.first].tag == "have" or {one.kind for one in between} - _IN_BETWEEN:
        return None
    return Stance("possible", generic=True, why="what would have been")


_IN_BETWEEN: Final = frozenset({"np", "adv", "aside"})


def _came_next(clause: Clause, governor: Clause, context: Context) -> bool:
    """Did what an infinitive tells follow ("lo ataron antes de matarlo", "lo golpearon hasta matarlo")?

    Not what somebody was kept from ("fue detenido antes de matarlo").
    """
    lexicon = context.lexicon
    kept = context.parsed.main(governor).verb in lexicon.words("pursue_verbs") or governor.passive
    return clause.link in lexicon.words("next_links") and (clause.passive or not kept)


def _is_ruled(governor: Clause, context: Context) -> bool:
    """Does a court decide by the clause what is done to somebody?"""
    heads = {context.words[context.parsed.chunks[index].head].lemma for index in governor.subject}
    return bool(heads & context.lexicon.words("courts")) and not governor.passive


def _word_before(clause: Clause, context: Context) -> str:
    """The word before a gerund, or before the first of a list ("the aim of robbing or killing him", "of theft and")."""
    chunks, at = context.parsed.chunks, clause.verb
    while at > 1 and chunks[at - 1].kind == "conj" and chunks[at - 2].last - chunks[at - 2].first == 1:
        at -= 2
    return context.words[chunks[at].first - 1].lower


def _of_noun(clause: Clause, chunk: Chunk, context: Context) -> Stance | None:
    """Of "an attempt to blow up a bridge", "un plan para matarlo": what the noun makes of the infinitive behind it."""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    at = context.parsed.nominals.scheme_of(clause.verb)
    if at < 0:
        return None
    noun = words[chunks[at].head].lemma
    attempted = noun in lexicon.cues("attempt_words")
    return Stance("possible", voice_of(clause, context), attempted=attempted, why=f"“{noun}”")


def _of_gerund(clause: Clause, chunk: Chunk, governor: Clause, higher: Stance, context: Context) -> Stance:
    """A gerund, or a clause joined by "and", shares what is said of the clause above it, but not all of it."""
    lexicon, main = context.lexicon, context.parsed.main(governor)
    verb, joined = main.verb, clause.link in lexicon.words("conjunctions")
    if chunk.shape == "gerund" and says_guilty(governor, context):
        return Stance("happened", higher.voice)
    evaded = clause.passive and governor.verb + 1 == clause.verb and verb in lexicon.cues("evading_verbs")
    if evaded or f"{verb} {clause.link}" in lexicon.cues("evading_verbs"):
        # "Narrowly escaped being shot", "was saved from being shot"
        return Stance("possible", higher.voice, higher.generic, attempted=True, why=f"“{main.lower}”")
    if chunk.shape == "gerund" and not joined:
        # "Ended up killing two", "terminaron matando a dos"
        ended_up = not {verb, f"{verb} {clause.link}"}.isdisjoint(lexicon.cues("implicative_verbs"))
        if verb in lexicon.cues("ended_verbs") | lexicon.cues("cancelled_verbs") and not ended_up:
            return Stance("denied", higher.voice, generic=True, why=f"“{main.lower}”")
        if clause.link and verb in lexicon.cues("planned_verbs"):
            # "Calls for attacking the town"
            return Stance("planned", higher.voice, why=f"“{main.lower} {clause.link}”")
    if chunk.shape == "gerund" and verb in lexicon.words("involve_verbs") and (plan := planned_in(governor, context)):
        return Stance("possible", higher.voice, why=f"“{plan}”")
    if verb in lexicon.cues("denied_verbs") and not joined:
        return Stance("denied", higher.voice, why=f"“{main.lower}”")
    blamed = verb in lexicon.words("blame_verbs") and clause.link in lexicon.words("blame_prepositions")
    if blamed and verb in lexicon.cues("possible_verbs") and higher.factuality == "happened":
        # "Are suspected of killing two": only who did it is.
        return Stance("happened", higher.voice)
    doubted = not {verb, f"{verb} {clause.link}"}.isdisjoint(lexicon.cues("possible_verbs"))
    if doubted and chunk.shape == "gerund" and clause.link != ",":
        # "Tried killing him", "were talking about killing him"
        return Stance("possible", higher.voice, attempted=verb in lexicon.cues("attempt_verbs"), why=f"“{main.lower}”")
    if chunk.shape == "gerund" and clause.link == "," and higher.why == PURPOSE:
        # "Opened fire to disperse a crowd, killing two": what they meant by it is one thing, what came of it another.
        above = context.parsed.by_verb.get(governor.governor)
        higher = of_clause(above, context) if above is not None else higher
    negated = context.parsed.chunks[governor.verb].negated and not joined
    if higher.factuality == "denied" and not negated:
        return Stance("happened", higher.voice)
    return Stance(higher.factuality, higher.voice, higher.generic, higher.attempted, why=higher.why)


def _is_ranked(clause: Clause, context: Context) -> bool:
    """Is its subject one of a row ("the second mayor to be shot"), which tells that it came to that?"""
    words, lexicon = context.words, context.lexicon
    ranks = lexicon.words("ordinals") - lexicon.cues("planned_words")
    chunks = (context.parsed.chunks[index] for index in clause.subject)
    return any(word.lower in ranks for chunk in chunks for word in words[chunk.first : chunk.head])


def _gathered_for(clause: Clause, governor: Clause, context: Context) -> bool:
    """Is it a protest that people gathered for ("thousands gathered to protest"), which they did by that?"""
    cues, main = context.lexicon.cues, context.parsed.main
    return main(governor).verb in cues("gathering_verbs") and main(clause).verb in cues("demonstrating_verbs")


def _of_infinitive(main: Word, governor: Clause, higher: Stance, context: Context) -> Stance:
    lexicon, verb = context.lexicon, main.verb
    attempted = verb in lexicon.cues("attempt_verbs")
    if main.lower in lexicon.cues("planned_forms"):
        return Stance("planned", higher.voice, why=f"“{main.lower} to”")
    if verb in lexicon.cues("hesitating_verbs") and context.parsed.chunks[governor.verb].negated:
        # "Did not hesitate to shoot", "no tardó en morir"
        return Stance("happened", higher.voice)
    if verb in lexicon.cues("implicative_verbs") or _success(governor, context) or _was_able(governor, context):
        return higher
    if verb in lexicon.cues("denied_verbs") and not context.parsed.chunks[governor.verb].negated:
        # "El ELN negó matar a dos", "negó haberlos matado"
        return Stance("denied", voice_in(governor.subject, context) or higher.voice, why=f"“{main.lower}”")
    if main.tag == "be" and _is_said_to_be("unable_words", governor, context):
        return Stance("possible", higher.voice, attempted=True, why=f"“{main.lower}”")
    if main.tag == "be" and (aim := aim_of(governor, context)):
        return Stance("possible", higher.voice, why=f"“{aim}”")
    if main.tag == "be" and lexicon.words("infinitive"):
        return Stance("planned", higher.voice, why=f"“{main.lower} to”")
    if verb in lexicon.cues("possible_verbs") or attempted:
        return Stance("possible", higher.voice, attempted=attempted, why=f"“{verb}”")
    if verb in lexicon.cues("planned_verbs"):
        return Stance("planned", higher.voice, why=f"“{verb}”")
    return Stance("possible", higher.voice, why=PURPOSE)


def _success(governor: Clause, context: Context) -> bool:
    chunk = context.parsed.chunks[governor.verb]
    words = context.words[chunk.first : chunk.last]
    return any(word.lower in context.lexicon.cues("success_words") for word in words)


def _was_able(governor: Clause, context: Context) -> bool:
    """Is it "were able to", which is told of what came about?"""
    return context.parsed.chunks[governor.verb].past and _is_said_to_be("able_words", governor, context)


def _is_said_to_be(cues: str, governor: Clause, context: Context) -> bool:
    """Does one of the cue words stand behind the verb ("were able", "was unable")?"""
    heads = (context.words[context.parsed.chunks[at].head] for at in range(governor.verb + 1, governor.after))
    return any(head.lemma in context.lexicon.cues(cues) for head in heads)
