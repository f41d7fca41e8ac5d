"""Roles that another verb gives an event: who carried it out, suffered it, placed what it was done with."""

from collections.abc import Iterator, Sequence
from itertools import chain

from importers.extraction.lexicon.lexicon import Lexicon, Trigger
from importers.extraction.roles.fillers import is_told, of_another_deed, placed, put
from importers.extraction.roles.guilt import denies
from importers.extraction.roles.members import is_copula
from importers.extraction.roles.predicates import says_unhurt
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import SIDES, Context, Entity
from importers.extraction.sentences.nations import as_government, as_state, people_before
from importers.extraction.sentences.nounphrases import owner_entity
from importers.extraction.sentences.owners import owner_at
from importers.extraction.syntax.chunked import SKIP
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal, of_complement


def supported(
    roles: dict[str, list[Entity]], found: Found, trigger: Trigger, context: Context, event_chunks: frozenset[int]
) -> None:
    """The subject of "carried out an attack" is who attacked; of "suffered an attack", whom it befell.

    ``event_chunks``: the chunks in which nouns stand that are triggers themselves.
    """
    if "agent" not in trigger.frame.noun.values():
        return
    for entity in (*_victims(found, context), *_survivors(found, context)):
        put(roles, "patient", entity)
    objects = _objects(found.clause, context) if found.clause is not None else ()
    if found.clause is not None and any(is_told(found, nominal, context) for nominal in objects):
        _from_subject(roles, found.clause, found, trigger, context)
    for clause in context.parsed.clauses:
        told = is_told(found, clause.subject, context)
        if told or describes(clause, found, context):
            _from_phrases(roles, clause, trigger, context, event_chunks)
        by = clause.phrases(context.lexicon.words("agent_prepositions")) if clause.passive else ()
        if (told and not clause.passive) or any(is_told(found, nominal, context) for nominal in by):
            _from_struck(roles, clause, context)
    kind = context.lexicon.types[trigger.type]
    if not (kind.violent or kind.wide):
        _from_searchers(roles, found, context, of_crowd=kind.about)


def _from_searchers(roles: dict[str, list[Entity]], found: Found, context: Context, *, of_crowd: bool) -> None:
    """Those of the state who did something in an operation carried it out ("in raids on flats, officers found rifles").

    The man who blew himself up during one did not. Who gathers in a protest protests.
    """
    chunks, words, at = context.parsed.chunks, context.words, found.chunk - 1
    clause = owner_at(found.chunk, context)
    inside = at >= 0 and words[chunks[at].first].lower in context.lexicon.words("in_event")
    if not inside or clause is None or clause.passive:
        return
    gathers = context.parsed.main(clause).verb in context.lexicon.words("gathering_verbs")
    for entity in entities(clause.subject, context):
        if (entity.cls == "person" and gathers) if of_crowd else entity.side == "state":
            put(roles, "agent", entity)


def _victims(found: Found, context: Context) -> Sequence[Entity]:
    """Of whom a clause says that they were "the target of a bombing", or that "the target of the bombing was" they."""
    parsed = context.parsed
    if context.forms.isdisjoint(context.lexicon.words("victims")):
        return ()
    if (who := _told_target(found, context)) is not None:
        return who
    said = (c for c in parsed.clauses if any(_are_victims(found, at, context) for at in chain.from_iterable(c.objects)))
    # "To avoid becoming victims of the clashes": those never were.
    told = (c for c in said if is_copula(c, context) and parsed.chunks[c.verb].shape in {"finite", "open"})
    clause = next(told, None)
    return [e for e in entities(clause.subject, context) if not e.pronoun] if clause is not None else ()


def _told_target(found: Found, context: Context) -> Sequence[Entity] | None:
    """Who stands behind "the target of the bombing was", None where no clause opens with that.

    "The target of the bombing was unclear" tells of nobody.
    """
    for clause in context.parsed.clauses:
        if is_copula(clause, context) and any(_are_victims(found, at, context) for at in clause.subject):
            told = chain.from_iterable(entities(nominal, context) for nominal in clause.objects)
            return [entity for entity in told if not entity.pronoun and (entity.named or entity.kind_name)]
    return None


def _are_victims(found: Found, at: int, context: Context) -> bool:
    """Does the noun phrase at ``at`` tell of the victims or the target of the event ("the target of rifle fire")?"""
    parsed, lexicon = context.parsed, context.lexicon
    if at > found.chunk or parsed.words[parsed.chunks[at].head].lemma not in lexicon.words("victims"):
        return False
    deed = of_complement(parsed.chunks, parsed.words, at, lexicon)
    return deed >= 0 and found.chunk in parsed.nominals.list_from(deed)[0]


def _survivors(found: Found, context: Context) -> Sequence[Entity]:
    """Who is told to have come through it: "was unharmed following an attack", "escaped alive in an ambush"."""
    lexicon, parsed = context.lexicon, context.parsed
    through = lexicon.words("survived_prepositions")
    for clause in parsed.clauses:
        if not any(found.chunk in nominal for nominal in clause.phrases(through)):
            continue
        verb = parsed.main(clause).verb
        came_through = verb in lexicon.words("came_through") or is_copula(clause, context)
        if came_through and says_unhurt(clause, context):
            return [entity for entity in entities(clause.subject, context) if not entity.pronoun]
    return ()


def _objects(clause: Clause, context: Context) -> Sequence[Nominal]:
    """The objects, those that a preposition marks among them.

    "Sobrevivió a un ataque", "escaped from an attack", "carried out several actions, including an attack"
    """
    lexicon = context.lexicon
    marks = lexicon.either("object_prepositions", "including")
    if context.parsed.main(clause).verb in lexicon.words("undergo_verbs"):
        marks |= lexicon.words("undergo_prepositions")
    return clause.objects_with(marks)


def _from_subject(
    roles: dict[str, list[Entity]], clause: Clause, found: Found, trigger: Trigger, context: Context
) -> None:
    """The event is the object: "rebels staged an attack", "the town suffered an attack"."""
    lexicon = context.lexicon
    verb = context.parsed.main(clause).verb
    if clause.passive or _only_describes(clause, found, context):
        return
    if by_nobody(clause, context) or denies(clause, context):
        return
    if len(clause.objects) > 1 and found.chunk in clause.objects[0] and verb in lexicon.words("causatives"):
        # "It was the children that made this attack so heinous": what they made of it.
        return
    causes = verb in lexicon.words("cause_verbs") and trigger.effect
    if quells(verb, trigger, lexicon):
        for entity in filter(is_of_a_side, entities(clause.subject, context)):
            put(roles, "patient", entity)
        return
    if verb in lexicon.words("undergo_verbs"):
        role = "patient"
    elif verb in lexicon.words("light_verbs") or verb in trigger.with_verbs or causes:
        role = "agent"
    else:
        return
    for entity in themselves(clause, context):
        if not entity.pronoun and (not causes or _is_somebody(entity)):
            # "The flood caused the deaths of two" was nobody's deed.
            put(roles, role, entity)


def quells(verb: str, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Does who does it to a protest face those who protest ("police broke up a rally")?"""
    kind = lexicon.types[trigger.type]
    return kind.about and not kind.violent and verb in lexicon.words("dispersing_verbs")


def by_nobody(clause: Clause, context: Context) -> bool:
    """Is the subject "no group", "nobody", "(neither the rebels) nor any other group"?"""
    lexicon = context.lexicon
    if not clause.subject:
        return False
    first = context.parsed.chunks[clause.subject[0]].first
    before = context.words[first - 1].lower if first else ""
    opening = context.words[first].lower
    denied = opening in lexicon.either("negative_determiners", "negative_pronouns")
    return denied or before in lexicon.words("negative_conjunctions")


def themselves(clause: Clause, context: Context) -> Sequence[Entity]:
    """The subject; of what a body says of itself ("the rebels said they carried out ..."), who says it.

    Spanish leaves such a subject out: "la Policía informó que detuvo a dos".
    """
    subject = entities(clause.subject, context)
    above = context.parsed.by_verb.get(clause.governor)
    lexicon = context.lexicon
    if above is None or context.parsed.main(above).verb not in lexicon.saying:
        return subject
    # "India said it had hit nine camps"
    told = entities(above.subject, context)
    speakers: Sequence[Entity] = [as_state(one) or as_government(one, context) or one for one in told]
    own = _left_out(clause, speakers, context)
    if len(subject) == 1 and subject[0].pronoun:
        own = subject[0].value.lower() in lexicon.either("body_pronouns", "plural_pronouns")
        speakers = _accused_by(above, context) or speakers
        several = subject[0].value.lower() in lexicon.words("plural_pronouns")
        if own and all(one.head in lexicon.words("governments") and one.plural == several for one in speakers):
            # "The authorities said they had arrested two", but not "the government said they had fired".
            return speakers
    if context.parsed.main(above).verb in lexicon.words("confess_verbs") and not above.passive:
        # Anybody's confession is of their own deed; what others say of "he" is of somebody else's.
        one = len(subject) == 1 and subject[0].value.lower() in lexicon.words("personal_pronouns")
        theirs = own or (one and not any(told.plural or _is_somebodys(told, context) for told in speakers))
        if theirs and speakers and all(one.kind is None or one.cls == "person" for one in speakers):
            return speakers
    return speakers if own and all(map(is_of_a_side, speakers)) else subject


def _is_somebodys(speaker: Entity, context: Context) -> bool:
    """Is it told whose they are ("his lawyer admitted he fired", "Mora's brother"), who may be whom they speak of?"""
    chunk = context.parsed.chunks[speaker.chunk]
    return chunk.possessor is not None or context.words[chunk.first].tag == "poss"


def _accused_by(saying: Clause, context: Context) -> tuple[Entity, ...]:
    """Whom the clause blames that goes on with what is said of them ("blamed the rebels, saying they had fired")."""
    blaming = context.parsed.by_verb.get(saying.governor)
    if blaming is None or context.parsed.main(blaming).verb not in context.lexicon.either(
        "blame_verbs", "pursue_verbs"
    ):
        return ()
    whom = (*blaming.objects, *(nominal for _, nominal in blaming.preps))
    return tuple(entity for nominal in whom for entity in entities(nominal, context) if is_of_a_side(entity))


def _left_out(clause: Clause, speakers: Sequence[Entity], context: Context) -> bool:
    """May the clause's subject, which nothing tells, be the speakers, as many as its verb counts?"""
    lexicon, chunk = context.lexicon, context.parsed.chunks[clause.verb]
    leaning = chunk.clitic >= 0 and context.parsed.main(clause).verb not in lexicon.words("taking_verbs")
    if not lexicon.inversion or clause.subject or clause.passive or chunk.shape != "finite" or leaning:
        return False
    counted = len(speakers) > 1 or any(entity.plural for entity in speakers)
    many = context.parsed.nominals.counts_many(clause.verb)
    # "Informó que detuvo a dos", "difundió un audio en el que amenaza al juez"
    return many == counted and clause.link in lexicon.either("complementizers", "scene_relatives")


def does_harm(found: Found, context: Context) -> bool:
    """Does a verb tell the harm that the event's noun did ("the strikes killed five", "were killed in strikes")?"""
    parsed, harm, within = context.parsed, context.lexicon.words("harm_verbs"), context.lexicon.words("in_event")
    return any(
        found.chunk in clause.subject
        or (clause.passive and any(found.chunk in nominal for nominal in clause.phrases(within)))
        for clause in parsed.clauses
        if parsed.main(clause).verb in harm
    )


def launched_by(roles: dict[str, list[Entity]], context: Context) -> None:
    """Who fired or placed it ("drones launched by rebels hit a camp"); whose shots they were ("balas del Ejército")."""
    used = {entity.chunk for entity in roles.get("instrument", ())}
    if roles.get("agent") or not used:
        return
    for clause in context.parsed.clauses:
        if clause.reduced and not used.isdisjoint(clause.subject):
            for entity in by_whom(clause, context):
                put(roles, "agent", entity)
    for weapon in roles["instrument"]:
        inner = of_complement(context.parsed.chunks, context.words, weapon.chunk, context.lexicon)
        for entity in filter(is_of_a_side, entities((inner,) if inner >= 0 else (), context)):
            put(roles, "agent", entity)


def whose_men(doer: Entity, context: Context) -> Sequence[Entity]:
    """Whose men "its fighters" are: of the body that says so ("the FARC said its fighters had killed two").

    A country's are those that its ministry or its staff speaks of ("Mali's Defence Ministry said its troops ...").
    """
    of_theirs = context.words[context.parsed.chunks[doer.chunk].first].tag == "poss"
    if not of_theirs or doer.proper or doer.head in context.lexicon.words("companions"):
        # "Police said Luis Paz and his cousin, Juan Vera, had killed two": he is no man of the police.
        return ()
    parsed = context.parsed
    for clause in parsed.clauses:
        above = parsed.by_verb.get(clause.governor) if doer.chunk in clause.subject else None
        if above is not None and parsed.main(above).verb in context.lexicon.saying:
            return [
                body
                for told in entities(above.subject, context)
                if (body := told if is_of_a_side(told) else _country_of(told, context)) is not None
            ]
    return ()


def _country_of(office: Entity, context: Context) -> Entity | None:
    """The country that speaks, or whose office ("Mali", "Bamako", "Mali's Defence Ministry", "the Malian ministry")."""
    chunk = context.parsed.chunks[office.chunk]
    owner = owner_entity(*chunk.possessor, office.chunk, context) if chunk.possessor is not None else office
    state = (as_state(owner) or as_government(owner, context)) if owner is not None else None
    return state or people_before(chunk.first, chunk.head, office.chunk, context)


def principals(doers: Sequence[Entity], context: Context) -> Iterator[Entity]:
    """For whom they did it: "gunmen hired by the cartel", "killers in the pay of the cartel"."""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    for doer in doers:
        for clause in context.parsed.clauses:
            hired = clause.reduced and doer.chunk in clause.subject
            if hired and context.parsed.main(clause).verb in lexicon.words("hiring_verbs"):
                yield from filter(_is_somebody, by_whom(clause, context))
        at = doer.chunk + 2
        if at < len(chunks) and chunks[at].kind == "np" and words[chunks[at].head].lemma in lexicon.words("service"):
            whose = of_complement(chunks, words, at, lexicon)
            yield from filter(_is_somebody, entities((whose,), context)) if whose >= 0 else ()


def _is_somebody(entity: Entity) -> bool:
    return not entity.pronoun and (entity.named if entity.kind is None else entity.kind.cls == "person")


def by_whom(clause: Clause, context: Context) -> Sequence[Entity]:
    """By whom a passive says that it was done."""
    by = clause.phrases(context.lexicon.words("agent_prepositions"))
    return entities(next(by, ()), context) if clause.passive else ()


def is_of_a_side(entity: Entity) -> bool:
    """Are they people of a side of a fight?"""
    return entity.side in SIDES


def _only_describes(clause: Clause, found: Found, context: Context) -> bool:
    """Is the participle an adjective of its noun, as in "a brutal and well planned assault"?"""
    chunks, words = context.parsed.chunks, context.words
    before = clause.verb - 1
    if before < 1 or chunks[before].kind != "conj" or chunks[before - 1].kind != "np":
        return False
    marks = all(chunks[at].kind == "punct" for at in range(clause.verb + 1, found.chunk))
    bare = words[chunks[found.chunk].first].tag == "noun" and marks
    return bare and chunks[clause.verb].shape == "open"


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
        told = by or context.parsed.main(clause).tag == "be"
        if prep in lexicon.words("agent_prepositions") and not told:
            # "Occurred after an announcement by the police"
            continue
        role = "agent" if by else trigger.frame.noun.get(prep, "")
        for entity in entities(nominal, context):
            other = entity.chunk in event_chunks and verb in lexicon.words("opening_verbs")
            if role and not other and not entity.pronoun and placed(role, prep, entity, context):
                put(roles, role, entity)


def _from_struck(roles: dict[str, list[Entity]], clause: Clause, context: Context) -> None:
    """What the event struck: "a blast hit a mosque", "tore through a market", "the mosque was rocked by a blast"."""
    verb = context.parsed.main(clause).verb
    if verb not in context.lexicon.words("striking_verbs"):
        return
    # "The bombing targeted soldiers", but "the attack shook soldiers"
    aimed = verb in context.lexicon.words("targeting_verbs")
    struck = (*clause.objects[:1], *clause.phrases(context.lexicon.words("through")))
    for nominal in (clause.subject,) if clause.passive else struck:
        for entity in entities(nominal, context):
            if entity.kind_name and (entity.is_thing or aimed):
                put(roles, "patient", entity)


def describes(clause: Clause, found: Found, context: Context) -> bool:
    """Is it a participle of a deed behind the event's phrases ("the murder of the priests committed by soldiers")?"""
    verb, lexicon = context.parsed.main(clause).verb, context.lexicon
    if not clause.reduced or not (verb in lexicon.words("light_verbs") or verb in lexicon.words("attribute_verbs")):
        return False
    chunks, words = context.parsed.chunks, context.words
    if verb in lexicon.words("leading_verbs") and any(map(is_of_a_side, entities(clause.subject, context))):
        # "An attack by the cartel led by Luis Paz": it is they who are led.
        return False
    between = range(found.chunk + 1, clause.verb)
    apart = clause.verb - 2
    if apart in between and chunks[apart + 1].kind == "np" and words[chunks[apart].first].lower == ",":
        # "The murder of the mayor, an allegation made by the army"
        return False
    return bool(between) and all(
        (chunks[at].kind in {"np", "prep", "conj", *SKIP} or words[chunks[at].first].lower == ",")
        and not lexicon.names_deed(words[chunks[at].head].lemma)
        for at in between
    )


def has_purpose(clause: Clause, context: Context) -> bool:
    """Is it said what the deed was done for, and is that a deed, too ("were taken there to search the cells")?"""
    lexicon = context.lexicon
    return any(
        below.governor == clause.verb
        and below.link in lexicon.words("purpose_links")
        and context.parsed.main(below).verb not in lexicon.words("undergone")
        for below in context.parsed.clauses
    )
