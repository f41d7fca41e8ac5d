"""What a phrase means where the field disagrees: one table, explained in docs/dating.md."""

from typing import Final

SHIFTED: Final[dict[str, str]] = {
    "second": "day",
    "minute": "day",
    "hour": "day",
    "day": "day",
    "night": "day",
    "week": "week",
    "weekend": "week",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "half": "half",
    "season": "season",
    "year": "year",
    "decade": "year",
    "century": "decade",
}
"""How exact "N units ago" is: "three days ago" is a day, "three weeks ago" a week, "four years ago" a year."""

WINDOW: Final[dict[str, int]] = {
    "day": 0,
    "week": 3,
    "month": 15,
    "season": 45,
    "quarter": 45,
    "half": 60,
    "year": 183,
    "decade": 1826,
}
"""Days to either side of a rounded point ("three weeks after the vote"): half of its unit."""

FEW: Final[dict[int, tuple[int, int]]] = {-1: (3, 12), -2: (2, 6), -3: (2, 2)}
"""What vague counts stand for, from and to: "several", "many" and a bare plural; "a few"; "a couple"."""

THIRDS: Final[dict[str, tuple[str, int, int]]] = {
    "month": ("day", 10, 20),
    "season": ("month", 1, 2),
    "quarter": ("month", 1, 2),
    "half": ("month", 2, 4),
    "year": ("month", 4, 8),
    "decade": ("year", 4, 7),
    "century": ("decade", 3, 7),
}
"""Where "early" ends and "late" begins: early August is the 1st to the 10th, the late 1980s are 1987 to 1989."""

CLOCK_PART: Final[dict[str, str]] = {
    "MO": "TMO",
    "AF": "TAF",
    "EV": "TEV",
    "NI": "TNI",
    "MI": "TMI",
    "DT": "TDT",
    "ON": "TNI",
}
"""Parts of the day in TIMEX3."""

REACH: Final[dict[str, dict[str, int]]] = {
    "day": {"past": 300, "future": 275},
    "month": {"past": 310, "future": 310},
    "quarter": {"past": 310, "future": 200},
}
"""How many days off a day, month or quarter named without its year may lie: farther off, a newspaper gives the year."""
