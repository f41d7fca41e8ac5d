"""Builders for phrases counted from something: the reference day, the narrative, another phrase, an event."""

from collections.abc import Sequence

from importers.dating.builders import collect, modifier
from importers.dating.cascade import Match, Node
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
    return {"k": "rel", "unit": unit, "n": 0, "base": "ctx", "bare": True} if unit else None


def latest_period(match: Match) -> Form | None:
    """Build "the latest quarter", "the latest period", "the year-earlier period"."""
    form: Form = {"k": "rel", "unit": unit_of(match.nodes) or "period", "n": 0, "base": "ctx", "bare": True}
    return form


def named(match: Match) -> Form | None:
    """Build "last Friday", "this September", "next summer", "the previous Monday"."""
    form = collect([n for n in match.nodes if NAME[n.code] not in {"THIS", "LAST"}])
    form["dir"] = direction(match.nodes)
    return form


def deictic(match: Match) -> Form | None:
    """Build "today", "yesterday", "tonight", "overnight"."""
    node = match.first("DEICTIC")
    if node is not None:
        return {"k": "rel", "unit": "day", "n": float(node.value), "base": "ref"}
    if match.has("TONIGHT"):
        return {"k": "rel", "unit": "day", "n": 0, "base": "ref", "part": "NI"}
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
    quantity, other = match.first("QTY"), match.first("DATE", "TIME")
    if quantity is None or quantity.form is None or other is None or other.form is None:
        return None
    sign = -1 if match.has("BEFORE") else 1
    form: Form = {"k": "shift", "amt": quantity.form["amt"], "sign": sign, "base": "of", "of": other.form}
    if more := quantity.form.get("more", ""):
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
    weekday = match.first("WEEKDAY")
    order = match.first("ORDINAL")
    inner: Form = {"k": "nth", "n": float(order.value) if order is not None else -1, "of": outer[0].form}
    quantity = match.first("QTY")
    if quantity is not None and quantity.form is not None:
        inner["amt"] = quantity.form["amt"]
    if weekday is not None:
        inner["unit"], inner["wd"] = "wd", int(weekday.value)
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


def between(match: Match) -> Form | None:
    """Join two ends: "from May to July", "Aug. 31-Sept. 2", "between 2014 and 2018"."""
    first, last = match.group("a"), match.group("b")
    if not first or not last:
        return None
    a, b = _side(first), _side(last)
    if a is None or b is None:
        return None
    if a["k"] == "cal" and b["k"] == "cal":
        _share(a, b)
    return {"k": "range", "a": a, "b": b}


def _side(nodes: Sequence[Node]) -> Form | None:
    if len(nodes) == 1 and nodes[0].form is not None:
        return nodes[0].form.copy()
    form = collect(nodes)
    return form if len(form) > 1 else None


def _share(a: Form, b: Form) -> None:
    """Give each end what is said once for both: "2-4 September 2023", "May 1 through 5"."""
    if "wd" in a and "d" not in a:
        return
    for key in ("m", "y"):
        if key in b and key not in a and "d" in b | a:
            if key == "m" and not ("d" in a and "d" in b):
                continue
            a[key] = b[key]
        elif key in a and key not in b and key == "m" and "d" in a and "d" in b:
            b[key] = a[key]
    if "y" in b and "y" not in a and "m" in a:
        a["y"] = b["y"] - 1 if "m" in b and a["m"] > b["m"] else b["y"]
    if "y" in a and "y" not in b and "m" in b:
        b["y"] = a["y"]
    if "of" in b and "of" not in a:
        a["of"] = b["of"]


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
