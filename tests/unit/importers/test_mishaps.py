"""Explosions by nobody's hand are accidents; those of bombs, or of which an article that tells of arms says no more,
are none. A title says no more than the article.
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
        ("Rebels raided Macas. In Loja a gas leak caused an explosion on Monday.", "en", "Explosion in Loja"),
        ("A house exploded in Loja on Monday, leaving two dead.", "en", "Explosion, 2 killed in Loja"),
        ("Una caldera explotó en Loja el lunes y mató a dos obreros.", "es", "Explosión, 2 muertos en Loja"),
        ("Una fuga de gas provocó una explosión en Loja el lunes.", "es", "Explosión en Loja"),
        ("Un camión cisterna estalló en Loja el lunes; 20 personas murieron.", "es", "Explosión, 20 muertos en Loja"),
    ],
)
def test_what_blows_up_by_itself_is_an_accident(text: str, language: str, title: str) -> None:
    (found,) = {(one.sub_event_type, one.title) for one in told(text, language) if "xplo" in one.title}
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
