"""Did it happen: what is threatened, meant, played or said in general, each kind beside what took place."""

from datetime import date

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article, DateCandidate


def stances(text: str, language: str = "en") -> set[tuple[str, str]]:
    """Type and factuality of all that the program is sure of, and of what it only keeps as a candidate."""
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return {(report.sub_event_type, report.factuality) for report in extract(article, find(text, language))}


@pytest.mark.parametrize(
    ("text", "language", "factuality"),
    [
        ("Reuters could not verify the claim that rebels had killed 12 monks in Goma.", "en", "possible"),
        ("The mayor could not confirm that 12 monks were killed in Goma.", "en", "possible"),
        ("Police are looking into reports that a monk was shot in Leeds.", "en", "possible"),
        ("Police confirmed reports that a monk was shot in Leeds.", "en", "happened"),
        ("Rumours that the mayor had been kidnapped in Cali turned out to be false.", "en", "denied"),
        ("Claims that rebels killed 12 monks in Goma were not false.", "en", "happened"),
        ("Reuters no pudo verificar la afirmación de que los rebeldes mataron a 12 monjes en Goma.", "es", "possible"),
        ("La policía investiga denuncias de que un monje fue baleado en Lima.", "es", "possible"),
        ("Los rumores de que una bomba había explotado en Lima resultaron falsos.", "es", "denied"),
        ("La policía confirmó la denuncia de que un monje fue baleado en Lima.", "es", "happened"),
    ],
)
def test_what_nobody_could_verify_is_possible_and_what_was_false_denied(
    text: str, language: str, factuality: str
) -> None:
    assert {told for _, told in stances(text, language)} == {factuality}


@pytest.mark.parametrize(
    ("language", "unreal", "real", "kind"),
    [
        ("en", "An attack on a bank in Loja was threatened.", "An attack on a bank in Loja was reported.", "attack"),
        ("en", "An attack on a bank in Loja is feared.", "The attack on a bank in Loja was feared.", "attack"),
        ("en", "Police warned of an attack on a bank.", "Police warned of the attack on a bank.", "attack"),
        ("en", "Police warn of an attack on a bank.", "Police film an attack on a bank.", "attack"),
        ("en", "The town is bracing for an attack on a bank.", "The town mourns for an attack on a bank.", "attack"),
        (
            "en",
            "A man was saved from being lynched in Loja.",
            "A man fled after being lynched in Loja.",
            "mob_violence",
        ),
        ("en", "Monks are prohibited from killing nuns.", "Monks are suspected of killing nuns.", "killing"),
        ("en", "He talked about killing the mayor.", "He fled after killing the mayor.", "killing"),
        ("en", "She spoke of the need for killing the mayor.", "She answers for killing the mayor.", "killing"),
        ("en", "They rallied before the bomb explodes.", "They left before the bomb exploded.", "explosive_device"),
        ("en", "They will wait until the nuns are freed.", "They waited until the nuns were freed.", "hostage_release"),
        ("en", "A thief was nearly lynched in Loja.", "Nearly ten were lynched in Loja.", "mob_violence"),
        (
            "en",
            "Their inability to free the nuns is clear.",
            "Their wish was clear: they freed the nuns.",
            "hostage_release",
        ),
        ("es", "Una turba casi lincha a un ladrón.", "Una turba linchó a casi diez ladrones.", "mob_violence"),
        ("es", "Amenazó con un atentado en Loja.", "Informó de un atentado en Loja.", "attack"),
        ("es", "La policía advirtió de un ataque a un banco.", "La policía sufrió un ataque en un banco.", "attack"),
        # Who did not hesitate to do it did it; who is sought for a deed is sought for one that was done.
        (
            "en",
            "The gunman hesitated to shoot a judge in Loja.",
            "The gunman did not hesitate to shoot a judge in Loja.",
            "attack",
        ),
        ("es", "El sicario dudó en matar a un juez.", "El sicario no dudó en matar a un juez.", "killing"),
        ("es", "El juez temía morir en Loja.", "El juez baleado en Loja tardó en morir.", "killing"),
        ("es", "La banda busca el asesinato de un juez.", "Lo buscan por el asesinato de un juez.", "killing"),
        # A particle is the verb's own, marks may stand before a participle, and "no" before the noun.
        ("en", "The army will carry out a raid on a bank.", "The army carried out a raid on a bank.", "attack"),
        ("en", "Police ruled out an attack on a bank.", "Police looked into an attack on a bank.", "attack"),
        ("en", "The nun will be “arrested” in Loja.", "The nun was “arrested” in Loja.", "arrest"),
        ("es", "La monja será «detenida» en Loja.", "La monja fue «detenida» en Loja.", "arrest"),
        ("en", "The nun suffered no injuries in Loja.", "The nun suffered serious injuries in Loja.", "attack"),
        ("en", "They spoke of the danger of his being shot.", "They spoke of the guard being shot.", "attack"),
        (
            "en",
            "A man who was about to kidnap a nun fled.",
            "A man who was able to kidnap a nun fled.",
            "abduction",
        ),
        ("es", "Los rebeldes estaban por atacar Zaruma.", "Están presos por atacar Zaruma.", "attack"),
        (
            "en",
            "They postponed signing a peace agreement.",
            "They finished by signing a peace agreement.",
            "agreement",
        ),
        ("en", "They must go on talking by freeing the nuns.", "They went on by freeing the nuns.", "hostage_release"),
        ("es", "Habló de la necesidad de matar al alcalde.", "Confesó haber matado al alcalde.", "killing"),
    ],
)
def test_what_is_threatened_meant_or_awaited_did_not_happen(language: str, unreal: str, real: str, kind: str) -> None:
    assert not {(kind, "happened"), (kind, "background")} & stances(unreal, language)
    assert {(kind, "happened"), (kind, "background")} & stances(real, language)


@pytest.mark.parametrize(
    ("text", "kind", "factuality"),
    [
        (
            "They sent word to the mayors, demanding that the hostages be released in Loja on Friday.",
            "hostage_release",
            "planned",
        ),
        (
            "They sent word to the mayors, saying that the hostages were released in Loja on Friday.",
            "hostage_release",
            "happened",
        ),
        ("The bishop demanded that the rebels release the hostages in Loja on Friday.", "hostage_release", "planned"),
        (
            "The bishop hoped that the rebels had released the hostages in Loja on Friday.",
            "hostage_release",
            "happened",
        ),
        ("The bishop demanded Ana Mora be released in Loja on Friday.", "hostage_release", "planned"),
        ("The party demanded a ban on the group and arrest of its leaders on Friday.", "arrest", "planned"),
        ("The party deplored a ban on the group and the arrest of its leaders on Friday.", "arrest", "happened"),
        ("Ana Mora had, the bishop said, been released in Loja on Friday.", "hostage_release", "happened"),
        ("The state authorized the extradition of Ana Mora.", "prisoner_transfer", "planned"),
        ("The state regretted the extradition of Ana Mora.", "prisoner_transfer", "happened"),
        ("An attack on a bank in Loja is planned for Monday.", "attack", "planned"),
        ("An attack on a bank in Loja was aimed at the clerks.", "attack", "happened"),
    ],
)
def test_what_is_demanded_or_allowed_is_planned(text: str, kind: str, factuality: str) -> None:
    assert stances(text) == {(kind, factuality)}


@pytest.mark.parametrize(
    ("language", "text", "kind", "factuality"),
    [
        ("en", "The murder of Ana Mora in Loja was not an isolated case.", "killing", "happened"),
        ("en", "The attack on a bank in Loja was not claimed by anybody.", "attack", "happened"),
        ("en", "The attack on a bank in Loja may be the work of robbers.", "attack", "happened"),
        ("en", "The coup attempt on Friday in Loja is not an isolated event.", "coup_attempt", "happened"),
        ("en", "The attack on a bank in Loja did not take place.", "attack", "denied"),
        ("es", "El asesinato de Ana Mora en Loja no fue un hecho aislado.", "killing", "happened"),
        ("es", "El ataque a un banco en Loja no se produjo.", "attack", "denied"),
    ],
)
def test_what_is_named_as_known_took_place_whatever_it_is_not(
    language: str, text: str, kind: str, factuality: str
) -> None:
    assert (kind, factuality) in stances(text, language)


@pytest.mark.parametrize(
    ("language", "general", "told", "kind"),
    [
        ("en", "Murder is the order of the day in Loja.", "Murder was the talk of the day in Loja.", "killing"),
        (
            "en",
            "Every man who is extradited will be avenged.",
            "The man who is extradited is Luis.",
            "prisoner_transfer",
        ),
        (
            "en",
            "He offered a reward for information leading to the arrest of two killers.",
            "He acted on information leading to the arrest of two killers.",
            "arrest",
        ),
        (
            "en",
            "Whoever has information on the case that could lead to the arrest of two men should call.",
            "Information on the case that led to the arrest of two men came from a driver.",
            "arrest",
        ),
        (
            "es",
            "Ofrece dinero por información que permita la captura de dos asesinos.",
            "Una información permitió la captura de dos asesinos.",
            "arrest",
        ),
        ("en", "The army staged a mock attack on a bank.", "The army staged a major attack on a bank.", "attack"),
        ("en", "Soldiers rehearsed an attack on a bank.", "Soldiers repelled an attack on a bank.", "attack"),
        (
            "en",
            "He saw the decree as an attack on the bench.",
            "He saw the men before an attack on the bank.",
            "attack",
        ),
        ("es", "Calificó la ley como un ataque a la banca.", "Informó sobre un ataque a la banca.", "attack"),
        (
            "en",
            "It was part of a wave of attacks on banks in Loja.",
            "Rebels launched a wave of attacks on banks in Loja.",
            "attack",
        ),
        (
            "es",
            "Es parte de una ola de ataques a bancos en Loja.",
            "Lanzaron una ola de ataques a bancos en Loja.",
            "attack",
        ),
        ("es", "Ensayaron un ataque a un banco en Loja.", "Lanzaron un ataque a un banco en Loja.", "attack"),
    ],
)
def test_what_is_played_or_said_in_general_is_no_event(language: str, general: str, told: str, kind: str) -> None:
    assert kind not in dict(stances(general, language))
    assert kind in dict(stances(told, language))


@pytest.mark.parametrize(
    ("text", "kind", "factuality"),
    [
        ("Rebels called for a boycott of the elections of 19 March 1989.", "election", "planned"),
        ("Voters stayed away from the elections of 5 March 1989.", "election", "background"),
        ("Rebels burned three buses on 19 March 1989.", "arson", "happened"),
        ("The rebels had signed a truce on 19 March 1989.", "agreement", "happened"),
    ],
)
def test_what_a_noun_dates_after_the_article_is_planned(text: str, kind: str, factuality: str) -> None:
    published = DateCandidate("metadata", date(1989, 3, 12), date(1989, 3, 12), "1989-03-12", "front matter")
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en", candidates=(published,))
    assert (kind, factuality) in {(told.sub_event_type, told.factuality) for told in extract(article, find(text, "en"))}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The nun, who was killed in a plane crash in Loja on Friday, had a brother.", "accident"),
        ("Ana Mora was killed in an airplane accident in Loja on Friday.", "accident"),
        ("The nun, who was killed in a café in Loja on Friday, had a brother.", "killing"),
        ("The nurse was inaugurated as mayor in Loja on Friday.", "appointment_resignation"),
    ],
)
def test_who_dies_in_a_crash_was_killed_by_nobody(text: str, kind: str) -> None:
    assert {told for told, _ in stances(text)} == {kind}


def test_a_bridge_that_is_inaugurated_takes_no_office() -> None:
    assert not stances("The minister spoke at the inauguration of a bridge in Loja on Friday.")


@pytest.mark.parametrize(
    ("text", "language", "factuality"),
    [
        ("Rebels not only killed two guards but also burned a bus.", "en", "happened"),
        ("Rebels did not just kill two guards, they burned a bus.", "en", "happened"),
        ("Rebels didn't just kill two guards, they burned a bus.", "en", "happened"),
        ("Rebels did not kill two guards, they burned a bus.", "en", "denied"),
        ("Los rebeldes no solo mataron a dos guardias, sino que quemaron un bus.", "es", "happened"),
        ("Los rebeldes no mataron a dos guardias, sino que quemaron un bus.", "es", "denied"),
    ],
)
def test_not_only_denies_nothing(text: str, language: str, factuality: str) -> None:
    assert ("killing", factuality) in stances(text, language)
