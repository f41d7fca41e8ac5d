"""Find the time phrases of a text, by our own grammar, with offsets of the phrase's own words."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from importers.dating.cascade import apply, codes_of
from importers.dating.context import anchor_of, in_context
from importers.dating.forms import Form, dump
from importers.dating.fulldates import day_comes_first
from importers.dating.grammar import OWN, grammar
from importers.dating.lexer import Node, tokenize
from importers.dating.tense import Verbs, in_aside, in_relative, is_said, verbs
from importers.dating.tickers import stamped
from importers.dating.vocabulary import CHAR, NAME
from importers.progress import Work, result
from store.records.timex import TimeExpression, TimexType

_OUTPUT: Final = {CHAR[name]: name for name in ("DATE", "TIME", "QTY", "SPAN", "REF", "SETNODE")}
_SURE_LENGTH: Final = 400
"""Characters from which a text's language can be told."""
_STRIDE: Final = 50_000
"""Characters between two words on how far a long text is read."""
_SINCE_WHEN: Final = re.compile(
    r"\b(?:time|first|only|most|least|worst|best|vez|primera?|peor|mejor|\w{3,}est)\b[^.,;]*$", re.IGNORECASE
)
_ENDS: Final = re.compile(f"[{CHAR['DOT']}{CHAR['BREAK']}]")


def find(text: str, language: str) -> tuple[TimeExpression, ...]:
    """Find all time phrases of a text (``Article.body``); sorted, not overlapping, offsets into that text.

    ``language`` is an ISO 639-1 code. English and Spanish have grammars; of other languages only dates in figures,
    years and full dates in words are found. Where the language is unknown, or was guessed from a sentence or two,
    the grammar that reads more of the text is taken.
    """
    return result(finding(text, language))


def finding(text: str, language: str) -> Work[tuple[TimeExpression, ...]]:
    """Do the work of ``find``, saying of a long text how far it is read."""
    if language in OWN or (language and len(text) >= _SURE_LENGTH):
        return (yield from _finding(text, language))
    read = [result(_finding(text, guess)) for guess in ((language, *OWN) if language else OWN)]
    return max(read, key=lambda found: sum(len(expression.text) for expression in found))


def _finding(text: str, language: str) -> Work[tuple[TimeExpression, ...]]:
    rules = grammar(language, day_comes_first(text))
    found: list[TimeExpression] = []
    said = 0
    for sentence, codes in _sentences(tokenize(text, rules.lexicon), text):
        if sentence[0].start >= said + _STRIDE:
            said = sentence[0].start
            yield said / len(text)
        nodes = apply(rules.levels, sentence, codes, text)
        if nodes is sentence:
            continue
        phrases = [at for at, node in enumerate(nodes) if node.code in _OUTPUT and node.form is not None]
        if phrases:
            # Few phrases ask for the tense, and searching a sentence for its verbs takes long.
            told = partial(verbs, text, sentence[0].start, sentence[-1].end, language)
            for at in phrases:
                node = in_context(nodes, at, text)
                behind = at > phrases[0] and is_said(text, node.start, language)
                found.append(_expression(text, node, nodes[at - 1] if at else None, told, language, said=behind))
    return stamped(found, text)


def _sentences(tokens: Sequence[Node], text: str) -> Iterator[tuple[Sequence[Node], str]]:
    """Yield the sentences, each with the classes of its tokens."""
    codes = codes_of(tokens)
    start = 0
    for mark in _ENDS.finditer(codes):
        at = mark.start()
        if _ends(tokens, at, text):
            if at > start:
                yield tokens[start : at + 1], codes[start : at + 1]
            start = at + 1
    if start < len(tokens):
        yield tokens[start:], codes[start:]


def _ends(tokens: Sequence[Node], at: int, text: str) -> bool:
    """Say whether the full stop at ``at`` ends a sentence: not after an abbreviation, nor before a small letter."""
    if tokens[at].code == CHAR["BREAK"] or at + 1 == len(tokens):
        return True
    before, after = tokens[at - 1] if at else None, tokens[at + 1]
    if after.code == CHAR["BREAK"]:
        return True
    if after.start == tokens[at].end:
        return False
    if before is None or text[after.start].islower():
        return False
    german = NAME[after.code] == "OTHER" and NAME[tokens[min(at + 2, len(tokens) - 1)].code] == "YEARNUM"
    if NAME[before.code] == "DAYNUM" and (german or NAME[after.code] in {"MONTH", "MAYBEMONTH"}):
        return False  # "3. Mai 2024"
    if NAME[before.code] in {"MONTH", "MAYBEMONTH", "WEEKDAY", "MAYBEDAY"} and len(before.lower) <= 5:
        return NAME[after.code] not in {"DAYNUM", "YEARNUM", "ORDINAL", "COMMA", "MONTH", "MAYBEMONTH"}
    return not (NAME[before.code] == "OTHER" and len(before.lower) == 1)


def _expression(
    text: str, node: Node, before: Node | None, told: Callable[[], Verbs], language: str, *, said: bool
) -> TimeExpression:
    assert node.form is not None
    form = node.form.copy()
    if said:
        form["said"] = True
    if form["k"] == "words":
        form["lang"] = language
    if _needs_tense(form):
        form["tense"] = told().tense(node.start, node.end)
    elif form["k"] == "dur" and form.get("dir") == "next" and told().tense(node.start, node.end) == "past":
        form["dir"] = "foll"  # "over the next two days three more went off": from the time told of
    elif _may_lie_ahead(form, before, text[max(0, node.start - 40) : node.start]) and told().tense(
        node.start, node.end
    ) in {"future", ""}:
        form.update({"k": "shift", "sign": 1, "base": "ref"})
    if form.keys() & {"wd", "d"}:
        if in_aside(text, node.start, language):
            form["aside"] = True
        elif in_relative(text, node.start, language):
            form["relative"] = True
    return TimeExpression(
        start=node.start,
        end=node.end,
        text=text[node.start : node.end],
        type=_type(form),
        rule=node.rule,
        form=dump(form),
        anchor=anchor_of(form),
    )


def _may_lie_ahead(form: Form, before: Node | None, words: str) -> bool:
    """Say whether an amount can be one to go, as in "in two weeks", unlike "the first time in two weeks"."""
    if form["k"] != "dur" or before is None or NAME[before.code] != "IN" or {"dir", "more"} & form.keys():
        return False
    return _SINCE_WHEN.search(words) is None


def _needs_tense(form: Form) -> bool:
    if form["k"] == "range":
        return _needs_tense(form["a"]) or _needs_tense(form["b"])
    # "This Saturday" may be the last one or the coming one.
    deictic = "dir" in form and not (form["dir"] == "this" and "wd" in form)
    return form["k"] in {"cal", "nth"} and not deictic


def _type(form: Form) -> TimexType:
    kind = form["k"]
    if kind == "dur" or form.get("base") == "event":
        return "DURATION"
    if kind == "set":
        return "SET"
    return "TIME" if "clock" in form or "part" in form else "DATE"
