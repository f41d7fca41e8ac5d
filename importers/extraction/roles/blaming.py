"""Who answers for an event: who claims it, is blamed or tried for it, is said to be behind it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Final

from importers.extraction.lexicon.lexicon import first_words, phrases
from importers.extraction.roles.charging import lays_charge, mutual_in, pointed_at, says_guilty
from importers.extraction.roles.fillers import is_charged, is_told, put
from importers.extraction.roles.following import laid_to, list_from
from importers.extraction.roles.guilt import answerable, denies, tells_who, who_says
from importers.extraction.roles.members import is_copula
from importers.extraction.roles.predicates import says_unhurt
from importers.extraction.roles.support import by_nobody, describes, is_of_a_side, themselves
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.syntax.chunked import SKIP
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal, of_complement


def blamed(roles: dict[str, list[Entity]], found: Found, slots: Mapping[str, str], context: Context) -> Entity | None:
    """Who claims an event or is blamed for it: "X claimed responsibility for the attack", "attributed to X".

    Returns the pronoun where that is all the sentence has for them ("he was charged with the murder of Ana Mora").
    """
    pronoun: Entity | None = None
    if "agent" not in slots.values() or roles.get("agent"):
        return None
    for clause in context.parsed.clauses:
        if not _may_answer(clause, context) or denies(clause, context) or by_nobody(clause, context):
            continue
        for nominal in _culprits(clause, found, context):
            for entity in _spoken_for(nominal, clause, context) if nominal else pointed_at(clause, context):
                pronoun = entity if entity.pronoun and lays_charge(clause, context) else pronoun
                if not entity.pronoun and entity.chunk != found.chunk and tells_who(entity, context):
                    put(roles, "agent", _without_deed(entity, found, context))
                    # "Blamed the rebels for the attack", in another order: they did not suffer it.
                    roles["patient"] = [other for other in roles.get("patient", ()) if other.start != entity.start]
        if roles.get("agent"):
            return None
    host = found.clause
    if host is not None and denies(host, context) and not context.parsed.chunks[host.verb].negated:
        # "The front denied being the author of the attack"
        return None
    for nominal in answerable(found, context):
        for entity in entities(nominal, context):
            if not entity.pronoun:
                put(roles, "agent", entity)
    return None if roles.get("agent") else pronoun


def _without_deed(entity: Entity, found: Found, context: Context) -> Entity:
    """Whom "accused the junta of the attack" blames, without the deed."""
    if not entity.start < context.words[found.first].start < entity.end:
        return entity
    end = context.words[context.parsed.chunks[entity.chunk].last - 1].end
    behind = " ".join(context.text[end : entity.end].split())
    return replace(entity, end=end, value=entity.value.removesuffix(behind).strip())


def says_for_what(clause: Clause, context: Context, own: Collection[str] = ()) -> bool:
    """Does "blamed the rebels" go on with what for, so that it points back at nothing?

    So does a relative clause, with the noun that it tells more of ("the search, in which two men took part"). ``own``:
    the prepositions that stand before who did it.
    """
    parsed, saying = context.parsed, context.lexicon.saying
    opening = [chunk.kind for chunk in parsed.chunks[max(clause.before - 2, 0) : clause.before]]
    if opening == ["prep", "rel"]:
        return True
    aside = context.lexicon.either("conjunctions", "contrast", "subordinators")
    below = (
        other
        for other in parsed.clauses
        if other.governor == clause.verb and not other.relative and other.link not in aside
    )
    lexicon, verb = context.lexicon, parsed.main(clause).verb
    ties = lexicon.words("blame_prepositions")
    if verb in lexicon.words("attribute_verbs"):
        # "(An attack that) the army blamed on the rebels"
        ties |= lexicon.words("attribute_prepositions")
    if verb in first_words(lexicon.words("share_verbs")):
        ties |= lexicon.words("shared_in")
    what_for = any(prep in ties and prep not in own for prep, _ in clause.preps) or _of_a_charge(clause, context)
    # But "carried it out, police said", "blamed the rebels, but gave no proof".
    return what_for or any(parsed.main(other).verb not in saying for other in below)


def _of_a_charge(clause: Clause, context: Context) -> bool:
    """Does "of" tie to whom the clause blames what for, no part of them ("accused the army of corruption")?"""
    parsed = context.parsed
    if parsed.main(clause).verb not in context.lexicon.words("blame_verbs"):
        return False
    whom = _whom(clause, context)
    at = of_complement(parsed.chunks, parsed.words, whom[-1], context.lexicon) if whom else -1
    told = entities((at,), context) if at >= 0 else ()
    return bool(told) and not any(entity.named or entity.cls not in {"", "idea"} for entity in told)


def _culprits(clause: Clause, found: Found, context: Context) -> Iterator[Nominal]:
    """Whom the clause makes answerable for the event, if it does."""
    parsed, lexicon = context.parsed, context.lexicon
    verb = parsed.main(clause).verb
    among = (*clause.objects, *(nominal for _, nominal in clause.preps), *_resumed(clause, context))
    told = any(is_charged(found, nominal, context) for nominal in among)
    of_it = is_told(found, clause.subject, context)
    of_it = of_it or describes(clause, found, context) or _laid_on(clause, found, context)
    of_it = of_it or _is_authorship(clause, found, context)
    asked = _is_asked_of(clause, found, context)
    if not told and not of_it and clause is not found.clause and not asked:
        yield from _blamed_besides(clause, found, context)
        return
    if verb in lexicon.words("claim_verbs") and not of_it and _claims(clause, found, context):
        yield who_says(clause, context)
    elif verb in lexicon.words("claim_verbs") - lexicon.words("attribute_verbs") and clause.passive and of_it:
        # "El atentado fue reivindicado por el ELN"
        yield next(clause.phrases(lexicon.words("agent_prepositions")), ())
    elif (
        verb in lexicon.words("blame_verbs")
        and not of_it
        and (clause.passive or not any(found.chunk in nominal for nominal in clause.objects))
    ):
        yield clause.subject if clause.passive or is_to_be(clause, context) else _whom(clause, context)
    elif (told or asked) and not clause.passive and _takes_part(clause, context):
        yield clause.subject
    elif _is_pursued(clause, found, context):
        yield clause.subject if clause.passive else _whom(clause, context)
    elif verb in lexicon.words("attribute_verbs") and (told or of_it):
        yield next((nominal for _, nominal in laid_to(found, clause, context)), ())
    elif says_guilty(clause, context):
        if verb in lexicon.words("blame_with"):
            yield clause.subject if clause.passive else _whom(clause, context)
        elif is_copula(clause, context) and told:
            yield clause.subject
    elif of_it and not clause.passive and verb in lexicon.words("involving_verbs"):
        # "The attack involved rebels", not "involved two buses".
        yield from (nominal for nominal in clause.objects if all(map(is_of_a_side, entities(nominal, context))))
    elif is_copula(clause, context):
        yield from _is_work_of(clause, found, context)


def _resumed(clause: Clause, context: Context) -> Iterator[Nominal]:
    """For what it blames whom a relative clause describes ("blames Luis Paz, who lives in Loja, for the attack")."""
    parsed, ties = context.parsed, context.lexicon.words("blame_prepositions")
    if parsed.main(clause).verb not in context.lexicon.words("blame_verbs"):
        return
    for other in parsed.clauses:
        for prep, nominal in other.preps if other.relative and other.governor == clause.verb else ():
            comma = parsed.chunks[max(nominal[0] - 2, 0)]
            if prep in ties and parsed.words[comma.first].lower == ",":
                yield nominal


def _may_answer(clause: Clause, context: Context) -> bool:
    """May the clause make somebody answerable, as one that says what somebody is? Few verbs do."""
    verb, lexicon = context.parsed.main(clause).verb, context.lexicon
    lays = verb in lexicon.either(*_LAYING_ON) or verb in first_words(lexicon.words("share_verbs"))
    return lays or is_copula(clause, context)


_LAYING_ON: Final = (
    "attribute_verbs", "blame_verbs", "blame_with", "claim_verbs", "involving_verbs", "pursue_verbs", "tie_verbs",
)  # fmt: skip


def _is_authorship(clause: Clause, found: Found, context: Context) -> bool:
    """Is the subject the responsibility for the event ("la autoría del ataque fue reivindicada")?"""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    ties = lexicon.either("of", "blame_prepositions")
    return any(
        words[chunks[at].head].lemma in lexicon.words("claim_nouns")
        and at + 2 == found.chunk
        and words[chunks[at + 1].first].lower in ties
        for at in clause.subject
    )


def _blamed_besides(clause: Clause, found: Found, context: Context) -> Iterator[Nominal]:
    """Whom a clause behind the deed's blames without a word of what for ("police suspect X"), or blames "it" on."""
    lexicon, chunks = context.lexicon, context.parsed.chunks
    verb = context.parsed.main(clause).verb
    if clause.verb < found.chunk or clause.passive or clause.relative:
        return
    objects = [at for nominal in clause.objects for at in nominal]
    pronoun = len(objects) == 1 and context.words[chunks[objects[0]].first].lower in lexicon.words("body_pronouns")
    if verb in lexicon.words("attribute_verbs") and pronoun:
        yield next(clause.phrases(lexicon.words("attribute_prepositions")), ())
    elif verb in lexicon.words("involving_verbs"):
        # "The protests began after an operation involving soldiers": in what else they are involved.
        return
    elif verb in lexicon.words("blame_verbs") and objects and not pronoun and not says_for_what(clause, context):
        yield _whom(clause, context)


def _whom(clause: Clause, context: Context) -> Nominal:
    """Whom the clause blames: its object, also one that a preposition marks ("responsabilizó al frente del ataque").

    Of those who blame each other it is they.
    """
    if mutual_in(clause.verb, clause.after, context):
        return clause.subject
    return next(iter(clause.objects_with(context.lexicon.words("object_prepositions"))), clause.described)


def is_to_be(clause: Clause, context: Context) -> bool:
    """Is it "is to blame", which says of its subject what is done to it?

    But "the prosecutor asked to try two men for the murder" says it of the two.
    """
    parsed = context.parsed
    above = parsed.by_verb.get(clause.governor)
    if above is None or parsed.main(clause).verb not in context.lexicon.words("blame_verbs"):
        return False
    infinitive = parsed.chunks[clause.verb].shape == "infinitive" and above.verb == clause.verb - 1
    return infinitive and parsed.main(above).tag == "be"


def _takes_part(clause: Clause, context: Context) -> bool:
    """Is the verb one of sharing in a deed, if need be with its object ("took part")?"""
    parsed = context.parsed
    behind = {word.lower for word in parsed.words[parsed.chunks[clause.verb].head + 1 :][:2]}
    if not behind.isdisjoint(context.lexicon.words("negations")):
        # "Pleaded not guilty"
        return False
    shares = phrases(context.lexicon.words("share_verbs"))
    return any(first == parsed.main(clause).verb and behind.issuperset(rest) for first, *rest in shares)


def _is_pursued(clause: Clause, found: Found, context: Context) -> bool:
    """Does the verb tie somebody to the deed, or is that what they are arrested, tried, sought for?"""
    lexicon, verb = context.lexicon, context.parsed.main(clause).verb
    ties = lexicon.words("tied_to") if verb in lexicon.words("tie_verbs") else frozenset[str]()
    if verb in lexicon.words("pursue_verbs"):
        ties |= lexicon.words("pursued_for")
    return any(prep in ties and is_told(found, nominal, context) for prep, nominal in clause.preps)


def _is_asked_of(clause: Clause, found: Found, context: Context) -> bool:
    """Is it "(an attack) for which X claimed responsibility": a relative clause whose preposition stands before it?"""
    chunks, words = context.parsed.chunks, context.words
    first = min((*clause.subject, clause.verb)) - 1
    if first < 2 or chunks[first].kind != "rel" or chunks[first - 1].kind != "prep":
        return False
    deeds = (at for at in range(first - 2, -1, -1) if context.lexicon.names_deed(words[chunks[at].head].lemma))
    return next(deeds, -1) == found.chunk


def _laid_on(clause: Clause, found: Found, context: Context) -> bool:
    """Is it a relative clause behind all that is told of the event?

    "(An attack in Loja) that the army blamed on X", "(an attack that killed two,) which the army blames on X"
    """
    chunks, lexicon = context.parsed.chunks, context.lexicon
    if context.parsed.main(clause).verb not in lexicon.words("attribute_verbs") or not clause.subject:
        return False
    rel = min(clause.subject) - 1
    if rel <= found.chunk or chunks[rel].kind not in {"rel", "comp"}:
        return False
    between = range(found.chunk + 1, rel)
    other = any(lexicon.names_deed(context.words[chunks[at].head].lemma) for at in between)
    inside = between if chunks[rel - 1].kind != "punct" else between[:-1]
    return not other and all(chunks[at].kind in {"np", "prep", "rel", "vg", *SKIP} for at in inside)


def _is_work_of(clause: Clause, found: Found, context: Context) -> Iterator[Nominal]:
    """Those whose "work" the clause says the event is, or who it says were "behind" it."""
    lexicon, chunks, words = context.lexicon, context.parsed.chunks, context.words
    nobody = lexicon.words("nobody")
    if is_told(found, clause.subject, context):
        works = any(
            words[chunks[at].head].lemma in lexicon.words("works") for nominal in clause.objects for at in nominal
        )
        makers = lexicon.either("agent_prepositions", "of")
        if works:
            yield from clause.phrases(makers)
            yield from (
                list_from(at + 2, context)
                for nominal in clause.objects
                for at in nominal
                if at + 2 < len(chunks)
                and words[chunks[at + 1].first].lower in makers
                and chunks[at + 2].kind == "np"
                # "An act of domestic or foreign terrorism"
                and not any(words[chunks[one].head].lemma in nobody for one in list_from(at + 2, context))
            )
    elif not says_unhurt(clause, context) and any(
        prep in lexicon.words("behind") and is_told(found, nominal, context) for prep, nominal in clause.preps
    ):
        # But not "resultó ilesa tras un ataque".
        yield clause.subject


def _spoken_for(nominal: Nominal, clause: Clause, context: Context) -> Iterator[Entity]:
    """The entities of ``nominal``; of a mouthpiece ("a spokesman for the group", "a call from X") whose it is."""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    for entity in themselves(clause, context) if nominal == clause.subject else entities(nominal, context):
        at = entity.chunk + 1
        while at < len(chunks) and chunks[at].kind in SKIP:
            at += 1
        speaks = entity.head in lexicon.words("mouthpieces") and not entity.named
        if speaks and (signers := _signers(entity.chunk, context)):
            yield from entities(signers, context)
        elif speaks and at + 1 < len(chunks) and words[chunks[at].first].lower in lexicon.words("mouthpiece_of"):
            yield from entities((at + 1,), context) if chunks[at + 1].kind == "np" else ()
        elif not speaks:
            yield from _called_by_name(entity, clause, context)


def _signers(at: int, context: Context) -> Nominal:
    """Who signed what the noun phrase at ``at`` names ("a statement signed by X")."""
    signed = context.lexicon.words("signing_verbs")
    clauses = (clause for clause in context.parsed.clauses if clause.reduced and at in clause.subject)
    own = (clause for clause in clauses if context.parsed.main(clause).verb in signed)
    by = (nominal for clause in own for nominal in clause.phrases(context.lexicon.words("agent_prepositions")))
    return next(by, ())


def _called_by_name(entity: Entity, clause: Clause, context: Context) -> Iterator[Entity]:
    """Whom the clause describes: "Luis Paz, the main person involved in it" by the name that stands before."""
    chunks = context.parsed.chunks
    first = entity.chunk
    if first > 1 and chunks[first - 1].kind == "prep" and chunks[first - 2].kind == "np" and not entity.named:
        # "Luis Paz, one of the men involved in it"
        outer = of_complement(chunks, context.words, first - 2, context.lexicon)
        first = first - 2 if outer == entity.chunk else first
    apposed = clause.reduced and not entity.named and first > 1 and context.words[chunks[first - 1].first].lower == ","
    named = entities((first - 2,), context) if apposed and chunks[first - 2].kind == "np" else ()
    persons = [other for other in named if other.named and (other.kind is None or other.kind.cls == "person")]
    yield from persons or (entity,)


def _claims(clause: Clause, found: Found, context: Context) -> bool:
    """Is what is claimed the deed, or the responsibility for it? "Se atribuyó el ataque" claims, "atribuyó" blames."""
    wanted, chunks = context.lexicon.words("claim_nouns"), context.parsed.chunks
    heads = (context.words[chunks[i].head].lemma for nominal in clause.objects for i in nominal)
    clitic = chunks[clause.verb].clitic
    own = clitic >= 0 and context.words[clitic].lower in context.lexicon.words("reflexives")
    attributes = context.parsed.main(clause).verb in context.lexicon.words("attribute_verbs")
    claimed = any(head in wanted for head in heads) or (
        own and any(found.chunk in nominal for nominal in clause.objects)
    )
    return (own or not attributes) and not clause.passive and claimed
