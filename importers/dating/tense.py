"""The tense of the clause a time phrase stands in: past, future, present, or "" where nothing says.

News writes "the trial will open on May 3" and "the trial opened on May 3"; the words around the phrase are
searched for the nearest verb group before it in its sentence, then for the first one after it. Words that look
ahead count as future wherever they stand: "scheduled for", "set to", "agreed to", "upcoming" (``verbs_*.toml``).
"""

import re
import tomllib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from importers.dating.forms import Tense
from importers.dating.grammar import OWN

_REACH: Final = 400
"""Characters to either side in which the verb of a phrase is looked for."""
_ASIDE_REACH: Final = 80
"""Characters before a phrase in which the aside or the relative clause begins that it stands in."""
_BEFORE: Final = 40
"""Characters in front of a phrase in which a verb of saying and a preposition stand."""


@lru_cache(maxsize=2)
def _table(language: str) -> dict[str, list[str]]:
    return tomllib.loads(files("importers.dating").joinpath(f"verbs_{language}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=2)
def _verbs(language: str) -> re.Pattern[str]:
    table = _table(language)
    past = "|".join(table["past"])
    ahead = "|".join(table["ahead"]).replace("{past}", past)
    regular = "|".join(table["regular"])
    not_past = "|".join(table["not_past"])
    told = "|".join([*table["over"], past, f"(?!(?:{not_past})\\b)(?:{regular})" if not_past else regular])
    contracted = "|".join(table["contracted"]) or "(?!)"
    present, opens = "|".join(table["present"]), "|".join(table["opens"])
    return re.compile(
        rf"\b(?:(?P<future>{ahead})|(?P<past>{told})|(?P<present>{present})|(?P<opens>{opens}))\b"
        rf"|(?P<contracted>{contracted})\b"
    )


@lru_cache(maxsize=2)
def _saying(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_table(language)['saying'])})\s+$", re.IGNORECASE)


def is_said(text: str, start: int, language: str) -> bool:
    """Say whether a verb of saying stands right before a time phrase ("police said on Tuesday")."""
    return language in OWN and _saying(language).search(text, max(0, start - _BEFORE), start) is not None


def in_relative(text: str, start: int, language: str) -> bool:
    """Say whether a time phrase stands in a relative clause behind a comma."""
    return _is_behind_comma(text, start, language, "opens")


def in_aside(text: str, start: int, language: str) -> bool:
    """Say whether a time phrase stands in a participle's aside ("the transfer, ordered by the court on Monday")."""
    return _is_behind_comma(text, start, language, "aside")


def _is_behind_comma(text: str, start: int, language: str, opening: str) -> bool:
    """Say whether what stands at ``start`` belongs to a comma and words of the list ``opening`` in front of it."""
    if language not in OWN:
        return False
    return _behind_comma(language, opening).search(text, max(0, start - _ASIDE_REACH), start) is not None


@lru_cache(maxsize=4)
def _behind_comma(language: str, opening: str) -> re.Pattern[str]:
    return re.compile(rf",\s+(?:{'|'.join(_table(language)[opening])})\b[^,.;]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verb groups of a sentence, in order, and their tenses."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tenses: tuple[Tense, ...]
    opened: tuple[int, ...] = ()
    """Where words stand that open a clause whose verb is yet to come ("whose", "who")."""

    def tense(self, start: int, end: int) -> Tense:
        """Give the tense of the phrase at these offsets: the nearest verb group's before it, or else after it.

        "The court will hear the man whose arrest on Monday led to riots": what opened a clause waits for its verb.
        """
        before = bisect_right(self.ends, start) - 1
        opened = self.opened[at - 1] if (at := bisect_left(self.opened, start)) else -1
        if before >= 0 and start - self.ends[before] <= _REACH and opened < self.ends[before]:
            return self.tenses[before]
        after = bisect_left(self.starts, end)
        if after < len(self.starts) and self.starts[after] - end <= _REACH:
            return self.tenses[after]
        return ""


def _small(text: str) -> str:
    """The text in small letters, each where it was: a search that minds case takes a third of the time."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(letter.lower()[:1] for letter in text)


_NO_VERBS: Final = Verbs((), (), ())


@lru_cache(maxsize=2)
def _ordered(language: str) -> re.Pattern[str]:
    return re.compile("|".join(_table(language)["ordered"]) or "(?!)")


@lru_cache(maxsize=1)
def verbs(text: str, start: int, end: int, language: str) -> Verbs:
    """Find the verb groups of the sentence ``text[start:end]``; of the last asked for they are known."""
    if language not in OWN:
        return _NO_VERBS
    found: list[tuple[int, int, Tense]] = []
    ordered = _ordered(language)
    opened: list[int] = []
    for match in _verbs(language).finditer(_small(text[start:end])):
        first, last = start + match.start(), start + match.end()
        if match[0] == "until" and first == start:
            continue  # "Until Friday, they had ..." looks back
        if match[0] == "may" and text[first:last].istitle():
            continue  # the month
        if match["opens"]:
            opened.append(first)
            continue
        ahead = match["future"] or match["contracted"]
        if ahead and ordered.fullmatch(match[0]):
            # "On Sunday a judge ordered him to appear": what stands before it is of the order.
            found.append((first, first, "past"))
        found.append((first, last, "future" if ahead else "past" if match["past"] else "present"))
    return Verbs(
        tuple(row[0] for row in found), tuple(row[1] for row in found), tuple(row[2] for row in found), tuple(opened)
    )
