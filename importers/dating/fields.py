"""Builders for calendar names: quarters, decades, centuries, dates in figures, times of day in ranges."""

from collections.abc import Callable
from typing import Final

from importers.dating.builders import collect, full_year, valid
from importers.dating.cascade import Match
from importers.dating.forms import Form
from importers.dating.fulldates import in_order
from importers.dating.relative import direction
from importers.dating.vocabulary import NAME


def quarter(match: Match) -> Form | None:
    """Build "the third quarter", "fourth-quarter", "the fiscal first quarter of 1990", "the second half"."""
    order = match.first("ORDINAL", "DAYNUM")
    if order is None:
        return None
    half = match.has("HALF", "HALFWORD")
    number = int(order.value)
    if not 1 <= number <= (2 if half else 4):
        return None
    form: Form = {"k": "cal"}
    form["hf" if half else "q"] = number
    year = match.first("YEARNUM")
    if year is not None:
        form["y"] = int(year.value)
    if match.has("FISCAL"):
        form["fiscal"] = True
    return form


def quarter_code(match: Match) -> Form | None:
    """Build "Q3", "2017-q1", "H2 2019"."""
    letter, number, year = match.first("QLETTER"), match.first("DAYNUM"), match.first("YEARNUM")
    if letter is None or number is None or letter.end != number.start:
        return None
    half = letter.lower in {"h", "s"}
    if not 1 <= int(number.value) <= (2 if half else 4):
        return None
    form: Form = {"k": "cal"}
    form["hf" if half else "q"] = int(number.value)
    if year is not None:
        form["y"] = int(year.value)
    return form


def decade(match: Match) -> Form | None:
    """Build "the 1980s", "the '90s", "the late seventies"."""
    word, digits, spoken = match.first("YEARWORD"), match.first("DECADENUM"), match.first("NUMWORD", "COUNT")
    if word is not None and word.value != "":
        first = int(word.value)
        if first == 10 and spoken is None:
            return None
        if spoken is not None:
            first = int(spoken.value) * 100 + first % 100
    elif digits is not None:
        said = "".join(char for char in str(digits.value) if char.isdigit())
        first = int(said) if len(said) == 4 else full_year(int(said) % 100)
        if len(said) == 3:
            return None
    else:
        return None
    if first % 10 or not 1000 <= first < 2100:
        return None
    form: Form = {"k": "cal", "dec": first}
    for name, mod in (("EARLY", "START"), ("MID", "MID"), ("LATE", "END")):
        if match.has(name):
            form["mod"] = mod
    return form


def decade_of_year(match: Match) -> Form | None:
    """Build "los años 70", "la década de 1970", "the decade of the 1970s"."""
    number = match.first("YEARNUM", "DAYNUM", "NUM", "COUNT", "NUMWORD")
    if number is None:
        return None
    said = int(float(number.value))
    first = said if said >= 1000 else full_year(said)
    return (
        {"k": "cal", "dec": first} if first % 10 == 0 and (said >= 1000 or 10 <= said < 100) and first < 2100 else None
    )


def century(match: Match) -> Form | None:
    """Build "the 19th century", "siglo XIX"."""
    order, unit = match.first("ORDINAL", "ROMAN", "DAYNUM"), match.first("UNIT")
    if order is None or unit is None or unit.value != "century" or not 1 <= int(order.value) <= 30:
        return None
    return {"k": "cal", "cen": (int(order.value) - 1) * 100}


def _numeric(month_first: bool) -> Callable[[Match], Form | None]:
    """Make the builder of dates in figures, for a language that writes the month first or the day."""

    def build(match: Match) -> Form | None:
        numbers = [int(float(node.value)) for node in match.all("DAYNUM", "NUM", "YEARNUM")]
        years = match.all("YEARNUM")
        if len(numbers) != 3 or len(years) > 1:
            return None
        marks = {node.lower for node in match.all("HYPHEN", "SLASH", "DOT")}
        if len(marks) > 1:
            return None
        if years and match.all("DAYNUM", "NUM", "YEARNUM")[0] is years[0]:
            year, first, second = numbers
            month, day = (first, second) if first <= 12 else (second, first)
        else:
            first, second, year = numbers
            if not years:
                if year > 99 or ("." in marks and year < 1):
                    return None
                year = full_year(year)
            day, month = in_order(first, second, "".join(marks), day_first=not month_first)
        weekday = match.first("WEEKDAY")
        form: Form = {"k": "cal", "y": year, "m": month, "d": day}
        if weekday is not None:
            form["wd"] = int(weekday.value)
        return valid(form)

    return build


def eight_digits(match: Match) -> Form | None:
    """Build "20230831"."""
    node = match.first("FULLDATE")
    if node is None:
        return None
    said = str(node.value)
    return valid({"k": "cal", "y": int(said[:4]), "m": int(said[4:6]), "d": int(said[6:])})


def month_in_figures(match: Match) -> Form | None:
    """Build "11/2016", "2016/11"."""
    year, month = match.first("YEARNUM"), match.first("DAYNUM")
    if year is None or month is None or not 1900 <= int(year.value) <= 2100:
        return None
    return valid({"k": "cal", "y": int(year.value), "m": int(month.value)})


def clocks(match: Match) -> Form | None:
    """Build "between 4pm and 5pm": the time of day it begins."""
    first = match.first("TIME")
    if first is None or first.form is None:
        return None
    return first.form.copy()


def marked(match: Match) -> Form | None:
    """Build a calendar phrase with a determiner: "next Friday the 13th"."""
    form = collect(match.nodes)
    said = direction(match.nodes)
    if said:
        form["dir"] = said
    return valid(form)


def strict_month(match: Match) -> Form | None:
    """Accept "May" and "March" as months where only a capital tells them from verbs."""
    node = match.nodes[0]
    return {"k": "num", "n": float(node.value)} if match.text[node.start].isupper() or node.lower == "jan" else None


def half_of(match: Match) -> Form | None:
    """Build "la segunda mitad de 2016"."""
    order, year = match.first("ORDINAL"), match.first("YEARNUM")
    if order is None or year is None or not 1 <= int(order.value) <= 2:
        return None
    return {"k": "cal", "hf": int(order.value), "y": int(year.value)}


def decade_in_spanish(match: Match) -> Form | None:
    """Build "los años 70", "la década de 1990", "los noventa"."""
    unit = match.first("UNITS", "UNIT")
    if unit is not None and unit.value not in {"year", "decade"}:
        return None
    if unit is not None and unit.value == "year" and not match.has("UNITS"):
        return None
    return decade_of_year(match)


def month_of(match: Match) -> Form | None:
    """Build "el mes de mayo"."""
    unit = match.first("UNIT")
    if unit is None or unit.value != "month":
        return None
    return valid(collect([n for n in match.nodes if n is not unit]))


def day_alone(match: Match) -> Form | None:
    """Build "el día 18"."""
    unit, number = match.first("UNIT"), match.first("DAYNUM", "COUNT")
    if unit is None or unit.value != "day" or number is None or not 1 <= int(number.value) <= 31:
        return None
    return {"k": "cal", "d": int(number.value)}


def bare_day(match: Match) -> Form | None:
    """Build "the 27th" (in figures: "the second" is rarely a date)."""
    node = match.nodes[-1]
    if not match.text[node.start].isdigit() or not 1 <= int(node.value) <= 31:
        return None
    return {"k": "cal", "d": int(node.value)}


month_first = _numeric(month_first=True)
day_first = _numeric(month_first=False)

_SMALL: Final = frozenset({"de", "di", "do", "da", "del", "des", "d", "du", "den", "der", "le", "la", "il"})


def in_words(match: Match) -> Form | None:
    """Keep a full date in a language without a grammar as words: a day, a name, a year ("31 août 2023")."""
    names = [n for n in match.nodes if NAME[n.code] == "OTHER" and n.lower not in _SMALL]
    year = match.first("YEARNUM")
    if len(names) != 1 or not names[0].lower.isalpha() or len(names[0].lower) < 3:
        return None
    if year is None or not 1900 <= int(year.value) <= 2100:
        return None
    return {"k": "words", "words": " ".join(match.text[match.nodes[0].start : match.nodes[-1].end].split())}
