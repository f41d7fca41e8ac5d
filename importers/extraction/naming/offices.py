"""The title or office that stands beside a person's name, before or after it."""

from collections.abc import Sequence

from importers.extraction.lexicon.namewords import NameWords
from importers.extraction.naming.base import Found
from importers.gazetteer.fold import fold
from importers.language.tokens import Token

LONGEST_TITLE = 6


def title_end(forms: Sequence[str], start: int, known: NameWords) -> int:
    """Return the index after the last title word at the start of the forms, ``start`` if there is none."""
    end = at = start
    while at < min(len(forms), start + LONGEST_TITLE):
        if forms[at] in known.titles:
            end = at + 1
        elif forms[at] not in known.title_modifiers:
            break
        at += 1
    return end


def modifiers_before(tokens: Sequence[Token], start: int, known: NameWords) -> int:
    """Return where a title that starts at ``start`` starts with its modifiers: "police", "former", "interior"."""
    first = start
    while first > 0 and start - first < 3 and fold(tokens[first - 1].lower) in known.title_modifiers:
        first -= 1
    return first


def person_after_portfolio(forms: Sequence[str], at: int, known: NameWords) -> int:
    """Return where the person's name starts after an office's portfolio ("of State", "de Defensa") at ``at``.

    ``at`` is the index of the word after "of"; -1 if no person follows.
    """
    for index in range(at + 1, min(len(forms), at + 5)):
        if forms[index] in known.given:
            return index
        if forms[index] not in known.title_modifiers:
            break
    return -1


def title_before(tokens: Sequence[Token], first: int, known: NameWords, *, of_place: int = 0) -> tuple[int, int] | None:
    """Find a title right before the name ("presidential candidate", "Police commander").

    ``of_place``: where the person starts after a place that belongs to the title ("alcalde de Cali Jorge Ospina").
    """
    end = first - 1 if of_place else first
    if end > 1 and tokens[end - 1].text == "," and tokens[end - 2].kind == "word":
        return _before_comma(tokens, end - 1, known)
    if end == 0 or fold(tokens[end - 1].lower) not in known.titles:
        return None
    start = end - 1
    while start > 0 and first - start < LONGEST_TITLE:
        form = fold(tokens[start - 1].lower)
        if form not in known.titles and form not in known.title_modifiers:
            break
        start -= 1
    return start, of_place or end


def _before_comma(tokens: Sequence[Token], comma: int, known: NameWords) -> tuple[int, int] | None:
    """Find "the governor of Azuay province" or "the town's deputy mayor" before a comma and a name."""
    for at in range(comma - 1, max(comma - 9, -1), -1):
        if tokens[at].kind == "punct":
            return None
        determined = tokens[at].lower in {"the", "el", "la", "its", "su", "'s", "’s"}
        if determined:
            head = title_end([fold(token.lower) for token in tokens[at + 1 : comma]], 0, known)
            if head and (at + 1 + head == comma or tokens[at + 1 + head].lower in {"of", "de", "del", "for", "in"}):
                return at + 1, comma
            return None
    return None


def with_apposition(tokens: Sequence[Token], span: Found, known: NameWords) -> Found:
    """Read the title of a person after a comma: "Ana Mora, the governor of Loja province,"."""
    if span.kind not in {"person", "other"} or span.last >= len(tokens) - 1 or tokens[span.last].text != ",":
        return span
    start = span.last + 1
    at = start + 1 if tokens[start].lower in {"the", "a", "an", "el", "la", "un", "una"} else start
    head = title_end([fold(token.lower) for token in tokens[at : at + LONGEST_TITLE]], 0, known)
    if not head:
        return span
    end = at + head
    if end < len(tokens) and tokens[end].lower in {"of", "de", "del", "for"}:
        while end < len(tokens) and end - at < 10 and tokens[end].kind == "word":
            end += 1
    if end < len(tokens) and tokens[end].text not in {",", ".", ";", ")"}:
        return span
    return Found(span.first, span.last, "person", (at, end))
