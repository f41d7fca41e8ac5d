"""The lines around an article that are not its text: which kind each is.

Every rule is anchored at the start or the end of a block and looks at a bounded stretch of it, so a hostile line of
10 MB costs no more than an ordinary one. A rule must never take a sentence of the article: what is in doubt stays.
"""

import re
from typing import Final

from importers.cleaning import phrases
from store.records.article import SetAsideKind
from store.records.span import Span

_I: Final = re.IGNORECASE
_LINK: Final = re.compile(rf"\W{{0,3}}{phrases.LINK_LABELS}(?P<mark>\s*(?:[:|»›>→▶►]|[–—-]\s)|\s*\Z)", _I)
_CALL: Final = re.compile(phrases.CALLS, _I)
_ALONE: Final = re.compile(rf"\W{{0,3}}{phrases.ALONE}\W{{0,3}}\Z", _I)
_SEPARATOR: Final = re.compile(r"[*_#=•·~—–-](?:\s?[*_#=•·~—–-]){2,80}\Z")
_OWNERSHIP: Final = re.compile(phrases.OWNERSHIP, _I)
_RIGHTS: Final = re.compile(r"(?:all\s+rights\s+reserved|derechos\s+reservados|without\s+permission)\W{0,3}\Z", _I)
_OWNER: Final = re.compile(
    r"(?:owned\s+by|(?:published|appeared|produced|provided)\s+(?:by|in|on|at)|(?:republished|reprinted)\s+(?:from|with\s+permission\s+(?:of|from))|"
    r"propiedad\s+de|originalmente\s+(?:en|por)|publicad[oa]\s+(?:en|por)|"
    r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?(?:\s+by)?)\s+"
    r"(?P<owner>[^\W\d_][^.\n;|()]{1,60}?)(?:\s*[.;|(]|,|\s+all\s+rights|\s+todos\s+los|\s+on\s|\s+and\s+is\s|\s*\Z)",
    _I,
)
_SITE: Final = re.compile(phrases.SITE, _I)
_CAPTION: Final = re.compile(
    rf"\(?{phrases.PICTURES}(?:\s+(?:credits?|source|caption|by|courtesy(?:\s+of)?|de\s+archivo))?\s*[:|]|"
    r"image\s+(?:source|caption),(?:\s|\Z)|(?:FILE|ARCHIVO)\s?(?:PHOTO)?\s?(?:[-–—]{1,3}|:)\s|\[\d{1,2}/\d{1,2}\]\s|"
    r"\((?:file\s|ap\s)?(?:photo(?:graph)?|foto(?:graf[ií]a)?|image|picture)s?\s?(?:by|/|:|credit|courtesy|de|por)",
    _I,
)
_PERSON: Final = r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,4}"
_CREDIT_AT_END: Final = re.compile(
    rf"(?:{_PERSON}\s?[/|]\s?{phrases.PHOTO_AGENCIES}(?:\s?[/-]\s?[A-Z]\w+){{0,2}}(?:\s(?:via|vía|por|through)\s[A-Z]\w+(?:\s[A-Z]\w+)?)?|"
    rf"\bvia\s{phrases.PHOTO_AGENCIES}|\b(?:EFE|REUTERS|AFP)/\s?{_PERSON}(?:\s+Acquire\sLicensing\sRights)?|"
    rf"\((?:AP\sPhoto|{phrases.PHOTO_AGENCIES}|Photo\sby|File\sPhoto|Foto)\b[^()\n]{{0,90}}\)|"
    rf"\b(?:Getty|AFP|AP|Reuters)\s(?:Photo|Images)(?:/{_PERSON})?)"
    r"[\s.)\]]{0,3}\Z"
)
_MAY_END_SO: Final = ("/", "via", "Photo", "Images")
_CREDIT: Final = re.compile(rf"\(?{phrases.CREDITS}[^\n]{{2,250}}\Z", _I)
_CONTRIBUTED: Final = re.compile(
    r"[^\n]{3,200}\bcontributed\s+(?:reporting(?:\s+(?:from|to)\s[^\n]{2,60})?|to\s+this\s+(?:report|article|story|dispatch))"
    r"\W{0,2}\Z",
    _I,
)
_INITIALS: Final = r"\(?[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4}\)?"
_SIGN_OFF: Final = re.compile(rf"{_INITIALS}|(?:EFE|AFP|DPA|ANSA)(?:\s+{_INITIALS})?|-30-|#{{3}}")
_INITIALS_AT_END: Final = re.compile(r"\s\([a-z]{2,4}(?:/[a-z]{2,4}){1,3}\)\Z")
_EDITORS_NOTE: Final = re.compile(rf"\[\s{{0,2}}{phrases.EDITORS_NOTES}\s{{0,2}}\]", _I)
_LONGEST: Final[dict[SetAsideKind, int]] = {
    "promotion": 300,
    "ownership": 320,
    "other": 500,
    "caption": 450,
    "credit": 320,
}
"""Characters. A longer block is text, whatever it begins with."""
_LINK_TITLE: Final = 130


def rule_for(text: str, span: Span) -> tuple[SetAsideKind, Span] | None:
    """Tell what kind of aside the block at ``span`` is, and which part of it; None for a block of the article."""
    start, end = span.start, span.end
    size = end - start
    if size <= _LONGEST["promotion"] and any(rule.match(text, start, end) for rule in (_LINK, _CALL, _ALONE)):
        return "promotion", span
    if size <= _LONGEST["ownership"] and (
        _OWNERSHIP.match(text, start, end) or _RIGHTS.search(text, max(start, end - 40), end)
    ):
        return "ownership", span
    if size <= _LONGEST["other"] and (_SITE.match(text, start, end) or _SEPARATOR.match(text, start, end)):
        return "other", span
    if size <= _LONGEST["credit"] and (
        _CREDIT.match(text, start, end) or _SIGN_OFF.fullmatch(text, start, end) or _CONTRIBUTED.match(text, start, end)
    ):
        return "credit", span
    return _caption(text, span)


def opens_list(text: str, span: Span) -> bool:
    """Whether the block is a label alone on its line ("More on this story"): a list of links follows."""
    found = _LINK.match(text, span.start, span.end)
    return found is not None and found.end() == span.end


def link_title(text: str, span: Span) -> bool:
    """Whether the block may be an entry of such a list: a line that is no sentence."""
    if span.end - span.start > _LINK_TITLE or "\n" in text[span.start : span.end]:
        return False
    return not text[span.start : span.end].rstrip("\"'”’»)").endswith((".", "!", "?", ":", "…"))


def opens_caption(text: str, span: Span) -> bool:
    """Whether the block is a label alone on its line ("Image caption,"): the caption follows."""
    found = _CAPTION.match(text, span.start, span.end)
    return found is not None and found.end() == span.end


def _caption(text: str, span: Span) -> tuple[SetAsideKind, Span] | None:
    """Find a caption by its opening, or by the photographer's credit at its end; of a long block only the credit."""
    whole = span.end - span.start <= _LONGEST["caption"]
    if whole and _CAPTION.match(text, span.start, span.end):
        return "caption", span
    from_ = max(span.start, span.end - 120)
    tail = text[from_ : span.end]
    if not any(sign in tail for sign in _MAY_END_SO):
        return None
    credit = _CREDIT_AT_END.search(text, from_, span.end)
    if credit is None:
        return None
    return ("caption", span) if whole else ("credit", Span(credit.start(), span.end))


def editor_notes(text: str) -> list[Span]:
    """Find editor's and transcriber's brackets within the text: "[END RECORDING]", "[words indistinct]", "[sic]"."""
    return [Span(*found.span()) for found in _EDITORS_NOTE.finditer(text)] if "[" in text else []


def sign_off(text: str, span: Span) -> Span | None:
    """Find the desk's initials that close a wire story: "(jd/mr)"."""
    found = _INITIALS_AT_END.search(text, max(span.start, span.end - 30), span.end)
    return Span(found.start() + 1, found.end()) if found else None


def owner(text: str, span: Span) -> str:
    """Name whose the article is, by a line of ownership or copyright; "" if it does not say."""
    found = _OWNER.search(text, span.start, min(span.end, span.start + 300))
    name = " ".join(found["owner"].split()) if found else ""
    return name if name[:1].isupper() and len(name.split()) <= 7 else ""
