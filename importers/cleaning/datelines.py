"""Datelines: the place, the day and the agency that open a wire story.

"QUITO, Ecuador (AP) —", "SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT]", "LIMA, 24 Mar (EFE).-". The forms are those of
the AP Stylebook (place in capitals, region, agency, dash), of Reuters and Xinhua (with month and day), of EFE (ordinary
case, ".-"), and of the Foreign Broadcast Information Service (day, month, year, service, editor's brackets).
"""

import re
from dataclasses import dataclass
from typing import Final

from importers.cleaning.agencies import known_outlet, outlet_like
from importers.cleaning.words import words
from importers.dating.fulldates import DAY, MONTH, ORDINAL
from importers.gazetteer.lookup import lookup
from store.records.span import Span

_WORD: Final = r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?"
_NAME: Final = rf"{_WORD}(?:[ /-]{{1,2}}{_WORD}){{0,5}}?"
_WEEKDAY: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)"
)
_NUMERIC: Final = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d\d-\d\d(?!\d))"
_DATE: Final = (
    rf"(?:(?<=[,;.]\s){_WEEKDAY},?\s{{1,2}})?(?:{_NUMERIC}|{DAY}{ORDINAL}[\s-](?:de\s|of\s)?{MONTH}"
    rf"|{MONTH}\s{DAY}(?!\d))"
    r"(?:,?\s(?:del?\s)?'?(?:\d{4}|\d\d)(?!\d))?"
)
_DATELINE: Final = re.compile(
    rf"""
    (?P<place>{_NAME})
    (?:\s\[(?P<inside>[^\W\d_][^\[\]\d]{{1,30}})\](?=,\s))?
    (?:\s?\((?P<country>[^\W\d_][^()\[\]\n]{{1,30}})\)(?=,\s|\s(?:\(|\[)))?
    (?:,\s{{1,2}}(?P<region>{_NAME}))??
    (?:,\s{{1,2}}(?P<region2>{_NAME}))??
    (?:\s{{1,2}}(?P<bare>CNN|BBC|AP|AFP|EFE))?
    (?:\s\((?P<agency3>[^()\d]{{2,60}})\)(?=,?\s{_DATE}))?
    (?:(?:[,;]|\s[|—–]|\s--?)?\s{{1,2}}(?:a\s)?(?:(?P<date>{_DATE})|(?P<undated>no\sdate|undated|sin\sfecha)))?
    (?:[,;]?\s{{0,2}}(?:\((?P<agency>[^()]{{2,60}})\)|\[(?P<agency2>[^()\[\]]{{2,60}})[)\]]))?
    (?P<sep>\s?(?:[.:]?\s?(?:--{{1,2}}|[—–_]|(?:(?<=\s)|(?<=\.))-|-(?=\s|$))
      |[:|](?=\s)|(?:(?<=\d\d\d\d)|(?<=\)))\.(?=\s)|(?:(?<=\d)|(?<=\)))(?=\s{{0,3}}\n)
      |(?(date)(?=[ \t]*\n[ \t]*\n)|(?!))))
    \s{{0,3}}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BARE_AGENCY: Final = re.compile(r"\(?(?P<agency>[^\W\d_][\w -]{1,30}?)\)?\s?(?:\.-|--?|[—–_])\s{1,3}")
_BARE_DATE: Final = re.compile(
    rf"(?P<date>{DAY}(?:-{MONTH}-|\s(?:de\s)?{MONTH}\s(?:del?\s)?)\d{{4}})\.\s?[-–—]\s{{1,3}}", re.IGNORECASE
)
"""A day without a place, as press releases have it: "04-noviembre-2026.- "."""
_BY_AGENCY: Final = re.compile(
    rf"(?P<date>{_DATE})\s\((?P<agency>(?-i:[A-Z])[^()\d]{{1,59}})\)\s?(?:--?|[–—])\s{{1,3}}", re.IGNORECASE
)
"""A day and the agency, without a place: "March 13 (Coast Press) - "."""
_BROADCAST: Final = re.compile(
    rf"(?:\(Clandestine\)\s)?(?P<agency>(?-i:[A-Z])[^\n()\[\]]{{3,60}}?)\sin\s(?-i:[A-Z])[a-z]+(?:\sto\s[^\n\d]{{3,40}}?)?"
    rf"\s\d{{4}}\sGMT\s(?P<date>{DAY}\s{MONTH}\s(?:\d{{4}}|\d\d)(?!\d))\s{{0,3}}",
    re.IGNORECASE,
)
"""A station, its language, the hour and the day, as monitors head what they heard: "Lake FM in Spanish 1200 GMT 3 May
89" (the form of the Foreign Broadcast Information Service)."""
_BRACKET: Final = re.compile(r"\s{0,3}\[([^\[\]]{1,240})\]")
_EDITORIAL: Final = re.compile(
    r"(?:text|excerpts?|report|article|editorial|commentary|communiqu[eé]|statement|speech|interview|news conference|"
    r"press conference|dispatch|summary|continued|video|recording|from|by|special|passage|begin|live|announcement|"
    r"message|column|feature|unattributed|words|texto|comunicado|nota|resumen)\b",
    re.IGNORECASE,
)
_NOT_PLACES: Final = words(
    "clandestine no-city unknown breaking update updated exclusive analysis opinion live video watch explainer factbox "
    "timeline urgent alert correction corrected feature column photos interview profile editorial commentary newsalert "
    "file-photo urgente actualización exclusiva análisis opinión vídeo en-vivo archivo última-hora"
)
_NO_START: Final = words(
    "on in at by since until from before after between during monday tuesday wednesday thursday friday saturday sunday "
    "el la los las en desde hasta antes después lunes martes miércoles jueves viernes sábado domingo ayer hoy "
    "pregunta respuesta"
)
"""What a sentence with a date and a dash in it may begin with, and a place does not (but in capitals)."""
_SMALL: Final = words("de del la las los el y of the and da do dos di du le")
_FULL_STOP: Final = re.compile(r"(?<=[^\W\d_]{5})\.$")
"""A stop behind a name ("Honduras.-"), not that of an abbreviation ("Calif.")."""
_SCAN: Final = 700


@dataclass(frozen=True, slots=True)
class Dateline:
    span: Span
    """All of it, with the dash and the editor's brackets that follow."""
    place: str
    """"Quito, Ecuador"; "" where it names none."""
    agency: str
    date: Span | None
    """Where the day stands, if one does."""


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Find the dateline that opens ``text[start:end]``, if one does."""
    stop = min(end, start + _SCAN)
    found = _DATELINE.match(text, start, stop)
    if found and _convincing(found, text, stop):
        span = Span(start, _after_brackets(text, found.end(), stop))
        date = Span(*found.span("date")) if found["date"] else None
        agency = _agency(_worded_agency(found), dated=bool(date or found["undated"]))
        return Dateline(span, _place(found), agency or known_outlet(found["place"]), date)
    bare = _BARE_AGENCY.match(text, start, stop)
    if bare and known_outlet(bare["agency"]) and (bare["agency"].isupper() or text[start] == "("):
        return Dateline(Span(start, bare.end()), "", known_outlet(bare["agency"]), None)
    forms = (_BARE_DATE, _BY_AGENCY, _BROADCAST)
    dated = next((match for form in forms if (match := form.match(text, start, stop))), None)
    if dated is None:
        return None
    by = dated.groupdict().get("agency") or ""
    return Dateline(Span(start, dated.end()), "", _agency(by, dated=True), Span(*dated.span("date")))


def _convincing(found: re.Match[str], text: str, stop: int) -> bool:
    """Whether what matched is a dateline and not a sentence with a dash in it."""
    place, agency = found["place"], _worded_agency(found)
    capitals = place.upper() == place
    if found["undated"]:
        return True
    regions = (region for region in (found["region"], found["region2"]) if region)
    if len(place) < 3 or not all(name.isupper() or _is_name(name) for name in (place, *regions)):
        return False
    country = found["country"] or ""
    if country and not country.isupper() and not any(one.main for one in lookup(country)):
        # "The Lake Courier (English edition), 2 June 2026"
        return False
    if found["date"]:
        return bool(agency) or capitals or place.split()[0].lower() not in _NO_START
    if agency:
        return bool(known_outlet(agency)) or (capitals and not _all_capitals(text, found.end(), stop))
    sep = found["sep"].strip()
    if text[found.start("sep") - 1] + sep in {".-", ".–", ".—"} or sep in {".-", ".–", ".—"}:
        # "Tegucigalpa, Honduras.- ..."
        return place.split()[0].lower().rstrip(".") not in _NO_START
    if sep in {":", ".", "|"}:
        return False
    if found["region"] and known_outlet(found["region"]):
        return True
    if capitals:
        return not _all_capitals(text, found.end(), stop)
    # "Maiduguri – Gunmen attacked ...", where a sentence would go on in small letters
    return text[found.end() : found.end() + 1].isupper() and _is_town(place)


_LARGE: Final = 100_000


def _is_town(place: str) -> bool:
    """Whether a name is that of a capital or a large town and of nothing smaller."""
    return any(one.kind == "capital" or (one.kind == "city" and one.population >= _LARGE) for one in lookup(place))


def _worded_agency(found: re.Match[str]) -> str:
    return found["agency"] or found["agency2"] or found["agency3"] or found["bare"] or ""


def _is_name(place: str) -> bool:
    words = place.replace("/", " ").split()
    return len(words) <= 5 and all(word[0].isupper() or word in _SMALL for word in words)


def _all_capitals(text: str, start: int, stop: int) -> bool:
    """Whether the text goes on in capitals, where capitals set no dateline off."""
    sample = text[start : min(stop, start + 80)]
    return bool(sample) and sample.upper() == sample and any(c.isalpha() for c in sample)


def _after_brackets(text: str, at: int, stop: int) -> int:
    """Where the editor's brackets after the dash end: the last one of a known kind, and those before it."""
    end, last = at, at
    while found := _BRACKET.match(text, end, stop):
        end = found.end()
        if _EDITORIAL.match(found[1]):
            last = end
    while last < stop and text[last].isspace() and last > at:
        last += 1
    return last


def _place(found: re.Match[str]) -> str:
    if "-".join(found["place"].lower().split()).rstrip(".") in _NOT_PLACES:
        return cased(found["country"] or "")
    parts = [
        found["place"],
        found["inside"] or "",
        found["region"] or "",
        found["region2"] or "",
        found["country"] or "",
    ]
    return ", ".join(cased(part) for part in parts if part and not known_outlet(part))


def cased(name: str) -> str:
    """Capitals as names are written: SAN SALVADOR -> San Salvador; "N.Y." and "D.C." stay."""
    name = _FULL_STOP.sub("", " ".join(name.split()))
    if name.upper() != name or "." in name or len(name) <= 2:
        return name
    parts = re.split(r"([ /-])", name.lower())
    cased = "".join(part if part in _SMALL else part.capitalize() for part in parts)
    return cased[:1].upper() + cased[1:]


def _agency(worded: str, *, dated: bool) -> str:
    """Without a date, what stands in parentheses may as well be the country."""
    worded = " ".join(worded.split())
    return known_outlet(worded) or (worded if dated or outlet_like(worded) else "")
