"""How many: the numbers of those an event befell (or of devices used) as low, best and high, with their words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.roles.filled import Filled
from importers.extraction.roles.members import whole_told
from importers.extraction.roles.tolls import number_of
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context, Entity
from store.records.event import FIGURES
from store.records.record import record
from store.records.report import SINGLES


@record
class Figure:
    """One number of an event. ``parts`` are the claims a sum is made of ("30 nurses", "four doctors")."""

    field: str
    low: int | None
    best: int | None
    high: int | None
    start: int
    end: int
    unit: str = ""
    rule: str = ""
    kind: str = ""

    @property
    def known(self) -> bool:
        return self.low is not None or self.best is not None or self.high is not None


def figures(filled: Filled, lexicon: Lexicon) -> tuple[Figure, ...]:
    """The figures that a mention's trigger gives: the sum of a coordination first, then its parts."""
    trigger = filled.trigger
    if trigger.figure not in FIGURES:
        return ()
    if trigger.count == "present":
        return ()
    role = _COUNTED.get(trigger.count, trigger.count)
    counted = [
        count_of(entity, trigger.figure, lexicon) for entity in filled.roles.get(role, ()) if _countable(entity, role)
    ]
    parts = [figure for figure in counted if figure is not None]
    him = filled.pronoun if filled.pronoun_role == role else None
    if him is not None and _is_one(him, lexicon) and (parts or trigger.figure == "killed"):
        # "He died", "killing him and two of his guards", who are three.
        parts.insert(0, Figure(trigger.figure, 1, 1, 1, him.start, him.end, "", "one"))
        counted = list(parts)
    if not parts:
        return ()
    if len(parts) < len(counted):
        # "The inspector and his brothers": nobody says how many.
        return tuple(parts) if any(part.rule not in SINGLES for part in parts) else ()
    if len(parts) == 1:
        return tuple(parts)
    parts = _without_their_names(parts, lexicon)
    return (total(parts, trigger.figure), *parts) if len(parts) > 1 else tuple(parts)


def _without_their_names(parts: list[Figure], lexicon: Lexicon) -> list[Figure]:
    """Without those who only say who the first counted are.

    "Three people, two men and a woman" are three, "two clerks, Ana Mora and Luis Paz, and a guard" as well; but "three
    men, two women and a child" are six.
    """
    first, *rest = parts
    several = first.best or 0
    if several < 2:
        return parts
    persons = not lexicon.words("persons").isdisjoint(first.unit.lower().split())
    if persons and several in accumulate(part.best or 0 for part in rest):
        # "Five suspects, four Chileans and a Peruvian, ..."
        return [first]
    if len(rest) < several or any(part.rule != "one" for part in rest[:several]):
        return parts
    return [first, *rest[several:]]


def _is_one(pronoun: Entity, lexicon: Lexicon) -> bool:
    return pronoun.value.lower() in lexicon.words("personal_pronouns")


_COUNTED = {"self": "instrument", "told": "patient", "each": "patient"}
"""Ways of counting -> the role whose number it is."""


def _countable(entity: Entity, role: str) -> bool:
    return role != "patient" or entity.cls in {"", "person"}


def count_of(entity: Entity, field: str, lexicon: Lexicon) -> Figure | None:
    """The figure of a field that the words for people give: their number, or one of a single person."""
    quantity, kind = entity.quantity, entity.kind_name
    if quantity is not None:
        return Figure(
            field, quantity.low, quantity.best, quantity.high, quantity.start, max(entity.end, quantity.end),
            _unit(entity.value, quantity.phrase.lower()), quantity.rule, kind,
        )  # fmt: skip
    if entity.value.lower() in lexicon.words("one_more"):
        return Figure(field, 1, 1, 1, entity.start, entity.end, "", "one", "")
    if entity.plural or entity.vague or entity.pronoun:
        return None
    if entity.head in lexicon.words("collectives"):
        return None
    if entity.named or entity.cls == "person":
        return Figure(field, 1, 1, 1, entity.start, entity.end, entity.value, "one", kind)
    return None


def _unit(value: str, phrase: str) -> str:
    """What ``value`` says is counted, "" where only the number is told, its ``phrase`` ("at least 14 killed")."""
    if phrase.endswith(value.lower()):
        return ""
    return value[len(phrase) :].strip() if value.lower().startswith(phrase) else value


def present(context: Context, field: str) -> list[Figure]:
    """How many of a state's forces the sentence counts as taking part ("involving more than 2,200 personnel")."""
    for clause in context.parsed.clauses:
        if context.parsed.main(clause).verb not in context.lexicon.words("involve_verbs"):
            continue
        for entity in (e for nominal in clause.objects or (clause.subject,) for e in entities(nominal, context)):
            if entity.quantity is not None and entity.side == "state":
                counted = count_of(entity, field, context.lexicon)
                return [counted] if counted is not None else []
    return []


def counted_beside(filled: Filled, context: Context) -> list[Figure]:
    """How many a word for their number says they are: "the number of prisoners killed rose to 12"."""
    if filled.found.pos != "verb" or filled.trigger.figure not in FIGURES:
        return []
    told = (number_of(entity, filled.found, context) for entity in filled.roles.get("patient", ()))
    counted = (count_of(entity, filled.trigger.figure, context.lexicon) for entity in told if entity is not None)
    return [figure for figure in counted if figure is not None][:1]


def counted_whole(filled: Filled, context: Context) -> list[Figure]:
    """How many those are of whom the sentence names some: "a nun was among the 14 people killed"."""
    whole = whole_told(filled.found, context)
    counted = whole is not None and filled.trigger.figure in FIGURES
    figure = count_of(whole, filled.trigger.figure, context.lexicon) if whole is not None and counted else None
    return [figure] if figure is not None else []


def counts_some(found: Found, context: Context) -> bool:
    """Does the clause count those whom somebody saw, or who died at once, of whom there may be more?

    "The hospital received 16 bodies", "had treated 20 wounded", "six were killed on the spot"; "the dead exceed 40".
    """
    parsed, lexicon, clause = context.parsed, context.lexicon, found.clause
    if clause is None:
        return False
    above = parsed.by_verb.get(clause.governor) if clause.reduced else None
    partial = lexicon.either("receiving_verbs", "exceeding_verbs")
    if any(parsed.main(one).verb in partial for one in (clause, above) if one is not None):
        return True
    at_once = lexicon.words("at_once")
    if context.forms.isdisjoint(at_once):
        return False
    behind = context.words[parsed.chunks[clause.verb].last : parsed.chunks[clause.after - 1].last]
    return any(word.lower in at_once for word in behind)


def at_least(figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures as the least that there were, but for single persons."""
    return [figure if figure.rule in SINGLES else replace(figure, high=None) for figure in figures]


def is_alternative(found: Found, context: Context) -> bool:
    """Does "or" join the verb to another of the same people ("killed or wounded nine", "murieron o fueron heridos")?"""
    clause, joining = found.clause, context.lexicon.words("alternatives")
    if found.pos != "verb" or clause is None or context.forms.isdisjoint(joining):
        return False
    return (clause.link in joining and clause.governor >= 0) or any(
        other.link in joining and other.governor == clause.verb and other.subject == clause.subject
        for other in context.parsed.clauses
    )


def at_most(figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures as the most that there were."""
    return [replace(figure, low=None, best=None) for figure in figures if figure.high is not None]


def total(parts: Sequence[Figure], field: str) -> Figure:
    """The sum of figures; an end that one of them leaves open stays open."""

    def add(values: Sequence[int | None]) -> int | None:
        return None if any(value is None for value in values) else sum(value for value in values if value is not None)

    return Figure(
        field,
        add([part.low for part in parts]),
        add([part.best for part in parts]),
        add([part.high for part in parts]),
        min(part.start for part in parts),
        max(part.end for part in parts),
        "",
        "sum",
    )


def parts_first(figures: Sequence[Figure]) -> list[Figure]:
    """The figures with each sum behind what it is made of, so that the last word on a field is its total."""
    return sorted(figures, key=lambda figure: figure.rule == "sum")


def settle(mentions: Sequence[list[Figure]]) -> None:
    """Leave out, of the figures of one happening, those that only count a person named, where others count many."""
    for field in {figure.field for figures in mentions for figure in figures}:
        many = any(
            figure.field == field and figure.rule not in SINGLES and (figure.best or figure.low or 0) > 1
            for figures in mentions
            for figure in figures
        )
        for figures in mentions if many else ():
            if not any(figure.field == field and figure.rule not in SINGLES for figure in figures):
                figures[:] = [figure for figure in figures if figure.field != field]


def without_single(figures: Sequence[Figure], field: str) -> list[Figure]:
    """The figures without those of a field that count one person told of by name or with an article."""
    return [figure for figure in figures if figure.field != field or figure.rule not in SINGLES]


def excludes(one: Figure, other: Figure) -> bool:
    """Can the two numbers not both be true of one happening?"""
    low = max((value for value in (one.low, other.low) if value is not None), default=None)
    high = min((value for value in (one.high, other.high) if value is not None), default=None)
    return low is not None and high is not None and low > high


def count_other_dead(some: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Do the figures give numbers of dead that cannot both be true of one happening?"""
    return any(one.field == other.field == "killed" and excludes(one, other) for one in some for other in others)
