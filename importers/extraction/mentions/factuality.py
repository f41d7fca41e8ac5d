"""Did it happen? Who says so? Of a verb by its clause, of a noun by the words around it and what is said of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from importers.extraction.mentions.attribution import accuser, voice_of
from importers.extraction.mentions.stances import HAPPENED, Stance, of_clause
from importers.extraction.mentions.untold import is_commemorated, is_opinion, told_of_none
from importers.extraction.roles.filled import Filled
from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.clauses import Clause, Parsed


def assess(filled: Filled, context: Context) -> Stance:
    """The factuality of a mention in its sentence."""
    if filled.found.pos == "verb":
        assert filled.found.clause is not None
        stance = of_clause(filled.found.clause, context)
        if none := _of_none(filled, context):
            return replace(stance, factuality="denied", why=f"“{none} ...”")
        if filled.trigger.pointing:
            if stance.factuality in {"possible", "planned"} and _is_believed(filled.found.clause, context):
                stance = replace(stance, factuality="happened", why="")
            # "Police blame the rebels" is their word, and told in the present no habit.
            return replace(stance, voice=accuser(filled.found.clause, context) or stance.voice, generic=False)
        return stance
    if filled.trigger.doers:
        # "The attackers are believed to be rebels": only who they are is believed.
        return Stance("happened", voice_of(filled.found.clause, context))
    stance = _of_noun(filled, context)
    # "The victims are two nuns" is no habit.
    return replace(stance, generic=False) if filled.trigger.pointing and filled.found.pos == "word" else stance


def _of_none(filled: Filled, context: Context) -> str:
    """The word by which the trigger's own noun is told of as none ("suffered no injuries"), "" for any other."""
    words, taken = context.words, filled.found.taken
    heads = (chunk for chunk in context.parsed.chunks if chunk.kind == "np" and chunk.head in taken)
    # "Hallados sin vida" is told of the dead.
    opening = (words[chunk.first].lower for chunk in heads if words[chunk.first].tag == "det")
    return next((word for word in opening if word in context.lexicon.words("negative_determiners")), "")


def _is_believed(clause: Clause, context: Context) -> bool:
    """Is it what somebody is "believed to" have done? As with the attackers, only who they are is believed."""
    above = context.parsed.by_verb.get(clause.governor)
    if above is None:
        return False
    if context.parsed.main(above).tag == "be" and not clause.objects:
        # "Is to blame" plans nothing.
        return context.parsed.main(clause).verb in context.lexicon.words("blame_verbs")
    raising = context.parsed.main(above).verb in context.lexicon.words("raising_verbs")
    return raising and not context.parsed.chunks[above.verb].negated


def _of_noun(filled: Filled, context: Context) -> Stance:
    lexicon, parsed, words, found = context.lexicon, context.parsed, context.words, filled.found
    opening = _opening(found.chunk, context)
    first = parsed.chunks[opening].first
    before = [words[at].lower for at in range(first, min(found.taken, default=first))]
    host = _infinitive_of(found.clause, found.chunk, parsed)
    higher = of_clause(host, context) if host is not None else HAPPENED
    # What "no group has claimed" is nobody's word, but the noun's event may be told of by somebody.
    voice = higher.voice or (voice_of(host, context) if higher.factuality == "denied" else None)
    if not lexicon.words("negative_determiners").isdisjoint(before):
        return Stance("denied", voice, why="“no ...”")
    if cancelled := _cancelled(found.chunk, context):
        return Stance("denied", voice, why=f"“{cancelled}”")
    generic = not lexicon.cues("generic_words").isdisjoint(before) or _of_a_kind(found.chunk, before, host, context)
    named = lexicon.either("definite", "possessives", "genitive")
    if higher.factuality == "denied" and higher.generic and not named.isdisjoint(before):
        # "Nobody claimed Sunday's bombing": what is named as known took place.
        higher = Stance("happened", higher.voice)
    if _is_any(found.chunk, context):
        return Stance("possible", voice, generic=True, why="whatever there may be")
    if doubt := _doubted(before, filled, context):
        return replace(doubt, voice=voice, generic=generic)
    prep = _tie(opening, host, context)
    if prep in lexicon.words("negative_determiners"):
        return Stance("denied", voice, why=f"“{prep} ...”")
    if host is not None and prep in lexicon.cues("appeal_prepositions") and _appeals(host, context):
        return Stance("planned", voice, why=f"“{parsed.main(host).lower} {prep}”")
    if host is not None and (why := _only_thought_of(filled, host, prep, context)):
        return Stance("possible", voice, generic, why=why)
    if why := told_of_none(filled, host, prep, context):
        return Stance("happened", voice, generic=True, why=why)
    background = _is_background(filled, host, prep, context)
    definite = not named.isdisjoint(before)
    if not definite and (shade := _shade(found.chunk, context)):
        return Stance("possible", voice, generic or shade in lexicon.cues("ended_nouns"), why=f"“{shade} of”")
    shares = prep in lexicon.cues("shared_prepositions") and (not definite or lexicon.types[filled.type].wide)
    if higher.factuality == "planned" and shares:
        # "They will meet in a runoff"; but "they will testify in the bombing" is told of one that was.
        return Stance("planned", voice, generic, why=higher.why)
    if host is not None and prep and host.reduced and _is_to_come(host, context):
        return Stance("planned", voice, generic, why=f"“{parsed.main(host).lower}”")
    if host is None or (prep and prep not in lexicon.words("object_prepositions")):
        # After a preposition the noun tells of its event whatever the verb says.
        return Stance("happened", voice, generic, background=background)
    return _of_argument(filled, host, higher, Stance("happened", voice, generic, background=background), context)


def _is_any(at: int, context: Context) -> bool:
    """Is it told by a clause in the present subjunctive, by which there need be none ("ataques que se produzcan")?"""
    chunks = context.parsed.chunks
    told = (clause for clause in context.parsed.clauses if clause.relative and at in clause.subject)
    return any(chunks[clause.verb].modal == "subj" and not chunks[clause.verb].past for clause in told)


def _of_a_kind(at: int, before: Sequence[str], host: Clause | None, context: Context) -> bool:
    """Is it only counted among its like ("the third such attack"), not told of ("the last such attack killed two")?"""
    if context.lexicon.cues("kind_words").isdisjoint(before):
        return _is_row(at, context)
    return host is None or at not in host.subject or context.parsed.main(host).tag == "be"


def _is_row(at: int, context: Context) -> bool:
    """Is it the row of which something else is said to be one ("part of a wave of attacks", "the latest in a string")?

    But "a wave of attacks left ten dead" is told of.
    """
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    if at < _ROW or words[chunks[at - 2].head].lemma not in lexicon.words("series"):
        return False
    joined = [chunk.kind for chunk in chunks[at - _ROW : at]] == ["np", "prep", "np", "prep"]
    member = chunks[at - _ROW]
    told = {word.lower for word in words[member.first : member.last]}
    return joined and not told.isdisjoint(lexicon.cues("row_members"))


_ROW: Final = 4
"""So many chunks stand from one of a row to what is in a row ("part", "of", "a wave", "of")."""


def _is_background(filled: Filled, host: Clause | None, prep: str, context: Context) -> bool:
    """Is it told as context, by its own words ("the recent attacks") or by those before it ("after the attack")?"""
    lexicon, chunk = context.lexicon, context.parsed.chunks[filled.found.chunk]
    words = [word.lower for word in context.words[chunk.first : chunk.last]]
    recalled = any(
        word in lexicon.cues("background_words") and not (at and words[at - 1] in lexicon.cues("superlatives"))
        for at, word in enumerate(words)
    )
    recalled = recalled or is_commemorated(filled, context)
    return recalled or (prep in lexicon.cues("background_before") and not _answered_for(filled, host))


def _is_to_come(host: Clause, context: Context) -> bool:
    """Does the clause plan what is to come ("tasked with the rescue"), and not seek somebody for what was done?"""
    verb = context.parsed.main(host).verb
    return verb in context.lexicon.cues("planned_verbs") - context.lexicon.words("pursue_verbs")


def _doubted(before: Sequence[str], filled: Filled, context: Context) -> Stance | None:
    """What the words before the noun say against it ("an attempted coup", "a planned march"), None for nothing.

    In "a suspected rebel attack" the doubt is who did it.
    """
    lexicon, at = context.lexicon, filled.found.chunk
    made = filled.type in lexicon.attempts
    own = context.parsed.chunks[at].possessor is None and any(e.chunk == at for e in filled.roles.get("agent", ()))
    for word in before:
        if word in lexicon.cues("attempt_words"):
            if made:
                # "A failed coup attempt" was made.
                continue
            return Stance("possible", attempted=True, why=f"“{word}”")
        if word in lexicon.cues("planned_words"):
            return Stance("planned", why=f"“{word}”")
        if word in lexicon.cues("possible_words") and not own:
            return Stance("possible", why=f"“{word}”")
    return None


def _cancelled(index: int, context: Context) -> str:
    """The verb that says of the event at chunk ``index`` that it was called off, or ruled out, "" for none."""
    parsed, lexicon = context.parsed, context.lexicon
    cancelled, denied = lexicon.cues("cancelled_verbs"), lexicon.cues("denied_verbs")
    for clause in parsed.clauses:
        told = (clause.subject,) if clause.passive else clause.objects
        own = any(index in nominal for nominal in told)
        if not own and (clause.passive or not any(index in nominal for _, nominal in clause.preps[:1])):
            continue
        head = parsed.chunks[clause.verb].head
        verb = parsed.words[head].verb
        behind = f"{verb} {parsed.words[head + 1].lower}" if head + 1 < len(parsed.words) else verb
        if behind in cancelled or (behind != verb and behind in denied):
            # Also "called off the march"
            return behind
        if own and verb in cancelled:
            return verb
    return ""


def _answered_for(filled: Filled, host: Clause | None) -> bool:
    """Does the clause tell who did it ("the rebels claimed credit for the act"), which is news of it?"""
    if host is None or host.relative or host.reduced:
        return False
    told = {index for nominal in (host.subject, *host.objects) for index in nominal}
    before = {index for _, nominal in host.preps for index in nominal if index < filled.found.chunk}
    return any(entity.chunk in told | before for entity in filled.roles.get("agent", ()))


def _shade(index: int, context: Context) -> str:
    """Of "the risk of attacks", "a halt to attacks" the noun that says that there were none, "" for none."""
    parsed, lexicon = context.parsed, context.lexicon
    prep = _prep_before(index, context) if index >= 2 else ""
    if prep not in lexicon.words("of") and prep not in lexicon.cues("shading_prepositions"):
        return ""
    listed = any(chunk.kind == "conj" for chunk in parsed.chunks[index - 2 : index])
    for chunk in reversed(parsed.chunks[: index - 1]):
        head = parsed.words[chunk.head].lemma if chunk.kind == "np" else ""
        if head in lexicon.cues("possible_nouns") or head in lexicon.cues("ended_nouns"):
            return head
        if (chunk.kind == "np" and not listed) or chunk.kind == "vg":
            # "A halt to attacks on towns and to kidnappings": the noun of a list's first is that of its last.
            return ""
    return ""


def _infinitive_of(host: Clause | None, index: int, parsed: Parsed) -> Clause | None:
    """Of "the vote is to be held", whose subject the noun at ``index`` is, the clause that says what of it."""
    if host is None or index not in host.subject or parsed.main(host).tag != "be":
        return host
    below = (c for c in parsed.clauses if c.governor == host.verb and parsed.chunks[c.verb].shape == "infinitive")
    return next((clause for clause in below if index in clause.subject), host)


def _of_argument(filled: Filled, host: Clause, higher: Stance, plain: Stance, context: Context) -> Stance:
    """A noun that is subject or object of a verb shares its modality; some verbs deny or plan their object."""
    parsed, lexicon = context.parsed, context.lexicon
    verb = parsed.main(host).verb
    objects = host.objects_with(lexicon.words("object_prepositions"))
    is_object = any(filled.found.chunk in nominal for nominal in objects)
    is_object = is_object or _joins_object(filled.found.chunk, host, parsed)
    is_subject = filled.found.chunk in host.subject
    thwarted = verb in lexicon.preventing and (is_object or (is_subject and host.passive))
    if thwarted and lexicon.types[filled.type].attempt:
        # "The army foiled a coup": somebody had tried.
        return Stance("possible", plain.voice, higher.generic, attempted=True, why=f"“{verb}”")
    if is_subject and verb in lexicon.cues("failing_verbs") and not lexicon.types[filled.type].mutual:
        # "A bomb failed to explode"
        return Stance("possible", plain.voice, higher.generic, attempted=True, why=f"“{verb}”")
    made = filled.type in lexicon.attempts and verb in lexicon.cues("attempt_verbs")
    supports = _supports(host, context)
    undone = (is_object and verb in lexicon.cues("denied_verbs")) or thwarted
    if undone and not made:
        return Stance("denied", plain.voice, why=f"“{verb}”")
    if is_object and verb in lexicon.cues("ended_verbs") and not _is_known(filled, context):
        return Stance("denied", plain.voice, generic=True, why=f"“{verb}”")
    if is_object and filled.found.pos == "noun" and is_opinion(host, context):
        return Stance("happened", plain.voice, generic=True, why="what something is said to be")
    if is_object and verb in lexicon.words("undergo_verbs"):
        return Stance(higher.factuality, plain.voice, higher.generic, background=plain.background, why=higher.why)
    if is_object and _is_ordered(filled, host, context):
        return plain
    # "Sentenced for ordering the murder": what one answers for took place.
    answers = host.link in lexicon.words("blame_prepositions")
    # "Announced the march", "ordered a curfew": a measure that is ordered is taken.
    measure = lexicon.types[filled.type].wide and filled.trigger.frame.verb.get("object") == "theme"
    told = (verb in lexicon.saying and _is_named(filled, context)) or (
        verb in filled.trigger.with_verbs and (verb in lexicon.saying or measure)
    )
    # "A march was called for Monday"; the attack that "was planned in Cali" is one of which the reader knows.
    called = is_subject and host.passive and not _is_named(filled, context)
    called = called and (not lexicon.types[filled.type].violent or _is_appointed(host, context))
    if (is_object or called) and verb in lexicon.cues("planned_verbs") and not (told or answers):
        return Stance("planned", plain.voice, why=f"“{verb}”")
    # "An attack was threatened"; talks that are threatened are to be, whoever threatens them.
    feared = is_subject and host.passive and lexicon.types[filled.type].violent and not _is_named(filled, context)
    if (is_object or feared) and verb in lexicon.cues("possible_verbs"):
        return Stance("possible", plain.voice, why=f"“{verb}”")
    if is_subject and verb in lexicon.cues("appointing_verbs") and _is_appointed(host, context):
        return Stance("planned", plain.voice, why=f"“{verb}”")
    # "The attack is not against the town": to say what an event is not takes it for known.
    known = is_subject and (not supports or parsed.main(host).tag == "be")
    spoken_of = known and (_is_known_deed(filled, context) or _is_spoken_of(filled, host, higher, context))
    if spoken_of or (is_subject and _hurt_nobody(host, higher, context)):
        # "The murder of Ana Mora will not go unpunished", "Ana Mora's arrest was not explained": it took place.
        return plain
    answered = verb in lexicon.either("known_verbs", "answering_verbs")
    if is_object and not supports and lexicon.types[filled.type].violent and (answered or _is_known(filled, context)):
        # "They will investigate the attack", "marched to protest an attack": whatever comes of it, it was.
        return Stance("happened", plain.voice, plain.generic, background=plain.background)
    if (is_object or is_subject) and (supports or higher.unreal):
        generic = plain.generic or higher.generic
        return Stance(higher.factuality, plain.voice, generic, higher.attempted, plain.background, higher.why)
    return Stance("happened", plain.voice, plain.generic or higher.generic, background=plain.background)


def _hurt_nobody(host: Clause, higher: Stance, context: Context) -> bool:
    """Is only what came of it denied ("an attack did not cause any deaths")?"""
    causes = context.parsed.main(host).verb in context.lexicon.words("cause_verbs")
    return causes and bool(host.objects) and higher.factuality == "denied"


def _joins_object(at: int, host: Clause, parsed: Parsed) -> bool:
    """Is it the second thing that is asked for, the first with a phrase of its own ("a ban on X and arrest of Y")?"""
    first = host.objects[0][-1] if host.objects else at
    if at < 1 or parsed.chunks[at - 1].kind != "conj" or not host.verb < first < at:
        return False
    return any(at in nominal[1:] for _, nominal in host.preps)


def _supports(host: Clause, context: Context) -> bool:
    """Does the verb say of an event's noun no more than that it takes place, or who does or suffers it?

    Not where it says what or whose it is ("the raid was no isolated case", "was not claimed").
    """
    lexicon, main = context.lexicon, context.parsed.main(host)
    if (main.tag == "be" and host.objects) or (host.passive and main.verb in lexicon.words("claim_verbs")):
        return False
    return main.verb in lexicon.either("light_verbs", "occur_verbs", "undergo_verbs")


def _appeals(host: Clause, context: Context) -> bool:
    """Does it call for something ("called for the release"), and seek nobody for it ("wanted for the murder")?"""
    verb, lexicon = context.parsed.main(host).verb, context.lexicon
    sought = host.passive or context.parsed.chunks[host.verb].clitic >= 0
    sought = sought or bool(host.objects_with(lexicon.words("object_prepositions")))
    return verb in lexicon.cues("planned_verbs") and not sought


def _only_thought_of(filled: Filled, host: Clause, prep: str, context: Context) -> str:
    """The verb and its preposition that tell of what may come ("warned of attacks"), "" for "warned of the attack"."""
    phrase = f"{context.parsed.main(host).verb} {prep}"
    found = bool(prep) and phrase in context.lexicon.cues("possible_verbs") and not _is_named(filled, context)
    return f"“{phrase}”" if found else ""


def _is_known(filled: Filled, context: Context) -> bool:
    """Is it one event spoken of as known ("ended the siege")?"""
    chunk, lexicon = context.parsed.chunks[filled.found.chunk], context.lexicon
    named = lexicon.either("definite", "possessives", "genitive")
    plural = context.words[chunk.head].lower != context.words[chunk.head].lemma
    return not plural and any(word.lower in named for word in context.words[chunk.first : chunk.head])


def _is_named(filled: Filled, context: Context) -> bool:
    """Is it "the march", known already, and no "march" that is only announced?"""
    chunk = context.parsed.chunks[filled.found.chunk]
    before = {word.lower for word in context.words[chunk.first : chunk.head]}
    return not before.isdisjoint(context.lexicon.either("definite", "possessives", "genitive"))


def _is_ordered(filled: Filled, host: Clause, context: Context) -> bool:
    """Is it violence known already that somebody "ordered", "planned": does the clause tell who was behind it?"""
    parsed, chunk = context.parsed, context.parsed.chunks[host.verb]
    behind = parsed.main(host).verb in context.lexicon.words("light_verbs") and (chunk.past or chunk.perfect)
    return behind and context.lexicon.types[filled.type].violent and _is_named(filled, context)


def _is_known_deed(filled: Filled, context: Context) -> bool:
    """Is it violence or an arrest named as known, and of somebody called by a name ("the murder of Ana Mora")?"""
    named = any(entity.proper for entity in filled.roles.get("patient", ()))
    kind = context.lexicon.types[filled.type]
    return named and (kind.violent or bool(kind.lawful)) and _is_named(filled, context)


def _is_spoken_of(filled: Filled, host: Clause, higher: Stance, context: Context) -> bool:
    """Is a deed named as known, of which only something else is denied or doubted ("the raid was no isolated case")?

    That a deed "did not succeed" or "could be imminent" is said of whether it took place.
    """
    lexicon, parsed = context.lexicon, context.parsed
    deed = lexicon.types[filled.type].violent or filled.type in lexicon.attempts
    if not (deed and _is_known(filled, context)):
        return False
    if higher.factuality == "denied":
        return parsed.main(host).verb not in lexicon.cues("implicative_verbs")
    return higher.factuality == "possible" and parsed.main(host).tag == "be" and bool(host.objects)


def _is_appointed(host: Clause, context: Context) -> bool:
    """Is its day said by "for" ("is set for Sunday")?"""
    parsed, lexicon = context.parsed, context.lexicon
    after = parsed.chunks[host.verb + 1 : host.after + 1]
    return any(c.kind == "prep" and parsed.words[c.first].lower in lexicon.cues("appointed_for") for c in after)


def _opening(index: int, context: Context) -> int:
    """The chunk in which a noun phrase begins that a time parts ("in response to its alleged | 4 April | attack")."""
    parsed, at = context.parsed, index - 1
    while parsed.nominals.kind(at) == "time":
        at -= 1
    parted = at < index - 1 and parsed.nominals.kind(at) == "np" and parsed.nominals.kind(at - 1) == "prep"
    return at if parted and context.words[parsed.chunks[at].first].tag in {"det", "poss"} else index


def _tie(index: int, host: Clause | None, context: Context) -> str:
    """The preposition before the noun phrase at chunk ``index``, but the verb's own ("will carry out an attack")."""
    prep = _prep_before(index, context)
    own = host is not None and f"{context.parsed.main(host).verb} {prep}" in context.lexicon.words("light_verbs")
    return "" if own else prep


def _prep_before(index: int, context: Context) -> str:
    """The preposition before the noun phrase at chunk ``index``, "" for none."""
    kind, lower = context.parsed.nominals.kind, context.parsed.nominals.lower
    article = at = index - 1
    while kind(article - 1) == "time":
        article -= 1
    if kind(at) == "time" and lower(article) in context.lexicon.words("definite"):
        # "Following the 31 October blast": the article is that of the blast.
        at = article - 1
    while kind(at) in {"adv", "aside"}:
        at -= 1
    return lower(at) if kind(at) == "prep" else ""
