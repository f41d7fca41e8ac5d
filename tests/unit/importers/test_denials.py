"""Those who are said to have done it deny it, or blame each other: who did it is disputed."""

import pytest

from store.records.event import ACCUSED, Event
from store.records.report import Report
from tests.unit.importers.test_several_articles import WEDNESDAY, events, source


def deed(text: str, language: str = "en") -> Event:
    """The event that is no denial; weak finds aside."""
    [found] = [event for event in events(text, language=language) if event.sub_event_type != "denial"]
    return found


def doers(event: Event) -> set[str]:
    return {actor.name for actor in event.actors if actor.role == ACCUSED}


def reports(text: str) -> tuple[Report, ...]:
    return source(1, text, WEDNESDAY, "en").reports


KANO = "A bomb exploded at a market in Kano on Monday, killing five people. Police blamed Boko Haram for the attack. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (KANO + "The group denied any involvement.", "en"),
        (KANO + "Boko Haram denied responsibility for the bombing.", "en"),
        (KANO + "A spokesman said Boko Haram had nothing to do with it.", "en"),
        ("Soldiers killed 12 villagers near Kaya on Friday, a priest said. The army denied any role.", "en"),
        ("A strike by the army hit a clinic in Gondar on Monday. The army denied having bombed a clinic.", "en"),
        ("Rebels burned a school in Dori on Friday, officials said. The rebels denied burning the school.", "en"),
        ("El ELN quemó dos buses en Buga el lunes. El ELN negó su participación.", "es"),
        ("El ELN quemó dos buses en Buga el lunes. El ELN negó ser el autor del ataque.", "es"),
    ],
)
def test_who_denies_that_he_did_it_disputes_that_and_not_the_deed(text: str, language: str) -> None:
    event = deed(text, language)
    assert (event.disputed, event.factuality) == ((ACCUSED,), "happened")


@pytest.mark.parametrize(
    "behind",
    [
        "The mayor denied any involvement in corruption.",
        "The army denied reports that it had closed the road.",
        "The army denied that it had lost a tank.",
        "Boko Haram did not deny it.",
        "No group has claimed responsibility.",
    ],
)
def test_what_else_is_denied_disputes_nothing(behind: str) -> None:
    assert not any(event.disputed for event in events(KANO + behind))


def test_the_denial_is_told_in_the_words_of_who_denies() -> None:
    [denial] = [
        report for report in reports(KANO + "The group denied any involvement.") if report.factuality == "denied"
    ]
    assert (denial.attributed_to, denial.trigger) == ("group [Boko Haram]", "denied")
    assert [claim.value for claim in denial.claims if claim.field == ACCUSED] == ["group [Boko Haram]"]


BOTH, AMBOS = {"army", "rebels"}, {"ejército", "guerrilla"}


@pytest.mark.parametrize(
    ("text", "language", "sides"),
    [
        ("A pilot was shot dead in Loja on Monday. The army and the rebels blamed each other.", "en", BOTH),
        ("A man died in Loja on Monday. The army and the rebels blamed each other for the killing.", "en", BOTH),
        ("The army and the rebels accused each other of shelling a village in Arauca on Monday.", "en", BOTH),
        ("Dos murieron en Tame. El ejército y la guerrilla se culparon mutuamente por el ataque.", "es", AMBOS),
    ],
)
def test_of_two_who_blame_each_other_each_says_it_of_the_other(text: str, language: str, sides: set[str]) -> None:
    event = deed(text, language)
    assert (event.disputed, doers(event)) == ((ACCUSED,), sides)


def test_who_attack_each_other_dispute_nothing() -> None:
    assert not deed("The army and the rebels attacked each other near Kaya on Monday; six soldiers died.").disputed


def test_shelling_by_somebody_is_his_deed_without_an_article_as_well() -> None:
    for text in (
        "Shelling by soldiers killed two clerks in Loja.",
        "He said that shelling by soldiers killed two clerks.",
    ):
        told = [claim.value for report in reports(text) for claim in report.claims if claim.field == ACCUSED]
        assert told == ["soldiers"], text
    assert not any(event.disputed for event in events("They fired at a car in Loja, killing by mistake two clerks."))
