"""How closely two mentions of a sentence are tied: by a noun that the one names for the other, or by their clauses."""

from importers.extraction.happenings.differing import befell_the_accused, blames_others
from importers.extraction.happenings.listing import coordinated, counted_together
from importers.extraction.happenings.parting import of_two_times, recalls
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.telling import in_which, nouns_of, only_describes
from importers.extraction.sentences.appositions import entities
from importers.extraction.syntax.clauses import Clause, Parsed
from importers.extraction.syntax.nominals import of_complement


def closeness(lesser: Draft, host: Draft) -> int:
    """How closely two mentions of a sentence are tied, 6 at most; 0 if they are not."""
    apart = of_two_times(lesser, host) or blames_others(lesser, host) or only_describes(lesser, host)
    apart = apart or _befell_its_doer(lesser, host) or _befell_its_doer(host, lesser)
    apart = apart or befell_the_accused(lesser, host) or befell_the_accused(host, lesser)
    apart = apart or _brings_to_mind(lesser, host) or _brings_to_mind(host, lesser)
    return 0 if apart else _bond(lesser, host)


def _befell_its_doer(fall: Draft, deed: Draft) -> bool:
    """Did others do the one to whoever did the other ("gunmen killed a judge suspected of a bombing")?

    But what the two sides of a clash do is one clash.
    """
    if not fall.roles.get("agent") or (fall.event_type.mutual and deed.event_type.mutual):
        return False
    doers = {entity.chunk for entity in deed.roles.get("agent", ())} - {entity.chunk for entity in fall.roles["agent"]}
    if not doers:
        return False
    parsed, lexicon = fall.context.parsed, fall.context.lexicon
    whom = {entity.chunk for entity in fall.people() if not entity.is_thing}
    # "A leader of the rebels blamed for a bombing"
    bodies = {of_complement(parsed.chunks, parsed.words, at, lexicon) for at in whom}
    return not doers.isdisjoint(whom | bodies)


def _brings_to_mind(deed: Draft, former: Draft) -> bool:
    """Does the one only recall the other ("burned a bus in scenes that recalled last year's riots")?

    Who remembers a deed may have been there.
    """
    clause, context = former.clause, former.context
    if clause is None or deed.clause is clause or deed.start > context.parsed.main(clause).start:
        return False
    if context.parsed.main(clause).verb not in context.lexicon.words("recalling_verbs"):
        return False
    recalled = any(former.found.chunk in nominal for nominal in clause.objects)
    return recalled and not any(entity.cls == "person" for entity in entities(clause.subject, context))


def _bond(lesser: Draft, host: Draft) -> int:
    parsed = lesser.context.parsed
    if _caused(host, lesser) or _caused(lesser, host) or _has_role(lesser.filled.cause, host):
        return 6
    if with_one_thing(lesser, host) or _of_two_sides(lesser, host):
        return 5
    if brought_about(host, lesser) or brought_about(lesser, host):
        return 5
    if names_it(host, lesser) or names_it(lesser, host) or counted_together(lesser, host):
        return 5
    if coordinated(lesser, host):
        return 0
    one, other = lesser.clause, host.clause
    if one is None or other is None:
        return 1 if (lesser.trigger.effect and not host.trigger.weak) or happened_in(host, lesser) else 0
    if one.verb == other.verb or in_which(lesser) & nouns_of(host) or host.found.chunk in one.subject:
        return 4
    if recalls(other, lesser):
        return 0
    if linked(one, other, parsed) and (_is_result(lesser) or not _separate(lesser, host)):
        return 3
    if _beside_hurt(lesser, one, host):
        return 3
    if lesser.trigger.effect and not lesser.trigger.alone:
        return 1
    if lesser.trigger.pointing or (lesser.definite and not lesser.roles.get("patient")):
        return 2
    return 0


def names_it(one: Draft, other: Draft) -> bool:
    """Does a role of ``one`` name the very noun that ``other`` is ("[two car bombs] exploded")?"""
    return other.found.pos != "verb" and _has_role(other.found.chunk, one)


def _has_role(at: int, draft: Draft) -> bool:
    """Does the noun phrase at ``at`` fill a role of the mention?"""
    return at >= 0 and any(entity.chunk == at for fillers in draft.roles.values() for entity in fillers)


def _caused(cause: Draft, harm: Draft) -> bool:
    """Does the one's noun say what the other came of ("the blast killed two")?"""
    return 0 <= harm.filled.cause == cause.found.chunk


def brought_about(cause: Draft, harm: Draft) -> bool:
    """Is the one told to have caused the mishap that the other is?

    "The blast caused a wall to collapse", "a bomb went off, causing the collapse of a house", "la explosión provocó el
    derrumbe de una casa".
    """
    parsed, causing = cause.context.parsed, cause.context.lexicon.words("cause_verbs")
    if not harm.event_type.peril:
        return False
    return any(
        parsed.main(clause).verb in causing and _is_cause(cause, clause) and _is_caused(harm, clause)
        for clause in parsed.clauses
    )


def _is_cause(draft: Draft, clause: Clause) -> bool:
    """Is the deed the subject of the clause that says what came of it, or told by the verb that it goes on from?"""
    own = draft.clause if draft.found.pos == "verb" else None
    above = own is not None and clause.governor == own.verb and clause.subject == own.subject
    return above or draft.found.chunk in clause.subject


def _is_caused(draft: Draft, clause: Clause) -> bool:
    """Is the mishap what the clause says that something caused, by a noun or by a verb?"""
    own = draft.clause if draft.found.pos == "verb" else None
    below = own is not None and own.governor == clause.verb and own.link == "to"
    return below or any(draft.found.chunk in nominal for nominal in clause.objects)


def with_one_thing(one: Draft, other: Draft) -> bool:
    """Were both done with the same thing ("the explosion of a grenade thrown at a car")?"""
    mine, theirs = ({e.chunk for e in draft.roles.get("instrument", ())} for draft in (one, other))
    return bool(mine & theirs) and one.event_type.family == other.event_type.family


def _of_two_sides(one: Draft, other: Draft) -> bool:
    """Do both tell of one clash, each what one side did ("police killed three gunmen who attacked a patrol")?"""
    if not (one.event_type.mutual and other.event_type.mutual):
        return False
    later = max(one, other, key=lambda draft: draft.start)
    if later.clause is None or one.context.parsed.chunks[later.clause.verb].perfect:
        # "Who had attacked a patrol": that was before.
        return False
    return any(
        {entity.chunk for entity in a.roles.get("agent", ())} & {entity.chunk for entity in b.people()}
        for a, b in ((one, other), (other, one))
    )


def _separate(one: Draft, other: Draft) -> bool:
    """Do two clauses joined by "and" tell of different people? What one did "when" another did is one deed."""
    if told_when(one, other):
        return False
    mine = {entity.chunk for entity in one.people()}
    theirs = {entity.chunk for entity in other.people()}
    if not mine or not theirs or mine & theirs:
        return False
    if one.trigger.effect or other.trigger.effect:
        return False
    return bool(one.clause and other.clause and one.clause.subject != other.clause.subject)


def _beside_hurt(dead: Draft, clause: Clause, host: Draft) -> bool:
    """Were they killed where others were hurt ("two were killed and five wounded in a blast")?

    But "two were killed in Loja and five wounded in a blast" may be of two deeds.
    """
    if not dead.plain or dead.roles.get("agent") or clause.preps:
        return False
    joined = dead.context.lexicon.words("conjunctions")
    hurt = (part.clause for part in host.absorbed if part.trigger.effect and part.clause is not None)
    return any(other.governor == clause.verb and other.link in joined for other in hurt)


def told_when(one: Draft, other: Draft) -> bool:
    """Does a clause with "when" tell the one of what the other tells of ("was killed when gunmen shot at a bus")?

    It hangs on the last of what came of that ("one was killed and two wounded when gunmen shot at a bus").
    """
    if one.clause is None or other.clause is None:
        return False
    told, deed = (one, other) if one.clause.verb < other.clause.verb else (other, one)
    when = deed.clause
    if when is None or when.link not in one.context.lexicon.words("when_links"):
        return False
    return any(part.clause is not None and part.clause.verb == when.governor for part in (told, *told.absorbed))


def _is_result(draft: Draft) -> bool:
    """Is it what a participle tells to have come of a deed, by nobody's hand ("exploded at an office killing nine")?"""
    clause = draft.clause
    gerund = clause is not None and draft.context.parsed.chunks[clause.verb].shape == "gerund"
    return gerund and draft.plain and not draft.roles.get("agent")


def linked(one: Clause, other: Clause, parsed: Parsed) -> bool:
    """Does one clause govern the other?"""
    return parsed.governs(one, other) or parsed.governs(other, one)


def happened_in(lesser: Draft, host: Draft) -> bool:
    """Did ``lesser`` happen in ``host`` ("wounded in the attack"), or come of it ("died as a result of the attack")?"""
    if host.found.pos != "noun" or host.clause not in (lesser.clause, None):
        return False
    parsed, lexicon, at = host.context.parsed, host.context.lexicon, host.found.chunk - 1
    before = parsed.words[parsed.chunks[at].first].lower if at >= 0 and parsed.chunks[at].kind == "prep" else ""
    opens = host.clause is None and _stands_before(host, lesser)
    if (host.clause is lesser.clause or opens) and before in lexicon.words("in_event"):
        return True
    came_of = lesser.found.pos == "verb" and lesser.plain and not lesser.roles.get("agent")
    return before in lexicon.words("result_prepositions") and came_of


def _stands_before(noun: Draft, told: Draft) -> bool:
    """Does the noun of a deed not told yet open the sentence ("In another attack, men fired on a bus")?"""
    chunks, clause = told.context.parsed.chunks, told.clause
    if clause is None or told.found.pos != "verb" or noun.definite or noun.found.chunk >= clause.before:
        return False
    return all(chunk.kind != "vg" for chunk in chunks[: clause.verb])
