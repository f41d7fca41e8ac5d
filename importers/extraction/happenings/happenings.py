"""One happening of an article: the mentions that tell of it, and which of them says most exactly what it was."""

from dataclasses import dataclass, field

from importers.extraction.happenings.people import is_person
from importers.extraction.mentions.drafts import Draft
from importers.extraction.sentences.entities import SIDES, Entity
from store.records.report import CANDIDATE_BELOW


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one happening so far."""

    number: int
    drafts: list[Draft] = field(default_factory=list)
    part_of: int | None = None
    """The number of the total that this one belongs to."""
    follows: int | None = None
    """The number of the happening that this one is told after."""
    foremost: Draft = field(init=False)
    """The lead while mentions are being gathered, before it is known how sure each of them is."""

    def add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.foremost = self.lead

    @property
    def lead(self) -> Draft:
        """The mention that says most exactly what it was: no candidate if others are none, nothing that was undone."""
        if len(self.drafts) == 1:
            return self.drafts[0]
        told = [draft for draft in self.drafts if draft.stance.factuality != "denied"] or self.drafts
        sure = [draft for draft in told if draft.sure >= CANDIDATE_BELOW] or told
        kinds = [draft.event_type for draft in sure]
        if len({kind.name for kind in kinds}) == 1:
            return sure[0]
        undone = {kind.undoes for kind in kinds}
        clashes = [draft for draft, kind in zip(sure, kinds, strict=True) if kind.mutual]
        by_their_dead = [draft for draft in clashes if _is_clash_by_its_dead(draft)]
        doubted = by_their_dead if by_their_dead and any(map(_befell_civilians, sure)) else []
        lawful = {kind.lawful for kind in kinds}
        if any(draft.deadly for draft in sure):
            doubted = doubted + [draft for draft in sure if _is_mere_attempt(draft)]

        def exactness(draft: Draft) -> tuple[bool, bool, bool, int]:
            kind = draft.event_type
            return kind.family not in undone | lawful, kind.peril, draft not in doubted, kind.rank

        return max(sure, key=exactness)

    @property
    def teller(self) -> Draft:
        """The mention whose words make the title: the lead, or the first that names the one it befell.

        Who is only told to be wounded did not meet with what the title says.
        """
        lead = self.lead
        if lead.trigger.frame.befalls == "things":
            # Who is named beside what was burned was not burned.
            return lead
        if any(e.named or e.plural or (e.quantity is not None and e.quantity.best != 1) for e in lead.people()):
            return lead
        sure = (draft for draft in self.drafts if draft.sure >= CANDIDATE_BELOW and not _only_wounds(draft))
        return next((draft for draft in sure if any(entity.named for entity in draft.people())), lead)

    def people(self) -> list[Entity]:
        return [entity for draft in self.drafts for entity in draft.people()]


def _is_clash_by_its_dead(draft: Draft) -> bool:
    """Is a clash one only since soldiers are among those it befell, whoever did it ("a soldier died in the attack")?"""
    if draft.roles.get("agent"):
        return False
    by_its_words = draft.context.lexicon.types[draft.trigger.type]
    return not by_its_words.mutual and all(map(is_person, draft.people()))


def _is_mere_attempt(draft: Draft) -> bool:
    """Is it an attempt on nobody by name or number, as a charge has it ("charged with murder and attempted murder")?"""
    return draft.type in draft.context.lexicon.attempts and not draft.people()


def _befell_civilians(draft: Draft) -> bool:
    """Was it done to people or things that bear no arms, and is that its news?"""
    if not draft.event_type.violent or draft.event_type.mutual or draft.trigger.effect:
        return False
    kinds = [entity.kind for entity in draft.people() if entity.kind is not None]
    return bool(kinds) and all(kind.name and kind.side not in SIDES for kind in kinds)


def _only_wounds(draft: Draft) -> bool:
    """Does it tell of the injured alone?"""
    return {figure.field for figure in draft.figures} == {"injured"}
