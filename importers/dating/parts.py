"""Builders for parts of other phrases: "early November", "Thursday night", "the first week of May"."""

from typing import Final

from importers.dating.cascade import Match
from importers.dating.forms import Form
from importers.dating.relative import is_year, unit_of
from importers.dating.vocabulary import NAME


def modified(match: Match) -> Form | None:
    """Build "early November", "late last week", "the end of the year", "around Nov. 1": a part of another phrase."""
    inner = match.first("DATE", "TIME")
    if inner is None or inner.form is None:
        return None
    form = inner.form.copy()
    for name, mod in (
        ("EARLY", "START"),
        ("STARTOF", "START"),
        ("EARLIER", "START"),
        ("MID", "MID"),
        ("MIDDLEOF", "MID"),
        ("LATE", "END"),
        ("ENDOF", "END"),
        ("LATER", "END"),
    ):
        if match.has(name):
            form["mod"] = mod
            if name in {"EARLIER", "LATER"}:
                form["since"] = name.lower()
    if match.has("ABOUT"):
        form["about"] = True
    return form


def about(match: Match) -> Form | None:
    """Build "around Nov. 1": of dates and years only ("a way around Friday's decision" is none)."""
    inner = match.first("DATE")
    if inner is None or inner.form is None or inner.form["k"] != "cal" or not {"d", "y", "clock"} & inner.form.keys():
        return None
    form = inner.form.copy()
    form["about"] = True
    return form


def joined(match: Match) -> Form | None:
    """Join a date with a time of day: "Thursday night", "5 p.m. Nov. 9", "early Friday", "noon Saturday"."""
    dates = match.all("DATE")
    if len(dates) != 1 or dates[0].form is None:
        return None
    form = dates[0].form.copy()
    if "clock" in form and match.has("TIME"):
        return None
    for node in match.all("TIME"):
        if node.form is not None:
            for key in ("clock", "utc", "part", "mod", "about"):
                if key in node.form:
                    form[key] = node.form[key]
    part = match.first("PART", "NOON")
    if part is not None:
        value = str(part.value)
        form["clock" if ":" in value else "part"] = value
    for name, mod in (("EARLY", "START"), ("EARLIER", "START"), ("MID", "MID"), ("LATE", "END"), ("LATER", "END")):
        if match.has(name):
            form["mod"] = mod
    return form


def within(match: Match) -> Form | None:
    """Build "the first week of May", "the last Sunday in October", "the third day of the month"."""
    outer = match.all("DATE")[-1:]
    if not outer or outer[0].form is None:
        return None
    weekday = match.first("DATE") if len(match.all("DATE")) == 2 else None
    order = match.first("ORDINAL")
    if weekday is not None and (weekday.form is None or weekday.form["k"] != "cal" or set(weekday.form) != {"k", "wd"}):
        return None
    joined_by = match.has("OF", "IN")
    if not joined_by and outer[0].form.get("unit") not in {"week", "month", "year"}:
        return None
    inner: Form = {"k": "nth", "n": float(order.value) if order is not None else -1, "of": outer[0].form}
    quantity = match.first("QTY")
    if quantity is not None and quantity.form is not None:
        inner["amt"] = quantity.form["amt"]
    if weekday is not None and weekday.form is not None:
        inner["unit"], inner["wd"] = "wd", weekday.form["wd"]
    else:
        inner["unit"] = unit_of([n for n in match.nodes if NAME[n.code] != "DATE"])
    return inner


def half_within(match: Match) -> Form | None:
    """Build "the second half of this month", "the last half of 1989"."""
    order, outer = match.first("ORDINAL", "LAST"), match.first("DATE")
    if order is None or outer is None or outer.form is None:
        return None
    number = int(order.value) if NAME[order.code] == "ORDINAL" else 2
    return {"k": "nth", "n": number, "unit": "half", "of": outer.form} if 1 <= number <= 2 else None


def last_of(match: Match) -> Form | None:
    """Build "the last week of July", whose first part alone reads as the week before now."""
    forms = [node.form for node in match.all("DATE") if node.form is not None]
    if len(forms) != 2:
        return None
    inner, outer = forms
    if outer["k"] not in {"cal", "rel"} or "d" in outer or "wd" in outer:
        return None
    if (
        inner["k"] == "rel"
        and inner["n"] == -1
        and inner["base"] == "ref"
        and inner["unit"] not in {"year", "decade", outer.get("unit")}
    ):
        return {"k": "nth", "n": -1, "unit": inner["unit"], "of": outer}
    if inner["k"] == "cal" and inner.get("dir") == "last" and "wd" in inner:
        return {"k": "nth", "n": -1, "unit": "wd", "wd": inner["wd"], "of": outer}
    return None


def nth_this_month(match: Match) -> Form | None:
    """Build "the third Tuesday", with no month said: of the one that is on."""
    order, day = match.first("ORDINAL"), match.first("DATE")
    if (
        order is None
        or day is None
        or day.form is None
        or set(day.form) != {"k", "wd"}
        or not 1 <= int(order.value) <= 5
    ):
        return None
    month: Form = {"k": "rel", "unit": "month", "n": 0, "base": "ref"}
    return {"k": "nth", "n": float(order.value), "unit": "wd", "wd": day.form["wd"], "of": month}


def day_of(match: Match) -> Form | None:
    """Build "the 20th of next month", "the 15th day of this month"."""
    order, outer = match.first("ORDINAL", "DAYNUM"), match.first("DATE")
    if order is None or outer is None or outer.form is None:
        return None
    form = outer.form
    if (form["k"] == "rel" and form["unit"] == "month") or (form["k"] == "cal" and "m" in form and "d" not in form):
        return {"k": "nth", "n": float(order.value), "unit": "day", "of": form}
    return None


def another_day(match: Match) -> Form | None:
    """Build the "25" of "April 24 and 25": another day of the same month."""
    known, number = match.group("m"), match.first("DAYNUM", "ORDINAL")
    if not known or known[0].form is None or number is None:
        return None
    form = known[0].form.copy()
    if form["k"] != "cal" or "d" not in form or "m" not in form or int(number.value) <= form["d"]:
        return None
    form.pop("wd", None)
    form["d"] = int(number.value)
    return form


def containing(match: Match) -> Form | None:
    """Build "the week of March 6", "the week starting February 4"."""
    unit, outer = unit_of(match.nodes), match.first("DATE")
    if unit not in {"week", "month", "weekend"} or outer is None or outer.form is None:
        return None
    if not {"d", "wd", "hol"} & outer.form.keys() and outer.form.get("unit") != "day":
        return None
    return {"k": "containing", "unit": unit, "of": outer.form}


def containing_day(match: Match) -> Form | None:
    """Build "the week of the 18th"."""
    unit, known = unit_of(match.nodes), match.group("d")
    if unit != "week" or not known:
        return None
    return {"k": "containing", "unit": unit, "of": {"k": "cal", "d": int(known[-1].value)}}


def period_ending(match: Match) -> Form | None:
    """Build "the quarter ended Sept. 30": the period that holds that day; of a year, its length alone."""
    outer, known = match.first("DATE"), match.group("d")
    if outer is None or outer.form is None or not outer.form.get("bare") or not known or known[0].form is None:
        return None
    unit = outer.form["unit"]
    if unit == "year":
        return {"k": "dur", "amt": [(1, "year")]}
    return {"k": "containing", "unit": unit, "of": known[0].form} if unit in {"quarter", "month", "week"} else None


def week_number(match: Match) -> Form | None:
    """Build "week 31", "week 27 of last year"."""
    number = match.first("DAYNUM", "NUM", "COUNT", "NUMWORD", "ORDINAL")
    if unit_of(match.nodes) != "week" or number is None or not 1 <= float(number.value) <= 53:
        return None
    form: Form = {"k": "cal", "wk": int(number.value)}
    year = match.first("YEARNUM")
    if year is not None:
        form["y"] = int(year.value)
    return form


def year_of(match: Match) -> Form | None:
    """Join a part of a year with the year it lies in: "January this year", "the third quarter of 1990"."""
    dates = [node.form for node in match.all("DATE") if node.form is not None]
    if len(dates) != 2:
        return None
    inner, outer = (dates[0], dates[1])
    if is_year(inner) and not is_year(outer):
        inner, outer = outer, inner
    for day, week in ((inner, outer), (outer, inner)):
        if set(day) == {"k", "wd"} and week["k"] == "rel" and week["unit"] == "week" and "bare" not in week:
            return {"k": "nth", "n": 1, "unit": "wd", "wd": day["wd"], "of": week}
    if (
        inner["k"] != "cal"
        or not is_year(outer)
        or {"y", "dir"} & inner.keys()
        or not {"m", "q", "s", "hf", "hol", "wk"} & inner.keys()
    ):
        return None
    form = inner.copy()
    if outer["k"] == "cal":
        form["y"] = outer["y"]
    else:
        form["of"] = outer
    if outer.get("fiscal"):
        form["fiscal"] = True
    return form


def quarter_of(match: Match) -> Form | None:
    """Build "this year's third quarter", "last year's second half"."""
    outer, order = match.first("DATE"), match.first("ORDINAL")
    if outer is None or outer.form is None or order is None or not is_year(outer.form):
        return None
    half, number = match.has("HALF"), int(order.value)
    if not 1 <= number <= (2 if half else 4):
        return None
    form: Form = {"k": "cal"}
    form["hf" if half else "q"] = number
    if outer.form["k"] == "cal":
        form["y"] = outer.form["y"]
    else:
        form["of"] = outer.form
    return form


def in_a_name(match: Match) -> Form | None:
    """Swallow a day that is part of a name: "the 19 April Movement", "avenida 9 de Octubre"."""
    date = match.first("DATE")
    if date is None or date.form is None or "y" in date.form or not {"m", "d"} <= date.form.keys():
        return None
    return {"k": "num", "v": ""}


def quoted_name(match: Match) -> Form | None:
    """Swallow a day between quotation marks of its own: the "9 May" brigade."""
    date = match.nodes[0]
    text = match.text
    quoted = date.start > 0 and text[date.start - 1] in _OPENING and text[date.end : date.end + 1] in _CLOSING
    return in_a_name(match) if quoted else None


_OPENING: Final = frozenset("\"“«'‘")
_CLOSING: Final = frozenset("\"”»'’")
