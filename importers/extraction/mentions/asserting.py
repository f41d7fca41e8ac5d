"""What a sentence asserts, and what it takes for known: "gunmen shot him", but "the men who shot him", "his murder".

News is asserted. What is taken for known ("presupposed") may be of any time: it is no news of the day.
"""

from collections.abc import Sequence

from importers.extraction.mentions.attribution import counting
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.telling import nouns_of, tells_of, told_by
from importers.extraction.syntax.clauses import Clause
from store.records.report import REAL


def is_asserted(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Is the mention told as news by its own clause? ``drafts`` are those of its sentence."""
    stance = draft.stance
    if stance.factuality not in REAL or stance.background or stance.generic or _quoted(draft):
        return False
    if draft.found.pos == "verb":
        return draft.clause is not None and _clause_asserts(draft.clause, draft, drafts)
    if draft.context.headline:
        return not _is_inquired_into(draft)
    outcomes = ((one, one.clause) for one in draft.absorbed if one.found.pos == "verb")
    if any(clause is not None and _clause_asserts(clause, one, drafts) for one, clause in outcomes):
        # "Two men were killed by a bomb": what came of it is told, so it is, too.
        return True
    clause = draft.clause
    if clause is None:
        return not draft.definite and not draft.context.parsed.clauses
    inside = any(not nouns_of(draft).isdisjoint(nominal) for nominal in (clause.subject, *clause.objects))
    # "Police reported the murder of X" tells of it as "police said that X was murdered" does.
    says = draft.context.parsed.main(clause).verb in draft.context.lexicon.saying
    return inside and (says or told_by(draft, clause, drafts)) and _clause_asserts(clause, draft, drafts)


def _is_inquired_into(draft: Draft) -> bool:
    """Is it what somebody is caught, questioned or tried for ("Man held in murder of judge"), which is no news?"""
    clause, parsed, lexicon = draft.clause, draft.context.parsed, draft.context.lexicon
    at = draft.found.chunk - 1
    if clause is None or at <= clause.verb or parsed.chunks[at].kind != "prep":
        return False
    tied = parsed.words[parsed.chunks[at].first].lower in lexicon.either("pursued_for", "in_event")
    verb = parsed.main(clause).verb
    return tied and verb in lexicon.either("pursue_verbs", "blame_verbs", "inquiry_verbs")


def _clause_asserts(clause: Clause, draft: Draft, drafts: Sequence[Draft]) -> bool:
    parsed, lexicon = draft.context.parsed, draft.context.lexicon
    chunk = parsed.chunks[clause.verb]
    if clause.relative or clause.reduced:
        # "They count 400 prisoners killed" tells of it as "they say that 400 were killed" does.
        counted = clause.reduced and counting(clause, draft.context) is not None
        return counted or tells_of(clause, draft, drafts) or parsed.leaves_out_be(clause)
    governor = parsed.by_verb.get(clause.governor)
    if chunk.shape == "infinitive":
        # "Managed to kill a guard", "began to shell the town", but "plans to shell the town".
        succeeds = governor is not None and parsed.main(governor).verb in lexicon.cues("implicative_verbs")
        return governor is not None and succeeds and _clause_asserts(governor, draft, drafts)
    if clause.link in lexicon.words("parting_links"):
        return False
    if chunk.shape == "gerund" and not (clause.link == "," and _is_result(clause, draft)):
        # "The measures include moving prisoners", but "a bomb went off, killing two".
        return False
    says = governor is not None and parsed.main(governor).verb in lexicon.saying
    if governor is not None and parsed.main(governor).verb in lexicon.words("known_verbs"):
        return False
    # "Had been shot" is of a time before; told by another ("said he had been shot") it is the past of what was said.
    return not (chunk.perfect and chunk.past) or says


def _is_result(clause: Clause, draft: Draft) -> bool:
    """Is the participle the first that hangs on a finite verb: what came of that, no item of a list?"""
    parsed = draft.context.parsed
    of_list = (c for c in parsed.clauses if c.governor == clause.governor and c.verb < clause.verb)
    beside = [clause.governor, *(c.verb for c in of_list)]
    return clause.governor >= 0 and all(parsed.chunks[verb].shape != "gerund" for verb in beside)


def _quoted(draft: Draft) -> bool:
    """Does its clause stand in somebody's own words, not only some words of it?"""
    context, clause = draft.context, draft.clause
    first = min((*clause.subject, clause.verb)) if clause is not None else draft.found.chunk
    at = context.words[context.parsed.chunks[first].first].start
    before = context.text[max(context.text.rfind("\n\n", 0, at), 0) : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”") or before.count("«") > before.count("»")
