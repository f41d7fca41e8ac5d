"""What a text says of its own publication day."""

import pytest

from importers.dating.bounds import bounds
from importers.dating.expressions import find


def said(text: str, language: str = "en") -> list[tuple[str, int | None, int | None]]:
    """(the words of the day or event, low, high) of each bound."""
    out = []
    for bound in bounds(text, find(text, language), language):
        span = bound.expression or bound.anchor
        assert span
        out.append((text[span.start : span.end], bound.low, bound.high))
    return out


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He was shot at a rally on August 9.", "en", [("August 9", 0, None)]),
        ("Over 400 inmates have died since 2021.", "en", [("2021", 0, None)]),
        ("The runoff is scheduled for October 15.", "en", [("October 15", None, -1)]),
        ("The court will hear him on October 15.", "en", [("October 15", None, -1)]),
        (
            "It may sway the upcoming presidential election in Velora.",
            "en",
            [("presidential election in Velora", None, -1)],
        ),
        ("The recent assassination of Ana Mora shook them.", "en", [("assassination of Ana Mora", 0, None)]),
        ("We are less than two months away from the runoff.", "en", [("the runoff", -62, -1)]),
        ("More than three weeks until the vote remain.", "en", [("the vote remain", -42, -21)]),
        ("Fue asesinado en un mitin el 9 de agosto.", "es", [("el 9 de agosto", 0, None)]),
        ("Las próximas elecciones presidenciales preocupan.", "es", [("elecciones presidenciales", None, -1)]),
        ("A menos de dos meses de las elecciones, hay miedo.", "es", [("las elecciones", -62, -1)]),
        ("El balotaje se realizará el 15 de octubre.", "es", [("el 15 de octubre", None, -1)]),
    ],
)
def test_what_bounds_it(text: str, language: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert said(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the vote on October 15 would go ahead.",
        "The vote was scheduled for October 15.",
        "The hearing was postponed to May 3.",
        "He said they were told to leave before June 1.",
        "The vote on October 15 matters.",
    ],
)
def test_doubtful_words_bound_nothing(text: str) -> None:
    assert said(text) == []
