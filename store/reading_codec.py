"""What comparing articles reads of each, as JSON, and back."""

import json
from collections.abc import Iterable

from store.codec import dumps, json_span, span_json
from store.records.reading import PublicationBound
from store.records.timex import TimeExpression


def expressions_json(expressions: Iterable[TimeExpression]) -> str:
    return dumps([[e.start, e.end, e.text, e.type, e.rule, e.form, span_json(e.anchor)] for e in expressions])


def expressions_of(text: str) -> tuple[TimeExpression, ...]:
    return tuple(
        TimeExpression(start, end, words, kind, rule, form, json_span(anchor))
        for start, end, words, kind, rule, form, anchor in json.loads(text)
    )


def bounds_json(bounds: Iterable[PublicationBound]) -> str:
    return dumps([[span_json(b.expression), span_json(b.anchor), b.low, b.high, b.text, b.why] for b in bounds])


def bounds_of(text: str) -> tuple[PublicationBound, ...]:
    return tuple(PublicationBound(json_span(v[0]), json_span(v[1]), *v[2:]) for v in json.loads(text))
