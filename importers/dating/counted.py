"""Times counted from others: "last week", "that day", "two weeks ago", "a year earlier", "the first week of May"."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from importers.dating import calendars as cal
from importers.dating.conventions import FEW, SHIFTED, WINDOW
from importers.dating.durations import duration_value
from importers.dating.forms import Form
from importers.dating.narrative import Narrative
from importers.dating.points import Point, point, stretch
from store.records.span import Span

_RANK: Final = ("day", "week", "month", "quarter", "season", "half", "year", "decade")
_CLOCK_UNITS: Final = frozenset({"hour", "minute", "second"})


# ---- counted units: last week, tomorrow, that day


def relative(form: Form, narrative: Narrative, inner: Point | None) -> Point | None:
    """Resolve a unit counted from the reference day, the narrative or the period a text is about."""
    unit, count = form["unit"], int(form["n"])
    if form["base"] == "theme":
        return _other_year(form, narrative, inner)
    if form["base"] == "ctx":
        return _anaphoric(form, unit, count, narrative)
    today = narrative.reference
    if today is None:
        return None
    names = {-1: f"the {unit} before", 0: f"the same {unit}", 1: f"the {unit} after"}
    return point(unit, cal.step(unit, today, count), names.get(count, f"{count:+d} {unit}s"))


def _other_year(form: Form, narrative: Narrative, inner: Point | None) -> Point | None:
    """Find "the 1988 quarter", "last year's period": the period spoken of, in another year."""
    year = form.get("y", inner.start.year if inner is not None and inner.start is not None else None)
    if year is None:
        return None
    theme = narrative.theme
    if theme is None and form["unit"] == "quarter" and narrative.reference is not None:
        theme = point("quarter", cal.step("quarter", narrative.reference, -1))
    if theme is not None and theme.start is not None:
        moved = cal.add_months(theme.start, 12 * (year - theme.start.year))
        found = point(theme.unit, cal.period(theme.unit, moved), f"the {theme.unit} spoken of, in {year}")
        return replace(found, compared=True)
    return point("year", cal.months_from(year, 1, 12), f"a period of {year}")


def _anaphoric(form: Form, unit: str, count: int, narrative: Narrative) -> Point | None:
    """Count from the narrative: "that day", "the following year", "the quarter"."""
    today = narrative.reference
    if form.get("bare"):
        theme = narrative.theme
        if theme is not None and (unit == "period" or unit == theme.unit == "quarter"):
            return theme.because("the period spoken of")
        if today is None:
            return None
        if unit in {"period", "quarter"}:
            return point("quarter", cal.step("quarter", today, -1), "the last quarter over")
        step = -1 if unit == "weekend" and today.isoweekday() < 6 else 0
        return point(unit, cal.step(unit, today, step), f"the current {unit}")
    last = narrative.within(unit)
    base = last.start if last is not None else today
    if base is None:
        return None
    named = "told of before" if last is not None else "the publication"
    return point(unit, cal.step(unit, base, count), f"counted from {base}, {named}")


# ---- amounts before and after


def shifted(form: Form, narrative: Narrative, inner: Point | None) -> Point | None:
    """Resolve an amount of time before or after something."""
    if form["base"] in {"theme", "ctx", "ref"} and (beside := _year_beside(form, narrative)) is not None:
        return beside
    if form["base"] == "ctx" and (around := _in_stretch_told(form, narrative)) is not None:
        return around
    base, why = _base(form, narrative, inner)
    if form["base"] == "event":  # TIMEX3: "three weeks" after a thing is a duration, whatever its days
        length = duration_value(form["amt"])
        return replace(_moved(form, base, why, inner), value=length) if base is not None else Point(length, unit="dur")
    return _moved(form, base, why, inner) if base is not None else None


def _moved(form: Form, base: date, why: str, inner: Point | None) -> Point:
    """Move a day by a form's amounts, and say how exact the outcome is."""
    amounts, sign = form["amt"], int(form["sign"])
    steps = (why,) if why else ()
    if any(count < 0 for count, _ in amounts):
        return _vague(amounts, sign, base, steps)
    day = base
    for count, unit in amounts:
        if unit not in _CLOCK_UNITS:
            day = cal.add(day, unit, sign * count)
        elif unit == "hour":
            day += cal.DAY * sign * round((count - 1) / 24)
    unit = min((SHIFTED[unit] for _, unit in amounts), key=_RANK.index, default="day")
    steps = (*steps, f"{_spell(amounts)} {'before' if sign < 0 else 'after'} {base}")
    rounded = form.get("more", "") != ""
    if form["base"] in {"of", "event"} and inner is not None and inner.unit == "day" and not rounded:
        unit = "day"
    if unit == "day":
        return Point(day.isoformat(), day, day, "day", about=rounded, centre=day if rounded else None, steps=steps)
    value = cal.code(unit, cal.period(unit, day)[0])
    if unit == "week" or form["base"] in {"of", "event"}:
        window = timedelta(days=WINDOW[unit])
        return Point(value, day - window, day + window, unit, about=True, centre=day, steps=steps)
    return replace(point(unit, cal.period(unit, day), *steps), about=rounded)


def _year_beside(form: Form, narrative: Narrative) -> Point | None:
    """Find what "a year earlier", "year-ago" compare with: the quarter or half spoken of, a year before."""
    amounts, sign = form["amt"], int(form["sign"])
    if len(amounts) != 1 or amounts[0] not in ([1, "year"], (1, "year")) or "more" in form:
        return None
    theme, today = narrative.theme, narrative.reference
    if "q" in form and today is not None:
        first = cal.months_from(today.year, form["q"] * 3 - 2, 3)
        theme = point("quarter", first if first[0] <= today else cal.months_from(today.year - 1, form["q"] * 3 - 2, 3))
    elif form.get("unit") == "quarter" and theme is None and today is not None:
        theme = point("quarter", cal.step("quarter", today, -1))
    if theme is None or theme.start is None:
        return None
    moved = cal.add_months(theme.start, sign * 12)
    said = f"the same {theme.unit} a year {'before' if sign < 0 else 'after'}"
    return replace(point(theme.unit, cal.period(theme.unit, moved), said), compared=True)


def _in_stretch_told(form: Form, narrative: Narrative) -> Point | None:
    """Find "three days later" where a week or month was told of last, "months later" where a year was.

    It is some day around that, counted from no day told before.
    """
    last = narrative.last
    if last is None or last.unit not in {"week", "month", "year"} or last.start is None or last.end is None:
        return None
    finer = _RANK[: _RANK.index(last.unit)]
    if any(SHIFTED[unit] not in finer or unit in _CLOCK_UNITS for _, unit in form["amt"]):
        # "Hours later" is counted from a day, whatever year has been named since ("the 2016 accord").
        return None
    day = narrative.within("day")
    if day is not None and day.start is not None and last.start <= day.start <= last.end:
        return None
    if any(count < 0 for count, _ in form["amt"]):
        sign = int(form["sign"])
        first, latest = (_vague(form["amt"], sign, edge, ()) for edge in (last.start, last.end))
        return replace(
            first, end=latest.end, steps=(*last.steps, f"a vague amount from a day of that {last.unit}: a window")
        )
    if last.unit == "week":
        first, latest = (_moved(form, edge, "", None) for edge in (last.start, last.end))
        if first.start is not None and latest.end is not None:
            return stretch((first.start, latest.end), *last.steps, f"{_spell(form['amt'])} from a day of that week")
    return replace(last, about=True, steps=(*last.steps, f"{_spell(form['amt'])} from a day of that {last.unit}"))


def _base(form: Form, narrative: Narrative, inner: Point | None) -> tuple[date | None, str]:
    """Find the day an amount is counted from, and why."""
    said, before = form["base"], form["sign"] < 0
    if said == "of":
        if inner is None:
            return None, ""
        return (inner.start if before else inner.end), " ".join(inner.steps)
    if said == "event":
        when = narrative.anchors.get(Span(*form["span"]))
        if when is None or when.start is None or when.end is None:
            return None, ""
        return (when.start if before else when.end), f"the event it hangs on: {when.edtf or when.start}"
    if said == "ctx":
        finest = min((SHIFTED[unit] for _, unit in form["amt"]), key=_RANK.index, default="day")
        known = narrative.within(finest)
        if known is not None and known.start is not None:
            said_as = known.value[:10] if known.value[:1].isdigit() else str(known.start)
            return known.start, f"counted from {said_as}, told of before"
        if narrative.lost or not before:
            # "Was freed three days later" is later than something, and never than the publication.
            return None, ""
    return narrative.reference, ""


def _vague(amounts: list[tuple[float, str]], sign: int, base: date, steps: tuple[str, ...]) -> Point:
    """Give "several years ago" its window: no day is meant, and no day is made up."""
    near = far = base
    for count, unit in amounts:
        low, high = FEW[int(count)] if count < 0 else (count, count)
        if unit not in _CLOCK_UNITS:
            near, far = cal.add(near, unit, sign * low), cal.add(far, unit, sign * high)
    if near == far:
        return Point(
            base.isoformat(), base, base, "day", about=True, centre=base, steps=(*steps, "hours: the same day")
        )
    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    return Point(
        value, min(near, far), max(near, far), "span", one_day=True, steps=(*steps, "a vague amount: a window")
    )


def _spell(amounts: list[tuple[float, str]]) -> str:
    return " ".join(f"{count:g} {unit}{'' if count == 1 else 's'}" for count, unit in amounts)


# ---- the n-th unit within something


def containing(form: Form, inner: Point) -> Point | None:
    """Find the week, month or quarter that holds a day."""
    if inner.start is None:
        return None
    unit = form["unit"]
    return point(unit, cal.period(unit, inner.start), *inner.steps, f"the {unit} of {inner.start}")


def run(form: Form, first: Point) -> Point | None:
    """Find "two weeks starting May 20"."""
    if first.start is None:
        return None
    end = first.start
    for count, unit in form["amt"]:
        if count < 0 or unit in _CLOCK_UNITS:
            return None
        end = cal.add(end, unit, count)
    return stretch((first.start, max(end - cal.DAY, first.start)), *first.steps)


def nth(form: Form, outer: Point) -> Point | None:
    """Find the n-th unit, weekday or run of units within a period; -1 is the last."""
    if outer.start is None or outer.end is None:
        return None
    unit, number, size = form["unit"], int(form["n"]), 1
    if unit == "wd":
        return _nth_weekday(form["wd"], number, outer)
    if "amt" in form:
        count, unit = form["amt"][0]
        if count < 1:
            return None
        size = int(count)
    if unit == "fortnight" and size == 1 and outer.unit == "month":
        middle = outer.start + cal.DAY * 14
        return stretch((outer.start, middle) if number == 1 else (middle + cal.DAY, outer.end), *outer.steps)
    if unit == "half":
        days = _half(outer.start, outer.end, number)
    elif unit == "week":
        days = _weeks(outer.start, outer.end, number, size)
    elif number > 0:
        first = cal.step(unit, outer.start, number - 1)
        days = (first[0], cal.step(unit, first[0], size - 1)[1])
    else:
        days = (cal.step(unit, outer.end, 1 - size)[0], cal.period(unit, outer.end)[1])
    if days[0] > outer.end or days[1] < outer.start:
        return None
    if size == 1 and unit != "half":
        return point(unit, days, *outer.steps)
    found = stretch(days, *outer.steps)
    return replace(found, unit="half") if found.value[5:6] == "H" else found


def _half(start: date, end: date, number: int) -> cal.Period:
    """Cut a period in halves: a year by months, anything else by days, the second half being the longer."""
    if (end - start).days >= 364:
        middle = cal.add_months(start, 6)
    else:
        middle = start + cal.DAY * (((end - start).days + 1) // 2)
    return (start, middle - cal.DAY) if number == 1 else (middle, end)


def _nth_weekday(weekday: int, number: int, outer: Point) -> Point | None:
    assert outer.start is not None
    assert outer.end is not None
    if number > 0:
        day = cal.weekday_on_or_after(outer.start, weekday) + cal.DAY * 7 * (number - 1)
    else:
        day = cal.weekday_on_or_before(outer.end, weekday)
    return point("day", (day, day), *outer.steps) if outer.start <= day <= outer.end else None


def _weeks(start: date, end: date, number: int, size: int) -> cal.Period:
    """Count weeks as ISO does: the first week of a period is the one with its first Thursday."""
    first = cal.weekday_on_or_after(start, 4) - cal.DAY * 3
    last = cal.weekday_on_or_before(end, 4) - cal.DAY * 3
    monday = first + cal.DAY * 7 * (number - 1) if number > 0 else last - cal.DAY * 7 * (size - 1)
    return monday, monday + cal.DAY * (7 * size - 1)
