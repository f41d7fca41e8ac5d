"""A mention in the making: what a sentence says of one event, before mentions are compared."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.extraction.lexicon.lexicon import EventType, Lexicon, Trigger, openings
from importers.extraction.locating.mentions import PlaceMention
from importers.extraction.mentions.factuality import assess
from importers.extraction.mentions.figures import (
    Figure,
    at_least,
    at_most,
    counted_beside,
    counted_whole,
    counts_some,
    figures,
    is_alternative,
    present,
)
from importers.extraction.mentions.stances import Stance
from importers.extraction.roles.agents import spare_crews
from importers.extraction.roles.filled import Filled
from importers.extraction.roles.members import by_name, included, tells_some
from importers.extraction.roles.ranks import only_ranks
from importers.extraction.roles.roles import fill
from importers.extraction.roles.triggers import Found, find
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.syntax.chunks import Chunk
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import is_plural, of_complement
from importers.language.tokens import Sentence
from store.records.place import NOWHERE, Place
from store.records.report import TimeBasis
from store.records.span import Span


@dataclass(frozen=True, slots=True)
class Site:
    """The words of a site ("bridge", "six prisons"), where they stand, and the preposition before them ("under")."""

    words: str
    """Without article and possessive."""
    span: Span
    """From the preposition on, where it says more than that something was there."""
    preposition: str
    lead: str = ""
    """What a title puts before it, where that says more than "at": "under a", "cerca del"."""
    several: bool = False
    """Counted as more than one: no one town need hold them all."""
    local: bool = False
    """One of a town's own, told as known ("the cathedral", "Rosales Hospital")."""
    pointing: bool = False
    """It only points back ("the bridge", "la misma cárcel", "these towns")."""


@dataclass(slots=True, eq=False)
class Draft:
    """One mention; filled in step by step, so not frozen. Identity is by object."""

    filled: Filled
    context: Context
    sentence: Sentence
    stance: Stance
    type: str
    roles: dict[str, list[Entity]]
    figures: list[Figure]
    definite: bool = False
    """Its noun is one that points back ("the attack", "these blasts")."""
    demonstrative: bool = False
    """Its noun is pointed at ("these attacks", "such crimes")."""
    plural: bool = False
    number: Figure | None = None
    """How many events its own noun counts ("four car bombs")."""
    distinct: bool = False
    """Told as one more ("another", "two additional")."""
    answered: bool = False
    """Its sentence tells what was done about it: revenge, an arrest."""
    ranked: bool = False
    """It only says which of a row the deed just told is, or whom that befell ("is the third mayor to be killed")."""
    series: int = -1
    """The chunk of the noun that makes a row of its deeds ("this series of explosions"), -1 for none."""
    asserted: bool = True
    """Told as news by its own clause, not taken for known."""
    details: bool = False
    """Something of its own is said of it: who, whom, what, where or when."""
    time: Span | None = None
    time_basis: TimeBasis = ""
    place: Place = NOWHERE
    place_span: Span | None = None
    site: Site | None = None
    by_office: bool = False
    """Its place is only where the one it befell holds office ("the mayor of X")."""
    home: Place = NOWHERE
    """The country whose office those it befell hold ("the Peruvian minister"): where it was if nothing says more."""
    from_scene: bool = False
    """Its place is that of the event told before it."""
    is_total: bool = False
    saved: bool = False
    """Those freed were in peril, nobody's captives."""
    harmless: bool = False
    """It is said right after it that nobody was hurt or killed."""
    over_long: bool = False
    """A total over weeks or years, not over hours or days."""
    cluster: int = -1
    pointing_back: bool = False
    """Resolved to an event told before."""
    sure: float = 0.0
    """How sure it is that this is an event, once all else is known, and why."""
    reasons: tuple[str, ...] = ()
    identified: Span | None = None
    """The sentences behind its own that say who those were whom it only counts."""
    some: tuple[Entity, ...] = ()
    """Of those it befell, the ones named beside their number ("eight people, including a nun")."""
    absorbed: list["Draft"] = field(default_factory=list)
    within: "Draft | None" = None
    """The event named as known in which it is told to have happened ("were killed in the attack")."""
    about: "Draft | None" = None
    """The deed that a protest of its sentence is about ("four died in protests over his murder")."""
    elsewhere: frozenset[int] = frozenset()
    """The chunks that tell of another share of what its clause tells ("killed three in X, two in Y")."""
    listed: tuple[PlaceMention, ...] = ()
    """The places of a list that it is told of."""
    found: Found = field(init=False)
    """What ``filled`` was filled for; so are ``trigger`` and ``clause``."""
    trigger: Trigger = field(init=False)
    clause: Clause | None = field(init=False)
    event_type: EventType = field(init=False)
    """The type that ``type`` names."""

    def __post_init__(self) -> None:
        self.found, self.trigger = self.filled.found, self.filled.trigger
        self.clause = self.found.clause
        self.become(self.type)

    def become(self, name: str) -> None:
        """Make it a mention of an event of the type of that name."""
        self.type, self.event_type = name, self.context.lexicon.types[name]

    @property
    def plain(self) -> bool:
        """May it be what came of an event told more exactly, as soldiers may be whom nobody is said to have killed?"""
        by_its_words = self.context.lexicon.types[self.trigger.type]
        return self.event_type.absorbed or (by_its_words.absorbed and not self.roles.get("agent"))

    @property
    def start(self) -> int:
        return self.context.words[self.found.first].start

    @property
    def end(self) -> int:
        return self.context.words[max(self.found.taken)].end

    @property
    def deadly(self) -> bool:
        """Does it count anybody as killed?"""
        return "killed" in [figure.field for figure in self.figures]

    def people(self) -> list[Entity]:
        """Those it befell."""
        return self.roles.get("patient", [])


def drafts_of(sentence: Sentence, context: Context) -> list[Draft]:
    """The mentions of one sentence, in order, each by itself."""
    found = find(context)
    if not found:
        return []
    events = frozenset(f.chunk for f in found if f.pos == "noun" and not f.triggers[0].doers)
    filled = [one for one in (fill(one, context, events) for one in found) if one is not None]
    return [_draft(one, context, sentence) for one in spare_crews(filled, context)]


def _draft(filled: Filled, context: Context, sentence: Sentence) -> Draft:
    lexicon = context.lexicon
    stance = assess(filled, context)
    name = filled.type
    kind = lexicon.types[name]
    if stance.attempted and kind.attempt:
        name = kind.attempt
        stance = Stance("happened", stance.voice, stance.generic, True, stance.background, stance.why)
    draft = Draft(
        filled,
        context,
        sentence,
        stance,
        name,
        {role: list(fillers) for role, fillers in filled.roles.items()},
        list(_figures(filled, stance, context)),
    )
    people = draft.roles.get("patient", [])
    draft.some = included(people, filled.found, context)
    people += draft.some
    if doers := draft.roles.get("agent"):
        draft.roles["agent"] = list(by_name(doers, context))
    if filled.found.pos != "verb":
        draft.series = _series_of(filled.found.chunk, context)
    if filled.found.pos == "noun":
        _describe_noun(draft, context)
    draft.ranked = only_ranks(filled.found, context)
    if draft.ranked:
        draft.distinct, draft.roles["patient"] = False, [entity for entity in people if entity.proper]
    else:
        draft.distinct = draft.distinct or _one_more(draft, lexicon)
    if filled.trigger.count == "present":
        draft.figures += present(context, filled.trigger.figure)
    return draft


def _figures(filled: Filled, stance: Stance, context: Context) -> Sequence[Figure]:
    """How many; nobody counts what was only tried, nor those who are only named as some of the dead."""
    if stance.attempted:
        return ()
    if tells_some(filled.found, context):
        return counted_whole(filled, context)
    counted = figures(filled, context.lexicon) or counted_beside(filled, context)
    if is_alternative(filled.found, context):
        return at_most(counted)
    return at_least(counted) if counts_some(filled.found, context) else counted


def _describe_noun(draft: Draft, context: Context) -> None:
    chunk: Chunk = context.parsed.chunks[draft.found.chunk]
    words, lexicon = context.words, context.lexicon
    first = min(draft.found.taken)
    series = context.parsed.chunks[draft.series] if draft.series >= 0 else None
    before = words[chunk.first : first] if series is None else words[series.first : series.head]
    draft.definite = any(word.lower in lexicon.words("definite") for word in before) or (
        bool(before) and before[0].tag == "poss"
    )
    draft.demonstrative = any(word.lower in lexicon.words("demonstratives") for word in before)
    last = words[first if lexicon.head_first else max(draft.found.taken)]
    # "Elecciones", "negociaciones" are one.
    several = is_plural(last, lexicon) and last.lemma not in lexicon.words("one_in_plural")
    draft.plural = several or draft.trigger.pointing
    apart = lexicon.words("distinct") - (lexicon.words("fresh") if draft.definite else frozenset())
    draft.answered = _is_avenged(draft.found.chunk, context)
    one_more = any(words[at].lower in apart and words[at].tag != "num" for at in range(chunk.first, first))
    draft.distinct = one_more or draft.answered
    # "21 deaths" are no 21 clashes.
    own = entity_of(draft.found.chunk, context) if not draft.trigger.effect else None
    quantity = own.quantity if own is not None else None
    # "Operation 1027" is one.
    if own is not None and quantity is not None and quantity.rule != "article" and quantity.start < words[first].start:
        draft.number = Figure(
            "devices", quantity.low, quantity.best, quantity.high, quantity.start, own.end, "", quantity.rule
        )


def _is_avenged(index: int, context: Context) -> bool:
    """Is the noun phrase that which something is said to be revenge for ("in retaliation for Sunday's attack")?"""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    at = index - 1
    while at > 1 and chunks[at].kind == "prep" and words[chunks[at].first].lower in lexicon.words("of"):
        at -= 2
    return at > 0 and chunks[at].kind == "prep" and words[chunks[at - 1].head].lemma in lexicon.words("reprisals")


def _series_of(index: int, context: Context) -> int:
    """The chunk of the noun that makes a row of the deeds at chunk ``index`` ("a wave of attacks"), -1 for none."""
    parsed, lexicon = context.parsed, context.lexicon
    outer = index - 2
    if outer < 0 or parsed.words[parsed.chunks[outer].head].lemma not in lexicon.words("series"):
        return -1
    return outer if of_complement(parsed.chunks, parsed.words, outer, lexicon) == index else -1


def _one_more(draft: Draft, lexicon: Lexicon) -> bool:
    """Is what exploded, who was killed ... told as "another" one?"""
    words = draft.context.words
    for role in ("instrument", "patient"):
        for entity in draft.roles.get(role, ())[:1]:
            if role == "patient" and (draft.trigger.effect or entity.plural or entity.definite):
                # "The bomb left seven other people dead" beside one named before, "the other man killed": by that bomb.
                continue
            chunk = draft.context.parsed.chunks[entity.chunk]
            before = words[chunk.first : chunk.head]
            if any(word.lower in lexicon.words("distinct") and word.tag != "num" for word in before):
                return True
    told_apart = not (draft.trigger.effect or draft.definite) and opens_with("apart", draft.context)
    return told_apart or _is_added(draft, lexicon)


def opens_with(cues: str, context: Context) -> bool:
    """Does the sentence open with words of a list of the lexicon ("In a separate incident, ...")?"""
    opening = " ".join([word.lower for word in context.words[:_OPENING]]) + " "
    return opening.startswith(openings(context.lexicon.words(cues)))


def _is_added(draft: Draft, lexicon: Lexicon) -> bool:
    """Is it told as done as well, to things told of for the first time ("they also burned a school")?"""
    clause, context = draft.clause, draft.context
    own_means = bool(draft.roles.get("instrument"))
    if draft.found.pos != "verb" or clause is None or not draft.event_type.violent:
        return False
    if draft.trigger.effect and not own_means:
        # "Two cars were also damaged": by the bomb told of before, not "by a grenade".
        return False
    hit = draft.people()
    if not hit or any(e.definite or not e.is_thing for e in hit):
        return False
    chunks = context.parsed.chunks
    told = context.words[chunks[min((*clause.subject, clause.verb))].first : chunks[clause.verb].last]
    return any(word.lower in lexicon.words("also") for word in told) or opens_with("additions", context)


_OPENING = 6
"""Words of a sentence among which those stand that say that it tells more."""
