"""Figures and places of events, numbers of things and names of files, in words."""

import re

from store.records.event import FIGURES, Estimate
from store.records.place import Place


def figures_text(figures: dict[str, Estimate]) -> str:
    """Figures as short as they are clear: "31 killed, 14+ injured" (14 or more), "31–68 killed"."""
    said = ((name, number_text(figures[name])) for name in FIGURES if name in figures)
    return ", ".join(f"{text} {'device' if (name, text) == ('devices', '1') else name}" for name, text in said if text)


def number_text(estimate: Estimate) -> str:
    """Three numbers as one word: "31", "14+" (no upper bound is stated), "up to 5", "31–68", "" if nothing is said."""
    low, best, high = estimate.low, estimate.best, estimate.high
    if low is None and high is None:
        return "" if best is None else str(best)
    if high is None:
        return f"{low}+" if best in (None, low) else f"{low}–{best}+"
    if low is None:
        return f"up to {high}" if best is None or best == high else f"{best}–{high}"
    return str(low) if low == high else f"{low}–{high}"


def place_words(place: Place) -> str:
    """Word a place from its site out to its country; what one name holds already is not said again."""
    kept: list[str] = []
    for part in (place.site, place.location, place.admin1, place.country_name or place.country):
        named = re.compile(rf"\b{re.escape(part)}\b", re.IGNORECASE)  # "Niger" is not named by "the Nigerian embassy"
        if part and not any(map(named.search, kept)):
            kept.append(part)
    return ", ".join(kept)


def counted(number: int, noun: str) -> str:
    """How many of something: "1 event", "2,000 events"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def file_name(path: str) -> str:
    """A file's name without its folder, on whichever system it was read."""
    return path.replace("\\", "/").rpartition("/")[2]
