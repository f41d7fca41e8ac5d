"""Builders for times that are pointed at ("last week", "that day", "tonight", "now") and for repeated ones."""

from importers.dating.builders import amount, collect
from importers.dating.cascade import Match
from importers.dating.durations import duration_value
from importers.dating.forms import Form
from importers.dating.relative import STEP, direction, unit_of
from importers.dating.vocabulary import NAME


def period(match: Match) -> Form | None:
    """Build "last week", "this year", "the following month", "that day", "the current quarter"."""
    said = direction(match.nodes)
    unit = unit_of(match.nodes)
    if not unit:
        return None
    narrated = said in {"same", "prev", "foll"} or (said == "next" and unit == "day" and match.has("THE"))
    base = "ctx" if narrated else "ref"
    form: Form = {"k": "rel", "unit": unit, "n": STEP.get(said, 0), "base": base}
    if match.has("FISCAL"):
        form["fiscal"] = True
    return form


def bare_period(match: Match) -> Form | None:
    """Build "the quarter", "the year": the one being spoken of."""
    unit = unit_of(match.nodes)
    if unit in {"", "day", "decade", "century"}:
        return None
    return {"k": "rel", "unit": unit, "n": 0, "base": "ctx", "bare": True}


def bare_period_or_day(match: Match) -> Form | None:
    """Build the "mes" of "el último día del mes", the "año" of "a finales del año"."""
    unit = unit_of(match.nodes)
    return (
        {"k": "rel", "unit": unit, "n": 0, "base": "ctx", "bare": True}
        if unit in {"month", "year", "week", "quarter"}
        else None
    )


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


def through_the_night(match: Match) -> Form | None:
    """Build "during the night": the one that is over when it is told of, as "overnight" is."""
    part = match.first("PART")
    return {"k": "rel", "unit": "day", "n": 0, "base": "ref", "part": "ON"} if part and part.value == "NI" else None


def night_into(match: Match) -> Form | None:
    """Build "overnight into Saturday": the night that ends on that day."""
    night, day = (node.form for node in match.all("DATE"))
    if night is None or day is None or night.get("part") != "ON" or day.keys() & {"part", "clock"}:
        return None
    return {**day, "part": "ON"}


def night_of(match: Match) -> Form | None:
    """Build "overnight Wednesday": the night that begins on that day."""
    day = match.first("DATE")
    return {**day.form, "part": "NI"} if day and day.form and not day.form.keys() & {"part", "clock"} else None


def day_part(match: Match) -> Form | None:
    """Build "this morning", "last night", "the next morning", "that evening"."""
    said = direction(match.nodes)
    part = match.first("PART", "NOON")
    if part is None:
        return None
    step = -1 if said == "last" and part.value == "NI" else STEP.get(said, 0)
    base = "ctx" if said in {"same", "prev", "foll"} or (said == "next" and match.has("THE")) else "ref"
    value = str(part.value)
    form: Form = {"k": "rel", "unit": "day", "n": step, "base": base}
    form["clock" if ":" in value else "part"] = value
    return form


def after_next(match: Match) -> Form | None:
    """Build "the week after next", "the year before last", "the night before last", "el domingo antepasado"."""
    weekday = match.first("WEEKDAY")
    if weekday is not None:
        last: Form = {"k": "cal", "wd": int(weekday.value), "dir": "last"}
        return {"k": "shift", "amt": [(1, "week")], "sign": -1, "base": "of", "of": last}
    part = match.first("PART")
    unit = unit_of(match.nodes) if part is None else "day"
    if not unit:
        return None
    form: Form = {"k": "rel", "unit": unit, "n": 2 if match.has("NEXT") else -2, "base": "ref"}
    if part is not None:
        form["part"] = str(part.value)
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
    codes = {
        "day": "P1D",
        "week": "P1W",
        "month": "P1M",
        "year": "P1Y",
        "quarter": "P3M",
        "hour": "PT1H",
        "minute": "PT1M",
        "weekend": "XXXX-WXX-WE",
        "decade": "P10Y",
        "century": "P100Y",
        "fortnight": "P2W",
    }
    return {"k": "set", "v": codes[unit]} if unit in codes else None


def every_so_often(match: Match) -> Form | None:
    """Build "every five years", "cada dos días"."""
    quantity = amount(match)
    return {"k": "set", "v": duration_value(quantity["amt"])} if quantity is not None else None


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


def year_end(match: Match) -> Form | None:
    """Build "year-end", "year's end"."""
    if unit_of(match.nodes) != "year":
        return None
    return {"k": "rel", "unit": "year", "n": 0, "base": "ctx", "bare": True, "mod": "END"}


def in_the_same(match: Match) -> Form | None:
    """Build "earlier in the day", "later in the year": of the one told of."""
    unit = unit_of(match.nodes)
    mod = "START" if match.has("EARLIER", "EARLY") else "END"
    form: Form = {"k": "rel", "unit": unit, "n": 0, "base": "ctx", "mod": mod}
    if unit != "day":
        form["bare"] = True
    if match.has("EARLIER", "LATER"):
        form["since"] = "earlier" if match.has("EARLIER") else "later"
    return form
