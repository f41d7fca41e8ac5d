"""The lines above an article: keyed headers ("Source: ..."), bylines, and the headline."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from importers.cleaning.agencies import known_outlet
from importers.cleaning.words import words
from importers.dating.fulldates import FoundDate, full_dates
from store.records.span import Span

HeaderField = Literal["date", "title", "outlet", "byline", "url", "language", "other"]

DATE_KEYS: Final = (
    r"(?:date|fecha)(?:\s+(?:of\s+publication|published|de\s+publicaci[oó]n))?|"
    r"published(?:\s+(?:on|at|date))?|publication\s+date|"
    r"pub(?:lish)?\s?date|publicad[oa](?:\s+(?:el|en))?|publicaci[oó]n|posted(?:\s+(?:on|at))?|dated|first\s+published|"
    r"(?:last\s+)?(?:updated|modified)(?:\s+(?:on|at))?|(?:[uú]ltima\s+)?(?:actualizaci|modificaci)[oó]n|actualizado(?:\s+el)?|"
    r"this\s+(?:story|article|report)\s+(?:is\s+from|(?:was\s+)?(?:(?:first|originally)\s+)?published(?:\s+on)?)|"
    r"est[ae]\s+(?:nota|noticia|art[ií]culo)\s+(?:es\s+del?|(?:fue\s+|se\s+)?public(?:ad[oa]|ó)(?:\s+el)?)|"
    r"created|issued|filed|(?:issue|edition|bulletin)\s+of|(?:edici[oó]n|bolet[ií]n)\s+del?"
)
"""What may stand before the date of an article, as a regular expression without a group around it."""
_KEYS: Final[dict[HeaderField, str]] = {
    "date": DATE_KEYS,
    "title": r"title|headline|t[ií]tulo|titular|subject|asunto",
    "outlet": r"source|outlet|publication|publisher|newspaper|fuente|medio|peri[oó]dico|agency|agencia|site\s?name",
    "byline": (
        r"by|byline|authors?|autor(?:es|a)?|por|writer|reporter|written\s+by|escrito\s+por|periodista|"
        r"redacci[oó]n|texto"
    ),
    "url": r"url|link|enlace|web|permalink",
    "language": r"lang(?:uage)?|idioma",
    "other": (
        r"section|secci[oó]n|categor(?:y|[ií]a)s?|tags?|etiquetas|keywords|palabras\s+clave|location|lugar|id|"
        r"doc(?:ument)?\s?(?:no|id|type)|length|word\s+count|edition|edici[oó]n|page|p[aá]gina|slug|from|to|"
        r"copyright|country|pa[ií]s|region|regi[oó]n|topic|tema|type"
    ),
}
_KEYED: Final = re.compile("|".join(rf"(?P<{field}>{keys})" for field, keys in _KEYS.items()), re.IGNORECASE)
_LONGEST_KEY: Final = 50
_PLAIN_DATE_KEY: Final = re.compile(
    r"date|fecha|published|publicad[oa]|posted|updated|actualizado|last.+|first.+|(?:this|est[ae])\s.+|"
    r".+\s(?:on|at|el|en)",
    re.IGNORECASE,
)
"""Keys that need no colon before a date."""
_CHANGED: Final = re.compile(r"\W{0,3}(?:last\s|updated|modified|[uú]ltima|actualiza)", re.IGNORECASE)
_EMPHASIS: Final = re.compile(r"[*_]{1,3}")
"""Marks of emphasis that plain text may keep: "*Published: 8 October 2024*"."""
_COLON: Final = re.compile(r"\s?:[*_]{0,3}\s{0,3}")
CLOCK: Final = (
    r"(?:,?\s*(?:[T@·|•–—-]\s?|at\s|a\s+las\s)?\s*\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?\s?"
    r"(?:[ap]\.?\s?m\.?|h(?:oras|ours|rs?\.?|s\.?)?)?"
    r"(?:\s?(?:Z\b|(?-i:[A-Z]{3,4})\b)?(?:\s?[+-]\d{1,2}(?::?\d{2})?)?)?)"
)
WEEKDAYS: Final = (
    r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?|"
    r"lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)"
)
_LEAD_IN: Final = re.compile(rf"\s{{0,3}}(?:(?:on|el|of|del)\s)?(?:{WEEKDAYS},?\s{{1,2}})?", re.IGNORECASE)
_TIME: Final = re.compile(CLOCK, re.IGNORECASE)
_RELEASE: Final = re.compile(
    r"(?:media|press|news|police)\s(?:release|statement)|for\simmediate\srelease|"
    r"comunicado(?:\s(?:de\sprensa|oficial|a\sla\sopini[oó]n\sp[uú]blica))?|nota\s(?:de\sprensa|informativa)|"
    r"bolet[ií]n\s(?:de\sprensa|informativo)",
    re.IGNORECASE,
)
SEPARATORS: Final = " \t,;|·•*_()–—-"
BYLINE: Final = re.compile(
    r"(?P<lead>written\s+by|reported\s+by|story\s+by|posted\s+by|published\s+by|escrito\s+por|publicado\s+por|by|por)"
    r"\s?:?\s{1,2}",
    re.IGNORECASE,
)
_DATED_BY: Final = re.compile(rf"[\s,]+(?:on|el)(?:\s{WEEKDAYS},?)?\s*$", re.IGNORECASE)
"""What joins a name and the day: "by the Harbour Watch on 3 May 2026"."""
_SURE_BYLINE: Final = re.compile(r"(?:written|reported|story|escrito)\s+(?:by|por)\b", re.IGNORECASE)
_NAME_WORD: Final = re.compile(r"[^\W\d_][\w.'’-]*")
_NO_NAME: Final = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december then now the lunes martes miércoles jueves viernes sábado domingo enero "
    "febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre primera segunda ahora fin "
    "ello eso qué"
)
PARTICLES: Final = words(
    "de del la las los da do dos di van von der den el y and e & for of para with con in en at bin al du des et le les "
    "the with"
)
STAFF: Final = words(
    "staff reporter reporters writer writers correspondent correspondents desk team newsroom agencies redacción "
    "corresponsal corresponsales enviado enviada especial agencias"
)
"""Who writes without a name of their own."""


@dataclass(frozen=True, slots=True)
class Header:
    field: HeaderField
    span: Span
    """What of the block is header; the rest of the block, if any, is text."""
    value: Span
    date: FoundDate | None = None
    changed: bool = False
    """The date is that of a change ("Updated ...")."""


def header(text: str, span: Span, *, day_first: bool) -> Header | None:
    """Read the header at the start of the block, if it is one: "Source: EFE", "date 2023-11-15", "Publicado: 2 de ...".

    A date without a colon after its key counts only as a full date ("date 2023-11-15"); what follows the date on the
    line is text again unless it is a few words.
    """
    marked = _EMPHASIS.match(text, span.start, span.end)
    at = marked.end() if marked else span.start
    key = _KEYED.match(text, at, min(span.end, at + _LONGEST_KEY))
    if key is None:
        return None
    field = _field(key)
    colon = _COLON.match(text, key.end(), span.end)
    value = colon.end() if colon else key.end()
    if field == "date":
        if not colon and not _PLAIN_DATE_KEY.fullmatch(key[0]):
            return None
        return _date_header(text, span, value, keyed=bool(colon), day_first=day_first)
    if not colon or span.end - span.start > 250 or value >= span.end:
        return None
    if not _fits(field, text[value : span.end]):
        return None
    whole = Span(span.start, value) if field == "title" else span
    return Header(field, whole, Span(value, span.end))


def _fits(field: HeaderField, value: str) -> bool:
    """Whether what follows the colon is such a value and not a sentence."""
    if field == "byline":
        return only_names(value, sure=True)
    if field == "outlet":
        return len(value) <= 80 and not value.endswith((".", "!", "?", "”", '"'))
    return True


def _field(key: re.Match[str]) -> HeaderField:
    return next(field for field in _KEYS if key[field] is not None)


def _date_header(text: str, span: Span, at: int, *, keyed: bool, day_first: bool) -> Header | None:
    if not keyed and not text[at : at + 1].isspace():
        return None
    lead = _LEAD_IN.match(text, at, span.end)
    start = lead.end() if lead else at
    window = text[start : min(span.end, start + 60)]
    found = next(full_dates(window, day_first=day_first), None)
    if found is None or found.start > 0:
        return None
    date = found.behind(start)
    clock = _TIME.match(text, date.end, min(span.end, date.end + 60))
    end = clock.end() if clock else date.end
    rest = text[end : span.end].strip(" .|·-–—*_")
    if (
        len(text[end : min(span.end, end + 60)].strip()) <= 40
        and len(rest) <= 40
        and not rest.endswith((".", "!", "?"))
    ):
        end = span.end
    if not keyed and end < span.end and text[end : span.end].lstrip(" ,")[:1].islower():
        return None  # a sentence: "Published 2 September 2023 in the official gazette, the decree ..."
    changed = _CHANGED.match(text, span.start, span.end) is not None
    return Header("date", Span(span.start, end), Span(date.start, date.end), date, changed)


def is_release(line: str) -> bool:
    """Whether the line says that an office gives this out: "MEDIA RELEASE", "Comunicado de prensa"."""
    return _RELEASE.fullmatch(line.strip(SEPARATORS + ":")) is not None


def changed_date(text: str, span: Span) -> bool:
    """Whether a line with a date says when the article was changed, not when it was published."""
    return _CHANGED.match(text, span.start, span.end) is not None


def bare_key(text: str, span: Span) -> bool:
    """Whether the line is the key of a header whose value stands on the next line: "Published"."""
    if span.end - span.start > 30:
        return False
    key = _KEYED.match(text, span.start, span.end)
    if key is None or _field(key) not in {"date", "byline"}:
        return False
    return not text[key.end() : span.end].strip(" :\t")


def kicker(text: str, span: Span, following: Span | None) -> bool:
    """Whether the line is the section's name above a headline: "Ecuador", "Latin America"."""
    line = text[span.start : span.end]
    if following is None or len(line) > 30 or len(line.split()) > 2 or not line.replace(" ", "").isalpha():
        return False
    next_line = text[following.start : following.end]
    return line[:1].isupper() and len(next_line.split()) >= 4 and headline(text, following, span)


def sure_byline(text: str, span: Span) -> bool:
    """Whether the line opens with words that a sentence does not: "Written by: ..." is a byline anywhere."""
    return _SURE_BYLINE.match(text, span.start, min(span.end, span.start + 20)) is not None


def byline(text: str, span: Span, *, day_first: bool) -> tuple[str, FoundDate | None] | None:
    """Find the author in a line such as "By Jane Doe | 2 September 2023", with the date it may hold."""
    if span.end - span.start > 150:
        return None
    lead = BYLINE.match(text, span.start, span.end)
    if lead is None:
        return None
    line = text[lead.end() : span.end]
    found = next(full_dates(line, day_first=day_first), None)
    names = (_DATED_BY.sub("", line[: found.start]) if found else line).strip(" |·•,–—-")
    names = re.sub(r"\s*[|·•].*", "", names).strip()
    if not only_names(names, sure=len(lead["lead"]) > 3):
        return None
    date = found.behind(lead.end()) if found else None
    return names, date


def only_names(line: str, *, sure: bool) -> bool:
    """Whether the line is names of people and what they are, and no clause: "By Friday, ..." is none."""
    words = _NAME_WORD.findall(line)
    if not 1 <= len(words) <= 12 or any(c in line for c in '!?;"“”'):
        return False
    if line.endswith(".") and len(words[-1].rstrip(".")) > 3:
        return False
    if (words[0].lower() != "the" and words[0].lower().rstrip(".") in _NO_NAME) or any(c.isdigit() for c in line):
        return False
    head = line.split(",")[0]
    capital = [word for word in _NAME_WORD.findall(head) if word.lower() not in PARTICLES | STAFF]
    if not capital:
        return not STAFF.isdisjoint(word.lower() for word in words)
    return all(word[0].isupper() for word in capital) and (sure or len(capital) <= 6)


SENTENCE_END: Final = re.compile(r"(?<!\b[A-Z])[.!?…]['\"”’»)]?\s+(?=[A-ZÁÉÍÓÚÑ¿¡\"“«])")
"""Where one sentence ends and the next begins; not behind an initial."""


def headline(text: str, span: Span, following: Span | None, *, stopped: bool = False) -> bool:
    """Whether the block is a headline: short, no full stop, begins like one, and text follows it.

    ``stopped``: it has its full stop, as some wires send them, and will do if it is one sentence.
    """
    if stopped and not SENTENCE_END.search(text, span.start, span.end):
        span = Span(span.start, span.end - 1)
    return _titling(text, span, following, shortest=2, longest=26)


def deck(text: str, span: Span, following: Span | None) -> bool:
    """Whether the block, below a headline, is like one but for its length: a long sentence, or a section's one word."""
    return _titling(text, span, following, shortest=1, longest=45)


def _titling(text: str, span: Span, following: Span | None, *, shortest: int, longest: int) -> bool:
    """Whether the block has so many words, no full stop, begins like a headline and has text below."""
    size = span.end - span.start
    if following is None or not 4 * shortest <= size <= longest * 7.5:
        return False
    line = text[span.start : span.end]
    words = line.split()
    if not shortest <= len(words) <= longest:
        return False
    bare = line.rstrip("\"'”’»)")
    if bare.endswith((",", ";", ":")) or (bare.endswith(".") and not re.search(r"(?:\b[A-Z]\.){1,4}$|\.\.\.$", bare)):
        return False
    first = line.lstrip("\"'“‘«¿¡(")[:1]
    return (first.isupper() or first.isdigit()) and not known_outlet(line)
