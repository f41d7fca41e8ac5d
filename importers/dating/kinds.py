"""What sort of time a phrase names, for steps that do not read its form."""

from typing import Final

from importers.dating.forms import load
from store.records.timex import TimeExpression

_OF_THE_DAY: Final = frozenset({"k", "clock", "utc", "part", "tense", "about", "mod", "stamp"})

_TOLD: Final = frozenset({"y", "dec", "cen", "of", "bare"})
_SHORT: Final = frozenset({"minute", "hour", "day", "night", "week", "weekend", "month"})
_UNIT_DAYS: Final = {"day": 1, "night": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}
_WEEK: Final = 7
_OF_A_DAY: Final = frozenset({"minute", "hour"})
_DEICTIC: Final = frozenset({"", "last", "this", "next"})


def dates(expression: TimeExpression) -> bool:
    """Say whether it can date an event: no era, and no amount of time but up to now or from or to an event."""
    if expression.type == "DURATION":
        return _is_short_stretch(expression) or expression.anchor is not None
    return expression.type in {"DATE", "TIME"} and "cen" not in load(expression.form)


def is_amount(expression: TimeExpression) -> bool:
    """Say whether it is an amount of time that touches no day ("48 hours", not "the past 48 hours")."""
    return expression.type == "DURATION" and not _dir(expression) and expression.anchor is None


def is_uncounted(expression: TimeExpression) -> bool:
    """Say whether it is an amount that nobody counts ("hours", "a few days")."""
    return any(count < 0 for count, _ in load(expression.form).get("amt", ()))


def from_publication(expression: TimeExpression) -> bool:
    """Say whether its day is found from the publication day alone ("Thursday", "last week", "two days ago")."""
    form = load(expression.form)
    if form["k"] == "cal":
        names_day = not form.keys() <= _OF_THE_DAY  # a bare "at 0845" is of the day told of last
        return names_day and not form.keys() & _TOLD and form.get("dir", "") in _DEICTIC
    return form["k"] in {"rel", "shift"} and form.get("base") == "ref" and "bare" not in form


def is_fresh(expression: TimeExpression) -> bool:
    """Say whether it names the day of publication or the one before ("this morning", "yesterday", "an hour ago")."""
    form = load(expression.form)
    if form.get("base") != "ref" or form.get("sign") == 1:
        return False
    if form["k"] == "rel":
        return form["unit"] == "day" and form["n"] in {0, -1}
    return form["k"] == "shift" and {unit for _, unit in form["amt"]} <= _OF_A_DAY


def goes_on(expression: TimeExpression) -> bool:
    """Say whether it is so much later than what was told before it ("hours later", "the next day")."""
    form = load(expression.form)
    if form.get("base") != "ctx":
        return False
    return form.get("sign", 0) > 0 if form["k"] == "shift" else form["k"] == "rel" and form["n"] > 0


def names_weekday(expression: TimeExpression) -> bool:
    """Say whether it names a day of the week ("on Thursday", "since last Monday")."""
    return "wd" in load(expression.form)


def is_calendar(expression: TimeExpression) -> bool:
    """Say whether it names a place in the calendar, as a name may be made of ("the 16 November attack")."""
    return load(expression.form)["k"] == "cal"


def spans_months(expression: TimeExpression) -> bool:
    """Say whether it reaches from one month or year to another ("between January and August")."""
    form = load(expression.form)
    ends = (form["a"], form["b"]) if form["k"] == "range" else ()
    return bool(ends) and all(end["k"] == "cal" and end.keys() & {"m", "y"} and "d" not in end for end in ends)


def over_a_week(expression: TimeExpression) -> bool:
    """Say whether it names more than a week ("1980", "October", "last year", "10 months ago", "the past 24 days")."""
    form = load(expression.form)
    if form["k"] == "cal":
        return bool(form.keys() & {"m", "y", "dec"}) and "d" not in form
    if form.get("unit", "") in {"month", "year"}:
        return True
    return any(count * _UNIT_DAYS.get(unit, 0) > _WEEK for count, unit in form.get("amt", ()))


def is_vague(expression: TimeExpression) -> bool:
    """Say whether it names no day at all but the past, the present or what is to come ("most recently", "now")."""
    return load(expression.form)["k"] == "ref"


def only_time_of_day(expression: TimeExpression) -> bool:
    """Say whether it names a time of day and no day ("at 0845", "at dawn")."""
    form = load(expression.form)
    return form["k"] == "cal" and form.keys() <= _OF_THE_DAY


def is_stamp(expression: TimeExpression) -> bool:
    """Say whether it is the time of day of an entry of a live page, and so of the day of publication."""
    return "stamp" in load(expression.form)


def universal_hour(expression: TimeExpression) -> float | None:
    """Give the hour of a day that is told as Greenwich counts both ("at 0245 GMT on Tuesday")."""
    form = load(expression.form)
    if form["k"] != "cal" or "utc" not in form or not form.keys() & {"d", "wd"}:
        return None
    return int(form["clock"][:2]) + int(form["clock"][3:]) / 60


def _is_short_stretch(expression: TimeExpression) -> bool:
    """Say whether it is a short stretch up to now, or from the time told of: in "the past six months" one counts."""
    units = {unit for _, unit in load(expression.form).get("amt", ())}
    return _dir(expression) in {"last", "foll"} and units <= _SHORT


def _dir(expression: TimeExpression) -> str:
    form = load(expression.form)
    return form.get("dir", "") if form["k"] == "dur" else ""
