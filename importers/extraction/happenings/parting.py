"""Two deeds of one sentence of which the one had been when the other came."""

from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.telling import is_learned, is_motive, nouns_of
from importers.extraction.mentions.untold import is_commemorated
from importers.extraction.syntax.clauses import Clause
from store.records.span import Span


def of_two_times(one: Draft, other: Draft) -> bool:
    """Does their sentence tell two deeds of which the one had been when the other came?"""
    if one.sentence is not other.sentence:
        return False
    apart = _measured_apart(one, other) or _survived(one, other) or _survived(other, one)
    apart = apart or is_motive(one) != is_motive(other) or is_learned(one) != is_learned(other)
    apart = apart or _took_place_after(one, other) or _took_place_after(other, one)
    apart = apart or _was_then(one, other) or _was_then(other, one)
    apart = apart or is_commemorated(one.filled, one.context) != is_commemorated(other.filled, other.context)
    apart = apart or _had_been_there(one, other) or _had_been_there(other, one)
    return apart or _befell_him(one, other) or _befell_him(other, one)


def _took_place_after(deed: Draft, before: Draft) -> bool:
    """Is it all of a deed told that it took place after another ("the raid took place after gunmen shot at a bus")?"""
    one, other, lexicon = deed.clause, before.clause, deed.context.lexicon
    if one is None or other is None or deed.found.pos == "verb" or deed.found.chunk not in one.subject:
        return False
    if deed.event_type.mutual:
        # "The clash broke out after rebels raided a post": in answer to the raid, and part of it.
        return False
    after = other.link in lexicon.words("after_links") and deed.context.parsed.governs(one, other)
    occurs = deed.context.parsed.main(one).verb in lexicon.words("occur_verbs")
    return after and occurs and not before.trigger.effect


def _was_then(deed: Draft, other: Draft) -> bool:
    """Is it told of a time behind which it stands, and not the other ("the riots recall those of May, when ten died")?

    "Ten died in May, when rebels attacked" is of one time.
    """
    clause, context = deed.clause, deed.context
    if clause is None or clause.link not in context.lexicon.words("when_links") or other.clause is None:
        return False
    chunks, link = context.parsed.chunks, min((*clause.subject, clause.verb)) - 1
    while link > 0 and chunks[link].kind != "sub":
        link -= 1
    behind_time = link > 1 and [chunk.kind for chunk in chunks[link - 2 : link]] == ["time", "punct"]
    return behind_time and other.clause.verb not in {clause.verb, clause.governor}


def _had_been_there(deed: Draft, other: Draft) -> bool:
    """Does it only say what somewhere else had been ("took two villages close to a town that was the scene of a raid")?

    The town that the other hit may be told to have been what it was aimed at.
    """
    clause, context = deed.clause, deed.context
    if clause is None or other.clause is None or deed.found.pos == "verb" or clause.verb == other.clause.verb:
        return False
    said = clause.relative and not clause.described and context.parsed.main(clause).tag == "be"
    return said and deed.found.chunk not in clause.subject and _befell(other).isdisjoint(clause.subject)


def _measured_apart(one: Draft, other: Draft) -> bool:
    """Is a time counted from the one to the other ("killed on Sunday, hours after police stormed X")?"""
    return any(
        _comes_so_much_later(later, earlier, anchor)
        for anchor in one.context.anchors.values()
        for later, earlier in ((one, other), (other, one))
    )


def _comes_so_much_later(later: Draft, earlier: Draft, anchor: Span) -> bool:
    """Does it come so much after what ``anchor`` names? Who died hours after he had been shot died of that."""
    if later.trigger.effect or later.trigger.pointing or anchor.start <= later.start < anchor.end:
        return False
    return anchor.start <= earlier.start < anchor.end and _is_measured_from(later, earlier)


def _is_measured_from(above: Draft, below: Draft) -> bool:
    """Does the one's clause hang on the other's, not on a third ("who was taken was freed hours after being held")?"""
    if above.clause is None or below.clause is None:
        return False
    clause = below.clause
    if not nouns_of(above).isdisjoint(clause.described or clause.subject):
        # "The blasts, which came a day after the raid"
        return True
    while clause.governor not in {above.clause.verb, -1} and clause.verb != above.clause.verb:
        governor = below.context.parsed.by_verb.get(clause.governor)
        if governor is None or governor.link not in below.context.lexicon.words("conjunctions"):
            return False
        clause = governor
    return clause.verb in {below.clause.verb, above.clause.verb} or clause.governor >= 0


def _survived(deed: Draft, death: Draft) -> bool:
    """Is ``deed`` what someone lived through before ("among the dead was a mayor who survived a bombing in May")?"""
    clause, lexicon = deed.clause, deed.context.lexicon
    told = death.trigger.figure == "killed" and deed.found.pos != "verb"
    if clause is None or not clause.relative or not told:
        return False
    if death.clause is not None and deed.context.parsed.governs(clause, death.clause):
        # "Who survived an attack in which her guard was killed"
        return False
    lived = lexicon.words("undergo_verbs") & lexicon.cues("attempt_verbs")
    return deed.context.parsed.main(clause).verb in lived


def _befell_him(one: Draft, other: Draft) -> bool:
    """Did ``one`` befall "him", and ``other`` several people ("hurting four, before he was shot by police")?"""
    pronoun = one.filled.pronoun
    if pronoun is None or one.filled.pronoun_role != "patient" or one.people():
        return False
    singular = pronoun.value.lower() in one.context.lexicon.words("personal_pronouns")
    people = other.people()
    return singular and bool(people) and all(entity.plural for entity in people)


def recalls(clause: Clause, lesser: Draft) -> bool:
    """Does a clause only tell what had been of a thing or a place that the clause of ``lesser`` does not name?

    "Sixty were hurt in the town, which the army retook in May", "ten were hurt when police fired on a crowd marching
    to the station, where a man had died".
    """
    if clause.described:
        return not _befell(lesser).intersection(clause.described)
    where = lesser.clause is not None and clause.link in lesser.context.lexicon.words("scene_relatives")
    if not where or lesser.clause is None or clause.governor == lesser.clause.verb:
        return False
    return lesser.context.parsed.governs(lesser.clause, clause)


def _befell(draft: Draft) -> set[int]:
    """The noun phrases that a mention is, or tells of."""
    return {draft.found.chunk, draft.filled.cause, *(entity.chunk for entity in draft.people())}
