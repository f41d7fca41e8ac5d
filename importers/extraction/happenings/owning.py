"""Who did a deed, as another mention of it says: "A bomb went off in Cali. The ELN claimed responsibility".

A sentence that says who did it and what came of it tells both of one happening ("after the attack, blamed on the ELN,
three people died").
"""

from collections.abc import Sequence
from dataclasses import replace

from importers.extraction.happenings.happenings import Cluster
from importers.extraction.locating.records import holds
from importers.extraction.mentions.attribution import Voice
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.stances import Stance
from importers.extraction.roles.charging import blame_each_other
from importers.extraction.syntax.nominals import is_plural
from store.records.report import REAL

_NEAR = 3
"""So many sentences after the deed."""


def own_up(drafts: Sequence[Draft], clusters: Sequence[Cluster]) -> None:
    """Make those who claim a deed that their sentence does not name the ones who did the deed told last before."""
    for at, draft in enumerate(drafts):
        owners = [entity for entity in draft.roles.get("agent", ()) if not entity.pronoun]
        if not draft.event_type.owns or draft.stance.factuality != "happened" or draft.stance.generic or not owners:
            continue
        if any(other.sentence is draft.sentence and other.event_type.violent for other in drafts):
            # It names what is claimed.
            continue
        deed = _last_deed(draft, drafts[:at])
        if deed is not None and not any(_says_who(other) for other in clusters[deed.cluster].drafts):
            deed.roles.setdefault("agent", []).extend(owners)


def disown(drafts: Sequence[Draft], clusters: Sequence[Cluster]) -> list[Draft]:
    """Make of each denial of a deed a mention by which those who deny it say that they did not do it.

    "Two buses were burned in Jos. The Sons of the Delta denied involvement": it stays an event of its own, too.
    """
    denials = []
    for at, draft in enumerate(drafts):
        deniers = [entity for entity in draft.roles.get("agent", ()) if not entity.pronoun]
        if not draft.event_type.disowns or draft.stance.factuality != "happened" or not deniers:
            continue
        named = (other for other in drafts if other.sentence is draft.sentence and _took_place(other))
        deed = next(named, None) or (None if _says_in_what(draft) else _last_deed(draft, drafts[:at]))
        if deed is None:
            continue
        voice = Voice(deniers[0].value, deniers[0].start, deniers[0].end)
        stance = Stance("denied", voice, why=f"“{draft.context.text[draft.start : draft.end]}”")
        denial = replace(
            draft, stance=stance, type=clusters[deed.cluster].lead.type, roles={"agent": deniers}, cluster=deed.cluster
        )
        clusters[deed.cluster].add(denial)
        denials.append(denial)
    return denials


def trade_blame(drafts: Sequence[Draft], clusters: Sequence[Cluster]) -> list[Draft]:
    """Let each of those who accuse each other say of the others that they did it: the mentions that come to it."""
    more = []
    for draft in drafts:
        doers = [entity for entity in draft.roles.get("agent", ()) if not entity.pronoun]
        if draft.cluster < 0 or len(doers) < 2 or not blame_each_other(draft.context):
            continue
        sides = [
            replace(
                draft,
                stance=replace(draft.stance, voice=Voice(accuser.value, accuser.start, accuser.end)),
                roles={**draft.roles, "agent": [entity for entity in doers if entity is not accuser]},
            )
            for accuser in doers
        ]
        draft.stance, draft.roles = sides[0].stance, sides[0].roles
        for side in sides[1:]:
            clusters[draft.cluster].add(side)
        more += sides[1:]
    return more


def _says_in_what(draft: Draft) -> bool:
    """Does the denial go on with what its doers had no part in ("denied any role in the fraud")?"""
    parsed, own = draft.context.parsed, draft.clause.objects if draft.clause is not None else ()
    behind = max((at for nominal in own for at in nominal), default=draft.found.chunk) + 1
    ties = parsed.chunks[behind : behind + 2]
    if [chunk.kind for chunk in ties] != ["prep", "np"]:
        return False
    return draft.context.words[ties[1].head].tag != "pron"


def share_blame(drafts: Sequence[Draft], clusters: Sequence[Cluster]) -> None:
    """Make those whom a plural that points back tells of the ones who did each of the deeds it takes together.

    "A bomb went off in Cali. A judge was shot in Loja. Police blame the ELN for these attacks", "for the two attacks".
    """
    for at, draft in enumerate(drafts):
        owners = [entity for entity in draft.roles.get("agent", ()) if not entity.pronoun]
        if owners and _takes_together(draft):
            for home in _last_told(draft, drafts[:at], clusters):
                known = any(other.roles.get("agent") for other in home.drafts)
                more = [entity for entity in owners if entity.named or not known]
                if not any(_says_who(other) for other in home.drafts):
                    home.lead.roles.setdefault("agent", []).extend(more)


def _takes_together(draft: Draft) -> bool:
    """Is it "these attacks", "the two crimes", which happened, with no word of whom they befell?"""
    context, kind = draft.context, draft.event_type
    head = context.words[context.parsed.chunks[draft.found.chunk].head]
    back = draft.found.pos == "noun" and draft.definite and is_plural(head, context.lexicon)
    told = draft.stance.factuality == "happened" and not draft.stance.generic
    return back and told and kind.violent and not kind.mutual and not draft.people()


def _last_told(draft: Draft, before: Sequence[Draft], clusters: Sequence[Cluster]) -> Sequence[Cluster]:
    """The deeds told just before, as many as the mention counts, else all of those that few sentences tell.

    "The blasts in Cali" are those of Cali alone.
    """
    many = draft.number.best if draft.number is not None else None
    near = (
        other.cluster
        for other in reversed(before)
        if other.cluster >= 0
        and other.event_type.violent
        and clusters[other.cluster].lead.event_type.family in draft.trigger.anaphor | {draft.event_type.family}
        and other.stance.factuality in REAL
        and other.sentence is not draft.sentence
        and draft.sentence.number - other.sentence.number <= _NEAR
        and (draft.place_span is None or holds(draft.place, other.place))
    )
    return [clusters[number] for number in list(dict.fromkeys(near))[:many]]


def _says_who(draft: Draft) -> bool:
    """Does it name who did it, or of what body they were, more than "gunmen", "two men"?"""
    anyone = draft.context.lexicon.words("anyone")
    return any(
        entity.named
        or entity.definite
        or (entity.kind is not None and entity.side != "armed" and entity.head not in anyone)
        for entity in draft.roles.get("agent", ())
    )


def _last_deed(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    for other in reversed(before):
        if draft.sentence.number - other.sentence.number > _NEAR:
            return None
        if _took_place(other):
            return other
    return None


def _took_place(draft: Draft) -> bool:
    """Is it violence that is told to have happened?"""
    return draft.cluster >= 0 and draft.event_type.violent and draft.stance.factuality in REAL


def share_captors(clusters: Sequence[Cluster]) -> None:
    """Make armed people who free somebody the ones who held them, where nobody else is told to have taken them."""
    by_number = {cluster.number: cluster for cluster in clusters}
    for freed in clusters:
        taken = by_number.get(freed.follows) if freed.follows is not None else None
        if taken is None or taken.lead.type not in freed.lead.event_type.follows:
            continue
        doers = (entity for draft in freed.drafts for entity in draft.roles.get("agent", ()))
        captors = [entity for entity in doers if entity.side == "armed" and not entity.pronoun]
        if captors and not any(draft.roles.get("agent") for draft in taken.drafts):
            taken.lead.roles["agent"] = captors


def share_doers(clusters: Sequence[Cluster]) -> None:
    """Give a mention that tells only what came of a deed those who did it, as its sentence names them."""
    for home in clusters:
        for draft in home.drafts:
            if not draft.trigger.effect or draft.roles.get("agent") or draft.filled.pronoun_role == "agent":
                continue
            told = (
                [entity for entity in other.roles.get("agent", ()) if not entity.pronoun]
                for other in home.drafts
                if other.sentence is draft.sentence and other.event_type.violent
            )
            draft.roles["agent"] = next((doers for doers in told if doers), [])
