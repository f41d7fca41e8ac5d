"""What somebody is charged with, admits or claims: the day on which they do is not that of the deed, nor the place."""

from collections.abc import Sequence

from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.telling import nouns_of
from importers.extraction.mentions.timephrases import Phrase
from importers.extraction.roles.charging import charges
from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.clauses import Clause


def answers_for(draft: Draft, owner: Clause) -> bool:
    """Is it what the clause tells that somebody is blamed for, arrested for, accused or convicted of, or admits?"""
    context, chunk = draft.context, draft.found.chunk
    if draft.found.pos == "verb":
        ruling = ruling_on(draft.clause, context)
        if ruling is None or owner is draft.clause:
            # "Accused of killing two in 1988": the year of the deed.
            return False
        # "A man accused of killing two was arrested on Sunday"
        described = ruling.verb < owner.verb and not set(ruling.subject).isdisjoint(owner.subject)
        return described or ruling.verb == owner.verb or context.parsed.governs(owner, ruling)
    chunks, links = context.parsed.chunks, _charge_links(context)
    of_it = chunk > 0 and context.words[chunks[chunk - 1].first].lower in links
    return of_it and owner.verb < chunk < owner.after and _lays_on(owner, context)


def names_charge(draft: Draft, owner: Clause) -> bool:
    """Is it no more than the name of what the clause charges somebody with ("convicted of murder on Monday")?"""
    bare = draft.found.pos != "verb" and not (draft.definite or draft.roles.get("patient"))
    return bare and answers_for(draft, owner)


def ruling_on(deed: Clause | None, context: Context) -> Clause | None:
    """The clause that charges somebody with the deed, or in which they admit it ("convicted X of murdering two")."""
    tied = deed is not None and deed.link in _charge_links(context)
    above = context.parsed.by_verb.get(deed.governor) if deed is not None and tied else None
    return above if above is not None and _lays_on(above, context) else None


def _lays_on(clause: Clause, context: Context) -> bool:
    """Does the clause lay a deed on somebody, or do they admit it?"""
    known = context.lexicon.words("known_verbs")
    return context.parsed.main(clause).verb in known or charges(clause, context)


def _charge_links(context: Context) -> frozenset[str]:
    """What ties a deed to who is charged with it: "convicted of", "sentenced for", "pleaded guilty to"."""
    return context.lexicon.either("blame_prepositions", "tied_to")


def is_owned_up_to(draft: Draft, owner: Clause, drafts: Sequence[Draft]) -> bool:
    """Does the clause tell that somebody claims the deed that the mention's noun names?"""
    claims = (other.clause for other in drafts if other.event_type.owns)
    return draft.found.pos != "verb" and any(clause is not None and clause.verb == owner.verb for clause in claims)


def is_day_of_claim(phrase: Phrase, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Is the time right behind the deed's noun that of the claim ("claimed the attack on Friday")?

    Not if the claim has a day of its own ("on Monday claimed the attack on Friday").
    """
    owner = phrase.owner
    if owner is None or not draft.definite or phrase.first - 2 not in nouns_of(draft):
        return False
    rest = (*range(phrase.first), *range(phrase.after, owner.after))
    other = any(draft.context.parsed.chunks[at].kind == "time" for at in rest)
    return not other and is_owned_up_to(draft, owner, drafts)
