"""Times named by calendar fields: the year that is missing is found by tense, direction or the year they stand in."""

from dataclasses import replace
from datetime import date
from typing import Final

from importers.dating import calendars as cal
from importers.dating.conventions import REACH
from importers.dating.feasts import feast, rounded
from importers.dating.forms import Form
from importers.dating.narrative import Narrative
from importers.dating.points import Point, point, stretch

_FIELDS: Final = ("d", "wd", "m", "q", "hf", "s", "wk", "hol")
_DAYS: Final = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def calendar_point(form: Form, narrative: Narrative, inner: Point | None) -> Point | None:
    """Resolve calendar fields; ``inner`` is the year they stand in, where it is itself a phrase."""
    if "dec" in form:
        return point("decade", cal.years_from(form["dec"], 10))
    if "cen" in form:
        return point("century", cal.years_from(form["cen"], 100))
    if "y" in form and "dir" not in form:
        return _in_year(form, form["y"])
    if inner is not None and inner.start is not None:
        found = _in_year(form, inner.start.year)
        return found.because(f"in {inner.start.year}") if found is not None else None
    return _without_year(form, narrative)


def _in_year(form: Form, year: int) -> Point | None:
    """Resolve calendar fields within a year; None for a day that year lacks."""
    if "hol" in form:
        days = feast(form["hol"], year)
        if days is None:
            return None
        found = point("day", days) if days[0] == days[1] else stretch(days)
        return (
            replace(found, about=True, centre=days[0] if days[0] == days[1] else None)
            if rounded(form["hol"])
            else found
        )
    if "m" in form and "d" in form:
        try:
            day = date(year, form["m"], form["d"])
        except ValueError:
            return None
        return point("day", (day, day))
    if "m" in form:
        return point("month", cal.months_from(year, form["m"], 1))
    if "q" in form:
        return point("quarter", cal.months_from(year, form["q"] * 3 - 2, 3))
    if "hf" in form:
        return point("half", cal.months_from(year, form["hf"] * 6 - 5, 6))
    if "s" in form:
        return point("season", cal.season_of(year, form["s"]))
    if "wk" in form:
        monday = date.fromisocalendar(year, form["wk"], 1)
        return point("week", (monday, monday + cal.DAY * 6))
    return point("year", cal.months_from(year, 1, 12))


def _without_year(form: Form, narrative: Narrative) -> Point | None:
    today = narrative.reference
    if form.get("dir", "") in {"prev", "foll", "same"}:
        known = narrative.told_on(form) or narrative.latest("day") or narrative.last
        today = known.start if known is not None else today
    if not any(key in form for key in _FIELDS):
        return _time_alone(form, narrative)
    if today is None:
        return None
    if "wd" in form and "m" not in form:
        return _weekday_and_day(form, today) if "d" in form else _weekday(form, today)
    if "d" in form and "m" not in form:
        return _day_of_month(form, today)
    return _nearest(form, today)


def _time_alone(form: Form, narrative: Narrative) -> Point | None:
    """Give a time of day alone the day told of last, or that of publication, as an entry of a live page has it."""
    known = narrative.latest("day") if not form.get("stamp") else None
    base = known.end if known is not None else narrative.reference
    if base is None:
        return None
    return point("day", (base, base), "on the day told of" if known is not None else "on the day of publication")


def _weekday(form: Form, today: date) -> Point:
    said, tense, weekday = form.get("dir", ""), form.get("tense", ""), form["wd"]
    name = _DAYS[weekday]
    if said in {"last", "prev"}:
        day, why = cal.weekday_on_or_before(today - cal.DAY, weekday), f"the last {name} before"
    elif said in {"next", "foll"}:
        day, why = cal.weekday_on_or_after(today + cal.DAY, weekday), f"the next {name} after"
    elif tense == "future":
        day, why = cal.weekday_on_or_after(today, weekday), f"future tense: the {name} on or after"
    else:
        day = cal.weekday_on_or_before(today, weekday)
        why = f"{'past tense' if tense == 'past' else 'no future tense'}: the {name} on or before"
    return point("day", (day, day), why)


def _weekday_and_day(form: Form, today: date) -> Point | None:
    """Find "Friday the 13th": the nearest month in which that day is that weekday, the past first."""
    found: list[date] = []
    for offset in range(-12, 13):
        try:
            day = cal.add_months(today.replace(day=1), offset).replace(day=form["d"])
        except ValueError:
            continue
        if day.isoweekday() == form["wd"]:
            found.append(day)
    if not found:
        return None
    day = min(found, key=lambda day: (abs((day - today).days), day > today))
    return point("day", (day, day), f"the nearest {_DAYS[form['wd']]} that is the {form['d']}.")


def _day_of_month(form: Form, today: date) -> Point | None:
    """Find "the 27th": of the month of reference or the one beside it that the tense allows."""
    future = form.get("tense") == "future"
    for offset in range(3):
        try:
            day = cal.add_months(today.replace(day=1), offset if future else -offset).replace(day=form["d"])
        except ValueError:
            continue
        if day >= today if future else day <= today:
            return point("day", (day, day), "future tense: the coming one" if future else "the one just past")
    return None


def _nearest(form: Form, today: date) -> Point | None:
    """Find the year of a month, month-day, season, quarter, week or holiday by direction or tense."""
    said, tense = form.get("dir", ""), form.get("tense", "")
    years = range(max(today.year - 8, 1), min(today.year + 9, 9999))
    around = [found for year in years if (found := _in_year(form, year)) is not None]
    past = [p for p in around if p.start is not None and p.start <= today]
    ahead = [p for p in around if p.end is not None and p.end >= today]
    if said in {"last", "prev"}:
        over = [p for p in past if p.end is not None and p.end < today]
        return over[-1].because("the last one over") if over else None
    if said in {"next", "foll"}:
        coming = [p for p in ahead if p.start is not None and p.start > today]
        return coming[0].because("the next one to begin") if coming else None
    if "wk" in form:
        return _in_year(form, today.year)
    if said == "this":
        inside = [p for p in around if p.start is not None and p.start.year == today.year]
        return inside[0].because("of this year") if inside else None
    return _by_tense(
        past[-1:], ahead[:1], tense, "day" if "d" in form else "quarter" if "q" in form else "month", today
    )


_SOON = 60
"""Days in which a date that no verb stands beside may be one to come: "5 May: the trial opens"."""


def _by_tense(past: list[Point], ahead: list[Point], tense: str, unit: str, today: date) -> Point | None:
    """Choose the latest one or the coming one; a name without a year is never far off (``conventions.REACH``)."""
    if not past or not ahead:
        return (past + ahead)[0] if past or ahead else None
    back, on = past[0], ahead[0]
    if back == on:
        return back.because("the one that is on")
    assert back.end is not None
    assert on.start is not None
    behind, ahead_by, reach = (today - back.end).days, (on.start - today).days, REACH[unit]
    if tense == "future" and (ahead_by <= reach["future"] or ahead_by <= behind):
        return on.because("future tense: the coming one")
    if tense == "past" and (behind <= reach["past"] or behind <= ahead_by):
        return back.because("past tense: the latest one")
    if not tense and ahead_by > _SOON and behind <= reach["past"]:
        return back.because("no tense: news is of what is over, but for what comes soon")
    why = (
        "the nearer one: the other is too far off to go without its year"
        if tense in {"past", "future"}
        else "no tense: the nearer one"
    )
    return back.because(why) if behind <= ahead_by else on.because(why)
