"""Those whom a mention tells of as known from the happening told before: "the hostages", "the suspect, Luis Mera"."""

from importers.extraction.happenings.happenings import Cluster
from importers.extraction.mentions.drafts import Draft
from importers.extraction.sentences.entities import Entity
from importers.extraction.syntax.nominals import of_complement


def tells_of_known(draft: Draft, candidate: Cluster) -> bool:
    """Does it tell of nobody but those whom the happening may have befallen, as known?"""
    people = draft.people()
    return bool(people) and all(_is_known(entity, draft, candidate) for entity in people)


def _is_known(entity: Entity, draft: Draft, candidate: Cluster) -> bool:
    """Is it one of "the victims" or, beside forty schoolgirls, of "the girls", or "the suspect, Luis Mera"?"""
    if entity.proper:
        return _is_introduced(entity, draft) and not any(other.proper for other in candidate.people())
    if entity.head in draft.context.lexicon.words("anyone"):
        return entity.quantity is None or entity.definite or entity.vague
    if not entity.definite or not entity.kind_name or _of_whom(entity, draft):
        return False
    alike = (other for other in candidate.people() if other.kind_name == entity.kind_name and not other.proper)
    return any(other.plural == entity.plural for other in alike)


def _is_introduced(entity: Entity, draft: Draft) -> bool:
    """Does the name stand behind a noun with the article: "the suspect, Luis Mera, was held"?"""
    subject = draft.clause.subject if draft.clause is not None else ()
    if entity.chunk not in subject[1:]:
        return False
    words, lexicon = draft.context.words, draft.context.lexicon
    described = draft.context.parsed.chunks[subject[0]]
    known = lexicon.words("anyone") | lexicon.words("culprits")
    return words[described.first].lower in lexicon.words("definite") and words[described.head].lemma in known


def _of_whom(entity: Entity, draft: Draft) -> bool:
    """Is it said whose or what kind they are ("the driver of a bus"), as of those not told of yet?"""
    parsed, lexicon = draft.context.parsed, draft.context.lexicon
    return of_complement(parsed.chunks, parsed.words, entity.chunk, lexicon) >= 0
