"""What happens by nobody's hand: accidents, disasters, and explosions of which an article tells no bomb and no attack.

A title says no more than the article.
"""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def told(text: str, language: str) -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return [report for report in extract(article, find(text, language)) if not report.candidate]


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [
        ("A chemical plant exploded in Loja on Monday, killing six people.", "en", "Explosion, 6 killed in Loja"),
        ("Nine people died when a firework warehouse blew up in Loja.", "en", "Explosion, 9 killed in Loja"),
        ("An explosion at a coal mine in Loja killed two.", "en", "Explosion, 2 killed at coal mine, Loja"),
        ("A fuel truck exploded in Loja on Monday.", "en", "Explosion in Loja"),
        ("A blast shook Loja on Monday. A gas cylinder had exploded in a kitchen.", "en", "Explosion in Loja"),
        ("Rebels raided Macas. In Loja a gas leak caused an explosion on Monday.", "en", "Gas leak in Loja"),
        ("A ferry exploded in Loja on Monday, killing 20 people.", "en", "Explosion, 20 killed in Loja"),
        ("A house exploded in Loja on Monday, leaving two dead.", "en", "Explosion, 2 killed in Loja"),
        ("Una caldera explotó en Loja el lunes y mató a dos obreros.", "es", "Explosión, 2 muertos en Loja"),
        ("Una fuga de gas provocó una explosión en Loja el lunes.", "es", "Fuga de gas en Loja"),
        ("Un camión cisterna estalló en Loja el lunes; 20 personas murieron.", "es", "Explosión, 20 muertos en Loja"),
    ],
)
def test_what_blows_up_by_itself_is_an_accident(text: str, language: str, title: str) -> None:
    (found,) = {(one.sub_event_type, one.title) for one in told(text, language) if one.place.location == "Loja"}
    assert found == ("accident", title)


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [
        ("A bomb exploded at a chemical plant in Loja.", "en", "Bomb attack at chemical plant, Loja"),
        ("An explosion at a refinery in Loja was blamed on the ELN.", "en", "Bomb attack at refinery, Loja"),
        ("An explosion hit a pipeline in Loja. The rebels of the ELN roam there.", "en", "Explosion at pipeline, Loja"),
        (
            "A gas cylinder exploded under a bridge in Loja. The attackers fled.",
            "en",
            "Bomb attack under a bridge, Loja",
        ),
        ("A blast killed two people in Loja on Monday.", "en", "Explosion, 2 killed in Loja"),
        ("A mine exploded in Loja on Monday, killing two soldiers.", "en", "Explosion, 2 killed in Loja"),
        ("Una explosión dejó dos heridos en Loja el lunes.", "es", "Explosión, 2 heridos en Loja"),
        ("Una bomba estalló en una fábrica de Loja.", "es", "Ataque con explosivos en fábrica de Loja"),
        ("Un oleoducto explotó en Loja. Los guerrilleros rondan la zona.", "es", "Explosión en Loja"),
    ],
)
def test_no_other_explosion_is_an_accident(text: str, language: str, title: str) -> None:
    found = told(text, language)[0]
    assert (found.sub_event_type, found.title) == ("explosive_device", title)


def test_whom_a_mishap_befell_are_its_victims() -> None:
    (found,) = told("An explosion at a fireworks factory in Loja killed nine workers on Monday.", "en")
    claims = {(claim.field, claim.value) for claim in found.claims}
    assert {("victim", "workers"), ("killed", "9")} <= claims
    assert not {"target", "instrument", "devices", "actor2"} & {field for field, _ in claims}


@pytest.mark.parametrize(
    ("text", "language", "kind", "title"),
    [
        ("Four people suffered food poisoning in Loja.", "en", "accident", "Food poisoning in Loja"),
        ("Fifty people died of alcohol poisoning in Loja.", "en", "accident", "Alcohol poisoning, 50 killed in Loja"),
        ("A gas leak killed ten people in Loja.", "en", "accident", "Gas leak, 10 killed in Loja"),
        ("A fire at a factory killed eight in Loja.", "en", "accident", "Fire, 8 killed at factory, Loja"),
        ("A fire destroyed a market in Loja.", "en", "accident", "Fire at market, Loja"),
        ("A man died in Loja after his car lost control.", "en", "accident", "Accident, 1 killed in Loja"),
        ("A bus fell into a ravine in Loja, killing 20 people.", "en", "accident", "Accident, 20 killed in Loja"),
        ("A tanker was struck by a freighter off Loja.", "en", "accident", "Accident in Loja"),
        ("A pedestrian was hit by a car in Loja.", "en", "accident", "Accident in Loja"),
        ("Twelve migrants drowned in Loja.", "en", "accident", "Accident, 12 killed in Loja"),
        (
            "A volcano erupted in Loja, injuring nine.",
            "en",
            "natural_disaster",
            "Natural disaster, 9 injured at volcano, Loja",
        ),
        ("An earthquake killed two in Loja.", "en", "natural_disaster", "Earthquake, 2 killed in Loja"),
        ("Una fuga de gas mató a diez personas en Loja.", "es", "accident", "Fuga de gas, 10 muertos en Loja"),
        ("Un hombre murió en Loja cuando su auto perdió el control.", "es", "accident", "Accidente, un muerto en Loja"),
        ("La volcadura de un bus dejó 20 heridos en Loja.", "es", "accident", "Volcadura, 20 heridos en Loja"),
        ("Un barco encalló en Loja.", "es", "accident", "Accidente en Loja"),
        ("Una estampida dejó 20 muertos en Loja.", "es", "accident", "Estampida, 20 muertos en Loja"),
        ("Doce personas murieron intoxicadas en Loja.", "es", "accident", "Accidente, 12 muertos en Loja"),
    ],
)
def test_what_befalls_people_by_nobodys_hand_is_no_attack(text: str, language: str, kind: str, title: str) -> None:
    (found,) = {(one.sub_event_type, one.title) for one in told(text, language)}
    assert found == (kind, title)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The soldiers' fire hit a bus in Loja on Monday, and the rebels fled.", "en"),
        ("The mayor came under fire from critics in Loja on Monday.", "en"),
        ("Violence erupted in Loja on Monday.", "en"),
        ("The documents leaked in Loja on Monday.", "en"),
        ("The president lost control of his party in Loja on Monday.", "en"),
        ("Police drowned a protester in Loja on Monday.", "en"),
        ("A cholera outbreak killed 20 people in Loja.", "en"),
        ("Un brote de cólera mató a 20 personas en Loja.", "es"),
        ("Los soldados perdieron el control de la ciudad de Loja el lunes.", "es"),
    ],
)
def test_what_only_sounds_like_an_accident_is_none(text: str, language: str) -> None:
    assert not {one.sub_event_type for one in told(text, language)} & {"accident", "natural_disaster"}


@pytest.mark.parametrize(
    ("text", "language", "killed"),
    [
        ("A bomb killed or wounded 26 people in Loja on Monday.", "en", "up to 26"),
        ("A bomb killed and wounded 26 people in Loja on Monday.", "en", "26"),
        ("Twelve clerks were killed or wounded in a blast in Loja on Monday.", "en", "up to 12"),
        ("Doce civiles murieron o resultaron heridos en un atentado en Loja.", "es", "up to 12"),
    ],
)
def test_of_those_killed_or_wounded_nobody_says_how_many_died(text: str, language: str, killed: str) -> None:
    found = told(text, language)[0]
    assert {claim.value for claim in found.claims if claim.field == "killed"} == {killed}
    assert killed == "26" or not {"12", "26", "Twelve", "Doce"} & set(found.title.replace(",", "").split())


@pytest.mark.parametrize(
    ("text", "doers", "targets"),
    [
        ("Saudi fighter jets hit a bridge in Loja on Monday.", {"Saudi Arabia"}, {"bridge"}),
        ("Unidentified fighter jets hit a bridge in Loja on Monday.", set(), {"bridge"}),
        ("A suicide bomber on a motorcycle set off a blast near the embassy in Loja.", {"suicide bomber"}, {"embassy"}),
    ],
)
def test_a_craft_is_nobody_and_what_he_came_on_is_no_target(text: str, doers: set[str], targets: set[str]) -> None:
    claims = [claim for report in told(text, "en") for claim in report.claims]
    assert {claim.value for claim in claims if claim.field == "perpetrator"} <= doers
    assert {claim.value for claim in claims if claim.field == "target"} == targets
