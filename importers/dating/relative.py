"""Builders for phrases counted from something: the reference day, the narrative, another phrase, an event."""

from collections.abc import Sequence

from importers.dating.builders import amount, collect, modifier
from importers.dating.cascade import Match, Node
from importers.dating.durations import duration_value
from importers.dating.forms import Form
from importers.dating.vocabulary import NAME

_DIRECTIONS = {"LAST": "last", "PAST": "last", "THIS": "this", "CURRENT": "this", "NEXT": "next", "COMING": "next", "THAT": "same",
               "SAME": "same", "LATEST": "last"}  # fmt: skip


def direction(nodes: Sequence[Node]) -> str:
    """Find what a phrase's determiner says: last, this, next, same, prev or foll."""
    found = ""
    for node in nodes:
        name = NAME[node.code]
        if name == "FOLLOWING":
            found = "foll" if node.value == 1 else "prev"
        elif name == "THIS" and found == "next":
            continue
        elif name in _DIRECTIONS and not (found and name == "THIS"):
            if name in {"LAST", "PAST", "NEXT", "COMING"} or not found:
                found = _DIRECTIONS[name]
    return found


def unit_of(nodes: Sequence[Node]) -> str:
    """Find the unit a phrase counts."""
    for node in nodes:
        name = NAME[node.code]
        if name in {"UNIT", "UNITS", "TUNIT", "TUNITS"}:
            return str(node.value)
        if name in {"QUARTER", "QUARTERS"}:
            return "quarter"
        if name in {"WEEKEND", "WEEKENDS"}:
            return "weekend"
        if name == "HALFWORD":
            return "half"
    return ""


_STEP = {"last": -1, "this": 0, "next": 1, "same": 0, "prev": -1, "foll": 1}


def period(match: Match) -> Form | None:
    """Build "last week", "this year", "the following month", "that day", "the current quarter"."""
    said = direction(match.nodes)
    unit = unit_of(match.nodes)
    if not unit:
        return None
    base = "ctx" if said in {"same", "prev", "foll"} else "ref"
    form: Form = {"k": "rel", "unit": unit, "n": _STEP.get(said, 0), "base": base}
    if match.has("FISCAL"):
        form["fiscal"] = True
    return form


def bare_period(match: Match) -> Form | None:
    """Build "the quarter", "the year": the one being spoken of."""
    unit = unit_of(match.nodes)
    if unit in {"", "day", "decade", "century"}:
        return None
    return {"k": "rel", "unit": unit, "n": 0, "base": "ctx", "bare": True}


def latest_period(match: Match) -> Form | None:
    """Build "the latest quarter", "the latest period", "the year-earlier period"."""
    form: Form = {"k": "rel", "unit": unit_of(match.nodes) or "period", "n": 0, "base": "ctx", "bare": True}
    return form


def named(match: Match) -> Form | None:
    """Build "last Friday", "this September", "next summer", "the previous Monday"."""
    form = collect([n for n in match.nodes if NAME[n.code] not in {"THIS", "LAST"}])
    form["dir"] = direction(match.nodes)
    return form


def tomorrow(match: Match) -> Form | None:
    """Tell Spanish "mañana", tomorrow, from "la mañana", the morning."""
    return {"k": "num", "n": 1} if match.nodes[0].lower == "mañana" else None


def deictic(match: Match) -> Form | None:
    """Build "today", "yesterday", "tonight", "overnight"."""
    node = match.first("DEICTIC")
    if node is not None:
        return {"k": "rel", "unit": "day", "n": float(node.value), "base": "ref"}
    night = match.first("TONIGHT")
    if night is not None:
        return {"k": "rel", "unit": "day", "n": float(night.value or 0), "base": "ref", "part": "NI"}
    return {"k": "rel", "unit": "day", "n": 0, "base": "ref", "part": "ON"}


def day_part(match: Match) -> Form | None:
    """Build "this morning", "last night", "the next morning", "that evening"."""
    said = direction(match.nodes)
    part = match.first("PART", "NOON")
    if part is None:
        return None
    step = -1 if said == "last" and part.value == "NI" else _STEP.get(said, 0)
    base = "ctx" if said in {"same", "prev", "foll"} or (said == "next" and match.has("THE")) else "ref"
    value = str(part.value)
    form: Form = {"k": "rel", "unit": "day", "n": step, "base": base}
    form["clock" if ":" in value else "part"] = value
    return form


def ago(match: Match) -> Form | None:
    """Build "two weeks ago", "a year earlier", "three days later", "a month from now"."""
    quantity = match.first("QTY")
    if quantity is None or quantity.form is None:
        return None
    form: Form = {"k": "shift", "amt": quantity.form["amt"], "sign": -1, "base": "ref"}
    if match.has("EARLIER", "BEFORE"):
        form["base"] = "ctx"
    if match.has("LATER", "AFTER"):
        form["base"], form["sign"] = "ctx", 1
    if match.has("HENCE"):
        form["sign"] = 1
    if more := modifier(match.nodes) or quantity.form.get("more", ""):
        form["more"] = more
    return form


def ahead(match: Match) -> Form | None:
    """Build "in two weeks", said of the future."""
    form = ago(match)
    if form is not None:
        form["base"], form["sign"] = "ref", 1
    return form


def shifted_from(match: Match) -> Form | None:
    """Build "two days before yesterday", "three weeks after January 15": an amount from another phrase."""
    quantity, other = match.first("QTY"), match.all("DATE")[-1:]
    unit = unit_of(match.nodes)
    if not other or other[0].form is None or (quantity is None and not unit):
        return None
    sign = -1 if match.has("BEFORE") else 1
    amounts = quantity.form["amt"] if quantity is not None and quantity.form is not None else [(1, unit)]
    form: Form = {"k": "shift", "amt": amounts, "sign": sign, "base": "of", "of": other[0].form}
    if quantity is not None and quantity.form is not None and (more := quantity.form.get("more", "")):
        form["more"] = more
    return form


def stretch(match: Match) -> Form | None:
    """Build "the past three months", "the next two weeks": a duration that touches the reference day."""
    quantity = match.first("QTY")
    if quantity is None or quantity.form is None:
        return None
    form = quantity.form.copy()
    said = direction(match.nodes)
    if said:
        form["dir"] = said
    elif form["amt"][0][1] == "month" and form["amt"][0][0] in {6, 9}:
        form["to_date"] = True
    if more := modifier(match.nodes):
        form["more"] = more
    return form


def modified(match: Match) -> Form | None:
    """Build "early November", "late last week", "the end of the year", "around Nov. 1": a part of another phrase."""
    inner = match.first("DATE", "TIME")
    if inner is None or inner.form is None:
        return None
    form = inner.form.copy()
    for name, mod in (("EARLY", "START"), ("STARTOF", "START"), ("EARLIER", "START"), ("MID", "MID"), ("MIDDLEOF", "MID"),
                      ("LATE", "END"), ("ENDOF", "END"), ("LATER", "END")):  # fmt: skip
        if match.has(name):
            form["mod"] = mod
            if name in {"EARLIER", "LATER"}:
                form["since"] = name.lower()
    if match.has("ABOUT"):
        form["about"] = True
    return form


def joined(match: Match) -> Form | None:
    """Join a date with a time of day: "Thursday night", "5 p.m. Nov. 9", "early Friday", "noon Saturday"."""
    dates = match.all("DATE")
    if len(dates) != 1 or dates[0].form is None:
        return None
    form = dates[0].form.copy()
    for node in match.all("TIME"):
        if node.form is not None:
            for key in ("clock", "part", "mod", "about"):
                if key in node.form:
                    form[key] = node.form[key]  # type: ignore[literal-required]
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


def year_of(match: Match) -> Form | None:
    """Join a part of a year with the year it lies in: "January this year", "the third quarter of 1990"."""
    dates = [node.form for node in match.all("DATE") if node.form is not None]
    if len(dates) != 2:
        return None
    inner, outer = (dates[0], dates[1])
    if _is_year(inner) and not _is_year(outer):
        inner, outer = outer, inner
    for day, week in ((inner, outer), (outer, inner)):
        if set(day) == {"k", "wd"} and week["k"] == "rel" and week["unit"] == "week" and "bare" not in week:
            return {"k": "nth", "n": 1, "unit": "wd", "wd": day["wd"], "of": week}
    if inner["k"] != "cal" or not _is_year(outer) or "y" in inner or "dir" in inner:
        return None
    form = inner.copy()
    if outer["k"] == "cal":
        form["y"] = outer["y"]
    else:
        form["of"] = outer
    if outer.get("fiscal"):
        form["fiscal"] = True
    return form


def _is_year(form: Form) -> bool:
    if form["k"] == "rel":
        return form["unit"] == "year"
    return form["k"] == "cal" and "y" in form and not {"m", "d", "q", "s", "hf", "wd"} & form.keys()


def reference(match: Match) -> Form | None:
    """Build "now", "recently", "soon"."""
    node = match.first("NOW", "PASTREF", "FUTUREREF")
    return {"k": "ref", "v": str(node.value)} if node is not None else None


def every(match: Match) -> Form | None:
    """Build "every Friday", "each year", "daily", "Tuesdays"."""
    word = match.first("SETWORD")
    if word is not None:
        return {"k": "set", "v": str(word.value)}
    weekday = match.first("WEEKDAY", "WEEKDAYS")
    if weekday is not None:
        part = match.first("PART", "PARTS")
        return {"k": "set", "v": f"XXXX-WXX-{int(weekday.value)}" + (f"T{part.value}" if part is not None else "")}
    month = match.first("MONTH", "MAYBEMONTH")
    if month is not None:
        return {"k": "set", "v": f"XXXX-{int(month.value):02d}"}
    season = match.first("SEASON", "MAYBESEASON")
    if season is not None:
        return {"k": "set", "v": f"XXXX-{season.value}"}
    part = match.first("PART", "PARTS")
    if part is not None:
        return {"k": "set", "v": f"XXXX-XX-XXT{part.value}"}
    unit = unit_of(match.nodes)
    codes = {"day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y", "quarter": "P3M", "hour": "PT1H", "minute": "PT1M",
             "weekend": "XXXX-WXX-WE", "decade": "P10Y", "century": "P100Y", "fortnight": "P2W"}  # fmt: skip
    return {"k": "set", "v": codes[unit]} if unit in codes else None


def year_beside(match: Match) -> Form | None:
    """Build "year-ago", "the year-earlier quarter", "the year-ago third quarter": the period compared with."""
    unit = unit_of(match.nodes[:1]) or unit_of(match.nodes[1:2])
    if unit not in {"year", "month", "week"}:
        return None
    form: Form = {"k": "shift", "amt": [(1, unit)], "sign": -1, "base": "theme"}
    order = match.first("ORDINAL")
    if match.has("QUARTER"):
        form["unit"] = "quarter"
        if order is not None:
            form["q"] = int(order.value)
    return form


def year_period(match: Match) -> Form | None:
    """Build "the 1988 quarter", "the 1988 period", "last year's quarter": the same period of another year."""
    year, outer = match.first("YEARNUM"), match.first("DATE")
    form: Form = {"k": "rel", "unit": "quarter" if match.has("QUARTER") else "period", "n": 0, "base": "theme"}
    if year is not None:
        form["y"] = int(year.value)
    elif outer is not None and outer.form is not None and _is_year(outer.form):
        form["of"] = outer.form
    else:
        return None
    return form


def after_next(match: Match) -> Form | None:
    """Build "the week after next", "the year before last"."""
    unit = unit_of(match.nodes)
    return {"k": "rel", "unit": unit, "n": 2 if match.has("NEXT") else -2, "base": "ref"} if unit else None


def day_beside(match: Match) -> Form | None:
    """Build "the day before", "the week after", where nothing follows: counted from the narrative."""
    unit = unit_of(match.nodes)
    return {"k": "rel", "unit": unit, "n": 1 if match.has("AFTER", "LATER") else -1, "base": "ctx"} if unit else None


def containing(match: Match) -> Form | None:
    """Build "the week of March 6", "the week starting February 4"."""
    unit, outer = unit_of(match.nodes), match.first("DATE")
    if unit not in {"week", "month", "weekend"} or outer is None or outer.form is None:
        return None
    return {"k": "containing", "unit": unit, "of": outer.form}


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


def recent(match: Match) -> Form | None:
    """Build "recent years", "coming weeks": vague times before and ahead."""
    return {"k": "ref", "v": "FUTURE_REF" if match.has("COMING", "NEXT") else "PAST_REF"}


def vague_noun(match: Match) -> Form | None:
    """Build "the future", "the past"."""
    return {"k": "ref", "v": "PAST_REF" if match.has("PAST") else "FUTURE_REF"}


def present(match: Match) -> Form | None:
    """Build "current": the present."""
    return {"k": "ref", "v": "PRESENT_REF"}


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


def period_ending(match: Match) -> Form | None:
    """Build "the quarter ended Sept. 30": the period that holds that day; of a year, its length alone."""
    outer, known = match.first("DATE"), match.group("d")
    if outer is None or outer.form is None or not outer.form.get("bare") or not known or known[0].form is None:
        return None
    unit = outer.form["unit"]
    if unit == "year":
        return {"k": "dur", "amt": [(1, "year")]}
    return {"k": "containing", "unit": unit, "of": known[0].form} if unit in {"quarter", "month", "week"} else None


def quarter_of(match: Match) -> Form | None:
    """Build "this year's third quarter", "last year's second half"."""
    outer, order = match.first("DATE"), match.first("ORDINAL")
    if outer is None or outer.form is None or order is None or not _is_year(outer.form):
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


def year_end(match: Match) -> Form | None:
    """Build "year-end", "year's end"."""
    if unit_of(match.nodes) != "year":
        return None
    return {"k": "rel", "unit": "year", "n": 0, "base": "ctx", "bare": True, "mod": "END"}


def about(match: Match) -> Form | None:
    """Build "around Nov. 1": of dates and years only ("to get around Wednesday's ruling" is none)."""
    inner = match.first("DATE")
    if inner is None or inner.form is None or inner.form["k"] != "cal" or not {"d", "y", "clock"} & inner.form.keys():
        return None
    form = inner.form.copy()
    form["about"] = True
    return form


def until_now(match: Match) -> Form | None:
    """Build "desde hace dos años": a duration that lasts until now."""
    form = stretch(match)
    if form is not None:
        form["dir"] = "last"
    return form


def spanish_weekday(match: Match) -> Form | None:
    """Build "el jueves", "el día viernes"; the article belongs to the phrase only in Spanish's "los lunes"."""
    return collect([n for n in match.nodes if NAME[n.code] == "WEEKDAY"])


def eve(match: Match) -> Form | None:
    """Build "la víspera": the day before."""
    return {"k": "rel", "unit": "day", "n": -1, "base": "ctx"}


def modified_unit(match: Match) -> Form | None:
    """Build "a principios de mes", "a fin de año": of the one that is on."""
    unit = unit_of(match.nodes)
    if unit not in {"month", "year", "week", "decade"}:
        return None
    mod = "START" if match.has("EARLY", "STARTOF") else "MID" if match.has("MID") else "END"
    return {"k": "rel", "unit": unit, "n": 0, "base": "ref", "mod": mod}


def last_of(match: Match) -> Form | None:
    """Build "the last week of July", whose first part alone reads as the week before now."""
    forms = [node.form for node in match.all("DATE") if node.form is not None]
    if len(forms) != 2:
        return None
    inner, outer = forms
    if outer["k"] not in {"cal", "rel"} or "d" in outer or "wd" in outer:
        return None
    if inner["k"] == "rel" and inner["n"] == -1 and inner["base"] == "ref" and inner["unit"] not in {"year", "decade"}:
        return {"k": "nth", "n": -1, "unit": inner["unit"], "of": outer}
    if inner["k"] == "cal" and inner.get("dir") == "last" and "wd" in inner:
        return {"k": "nth", "n": -1, "unit": "wd", "wd": inner["wd"], "of": outer}
    return None


def half_within(match: Match) -> Form | None:
    """Build "the second half of this month", "the last half of 1989"."""
    order, outer = match.first("ORDINAL", "LAST"), match.first("DATE")
    if order is None or outer is None or outer.form is None:
        return None
    number = int(order.value) if NAME[order.code] == "ORDINAL" else 2
    return {"k": "nth", "n": number, "unit": "half", "of": outer.form} if 1 <= number <= 2 else None


def containing_day(match: Match) -> Form | None:
    """Build "the week of the 18th"."""
    unit, known = unit_of(match.nodes), match.group("d")
    if unit != "week" or not known:
        return None
    return {"k": "containing", "unit": unit, "of": {"k": "cal", "d": int(known[-1].value)}}


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


def every_so_often(match: Match) -> Form | None:
    """Build "every five years", "cada dos días"."""
    quantity = amount(match)
    return {"k": "set", "v": duration_value(quantity["amt"])} if quantity is not None else None


def in_a_name(match: Match) -> Form | None:
    """Swallow a day that is part of a name: "the 19 April Movement", "avenida 9 de Octubre"."""
    date = match.first("DATE")
    if date is None or date.form is None or "y" in date.form or not {"m", "d"} <= date.form.keys():
        return None
    return {"k": "num", "v": ""}
