"""From a mention to the claims of its report, each with the words it rests on."""

from collections.abc import Iterator

from importers.extraction.casting import role_of
from importers.extraction.drafts import Draft
from importers.extraction.entities import Entity
from importers.extraction.figures import parts_first
from store.records.report import Claim


def claims_of(draft: Draft, name: str, told: frozenset[int] = frozenset()) -> tuple[Claim, ...]:
    """The claims of one mention of an event of type ``name``: roles, instrument, figures, place, voice.

    ``told``: the offsets of people whom another mention names more closely.
    """
    return tuple(_claims(draft, name, told))


def _claims(draft: Draft, name: str, told: frozenset[int]) -> Iterator[Claim]:
    text = draft.context.text
    violent = draft.context.lexicon.types[name].violent
    rule = f"{draft.trigger.frame.name}:{draft.found.pos}"

    def claim(field: str, entity: Entity, unit: str) -> Claim:
        phrase, head = text[entity.start : entity.end], "" if entity.proper else entity.head
        return Claim(field, entity.value, phrase, entity.start, entity.end, unit=unit, rule=rule, head=head)

    named: set[str] = set()
    for role, fillers in draft.roles.items():
        for entity in fillers:
            kind = entity.kind.name if entity.kind is not None else ""
            if role == "instrument" and entity.value.lower() not in named:
                named.add(entity.value.lower())
                yield claim("instrument", entity, kind)
            elif role in {"agent", "patient"} and not entity.pronoun and not _only_counts(entity, draft):
                part = role_of(role, entity, draft, violent=violent)
                if part is not None and not (role == "patient" and entity.start in told):
                    yield claim(part, entity, kind)
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
            figure.rule,
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
    """Is it a bare number, "two of them" or "the dead", which names nobody? How many it counts is a figure."""
    words = [word for word in draft.context.words if entity.start <= word.start < entity.end]
    lexicon = draft.context.lexicon
    own = entity.value.lower().split()
    return (
        any(word.lower in own for word in words)  # "they" may be the guards of the sentence before
        and not entity.named
        and all(
            word.tag in {"num", "det", "poss", "pron", "adv", "punct"}
            or word.lower in lexicon.words("of")
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
