"""The parts of a filter, and how the values of its keys are read. Pure.

A ``Node`` is a tree: And, Or and Not over terms. What each term means is said here; ``store.filter_sql`` makes SQL of
it, and ``store.filter_words`` a sentence.
"""

import calendar
import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

from store.records.event import FIGURES, Status

Column = Literal["", "title", "evidence", "place", "who"]
Flag = Literal[
    "selected",
    "starred",
    "disputed",
    "undated",
    "dated",
    "planned",
    "ongoing",
    "possible",
    "denied",
    "background",
    "candidate",
    "rejected",
    "copy",
    "edited",
    "tagged",
    "noted",
]
FLAGS: Final[tuple[Flag, ...]] = get_args(Flag)
STATUS_NAMES: Final[tuple[Status, ...]] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Words:
    """Words next to each other, as typed, and where they are looked for.

    ``column`` "" is an event's own words: its title, the sentences it rests on, its place, actors and type; or, where
    no event has them, the text of its articles.
    """

    text: str
    prefix: bool = False
    """The last word may go on."""
    column: Column = ""


@dataclass(frozen=True, slots=True)
class InText:
    """Words anywhere in the text, title or outlet of an article that reports the event."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Outlet:
    name: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class FromSource:
    """Reported by the article with this id, file name or path."""

    ref: str


@dataclass(frozen=True, slots=True)
class Type:
    """An event type or sub-type: exactly that one, else those one of whose words begins so."""

    name: str


@dataclass(frozen=True, slots=True)
class Country:
    name: str


@dataclass(frozen=True, slots=True)
class Days:
    """In a period: certainly (all possible days lie in it) or maybe (one of them does). None is open."""

    sure: bool
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Before:
    """Certainly before this day."""

    day: date


@dataclass(frozen=True, slots=True)
class After:
    """Certainly after this day."""

    day: date


@dataclass(frozen=True, slots=True)
class Number:
    """A figure, or sources, articles or confidence, within bounds (both inclusive; None is open)."""

    field: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Tag:
    name: str


@dataclass(frozen=True, slots=True)
class HasStatus:
    name: str


@dataclass(frozen=True, slots=True)
class Is:
    flag: Flag


@dataclass(frozen=True, slots=True)
class Ident:
    """The event with this id, or with that it was merged into."""

    number: int


Term = (
    Words
    | InText
    | Outlet
    | FromSource
    | Type
    | Country
    | Days
    | Before
    | After
    | Number
    | Tag
    | HasStatus
    | Is
    | Ident
)


@dataclass(frozen=True, slots=True)
class Not:
    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    nodes: tuple["Node", ...]


Node = Term | Not | And | Or


class BadValueError(ValueError):
    """A value that its key cannot have; the message is a sentence that says what would be right."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the filter language, as help and completion show it."""

    name: str
    help: str
    example: str
    read: Callable[[str, bool], Term]
    """Its term from its value as typed and whether the value may still go on. Raises BadValueError."""


def suggestion(word: str, known: Iterable[str]) -> str:
    """' Did you mean “killed”?' for a word that is close to a known one, else ""."""
    shown = {one.casefold(): one for one in known}
    close = difflib.get_close_matches(word.casefold(), shown, n=1, cutoff=0.6)
    return f" Did you mean “{shown[close[0]]}”?" if close else ""


def searchable(text: str) -> bool:
    """Whether full-text search finds any word in it: a letter or a digit of any script."""
    return any(unicodedata.category(char)[0] in "LN" for char in text)


def words(text: str, prefix: bool, column: Column = "") -> Words:
    if not searchable(text):
        raise BadValueError(f"“{text}” has no letter or digit to search for.")
    return Words(text, prefix, column)


_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_DATE_HELP: Final = "Write a year, month or day: 2023, 2023-08 or 2023-08-31."


def _days(text: str) -> tuple[date, date]:
    """The first and last day of "2023", "2023-08" or "2023-08-31"."""
    found = _DATE.fullmatch(text)
    if not found:
        raise BadValueError(f"“{text}” is not a date. {_DATE_HELP}")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, IndexError) as error:
        raise BadValueError(f"There is no {text} in the calendar. {_DATE_HELP}") from error


def period(text: str, sure: bool) -> Days:
    """A period: "2023-08", "2023-08..2023-09-02", "2023-08..", "..2023"."""
    if not text or text == "..":
        raise BadValueError(f"A date is missing. {_DATE_HELP} A range is 2023-08..2023-09-02, with either end open.")
    first, dots, last = text.partition("..")
    if not dots:
        return Days(sure, *_days(text))
    start = _days(first)[0] if first else None
    end = _days(last)[1] if last else None
    if start and end and end < start:
        raise BadValueError(f"The range ends ({last}) before it begins ({first}).")
    return Days(sure, start, end)


_NUMBER = re.compile(r"(>=|<=|>|<|=|≥|≤)?\s*([0-9]{1,12}(?:\.[0-9]{1,6})?)")
_RANGE = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,6})?)?\.\.([0-9]{1,12}(?:\.[0-9]{1,6})?)?")


def number(field: str, text: str) -> Number:
    """A number with its comparison: "3", ">=3", "<10", "3..10", "3.."."""
    whole = field != "confidence"
    example = f"{field}:>=3, {field}:3 or {field}:3..10" if whole else "confidence:>=0.5"
    if (found := _RANGE.fullmatch(text)) and text != "..":
        low, high = (_value(part, whole, example) if part else None for part in found.groups())
        if low is not None and high is not None and high < low:
            raise BadValueError(f"The range ends ({found[2]}) before it begins ({found[1]}).")
        return Number(field, low, high)
    found = _NUMBER.fullmatch(text)
    if not found:
        raise BadValueError(
            f"{field}: needs a number, not “{text}”: {example}." if text else f"{field}: needs a number: {example}."
        )
    value = _value(found[2], whole, example)
    step = 1 if whole else 1e-9
    match found[1]:
        case ">=" | "≥":
            return Number(field, value, None)
        case "<=" | "≤":
            return Number(field, None, value)
        case ">":
            return Number(field, value + step, None)
        case "<":
            return Number(field, None, value - step)
        case _:
            return Number(field, value, value)


def _counted(field: str) -> Callable[[str, bool], Number]:
    return lambda value, _: number(field, value)


def _value(text: str, whole: bool, example: str) -> float:
    if not whole:
        if float(text) > 1:
            raise BadValueError(f"Confidence is between 0 and 1, not {text}: {example}.")
        return float(text)
    if "." in text:
        raise BadValueError(f"“{text}” is not a whole number: {example}.")
    return int(text)


def _one_of(key: str, value: str, known: tuple[str, ...]) -> str:
    folded = value.casefold()
    if folded not in known:
        said = f"{key}: cannot be “{value}”." if value else f"{key}: needs a word."
        raise BadValueError(f"{said}{suggestion(value, known)} It is one of {', '.join(known)}.")
    return folded


def _is(value: str) -> Is:
    folded = _one_of("is", value, FLAGS)
    return Is(next(flag for flag in FLAGS if flag == folded))


def _named(key: str, value: str, what: str) -> str:
    if not value.strip():
        raise BadValueError(f"{key}: needs {what}.")
    return value.strip()


def _type(value: str) -> Type:
    name = _named("type", value, "an event type, such as type:car_bomb")
    if not searchable(name):
        raise BadValueError(f"“{name}” is no event type. Write it as type:car_bomb or type:battles.")
    return Type(name)


def _ident(value: str) -> Ident:
    digits = value.upper().removeprefix("EV-")
    if not re.fullmatch(r"[0-9]{1,12}", digits):
        raise BadValueError(f"“{value}” is no event id. Write it as id:EV-000012 or id:12.")
    return Ident(int(digits))


def _day_of(key: str, value: str) -> tuple[date, date]:
    if ".." in value:
        raise BadValueError(f"{key}: takes one date, not a range. Use date:{value} for events within a period.")
    if not value:
        raise BadValueError(f"{key}: needs a date. {_DATE_HELP}")
    return _days(value)


def _text(key: str, value: str) -> str:
    named = _named(key, value, "a word, or several in quotes")
    if not searchable(named):
        raise BadValueError(f"“{named}” has no letter or digit to search for.")
    return named


_KEYS: Final = (
    Key("type", "event type or sub-type", "type:car_bomb", lambda v, _: _type(v)),
    Key("date", "certainly within a period", "date:2023-08..2023-09-02", lambda v, _: period(v, True)),
    Key("maybe", "possibly within a period", "maybe:2023-08", lambda v, _: period(v, False)),
    Key("before", "certainly before", "before:2023-08-31", lambda v, _: Before(_day_of("before", v)[0])),
    Key("after", "certainly after", "after:2023-08", lambda v, _: After(_day_of("after", v)[1])),
    Key("place", "site, town, province or country", "place:Cuenca", lambda v, p: words(_text("place", v), p, "place")),
    Key(
        "country",
        "country, by code or name",
        "country:EC",
        lambda v, _: Country(_text("country", v)),
    ),
    Key("who", "an actor", 'who:"Los Lobos"', lambda v, p: words(_text("who", v), p, "who")),
    Key("outlet", "an outlet that reports it", 'outlet:"Latin Post"', lambda v, p: Outlet(_text("outlet", v), p)),
    Key(
        "source",
        "an article that reports it, by id or file name",
        "source:3",
        lambda v, _: FromSource(_named("source", v, "an article's id or file name")),
    ),
    Key("title", "words of the event's title", "title:dynamite", lambda v, p: words(_text("title", v), p, "title")),
    Key(
        "evidence",
        "words of the sentences it rests on",
        "evidence:dynamite",
        lambda v, p: words(_text("evidence", v), p, "evidence"),
    ),
    Key(
        "text",
        "words anywhere in an article that reports it",
        "text:helicopter",
        lambda v, p: InText(_text("text", v), p),
    ),
    *(
        Key(name, f"how many {'' if name == 'escaped' else 'were '}{name}", f"{name}:>=3", _counted(name))
        for name in FIGURES[:7]
    ),
    Key("personnel", "how many personnel took part", "personnel:>1000", _counted("personnel")),
    Key("devices", "how many devices", "devices:2", _counted("devices")),
    Key("sources", "independent sources that report it", "sources:>=2", _counted("sources")),
    Key("articles", "articles that report it", "articles:1", _counted("articles")),
    Key("tag", "a tag of yours", "tag:verify", lambda v, _: Tag(_named("tag", v, "a tag"))),
    Key(
        "status",
        "new, checked, contested or rejected",
        "status:checked",
        lambda v, _: HasStatus(_one_of("status", v, STATUS_NAMES)),
    ),
    Key("confidence", "how sure the extraction is, 0 to 1", "confidence:>=0.7", _counted("confidence")),
    Key("is", ", ".join(FLAGS), "is:disputed", lambda v, _: _is(v)),
    Key("id", "one event", "id:EV-000012", lambda v, _: _ident(v)),
)
KEYS: Final[dict[str, Key]] = {key.name: key for key in _KEYS}
"""The keys of the filter language, in the order help shows them."""
