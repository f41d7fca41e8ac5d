"""From time phrases to days: pure calendar arithmetic on their forms, the reference day and the narrative.

The only module that knows dateparser, which reads full dates in languages that have no grammar of ours; it is handed
exactly the phrase and the language, and never searches.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from importers.dating import calendars as cal
from importers.dating.arithmetic import resolve_form
from importers.dating.forms import Form, load
from importers.dating.narrative import Narrative
from importers.dating.points import Point
from store.records.span import Span
from store.records.timex import TimeExpression, Timex
from store.records.when import UNDATED, When
from store.when import edtf, precision_of

Reference = tuple[date, date] | None
_NOTHING: Final[Form] = {}
_NO_ANCHORS: Final[Mapping[Span, When]] = {}


def resolve(
    expressions: Sequence[TimeExpression],
    reference: Reference,
    *,
    anchors: Mapping[Span, When] = _NO_ANCHORS,
) -> tuple[Timex, ...]:
    """Resolve the phrases of one article, in text order; same length and order as given.

    ``reference`` is the first and last possible publication day (equal when known); None if unknown: then only
    absolute phrases resolve, and those relative to them. Where it is a range, a phrase gives the hull of what its
    days give, or the exact value where all agree. ``anchors`` dates the events that phrases hang on.
    """
    forms = [load(expression.form) for expression in expressions]
    first, last = reference if reference is not None else (None, None)
    low = _read(forms, first, anchors)
    high = low if first == last else _read(forms, last, anchors)
    return tuple(
        _timex(expression, form, a, b, reference)
        for expression, form, a, b in zip(expressions, forms, low, high, strict=True)
    )


def counted_back(expression: TimeExpression, when: When) -> When:
    """Date the event that an amount hangs on by what happened so much before or after it.

    ``when`` is the date of what did ("fifteen were taken on Saturday, two days after 287 had been seized").
    """
    assert expression.anchor is not None
    form = load(expression.form).copy()
    form["sign"] = -int(form["sign"])
    found = resolve_form(form, Narrative(None, {expression.anchor: when}))
    return _when(expression, form, found, found, None) if found is not None else UNDATED


def _read(forms: Sequence[Form], reference: date | None, anchors: Mapping[Span, When]) -> list[Point | None]:
    """Read all phrases as if published on one day. Days only grow with it, so two ends bound all."""
    narrative = Narrative(reference, anchors)
    out: list[Point | None] = []
    for form, following in zip_longest(forms, forms[1:], fillvalue=_NOTHING):
        if narrative.last is None and form.get("base") == "ctx" and following.get("said"):
            # "Killed the previous day, police said on Tuesday"
            narrative.expect(resolve_form(following, narrative))
        try:
            found = _by_dateparser(form) if form["k"] == "words" else resolve_form(form, narrative)
        except (OverflowError, ValueError):  # a year outside the calendar: "3,000 years ago"
            found = None
        if found is not None:
            narrative.remember(found, form)
        elif "d" in form:
            narrative.lose()
        out.append(found)
    return out


def _timex(
    expression: TimeExpression, form: Form, low: Point | None, high: Point | None, reference: Reference
) -> Timex:
    value, when = "", UNDATED
    if low is not None and high is not None:
        value = low.value if low.value == high.value else ""
        when = _when(expression, form, low, high, reference)
        if not value and low is not high and when.start is not None and when.end is not None:
            value = cal.code_of(when.start, when.end)
    return Timex(expression.start, expression.end, expression.text, expression.type, value, when)


def _when(expression: TimeExpression, form: Form, low: Point, high: Point, reference: Reference) -> When:
    start, end = _earliest(low.start, high.start), _latest(low.end, high.end)
    if start is None and end is None:
        return UNDATED
    since = form.get("since", "")
    today = reference[1] if reference is not None else None
    start, end = _open(since, start, end, today)
    if start is not None and end is not None and start > end:
        start, end = end, start
    hull = low.value != high.value
    if low.about and low.centre is not None and not hull and low.centre == high.centre and not since:
        code = low.centre.isoformat() + "~"
    else:
        code = edtf(start, end, approximate=low.about and not hull, one_day=low.one_day or hull)
    precision = 0 if start == end and ("clock" in form or "part" in form) else precision_of(start, end)
    return When(start, end, code, precision, _chain(expression, form, low, reference))


def _open(since: str, start: date | None, end: date | None, today: date | None) -> tuple[date | None, date | None]:
    """Open or close the stretch as its preposition says: "since 2021" runs until the article."""
    if since == "since":
        return start, today if today is not None and start is not None and today >= start else None
    if since == "before" and start is not None:
        return None, start - cal.DAY if start > date.min else start
    if since == "after" and end is not None:
        return end, None
    if since == "earlier" and today is not None and start is not None and end is not None and start <= today <= end:
        return start, today
    if since == "later" and today is not None and start is not None and end is not None and start <= today <= end:
        return today, end
    return start, end


def _chain(expression: TimeExpression, form: Form, found: Point, reference: Reference) -> tuple[str, ...]:
    steps = ['"' + " ".join(expression.text.split()) + '"']
    if reference is not None and _relative(form):
        first, last = reference
        steps.append(f"published {first}" if first == last else f"published between {first} and {last}")
    return (*steps, *found.steps)


def _relative(form: Form) -> bool:
    if form["k"] == "range":
        return _relative(form["a"]) or _relative(form["b"])
    if form["k"] == "cal":
        return not ("y" in form or "dec" in form or "cen" in form) or "of" in form
    return form.get("base", "ref") == "ref"


def _earliest(a: date | None, b: date | None) -> date | None:
    return None if a is None or b is None else min(a, b)


def _latest(a: date | None, b: date | None) -> date | None:
    return None if a is None or b is None else max(a, b)


@lru_cache(maxsize=4096)
def _parsed(words: str, language: str) -> date | None:
    import dateparser  # type: ignore[import-untyped]  # slow to load, and rarely needed

    found = dateparser.parse(
        words,
        languages=[language],
        settings={"REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False},
    )
    return found.date() if found is not None else None


def _by_dateparser(form: Form) -> Point | None:
    day = _parsed(form["words"], form["lang"])
    return Point(day.isoformat(), day, day, "day", steps=("a full date",)) if day is not None else None
