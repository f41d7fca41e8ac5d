"""How many, where several say it: UCDP's low, best and high, and whether those who count exclude each other.

The best value is the one most voices give, ties going to the later report; a toll that a later report raises is
superseded, no dispute; a vague figure that holds a precise one agrees with it. What an article quotes from two who
exclude each other are two values. What only those say who did it ("the group said it had killed 24") decides nothing
where anybody else counts.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from importers.linking.evidence import told_as_one
from importers.linking.figures import COUNTED, TOLLS, Stated, bounds, excludes, least, precise, relation
from importers.linking.mentions import Mention
from importers.linking.titling import last_day
from importers.linking.voices import Voice
from store.records.event import FIGURES, Estimate

_SEVERAL: Final = 2


@dataclass(frozen=True, slots=True)
class _Value:
    """A value, with those who give it."""

    estimate: Estimate
    voices: int
    """How many do, those who did it aside."""
    last: date | None
    parts: tuple[Estimate, ...] = ()
    """What those who give it sum up."""


def figures_of(voices: Sequence[Voice]) -> tuple[dict[str, Estimate], list[str]]:
    """Give each figure that any voice states of an event, and the figures on which voices exclude each other."""
    merged: dict[str, Estimate] = {}
    quarrels = []
    single = any(not mention.is_total for voice in voices for mention in voice.mentions)
    for field in FIGURES:
        spoken = [(voice, mention) for voice in voices if (mention := _speaks(voice, field, single=single)) is not None]
        if not spoken:
            continue
        if field in COUNTED:
            said = [_Value(_counted(voice, voices), 1, last_day(mention)) for voice, mention in spoken]
        else:
            said = _said([(mention.figures[field], last_day(mention)) for _, mention in spoken])
        values = _current(field, _gathered(said))
        merged[field] = _estimate(values)
        if any(_quarrel(one, other) for one, other in combinations(values, 2)):
            quarrels.append(field)
    return merged, quarrels


def _speaks(voice: Voice, field: str, *, single: bool) -> Mention | None:
    """Give the mention by which a voice states a figure: of its versions the last, there by the closest count.

    ``single``: somebody tells of this deed alone; then what counts it among others ("three senators, X among them, were
    murdered this year") gives no figure of it.
    """
    told = [mention for mention in voice.mentions if not (single and mention.is_total)]

    def standing(mention: Mention) -> tuple[date, bool, bool, float]:
        said = mention.figures[field].estimate
        return last_day(mention) or date.min, said.best is not None, precise(said), least(said)

    return max((mention for mention in told if field in mention.figures), key=standing, default=None)


def _counted(voice: Voice, voices: Sequence[Voice]) -> Estimate:
    """Give how many deeds a voice tells of: those it tells one by one are as many as another tells as one."""
    whole = max(told_as_one(mention) for other in voices for mention in other.mentions)
    own = [told_as_one(mention) for mention in voice.mentions if mention.source == voice.lead.source]
    number = whole if sum(own) == whole else max(own)
    return Estimate(number, number, number)


def _said(stated: Sequence[tuple[Stated, date | None]]) -> list[_Value]:
    """Give what voices say: of each its number, or those of the people it quotes who exclude each other.

    Who is only told of by name is not counted, where somebody counts several.
    """
    several = any(least(said.estimate) >= _SEVERAL for said, _ in stated)
    return [
        _Value(estimate, int(not said.partisan), day, () if said.sayings else said.parts)
        for said, day in stated
        if not (several and said.single)
        for estimate in said.sayings or (said.estimate,)
    ]


def _gathered(said: Sequence[_Value]) -> list[_Value]:
    """Give the distinct values, each with all who give it."""
    found: dict[Estimate, list[_Value]] = {}
    for value in said:
        found.setdefault(value.estimate, []).append(value)
    return [
        _Value(
            estimate,
            sum(value.voices for value in told),
            max((value.last for value in told if value.last), default=None),
            tuple(part for value in told for part in value.parts),
        )
        for estimate, told in found.items()
    ]


def _current(field: str, values: Sequence[_Value]) -> list[_Value]:
    """Leave out what a later report raised, unless only those say so who did it."""
    if field not in TOLLS:
        return list(values)
    return [
        value
        for value in values
        if not any(
            other.last
            and value.last
            and other.last > value.last
            and bounds(other.estimate)[0] > bounds(value.estimate)[1]
            and (other.voices or not value.voices)
            for other in values
        )
    ]


def _quarrel(one: _Value, other: _Value) -> bool:
    """Say whether two values exclude each other, and neither is a part that the other sums up."""
    part = one.estimate in other.parts or other.estimate in one.parts
    return not part and excludes(one.estimate, other.estimate)


def _holds(vague: Estimate, other: Estimate) -> bool:
    """Say whether a vague statement allows another, closer one: "at least 12" says no other than 14 does."""
    low, high = bounds(vague)
    other_low, other_high = bounds(other)
    closer = other_high - other_low < high - low or (high == other_high and other_low > low)
    return closer and low <= other_low and other_high <= high and relation(vague, other) == "agree"


def _estimate(values: Sequence[_Value]) -> Estimate:
    """UCDP's three numbers from the values that stand."""
    exact = [
        value
        for value in values
        if value.estimate.best is not None and not any(_holds(value.estimate, other.estimate) for other in values)
    ]
    if not exact:
        lows = _known(value.estimate.low for value in values)
        highs = _known(value.estimate.high for value in values)
        return Estimate(max(lows, default=None), None, min(highs, default=None))
    support: Counter[int] = Counter()
    latest: dict[int, date] = {}
    for value in exact:
        best = value.estimate.best
        assert best is not None
        support[best] += value.voices
        if value.last:
            latest[best] = max(value.last, latest.get(best, date.min))
    most = max(support.values())
    leaders = sorted((best for best in support if support[best] == most), key=lambda best: latest.get(best, date.min))
    tied = len(leaders) > 1 and latest.get(leaders[-1]) == latest.get(leaders[-2])
    best = None if tied else leaders[-1]
    if len(support) == 1:
        return _one_value(leaders[-1], [value.estimate for value in exact])
    return Estimate(min(support), best, max(support))


def _one_value(best: int, stated: Sequence[Estimate]) -> Estimate:
    """All who count say one number: exact if anyone states it as exact ("57", "at least 57")."""
    if any(precise(one) for one in stated):
        return Estimate(best, best, best)
    lows, highs = [one.low for one in stated], [one.high for one in stated]
    return Estimate(max(_known(lows), default=best), best, None if None in highs else max(_known(highs)))


def _known(values: Iterable[int | None]) -> list[int]:
    return [value for value in values if value is not None]
