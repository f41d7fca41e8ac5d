"""What points back to a deed means that one, and what is told beside a deed is another."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article


def told(text: str, language: str = "en") -> list[list[str]]:
    """The words of each happening's mentions, the happenings in the order of the text."""
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    happenings: dict[int, list[str]] = {}
    for report in extract(article, find(text, language)):
        words = text[report.trigger_start : report.trigger_end].lower()
        happenings.setdefault(report.cluster, []).append(words)
    return list(happenings.values())


@pytest.mark.parametrize(
    ("text", "language", "deeds"),
    [
        (
            (
                "A bomb exploded at a bank in Lima on Friday, killing two. Another explosion occurred at a church in "
                "the same city. Three cars were damaged by this explosion."
            ),
            "en",
            [["exploded"], ["explosion", "explosion"]],
        ),
        (
            (
                "Una bomba estalló en un banco de Lima el viernes y mató a dos personas. Otra explosión ocurrió en una "
                "iglesia de la misma ciudad. Tres carros quedaron dañados por esta explosión."
            ),
            "es",
            [["estalló"], ["explosión", "explosión"]],
        ),
        (
            (
                "A bomb exploded at a bank in Lima on Friday, killing two. The bank was closed. The blast was heard "
                "far away."
            ),
            "en",
            [["exploded", "blast"]],
        ),
    ],
)
def test_this_blast_is_the_one_told_just_before(text: str, language: str, deeds: list[list[str]]) -> None:
    assert told(text, language) == deeds


@pytest.mark.parametrize(
    ("between", "deeds"),
    [
        ("She investigates the deaths of the reporters Luis Paz and Juan Rojas.", [["shot", "attack"], ["deaths"]]),
        ("A bomb killed the reporters Luis Paz and Juan Rojas.", [["shot"], ["killed", "fled", "attack"]]),
    ],
)
def test_the_attack_is_one_that_is_told_as_news(between: str, deeds: list[list[str]]) -> None:
    assert told(f"Judge Ana Mora was shot in Lima on Friday. {between} The gunmen fled after the attack.") == deeds


def test_those_killed_over_the_years_did_not_die_in_the_clash_told_before() -> None:
    clash = "Two factions of the Popular Front clashed in Neiva on Monday."
    assert told(f"{clash} The group has caused the death of 20,000 people since 1980.")[0] == ["clashed"]
    assert told(f"{clash} The death of three people was reported later.") == [["clashed", "death"]]


def test_a_blast_in_a_part_of_the_city_is_that_told_of_the_city() -> None:
    text = "A bomb exploded in a restaurant in Lima on Friday. {} broke windows in Miraflores."
    assert len(told(text.format("The blast"))) == 1
    assert len(told(text.format("A second blast"))) == 2


@pytest.mark.parametrize(
    ("text", "language", "deeds"),
    [
        ("Two people were murdered last night, and various bombs exploded.", "en", 2),
        ("Dos personas fueron asesinadas anoche y varias bombas estallaron.", "es", 2),
        ("Various bombs exploded last night, and two people were killed.", "en", 1),
        ("Two people were killed last night when a bomb exploded.", "en", 1),
        ("Two people died last night and the bomb exploded at once.", "en", 1),
        ("As a result of the raid, an old man was killed and several houses were destroyed.", "en", 1),
        ("An old man was killed by rebels and several houses were destroyed.", "en", 2),
    ],
)
def test_what_goes_off_behind_word_of_a_murder_did_not_do_it(text: str, language: str, deeds: int) -> None:
    assert len(told(text, language)) == deeds


@pytest.mark.parametrize(
    ("text", "language", "deeds"),
    [
        ("In another attack, men opened fire on the offices of a paper.", "en", [["attacked"], ["opened"]]),
        ("In the attack, men opened fire on the guards.", "en", [["attacked", "attack", "opened"]]),
        ("In addition, a car was destroyed by a dynamite charge.", "en", [["attacked"], ["destroyed", "dynamite"]]),
        ("In addition, a car was destroyed.", "en", [["attacked", "destroyed"]]),
        ("The attack came a week after an attack on a school.", "en", [["attacked", "attack"], ["attack"]]),
        ("Guards were posted after an attack on a bank.", "en", [["attacked", "attack"]]),
    ],
)
def test_one_more_deed_is_told_as_one(text: str, language: str, deeds: list[list[str]]) -> None:
    assert told(f"Gunmen attacked a bank in Lima on Friday. {text}", language) == deeds


def test_what_was_thrown_and_failed_to_go_off_is_one_attempt() -> None:
    assert told("A device thrown at a school in Lima failed to go off.") == [["thrown"]]
    assert told("Un artefacto lanzado contra una escuela de Lima no estalló.", "es") == [["lanzado"]]
    assert len(told("A device thrown at a school in Lima failed to go off. Another bomb exploded at a bank.")) == 2


def test_who_was_hurt_in_attacks_in_which_others_died_was_hurt_there() -> None:
    text = "There were attacks in Lima, in which Luis Paz was killed and {}."
    assert len(told(text.format("Ana Mora was wounded"))) == 1
    assert len(told(text.format("police arrested two men"))) == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A soldier was killed and two wounded when rebels attacked a post in Loja on Friday.", "en"),
        ("A soldier was killed and two were wounded when rebels attacked a post in Loja on Friday.", "en"),
        ("Dos personas fueron asesinadas y seis heridas cuando sicarios dispararon contra un bar en Loja.", "es"),
    ],
)
def test_who_was_killed_and_who_was_hurt_when_rebels_attacked_were_so_in_one_attack(text: str, language: str) -> None:
    assert len(told(text, language)) == 1
    assert len(told("A soldier was killed in Quito. Two were wounded when rebels attacked a post in Loja.")) == 2


def test_what_a_raid_took_place_after_is_no_part_of_it() -> None:
    text = "Troops raided a university in Lima. The raid took place after rebels {}."
    assert told(text.format("attacked a bank")) == [["raided", "raid"], ["attacked"]]
    assert len(told("A clash broke out in Lima after rebels attacked a post.")) == 1


def test_one_person_is_taken_once_wherever_he_was_on_his_way_to() -> None:
    text = "Father Luis Paz was kidnapped in Cali on 3 May 1990. A colleague said Paz disappeared on his way to Buga{}."
    assert told(text.format("")) == [["kidnapped", "disappeared"]]
    assert len(told(text.format(" on 6 June 1987"))) == 2


def test_the_killing_of_somebody_is_that_in_which_he_died() -> None:
    text = (
        "Gunmen killed a prosecutor in Loja on 3 May 1990. The prosecutor had survived an attack in March 1989 in "
        "which his driver died. Police arrested two men for the killing of the {}."
    )
    assert told(text.format("prosecutor"))[0] == ["killed", "killing"]
    assert told(text.format("driver"))[0] == ["killed"]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Gunmen killed a judge suspected of a bombing in Cali.", [["killed"], ["bombing"]]),
        ("Soldiers killed a leader of the dissidents blamed for a car bomb.", [["killed"], ["car"]]),
        ("Guards shot a man who attacked a nurse.", [["shot"], ["attacked"]]),
        ("Two men were killed in an attack by rebels on a school.", [["killed"]]),
        ("Soldiers killed three rebels who attacked a patrol.", [["killed"]]),
    ],
)
def test_who_is_killed_for_a_deed_he_did_was_not_killed_in_it(text: str, deeds: list[list[str]]) -> None:
    assert told(text) == deeds
