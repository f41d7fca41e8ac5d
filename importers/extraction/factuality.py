"""Did it happen? Who says so? From the verb group, the clauses above it, and the words around a noun."""

from dataclasses import dataclass, replace

from importers.extraction.chunks import Chunk
from importers.extraction.clauses import Clause, Parsed
from importers.extraction.entities import Context, entities
from importers.extraction.nominals import Nominal
from importers.extraction.roles import Filled
from importers.extraction.word import Word
from store.records.report import Factuality


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it: a name or description with its offsets."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stance:
    """How a mention stands to what happened."""

    factuality: Factuality
    voice: Voice | None = None
    generic: bool = False
    """A habit, a rule or a hypothesis about events of this kind, not one of them."""
    attempted: bool = False
    background: bool = False
    why: str = ""


_MOST_LINKS = 6


def assess(filled: Filled, context: Context) -> Stance:
    """The factuality of a mention in its sentence."""
    parsed = context.parsed
    if filled.found.pos == "verb":
        assert filled.found.clause is not None
        stance = _of_clause(filled.found.clause, context)
        if filled.trigger.pointing:
            # "Police blame the rebels" is their word, and told in the present no habit.
            says = None if filled.found.clause.passive else _voice(filled.found.clause.subject, context)
            return replace(stance, voice=says or stance.voice, generic=False)
        return stance
    return _of_noun(filled, parsed, context)


def _of_clause(clause: Clause, context: Context, *, depth: int = 0) -> Stance:
    parsed, lexicon = context.parsed, context.lexicon
    chunk = parsed.chunks[clause.verb]
    own: Factuality | None = None
    why = ""
    if nobody := _nobody(clause, chunk, context):
        # "No group has claimed it": nothing is denied, nobody did anything.
        return Stance("denied", generic=True, why=f"“{nobody} ...”")
    if chunk.negated:
        own, why = "denied", "negated"
    elif chunk.modal and clause.link not in lexicon.cues("fact_links") and not _came_about(clause, context):
        if chunk.modal in lexicon.cues("planned_modals"):
            own, why = "planned", _MOOD_NAMES.get(chunk.modal, f"“{chunk.modal}”")
        elif chunk.perfect and chunk.modal in lexicon.cues("possible_modals"):
            own, why = "possible", _MOOD_NAMES.get(chunk.modal, f"“{chunk.modal} have”")
        else:
            own, why = "possible", _MOOD_NAMES.get(chunk.modal, f"“{chunk.modal}”")
    elif clause.link in lexicon.words("conditionals"):
        own, why = "possible", f"“{clause.link}”"
    elif chunk.progressive and not chunk.past and not chunk.perfect:
        own, why = "ongoing", "told as going on"
    generic = own in {None, "possible", "ongoing"} and _is_habit(clause, chunk, context)
    above = _above(clause, chunk, context, depth)
    generic = generic or clause.link in lexicon.cues("generic_links")
    attempted = above.attempted
    voice = above.voice or _voice_of(clause, context)
    if own is None or (chunk.modal in _MOODS and above.factuality == "denied"):
        own, why = above.factuality, above.why
    elif own == "denied" and above.factuality in {"denied", "possible", "planned"}:
        own = "possible"
    return Stance(own, voice, generic or above.generic, attempted, above.background, why)


def _came_about(clause: Clause, context: Context) -> bool:
    """Is it what something else "did not prevent"?"""
    governor = context.parsed.by_verb.get(clause.governor)
    if governor is None or clause.relative or clause.reduced or not context.parsed.chunks[governor.verb].negated:
        return False
    lexicon, chunk = context.lexicon, context.parsed.chunks[governor.verb]
    prevents = lexicon.cues("denied_verbs") & lexicon.cues("attempt_verbs")
    return chunk.past and not chunk.modal and context.parsed.main(governor).verb in prevents


def _nobody(clause: Clause, chunk: Chunk, context: Context) -> str:
    """The word by which the subject is nobody: "no group", "nobody", "ningún grupo"; "" if it is somebody."""
    parsed, lexicon = context.parsed, context.lexicon
    group = {word.lower for word in parsed.words[chunk.first : chunk.head]}
    if pronouns := group & lexicon.words("negative_pronouns"):
        return min(pronouns)
    if not clause.subject:
        return ""
    first = min(clause.subject)
    if first and parsed.words[parsed.chunks[first - 1].head].tag == "neg":
        # "Neither the guard nor his wife was hurt."
        return parsed.words[parsed.chunks[first - 1].head].lower
    opening = parsed.words[parsed.chunks[clause.subject[0]].first].lower
    return opening if opening in lexicon.words("negative_determiners") else ""


_HAPPENED = Stance("happened")
_MOOD_NAMES = {"fut": "in the future", "cond": "in the conditional", "subj": "in the subjunctive"}
_MOODS = frozenset({"cond", "subj"})
"""Forms by which a language tells what is only said: "negó que hayan tomado rehenes"."""


def _above(clause: Clause, chunk: Chunk, context: Context, depth: int) -> Stance:
    """What the clause that governs this one makes of it."""
    parsed, lexicon = context.parsed, context.lexicon
    governor = parsed.by_verb.get(clause.governor)
    if governor is None or depth >= _MOST_LINKS or clause.relative or clause.reduced:
        return _HAPPENED
    main = parsed.main(governor)
    verb = main.verb
    group = parsed.chunks[governor.verb]
    higher = _of_clause(governor, context, depth=depth + 1)
    if verb in lexicon.cues("continuing_verbs") and higher.factuality == "possible":
        # What is to be continued has begun.
        return Stance("happened", higher.voice)
    if chunk.shape == "infinitive" and clause.link in lexicon.words("negative_determiners"):
        # "Without firing a shot": it is said of no event.
        return Stance("denied", higher.voice, generic=True, why=f"“{clause.link}”")
    if _came_about(clause, context):
        return Stance("happened", higher.voice)
    of_deed = clause.link in lexicon.cues("fact_links") or verb in lexicon.words("blame_verbs")
    if chunk.shape == "infinitive" and of_deed:
        # "Al matar a dos"; "acusado de matar al alcalde"
        return Stance("happened", higher.voice)
    if chunk.shape == "infinitive":
        return higher if _is_ranked(clause, context) else _of_infinitive(main, governor, higher, context)
    behind = parsed.words[chunk.first - 1].lower if chunk.first else ""
    if chunk.shape == "gerund" and behind in lexicon.words("of") and verb not in lexicon.words("blame_verbs"):
        return Stance("possible", higher.voice, why="an aim or idea")
    if clause.link in lexicon.words("until") and (group.modal or group.negated):
        # "Will not rest until they are arrested"
        return Stance("possible", higher.voice, why=f"“{clause.link}”")
    if clause.link in lexicon.words("complementizers") and (rumour := _said_by_noun(clause, context)):
        return Stance("possible", higher.voice, why=f"“{rumour} {clause.link}”")
    if chunk.shape == "gerund" or clause.link in lexicon.words("conjunctions"):
        return _of_gerund(clause, chunk, governor, higher, context)
    if verb in lexicon.attribution.get("verbs", ()) or clause.link in lexicon.words("complementizers"):
        says = verb in lexicon.attribution.get("verbs", ()) and not governor.passive
        voice = _voice(governor.subject, context) if says else None
        voice = voice or higher.voice
        if verb in lexicon.cues("denied_verbs") and not group.negated:
            return Stance("denied", voice, why=f"“{main.lower}”")
        if verb in lexicon.cues("possible_verbs") or verb in lexicon.cues("planned_verbs") & lexicon.cues(
            "possible_verbs"
        ):
            return Stance("possible", voice, why=f"“{main.lower}”")
        return Stance("happened", voice)
    return _HAPPENED


def _said_by_noun(clause: Clause, context: Context) -> str:
    """Of "rumours that a child was taken" the noun that makes it a thing only said or feared, "" for none."""
    parsed = context.parsed
    before = [index for index in range(min((*clause.subject, clause.verb))) if parsed.chunks[index].kind == "np"]
    if not before or parsed.words[parsed.chunks[before[-1]].last].lower != clause.link:
        return ""
    head = parsed.words[parsed.chunks[before[-1]].head].lemma
    return head if head in context.lexicon.cues("possible_nouns") else ""


def _of_gerund(clause: Clause, chunk: Chunk, governor: Clause, higher: Stance, context: Context) -> Stance:
    """A gerund, or a clause joined by "and", shares what is said of the clause above it, but not all of it."""
    lexicon, main = context.lexicon, context.parsed.main(governor)
    verb, joined = main.verb, clause.link in lexicon.words("conjunctions")
    if chunk.shape == "gerund" and not joined and clause.link != ",":
        if verb in lexicon.cues("ended_verbs"):
            return Stance("denied", higher.voice, generic=True, why=f"“{main.lower}”")
        if clause.link and verb in lexicon.cues("planned_verbs"):
            # "Calls for attacking the town"
            return Stance("planned", higher.voice, why=f"“{main.lower} {clause.link}”")
    if chunk.shape == "gerund" and verb in lexicon.words("involve_verbs") and (plan := _plan(governor, context)):
        return Stance("possible", higher.voice, why=f"“{plan}”")
    if verb in lexicon.cues("denied_verbs") and not joined:
        return Stance("denied", higher.voice, why=f"“{main.lower}”")
    if verb in lexicon.cues("possible_verbs") and chunk.shape == "gerund" and clause.link != ",":
        return Stance("possible", higher.voice, attempted=verb in lexicon.cues("attempt_verbs"))
    negated = context.parsed.chunks[governor.verb].negated and not joined
    if higher.factuality == "denied" and not negated:
        return Stance("happened", higher.voice)
    return Stance(higher.factuality, higher.voice, higher.generic, higher.attempted, why=higher.why)


def _plan(clause: Clause, context: Context) -> str:
    """The noun by which the clause's subject is only thought of ("a plan that included ..."), "" for none."""
    chunks = (context.parsed.chunks[index] for index in range(clause.verb) if context.parsed.chunks[index].kind == "np")
    heads = [context.words[chunk.head].lemma for chunk in chunks]
    return next((head for head in heads[-2:] if head in context.lexicon.cues("possible_nouns")), "")


def _is_ranked(clause: Clause, context: Context) -> bool:
    """Is its subject one of a row ("the second mayor to be shot"), which tells that it came to that?"""
    words, lexicon = context.words, context.lexicon
    ranks = lexicon.words("ordinals") - lexicon.cues("planned_words")
    chunks = (context.parsed.chunks[index] for index in clause.subject)
    return any(word.lower in ranks for chunk in chunks for word in words[chunk.first : chunk.head])


def _of_infinitive(main: Word, governor: Clause, higher: Stance, context: Context) -> Stance:
    lexicon, verb = context.lexicon, main.verb
    if main.tag == "be" and lexicon.words("infinitive"):
        return Stance("planned", higher.voice, why=f"“{main.lower} to”")
    attempted = verb in lexicon.cues("attempt_verbs")
    if main.lower in lexicon.cues("planned_forms"):
        return Stance("planned", higher.voice, why=f"“{main.lower} to”")
    if verb in lexicon.cues("implicative_verbs") or _success(governor, context):
        return higher
    if verb in lexicon.cues("possible_verbs") or attempted:
        return Stance("possible", higher.voice, attempted=attempted, why=f"“{verb}”")
    if verb in lexicon.cues("planned_verbs"):
        return Stance("planned", higher.voice, why=f"“{verb}”")
    return Stance("possible", higher.voice, why="a purpose or wish")


def _success(governor: Clause, context: Context) -> bool:
    chunk = context.parsed.chunks[governor.verb]
    words = context.words[chunk.first : chunk.last]
    return any(word.lower in context.lexicon.cues("success_words") for word in words)


def _is_habit(clause: Clause, chunk: Chunk, context: Context) -> bool:
    """A simple present (but in a headline, where it is news) or an adverb of habit: "gangs often use violence"."""
    lexicon = context.lexicon
    words = context.words
    first = context.parsed.chunks[clause.before].first if clause.before < len(context.parsed.chunks) else 0
    stop = chunk.last
    habits = lexicon.cues("generic_words")
    if any(word.lower in habits for word in words[first:stop]):
        return True
    if context.headline and words[0].tag != "sub":
        # But "How bombs explode" and "When gangs kill" are told of no day.
        return False
    simple_present = (
        chunk.shape == "finite" and not chunk.past and not chunk.perfect and not chunk.progressive and not chunk.modal
    )
    if not (simple_present and any(e.plural and e.quantity is None for e in entities(clause.subject, context))):
        return False
    told = (e for nominal in (*clause.objects, *(n for _, n in clause.preps)) for e in entities(nominal, context))
    return all(entity.quantity is None or entity.quantity.rule == "article" for entity in told)


def _of_noun(filled: Filled, parsed: Parsed, context: Context) -> Stance:
    lexicon = context.lexicon
    words = parsed.words
    found = filled.found
    chunk = parsed.chunks[found.chunk]
    before = [words[at].lower for at in range(chunk.first, min(found.taken, default=chunk.first))]
    inside = [words[at].lower for at in range(chunk.first, chunk.last)]
    host = _infinitive_of(found.clause, found.chunk, parsed)
    voice = _voice_of(host, context) if host is not None else None
    higher = _of_clause(host, context) if host is not None else _HAPPENED
    voice = higher.voice or voice
    if any(word in lexicon.words("negative_determiners") for word in before):
        return Stance("denied", voice, why="“no ...”")
    if cancelled := _cancelled(found.chunk, context):
        return Stance("denied", voice, why=f"“{cancelled}”")
    generic = any(word in lexicon.cues("generic_words") for word in before)
    named = lexicon.words("definite") | lexicon.words("possessives") | lexicon.words("genitive")
    if higher.factuality == "denied" and higher.generic and not named.isdisjoint(before):
        # "Nobody claimed Sunday's bombing": what is named as known took place.
        higher = Stance("happened", higher.voice)
    for word in before:
        if word in lexicon.cues("attempt_words"):
            return Stance("possible", voice, generic, attempted=True, why=f"“{word}”")
        if word in lexicon.cues("planned_words"):
            return Stance("planned", voice, generic, why=f"“{word}”")
        if word in lexicon.cues("possible_words"):
            return Stance("possible", voice, generic, why=f"“{word}”")
    background = any(
        word in lexicon.cues("background_words") and not (at and inside[at - 1] in lexicon.cues("superlatives"))
        for at, word in enumerate(inside)
    )
    prep = _prep_before(found.chunk, parsed, lexicon.words("definite"))
    if prep in lexicon.words("negative_determiners"):
        return Stance("denied", voice, why=f"“{prep} ...”")
    if prep in lexicon.cues("background_before") and not _answered_for(filled, host):
        background = True
    definite = not named.isdisjoint(before)
    if not definite and (shade := _shade(found.chunk, context)):
        return Stance("possible", voice, generic or shade in lexicon.cues("ended_nouns"), why=f"“{shade} of”")
    shares = prep in lexicon.cues("shared_prepositions") and (not definite or lexicon.types[filled.type].wide)
    if higher.factuality == "planned" and shares:
        # "They will meet in a runoff"; but "they will testify in the bombing" is told of one that was.
        return Stance("planned", voice, generic, why=higher.why)
    if host is not None and prep and host.reduced and parsed.main(host).verb in lexicon.cues("planned_verbs"):
        return Stance("planned", voice, generic, why=f"“{parsed.main(host).lower}”")
    if host is None or (prep and prep not in lexicon.words("object_prepositions")):
        # After a preposition the noun tells of its event whatever the verb says.
        return Stance("happened", voice, generic, background=background)
    return _of_argument(filled, host, higher, Stance("happened", voice, generic, background=background), context)


def _cancelled(index: int, context: Context) -> str:
    """The verb that says of the event at chunk ``index`` that it was called off, "" for none."""
    parsed, verbs = context.parsed, context.lexicon.cues("cancelled_verbs")
    for clause in parsed.clauses:
        told = clause.subject if clause.passive else tuple(i for nominal in clause.objects for i in nominal)
        head = parsed.chunks[clause.verb].head
        verb = parsed.words[head].verb
        behind = f"{verb} {parsed.words[head + 1].lower}" if head + 1 < len(parsed.words) else verb
        if index in told and not {verb, behind}.isdisjoint(verbs):
            return behind if behind in verbs else verb
    return ""


def _answered_for(filled: Filled, host: Clause | None) -> bool:
    """Does the clause tell who did it ("the rebels claimed credit for the act"), which is news of it?"""
    if host is None or host.relative or host.reduced:
        return False
    told = {index for nominal in (host.subject, *host.objects) for index in nominal}
    return any(entity.chunk in told for entity in filled.roles.get("agent", ()))


def _shade(index: int, context: Context) -> str:
    """Of "the risk of attacks", "a halt to attacks" the noun that says that there were none, "" for none."""
    parsed, lexicon = context.parsed, context.lexicon
    of = lexicon.words("of") | lexicon.cues("shading_prepositions")
    if index < 2 or _prep_before(index, parsed, lexicon.words("definite")) not in of:
        return ""
    shades = lexicon.cues("possible_nouns") | lexicon.cues("ended_nouns")
    listed = any(chunk.kind == "conj" for chunk in parsed.chunks[index - 2 : index])
    for chunk in reversed(parsed.chunks[: index - 1]):
        head = parsed.words[chunk.head].lemma if chunk.kind == "np" else ""
        if head in shades:
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
    marked = [nominal for prep, nominal in host.preps if prep in lexicon.words("object_prepositions")]
    is_object = any(filled.found.chunk in nominal for nominal in (*host.objects, *marked))
    is_subject = filled.found.chunk in host.subject
    supports = verb in lexicon.words("light_verbs") | lexicon.words("occur_verbs") | lexicon.words("undergo_verbs")
    if is_object and verb in lexicon.cues("denied_verbs"):
        return Stance("denied", plain.voice, why=f"“{verb}”")
    if is_object and verb in lexicon.cues("ended_verbs") and not _is_known(filled, context):
        return Stance("denied", plain.voice, generic=True, why=f"“{verb}”")
    if is_object and verb in lexicon.words("undergo_verbs"):
        return Stance(higher.factuality, plain.voice, higher.generic, background=plain.background, why=higher.why)
    if is_object and verb in lexicon.cues("attempt_verbs"):
        return Stance("possible", plain.voice, attempted=True, why=f"“{verb}”")
    # "Sentenced for ordering the murder": what one answers for took place.
    answers = host.link in lexicon.words("blame_prepositions")
    says = verb in lexicon.attribution.get("verbs", ())
    told = says and (_is_named(filled, context) or verb in filled.trigger.with_verbs)
    if is_object and verb in lexicon.cues("planned_verbs") and not (told or answers):
        return Stance("planned", plain.voice, why=f"“{verb}”")
    if is_object and verb in lexicon.cues("possible_verbs"):
        return Stance("possible", plain.voice, why=f"“{verb}”")
    if is_subject and verb in lexicon.cues("appointing_verbs") and _is_appointed(host, context):
        return Stance("planned", plain.voice, why=f"“{verb}”")
    if (is_object or is_subject) and (supports or higher.factuality in {"possible", "planned", "denied"}):
        return Stance(higher.factuality, plain.voice, higher.generic, higher.attempted, plain.background, higher.why)
    return Stance("happened", plain.voice, plain.generic or higher.generic, background=plain.background)


def _is_known(filled: Filled, context: Context) -> bool:
    """Is it one event spoken of as known ("ended the siege")?"""
    chunk, lexicon = context.parsed.chunks[filled.found.chunk], context.lexicon
    named = lexicon.words("definite") | lexicon.words("possessives") | lexicon.words("genitive")
    plural = context.words[chunk.head].lower != context.words[chunk.head].lemma
    return not plural and any(word.lower in named for word in context.words[chunk.first : chunk.head])


def _is_named(filled: Filled, context: Context) -> bool:
    """Is it "the march", known already, and no "march" that is only announced?"""
    chunk = context.parsed.chunks[filled.found.chunk]
    before = {word.lower for word in context.words[chunk.first : chunk.head]}
    return not before.isdisjoint(context.lexicon.words("definite") | context.lexicon.words("possessives"))


def _is_appointed(host: Clause, context: Context) -> bool:
    """Is its day said by "for" ("is set for Sunday")?"""
    parsed, lexicon = context.parsed, context.lexicon
    after = parsed.chunks[host.verb + 1 : host.after + 1]
    return any(c.kind == "prep" and parsed.words[c.first].lower in lexicon.cues("appointed_for") for c in after)


def _prep_before(index: int, parsed: Parsed, definite: frozenset[str]) -> str:
    """The preposition before the noun phrase at chunk ``index``, "" for none; ``definite``: the words for "the"."""
    at = index - 1
    if at >= 0 and parsed.chunks[at].kind == "time" and parsed.words[parsed.chunks[index].first].tag in {"gen", "time"}:
        # "Over Wednesday night's car bombs": the preposition is that of the bombs.
        at -= 1
    article = at
    while article > 0 and parsed.chunks[article - 1].kind == "time":
        article -= 1
    if at >= 0 and parsed.chunks[at].kind == "time" and parsed.words[parsed.chunks[article].first].lower in definite:
        # "Following the 31 October blast": the article is that of the blast.
        at = article - 1
    while at >= 0 and parsed.chunks[at].kind in {"adv", "aside"}:
        at -= 1
    return parsed.words[parsed.chunks[at].first].lower if at >= 0 and parsed.chunks[at].kind == "prep" else ""


def _voice_of(clause: Clause | None, context: Context) -> Voice | None:
    """Who says the sentence: "according to X", or a verb of saying at its end ("..., police said")."""
    parsed, lexicon = context.parsed, context.lexicon
    sources = lexicon.attribution.get("prepositions", frozenset())
    for index, chunk in enumerate(parsed.chunks[:-1]):
        told = chunk.kind == "prep" and parsed.words[chunk.first].lower in sources
        if told and parsed.chunks[index + 1].kind == "np":
            return _voice((index + 1,), context)
    for other in parsed.clauses:
        if clause is not None and other.verb == clause.verb:
            continue
        leaning = parsed.chunks[other.verb].clitic
        if leaning >= 0 and parsed.words[leaning].lower in lexicon.words("reflexives"):
            # "Se negó a entregar las armas" says nothing.
            continue
        if parsed.main(other).verb in lexicon.attribution.get("verbs", ()) and not other.passive and not other.reduced:
            governs = clause is not None and (parsed.governs(other, clause) or other.verb > clause.verb)
            if governs and other.subject and not other.relative:
                return _voice(other.subject, context)
    return None


def _voice(nominal: Nominal, context: Context) -> Voice | None:
    nobody = context.lexicon.words("negative_determiners") | context.lexicon.words("negative_pronouns")
    if nominal and context.words[context.parsed.chunks[nominal[0]].first].lower in nobody:
        # "No group has claimed it."
        return None
    found = [
        entity
        for entity in entities(nominal, context)
        if not entity.pronoun and (entity.kind is None or entity.kind.cls == "person" or entity.named)
    ]
    if not found:
        return None
    return Voice(found[0].value, found[0].start, found[0].end)
