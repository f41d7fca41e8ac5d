"""Calendar arithmetic on forms: one function a kind. Pure but for the narrative it is given."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from importers.dating import calendars as cal
from importers.dating.conventions import CLOCK_PART, FEW, SHIFTED, THIRD, WINDOW
from importers.dating.durations import duration_value
from importers.dating.feasts import feast
from importers.dating.forms import Form
from importers.dating.narrative import Narrative
from importers.dating.points import Point, point, stretch

_FIELDS: Final = ("d", "wd", "m", "q", "hf", "s", "wk", "hol")


def resolve_form(form: Form, narrative: Narrative) -> Point | None:
    """Resolve one form; None where nothing is known to count from."""
    kind = form["k"]
    if kind == "ref":
        return Point(form["v"], unit="ref")
    if kind == "set":
        return Point(form["v"], unit="set")
    if kind == "dur":
        return _duration(form, narrative)
    if kind == "range":
        return _range(form, narrative)
    if kind == "rel":
        found = _relative(form, narrative)
    elif kind == "shift":
        found = _shift(form, narrative)
    elif kind == "nth":
        found = _nth(form, narrative)
    else:
        found = _calendar(form, narrative)
    return _finish(form, found) if found is not None else None


def _finish(form: Form, found: Point) -> Point:
    """Add what is said of a part of it: the time of day, early, mid and late, about."""
    if found.start is None or found.end is None:
        return found
    if found.unit == "day":
        if "clock" in form:
            found = replace(found, value=f"{found.value[:10]}T{form['clock']}")
        elif "part" in form:
            found = replace(found, value=f"{found.value[:10]}{CLOCK_PART.get(form['part'], 'T' + form['part'])}")
            if form["part"] == "ON":
                found = replace(found, start=found.start - cal.DAY, one_day=False)
    if "mod" in form and found.unit != "day" and "since" not in form:
        low, high = THIRD[form["mod"]]
        days = (found.end - found.start).days + 1
        first = found.start + timedelta(days=round(low * days))
        last = found.start + timedelta(days=max(round(high * days) - 1, round(low * days)))
        names = {"START": "early: the first third", "MID": "mid: the middle third", "END": "late: the last third"}
        found = replace(found, start=first, end=last).because(names[form["mod"]])
    if form.get("about"):
        found = replace(found, about=True, centre=found.start if found.start == found.end else None)
    return found


def _duration(form: Form, narrative: Narrative) -> Point:
    value = form["v"] if "v" in form else duration_value(form["amt"])
    today, said = narrative.reference, form.get("dir", "")
    if today is None or said not in {"last", "next"}:
        return Point(value, unit="dur")
    days = today
    vague = any(count < 0 for count, _ in form["amt"])
    for count, unit in form["amt"]:
        size = count if count > 0 else FEW[int(count)][1]
        if unit in {"hour", "minute", "second"}:
            hours = size / {"hour": 1, "minute": 60, "second": 3600}[unit]
            days = days + timedelta(days=-1 if said == "last" else 1) * max(1, round(hours / 24))
        else:
            days = cal.add(days, unit if unit != "night" else "day", -size if said == "last" else size)
    first, last = (days, today) if said == "last" else (today, days)
    return Point(
        value,
        first,
        last,
        "span",
        about=vague,
        steps=("up to the publication" if said == "last" else "from the publication on",),
    )


def _range(form: Form, narrative: Narrative) -> Point | None:
    a, b = form["a"].copy(), form["b"].copy()
    for side in (a, b):
        if "tense" in form and "tense" not in side:
            side["tense"] = form["tense"]
    if a["k"] == "cal" and "wd" in a and "wd" in b and b["k"] == "cal":
        return _weekdays(a, b, narrative)
    last = resolve_form(b, narrative)
    if (
        a["k"] == "cal"
        and last is not None
        and last.start is not None
        and "y" not in a
        and "y" in b
        and "m" in a
        and "m" in b
    ):
        a["y"] = last.start.year
    first = resolve_form(a, narrative)
    if first is None or last is None or first.start is None or last.end is None:
        return None
    if first.start > last.end and a["k"] == "cal" and "y" not in a and "m" in a:
        first = resolve_form(
            {
                **a,
                "y": last.end.year if (a["m"], a.get("d", 1)) <= (last.end.month, last.end.day) else last.end.year - 1,
            },
            narrative,
        )
        if first is None or first.start is None:
            return None
    if first.start > last.end:
        return None
    return stretch((first.start, last.end), *first.steps)


def _weekdays(a: Form, b: Form, narrative: Narrative) -> Point | None:
    last = resolve_form(b, narrative)
    if last is None or last.end is None:
        return None
    first = cal.weekday_on_or_before(last.end, a["wd"])
    return stretch((first, last.end), *last.steps)


# ---- counted units: last week, tomorrow, that day ---------------------------------------------------------------------


def _relative(form: Form, narrative: Narrative) -> Point | None:
    unit, count = form["unit"], int(form["n"])
    if form["base"] == "ctx":
        return _anaphoric(form, unit, count, narrative)
    today = narrative.reference
    if today is None:
        return None
    said = {-1: f"the {unit} before", 0: f"the same {unit}", 1: f"the {unit} after"}.get(count, f"{count:+d} {unit}s")
    return point(unit, cal.step(unit, today, count), said)


def _anaphoric(form: Form, unit: str, count: int, narrative: Narrative) -> Point | None:
    """Count from the narrative: "that day", "the following year", "the quarter"."""
    if unit == "period":
        known = narrative.latest("quarter", "half", "season", "year", "month")
        return known.because("the period spoken of") if known is not None else None
    if form.get("bare"):
        known = narrative.latest(unit)
        if known is not None:
            return known.because(f"the {unit} spoken of")
        if unit == "quarter" and narrative.reference is not None:
            return point(unit, cal.step(unit, narrative.reference, 0), "the current quarter")
        if narrative.reference is None:
            return None
        step = -1 if unit == "weekend" else 0
        return point(unit, cal.step(unit, narrative.reference, step), f"the current {unit}")
    last = narrative.latest(unit) if unit != "day" else narrative.latest("day")
    base = (
        last.start if last is not None else narrative.last.start if narrative.last is not None else narrative.reference
    )
    if base is None:
        return None
    named = "the day told of before" if last is not None else "the publication"
    return point(unit, cal.step(unit, base, count), f"counted from {base}, {named}")


# ---- amounts before and after ----------------------------------------------------------------------------------------


def _shift(form: Form, narrative: Narrative) -> Point | None:
    amounts, sign = form["amt"], form["sign"]
    base, why, anchored = _base(form, narrative)
    if base is None:
        return None
    if any(count < 0 for count, _ in amounts):
        return _vague_shift(form, base, why)
    units = [unit for _, unit in amounts] or ["day"]
    finest = min(units, key=lambda unit: _RANK.index(SHIFTED[unit]))
    if (
        form["base"] == "ctx"
        and len(amounts) == 1
        and (known := _same_period(narrative, units[0])) is not None
        and known.start is not None
    ):
        moved = cal.add_months(known.start, sign * round(amounts[0][0] * 12))
        return point(
            known.unit,
            cal.period(known.unit, moved),
            f"the same {known.unit}, {amounts[0][0]:g} years {'before' if sign < 0 else 'after'}",
        )
    day = base
    for count, unit in amounts:
        if unit not in {"hour", "minute", "second", "night"}:
            day = cal.add(day, unit, sign * count)
        elif unit == "night":
            day = cal.add(day, "day", sign * count)
        elif unit == "hour" and count >= 24:
            day = cal.add(day, "day", sign * round(count / 24))
    unit = SHIFTED[finest]
    said = f"{_amount_words(amounts)} {'before' if sign < 0 else 'after'} {base}"
    steps = (why, said) if why else (said,)
    rounded = form.get("more", "") != ""
    if unit == "day":
        return Point(day.isoformat(), day, day, "day", about=rounded, centre=day if rounded else None, steps=steps)
    value = cal.code(unit, cal.period(unit, day)[0])
    if anchored or unit == "week":
        window = timedelta(days=WINDOW[unit])
        return Point(value, day - window, day + window, unit, about=True, centre=day, steps=steps)
    return replace(point(unit, cal.period(unit, day), *steps), about=rounded)


_RANK: Final = ("day", "week", "month", "quarter", "season", "half", "year", "decade")


def _same_period(narrative: Narrative, unit: str) -> Point | None:
    """What "a year earlier" compares with: the quarter, month or season the text is speaking of."""
    if unit != "year" or narrative.last is None:
        return None
    return narrative.last if narrative.last.unit in {"quarter", "half", "season"} else None


def _base(form: Form, narrative: Narrative) -> tuple[date | None, str, bool]:
    """Find the day an amount is counted from, why, and whether it is an event's or another phrase's."""
    said = form["base"]
    if said == "of":
        inner = resolve_form({**form["of"], "tense": form["of"].get("tense", form.get("tense", ""))}, narrative)
        if inner is None or inner.start is None or inner.end is None:
            return None, "", True
        return (inner.start if form["sign"] < 0 else inner.end), " ".join(inner.steps), inner.unit != "day"
    if said == "event":
        from store.records import Span

        when = narrative.anchors.get(Span(*form["span"]))
        if when is None or when.start is None or when.end is None:
            return None, "", True
        return (when.start if form["sign"] < 0 else when.end), f"the event it hangs on: {when.start}", True
    if said == "ctx":
        known = narrative.latest("day") or narrative.last
        if known is not None and known.start is not None:
            return known.start, f"counted from {known.start}, told of before", False
    return narrative.reference, "", False


def _vague_shift(form: Form, base: date, why: str) -> Point:
    """Give "several years ago" its window: no day is meant, and no day is made up."""
    sign = form["sign"]
    near = far = base
    for count, unit in form["amt"]:
        low, high = FEW[int(count)] if count < 0 else (count, count)
        if unit in {"hour", "minute", "second"}:
            far = far if unit != "hour" else cal.add(far, "day", sign * (1 if high > 12 else 0))
            continue
        near, far = (
            cal.add(near, unit if unit != "night" else "day", sign * low),
            cal.add(far, unit if unit != "night" else "day", sign * high),
        )
    steps = (why, "a vague amount: a window") if why else ("a vague amount: a window",)
    first, last = min(near, far), max(near, far)
    if first == last:
        return Point(first.isoformat(), first, last, "day", about=True, centre=first, steps=steps)
    return Point("PAST_REF" if sign < 0 else "FUTURE_REF", first, last, "span", one_day=True, steps=steps)


def _amount_words(amounts: list[tuple[float, str]]) -> str:
    return " ".join(f"{count:g} {unit}{'' if count == 1 else 's'}" for count, unit in amounts)


# ---- the n-th unit within something ----------------------------------------------------------------------------------


def _nth(form: Form, narrative: Narrative) -> Point | None:
    outer = resolve_form({**form["of"], "tense": form["of"].get("tense", form.get("tense", ""))}, narrative)
    if outer is None or outer.start is None or outer.end is None:
        return None
    unit, number = form["unit"], int(form["n"])
    if unit == "wd":
        if number > 0:
            day = cal.weekday_on_or_after(outer.start, form["wd"]) + cal.DAY * 7 * (number - 1)
        else:
            day = cal.weekday_on_or_before(outer.end, form["wd"])
        return point("day", (day, day), *outer.steps) if outer.start <= day <= outer.end else None
    size = 1.0
    if "amt" in form:
        size, unit = form["amt"][0]
        if size < 0:
            return None
    if unit == "week":
        days = _weeks(outer, number, int(size))
    else:
        first = (
            cal.step(unit, outer.start, int((number - 1) * 1))
            if number > 0
            else cal.step(unit, outer.end, 1 - int(size))
        )
        last = cal.step(unit, first[0], int(size) - 1)
        days = (first[0], last[1])
    if days[0] > outer.end + cal.DAY * 7 or days[1] < outer.start:
        return None
    found = stretch(days, *outer.steps)
    return point(unit, days, *outer.steps) if size == 1 and unit != "half" else found


def _weeks(outer: Point, number: int, size: int) -> tuple[date, date]:
    """Count weeks as ISO does: the first week of a period is the one with its first Thursday."""
    assert outer.start is not None
    assert outer.end is not None
    first = cal.weekday_on_or_after(outer.start, 4) - cal.DAY * 3
    last = cal.weekday_on_or_before(outer.end, 4) - cal.DAY * 3
    monday = first + cal.DAY * 7 * (number - 1) if number > 0 else last - cal.DAY * 7 * (size - 1)
    return monday, monday + cal.DAY * (7 * size - 1)


# ---- calendar fields -------------------------------------------------------------------------------------------------


def _calendar(form: Form, narrative: Narrative) -> Point | None:
    if "dec" in form:
        return point("decade", cal.years_from(form["dec"], 10), "a decade")
    if "cen" in form:
        return point("century", cal.years_from(form["cen"], 100), "a century")
    year, why = _year(form, narrative)
    if "dir" in form or (year is None and "y" not in form):
        return _without_year(form, narrative)
    assert year is not None
    return _in_year(form, year, why)


def _year(form: Form, narrative: Narrative) -> tuple[int | None, str]:
    if "y" in form:
        return form["y"], ""
    if "of" in form:
        outer = resolve_form(form["of"], narrative)
        if outer is not None and outer.start is not None:
            return outer.start.year, f"in {outer.start.year}"
    return None, ""


def _in_year(form: Form, year: int, why: str = "") -> Point | None:
    """Resolve calendar fields within a year."""
    steps = (why,) if why else ()
    if "hol" in form:
        days = feast(form["hol"], year)
        return None if days is None else point("day", days, *steps) if days[0] == days[1] else stretch(days, *steps)
    if "m" in form and "d" in form:
        try:
            day = date(year, form["m"], form["d"])
        except ValueError:
            return None
        return point("day", (day, day), *steps)
    if "m" in form:
        return point("month", cal.months_from(year, form["m"], 1), *steps)
    if "q" in form:
        return point("quarter", cal.months_from(year, form["q"] * 3 - 2, 3), *steps)
    if "hf" in form:
        return point("half", cal.months_from(year, form["hf"] * 6 - 5, 6), *steps)
    if "s" in form:
        return point("season", cal.season_of(year, form["s"]), *steps)
    if "wk" in form:
        monday = date.fromisocalendar(year, form["wk"], 1)
        return point("week", (monday, monday + cal.DAY * 6), *steps)
    return point("year", cal.months_from(year, 1, 12), *steps)


def _without_year(form: Form, narrative: Narrative) -> Point | None:
    today = narrative.reference
    said = form.get("dir", "")
    if said in {"prev", "foll", "same"}:
        known = narrative.latest("day") or narrative.last
        today = known.start if known is not None else today
    if today is None:
        return None
    if "wd" in form and "m" not in form:
        return _weekday(form, today)
    if "d" in form and "m" not in form:
        return _day_of_month(form, today)
    if not any(key in form for key in _FIELDS):
        if "clock" in form or "part" in form:
            known = narrative.latest("day")
            base = known.start if known is not None and known.start is not None else today
            return point(
                "day", (base, base), "on the day told of" if known is not None else "on the day of publication"
            )
        return None
    return _nearest(form, today)


def _weekday(form: Form, today: date) -> Point:
    said, tense, weekday = form.get("dir", ""), form.get("tense", ""), form["wd"]
    if "d" in form:
        return _weekday_and_day(form, today)
    if said in {"last", "prev"}:
        day = cal.weekday_on_or_before(today - cal.DAY, weekday)
        why = "the one before"
    elif said in {"next", "foll"}:
        day = cal.weekday_on_or_after(today + cal.DAY, weekday)
        why = "the one after"
    elif said == "" and tense == "future":
        day = cal.weekday_on_or_after(today, weekday)
        why = f"future tense: the {_DAYS[weekday]} on or after"
    else:
        day = cal.weekday_on_or_before(today, weekday)
        why = f"{'past tense' if tense == 'past' else 'no future tense'}: the {_DAYS[weekday]} on or before"
    return point("day", (day, day), why)


_DAYS: Final = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _weekday_and_day(form: Form, today: date) -> Point:
    """Find "Friday the 13th": the nearest month in which that day is that weekday, the past first."""
    found: list[date] = []
    first = today.replace(day=1)
    for offset in range(-12, 13):
        month = cal.add_months(first, offset)
        try:
            day = month.replace(day=form["d"])
        except ValueError:
            continue
        if day.isoweekday() == form["wd"]:
            found.append(day)
    if not found:
        return point("day", (today, today), value="")
    day = min(found, key=lambda day: (abs((day - today).days), day > today))
    return point("day", (day, day), "the nearest month that fits")


def _day_of_month(form: Form, today: date) -> Point | None:
    """Find "the 27th": of the month of reference or the one beside it that the tense allows."""
    future = form.get("tense") == "future"
    for offset in range(3):
        month = cal.add_months(today.replace(day=1), offset if future else -offset)
        try:
            day = month.replace(day=form["d"])
        except ValueError:
            continue
        if day >= today if future else day <= today:
            return point("day", (day, day), "the coming one" if future else "the one just past")
    return None


def _nearest(form: Form, today: date) -> Point | None:
    """Find the year of a month, month-day, season, quarter or holiday by direction or tense."""
    said, tense = form.get("dir", ""), form.get("tense", "")
    around = [
        found
        for year in range(today.year - 8, today.year + 9)
        if 1 <= year <= 9998 and (found := _in_year(form, year)) is not None
    ]
    past = [p for p in around if p.start is not None and p.start <= today]
    ahead = [p for p in around if p.end is not None and p.end >= today]
    if said in {"last", "prev"}:
        before = [p for p in past if p.end is not None and p.end < today]
        return before[-1].because("the last one over") if before else None
    if said in {"next", "foll"}:
        after = [p for p in ahead if p.start is not None and p.start > today]
        return after[0].because("the next one to begin") if after else None
    if said == "this":
        inside = [p for p in around if p.start is not None and p.start.year == today.year]
        return inside[0].because("of this year") if inside else None
    if tense == "future":
        return ahead[0].because("future tense: the coming one") if ahead else None
    return (
        past[-1].because("past tense: the latest one" if tense == "past" else "no future tense: the latest one")
        if past
        else None
    )
