"""The meaning of a time phrase before it is resolved: what ``TimeExpression.form`` holds, as JSON.

Kinds (``k``):

- ``cal``: calendar fields as far as they are said (year, month, day, weekday, quarter, half, season, week, decade,
  century, holiday); what is missing is found from the reference day, the tense or the narrative.
- ``rel``: a unit counted from the reference or the narrative: "last week", "this year", "tomorrow", "that day".
- ``shift``: an amount of time before or after something: "two weeks ago", "a day later", "three days after the vote".
- ``nth``: the n-th unit within something: "the first week of May", "the last Sunday in October".
- ``dur`` and ``set``: durations and repeated times.  ``ref``: "now", "recently", "soon".
- ``range``: from ``a`` to ``b``.
"""

import json
from functools import lru_cache
from typing import Final, Literal, TypedDict, cast

Tense = Literal["past", "future", "present", ""]


class Form(TypedDict, total=False):
    """See the module. Only ``importers.dating`` reads it."""

    k: str
    y: int
    m: int
    d: int
    wd: int
    """ISO weekday, Monday 1."""
    q: int
    hf: int
    s: str
    """Season: SP, SU, FA or WI."""
    wk: int
    dec: int
    """The decade's first year."""
    cen: int
    """The century's first year."""
    hol: str
    short: bool
    """The year or decade was said with two digits."""
    part: str
    """A part of the day: MO, MI, AF, EV, NI, DT, or TIMEX3's own."""
    clock: str
    """"17:00"."""
    utc: bool
    """The clock is that of Greenwich ("0245 GMT on Tuesday")."""
    aside: bool
    """It stands in a participle's aside ("the transfer, ordered by the court on Monday")."""
    relative: bool
    """It stands in a relative clause behind a comma ("the station, where a man died last Friday")."""
    mod: str
    """START, MID or END of it."""
    about: bool
    more: str
    """TIMEX3's MOD of an amount: MORE_THAN, LESS_THAN, ..."""
    dir: str
    """last, this, next: said of a calendar name ("last Friday"); prev, same, foll: counted from the narrative."""
    base: str
    """What a rel or shift is counted from: ref, ctx (the narrative) or event."""
    unit: str
    n: float
    amt: list[tuple[float, str]]
    """Amounts with their units; a negative number is a vague one ("several")."""
    sign: int
    v: str
    """The TIMEX3 value of a ref, set or duration."""
    of: "Form"
    a: "Form"
    b: "Form"
    since: str
    """The preposition that makes a stretch of it: since, until, before, after, by."""
    tense: Tense
    said: bool
    """The day on which somebody tells of a time named before it ("killed on Monday, police said on Tuesday")."""
    stamp: bool
    """It opens an entry of a live page."""
    fiscal: bool
    to_date: bool
    """A run of months that a report is about: "the (first) nine months"."""
    bare: bool
    """A lone unit word with an article: "the quarter"."""
    span: tuple[int, int]
    """Offsets of the words that name the event it hangs on."""
    lang: str
    words: str
    """The phrase itself, for dateparser, in languages without a grammar of ours."""


_WRITER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dump(form: Form) -> str:
    """Write a form as compact JSON, keys in the order they were set."""
    return _WRITER.encode(form)


@lru_cache(maxsize=1 << 12)
def load(text: str) -> Form:
    """Read a form back. Whoever changes it must copy it: the same words of other articles share it."""
    return cast("Form", json.loads(text))
