"""Roles that another verb gives an event: who carried it out, suffered, claimed or is blamed for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from importers.extraction.appositions import entities
from importers.extraction.clauses import Clause
from importers.extraction.entities import Context, Entity
from importers.extraction.fillers import of_another_deed, placed, put
from importers.extraction.lexicon import Trigger
from importers.extraction.nominals import SKIP, Nominal
from importers.extraction.triggers import Found


def supported(
    roles: dict[str, list[Entity]], found: Found, trigger: Trigger, context: Context, event_chunks: frozenset[int]
) -> None:
    """The subject of "carried out an attack" is who attacked; of "suffered an attack", whom it befell.

    ``event_chunks``: the chunks in which nouns stand that are triggers themselves.
    """
    if "agent" not in trigger.frame.noun.values():
        return
    if found.clause is not None and any(found.chunk in nominal for nominal in _objects(found.clause, context)):
        _from_subject(roles, found.clause, found, trigger, context)
    for clause in context.parsed.clauses:
        if found.chunk in clause.subject or _describes(clause, found, context):
            _from_phrases(roles, clause, trigger, context, event_chunks)


def _objects(clause: Clause, context: Context) -> Sequence[Nominal]:
    """The objects, those that a preposition marks ("sobrevivió a un ataque") among them."""
    marks = context.lexicon.words("object_prepositions")
    return (*clause.objects, *(nominal for prep, nominal in clause.preps if prep in marks))


def _from_subject(
    roles: dict[str, list[Entity]], clause: Clause, found: Found, trigger: Trigger, context: Context
) -> None:
    """The event is the object: "rebels staged an attack", "the town suffered an attack"."""
    lexicon = context.lexicon
    verb = context.parsed.main(clause).verb
    if clause.passive or _only_describes(clause, found, context):
        return
    if verb in lexicon.words("light_verbs") or verb in trigger.with_verbs:
        role = "agent"
    elif verb in lexicon.words("undergo_verbs"):
        role = "patient"
    else:
        return
    for entity in _themselves(clause, context):
        if not entity.pronoun and entity.chunk != found.chunk:
            put(roles, role, entity)


def _themselves(clause: Clause, context: Context) -> Sequence[Entity]:
    """The subject; of what a body says of itself ("the rebels said they carried out ..."), who says it."""
    subject = entities(clause.subject, context)
    above = context.parsed.by_verb.get(clause.governor)
    lexicon = context.lexicon
    if above is None or len(subject) != 1 or not subject[0].pronoun:
        return subject
    says = context.parsed.main(above).verb in lexicon.attribution.get("verbs", ())
    own = subject[0].value.lower() in lexicon.words("body_pronouns") | lexicon.words("plural_pronouns")
    speakers = entities(above.subject, context)
    armed = all(entity.kind is not None and entity.kind.side in {"armed", "state"} for entity in speakers)
    return speakers if says and own and armed else subject


def does_harm(found: Found, context: Context) -> bool:
    """Is the event's noun the subject of a verb of harm ("the strikes killed five")?"""
    parsed, harm = context.parsed, context.lexicon.words("harm_verbs")
    return any(found.chunk in clause.subject and parsed.main(clause).verb in harm for clause in parsed.clauses)


def launched_by(roles: dict[str, list[Entity]], context: Context) -> None:
    """Who launched, fired or placed what it was done with ("drones launched by the rebels struck a camp")."""
    used = {entity.chunk for entity in roles.get("instrument", ())}
    if roles.get("agent") or not used:
        return
    for clause in context.parsed.clauses:
        if not clause.reduced or used.isdisjoint(clause.subject):
            continue
        for prep, nominal in clause.preps:
            if prep in context.lexicon.words("agent_prepositions"):
                for entity in entities(nominal, context):
                    put(roles, "agent", entity)


def _only_describes(clause: Clause, found: Found, context: Context) -> bool:
    """Is the participle an adjective of its noun, as in "a brutal and well planned assault"?"""
    chunks, words = context.parsed.chunks, context.words
    before = clause.verb - 1
    if before < 1 or chunks[before].kind != "conj" or chunks[before - 1].kind != "np":
        return False
    marks = all(chunks[at].kind == "punct" for at in range(clause.verb + 1, found.chunk))
    bare = words[chunks[found.chunk].first].tag == "noun" and found.chunk > clause.verb and marks
    return bare and words[chunks[before - 1].first].tag == "det" and chunks[clause.verb].shape == "open"


def _from_phrases(
    roles: dict[str, list[Entity]], clause: Clause, trigger: Trigger, context: Context, event_chunks: frozenset[int]
) -> None:
    """The event is the subject: "the attack was staged by rebels", "the blast occurred under a bridge".

    What events began with is another one ("the attacks began with a car bomb").
    """
    lexicon = context.lexicon
    verb = context.parsed.main(clause).verb
    staged = clause.passive and verb in lexicon.words("light_verbs")
    if not staged and verb not in lexicon.words("occur_verbs"):
        return
    for prep, nominal in clause.preps:
        if of_another_deed(nominal[0], frozenset(), context):
            continue
        by = staged and prep in lexicon.words("agent_prepositions")
        role = "agent" if by else trigger.frame.noun.get(prep, "")
        for entity in entities(nominal, context):
            other = entity.chunk in event_chunks and verb in lexicon.words("opening_verbs")
            if role and not other and not entity.pronoun and placed(role, prep, entity, context):
                put(roles, role, entity)


def _describes(clause: Clause, found: Found, context: Context) -> bool:
    """Is it a participle of a deed behind the event's phrases ("the murder of the priests committed by soldiers")?"""
    verb, lexicon = context.parsed.main(clause).verb, context.lexicon
    if not clause.reduced or not (verb in lexicon.words("light_verbs") or verb in lexicon.words("attribute_verbs")):
        return False
    chunks, words = context.parsed.chunks, context.words
    between = range(found.chunk + 1, clause.verb)
    return bool(between) and all(
        (chunks[at].kind in {"np", "prep", "conj", *SKIP} or words[chunks[at].first].lower == ",")
        and words[chunks[at].head].lemma not in lexicon.noun_triggers
        for at in between
    )


def blamed(roles: dict[str, list[Entity]], found: Found, slots: Mapping[str, str], context: Context) -> None:
    """Who claims an event or is blamed for it: "X claimed responsibility for the attack", "attributed to X"."""
    if "agent" not in slots.values() or roles.get("agent"):
        return
    for clause in context.parsed.clauses:
        if context.parsed.chunks[clause.verb].negated or _by_nobody(clause, context):
            continue
        for nominal in _culprits(clause, found, context):
            for entity in _spoken_for(nominal, clause, context):
                if not entity.pronoun and entity.chunk != found.chunk:
                    put(roles, "agent", _without_deed(entity, found, context))
                    # "Blamed the rebels for the attack", in another order: they did not suffer it.
                    roles["patient"] = [other for other in roles.get("patient", ()) if other.start != entity.start]
        if roles.get("agent"):
            return


def _without_deed(entity: Entity, found: Found, context: Context) -> Entity:
    """Whom "accused the junta of the attack" blames, without the deed."""
    if not entity.start < context.words[found.first].start < entity.end:
        return entity
    end = context.words[context.parsed.chunks[entity.chunk].last - 1].end
    behind = " ".join(context.text[end : entity.end].split())
    return replace(entity, end=end, value=entity.value.removesuffix(behind).strip())


def says_for_what(clause: Clause, context: Context) -> bool:
    """Does "blamed the rebels" go on with what for, so that it points back at nothing?"""
    what_for = any(prep in context.lexicon.words("blame_prepositions") for prep, _ in clause.preps)
    return what_for or any(other.governor == clause.verb for other in context.parsed.clauses if not other.relative)


def is_attributed(found: Found, context: Context) -> bool:
    """Is the event what its clause lays at somebody's door ("attributed the crime to the rebels")?"""
    clause = found.clause
    if clause is None or not any(found.chunk in nominal for nominal in clause.objects):
        return False
    return context.parsed.main(clause).verb in context.lexicon.words("attribute_verbs")


def _by_nobody(clause: Clause, context: Context) -> bool:
    """Is the subject "no group", "nobody"?"""
    lexicon = context.lexicon
    if not clause.subject:
        return False
    opening = context.words[context.parsed.chunks[clause.subject[0]].first].lower
    return opening in lexicon.words("negative_determiners") | lexicon.words("negative_pronouns")


def _culprits(clause: Clause, found: Found, context: Context) -> Iterator[Nominal]:
    """Whom the clause makes answerable for the event, if it does."""
    parsed, lexicon = context.parsed, context.lexicon
    verb = parsed.main(clause).verb
    told = any(found.chunk in nominal for nominal in (*clause.objects, *(nominal for _, nominal in clause.preps)))
    of_it = found.chunk in clause.subject or _describes(clause, found, context) or _laid_on(clause, found, context)
    if not told and not of_it and clause is not found.clause and not _is_asked_of(clause, found, context):
        return
    if verb in lexicon.words("claim_verbs") and not of_it and _claims(clause, found, context):
        yield _who_says(clause, context)
    elif (
        verb in lexicon.words("blame_verbs")
        and not of_it
        and (clause.passive or not any(found.chunk in nominal for nominal in clause.objects))
    ):
        to_blame = context.parsed.chunks[clause.verb].shape == "infinitive" and not clause.objects
        yield clause.subject if clause.passive or to_blame else _whom(clause, found, context)
    elif told and not clause.passive and _takes_part(clause, context):
        yield clause.subject
    elif verb in lexicon.words("attribute_verbs") and (told or of_it):
        wanted = lexicon.words("attribute_prepositions")
        yield next((nominal for prep, nominal in clause.preps if prep in wanted and found.chunk not in nominal), ())
    elif _says_guilty(clause, context):
        if verb in lexicon.words("blame_with"):
            yield clause.subject if clause.passive else next(iter(clause.objects), ())
        elif _is_copula(clause, context) and told:
            yield clause.subject
    elif _is_copula(clause, context):
        yield from _is_work_of(clause, found, context)


def _whom(clause: Clause, found: Found, context: Context) -> Nominal:
    """Whom the clause blames: its object, also one that a preposition marks ("responsabilizó al frente del ataque")."""
    marks = context.lexicon.words("object_prepositions")
    marked = (nominal for prep, nominal in clause.preps if prep in marks and found.chunk not in nominal)
    return next(iter((*clause.objects, *marked)), ())


def _takes_part(clause: Clause, context: Context) -> bool:
    """Is the verb one of sharing in a deed, if need be with its object ("took part")?"""
    parsed = context.parsed
    behind = {word.lower for word in parsed.words[parsed.chunks[clause.verb].head + 1 :][:2]}
    phrases = (phrase.split() for phrase in context.lexicon.words("share_verbs"))
    return any(first == parsed.main(clause).verb and behind.issuperset(rest) for first, *rest in phrases)


def _is_copula(clause: Clause, context: Context) -> bool:
    main = context.parsed.main(clause)
    return main.tag == "be" or main.verb in context.lexicon.words("copula")


def _is_asked_of(clause: Clause, found: Found, context: Context) -> bool:
    """Is it "(an attack) for which X claimed responsibility": a relative clause whose preposition stands before it?"""
    chunks, words = context.parsed.chunks, context.words
    first = min((*clause.subject, clause.verb)) - 1
    if first < 2 or chunks[first].kind != "rel" or chunks[first - 1].kind != "prep":
        return False
    deeds = (at for at in range(first - 2, -1, -1) if words[chunks[at].head].lemma in context.lexicon.noun_triggers)
    return next(deeds, -1) == found.chunk


def _laid_on(clause: Clause, found: Found, context: Context) -> bool:
    """Is it "(an attack in Loja) that the army blamed on X": a relative clause behind the event's phrases?"""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    if context.parsed.main(clause).verb not in lexicon.words("attribute_verbs") or not clause.subject:
        return False
    rel = min(clause.subject) - 1
    if rel <= found.chunk or chunks[rel].kind not in {"rel", "comp"}:
        return False
    return all(
        chunks[at].kind in {"np", "prep", *SKIP} and words[chunks[at].head].lemma not in lexicon.noun_triggers
        for at in range(found.chunk + 1, rel)
    )


def _is_work_of(clause: Clause, found: Found, context: Context) -> Iterator[Nominal]:
    """Those whose "work" the clause says the event is, or who it says were "behind" it."""
    lexicon, chunks = context.lexicon, context.parsed.chunks
    if found.chunk in clause.subject:
        works = any(
            context.words[chunks[at].head].lemma in lexicon.words("works")
            for nominal in clause.objects
            for at in nominal
        )
        makers = lexicon.words("agent_prepositions") | lexicon.words("of")
        if works:
            yield from (nominal for prep, nominal in clause.preps if prep in makers)
            yield from (
                (at + 2,)
                for nominal in clause.objects
                for at in nominal
                if at + 2 < len(chunks)
                and context.words[chunks[at + 1].first].lower in makers
                and chunks[at + 2].kind == "np"
            )
    elif any(prep in lexicon.words("behind") and found.chunk in nominal for prep, nominal in clause.preps):
        yield clause.subject


def _says_guilty(clause: Clause, context: Context) -> bool:
    """Does the clause say of somebody that they are "responsible", "guilty", "to blame"?"""
    chunks = context.parsed.chunks
    wanted = context.lexicon.words("blamed")
    return any(context.words[chunks[at].first].lower in wanted for at in range(clause.verb, clause.after))


def _who_says(clause: Clause, context: Context) -> Nominal:
    """The subject; of a participle that tells what a paper says ("leaflets claiming ..."), that of the verb above."""
    if context.parsed.chunks[clause.verb].shape != "gerund":
        return clause.subject
    named = entities(clause.subject, context)
    above = context.parsed.by_verb.get(clause.governor) or next(
        (c for c in context.parsed.clauses if any(set(clause.subject) & set(nominal) for nominal in c.objects)), None
    )
    persons = any(entity.named or (entity.kind is not None and entity.kind.cls == "person") for entity in named)
    return clause.subject if persons or above is None else above.subject


def _spoken_for(nominal: Nominal, clause: Clause, context: Context) -> Iterator[Entity]:
    """The entities of ``nominal``; of a mouthpiece ("a spokesman for the group", "a call from X") whose it is."""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    for entity in _themselves(clause, context) if nominal == clause.subject else entities(nominal, context):
        at = entity.chunk + 1
        while at < len(chunks) and chunks[at].kind in SKIP:
            at += 1
        speaks = entity.head in lexicon.words("mouthpieces") and not entity.named
        if speaks and at + 1 < len(chunks) and words[chunks[at].first].lower in lexicon.words("mouthpiece_of"):
            yield from entities((at + 1,), context) if chunks[at + 1].kind == "np" else ()
        elif not speaks:
            yield entity


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
