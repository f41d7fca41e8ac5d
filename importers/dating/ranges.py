"""Builders for stretches with two ends: "from May to July", "2-4 September", "between 2014 and 2018"."""

from collections.abc import Sequence

from importers.dating.builders import collect, valid
from importers.dating.cascade import Match
from importers.dating.forms import Form
from importers.dating.lexer import Node


def between(match: Match) -> Form | None:
    """Join two ends: "from May to July", "Aug. 31-Sept. 2", "between 2014 and 2018"."""
    first, last = match.group("a") or match.group("c"), match.group("b")
    if not first or not last:
        return None
    a, b = _side(first), _side(last)
    if a is None or b is None:
        return None
    if a["k"] == "cal" and b["k"] == "cal":
        _share(a, b)
    elif set(a) == {"k", "wd"} and b["k"] == "nth" and b["unit"] == "wd":
        a = {"k": "nth", "n": 1, "unit": "wd", "wd": a["wd"], "of": b["of"]}
    return {"k": "range", "a": a, "b": b}


def in_week(match: Match) -> Form | None:
    """Join "next week between Wednesday and Friday"."""
    outer, inner = match.first("DATE"), match.first("SPAN")
    if outer is None or outer.form is None or inner is None or inner.form is None:
        return None
    week, a, b = outer.form, inner.form["a"], inner.form["b"]
    if week["k"] != "rel" or week["unit"] != "week" or set(a) != {"k", "wd"} or set(b) != {"k", "wd"}:
        return None
    ends: list[Form] = [{"k": "nth", "n": 1, "unit": "wd", "wd": side["wd"], "of": week} for side in (a, b)]
    return {"k": "range", "a": ends[0], "b": ends[1]}


def night_between(match: Match) -> Form | None:
    """Build "overnight from Friday to Saturday": the two days say which night."""
    night, days = match.nodes[0].form, match.nodes[1].form
    return days.copy() if night is not None and days is not None and night.get("part") == "ON" else None


def run(match: Match) -> Form | None:
    """Build "two weeks starting May 20": an amount from a day on."""
    quantity, first = match.first("QTY"), match.first("DATE")
    if quantity is None or quantity.form is None or first is None or first.form is None:
        return None
    return {"k": "run", "amt": quantity.form["amt"], "of": first.form}


def _side(nodes: Sequence[Node]) -> Form | None:
    if len(nodes) == 1 and nodes[0].form is not None:
        return nodes[0].form.copy()
    form = collect(nodes)
    return form if len(form) > 1 else None


def _share(a: Form, b: Form) -> None:
    """Give each end what is said once for both: "2-4 September 2023", "May 1 through 5"."""
    if "wd" in a and "d" not in a:
        return
    if "d" in a and "d" in b:
        if "m" in b and "m" not in a:
            a["m"] = b["m"]
        elif "m" in a and "m" not in b:
            b["m"] = a["m"]
    if "y" in b and "y" not in a and "m" in a:
        a["y"] = b["y"] - 1 if "m" in b and a["m"] > b["m"] else b["y"]
    if "y" in a and "y" not in b and "m" in b:
        b["y"] = a["y"]
    if "of" in b and "of" not in a:
        a["of"] = b["of"]


def _kind(form: Form) -> str:
    named = form["k"] == "cal"
    return (
        "day"
        if "d" in form or "wd" in form or form.get("unit") == "day"
        else "m"
        if named and "m" in form
        else form["k"]
    )


def alike(match: Match) -> Form | None:
    """Join two ends without "from", where both are of one kind: "Oct. 2 to October 22"."""
    first, last = match.group("a")[0].form, match.group("b")[0].form
    if first is None or last is None or not (("y" in first and "y" in last) or _kind(first) == _kind(last)):
        return None
    return between(match)


def days(match: Match) -> Form | None:
    """Join two days of which only one is said with its month: "4 to 22 January", "Nov. 19-20", "May 1 through 5"."""
    first, last = match.group("a"), match.group("b")
    a, b = _side(first), _side(last)
    if a is None or b is None or "d" not in a or "d" not in b or a["k"] != "cal" or b["k"] != "cal":
        return _days_of(a, b)
    if "clock" in a and "m" not in b:
        return a
    if "m" not in a and "m" not in b:
        return None
    if year := match.group("y"):
        said = year[0].form
        if said is None or said.keys() != {"k", "y"}:
            return None
        b["y"] = said["y"]
    with_month = "m" in b
    _share(a, b)
    if "m" not in a or "m" not in b:
        return None
    if not with_month and b["d"] < a["d"] and "y" not in b:
        b["m"] = a["m"] % 12 + 1
    if valid(a) is None or valid(b) is None:
        return None
    if "wd" in a and "wd" not in b:
        a.pop("wd")
    return {"k": "range", "a": a, "b": b}


def _days_of(a: Form | None, b: Form | None) -> Form | None:
    """Join "4 to 22 (of) this month"."""
    if a is None or b is None or "d" not in a or b["k"] != "nth" or b["unit"] != "day":
        return None
    return {"k": "range", "a": {"k": "nth", "n": a["d"], "unit": "day", "of": b["of"]}, "b": b}


def days_within(match: Match) -> Form | None:
    """Join "4 to 22 (of) this month"."""
    first, last, outer = match.group("a"), match.group("b"), match.group("m")
    form = outer[0].form if outer else None
    if form is None or form["k"] != "rel" or form["unit"] != "month":
        return None
    a: Form = {"k": "nth", "n": float(first[0].value), "unit": "day", "of": form}
    b: Form = {"k": "nth", "n": float(last[0].value), "unit": "day", "of": form}
    return {"k": "range", "a": a, "b": b}
