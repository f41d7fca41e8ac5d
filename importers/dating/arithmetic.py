"""Calendar arithmetic on forms: each kind of form to a point. Pure but for the narrative it is given."""

from dataclasses import replace
from datetime import date

from importers.dating import calendars as cal
from importers.dating.conventions import CLOCK_PART, FEW, THIRDS
from importers.dating.counted import containing, nth, relative, run, shifted
from importers.dating.durations import duration_value
from importers.dating.forms import Form
from importers.dating.named import calendar_point
from importers.dating.narrative import Narrative
from importers.dating.points import Point, stretch

_CLOCK_UNITS = {"hour": 1, "minute": 60, "second": 3600}
_HOURS = 6
"""So many hours up to the publication are of its day: "the past three hours", "the past few hours"."""


def resolve_form(form: Form, narrative: Narrative) -> Point | None:
    """Resolve one form; None where nothing is known to count from."""
    kind = form["k"]
    if kind in {"ref", "set"}:
        return Point(form["v"], unit=kind)
    if kind == "dur":
        return _duration(form, narrative)
    if kind == "range":
        return _range(form, narrative)
    inner = None
    if "of" in form:
        inner = resolve_form(_inherit(form["of"], form), narrative)
        if inner is None or inner.start is None or inner.end is None:
            return None
    if kind == "rel":
        found = relative(form, narrative, inner)
    elif kind == "shift":
        found = shifted(form, narrative, inner)
    elif kind == "nth":
        found = nth(form, inner) if inner is not None else None
    elif kind == "run":
        found = run(form, inner) if inner is not None else None
    elif kind == "containing":
        found = containing(form, inner) if inner is not None else None
    else:
        found = calendar_point(form, narrative, inner)
    return _finish(form, found) if found is not None else None


def _inherit(inner: Form, outer: Form) -> Form:
    """Hand the tense of a phrase on to the phrase inside it."""
    if "tense" in inner or "tense" not in outer:
        return inner
    copy = inner.copy()
    copy["tense"] = outer["tense"]
    return copy


def _finish(form: Form, found: Point) -> Point:
    """Add what is said of a part of it: the time of day, early, mid and late, about."""
    start, end = found.start, found.end
    if start is None or end is None:
        return found
    if found.unit == "day":
        found = _time_of_day(form, found, start)
    elif "mod" in form and "since" not in form:
        found = _third(form["mod"], found, start, end)
    if form.get("about"):
        found = replace(found, about=True, centre=start if start == end else None)
    return found


def _third(mod: str, found: Point, start: date, end: date) -> Point:
    """Cut a period to its early, middle or late part (``conventions.THIRDS``)."""
    if found.unit in THIRDS:
        unit, early, late = THIRDS[found.unit]
        first, last = cal.add(start, unit, early), cal.add(start, unit, late)
    else:
        days = (end - start).days + 1
        first, last = start + cal.DAY * -(-days // 3), start + cal.DAY * (days - days // 3)
    stretches = {"START": (start, first - cal.DAY), "MID": (first, last - cal.DAY), "END": (last, end)}
    names = {"START": "early: the first third", "MID": "mid: the middle third", "END": "late: the last third"}
    low, high = stretches[mod]
    return replace(found, start=low, end=max(low, high)).because(names[mod])


def _time_of_day(form: Form, found: Point, day: date) -> Point:
    if "clock" in form:
        return replace(found, value=f"{found.value[:10]}T{form['clock']}")
    if "part" in form:
        found = replace(found, value=f"{found.value[:10]}{CLOCK_PART.get(form['part'], 'T' + form['part'])}")
        if form["part"] == "ON":
            return replace(found, start=day - cal.DAY).because("overnight: the night before or after midnight")
    return found


def _duration(form: Form, narrative: Narrative) -> Point:
    """Give a duration its value, and its days where it touches the reference day ("the past 24 hours")."""
    value = form["v"] if "v" in form else duration_value(form["amt"])
    told, said = narrative.last, form.get("dir", "")
    today = told.end if said == "foll" and told is not None else narrative.reference
    if today is None or said not in {"last", "next", "foll"} or (said == "foll" and told is None):
        return Point(value, unit="dur")
    if all(unit in _CLOCK_UNITS and (count < 0 or count / _CLOCK_UNITS[unit] <= _HOURS) for count, unit in form["amt"]):
        return Point(value, today, today, "span", about=True, centre=today, steps=("hours: the same day",))
    sign = -1 if said == "last" else 1
    days = today
    for count, unit in form["amt"]:
        size = count if count > 0 else FEW[int(count)][1]
        if unit in _CLOCK_UNITS:
            days += cal.DAY * sign * max(1, round(size / _CLOCK_UNITS[unit] / 24))
        else:
            days = cal.add(days, unit, sign * size)
    first, last = (days, today) if sign < 0 else (today, days)
    why = {"last": "up to the publication", "next": "from the publication on", "foll": "from the time told of"}[said]
    return Point(value, first, last, "span", about=any(count < 0 for count, _ in form["amt"]), steps=(why,))


def _range(form: Form, narrative: Narrative) -> Point | None:
    a, b = _inherit(form["a"], form), _inherit(form["b"], form)
    last = resolve_form(b, narrative)
    if last is None or last.start is None or last.end is None:
        return None
    if a["k"] == "cal" and "wd" in a and "d" not in a and "dir" not in a:
        return stretch((cal.weekday_on_or_before(last.end, a["wd"]), last.end), *last.steps)
    first = resolve_form(a, narrative)
    if first is None or first.start is None:
        return None
    if first.start > last.end and b["k"] == "cal" and "wd" in b and "d" not in b:
        return stretch((first.start, cal.weekday_on_or_after(first.start, b["wd"])), *first.steps)
    if first.start > last.end and a["k"] == "cal" and "y" not in a and "m" in a:
        a = a.copy()
        a["y"] = last.end.year - ((a["m"], a.get("d", 1)) > (last.end.month, last.end.day))
        first = resolve_form(a, narrative)
    if first is None or first.start is None or first.start > last.end:
        return None
    return stretch((first.start, last.end), *first.steps)
