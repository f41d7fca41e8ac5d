"""Which time phrase of its sentence dates a mention: the one of its own clause or noun, else that of the saying."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from importers.dating.kinds import dates, from_publication, is_vague, only_time_of_day, over_a_week
from importers.extraction.mentions.answering import (
    answers_for,
    is_day_of_claim,
    is_owned_up_to,
    names_charge,
    ruling_on,
)
from importers.extraction.mentions.asserting import is_asserted
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.telling import (
    WITHIN,
    by_doers,
    chunks_of,
    is_ahead,
    is_event_noun,
    nouns_of,
    opens_in_which,
    tells_of,
    told_between,
    told_by,
)
from importers.extraction.mentions.timephrases import (
    Phrase,
    apposed,
    is_further_on,
    is_of_others,
    is_of_row,
    is_of_source,
    is_ranked_since,
    is_since,
    named_by,
    number_between,
    only_ends,
    phrase_of,
)
from importers.extraction.mentions.untold import is_commemorated
from importers.extraction.roles.fillers import of_another_deed
from importers.extraction.sentences.entities import Context
from importers.extraction.sentences.owners import is_of_birth
from importers.extraction.syntax.clauses import Clause
from store.records.report import REAL
from store.records.timex import TimeExpression

_BESIDE: Final = 2
"""From this tier on a time phrase stands in another clause than the mention."""
_FRAME: Final = 3
"""From this tier on a time phrase dates what the mention is told with."""
_REPORTED: Final = 4
"""A time phrase of this tier dates the saying, not what is said."""


def date_drafts(drafts: Sequence[Draft], expressions: Sequence[TimeExpression]) -> None:
    """Give each mention of one sentence the time phrase that dates it, where the sentence has one."""
    if not drafts:
        return
    context = drafts[0].context
    phrases = [phrase_of(e, context) for e in expressions if dates(e) and not is_ranked_since(e, context)]
    for draft in drafts:
        draft.asserted = is_asserted(draft, drafts)
        if not (draft.ranked or (draft.trigger.pointing and draft.trigger.figure)):
            # "The second attack this week": on no day of it; nor when the dead were brought to hospital.
            _date(draft, phrases, drafts)
    for draft in drafts:
        deed = draft.within
        if deed is not None and deed in drafts and draft.time is not None and draft.time.start < deed.start:
            # "Killed two on Friday in revenge for Sunday's attack in which a herder died": he died in that.
            draft.time, draft.time_basis = deed.time, deed.time_basis


def _date(draft: Draft, phrases: Sequence[Phrase], drafts: Sequence[Draft]) -> None:
    ranked: list[tuple[tuple[bool, bool, int, bool, int, int], int, TimeExpression]] = []
    rows = [other.found.chunk for other in drafts if other.ranked and other.found.pos == "noun"]
    for phrase in _around(draft, phrases):
        expression = phrase.expression
        tier = _REPORTED if is_of_source(phrase, draft.context) else _tier(draft, phrase, drafts)
        if tier is None or (tier >= _REPORTED and _is_known(draft)):
            continue
        if draft.stance.factuality == "planned" and is_since(expression, draft.context):
            # "Has fought since 2006 to topple the government": on no day since.
            continue
        if _BESIDE <= tier < _REPORTED and (is_further_on(phrase, draft) or _is_of_other_noun(draft, phrase, drafts)):
            continue
        if draft.event_type.wide and only_time_of_day(expression):
            # "A curfew from 10 at night to 5 in the morning" tells of no day.
            continue
        # A day of its own says more than "hours after the raid".
        rank = tier if expression.anchor is None else max(tier, _FRAME)
        distance = min(abs(expression.start - draft.end), abs(draft.start - expression.end))
        # "At 1100 (1600 GMT) on 26 March", "most recently in May": a day says more than a time of some day or a year.
        bare, coarse = only_time_of_day(expression), over_a_week(expression) + 2 * is_vague(expression)
        order = rank >= _FRAME, is_of_row(phrase, rows, draft.context), rank, bare, coarse, distance
        ranked.append((order, tier, expression))
    if not ranked:
        return
    (*_, bare, _, _), tier, chosen = min(ranked, key=lambda one: one[0])
    reported = [one for one in ranked if one[1] >= _REPORTED and not one[0][-3]]
    if bare and reported:
        # "Before dawn, police said on Saturday": of no day that is told, but told on that one.
        _, tier, chosen = min(reported, key=lambda one: one[0])
    draft.time = chosen.span
    draft.time_basis = "reported" if tier >= _REPORTED else "frame" if tier >= _FRAME else "own"


def _around(draft: Draft, phrases: Sequence[Phrase]) -> Sequence[Phrase]:
    """The time phrases that may date a mention: for what another is counted from, those in its words and right behind.

    "Shot on Friday, three weeks after [the assassination]" gives the assassination another day than Friday.
    """
    anchors = (phrase.expression.anchor for phrase in phrases)
    anchor = next((one for one in anchors if one is not None and one.start <= draft.start < one.end), None)
    if anchor is None:
        return phrases
    if draft.found.pos != "verb" and draft.definite:
        draft.stance = replace(draft.stance, background=True)
    return [phrase for phrase in phrases if anchor.start <= phrase.expression.start <= anchor.end + 1]


def _is_of_other_noun(draft: Draft, phrase: Phrase, drafts: Sequence[Draft]) -> bool:
    """Does it follow the noun of another event ("after the burning of two buses on Monday they were shot")?"""
    others = (nouns_of(one) for one in drafts if one is not draft and one.found.pos != "verb" and one.definite)
    return any(_after_noun(nouns, phrase, drafts) == 0 for nouns in others if nouns.isdisjoint(nouns_of(draft)))


def _is_known(draft: Draft) -> bool:
    """Is it taken for known ("said today that the murder of X ...", "admitted today that guards had shot him")?"""
    if draft.asserted or draft.clause is None or draft.found.pos != "verb":
        return not draft.asserted
    governor = draft.context.parsed.by_verb.get(draft.clause.governor)
    return governor is not None and draft.context.parsed.main(governor).verb in draft.context.lexicon.words(
        "known_verbs"
    )


def _tier(draft: Draft, phrase: Phrase, drafts: Sequence[Draft]) -> int | None:
    """How closely a time phrase belongs to a mention, 0 closest; None if it dates something else."""
    context, clause, owner = draft.context, draft.clause, phrase.owner
    parsed = context.parsed
    nouns = nouns_of(draft)
    # "Today is the tenth anniversary of the murder"
    kept = from_publication(phrase.expression) and is_commemorated(draft.filled, context)
    if kept or only_ends(phrase, draft) or is_of_birth(phrase.first, context) or is_of_others(phrase, draft):
        return None
    named = named_by(phrase, context)
    if named >= 0 and named in nouns:
        return _of_noun(named, draft, phrase)
    if named >= 0:
        # "The 1991 constitution", "Monday's hearing": no time of the mention, unless that is another word for it, as
        # what is called after a day ("killed in Monday's mayhem") may always be.
        told = is_event_noun(named, drafts, context) or context.words[parsed.chunks[named].first].tag == "time"
        return 1 if told and _shares_clause(draft, named, context) else None
    if _told_further(draft, phrase) or _is_appointed(draft, phrase):
        return 0
    # "Took Ana Mora, 34, hostage in Loja on Monday": what ends the trigger's own words says who nobody is.
    behind = phrase.expression.start > draft.end and "," not in context.text[draft.end : phrase.expression.start]
    if (
        (apposed(phrase, context) and not behind)
        or _of_another_deed(draft, phrase)
        or is_day_of_claim(phrase, draft, drafts)
    ):
        return None
    of_charge = owner is not None and names_charge(draft, owner)
    after = _after_noun(nouns, phrase, drafts) if draft.found.pos != "verb" and not of_charge else None
    if owner is not None and _counts(owner, draft):
        return None if after is None or number_between(nouns, phrase, context) else after
    if after is not None:
        return max(after, _of_noun(max(noun for noun in nouns if noun < phrase.first), draft, phrase))
    if owner is not None and (answers_for(draft, owner) or is_owned_up_to(draft, owner, drafts)):
        # "Charged on Wednesday with the murder", "claimed on Wednesday the murder": the day of the charge, the claim.
        return None
    if owner is None or clause is None:
        return _of_no_clause(draft, owner, drafts)
    beside = [other for other in draft.absorbed if other.clause is not None and other.clause.verb == owner.verb]
    if clause.verb == owner.verb or any(_is_told_by(other, owner, drafts) for other in beside):
        return _of_own_clause(draft, owner, drafts)
    if beside:
        # "Claimed on Monday the attack on Friday that killed six"
        return _after_noun(nouns, phrase, drafts)
    if _parted(owner, draft):
        return None
    if (clause.relative or clause.reduced) and not tells_of(clause, draft, drafts):
        # "The men who kidnapped the banker said on Monday ...": what is taken for known is not of that day, but "was
        # kidnapped on Monday by men who killed his guard" is of one.
        hosts = (one for one in drafts if one.clause is not None and one.clause.verb == owner.verb)
        return 2 if any(by_doers(clause, host) for host in hosts) else None
    return _of_other_clause(draft, owner, clause, drafts)


def _of_noun(noun: int, draft: Draft, phrase: Phrase) -> int:
    """The tier of a time phrase of one of the mention's nouns: a wide one says less ("fought on Monday as in 1990")."""
    return int(noun not in {draft.found.chunk, draft.series} and over_a_week(phrase.expression))


def _is_appointed(draft: Draft, phrase: Phrase) -> bool:
    """Is it the day for which what is planned is called ("convocó para el domingo a una marcha")?"""
    chunks, at = draft.context.parsed.chunks, phrase.first - 1
    while at > 0 and chunks[at].kind == "time":
        at -= 1
    own = draft.clause is not None and phrase.owner is not None and draft.clause.verb == phrase.owner.verb
    planned = own and at >= 0 and draft.stance.factuality == "planned" and chunks[at].kind == "prep"
    return planned and draft.context.words[chunks[at].first].lower in draft.context.lexicon.cues("appointed_for")


def _of_own_clause(draft: Draft, clause: Clause, drafts: Sequence[Draft]) -> int | None:
    """The tier of a time phrase of the mention's own clause; None where that does not tell what its noun names."""
    if draft.found.pos == "verb":
        return 0
    return 1 if told_by(draft, clause, drafts) else None


def _is_told_by(draft: Draft, clause: Clause, drafts: Sequence[Draft]) -> bool:
    """Does the clause that a mention stands in tell of it: no "condemned on Monday an attack that killed six"?"""
    told = told_by(draft, clause, drafts) and not is_owned_up_to(draft, clause, drafts)
    return draft.found.pos == "verb" or told


def _of_no_clause(draft: Draft, owner: Clause | None, drafts: Sequence[Draft]) -> int | None:
    """The tier of a time phrase where it, or the mention, stands in no clause."""
    if owner is not None and owner.relative and tells_of(owner, draft, drafts):
        # "The riot that broke out on Friday", whatever is said of it
        return 1
    return None if draft.found.pos != "verb" and (draft.definite or draft.stance.background) else 2


def _counts(clause: Clause, draft: Draft) -> bool:
    """Does the clause count anew who died or was hurt ("raised the toll of the blast to 39", "the toll rose to 39")?

    Or tell of one whom a toll counts now ("was found on Monday, raising the toll to eight").
    """
    lexicon, verb = draft.context.lexicon, draft.context.parsed.main(clause).verb
    if draft.trigger.count == "told" and any(one.clause is clause for one in draft.absorbed):
        return True
    counted = [one.found for one in (draft, *draft.absorbed) if one.trigger.effect]
    if verb in lexicon.words("recounting_verbs"):
        return bool(counted)
    return verb in lexicon.words("toll_verbs") and any(
        found.pos == "noun" and found.chunk in clause.subject for found in counted
    )


def _of_other_clause(draft: Draft, owner: Clause, clause: Clause, drafts: Sequence[Draft]) -> int | None:
    """The tier of a time phrase of another clause, ``owner``, than ``clause``, which the mention stands in."""
    parsed, lexicon = draft.context.parsed, draft.context.lexicon
    says = parsed.main(owner).verb in lexicon.saying
    if says and (parsed.governs(owner, clause) or owner.verb > clause.verb):
        return _REPORTED
    if owner.aside and not tells_of(owner, draft, drafts):
        # "A building that had housed the bank until 2019": when something else was.
        return None
    ruling = ruling_on(owner, draft.context)
    if ruling is not None and ruling.verb == clause.verb:
        # "Was convicted of murdering two in March"
        return None
    if not nouns_of(draft).isdisjoint(owner.subject):
        return 1
    if _is_in_other_deed(owner, clause, draft, drafts):
        return None
    if draft.found.pos != "verb" and (draft.definite or draft.stance.background):
        return None
    if is_ahead(owner, clause, draft.context):
        return None
    if parsed.chunks[owner.verb].modal and not parsed.chunks[clause.verb].modal and draft.stance.factuality in REAL:
        # "Shot in Loja, where a vote will be held on 20 October"
        return None
    if told_between(owner, clause, draft.context):
        return _REPORTED
    near = parsed.governs(clause, owner) or parsed.governs(owner, clause)
    return 2 if near and clause.link not in lexicon.words("parting_links") else _FRAME


def _is_in_other_deed(owner: Clause, clause: Clause, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Does ``owner`` tell what happened in another deed ("arrested two over an attack in which nine died on Friday")?

    Not in that which the mention itself is told to be of ("was shot in a clash in which two died on Friday").
    """
    chunks, words, lexicon = draft.context.parsed.chunks, draft.context.words, draft.context.lexicon
    opening = at = owner.before - 1
    if chunks[opening].kind == "sub" and owner.link not in lexicon.words("scene_relatives"):
        return False
    while at > clause.verb and chunks[at].kind in {"rel", "sub", "prep"}:
        at -= 1
    if at == opening:
        return False
    others = {noun for other in drafts if other is not draft for noun in nouns_of(other)}
    while at > clause.verb and chunks[at].kind == "np" and chunks[at - 1].kind == "prep":
        if at in others:
            within = words[chunks[at - 1].first].lower in lexicon.words("in_event")
            return not within and at not in nouns_of(draft)
        at -= 2
    return False


def _shares_clause(draft: Draft, index: int, context: Context) -> bool:
    """Is the noun phrase the subject of the mention's clause, or what it happened in ("killed in Friday's attack")?"""
    clause = draft.clause
    if clause is None or draft.found.pos != "verb":
        return False
    words, lexicon = context.words, context.lexicon
    preps = (prep for prep, nominal in clause.preps if index in nominal)
    # "An officer who fought in the 1941 war was shot": what stands before the verb tells of him.
    near = reversed(context.parsed.chunks[max(index - 3, clause.verb) : index])
    before = next((words[chunk.first].lower for chunk in near if chunk.kind == "prep"), "")
    within = not lexicon.words("in_event").isdisjoint([*preps, before])
    subject = index in clause.subject and lexicon.names_deed(words[context.parsed.chunks[index].head].lemma)
    return subject or within or _told_in(clause, index, context)


def _told_in(clause: Clause, index: int, context: Context) -> bool:
    """Does the clause tell what happened in what the noun phrase names ("the 31 May attack in which two died")?"""
    chunks = context.parsed.chunks
    for current in context.parsed.upward(clause):
        if current.verb < index:
            return False
        prep = opens_in_which(current, context)
        if prep > index:
            return all(chunk.kind in WITHIN for chunk in chunks[index + 1 : prep])
    return False


def _told_further(draft: Draft, phrase: Phrase) -> bool:
    """Is the mention what a clause tells of that time ("the first since 2016, when gunmen stormed a hotel")?"""
    chunks, words = draft.context.parsed.chunks, draft.context.words
    at = phrase.after + (0 < phrase.after < len(chunks) and words[chunks[phrase.after].first].lower == ",")
    if not 0 < at < len(chunks) or words[chunks[at].first].lower not in draft.context.lexicon.words("when_links"):
        return False
    for current in draft.context.parsed.upward(draft.clause):
        if current.before <= phrase.after:
            return False
        if current.link in draft.context.lexicon.words("when_links"):
            return at in range(current.before - 2, current.verb)
    return False


def _of_another_deed(draft: Draft, phrase: Phrase) -> bool:
    """Does it hang on the noun of another deed ("after the riot on Friday, police arrested two men")?

    A day without a preposition is the verb's, a year the noun's ("arrested over the riot last year").
    """
    context, first = draft.context, phrase.first
    if _is_ahead_of(first, draft):
        return True
    tied = first > 0 and (context.parsed.chunks[first - 1].kind == "prep" or over_a_week(phrase.expression))
    return tied and of_another_deed(first - 1, chunks_of(draft), context)


def _is_ahead_of(first: int, draft: Draft) -> bool:
    """Is it the time of something that comes after the deed ("shot ahead of elections on 20 October")?"""
    chunks, words, at = draft.context.parsed.chunks, draft.context.words, first - 1
    while at > 0 and chunks[at].kind in WITHIN and at not in nouns_of(draft):
        if words[chunks[at].first].lower in draft.context.lexicon.words("ahead"):
            return True
        at -= 1
    return False


def _parted(owner: Clause, draft: Draft) -> bool:
    """Does the phrase stand in a clause that tells of another time ("after police arrested him on Friday, ...")?"""
    parsed, links = draft.context.parsed, draft.context.lexicon.words("parting_links")
    for current in parsed.upward(owner):
        if draft.clause is not None and current.verb == draft.clause.verb:
            return False
        if current.link in links:
            return draft.clause is None or not parsed.governs(current, draft.clause)
    return False


def _after_noun(nouns: set[int], phrase: Phrase, drafts: Sequence[Draft]) -> int | None:
    """The tier of a time phrase that follows the event's noun with no verb between ("the raid on X, Y and Z in May").

    A participle that says no more than that it took place may stand between ("the raid carried out in May"), and
    less surely one that says how someone looked ("the murder of X by men wearing masks in May").
    """
    context = drafts[0].context
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    noun = max((noun for noun in nouns if noun < phrase.first), default=-1)
    if noun < 0:
        return None
    plain = lexicon.words("light_verbs") | lexicon.words("occur_verbs") - lexicon.words("copula")
    told = {one.found.chunk for draft in drafts for one in (draft, *draft.absorbed)}
    tier = 0
    for at in range(noun + 1, phrase.first):
        chunk = chunks[at]
        clause = context.parsed.by_verb.get(at)
        if chunk.shape in {"open", "participle"} and words[chunk.head].verb in plain:
            continue
        describes = clause is not None and (clause.reduced or (chunk.shape == "gerund" and at - 1 in clause.subject))
        if describes and at not in told:
            tier = 2
        elif chunk.kind not in WITHIN | {"conj"} and words[chunk.first].lower != ",":
            return None
    return tier
