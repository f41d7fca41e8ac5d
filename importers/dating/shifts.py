"""Builders for amounts of time counted from something: "two weeks ago", "a year earlier", "the past three months"."""

from importers.dating.builders import modifier, spelled_number
from importers.dating.cascade import Match
from importers.dating.forms import Form
from importers.dating.relative import direction, is_year, unit_of


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


def weekdays_ago(match: Match) -> Form | None:
    """Build "three Sundays ago", "hace dos martes": so many weeks less one before the last such day."""
    weekday = match.first("WEEKDAY", "WEEKDAYS")
    count = spelled_number([node for node in match.nodes if node is not weekday])
    if weekday is None or count is None or count < 1:
        return None
    last: Form = {"k": "cal", "wd": int(weekday.value), "dir": "last"}
    return {"k": "shift", "amt": [(count - 1, "week")], "sign": -1, "base": "of", "of": last}


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
    inner = other[0].form.copy()
    if match.has("FROM") and "wd" in inner:
        inner["tense"] = "future"  # "a week from Monday"
    amounts: list[tuple[float, str]] = [(1.0, unit)]
    if quantity is not None and quantity.form is not None:
        amounts = quantity.form["amt"]
    form: Form = {"k": "shift", "amt": amounts, "sign": sign, "base": "of", "of": inner}
    if quantity is not None and quantity.form is not None and (more := quantity.form.get("more", "")):
        form["more"] = more
    return form


def ago_today(match: Match) -> Form | None:
    """Build "nine years ago today", "a month ago yesterday", "hoy hace ocho días": so long before that day."""
    ago, day = (node.form for node in match.all("DATE"))
    if ago is not None and ago["k"] == "rel":
        ago, day = day, ago
    if ago is None or day is None or (ago["k"], day["k"]) != ("shift", "rel"):
        return None
    if ago["base"] != "ref" or ago["sign"] > 0 or day["base"] != "ref" or day["unit"] != "day":
        return None
    return {"k": "shift", "amt": ago["amt"], "sign": -1, "base": "of", "of": day}


def day_named(match: Match) -> Form | None:
    """Build "today, 30 June", "at noon yesterday, 12 May": the day that the writer calls so, whenever it is printed."""
    said, day = (node.form for node in match.all("DATE"))
    if said is None or day is None or (said["k"], day["k"]) != ("rel", "cal"):
        return None
    if said["base"] != "ref" or said["unit"] != "day" or not {"m", "d"} <= day.keys():
        return None
    form = day.copy()
    if "part" in said:
        form["part"] = said["part"]
    if "clock" in said:
        form["clock"] = said["clock"]
    return form


def stretch(match: Match) -> Form | None:
    """Build "the past three months", "the next two weeks": a duration that touches the reference day."""
    quantity = match.first("QTY")
    if quantity is None or quantity.form is None:
        return None
    if "-" in match.text[quantity.start : quantity.end] and len(match.nodes) == 2 and match.has("THE"):
        return None  # "the three-day siege": the article is the siege's
    form = quantity.form.copy()
    said = direction(match.nodes)
    if said:
        form["dir"] = said
    elif form["amt"][0][1] == "month" and form["amt"][0][0] in {6, 9}:
        form["to_date"] = True
    if more := modifier(match.nodes):
        form["more"] = more
    return form


def last_hours(match: Match) -> Form | None:
    """Build "the last hours", "recent hours": a few, of the day on which they are told of."""
    return {"k": "dur", "amt": [(-2, unit_of(match.nodes))], "dir": "last"}


def until_now(match: Match) -> Form | None:
    """Build "desde hace dos años": a duration that lasts until now."""
    form = stretch(match)
    if form is not None:
        form["dir"] = "last"
    return form


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
    elif outer is not None and outer.form is not None and is_year(outer.form):
        form["of"] = outer.form
    else:
        return None
    return form


def day_beside(match: Match) -> Form | None:
    """Build "the day before", "the night before", where nothing follows: counted from the narrative."""
    part = match.first("PART")
    unit = unit_of(match.nodes) if part is None else "day"
    if not unit:
        return None
    form: Form = {"k": "rel", "unit": unit, "n": 1 if match.has("AFTER", "LATER") else -1, "base": "ctx"}
    if part is not None:
        form["part"] = str(part.value)
    return form
