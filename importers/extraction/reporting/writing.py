"""From a mention to its report, with claims that each have the words they rest on."""

from collections.abc import Iterator, Mapping

from importers.extraction.happenings.happenings import Cluster
from importers.extraction.happenings.occasions import died_later
from importers.extraction.happenings.people import adds, some_of_them
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.figures import parts_first
from importers.extraction.reporting.casting import role_of
from importers.extraction.reporting.titles import title
from importers.extraction.sentences.entities import Entity
from store.records.report import PART, SUMMARY, Claim, Factuality, Report, TimeBasis


def report_of(
    draft: Draft, home: Cluster, nearer: frozenset[int], spelled: Mapping[str, str], before: int = 0
) -> Report:
    """The report of one mention of the happening ``home``.

    ``nearer``: the offsets of people whom another mention of it names more closely; ``spelled``: how the article spells
    its places; ``before``: how many happenings other parts of the article told before.
    """
    lead = home.lead
    name = lead.type if not draft.is_total else draft.type
    voice = draft.stance.voice
    trigger_end = draft.context.words[draft.found.first].end
    return Report(
        start=draft.sentence.span.start,
        end=draft.identified.end if draft.identified is not None else draft.sentence.span.end,
        sentence_no=draft.sentence.number,
        trigger=draft.context.text[draft.start : trigger_end],
        trigger_start=draft.start,
        trigger_end=trigger_end,
        event_type=draft.context.lexicon.types[name].event_type,
        sub_event_type=name,
        factuality=_factuality(draft),
        confidence=_confidence(draft, home),
        reasons=draft.reasons,
        attributed_to=voice.name if voice is not None else "",
        claims=tuple(_claims(draft, name, nearer)),
        place=draft.place,
        time=draft.time,
        time_basis=_basis(draft),
        title=title(home.teller, lead.type, draft.place, home.drafts, spelled),
        cluster=before + home.number,
        part_of=None if home.part_of is None else before + home.part_of,
        follows=None if home.follows is None else before + home.follows,
        is_total=draft.is_total,
        asserted=draft.asserted,
    )


def _factuality(draft: Draft) -> Factuality:
    if draft.stance.factuality == "happened" and draft.stance.background:
        return "background"
    return draft.stance.factuality


def _confidence(draft: Draft, home: Cluster) -> float:
    """How sure the mention is; one that points back is as sure as what it points to, no surer."""
    if not draft.pointing_back or (draft.stance.factuality == "planned" and draft.time_basis == "own"):
        return draft.sure
    return min(draft.sure, max((other.sure for other in home.drafts if not other.pointing_back), default=0.0))


def _basis(draft: Draft) -> TimeBasis:
    if draft.time_basis == "own" and died_later(draft):
        # The day of a death in hospital is one by which the deed was done.
        return "reported"
    return draft.time_basis if draft.time is not None else ""


def _claims(draft: Draft, name: str, nearer: frozenset[int]) -> Iterator[Claim]:
    """Its claims as one of type ``name``: roles, instrument, figures, place, date, voice."""
    text = draft.context.text
    kind_of_deed = draft.context.lexicon.types[name]
    rule = f"{draft.trigger.frame.name}:{draft.found.pos}"

    def claim(field: str, entity: Entity, unit: str) -> Claim:
        phrase, head = text[entity.start : entity.end], "" if entity.proper else entity.head
        return Claim(field, entity.value, phrase, entity.start, entity.end, unit=unit, rule=rule, head=head)

    named: set[str] = set()
    for role, fillers in draft.roles.items():
        for entity in fillers:
            kind = entity.kind_name
            if role == "instrument" and entity.value.lower() not in named:
                named.add(entity.value.lower())
                yield claim("instrument", entity, kind)
            elif role in {"agent", "patient"} and not (entity.pronoun or _only_counts(entity, draft)):
                part = role_of(role, entity, draft, kind_of_deed)
                if part is not None and not (role == "patient" and entity.start in nearer):
                    yield claim(part, entity, kind)
    share = PART if adds(draft) or some_of_them(draft) else SUMMARY if draft.context.headline else ""
    for figure in parts_first(draft.figures):
        yield Claim(
            figure.field,
            _value(figure.low, figure.best, figure.high),
            text[figure.start : figure.end],
            figure.start,
            figure.end,
            figure.low,
            figure.best,
            figure.high,
            figure.unit,
            share or figure.rule,
        )
    if draft.place_span is not None:
        start, end = draft.place_span.start, draft.place_span.end
        rule = "scene" if draft.from_scene else "nearest"
        yield Claim("place", text[start:end], text[start:end], start, end, rule=rule)
    if draft.time is not None:
        start, end = draft.time.start, draft.time.end
        yield Claim("date", text[start:end], text[start:end], start, end, rule=draft.time_basis)
    voice = draft.stance.voice
    if voice is not None:
        yield Claim("attributed_to", voice.name, text[voice.start : voice.end], voice.start, voice.end, rule="saying")


def _only_counts(entity: Entity, draft: Draft) -> bool:
    """Is it a bare number, "two of them", "six others", "the fifth" or "the dead", which names nobody or nothing?

    Its count is a figure.
    """
    lexicon = draft.context.lexicon
    if entity.value.lower() in lexicon.words("those_told"):
        return True
    if entity.named:
        return False
    words = [word for word in draft.context.words if entity.start <= word.start < entity.end]
    own = entity.value.lower().split()
    pointing = bool(words) and words[-1].tag == "pron"
    return (
        any(word.lower in own for word in words)  # "they" may be the guards of the sentence before
        and all(
            (word.tag == "num" and word.lemma not in lexicon.nouns)  # "a couple" are two people
            or word.tag in {"det", "poss", "pron", "adv", "punct"}
            or word.lower in lexicon.either("of", "ordinals", "other_people")
            or (pointing and word.lemma in lexicon.words("partitives"))
            or (draft.found.pos == "word" and word.lemma in lexicon.word_triggers)
            for word in words
        )
    )


def _value(low: int | None, best: int | None, high: int | None) -> str:
    if best is not None:
        return str(best)
    if low is not None:
        return f"{low}+"
    return f"up to {high}" if high is not None else ""
