"""What an article's own words say of its publication day, as bounds (see ``PublicationBound``).

Conservative, for a wrong bound is worse than none: a dated event counts as past only where its own verb tells it as
having happened, as to come only where it is said to be; reported speech ("said the vote on ...") gives nothing.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from importers.dating.forms import Form, load
from importers.dating.grammar import OWN
from store.records.article import Article
from store.records.reading import PublicationBound
from store.records.span import Span
from store.records.timex import TimeExpression

_DAYS: Final = {
    "hour": (0, 1),
    "day": (1, 1),
    "week": (7, 7),
    "month": (28, 31),
    "quarter": (90, 92),
    "year": (365, 366),
}


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language that tell what has happened from what is to come."""

    upcoming: re.Pattern[str]
    recent: re.Pattern[str]
    away_before: re.Pattern[str]
    """What must stand before an amount of time that is still to go ..."""
    away: re.Pattern[str]
    """... and after it, with the event that is so far off."""
    called_before: re.Pattern[str]
    """The same the other way round: the event before the amount ("the vote, now less than a week") ..."""
    off: re.Pattern[str]
    """... and what stands after it ("away")."""
    happened: re.Pattern[str]
    """A verb that tells an event, then nothing but its circumstances up to the date."""
    ahead: re.Pattern[str]


@lru_cache(maxsize=2)
def _words(language: str) -> _Words:
    table = tomllib.loads(files("importers.dating").joinpath(f"bounds_{language}.toml").read_text(encoding="utf-8"))
    nouns = {name: "|".join(table[name]) for name in ("to_come", "over")}

    def pattern(name: str) -> re.Pattern[str]:
        spelled: str = table[name]
        for noun, words in nouns.items():
            spelled = spelled.replace("{" + noun + "}", words)
        return re.compile(spelled, re.IGNORECASE | re.VERBOSE)

    return _Words(**{name: pattern(name) for name in _Words.__slots__})


def bounds(text: str, expressions: Sequence[TimeExpression], language: str) -> tuple[PublicationBound, ...]:
    """Collect what the text says of its own publication day. ``text`` and the expressions' offsets are ``find``'s."""
    if language not in OWN:
        return ()
    words = _words(language)
    found = [*_named_events(text, words), *_dated(text, expressions, words), *_distances(text, expressions, words)]
    return tuple(sorted(found, key=lambda b: (b.anchor or b.expression or Span(0, 0), b.low or 0)))


def of_dateline(article: Article, expressions: Sequence[TimeExpression]) -> tuple[PublicationBound, ...]:
    """Read the day and month of a dateline whose year nothing in the file gives: the article is of that very day.

    ``expressions`` are those of the article with its dateline.
    """
    if article.candidates:
        return ()
    datelines = [aside.span for aside in article.set_aside if aside.kind == "dateline"]
    return tuple(
        _bound(article.text, (expression.start, expression.end), expression, None, 0, 0, "the day of its dateline")
        for expression in expressions
        if any(span.contains(expression.span) for span in datelines) and {"m", "d"} <= load(expression.form).keys()
    )


def _named_events(text: str, words: _Words) -> Iterator[PublicationBound]:
    for match in words.upcoming.finditer(text):
        yield _bound(text, match.span(), None, _event(text, match), None, -1, "called upcoming")
    for match in words.recent.finditer(text):
        yield _bound(text, match.span(), None, _event(text, match), 0, None, "called recent, so past")


def _dated(text: str, expressions: Sequence[TimeExpression], words: _Words) -> Iterator[PublicationBound]:
    """Read the verbs of dated events: told as past, or as still to come."""
    for expression in expressions:
        form = load(expression.form)
        if form["k"] != "cal" or "dir" in form or not {"m", "y"} & form.keys() or "of" in form:
            continue
        start = _sentence_start(text, expression.start)
        before = text[start : expression.start]
        if form.get("since") == "since" and "y" in form:
            yield _bound(
                text, (max(start, expression.start - 6), expression.end), expression, None, 0, None, "told as begun"
            )
        elif "d" in form and (match := words.ahead.search(before)) is not None:
            yield _bound(
                text, (start + match.start(), expression.end), expression, None, None, -1, "said to be still to come"
            )
        elif ("d" in form or "y" in form) and (match := words.happened.search(before)) is not None:
            yield _bound(
                text, (start + match.start(), expression.end), expression, None, 0, None, "told in the past tense"
            )


def _distances(text: str, expressions: Sequence[TimeExpression], words: _Words) -> Iterator[PublicationBound]:
    """Read "less than two months away from the runoff", "a menos de dos meses de las elecciones"."""
    for expression in expressions:
        form = load(expression.form)
        if form["k"] != "dur" or "dir" in form or any(count <= 0 or unit not in _DAYS for count, unit in form["amt"]):
            continue
        found = _event_ahead(text, expression, words) or _event_behind(text, expression, words)
        if found is None:
            continue
        stretch, event = found
        low, high = _reach(form)
        yield _bound(text, stretch, None, event, -high, -low, "so long before it")


def _event_ahead(text: str, amount: TimeExpression, words: _Words) -> tuple[tuple[int, int], Span] | None:
    """Find the event that an amount of time is away from, and the stretch that says so."""
    match = words.away.match(text, amount.end)
    lead = text[max(0, amount.start - 12) : amount.start]
    if match is None or words.away_before.search(lead) is None:
        return None
    return (amount.start, match.end()), _event(text, match)


def _event_behind(text: str, amount: TimeExpression, words: _Words) -> tuple[tuple[int, int], Span] | None:
    """Find the event named just before an amount of time that it is away, and the stretch that says so."""
    start = _sentence_start(text, amount.start)
    after = words.off.match(text, amount.end)
    match = words.called_before.search(text[start : amount.start])
    if match is None or after is None:
        return None
    event = Span(start + match.start("event"), start + match.end("event"))
    return (event.start, after.end()), event


def _reach(form: Form) -> tuple[int, int]:
    """Give the fewest and the most days that an amount may stand for."""
    low = sum(int(count * _DAYS[unit][0]) for count, unit in form["amt"])
    high = sum(-int(-count * _DAYS[unit][1] // 1) for count, unit in form["amt"])
    more = form.get("more", "")
    if more in {"LESS_THAN", "EQUAL_OR_LESS"}:
        return 1, high
    if more in {"MORE_THAN", "EQUAL_OR_MORE"}:
        return low, high * 2
    slack = max(1, high // 4)
    return max(1, low - slack), high + slack


_TRAILING: Final = re.compile(
    r"\s+(?:and|or|in|on|of|at|by|to|the|a|an|as|for|y|o|en|de|del|la|el|los|las|por|para|que|which|that|who)$",
    re.IGNORECASE,
)
_CUT: Final = re.compile(
    r"\s+(?:and|which|that|who|when|where|as|said|says|was|were|is|are|will|has|have|had|further|que|quien|cuando|donde|como|fue|es|será)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


_NAME_OVER: Final = re.compile(
    r"^(.*?\b(?:of|in|on|de|del|en)\b[^.]*?(?:\s[A-ZÁÉÍÓÚÑ][\w’'-]*)+)\s(?!(?:of|in|de|del|la|las|los|el|y|and|en)\b)[a-záéíóúñ].*$",
    re.DOTALL,
)
"""A name in capitals is over where small letters go on: "the assassination of Ana Mora | shook them"."""


def _event(text: str, match: re.Match[str]) -> Span:
    """Cut the words that name the event to what names it."""
    start, end = match.span("event")
    name = _NAME_OVER.sub(r"\1", _CUT.sub("", text[start:end])).rstrip()
    while (shorter := _TRAILING.sub("", name)) != name:
        name = shorter
    return Span(start, start + len(name))


def _sentence_start(text: str, at: int) -> int:
    """Find where the sentence that holds an offset begins (not further back than 300 characters)."""
    floor = max(0, at - 300)
    last = floor
    for match in re.finditer(r"[.!?;:][\"'”’)\]]*\s+|\n", text[floor:at]):
        last = floor + match.end()
    return last


def _bound(
    text: str,
    words: tuple[int, int],
    expression: TimeExpression | None,
    anchor: Span | None,
    low: int | None,
    high: int | None,
    why: str,
) -> PublicationBound:
    return PublicationBound(
        expression=expression.span if expression is not None else None,
        anchor=anchor,
        low=low,
        high=high,
        text=" ".join(text[words[0] : words[1]].split()),
        why=why,
    )
