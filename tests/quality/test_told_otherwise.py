"""What surrounds a sentence changes nothing of the deed it tells: who says it, what is told first, how it is set."""

import re
from collections.abc import Callable

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.event import FIGURES
from store.records.report import Report

ROLES = frozenset({"perpetrator", "victim", "target", "actor1", "actor2", "instrument"})
Told = list[tuple[str, str, list[tuple[str, str]], str]]


def read(text: str, language: str) -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return [report for report in extract(article, find(text, language)) if not report.candidate]


def told(text: str, language: str) -> Told:
    """Type, factuality, who and how many, and the place of each event of the text; values in small letters."""
    return sorted(
        (
            report.sub_event_type,
            report.factuality,
            sorted(
                (claim.field, str(claim.best) if claim.field in FIGURES else claim.value.lower())
                for claim in report.claims
                if claim.field in ROLES or claim.field in FIGURES
            ),
            report.place.location or report.place.admin1,
        )
        for report in read(text, language)
    )


def small(sentence: str) -> str:
    first = sentence.split()[0]
    return sentence if first in {"Ana", "Luis"} else sentence[0].lower() + sentence[1:]


ENGLISH: dict[str, Callable[[str], str]] = {
    "said": lambda s: f"Officials said {small(s)}",
    "said that": lambda s: f"The governor, Rosa Vera, said on Friday that {small(s)}",
    "said behind": lambda s: f"{s[:-1]}, officials said.",
    "said in a statement": lambda s: f"{s[:-1]}, the ministry said in a statement.",
    "a source": lambda s: f"According to the ministry, {small(s)}",
    "a clause before": lambda s: f"As talks stalled, {small(s)}",
    "a clause with an object before": lambda s: f"While the two sides discussed a truce, {small(s)}",
    "quoted": lambda s: f'"{s[:-1]}," an official said.',
    "in a report": lambda s: f"{s[:-1]}, according to a report by the rights group Aurora Watch.",
    "a report said": lambda s: f"{s[:-1]}, a report by the rights group Aurora Watch said.",
    "in a paper": lambda s: f"{s[:-1]}, the Daily Post reported, citing two officials.",
    "counted among its like": lambda s: f"{s[:-1]}, the third such attack this month.",
    "counted in the next sentence": lambda s: f"{s} It was the third such attack this month.",
    "what it led to": lambda s: f"{s[:-1]}, sparking protests.",
    "wrapped": lambda s: re.sub(r"((?:\S+ ){5}\S+) ", r"\1\n", s),
}
SENTENCES = [
    "Soldiers and rebels clashed in Arauca on Monday, leaving six dead.",
    "Residents protested in Loja on Monday against the mine.",
    "The man, wearing army fatigues, fired on a bus in Loja on Monday.",
    "A car bomb exploded at a market in Quito on Thursday and injured 70 people.",
    "Thieves made off with two motorcycles in Loja on Monday.",
    "A strike on a school in Aleppo, in Syria, killed two teachers on Monday.",
    "At least 40 people, including six women and two infants, were killed when gunmen opened fire in Loja.",
    "Luis Paz, leader of a drug gang, was shot dead in Loja on Monday.",
    "Four people, one of them a minor, were detained in a taxi with dynamite in Napo.",
    "Suspected bandits raided the village of Kuriga on Saturday, kidnapping a pastor.",
    "The mayor of Loja and a priest were killed by gunmen on Monday.",
    "Six nuns, five of them foreigners, and two drivers were murdered in Loja on Monday.",
    "The bodies of a couple and their son were found in Loja on Monday.",
    "Two nuns and a cook, who lived in Loja, were killed by gunmen on Monday.",
    "A drone strike on a market in Kutum, Sudan, killed 35 people on Tuesday.",
    "Rebels shot down a helicopter near Caloto on Monday.",
    "The suspects in the murder of Ana Mora in Loja are two former policemen.",
    "Ana Mora was kidnapped in Loja on Monday with two of her guards.",
]


@pytest.mark.parametrize("way", ENGLISH)
def test_a_deed_is_the_same_however_it_is_told(way: str) -> None:
    differ = {s: (told(s, "en"), told(ENGLISH[way](s), "en")) for s in SENTENCES}
    assert not {s: pair for s, pair in differ.items() if pair[0] != pair[1] or not pair[0]}


OF_ONE = [
    ", 34,",
    " (34)",
    ", a father of two,",
    ", who was unarmed,",
    ", from Quito,",
    ", travelling in a bus,",
    ", whose name was not released,",
    ", known locally as Chato,",
    ", accompanied by a friend,",
    ", according to police,",
]
OF_MANY = [
    ", aged 22 and 34,",
    ", both in their twenties,",
    ", two of them foreigners,",
    ", who were unarmed,",
    " in a white car",
    " believed to be teachers",
    ", believed to be teachers,",
    " from the village of Macas",
    " returning from a wedding",
    ", the ministry said,",
    ", most of them teachers,",
]
PREDICATES = [
    "shot dead in Loja on Monday by gunmen.",
    "killed when gunmen attacked a bus in Loja on Monday.",
    "kidnapped by rebels in Loja on Monday and released on Tuesday.",
]


@pytest.mark.parametrize(
    ("who", "was", "told_of"),
    [
        ("The mayor of Loja", "was", OF_ONE),
        ("Ana Mora", "was", OF_ONE),
        ("Two nurses", "were", OF_MANY),
        ("Nine villagers", "were", OF_MANY),
    ],
)
def test_what_is_told_of_those_whom_a_deed_befell_does_not_hide_them(who: str, was: str, told_of: list[str]) -> None:
    for predicate in PREDICATES:
        plain = told(f"{who} {was} {predicate}", "en")
        differ = [inside for inside in told_of if told(f"{who}{inside} {was} {predicate}", "en") != plain]
        assert not differ, (predicate, plain)


@pytest.mark.parametrize("dash", [" - ", " – ", " — ", "—", " -- "])
def test_dashes_set_off_what_commas_do(dash: str) -> None:
    for inside in ("Luis Paz, 34, Ana Mora, 22, and Juan Vera, 41", "two teachers and a nurse"):
        [(name, happened, claims, place)] = told(f"Three people{dash}{inside}{dash}were shot dead in Cali.", "en")
        assert (name, happened, place) == ("killing", "happened", "Cali")
        assert ("killed", "3") in claims, claims


def test_nobody_is_a_doer_for_standing_beside_the_deed() -> None:
    for text in (
        "A drone strike on a market in Kutum, Sudan, killed 35 people on Tuesday.",
        "The mayor was shot dead in Loja on Monday, as reported by the army.",
        "The mayor was shot dead in Loja on Monday, according to a statement by the army.",
        "According to the ministry, shooting began in Loja at nine on Monday.",
    ):
        [(_, _, claims, _)] = told(text, "en")
        assert "perpetrator" not in dict(claims), text
    for text in (
        "Two guards were killed in Kaya on Friday, a day after rebels burned a school in Dori.",
        "Two guards were killed in Kaya on Friday after rebels burned a school in Dori.",
    ):
        [claims] = [claims for name, _, claims, _ in told(text, "en") if name == "killing"]
        assert "perpetrator" not in dict(claims), text
    both = told("Two guards were killed in Kaya on Friday after rebels attacked their post.", "en")
    assert all(("perpetrator", "rebels") in claims for _, _, claims, _ in both)
    [(_, _, claims, _)] = told("The mayor was shot dead in Loja on Monday by the army.", "en")
    assert ("perpetrator", "army") in claims


def test_what_a_deed_is_counted_among_is_no_deed_but_what_is_told_of_it_is() -> None:
    [(name, _, claims, place)] = told("The last such attack killed 40 people in Loja on Monday.", "en")
    assert (name, place, ("killed", "40") in claims) == ("killing", "Loja", True)
    assert not told("Such attacks are common in Loja.", "en")
    protest = told("The killing of the mayor in Loja on Monday sparked protests in Quito on Tuesday.", "en")
    assert [name for name, *_ in protest] == ["killing"]
    for led in ("sparked protests", "drew condemnation"):
        [(name, *_)] = told(f"The killing of Ana Mora by rebels in Loja on Monday {led}.", "en")
        assert name == "killing", led


def test_what_is_said_of_a_verb_of_saying_still_describes_its_noun() -> None:
    [(name, _, claims, _)] = told("Police said a bomb planted in a car exploded in Loja on Monday.", "en")
    assert (name, ("instrument", "bomb") in claims) == ("explosive_device", True)
    [(name, _, claims, _)] = told("Officials confirmed two men killed in the raid in Loja were rebels.", "en")
    assert ("perpetrator", "officials") not in claims


@pytest.mark.parametrize(
    "who",
    [
        "Three clerks, identified as Ana Mora, Luis Paz and Juan Vera,",
        "Three clerks of the bank of Loja, Ana Mora, Luis Paz and Juan Vera,",
        "Three clerks - Ana Mora, Luis Paz and Juan Vera -",
        "Ana Mora, Luis Paz and Juan Vera",
    ],
)
def test_those_counted_are_called_by_their_names(who: str) -> None:
    [report] = read(f"{who} were shot dead in Cali on Monday.", "en")
    named = {claim.value for claim in report.claims if claim.field == "victim"}
    assert (named, report.title) == ({"Ana Mora", "Luis Paz", "Juan Vera"}, "Ana Mora and 2 others killed in Cali")
    [report] = read("Two guards and two civilians were shot dead in Cali on Monday.", "en")
    assert report.title == "Two guards and two civilians killed in Cali"


def test_a_campaign_rally_is_no_protest_nor_is_one_that_somebody_leaves() -> None:
    for scene in (
        "as he left a campaign rally in Quito",
        "at an election rally in Quito",
        "as he left a rally in Quito",
    ):
        assert [name for name, *_ in told(f"Luis Paz was shot dead on Monday {scene}.", "en")] == ["killing"]
    [(name, *_)] = told("Opposition supporters held a rally in Quito on Monday.", "en")
    assert name == "peaceful_protest"
