"""The lines around an article that are not its text, one rule a kind, in English and Spanish.

Every rule is anchored at the start or the end of a block and looks at a bounded stretch of it, so a hostile line of
10 MB costs no more than an ordinary one. A rule must never take a sentence of the article: what is in doubt stays.
"""

import re
from typing import Final

from store.records import SetAsideKind, Span

_I: Final = re.IGNORECASE
_ARROW: Final = r"\s*(?:[:|»›>→▶►]|[–—-]\s)"

_PROMOTION_LABEL: Final = re.compile(
    r"(?:\W{0,3})(?:also\s+read|read\s+(?:also|more|next|on|this|our|further)|see\s+(?:also|more)|keep\s+reading|"
    r"more\s+(?:on\s+this(?:\s+story)?|from\s+[^\n:]{2,40}|stories|news)|further\s+reading|up\s+next|"
    r"related(?:\s+(?:stories|story|articles?|coverage|news|reading|links?|content|posts?|topics))?|"
    r"(?:recommended|trending|popular)(?:\s+(?:stories|articles|now|reading|for\s+you))?|most\s+(?:read|viewed|popular)|"
    r"don['’]t\s+miss(?:\s+(?:it|this))?|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)|"
    r"watch(?:\s+(?:also|now|more|live|next|this|(?:the\s+)?video))?|listen(?:\s+(?:now|live|to\s+(?:this|the\s+podcast)))?|"
    r"videos?|in\s+pictures|(?:photo\s+)?gallery|podcast|"
    r"(?:lea|lee|leer|ver|vea|mira|mire|escucha|escuche|descubre)\s+(?:tambi[eé]n|m[aá]s|adem[aá]s|aqu[ií]|otras?\s+noticias)|"
    r"(?:te|le|les)\s+pued(?:e|en)\s+interesar|(?:noticias?|notas?|art[ií]culos?|contenidos?)\s+relacionad[oa]s?|"
    r"relacionad[oa]s?|recomendad[oa]s?|lo\s+m[aá]s\s+(?:le[ií]do|visto)|no\s+te\s+(?:lo\s+)?pierdas?|(?:en\s+)?v[ií]deos?)"
    rf"(?:{_ARROW}|\s*\Z)",
    _I,
)
_CALL: Final = re.compile(
    r"(?:please\s+)?(?:sign\s+up|subscribe)\s+(?:now\s+|here\s+)?(?:for|to|here|today|and)\b|"
    r"(?:follow|like|find|join)\s+us\b|"
    r"follow\s+(?:@\w+|[A-Z][^\n]{1,60}?)\s+on\s+(?:twitter|x\b|facebook|instagram|telegram|whatsapp|youtube|tiktok|threads|google)|"
    r"(?:click|tap)\s+here\b|download\s+(?:our|the)\s+[^\n]{0,40}\bapp\b|share\s+(?:this|on\s+(?:twitter|facebook|whatsapp))\b|"
    r"get\s+(?:our|the\s+(?:latest|best|day['’]s))\s[^\n]{0,80}?(?:newsletter|inbox|app|alerts|e-?mail)|"
    r"read\s+more\s+(?:about|at|on|from|here|stories|of)\b|"
    r"read\s+the\s+(?:full|original|whole|rest\s+of\s+the)\s+(?:story|article|report|piece)\b|"
    r"(?:s[ií]guenos|s[ií]ganos|s[ií]gue\s+a\s+[^\n]{2,40}\s+en)\b|suscr[ií]b(?:e|a|ete|ase|irse)\b|"
    r"[uú]n(?:ete|ase)\s+a\b|descarg[ua]e?\s+(?:nuestra|la)\s+app\b|(?:haz|haga)\s+clic\b|compart[ea]\s+(?:esta?|en)\b|"
    r"recib[ea]\s+(?:nuestr[oa]s?|las?\s+(?:[uú]ltimas?\s+)?noticias|en\s+tu\s+correo)\b|"
    r"(?:this\s+story|story|article)\s+continues\s+below\b|skip\s+(?:ad|advert)",
    _I,
)
_ALONE: Final = re.compile(
    r"\W{0,3}(?:advertise?ments?|advertising|publicidad|anuncios?|sponsored(?:\s+content)?|patrocinado|continue\s+reading|"
    r"share|compartir|print|imprimir|tweet|comments?|comentarios|loading\W*|back\s+to\s+top|\*{3,}|_{3,}|#{3,})\W{0,3}\Z",
    _I,
)
_THIS: Final = r"(?:this|the\s+(?:original|above))\s+(?:article|story|content|report|post|piece|version)"
_OWNERSHIP: Final = re.compile(
    rf"(?:{_THIS}\s+(?:is|was|has\s+been|first|originally)\s+(?:an?\s+)?(?:owned|(?:first\s+|originally\s+)?(?:published|appeared|produced)|"
    r"republished|reprinted|syndicated|provided|copyright)|"
    r"(?:first|originally)\s+(?:published|appeared)\s+(?:by|in|on|at)\b|(?:re-?published|reprinted)\s+(?:from|with)\b|"
    r"est[ea]\s+(?:art[ií]culo|contenido|texto|nota|reportaje)\s+(?:fue|es|se)\s+(?:publicad[oa]|propiedad|public[oó])|"
    r"publicado\s+originalmente\b|©|\(c\)\s*\d{4}|copyright\b\s*(?:©|\(c\)|\d{4}|by\b)|"
    r"all\s+rights\s+reserved|(?:todos\s+los\s+)?derechos\s+reservados)",
    _I,
)
_RIGHTS: Final = re.compile(r"(?:all\s+rights\s+reserved|derechos\s+reservados|without\s+permission)\W{0,3}\Z", _I)
_OWNER: Final = re.compile(
    r"(?:owned\s+by|(?:published|appeared)\s+(?:by|in|on|at)|(?:republished|reprinted)\s+(?:from|with\s+permission\s+(?:of|from))|"
    r"produced\s+by|provided\s+by|propiedad\s+de|originalmente\s+(?:en|por)|publicad[oa]\s+(?:en|por)|"
    r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?(?:\s+by)?)\s+"
    r"(?P<owner>[^\W\d_][^.\n;|()]{1,60}?)(?:\s*[.;|(]|,|\s+all\s+rights|\s+todos\s+los|\s+on\s|\s+and\s+is\s|\s*\Z)",
    _I,
)
_SITE: Final = re.compile(
    r"(?:we|(?:this|our)\s+(?:web\s?)?site)\s+uses?\s+cookies|(?:accept|manage|reject)\s+(?:all\s+)?cookies|"
    r"by\s+(?:continuing|using|clicking)\s[^\n]{0,80}\bcookies|(?:utilizamos|usamos)\s+cookies|"
    r"(?:este|nuestro)\s+sitio(?:\s+web)?\s+(?:utiliza|usa)\s+cookies|al\s+continuar\s[^\n]{0,80}\bcookies|"
    r"(?:please\s+)?enable\s+javascript|javascript\s+is\s+(?:disabled|required)|"
    r"editor['’]s\s+note\s*:|nota\s+(?:del\s+editor|de\s+(?:la\s+)?redacci[oó]n)\s*:",
    _I,
)
_CAPTION: Final = re.compile(
    r"\(?(?:file\s+)?(?:photo(?:s|graphs?|graphy)?|image|picture|foto(?:graf[ií]a)?s?|imagen(?:es)?|caption|pie\s+de\s+foto|"
    r"cr[eé]ditos?|credit|gr[aá]fico|illustration|ilustraci[oó]n)(?:\s+(?:credits?|source|caption|by|courtesy(?:\s+of)?|de\s+archivo))?\s*[:|]|"
    r"image\s+(?:source|caption),\s|\((?:photo|photograph|foto(?:graf[ií]a)?|image|picture|file\s+photo|ap\s+photo)s?\s?(?:by|/|:|credit|courtesy|de|por)\s?|"
    r"(?:FILE|ARCHIVO)\s?(?:PHOTO)?\s?(?:[-–—]{1,3}|:)\s",
    _I,
)
_PHOTO_AGENCY: Final = (
    r"(?:AFP|AP|Reuters|REUTERS|Getty(?:\sImages)?|EPA(?:-EFE)?|EFE|Xinhua|ANSA|DPA|dpa|UPI|Bloomberg|Shutterstock|iStock(?:photo)?|"
    r"Alamy|Anadolu(?:\sAgency)?|NurPhoto|LightRocket|ZUMA|Europa\sPress|Redux|Agencia\sUno|Pool)"
)
_PERSON: Final = r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,4}"
_CREDIT_AT_END: Final = re.compile(
    rf"(?:(?:(?P<name>{_PERSON})\s?[/|]\s?{_PHOTO_AGENCY}(?:\s?[/-]\s?[A-Z]\w+){{0,2}}(?:\s(?:via|vía|por|through)\s[A-Z]\w+(?:\s[A-Z]\w+)?)?)|"
    rf"\bvia\s(?:Getty\sImages|{_PHOTO_AGENCY})|\bEFE/{_PERSON}|"
    rf"\((?:AP\sPhoto|{_PHOTO_AGENCY}|Photo\sby|File\sPhoto|Foto)\b[^()\n]{{0,90}}\)|\b(?:Getty|AFP|AP|Reuters)\s(?:Photo|Images)(?:/{_PERSON})?)"
    r"[\s.)\]]{0,3}\Z"
)
_CREDIT: Final = re.compile(
    r"\(?(?:(?:additional\s+)?reporting\s+by|(?:edited|editing)\s+by|writing\s+by|compiled\s+by|translated\s+by|with\s+(?:reporting|files|information)\s+(?:by|from)|"
    r"con\s+informaci[oó]n\s+de|editad[oa]\s+por|edici[oó]n\s*(?::|de\b)|traducid[oa]\s+por|traducci[oó]n\s*(?::|de\b))[^\n]{2,250}\Z",
    _I,
)
_CONTRIBUTED: Final = re.compile(
    r"[^\n]{3,200}\bcontributed\s+(?:reporting(?:\s+(?:from|to)\s[^\n]{2,60})?|to\s+this\s+(?:report|article|story|dispatch))\W{0,2}\Z",
    _I,
)
_SIGN_OFF: Final = re.compile(
    r"\([a-z]{2,4}(?:[/-][a-z]{2,4}){1,4}\)|(?:EFE|AFP|DPA|ANSA)(?:\s+[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4})?|-30-|#{3}"
)
_EDITOR_IN_TEXT: Final = re.compile(
    r"\[\s{0,2}(?:(?:begin|end)\s[^\[\]]{0,60}(?:recording|text|excerpts?|quote|videotape)|"
    r"(?:passage|words?|sentence|portion|paragraph|name|name\(s\))s?\s(?:omitted|indistinct|missing|unclear|as\sheard)|"
    r"[^\[\]]{0,30}\bindistinct|sic|text|excerpts?|applause|laughter|as\s(?:heard|received|printed|published|broadcast)|"
    r"video\sshows?[^\[\]]{0,200}|continued|no\scloser\sreference[^\[\]]{0,30}|(?:editor['’]?s?|translator['’]?s?)\snote[^\[\]]{0,200}|"
    r"nota\sdel?\s(?:editor|redactor|la\sredacci[oó]n)[^\[\]]{0,200})\s{0,2}\]",
    _I,
)
_LONGEST: Final[dict[SetAsideKind, int]] = {
    "promotion": 300,
    "ownership": 320,
    "other": 500,
    "caption": 450,
    "credit": 320,
}


def rule_for(text: str, span: Span) -> tuple[SetAsideKind, Span] | None:
    """Tell what kind of aside the block at ``span`` is, and which part of it; None for a block of the article."""
    start, end = span.start, span.end
    size = end - start
    if size <= _LONGEST["promotion"] and (_PROMOTION_LABEL.match(text, start, end) or _ALONE.match(text, start, end)):
        return "promotion", span
    call = _CALL.match(text, start, end) if size <= _LONGEST["promotion"] else None
    if call and call.end() > start:
        return "promotion", span
    if size <= _LONGEST["ownership"] and (
        _OWNERSHIP.match(text, start, end) or _RIGHTS.search(text, max(start, end - 40), end)
    ):
        return "ownership", span
    if size <= _LONGEST["other"] and _SITE.match(text, start, end):
        return "other", span
    if size <= _LONGEST["credit"] and (
        _CREDIT.match(text, start, end) or _SIGN_OFF.fullmatch(text, start, end) or _CONTRIBUTED.match(text, start, end)
    ):
        return "credit", span
    return _caption(text, span)


def _caption(text: str, span: Span) -> tuple[SetAsideKind, Span] | None:
    whole = span.end - span.start <= _LONGEST["caption"]
    if whole and _CAPTION.match(text, span.start, span.end):
        return "caption", span
    if (
        "/" not in (tail := text[max(span.start, span.end - 120) : span.end])
        and "via" not in tail
        and "Photo" not in tail
        and "Images" not in tail
    ):
        return None
    credit = _CREDIT_AT_END.search(text, max(span.start, span.end - 120), span.end)
    if credit is None:
        return None
    return ("caption", span) if whole else ("credit", Span(credit.start(), span.end))


def editor_notes(text: str) -> list[Span]:
    """Editor's and transcriber's brackets within the text: "[END RECORDING]", "[words indistinct]", "[sic]"."""
    return [Span(*found.span()) for found in _EDITOR_IN_TEXT.finditer(text)] if "[" in text else []


def sign_off(text: str, span: Span) -> Span | None:
    """Find the desk's initials that close a wire story: "(jd/mr)"."""
    found = re.compile(r"\s\(?[a-z]{2,4}(?:/[a-z]{2,4}){1,3}\)\Z").search(
        text, max(span.start, span.end - 30), span.end
    )
    return Span(found.start() + 1, found.end()) if found else None


def owner(text: str, span: Span) -> str:
    """Whose the article is, by a line of ownership or copyright; "" if it does not say."""
    found = _OWNER.search(text, span.start, min(span.end, span.start + 300))
    name = " ".join(found["owner"].split()) if found else ""
    return name if name[:1].isupper() and len(name.split()) <= 7 else ""
