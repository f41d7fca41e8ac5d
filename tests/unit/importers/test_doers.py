"""Who did it, by the constructions in which news tells it, each beside one in which somebody else did."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def reports(text: str) -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    return [report for report in extract(article, find(text, "en")) if not report.candidate]


def doers(text: str) -> set[str]:
    told = (claim for report in reports(text) for claim in report.claims)
    return {claim.value for claim in told if claim.field == "perpetrator"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Three gunmen, police said, attacked a bus in Loja.", {"gunmen"}),
        ("The rebels, the army said on Friday, killed two nurses in Loja.", {"rebels"}),
        ("Two nurses died in Loja, police said, when rebels attacked a bus.", {"rebels"}),
    ],
)
def test_who_says_it_between_commas_did_not_do_it(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Residents watched helplessly as masked men attacked a police station in Loja.", {"masked men"}),
        ("The crowd cheered as rioters burned two shops in Loja.", {"rioters"}),
        ("Men dressed as soldiers attacked a bus in Loja.", {"Men"}),
    ],
)
def test_who_looks_on_as_others_do_it_did_not_do_it(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A bomb attack on a police station that killed two people was blamed on the rebels.", {"rebels"}),
        ("An ambush on an army convoy in Loja that killed four soldiers was blamed on rebels.", {"rebels"}),
        ("The murder of a man that killed two girls in May shocked Loja.", {"man"}),
        ("A gang that killed two judges fled to Loja.", {"gang"}),
    ],
)
def test_the_attack_killed_not_what_was_attacked(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A judge was stabbed to death in Loja by what police described as angry villagers.", {"angry villagers"}),
        ("Two men were killed by what appeared to be soldiers in Loja.", {"soldiers"}),
        ("Two nurses were kidnapped in Loja by what witnesses said were rebels.", {"rebels"}),
        ("The mayor was shocked by what happened to the judge, who was murdered in Loja.", set()),
        ("A judge was shot dead in Loja by men believed to be soldiers.", {"men", "soldiers"}),
        ("A judge was shot dead in Loja by men believed to be armed.", {"men"}),
    ],
)
def test_what_they_are_taken_for_tells_who_they_are(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The soldiers' murder of the bishop shocked Loja.", {"soldiers"}),
        ("The bishop's murder by soldiers shocked Loja.", {"soldiers"}),
        ("The bishop's murder shocked Loja.", set()),
    ],
)
def test_a_murder_of_somebody_is_its_owners(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police suspect the Crips of gunning down a farmer in Loja.", {"Crips"}),
        ("Masked youths are suspected of stabbing a farmer in Loja.", {"Masked youths"}),
        ("The rebels are said to have stabbed a teacher in Loja.", {"rebels"}),
        ("The drug gang claimed to have killed two judges in Loja.", {"drug gang"}),
        ("Rebels helped kill a judge in Loja.", {"Rebels"}),
        ("Witnesses saw two gunmen kill the judge in Loja.", {"gunmen"}),
        ("Residents said they saw soldiers shoot dead a judge in Loja.", {"soldiers"}),
        ("Soldiers would have liked to kill the judge in Loja.", set()),
        ("Two men were wounded in shooting at a bar in Loja.", set()),
        ("The police saw the attack on a bus in Loja.", set()),
    ],
)
def test_what_somebody_is_suspected_of_or_seen_to_do_was_done(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Two nurses were killed without warning by an angry mob in Loja.", {"angry mob"}),
        ("A student was shot in cold blood by soldiers in Loja.", {"soldiers"}),
        ("A student was shot without warning in a bar guarded by soldiers in Loja.", set()),
    ],
)
def test_how_it_was_done_does_not_part_a_deed_from_its_doer(text: str, who: set[str]) -> None:
    assert doers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("White supremacists attacked a church in Loja.", {"White supremacists"}),
        ("A judge was shot dead by remnants of the militia in Loja.", {"remnants of the militia"}),
        ("Two nurses were beaten by football fans in Loja.", {"football fans"}),
        ("Two remnants of a wall fell and killed a nurse in Loja.", set()),
    ],
)
def test_more_kinds_of_people_who_attack_are_known(text: str, who: set[str]) -> None:
    assert doers(text) == who
