"""Reading a filter: from its text to its tree.

    filter  = branch ("OR" branch)*
    branch  = part+                        parts side by side must all hold; "AND" may stand between them
    part    = "-" part | "NOT" part | "(" filter ")" | key ":" value | word | phrase
    word    = characters without blanks, quotes or parentheses; a "*" at its end lets it go on
    phrase  = '"' characters '"'           a quote that is not closed reaches to the end
    value   = word | phrase

The last word of the text, unless in quotes, may still be going on: it is searched for as a beginning.
"""

import re
from dataclasses import dataclass
from typing import Final

from store.filters import FilterError
from store.terms import KEYS, And, BadValueError, Node, Not, Or, Term, suggestion, words

MOST_PARTS: Final = 100
DEEPEST: Final = 20
"""Bounds that SQLite can take with room to spare, and no person needs more."""


def tree(text: str) -> Node | None:
    """The tree of a filter; None if it keeps everything. Raises FilterError."""
    tokens = _tokens(text)
    return _Parser(text, tokens).whole() if tokens else None


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    """One of "(", ")", "-", "OR", "AND", "NOT", "term"."""
    start: int
    end: int
    key: str = ""
    value: str = ""
    quoted: bool = False


_OPENING: Final = '"“„«'
_CLOSING: Final = {'"': '"', "“": '”"', "„": '”“"', "«": "»"}
_KEY = re.compile(r"([^\W\d_][\w-]*):")


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while at < len(text):
        char = text[at]
        if _blank(char):
            at += 1
        elif char in "()":
            found.append(_Token(char, at, at + 1))
            at += 1
        elif char == "-":
            found.append(_Token("-", at, at + 1))
            at += 1
        else:
            found.append(_term(text, at))
            at = found[-1].end
    return found


def _term(text: str, start: int) -> _Token:
    if text[start] in _OPENING:
        value, end = _phrase(text, start)
        return _Token("term", start, end, value=value, quoted=True)
    if key := _KEY.match(text, start):
        at = key.end()
        if at < len(text) and text[at] in _OPENING:
            value, end = _phrase(text, at)
            return _Token("term", start, end, key[1], value, quoted=True)
        end = _word_end(text, at)
        return _Token("term", start, end, key[1], text[at:end])
    end = _word_end(text, start)
    word = text[start:end]
    return _Token(word if word in ("OR", "AND", "NOT") else "term", start, end, value=word)


def _phrase(text: str, start: int) -> tuple[str, int]:
    closing = _CLOSING[text[start]]
    at = start + 1
    while at < len(text) and text[at] not in closing:
        at += 1
    return text[start + 1 : at], min(at + 1, len(text))


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not _blank(text[at]) and text[at] not in "()" and text[at] not in _OPENING:
        at += 1
    return at


def _blank(char: str) -> bool:
    return char.isspace() or char == "\0"


class _Parser:
    """Recursive descent over the tokens; every error names the token at fault."""

    def __init__(self, text: str, tokens: list[_Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        if sum(token.kind == "term" for token in tokens) > MOST_PARTS:
            last = [token for token in tokens if token.kind == "term"][MOST_PARTS]
            raise FilterError(f"A filter has at most {MOST_PARTS} parts.", last.start, len(text))

    def whole(self) -> Node:
        node = self._either()
        if token := self._peek():  # only a ")" ends an expression early
            raise FilterError("There is no “(” that this “)” closes.", token.start, token.end)
        return node

    def _peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _either(self) -> Node:
        branches = [self._all()]
        while (token := self._peek()) and token.kind == "OR":
            self._at += 1
            branches.append(self._all(after=token))
        return branches[0] if len(branches) == 1 else Or(tuple(branches))

    def _all(self, after: _Token | None = None) -> Node:
        parts: list[Node] = []
        while (token := self._peek()) and token.kind not in (")", "OR"):
            if token.kind == "AND":
                self._at += 1
                follower = self._peek()
                if not parts or follower is None or follower.kind in (")", "OR", "AND"):
                    raise _lonely(token)
                continue
            parts.append(self._part(token))
        if not parts:
            raise _lonely(after or self._peek() or self._tokens[-1])
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _part(self, token: _Token) -> Node:
        self._at += 1
        match token.kind:
            case "-" | "NOT":
                follower = self._peek()
                if follower is None or follower.kind in (")", "OR", "AND"):
                    raise FilterError(
                        "A “-” leaves out what follows it, and nothing does. In quotes it is searched for.",
                        token.start,
                        token.end,
                    )
                self._deeper(token)
                node: Node = Not(self._part(follower))
                self._depth -= 1
                return node
            case "(":
                self._deeper(token)
                follower = self._peek()
                if follower is not None and follower.kind == ")":
                    raise FilterError("There is nothing between these parentheses.", token.start, follower.end)
                if follower is None:
                    raise _unclosed(token)
                node = self._either()
                closing = self._peek()
                if closing is None:
                    raise _unclosed(token)
                self._at += 1
                self._depth -= 1
                return node
            case _:
                return self._leaf(token)

    def _deeper(self, token: _Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise FilterError(f"A filter goes at most {DEEPEST} deep.", token.start, token.end)

    def _leaf(self, token: _Token) -> Term:
        # SQLite takes no half of a surrogate pair, and ends a full-text expression at a NUL.
        value = token.value.replace("\0", " ").encode(errors="replace").decode()
        going_on = not token.quoted and token.end == len(self._text)
        if not token.quoted and value.endswith("*"):
            value, going_on = value.rstrip("*"), True
        try:
            if not token.key:
                return words(value, going_on)
            key = KEYS.get(token.key.casefold())
            if key is None:
                raise FilterError(
                    f"There is no key “{token.key}”.{suggestion(token.key, KEYS)} "
                    "Put it in quotes to search for the words.",
                    token.start,
                    token.start + len(token.key) + 1,
                )
            return key.read(value, going_on)
        except BadValueError as bad:
            raise FilterError(str(bad), token.start, token.end) from None


def _lonely(token: _Token) -> FilterError:
    if token.kind == ")":
        return FilterError("There is no “(” that this “)” closes.", token.start, token.end)
    return FilterError(
        f"“{token.kind}” stands between two parts, and one is missing. In quotes it is searched for.",
        token.start,
        token.end,
    )


def _unclosed(token: _Token) -> FilterError:
    return FilterError("This “(” is not closed.", token.start, token.end)
