"""Several articles, as they are read, on one happening or on two that are alike."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from importers.linking.corpus import build
from importers.run import analyse
from store.records.article import Article
from store.records.event import Event
from store.records.linking import CorpusSource
from store.records.published import Published
from store.records.source import Source

WEDNESDAY = date(2026, 5, 13)


def source(number: int, text: str, published: date, language: str) -> CorpusSource:
    data = text.encode()
    article = Article("a.txt", hashlib.sha256(data).hexdigest(), len(data), "text", "utf-8", text, language=language)
    read = analyse(article)
    reports = tuple(replace(report, id=1000 * number + at, source_id=number) for at, report in enumerate(read.reports))
    fixed = Published(published, published, f"{published}", "user", "stated")
    return CorpusSource(Source(number, article), read.expressions, reports, read.bounds, read.signature, fixed)


def events(*texts: str, days: Sequence[date] = (), language: str = "en") -> list[Event]:
    """The events of articles, all of Wednesday unless their ``days`` are given, weak finds aside."""
    days = days or [WEDNESDAY] * len(texts)
    told = [source(number, text, day, language) for number, (text, day) in enumerate(zip(texts, days, strict=True), 1)]
    return [draft.event for draft in build(told).drafts if not draft.event.candidate]


def articles(found: Sequence[Event], kind: str) -> list[int]:
    """In how many articles each event of a kind is told, the fewest first."""
    return sorted(event.num_articles for event in found if event.sub_event_type == kind)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("soldiers", "policemen", [1, 1]),
        ("soldiers", "soldiers", [2]),
        ("soldiers", "people", [2]),
    ],
)
def test_dead_of_another_force_are_not_those_dead(one: str, other: str, told: list[int]) -> None:
    first = f"Two {one} were killed in Loja, Ecuador, on Monday when a roadside bomb exploded beside a truck."
    second = f"Two {other} were killed in Loja, Ecuador, on Tuesday as a roadside bomb exploded beside a truck."
    assert articles(events(first, second), "explosive_device") == told


@pytest.mark.parametrize(
    ("victim", "told"),
    [("banker Rosa Vera Mora", [2]), ("banker Elena Paz Luna", [1, 1])],
)
def test_one_person_is_taken_once_wherever_it_is_said_to_have_been(victim: str, told: list[int]) -> None:
    first = "Gunmen kidnapped banker Rosa Vera Mora in Loja, Ecuador, on Tuesday."
    second = f"The {victim} was kidnapped in Machala, Ecuador, on Tuesday, her family said."
    assert articles(events(first, second), "abduction") == told


def test_a_place_that_the_telling_has_stayed_in_contradicts_nobody() -> None:
    first = "Gunmen kidnapped banker Rosa Vera Mora in Loja, Ecuador, on Tuesday."
    second = (
        "Police arrested two men in Machala, Ecuador, on Wednesday, officials said. "
        "The banker Rosa Vera Mora was kidnapped on Tuesday."
    )
    [taken] = [event for event in events(first, second) if event.sub_event_type == "abduction"]
    assert (taken.num_articles, taken.place.location, taken.disputed) == (2, "Loja", ())
    third = second.replace("was kidnapped", "was kidnapped in Machala")
    [taken] = [event for event in events(first, third) if event.sub_event_type == "abduction"]
    assert taken.disputed == ("place",)


@pytest.mark.parametrize(("site", "told"), [("fuel depot", [2]), ("court", [1, 1])])
def test_a_deed_recalled_without_a_day_is_the_one_at_that_site(site: str, told: list[int]) -> None:
    first = "Drones struck a fuel depot in Loja, Ecuador, on Tuesday. Two workers were hurt."
    second = f"Firemen left Loja, Ecuador, on Wednesday. They had come when drones hit the {site} in Loja."
    assert articles(events(first, second), "air_strike") == told


def test_what_came_days_after_a_deed_dates_it_by_its_own_day() -> None:
    text = (
        "Two soldiers were killed on Tuesday when a bomb exploded in Loja, Ecuador. "
        "The attack came three days after gunmen burned a school in Machala."
    )
    fire = next(event for event in events(text) if event.sub_event_type == "arson")
    assert fire.when.start == fire.when.end == date(2026, 5, 9)
    undated = text.replace(" on Tuesday", "")
    fire = next(event for event in events(undated) if event.sub_event_type == "arson")
    assert not fire.when.dated


SENATOR = "Gunmen shot dead Senator Luis Mora Vega on Tuesday at a rally in Catamayo, Ecuador."


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("Senator Luis Mora Vega was attacked by gunmen in Loja, Ecuador, on Tuesday and rushed to hospital.", [2]),
        ("Senator Luis Mora Vega was attacked by gunmen in Loja, Ecuador, on April 14 and rushed to hospital.", [1, 1]),
        ("Senator Elena Paz Luna was attacked by gunmen in Loja, Ecuador, on Tuesday and rushed to hospital.", [1, 1]),
        ("Peru's president flew home to Lima. He mourned Senator Luis Mora Vega, who was murdered on Tuesday.", [2]),
        ("Senator Luis Mora Vega was shot dead in Cali, Colombia, on Tuesday.", [1, 1]),
    ],
)
def test_what_befell_a_named_person_once_is_one_event_wherever_it_is_told_to_have_been(other, told) -> None:
    found = events(SENATOR, other)
    assert sorted(event.num_articles for event in found) == told


@pytest.mark.parametrize(("name", "told"), [("Luis Mora Vega", [2]), ("Elena Paz Luna", [1, 1])])
def test_one_told_of_among_others_dead_is_told_of_and_not_counted_with_them(name: str, told: list[int]) -> None:
    toll = f"Three politicians, among them Senator {name}, have been assassinated in Ecuador since January."
    found = events(SENATOR, toll)
    assert articles(found, "assassination") == told
    alone = next(event for event in found if event.place.location == "Catamayo")
    assert alone.figures["killed"].best == 1
    assert not alone.disputed


MAYOR = "Mayor Luis Mora Vega was shot dead on Tuesday in Loja, Ecuador. "


@pytest.mark.parametrize(
    ("behind", "language", "killed"),
    [
        ("His driver, Raul Paz, also died in the attack.", "en", [2]),
        ("The attack also killed his driver, Raul Paz.", "en", [2]),
        ("His driver, Raul Paz, was also killed.", "en", [2]),
        ("The murder of Raul Paz, a driver, is still unsolved.", "en", [1, 1]),
        ("Mora, 45, died at the scene.", "en", [1]),
        ("This murder was the answer to the killing of banker Raul Paz.", "en", [1, 1]),
        ("En el ataque también murió su chofer, Raúl Paz.", "es", [2]),
    ],
)
def test_who_died_in_the_attack_as_well_is_one_more_of_its_dead(behind: str, language: str, killed: list[int]) -> None:
    told = MAYOR if language == "en" else "El alcalde Luis Mora Vega fue asesinado el martes en Loja, Ecuador. "
    assert [event.figures["killed"].best for event in events(told + behind, language=language)] == killed


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The army denied it and accused rebels of shelling the market.", 1),
        ("Police said rebels shelled the market on Thursday.", 2),
        ("The army accused rebels of shelling a hospital.", 2),
    ],
)
def test_what_the_accused_call_shelling_is_the_drone_strike_that_others_tell_of(said: str, told: int) -> None:
    strike = "A drone strike on a market in Kutum, Sudan, killed 35 people on Tuesday, doctors said. "
    found = [event for event in events(strike + said) if event.sub_event_type in {"air_strike", "shelling"}]
    assert len(found) == told
