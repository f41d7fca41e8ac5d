"""Which news outlets and agencies an article credits ("AP reports", "per The Guardian", "según EFE")."""

import re
from typing import Final

from importers.cleaning.words import words

_OUTLETS: Final[dict[str, tuple[str, ...]]] = {
    "AP": ("ap", "associated press", "ap news"),
    "AFP": ("afp", "agence france-presse", "agence france presse", "france presse"),
    "Reuters": ("reuters", "reuter", "thomson reuters"),
    "EFE": ("efe", "agencia efe", "acan-efe", "acan - efe"),
    "UPI": ("upi", "united press international"),
    "DPA": ("dpa", "deutsche presse-agentur"),
    "ANSA": ("ansa",),
    "Xinhua": ("xinhua", "xinhua news agency"),
    "TASS": ("tass", "itar-tass"),
    "Interfax": ("interfax",),
    "RIA Novosti": ("ria novosti",),
    "Kyodo": ("kyodo", "kyodo news"),
    "Yonhap": ("yonhap",),
    "IPS": ("ips", "inter press service"),
    "Notimex": ("notimex",),
    "Prensa Latina": ("prensa latina", "plna"),
    "Télam": ("télam", "telam"),
    "Andina": ("andina",),
    "Europa Press": ("europa press",),
    "Anadolu Agency": ("anadolu", "anadolu agency"),
    "Bloomberg": ("bloomberg", "bloomberg news"),
    "Agência Brasil": ("agência brasil", "agencia brasil"),
    "BBC": ("bbc", "bbc news", "bbc mundo"),
    "CNN": ("cnn", "cnn en español"),
    "NBC": ("nbc", "nbc news"),
    "CBS": ("cbs", "cbs news"),
    "ABC News": ("abc news",),
    "NPR": ("npr", "national public radio"),
    "PBS": ("pbs",),
    "MSNBC": ("msnbc",),
    "Fox News": ("fox news",),
    "Al Jazeera": ("al jazeera", "aljazeera"),
    "Deutsche Welle": ("deutsche welle", "dw"),
    "France 24": ("france 24", "france24"),
    "RFI": ("rfi", "radio france internationale"),
    "Voice of America": ("voice of america", "voa"),
    "Sky News": ("sky news",),
    "Univision": ("univision", "univisión"),
    "Telemundo": ("telemundo", "noticias telemundo"),
    "TeleSUR": ("telesur",),
    "The Guardian": ("guardian",),
    "The New York Times": ("new york times", "ny times"),
    "The Washington Post": ("washington post",),
    "The Wall Street Journal": ("wall street journal",),
    "Los Angeles Times": ("los angeles times",),
    "Miami Herald": ("miami herald",),
    "El Nuevo Herald": ("el nuevo herald",),
    "USA Today": ("usa today",),
    "Financial Times": ("financial times",),
    "The Economist": ("economist",),
    "The Independent": ("independent",),
    "The Telegraph": ("telegraph", "daily telegraph"),
    "The Times": ("times of london",),
    "Newsweek": ("newsweek",),
    "Time": ("time magazine",),
    "Latin Post": ("latin post",),
    "InSight Crime": ("insight crime",),
    "The Mirror": ("mirror", "daily mirror"),
    "Le Monde": ("le monde",),
    "El País": ("el país", "el pais"),
    "El Mundo": ("el mundo",),
    "La Vanguardia": ("la vanguardia",),
    "El Universo": ("el universo",),
    "El Comercio": ("el comercio",),
    "El Telégrafo": ("el telégrafo", "el telegrafo"),
    "La Hora": ("la hora",),
    "Expreso": ("diario expreso",),
    "Extra": ("diario extra",),
    "Primicias": ("primicias",),
    "Ecuavisa": ("ecuavisa",),
    "Teleamazonas": ("teleamazonas",),
    "GK": ("gk",),
    "El Tiempo": ("el tiempo",),
    "El Espectador": ("el espectador",),
    "Semana": ("revista semana",),
    "Caracol": ("caracol radio", "radio caracol", "noticias caracol", "caracol television"),
    "Blu Radio": ("blu radio",),
    "RCN": ("rcn", "noticias rcn", "rcn radio"),
    "Clarín": ("clarín", "clarin"),
    "La Nación": ("la nación", "la nacion"),
    "Página/12": ("página/12", "página 12"),
    "Infobae": ("infobae",),
    "El Mercurio": ("el mercurio",),
    "La Tercera": ("la tercera",),
    "La República": ("la república", "la republica"),
    "RPP": ("rpp", "rpp noticias"),
    "El Universal": ("el universal",),
    "Reforma": ("diario reforma",),
    "Milenio": ("milenio",),
    "La Jornada": ("la jornada",),
    "Folha de S.Paulo": ("folha de s.paulo", "folha de s. paulo", "folha de são paulo"),
    "O Globo": ("o globo",),
    "La Prensa": ("la prensa",),
    "La Prensa Gráfica": ("la prensa gráfica", "la prensa grafica"),
    "El Diario de Hoy": ("el diario de hoy",),
    "Prensa Libre": ("prensa libre",),
    "Radio Venceremos": ("radio venceremos",),
}
"""Name as printed -> forms as found, in lower case and without "the"."""

_KNOWN: Final = {form: name for name, forms in _OUTLETS.items() for form in forms}
_WORDS_TOO: Final = frozenset(
    {"mirror", "independent", "telegraph", "andina", "economist", "el mundo", "la hora", "ips"}
)
"""Forms that are also ordinary words or names: only believed in the case they are printed in."""

_TAIL_NOUNS: Final = words(
    "Times Post Herald News Journal Tribune Courier Gazette Press Chronicle Observer Dispatch Examiner Globe Star "
    "Sun Mail Sentinel Inquirer Bulletin Telegraph Standard Monitor Agency"
)
"""What names of newspapers end in: "Andes Courier"."""
_LEAD_NOUNS: Final = words(
    "Diario Periódico Radio Agencia Canal Prensa Noticias Noticiero Revista Semanario Gaceta Correo Heraldo "
    "Crónica Tribuna Televisión Emisora Ecos"
)
"""What names of Spanish-language outlets begin with: "Diario del Pacífico"."""
_NO_PART_OF_NAMES: Final = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december on in at lunes martes miércoles jueves viernes sábado domingo president "
    "a an the el la los las según but and while when after before as mr mrs ms"
)

_REPORTING: Final = (
    r"reports?|reported|notes?|noted|writes|wrote|quoted|quotes|cited|cites|published|revealed|broadcast|aired|"
    r"inform[óa]|report[óa]|public[óa]|recogi[óo]|recoge|revel[óa]|cit[óa]|constat[óa]|difundi[óo]|transmiti[óo]"
)
_SAYING: Final = (
    r"said|says|adds?|added|claims?|claimed|learned|understands|"
    r"se[ñn]al[óa]|indic[óa]|dijo|asegur[óa]|detall[óa]|afirm[óa]"
)
_KIND: Final = (
    r"(?:news\sagency|wire\sservice|newspaper|broadcaster|news\snetwork|daily|magazine|news\ssite|news\soutlet|news\swebsite|"
    r"radio\sstation|outlet|agencia(?:\sde\snoticias)?|diario|peri[óo]dico|medio|canal|cadena|portal|emisora|revista|televisora|noticiero)"
)
_AFTER: Final = rf"(?:\s{_KIND})?,?\s(?:(?:also|has|had|later|earlier|first|ha|tambi[ée]n)\s)?"
_REPORTS_IT: Final = re.compile(rf"{_AFTER}(?:{_REPORTING})\b", re.IGNORECASE)
_SAYS_IT: Final = re.compile(rf"{_AFTER}(?:{_REPORTING}|{_SAYING})\b", re.IGNORECASE)
_CREDITS: Final = re.compile(
    r"\b(?:per|according\sto|citing|(?:cited|quoted|reported|published|obtained|seen|first\sreported)\sby|told|tells|"
    r"reports?\s(?:by|from|in)|interview\swith|as\sreported\sin|speaking\sto|said\sto|statement\sto|"
    r"seg[uú]n|de\sacuerdo\s(?:con|a)|(?:citad|consultad|recogid|publicad|difundid)[oa]s?\spor|inform(?:ó|o|a|aron)|"
    r"report(?:ó|o|a|aron)|public(?:ó|a)|(?:dijo|declar(?:ó|o|aron)|asegur(?:ó|o|aron)|explic(?:ó|o)|declaraciones|entrevista)\s(?:a|con)|"
    r"revel(?:ó|a)|entrevistad[oa]\spor)(?:\sa|\sal|\sla|\sel|\slos|\sdel?|\sthe|\slocal|\sstate|\sprivate|\sagencies|"
    rf"\s{_KIND}){{0,4}}\s(?:[A-Z][\w.]+\s(?:and|y|e)\s)?\Z",
    re.IGNORECASE,
)
_NAMED_KIND: Final = re.compile(rf"\b{_KIND}\s(?=[A-ZÁÉÍÓÚÑ])")
_KIND_WORDS: Final = words(
    "agency newspaper broadcaster outlet site website magazine network daily service station agencia noticias diario "
    "periódico periodico medio canal cadena portal emisora revista televisora noticiero"
)
"""What ``_KIND`` ends in: a text with none of these has none of those."""
_CAPITALISED: Final = re.compile(r"(?<![^\W_])[A-ZÁÉÍÓÚÑ][\w’/-]*")
_NAME: Final = re.compile(r"[A-ZÁÉÍÓÚÑ][\w’/-]*(?:\s(?:(?:de|del|of|y|la|los|el)\s)?[A-ZÁÉÍÓÚÑ\d][\w’/-]*){0,4}")
_NAME_BEFORE: Final = re.compile(r"(?:(?<![^\W_])[A-ZÁÉÍÓÚÑ][\w’/-]*\s(?:(?:de|of)\s)?){1,4}\Z")
_LOOK_BACK: Final = 70
_MENTIONS: Final = 2000
"""Mentions of outlets looked at in one text: far more than any article has."""


def _by_first_word() -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    for form in sorted(_KNOWN, key=len, reverse=True):
        index.setdefault(re.split(r"[ .-]", form, maxsplit=1)[0], []).append(form)
    return {word: tuple(forms) for word, forms in index.items()}


_FORMS: Final = _by_first_word()
_FIRST_WORDS: Final = frozenset(
    cased
    for word in [*_FORMS, *(name.split(" ")[0] for name in _OUTLETS)]
    if word.lower() in _FORMS
    for cased in (word, word.capitalize(), word.upper())
)
"""First words of the forms, as they are written in ordinary text and in capitals."""
_TRIGGERS: Final = _FIRST_WORDS | _TAIL_NOUNS | _LEAD_NOUNS


def known_outlet(name: str) -> str:
    """Give the outlet's name as it is printed, if it is a well-known one; else ""."""
    form = " ".join(name.lower().split())
    return _KNOWN.get(form.removeprefix("the "), "")


def outlet_like(name: str) -> bool:
    """Whether a name is an outlet's: well known, or by its form ("Diario El Faro", "Andes Courier", "APA")."""
    parts = name.split()
    if known_outlet(name) or (len(parts) == 1 and name.isupper() and 2 <= len(name) <= 6):
        return True
    return 2 <= len(parts) <= 6 and (parts[0] in _LEAD_NOUNS or parts[-1] in _TAIL_NOUNS)


def agencies(body: str) -> tuple[str, ...]:
    """Find the outlets that ``body`` credits as its sources, sorted.

    A well-known outlet is credited where it reports, says or is told something; any other name where it reports
    something or is quoted by "per", "according to", "según", and is an outlet's by its form ("Andes Courier",
    "Diario del Pacífico") or by what it is called ("the newspaper X").
    """
    found: set[str] = set()
    mentions, end = 0, 0
    for start, word in _triggers(body):
        if start < end:
            continue
        if word in _FIRST_WORDS and (form := _known_at(body, start, word)):
            name, end = _KNOWN[form], start + len(form)
            mentions += 1
            if name not in found and mentions <= _MENTIONS and _credited(body, start, end, known=True):
                found.add(name)
        elif word in _TAIL_NOUNS or word in _LEAD_NOUNS:
            span = _shaped(body, start, start + len(word))
            if span and not known_outlet(body[slice(*span)]) and _credited(body, *span, known=False):
                found.add(" ".join(body[slice(*span)].split()))
    if any(word in body for word in _KIND_WORDS):
        found.update(_named_by_kind(body))
    return tuple(sorted(found))


def _triggers(body: str) -> list[tuple[int, str]]:
    """Find where a word stands that may begin or end an outlet's name. Most texts have few, and are soon done with."""
    places = []
    for word in _TRIGGERS.intersection(_CAPITALISED.findall(body)):
        at = body.find(word)
        while at >= 0:
            end = at + len(word)
            if not (body[at - 1 : at].isalnum() or body[end : end + 1].isalnum()):
                places.append((at, word))
            at = body.find(word, end)
    return sorted(places)


def _known_at(body: str, start: int, word: str) -> str:
    """Find the well-known outlet's form that stands at ``start``, the longest; "" if there is none."""
    for form in _FORMS[word.lower()]:
        end = start + len(form)
        worded = body[start:end]
        if worded.lower() != form or body[end : end + 1].isalnum():
            continue
        if form not in _WORDS_TOO or (worded.istitle() and (" " in form or body[start - 4 : start].lower() == "the ")):
            return form
    return ""


def _shaped(body: str, start: int, end: int) -> tuple[int, int] | None:
    """Find start and end of the outlet's name around the noun; None where nothing but the noun is there."""
    word = body[start:end]
    if word in _LEAD_NOUNS:
        found = _NAME.match(body, start, start + _LOOK_BACK)
        return (start, found.end()) if found and found.end() > end else None
    if _CAPITALISED.match(body, end + 1) and body[end] == " ":
        return None  # the name goes on: "Times Square"
    before = _NAME_BEFORE.search(body, max(0, start - _LOOK_BACK), start)
    if before is None:
        return None
    names = [(name.start(), name[0]) for name in _CAPITALISED.finditer(body, before.start(), start)]
    if word == "Agency" and names[-1][1] not in {"Press", "News"}:
        return None
    first = start
    for at, name in reversed(names):
        if name.lower() in _NO_PART_OF_NAMES:
            break
        first = at
    if first == start:
        return None
    return (first - 4 if body[first - 4 : first] == "The " else first, end)


def _credited(body: str, start: int, end: int, *, known: bool) -> bool:
    if (_SAYS_IT if known else _REPORTS_IT).match(body, end, end + _LOOK_BACK):
        return True
    return _CREDITS.search(body, max(0, start - _LOOK_BACK), start) is not None


def _named_by_kind(body: str) -> set[str]:
    names = set()
    for kind in _NAMED_KIND.finditer(body):
        name = _NAME.match(body, kind.end(), kind.end() + _LOOK_BACK)
        if name and _credited(body, name.start(), name.end(), known=False):
            names.add(known_outlet(name[0]) or " ".join(name[0].split()))
    return names
