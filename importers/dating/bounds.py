"""What an article's own words say of its publication day, as bounds (see ``PublicationBound``).

Conservative, for a wrong bound is worse than none: a dated event counts as past only where its own verb tells it as
having happened, as to come only where it is said to be; reported speech ("said the vote on ...") gives nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from importers.dating.forms import Form, load
from store.records import PublicationBound, Span, TimeExpression

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
    happened: re.Pattern[str]
    """A verb that tells an event, then nothing but its circumstances up to the date."""
    ahead: re.Pattern[str]


_NOUNS_EN: Final = (
    r"(?:elections?|vote|votes|voting|runoff|run-off|referendum|ballot|poll|polls|summit|trial|hearing|anniversary|visit|"
    r"inauguration|conference|meeting|talks|tournament|games|festival|census|debate|congress|assembly|primary|primaries)"
)
_NOUNS_ES: Final = (
    r"(?:elecciones|elección|comicios|votación|balotaje|segunda vuelta|referéndum|consulta popular|cumbre|juicio|audiencia|"
    r"aniversario|visita|investidura|conferencia|reunión|diálogo|debate|censo|primarias)"
)
_NOUNS_PAST_EN: Final = (
    r"(?:assassination|murder|killing|death|massacre|attack|bombing|arrest|riot|election|coup|earthquake|kidnapping)"
)
_NOUNS_PAST_ES: Final = (
    r"(?:asesinato|magnicidio|muerte|masacre|matanza|ataque|atentado|detención|captura|motín|golpe|terremoto|secuestro)"
)


def _compile(**patterns: str) -> _Words:
    return _Words(**{name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()})


@lru_cache(maxsize=2)
def _words(language: str) -> _Words:
    if language == "es":
        return _compile(
            upcoming=rf"\b(?:próxim[oa]s?|venider[oa]s?|futur[oa]s?)\s+(?P<event>{_NOUNS_ES}(?:\s+(?:\w+ales|\w+ciales|de\s+[\wáéíóúñ]+|en\s+[A-ZÁÉÍÓÚ][\wáéíóúñ]+))*)",
            recent=rf"\breciente\s+(?P<event>{_NOUNS_PAST_ES}\s+(?:de|del|en)\s+(?:[\wáéíóúñ’'-]+\s?){{1,7}})",
            away_before=r"\b(?:a|faltan?)\s$",
            away=r"\s+(?:de|para)\s+(?P<event>(?:las?|los?|el)\s+(?:[\wáéíóúñ’'-]+\s?){1,6})",
            happened=r"\b(?:fue(?:ron)?\s+(?!programad|previst|convocad|anunciad|citad|aplazad|pospuest)\w+d[oa]s?|murió|murieron|asesinaron|mató|mataron|estalló|estallaron|explotó|explotaron|comenzó|comenzaron|empezó|ocurrió|ocurrieron|capturó|capturaron|detuvo|detuvieron|secuestraron|atacaron|atacó|declaró|decretó|falleció|sucedió)\b(?:(?!\b(?:será|serán|hará|iba|para|que|si)\b)[^.;:]){0,90}$",
            ahead=r"(?:\b(?:está[n]?|estarán?)\s+(?:previst|programad|convocad|fijad)[oa]s?\b|\bse\s+(?:celebrar|realizar|llevar|desarrollar|efectuar)(?:á|án)\b|\b(?:será|serán|tendrá\s+lugar|tendrán\s+lugar|previst[oa]s?\s+para|programad[oa]s?\s+para)\b)[^.;:]{0,60}$",
        )
    return _compile(
        upcoming=rf"\b(?:upcoming|forthcoming)\s+(?P<event>(?:[\w’'-]+\s+){{0,4}}?{_NOUNS_EN}(?:\s+in\s+[A-Z]\w+)?)",
        away_before=r"",
        away=r"\s+(?:away\s+from|until|to\s+go\s+before)\s+(?P<event>the\s+(?:[\w’'-]+[ \u00a0]?){1,6})",
        recent=rf"\brecent\s+(?P<event>{_NOUNS_PAST_EN}\s+(?:of|in|on)\s+(?:[\w’'-]+[ \u00a0]?){{1,7}})",
        happened=r"\b(?:(?:was|were)\s+(?:\w+ly\s+)?(?!scheduled|expected|planned|supposed|slated|postponed|moved|extended|delayed|told|asked|ordered|called|required|invited|needed|delayed|announced|named)(?:\w+ed|shot|held|found|hit|taken|freed|seen|sent|beaten|stolen|blown|set\s+off|hurt)|died|began|broke\s+out|exploded|erupted|detonated|took\s+place|happened|occurred|struck|escaped|fled|seized|attacked|assassinated|killed|kidnapped|stormed|opened\s+fire)\b(?:(?!\b(?:will|would|may|might|could|should|to\s+be|ahead|before|until|if|scheduled|planned|expected|due)\b)[^.;:]){0,90}$",
        ahead=r"(?:\bwill\s+(?:be\s+|also\s+|then\s+)?\w+|\b(?:is|are)\s+(?:scheduled|due|slated|set|expected)\b|(?<!was )(?<!were )(?<!been )(?<!originally )(?<!initially )\bscheduled\s+for)\b(?:(?!\b(?:was|were|had|after|since|said)\b)[^.;:]){0,70}$",
    )


def bounds(text: str, expressions: Sequence[TimeExpression], language: str) -> tuple[PublicationBound, ...]:
    """Collect what the text says of its own publication day. ``text`` and the expressions' offsets are ``find``'s."""
    words = _words("es" if language == "es" else "en")
    found = [*_named_events(text, words), *_dated(text, expressions, words), *_distances(text, expressions, words)]
    return tuple(sorted(found, key=lambda b: (b.anchor or b.expression or Span(0, 0), b.low or 0)))


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
        match = words.away.match(text, expression.end)
        if match is None:
            continue
        lead = text[max(0, expression.start - 12) : expression.start]
        if words.away_before.search(lead) is None:
            continue
        low, high = _reach(form)
        yield _bound(text, (expression.start, match.end()), None, _event(text, match), -high, -low, "so long before it")


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


def _event(text: str, match: re.Match[str]) -> Span:
    """Cut the words that name the event to what names it."""
    start, end = match.span("event")
    name = _CUT.sub("", text[start:end]).rstrip()
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
