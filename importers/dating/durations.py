"""TIMEX3 values of durations: P3D, PT48H, P2Y6M; X for a vague amount."""

import re
from collections.abc import Sequence
from math import ceil
from typing import Final

_CODE: Final = {
    "second": ("S", 1, True),
    "minute": ("M", 1, True),
    "hour": ("H", 1, True),
    "day": ("D", 1, False),
    "night": ("D", 1, False),
    "week": ("W", 1, False),
    "fortnight": ("W", 2, False),
    "weekend": ("WE", 1, False),
    "month": ("M", 1, False),
    "quarter": ("M", 3, False),
    "half": ("M", 6, False),
    "season": ("M", 3, False),
    "year": ("Y", 1, False),
    "decade": ("Y", 10, False),
    "century": ("Y", 100, False),
    "millennium": ("Y", 1000, False),
}
_HALF: Final = {"year": ("M", 6), "hour": ("M", 30), "minute": ("S", 30), "day": ("H", 12)}
_VAGUE: Final = {"decade": "E", "century": "C", "millennium": "L", "quarter": "Q"}


def duration_value(amounts: Sequence[tuple[float, str]]) -> str:
    """Write amounts as a TIMEX3 duration; negative counts are vague ones."""
    date_part, time_part = "", ""
    for count, unit in amounts:
        letter, factor, clock = _CODE[unit]
        if count < 0:
            spelled = "2" if count == -3 else "X"
            piece = spelled + (letter if count == -3 else _VAGUE.get(unit, letter))
        else:
            whole, half = divmod(count * factor, 1)
            piece = f"{whole:g}{letter}" if whole or not half else ""
            if half and unit in _HALF and half == 0.5:
                finer, size = _HALF[unit]
                if unit == "day":
                    time_part += f"{size}{finer}"
                else:
                    piece += f"{size}{finer}"
            elif half:
                piece = f"{count * factor:g}{letter}"
        if clock:
            time_part += piece
        else:
            date_part += piece
    return "P" + date_part + ("T" + time_part if time_part else "")


_SHORT: Final = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:\d+M)?)?")


def days_in(value: str) -> int | None:
    """Give the days between the first and the last of what lies within a duration of weeks, days or hours."""
    match = _SHORT.fullmatch(value)
    if match is None or value in ("P", "PT"):
        return None
    weeks, days, hours = (int(group or 0) for group in match.groups())
    return 7 * weeks + days + ceil(hours / 24)
