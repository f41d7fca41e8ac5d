"""How a matched phrase becomes a form: the builders that both grammars share.

Most work by class, not by position: whatever order a language puts the parts of a date in, its month is the one
MONTH among the matched nodes. A builder returns None to refuse a match that the pattern could not rule out.
"""

import calendar
import re
from collections.abc import Iterable, Sequence
from typing import Final

from importers.dating.cascade import Match
from importers.dating.forms import Form
from importers.dating.lexer import Node
from importers.dating.vocabulary import NAME

_NUMBER_NAMES: Final = frozenset({"DAYNUM", "YEARNUM", "NUM", "NUMWORD", "SCALE", "COUNT"})
_BEFORE_YEAR: Final = frozenset({"APOSTROPHE", "OF", "COMMA", "HYPHEN", "SLASH", "MONTH", "DOT"})
_MODS: Final = {"EARLY": "START", "STARTOF": "START", "MID": "MID", "MIDDLEOF": "MID", "LATE": "END", "ENDOF": "END"}


def names(nodes: Iterable[Node]) -> list[str]:
    """Say the class names of nodes."""
    return [NAME[node.code] for node in nodes]


def spelled_number(nodes: Sequence[Node]) -> float | None:
    """Read a number in words or digits: "two hundred and six", "5", "1,200", "2 1/2"; None if it is none."""
    total, current, seen = 0.0, 0.0, False
    for node in nodes:
        name = NAME[node.code]
        if name in {"DAYNUM", "YEARNUM", "NUM", "NUMWORD", "ORDINAL", "COUNT"}:
            current, seen = current + float(node.value), True
        elif name == "SCALE":
            scale = int(node.value)
            if scale == 1000:
                total, current = total + max(current, 1) * 1000, 0.0
            else:
                current = max(current, 1) * scale
            seen = True
    return total + current if seen else None


def year_in_words(nodes: Sequence[Node]) -> int | None:
    """Read a year as it is spoken: "nineteen ninety-six", "two thousand (and ten)", "mil novecientos veinte"."""
    numbers = [node for node in nodes if NAME[node.code] in {"NUMWORD", "SCALE"}]
    values = [int(node.value) for node in numbers]
    if len(values) >= 2 and 13 <= values[0] <= 20 and all(NAME[n.code] == "NUMWORD" for n in numbers):
        rest = sum(values[1:])
        return values[0] * 100 + rest if 10 <= rest < 100 else None
    number = spelled_number(numbers)
    return int(number) if number is not None and 1000 <= number < 2200 else None


def full_year(two: int) -> int:
    """Write a two-digit year in full: 00-29 is this century's, the rest the last one's."""
    return two + (2000 if two < 30 else 1900)


def valid(form: Form) -> Form | None:
    """Refuse calendar fields that no calendar has: 31 June, month 13."""
    month, day = form.get("m", 1), form.get("d", 1)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    if not 1 <= form.get("y", 2000) <= 9998:
        return None
    return form if day <= calendar.monthrange(form.get("y", 2000), month)[1] else None


def calendar_form(match: Match) -> Form | None:
    """Collect the parts of a calendar phrase by class: "Saturday, April 25, 1998", "el 2 de mayo"."""
    return valid(collect(match.nodes))


def collect(nodes: Sequence[Node]) -> Form:
    """Collect calendar fields from nodes by their class."""
    form: Form = {"k": "cal"}
    for at, node in enumerate(nodes):
        name = NAME[node.code]
        if name in {"MONTH", "MAYBEMONTH"}:
            form["m"] = int(node.value)
        elif name == "WEEKDAY":
            form["wd"] = int(node.value)
        elif name == "SEASON":
            form["s"] = str(node.value)
        elif name == "HOLIDAY":
            form["hol"] = str(node.value)
        elif name in {"DAYNUM", "ORDINAL"} and "d" not in form:
            form["d"] = int(node.value)
        elif name == "YEARNUM":
            form["y"] = int(node.value)
        elif name in {"DAYNUM", "NUM"} and at and NAME[nodes[at - 1].code] in _BEFORE_YEAR:
            form["y"] = full_year(int(float(node.value)))
        elif name in {"COUNT", "NUMWORD"}:
            number = int(node.value)
            form["y" if number > 31 else "d"] = number
        elif name in _MODS:
            form["mod"] = _MODS[name]
        elif name == "ABOUT":
            form["about"] = True
        elif name in {"DATE", "TIME"} and node.form:
            form.update(node.form)
        elif name == "FISCAL":
            form["fiscal"] = True
    return form


_UNITS: Final = {
    **dict.fromkeys(("UNIT", "UNITS", "TUNIT", "TUNITS"), ""),
    **dict.fromkeys(("QUARTER", "QUARTERS"), "quarter"),
    **dict.fromkeys(("WEEKEND", "WEEKENDS"), "weekend"),
    **dict.fromkeys(("PART", "PARTS"), "night"),
    "SEASON": "season",
}
"""The tokens that are counted, and their unit; "" where their value says it."""


def amount(match: Match) -> Form | None:
    """Build the amounts of a quantity: "two weeks", "a year and a half", "several days", "week-(old)"."""
    amounts: list[tuple[float, str]] = []
    pending: list[Node] = []
    half_after = False
    for node in match.nodes:
        name = NAME[node.code]
        if name in _UNITS:
            number = spelled_number(pending)
            few = [n for n in pending if NAME[n.code] == "FEW"]
            article = any(NAME[n.code] == "A" for n in pending)
            if any(NAME[n.code] in {"TO", "OR"} for n in pending):
                number = spelled_number([n for n in pending if NAME[n.code] in _NUMBER_NAMES][:1])
            if few:
                number = float(few[0].value)
            elif number is None:
                number = 1.0 if article or name in {"UNIT", "TUNIT"} else -1.0
            if any(NAME[n.code] == "HALF" for n in pending) and not few:
                number = number + 0.5 if any(NAME[n.code] in {"NUMWORD", "DAYNUM", "COUNT"} for n in pending) else 0.5
            amounts.append((number, _UNITS[name] or str(node.value)))
            pending = []
        elif name == "HALF" and amounts:
            half_after = True
        else:
            pending.append(node)
    if not amounts:
        return None
    if half_after:
        amounts[-1] = (amounts[-1][0] + 0.5, amounts[-1][1])
    return {"k": "dur", "amt": amounts}


def modifier(nodes: Iterable[Node]) -> str:
    """Find TIMEX3's MOD of an amount."""
    for node in nodes:
        name = NAME[node.code]
        if name in {"MORETHAN", "LESSTHAN"}:
            return str(node.value)
        if name == "ABOUT":
            return "APPROX"
    return ""


def with_modifier(match: Match) -> Form | None:
    """Build a quantity with what stands around it: "more than two years", "the first nine months"."""
    inner = match.first("QTY")
    if inner is None or inner.form is None:
        return None
    form = inner.form.copy()
    if more := modifier(match.nodes):
        form["more"] = more
    return form


def minutes(spelled: str) -> str | None:
    """Normalise a clock time: "7:15", "15h30", "15h"."""
    found = re.fullmatch(r"(\d{1,2})(?:[:hH](\d\d)?)?(?::\d\d(?:\.\d+)?)?", spelled)
    if not found or int(found[1]) > 24 or int(found[2] or 0) > 59:
        return None
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"


def clock(match: Match) -> Form | None:
    """Build a time of day: "7:15 p.m. EST", "5 o'clock", "noon", "las 15h30"."""
    form: Form = {"k": "cal"}
    if match.has("ABOUT"):
        form["about"] = True
    noon = match.first("NOON")
    if noon is not None:
        spelled = str(noon.value)
        if ":" in spelled:
            form["clock"] = spelled
        else:
            form["part"] = spelled
        return form
    head = match.first("CLOCK", "DAYNUM", "NUMWORD", "NUM", "COUNT")
    if head is None:
        return None
    if NAME[head.code] == "CLOCK":
        said = minutes(str(head.value))
    else:
        number = spelled_number([head])
        said = f"{int(number):02d}:00" if number is not None and 0 <= number <= 24 else None
    if said is None:
        return None
    half = match.first("AMPM")
    part = match.first("PART")
    hour = int(said[:2])
    if half is not None and hour > 12:
        half = None
    if half is not None:
        hour = hour % 12 + (12 if half.value == "p" else 0)
    elif part is not None and hour < 12 and (part.value in {"AF", "EV"} or (part.value == "NI" and hour >= 6)):
        hour += 12
    form["clock"] = f"{hour:02d}{said[2:]}"
    return _in_zone(form, match)


def _in_zone(form: Form, match: Match) -> Form:
    zone = match.first("ZONE")
    if zone is not None and zone.lower in {"gmt", "utc"}:
        form["utc"] = True
    return form


def number(match: Match) -> Form | None:
    """Join a number in words."""
    value = spelled_number(match.nodes)
    return None if value is None else {"k": "num", "n": value}


def fraction(match: Match) -> Form | None:
    """Join "2 1/2"."""
    parts = [float(node.value) for node in match.all("DAYNUM", "NUM")]
    return {"k": "num", "n": parts[0] + parts[1] / parts[2]} if len(parts) == 3 and parts[2] else None


def spoken_year(match: Match) -> Form | None:
    """Join a year in words."""
    year = year_in_words(match.nodes)
    return None if year is None else {"k": "num", "n": year}


def ordinal(match: Match) -> Form | None:
    """Join "twenty-first"."""
    value = spelled_number(match.nodes)
    return None if value is None else {"k": "num", "n": value}


def retag(match: Match) -> Form | None:
    """Keep the value of the one node under the class the rule makes: a word told apart by its context."""
    value = match.nodes[0].value
    return {"k": "num", "v": value} if isinstance(value, str) else {"k": "num", "n": value}


def nothing(match: Match) -> Form | None:
    """Swallow what only looks like a time: "a 44-year-old man"."""
    return {"k": "num", "v": ""}


def part_of_day(match: Match) -> Form | None:
    """Build "mid-afternoon"."""
    part = match.first("PART")
    return None if part is None else {"k": "cal", "part": str(part.value), "mod": "MID"}


def year(match: Match) -> Form | None:
    """Build a year alone, where the figure is one: not 1500 people, not $1,999."""
    node = match.first("YEARNUM")
    if node is None:
        return None
    unit, said = match.first("UNIT"), int(node.value)
    if unit is not None and unit.value != "year":
        return None
    if unit is None and not match.has("FISCAL") and not _like_a_year(match.text, node, said):
        return None
    form: Form = {"k": "cal", "y": said}
    if match.has("FISCAL"):
        form["fiscal"] = True
    return form


_COUNTED_BEFORE: Final = re.compile(
    r"(?:[$€£#¥]\s?|\bno\. ?|\b(?:than|nearly|almost|over|some|least|most|route|flight|casi|unos|unas"
    r"|más de|menos de|cerca de|al menos)\s)$",
    re.IGNORECASE,
)
_MEASURED: Final = re.compile(
    r"[%$€]|[.,]\d|\s*(?:percent|per cent|por ciento|dollars|dólares|euros|people|personas|troops|k?m|kg|ft)\b"
)
_PLURAL: Final = re.compile(
    r"\s(?!(?:was|has|does|its|this|thus|plus|versus|tras|sus|las|los|nos|les|más|menos|pues)\b)"
    r"[a-záéíóúñ]{2,}s\b"
)
_YEAR_BEFORE: Final = re.compile(r"\b(?:in|since|of|by|until|year|en|desde|hasta|del|año)\s$", re.IGNORECASE)


def _like_a_year(text: str, node: Node, said: int) -> bool:
    """Tell a year from a count by what stands around it; a round number before a plural is a count."""
    if not text[node.start : node.end].isdigit():
        return True
    before = text[max(0, node.start - 10) : node.start]
    if not 1300 <= said <= 2100 or _COUNTED_BEFORE.search(before) or _MEASURED.match(text, node.end):
        return False
    if _PLURAL.match(text, node.end) is None:
        return True
    return (1900 < said < 2036 and said % 100 != 0) or _YEAR_BEFORE.search(before) is not None


def day_month(match: Match) -> Form | None:
    """Build a date that puts the day first; "the third week of May" is none."""
    if any(unit.value not in {"day", "month", "year"} for unit in match.all("UNIT")):
        return None
    form = collect([n for n in match.nodes if NAME[n.code] != "UNIT"])
    return valid(form) if "d" in form else None


def four_digits(match: Match) -> Form | None:
    """Build a time of day as armies write it: "1545 GMT", "at 0800"."""
    node = match.first("YEARNUM", "NUM")
    if node is None:
        return None
    said = match.text[node.start : node.end]
    if len(said) != 4 or not said.isdigit() or int(said[:2]) > 24 or int(said[2:]) > 59:
        return None
    form: Form = {"k": "cal", "clock": f"{said[:2]}:{said[2:]}"}
    if match.has("ABOUT"):
        form["about"] = True
    return _in_zone(form, match)


def round_time(match: Match) -> Form | None:
    """Build "before 1800": a quarter of an hour as armies write it, rather than a year long gone."""
    node = match.first("YEARNUM")
    return None if node is None or int(node.value) >= 1900 or int(node.value) % 100 % 15 else four_digits(match)


def late_time(match: Match) -> Form | None:
    """Build "around 2100": as a year it would lie too far ahead for news."""
    node = match.first("YEARNUM")
    return four_digits(match) if node is not None and int(node.value) >= _FAR_AHEAD else None


_FAR_AHEAD: Final = 2060


def between_times(match: Match) -> Form | None:
    """Build "between 1800 and 0600", "from 1710 to 2250", which no news tells of as years; the first is given."""
    first, last = match.all("YEARNUM", "NUM")
    said = match.text[last.start : last.end]
    if len(said) != 4 or not said.isdigit():
        return None
    round_times = int(first.value) % 5 == 0 and int(said) % 5 == 0 and int(said[2:]) < 60
    no_years = said[0] == "0" or int(said) >= _FAR_AHEAD or (int(said) < _FIRST_YEAR and round_times)
    return four_digits(match) if no_years else None


_FIRST_YEAR: Final = 1492


def eleventh_of_september(match: Match) -> Form | None:
    """Build "9/11", the name of that day in 2001."""
    first, last = match.all("DAYNUM")
    said = match.text[first.start : last.end]
    return {"k": "cal", "y": 2001, "m": 9, "d": 11} if said == "9/11" else None


def lasting(match: Match) -> Form | None:
    """Build "weeks-long", "day-long"."""
    last = match.first("OLD")
    return amount(match) if last is not None and last.value == "long" else None


_NAMES: Final = frozenset({"april", "june", "august"})
_IN_MONTH: Final = re.compile(
    r"\b(?:in|since|until|till|by|last|next|this|early|late|mid|of|from|to|and|or|between|during)[\s-]$", re.IGNORECASE
)


def bare_month(match: Match) -> Form | None:
    """Build a month alone; "April Jones" is a person."""
    node = match.nodes[0]
    if node.lower in _NAMES and re.match(r"\s[A-Z][a-z]+", match.text[node.end : node.end + 3]):
        before = match.text[max(0, node.start - 9) : node.start]
        if _IN_MONTH.search(before) is None:
            return None
    return {"k": "cal", "m": int(node.value)}
