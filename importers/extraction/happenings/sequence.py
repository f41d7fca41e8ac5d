"""What the text tells after what: "two more followed", an arrest over a blast, hostages freed who had been taken.

Such a tie gives no day, but a limit: what follows is not earlier than what it follows.
"""

from collections.abc import Iterator, Sequence

from importers.extraction.happenings.happenings import Cluster
from importers.extraction.happenings.ordering import told_next
from importers.extraction.happenings.people import called, share_victim
from importers.extraction.mentions.drafts import Draft
from store.records.report import REAL


def tie_sequence(drafts: Sequence[Draft], clusters: Sequence[Cluster]) -> None:
    """Say of each happening of an article which other one it is told after; nothing where the text does not say."""
    told = [cluster for cluster in clusters if cluster.drafts and _is_real(cluster)]
    for cluster in told:
        found = next((number for number in _candidates(cluster, drafts, clusters) if number != cluster.number), None)
        cluster.follows = found
    _after_the_first(clusters)


def free_the_arrested(clusters: Sequence[Cluster]) -> None:
    """Tell who was let go by those who had arrested him from who was let go by captors, whom nobody tells of then."""
    told = [draft for cluster in clusters for draft in cluster.drafts]
    for draft in told:
        types = draft.context.lexicon.types
        target = types[draft.trigger.type].instead
        if target and draft.type != target and _was_in_custody(draft, told, types[target].follows):
            draft.become(target)


def _was_in_custody(freed: Draft, told: Sequence[Draft], custody: frozenset[str]) -> bool:
    """Is whom a release befell told to have been arrested, and not to have been held captive?"""
    lexicon, doers = freed.context.lexicon, freed.roles.get("agent", ())
    if any(entity.side == "armed" for entity in doers) or _is_captive(freed):
        return False
    if _is_lawful(freed):
        return True
    captive = lexicon.types[freed.trigger.type].follows
    held = [one for one in told if one.type in captive]
    arrested = [one for one in told if one.type in custody and one.start < freed.end and one.stance.factuality in REAL]
    if any(share_victim(freed, one) for one in arrested):
        return not any(share_victim(freed, one) for one in held)
    return bool(arrested) and not held and not any(called(entity) for entity in freed.people())


def _is_lawful(freed: Draft) -> bool:
    """Does its clause say that a court did it ("a court order freed him"), or its sentence that he was in custody?"""
    context, clause = freed.context, freed.clause
    if not context.forms.isdisjoint(context.lexicon.words("custody")):
        return True
    if clause is None or clause.passive or freed.found.pos != "verb":
        return any(entity.head in context.lexicon.words("courts") for entity in freed.roles.get("agent", ()))
    subject = (context.parsed.chunks[index] for index in clause.subject)
    words = (word for chunk in subject for word in context.words[chunk.first : chunk.last])
    return any(word.lemma in context.lexicon.words("courts") for word in words)


def _is_captive(freed: Draft) -> bool:
    return any(entity.head in freed.context.lexicon.words("captives") for entity in freed.people())


def mark_saved(clusters: Sequence[Cluster]) -> None:
    """Mark a rescue in an article that tells of a disaster and of no captives: it freed nobody from anybody."""
    kinds = [(cluster, cluster.lead.event_type) for cluster in clusters if cluster.drafts]
    if not any(kind.peril for _, kind in kinds):
        return
    told = frozenset(kind.name for _, kind in kinds)
    for cluster, kind in kinds:
        for draft in cluster.drafts if kind.follows and not kind.follows & told else ():
            draft.saved = True


def _is_real(cluster: Cluster) -> bool:
    return cluster.lead.stance.factuality in REAL and not cluster.drafts[0].is_total


def _candidates(cluster: Cluster, drafts: Sequence[Draft], clusters: Sequence[Cluster]) -> Iterator[int]:
    for draft in cluster.drafts:
        yield from _after(draft, drafts)
        if draft.event_type.answers and not draft.stance.background:
            yield from _answered(draft, drafts)
            yield from _beside(draft, drafts)
    yield from _needed(cluster, clusters)
    first = cluster.drafts[0]
    if told_next(first):
        yield from _just_before(first, drafts, clusters)


def _after(draft: Draft, drafts: Sequence[Draft]) -> Iterator[int]:
    """What a clause with "after" tells that the mention's own clause came after."""
    links = draft.context.lexicon.words("after_links")
    for other in drafts:
        clause = other.clause if other.sentence is draft.sentence and other.found.pos == "verb" else None
        if clause is None or draft.clause is None or clause.link not in links or other.cluster < 0:
            continue
        fronted = clause.governor < 0 and clause.verb < draft.clause.verb
        if clause.verb != draft.clause.verb and (fronted or clause.governor == draft.clause.verb):
            yield other.cluster


def _answered(draft: Draft, drafts: Sequence[Draft]) -> Iterator[int]:
    """The deed that an arrest is made over: a violent one named by a noun after it ("over the blasts")."""
    for other in drafts:
        named = other.found.pos != "verb" and other.sentence is draft.sentence and other.start > draft.end
        if named and other.event_type.violent and other.cluster >= 0 and not _is_subject(other):
            yield other.cluster


def _beside(draft: Draft, drafts: Sequence[Draft]) -> Iterator[int]:
    """The deed that an arrest is told beside: the only violence before it in its paragraph."""
    before = {
        other.cluster
        for other in drafts
        if other.sentence.paragraph == draft.sentence.paragraph and other.start < draft.start
        if other.event_type.violent and other.stance.factuality in REAL and other.cluster >= 0
    }
    if len(before) == 1:
        yield from before


def _is_subject(draft: Draft) -> bool:
    """Is its noun what a verb says something of, and no mere part of what is told before ("the blasts killed")?"""
    return any(
        draft.found.chunk in clause.subject and not (clause.relative or clause.reduced)
        for clause in draft.context.parsed.clauses
        if clause.verb > draft.found.chunk
    )


def _needed(cluster: Cluster, clusters: Sequence[Cluster]) -> Iterator[int]:
    """What must have come before a happening of its type: the one told in its sentence, else the only one told."""
    types = cluster.lead.event_type.follows
    if not types:
        return
    before = [other for other in clusters if other.drafts and other.lead.type in types and _is_real(other)]
    sentences = {draft.sentence.number for draft in cluster.drafts}
    here = [other for other in before if any(draft.sentence.number in sentences for draft in other.drafts)]
    for found in (here, before):
        if len(found) == 1:
            yield found[0].number


def _just_before(draft: Draft, drafts: Sequence[Draft], clusters: Sequence[Cluster]) -> Iterator[int]:
    """The happening told last, in this sentence or the one before."""
    for other in reversed(drafts):
        near = 0 <= draft.sentence.number - other.sentence.number <= 1
        if not near or other.start >= draft.start or other.cluster < 0 or other.stance.background:
            continue
        if _is_real(clusters[other.cluster]):
            yield other.cluster


def _after_the_first(clusters: Sequence[Cluster]) -> None:
    """A total, and those of its happenings that are tied to nothing, come after the one that all began with."""
    first = {cluster.part_of: cluster.number for cluster in reversed(clusters) if any(map(_opens, cluster.drafts))}
    for cluster in clusters:
        total = cluster.number if cluster.drafts and cluster.drafts[0].is_total else cluster.part_of
        opening = first.get(total) if total is not None else None
        if opening is not None and cluster.follows is None and cluster.number != opening:
            cluster.follows = opening


def _opens(draft: Draft) -> bool:
    """Is it what a row of deeds "began with"?"""
    context, clause = draft.context, draft.clause
    if clause is None or context.parsed.main(clause).verb not in context.lexicon.words("opening_verbs"):
        return False
    with_it = clause.phrases(context.lexicon.words("opening_with"))
    return draft.found.pos != "verb" and any(draft.found.chunk in nominal for nominal in with_it)
