"""Who answers for an event by the words of a phrase: its "mastermind", those "responsible for" or on trial for it."""

from collections.abc import Iterator

from importers.extraction.roles.members import is_copula
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import DOERS, Context, Entity, holds_name
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal


def answerable(found: Found, context: Context) -> Iterator[Nominal]:
    """Those whom the words right before the event's noun make answerable for it."""
    chunks, lexicon = context.parsed.chunks, context.lexicon
    prep = _left_of(found.chunk, context)
    if prep < 1 or chunks[prep].kind != "prep":
        return
    before = prep - 1
    if chunks[before].kind == "adv" and context.words[chunks[before].first].lower in lexicon.words("blamed"):
        yield from _responsible(_left_of(before, context), context)
        return
    at = _left_of(prep, context)
    if at < 0 or chunks[at].kind != "np":
        return
    head = context.words[chunks[at].head].lemma
    host = _host(at, context)
    if head in lexicon.words("culprits"):
        yield from _called(at, context)
    elif head in lexicon.words("proceedings") and host is not None and _faces(host, context):
        # "Six soldiers went on trial for the murder"
        yield host.subject
    elif head in lexicon.words("shares"):
        yield from _taking_part(at, context)
    else:
        yield from _told_of(at, prep, context)


def who_they_are(at: int, context: Context) -> Iterator[Entity]:
    """Who "the attackers" at chunk ``at`` are said to be: "were soldiers", "identified themselves as members of X"."""
    opening = context.words[context.parsed.chunks[at].first]
    if opening.lower not in context.lexicon.words("definite") and opening.tag != "poss":
        return
    yield from (entity for entity in _told_to_be(at, context) if tells_who(entity, context))


def of_what_body(at: int, context: Context) -> Iterator[Entity]:
    """Of what body those at chunk ``at`` are told to be: "men who said they belonged to X", "who were members of X".

    Of those who are called no more than men also what side they are of: "men believed to be soldiers".
    """
    # Of "the authors of the murder of X were soldiers" the soldiers are no body's.
    told = (entity for entity in _told_to_be(at, context) if entity.cls != "place" and entity.chunk > at)
    anyone = context.words[context.parsed.chunks[at].head].lemma in context.lexicon.words("anyone")
    yield from (entity for entity in told if holds_name(entity, context) or (anyone and entity.side in DOERS))


def _told_to_be(at: int, context: Context) -> Iterator[Entity]:
    for nominal in (*_said_to_be(at, context), *_named_as(at, context), *_belonging(at, context)):
        yield from entities(nominal, context)


def who_says(clause: Clause, context: Context) -> Nominal:
    """The subject; of a participle that tells what a paper says ("leaflets claiming ..."), that of the verb above."""
    if context.parsed.chunks[clause.verb].shape != "gerund":
        return clause.subject
    named = entities(clause.subject, context)
    above = context.parsed.by_verb.get(clause.governor)
    persons = any(entity.named or entity.cls == "person" for entity in named)
    return clause.subject if persons or above is None else above.subject


def _named_as(at: int, context: Context) -> Iterator[Nominal]:
    """What those at ``at`` are called: "identified themselves as rebels", "police named the attacker as Luis Paz"."""
    lexicon = context.lexicon
    for clause in context.parsed.clauses:
        if context.parsed.main(clause).verb not in lexicon.words("naming"):
            continue
        named = clause.phrases(lexicon.words("role_prepositions"))
        if at in who_says(clause, context):
            yield from named
        elif any(at in nominal for nominal in _whom(clause, context)):
            # Not "identified a man as a possible suspect".
            yield from (nominal for nominal in named if _is_name(nominal, context))


def _whom(clause: Clause, context: Context) -> tuple[Nominal, ...]:
    """The clause's first object ("identificaron a Luis Paz")."""
    return clause.objects_with(context.lexicon.words("object_prepositions"))[:1]


def _whom_it_names(clause: Clause, context: Context) -> Iterator[Nominal]:
    """Who is called by name in a clause that says who he is ("police named Luis Paz as the attacker")."""
    if context.parsed.main(clause).verb in context.lexicon.words("naming"):
        yield from (nominal for nominal in _whom(clause, context) if _is_name(nominal, context))


def _is_name(nominal: Nominal, context: Context) -> bool:
    return any(entity.proper for entity in entities(nominal, context))


def _belonging(at: int, context: Context) -> Iterator[Nominal]:
    """What they belong to, come from or work for: "belonged to X", "were from X", "worked for X"."""
    lexicon = context.lexicon
    for clause in context.parsed.clauses:
        if not _is_said_of(at, clause, context) or denies(clause, context):
            continue
        if context.parsed.main(clause).verb in lexicon.words("member_verbs"):
            yield from (nominal for _, nominal in clause.preps[:1])
        elif context.parsed.main(clause).verb in lexicon.words("serving_verbs"):
            yield from (nominal for prep, nominal in clause.preps if prep in lexicon.words("serving_prepositions"))
        elif is_copula(clause, context):
            # "Were from X", but not "son responsables de la muerte de X".
            among = (nominal for prep, nominal in clause.preps if prep in lexicon.words("member_prepositions"))
            yield from (nominal for nominal in among if not context.parsed.nominals.names_deed(nominal[0]))


def _is_said_of(at: int, clause: Clause, context: Context) -> bool:
    """Is the noun phrase at ``at`` the clause's subject, or "they" in what they say of themselves?"""
    if at in clause.subject or len(clause.subject) != 1:
        return at in clause.subject
    above = context.parsed.by_verb.get(clause.governor)
    if above is None or at not in above.subject or context.parsed.main(above).verb not in context.lexicon.saying:
        return False
    pronoun = context.words[context.parsed.chunks[clause.subject[0]].first].lower
    return pronoun in context.lexicon.either("plural_pronouns", "personal_pronouns", "body_pronouns")


def _left_of(index: int, context: Context) -> int:
    """The chunk before the one at ``index``, over what parts nothing."""
    return context.parsed.nominals.skip(index - 1, -1)


def _responsible(at: int, context: Context) -> Iterator[Nominal]:
    """Who is "responsible" for it: the noun phrase at ``at``, or those who it is said that they are."""
    if at < 0 or context.parsed.chunks[at].kind != "np":
        return
    told = tuple(_said_to_be(at, context))
    if told:
        yield from told
    elif _tells_somebody(at, context):
        yield (at,)


def _called(at: int, context: Context) -> Iterator[Nominal]:
    """Who is called the "mastermind", the "author" at ``at``: beside it between commas, or by a verb."""
    chunks, nominals = context.parsed.chunks, context.parsed.nominals
    apposed = at > 1 and nominals.lower(at - 1) == "," and chunks[at - 2].kind == "np"
    prep = at - 3
    # "According to the ministry, the suspects ...", "after the talks, the suspects ..."
    opens = nominals.kind(prep) == "prep" and (nominals.names_source(prep) or prep == nominals.skip(0, 1))
    if apposed and not (opens or nominals.ends_opening(at - 1)):
        yield (at - 2,)
    else:
        yield from _said_to_be(at, context)


def _said_to_be(at: int, context: Context) -> Iterator[Nominal]:
    """Whom a clause says the noun phrase at ``at`` is, or who it says is that."""
    for clause in context.parsed.clauses:
        if is_copula(clause, context):
            if _is_said_of(at, clause, context):
                told = clause.objects[:1]
            else:
                told = (clause.subject,) if any(at in nominal for nominal in clause.objects) else ()
        else:
            named = any(at in nominal for nominal in clause.phrases(context.lexicon.words("role_prepositions")))
            # "Police named Luis Paz as the attacker who killed two", "Luis Paz was charged as the mastermind"
            whom = (clause.subject,) if clause.passive else tuple(_whom_it_names(clause, context))
            told = whom if named else ()
        if told and not denies(clause, context):
            yield from told


def _taking_part(at: int, context: Context) -> Iterator[Nominal]:
    """Whose "part in" it the noun phrase at ``at`` tells of by its possessive: the subject of its clause."""
    host = _host(at, context)
    if host is None or denies(host, context):
        return
    chunk = context.parsed.chunks[at]
    if context.words[chunk.first].tag == "poss":
        yield host.subject


def _told_of(at: int, prep: int, context: Context) -> Iterator[Nominal]:
    """Whose deed the noun before their phrase at ``at`` makes it.

    "The trial of six soldiers for the murder", "a warrant for X for the murder", "the part of the army in the murder".
    """
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    while True:
        outer = _left_of(at, context)
        noun = _left_of(outer, context)
        if noun < 0 or chunks[outer].kind != "prep" or chunks[noun].kind != "np":
            return
        head, of = words[chunks[noun].head].lemma, words[chunks[outer].first].lower
        if head in lexicon.words("proceedings") and words[chunks[prep].first].lower in lexicon.words("pursued_for"):
            # Not "trial by jury for murder", "juicio con jurado por homicidio".
            if of not in lexicon.either("accompanying", "agent_prepositions"):
                yield (at,)
            return
        if head in lexicon.words("shares") and of in lexicon.either("of", "agent_prepositions"):
            host = _host(noun, context)
            if host is None or not denies(host, context):
                yield (at,)
            return
        if of not in lexicon.words("of"):
            return
        at = noun


def _host(at: int, context: Context) -> Clause | None:
    """The clause that the chunk at ``at`` belongs to."""
    return next((clause for clause in context.parsed.clauses if clause.before <= at < clause.after), None)


def _faces(clause: Clause, context: Context) -> bool:
    """Does its subject face what it is about, a trial or a charge ("went on trial", "were brought to trial")?"""
    main = context.parsed.main(clause)
    if clause.passive:
        return main.verb in context.lexicon.words("bringing_verbs")
    return main.tag == "be" or main.verb in context.lexicon.words("trial_verbs")


def denies(clause: Clause, context: Context) -> bool:
    """Is the clause negated, its verb one of denying, or is it what somebody denies ("denied being behind it")?"""
    parsed, lexicon, chunk = context.parsed, context.lexicon, context.parsed.chunks[clause.verb]
    told = context.words[chunk.first : chunk.last + 1]
    if chunk.negated or _is_denial(clause, context) or any(word.lower in lexicon.words("wrongly") for word in told):
        # "Was wrongly convicted of it", "fue condenado injustamente"
        return True
    above = parsed.by_verb.get(clause.governor)
    if above is None or not _is_denial(above, context):
        return False
    says = clause.link == "to" or clause.link in lexicon.words("complementizers")
    return says or chunk.shape in {"infinitive", "gerund"}


def _is_denial(clause: Clause, context: Context) -> bool:
    """Is the clause's verb one of denying, by itself or with its particle ("rule out", but not "rule")?"""
    verb, last = context.parsed.main(clause).verb, context.parsed.chunks[clause.verb].last
    particle = context.words[last].lower if last < len(context.words) else ""
    return not context.lexicon.cues("denied_verbs").isdisjoint((verb, f"{verb} {particle}"))


def tells_who(entity: Entity, context: Context) -> bool:
    """Does it say who they are, more than "the authors", "the persons" whom the deed is laid to?"""
    lexicon = context.lexicon
    if entity.pronoun or entity.named:
        return entity.named
    counted = entity.quantity is not None and entity.quantity.rule != "article"
    nobody = not counted and entity.value.lower() in lexicon.words("persons")
    return not nobody and entity.head not in lexicon.words("culprits")


def _tells_somebody(at: int, context: Context) -> bool:
    """Does the noun phrase say who it is, more than "those", "the men"?"""
    anyone = context.lexicon.words("anyone")
    return any(
        tells_who(entity, context) and (entity.named or entity.head not in anyone)
        for entity in entities((at,), context)
    )
