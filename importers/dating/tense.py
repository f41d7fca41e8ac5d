"""The tense of the clause a time phrase stands in: past, future, present, or "" where nothing says.

News writes "the trial will open on May 3" and "the trial opened on May 3"; the words around the phrase are
searched for the nearest verb group before it in its sentence, then for the first one after it. Words that look
ahead count as future wherever they stand: "scheduled for", "set to", "agreed to", "upcoming" (``verbs_*.toml``).
"""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from importers.dating.forms import Tense
from importers.dating.grammar import OWN


@lru_cache(maxsize=2)
def _verbs(language: str) -> re.Pattern[str]:
    table: dict[str, list[str]] = tomllib.loads(
        files("importers.dating").joinpath(f"verbs_{language}.toml").read_text(encoding="utf-8")
    )
    past = "|".join(table["past"])
    ahead = "|".join(table["ahead"]).replace("{past}", past)
    regular = "|".join(table["regular"])
    not_past = "|".join(table["not_past"])
    told = "|".join([*table["over"], past, f"(?!(?:{not_past})\\b)(?:{regular})" if not_past else regular])
    contracted = "|".join(table["contracted"]) or "(?!)"
    present = "|".join(table["present"])
    return re.compile(
        rf"\b(?:(?P<future>{ahead})|(?P<past>{told})|(?P<present>{present}))\b|(?P<contracted>{contracted})\b",
        re.IGNORECASE,
    )


def tense_of(text: str, sentence: tuple[int, int], start: int, end: int, language: str) -> Tense:
    """Find the tense around ``text[start:end]`` within the sentence given by its offsets."""
    if language not in OWN:
        return ""
    pattern = _verbs(language)
    nearest = None
    for match in pattern.finditer(text, sentence[0], start):
        if match.start() > sentence[0] or match[0].lower() != "until":  # "Until Friday, they had ..." looks back
            nearest = match
    if nearest is None:
        nearest = pattern.search(text, end, sentence[1])
    if nearest is None:
        return ""
    if nearest["future"] or nearest["contracted"]:
        return "future"
    return "past" if nearest["past"] else "present"
