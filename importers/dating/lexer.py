"""Text to tokens: each word, number and mark with its class, several-word entries joined."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from importers.dating.forms import Form
from importers.dating.vocabulary import CHAR, NAME, Lexicon, Value
from store.records.record import record

# The commonest first; and a space, which begins nothing but a blank line, is not put to all the others.
_TOKEN: Final = re.compile(
    r"(?P<word>[^\W\d_]++)"
    r"|(?P<brk>\n[^\S\n]*\n\s*)"
    r"|(?=\S)(?:"
    r"(?P<ord>\d{1,4}(?:st|nd|rd|th|ST|ND|RD|TH|\.?[º°ª]|e?r[oa]?|d[oa]|t[oa]|m[oa]|v[oa])\b\.?[º°ª]?|\d{1,4}\.?[º°ª])"
    r"|(?P<decade>(?:['’]\d0|\d\d0|\d{3}0|\d0)['’]?[sS](?![^\W_]))"
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?!\d)|\d{1,2}[hH]\d\d(?!\d)|(?<![^\W\d_]-)\d{1,2}[hH](?![^\W_]))"
    r"|(?P<full>(?:19|20)\d\d[01]\d[0-3]\d(?!\d))"
    r"|(?P<num>\d+(?:,\d{3})+(?!\d)(?:\.\d+)?|(?<!\d\.)\d+\.\d+(?!\.?\d)|\d+)"
    r"|(?P<poss>['’]s\b|['’]S\b)"
    r"|(?P<dash>--+|[–—])"
    r"|(?P<mark>\S))"
)
_MERIDIEM_WORDS: Final = frozenset({"a", "p", "am", "pm"})
_MERIDIEM: Final = re.compile(r"([ap])\.?\s?m\b\.?", re.IGNORECASE)
# A sum of money or the number of a thing ("No. 1978"), which is no year; "no 2020 election" is one.
_COUNTS: Final = re.compile(
    r"(?:[$€£¥#]|\bN(?:[oO]\.?|[rR]\.|[º°])|\b[nN](?:um|UM|úm|ÚM)(?:\.|bers?|BERS?|eros?|EROS?)) ?$"
)
_NOUNS: Final = frozenset({CHAR["OTHER"], CHAR["NAMED"]})
_OTHER, _BREAK, _DOT = CHAR["OTHER"], CHAR["BREAK"], CHAR["DOT"]
_UNKNOWN: Final[tuple[str, Value]] = (_OTHER, "")
_MARKS: Final[Mapping[str, str]] = {
    ".": CHAR["DOT"],
    "?": CHAR["DOT"],
    "!": CHAR["DOT"],
    "…": CHAR["DOT"],
    ",": CHAR["COMMA"],
    "-": CHAR["HYPHEN"],
    "‐": CHAR["HYPHEN"],
    "‑": CHAR["HYPHEN"],
    "/": CHAR["SLASH"],
    "'": CHAR["APOSTROPHE"],
    "’": CHAR["APOSTROPHE"],
    "(": CHAR["OPEN"],
    "[": CHAR["OPEN"],
    ")": CHAR["CLOSE"],
    "]": CHAR["CLOSE"],
    ":": CHAR["COLON"],
}


@record
class Node:
    """A word, number or mark, or what a rule has joined: offsets into the text, its class character, its meaning."""

    start: int
    end: int
    code: str
    value: Value
    lower: str
    form: Form | None = None
    rule: str = ""


def tokenize(text: str, lexicon: Lexicon) -> list[Node]:
    """Split a text into classed tokens. Blank lines are tokens of the class BREAK."""
    words = lexicon.words
    out: list[Node] = []
    at = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < at:
            continue
        kind, written = match.lastgroup, match[0]
        if kind == "word":
            lower = written.lower()
            if lower in _MERIDIEM_WORDS and (half := _MERIDIEM.match(text, start)):
                at = half.end()
                out.append(Node(start, at, CHAR["AMPM"], half[1].lower(), lower))
            else:
                code, value = words.get(lower, _UNKNOWN)
                out.append(Node(start, end, code, value, lower, None, ""))
        elif kind == "mark":
            out.append(Node(start, end, _MARKS.get(written, _OTHER), "", written, None, ""))
        elif kind == "num":
            counted = _COUNTS.search(text, max(0, start - 8), start) is not None
            out.append(_number(written, start, end, counted=counted))
        else:
            out.append(_special(kind or "", written, start, end))
    if lexicon.written_small:
        out = [_plain(token) if _is_name(out, at, text, lexicon) else token for at, token in enumerate(out)]
    return _join(out, lexicon)


def _is_name(tokens: Sequence[Node], at: int, text: str, lexicon: Lexicon) -> bool:
    """Say whether a month's or day's word is a name here: "Julio Vera", "El Mayo", "Plaza de Mayo"."""
    token = tokens[at]
    if token.code not in lexicon.written_small or not _has_capital(token, text):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        after is not None
        and after.code == _OTHER
        and _has_capital(after, text)
        and text[token.end : after.start] == " "
    ):
        return not _counted(tokens, at)
    before = [one.lower for one in tokens[max(0, at - 2) : at]]
    if before[-1:] == ["el"]:
        return NAME[token.code] != "WEEKDAY"
    owner = tokens[at - 2] if at > 1 else None
    return before[-1:] == ["de"] and owner is not None and owner.code in _NOUNS and _has_capital(owner, text)


def _counted(tokens: Sequence[Node], at: int) -> bool:
    """Say whether a day of the month stands before: "el 2 de Julio"."""
    return any(NAME[token.code] in {"DAYNUM", "ORDINAL", "NUMWORD"} for token in tokens[max(0, at - 2) : at])


def _has_capital(token: Node, text: str) -> bool:
    word = text[token.start : token.end]
    return word[:1].isupper() and not word.isupper()


def _plain(token: Node) -> Node:
    return Node(token.start, token.end, _OTHER, "", token.lower)


def _number(spelled: str, start: int, end: int, *, counted: bool) -> Node:
    plain = spelled.replace(",", "")
    if "." in plain:
        return Node(start, end, CHAR["NUM"], plain, spelled)
    value = int(plain) if len(plain) < 10 else 10**10
    name = "NUM"
    if counted:
        name = "NUM"
    elif len(plain) <= 2 and 1 <= value <= 31:
        name = "DAYNUM"
    elif len(spelled) == 4 and 1000 <= value <= 2199:
        name = "YEARNUM"
    return Node(start, end, CHAR[name], value, spelled)


def _special(kind: str, spelled: str, start: int, end: int) -> Node:
    if kind == "brk":
        return Node(start, end, _BREAK, "", "")
    if kind == "ord":
        digits = re.match(r"\d+", spelled)
        assert digits
        return Node(start, end, CHAR["ORDINAL"], int(digits[0]), spelled)
    if kind == "poss":
        return Node(start, end, CHAR["POSSESSIVE"], "", spelled)
    if kind == "dash":
        return Node(start, end, CHAR["DASH"], "", spelled)
    names = {"decade": "DECADENUM", "clock": "CLOCK", "full": "FULLDATE"}
    return Node(start, end, CHAR[names[kind]], spelled, spelled)


def _join(tokens: list[Node], lexicon: Lexicon) -> list[Node]:
    """Join the words of entries such as "so far" into one token."""
    phrases = lexicon.phrases
    out: list[Node] = []
    done = 0
    for at in [at for at, token in enumerate(tokens) if token.lower in phrases]:
        for parts, code, value in phrases[tokens[at].lower]:
            end = at + len(parts)
            if end > len(tokens) or tokens[at + 1].lower != parts[1]:
                continue
            if at >= done and [token.lower for token in tokens[at:end]] == list(parts):
                out += tokens[done:at]
                out.append(Node(tokens[at].start, tokens[end - 1].end, code, value, " ".join(parts)))
                done = end
                break
    return [*out, *tokens[done:]] if done else tokens
