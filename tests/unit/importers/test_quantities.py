import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.language.quantities import find_quantities
from importers.language.tokens import sentences

Estimate = tuple[int | None, int | None, int | None]


def counts(text: str, language: str = "en", *, articles: bool = False) -> list[tuple[str, Estimate]]:
    return [
        (found.phrase, (found.low, found.best, found.high))
        for sentence in sentences(text, language)
        for found in find_quantities(sentence, text, articles=articles)
    ]


@pytest.mark.parametrize(
    ("phrase", "estimate"),
    [
        ("six", (6, 6, 6)),
        ("At least six", (6, 6, None)),
        ("More than 2,200", (2200, 2200, None)),
        ("Over 400", (400, 400, None)),
        ("57 or more", (57, 57, None)),
        ("About 50", (None, 50, None)),
        ("Nearly 400", (None, 400, 400)),
        ("Up to 20", (None, 20, 20)),
        ("Fewer than 10", (None, None, 10)),
        ("Between 10 and 15", (10, None, 15)),
        ("10-15", (10, None, 15)),
        ("Two or three", (2, None, 3)),
        ("Dozens", (12, None, None)),
        ("Tens of thousands", (10_000, None, None)),
        ("A few hundred", (200, None, None)),
        ("Several", (3, None, None)),
        ("Two dozen", (24, 24, 24)),
        ("Half a dozen", (6, 6, 6)),
        ("A hundred and ten", (110, 110, 110)),
        ("Two hundred and fifty", (250, 250, 250)),
        ("Twenty-five", (25, 25, 25)),
        ("2.5 million", (2_500_000, 2_500_000, 2_500_000)),
    ],
)
def test_english_counts_in_any_casing(phrase: str, estimate: Estimate):
    assert counts(f"{phrase} guards were freed.") == [(phrase, estimate)]
    assert counts(f"{phrase} guards were freed.".upper()) == [(phrase.upper(), estimate)]


@pytest.mark.parametrize(
    ("phrase", "estimate"),
    [
        ("Al menos seis", (6, 6, None)),
        ("Más de 2.200", (2200, 2200, None)),
        ("Unos 50", (None, 50, None)),
        ("Casi 30", (None, 30, 30)),
        ("Entre 10 y 15", (10, None, 15)),
        ("Decenas", (10, None, None)),
        ("Cientos de miles", (100_000, None, None)),
        ("Un centenar", (100, 100, 100)),
        ("Media docena", (6, 6, 6)),
        ("Treinta y cuatro", (34, 34, 34)),
        ("Veintidós", (22, 22, 22)),
        ("Mil quinientos", (1500, 1500, 1500)),
        ("Un millón", (1_000_000, 1_000_000, 1_000_000)),
        ("12 000", (12_000, 12_000, 12_000)),
    ],
)
def test_spanish_counts(phrase: str, estimate: Estimate):
    assert counts(f"{phrase} reos de la cárcel salieron.", "es") == [(phrase, estimate)]


@pytest.mark.parametrize(
    "text",
    [
        "It happened on August 9 and 10.",
        "On 30 December 1989 he left.",
        "SAN JUAN, 3 JAN 90",
        "The 2023 election was held in 2023.",
        "The 14-year-old came with an M-16.",
        "Ana Paz, 38, came first.",
        "The men, ages 22, 25 and 31, wore masks.",
        "The men, aged between 22 and 46, wore masks.",
        "The search took between ten and twelve hours.",
        "They had an AK 47 rifle and a Glock 17 pistol.",
        "They paid $5 million, or 30 percent, or 4 million pesos.",
        "It began at 10:30 and at 1045, for two days and ten more hours.",
        "Battalion 3-16 held cell No. 4 on route 7.",
        "They found 250 kg two km away.",
        "No one spoke; they met one another.",
        "Two-thirds left; they won 3-1.",
        "2. The army came.",
    ],
)
def test_what_counts_nothing(text: str):
    assert counts(text) == []


def test_several_counts_in_a_sentence():
    text = "In 48 hours, 50 guards and seven officers were freed and one of the 12 men died on May 3."
    assert [phrase for phrase, _ in counts(text)] == ["50", "seven", "one", "12"]


def test_a_number_behind_a_weekday_counts_those_of_whom_many_are_told():
    assert counts("Police said on Friday two men had fled.") == [("two", (2, 2, 2))]
    assert counts("Police said on Friday 12 soldiers had fled.") == [("12", (12, 12, 12))]
    assert counts("They came on Friday 12 and left.") == []
    assert counts("They came on Friday 12 March.") == []


def test_articles_count_one_when_asked_for():
    assert [phrase for phrase, _ in counts("A guard and an officer left.", articles=True)] == ["A", "an"]
    assert counts("An elderly Swiss couple left.", articles=True) == [("An", (2, 2, 2))]
    assert counts("A guard, couple and all, left.", articles=True) == [("A", (1, 1, 1))]
    assert counts("A guard and an officer left.") == []
    assert counts("An unknown number of guards and a small group of officers left.", articles=True) == []


@given(st.text() | st.text(alphabet="0123456789.,- onetwdz"), st.sampled_from(["en", "es"]))
def test_phrases_are_the_text_and_estimates_are_in_order(text: str, language: str):
    for sentence in sentences(text, language):
        at = 0
        for found in find_quantities(sentence, text, articles=True):
            assert text[found.start : found.end] == found.phrase
            assert found.start >= at
            known = [number for number in (found.low, found.best, found.high) if number is not None]
            assert known
            assert known == sorted(known)
            at = found.end
